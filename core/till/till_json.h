// till: how counted notes and checks stand in facts and rows. Included by this room's .cpp files alone.
#pragma once
#include "core/journal/fact_json.h"
#include "core/till/till_store.h"

namespace lapak {

NLOHMANN_DEFINE_TYPE_NON_INTRUSIVE_WITH_DEFAULT(NoteCount, value, count)
NLOHMANN_DEFINE_TYPE_NON_INTRUSIVE_WITH_DEFAULT(MethodCheck, method, matches)

}  // namespace lapak
