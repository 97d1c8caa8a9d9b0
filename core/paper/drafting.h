// paper: what the documents are drawn with: the paper's colours, and marks put on a page. Inside the room only.
#pragma once
#include <string>
#include <string_view>

#include "core/paper/layout.h"
#include "core/words/filled.h"

namespace lapak {

inline constexpr Ink kBlack{};
inline constexpr Ink kText{0x24, 0x1b, 0x14};
inline constexpr Ink kSoft{0x6b, 0x5d, 0x51};  // captions
inline constexpr Ink kRule{0xd8, 0xcc, 0xbc};  // hairlines
inline constexpr Ink kTint{0xf7, 0xf1, 0xe8};  // a quiet ground
inline constexpr Ink kIndigo{0x23, 0x3f, 0x87};
inline constexpr Ink kSoga{0x8a, 0x4a, 0x17};
inline constexpr Ink kBrick{0xb0, 0x24, 0x18};
inline constexpr Ink kWhite{0xff, 0xff, 0xff};

struct SheetSize {
  double width, height;
};
SheetSize sheet_size(SheetPaper paper);

// The run's width is returned, so that the next may stand beside it.
double put_text(Page& page, std::string_view text, const TextStyle& style, double anchor, double baseline,
                Align align = Align::Left);
// The same cut to `width`.
double put_text_in(Page& page, std::string_view text, const TextStyle& style, double anchor, double baseline,
                   double width, Align align = Align::Left);
void put_rule(Page& page, double left, double right, double y, Ink ink = kRule, double thickness = 0.5);
void put_box(Page& page, double left, double top, double width, double height, Ink fill, double radius = 0);

// A QR of `text` with its quiet zone inside the square; nothing when it is empty or too long. Says whether it was
// drawn.
bool put_qr(Page& page, std::string_view text, double left, double top, double side);

// A link as people read it: without "https://" and a slash at the end.
std::string_view spoken_link(std::string_view link);

}  // namespace lapak
