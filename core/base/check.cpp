// base: the assertion that stays on in release.
#include "core/base/check.h"

#include <atomic>
#include <cstdio>
#include <cstdlib>

namespace lapak {
namespace {
std::atomic<AssertionHook> assertion_hook{nullptr};
}

void set_assertion_hook(AssertionHook hook) {
  assertion_hook = hook;
}

void assertion_failed(const char* expression, const char* file, int line) {
  char text[512];
  std::snprintf(text, sizeof text, "lapak: assertion failed: %s (%s:%d)", expression, file, line);
  std::fprintf(stderr, "%s\n", text);
  std::fflush(stderr);
  if (const AssertionHook hook = assertion_hook.load()) hook(text);
  std::abort();
}

}  // namespace lapak
