// parts: the keyboard on the screen.
#include "app/parts/screen_keyboard.h"

#include <fmt/format.h>

#include <algorithm>
#include <array>

#include "app/parts/plate.h"
#include "core/base/text.h"

namespace lapak {
namespace {

using OnScreen = UiMemory::ScreenKeyboard;
using Page = OnScreen::Page;
using Shift = OnScreen::Shift;

constexpr float kEdge = 16;
constexpr float kTop = 8;
constexpr float kStrip = 48;  // the row of digits
constexpr float kKey = 60;
constexpr float kBackspace = 116;
constexpr float kHeight = kTop + kStrip + 4 * (kGap + kKey) + kTop;
constexpr float kWidest = 1400;  // beyond, it stands in the middle

constexpr std::array<std::string_view, 3> kLetters{"qwertyuiop", "asdfghjkl", "zxcvbnm"};
const std::array<std::vector<std::string_view>, 3> kSigns{{{"@", "#", "&", "_", "-", "(", ")", "/", "\\", "%"},
                                                           {"\"", "'", ":", ";", "!", "?", "*", "+", "="},
                                                           {"[", "]", "\u00B0", "\u00D7", "\u00BD", "\u20AC", "$"}}};

struct Accents {
  std::string_view key;
  std::vector<std::string_view> small;
  std::vector<std::string_view> large;
};
// The one of loanwords and of names around here comes first.
const std::array<Accents, 11> kAccents{{
    {"a", {"á", "à", "â", "ä", "ã", "å", "æ"}, {"Á", "À", "Â", "Ä", "Ã", "Å", "Æ"}},
    {"c", {"ç", "ć", "č"}, {"Ç", "Ć", "Č"}},
    {"e", {"é", "è", "ê", "ë"}, {"É", "È", "Ê", "Ë"}},
    {"i", {"í", "ì", "î", "ï"}, {"Í", "Ì", "Î", "Ï"}},
    {"n", {"ñ", "ń"}, {"Ñ", "Ń"}},
    {"o", {"ó", "ò", "ô", "ö", "õ", "ø", "œ"}, {"Ó", "Ò", "Ô", "Ö", "Õ", "Ø", "Œ"}},
    {"s", {"š", "ś", "ß"}, {"Š", "Ś", "ß"}},
    {"u", {"ú", "ù", "û", "ü"}, {"Ú", "Ù", "Û", "Ü"}},
    {"y", {"ý", "ÿ"}, {"Ý", "Ÿ"}},
    {"z", {"ž", "ź", "ż"}, {"Ž", "Ź", "Ż"}},
    {"dot", {"!", "?", "\u2026", ":"}, {"!", "?", "\u2026", ":"}},
}};

char32_t character_of(std::string_view utf8) {
  const auto lead = static_cast<unsigned char>(utf8.front());
  const std::size_t length = utf8.size();
  char32_t c = length == 1 ? lead : lead & (0xFFu >> (length + 1));
  for (std::size_t i = 1; i < length; ++i) c = c << 6 | (static_cast<unsigned char>(utf8[i]) & 0x3Fu);
  return c;
}

bool ends_a_sentence(std::string_view text) {
  return text.ends_with('.') || text.ends_with('!') || text.ends_with('?');
}

struct KeySpec {
  std::string_view label = {};
  Icon icon = {};
  bool filled = false;  // Enter
  bool marked = false;  // shift that is on
  bool quiet = false;   // beside the letters
  bool repeats = false;
  bool has_accents = false;
};

class Board {
 public:
  Board(Ui& ui, Rect area)
      : ui_(ui),
        on_(ui.memory().screen_keyboard),
        words_(Words::in(on_.language.value_or(ui.words().language()))),
        area_(area) {
    const float width = std::min(area.w, kWidest) - 2 * kEdge;
    left_ = area.x + (area.w - width) / 2;
    right_ = left_ + width;
    key_width_ = (width - kBackspace - 10 * kGap) / 10;
    right_width_ = kBackspace + (key_width_ + kGap) / 2;
    first_width_ = 1.5f * key_width_ + kGap / 2;
  }

  void draw() {
    const Theme& t = ui_.theme();
    ui_.ground("keyboard", area_, ControlKind::Keyboard);
    ui_.paint().fill(area_, t.is_terik() ? t.surface : t.surface2);
    ui_.paint().fill(area_.top_part(t.line_width()), t.is_terik() ? t.divider : t.outline);
    const std::string accents_before = on_.accents;
    draw_strip();
    if (on_.page == Page::Digits) {
      draw_digits();
    } else {
      draw_letters();
    }
    // Any other key puts the accents away; those that were asked for just now stay.
    if (tapped_ && on_.accents == accents_before) on_.accents.clear();
    draw_accents();
  }

 private:
  bool key(std::string_view name, Rect box, const KeySpec& spec) {
    const Theme& t = ui_.theme();
    const std::string id = fmt::format("keyboard.{}", name);
    const ControlState state = ui_.control({.name = id,
                                            .rect = box,
                                            .kind = ControlKind::Key,
                                            .label = spec.label,
                                            .tap_on = TapOn::Press,
                                            .has_long_press = spec.has_accents,
                                            .repeats = spec.repeats,
                                            .label_cut = ui_.paint().width(type_of(spec), spec.label) > box.w - 8,
                                            .types = true});
    PlateLook look{t.surface, t.ink, {0, 0, 0, 0}, 2, Elevation::Card};
    if (spec.quiet) look = {t.bg, t.ink, t.outline, 1};
    if (t.is_terik()) look = {t.surface, t.ink, t.divider, 2};
    if (spec.marked) look = {t.primary_c, t.on_primary_c, t.primary, 2};
    if (spec.filled) look = {t.primary, t.on_primary, {0, 0, 0, 0}, 0};
    const Plate plate = draw_plate(ui_, box, kFieldRadius, look, state, true);
    const Point middle = plate.rect.centre();
    if (spec.icon) {
      ui_.paint().icon(middle, spec.icon, plate.ink, spec.marked ? IconWeight::Fill : IconWeight::Bold, IconSize::Rail);
    } else {
      const Type type = type_of(spec);
      ui_.paint().text({middle.x - ui_.paint().width(type, spec.label) / 2, middle.y - line_of(type) / 2}, spec.label,
                       type, plate.ink);
    }
    if (spec.has_accents) ui_.draw_hold_ring(state.id, middle, 26, t.focus);
    if (state.long_pressed) on_.accents = name;
    tapped_ = tapped_ || state.tapped;
    return state.tapped;
  }
  static Type type_of(const KeySpec& spec) {
    return length_in_code_points(spec.label) <= 2 && !spec.quiet ? Type::Title : Type::Button;
  }

  void stroke(KeyStroke stroke) { on_.strokes.emplace_back(stroke); }
  void character(std::string_view utf8) { on_.strokes.emplace_back(character_of(utf8)); }

  Rect row(int i) const {
    return {left_, area_.y + kTop + kStrip + kGap + static_cast<float>(i) * (kKey + kGap), right_ - left_, kKey};
  }
  Rect key_in(int i, float from, std::size_t column) const {
    return {from + static_cast<float>(column) * (key_width_ + kGap), row(i).y, key_width_, kKey};
  }

  void draw_strip() {
    const Rect strip{left_, area_.y + kTop, right_ - left_, kStrip};
    const Rect hide = strip.right_part(120);
    const Rect language{hide.x - kGap - 96, strip.y, 96, kStrip};
    const Rect undo{language.x - kGap - 72, strip.y, 72, kStrip};
    if (on_.page != Page::Digits) {
      const Rect digits = strip.left_part(undo.x - kGap - strip.x);
      for (int i = 0; i < 10; ++i) {
        const std::string digit = fmt::format("{}", (i + 1) % 10);
        if (key(digit, digits.column(i, 10, kGap), {.label = digit})) character(digit);
      }
    }
    if (key("undo", undo, {.icon = icon::arrow_u_up_left, .quiet = true})) stroke({.key = Key::Z, .ctrl = true});
    const bool is_indonesian = words_.language() == Language::Indonesian;
    if (key("language", language, {.label = is_indonesian ? "ID \u2192 EN" : "EN \u2192 ID", .quiet = true})) {
      on_.language = is_indonesian ? Language::English : Language::Indonesian;
    }
    if (key("hide", hide, {.label = words_("Close"), .quiet = true})) on_.open = false;
  }

  void draw_letters() {
    const bool is_signs = on_.page == Page::Signs;
    const bool is_upper = !is_signs && on_.shift != Shift::Off;
    const float from[3] = {left_, left_ + (key_width_ + kGap) / 2, left_ + first_width_ + kGap};
    for (int i = 0; i < 3; ++i) {
      const auto line = static_cast<std::size_t>(i);
      const std::size_t count = is_signs ? kSigns[line].size() : kLetters[line].size();
      for (std::size_t k = 0; k < count; ++k) {
        const std::string small(is_signs ? kSigns[line][k] : kLetters[line].substr(k, 1));
        std::string label = small;
        if (is_upper) label.front() = static_cast<char>(label.front() - 'a' + 'A');
        const bool has_accents = !is_signs && std::ranges::find(kAccents, small, &Accents::key) != kAccents.end();
        if (!key(small, key_in(i, from[i], k), {.label = label, .has_accents = has_accents})) continue;
        character(label);
        on_.was_upper = is_upper;
        if (on_.shift == Shift::Once) on_.shift = Shift::Off;
      }
    }
    const float edge = right_ - right_width_;
    if (key("backspace", {right_ - kBackspace, row(0).y, kBackspace, kKey},
            {.icon = icon::backspace, .quiet = true, .repeats = true}))
      stroke({.key = Key::Backspace});
    draw_enter({edge, row(1).y, right_width_, kKey});
    const Rect first{left_, row(2).y, first_width_, kKey};
    if (!is_signs &&
        key("shift", first, {.icon = icon::arrow_fat_up, .marked = on_.shift != Shift::Off, .quiet = true})) {
      on_.shift = on_.shift == Shift::Off ? Shift::Once : on_.shift == Shift::Once ? Shift::Locked : Shift::Off;
    }
    if (on_.shift == Shift::Locked && !is_signs) {
      ui_.paint().fill({first.centre().x - 14, first.bottom() - 12, 28, 4}, ui_.theme().on_primary_c, 2);
    }
    const Rect comma{edge - kGap - key_width_, row(2).y, key_width_, kKey};
    if (key("comma", comma, {.label = ","})) character(",");
    if (key("dot", {edge, row(2).y, right_width_, kKey}, {.label = ". ! ?", .has_accents = true})) {
      character(".");
      on_.was_upper = false;
    }

    if (key("page", {left_, row(3).y, first_width_, kKey}, {.label = is_signs ? "abc" : "#+=", .quiet = true}))
      on_.page = is_signs ? Page::Letters : Page::Signs;
    const Rect at{first.right() + kGap, row(3).y, key_width_, kKey};
    if (key(is_signs ? "dash" : "at", at, {.label = is_signs ? "\u2013" : "@"})) character(is_signs ? "\u2013" : "@");
    const Rect back{comma.x, row(3).y, key_width_, kKey};
    if (key("space", {at.right() + kGap, row(3).y, back.x - kGap - at.right() - kGap, kKey},
            {.label = words_(N_("space")), .quiet = true})) {
      const auto& editing = ui_.memory().editing;
      if (editing && editing->kind <= TextKind::Lines && ends_a_sentence(editing->text)) on_.shift = Shift::Once;
      character(" ");
    }
    draw_arrows(back, {edge, row(3).y, right_width_, kKey});
  }

  void draw_digits() {
    const float edge = right_ - right_width_;
    const Rect pad{left_, row(0).y, edge - kGap - left_, 4 * kKey + 3 * kGap};
    const auto box = [&](int line, int column) {
      const Rect whole{pad.x, row(line).y, pad.w, kKey};
      return whole.column(column, 3, kGap);
    };
    for (int digit = 1; digit <= 9; ++digit) {
      const std::string label = fmt::format("{}", digit);
      if (key(label, box((digit - 1) / 3, (digit - 1) % 3), {.label = label})) character(label);
    }
    const bool is_phone = ui_.memory().editing && ui_.memory().editing->kind == TextKind::Phone;
    const std::string_view corner = is_phone ? "+62" : "000";
    if (key("corner", box(3, 0), {.label = corner})) {
      for (std::size_t i = 0; i < corner.size(); ++i) character(corner.substr(i, 1));
    }
    if (key("0", box(3, 1), {.label = "0"})) character("0");
    if (key("page", box(3, 2), {.label = "abc", .quiet = true})) on_.page = Page::Letters;
    if (key("backspace", {edge, row(0).y, right_width_, kKey},
            {.icon = icon::backspace, .quiet = true, .repeats = true}))
      stroke({.key = Key::Backspace});
    draw_enter({edge, row(1).y, right_width_, 2 * kKey + kGap});
    const Rect arrows{edge, row(3).y, right_width_, kKey};
    draw_arrows(arrows.column(0, 2, kGap), arrows.column(1, 2, kGap));
  }

  void draw_arrows(Rect left, Rect right) {
    if (key("left", left, {.icon = icon::caret_left, .quiet = true, .repeats = true})) stroke({.key = Key::Left});
    if (key("right", right, {.icon = icon::caret_right, .quiet = true, .repeats = true})) stroke({.key = Key::Right});
  }

  void draw_enter(Rect box) {
    const TextKind kind = ui_.memory().editing ? ui_.memory().editing->kind : TextKind::Words;
    const ControlId next = ui_.next_field();
    const std::string_view label = kind == TextKind::Lines    ? words_(N_("New line"))
                                   : kind == TextKind::Search ? words_("Search")
                                   : next                     ? words_("Next")
                                                              : words_("Done");
    // A sheet has its own filled button.
    if (!key("enter", box, {.label = label, .filled = ui_.memory().screen_keyboard.foot <= 0})) return;
    if (kind == TextKind::Words && next) {
      ui_.memory().wants_editing = next;
      ui_.keep_drawing();
      return;
    }
    stroke({.key = Key::Enter});
    if (kind == TextKind::Lines && on_.shift == Shift::Off) on_.shift = Shift::Once;
    if (kind == TextKind::Search) on_.open = false;  // what was found is to be seen
  }

  // Above the letter that is held; chosen by a tap, or by the same finger as it slides there and leaves.
  void draw_accents() {
    const auto found = std::ranges::find(kAccents, std::string_view(on_.accents), &Accents::key);
    const Rect letter = letter_box();
    if (found == kAccents.end() || letter.empty()) {
      on_.accents.clear();
      on_.finger.reset();
      return;
    }
    const Theme& t = ui_.theme();
    ui_.enter_layer();
    const auto& choices = on_.was_upper ? found->large : found->small;
    const auto count = static_cast<float>(choices.size());
    const float width = count * (kKey + kGap) + kGap;
    const float x = std::clamp(letter.centre().x - width / 2, area_.x + kEdge, area_.right() - kEdge - width);
    const Rect box{x, letter.y - kKey - 3 * kGap, width, kKey + 2 * kGap};
    ui_.ground("keyboard.accents", box, ControlKind::Keyboard);
    ui_.paint().raise(box, kButtonRadius, Elevation::Sheet);
    ui_.paint().fill(box, t.surface, kButtonRadius);
    ui_.paint().outline(box, t.outline, t.line_width(), kButtonRadius);

    const auto finger = ui_.touch().finger();
    const bool was_lifted = !finger && on_.finger;
    std::optional<std::size_t> chosen;
    for (std::size_t i = 0; i < choices.size(); ++i) {
      const Rect place{box.x + kGap + static_cast<float>(i) * (kKey + kGap), box.y + kGap, kKey, kKey};
      const Rect reach = place.inset(-kGap / 2, -kGap);
      const bool under = finger && reach.contains(*finger);
      if (key(fmt::format("accent.{}", i), place, {.label = choices[i], .marked = under})) chosen = i;
      if (was_lifted && reach.contains(*on_.finger)) chosen = i;
    }
    ui_.leave_layer();
    on_.finger = finger;
    if (!chosen) return;
    stroke({.key = Key::Backspace});  // the letter came as the finger went down
    character(choices[*chosen]);
    on_.accents.clear();
    on_.finger.reset();
    ui_.keep_drawing();
  }
  Rect letter_box() const {
    if (on_.page != Page::Letters) return {};
    if (on_.accents == "dot") return {right_ - right_width_, row(2).y, right_width_, kKey};
    const float from[3] = {left_, left_ + (key_width_ + kGap) / 2, left_ + first_width_ + kGap};
    for (int i = 0; i < 3; ++i) {
      const std::size_t at = kLetters[static_cast<std::size_t>(i)].find(on_.accents);
      if (!on_.accents.empty() && at != std::string_view::npos) return key_in(i, from[i], at);
    }
    return {};
  }

  Ui& ui_;
  OnScreen& on_;
  const Words& words_;
  Rect area_;
  float left_ = 0;
  float right_ = 0;
  float key_width_ = 0;
  float right_width_ = 0;  // Enter, and what stands below it
  float first_width_ = 0;  // shift, and what stands below it
  bool tapped_ = false;
};

}  // namespace

void screen_keyboard(Ui& ui) {
  OnScreen& on = ui.memory().screen_keyboard;
  on.height = kHeight;
  if (!ui.memory().editing) on.open = false;
  const float part = ui.ease("keyboard#open", on.open ? 1.0f : 0.0f, kSheetMotion, 0.0f);
  if (part <= 0) {
    on.accents.clear();
    return;
  }
  const float down = ui.reduced_motion() ? 0 : (1 - part) * kHeight;
  Board(ui, {0, ui.height() - kHeight + down, ui.width(), kHeight}).draw();
}

}  // namespace lapak
