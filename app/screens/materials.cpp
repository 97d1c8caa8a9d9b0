// screens: the list of materials.
#include "app/screens/materials.h"

#include <fmt/format.h>

#include <algorithm>

#include "app/parts/badge.h"
#include "app/parts/field.h"
#include "app/parts/figure.h"
#include "app/parts/list.h"
#include "app/parts/text.h"
#include "app/screens/material_said.h"
#include "app/screens/page.h"
#include "app/screens/read_aside.h"
#include "app/screens/screen.h"
#include "app/screens/shopping_sheet.h"
#include "app/screens/stock_tabs.h"
#include "app/screens/wording.h"
#include "core/base/text.h"
#include "core/shop/shop.h"

namespace lapak {
namespace {

enum class Show { All, Low, Expired };

struct Question {
  std::string search;
  Show show = Show::All;
  Date today;
  friend bool operator==(const Question&, const Question&) = default;
};
struct View {
  std::vector<MaterialRow> rows;
  int all_count = 0, low_count = 0, expired_count = 0;
  Money worth;
};

bool is_expired(const MaterialRow& row, Date today) {
  return row.stock.quantity > Quantity{} && row.expires && *row.expires <= today;
}

View asked(const Database& facts, const Question& question) {
  View view;
  const std::string wanted = folded(question.search);
  for (MaterialRow& row : material_rows(facts)) {
    const bool expired = is_expired(row, question.today);
    ++view.all_count;
    view.low_count += row.is_low || row.is_short;
    view.expired_count += expired;
    view.worth += row.stock.value;
    if (question.show == Show::Low && !row.is_low && !row.is_short) continue;
    if (question.show == Show::Expired && !expired) continue;
    if (!wanted.empty() && folded(row.material.name).find(wanted) == std::string::npos &&
        folded(row.supplier).find(wanted) == std::string::npos)
      continue;
    view.rows.push_back(std::move(row));
  }
  return view;
}

class MaterialsScreen final : public Screen {
 public:
  void refresh(const Shop& shop) override {
    question_.today = shop.today();
    list_.refresh(shop, question_, rooms(&Revisions::making, &Revisions::people));
    shopping_.refresh(shop);
  }

  void draw(Ui& ui, Intents& out) override {
    list_.read(out, [](const Database& facts, const Profile&, const Question& q) { return asked(facts, q); });
    const bool compact = ui.size() == SizeClass::Compact;
    const PageFrame page = draw_page(ui, {.title = ui.words("Stock"),
                                          .has_back = false,
                                          .main = ui.words(N_("Material")),
                                          .main_icon = icon::plus,
                                          .main_width = 160,
                                          .side = compact ? 300.0f : 320.0f});
    if (page.main == Press::Tap) out.add(Open{make_material_editor(std::nullopt)});
    if (search_field(ui, "search", page.side, question_.search, ui.words("Search")).edited)
      scroll_to_start(ui, "materials.list");
    const StockTabs tabs = draw_stock_tabs(ui, page.content, StockTab::Materials, out);
    if (!list_.has_view()) return;
    if (list_->all_count == 0) {
      if (empty_state(ui, "materials.empty",
                      {page.content.x, tabs.bottom, page.content.w, page.content.bottom() - tabs.bottom},
                      {.icon = icon::yarn,
                       .sentence = ui.words(N_("Write down what you make things of, and what it costs.")),
                       .action = ui.words(N_("First material")),
                       .is_main = false}))
        out.add(Open{make_material_editor(std::nullopt)});
      return;
    }
    draw_filters(ui, tabs.rest);
    const Rect foot = page.content.bottom_part(56);
    draw_rows(ui, {page.content.x, tabs.bottom + 8, page.content.w, foot.y - 8 - tabs.bottom - 8}, out);
    draw_foot(ui, foot, out);
    shopping_.draw(ui, out);
  }

  // From the editor of a new one.
  void performed(const Outcome& outcome, Intents& out) override {
    if (outcome.kind == "save_material") out.add(Open{make_material_page(Id<Material>{outcome.subject})});
  }

 private:
  void draw_filters(Ui& ui, Rect rect) {
    const auto named = [&](std::string_view name, int count) {
      return fmt::format("{} {}", name, ui.words().count(count));
    };
    const std::vector<std::string> labels{named(ui.words("All"), list_->all_count),
                                          named(ui.words("Low"), list_->low_count),
                                          named(ui.words(N_("Expired")), list_->expired_count)};
    if (const auto tapped = chips(ui, "filter", rect, labels, static_cast<std::size_t>(question_.show))) {
      question_.show = static_cast<Show>(*tapped);
      scroll_to_start(ui, "materials.list");
    }
  }

  struct Columns {
    float stock, state, cost, worth;  // right edges; the state's left one
    bool has_worth;
  };
  static Columns columns_in(const Ui& ui, Rect row) {
    const bool compact = ui.size() == SizeClass::Compact;
    Columns c{};
    c.has_worth = !compact;
    c.worth = row.right() - 12;
    c.cost = compact ? c.worth : c.worth - 150;
    c.state = c.cost - 190 - 120;
    c.stock = c.state - 16;
    return c;
  }

  void draw_rows(Ui& ui, Rect area, Intents& out) {
    const Theme& t = ui.theme();
    const Columns heads = columns_in(ui, area);
    const auto title = [&](float right, float width, std::string_view label, Side side) {
      text(ui, {side == Side::Right ? right - width : right, area.y, width, 32}, label,
           {.type = Type::Small, .color = t.ink2, .align = side});
    };
    title(area.x, 200, ui.words("Material"), Side::Left);
    title(heads.stock, 120, ui.words("Stock"), Side::Right);
    title(heads.cost, 180, ui.words(N_("Average cost")), Side::Right);
    if (heads.has_worth) title(heads.worth, 130, ui.words(N_("Worth")), Side::Right);
    const Rect list{area.x, area.y + 32, area.w, area.h - 32};
    if (list_->rows.empty()) {
      if (empty_state(ui, "materials.none", list,
                      {icon::check_circle, ui.words("Nothing here under this filter."), ui.words("Show all"), false})) {
        question_.show = Show::All;
        question_.search.clear();
      }
      return;
    }
    const RowList rows(ui, "materials.list", list, {.count = list_->rows.size()});
    for (const RowList::Item& item : rows.visible()) draw_row(ui, item, list_->rows[item.index], out);
  }

  void draw_row(Ui& ui, const RowList::Item& item, const MaterialRow& row, Intents& out) {
    const Theme& t = ui.theme();
    const Words& words = ui.words();
    const std::string name = fmt::format("material.{}", item.index);
    const ControlState state = ui.control(
        {.name = name, .rect = item.rect, .kind = ControlKind::Row, .label = row.material.name, .may_be_cut = true});
    if (state.press > 0 || state.hover > 0)
      ui.paint().fill(item.rect, t.ink.faded(std::max(0.10f * state.press, 0.06f * state.hover)), kRowRadius);
    if (state.focused) ui.draw_focus_ring(item.rect, kRowRadius);
    divider(ui, item.rect.x, item.rect.bottom() - t.line_width(), item.rect.w);
    const Columns c = columns_in(ui, item.rect);
    const float middle = item.rect.centre().y, left = item.rect.x + 8, width = c.stock - 130 - left;
    const bool has_supplier = !row.supplier.empty();
    text(ui, {left, middle - (has_supplier ? 24.0f : 13.0f), width, 26}, row.material.name,
         {.type = Type::Row, .cut = Cut::Names});
    if (has_supplier)
      text(ui, {left, middle + 2, width, 22}, row.supplier, {.type = Type::Small, .color = t.ink2, .cut = Cut::Names});
    text(ui, {c.stock - 130, item.rect.y, 130, item.rect.h}, measured(row.stock.quantity, row.material.unit, words),
         {.type = Type::Strong, .align = Side::Right, .name = name + ".stock"});
    pill(ui, {c.state, middle - 15}, material_pill(row, question_.today, words));
    text(ui, {c.cost - 180, item.rect.y, 180, item.rect.h},
         cost_of_one(row.material, worth_now(row.stock), words, ui.currency()),
         {.type = Type::Text, .color = t.ink2, .align = Side::Right});
    if (c.has_worth)
      text(ui, {c.worth - 130, item.rect.y, 130, item.rect.h}, ui.bare_money(row.stock.value),
           {.type = Type::Strong, .align = Side::Right});
    if (state.tapped) out.add(Open{make_material_page(row.material.id)});
  }

  void draw_foot(Ui& ui, Rect rect, Intents& out) {
    if (button(ui, "materials.buy", rect.right_part(200), {.label = ui.words(N_("Purchase")), .icon = icon::plus}))
      out.add(Open{make_purchase_page(std::nullopt)});
    if (button(ui, "materials.shopping", {rect.right() - 200 - kGap - 220, rect.y, 220, rect.h},
               {.label = ui.words(N_("Shopping list")), .icon = icon::basket}))
      shopping_.open();
    std::string says = fmt::format(fmt::runtime(ui.words().plural("{} material", "{} materials", list_->all_count)),
                                   ui.words().count(list_->all_count));
    if (!list_->worth.is_zero()) says += " · " + say(ui, N_("worth {}"), ui.money(list_->worth));
    text(ui, {rect.x, rect.y, rect.w - 440, rect.h}, says,
         {.type = Type::Text, .color = ui.theme().ink2, .name = "materials.foot"});
  }

  Question question_;
  ReadAside<Question, View> list_;
  ShoppingSheet shopping_;
};

}  // namespace

std::unique_ptr<Screen> make_materials_screen() {
  return std::make_unique<MaterialsScreen>();
}

}  // namespace lapak
