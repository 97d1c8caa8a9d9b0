// look: baking the atlas.
#include "app/look/fonts.h"

#include <imgui.h>

#include <algorithm>
#include <cmath>
#include <cstring>
#include <vector>

#include "fonts/fonts.h"

namespace lapak {
namespace {

constexpr float kEmToBox = 1.26f;  // ImGui sizes a font by ascent + descent, a designer by the em

// Latin, Latin Extended-A and what Indonesian and European names and money need.
constexpr ImWchar kTextRanges[] = {0x20, 0x7E, 0xA0, 0x17F, 0x192, 0x192, 0x218, 0x21B, 0x1E00, 0x1EFF, 0x2010, 0x2027,
                                   0x2030, 0x203A, 0x20A0, 0x20BF, 0x2122, 0x2122, 0x2190, 0x2193, 0x2212, 0x2212,
                                   0x25A1, 0x25A1, 0xFFFD, 0xFFFD, 0};
// Digits, separators, signs and the letters of currencies: "−Rp 1.250,00", "RM", "CHF", "kr", "S$".
constexpr ImWchar kAmountRanges[] = {0x20, 0x20, 0x24, 0x25, 0x2B, 0x3A, 0x41, 0x5A, 0x6B, 0x6B, 0x70, 0x70, 0x72, 0x72,
                                     0xA3, 0xA3, 0xA5, 0xA5, 0xD7, 0xD7, 0x2026, 0x2026, 0x20A0, 0x20BF, 0x2212, 0x2212, 0};

fonts::Face face_of(TypeWeight weight) {
  switch (weight) {
    case TypeWeight::Regular: return fonts::regular();
    case TypeWeight::Medium: return fonts::medium();
    case TypeWeight::SemiBold: return fonts::semi_bold();
    case TypeWeight::Bold: return fonts::bold();
    case TypeWeight::ExtraBold: return fonts::extra_bold();
  }
  return fonts::regular();
}

fonts::Face face_of(IconWeight weight) {
  return weight == IconWeight::Regular ? fonts::icons()
         : weight == IconWeight::Bold  ? fonts::icons_bold()
                                       : fonts::icons_fill();
}

TypeWeight heavier(TypeWeight weight) {
  return weight == TypeWeight::ExtraBold ? weight : static_cast<TypeWeight>(static_cast<int>(weight) + 1);
}

std::vector<ImWchar> icon_ranges() {
  std::vector<ImWchar> ranges;
  for (const icon::Named& each : icon::all) {
    const auto place = static_cast<ImWchar>(each.codepoint);
    ranges.push_back(place);
    ranges.push_back(place);
  }
  ranges.push_back(0);
  return ranges;
}

constexpr float icon_px(IconSize size) {
  return size == IconSize::Picture ? 72.0f : size == IconSize::Rail ? 28.0f : 24.0f;
}

// Coverage of a square of `inner` pixels with round corners, blurred: a smooth falloff over `blur` pixels.
float shadow_coverage(float x, float y) {
  constexpr float kHalf = Fonts::kShadowSize / 2.0f;
  constexpr float kBlur = 24;
  constexpr float kRadius = 16;
  const float extent = kHalf - kBlur - kRadius;
  const float dx = std::max(0.0f, std::abs(x - kHalf) - extent);
  const float dy = std::max(0.0f, std::abs(y - kHalf) - extent);
  const float distance = std::hypot(dx, dy) - kRadius;
  const float t = std::clamp((distance + kBlur) / (2 * kBlur), 0.0f, 1.0f);
  return 1 - t * t * (3 - 2 * t);
}

}  // namespace

void Fonts::bake(float scale, Emphasis emphasis) {
  ImFontAtlas& atlas = *ImGui::GetIO().Fonts;
  atlas.Clear();
  scale_ = scale;
  emphasis_ = emphasis;

  ImFontConfig config;
  config.FontDataOwnedByAtlas = false;
  config.OversampleH = 2;
  config.OversampleV = 1;
  const auto add = [&](fonts::Face face, float px, const ImWchar* ranges) {
    const float size = std::round(px * scale);
    // ImGui keeps a pointer to the bytes and never writes to them.
    return atlas.AddFontFromMemoryTTF(const_cast<unsigned char*>(face.data()), static_cast<int>(face.size()), size,
                                      &config, ranges);
  };
  for (std::size_t i = 0; i < kTypeCount; ++i) {
    const TypeStyle& style = kType[i];
    const bool sun = emphasis == Emphasis::Sun;
    const float px = style.px + (sun && style.px <= 18 ? 1.0f : 0.0f);
    const TypeWeight weight = sun ? heavier(style.weight) : style.weight;
    text_[i] = add(face_of(weight), px * kEmToBox, style.digits_only ? kAmountRanges : kTextRanges);
  }
  std::array<std::vector<ImWchar>, 9> ranges;  // ImGui reads them while it builds
  for (const IconWeight weight : {IconWeight::Regular, IconWeight::Bold, IconWeight::Fill}) {
    for (const IconSize size : {IconSize::Button, IconSize::Rail, IconSize::Picture}) {
      const auto slot = static_cast<std::size_t>(weight) * 3 + static_cast<std::size_t>(size);
      if (size == IconSize::Picture && weight != IconWeight::Fill) continue;
      ranges[slot] = icon_ranges();
      icons_[slot] = add(face_of(weight), icon_px(size), ranges[slot].data());
    }
  }
  const int shadow_rect = atlas.AddCustomRectRegular(kShadowSize, kShadowSize);

  unsigned char* alpha = nullptr;
  int width = 0;
  int height = 0;
  atlas.GetTexDataAsAlpha8(&alpha, &width, &height);
  const ImFontAtlasCustomRect* place = atlas.GetCustomRectByIndex(shadow_rect);
  for (int y = 0; y < kShadowSize; ++y) {
    for (int x = 0; x < kShadowSize; ++x) {
      const float coverage = shadow_coverage(static_cast<float>(x) + 0.5f, static_cast<float>(y) + 0.5f);
      alpha[(place->Y + y) * width + place->X + x] = static_cast<unsigned char>(coverage * 255.0f + 0.5f);
    }
  }
  const auto across = static_cast<float>(width);
  const auto down = static_cast<float>(height);
  shadow_ = {static_cast<float>(place->X) / across, static_cast<float>(place->Y) / down,
             static_cast<float>(place->X + kShadowSize) / across, static_cast<float>(place->Y + kShadowSize) / down};
}

ImFont* Fonts::icon_font(IconWeight weight, IconSize size) const {
  const IconWeight drawn = size == IconSize::Picture ? IconWeight::Fill : weight;
  return icons_[static_cast<std::size_t>(drawn) * 3 + static_cast<std::size_t>(size)];
}

float Fonts::width(Type type, std::string_view text) const {
  if (text.empty()) return 0;
  const ImFont* face = font(type);
  return face->CalcTextSizeA(face->FontSize, FLT_MAX, 0, text.data(), text.data() + text.size()).x / scale_;
}

bool Fonts::can_show(char32_t character) const {
  return character <= 0xFFFF && font(Type::Body)->FindGlyphNoFallback(static_cast<ImWchar>(character)) != nullptr;
}

}  // namespace lapak
