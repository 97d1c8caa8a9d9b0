// screens: what a screen wants done. Emitted while drawing, performed by App after the frame, in order.
#pragma once
#include <filesystem>
#include <functional>
#include <memory>
#include <optional>
#include <string>
#include <utility>
#include <variant>
#include <vector>

#include "app/look/icons.h"
#include "app/look/tokens.h"
#include "core/paper/layout.h"
#include "core/shop/jobs.h"
#include "core/shop/portfolio_papers.h"
#include "core/shop/shop.h"

namespace lapak {

class Screen;

enum class Section { Sell, Orders, Stock, People, Fairs, History, Day, Settings };  // what the rail leads to

struct Perform {  // a change: shop.execute, then Screen::performed or Screen::refused
  Command command;
};
struct Undo {};  // shop.undo
struct GoTo {    // a place of the rail; what lay above it is closed
  Section section;
  std::unique_ptr<Screen> page = {};  // instead of the one the place begins with
};
struct Open {  // a page or full screen above the current one
  std::unique_ptr<Screen> screen;
};
struct Replace {  // instead of the current one: Pay becomes Done
  std::unique_ptr<Screen> screen;
};
struct Back {
  std::optional<Outcome> made = std::nullopt;  // what the screen beneath is told of, by Screen::performed
};
struct ShowToast {
  std::string sentence;
  Icon icon = {};
  bool offers_undo = false;  // of the journal's last command
  std::string action = {};   // another way on, named: Screen::toast_tapped of the screen that asked
  double lasts_s = 6;
};
struct ShowProblem {  // its sentence, as a toast
  Problem problem;
};
struct ChooseTheme {
  ThemeName theme;
};
struct MakePaper {  // a PDF, laid out and drawn by the worker, into the folder for papers; a toast says where it lies
  std::string file_name;
  std::function<Document(const Database&, const Profile&)> lay_out;  // owns what it needs; on the worker
};
struct MakeTable {  // a CSV file, likewise
  std::string file_name;
  std::function<std::string(const Database&, const Profile&)> write;
};
struct MakePictures {  // JPEGs, drawn by the worker, into a folder of this name in the folder for papers
  std::string folder_name;
  std::function<std::vector<Post>(const Database&, const Profile&)> draw;
};
// Slow work. `work` runs on the worker and owns what it needs; what it hands back, and `failed`, run between frames on
// the main thread and leave what was found where the screen looks: in something they share.
struct InBackground {
  Jobs::Work work;
  Jobs::Failed failed;
};
// The same, with a read connection of its own and the shop's card.
struct ReadInBackground {
  std::function<Jobs::Afterwards(const Database&, const Profile&)> work;
  Jobs::Failed failed;
};
// A photo the shop does not keep yet, so that a screen can show it by its name.
struct BringPhoto {
  PhotoName name;
  std::string thumbnail_jpeg;
};
struct PrintLastReceipt {};  // asks for a printer
struct SignOut {};           // the lock comes up; nobody is at the till until somebody chose
// Somebody takes the till: Screen::performed with kind "signed_in", or Screen::refused.
struct SignIn {
  Id<Seller> seller;
  std::string pin;
};
// A look at something guarded: Screen::performed with kind "owner_checked", or Screen::refused.
struct CheckOwner {
  std::string pin;
};
// The owner stands in for one act while a helper is at the till. Answered as Perform is.
struct PerformAsOwner {
  Command command;
  std::string pin;
};
// The first run is over: App ends, and the program opens the shop that is asked for here (App::wish).
struct BeginShop {
  std::filesystem::path path;  // where nothing is yet
  NewShop card;
  std::string owner_pin;          // empty: none
  std::vector<Command> commands;  // carried out in the new shop
};
struct OpenDemo {};
struct BeginFirstRun {};  // from the demo shop to one's own
struct OpenShop {
  std::filesystem::path path;
};
// The shop is closed, and this copy takes its place.
struct RestoreShop {
  std::filesystem::path copy, shop;
};

using NextShop = std::variant<BeginShop, OpenDemo, BeginFirstRun, OpenShop, RestoreShop>;

using AnyIntent = std::variant<Perform, Undo, GoTo, Open, Replace, Back, ShowToast, ShowProblem, ChooseTheme, MakePaper,
                               MakeTable, MakePictures, InBackground, ReadInBackground, BringPhoto, PrintLastReceipt,
                               SignOut, SignIn, CheckOwner, PerformAsOwner, NextShop>;

// As with Command, the variant is made and destroyed in intent.cpp alone.
class Intent {
 public:
  template <class One>
  requires is_among<One, AnyIntent> Intent(One one);
  Intent(Intent&&) noexcept;
  Intent& operator=(Intent&&) noexcept;
  ~Intent();

  // The one it is; nullptr for another.
  template <class One>
  One* get_if() {
    return std::get_if<One>(&any_);
  }

 private:
  AnyIntent any_;
};

// out.perform(SetQuantity{…}); out.add(Back{});
class Intents {
 public:
  void add(Intent intent);
  void perform(Command command);
  std::vector<Intent> take();
  bool empty() const { return list_.empty(); }

 private:
  std::vector<Intent> list_;
};

}  // namespace lapak
