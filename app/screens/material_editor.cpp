// screens: a material written down: its name, how it is counted and bought, from whom, and when it is low.
#include <algorithm>
#include <array>

#include "app/parts/button.h"
#include "app/parts/field.h"
#include "app/parts/list.h"
#include "app/parts/row.h"
#include "app/parts/text.h"
#include "app/screens/contact_pick.h"
#include "app/screens/material_said.h"
#include "app/screens/materials.h"
#include "app/screens/number_sheet.h"
#include "app/screens/page.h"
#include "app/screens/screen.h"
#include "app/screens/watched.h"
#include "app/screens/wording.h"
#include "core/base/text.h"
#include "core/making/material_commands.h"
#include "core/people/people_store.h"
#include "core/words/sentences.h"

namespace lapak {
namespace {

constexpr std::array kUnits{Unit::Piece, Unit::Gram,       Unit::Kilogram, Unit::Millilitre,       Unit::Litre,
                            Unit::Metre, Unit::Centimetre, Unit::Sheet,    Unit::SquareCentimetre, Unit::SquareMetre};
enum Question { Holds, Low, Supplier };

class MaterialEditor final : public Screen {
 public:
  MaterialEditor(std::optional<Id<Material>> material, std::string name) : asked_(material), is_new_(!material) {
    material_.name = std::move(name);
  }

  void refresh(const Shop& shop) override {
    if (asked_) {
      if (const auto found = find_material(shop.facts(), *asked_)) material_ = *found;
      has_moved_ = has_moved(shop.facts(), material_.id);
      if (const auto& holds = material_.used_in_one_bought)
        if (const auto one = times(Quantity::of(1), *holds)) holds_ = *one;
      asked_.reset();
    }
    supplier_.refresh(shop, material_.supplier, rooms(&Revisions::people),
                      [](const Shop& s, const std::optional<Id<Contact>>& id) {
                        return id ? kept_name(s.facts(), *id) : std::string();
                      });
    people_.refresh(shop);
  }

  void draw(Ui& ui, Intents& out) override {
    const PageFrame page = draw_page(ui, {.title = ui.words(is_new_ ? N_("New material") : N_("Change the material")),
                                          .main = ui.words(N_("Save")),
                                          .main_icon = icon::check,
                                          .main_enabled = !trimmed(material_.name).empty()});
    if (page.back) out.add(Back{});
    if (page.main == Press::Tap) save(ui, out);
    if (page.main == Press::TapDisabled)
      out.add(ShowToast{.sentence = std::string(ui.words(N_("A material needs a name."))), .icon = icon::info});
    draw_card(ui, page.content.column(0, 2, 32));
    draw_units(ui, page.content.column(1, 2, 32));
    if (const auto answer = number_.draw(ui)) {
      if (answer->question == Holds)
        holds_ = Quantity{answer->value.value_or(0)};
      else
        material_.low_mark = answer->value ? std::optional(Quantity{*answer->value}) : std::nullopt;
    }
    if (const auto who = people_.draw(ui)) {
      if (who->contact.is_nil())
        out.perform(SaveContact{{.name = who->name}, ""});
      else
        material_.supplier = who->contact;
    }
  }

  void performed(const Outcome& outcome, Intents& out) override {
    if (outcome.kind == "save_contact") material_.supplier = Id<Contact>{outcome.subject};
    if (outcome.kind == "save_material") out.add(Back{outcome});
  }
  bool refused(const Problem& problem) override {
    problem_ = problem;
    return problem.code == ProblemCode::MaterialTaken;
  }

 private:
  bool needs_holds() const { return !units_in_one(material_.bought_in, material_.unit); }

  void save(Ui& ui, Intents& out) {
    ui.leave_field();
    material_.used_in_one_bought.reset();
    if (needs_holds() && holds_ > Quantity{}) material_.used_in_one_bought = Fraction{holds_.thousandths, 1'000};
    out.perform(SaveMaterial{material_});
  }

  void draw_card(Ui& ui, Rect column) {
    const Words& words = ui.words();
    float y = column.y + 28;
    const std::string problem =
        problem_ && problem_->code == ProblemCode::MaterialTaken ? sentence(*problem_, words, ui.currency()) : "";
    if (field(ui, "material_new.name", {column.x, y, column.w, 64}, material_.name,
              {.label = words(N_("Name of the material")),
               .placeholder = words(N_("Soy wax, cotton yarn, kraft box")),
               .error = problem,
               .longest_bytes = 200})
            .edited)
      problem_.reset();
    y += 64 + 44;
    if (row(ui, "material_new.supplier", {column.x, y, column.w, 72},
            {.title = words(N_("Supplier")),
             .subtitle = supplier_->empty() ? words(N_("Nobody in particular")) : std::string_view(supplier_.view()),
             .icon = icon::user,
             .has_arrow = true}))
      people_.open(std::string(words(N_("Who sells it?"))), {}, Supplier, ContactPick::Newcomers::Offered);
    y += 72 + 16;
    const std::string low = material_.low_mark ? words.quantity(*material_.low_mark) : std::string("\u2013");
    if (amount_field(ui, "material_new.low", {column.x, y, column.w, 72}, low,
                     {.label = words("Warn when left"), .hint = unit_name(material_.unit, words)}))
      number_.open({.title = std::string(words("Warn when left")),
                    .kind = NumberKind::Measure,
                    .need = NumberNeed::Optional,
                    .prefill = material_.low_mark ? std::optional(material_.low_mark->thousandths) : std::nullopt,
                    .question = Low},
                   ui.currency());
    y += 72 + 16;
    text(ui, {column.x, y, column.w, 130},
         words(N_("What you have of it comes from purchases, and goes with what you make. A recipe of its own makes "
                  "it from other materials.")),
         {.type = Type::Text, .color = ui.theme().ink2, .upright = Upright::Top, .lines = 5});
  }

  void draw_units(Ui& ui, Rect column) {
    const Words& words = ui.words();
    float y = column.y;
    std::vector<std::string> names;
    for (const Unit unit : kUnits) names.emplace_back(unit_name(unit, words));
    const auto at = [](Unit unit) {
      return static_cast<std::size_t>(std::ranges::find(kUnits, unit) - kUnits.begin());
    };
    caption(ui, column.x, y, column.w, words(N_("Counted and used in")));
    if (has_moved_) {
      text(ui, {column.x, y + 28, column.w, 48}, unit_name(material_.unit, words), {.type = Type::Strong});
      y += 28 + 48 + 16;
    } else {
      const FlowedChips used =
          flowed_chips(ui, "material_new.unit", {column.x, y + 28, column.w, 0}, names, {at(material_.unit)});
      if (used.tapped) {
        const bool was_same = material_.bought_in == material_.unit;
        material_.unit = kUnits[*used.tapped];
        if (was_same) material_.bought_in = material_.unit;
      }
      y = used.bottom + 16;
    }
    caption(ui, column.x, y, column.w, words(N_("Bought in")));
    const FlowedChips bought =
        flowed_chips(ui, "material_new.bought_in", {column.x, y + 28, column.w, 0}, names, {at(material_.bought_in)});
    if (bought.tapped) material_.bought_in = kUnits[*bought.tapped];
    y = bought.bottom + 16;
    if (!needs_holds()) return;
    const std::string label = say(ui, N_("One {} holds"), unit_name(material_.bought_in, words));
    if (amount_field(ui, "material_new.holds", {column.x, y, column.w, 72},
                     holds_ > Quantity{} ? words.quantity(holds_) : std::string("\u2013"),
                     {.label = label, .hint = unit_name(material_.unit, words)}))
      number_.open({.title = label,
                    .kind = NumberKind::Measure,
                    .prefill = holds_ > Quantity{} ? std::optional(holds_.thousandths) : std::nullopt,
                    .may_be_zero = false,
                    .question = Holds},
                   ui.currency());
  }

  std::optional<Id<Material>> asked_;
  bool is_new_, has_moved_ = false;
  Material material_;
  Quantity holds_;
  std::optional<Problem> problem_;
  Watched<std::optional<Id<Contact>>, std::string> supplier_;
  NumberSheet number_{"material_new.number"};
  ContactPick people_;
};

}  // namespace

std::unique_ptr<Screen> make_material_editor(std::optional<Id<Material>> material, std::string name) {
  return std::make_unique<MaterialEditor>(material, std::move(name));
}

}  // namespace lapak
