// screens: the stock list.
#include "app/screens/stock.h"

#include <algorithm>

#include "app/parts/badge.h"
#include "app/parts/button.h"
#include "app/parts/field.h"
#include "app/parts/figure.h"
#include "app/parts/list.h"
#include "app/parts/text.h"
#include "app/screens/bundles.h"
#include "app/screens/labels.h"
#include "app/screens/page.h"
#include "app/screens/product_editor.h"
#include "app/screens/read_aside.h"
#include "app/screens/stock_sheet.h"
#include "app/screens/stock_tabs.h"
#include "app/screens/watched.h"
#include "app/screens/wording.h"
#include "core/base/text.h"
#include "core/making/lot_store.h"

namespace lapak {
namespace {

constexpr int kPageOfRows = 80;
constexpr int kRowsAhead = 30;
constexpr float kBundles = 144;

// What a tap on a row does; chosen at the foot.
enum class Mode { Edit, In, Count };

class StockScreen final : public Screen {
 public:
  void refresh(const Shop& shop) override {
    words_ = &shop.profile().screen_words();
    question_.today = shop.today();
    list_.refresh(shop, question_, rooms(&Revisions::catalog, &Revisions::stock, &Revisions::sale, &Revisions::people));
    not_ready_.refresh(shop, question_.today, rooms(&Revisions::making, &Revisions::sale, &Revisions::stock),
                       [](const Shop& s, Date today) { return not_ready(s.facts(), today); });
    sheet_.refresh(shop);
  }

  void draw(Ui& ui, Intents& out) override {
    list_.read(out, [](const Database& facts, const Profile&, const StockQuestion& q) { return stock_list(facts, q); });
    const bool compact = ui.size() == SizeClass::Compact;
    const PageFrame page = draw_page(ui, {.title = ui.words("Stock"),
                                          .has_back = false,
                                          .main = ui.words("Item"),
                                          .main_icon = icon::plus,
                                          .main_width = 160,
                                          .side = (compact ? 300.0f : 320.0f) + kGap + kBundles});
    if (page.main == Press::Tap) out.add(Open{make_product_editor(std::nullopt)});
    if (button(ui, "bundles", page.side.left_part(kBundles), {.label = ui.words(N_("Bundles")), .icon = icon::gift}))
      out.add(Open{make_bundles_page()});
    const Rect search = page.side.right_part(page.side.w - kGap - kBundles);
    if (search_field(ui, "search", search, question_.search, ui.words("Search")).edited) show_from_start(ui);
    if (const auto& scan = ui.scan()) {
      question_.search = *scan;
      show_from_start(ui);
    }
    const StockTabs tabs = draw_stock_tabs(ui, page.content, StockTab::Goods, out);
    draw_filters(ui, tabs.rest);
    const Rect foot = page.content.bottom_part(56);
    draw_rows(ui, {page.content.x, tabs.bottom + 8, page.content.w, foot.y - 8 - tabs.bottom - 8}, out);
    draw_foot(ui, foot, out);
    sheet_.draw(ui, out);
  }

  void performed(const Outcome& outcome, Intents& out) override { sheet_.performed(outcome, *words_, out); }

  Rect toast_place(const Ui& ui) const override {
    return ui.mirrored({ui.rail_width() + kPageEdge, ui.height() - 80, 480, 64});
  }

 private:
  void show_from_start(Ui& ui) {
    question_.first = 0;
    scroll_to_start(ui, "stock.list");
  }

  void draw_filters(Ui& ui, Rect rect) {
    const StockView& view = list_.view();
    std::vector<StockFilter> filters{StockFilter::All, StockFilter::Low, StockFilter::Out};
    const auto named = [&](std::string_view name, int count) {
      return fmt::format("{} {}", name, ui.words().count(count));
    };
    std::vector<std::string> labels{named(ui.words("All"), view.all_count), named(ui.words("Low"), view.low_count),
                                    named(ui.words("Sold out"), view.out_count)};
    if (view.partners_count > 0) {
      filters.push_back(StockFilter::Partners);
      labels.push_back(named(ui.words("Consigned goods"), view.partners_count));
    }
    filters.push_back(StockFilter::Hidden);
    labels.emplace_back(ui.words("Hidden"));
    const auto current = std::ranges::find(filters, question_.filter);
    const auto selected = current == filters.end() ? 0 : static_cast<std::size_t>(current - filters.begin());
    if (const auto tapped = chips(ui, "filter", rect, labels, selected)) {
      question_.filter = filters[*tapped];
      show_from_start(ui);
    }
  }

  // Where the columns stand in a row.
  struct Columns {
    float name, stock, bar, state, sold, cost, value;
    bool has_money;
  };
  static Columns columns_in(const Ui& ui, Rect row) {
    const bool compact = ui.size() == SizeClass::Compact;
    Columns c{};
    c.has_money = !compact;
    c.name = row.x + 60;
    const float right = row.right() - 64;
    c.value = right;
    c.cost = right - 140;
    c.sold = compact ? right : right - 280;
    c.state = c.sold - 130 - 104;
    c.bar = c.state - 104;
    c.stock = c.bar - 16;
    return c;
  }

  void draw_rows(Ui& ui, Rect area, Intents& out) {
    const Theme& t = ui.theme();
    if (!list_.has_view()) return;
    const StockView& view = list_.view();
    if (view.total == 0) {
      draw_empty(ui, area, out);
      return;
    }
    const Rect head = area.top_part(32);
    const Columns heads = columns_in(ui, head);
    const auto title = [&](float x, float width, std::string_view label, Side side) {
      text(ui, {side == Side::Right ? x - width : x, head.y, width, 32}, label,
           {.type = Type::Small, .color = t.ink2, .align = side});
    };
    title(head.x, 160, ui.words("Item"), Side::Left);
    title(heads.stock, 80, ui.words("Stock"), Side::Right);
    title(heads.sold, 130, ui.words("Sold, 30 days"), Side::Right);
    if (heads.has_money) {
      title(heads.cost, 130, ui.words("Cost"), Side::Right);
      title(heads.value, 130, ui.words("Stock value"), Side::Right);
    }
    RowList rows(ui, "stock.list", {area.x, area.y + 32, area.w, area.h - 32},
                 {.count = static_cast<std::size_t>(view.total)});
    for (const RowList::Item& item : rows.visible()) {
      const int at = static_cast<int>(item.index) - list_.question().first;
      if (at < 0 || at >= static_cast<int>(view.rows.size())) continue;
      draw_row(ui, item, view.rows[static_cast<std::size_t>(at)], out);
    }
    if (rows.visible().empty()) return;
    const int first = static_cast<int>(rows.visible().front().index);
    const int last = static_cast<int>(rows.visible().back().index);
    const bool is_asked = first >= question_.first && last < question_.first + kPageOfRows;
    if (is_asked) return;
    question_.first = std::max(0, first - kRowsAhead);
    ui.keep_drawing();
  }

  void draw_row(Ui& ui, const RowList::Item& item, const StockRow& row, Intents& out) {
    const Theme& t = ui.theme();
    const std::string name = fmt::format("row.{}", item.index);
    const Rect tapped{item.rect.x, item.rect.y, item.rect.w - 64, item.rect.h};
    const ControlState state =
        ui.control({.name = name, .rect = tapped, .kind = ControlKind::Row, .label = row.name, .may_be_cut = true});
    if (state.press > 0 || state.hover > 0) {
      ui.paint().fill(tapped, t.ink.faded(std::max(0.10f * state.press, 0.06f * state.hover)), kRowRadius);
    }
    if (state.focused) ui.draw_focus_ring(tapped, kRowRadius);
    divider(ui, item.rect.x, item.rect.bottom() - t.line_width(), item.rect.w);
    const Rect place = item.rect.moved(ui.swipe(name, name + ".more"), 0);
    const float middle = place.centre().y;
    if (const Texture texture = ui.photo(row.photo)) {
      ui.paint().image({place.x, middle - 24, 48, 48}, texture, kRowRadius);
    } else {
      ui.paint().fill({place.x, middle - 24, 48, 48}, kTints[static_cast<std::size_t>(row.tint)], kRowRadius);
      ui.paint().icon({place.x + 24, middle}, icon::tag, Color::rgb(0xFFFFFF), IconWeight::Fill);
    }
    const Columns c = columns_in(ui, place);
    const float name_width = c.stock - 80 - c.name;
    const bool has_code = !row.code.empty();
    text(ui, {c.name, middle - (has_code ? 24.0f : 13.0f), name_width, 26}, row.name,
         {.type = Type::Row, .color = row.hidden ? t.ink2 : t.ink, .cut = Cut::Names});
    if (has_code) {
      text(ui, {c.name, middle + 2, name_width, 22}, row.code,
           {.type = Type::Small, .color = t.ink2, .cut = Cut::Names});
    }
    if (row.tracked) {
      text(ui, {c.stock - 80, place.y, 80, place.h}, ui.words().quantity(row.on_hand),
           {.type = Type::Strong, .align = Side::Right, .name = fmt::format("{}.stock", name)});
      draw_bar(ui, {c.bar, middle - 5, 88, 10}, row);
      if (row.is_out) {
        pill(ui, {c.state, middle - 15}, {std::string(ui.words("Sold out")), Tone::Danger});
      } else if (const auto cures = not_ready_->find(row.id); cures != not_ready_->end()) {
        pill(ui, {c.state, middle - 15},
             {say(ui, N_("Ready {}"), ui.words().short_date(cures->second.ready_from)), Tone::Warning});
      } else if (row.is_low) {
        pill(ui, {c.state, middle - 15}, {std::string(ui.words("Low")), Tone::Warning});
      }
    } else {
      text(ui, {c.bar, place.y, 200, place.h}, ui.words("not counted"), {.type = Type::Small, .color = t.ink2});
    }
    text(ui, {c.sold - 110, place.y, 110, place.h},
         row.sold_lately.is_zero() ? "\u2013" : ui.words().quantity(row.sold_lately),
         {.type = Type::Text, .color = t.ink2, .align = Side::Right});
    if (c.has_money) {
      text(ui, {c.cost - 130, place.y, 130, place.h}, row.cost ? ui.bare_money(*row.cost) : "\u2013",
           {.type = Type::Text, .color = t.ink2, .align = Side::Right});
      text(ui, {c.value - 130, place.y, 130, place.h}, row.value.is_zero() ? "\u2013" : ui.bare_money(row.value),
           {.type = Type::Strong, .align = Side::Right});
    }
    const bool more = icon_button(ui, fmt::format("{}.more", name), {item.rect.right() - 56, middle - 28, 56, 56},
                                  icon::dots_three_vertical, ui.words("More"), ButtonKind::Quiet);
    if (more || ui.swiped_left(name)) sheet_.open(row.id, row.name, row.on_hand, StockAct::In);
    if (!state.tapped) return;
    if (mode_ == Mode::Edit) {
      out.add(Open{make_product_editor(row.card)});
    } else {
      sheet_.open(row.id, row.name, row.on_hand, mode_ == Mode::In ? StockAct::In : StockAct::Count);
    }
  }

  // Full is three times the mark, or what sells in a month.
  static void draw_bar(Ui& ui, Rect rect, const StockRow& row) {
    const Theme& t = ui.theme();
    const std::int64_t usual = std::max(
        {row.low_mark.value_or(Quantity{}).thousandths * 4, row.sold_lately.thousandths, std::int64_t{10'000}});
    const float part = std::clamp(static_cast<float>(row.on_hand.thousandths) / static_cast<float>(usual), 0.0f, 1.0f);
    ui.paint().fill(rect, t.surface2, kBarRadius);
    const Color color = row.is_out ? t.danger : row.is_low ? t.warning : t.c3;
    if (part > 0) ui.paint().fill(rect.left_part(std::max(rect.h, rect.w * part)), color, kBarRadius);
    if (t.is_terik()) ui.paint().outline(rect, t.divider, 2, kBarRadius);
  }

  void draw_empty(Ui& ui, Rect area, Intents& out) {
    if (question_.filter == StockFilter::All && question_.search.empty()) {
      if (empty_state(ui, "empty", area,
                      {icon::package, ui.words("Your stall is still empty. Begin with three items."),
                       ui.words("First item"), false})) {
        out.add(Open{make_product_editor(std::nullopt)});
      }
      return;
    }
    if (!question_.search.empty()) {
      const std::string sentence = say(ui, N_("Nothing is called “{}”."), question_.search);
      const std::string action = say(ui, N_("Make “{}”"), shortened(question_.search, 24));
      if (empty_state(ui, "empty", area, {icon::magnifying_glass, sentence, action, false})) {
        out.add(Open{make_product_editor(std::nullopt, {.name = question_.search})});
      }
      return;
    }
    if (empty_state(ui, "empty", area,
                    {icon::check_circle, ui.words("Nothing here under this filter."), ui.words("Show all"), false})) {
      question_.filter = StockFilter::All;
      show_from_start(ui);
    }
  }

  void draw_foot(Ui& ui, Rect rect, Intents& out) {
    const StockView& view = list_.view();
    const auto toggle = [&](std::string_view name, Rect place, std::string_view label, Icon icon, Mode mode) {
      if (button(ui, name, place, {.label = label, .icon = icon, .selected = mode_ == mode}))
        mode_ = mode_ == mode ? Mode::Edit : mode;
    };
    const float wide = ui.size() == SizeClass::Compact ? 168.0f : 200.0f;
    toggle("count", rect.right_part(wide), ui.words("Count stock"), icon::list_checks, Mode::Count);
    toggle("in", {rect.right() - 2 * wide - kGap, rect.y, wide, rect.h}, ui.words("Goods in"), icon::arrow_down,
           Mode::In);
    if (button(ui, "labels", {rect.right() - 2 * wide - 2 * kGap - 128, rect.y, 128, rect.h},
               {.label = ui.words(N_("Labels")), .icon = icon::tag}))
      out.add(Open{make_labels_page({})});
    std::string says =
        fmt::format(fmt::runtime(ui.words().plural("{} item", "{} items", view.total)), ui.words().count(view.total));
    if (!view.value.is_zero()) says += " · " + say(ui, N_("stock value {}"), ui.money(view.value));
    if (mode_ == Mode::In) says = ui.words("Tap what came in.");
    if (mode_ == Mode::Count) says = ui.words("Tap what you counted.");
    text(ui, {rect.x, rect.y, rect.w - 2 * wide - 2 * kGap - 128 - 16, rect.h}, says,
         {.type = Type::Text, .color = ui.theme().ink2, .name = "foot"});
  }

  const Words* words_ = nullptr;
  StockQuestion question_{.count = kPageOfRows};
  ReadAside<StockQuestion, StockView> list_;
  StockSheet sheet_;
  Watched<Date, std::unordered_map<Id<Product>, NotReady>> not_ready_;
  Mode mode_ = Mode::Edit;
};

}  // namespace

std::unique_ptr<Screen> make_stock_screen() {
  return std::make_unique<StockScreen>();
}

}  // namespace lapak
