// screens: the four steps of the first run.
#include "app/screens/first_run.h"

#include <fmt/format.h>

#include <algorithm>
#include <array>

#include "app/parts/badge.h"
#include "app/parts/button.h"
#include "app/parts/field.h"
#include "app/parts/figure.h"
#include "app/parts/list.h"
#include "app/parts/row.h"
#include "app/parts/sheet.h"
#include "app/parts/text.h"
#include "app/screens/file_sheet.h"
#include "app/screens/list_verdict.h"
#include "app/screens/stall_picture.h"
#include "core/base/text.h"
#include "core/catalog/code_reader.h"
#include "core/exchange/import.h"
#include "core/sale/qris.h"
#include "core/words/sentences.h"

namespace lapak {
namespace {

constexpr int kSteps = 4;
enum Step { kStall, kPayment, kBeginning, kDisplay };

constexpr std::size_t kLongestName_bytes = 120;
constexpr std::uint64_t kLargestFile_bytes = 32u << 20;
constexpr std::size_t kPinDigits = 4;

constexpr std::array<std::string_view, 3> kCommonCurrencies{"IDR", "USD", "EUR"};
constexpr std::array<std::string_view, 4> kSizes{"small", "medium", "large", "largest"};

// Where things stand: as ux.md draws it at 1280×800, in the middle of larger windows, and closer together in smaller.
struct Places {
  bool is_roomy;
  Rect art;  // beside step 1; empty when there is no room
  Rect step, title, body, back, skip, next;

  static Places in(const Ui& ui) {
    if (ui.width() >= 1280 && ui.height() >= 800) {
      const float x = (ui.width() - 1280) / 2;
      const float y = (ui.height() - 800) / 2;
      return {.is_roomy = true,
              .art = {0, 0, 512 + x, ui.height()},
              .step = {80 + x, 48 + y, 640, 32},
              .title = {80 + x, 88 + y, 1120, 56},
              .body = {80 + x, 184 + y, 1120, 488},
              .back = {80 + x, 696 + y, 160, 72},
              .skip = {840 + x, 696 + y, 136, 72},
              .next = {984 + x, 696 + y, 216, 72}};
    }
    const float edge = kPageEdge;
    const float wide = ui.width() - 2 * edge;
    const float foot = ui.height() - 80;
    return {.is_roomy = false,
            .art = {},
            .step = {edge, 12, wide, 24},
            .title = {edge, 36, wide, 44},
            .body = {edge, 92, wide, foot - 92 - 16},
            .back = {edge, foot, 152, 64},
            .skip = {edge + wide - 208 - 12 - 136, foot, 136, 64},
            .next = {edge + wide - 208, foot, 208, 64}};
  }
};

struct Item {
  std::string name, price;
  bool is_empty() const { return trimmed(name).empty() && trimmed(price).empty(); }
};

// The text that a photo of a sticker holds: written by the worker's last words, read by the screen.
struct StickerReading {
  bool is_done = false;
  Result<std::string> text{std::string()};
};

// A table that is on its way into the shop.
struct Table {
  std::filesystem::path path;
  std::optional<Problem> problem;  // of the file as a whole
  std::optional<CsvTable> rows;
  std::optional<ImportPlan<TakeInProducts>> plan;
  std::string planned_for;              // the currency and language that the plan was made with
  std::vector<std::string> understood;  // headers

  bool is_ready() const { return plan && plan->counts.refused.empty() && !plan->is_empty(); }
};

enum class Beginning { Undecided, OwnItems, FromTable, Sample };

class FirstRunScreen final : public Screen {
 public:
  FirstRunScreen(FirstRunPlaces places, Seams seams)
      : places_(std::move(places)), seams_(seams), ids_(seams.clock, seams.random) {
    if (!places_.shop.empty()) stall_ = places_.shop.stem().string();
  }

  void refresh(const Shop& shop) override;
  void draw(Ui& ui, Intents& out) override;
  bool dropped(const std::filesystem::path& file, Intents& out) override;
  bool refused(const Problem&) override { return false; }
  Surface surface() const override { return Surface::FullScreen; }
  Rect toast_place(const Ui& ui) const override { return {(ui.width() - 560) / 2, ui.height() - 176, 560, 64}; }

 private:
  void draw_head(Ui& ui, const Places& at, std::string_view title);
  void draw_foot(Ui& ui, const Places& at, Intents& out);
  void draw_stall(Ui& ui, const Places& at, Intents& out);
  void draw_language(Ui& ui, Rect box, Intents& out);
  void draw_currency(Ui& ui, Rect box, Intents& out);
  void draw_currencies(Ui& ui, Intents& out);
  void draw_payment(Ui& ui, const Places& at, Intents& out);
  void draw_qris(Ui& ui, Intents& out, Rect card);
  void draw_bank(Ui& ui, Rect card);
  void draw_beginning(Ui& ui, const Places& at, Intents& out);
  void draw_items(Ui& ui, Rect area);
  void draw_table(Ui& ui, Intents& out, Rect area);
  void draw_display(Ui& ui, const Places& at, Intents& out);
  void draw_files(Ui& ui, Intents& out);

  void go_on(Ui& ui, Intents& out);
  void finish(const Words& words, Intents& out);
  // What keeps this step from being left by Next; none when it is fine.
  std::optional<std::string> fault(int step, const Words& words) const;
  std::optional<std::string> item_fault(const Item& item, const Words& words) const;
  std::vector<Command> commands() const;

  void read_sticker(const std::filesystem::path& file, Intents& out);
  void read_table(const std::filesystem::path& file);
  void plan_table(const Shop& shop);
  std::optional<Problem> qris_problem() const;
  std::string stall_name(const Words& words) const;

  FirstRunPlaces places_;
  Seams seams_;
  IdSource ids_;
  Profile profile_;

  int step_ = kStall;
  std::array<bool, kSteps> left_out_{};  // by Skip: what was typed there stays, but is not used
  bool shows_faults_ = false;

  std::string stall_, you_;
  std::string qris_;
  std::shared_ptr<StickerReading> sticker_;
  std::optional<Problem> sticker_problem_;
  BankAccount account_;
  Beginning beginning_ = Beginning::Undecided;
  std::array<Item, 3> items_;
  Table table_;
  std::string pin_;

  bool chooses_currency_ = false;
  enum class Picks { Nothing, Sticker, Table } picks_ = Picks::Nothing;
  FileSheet files_;
  std::string placed_name_;
  std::filesystem::path place_;
};

// What stands on a card: its ground, and the title with an icon. Gives the room below.
Rect draw_card(Ui& ui, Rect rect, Icon icon, std::string_view title) {
  const Theme& t = ui.theme();
  plate(ui, rect, kCardRadius);
  const Rect inside = rect.inset(20);
  ui.paint().icon({inside.x + 14, inside.y + 16}, icon, t.accent);
  text(ui, {inside.x + 40, inside.y, inside.w - 40, 32}, title, {.type = Type::Title});
  return {inside.x, inside.y + 40, inside.w, inside.h - 40};
}

void draw_label(Ui& ui, Rect box, std::string_view label) {
  text(ui, {box.x, box.y - 28, box.w, 24}, label, {.type = Type::SmallStrong, .color = ui.theme().ink2});
}

// A large icon on a disc, where a card would else be bare.
void draw_emblem(Ui& ui, Point middle, Icon icon) {
  ui.paint().circle(middle, 48, ui.theme().accent_c);
  if (ui.theme().is_terik()) ui.paint().ring(middle, 48, 1, ui.theme().accent, 2);
  ui.paint().icon(middle, icon, ui.theme().accent, IconWeight::Bold, IconSize::Rail);
}

// A sentence with its icon, in the colour of what it means.
std::string FirstRunScreen::stall_name(const Words& words) const {
  const std::string_view typed = trimmed(stall_);
  return std::string(typed.empty() ? words(N_("My stall")) : typed);
}

void FirstRunScreen::refresh(const Shop& shop) {
  profile_ = shop.profile();
  if (sticker_ && sticker_->is_done) {
    if (sticker_->text) qris_ = *sticker_->text;
    sticker_problem_ = sticker_->text ? std::nullopt : std::optional(sticker_->text.error());
    sticker_.reset();
  }
  plan_table(shop);
  if (const std::string name = stall_name(profile_.screen_words()); name != placed_name_ || place_.empty()) {
    placed_name_ = name;
    place_ = place_of_new_shop(places_, name);
  }
}

// ---- the frame around the steps

void FirstRunScreen::draw(Ui& ui, Intents& out) {
  const Places at = Places::in(ui);
  switch (step_) {
    case kStall:
      draw_stall(ui, at, out);
      break;
    case kPayment:
      draw_payment(ui, at, out);
      break;
    case kBeginning:
      draw_beginning(ui, at, out);
      break;
    default:
      draw_display(ui, at, out);
      break;
  }
  draw_foot(ui, at, out);
  draw_currencies(ui, out);
  draw_files(ui, out);
}

void FirstRunScreen::draw_head(Ui& ui, const Places& at, std::string_view title) {
  const Theme& t = ui.theme();
  const Rect step = step_ == kStall && at.is_roomy ? at.step.moved(480, 0) : at.step;
  const std::string where = fmt::format(fmt::runtime(ui.words(N_("{} of {}"))), step_ + 1, kSteps);
  text(ui, step, where, {.type = Type::SmallStrong, .color = t.ink2, .name = "step"});
  float x = step.x + ui.paint().width(Type::SmallStrong, where) + 24;
  for (int i = 0; i < kSteps; ++i, x += 20) {
    ui.paint().circle({x, step.centre().y}, 6, i <= step_ ? t.primary : t.outline);
    if (i > step_) ui.paint().circle({x, step.centre().y}, 4, t.bg);
  }
  const Rect line = step_ == kStall && at.is_roomy ? Rect{at.title.x + 480, at.title.y, 640, at.title.h} : at.title;
  text(ui, line, title, {.type = Type::Headline, .name = "title"});
}

void FirstRunScreen::draw_foot(Ui& ui, const Places& at, Intents& out) {
  const Words& words = ui.words();
  if (step_ == kStall) {
    const Rect later =
        at.is_roomy ? Rect{at.back.x + 480, at.back.y, 200, at.back.h} : Rect{at.back.x, at.back.y, 200, at.back.h};
    if (button(ui, "later", later, {.label = words(N_("Not now")), .kind = ButtonKind::Quiet})) finish(words, out);
  } else {
    if (button(ui, "back", at.back, {.label = words(N_("Back")), .icon = icon::arrow_left})) {
      --step_;
      shows_faults_ = false;
    }
    if (button(ui, "skip", at.skip, {.label = words(N_("Skip")), .kind = ButtonKind::Quiet})) {
      left_out_[static_cast<std::size_t>(step_)] = true;
      shows_faults_ = false;
      if (step_ == kDisplay) {
        finish(words, out);
      } else {
        ++step_;
      }
      return;
    }
  }
  const bool is_sample = step_ == kBeginning && beginning_ == Beginning::Sample;
  const std::string_view label = is_sample           ? words(N_("Open samples"))
                                 : step_ == kDisplay ? words(N_("Start selling"))
                                                     : words(N_("Next"));
  const Rect next = step_ == kStall && at.is_roomy ? Rect{at.next.right() - 312, at.next.y, 312, at.next.h} : at.next;
  if (button(ui, "next", next,
             {.label = label,
              .icon_after = icon::arrow_right,
              .kind = ButtonKind::Primary,
              .type = Type::Button,
              .shortcut = {Key::Enter}}))
    go_on(ui, out);
}

void FirstRunScreen::go_on(Ui& ui, Intents& out) {
  ui.leave_field();
  left_out_[static_cast<std::size_t>(step_)] = false;
  if (fault(step_, ui.words())) {
    shows_faults_ = true;
    return;
  }
  shows_faults_ = false;
  if (step_ == kBeginning && beginning_ == Beginning::Sample) {
    out.add(NextShop{OpenDemo{}});
  } else if (step_ == kDisplay) {
    finish(ui.words(), out);
  } else {
    ++step_;
  }
}

void FirstRunScreen::finish(const Words& words, Intents& out) {
  // What was fine when its step was left may no longer be: another currency was chosen since.
  for (int step = kPayment; step < kSteps; ++step) {
    if (left_out_[static_cast<std::size_t>(step)] || !fault(step, words)) continue;
    step_ = step;
    shows_faults_ = true;
    return;
  }
  BeginShop begin{
      .path = place_, .card = {profile_, std::string(trimmed(you_))}, .owner_pin = {}, .commands = commands()};
  begin.card.profile.name = stall_name(words);
  if (!left_out_[kPayment]) {
    if (!trimmed(qris_).empty() && !qris_problem()) begin.card.profile.qris = std::string(trimmed(qris_));
    if (!trimmed(account_.number).empty()) begin.card.profile.accounts = {account_};
  }
  if (!left_out_[kDisplay] && pin_.size() == kPinDigits) begin.owner_pin = pin_;
  out.add(NextShop{std::move(begin)});
}

std::optional<std::string> FirstRunScreen::fault(int step, const Words& words) const {
  const auto say = [&](const Problem& problem) { return sentence(problem, words, profile_.money()); };
  if (step == kPayment) {
    if (const auto problem = qris_problem()) return say(*problem);
    const bool has_name = !trimmed(account_.bank).empty() || !trimmed(account_.holder).empty();
    if (has_name && trimmed(account_.number).empty()) return std::string(words(N_("The account number is missing.")));
  }
  if (step == kBeginning && beginning_ == Beginning::OwnItems) {
    for (const Item& item : items_) {
      if (auto wrong = item_fault(item, words)) return wrong;
    }
  }
  if (step == kBeginning && beginning_ == Beginning::FromTable && !table_.path.empty()) {
    if (table_.problem) return say(*table_.problem);
    if (table_.plan && !table_.plan->counts.refused.empty())
      return std::string(words(N_("Mend these rows in the file and choose it again. Nothing has been taken in.")));
  }
  if (step == kDisplay && !pin_.empty() && pin_.size() != kPinDigits) return say({ProblemCode::PinFormat, {}});
  return std::nullopt;
}

std::optional<std::string> FirstRunScreen::item_fault(const Item& item, const Words& words) const {
  if (item.is_empty()) return std::nullopt;
  const auto say = [&](const Problem& problem) { return sentence(problem, words, profile_.money()); };
  if (trimmed(item.price).empty()) return std::string(words(N_("Enter a price; 0 means free")));
  const auto price = parse_money(item.price, profile_.money(), words.number_style());
  if (!price) return say(price.error());
  const auto checked = checked_product({.name = item.name, .price = *price});
  return checked ? std::nullopt : std::optional(say(checked.error()));
}

std::vector<Command> FirstRunScreen::commands() const {
  std::vector<Command> all;
  if (left_out_[kBeginning]) return all;
  if (beginning_ == Beginning::FromTable && table_.is_ready()) all.emplace_back(StockCommand{table_.plan->command});
  if (beginning_ != Beginning::OwnItems) return all;
  const Words& words = profile_.screen_words();
  for (const Item& item : items_) {
    if (item.is_empty() || item_fault(item, words)) continue;
    Product product{.name = item.name, .tracked = false};  // how many there are was not asked
    product.price = parse_money(item.price, profile_.money(), words.number_style()).value();
    all.emplace_back(CatalogCommand{SaveProduct{.product = std::move(product), .variants = {}, .photo = {}}});
  }
  return all;
}

// ---- 1: language, stall, currency, you

void FirstRunScreen::draw_stall(Ui& ui, const Places& at, Intents& out) {
  const Words& words = ui.words();
  if (at.is_roomy) draw_stall_picture(ui, at.art);
  draw_head(ui, at, words(N_("Welcome to Lapak")));

  constexpr float kLabel = 28;
  std::array<Rect, 4> boxes;
  if (at.is_roomy) {
    for (std::size_t i = 0; i < boxes.size(); ++i)
      boxes[i] = {at.body.x + 480, at.body.y + 16 + 128 * static_cast<float>(i), 640, 72};
  } else {
    for (std::size_t i = 0; i < boxes.size(); ++i) {
      const Rect column = at.body.column(static_cast<int>(i % 2), 2, 24);
      boxes[i] = {column.x, at.body.y + kLabel + static_cast<float>(i / 2) * 104, column.w, 64};
    }
    const float top = boxes[3].bottom() + 16;
    draw_stall_picture(ui, {0, top, ui.width(), at.body.bottom() - top});
  }
  draw_label(ui, boxes[0], words(N_("Language")));
  draw_language(ui, boxes[0], out);
  if (field(ui, "stall", boxes[1], stall_,
            {.label = words(N_("Stall name")),
             .placeholder = words(N_("e.g. Rumah Benang")),
             .icon = icon::storefront,
             .longest_bytes = kLongestName_bytes})
          .submitted)
    ui.focus_field("you");
  draw_label(ui, boxes[2], words(N_("Currency")));
  draw_currency(ui, boxes[2], out);
  field(ui, "you", boxes[3], you_,
        {.label = words(N_("Your name")),
         .placeholder = words(N_("e.g. Siti")),
         .icon = icon::user,
         .longest_bytes = kLongestName_bytes});
}

void FirstRunScreen::draw_language(Ui& ui, Rect box, Intents& out) {
  constexpr std::array kLanguages{Language::Indonesian, Language::English};
  const Language now = ui.words().language();
  // Each in its own words: who is looking for hers cannot read the other.
  const auto chosen =
      segments(ui, "language", box, {"Bahasa Indonesia", "English"}, now == Language::Indonesian ? 0 : 1);
  if (!chosen) return;
  Profile profile = profile_;
  profile.language = language_code(kLanguages[*chosen]);
  out.perform(ProfileCommand{SaveProfile{std::move(profile)}});
}

void FirstRunScreen::draw_currency(Ui& ui, Rect box, Intents& out) {
  std::vector<std::string> labels;
  std::size_t selected = kCommonCurrencies.size();
  for (std::size_t i = 0; i < kCommonCurrencies.size(); ++i) {
    labels.push_back(fmt::format("{} {}", find_currency(kCommonCurrencies[i])->symbol, kCommonCurrencies[i]));
    if (profile_.currency == kCommonCurrencies[i]) selected = i;
  }
  const bool is_other = selected == kCommonCurrencies.size();
  labels.emplace_back(is_other ? profile_.currency : std::string(ui.words(N_("Other"))));
  const auto chosen = segments(ui, "currency", box, labels, selected);
  if (!chosen) return;
  if (*chosen == kCommonCurrencies.size()) {
    chooses_currency_ = true;
    return;
  }
  Profile profile = profile_;
  profile.currency = kCommonCurrencies[*chosen];
  out.perform(ProfileCommand{SaveProfile{std::move(profile)}});
}

void FirstRunScreen::draw_currencies(Ui& ui, Intents& out) {
  Sheet sheet(ui, "currencies", chooses_currency_,
              {.title = ui.words(N_("Currency")), .close_label = ui.words(N_("Close"))});
  if (sheet.dismissed()) chooses_currency_ = false;
  if (!sheet.visible()) return;
  const auto all = currencies();
  RowList rows(ui, "currencies.list", sheet.content(), {.count = all.size(), .row_height = 64});
  for (const auto& item : rows.visible()) {
    const Currency& currency = all[item.index];
    if (!row(ui, fmt::format("currencies.{}", currency.code), item.rect,
             {.title = currency.code, .trailing = currency.symbol, .selected = profile_.currency == currency.code}))
      continue;
    Profile profile = profile_;
    profile.currency = currency.code;
    out.perform(ProfileCommand{SaveProfile{std::move(profile)}});
    chooses_currency_ = false;
  }
}

// ---- 2: how money comes in

std::optional<Problem> FirstRunScreen::qris_problem() const {
  if (trimmed(qris_).empty()) return sticker_problem_;
  const auto code = Qris::parse(qris_);
  return code ? std::nullopt : std::optional(code.error());
}

void FirstRunScreen::draw_payment(Ui& ui, const Places& at, Intents& out) {
  const Words& words = ui.words();
  draw_head(ui, at, words(N_("How do customers pay you?")));
  const float height = std::min(at.body.h, 416.0f);
  const Rect cards = at.body.top_part(height);

  const Rect cash = draw_card(ui, cards.column(0, 3, 16), icon::money_wavy, words(N_("Cash")));
  text(ui, cash.top_part(130), words(N_("Change is counted for you, and the drawer is counted at the end of the day.")),
       {.color = ui.theme().ink2, .upright = Upright::Top, .lines = 5});
  draw_emblem(ui, {cash.centre().x, cash.y + 130 + (cash.h - 164) / 2}, icon::hand_coins);
  pill(ui, {cash.x, cash.bottom() - 34},
       {.label = std::string(words(N_("Always on"))), .tone = Tone::Success, .icon = icon::check});
  draw_qris(ui, out, cards.column(1, 3, 16));
  draw_bank(ui, cards.column(2, 3, 16));
}

void FirstRunScreen::draw_qris(Ui& ui, Intents& out, Rect card) {
  const Words& words = ui.words();
  const Rect room = draw_card(ui, card, icon::qr_code, words(N_("QRIS")));
  text(ui, room.top_part(66), words(N_("Drop a photo of your QRIS sticker on this window, or pick one.")),
       {.type = Type::Small, .color = ui.theme().ink2, .upright = Upright::Top, .lines = 3});
  const Rect pick{room.x, room.y + 72, room.w, 56};
  const bool is_reading = sticker_ != nullptr;
  if (button(ui, "qris.pick", pick,
             {.label = is_reading ? words(N_("Reading the photo…")) : words(N_("Pick a photo")),
              .icon = icon::image,
              .enabled = !is_reading})) {
    picks_ = Picks::Sticker;
    files_.open(
        {.kind = FileKind::Picture, .title = std::string(words(N_("Pick a photo"))), .folders = places_.looked_in},
        out);
  }
  const Rect box{room.x, pick.bottom() + 36, room.w, 56};
  if (field(ui, "qris", box, qris_, {.label = words(N_("Or paste its text")), .placeholder = "000201…"}).edited)
    sticker_problem_.reset();

  const Rect below{room.x, box.bottom() + 12, room.w, room.bottom() - box.bottom() - 12};
  if (const auto problem = qris_problem()) {
    draw_verdict(ui, below, sentence(*problem, words, ui.currency()), false, "qris.verdict");
  } else if (const auto code = Qris::parse(qris_)) {
    const std::string name = code->merchant_name().empty()
                                 ? std::string(words(N_("This is a good code.")))
                                 : fmt::format("{} · {}", code->merchant_name(), code->city());
    draw_verdict(ui, below, name, true, "qris.verdict");
  }
}

void FirstRunScreen::draw_bank(Ui& ui, Rect card) {
  const Words& words = ui.words();
  const Rect room = draw_card(ui, card, icon::bank, words(N_("Bank account")));
  const float step = std::min(100.0f, room.h / 3);
  const float high = std::clamp(step - 36, 48.0f, 60.0f);
  const Rect box{room.x, room.y + 28 + (room.h - 3 * step) / 3, room.w, high};
  if (field(ui, "bank", box, account_.bank,
            {.label = words(N_("Bank or wallet")),
             .placeholder = words(N_("e.g. BCA, DANA")),
             .longest_bytes = kLongestName_bytes})
          .submitted)
    ui.focus_field("bank.number");
  const bool is_missing = shows_faults_ && !qris_problem() && trimmed(account_.number).empty();
  if (field(ui, "bank.number", box.moved(0, step), account_.number,
            {.label = is_missing ? words(N_("The account number is missing.")) : words(N_("Account number")),
             .longest_bytes = kLongestName_bytes})
          .submitted)
    ui.focus_field("bank.holder");
  field(ui, "bank.holder", box.moved(0, 2 * step), account_.holder,
        {.label = words(N_("In the name of")), .longest_bytes = kLongestName_bytes});
}

void FirstRunScreen::read_sticker(const std::filesystem::path& file, Intents& out) {
  sticker_ = std::make_shared<StickerReading>();
  sticker_problem_.reset();
  qris_.clear();
  const auto keep = [reading = sticker_](Result<std::string> text) {
    reading->text = std::move(text);
    reading->is_done = true;
  };
  out.add(InBackground{
      .work = [file, keep, &files = seams_.files](Progress&) -> Jobs::Afterwards {
        const auto bytes = files.read(file, kLargestFile_bytes);
        Result<std::string> text =
            bytes ? read_qr_from_photo(*bytes) : refuse(ProblemCode::FileUnreadable, file.filename().string());
        return [keep, text = std::move(text)] { keep(text); };
      },
      .failed = [file, keep](
                    const std::exception&) { keep(refuse(ProblemCode::FileUnreadable, file.filename().string())); }});
}

// ---- 3: what is sold

void FirstRunScreen::draw_beginning(Ui& ui, const Places& at, Intents& out) {
  const Words& words = ui.words();
  const Theme& t = ui.theme();
  draw_head(ui, at, words(N_("Where to begin?")));
  struct Card {
    Beginning beginning;
    std::string_view name;
    Icon icon;
    std::string_view title, story;
  };
  const std::array<Card, 3> cards{{
      {Beginning::OwnItems, "begin.own", icon::tag, words(N_("Add 3 items of mine")),
       words(N_("Name and price. About 1 minute."))},
      {Beginning::FromTable, "begin.csv", icon::file_csv, words(N_("From a CSV file")),
       words(N_("From Excel, Loyverse, Square, Moka or Shopify."))},
      {Beginning::Sample, "begin.sample", icon::sparkle, words(N_("Try with sample data")),
       words(N_("40 items and three weeks of sales, in a file of their own."))},
  }};
  const bool is_tall = beginning_ == Beginning::Undecided;
  const float height = is_tall ? std::min(360.0f, at.body.h) : at.is_roomy ? 112.0f : 88.0f;
  for (std::size_t i = 0; i < cards.size(); ++i) {
    const Card& card = cards[i];
    const Rect rect = at.body.top_part(height).column(static_cast<int>(i), 3, 16);
    const bool is_chosen = beginning_ == card.beginning;
    if (button(ui, card.name, rect, {.kind = ButtonKind::Surface})) {
      beginning_ = is_chosen ? Beginning::Undecided : card.beginning;
      shows_faults_ = false;
    }
    if (is_chosen) ui.paint().outline(rect, t.primary, 3, kButtonRadius);
    if (is_tall) {
      const Point middle{rect.centre().x, rect.y + rect.h * 0.26f};
      draw_emblem(ui, middle, card.icon);
      const Rect words_at{rect.x + 24, middle.y + 64, rect.w - 48, rect.bottom() - middle.y - 64};
      const float title_height =
          30 * static_cast<float>(ui.paint().wrapped(Type::Title, card.title, words_at.w, 2).size());
      text(ui, words_at.top_part(title_height), card.title,
           {.type = Type::Title, .align = Side::Centre, .upright = Upright::Top, .lines = 2});
      text(ui, {words_at.x, words_at.y + title_height + 12, words_at.w, 80}, card.story,
           {.color = t.ink2, .align = Side::Centre, .upright = Upright::Top, .lines = 3});
    } else {
      const float edge = at.is_roomy ? 40.0f : 30.0f;
      ui.paint().icon({rect.x + edge, rect.centre().y}, card.icon, is_chosen ? t.primary : t.accent, IconWeight::Bold,
                      IconSize::Rail);
      text(ui, {rect.x + 2 * edge, rect.y, rect.w - 2 * edge - 12, rect.h}, card.title,
           {.type = Type::Row, .lines = 3});
    }
  }
  const float top = at.body.y + height + 24;
  const Rect area{at.body.x, top, at.body.w, at.body.bottom() - top};
  if (beginning_ == Beginning::OwnItems) draw_items(ui, area);
  if (beginning_ == Beginning::FromTable) draw_table(ui, out, area);
  if (beginning_ == Beginning::Sample) {
    text(ui, area.top_part(120),
         words(
             N_("The sample shop Rumah Benang opens. Sell, refund, close the day: nothing there touches your own shop, "
                "which you can begin at any time in Settings.")),
         {.color = t.ink2, .upright = Upright::Top, .lines = 4});
  }
}

void FirstRunScreen::draw_items(Ui& ui, Rect area) {
  const Words& words = ui.words();
  const float pitch = std::min(84.0f, (area.h - 28) / 3);
  const float high = std::min(64.0f, pitch - 8);
  const float price_width = std::min(320.0f, area.w * 0.3f);
  const float name_width = std::min(560.0f, area.w * 0.45f);
  for (std::size_t i = 0; i < items_.size(); ++i) {
    Item& item = items_[i];
    const Rect name{area.x, area.y + 28 + static_cast<float>(i) * pitch, name_width, high};
    const Rect price{name.right() + 16, name.y, price_width, high};
    const std::string name_field = fmt::format("item.{}.name", i);
    const std::string price_field = fmt::format("item.{}.price", i);
    const bool is_first = i == 0;
    if (field(ui, name_field, name, item.name,
              {.label = is_first ? words(N_("Name")) : std::string_view(),
               .placeholder = is_first ? words(N_("e.g. Crochet bag")) : std::string_view(),
               .longest_bytes = kLongestName_bytes})
            .submitted)
      ui.focus_field(price_field);
    if (field(ui, price_field, price, item.price,
              {.label = is_first ? words(N_("Price")) : std::string_view(),
               .placeholder =
                   is_first ? ui.bare_money(Money{ui.currency().decimals == 0 ? 85'000 : 85'00}) : std::string()})
            .submitted &&
        i + 1 < items_.size())
      ui.focus_field(fmt::format("item.{}.name", i + 1));
    const Rect verdict{price.right() + 16, name.centre().y - 12, area.right() - price.right() - 16, 60};
    if (item.is_empty()) continue;
    const auto wrong = item_fault(item, words);
    if (wrong && shows_faults_) {
      draw_verdict(ui, verdict, *wrong, false, fmt::format("item.{}.verdict", i));
    } else if (!wrong) {
      const Money amount = parse_money(item.price, ui.currency(), words.number_style()).value();
      draw_verdict(ui, verdict, ui.money(amount), true, fmt::format("item.{}.verdict", i));
    }
  }
}

void FirstRunScreen::draw_table(Ui& ui, Intents& out, Rect area) {
  const Words& words = ui.words();
  const Theme& t = ui.theme();
  const Rect pick{area.right() - 224, area.y, 224, 64};
  const Rect left{area.x, area.y, area.w - 240, 64};
  if (button(ui, "csv.pick", pick, {.label = words(N_("Pick a file")), .icon = icon::folder_open})) {
    picks_ = Picks::Table;
    files_.open({.kind = FileKind::Table, .title = std::string(words(N_("Pick a file"))), .folders = places_.looked_in},
                out);
  }
  if (table_.path.empty()) {
    text(ui, left, words(N_("Drop the file on this window, or pick it. The columns are found by themselves.")),
         {.color = t.ink2, .lines = 2, .name = "csv"});
    return;
  }
  text(ui, left.top_part(32), table_.path.filename().string(),
       {.type = Type::Row, .cut = Cut::Names, .name = "csv.file"});
  if (table_.problem) {
    draw_verdict(ui, {area.x, area.y + 40, left.w, 60}, sentence(*table_.problem, words, ui.currency()), false,
                 "csv.verdict");
    return;
  }
  if (!table_.plan) return;
  const ImportCounts& counts = table_.plan->counts;
  text(ui, left.bottom_part(32), columns_said(ui, table_.understood, table_.rows->header().size()),
       {.type = Type::Small, .color = t.ink2, .cut = Cut::Names, .name = "csv.columns"});
  const std::string ready =
      fmt::format(fmt::runtime(words.plural("{} item ready", "{} items ready", counts.new_rows)), counts.new_rows);
  const auto bad = static_cast<std::int64_t>(counts.refused.size());
  const Rect verdict{area.x, area.y + 76, area.w, 24};
  if (bad == 0) {
    draw_verdict(ui, verdict, ready, true, "csv.verdict");
    return;
  }
  draw_verdict(
      ui, verdict,
      fmt::format("{} · {}", ready,
                  fmt::format(fmt::runtime(words.plural("{} row needs a look", "{} rows need a look", bad)), bad)),
      false, "csv.verdict");
  const Rect list{area.x, verdict.bottom() + 4, area.w,
                  area.bottom() - verdict.bottom() - 4 - (shows_faults_ ? 28 : 0)};
  draw_refused_rows(ui, "csv", list, counts.refused);
  if (shows_faults_)
    text(ui, area.bottom_part(26), *fault(kBeginning, words),
         {.type = Type::SmallStrong, .color = t.danger, .name = "csv.fault"});
}

void FirstRunScreen::read_table(const std::filesystem::path& file) {
  beginning_ = Beginning::FromTable;
  shows_faults_ = false;
  table_ = Table{.path = file};
  try {
    const auto bytes = seams_.files.read(file, kLargestFile_bytes);
    if (!bytes) {
      table_.problem = Problem{ProblemCode::FileUnreadable, {file.filename().string()}};
      return;
    }
    auto rows = CsvTable::read(*bytes);
    if (rows) {
      table_.rows = std::move(*rows);
    } else {
      table_.problem = rows.error();
    }
  } catch (const FileError&) {
    table_.problem = Problem{ProblemCode::FileUnreadable, {file.filename().string()}};
  }
}

void FirstRunScreen::plan_table(const Shop& shop) {
  const std::string wanted = fmt::format("{} {}", profile_.currency, profile_.language);
  if (!table_.rows || table_.planned_for == wanted) return;
  table_.planned_for = wanted;
  table_.plan.reset();
  table_.problem.reset();
  auto plan = plan_products(shop.facts(), profile_, ids_, *table_.rows, {});
  if (!plan) {
    table_.problem = plan.error();
    return;
  }
  table_.plan = std::move(*plan);
  table_.understood = Columns::find(*table_.rows, fields_of(ListKind::Items), {})->understood(*table_.rows);
}

// ---- 4: the PIN, and how large everything is

void FirstRunScreen::draw_display(Ui& ui, const Places& at, Intents& out) {
  const Words& words = ui.words();
  const Theme& t = ui.theme();
  draw_head(ui, at, words(N_("Almost ready")));
  constexpr float kNote = 64;
  const float box_top = at.is_roomy ? 104 : 120;  // the words above need more lines where it is narrow
  const Rect cards = at.body.top_part(std::min(at.body.h - kNote, 296.0f));

  const Rect left = draw_card(ui, cards.column(0, 2, 16), icon::lock_key, words(N_("PIN, if you like")));
  text(ui, left.top_part(80),
       words(N_("With a PIN, helpers can sell but not change prices or see reports. Without one, everyone may do "
                "everything.")),
       {.type = Type::Small, .color = t.ink2, .upright = Upright::Top, .lines = 4});
  const Rect box{left.x, left.y + box_top, std::min(left.w, 280.0f), 64};
  field(ui, "pin", box, pin_,
        {.label = words(N_("Four digits")), .icon = icon::lock, .digits_only = true, .longest_bytes = kPinDigits});
  const auto wrong = fault(kDisplay, words);
  if (wrong && shows_faults_) draw_verdict(ui, {left.x, box.bottom() + 8, left.w, 40}, *wrong, false, "pin.verdict");

  const Rect right = draw_card(ui, cards.column(1, 2, 16), icon::text_aa, words(N_("Display size")));
  text(ui, right.top_part(80), words(N_("Everything on the screen becomes smaller or larger at once.")),
       {.type = Type::Small, .color = t.ink2, .upright = Upright::Top, .lines = 3});
  const std::vector<std::string> labels{std::string(words(N_("Small"))), std::string(words(N_("Medium"))),
                                        std::string(words(N_("Large"))), std::string(words(N_("Largest")))};
  const auto now = static_cast<std::size_t>(std::ranges::find(kSizes, profile_.display_size) - kSizes.begin());
  if (const auto chosen = segments(ui, "size", {right.x, right.y + box_top, right.w, 64}, labels, now)) {
    Profile profile = profile_;
    profile.display_size = kSizes[*chosen];
    out.perform(ProfileCommand{SaveProfile{std::move(profile)}});
  }

  const Rect where{at.body.x, cards.bottom() + 16, at.body.w, 40};
  ui.paint().icon({where.x + 14, where.centre().y}, icon::floppy_disk, t.ink2);
  text(ui, {where.x + 40, where.y, where.w - 40, where.h},
       fmt::format(fmt::runtime(words(N_("Your shop is one file: {}"))), place_.string()),
       {.type = Type::Small, .color = t.ink2, .cut = Cut::Names, .name = "place"});
}

// ---- files from outside

void FirstRunScreen::draw_files(Ui& ui, Intents& out) {
  const auto file = files_.draw(ui);
  if (!file) return;
  if (picks_ == Picks::Sticker) {
    read_sticker(*file, out);
  } else {
    read_table(*file);
  }
}

bool FirstRunScreen::dropped(const std::filesystem::path& file, Intents& out) {
  const bool is_table = is_of_kind(file, FileKind::Table);
  if (step_ == kPayment && !is_table) {
    read_sticker(file, out);
    return true;
  }
  if (step_ != kBeginning && !is_table) return false;
  // Whoever comes with her items need not know at which step they are asked for.
  if (step_ == kStall) left_out_[kPayment] = true;
  step_ = kBeginning;
  read_table(file);
  return true;
}

}  // namespace

std::filesystem::path place_of_new_shop(const FirstRunPlaces& places, std::string_view name) {
  std::error_code ignored;
  if (!places.shop.empty() && !std::filesystem::exists(places.shop, ignored)) return places.shop;
  const std::filesystem::path folder = places.shop.empty() ? places.folder : places.shop.parent_path();
  const std::string stem = safe_file_name(name);
  std::filesystem::path path = folder / (stem + ".lapak");
  for (int i = 2; std::filesystem::exists(path, ignored); ++i) path = folder / fmt::format("{} {}.lapak", stem, i);
  return path;
}

std::unique_ptr<Screen> make_first_run_screen(FirstRunPlaces places, Seams seams) {
  return std::make_unique<FirstRunScreen>(std::move(places), seams);
}

}  // namespace lapak
