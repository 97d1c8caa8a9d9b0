// partner: the words that stand in the file for what was done together.
#include "core/partner/vendor.h"

#include <array>

#include "core/base/check.h"

namespace lapak {
namespace {

constexpr std::array<std::pair<Again, std::string_view>, 4> again_codes{
    {{Again::Unsaid, ""}, {Again::Yes, "yes"}, {Again::Perhaps, "perhaps"}, {Again::No, "no"}}};
constexpr std::array<std::pair<TogetherKind, std::string_view>, 4> together_codes{
    {{TogetherKind::Bundle, "bundle"},
     {TogetherKind::ReferredTo, "referred_to"},
     {TogetherKind::ReferredFrom, "referred_from"},
     {TogetherKind::Other, "other"}}};

}  // namespace

std::string_view again_code(Again again) {
  for (const auto& [known, code] : again_codes)
    if (known == again) return code;
  LAPAK_ASSERT(false);
}

std::optional<Again> find_again(std::string_view code) {
  for (const auto& [again, known] : again_codes)
    if (known == code) return again;
  return std::nullopt;
}

std::string_view together_code(TogetherKind kind) {
  for (const auto& [known, code] : together_codes)
    if (known == kind) return code;
  LAPAK_ASSERT(false);
}

std::optional<TogetherKind> find_together(std::string_view code) {
  for (const auto& [kind, known] : together_codes)
    if (known == code) return kind;
  return std::nullopt;
}

}  // namespace lapak
