// people: who sells. A PIN switches roles; it is no encryption.
#pragma once
#include <string>
#include <string_view>

#include "core/base/id.h"
#include "core/base/problem.h"
#include "core/journal/decision.h"

namespace lapak {

struct Seller {
  Id<Seller> id;
  std::string name;
  Role role = Role::Helper;
  Rights rights;         // of a helper
  std::string pin_hash;  // Argon2id (libsodium's text form), empty: no PIN
  bool hidden = false;
  friend bool operator==(const Seller&, const Seller&) = default;
};

// Four digits. Takes about 70 ms. Problems: PinFormat.
Result<std::string> hash_pin(std::string_view pin);
bool pin_matches(std::string_view pin, const std::string& pin_hash);

}  // namespace lapak
