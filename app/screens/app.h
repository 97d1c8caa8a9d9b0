// screens: the shop's screens in a window: which one is shown, the rail beside it, the toast over it, and the carrying
// out of what they ask for. The only place where a screen's wish meets the shop.
#pragma once
#include <functional>
#include <memory>
#include <optional>
#include <string>
#include <vector>

#include "app/parts/rail.h"
#include "app/parts/toast.h"
#include "app/screens/finder.h"
#include "app/screens/hourly_copy.h"
#include "app/screens/owner_sheet.h"
#include "app/screens/print_sheet.h"
#include "app/screens/screen.h"
#include "app/screens/soundness_watch.h"
#include "app/screens/watched.h"
#include "app/window/program.h"
#include "core/base/files.h"

namespace lapak {

// A place of the rail. The first is where the program starts.
struct PlaceCard {
  Section section;
  std::string name;        // of its control: "rail.<name>"
  std::string_view label;  // English, looked up in the words
  Icon icon;
  bool at_the_bottom = false;
  std::function<std::unique_ptr<Screen>()> make;
};

class App final : public Program {
 public:
  // `shop` and `files` outlive the App. `places` is not empty.
  // `make_lock` makes what SignOut shows.
  App(Shop& shop, Files& files, std::vector<PlaceCard> places, std::function<std::unique_ptr<Screen>()> make_lock = {});

  Taste taste() override;
  std::string title() const override;
  void refresh(double now_s, Textures& textures) override;
  void draw(Ui& ui) override;
  void finish(double now_s, Touch& touch) override;
  void dropped(const std::filesystem::path& file) override;
  void slept() override;
  void rest() override;
  bool wants_frame() const override { return changed_ || photos_.has_wishes(); }
  bool is_over() const override { return wish_.has_value(); }
  // The shop that is to be shown instead of this one, once App is over.
  const std::optional<NextShop>& wish() const { return wish_; }
  // It cannot be had: App goes on, and says why.
  void refuse_wish(ShowToast why);

  // Puts a screen above the current one, as an Open intent does: the lock at the start.
  void open(std::unique_ptr<Screen> screen);
  // The lock comes up, once.
  void lock();
  bool is_locked() const { return lock_ && is_shown(lock_); }
  // Says something in passing.
  void show(ShowToast toast, const Screen* from = nullptr);
  // The same with an `action` of its own.
  void show(ShowToast toast, std::function<void(Intents&)> tapped);
  Screen& top() { return *stack_.back(); }

 private:
  void draw_rail(Ui& ui);
  void draw_toast(Ui& ui);
  void lock_when_left_alone(Ui& ui);
  void print_last_receipt();
  void say_copy_failed();
  void say_damaged();
  void bring_photos(Textures& textures);
  void go_to(GoTo place);
  void perform(Intent& intent, Screen* from);
  void execute(const Command& command, Screen* from, const std::optional<std::string>& owner_pin = std::nullopt);
  void answer(const Result<void>& done, std::string_view kind, Screen* from);
  void undo();
  void make_table(MakeTable table);
  void make_table_for_owner(std::string_view pin);
  // Written by the worker, then kept in the folder for papers.
  void make_file(const std::string& name, Icon icon, std::function<std::string(const Database&, const Profile&)> write);
  void make_pictures(MakePictures making);
  void read_in_background(ReadInBackground reading);
  void save_file(const std::string& name, Icon icon, const std::string& bytes);
  bool is_shown(const Screen* screen) const;
  void screen_changed(Surface before);

  Shop& shop_;
  Files& files_;
  std::vector<PlaceCard> places_;
  std::function<std::unique_ptr<Screen>()> make_lock_;
  std::optional<NextShop> wish_;
  std::size_t place_ = 0;
  std::vector<std::unique_ptr<Screen>> stack_;  // the place's page, and what was opened above it
  std::vector<std::unique_ptr<Screen>> left_;   // gone, but its frame is not over
  Intents intents_;
  Finder finder_;
  PrintSheet last_receipt_;
  const Screen* lock_ = nullptr;  // compared, never followed
  Watched<Date, int> due_;        // who is to be written to today: the number at People
  HourlyCopy hourly_copy_;
  SoundnessWatch soundness_;
  OwnerSheet owner_;
  // Refused to a helper: carried out once the owner's PIN was typed. One of the two.
  std::optional<Command> for_owner_;
  std::optional<MakeTable> table_for_owner_;
  Photos photos_;
  std::vector<BringPhoto> brought_;  // to be uploaded
  std::optional<Toast> toast_;
  std::optional<double> toast_lasts_s_;  // of one that was not drawn yet: its time begins when it is seen
  bool toast_undoes_ = false;
  std::function<void(Intents&)> toast_tapped_;  // of a toast that is no screen's
  const Screen* toast_from_ = nullptr;          // compared, never followed
  bool toast_shown_ = false;
  bool changed_ = false;
  bool is_seen_ = false;  // a frame of it was drawn
  bool must_rest_input_ = false;
  double now_s_ = 0;
  double begun_s_ = 0;  // its first frame
  double changed_screen_s_ = 0;
};

}  // namespace lapak
