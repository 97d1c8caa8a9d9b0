// tests/app: the samples.
#include "tests/app/gallery.h"

#include <fmt/format.h>

#include "app/parts/button.h"
#include "app/parts/chart.h"
#include "app/parts/card.h"
#include "app/parts/field.h"
#include "app/parts/figure.h"
#include "app/parts/list.h"
#include "app/parts/number_pad.h"
#include "app/parts/rail.h"
#include "app/parts/row.h"
#include "app/parts/sheet.h"
#include "app/parts/text.h"
#include "app/parts/toast.h"

namespace lapak::test {
namespace {

struct Piece {
  std::string_view name, price, stock;
  Icon icon;
  std::size_t tint;
  int in_cart = 0;
  int left = 0;
};

const Piece kPieces[] = {
    {"Tas rajut bunga", "85.000", "stok 12", icon::handbag, 0, 2},
    {"Totebag kanvas lukis tangan", "120.000", "stok 7", icon::tote, 1},
    {"Anting resin bunga kering", "35.000", "stok 24", icon::flower, 2},
    {"Gantungan kunci macrame", "15.000", "stok 41", icon::key, 3, 1},
    {"Dompet batik cap", "65.000", "stok 9", icon::wallet, 4},
    {"Lilin aroma sereh", "45.000", "", icon::flame, 2, 1, 3},
    {"Mangkuk keramik kecil", "75.000", "stok 5", icon::bowl_food, 6},
    {"Kain jumputan 2 m", "310.000", "", icon::scissors, 5, 0, 2},
    {"Boneka rajut gajah", "95.000", "", icon::baby, 3, 0, -1},
    {"Kalung manik kaca", "55.000", "stok 18", icon::sparkle, 6},
    {"Sabun susu kambing", "28.000", "stok 30", icon::drop, 0},
    {"Buku jahit tangan", "60.000", "stok 11", icon::book_open, 7},
};

}  // namespace

void draw_sell_sample(Ui& ui) {
  const Theme& t = ui.theme();
  rail(ui, {0, 0, ui.rail_width(), ui.height()},
       {{"sell", "Kasir", icon::storefront},
        {"orders", "Pesanan", icon::kanban},
        {"stock", "Stok", icon::package},
        {"people", "Kontak", icon::users},
        {"fairs", "Bazar", icon::tent},
        {"reports", "Laporan", icon::chart_bar},
        {"settings", "Setelan", icon::gear_six, "", true},
        {"lock", "Kunci", icon::lock_key, "", true}},
       0);
  const float cart_width = ui.size() == SizeClass::Compact ? 336.0f : 400.0f;
  const Rect cart = ui.mirrored({ui.width() - cart_width, 0, cart_width, ui.height()});
  const float left = ui.rail_width() + 16;
  const float inner = cart.x - 16 - left;
  std::string search;
  const float quick = ui.size() == SizeClass::Compact ? 56.0f : 168.0f;
  search_field(ui, "search", {left, 8, inner - 3 * 8 - 112 - quick, 56}, search, "Cari barang atau kode…");
  button(ui, "quick", {left + inner - 128 - quick, 8, quick, 56},
         {.label = quick > 60 ? "Jumlah cepat" : "", .icon = icon::calculator});
  icon_button(ui, "sun", {left + inner - 120, 8, 56, 56}, icon::sun, "Terik");
  icon_button(ui, "more", {left + inner - 56, 8, 56, 56}, icon::dots_three_vertical, "Lainnya");
  chips(ui, "category", {left, 76, inner, 48}, {"Semua", "Terlaris", "Tas", "Aksesoris", "Rumah", "Kain", "Titip jual"},
        0);
  const Rect grid{left, 136, inner, ui.height() - 136 - 16};
  const GridShape shape = card_grid(grid);
  {
    RowList cells(ui, "grid", {left - 8, 128, inner + 16, ui.height() - 128},
                  {.count = 12,
                   .row_height = shape.cell_height,
                   .columns = shape.columns,
                   .gap = kGridGap,
                   .lead = 8,
                   .side = 8});
    for (const RowList::Item& cell : cells.visible()) {
      const Piece& piece = kPieces[cell.index];
      CardSpec card{.title = piece.name,
                    .price = piece.price,
                    .trailing = piece.stock,
                    .icon = piece.icon,
                    .tint = piece.tint,
                    .dimmed = piece.left < 0,
                    .in_cart = piece.in_cart};
      if (piece.left > 0) card.pill = Pill{fmt::format("Sisa {}", piece.left), Tone::Warning};
      if (piece.left < 0) card.pill = Pill{"Habis", Tone::Danger};
      product_card(ui, fmt::format("card.{}", cell.index), cell.rect, card);
    }
  }
  ui.paint().fill(cart, t.surface);
  ui.paint().line({cart.x, 0}, {cart.x, ui.height()}, t.divider, t.line_width());
  const float x = cart.x + 16;
  const float w = cart.w - 32;
  button(ui, "customer", {x, 8, w - 64, 56},
         {.label = "Pembeli?", .icon = icon::user_plus, .kind = ButtonKind::Tonal, .left_aligned = true});
  icon_button(ui, "held", {x + w - 56, 8, 56, 56}, icon::clock_counter_clockwise, "Ditahan", ButtonKind::Secondary, {},
              "2");
  struct Line {
    std::string_view name, sub, quantity;
    bool one;
  };
  const Line lines[] = {{"Tas rajut bunga", "Merah · 2 × 85.000", "2", false},
                        {"Gantungan kunci macrame", "15.000", "1", true},
                        {"Lilin aroma sereh", "45.000", "1", true}};
  for (int i = 0; i < 3; ++i) {
    const Line& line = lines[i];
    const Rect row{x, 72 + 72 * static_cast<float>(i), w, 72};
    const Rect name{row.x, row.y, row.w - 156, row.h};
    ui.control({.name = fmt::format("line.{}.name", i),
                .rect = name,
                .kind = ControlKind::Row,
                .label = line.name,
                .may_be_cut = true});
    text(ui, {name.x, name.y + 12, name.w - 8, 26}, line.name, {.type = Type::Row, .cut = Cut::Names});
    text(ui, {name.x, name.y + 38, name.w - 8, 22}, line.sub,
         {.type = line.one ? Type::Strong : Type::Small, .color = line.one ? t.ink : t.ink2});
    stepper(ui, fmt::format("line.{}", i), {row.right() - 148, row.y + 12, 148, 48},
            {.value = line.quantity, .shows_bin = line.one});
    divider(ui, row.x, row.bottom() - 1, row.w);
  }
  divider(ui, cart.x, ui.height() - 248, cart.w);
  const float total_y = ui.height() - 240;
  text(ui, {x, total_y + 8, 120, 22}, "Total", {.type = Type::Small, .color = t.ink2});
  text(ui, {x, total_y + 30, 120, 22}, "4 barang", {.type = Type::Small, .color = t.ink2});
  amount(ui, {x + 80, total_y, w - 80, 64}, "Rp 230.000", {.name = "total"});
  const Rect tools{x, ui.height() - 176, w, 56};
  const bool compact = ui.size() == SizeClass::Compact;
  const Type type = compact ? Type::Nav : Type::Button;
  button(ui, "hold", tools.column(0, 3, 8), {.label = "Tahan", .icon = icon::pause, .stacked = compact, .type = type});
  button(ui, "discount", tools.column(1, 3, 8),
         {.label = "Diskon", .icon = icon::percent, .stacked = compact, .type = type});
  button(ui, "note", tools.column(2, 3, 8),
         {.label = "Catatan", .icon = icon::note_pencil, .stacked = compact, .type = type});
  button(ui, "exact", {x, ui.height() - 108, 120, 80},
         {.label = "Uang pas",
          .icon = icon::money,
          .kind = ButtonKind::PrimaryOutline,
          .stacked = true,
          .type = Type::Strong});
  button(ui, "pay", {x + 128, ui.height() - 108, w - 128, 80},
         {.label = "Bayar", .icon_after = icon::arrow_right, .kind = ButtonKind::Primary, .type = Type::Main});
}

void draw_pay_sample(Ui& ui) {
  const Theme& t = ui.theme();
  const Rect left{0, 0, 480, ui.height()};
  ui.paint().fill(left, t.surface);
  icon_button(ui, "back", {16, 8, 56, 56}, icon::arrow_left, "Kembali");
  text(ui, {88, 8, 200, 56}, "Bayar", {.type = Type::Title});
  button(ui, "customer", {316, 8, 148, 56}, {.label = "Pembeli?", .icon = icon::user_plus});
  const std::string_view names[] = {"Tas rajut bunga · Merah", "Gantungan kunci macrame", "Lilin aroma sereh"};
  const std::string_view subs[] = {"2 × 85.000", "1 × 15.000", "1 × 45.000"};
  const std::string_view sums[] = {"170.000", "15.000", "45.000"};
  for (std::size_t i = 0; i < 3; ++i) {
    plain_row(ui, fmt::format("line.{}", i), {24, 80 + 64 * static_cast<float>(i), 432, 64},
              {.title = names[i], .subtitle = subs[i], .trailing = sums[i], .has_divider = false});
  }
  text(ui, {24, 592, 300, 32}, "Total yang dibayar", {.color = t.ink2});
  amount(ui, {24, 624, 432, 80}, "Rp 230.000", {.size = AmountSize::L, .align = Side::Left, .name = "total"});
  button(ui, "split", {24, 728, 208, 56},
         {.label = "Bagi bayar", .icon = icon::arrows_left_right, .kind = ButtonKind::Outline});
  button(ui, "discount", {248, 728, 208, 56}, {.label = "Diskon", .icon = icon::percent, .kind = ButtonKind::Outline});
  const std::string_view methods[] = {"Tunai", "QRIS", "Transfer", "Kartu / EDC", "Bayar nanti"};
  const Icon icons[] = {icon::money, icon::qr_code, icon::bank, icon::credit_card, icon::clock};
  for (int i = 0; i < 5; ++i) {
    button(ui, fmt::format("method.{}", i), {504 + 152 * static_cast<float>(i), 16, 144, 72},
           {.label = methods[i], .icon = icons[i], .selected = i == 0, .stacked = true});
  }
  amount_field(ui, "received", {504, 108, 752, 88}, "Rp 0", {.label = "Uang diterima", .selected = true});
  const std::string_view gives[] = {"230.000", "240.000", "250.000", "300.000"};
  const std::string_view says[] = {"Uang pas", "Kembali 10.000", "Kembali 20.000", "Kembali 70.000"};
  for (int i = 0; i < 4; ++i) {
    button(ui, fmt::format("suggestion.{}", i), {504, 216 + 96 * static_cast<float>(i), 352, 88},
           {.label = says[i],
            .kind = i == 0 ? ButtonKind::Success : ButtonKind::Secondary,
            .trailing = gives[i],
            .type = Type::Body});
  }
  NumberEntry entry(0, 9);
  number_pad(ui, "pad", {872, 216, 384, 376}, entry);
  text(ui, {504, 608, 376, 72}, "Kurang", {.type = Type::Headline, .color = t.warning_text});
  amount(ui, {880, 608, 376, 72}, "Rp 230.000", {.size = AmountSize::Headline, .color = t.warning_text});
  button(ui, "accept", {504, 696, 752, 88},
         {.label = "Terima pembayaran", .kind = ButtonKind::Primary, .enabled = false, .type = Type::Title});
}

void PartsSample::draw(Ui& ui) {
  text(ui, {112, 8, 600, 56}, "Bagian", {.type = Type::Headline});
  field(ui, "name", {112, 112, 400, 56}, name, {.label = "Nama", .placeholder = "Nama pembeli"});
  field(ui, "note", {112, 208, 400, 120}, note,
        {.label = "Catatan", .placeholder = "Catatan", .error = "Isi harga dulu", .multiline = true});
  if (switch_row(ui, "switch", {112, 368, 400, 56}, "Selesai sekali ketuk", on)) on = !on;
  if (const auto chosen = segments(ui, "size", {112, 440, 400, 56}, {"Kecil", "Sedang", "Besar"}, segment))
    segment = *chosen;
  if (button(ui, "open", {112, 520, 192, 64}, {.label = "Buka lembar", .kind = ButtonKind::Primary})) sheet_open = true;
  button(ui, "danger", {320, 520, 192, 64}, {.label = "Hapus", .icon = icon::trash, .kind = ButtonKind::Danger});
  progress(ui, "progress", {112, 632, 400, 16}, 0.42f, ui.theme().primary);
  {
    const RowsSpec spec{.count = 100'000};
    RowList rows(ui, "rows", {560, 80, 400, 360}, spec);
    for (const RowList::Item& item : rows.visible()) {
      row(ui, fmt::format("row.{}", item.index), item.rect,
          {.title = fmt::format("Barang {}", item.index),
           .subtitle = "Kain · K-12",
           .trailing = "85.000",
           .trailing_sub = "stok 3",
           .icon = icon::package,
           .has_arrow = true});
    }
  }
  bar_chart(ui, "chart", {560, 470, 400, 240},
            {{"09", 3, "3"}, {"10", 8, "8"}, {"11", 12, "12", true}, {"12", 0, ""}, {"13", 5, "5"}});
  empty_state(ui, "empty", {984, 80, 280, 360}, {icon::basket, "Ketuk barang untuk menjual", "Barang pertama"});
  toast(ui, {112, 720, 480, 64}, {"Lilin dihapus dari keranjang", "Urungkan", icon::trash, 0}, true);
  Sheet sheet(ui, "sheet", sheet_open, {.title = "Tas rajut bunga · Merah", .close_label = "Tutup"});
  if (sheet.dismissed()) sheet_open = false;
  if (!sheet.visible()) return;
  const Rect inside = sheet.content();
  stepper(ui, "quantity", inside.top_part(88), {.value = "2", .large = true});
  if (button(ui, "done", inside.bottom_part(80),
             {.label = "Selesai", .kind = ButtonKind::Primary, .type = Type::Title}))
    sheet_open = false;
}

}  // namespace lapak::test
