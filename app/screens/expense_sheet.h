// screens: an expense is written down: how much and on what with three taps; from where it was paid, on which day, for
// what, to whom, with a photo, and whether it comes back, behind "More".
#pragma once
#include <optional>
#include <string>
#include <vector>

#include "app/parts/number_pad.h"
#include "app/screens/contact_pick.h"
#include "app/screens/day_sheet.h"
#include "app/screens/expense_subject.h"
#include "app/screens/file_sheet.h"
#include "app/screens/picture_reading.h"
#include "app/screens/screen.h"
#include "app/screens/watched.h"
#include "core/books/expense.h"
#include "core/journal/decision.h"

namespace lapak {

class ExpenseSheet {
 public:
  // A new one: from the drawer while a day is open, and for the fair where the till stands.
  void open();
  // One that is proposed (nil id), or a known one that is said anew.
  void open(Expense expense);
  bool is_open() const { return is_open_; }
  void refresh(const Shop& shop);
  // Drawn last, every frame. Names "expense.amount", "expense.tile.<i>", "expense.key.7", "expense.more",
  // "expense.category.<i>", "expense.from.<i>", "expense.day", "expense.due", "expense.subject", "expense.contact",
  // "expense.note", "expense.photo", "expense.monthly", "expense.ok".
  void draw(Ui& ui, Intents& out);
  // The screen hands on what it hears. True when it was this sheet's: then the expense is in the books.
  bool performed(const Outcome& outcome, const Words& words, Intents& out);
  // Its command was refused: what was proposed stays.
  void refused() { is_saving_ = false; }
  // A photo, while it is open.
  bool dropped(const std::filesystem::path& file, Intents& out);

 private:
  enum class View { Amount, Details };
  struct About {
    ExpenseSubject subject;
    std::optional<Id<Contact>> contact;
    friend bool operator==(const About&, const About&) = default;
  };
  struct Named {
    std::string subject, contact;
  };

  void begin(const Ui& ui);
  void draw_amount(Ui& ui, Rect content);
  void draw_details(Ui& ui, Rect content, Intents& out);
  float draw_categories(Ui& ui, Rect room);
  float draw_sources(Ui& ui, Rect room);
  void draw_photo(Ui& ui, Rect tile, Intents& out);
  void draw_above(Ui& ui, Intents& out);
  void save(Intents& out);

  Expense said_;
  NumberEntry amount_{0, 11};
  View view_ = View::Amount;
  bool offers_monthly_ = false;  // the same while it slides away: a list that shrinks meanwhile would not rest
  bool is_monthly_ = false;
  bool is_open_ = false;
  bool is_begun_ = false;
  bool is_saving_ = false;
  bool wants_usual_ = false;  // a new one, to be filled in by where the till stands
  bool is_day_open_ = false;
  Date today_;
  std::string own_category_;
  std::vector<std::string> own_categories_;
  std::optional<Attachment> photo_;
  float length_ = 900;
  Watched<About, Named> named_;
  ExpenseSubjectSheet subjects_;
  ContactPick people_;
  DaySheet day_{"expense_day"};
  FileSheet files_;
  PictureReading reading_;
};

// The icon of a category.
Icon category_icon(std::string_view category);

}  // namespace lapak
