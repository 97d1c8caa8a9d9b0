// shop: whether a shop's file still says what was written into it.
#pragma once
#include <filesystem>

#include "core/base/problem.h"
#include "core/shop/replay.h"

namespace lapak {

// Reads the whole file while it may be sold in: its structure, and what verify() compares. What is wrong stands in
// `differences`, also that a part cannot be read at all. Takes as long as verify() and as much memory as the tables:
// for a thread of its own. Reads only. Ends early, with what it found so far, when `is_stopped` says so.
// Problems: those of recognise(). Throws DatabaseError when the machine fails, not for damage.
Result<Verification> check_soundness(const std::filesystem::path& shop, const IsStopped& is_stopped = {});

}  // namespace lapak
