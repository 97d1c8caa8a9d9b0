// screens: a sheet that asks for one number, an amount or a count of pieces, and says whether there is none.
#pragma once
#include <optional>
#include <string>

#include "app/parts/number_pad.h"
#include "app/parts/ui.h"

namespace lapak {

enum class NumberKind { Amount, Pieces, Measure };  // Measure: of what is sold in parts, 12,5 metres
enum class NumberNeed { Required, Optional };       // Optional: a button takes the number away

class NumberSheet {
 public:
  struct Answer {
    int question;                       // the one it was opened with
    std::optional<std::int64_t> value;  // minor units, or thousandths of a piece; none: taken away
  };

  // `question` is the screen's own name for what it asks; `prefill` counts as the answer does.
  void open(const Ui& ui, int question, NumberKind kind, NumberNeed need, std::string title,
            std::optional<std::int64_t> prefill);
  void close() { is_open_ = false; }
  bool is_open() const { return is_open_; }

  // Drawn last, every frame. Control names are "number.…"; the answer closes it.
  std::optional<Answer> draw(Ui& ui);

 private:
  std::int64_t number() const;

  int question_ = 0;
  NumberKind kind_ = NumberKind::Amount;
  NumberNeed need_ = NumberNeed::Required;
  std::string title_;
  NumberEntry entry_{0, 9};
  bool is_open_ = false;
};

}  // namespace lapak
