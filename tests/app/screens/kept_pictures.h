// tests/app: the pictures that were last accepted (tests/golden/screens). `tests/run accept` makes what is drawn now
// the pictures to come.
#pragma once
#include <string>

#include "core/catalog/photo.h"

namespace lapak::test {

// Fails the test when the kept picture of that name is another, and lays what is drawn now beside the build with the
// differences in red. While pictures are being accepted it keeps this one instead.
void compare_with_kept(const std::string& name, const Pixels& now);

}  // namespace lapak::test
