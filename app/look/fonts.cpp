// look: baking the atlas.
#include "app/look/fonts.h"

#include <imgui.h>

#include <algorithm>
#include <cmath>
#include <numbers>
#include <vector>

#include "fonts/fonts.h"

namespace lapak {
namespace {

constexpr float kEmToBox = kAscent_em + kDescent_em;  // ImGui sizes a font by ascent + descent, a designer by the em

// Latin, Latin Extended-A and what Indonesian and European names and money need.
constexpr ImWchar kTextRanges[] = {0x20,   0x7E,   0xA0,   0x17F,  0x192,  0x192,  0x218,  0x21B,  0x2010,
                                   0x2027, 0x2030, 0x203A, 0x20A0, 0x20BF, 0x2122, 0x2122, 0x2190, 0x2193,
                                   0x2212, 0x2212, 0x25A1, 0x25A1, 0xFFFD, 0xFFFD, 0};
// Digits, separators, signs and the letters of currencies: "−Rp 1.250,00", "RM", "CHF", "kr", "S$".
constexpr ImWchar kAmountRanges[] = {0x20, 0x20, 0x24,   0x25,   0x2B,   0x3A,   0x41,   0x5A,   0x6B,
                                     0x6B, 0x70, 0x70,   0x72,   0x72,   0xA3,   0xA3,   0xA5,   0xA5,
                                     0xD7, 0xD7, 0x2026, 0x2026, 0x20A0, 0x20BF, 0x2212, 0x2212, 0};

fonts::Face face_of(TypeWeight weight) {
  switch (weight) {
    case TypeWeight::Regular:
      return fonts::regular();
    case TypeWeight::Medium:
      return fonts::medium();
    case TypeWeight::SemiBold:
      return fonts::semi_bold();
    case TypeWeight::Bold:
      return fonts::bold();
    case TypeWeight::ExtraBold:
      return fonts::extra_bold();
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

// The faces in which icons are baked; any other is drawn with the nearest of them.
struct IconFace {
  IconWeight weight;
  IconSize size;
};
constexpr std::array<IconFace, 6> kIconFaces{{{IconWeight::Regular, IconSize::Rail},
                                              {IconWeight::Bold, IconSize::Button},
                                              {IconWeight::Bold, IconSize::Rail},
                                              {IconWeight::Fill, IconSize::Button},
                                              {IconWeight::Fill, IconSize::Rail},
                                              {IconWeight::Fill, IconSize::Picture}}};

// Those that stand large: in empty places and on cards. Others are drawn there from a smaller size.
constexpr std::array<Icon, 28> kPictures{icon::baby,
                                         icon::basket,
                                         icon::bell,
                                         icon::book_open,
                                         icon::bowl_food,
                                         icon::calendar,
                                         icon::chart_bar,
                                         icon::clock,
                                         icon::clock_counter_clockwise,
                                         icon::drop,
                                         icon::flame,
                                         icon::flower,
                                         icon::gift,
                                         icon::hand_pointing,
                                         icon::handbag,
                                         icon::image,
                                         icon::key,
                                         icon::lock_key,
                                         icon::magnifying_glass,
                                         icon::package,
                                         icon::receipt,
                                         icon::scissors,
                                         icon::sparkle,
                                         icon::storefront,
                                         icon::tote,
                                         icon::users,
                                         icon::wallet,
                                         icon::warning};

std::vector<ImWchar> icon_ranges(IconSize size) {
  std::vector<ImWchar> ranges;
  const auto add = [&](char16_t codepoint) { ranges.insert(ranges.end(), 2, static_cast<ImWchar>(codepoint)); };
  if (size == IconSize::Picture) {
    for (const Icon picture : kPictures) add(picture.codepoint());
  } else {
    for (const icon::Named& each : icon::all) add(each.codepoint);
  }
  ranges.push_back(0);
  return ranges;
}

std::size_t slot_of(IconWeight weight, IconSize size) {
  return static_cast<std::size_t>(weight) * 3 + static_cast<std::size_t>(size);
}

constexpr float icon_px(IconSize size) {
  return size == IconSize::Picture ? 64.0f : size == IconSize::Rail ? 28.0f : 22.0f;
}

// The shadows of ux.md §3.5 in the Mori theme: two layers each, as CSS writes them (offset, blur, strength).
struct Layer {
  float down, blur, strength;
};
struct ShadowRecipe {
  float radius;
  std::array<Layer, 2> layers;
};
constexpr std::array<ShadowRecipe, 4> kShadows{{
    {0, {{{0, 0, 0}, {0, 0, 0}}}},
    {16, {{{1, 2, 0.10f}, {4, 12, 0.08f}}}},
    {16, {{{2, 6, 0.18f}, {8, 24, 0.10f}}}},
    {24, {{{8, 32, 0.22f}, {0, 0, 0}}}},
}};

float margin_of(const ShadowRecipe& recipe) {
  float margin = 0;
  for (const Layer& layer : recipe.layers) margin = std::max(margin, layer.blur + layer.down);
  return margin;
}

// How dark the shadow is at a point, measured from the middle of a surface of this half side. A Gaussian blur of a long
// edge is the error function of the distance to it.
float shadow_coverage(const ShadowRecipe& recipe, float half, float x, float y) {
  float light = 1;
  for (const Layer& layer : recipe.layers) {
    if (layer.strength <= 0) continue;
    const float extent = half - recipe.radius;
    const float dx = std::max(0.0f, std::abs(x) - extent);
    const float dy = std::max(0.0f, std::abs(y - layer.down) - extent);
    const float distance = std::hypot(dx, dy) - recipe.radius;
    const float sigma = layer.blur / 2;
    light *= 1 - layer.strength * 0.5f * std::erfc(distance / (sigma * std::numbers::sqrt2_v<float>));
  }
  return 1 - light;
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
  config.RasterizerMultiply = 1.15f;  // dark letters on a light ground look thin without gamma
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
    config.OversampleH = px <= 18 ? 2 : 1;  // small letters need the finer place between pixels
    const TypeWeight weight = sun ? heavier(style.weight) : style.weight;
    text_[i] = add(face_of(weight), px * kEmToBox, style.digits_only ? kAmountRanges : kTextRanges);
  }
  config.OversampleH = 1;
  std::array<std::vector<ImWchar>, kIconFaces.size()> ranges;  // ImGui reads them while it builds
  for (std::size_t i = 0; i < kIconFaces.size(); ++i) {
    const IconFace& face = kIconFaces[i];
    ranges[i] = icon_ranges(face.size);
    icons_[slot_of(face.weight, face.size)] = add(face_of(face.weight), icon_px(face.size), ranges[i].data());
  }
  icons_[slot_of(IconWeight::Regular, IconSize::Button)] = icons_[slot_of(IconWeight::Bold, IconSize::Button)];
  for (const IconWeight weight : {IconWeight::Regular, IconWeight::Bold}) {
    icons_[slot_of(weight, IconSize::Picture)] = icons_[slot_of(IconWeight::Fill, IconSize::Picture)];
  }
  std::array<int, kShadows.size()> places{};
  for (std::size_t i = 1; i < kShadows.size(); ++i) {
    const float corner = 2 * margin_of(kShadows[i]) + kShadows[i].radius;
    shadows_[i] = {.margin = margin_of(kShadows[i]), .corner = corner, .side = 2 * corner + 2};
    const int side_px = static_cast<int>(std::ceil(shadows_[i].side * scale));
    places[i] = atlas.AddCustomRectRegular(side_px, side_px);
  }

  unsigned char* alpha = nullptr;
  int width = 0;
  int height = 0;
  atlas.GetTexDataAsAlpha8(&alpha, &width, &height);
  for (std::size_t i = 1; i < kShadows.size(); ++i) {
    const ImFontAtlasCustomRect* place = atlas.GetCustomRectByIndex(places[i]);
    const float half = shadows_[i].side / 2;
    for (int y = 0; y < place->Height; ++y) {
      for (int x = 0; x < place->Width; ++x) {
        const float coverage =
            shadow_coverage(kShadows[i], half - shadows_[i].margin, (static_cast<float>(x) + 0.5f) / scale - half,
                            (static_cast<float>(y) + 0.5f) / scale - half);
        alpha[(place->Y + y) * width + place->X + x] = static_cast<unsigned char>(coverage * 255.0f + 0.5f);
      }
    }
    shadows_[i].u0 = static_cast<float>(place->X) / static_cast<float>(width);
    shadows_[i].v0 = static_cast<float>(place->Y) / static_cast<float>(height);
    shadows_[i].u1 = static_cast<float>(place->X + place->Width) / static_cast<float>(width);
    shadows_[i].v1 = static_cast<float>(place->Y + place->Height) / static_cast<float>(height);
  }
}

ImFont* Fonts::icon_font(IconWeight weight, IconSize size) const {
  return icons_[slot_of(weight, size)];
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
