// screens: from the start of the program to its end: which shop is in the window, one after the other. Opens the shop
// that was asked for or was open last; begins with the first run where there is none; and says calmly why a shop cannot
// be had.
#pragma once
#include <filesystem>
#include <functional>
#include <memory>
#include <optional>
#include <vector>

#include "app/screens/app.h"
#include "app/screens/start_note.h"
#include "core/shop/shop.h"

namespace lapak {

// The folders of whoever is at this machine.
struct Home {
  std::filesystem::path state;                   // what Lapak remembers here: the shop open last, the sample shop
  std::filesystem::path shops;                   // where new shops go
  std::vector<std::filesystem::path> looked_in;  // pictures, documents, downloads: to pick files from
};
// The shop that was open last, empty where none was; and the sample shop, whether it is there yet or not.
std::filesystem::path last_shop(const Home& home);
std::filesystem::path demo_shop(const Home& home);
// Where a crash leaves its report.
std::filesystem::path crash_report(const Home& home);
// As the environment says (HOME, XDG_STATE_HOME) and as desktops name the folders.
Home home_of_user();

class Start final : public Program {
 public:
  struct Setting {
    Home home;
    Language language = Language::English;                    // before there is a shop
    std::vector<PlaceCard> places;                            // not empty
    std::function<std::unique_ptr<Screen>()> make_lock;       // may be none
    std::function<void()> wake;                               // draws a frame soon; any thread; may be none
    std::function<void(const std::filesystem::path&)> shown;  // which shop stands in the window now; may be none
  };

  // Shows the first run until something is opened. `seams` outlive the Start.
  Start(Setting setting, Seams seams);
  ~Start() override;

  // A shop's file; where nothing is yet, the first run proposes to make it there.
  void open(const std::filesystem::path& path);
  void open_last();
  // The sample shop, made when there is none yet.
  void open_demo();

  Taste taste() override { return app().taste(); }
  std::string title() const override { return mark_.empty() ? "Lapak" : showing_->app.title(); }
  void refresh(double now_s, Textures& textures) override;
  void draw(Ui& ui) override { app().draw(ui); }
  void finish(double now_s, Touch& touch) override;
  void dropped(const std::filesystem::path& file) override { app().dropped(file); }
  void rest() override { app().rest(); }
  bool wants_frame() const override { return has_changed_ || showing_->app.wants_frame(); }

  App& app() { return showing_->app; }
  Shop& shop() { return *showing_->shop; }

 private:
  // A shop in the window.
  struct Showing {
    Showing(std::unique_ptr<Shop> shown, const Start& start, std::vector<PlaceCard> places);
    std::unique_ptr<Shop> shop;
    App app;
  };

  void carry_out(const NextShop& wish);
  void begin_first_run(const std::filesystem::path& path);
  void begin_shop(const BeginShop& wish);
  void show_shop(std::unique_ptr<Shop> shop);
  // One screen alone, over a shop in memory that only lends it words.
  void show_alone(std::function<std::unique_ptr<Screen>()> make);
  void leave();
  std::filesystem::path mark_path(const std::filesystem::path& shop) const;

  Setting setting_;
  Seams seams_;
  std::unique_ptr<Showing> showing_;
  std::filesystem::path mark_;     // stands while a shop is open: found at the start, it tells of a crash
  std::optional<StartNote> note_;  // to be said once nothing is locked
  bool has_changed_ = false;
};

}  // namespace lapak
