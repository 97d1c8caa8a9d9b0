// screens: what comes back of a sale: its lines to choose from, how many of each, to stock or not, and what that is
// worth. Shared by the refund and the exchange.
#pragma once
#include <optional>
#include <string>
#include <vector>

#include "app/screens/receipt_view.h"
#include "app/screens/watched.h"

namespace lapak {

class ReturnedLines {
 public:
  struct Worth {
    Money goods;    // what comes back is worth
    Money of_owed;  // of it only taken off what is owed
    std::optional<Problem> problem;
    Money back() const { return goods - of_owed; }
  };

  // Control names are "<name>.line.<i>…".
  ReturnedLines(Id<Sale> sale, std::string name) : sale_(sale), name_(std::move(name)) {}

  void refresh(const Shop& shop);
  const std::optional<PastSale>& receipt() const { return receipt_.view(); }
  const Worth& worth() const { return worth_.view(); }
  std::vector<RefundLine> chosen() const;
  // Something came back, and it can.
  bool is_ready() const { return !chosen().empty() && !worth().problem; }
  float height() const;  // of all lines, as they are now
  void draw(Ui& ui, Rect area);

 private:
  struct Choice {
    bool is_chosen = false;
    Quantity quantity;
    bool to_stock = true;
    friend bool operator==(const Choice&, const Choice&) = default;
  };
  void draw_line(Ui& ui, Rect card, std::size_t index);

  Id<Sale> sale_;
  std::string name_;
  Watched<Id<Sale>, std::optional<PastSale>> receipt_;
  std::vector<Choice> choices_;  // one a line of the sale
  Watched<std::vector<Choice>, Worth> worth_;
};

// Why goods come back: chips two by two, 104 high. Names "<name>.reason.<i>".
void draw_return_reasons(Ui& ui, std::string_view name, Rect area, std::string& reason);

}  // namespace lapak
