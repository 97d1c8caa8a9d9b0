// report: the page of a class: who takes part, what it brings, what was said of it.
#pragma once
#include <optional>
#include <vector>

#include "core/books/class_store.h"
#include "core/books/income.h"
#include "core/portfolio/testimonial.h"

namespace lapak {

struct ClassPage {
  ClassSession session;
  std::vector<Participant> participants;
  std::int64_t taken = 0;         // seats
  std::int64_t came = 0;          // seats of those who came
  Money agreed;                   // what the taken seats cost
  Money received;                 // of it: deposits and bills
  std::optional<Money> hourly;    // agreed, by the hours it takes
  std::vector<Testimonial> said;  // by those who take part, newest first
};
std::optional<ClassPage> class_page(const Database& database, Id<ClassSession> session);

// The newest that was said, and may be published, of a class of this name.
std::optional<Testimonial> published_class_quote(const Database& database, const ClassSession& session);

}  // namespace lapak
