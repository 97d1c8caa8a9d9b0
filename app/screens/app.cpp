// screens: the frame around the screens.
#include "app/screens/app.h"

#include <fmt/format.h>
#include <spdlog/spdlog.h>

#include <algorithm>
#include <utility>

#include "app/screens/file_sheet.h"
#include "app/screens/import_screen.h"
#include "app/screens/receipt_view.h"
#include "app/screens/restore.h"
#include "app/window/crash_report.h"
#include "core/catalog/product_store.h"
#include "core/paper/pdf.h"
#include "core/people/follow_up_store.h"
#include "core/sale/sale_store.h"
#include "core/shop/jobs.h"
#include "core/words/sentences.h"

namespace lapak {
namespace {

constexpr int kPhotosAFrame = 2;

ThemeName theme_named(std::string_view name) {
  return name == "malam" ? ThemeName::Malam : name == "terik" ? ThemeName::Terik : ThemeName::Mori;
}

std::string_view name_of(ThemeName theme) {
  return theme == ThemeName::Malam ? "malam" : theme == ThemeName::Terik ? "terik" : "mori";
}

KeyboardTaste keyboard_named(std::string_view name) {
  return name == "always" ? KeyboardTaste::Always : name == "off" ? KeyboardTaste::Never : KeyboardTaste::ForFingers;
}

float size_named(std::string_view name) {
  return name == "small" ? 0.9f : name == "large" ? 1.15f : name == "largest" ? 1.3f : 1.0f;
}

}  // namespace

App::App(Shop& shop, Files& files, std::vector<PlaceCard> places, std::function<std::unique_ptr<Screen>()> make_lock)
    : shop_(shop), files_(files), places_(std::move(places)), make_lock_(std::move(make_lock)) {
  LAPAK_ASSERT(!places_.empty());
  stack_.push_back(places_.front().make());
}

Program::Taste App::taste() {
  const Profile& profile = shop_.profile();
  const std::string_view theme =
      profile.theme_by_hour ? theme_at(profile.clock().local(shop_.now()).hour) : std::string_view(profile.theme);
  return {.theme = theme_named(theme),
          .hand = profile.hand == "left" ? Hand::Left : Hand::Right,
          .motion = profile.reduced_motion ? MotionTaste::Reduced : MotionTaste::Full,
          .keyboard = keyboard_named(profile.screen_keyboard),
          .size = size_named(profile.display_size),
          .words = &profile.screen_words(),
          .currency = &profile.money(),
          .photos = &photos_};
}

std::string App::title() const {
  return fmt::format("Lapak · {}", shop_.profile().name);
}

void App::refresh(double now_s, Textures& textures) {
  now_s_ = now_s;
  changed_ = false;
  try {
    changed_ = shop_.jobs().drain() || changed_;
    // The search is built beside the second frame: beside the first it would keep it waiting.
    if (is_seen_) shop_.take_in_finished_work();
    if (hourly_copy_.take_failure()) say_copy_failed();
    if (soundness_.take_damage()) say_damaged();
    bring_photos(textures);
    stack_.back()->refresh(shop_);
    due_.refresh(shop_, shop_.today(), rooms(&Revisions::people, &Revisions::sale),
                 [](const Shop& s, Date today) { return count_due(s.facts(), today); });
    finder_.refresh(shop_);
  } catch (const std::exception& failure) {
    spdlog::error("refresh: {}", failure.what());
    show({.sentence = std::string(
              taste().words->operator()(N_("The shop's file could not be read. What was paid is safe; try again."))),
          .icon = icon::warning});
  }
}

void App::say_copy_failed() {
  show({.sentence = std::string((*taste().words)(
            N_("The copy of this hour could not be made. The shop itself is safe. See Settings, Backup."))),
        .icon = icon::warning,
        .lasts_s = 12});
}

void App::say_damaged() {
  const Words& words = *taste().words;
  show(ShowToast{.sentence =
                     std::string(words(N_("Part of the shop's file went bad on the disk. What you sell now is still "
                                          "recorded. Bring back a copy as soon as you can."))),
                 .icon = icon::warning,
                 .action = std::string(words(N_("Show copies"))),
                 .lasts_s = 30},
       [this](Intents& out) { out.add(Open{make_restore_page(shop_.path(), {backup_folder(shop_)})}); });
}

void App::bring_photos(Textures& textures) {
  for (const BringPhoto& photo : std::exchange(brought_, {})) {
    const auto pixels = decode_rgba(photo.thumbnail_jpeg);
    photos_.give(photo.name, pixels ? textures.upload(*pixels) : Texture(), textures);
  }
  for (int i = 0; i < kPhotosAFrame && photos_.has_wishes(); ++i) {
    const std::string name = photos_.take_wish();
    const std::string thumbnail = photo_thumbnail(shop_.facts(), name);
    if (thumbnail.empty()) continue;  // none of the shop's: a screen may have brought it meanwhile
    const auto pixels = decode_rgba(thumbnail);
    photos_.give(name, pixels ? textures.upload(*pixels) : Texture(), textures);
  }
}

void App::draw(Ui& ui) {
  Screen& screen = *stack_.back();
  const bool has_rail = screen.surface() == Surface::Page;
  if (has_rail) draw_rail(ui);
  screen.draw(ui, intents_);
  // A page comes out of its ground; input is live from the first frame.
  const float faded = 1 - static_cast<float>((now_s_ - changed_screen_s_) * 1000) / kPageFade_ms;
  if (faded > 0 && has_rail) {
    const Rect page = ui.mirrored({ui.rail_width(), 0, ui.width() - ui.rail_width(), ui.height()});
    ui.paint().fill(page, ui.theme().bg.faded(faded));
    ui.keep_drawing();
  }
  // In a field Ctrl+Z takes back what was typed there; over a full screen (the lock, a payment) what it would take back
  // is not seen.
  if (has_rail && !ui.memory().editing && ui.shortcut({.key = Key::Z, .ctrl = true})) intents_.add(Undo{});
  if (has_rail && ui.shortcut({.key = Key::K, .ctrl = true})) finder_.open();
  if (has_rail && make_lock_ && ui.shortcut({.key = Key::L, .ctrl = true})) intents_.add(SignOut{});
  if (has_rail && ui.shortcut({.key = Key::P, .ctrl = true})) intents_.add(PrintLastReceipt{});
  lock_when_left_alone(ui);
  ui.rise_above_screen();
  last_receipt_.draw(ui, intents_);
  finder_.draw(ui, intents_);
  if (const auto pin = owner_.draw(ui)) {
    if (for_owner_)
      intents_.add(PerformAsOwner{*for_owner_, *pin});
    else
      intents_.add(CheckOwner{*pin});
  }
  ui.return_to_page();
  draw_toast(ui);
}

// A cart that was open is found again once somebody has signed in.
void App::slept() {
  if (shop_.is_guarded()) lock();
}

// Not over an open cart: its buyer stands there.
void App::lock_when_left_alone(Ui& ui) {
  if (begun_s_ == 0) begun_s_ = now_s_;
  const int minutes = shop_.profile().lock_after_minutes;
  const bool is_locked = lock_ && stack_.back().get() == lock_;
  if (!make_lock_ || is_locked || minutes == 0 || !shop_.is_guarded() || !shop_.cart().lines.empty()) return;
  const double due_s = std::max(begun_s_, ui.memory().last_input_s) + minutes * 60.0;
  if (now_s_ < due_s) {
    ui.wake_at(due_s);
  } else {
    intents_.add(SignOut{});
  }
}

void App::draw_rail(Ui& ui) {
  std::vector<RailItem> items;
  for (const PlaceCard& place : places_) {
    items.push_back({.name = place.name,
                     .label = std::string(ui.words(place.label)),
                     .icon = place.icon,
                     .badge = place.section == Section::People && due_.view() > 0
                                  ? std::to_string(std::min(due_.view(), 99))
                                  : std::string(),
                     .at_the_bottom = place.at_the_bottom});
  }
  if (make_lock_) {
    items.push_back(
        {.name = "lock", .label = std::string(ui.words("Lock")), .icon = icon::lock_key, .at_the_bottom = true});
  }
  const Rect side = ui.mirrored({0, 0, ui.rail_width(), ui.height()});
  const auto chosen = rail(ui, side, items, place_);
  if (chosen && *chosen < places_.size()) {
    intents_.add(GoTo{places_[*chosen].section});
  } else if (chosen) {
    intents_.add(SignOut{});
  }
}

void App::draw_toast(Ui& ui) {
  if (!toast_) return;
  if (toast_lasts_s_) toast_->until_s = now_s_ + *std::exchange(toast_lasts_s_, std::nullopt);
  // It waits while a finger is down: what is being reached for does not run away.
  if (ui.touch().finger_down() && toast_shown_) toast_->until_s = std::max(toast_->until_s, now_s_ + 1);
  toast_shown_ = now_s_ < toast_->until_s;
  const bool is_page = stack_.back()->surface() == Surface::Page;
  const float rail = is_page ? ui.rail_width() : 0;
  const Rect page = ui.mirrored({rail, 0, ui.width() - rail, ui.height()}).inset(kPageEdge);
  const Rect place = ui.clear_of_buttons(stack_.back()->toast_place(ui), page);
  const ToastEvent event = toast(ui, place, *toast_, toast_shown_);
  if (event == ToastEvent::Action && toast_undoes_) {
    toast_->until_s = now_s_;
    intents_.add(Undo{});
  } else if (event == ToastEvent::Action) {
    toast_->until_s = now_s_;
    if (toast_tapped_)
      toast_tapped_(intents_);
    else if (toast_from_ == stack_.back().get())
      stack_.back()->toast_tapped(intents_);
  }
  if (toast_shown_) ui.wake_at(toast_->until_s);
  if (!toast_shown_ && !ui.animating()) toast_.reset();
}

void App::finish(double now_s, Touch& touch) {
  now_s_ = now_s;
  left_.clear();
  Screen* from = stack_.back().get();
  // What is performed may ask for more; it is bounded so that two screens cannot call each other for ever.
  for (int round = 0; round < 8 && !intents_.empty(); ++round) {
    changed_ = true;
    for (Intent& intent : intents_.take()) perform(intent, is_shown(from) ? from : stack_.back().get());
  }
  if (must_rest_input_) touch.rest_after_screen_change(now_s);
  must_rest_input_ = false;
  changed_ = changed_ || !is_seen_;
  is_seen_ = true;
}

void App::perform(Intent& intent, Screen* from) {
  const Surface before = stack_.back()->surface();
  if (auto* change = intent.get_if<Perform>()) {
    execute(change->command, from);
  } else if (intent.get_if<Undo>()) {
    undo();
  } else if (auto* place = intent.get_if<GoTo>()) {
    go_to(std::move(*place));
  } else if (auto* opened = intent.get_if<Open>()) {
    open(std::move(opened->screen));
  } else if (auto* replaced = intent.get_if<Replace>()) {
    left_.push_back(std::move(stack_.back()));
    stack_.back() = std::move(replaced->screen);
    screen_changed(before);
  } else if (const auto* back = intent.get_if<Back>()) {
    if (stack_.size() == 1) return;
    left_.push_back(std::move(stack_.back()));
    stack_.pop_back();
    screen_changed(before);
    if (back->made) stack_.back()->performed(*back->made, intents_);
  } else if (auto* said = intent.get_if<ShowToast>()) {
    show(std::move(*said), from);
  } else if (const auto* problem = intent.get_if<ShowProblem>()) {
    show({.sentence = sentence(problem->problem, *taste().words, *taste().currency), .icon = icon::warning});
  } else if (const auto* theme = intent.get_if<ChooseTheme>()) {
    Profile profile = shop_.profile();
    profile.theme = name_of(theme->theme);
    profile.theme_by_hour = false;
    execute(SaveProfile{std::move(profile)}, nullptr);
  } else if (auto* paper = intent.get_if<MakePaper>()) {
    make_file(paper->file_name, icon::file_pdf,
              [lay_out = std::move(paper->lay_out)](const Database& facts, const Profile& profile) {
                return pdf(lay_out(facts, profile));
              });
  } else if (auto* table = intent.get_if<MakeTable>()) {
    make_table(std::move(*table));
  } else if (auto* pictures = intent.get_if<MakePictures>()) {
    make_pictures(std::move(*pictures));
  } else if (auto* slow = intent.get_if<InBackground>()) {
    shop_.jobs().submit(std::move(slow->work), std::move(slow->failed));
  } else if (auto* reading = intent.get_if<ReadInBackground>()) {
    read_in_background(std::move(*reading));
  } else if (auto* photo = intent.get_if<BringPhoto>()) {
    brought_.push_back(std::move(*photo));
  } else if (intent.get_if<PrintLastReceipt>()) {
    print_last_receipt();
  } else if (intent.get_if<SignOut>()) {
    lock();
  } else if (const auto* who = intent.get_if<SignIn>()) {
    answer(shop_.sign_in(who->seller, who->pin), "signed_in", from);
  } else if (const auto* check = intent.get_if<CheckOwner>()) {
    if (owner_.is_open() && table_for_owner_)
      make_table_for_owner(check->pin);
    else
      answer(shop_.check_owner_pin(check->pin), "owner_checked", from);
  } else if (const auto* as_owner = intent.get_if<PerformAsOwner>()) {
    execute(as_owner->command, from, as_owner->pin);
  } else if (auto* next = intent.get_if<NextShop>()) {
    wish_ = std::move(*next);
  }
}

void App::answer(const Result<void>& done, std::string_view kind, Screen* from) {
  if (done) {
    if (from) from->performed(Outcome{.kind = std::string(kind)}, intents_);
  } else if (!from || !from->refused(done.error())) {
    show({.sentence = sentence(done.error(), *taste().words, *taste().currency), .icon = icon::warning});
  }
}

void App::execute(const Command& command, Screen* from, const std::optional<std::string>& owner_pin) {
  note_for_crash_report(fmt::format("command of room {}", command.any().index()));
  try {
    const auto outcome = owner_pin ? shop_.execute_as_owner(command, *owner_pin) : shop_.execute(command);
    if (outcome) {
      note_for_crash_report(outcome->kind);
      if (owner_pin) owner_.close();
      if (from) from->performed(*outcome, intents_);
      return;
    }
    const Problem& problem = outcome.error();
    if (owner_.refused(problem)) return;
    if (owner_pin) owner_.close();
    if (from && from->refused(problem)) return;
    if (problem.code == ProblemCode::OwnerOnly && shop_.is_guarded() && !owner_pin) {
      for_owner_ = command;
      table_for_owner_.reset();
      owner_.open();
    } else {
      show({.sentence = sentence(problem, *taste().words, *taste().currency), .icon = icon::warning});
    }
  } catch (const std::exception& failure) {
    spdlog::error("execute: {}", failure.what());
    show({.sentence = std::string(
              taste().words->operator()(N_("This could not be saved: the disk did not take it. Nothing was changed."))),
          .icon = icon::warning,
          .lasts_s = 12});
  }
}

// A table is all of something: of buyers, of figures. It leaves the shop with the owner's leave.
void App::make_table(MakeTable table) {
  if (shop_.may(Right::Export)) {
    make_file(table.file_name, icon::file_csv, std::move(table.write));
    return;
  }
  for_owner_.reset();
  table_for_owner_ = std::move(table);
  owner_.open();
}

void App::make_table_for_owner(std::string_view pin) {
  if (const Result<void> checked = shop_.check_owner_pin(pin); !checked) {
    owner_.refused(checked.error());
    return;
  }
  owner_.close();
  MakeTable table = std::move(*std::exchange(table_for_owner_, std::nullopt));
  make_file(table.file_name, icon::file_csv, std::move(table.write));
}

void App::undo() {
  try {
    const auto outcome = shop_.undo();
    if (!outcome) {
      show({.sentence = sentence(outcome.error(), *taste().words, *taste().currency)});
      return;
    }
    toast_.reset();
  } catch (const std::exception& failure) {
    spdlog::error("undo: {}", failure.what());
    show({.sentence = std::string(
              taste().words->operator()(N_("This could not be saved: the disk did not take it. Nothing was changed."))),
          .icon = icon::warning});
  }
}

void App::open(std::unique_ptr<Screen> screen) {
  const Surface before = stack_.back()->surface();
  stack_.push_back(std::move(screen));
  screen_changed(before);
}

void App::lock() {
  if (!make_lock_ || (lock_ && is_shown(lock_))) return;
  toast_.reset();  // it may tell a sum
  open(make_lock_());
  lock_ = stack_.back().get();
}

void App::print_last_receipt() {
  const auto id = last_sale(shop_.facts());
  const auto sale = id ? find_sale(shop_.facts(), *id) : std::nullopt;
  if (!sale) {
    show({.sentence = std::string((*taste().words)(N_("Nothing was sold yet."))), .icon = icon::info});
    return;
  }
  last_receipt_.open(fmt::format("{} {}", (*taste().words)(N_("Receipt")), sale->number), receipt_paper_of(*sale),
                     intents_);
}

void App::go_to(GoTo place) {
  const auto found = std::ranges::find(places_, place.section, &PlaceCard::section);
  if (found == places_.end()) return;
  const Surface before = stack_.back()->surface();
  place_ = static_cast<std::size_t>(found - places_.begin());
  for (auto& screen : stack_) left_.push_back(std::move(screen));
  stack_.clear();
  stack_.push_back(place.page ? std::move(place.page) : found->make());
  screen_changed(before);
}

void App::screen_changed(Surface before) {
  changed_screen_s_ = now_s_;
  changed_ = true;
  const bool is_full = before == Surface::FullScreen || stack_.back()->surface() == Surface::FullScreen;
  must_rest_input_ = must_rest_input_ || is_full;
}

void App::refuse_wish(ShowToast why) {
  wish_.reset();
  show(std::move(why));
}

bool App::is_shown(const Screen* screen) const {
  return std::ranges::any_of(stack_, [&](const auto& each) { return each.get() == screen; });
}

void App::show(ShowToast toast, const Screen* from) {
  const std::string action = toast.offers_undo ? std::string((*taste().words)(N_("Undo"))) : std::move(toast.action);
  toast_ = Toast{.sentence = std::move(toast.sentence), .action = action, .icon = toast.icon};
  toast_lasts_s_ = toast.lasts_s;
  toast_undoes_ = toast.offers_undo;
  toast_tapped_ = nullptr;
  toast_from_ = from;
  toast_shown_ = false;
  changed_ = true;
}

void App::show(ShowToast toast, std::function<void(Intents&)> tapped) {
  show(std::move(toast));
  toast_tapped_ = std::move(tapped);
}

void App::save_file(const std::string& name, Icon icon, const std::string& bytes) {
  const Words& words = *taste().words;
  try {
    const std::filesystem::path folder = shop_.path().parent_path() / "papers";
    std::filesystem::create_directories(folder);
    const std::filesystem::path path = folder / safe_file_name(name);
    files_.replace(path, bytes);
    show({.sentence = fmt::format(fmt::runtime(words(N_("Saved: {}"))), path.string()), .icon = icon});
  } catch (const std::exception& failure) {
    spdlog::error("save file: {}", failure.what());
    show({.sentence = std::string(words(N_("The file could not be written. Is the disk full or the stick gone?"))),
          .icon = icon::warning});
  }
}

void App::make_file(const std::string& name, Icon icon,
                    std::function<std::string(const Database&, const Profile&)> write) {
  read_in_background(
      {[this, name, icon, write = std::move(write)](const Database& facts, const Profile& profile) -> Jobs::Afterwards {
         return [this, name, icon, bytes = write(facts, profile)] { save_file(name, icon, bytes); };
       },
       [this](const std::exception&) {
         show({.sentence = std::string(
                   (*taste().words)(N_("The file could not be written. Is the disk full or the stick gone?"))),
               .icon = icon::warning});
       }});
}

void App::make_pictures(MakePictures making) {
  const Words& words = *taste().words;
  read_in_background(
      {[this, making = std::move(making), folder = shop_.path().parent_path() / "papers"](
           const Database& facts, const Profile& profile) -> Jobs::Afterwards {
         const std::filesystem::path into = folder / safe_file_name(making.folder_name);
         std::filesystem::create_directories(into);
         for (const Post& post : making.draw(facts, profile))
           SystemFiles().replace(into / safe_file_name(post.file_name), post.jpeg);
         return [this, into] {
           show({.sentence = fmt::format(fmt::runtime((*taste().words)(N_("Saved: {}"))), into.string()),
                 .icon = icon::check_circle});
         };
       },
       [this, &words](const std::exception&) {
         show({.sentence = std::string(words(N_("The file could not be written. Is the disk full or the stick gone?"))),
               .icon = icon::warning});
       }});
}

void App::read_in_background(ReadInBackground reading) {
  if (shop_.path().empty()) {  // in memory: there is no second connection
    reading.work(shop_.facts(), shop_.profile())();
    return;
  }
  shop_.jobs().submit([work = std::move(reading.work), profile = shop_.profile(),
                       path = shop_.path()](Progress&) { return work(Database::open_read_only(path), profile); },
                      [failed = std::move(reading.failed)](const std::exception& failure) {
                        spdlog::error("read in background: {}", failure.what());
                        failed(failure);
                      });
}

void App::dropped(const std::filesystem::path& file) {
  const bool is_taken =
      std::any_of(stack_.rbegin(), stack_.rend(), [&](const auto& screen) { return screen->dropped(file, intents_); });
  // Nobody waits for it: a list is taken in, wherever she dropped it.
  if (!is_taken && is_of_kind(file, FileKind::List) && stack_.back()->surface() == Surface::Page)
    intents_.add(Open{make_import_screen(file)});
  changed_ = true;
}

void App::rest() {
  try {
    shop_.rest();
    hourly_copy_.start_when_due(shop_);
    soundness_.begin_once(shop_);
  } catch (const std::exception& failure) {
    spdlog::error("rest: {}", failure.what());
  }
}

}  // namespace lapak
