// words: what a Problem says to a seller: what is wrong, where, and what to do next (ux.md §4.9).
//
// Calm, no blame, no codes. The one place where a ProblemCode meets a language. Any thread.
#pragma once
#include <string>

#include "core/base/problem.h"
#include "core/words/words.h"

namespace lapak {

// One or two whole sentences. A fact that is missing or of another type than its code promises leaves a gap in the
// sentence and nothing worse: an explanation must not be what stops the till.
std::string sentence(const Problem& problem, const Words& words, const Currency& currency);

// What the tags of a merchant code stand for, where a person would know it: "59" is "the shop's name".
std::string_view merchant_code_part(std::string_view tag, const Words& words);

}  // namespace lapak
