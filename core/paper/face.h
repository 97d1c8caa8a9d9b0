// paper: the widths of the embedded faces, as libharu counts them. Known to layout and printer only.
#pragma once
#include <span>

#include "core/paper/layout.h"

namespace lapak {

// The TrueType file of a weight.
std::span<const unsigned char> face_file(Weight weight);

// Thousandths of the type size that a letter advances; 0 also for a letter the face lacks. Any thread.
int advance_thousandths(char32_t letter, Weight weight);

// All our faces have the same letters.
bool face_has(char32_t letter);

}  // namespace lapak
