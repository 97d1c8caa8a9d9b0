// look: the type roles of ux.md §3.4. A size is the design (em) size; the font is baked at round(px × 1.26 × scale).
#pragma once
#include <array>
#include <cstddef>

namespace lapak {

enum class TypeWeight { Regular, Medium, SemiBold, Bold, ExtraBold };

enum class Type {
  Nav,          // rail, axis
  Small,        // secondary facts
  Badge,        // words in pills
  SmallStrong,  // card names, labels of fields
  Button,       // ordinary buttons
  Text,         // what is typed
  Row,          // names in rows and cart lines
  Chip,
  Body,      // text
  Strong,    // prices in lines, sums in rows
  Price,     // prices on cards
  Title,     // sheet and page titles
  Main,      // main button
  Headline,  // place titles, change line
  AmountS,   // suggestions of Pay
  Key,       // number keys; the small "Rp" beside AmountL
  AmountM,   // cart total, amount field
  AmountL,   // pay total, QRIS
  HeroUnit,  // the small "Rp" beside Hero
  Hero,      // change
};
inline constexpr std::size_t kTypeCount = 20;

struct TypeStyle {
  float px;
  TypeWeight weight;
  float line;        // line height
  bool digits_only;  // only digits, separators and currency letters are baked
};

inline constexpr std::array<TypeStyle, kTypeCount> kType{{
    {14, TypeWeight::SemiBold, 18, false},  {15, TypeWeight::Medium, 20, false},
    {15, TypeWeight::Bold, 20, false},      {16, TypeWeight::SemiBold, 20, false},
    {16, TypeWeight::Bold, 22, false},      {17, TypeWeight::Medium, 24, false},
    {17, TypeWeight::SemiBold, 24, false},  {17, TypeWeight::SemiBold, 24, false},
    {18, TypeWeight::Medium, 26, false},    {18, TypeWeight::Bold, 26, false},
    {18, TypeWeight::ExtraBold, 26, false}, {22, TypeWeight::Bold, 30, false},
    {26, TypeWeight::Bold, 34, false},      {28, TypeWeight::Bold, 36, false},
    {31, TypeWeight::ExtraBold, 40, true},  {34, TypeWeight::Bold, 44, true},
    {40, TypeWeight::ExtraBold, 52, true},  {64, TypeWeight::ExtraBold, 80, true},
    {53, TypeWeight::Bold, 64, true},       {96, TypeWeight::ExtraBold, 116, true},
}};

constexpr const TypeStyle& style_of(Type type) {
  return kType[static_cast<std::size_t>(type)];
}
constexpr float line_of(Type type) {
  return style_of(type).line;
}

// Of the face, parts of the em: what lies above and below the baseline, and how high digits and capitals are.
inline constexpr float kAscent_em = 1.038f;
inline constexpr float kDescent_em = 0.222f;
inline constexpr float kCapHeight_em = 0.70f;

}  // namespace lapak
