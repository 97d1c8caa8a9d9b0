// journal: rights as the file keeps them.
#include "core/journal/rights.h"

#include <doctest/doctest.h>
#include <rapidcheck.h>

#include "tests/core/fixture.h"

namespace lapak {
namespace {

TEST_CASE("rights read back as they were written, and what is not known is left out") {
  CHECK(rc::check([](std::uint32_t bits) {
    Rights rights{.discount_percent = *rc::gen::inRange(0, 101), .bits = 0};
    for (const Right right : kRights) rights.set(right, (bits >> static_cast<unsigned>(right) & 1U) != 0);
    RC_ASSERT(rights_of(rights_text(rights)) == rights);
  }));
  CHECK(rights_of("discount:7 fly refund") == rights_of("refund discount:7"));
  CHECK(rights_of("discount:700").discount_percent == 100);
  CHECK_MESSAGE(rights_of("refund").discount_percent == 0, "what is not said is not given");
}

TEST_CASE("a helper begins with a tenth of discount and the drawer") {
  const Rights begins = rights_of("");
  CHECK(rights_text(begins) == "discount:10 drawer");
  CHECK_FALSE(begins.has(Right::Refund));
}

}  // namespace
}  // namespace lapak
