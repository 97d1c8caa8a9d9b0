// report: the page of a class.
#include "core/report/class_report.h"

#include <algorithm>

#include "core/portfolio/testimonial_store.h"

namespace lapak {

std::optional<ClassPage> class_page(const Database& database, Id<ClassSession> id) {
  const std::optional<ClassSession> session = find_class(database, id);
  if (!session) return std::nullopt;
  ClassPage page{.session = *session, .participants = participants(database, id), .said = {}};
  for (const Participant& participant : page.participants) {
    const OrderRow& row = participant.row;
    page.taken += participant.seats;
    if (participant.attendance == Attendance::Came) page.came += participant.seats;
    page.agreed += row.order.price - participant.given_back;
    page.received += row.order.price - participant.given_back - row.rest;
    std::ranges::move(testimonials_about(database, row.order.id), std::back_inserter(page.said));
  }
  std::ranges::sort(page.said, std::ranges::greater(), &Testimonial::id);
  page.hourly = hourly_rate(page.agreed, session->minutes);
  return page;
}

std::optional<Testimonial> published_class_quote(const Database& database, const ClassSession& session) {
  std::optional<Testimonial> newest;
  for (Rows rows =
           database.query("SELECT custom_order FROM class_seat JOIN class_session ON class_session.id = session "
                          "WHERE class_session.name = ?",
                          session.name);
       rows.next();) {
    const auto quote = published_quote(database, rows.get<Id<CustomOrder>>(0));
    if (quote && (!newest || quote->id > newest->id)) newest = quote;
  }
  return newest;
}

}  // namespace lapak
