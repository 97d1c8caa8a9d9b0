// screens: taking part in a pre-order round: who, how many of what, and the deposit.
#include <algorithm>

#include "app/parts/button.h"
#include "app/parts/field.h"
#include "app/parts/figure.h"
#include "app/parts/list.h"
#include "app/parts/text.h"
#include "app/screens/contact_pick.h"
#include "app/screens/deposit_sheet.h"
#include "app/screens/method_tiles.h"
#include "app/screens/number_sheet.h"
#include "app/screens/page.h"
#include "app/screens/round_said.h"
#include "app/screens/rounds.h"
#include "app/screens/screen.h"
#include "app/screens/watched.h"
#include "app/screens/wording.h"
#include "core/order/order_commands.h"
#include "core/order/round_commands.h"
#include "core/order/round_store.h"

namespace lapak {
namespace {

constexpr float kItem = 96, kLabel = 28;
enum class Paying { Later, Share, All };

class RoundJoin final : public Screen {
 public:
  RoundJoin(Id<Round> round, std::optional<Id<Contact>> client) : round_(round) {
    if (client) client_ = *client;
  }

  void refresh(const Shop& shop) override {
    home_ = home_country_code(shop.profile().currency);
    page_.refresh(shop, round_, rooms(&Revisions::order, &Revisions::catalog),
                  [](const Shop& s, Id<Round> round) { return round_page(s.facts(), round); });
    if (!(asked_for_ == client_)) take_what_she_has(shop.facts());
    pick_.refresh(shop);
  }

  void draw(Ui& ui, Intents& out) override {
    if (!page_.view()) {
      out.add(Back{});
      return;
    }
    const RoundPage& round = *page_.view();
    const std::vector<Pick> picks = picked(round);
    price_ = worth_of(picks).value_or(Money{});
    percent_ = round.round.deposit_percent;
    const Money paid = deposit();
    const PageFrame page = draw_page(
        ui, {.title = say(ui, N_("Order: {}"), round.round.name),
             .main = paid > Money{} ? say(ui, N_("Save, take {}"), ui.money(paid)) : std::string(ui.words(N_("Save"))),
             .main_icon = icon::check,
             .main_enabled = !client_.is_nil() && !picks.empty()});
    if (page.back) out.add(Back{});
    if (page.main == Press::Tap) out.perform(RoundCommand(JoinRound{round_, client_, picks, notes_}));
    if (page.main == Press::TapDisabled)
      out.add(ShowToast{.sentence = std::string(ui.words(N_("Who orders, and what? Both are needed."))),
                        .icon = icon::info});
    const float terms_width = ui.size() == SizeClass::Compact ? 320.0f : 400.0f;
    draw_goods(ui, out, page.content.left_part(page.content.w - terms_width - 32), round);
    draw_terms(ui, page.content.right_part(terms_width));
    if (const auto number = number_.draw(ui)) set(out, round, asked_item_, Quantity{number->value.value_or(0)});
    if (const auto client = pick_.draw(ui)) take(*client, out);
  }

  void performed(const Outcome& outcome, Intents& out) override {
    if (outcome.kind == "save_contact") {
      client_ = Id<Contact>{outcome.subject};
    } else if (outcome.kind == "join_round") {
      if (const Money paid = deposit(); paid > Money{})
        out.perform(OrderCommand(
            TakeOrderDeposit{Id<CustomOrder>{outcome.subject}, {Tender{.method = method_, .amount = paid}}}));
      out.add(Back{outcome});
    }
  }

 private:
  // Of somebody who takes part already what she has, to be changed.
  void take_what_she_has(const Database& facts) {
    asked_for_ = client_;
    const bool had = had_.has_value();
    had_.reset();
    if (client_.is_nil()) return;
    if (const auto contact = find_contact(facts, kept_contact(facts, client_))) name_ = shown_name(*contact, home_);
    had_ = order_in_round(facts, round_, client_);
    if (!had_ && !had) return;
    picks_.clear();
    had_picks_.clear();
    notes_.clear();
    if (!had_) return;
    picks_ = had_picks_ = picks_of(facts, had_->id);
    notes_ = had_->notes;
  }
  void take(const ContactPick::Answer& picked, Intents& out) {
    if (!picked.contact.is_nil()) {
      client_ = picked.contact;
      return;
    }
    Contact contact;
    (looks_like_phone(picked.name) ? contact.phone : contact.name) = picked.name;
    out.perform(PeopleCommand(SaveContact{.contact = contact, .fallback_name = picked.name}));
  }
  static const Pick* found(const std::vector<Pick>& picks, Id<Product> product) {
    const auto pick = std::ranges::find(picks, product, &Pick::product);
    return pick == picks.end() ? nullptr : &*pick;
  }
  Quantity wanted(Id<Product> product) const {
    const Pick* const pick = found(picks_, product);
    return pick ? pick->quantity : Quantity{};
  }
  // At the prices they will have.
  std::vector<Pick> picked(const RoundPage& round) const {
    std::vector<Pick> picks;
    for (const RoundItemRow& row : round.items) {
      const Pick* const old = found(had_picks_, row.item.product);
      if (const Quantity quantity = wanted(row.item.product); quantity > Quantity{})
        picks.push_back({row.item.product, quantity, old ? old->price : row.item.price});
    }
    return picks;
  }
  // What she can take of it, beside what she takes of the others.
  std::optional<Quantity> most(const RoundPage& round, const RoundItemRow& row) const {
    const Pick* const old = found(had_picks_, row.item.product);
    std::optional<Quantity> most;
    if (row.item.quota) most = *row.item.quota - row.ordered + (old ? old->quantity : Quantity{});
    if (round.left) {
      const Quantity in_all = *round.left + pieces_of(had_picks_) - pieces_of(picks_) + wanted(row.item.product);
      most = std::min(most.value_or(in_all), in_all);
    }
    return most;
  }
  void set(Intents& out, const RoundPage& round, std::size_t index, Quantity quantity) {
    if (index >= round.items.size()) return;
    const RoundItemRow& row = round.items[index];
    if (const auto most = this->most(round, row); most && quantity > *most) {
      out.add(ShowProblem{Problem{ProblemCode::RoundFull, {row.name, most->thousandths}}});
      quantity = *most;
    }
    std::erase_if(picks_, [&](const Pick& pick) { return pick.product == row.item.product; });
    if (quantity > Quantity{}) picks_.push_back({row.item.product, quantity, row.item.price});
  }
  Money deposit() const {
    if (had_ || paying_ == Paying::Later) return {};
    return paying_ == Paying::All ? price_ : deposit_share(price_, percent_);
  }
  void draw_goods(Ui& ui, Intents& out, Rect area, const RoundPage& round);
  void draw_terms(Ui& ui, Rect column);

  Id<Round> round_;
  Id<Contact> client_, asked_for_;
  std::string name_, notes_;
  std::optional<CustomOrder> had_;  // her order of this round
  std::vector<Pick> picks_, had_picks_;
  Money price_;
  std::int64_t percent_ = 0;
  Paying paying_ = Paying::Share;
  Method method_ = Method::Cash;
  Watched<Id<Round>, std::optional<RoundPage>> page_;
  std::size_t asked_item_ = 0;
  std::string_view home_;
  ContactPick pick_;
  NumberSheet number_{"join.number"};
};

void RoundJoin::draw_goods(Ui& ui, Intents& out, Rect area, const RoundPage& round) {
  const RowList rows(ui, "join.goods", area, {.count = round.items.size(), .row_height = kItem});
  for (const RowList::Item& item : rows.visible()) {
    const RoundItemRow& each = round.items[item.index];
    const Quantity quantity = wanted(each.item.product);
    const float stepper_width = 208;
    const Rect keys{item.rect.right() - stepper_width, item.rect.y + 16, stepper_width, 64};
    photo(ui, {item.rect.x, item.rect.y + 16, 64, 64}, ui.photo(each.photo), kButtonRadius, icon::tag);
    const Rect words{item.rect.x + 80, item.rect.y + 8, keys.x - 16 - item.rect.x - 80, 80};
    text(ui, words.top_part(52), each.name, {.type = Type::Row, .cut = Cut::Names, .lines = 2});
    const std::string left = left_text(ui.words(), each.left);
    text(ui, words.bottom_part(28), ui.money(each.item.price) + (left.empty() ? "" : " · " + left),
         {.type = Type::Small, .color = ui.theme().ink2});
    divider(ui, item.rect.x, item.rect.bottom() - 1, item.rect.w);
    switch (stepper(ui, fmt::format("join.{}", item.index), keys,
                    {.value = ui.words().quantity(quantity), .can_go_down = quantity > Quantity{}})) {
      case Step::Less:
        set(out, round, item.index, std::max(quantity - Quantity::of(1), Quantity{}));
        break;
      case Step::More:
        set(out, round, item.index, quantity + Quantity::of(1));
        break;
      case Step::Number:
        asked_item_ = item.index;
        number_.open({.title = each.name, .kind = NumberKind::Pieces}, ui.currency());
        break;
      case Step::None:
        break;
    }
  }
}

void RoundJoin::draw_terms(Ui& ui, Rect column) {
  float y = column.y;
  const std::string who = client_.is_nil() ? std::string(ui.words(N_("Who orders?")))
                                           : ui.paint().shortened(Type::Button, name_, column.w - 90);
  if (button(ui, "join.client", {column.x, y, column.w, 72},
             {.label = who,
              .icon = client_.is_nil() ? icon::user_plus : icon::user,
              .kind = choice_kind(!client_.is_nil()),
              .left_aligned = true}))
    pick_.open(std::string(ui.words(N_("Who orders?"))), {}, 0, ContactPick::Newcomers::Offered);
  y += 72 + 16;
  text(ui, {column.x, y, column.w, 28}, ui.words(N_("Price")), {.type = Type::Text, .color = ui.theme().ink2});
  amount(ui, {column.x, y, column.w, 32}, ui.money(price_), {.size = AmountSize::S, .name = "join.price"});
  y += 32 + 16 + kLabel;
  field(ui, "join.notes", {column.x, y, column.w, 80}, notes_,
        {.label = ui.words(N_("How it is made")), .multiline = true, .longest_bytes = 2'000});
  y += 80 + 16;
  if (had_) {
    text(ui, {column.x, y, column.w, 80},
         say(ui, N_("Takes part already, with order #{}. It is changed."), had_->number),
         {.type = Type::Text, .color = ui.theme().ink2, .upright = Upright::Top, .lines = 3, .name = "join.had"});
    return;
  }
  caption(ui, column.x, y, column.w, ui.words(N_("Deposit")));
  y += kLabel;
  std::vector<std::pair<Paying, std::string>> ways{{Paying::Later, std::string(ui.words(N_("Later")))}};
  if (percent_ > 0 && percent_ < 100) ways.emplace_back(Paying::Share, percent_text(ui.words(), percent_));
  ways.emplace_back(Paying::All, std::string(ui.words(N_("In full"))));
  if (paying_ == Paying::Share && ways.size() == 2) paying_ = percent_ == 0 ? Paying::Later : Paying::All;
  for (std::size_t i = 0; i < ways.size(); ++i)
    if (button(ui, fmt::format("join.deposit.{}", i),
               Rect{column.x, y, column.w, 64}.column(static_cast<int>(i), static_cast<int>(ways.size()), kGap),
               {.label = ways[i].second,
                .kind = choice_kind(paying_ == ways[i].first),
                .selected = paying_ == ways[i].first,
                .type = Type::SmallStrong}))
      paying_ = ways[i].first;
  y += 64 + 8;
  const Money paid = deposit();
  text(ui, {column.x, y, column.w, 56},
       paid.is_zero() ? std::string(ui.words(N_("Nothing is paid today.")))
                      : say(ui, N_("Deposit {0}, due {1}"), ui.money(paid), ui.money(price_ - paid)),
       {.type = Type::Text, .color = ui.theme().ink2, .upright = Upright::Top, .lines = 2, .name = "join.said"});
  y += 56 + 8;
  if (paid.is_zero()) return;
  if (const auto by = method_tiles(ui, "join.by", {column.x, y, column.w, 120}, method_)) method_ = *by;
}

}  // namespace

std::unique_ptr<Screen> make_round_join(Id<Round> round, std::optional<Id<Contact>> client) {
  return std::make_unique<RoundJoin>(round, client);
}

}  // namespace lapak
