// look: an icon of the faces in fonts/: one of the constants of namespace icon (`icon::storefront`), or none.
#pragma once
#include "fonts/icons.h"

namespace lapak {

class Icon {
 public:
  constexpr Icon() = default;
  // From a constant of fonts/icons.h: three bytes of UTF-8. Meant to be implicit.
  constexpr Icon(const char (&utf8)[4])
      : codepoint_(static_cast<char16_t>((utf8[0] & 0x0F) << 12 | (utf8[1] & 0x3F) << 6 | (utf8[2] & 0x3F))) {}
  constexpr explicit Icon(char16_t codepoint) : codepoint_(codepoint) {}

  constexpr char16_t codepoint() const { return codepoint_; }
  constexpr explicit operator bool() const { return codepoint_ != 0; }
  friend bool operator==(Icon, Icon) = default;

 private:
  char16_t codepoint_ = 0;
};

// Regular in the rail, Bold in buttons (it survives the sun), Fill for what is selected.
enum class IconWeight { Regular, Bold, Fill };

}  // namespace lapak
