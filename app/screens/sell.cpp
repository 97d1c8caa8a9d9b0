// screens: Sell.
#include "app/screens/sell.h"

#include <algorithm>
#include <cmath>

#include "app/parts/button.h"
#include "app/parts/card.h"
#include "app/parts/field.h"
#include "app/parts/figure.h"
#include "app/parts/list.h"
#include "app/screens/customer_sheet.h"
#include "app/screens/discount_sheet.h"
#include "app/screens/done.h"
#include "app/screens/held_sheet.h"
#include "app/screens/line_sheet.h"
#include "app/screens/more_sheet.h"
#include "app/screens/note_sheet.h"
#include "app/screens/number_sheet.h"
#include "app/screens/pay.h"
#include "app/screens/peek_sheet.h"
#include "app/screens/product_editor.h"
#include "app/screens/quick_amount_sheet.h"
#include "app/screens/sell_cart.h"
#include "app/screens/variant_sheet.h"
#include "app/screens/wording.h"
#include "core/making/lot_store.h"
#include "core/sale/open_day.h"
#include "core/sale/stall_terms.h"

namespace lapak {
namespace {

// With the prices that are asked where the day is open.
std::vector<ProductCard> priced_here(const Shop& shop, std::vector<ProductCard> cards) {
  return priced_by(terms_here(shop.facts()), shop.facts(), std::move(cards));
}

constexpr int kPage = 60;        // the grid is asked for in these steps, and one more on either side
constexpr int kMostFound = 240;  // a search that finds more is not finished being typed
constexpr int kBestSellerDays = 30;
constexpr std::size_t kAllChip = 0, kBestChip = 1, kFirstCategoryChip = 2;

// The first two letters of a name, for a card without a photo.
std::string initials(std::string_view name) {
  std::size_t end = 0;
  for (int letters = 0; end < name.size() && letters < 2; ++letters) {
    ++end;
    while (end < name.size() && (static_cast<unsigned char>(name[end]) & 0xC0) == 0x80) ++end;
  }
  return std::string(name.substr(0, end));
}

// "3*" typed on the keyboard: three of what comes next.
std::optional<Quantity> typed_quantity(std::string_view text) {
  if (text.size() < 2 || text.size() > 5 || text.back() != '*') return std::nullopt;
  std::int64_t count = 0;
  for (const char c : text.substr(0, text.size() - 1)) {
    if (c < '0' || c > '9') return std::nullopt;
    count = count * 10 + (c - '0');
  }
  return count > 0 ? std::optional(Quantity::of(count)) : std::nullopt;
}

// What was searched for is a name, or the digits under a bar code.
NewItem new_item_of(const std::string& searched) {
  constexpr std::size_t kShortestBarcode = 8;
  const bool is_barcode =
      searched.size() >= kShortestBarcode && std::ranges::all_of(searched, [](char c) { return c >= '0' && c <= '9'; });
  return is_barcode ? NewItem{.barcode = searched} : NewItem{.name = searched};
}

struct FoundQuestion {
  std::string text;
  friend bool operator==(const FoundQuestion&, const FoundQuestion&) = default;
};

class SellScreen final : public Screen {
 public:
  void refresh(const Shop& shop) override;
  void draw(Ui& ui, Intents& out) override;
  void performed(const Outcome& outcome, Intents& out) override;
  void toast_tapped(Intents& out) override;
  Rect toast_place(const Ui& ui) const override;

 private:
  enum class ToastOffer { None, UndoCart, NameHeld, RestoreHeld, MakeItem };
  struct Scanned {
    std::string code;
    std::optional<Product> product;
  };

  void draw_top(Ui& ui, Intents& out, const SellLayout& at);
  void draw_chips(Ui& ui, const SellLayout& at);
  void draw_grid(Ui& ui, Intents& out, Rect area);
  void draw_nothing(Ui& ui, Intents& out, Rect area);
  void draw_card(Ui& ui, Intents& out, std::size_t index, Rect place, const ProductCard& card);
  void draw_sheets(Ui& ui, Intents& out);
  void take_keys(Ui& ui, Intents& out);
  void take_scan(Ui& ui, Intents& out);
  void answer(Ui& ui, Intents& out, CartWish wish);
  void add(Ui& ui, Intents& out, Id<Product> product, bool has_variants, bool open_price, std::string_view name);
  void warn_of_curing(Ui& ui, Intents& out, Id<Product> product, Quantity quantity, std::string_view name);
  const NotReady* curing(Id<Product> product) const;
  void say_toast(Intents& out, std::string sentence, Icon icon, ToastOffer offer, const Words& words);
  void make_item(Intents& out, NewItem begun);
  bool is_searching() const { return !search_.empty(); }

  // What the shop answers.
  WatchedCart cart_;
  Watched<int, std::vector<Category>> categories_;
  Watched<GridQuestion, GridView> grid_;
  Watched<FoundQuestion, Shop::SearchAnswer> found_;
  Instant now_;
  const Words* words_ = nullptr;  // of the profile, for what is said between frames
  const Currency* currency_ = nullptr;
  ThemeName calm_theme_ = ThemeName::Mori;

  // What is half done.
  std::string search_;
  std::string before_burst_;
  std::size_t chip_ = kAllChip;
  std::size_t first_seen_ = 0;
  Quantity next_quantity_ = Quantity::of(1);
  std::optional<std::string> scan_;
  std::optional<Scanned> scanned_;
  std::optional<PaidCard> paid_;
  bool is_exact_ = false;  // the sale under way is "exact cash"
  bool is_taking_back_ = false;
  std::optional<Id<Product>> open_price_product_;
  ToastOffer toast_offer_ = ToastOffer::None;
  std::optional<Id<Sale>> held_to_name_;
  std::optional<HeldCart> dropped_;  // on its way out, or to be brought back
  bool is_dropping_ = false;
  std::string unknown_code_;
  bool sells_new_item_ = false;  // the editor was opened for what a buyer stands there with
  std::optional<Id<Product>> new_item_;
  enum class NoteFor { Cart, Held, Buyer } note_for_ = NoteFor::Cart;

  SellCart panel_;
  LineSheet line_sheet_;
  VariantSheet variant_sheet_{"variant"};
  QuickAmountSheet quick_sheet_;
  PeekSheet peek_sheet_;
  HeldSheet held_sheet_;
  DiscountSheet discount_sheet_;
  NoteSheet note_sheet_{"words"};
  CustomerSheet customer_sheet_;
  Watched<Date, std::unordered_map<Id<Product>, NotReady>> not_ready_;
  Watched<int, bool> day_;  // whether a drawer is open
  MoreSheet more_sheet_;
  DrawerState drawer_ = DrawerState::Closed;
  NumberSheet price_sheet_{"open_price"};
};

void SellScreen::refresh(const Shop& shop) {
  now_ = shop.now();
  words_ = &shop.profile().screen_words();
  currency_ = &shop.profile().money();
  cart_.refresh(shop);
  day_.refresh(shop, 0, rooms(&Revisions::till), [](const Shop& s, int) {
    return trading_day(s.facts(), s.now(), s.profile().clock()).till_day.has_value();
  });
  not_ready_.refresh(shop, shop.today(), rooms(&Revisions::making, &Revisions::sale, &Revisions::stock),
                     [](const Shop& s, Date today) { return not_ready(s.facts(), today); });
  drawer_ = day_.view() ? DrawerState::Open : DrawerState::Closed;
  more_sheet_.refresh(shop);
  if (!cart_->is_empty()) paid_.reset();
  categories_.refresh(shop, 0, rooms(&Revisions::catalog), [](const Shop& s, int) { return categories(s.facts()); });
  if (is_searching()) {
    found_.refresh(shop, FoundQuestion{search_},
                   rooms(&Revisions::catalog, &Revisions::stock, &Revisions::sale, &Revisions::search, &Revisions::till,
                         &Revisions::fair),
                   [](const Shop& s, const FoundQuestion& q) {
                     Shop::SearchAnswer found = s.search(q.text, kMostFound);
                     found.cards = priced_here(s, std::move(found.cards));
                     return found;
                   });
  } else {
    const auto page = static_cast<int>(first_seen_) / kPage;
    GridQuestion question{.first = std::max(0, page - 1) * kPage, .count = 3 * kPage};
    if (chip_ == kBestChip) {
      question.filter = GridFilter::BestSellers;
      question.since = shop.today().plus_days(-kBestSellerDays);
    } else if (chip_ >= kFirstCategoryChip && chip_ - kFirstCategoryChip < categories_->size()) {
      question.filter = GridFilter::Category;
      question.category = categories_.view()[chip_ - kFirstCategoryChip].id;
    }
    grid_.refresh(shop, question,
                  rooms(&Revisions::catalog, &Revisions::stock, &Revisions::sale, &Revisions::till, &Revisions::fair),
                  [](const Shop& s, const GridQuestion& q) {
                    GridView view = grid(s.facts(), q);
                    view.cards = priced_here(s, std::move(view.cards));
                    return view;
                  });
  }
  if (scan_) {
    scanned_ = Scanned{*scan_, find_product_by_code(shop.facts(), *scan_)};
    scan_.reset();
  } else if (new_item_) {
    scanned_ = Scanned{{}, find_product(shop.facts(), *new_item_)};
    new_item_.reset();
  }
  sells_new_item_ = false;  // she is back
  variant_sheet_.refresh(shop);
  line_sheet_.refresh(shop);
  customer_sheet_.refresh(shop);
  quick_sheet_.refresh(shop);
  peek_sheet_.refresh(shop);
}

void SellScreen::draw(Ui& ui, Intents& out) {
  const SellLayout at = sell_layout(ui);
  draw_top(ui, out, at);
  draw_chips(ui, at);
  draw_grid(ui, out, at.grid);
  const CartWish wish = panel_.draw(ui, out, at, cart_.view(), paid_);
  answer(ui, out, wish);
  take_scan(ui, out);
  take_keys(ui, out);
  draw_sheets(ui, out);
}

void SellScreen::draw_top(Ui& ui, Intents& out, const SellLayout& at) {
  const std::string hint =
      next_quantity_ == Quantity::of(1)
          ? std::string(ui.words(ui.size() == SizeClass::Compact ? N_("Search items…") : N_("Search items or code…")))
          : say(ui, N_("{} × the next item"), ui.words().quantity(next_quantity_));
  const FieldEvents typed = search_field(ui, "search", at.search, search_, hint);
  if (typed.edited) {
    scroll_to_start(ui, "grid");
    if (const auto quantity = typed_quantity(search_)) {
      next_quantity_ = *quantity;
      search_.clear();
      ui.leave_field();
    }
  }
  if (button(ui, "quick", at.quick,
             {.label = ui.words(N_("Quick amount")), .icon = icon::calculator, .shortcut = {Key::F4}})) {
    quick_sheet_.open(ui.currency());
  }
  const bool is_sunny = ui.theme().is_terik();
  if (!is_sunny) calm_theme_ = ui.theme().name;
  if (icon_button(ui, "sun", at.sun, icon::sun, ui.words(N_("Sun")))) {
    out.add(ChooseTheme{is_sunny ? calm_theme_ : ThemeName::Terik});
  }
  if (icon_button(ui, "more", at.more, icon::dots_three_vertical, ui.words(N_("More")))) more_sheet_.open();
}

void SellScreen::draw_chips(Ui& ui, const SellLayout& at) {
  std::vector<std::string> labels{std::string(ui.words(N_("All"))), std::string(ui.words(N_("Best sellers")))};
  for (const Category& category : categories_.view()) labels.push_back(category.name);
  const auto selected = is_searching() ? std::optional<std::size_t>() : std::optional(chip_);
  if (const auto tapped = chips(ui, "category", at.chips, labels, selected)) {
    chip_ = *tapped;
    search_.clear();
    first_seen_ = 0;
    scroll_to_start(ui, "grid");
  }
}

void SellScreen::draw_grid(Ui& ui, Intents& out, Rect area) {
  const bool searching = is_searching();
  const std::vector<ProductCard>& cards = searching ? found_->cards : grid_->cards;
  const auto first =
      static_cast<std::size_t>(searching ? 0 : std::max(0, static_cast<int>(first_seen_) / kPage - 1) * kPage);
  const auto total = searching ? cards.size() : static_cast<std::size_t>(grid_->total);
  if (total == 0) {
    draw_nothing(ui, out, area);
    return;
  }
  const GridShape shape = card_grid(area);
  // The shadows of the outer cards want a little room.
  const RowList rows(ui, "grid", {area.x - 8, area.y - 8, area.w + 16, area.h + 16},
                     {.count = total,
                      .row_height = shape.cell_height,
                      .columns = shape.columns,
                      .gap = kGridGap,
                      .lead = 8,
                      .side = 8});
  if (!rows.visible().empty() && !searching) {
    const std::size_t seen = rows.visible().front().index;
    if (seen / kPage != first_seen_ / kPage) ui.keep_drawing();
    first_seen_ = seen;
  }
  for (const RowList::Item& item : rows.visible()) {
    if (item.index < first || item.index - first >= cards.size()) continue;  // comes with the next frame
    draw_card(ui, out, item.index, item.rect, cards[item.index - first]);
  }
}

void SellScreen::draw_nothing(Ui& ui, Intents& out, Rect area) {
  if (is_searching()) {
    const std::string sentence =
        say(ui, N_("Nothing matches \"{}\". Sell it as a quick amount or create the item."), search_);
    const std::string label = say(ui, N_("Create \"{}\""), search_);
    const std::string shown = ui.paint().shortened(Type::Button, label, area.w - 160);
    if (empty_state(ui, "grid.empty", area, {.icon = icon::magnifying_glass, .sentence = sentence, .action = shown})) {
      make_item(out, new_item_of(search_));
      search_.clear();
      ui.leave_field();
    }
  } else if (chip_ == kAllChip) {
    if (empty_state(ui, "grid.empty", area,
                    {.icon = icon::storefront,
                     .sentence = ui.words(N_("Your shop is still empty. Begin with three items.")),
                     .action = ui.words(N_("First item"))})) {
      out.add(Open{make_product_editor(std::nullopt)});
    }
  } else if (empty_state(ui, "grid.empty", area,
                         {.icon = icon::storefront,
                          .sentence = ui.words(N_("Nothing here yet")),
                          .action = ui.words(N_("All"))})) {
    chip_ = kAllChip;
  }
}

// For somebody who wants to buy it now: it goes into the cart once it is saved.
void SellScreen::make_item(Intents& out, NewItem begun) {
  sells_new_item_ = true;
  out.add(Open{make_product_editor(std::nullopt, std::move(begun))});
}

void SellScreen::draw_card(Ui& ui, Intents& out, std::size_t index, Rect place, const ProductCard& card) {
  const std::string price = card.is_from_price ? say(ui, N_("from {}"), ui.bare_money(card.price))
                            : card.open_price  ? std::string(ui.words(N_("Open price")))
                                               : ui.bare_money(card.price);
  std::string stock;
  std::optional<Pill> pill;
  if (card.is_out) {
    pill = Pill{.label = std::string(ui.words(N_("Sold out"))), .tone = Tone::Danger};
  } else if (const NotReady* cures = curing(card.id); cures && card.on_hand <= cures->quantity) {
    pill = Pill{.label = say(ui, N_("Ready {}"), ui.words().short_date(cures->ready_from)), .tone = Tone::Warning};
  } else if (card.is_low) {
    pill = Pill{.label = say(ui, N_("{} left"), ui.words().quantity(card.on_hand)), .tone = Tone::Warning};
  } else if (card.tracked) {
    stock = say(ui, N_("stock {}"), ui.words().quantity(card.on_hand));
  }
  const auto in_cart = cart_->in_cart.find(card.id);
  const std::string letters = initials(card.name);
  const CardEvent event = product_card(
      ui, fmt::format("card.{}", index), place,
      {.title = card.name,
       .price = price,
       .trailing = stock,
       .photo = ui.photo(card.photo),
       .letters = letters,
       .tint = static_cast<std::size_t>(card.tint),
       .pill = pill,
       .dimmed = card.is_out,
       .is_bundle = card.is_set,
       .in_cart = in_cart == cart_->in_cart.end() ? 0 : static_cast<int>((in_cart->second.thousandths + 999) / 1000)});
  if (event == CardEvent::Peek) peek_sheet_.open(card.id);
  if (event == CardEvent::Tap) add(ui, out, card.id, card.has_variants, card.open_price, card.name);
}

void SellScreen::add(Ui& ui, Intents& out, Id<Product> product, bool has_variants, bool open_price,
                     std::string_view name) {
  const Quantity quantity = std::exchange(next_quantity_, Quantity::of(1));
  if (has_variants) {
    variant_sheet_.open(product, quantity);
    ui.keep_drawing();
  } else if (open_price) {
    open_price_product_ = product;
    price_sheet_.open({.title = std::string(name), .button = N_("Add {}").data(), .may_be_zero = false}, ui.currency());
  } else {
    out.perform(CartCommand(AddProduct{.product = product, .quantity = quantity, .price = std::nullopt}));
  }
  warn_of_curing(ui, out, product, quantity, name);
}

// Ready ones are handed over first: only what goes beyond them is told of, and nothing is stopped.
void SellScreen::warn_of_curing(Ui& ui, Intents& out, Id<Product> product, Quantity quantity, std::string_view name) {
  const NotReady* cures = curing(product);
  if (!cures) return;
  const auto in_cart = cart_->in_cart.find(product);
  const Quantity wanted = quantity + (in_cart == cart_->in_cart.end() ? Quantity{} : in_cart->second);
  if (cures->on_hand - cures->quantity >= wanted) return;
  out.add(ShowToast{.sentence = say(ui, N_("{0}: {1} not ready before {2}"), name, ui.words().quantity(cures->quantity),
                                    ui.words().short_date(cures->ready_from)),
                    .icon = icon::hourglass});
}

const NotReady* SellScreen::curing(Id<Product> product) const {
  const auto found = not_ready_->find(product);
  return found == not_ready_->end() ? nullptr : &found->second;
}

void SellScreen::draw_sheets(Ui& ui, Intents& out) {
  line_sheet_.draw(ui, out, cart_.view());
  variant_sheet_.draw(ui, out);
  quick_sheet_.draw(ui, out);
  if (peek_sheet_.draw(ui, out) == PeekSheet::Wish::Add) {
    const Product& product = peek_sheet_.product();
    add(ui, out, product.id, product.has_variants(), product.open_price, product.name);
  }
  if (const HeldCart* cart = held_sheet_.draw(ui, out, cart_->held, cart_->zone)) {
    dropped_ = *cart;
    is_dropping_ = true;
    out.perform(CartCommand(DropHeldCart{cart->id}));
  }
  discount_sheet_.draw(ui, out, cart_.view());
  customer_sheet_.draw(ui, out, cart_->cart.customer.has_value());
  more_sheet_.draw(ui, out, cart_.view(), drawer_);
  if (const auto price = price_sheet_.draw(ui); price && open_price_product_) {
    out.perform(CartCommand(AddProduct{.product = *open_price_product_, .price = price->money()}));
  }
  if (auto note = note_sheet_.draw(ui)) {
    if (note_for_ == NoteFor::Cart) out.perform(CartCommand(SetCartNote{*note}));
    if (note_for_ == NoteFor::Held && held_to_name_) out.perform(CartCommand(NameHeldCart{*held_to_name_, *note}));
    if (note_for_ == NoteFor::Buyer && paid_) {
      out.perform(PeopleCommand(RememberBuyer{
          .sale = paid_->sale, .fallback_name = nameless_buyer(ui.words(), cart_->zone.local(now_)), .note = *note}));
    }
  }
}

void SellScreen::take_keys(Ui& ui, Intents& out) {
  // Letters go to the search without a field being opened; what turns out to be a scan is taken back out of it.
  if (ui.keyboard().burst_began()) before_burst_ = search_;
  if (ui.keyboard().take_back()) search_ = before_burst_;
  const std::string_view typed = ui.typed();
  if (!typed.empty() && typed != " " && typed != "/") {  // the stroke opens the search itself
    search_ += typed;
    if (const auto quantity = typed_quantity(search_)) {
      next_quantity_ = *quantity;
      search_.clear();
    }
    scroll_to_start(ui, "grid");
    ui.keyboard().set_focus(ControlId("card.0"));  // where the arrows begin
    ui.keep_drawing();
  }
  if (is_searching() && !ui.memory().editing && ui.shortcut({Key::Backspace})) {
    const auto is_inside = [](char c) { return (static_cast<unsigned char>(c) & 0xC0) == 0x80; };
    while (search_.size() > 1 && is_inside(search_.back())) search_.pop_back();
    search_.pop_back();
    ui.keep_drawing();
  }
  if (is_searching() && ui.shortcut({Key::Escape})) search_.clear();
  if (ui.memory().editing) return;  // there Ctrl+Z takes back what was typed
  if (ui.shortcut({.key = Key::Z, .ctrl = true})) out.perform(CartCommand(UndoCart{}));
  if (ui.shortcut({.key = Key::Z, .ctrl = true, .shift = true})) out.perform(CartCommand(RedoCart{}));
}

void SellScreen::take_scan(Ui& ui, Intents& out) {
  if (ui.scan()) {
    scan_ = *ui.scan();
    ui.keep_drawing();
  }
  if (!scanned_) return;
  const Scanned scanned = *std::exchange(scanned_, std::nullopt);
  if (const auto& product = scanned.product) {
    add(ui, out, product->id, product->has_variants(), product->open_price, product->name);
  } else {
    say_toast(out, say(ui, N_("Code {} is not known yet."), scanned.code), icon::barcode, ToastOffer::MakeItem,
              ui.words());
    unknown_code_ = scanned.code;
  }
}

void SellScreen::answer(Ui& ui, Intents& out, CartWish wish) {
  switch (wish) {
    case CartWish::None:
      break;
    case CartWish::Customer:
      customer_sheet_.open();
      break;
    case CartWish::Held:
      held_sheet_.open();
      break;
    case CartWish::Line:
      line_sheet_.open(panel_.wished_line());
      break;
    case CartWish::AgreedTotal:
      discount_sheet_.open_agreed_total(ui, cart_.view());
      break;
    case CartWish::Hold:
      out.perform(CartCommand(HoldCart{}));
      break;
    case CartWish::Discount:
      discount_sheet_.open();
      break;
    case CartWish::Note:
      note_for_ = NoteFor::Cart;
      note_sheet_.open(std::string(ui.words(N_("Note"))), cart_->cart.note);
      break;
    case CartWish::Exact: {
      is_exact_ = true;
      Sell sell{.cart = cart_->cart, .tenders = {}};
      const Money due = cart_->due() + cart_->cash_rounding;
      if (!due.is_zero()) sell.tenders = {Tender{.method = Method::Cash, .amount = due}};
      out.perform(SaleCommand(std::move(sell)));
      break;
    }
    case CartWish::Pay:
      out.add(Open{make_pay_screen()});
      break;
    case CartWish::Receipt:
      if (paid_) out.add(Open{make_done_screen(paid_->sale)});
      break;
    case CartWish::PaidNote:
      note_for_ = NoteFor::Buyer;
      note_sheet_.open(std::string(ui.words(N_("Write a note"))), "");
      break;
    case CartWish::TakeBack:
      if (!paid_) break;
      is_taking_back_ = true;
      out.perform(SaleCommand(VoidSale{paid_->sale, std::string(ui.words(N_("Taken back at the till")))}));
      break;
    case CartWish::PickFirst:
      say_toast(out, std::string(ui.words(N_("Choose an item first"))), icon::hand_pointing, ToastOffer::None,
                ui.words());
      break;
  }
}

void SellScreen::performed(const Outcome& outcome, Intents& out) {
  more_sheet_.performed(outcome, *words_, out);
  const Words& words = *words_;
  customer_sheet_.performed(outcome, out);
  if (outcome.kind == "sell" && std::exchange(is_exact_, false)) {
    paid_ = PaidCard{Id<Sale>{outcome.subject}, outcome.label, cart_->due() + cart_->cash_rounding};
  } else if (outcome.kind == "void_sale" && std::exchange(is_taking_back_, false) && paid_) {
    out.perform(CartCommand(ReopenAsCart{paid_->sale}));
    say_toast(out, say(words, N_("Sale taken back. Give back {}."), words.money(paid_->total, *currency_)),
              icon::arrow_u_up_left, ToastOffer::None, words);
    paid_.reset();
  } else if (outcome.kind == "scanned") {  // on Done
    scan_ = outcome.label;
  } else if (outcome.kind == "save_product" && std::exchange(sells_new_item_, false)) {
    new_item_ = Id<Product>{outcome.subject};
  } else if (std::exchange(is_dropping_, false) && dropped_) {
    say_toast(out, say(words, N_("{} dropped"), name_of(*dropped_, words)), icon::trash, ToastOffer::RestoreHeld,
              words);
  } else if (outcome.kind == "hold_cart") {
    held_to_name_ = Id<Sale>{outcome.subject};
    say_toast(out, std::string(words(N_("Put on hold"))), icon::pause, ToastOffer::NameHeld, words);
  } else if (outcome.kind == "cart" || outcome.kind == "cart_out_of_stock") {
    const Id<CartLine> line{outcome.subject};
    if (!line.is_nil()) panel_.show_change(line);
    if (outcome.kind == "cart_out_of_stock") {
      say_toast(out, std::string(words(N_("Recorded stock is 0. Added all the same."))), icon::package,
                ToastOffer::None, words);
    } else if (line.is_nil() && std::ranges::any_of(cart_->cart.lines,
                                                    [&](const CartLine& l) { return line_name(l) == outcome.label; })) {
      say_toast(out, say(words, N_("{} removed from the cart"), outcome.label), icon::trash, ToastOffer::UndoCart,
                words);
    }
  } else if (outcome.kind == "remember_buyer") {
    say_toast(out, say(words, N_("{} remembered"), outcome.label), icon::user, ToastOffer::None, words);
  }
}

void SellScreen::say_toast(Intents& out, std::string sentence, Icon icon, ToastOffer offer, const Words& words) {
  toast_offer_ = offer;
  ShowToast toast{.sentence = std::move(sentence), .icon = icon};
  if (offer == ToastOffer::UndoCart) toast.action = words(N_("Undo"));
  if (offer == ToastOffer::RestoreHeld) toast.action = words(N_("Undo"));
  if (offer == ToastOffer::NameHeld) toast.action = words(N_("Name it"));
  if (offer == ToastOffer::MakeItem) toast.action = words(N_("Create item"));
  out.add(std::move(toast));
}

void SellScreen::toast_tapped(Intents& out) {
  if (toast_offer_ == ToastOffer::UndoCart) out.perform(CartCommand(UndoCart{}));
  if (toast_offer_ == ToastOffer::RestoreHeld && dropped_) out.perform(CartCommand(RestoreHeldCart{dropped_->id}));
  if (toast_offer_ == ToastOffer::MakeItem) make_item(out, {.barcode = unknown_code_});
  if (toast_offer_ == ToastOffer::NameHeld) {
    note_for_ = NoteFor::Held;
    note_sheet_.open(std::string((*words_)(N_("Name of this sale"))), "");
  }
}

Rect SellScreen::toast_place(const Ui& ui) const {
  const Rect cart = sell_layout(ui).cart;
  return {cart.x + 16, ui.height() - 316, cart.w - 32, 64};
}

}  // namespace

std::unique_ptr<Screen> make_sell_screen() {
  return std::make_unique<SellScreen>();
}

}  // namespace lapak
