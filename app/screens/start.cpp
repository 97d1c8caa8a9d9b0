// screens: which shop is in the window.
#include "app/screens/start.h"

#include <fmt/format.h>
#include <spdlog/spdlog.h>

#include <cstdlib>
#include <fstream>

#include "app/screens/file_sheet.h"
#include "app/screens/first_run.h"
#include "app/screens/restore.h"
#include "app/screens/unopened.h"
#include "core/people/people_store.h"
#include "core/shop/jobs.h"
#include "core/words/sentences.h"

namespace lapak {
namespace {

constexpr std::string_view kLastShop = "last-shop";

std::filesystem::path folder_named(const char* variable, const std::filesystem::path& otherwise) {
  const char* folder = std::getenv(variable);
  return folder && *folder ? std::filesystem::path(folder) : otherwise;
}

// What is remembered is a convenience: where it cannot be written, Lapak sells all the same.
void remember(const std::filesystem::path& at, std::string_view line) {
  std::error_code ignored;
  std::filesystem::create_directories(at.parent_path(), ignored);
  std::ofstream(at) << line << '\n';
}

std::string remembered(const std::filesystem::path& at) {
  std::ifstream in(at);
  std::string line;
  std::getline(in, line);
  return line;
}

void forget(const std::filesystem::path& at) {
  std::error_code ignored;
  std::filesystem::remove(at, ignored);
}

// What was asked for besides the card.
Result<void> furnish(Shop& shop, const BeginShop& wish) {
  for (const Command& command : wish.commands) {
    if (auto done = shop.execute(command); !done) return std::unexpected(done.error());
  }
  if (wish.owner_pin.empty()) return {};
  auto done = shop.execute(PeopleCommand{SaveSeller{sellers(shop.facts()).front(), wish.owner_pin}});
  if (!done) return std::unexpected(done.error());
  return {};
}

// A shop on the disk with all that was chosen, or none at all.
Result<std::unique_ptr<Shop>> create_shop(const BeginShop& wish, Seams seams) {
  // First in memory: what is refused there leaves no half shop behind.
  const auto rehearsal = Shop::in_memory({.profile = {.name = "Lapak"}, .owner_name = wish.card.owner_name}, seams);
  if (auto done = rehearsal->execute(ProfileCommand{SaveProfile{wish.card.profile}}); !done)
    return std::unexpected(done.error());
  if (auto done = furnish(*rehearsal, wish); !done) return std::unexpected(done.error());
  std::filesystem::create_directories(wish.path.parent_path());
  auto shop = Shop::create(wish.path, wish.card, seams);
  if (!shop) return shop;
  try {
    if (auto done = furnish(**shop, wish); !done) return std::unexpected(done.error());
    return shop;
  } catch (...) {
    shop->reset();
    for (const std::string_view tail : {"", "-wal", "-shm", ".head"}) forget(wish.path.string() + std::string(tail));
    throw;
  }
}

}  // namespace

Home home_of_user() {
  const std::filesystem::path home = folder_named("HOME", ".");
  Home found{.state = folder_named("XDG_STATE_HOME", home / ".local/state") / "lapak",
             .shops = home / "Lapak",
             .looked_in = folders_below(home)};
  found.looked_in.push_back(found.shops);
  return found;
}

std::filesystem::path last_shop(const Home& home) {
  return remembered(home.state / kLastShop);
}

std::filesystem::path demo_shop(const Home& home) {
  return home.state / "demo" / "Rumah Benang.lapak";
}

std::filesystem::path crash_report(const Home& home) {
  return home.state / "crash-report.txt";
}

Start::Showing::Showing(std::unique_ptr<Shop> shown, const Start& start, std::vector<PlaceCard> places)
    : shop(std::move(shown)), app(*shop, start.seams_.files, std::move(places), start.setting_.make_lock) {
  if (start.setting_.wake) shop->jobs().on_finished(start.setting_.wake);
}

Start::Start(Setting setting, Seams seams) : setting_(std::move(setting)), seams_(seams) {
  begin_first_run({});
}

Start::~Start() {
  leave();
}

void Start::leave() {
  showing_.reset();
  if (!mark_.empty()) forget(std::exchange(mark_, {}));
}

std::filesystem::path Start::mark_path(const std::filesystem::path& shop) const {
  return setting_.home.state / fmt::format("open-{:016x}", std::hash<std::string>()(shop.string()));
}

void Start::open(const std::filesystem::path& named) {
  const std::filesystem::path path = std::filesystem::absolute(named);
  std::error_code ignored;
  if (!std::filesystem::exists(path, ignored)) {
    begin_first_run(path);
    return;
  }
  leave();  // the same file may be open in this window
  Problem why{ProblemCode::FileUnreadable, {path.string()}};
  try {
    auto shop = Shop::open(path, seams_);
    if (shop) {
      show_shop(std::move(*shop));
      return;
    }
    why = shop.error();
  } catch (const std::exception& failure) {
    spdlog::error("open {}: {}", path.string(), failure.what());
  }
  show_alone([path, why, this] { return make_unopened_screen(path, why, setting_.home.looked_in); });
}

void Start::open_last() {
  const std::filesystem::path path = last_shop(setting_.home);
  std::error_code ignored;
  if (path.empty()) {
    begin_first_run({});
  } else if (!std::filesystem::exists(path, ignored)) {  // on a stick that is not there, or moved away
    const Problem why{ProblemCode::FileMissing, {path.string()}};
    show_alone([path, why, this] { return make_unopened_screen(path, why, setting_.home.looked_in); });
  } else {
    open(path);
  }
}

void Start::open_demo() {
  std::error_code ignored;
  if (std::filesystem::exists(demo_shop(setting_.home), ignored)) {
    open(demo_shop(setting_.home));
  } else {
    show_alone([this] { return make_preparing_demo_screen(demo_shop(setting_.home), seams_.files); });
  }
}

void Start::begin_first_run(const std::filesystem::path& path) {
  const Home& home = setting_.home;
  show_alone([path, home, this] {
    return make_first_run_screen({.shop = path, .folder = home.shops, .looked_in = home.looked_in}, seams_);
  });
}

void Start::begin_shop(const BeginShop& wish) {
  const Words& words = *app().taste().words;
  std::string why;
  try {
    auto shop = create_shop(wish, seams_);
    if (shop) {
      show_shop(std::move(*shop));
      return;
    }
    why = sentence(shop.error(), words, *app().taste().currency);
  } catch (const std::exception& failure) {
    spdlog::error("begin {}: {}", wish.path.string(), failure.what());
    why = words(N_("The shop could not be made: the disk did not take it. What you typed is still here."));
  }
  app().refuse_wish({.sentence = why, .icon = icon::warning, .lasts_s = 12});
}

void Start::show_shop(std::unique_ptr<Shop> shop) {
  leave();
  const std::filesystem::path path = shop->path();
  if (!shop->profile().is_demo) remember(setting_.home.state / kLastShop, path.string());
  std::error_code ignored;
  mark_ = mark_path(path);
  const std::filesystem::path mark = mark_;
  const bool has_crashed = std::filesystem::exists(mark_, ignored);
  remember(mark_, path.string());
  if (setting_.shown) setting_.shown(path);
  showing_ = std::make_unique<Showing>(std::move(shop), *this, setting_.places);
  has_changed_ = true;
  try {
    note_ = note_at_start({.shop = this->shop(),
                           .files = seams_.files,
                           .crash_report = crash_report(setting_.home),
                           .asked_zone = mark.string() + "-zone",
                           .has_crashed = has_crashed});
  } catch (const std::exception& failure) {
    spdlog::error("start: {}", failure.what());
  }
  if (this->shop().is_guarded()) app().lock();
}

void Start::refresh(double now_s, Textures& textures) {
  app().refresh(now_s, textures);
  // Not over the lock: it may tell a sum.
  if (!note_ || app().is_locked()) return;
  StartNote note = *std::exchange(note_, std::nullopt);
  app().show(std::move(note.toast), std::move(note.tapped));
}

void Start::show_alone(std::function<std::unique_ptr<Screen>()> make) {
  Profile profile{
      .name = "Lapak", .language = std::string(language_code(setting_.language)), .zone = Zone::current().name()};
  if (showing_) {  // as it was chosen last
    profile.language = shop().profile().language;
    profile.theme = shop().profile().theme;
    profile.display_size = shop().profile().display_size;
    profile.currency = shop().profile().currency;
  }
  leave();
  showing_ = std::make_unique<Showing>(Shop::in_memory({.profile = profile, .owner_name = {}}, seams_), *this,
                                       std::vector<PlaceCard>{{.section = Section::Sell,
                                                               .name = "start",
                                                               .label = {},
                                                               .icon = {},
                                                               .at_the_bottom = false,
                                                               .make = std::move(make)}});
  has_changed_ = true;
}

void Start::finish(double now_s, Touch& touch) {
  has_changed_ = false;
  app().finish(now_s, touch);
  if (!app().wish()) return;
  const NextShop wish = *app().wish();
  carry_out(wish);
  touch.rest_after_screen_change(now_s);
}

void Start::carry_out(const NextShop& wish) {
  if (const auto* begin = std::get_if<BeginShop>(&wish)) {
    begin_shop(*begin);
  } else if (const auto* other = std::get_if<OpenShop>(&wish)) {
    open(other->path);
  } else if (const auto* bring = std::get_if<RestoreShop>(&wish)) {
    show_alone([bring = *bring] { return make_restoring_screen(bring.copy, bring.shop); });
  } else if (std::holds_alternative<OpenDemo>(wish)) {
    // Who began with the sample shop comes back to it, until there is one of her own.
    if (remembered(setting_.home.state / kLastShop).empty())
      remember(setting_.home.state / kLastShop, demo_shop(setting_.home).string());
    open_demo();
  } else {
    begin_first_run({});
  }
}

}  // namespace lapak
