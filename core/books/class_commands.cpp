// books: what can be done with classes.
#include "core/books/class_commands.h"

#include <fmt/format.h>

#include "core/journal/fact_json.h"
#include "core/order/order_commands.h"
#include "core/profile/profile.h"

namespace lapak {

NLOHMANN_JSON_SERIALIZE_ENUM(Attendance, {{Attendance::Unknown, nullptr},
                                          {Attendance::Came, "came"},
                                          {Attendance::Missed, "missed"}})
NLOHMANN_DEFINE_TYPE_NON_INTRUSIVE_WITH_DEFAULT(ClassSession, id, name, place, day, begins_minutes, minutes, seats,
                                                price, deposit_percent, note, called_off)

namespace {

constexpr std::string_view class_saved = "books.class_saved", class_joined = "books.class_joined",
                           attendance_noted = "books.class_attended";

Fact attendance_fact(Id<CustomOrder> order, Attendance attendance) {
  return {std::string(attendance_noted), Json{{"order", order}, {"attendance", attendance}}, Json()};
}

Result<Decision> decide_one(const SaveClass& command, const Deciding& deciding) {
  Result<ClassSession> session = checked_class(command.session);
  if (!session) return std::unexpected(session.error());
  const std::optional<ClassSession> before = find_class(deciding.database, session->id);
  if (!before && !session->id.is_nil()) return refuse(ProblemCode::NotInTheBooks);
  if (!before) session->id = deciding.ids.next<ClassSession>();
  if (const std::int64_t taken = seats_taken(deciding.database, session->id); session->seats < taken)
    return refuse(ProblemCode::RoundTaken, session->name, Quantity::of(taken).thousandths);
  ClassSession opposite = before.value_or(*session);
  if (!before) opposite.called_off = true;
  Decision decision;
  decision.facts.push_back({std::string(class_saved), Json(*session), Json()});
  decision.opposite.push_back({std::string(class_saved), Json(opposite), Json()});
  decision.outcome = {.kind = "save_class", .subject = session->id.bytes, .label = session->name, .is_undoable = true};
  return decision;
}

Result<Decision> decide_one(const JoinClass& command, const Deciding& deciding) {
  const std::optional<ClassSession> session = find_class(deciding.database, command.session);
  if (!session || session->called_off) return refuse(ProblemCode::NotInTheBooks);
  if (command.seats <= 0) return refuse(ProblemCode::QuantityZero);
  const std::int64_t left = session->seats - seats_taken(deciding.database, session->id);
  if (command.seats > left) return refuse(ProblemCode::RoundFull, session->name, Quantity::of(left).thousandths);
  const Result<Money> price = times(session->price, Quantity::of(command.seats));
  if (!price) return std::unexpected(price.error());
  const CustomOrder order{
      .client = command.client,
      .what = fmt::format("{} · {}", session->name, deciding.profile.words().short_date(session->day)),
      .notes = command.notes,
      .quantity = Quantity::of(command.seats),
      .price = *price,
      .half_slots = 0,  // the class has its own seats
      .promised = session->day,
      .stage = OrderStage::Agreed};
  Result<Decision> decision = decide(OrderCommand(SaveOrder{.order = order}), deciding);
  if (!decision) return decision;
  decision->facts.push_back(
      {std::string(class_joined),
       Json{{"order", Id<CustomOrder>{decision->outcome.subject}}, {"session", session->id}, {"seats", command.seats}},
       Json()});
  decision->outcome.kind = "join_class";
  return decision;
}

Result<Decision> decide_one(const NoteAttendance& command, const Deciding& deciding) {
  const auto session = class_of(deciding.database, command.order);
  if (!session) return refuse(ProblemCode::NotInTheBooks);
  Attendance before = Attendance::Unknown;
  for (const Participant& participant : participants(deciding.database, *session))
    if (participant.row.order.id == command.order) before = participant.attendance;
  Decision decision;
  decision.facts.push_back(attendance_fact(command.order, command.attendance));
  decision.opposite.push_back(attendance_fact(command.order, before));
  decision.outcome = {.kind = "note_attendance",
                      .subject = command.order.bytes,
                      .label = find_class(deciding.database, *session)->name,
                      .is_undoable = true};
  return decision;
}

}  // namespace

Result<Decision> decide(const ClassCommand& command, const Deciding& deciding) {
  return std::visit([&](const auto& one) { return decide_one(one, deciding); }, command);
}

void apply_class(const Fact& fact, const Applying& applying) {
  Database& database = applying.database;
  if (fact.kind == class_saved) return put_class(database, fact.body.get<ClassSession>());
  const auto order = fact.body.at("order").get<Id<CustomOrder>>();
  if (fact.kind == attendance_noted)
    return put_attendance(database, order, fact.body.at("attendance").get<Attendance>());
  LAPAK_ASSERT(fact.kind == class_joined);
  put_seat(database, order, fact.body.at("session").get<Id<ClassSession>>(), fact.body.at("seats").get<std::int64_t>());
}

}  // namespace lapak
