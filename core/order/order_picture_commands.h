// order: what can be done with an order's pictures.
#pragma once
#include <vector>

#include "core/journal/decision.h"
#include "core/order/order_picture.h"

namespace lapak {

// Also of an order that was handed over: the finished work. Undoable. Problems: OrderUnknown.
struct AddPictures {
  Id<CustomOrder> order;
  PictureShows shows = PictureShows::Wish;
  std::vector<Attachment> pictures;
};
// Takes it off, puts it back, or says what it shows. Undoable. Problems: OrderUnknown (no such picture).
struct MarkPicture {
  Id<OrderPicture> picture;
  PictureShows shows = PictureShows::Wish;
  Pinned pinned = Pinned::On;
};

Result<Decision> decide_one(const AddPictures& command, const Deciding& deciding);
Result<Decision> decide_one(const MarkPicture& command, const Deciding& deciding);

// Adds to what was decided about an order that it has these pictures.
void add_pictures(Decision& decision, const AddPictures& command, const Deciding& deciding);

// Facts: which photo it is stands in Fact::personal.
bool is_about_picture(const Fact& fact);
void apply_picture(const Fact& fact, const Applying& applying);
// The order that got a picture by this fact.
std::optional<Id<CustomOrder>> order_of_picture(const Fact& fact);

}  // namespace lapak
