// portfolio: the rows of testimonials. What was withdrawn or forgotten is in no answer.
#pragma once
#include <optional>
#include <string>
#include <vector>

#include "core/db/database.h"
#include "core/people/people_store.h"
#include "core/portfolio/testimonial.h"

namespace lapak {

std::optional<Testimonial> find_testimonial(const Database& database, Id<Testimonial> id);
// Newest first; of those merged into her too.
std::vector<Testimonial> testimonials_by(const Database& database, Id<Contact> contact);
std::vector<Testimonial> testimonials_about(const Database& database, Id<CustomOrder> order);
// The newest of a piece that its author let be published; the only way to one for papers and pictures.
std::optional<Testimonial> published_quote(const Database& database, Id<CustomOrder> order);
std::optional<Testimonial> published_quote(const Database& database, Id<Product> product);
// What it is about, in a line: what was ordered, the product's name, or the free words.
std::string piece_of(const Database& database, const Testimonial& testimonial);

// Writing, for apply_portfolio alone.
void put_testimonial(Database& database, const Testimonial& testimonial, std::optional<Id<Seller>> who,
                     PersonalWords words);
void put_withdrawn(Database& database, Id<Testimonial> testimonial, bool withdrawn);
// What the person said, and those merged into her, is no more.
void forget_testimonials(Database& database, Id<Contact> contact);

}  // namespace lapak
