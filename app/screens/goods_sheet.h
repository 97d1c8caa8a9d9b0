// screens: a slip of goods that come or go back, and a partner's report of what was sold.
#pragma once
#include <optional>
#include <string>
#include <vector>

#include "app/screens/note_sheet.h"
#include "app/screens/number_sheet.h"
#include "app/screens/product_pick.h"
#include "app/screens/screen.h"
#include "app/screens/watched.h"
#include "core/partner/partner_page.h"

namespace lapak {

enum class GoodsAct { Take, GiveBack, Report };

class GoodsSheet {
 public:
  void open(GoodsAct act, const PartnerPage& page, Book book);
  void close() { is_open_ = false; }
  void refresh(const Shop& shop);
  // Drawn last, every frame. Names "goods.add", "goods.<i>", "goods.note", "goods.ok", "goods.check".
  void draw(Ui& ui, Intents& out);

 private:
  struct Line {
    Id<Product> product;
    std::string name;
    Quantity there;                       // of a report: what should be there
    Quantity quantity;                    // taken, given back, sold
    std::optional<Money> price;           // the list price, once it is known
    std::optional<Money> amount;          // the owner's of one piece; of a report what all brought
    std::optional<Quantity> still_there;  // of a report
    friend bool operator==(const Line&, const Line&) = default;
  };
  void ask(Ui& ui, std::size_t line, int question);
  void draw_lines(Ui& ui, Rect area);
  void answered(Ui& ui, const NumberSheet::Answer& answer);
  ReportSold report() const;
  HandOver slip() const;
  std::string_view title(const Ui& ui) const;

  bool is_open_ = false;
  GoodsAct act_ = GoodsAct::Take;
  Id<Contact> partner_;
  Book book_ = Book::Consignment;
  bool is_per_piece_ = false;
  std::vector<Line> lines_;
  std::size_t asked_ = 0;
  ProductPick pick_;
  NumberSheet number_{"goods.number"};
  NoteSheet note_sheet_{"goods.words"};
  std::string note_;
  Watched<std::vector<Line>, std::optional<Money>> owed_;  // what the report comes to
};

}  // namespace lapak
