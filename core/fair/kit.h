// fair: what comes along beside the goods: equipment (table, cloth, light), and money and tools (float, QRIS stand,
// scissors). A list a fair, ticked as it is packed; a new fair's begins with the last one's.
#pragma once
#include <string>
#include <string_view>
#include <vector>

#include "core/fair/fair.h"
#include "core/journal/decision.h"
#include "core/words/words.h"

namespace lapak {

enum class KitKind { Equipment, Money };
std::string_view kit_code(KitKind kind);  // "equipment", "money"

struct KitItem {
  KitKind kind = KitKind::Equipment;
  std::string name;
  bool packed = false;
  friend bool operator==(const KitItem&, const KitItem&) = default;
};

inline constexpr std::size_t kMostKitItems = 200;

// The whole list of a fair anew, a helper's to change too. Undoable. Problems: FairUnknown, NameEmpty, NameTooLong,
// TextNotUtf8, TooManyItems.
struct SaveKit {
  Id<Fair> fair;
  std::vector<KitItem> items;
};

// In the order they were written down.
std::vector<KitItem> kit_of(const Database& database, Id<Fair> fair);
// What to begin a list with, nothing of it packed: that of the last fair like this one, else of the last that has one,
// else what most stalls need, in these words.
std::vector<KitItem> kit_to_begin_with(const Database& database, const Fair& fair, const Words& words);

Result<Decision> decide_kit(const SaveKit& command, const Deciding& deciding);
inline constexpr std::string_view kKitSaved = "fair.kit_saved";
void apply_kit(const Fact& fact, const Applying& applying);

}  // namespace lapak
