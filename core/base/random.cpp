// base: randomness.
#include "core/base/random.h"

#include <sodium.h>

#include "core/base/check.h"

namespace lapak {

SystemRandom::SystemRandom() {
  LAPAK_ASSERT(sodium_init() >= 0);
}

void SystemRandom::fill(std::span<std::uint8_t> bytes) {
  randombytes_buf(bytes.data(), bytes.size());
}

std::uint64_t SeededRandom::next() {
  std::uint64_t z = state_ += 0x9e3779b97f4a7c15u;
  z = (z ^ (z >> 30)) * 0xbf58476d1ce4e5b9u;
  z = (z ^ (z >> 27)) * 0x94d049bb133111ebu;
  return z ^ (z >> 31);
}

void SeededRandom::fill(std::span<std::uint8_t> bytes) {
  std::uint64_t word = 0;
  for (std::size_t i = 0; i < bytes.size(); ++i) {
    if (i % 8 == 0) word = next();
    bytes[i] = static_cast<std::uint8_t>(word >> (8 * (i % 8)));
  }
}

std::uint64_t SeededRandom::below(std::uint64_t bound) {
  LAPAK_ASSERT(bound > 0);
  return next() % bound;
}

}  // namespace lapak
