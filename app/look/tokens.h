// look: the tokens of ux.md §3 as one table: three themes, radii, spaces. Every colour on the screen comes from here.
#pragma once
#include <array>

#include "app/look/color.h"

namespace lapak {

enum class ThemeName { Mori, Malam, Terik };

struct Theme {
  ThemeName name;
  Color bg;
  Color surface;
  Color surface2;
  Color rail;
  Color rail_ink;
  Color rail_ink2;
  Color rail_sel;
  Color rail_sel_ink;
  Color divider;
  Color outline;
  Color ink;
  Color ink2;
  Color disabled;
  Color primary;
  Color on_primary;
  Color primary_pressed;
  Color primary_c;
  Color on_primary_c;
  Color accent;
  Color on_accent;
  Color accent_c;
  Color on_accent_c;
  Color success;
  Color on_success;
  Color success_c;
  Color on_success_c;
  Color warning;
  Color on_warning;
  Color warning_text;
  Color warning_c;
  Color on_warning_c;
  Color danger;
  Color on_danger;
  Color danger_c;
  Color on_danger_c;
  Color focus;
  Color c1;
  Color c2;
  Color c3;
  Color c4;
  Color c5;
  Color c6;
  float scrim;  // how dark the page becomes under a sheet

  bool is_terik() const { return name == ThemeName::Terik; }
  // Surfaces are told apart by lines instead of shadows (Malam, Terik).
  bool has_lines() const { return name != ThemeName::Mori; }
  float line_width() const { return is_terik() ? 2.0f : 1.0f; }
};

inline constexpr Theme kMori{
    .name = ThemeName::Mori,
    .bg = Color::rgb(0xF6EFE4),
    .surface = Color::rgb(0xFFFCF7),
    .surface2 = Color::rgb(0xEFE5D6),
    .rail = Color::rgb(0x1B2A4A),
    .rail_ink = Color::rgb(0xF6EFE4),
    .rail_ink2 = Color::rgb(0xB9C3DB),
    .rail_sel = Color::rgb(0xF6EFE4),
    .rail_sel_ink = Color::rgb(0x1B2A4A),
    .divider = Color::rgb(0xE2D6C4),
    .outline = Color::rgb(0x857362),
    .ink = Color::rgb(0x241B14),
    .ink2 = Color::rgb(0x5A4C40),
    .disabled = Color::rgb(0x948778),
    .primary = Color::rgb(0x233F87),
    .on_primary = Color::rgb(0xFFFFFF),
    .primary_pressed = Color::rgb(0x172C63),
    .primary_c = Color::rgb(0xDDE4F6),
    .on_primary_c = Color::rgb(0x14264F),
    .accent = Color::rgb(0x8A4A17),
    .on_accent = Color::rgb(0xFFFFFF),
    .accent_c = Color::rgb(0xF6E1CD),
    .on_accent_c = Color::rgb(0x4A2508),
    .success = Color::rgb(0x1C6A42),
    .on_success = Color::rgb(0xFFFFFF),
    .success_c = Color::rgb(0xD5EBDD),
    .on_success_c = Color::rgb(0x0B3A22),
    .warning = Color::rgb(0xF2B431),
    .on_warning = Color::rgb(0x241B14),
    .warning_text = Color::rgb(0x7A4E00),
    .warning_c = Color::rgb(0xFCEBC4),
    .on_warning_c = Color::rgb(0x4A2F00),
    .danger = Color::rgb(0xB02418),
    .on_danger = Color::rgb(0xFFFFFF),
    .danger_c = Color::rgb(0xF9DCD6),
    .on_danger_c = Color::rgb(0x5C0F08),
    .focus = Color::rgb(0xC2410C),
    .c1 = Color::rgb(0x233F87),
    .c2 = Color::rgb(0xB5632A),
    .c3 = Color::rgb(0x2F7D54),
    .c4 = Color::rgb(0xB57A00),
    .c5 = Color::rgb(0x7A3B69),
    .c6 = Color::rgb(0x6F665D),
    .scrim = 0.4f,
};

inline constexpr Theme kMalam{
    .name = ThemeName::Malam,
    .bg = Color::rgb(0x15120F),
    .surface = Color::rgb(0x211C18),
    .surface2 = Color::rgb(0x2E2721),
    .rail = Color::rgb(0x0C0A08),
    .rail_ink = Color::rgb(0xF5EDE3),
    .rail_ink2 = Color::rgb(0xB5A899),
    .rail_sel = Color::rgb(0xAFC1FF),
    .rail_sel_ink = Color::rgb(0x0F1C44),
    .divider = Color::rgb(0x3B332C),
    .outline = Color::rgb(0x96887B),
    .ink = Color::rgb(0xF5EDE3),
    .ink2 = Color::rgb(0xCBBEB0),
    .disabled = Color::rgb(0x7E7368),
    .primary = Color::rgb(0xAFC1FF),
    .on_primary = Color::rgb(0x0F1C44),
    .primary_pressed = Color::rgb(0x8FA6F5),
    .primary_c = Color::rgb(0x2C3F78),
    .on_primary_c = Color::rgb(0xE1E8FF),
    .accent = Color::rgb(0xF0B07A),
    .on_accent = Color::rgb(0x3D1F05),
    .accent_c = Color::rgb(0x5A3514),
    .on_accent_c = Color::rgb(0xFFE0C4),
    .success = Color::rgb(0x86D6A6),
    .on_success = Color::rgb(0x05301A),
    .success_c = Color::rgb(0x164B2E),
    .on_success_c = Color::rgb(0xCFF3DC),
    .warning = Color::rgb(0xF6C453),
    .on_warning = Color::rgb(0x2B1D00),
    .warning_text = Color::rgb(0xF6C453),
    .warning_c = Color::rgb(0x543C00),
    .on_warning_c = Color::rgb(0xFFE9B8),
    .danger = Color::rgb(0xFFB0A3),
    .on_danger = Color::rgb(0x4E0A03),
    .danger_c = Color::rgb(0x7A1D12),
    .on_danger_c = Color::rgb(0xFFDDD7),
    .focus = Color::rgb(0xFFD166),
    .c1 = Color::rgb(0xAFC1FF),
    .c2 = Color::rgb(0xF0B07A),
    .c3 = Color::rgb(0x86D6A6),
    .c4 = Color::rgb(0xF6C453),
    .c5 = Color::rgb(0xDDA3CC),
    .c6 = Color::rgb(0xB5A899),
    .scrim = 0.4f,
};

inline constexpr Theme kTerik{
    .name = ThemeName::Terik,
    .bg = Color::rgb(0xFFFFFF),
    .surface = Color::rgb(0xFFFFFF),
    .surface2 = Color::rgb(0xF0F0F0),
    .rail = Color::rgb(0x000000),
    .rail_ink = Color::rgb(0xFFFFFF),
    .rail_ink2 = Color::rgb(0xFFFFFF),
    .rail_sel = Color::rgb(0xFFD60A),
    .rail_sel_ink = Color::rgb(0x000000),
    .divider = Color::rgb(0x000000),
    .outline = Color::rgb(0x000000),
    .ink = Color::rgb(0x000000),
    .ink2 = Color::rgb(0x1F1F1F),
    .disabled = Color::rgb(0x5C5C5C),
    .primary = Color::rgb(0x0A1E66),
    .on_primary = Color::rgb(0xFFFFFF),
    .primary_pressed = Color::rgb(0x000000),
    .primary_c = Color::rgb(0xFFD60A),
    .on_primary_c = Color::rgb(0x000000),
    .accent = Color::rgb(0x5E2600),
    .on_accent = Color::rgb(0xFFFFFF),
    .accent_c = Color::rgb(0xFFFFFF),
    .on_accent_c = Color::rgb(0x5E2600),
    .success = Color::rgb(0x00471F),
    .on_success = Color::rgb(0xFFFFFF),
    .success_c = Color::rgb(0xFFFFFF),
    .on_success_c = Color::rgb(0x00471F),
    .warning = Color::rgb(0xFFD60A),
    .on_warning = Color::rgb(0x000000),
    .warning_text = Color::rgb(0x000000),
    .warning_c = Color::rgb(0xFFD60A),
    .on_warning_c = Color::rgb(0x000000),
    .danger = Color::rgb(0x8A0A00),
    .on_danger = Color::rgb(0xFFFFFF),
    .danger_c = Color::rgb(0xFFFFFF),
    .on_danger_c = Color::rgb(0x8A0A00),
    .focus = Color::rgb(0x000000),
    .c1 = Color::rgb(0x0A1E66),
    .c2 = Color::rgb(0x8A3A00),
    .c3 = Color::rgb(0x00471F),
    .c4 = Color::rgb(0x7A5200),
    .c5 = Color::rgb(0x5A1147),
    .c6 = Color::rgb(0x404040),
    .scrim = 0.6f,
};

constexpr const Theme& theme_of(ThemeName name) {
  return name == ThemeName::Malam ? kMalam : name == ThemeName::Terik ? kTerik : kMori;
}

// Grounds of cards without a photo; a category has one of them.
inline constexpr std::array<Color, 8> kTints{Color::rgb(0xC98B6B), Color::rgb(0x7E9BB0), Color::rgb(0xD6A24A),
                                             Color::rgb(0x9BAA7C), Color::rgb(0x6B5C8A), Color::rgb(0xA4506A),
                                             Color::rgb(0x4F8A8B), Color::rgb(0x8A6B4E)};

// Radii and spaces, design pixels.
inline constexpr float kFieldRadius = 14;
inline constexpr float kButtonRadius = 16;
inline constexpr float kCardRadius = 16;
inline constexpr float kSheetRadius = 24;
inline constexpr float kRowRadius = 12;
inline constexpr float kBarRadius = 6;
inline constexpr float kPageEdge = 24;
inline constexpr float kGap = 8;
inline constexpr float kGridGap = 12;
inline constexpr float kSmallestTarget = 48;

}  // namespace lapak
