// base: the assertion that stays on in release.
//
// LAPAK_ASSERT says what we promised ourselves. When it fails the program is wrong, the file on disk is not:
// it logs the place, flushes and aborts, so that nothing is written on top of a mistake.
#pragma once

namespace lapak {

// Prints the failed promise to standard error (and to the hook, when one is set) and aborts.
[[noreturn]] void assertion_failed(const char* expression, const char* file, int line);

// Called with the text of a failed assertion just before the abort, to flush the log. Set once at start-up.
using AssertionHook = void (*)(const char* text);
void set_assertion_hook(AssertionHook hook);

}  // namespace lapak

#define LAPAK_ASSERT(expression) \
  (static_cast<bool>(expression) ? void(0) : ::lapak::assertion_failed(#expression, __FILE__, __LINE__))
