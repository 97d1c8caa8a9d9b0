// people: who sells.
#include "core/people/seller.h"

#include <sodium.h>

#include <algorithm>
#include <array>
#include <new>
#include <stdexcept>

namespace lapak {

Result<std::string> hash_pin(std::string_view pin) {
  constexpr std::size_t digits = 4;
  if (pin.size() != digits || !std::ranges::all_of(pin, [](char c) { return c >= '0' && c <= '9'; }))
    return refuse(ProblemCode::PinFormat);
  if (sodium_init() < 0) throw std::runtime_error("libsodium does not start");
  std::array<char, crypto_pwhash_STRBYTES> hash{};
  if (crypto_pwhash_str(hash.data(), pin.data(), pin.size(), crypto_pwhash_OPSLIMIT_INTERACTIVE,
                        crypto_pwhash_MEMLIMIT_INTERACTIVE) != 0)
    throw std::bad_alloc();
  return std::string(hash.data());
}

bool pin_matches(std::string_view pin, const std::string& pin_hash) {
  return !pin_hash.empty() && crypto_pwhash_str_verify(pin_hash.c_str(), pin.data(), pin.size()) == 0;
}

}  // namespace lapak
