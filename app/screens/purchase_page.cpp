// screens: what was bought, how much of it, for how much; the shipping shared out over it.
#include <fmt/format.h>

#include <algorithm>

#include "app/parts/button.h"
#include "app/parts/field.h"
#include "app/parts/figure.h"
#include "app/parts/list.h"
#include "app/parts/row.h"
#include "app/parts/text.h"
#include "app/screens/contact_pick.h"
#include "app/screens/day_sheet.h"
#include "app/screens/material_pick.h"
#include "app/screens/material_said.h"
#include "app/screens/materials.h"
#include "app/screens/number_sheet.h"
#include "app/screens/page.h"
#include "app/screens/wording.h"
#include "core/making/material_commands.h"
#include "core/people/people_store.h"

namespace lapak {
namespace {

enum Question { HowMany, Price, Weight, Expires, Shipping, Day };

class PurchasePage final : public Screen {
 public:
  explicit PurchasePage(std::optional<Id<Material>> material) : asked_(material) {}

  void refresh(const Shop& shop) override {
    today_ = shop.today();
    if (purchase_.business_date == Date{}) purchase_.business_date = today_;
    if (asked_) {
      if (const auto found = find_material(shop.facts(), *asked_)) add(*found);
      asked_.reset();
    }
    supplier_.refresh(shop, purchase_.supplier, rooms(&Revisions::people),
                      [](const Shop& s, const std::optional<Id<Contact>>& id) {
                        return id ? kept_name(s.facts(), *id) : std::string();
                      });
    people_.refresh(shop);
    pick_.refresh(shop);
  }

  void draw(Ui& ui, Intents& out) override {
    const PageFrame page = draw_page(ui, {.title = ui.words(N_("Purchase of materials")),
                                          .main = ui.words(N_("Save")),
                                          .main_icon = icon::check,
                                          .main_enabled = is_whole()});
    saved_ = ui.words(N_("Bought: {}"));
    if (page.back) out.add(Back{});
    if (page.main == Press::Tap) out.perform(BuyMaterials{purchase_});
    if (page.main == Press::TapDisabled)
      out.add(ShowToast{.sentence = std::string(ui.words(N_("Say what was bought, and how much of it."))),
                        .icon = icon::info});
    const float side = ui.size() == SizeClass::Compact ? 280.0f : 360.0f;
    draw_lines(ui, page.content.left_part(page.content.w - side - 32));
    draw_terms(ui, page.content.right_part(side));
    take_answers(ui, out);
  }

  void performed(const Outcome& outcome, Intents& out) override {
    pick_.performed(outcome);
    if (outcome.kind == "save_contact") purchase_.supplier = Id<Contact>{outcome.subject};
    if (outcome.kind != "buy_materials") return;
    std::string names;
    for (const Material& one : materials_) names += (names.empty() ? "" : ", ") + one.name;
    out.add(ShowToast{.sentence = fmt::format(fmt::runtime(saved_), names),
                      .icon = icon::check_circle,
                      .offers_undo = outcome.is_undoable,
                      .lasts_s = 10});
    out.add(Back{});
  }

 private:
  void add(const Material& material) {
    materials_.push_back(material);
    purchase_.lines.push_back({.material = material.id, .quantity = {}, .unit = material.bought_in});
    if (!purchase_.supplier) purchase_.supplier = material.supplier;
  }
  bool is_whole() const {
    return !purchase_.lines.empty() &&
           std::ranges::all_of(purchase_.lines, [](const PurchaseLine& line) { return line.quantity > Quantity{}; });
  }
  Money total() const {
    Money sum = purchase_.shipping;
    for (const PurchaseLine& line : purchase_.lines) sum += line.price;
    return sum;
  }

  void draw_lines(Ui& ui, Rect area) {
    constexpr float kCard = 152;
    const std::size_t count = purchase_.lines.size();
    const std::vector<Money> landed_now = count > 0 ? landed(purchase_) : std::vector<Money>{};
    const RowList rows(ui, "purchase.lines", area, {.count = count + 1, .row_height = kCard, .gap = 8});
    for (const RowList::Item& item : rows.visible()) {
      if (item.index == count) {
        if (button(ui, "purchase.add", item.rect.top_part(64),
                   {.label = ui.words(N_("Material")),
                    .icon = icon::plus,
                    .kind = count == 0 ? ButtonKind::Secondary : ButtonKind::Outline}))
          pick_.open();
        continue;
      }
      if (draw_line(ui, item.index, item.rect, landed_now[item.index])) return;
    }
  }

  // True when the line was taken out.
  bool draw_line(Ui& ui, std::size_t at, Rect card, Money came_to) {
    const Words& words = ui.words();
    PurchaseLine& line = purchase_.lines[at];
    const Material& material = materials_[at];
    const std::string name = fmt::format("purchase.{}", at);
    plate(ui, card);
    const Rect inside = card.inset(16, 8);
    const bool out = icon_button(ui, name + ".out", {inside.right() - 48, inside.y, 48, 48}, icon::trash,
                                 ui.words(N_("Take out")), ButtonKind::Quiet);
    text(ui, {inside.x, inside.y, inside.w * 0.55f - 56, 48}, material.name, {.type = Type::Row, .cut = Cut::Names});
    if (purchase_.shipping > Money{})
      text(ui, {inside.x + inside.w * 0.55f - 48, inside.y, inside.w * 0.45f - 8, 48},
           say(ui, N_("with shipping {}"), ui.bare_money(came_to)),
           {.type = Type::Small, .color = ui.theme().ink2, .align = Side::Right});
    const bool asks_weight = purchase_.share_by == ShareBy::Weight && !units_in_one(line.unit, Unit::Gram);
    const int columns = asks_weight ? 4 : 3;
    const Rect keys = inside.bottom_part(80);
    const auto box = [&](int column, std::string_view tail, std::string_view label, const std::string& value) {
      const Rect place = keys.column(column, columns, 8);
      caption(ui, place.x, place.y - 4, place.w, label);
      return button(ui, name + std::string(tail), place.bottom_part(56), {.label = value, .kind = ButtonKind::Outline});
    };
    if (box(0, ".quantity", words("How many"), measured(line.quantity, line.unit, words)))
      ask(ui, at, HowMany, words("How many"), NumberKind::Measure, line.quantity.thousandths);
    if (box(1, ".price", words("Price"), ui.bare_money(line.price)))
      ask(ui, at, Price, words(N_("Price of all of it")), NumberKind::Amount, line.price.minor);
    if (box(2, ".expires", words(N_("Keeps until")),
            line.expires ? day_of(*line.expires, today_, words) : std::string("\u2013"))) {
      at_ = at;
      day_.open({.title = std::string(words(N_("Keeps until"))),
                 .day = line.expires.value_or(today_.plus_days(180)),
                 .today = today_,
                 .need = DayNeed::Optional,
                 .question = Expires});
    }
    if (asks_weight && box(3, ".weight", words(N_("Weighs")), measured(line.weight, Unit::Gram, words)))
      ask(ui, at, Weight, words(N_("Weight of all of it, in grams")), NumberKind::Measure, line.weight.thousandths);
    if (!out) return false;
    purchase_.lines.erase(purchase_.lines.begin() + static_cast<std::ptrdiff_t>(at));
    materials_.erase(materials_.begin() + static_cast<std::ptrdiff_t>(at));
    return true;
  }

  void draw_terms(Ui& ui, Rect column) {
    const Words& words = ui.words();
    float y = column.y;
    if (row(ui, "purchase.supplier", {column.x, y, column.w, 72},
            {.title = words(N_("Supplier")),
             .subtitle = supplier_->empty() ? words(N_("Nobody in particular")) : std::string_view(supplier_.view()),
             .icon = icon::user,
             .has_arrow = true}))
      people_.open(std::string(words(N_("Who sells it?"))), {}, 0, ContactPick::Newcomers::Offered);
    y += 80;
    if (row(ui, "purchase.day", {column.x, y, column.w, 72},
            {.title = words(N_("Bought on")),
             .subtitle = words.full_date(purchase_.business_date),
             .icon = icon::calendar,
             .has_arrow = true}))
      day_.open({.title = std::string(words(N_("Bought on"))),
                 .day = purchase_.business_date,
                 .today = today_,
                 .side = DaySide::Past,
                 .question = Day});
    y += 88;
    if (amount_field(ui, "purchase.shipping", {column.x, y, column.w, 72}, ui.money(purchase_.shipping),
                     {.label = words(N_("Shipping"))}))
      ask(ui, 0, Shipping, words(N_("Shipping")), NumberKind::Amount, purchase_.shipping.minor);
    y += 80;
    if (purchase_.lines.size() > 1 && purchase_.shipping > Money{}) {
      caption(ui, column.x, y, column.w, words(N_("Shipping is shared out")));
      if (const auto by = segments(ui, "purchase.share", {column.x, y + 28, column.w, 56},
                                   {std::string(words(N_("By price"))), std::string(words(N_("By weight")))},
                                   static_cast<std::size_t>(purchase_.share_by)))
        purchase_.share_by = static_cast<ShareBy>(*by);
      y += 28 + 56 + 16;
    }
    text(ui, {column.x, y, column.w, 32}, words("Total"), {.type = Type::Text, .color = ui.theme().ink2});
    amount(ui, {column.x, y + 32, column.w, 48}, ui.money(total()),
           {.size = AmountSize::L, .align = Side::Left, .name = "purchase.total"});
  }

  void ask(Ui& ui, std::size_t at, Question question, std::string_view title, NumberKind kind, std::int64_t now) {
    at_ = at;
    number_.open({.title = std::string(title),
                  .kind = kind,
                  .prefill = now == 0 ? std::nullopt : std::optional(now),
                  .question = question},
                 ui.currency());
  }

  void take_answers(Ui& ui, Intents& out) {
    if (const auto answer = number_.draw(ui)) {
      if (answer->question == Shipping) purchase_.shipping = answer->money();
      if (at_ < purchase_.lines.size()) {
        PurchaseLine& line = purchase_.lines[at_];
        if (answer->question == HowMany) line.quantity = Quantity{answer->value.value_or(0)};
        if (answer->question == Price) line.price = answer->money();
        if (answer->question == Weight) line.weight = Quantity{answer->value.value_or(0)};
      }
    }
    if (const auto answer = day_.draw(ui)) {
      if (answer->question == Day)
        purchase_.business_date = answer->day.value_or(today_);
      else if (at_ < purchase_.lines.size())
        purchase_.lines[at_].expires = answer->day;
    }
    if (const auto who = people_.draw(ui)) {
      if (who->contact.is_nil())
        out.perform(SaveContact{{.name = who->name}, ""});
      else
        purchase_.supplier = who->contact;
    }
    if (const auto picked = pick_.draw(ui, out)) add(*picked);
  }

  std::optional<Id<Material>> asked_;
  Purchase purchase_;
  std::vector<Material> materials_;  // of the lines
  std::size_t at_ = 0;               // the line that a sheet asks about
  Date today_;
  std::string saved_;
  Watched<std::optional<Id<Contact>>, std::string> supplier_;
  NumberSheet number_{"purchase.number"};
  DaySheet day_{"purchase.date"};
  ContactPick people_;
  MaterialPick pick_;
};

}  // namespace

std::unique_ptr<Screen> make_purchase_page(std::optional<Id<Material>> material) {
  return std::make_unique<PurchasePage>(material);
}

}  // namespace lapak
