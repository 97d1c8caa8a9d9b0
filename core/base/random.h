// base: the seam to randomness, so that a test's shop is the same shop every time.
#pragma once
#include <cstdint>
#include <span>

namespace lapak {

class Random {
 public:
  virtual ~Random() = default;
  virtual void fill(std::span<std::uint8_t> bytes) = 0;
};

// The operating system's generator (libsodium).
class SystemRandom final : public Random {
 public:
  SystemRandom();
  void fill(std::span<std::uint8_t> bytes) override;
};

// SplitMix64 (Steele, Lea, Flood 2014): repeatable, for tests and the demo shop. Never for secrets.
class SeededRandom final : public Random {
 public:
  explicit SeededRandom(std::uint64_t seed) : state_(seed) {}
  void fill(std::span<std::uint8_t> bytes) override;
  std::uint64_t next();
  // A number in [0, bound). Asserts: bound > 0.
  std::uint64_t below(std::uint64_t bound);

 private:
  std::uint64_t state_;
};

}  // namespace lapak
