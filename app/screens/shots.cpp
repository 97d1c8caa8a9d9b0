// screens: the list of pictures, and how each screen is reached by taps.
#include "app/screens/shots.h"

#include <fmt/format.h>
#include <unistd.h>

#include <algorithm>
#include <array>
#include <ranges>
#include <string>
#include <string_view>

#include "app/screens/app.h"
#include "app/screens/lock.h"
#include "app/screens/places.h"
#include "app/window/offscreen.h"

namespace lapak {
namespace {

constexpr std::string_view kHold = "hold:", kKey = "key:", kType = "type:";
constexpr double kHold_s = 0.6;

constexpr Shot kShots[] = {
    {"sell", "sell", {}},
    {"sell-cart", "sell", {"card.1", "card.2", "card.3", "card.3"}},
    {"line", "sell", {"card.2", "line.0"}},
    {"quick", "sell", {"quick", "key.4", "key.5", "key.zeros"}},
    {"variant", "sell", {"card.0"}},
    {"discount", "sell", {"discount"}},
    {"quick-label", "sell", {"quick", "quick.new_label"}},
    {"peek", "sell", {"hold:card.2"}},
    {"finder", "sell", {"key:K", "type:tas"}},
    {"customer", "sell", {"customer"}},
    {"more", "sell", {"more"}},
    {"keyboard", "sell", {"search"}},
    {"keyboard-note", "sell", {"note", "words.text"}},
    {"pay-cash", "sell", {"pay", "method.cash"}},
    {"pay-transfer", "sell", {"pay", "method.transfer"}},
    {"pay-card", "sell", {"pay", "method.card"}},
    {"pay-later", "sell", {"pay", "method.later"}},
    {"pay-split", "sell", {"pay", "method.cash", "split", "split.half", "cash.exact"}},
    {"pay-qris", "sell", {"pay", "method.qris"}},
    {"pay-qris-amount", "sell", {"pay", "method.qris", "qris.plain"}},
    {"pay-qris-turned", "sell", {"pay", "method.qris", "qris.turn"}},
    {"done", "sell", {"pay", "method.cash", "cash.1"}},
    {"exact", "sell", {"card.3", "exact"}},
    {"held", "sell", {"card.4", "hold", "held"}},
    {"stock", "stock", {}},
    {"stock-sheet", "stock", {"row.0.more"}},
    {"stock-count", "stock", {"count", "row.1"}},
    {"stock-moves", "stock", {"row.1.more", "stock.act.3"}},
    {"stocktake", "stock", {"stock.tab.3"}},
    {"stocktake-counting", "stock", {"stock.tab.3", "save", "stocktake.same", "stocktake.plus"}},
    {"stocktake-differs", "stock", {"stock.tab.3", "save"}},
    {"item", "stock", {"row.1"}},
    {"item-new", "stock", {"save"}},
    {"bundles", "stock", {"bundles"}},
    {"bundle", "stock", {"bundles", "bundle.0"}},
    {"bundle-items", "stock", {"bundles", "save", "bundle.of.1", "bundle.add", "pick.1"}},
    {"labels", "stock", {"labels"}},
    {"labels-sheets", "stock", {"labels", "labels.sheet"}},
    {"labels-edit", "stock", {"labels", "labels.edit"}},
    {"labels-own", "stock", {"labels", "labels.edit", "label_sheet.copy"}},
    {"labels-item", "stock", {"row.1", "labels"}},
    {"item-set", "stock", {"row.1", "made_of"}},
    {"item-dozen", "stock", {"row.1", "dozen"}},
    {"label-facts", "stock", {"row.1", "label_facts"}},
    {"materials", "stock", {"stock.tab.1"}},
    {"material", "stock", {"stock.tab.1", "material.3"}},
    {"material-uses", "stock", {"stock.tab.1", "material.3", "material.tab.1"}},
    {"material-count", "stock", {"stock.tab.1", "material.3", "material.count"}},
    {"material-in", "stock", {"stock.tab.1", "material.3", "material.out", "move.act.0", "move.key.4"}},
    {"material-more", "stock", {"stock.tab.1", "material.3", "material.more"}},
    {"material-edit", "stock", {"stock.tab.1", "material.3", "material.more", "material_more.edit"}},
    {"material-new", "stock", {"stock.tab.1", "save", "material_new.bought_in.7"}},
    {"purchase", "stock", {"stock.tab.1", "materials.buy", "purchase.add", "pick_material.2"}},
    {"material-pick", "stock", {"stock.tab.1", "materials.buy", "purchase.add"}},
    {"shopping", "stock", {"stock.tab.1", "materials.shopping"}},
    {"shopping-send", "stock", {"stock.tab.1", "materials.shopping", "shopping.send"}},
    {"making", "stock", {"stock.tab.2"}},
    {"making-made", "stock", {"stock.tab.2", "making.left.1", "making.right.1"}},
    {"making-rules", "stock", {"stock.tab.2", "making.rules"}},
    {"below-cost", "stock", {"stock.tab.2", "making.below"}},
    {"batch", "stock", {"stock.tab.2", "plan.0"}},
    {"batch-history", "stock", {"stock.tab.2", "plan.0", "batch.history"}},
    {"batch-price", "stock", {"stock.tab.2", "plan.0", "batch.price"}},
    {"batch-record", "stock", {"stock.tab.2", "making.left.1", "made.0"}},
    {"batch-new", "stock", {"stock.tab.2", "save", "pick.1"}},
    {"recipe", "stock", {"stock.tab.1", "material.0", "material.tab.1", "material.use.0"}},
    {"recipe-new", "stock", {"row.1", "recipe"}},
    {"recipe-material", "stock", {"stock.tab.1", "material.0", "material.more", "material_more.recipe"}},
    {"variants", "stock", {"row.6", "variants"}},
    // Where the day is not open it is opened here, and stays so.
    {"open-day", "sell", {"more", "more.open_day", "note.1", "pad.4"}},
    {"close-day", "sell", {"more", "more.open_day", "save", "more", "more.day"}},
    {"close-day", "sell", {"more", "more.day"}},
    {"count", "sell", {"more", "more.day", "step.1"}},
    {"cash-move", "sell", {"more", "more.cash"}},
    {"neighbours", "sell", {"more", "more.neighbours"}},
    {"favour", "sell", {"more", "more.neighbours", "neighbours.0"}},
    {"partners", "sell", {"more", "more.neighbours", "neighbours.all"}},
    {"partners-pay", "sell", {"more", "more.neighbours", "neighbours.all", "save"}},
    {"partner", "sell", {"more", "more.neighbours", "neighbours.all", "partners.0"}},
    {"partner-days", "sell", {"more", "more.neighbours", "neighbours.all", "partners.0", "partner.tab.1"}},
    {"partner-together", "sell", {"more", "more.neighbours", "neighbours.all", "partners.0", "partner.tab.3"}},
    {"partner-shelf", "sell", {"more", "more.neighbours", "neighbours.all", "partners.0", "partner.book.1"}},
    {"partner-neighbour", "sell", {"more", "more.neighbours", "neighbours.all", "partners.0", "partner.book.2"}},
    {"partner-agreement", "sell", {"more", "more.neighbours", "neighbours.all", "partners.0", "partner.agree"}},
    {"partner-tiers",
     "sell",
     {"more", "more.neighbours", "neighbours.all", "partners.0", "partner.agree", "agreement.tiers"}},
    {"partner-slip", "sell", {"more", "more.neighbours", "neighbours.all", "partners.0", "partner.take"}},
    {"partner-return", "sell", {"more", "more.neighbours", "neighbours.all", "partners.0", "partner.back"}},
    {"partner-payout", "sell", {"more", "more.neighbours", "neighbours.all", "partners.0", "save"}},
    {"people", "people", {"people.tab.1"}},
    {"people-due", "people", {"people.tab.0"}},
    {"people-doubles", "people", {"people.doubles"}},
    {"person", "people", {"people.tab.1", "people.row.0"}},
    {"person-write", "people", {"people.tab.1", "people.row.0", "person.write"}},
    {"person-remind", "people", {"people.tab.1", "people.row.0", "person.remind"}},
    {"person-circle", "people", {"people.tab.1", "people.row.0", "person.rhythm"}},
    {"person-more", "people", {"people.tab.1", "people.row.0", "person.more"}},
    {"person-forget", "people", {"people.tab.1", "people.row.0", "person.more", "person_more.forget"}},
    {"person-edit", "people", {"people.tab.1", "people.row.0", "person.edit"}},
    {"person-new", "people", {"save"}},
    {"orders", "orders", {}},
    {"order", "orders", {"orders.1.0"}},
    {"order-picture", "orders", {"orders.2.0", "pictures.0"}},
    {"order-next", "orders", {"orders.3.1"}},
    {"order-quote", "orders", {"orders.3.1", "next.quote"}},
    {"portfolio", "orders", {"orders.portfolio"}},
    {"portfolio-choose", "orders", {"orders.portfolio", "portfolio.choose"}},
    {"order-more", "orders", {"orders.1.0", "order.more"}},
    {"order-deposit", "orders", {"orders.0.0", "order.take"}},
    {"order-call-off", "orders", {"orders.1.0", "order.more", "order_more.call_off"}},
    {"order-hand-over", "orders", {"orders.2.0.move", "hand_over.way.2"}},
    {"order-new", "sell", {"card.3", "more", "more.order", "order_new.client", "pick_person.0", "order_new.deposit.2"}},
    {"order-day", "orders", {"save", "order_new.day.other"}},
    {"order-edit", "orders", {"orders.1.0", "order.edit"}},
    {"order-service", "orders", {"orders.2.1"}},
    {"order-service-new", "orders", {"save", "order_new.kind.1"}},
    {"order-service-edit", "orders", {"orders.2.1", "order.edit"}},
    {"order-service-due", "orders", {"save", "order_new.kind.1", "order_new.due"}},
    {"rounds", "orders", {"orders.rounds"}},
    {"round", "orders", {"orders.rounds", "rounds.0"}},
    {"round-orders", "orders", {"orders.rounds", "rounds.0", "round.tab.1"}},
    {"round-more", "orders", {"orders.rounds", "rounds.0", "round.more"}},
    {"round-edit", "orders", {"orders.rounds", "rounds.0", "round.edit"}},
    {"round-new", "orders", {"orders.rounds", "save"}},
    {"round-join", "orders", {"orders.rounds", "rounds.0", "save", "join.client", "pick_person.3", "join.0.plus"}},
    {"round-rejoin", "orders", {"orders.rounds", "rounds.0", "save", "join.client", "pick_person.1"}},
    {"round-order", "orders", {"orders.rounds", "rounds.0", "round.tab.1", "round.order.0", "order.more"}},
    {"orders-week", "orders", {"orders.week"}},
    {"orders-weeks", "orders", {"orders.weeks"}},
    {"order-rates", "orders", {"orders.weeks", "weeks.rates"}},
    {"order-past", "orders", {"orders.2.0", "order.edit", "order_new.past"}},
    {"fairs", "fairs", {}},
    {"fairs-compared", "fairs", {"fairs.compare"}},
    {"agenda", "fairs", {"fairs.agenda"}},
    {"fair-plan", "fairs", {"fairs.0"}},
    {"fair-edit", "fairs", {"fairs.0", "fair.edit"}},
    {"fair-new", "fairs", {"save"}},
    {"fair-prices",
     "fairs",
     {"fairs.0", "fair.prices", "fair_prices.change.plus", "fair_prices.add", "pick.0", "fair_prices.number.ok"}},
    {"fair-tax",
     "fairs",
     {"fairs.0", "fair.prices", "fair_prices.tax", "fair_prices.number.key.5", "fair_prices.number.ok"}},
    {"fair-no-expenses", "fairs", {"fairs.0", "fair.expenses"}},
    {"fair-packing", "fairs", {"fairs.0", "save"}},
    {"fair-kit", "fairs", {"fairs.0", "save", "packing.tab.1", "packing.kit.0"}},
    {"fair-packed", "fairs", {"fairs.0", "save", "packing.suggested"}},
    {"fair-going-on", "fairs", {"fairs.0", "fair.open"}},
    {"fair-expense", "fairs", {"fairs.0", "fair.add_expense", "expense.what.1", "expense.5", "expense.zeros"}},
    {"fair-expenses",
     "fairs",
     {"fairs.0", "fair.add_expense", "expense.what.1", "expense.5", "expense.zeros", "expense.ok", "fair.expenses"}},
    {"fair-hours", "fairs", {"fairs.0", "fair.note_hours"}},
    {"fair-asked", "fairs", {"fairs.0", "fair.asked_for"}},
    {"fair-goods", "fairs", {"fairs.1", "result.goods"}},
    {"fair-unpacking", "fairs", {"fairs.0", "fair.unpacking", "unpacking.0.minus"}},
    {"fair-result", "fairs", {"fairs.1"}},
    {"fair-page", "fairs", {"fairs.1", "result.card"}},
    {"history", "history", {}},
    {"cancel", "history", {"receipt.void"}},
    {"refund", "history", {"receipt.refund", "refund.line.0"}},
    {"settle", "history", {"history.filter.2", "receipt.settle"}},
    {"exchange", "history", {"receipt.exchange", "exchange.line.0", "exchange.add", "pick.1"}},
    {"exchange-pick", "history", {"receipt.exchange", "exchange.add"}},
    {"share", "history", {"receipt.share"}},
    {"day", "day", {}},
    {"export", "day", {"report.export"}},
    {"day-month", "day", {"report.range.2"}},
    {"day-choose", "day", {"report.range.3"}},
    {"day-fair", "day", {"report.range.4"}},
    {"day-table", "day", {"report.range.2", "report.card.products"}},
    {"day-touched", "day", {"report.range.2", "report.days.touch"}},
    {"day-hours", "day", {"report.range.2", "report.hours"}},
    {"day-stock", "day", {"report.range.2", "report.card.sellers", "table.close"}},
    {"expenses", "day", {"reports.tab.2"}},
    {"expense", "day", {"reports.tab.2", "expenses.1"}},
    {"expense-new", "day", {"reports.tab.2", "save", "expense.key.4", "expense.key.5", "expense.key.zeros"}},
    {"expense-more", "day", {"reports.tab.2", "save", "expense.key.9", "expense.key.zeros", "expense.more"}},
    {"expense-subject", "day", {"reports.tab.2", "save", "expense.more", "expense.subject"}},
    {"expense-due", "day", {"reports.tab.2", "due_again.0"}},
    {"expense-pay", "day", {"reports.tab.2", "owed.0.act"}},
    {"cash-book", "day", {"reports.tab.3"}},
    {"bank", "day", {"reports.tab.3", "cash_book.place.1"}},
    {"bank-line", "day", {"reports.tab.3", "cash_book.place.1", "bank.open.0"}},
    {"bank-known", "day", {"reports.tab.3", "cash_book.place.1", "bank.2"}},
    {"accountant", "day", {"reports.tab.3", "books.accountant"}},
    {"tax", "day", {"reports.tab.5"}},
    {"tax-rule", "day", {"reports.tab.5", "tax.rule"}},
    {"tax-own", "day", {"reports.tab.5", "tax.rule", "tax_rule.percent"}},
    {"income", "day", {"reports.tab.1"}},
    {"income-days", "day", {"reports.tab.1", "books.choose"}},
    {"income-new", "day", {"reports.tab.1", "save", "income.into.2"}},
    {"income-hours", "day", {"reports.tab.1", "income.time", "time.stream.0"}},
    {"income-streams", "day", {"reports.tab.1", "income.time"}},
    {"income-entries", "day", {"reports.tab.1", "income.entries"}},
    {"income-entry", "day", {"reports.tab.1", "income.entries", "entries.0"}},
    {"income-times", "day", {"reports.tab.1", "income.entries", "entries.tab.1"}},
    {"classes", "day", {"reports.tab.1", "income.classes"}},
    {"class", "day", {"reports.tab.1", "income.classes", "classes.0"}},
    {"class-over", "day", {"reports.tab.1", "income.classes", "classes.1"}},
    {"class-person", "day", {"reports.tab.1", "income.classes", "classes.0", "class.person.0"}},
    {"class-letters", "day", {"reports.tab.1", "income.classes", "classes.0", "class.more", "class_more.letters"}},
    {"class-more", "day", {"reports.tab.1", "income.classes", "classes.0", "class.more"}},
    {"class-edit", "day", {"reports.tab.1", "income.classes", "classes.0", "class.more", "class_more.edit"}},
    {"class-seat", "day", {"reports.tab.1", "income.classes", "classes.0", "save", "seat.pay.1"}},
    {"seats", "sell", {"more", "more.seat"}},
    {"pots", "day", {"reports.tab.4"}},
    {"pot", "day", {"reports.tab.4", "pots.2"}},
    {"pot-rule", "day", {"reports.tab.4", "pots.2", "pot.rule"}},
    {"pot-new", "day", {"reports.tab.4", "pots.new"}},
    {"pots-share", "day", {"reports.tab.4", "save"}},
    {"day-share", "sell", {"more", "more.day", "day.share_out"}},
    {"settings", "settings", {}},
    {"settings-stall", "settings", {"settings.shop"}},
    {"settings-payment", "settings", {"settings.paying"}},
    {"settings-till", "settings", {"settings.till", "till.step.2", "till.tax.1"}},
    {"settings-categories", "settings", {"settings.categories"}},
    {"settings-category", "settings", {"settings.categories", "categories.0"}},
    {"settings-people", "settings", {"settings.people"}},
    {"settings-person", "settings", {"settings.people", "people.0"}},
    {"settings-rights", "settings", {"settings.people", "people.1.rights"}},
    {"deeds", "settings", {"settings.people", "people.deeds"}},
    {"settings-backup", "settings", {"settings.backup"}},
    {"import", "settings", {"settings.backup", "backup.import"}},
    {"settings-language", "settings", {"settings.language"}},
    {"settings-about", "settings", {"settings.about"}},
    {"sell-bundle", "sell", {"card.3", "card.3", "card.3", "card.3"}},
    {"pay-bundle", "sell", {"pay", "method.cash"}},
    // From here on the day is closed.
    {"open-fair",
     "sell",
     {"more", "more.day", "save", "save", "save", "rail.fairs", "fairs.0", "fair.float", "note.1.plus", "note.3.plus"}},
    // Last: from here on there is a PIN.
    {"lock",
     "settings",
     {"settings.people", "people.0", "person.pin.key.1", "person.pin.key.2", "person.pin.key.3", "person.pin.key.4",
      "person.save", "rail.lock"}},
};

// A folder that is gone when we are.
class TemporaryFolder {
 public:
  TemporaryFolder() {
    std::string name = (std::filesystem::temp_directory_path() / "lapak-shots-XXXXXX").string();
    if (!mkdtemp(name.data())) throw FileError(name, errno);
    path_ = name;
  }
  ~TemporaryFolder() {
    std::error_code ignored;
    std::filesystem::remove_all(path_, ignored);
  }
  TemporaryFolder(const TemporaryFolder&) = delete;
  TemporaryFolder& operator=(const TemporaryFolder&) = delete;
  const std::filesystem::path& path() const { return path_; }

 private:
  std::filesystem::path path_;
};

// An App on the off-screen target.
class Studio {
 public:
  Studio(Shop& shop, Files& files, const ShotOptions& options)
      : shop_(shop), app_(shop, files, shop_places(), make_lock_screen), options_(options) {}

  // False when there is no such control.
  bool act(std::string_view step_name) {
    if (step_name.starts_with(kHold)) return touch(step_name.substr(kHold.size()), kHold_s);
    if (step_name.starts_with(kKey)) return press(step_name.substr(kKey.size()));
    if (step_name.starts_with(kType)) return type(step_name.substr(kType.size()));
    return touch(step_name, 0);
  }
  bool touch(std::string_view name, double lasts_s) {
    const Control* control = scrolled_to(name);
    if (!control || !control->taps) return false;
    const Point at = control->visible.centre();
    now_s_ += 1;  // beyond every guard
    offscreen_.stage().feed(PointerEvent{PointerEvent::Kind::Down, at, now_s_});
    step();
    now_s_ += lasts_s;
    step();
    offscreen_.stage().feed(PointerEvent{PointerEvent::Kind::Up, at, now_s_});
    settle();
    return true;
  }
  bool press(std::string_view letter) {
    const auto key = static_cast<Key>(static_cast<int>(Key::A) + letter.front() - 'A');
    offscreen_.stage().feed(KeyEvent{{.key = key, .ctrl = true}, now_s_});
    settle();
    return true;
  }
  bool type(std::string_view letters) {
    for (const char letter : letters) {
      now_s_ += 0.2;  // slower than a scanner
      offscreen_.stage().feed(CharEvent{static_cast<char32_t>(letter), now_s_});
      step();
    }
    settle();
    return true;
  }
  void settle() {
    constexpr int kMostFrames = 600;
    constexpr int kLeast = 4;  // a change is drawn three times
    int least = kLeast;
    for (int i = 0; i < kMostFrames; ++i) {
      step();
      if (i + 1 < least || offscreen_.stage().wants_frame() || app_.wants_frame()) continue;
      if (shop_.jobs().is_idle()) break;
      shop_.jobs().finish();  // what is read beside the frames is seen too
      least = i + 1 + kLeast;
    }
  }
  Pixels picture() {
    settle();
    Frame frame = settings();
    return offscreen_.picture(frame, [this](Ui& ui) { app_.draw(ui); });
  }

 private:
  Frame settings() {
    Program::Taste taste = app_.taste();
    if (options_.theme) taste.theme = *options_.theme;
    if (options_.language) taste.words = &Words::in(*options_.language);
    taste.motion = MotionTaste::Reduced;
    return frame_of(taste, now_s_, options_.width, options_.height, options_.scale);
  }
  void step() {
    app_.refresh(now_s_, offscreen_.textures());
    Frame frame = settings();
    offscreen_.step(frame, [this](Ui& ui) { app_.draw(ui); });
    app_.finish(now_s_, offscreen_.stage().touch());
    now_s_ = frame.now_s;
  }

  // Null when it is not there, or cannot be brought into sight: what is lower on a small screen is scrolled to.
  const Control* scrolled_to(std::string_view name) {
    constexpr int kMostNotches = 40;
    for (int i = 0; i < kMostNotches; ++i) {
      const Control* control = offscreen_.stage().registry().find(name);
      if (!control || !control->visible.empty()) return control;
      offscreen_.stage().feed(WheelEvent{{control->rect.centre().x, options_.height / 2.0f}, 0, -1, now_s_});
      settle();
    }
    return nullptr;
  }

  Shop& shop_;
  Offscreen offscreen_;
  App app_;
  ShotOptions options_;
  double now_s_ = 1000;
};

}  // namespace

std::span<const Shot> every_shot() {
  return kShots;
}

Result<void> each_shot(const std::filesystem::path& shop_path, const ShotOptions& options, Seams seams,
                       const std::function<void(std::string_view name, const Pixels& picture)>& show) {
  if (!std::filesystem::exists(shop_path)) return refuse(ProblemCode::FileMissing, shop_path.string());
  std::error_code failure;
  const TemporaryFolder scratch;
  const std::filesystem::path copy = scratch.path() / "shop.lapak";
  for (const std::string_view tail : {"", "-wal"}) {
    const std::filesystem::path from = shop_path.string() + std::string(tail);
    if (std::filesystem::exists(from)) std::filesystem::copy_file(from, copy.string() + std::string(tail), failure);
    if (failure) throw FileError(from, failure.value());
  }
  auto shop = Shop::open(copy, seams);
  if (!shop) return std::unexpected(shop.error());
  const auto is_wanted = [&](const Shot& shot) {
    return options.only.empty() || std::ranges::find(options.only, shot.name) != options.only.end();
  };
  // The walk ends with the last one that is wanted; those before it leave what it shows.
  const auto last = std::ranges::find_if(std::views::reverse(kShots), is_wanted).base();
  for (const Shot& shot : std::ranges::subrange(std::begin(kShots), last)) {
    Studio studio(**shop, seams.files, options);
    studio.settle();
    bool is_there = studio.act(fmt::format("rail.{}", shot.place));
    for (const std::string_view tap : shot.taps) is_there = is_there && (tap.empty() || studio.act(tap));
    if (!is_there) continue;  // nothing to be seen there in this shop
    if (is_wanted(shot)) show(shot.name, studio.picture());
  }
  return {};
}

Result<std::vector<std::filesystem::path>> take_shots(const std::filesystem::path& folder,
                                                      const std::filesystem::path& shop, const ShotOptions& options,
                                                      Seams seams) {
  std::error_code failure;
  std::filesystem::create_directories(folder, failure);
  if (failure) return refuse(ProblemCode::FolderMissing, folder.string());
  std::vector<std::filesystem::path> written;
  const auto done = each_shot(shop, options, seams, [&](std::string_view name, const Pixels& picture) {
    written.push_back(folder / fmt::format("{}.png", name));
    save_png(picture, written.back());
  });
  if (!done) return std::unexpected(done.error());
  return written;
}

}  // namespace lapak
