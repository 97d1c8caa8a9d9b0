// portfolio: what makes a testimonial whole.
#include "core/portfolio/testimonial.h"

#include "core/base/text.h"

namespace lapak {

Result<Testimonial> checked_testimonial(Testimonial testimonial) {
  for (std::string* text : {&testimonial.text, &testimonial.named, &testimonial.about, &testimonial.given_how}) {
    Result<std::string> cleaned = checked_note(trimmed(*text));
    if (!cleaned) return std::unexpected(cleaned.error());
    *text = std::move(*cleaned);
  }
  if (testimonial.text.empty()) return refuse(ProblemCode::NameEmpty);
  if (!testimonial.consented_on) testimonial.given_how.clear();
  if (testimonial.order || testimonial.product) testimonial.about.clear();
  return testimonial;
}

}  // namespace lapak
