// parts: what an editor of 16-bit characters can hold in place of what it cannot.
//
// ImGui's text fields know no character beyond U+FFFF and no broken UTF-8, and would change both by merely showing
// them. Each such piece is edited as one syllable of Yi (which then is such a piece too; ImGui filters the private use
// area from what is typed), and comes back byte for byte. Pure.
#pragma once
#include <string>
#include <string_view>
#include <vector>

namespace lapak {

class StandIns {
 public:
  // Text as the editor may hold it; new pieces are remembered.
  std::string editable(std::string_view text);
  // The text again. A stand-in that was never given out is left as it is.
  std::string real(std::string_view edited) const;

 private:
  std::vector<std::string> pieces_;
};

}  // namespace lapak
