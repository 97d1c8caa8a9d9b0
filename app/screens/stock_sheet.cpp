// screens: moving, counting and looking back at the pieces of one item.
#include "app/screens/stock_sheet.h"

#include <array>

#include "app/parts/button.h"
#include "app/parts/field.h"
#include "app/parts/figure.h"
#include "app/parts/list.h"
#include "app/parts/row.h"
#include "app/parts/sheet.h"
#include "app/parts/text.h"
#include "app/screens/page.h"
#include "app/screens/wording.h"
#include "core/catalog/product_store.h"
#include "core/stock/stock_commands.h"

namespace lapak {
namespace {

constexpr std::array kArrivals{MovementKind::Received, MovementKind::Made, MovementKind::Returned};
constexpr std::array kDepartures{MovementKind::Lost, MovementKind::Gift, MovementKind::OwnUse};

}  // namespace

std::string_view movement_name(MovementKind kind, const Words& words) {
  switch (kind) {
    case MovementKind::Opening:
      return words("At the start");
    case MovementKind::Received:
      return words("Goods in");
    case MovementKind::Made:
      return words("Made");
    case MovementKind::Sold:
      return words("Sold");
    case MovementKind::Returned:
      return words("Came back");
    case MovementKind::Lost:
      return words("Lost or broken");
    case MovementKind::Gift:
      return words("Sample / gift");
    case MovementKind::OwnUse:
      return words("Own use");
    case MovementKind::Counted:
      return words("Counted");
    case MovementKind::Corrected:
      return words("Corrected");
    case MovementKind::GivenBack:
      return words("Given back to its owner");
    case MovementKind::Moved:
      return words("To or from another shop");
  }
  return {};
}

void StockSheet::open(Id<Product> product, std::string name, Quantity on_hand, StockAct act) {
  product_ = product;
  name_ = std::move(name);
  on_hand_ = on_hand;
  act_ = act;
  kind_ = 0;
  is_waiting_for_pad_ = true;
  movements_.forget();
  is_open_ = true;
}

void StockSheet::refresh(const Shop& shop) {
  if (!is_open_) return;
  zone_ = shop.profile().clock();
  whereabouts_.refresh(shop, product_,
                       rooms(&Revisions::stock, &Revisions::sale, &Revisions::fair, &Revisions::till,
                             &Revisions::partner, &Revisions::people),
                       [](const Shop& s, Id<Product> id) { return whereabouts(s.facts(), id); });
  const bool is_new =
      movements_.refresh(shop, product_, rooms(&Revisions::stock, &Revisions::catalog, &Revisions::sale),
                         [](const Shop& s, Id<Product> id) { return movements_of(s.facts(), id, 200); });
  if (!is_new) return;
  on_hand_ = lapak::on_hand(shop.facts(), product_);
  const auto found = find_product(shop.facts(), product_);
  is_hidden_ = found && found->hidden;
  is_by_measure_ = moves_in_parts(shop.facts(), product_);
  if (!is_waiting_for_pad_) return;
  is_waiting_for_pad_ = false;
  begin_typing();
}

void StockSheet::begin_typing() {
  pieces_ = is_by_measure_ ? NumberEntry(3, 9, NumberEntry::Typing::WholeFirst) : NumberEntry(0, 6);
  if (act_ != StockAct::Count) return;
  const std::int64_t here = std::max<std::int64_t>(0, on_hand_.thousandths);
  pieces_.prefill(is_by_measure_ ? here : here / 1000);
}

Quantity StockSheet::typed() const {
  return is_by_measure_ ? Quantity{pieces_.value()} : Quantity::of(pieces_.value());
}

void StockSheet::draw(Ui& ui, Intents& out) {
  Sheet sheet(ui, "stock", is_open_, {.title = name_, .close_label = ui.words("Close")});
  if (!sheet.visible()) return;
  if (sheet.dismissed()) is_open_ = false;
  const Rect content = sheet.content();
  const std::vector<std::string> acts{std::string(ui.words("In")), std::string(ui.words("Out")),
                                      std::string(ui.words("Count")), std::string(ui.words("History"))};
  if (const auto act =
          segments(ui, "stock.act", {content.x, 80, content.w, 56}, acts, static_cast<std::size_t>(act_))) {
    act_ = static_cast<StockAct>(*act);
    kind_ = 0;
    begin_typing();
  }
  text(ui, {content.x, 144, content.w, 36}, said_on_hand(ui),
       {.color = ui.theme().ink2, .cut = Cut::Names, .name = "stock.now"});
  if (act_ == StockAct::History) {
    const Rect hide = content.bottom_part(56);
    draw_history(ui, {content.x, 184, content.w, hide.y - 16 - 184});
    if (button(ui, "stock.hide", hide,
               {.label = ui.words(is_hidden_ ? N_("Show again") : N_("Hide this item")),
                .icon = is_hidden_ ? Icon(icon::eye) : Icon(icon::eye_slash),
                .kind = ButtonKind::Outline})) {
      out.perform(HideProduct{product_, !is_hidden_});
    }
    return;
  }
  float y = 184;
  const auto& kinds = act_ == StockAct::In ? kArrivals : kDepartures;
  if (act_ != StockAct::Count) {
    std::vector<std::string> names;
    for (const MovementKind kind : kinds) names.emplace_back(movement_name(kind, ui.words()));
    const FlowedChips chosen = flowed_chips(ui, "stock.kind", {content.x, y, content.w, 0}, names, {kind_});
    if (chosen.tapped) kind_ = *chosen.tapped;
    y = chosen.bottom + 8;
  }
  amount_field(ui, "stock.pieces", {content.x, y, content.w, 80}, ui.words().quantity(typed()),
               {.label = ui.words(act_ == StockAct::Count ? N_("Counted") : N_("How many")),
                .selected = true,
                .prefilled = pieces_.prefilled()});
  y += 88;
  const float foot = ui.height() - 16 - 80;
  number_pad(ui, "stock", {content.x, y, content.w, std::min(foot - 16 - y, 4 * 96.0f + 24)}, pieces_,
             {.has_zeros = false});
  const bool is_count = act_ == StockAct::Count;
  const std::string label =
      is_count ? say(ui, N_("There are {}"), ui.words().quantity(typed()))
               : say(ui, act_ == StockAct::In ? N_("{} came in") : N_("{} went out"), ui.words().quantity(typed()));
  if (button(ui, "stock.ok", {content.x, foot, content.w, 80},
             {.label = label,
              .kind = ButtonKind::Primary,
              .enabled = is_count || pieces_.value() > 0,
              .type = Type::Title,
              .shortcut = {Key::Enter}})) {
    const Quantity quantity = typed();
    if (is_count) {
      out.perform(CountStock{product_, quantity, {}});
    } else {
      out.perform(MoveStock{product_, kinds[kind_], quantity, {}});
    }
  }
}

std::string StockSheet::said_on_hand(const Ui& ui) const {
  std::string said = say(ui, N_("In stock: {}"), ui.words().quantity(on_hand_));
  if (whereabouts_->size() < 2) return said;
  for (const AtPlace& at : whereabouts_.view())
    said += fmt::format(" · {} {}", at.name.empty() ? ui.words(N_("home")) : std::string_view(at.name),
                        ui.words().quantity(at.quantity));
  return said;
}

void StockSheet::draw_history(Ui& ui, Rect rect) {
  const std::vector<Movement>& movements = movements_.view();
  if (movements.empty()) {
    empty_state(ui, "stock.none", rect, {icon::package, ui.words("Nothing has moved yet")});
    return;
  }
  RowList rows(ui, "stock.history", rect, {.count = movements.size()});
  for (const RowList::Item& item : rows.visible()) {
    const Movement& movement = movements[item.index];
    const LocalTime local = zone_.local(movement.at);
    const bool arrives = movement.quantity.thousandths > 0;
    const std::string amount =
        arrives ? "+" + ui.words().quantity(movement.quantity) : "\u2212" + ui.words().quantity(-movement.quantity);
    const std::string when = fmt::format("{} · {}", ui.words().short_date(local.date), ui.words().time(local));
    const std::string below = movement.reason.empty() ? when : fmt::format("{} · {}", when, movement.reason);
    plain_row(ui, fmt::format("stock.history.{}", item.index), item.rect,
              {.title = movement_name(movement.kind, ui.words()), .subtitle = below, .trailing = amount});
  }
}

void StockSheet::performed(const Outcome& outcome, const Words& words, Intents& out) {
  if (!is_open_ || !outcome.is_undoable) return;
  is_open_ = false;
  std::string sentence;
  if (outcome.kind == "hide_product" || outcome.kind == "show_product") {
    sentence = say(words, is_hidden_ ? N_("{} is shown again") : N_("{} is hidden"), name_);
  } else {
    const std::string pieces = words.quantity(typed());
    sentence = act_ == StockAct::Count
                   ? say(words, N_("{}: {} counted"), name_, pieces)
                   : say(words, act_ == StockAct::In ? N_("{}: {} came in") : N_("{}: {} went out"), name_, pieces);
  }
  out.add(ShowToast{.sentence = std::move(sentence), .icon = icon::package, .offers_undo = true, .lasts_s = 10});
}

}  // namespace lapak
