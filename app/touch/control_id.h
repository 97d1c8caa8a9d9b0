// touch: the identity of a control: a hash of the stable name its screen gives it ("pay", "line.2.plus").
#pragma once
#include <cstdint>
#include <functional>
#include <string_view>

namespace lapak {

struct ControlId {
  std::uint64_t value = 0;  // 0: no control

  ControlId() = default;
  explicit constexpr ControlId(std::string_view name) : value(14695981039346656037ULL) {
    for (const char c : name) value = (value ^ static_cast<unsigned char>(c)) * 1099511628211ULL;
  }
  explicit operator bool() const { return value != 0; }
  friend bool operator==(ControlId, ControlId) = default;
};

}  // namespace lapak

template <>
struct std::hash<lapak::ControlId> {
  std::size_t operator()(lapak::ControlId id) const noexcept { return static_cast<std::size_t>(id.value); }
};
