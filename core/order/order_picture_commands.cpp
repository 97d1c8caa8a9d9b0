// order: what can be done with an order's pictures.
#include "core/order/order_picture_commands.h"

#include "core/base/hex.h"
#include "core/journal/fact_json.h"
#include "core/order/order_facts.h"
#include "core/order/order_picture_store.h"
#include "core/order/order_store.h"

namespace lapak {
namespace {

constexpr std::string_view kept = "order.picture_kept", marked = "order.picture_marked";

Fact picture_kept(const OrderPicture& picture) {
  return {std::string(kept), Json{{"id", picture.id}, {"order", picture.order}, {"shows", picture_code(picture.shows)}},
          Json{{"photo", picture.photo}}};
}

Fact picture_marked(const OrderPicture& picture) {
  return {std::string(marked),
          Json{{"picture", picture.id},
               {"shows", picture_code(picture.shows)},
               {"withdrawn", picture.pinned == Pinned::TakenOff}},
          Json()};
}

}  // namespace

void add_pictures(Decision& decision, const AddPictures& command, const Deciding& deciding) {
  for (const Attachment& attachment : command.pictures) {
    OrderPicture picture{.id = deciding.ids.next<OrderPicture>(),
                         .order = command.order,
                         .photo = hex(attachment.hash),
                         .shows = command.shows};
    decision.attachments.push_back(attachment);
    decision.facts.push_back(picture_kept(picture));
    picture.pinned = Pinned::TakenOff;
    decision.opposite.insert(decision.opposite.begin(), picture_marked(picture));
  }
}

Result<Decision> decide_one(const AddPictures& command, const Deciding& deciding) {
  const std::optional<CustomOrder> order = find_order(deciding.database, command.order);
  if (!order) return refuse(ProblemCode::OrderUnknown);
  Decision decision = decision_about("add_pictures", *order);
  decision.outcome.is_undoable = true;
  add_pictures(decision, command, deciding);
  return decision;
}

Result<Decision> decide_one(const MarkPicture& command, const Deciding& deciding) {
  const std::optional<OrderPicture> before = find_order_picture(deciding.database, command.picture);
  if (!before || before->photo.empty()) return refuse(ProblemCode::OrderUnknown);
  Decision decision = decision_about("mark_picture", find_order(deciding.database, before->order).value());
  decision.outcome.is_undoable = true;
  OrderPicture after = *before;
  after.shows = command.shows;
  after.pinned = command.pinned;
  decision.facts.push_back(picture_marked(after));
  decision.opposite.push_back(picture_marked(*before));
  return decision;
}

bool is_about_picture(const Fact& fact) {
  return fact.kind == kept || fact.kind == marked;
}

void apply_picture(const Fact& fact, const Applying& applying) {
  OrderPicture picture{.shows = find_picture_code(fact.body.at("shows").get<std::string>()).value()};
  if (fact.kind == marked) {
    picture.id = fact.body.at("picture").get<Id<OrderPicture>>();
    if (fact.body.at("withdrawn").get<bool>()) picture.pinned = Pinned::TakenOff;
    return put_picture_mark(applying.database, picture);
  }
  picture.id = fact.body.at("id").get<Id<OrderPicture>>();
  picture.order = fact.body.at("order").get<Id<CustomOrder>>();
  if (!fact.personal.is_null()) picture.photo = fact.personal.at("photo").get<std::string>();
  put_picture(applying.database, picture, applying.header.at, applying.header.who);
}

std::optional<Id<CustomOrder>> order_of_picture(const Fact& fact) {
  if (fact.kind != kept) return std::nullopt;
  return fact.body.at("order").get<Id<CustomOrder>>();
}

}  // namespace lapak
