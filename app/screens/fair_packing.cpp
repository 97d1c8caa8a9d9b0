// screens: what goes to a fair: each kind suggested from the last one, and ticked as it goes into the box.
#include <algorithm>

#include "app/parts/button.h"
#include "app/parts/figure.h"
#include "app/parts/list.h"
#include "app/parts/text.h"
#include "app/screens/fairs.h"
#include "app/screens/number_sheet.h"
#include "app/screens/page.h"
#include "app/screens/screen.h"
#include "app/screens/watched.h"
#include "app/screens/wording.h"
#include "core/catalog/product_store.h"
#include "core/fair/fair_commands.h"
#include "core/report/fair_report.h"
#include "core/shop/fair_papers.h"

namespace lapak {
namespace {

constexpr float kRowHeight = 80, kKey = 64;

class PackingScreen final : public Screen {
 public:
  explicit PackingScreen(Id<Fair> fair) : fair_(fair) {}

  void refresh(const Shop& shop) override {
    now_ = shop.now();
    list_.refresh(shop, 0, rooms(&Revisions::fair, &Revisions::stock, &Revisions::catalog, &Revisions::sale),
                  [&](const Shop& s, int) { return packing_list(s.facts(), fair_); });
    if (scanned_.empty()) return;
    const auto product = find_product_by_code(shop.facts(), scanned_);
    found_ = product ? product->id : Id<Product>{};
  }

  void draw(Ui& ui, Intents& out) override {
    if (!list_.view()) {
      out.add(Back{});
      return;
    }
    const PackingList& list = *list_.view();
    const PageFrame page = draw_page(ui, {.title = say(ui, N_("Packing: {}"), list.fair.name),
                                          .main = ui.words(N_("Packed")),
                                          .main_icon = icon::check,
                                          .side = 160});
    if (page.back || page.main == Press::Tap) out.add(Back{});
    if (button(ui, "packing.print", page.side, {.label = ui.words(N_("List")), .icon = icon::file_pdf}))
      out.add(MakePaper{.file_name = fmt::format("{} {}.pdf", ui.words(N_("Packing list")), list.fair.name),
                        .lay_out = [fair = fair_, now = now_](const Database& facts, const Profile& profile) {
                          return packing_paper_of(facts, profile, fair, now);
                        }});
    take_scan(ui, out, list);
    if (list.rows.empty()) {
      empty_state(ui, "packing", page.content,
                  {.icon = icon::package,
                   .sentence = ui.words(N_("Nothing is in stock that could be taken along.")),
                   .is_main = false});
      return;
    }
    draw_head(ui, out, page.content.top_part(56), list);
    const Rect area{page.content.x, page.content.y + 72, page.content.w, page.content.h - 72 - 48};
    {
      const RowList rows(ui, "packing.rows", area, {.count = list.rows.size(), .row_height = kRowHeight});
      for (const RowList::Item& item : rows.visible()) draw_row(ui, out, item.rect, item.index, list.rows[item.index]);
    }
    text(ui, page.content.bottom_part(40),
         say(ui, N_("Packed: {0} kinds · {1} pieces · worth {2}"), list.kinds, ui.words().quantity(list.pieces),
             ui.money(list.worth)),
         {.type = Type::Strong, .name = "packing.sum"});
    if (const auto number = number_.draw(ui); number && asked_ < list.rows.size())
      pack(out, list.rows[asked_], Quantity{number->value.value_or(0)});
  }

  // A row shows at once what is in the box.
  void performed(const Outcome&, Intents&) override {}

 private:
  void pack(Intents& out, const PackingRow& row, Quantity quantity) const {
    const Quantity most = std::max(row.at_home + row.in_box, Quantity{});
    out.perform(FairCommand(PackForFair{fair_, {{row.product, std::clamp(quantity, Quantity{}, most)}}}));
  }
  // One more of what is held under the scanner.
  void take_scan(Ui& ui, Intents& out, const PackingList& list) {
    if (!found_.is_nil()) {
      const auto row = std::ranges::find(list.rows, found_, &PackingRow::product);
      if (row != list.rows.end()) pack(out, *row, row->in_box + Quantity::of(1));
      found_ = {};
      scanned_.clear();
    }
    if (const auto& scan = ui.scan()) scanned_ = *scan;
  }
  void draw_head(Ui& ui, Intents& out, Rect line, const PackingList& list) const {
    const bool has_suggestion =
        std::ranges::any_of(list.rows, [](const PackingRow& row) { return row.suggested > row.in_box; });
    const std::string like = list.like
                                 ? say(ui, N_("Suggested from {}, three tenths more"), list.like->name)
                                 : std::string(ui.words(N_("After the first fair what it sold is suggested here.")));
    const float width = 320;
    text(ui, {line.x, line.y, line.w - (has_suggestion ? width + kGap : 0), line.h}, like,
         {.type = Type::Text, .color = ui.theme().ink2, .cut = Cut::Names});
    if (!has_suggestion) return;
    if (button(ui, "packing.suggested", line.right_part(width),
               {.label = ui.words(N_("Take all that is suggested")), .icon = icon::stack})) {
      PackForFair all{fair_, {}};
      for (const PackingRow& row : list.rows)
        if (row.suggested > row.in_box) all.lines.push_back({row.product, row.suggested});
      out.perform(FairCommand(std::move(all)));
    }
  }
  void draw_row(Ui& ui, Intents& out, Rect place, std::size_t index, const PackingRow& row) {
    const bool is_packed = row.in_box > Quantity{};
    const Quantity wanted = is_packed ? row.in_box : row.suggested;
    const float y = place.y + (place.h - kKey) / 2;
    const Rect tick{place.x, y, kKey, kKey};
    const float all_width = ui.size() == SizeClass::Compact ? 152.0f : 176.0f;
    const Rect all{place.right() - all_width, y, all_width, kKey};
    const Rect stepping{all.x - 16 - 3 * kKey - 2 * kGap - 40, y, 3 * kKey + 2 * kGap + 40, kKey};
    if (button(ui, fmt::format("packing.all.{}", index), all,
               {.label = ui.words(N_("Take all")), .enabled = row.at_home > Quantity{}, .type = Type::SmallStrong}))
      pack(out, row, row.at_home + row.in_box);
    if (icon_button(ui, fmt::format("packing.{}", index), tick, is_packed ? icon::check : icon::plus,
                    ui.words(is_packed ? N_("In the box") : N_("Take along")), choice_kind(is_packed)))
      pack(out, row, is_packed ? Quantity{} : std::max(wanted, std::min(Quantity::of(1), row.at_home)));
    const Rect name{tick.right() + 16, place.y, stepping.x - tick.right() - 32, place.h};
    text(ui, {name.x, name.y + 12, name.w, 28}, row.name, {.type = Type::Row, .cut = Cut::Names});
    std::string about = say(ui, N_("stock {}"), ui.words().quantity(row.at_home + row.in_box));
    if (row.sold_last > Quantity{})
      about += " · " + say(ui, N_("{} sold at the last fair"), ui.words().quantity(row.sold_last));
    text(ui, {name.x, name.y + 42, name.w, 26}, about,
         {.type = Type::Small, .color = ui.theme().ink2, .cut = Cut::Names});
    const Step step =
        stepper(ui, fmt::format("packing.{}", index), stepping,
                {.value = ui.words().quantity(is_packed ? row.in_box : wanted), .can_go_down = is_packed});
    if (step == Step::More) pack(out, row, wanted + Quantity::of(1));
    if (step == Step::Less) pack(out, row, row.in_box - Quantity::of(1));
    if (step == Step::Number) {
      asked_ = index;
      number_.open({.title = row.name,
                    .button = std::string(ui.words(N_("Take {}"))),
                    .kind = NumberKind::Pieces,
                    .prefill = wanted.thousandths},
                   ui.currency());
    }
    divider(ui, place.x, place.bottom() - 1, place.w);
  }

  Id<Fair> fair_;
  Instant now_;
  Watched<int, std::optional<PackingList>> list_;
  std::string scanned_;
  Id<Product> found_;
  std::size_t asked_ = 0;
  NumberSheet number_{"packing.number"};
};

}  // namespace

std::unique_ptr<Screen> make_packing_screen(Id<Fair> fair) {
  return std::make_unique<PackingScreen>(fair);
}

}  // namespace lapak
