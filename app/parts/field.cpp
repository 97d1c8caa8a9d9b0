// parts: typing text. ImGui's InputText does the editing, in the one field that is edited; all others are drawn.
#include "app/parts/field.h"

#include <fmt/format.h>
#include <imgui.h>
#include <imgui_internal.h>

#include <algorithm>

#include "app/parts/button.h"
#include "app/parts/text.h"
#include "app/touch/imgui_compat.h"
#include "core/base/text.h"

namespace lapak {
namespace {

constexpr float kEdge = 16;
constexpr float kMarked = 8;  // around what the next digit replaces

struct Buffer {
  std::string* text;
  const std::string* restore;  // what it was before a scan typed into it, or null
  std::size_t longest;
};

int on_input_text(ImGuiInputTextCallbackData* event) {
  auto* buffer = static_cast<Buffer*>(event->UserData);
  if (event->EventFlag == ImGuiInputTextFlags_CallbackResize) {
    buffer->text->resize(static_cast<std::size_t>(event->BufTextLen));
    event->Buf = buffer->text->data();
  } else if (event->EventFlag == ImGuiInputTextFlags_CallbackAlways && buffer->restore) {
    event->DeleteChars(0, event->BufTextLen);
    event->InsertChars(0, buffer->restore->data(), buffer->restore->data() + buffer->restore->size());
    buffer->restore = nullptr;
  } else if (event->EventFlag == ImGuiInputTextFlags_CallbackCharFilter) {
    if (static_cast<std::size_t>(event->BufTextLen) >= buffer->longest) return 1;
  }
  return 0;
}

TextKind kind_of(const FieldSpec& spec) {
  if (spec.multiline) return TextKind::Lines;
  if (spec.digits_only) return TextKind::Digits;
  return spec.code ? TextKind::Code : spec.kind;
}

struct Edited {
  bool changed = false;
  bool left = false;
};

// The editing itself, over the text's place in the box.
Edited edit(Ui& ui, std::string_view name, Rect text_box, UiMemory::Editing& editing, const FieldSpec& spec) {
  const float scale = ui.paint().scale();
  Edited result;
  ImGui::PushID(static_cast<int>(ControlId(name).value & 0x7FFFFFFF));
  ImGui::PushFont(ui.paint().font(Type::Text));
  const Color ink = ui.theme().ink;
  const Color marked = ui.theme().primary_c;
  ImGui::PushStyleColor(ImGuiCol_FrameBg, 0);
  ImGui::PushStyleColor(ImGuiCol_Text, IM_COL32(ink.r, ink.g, ink.b, 255));
  ImGui::PushStyleColor(ImGuiCol_TextSelectedBg, IM_COL32(marked.r, marked.g, marked.b, 255));
  const float padding = spec.multiline ? 4 : std::max(0.0f, (text_box.h * scale - ImGui::GetFontSize()) / 2);
  ImGui::PushStyleVar(ImGuiStyleVar_FramePadding, ImVec2(0, padding));
  ImGui::PushStyleVar(ImGuiStyleVar_FrameBorderSize, 0);
  ImGui::SetCursorScreenPos({text_box.x * scale, text_box.y * scale});
  if (editing.fresh) ImGui::SetKeyboardFocusHere();

  // A scan goes back out of a text, of which some may have been typed before it was known for one; a code it becomes.
  const bool becomes_code = spec.code && ui.scan();
  const bool is_scan = becomes_code || ui.keyboard().take_back();
  const std::string after_scan = becomes_code ? editing.stand_ins.editable(*ui.scan()) : editing.before_burst;
  Buffer buffer{&editing.text, is_scan ? &after_scan : nullptr, spec.longest_bytes};
  const std::string before = editing.text;
  if (ui.keyboard().burst_began()) editing.before_burst = before;
  ImGuiInputTextFlags flags =
      ImGuiInputTextFlags_CallbackResize | ImGuiInputTextFlags_CallbackAlways | ImGuiInputTextFlags_CallbackCharFilter;
  if (spec.secret) flags |= ImGuiInputTextFlags_Password;
  if (spec.digits_only) flags |= ImGuiInputTextFlags_CharsDecimal;
  if (editing.wants_all_selected) flags |= ImGuiInputTextFlags_AutoSelectAll;
  const ImVec2 size{text_box.w * scale, text_box.h * scale};
  if (spec.multiline) {
    ImGui::InputTextMultiline("##edit", editing.text.data(), editing.text.capacity() + 1, size, flags, on_input_text,
                              &buffer);
  } else {
    ImGui::SetNextItemWidth(size.x);
    ImGui::InputText("##edit", editing.text.data(), editing.text.capacity() + 1, flags, on_input_text, &buffer);
  }
  const bool active = ImGui::IsItemActive();
  result.changed = editing.text != before;
  result.left = !editing.fresh && !active && editing.was_active;
  editing.was_active = editing.was_active || active;
  editing.fresh = editing.fresh && !active;
  ImGui::PopStyleVar(2);
  ImGui::PopStyleColor(3);
  ImGui::PopFont();
  ImGui::PopID();
  return result;
}

}  // namespace

FieldEvents field(Ui& ui, std::string_view name, Rect rect, std::string& value, const FieldSpec& spec) {
  const Theme& t = ui.theme();
  Paint& paint = ui.paint();
  UiMemory& memory = ui.memory();
  const ControlId id(name);
  FieldEvents events;
  if (!spec.label.empty()) {
    text(ui, {rect.x, rect.y - 28, rect.w, 24}, spec.label, {.type = Type::SmallStrong, .color = t.ink2});
  }
  const ControlState state = ui.control({.name = name,
                                         .rect = rect,
                                         .kind = ControlKind::Field,
                                         .label = value.empty() ? spec.placeholder : std::string_view(value),
                                         .enabled = spec.enabled,
                                         .may_be_cut = true,
                                         .has_lines = spec.multiline});
  if (spec.enabled && (state.tapped || memory.wants_editing == id)) {
    memory.wants_editing = ControlId();
    if (!memory.editing || memory.editing->id != id) {
      UiMemory::Editing begun;
      begun.id = id;
      begun.text = begun.before_burst = begun.stand_ins.editable(value);
      begun.fresh = true;
      memory.editing = std::move(begun);
      ui.keyboard().set_focus(id);
    }
    ui.keep_drawing();
  }
  bool active = memory.editing && memory.editing->id == id;

  const bool has_error = !spec.error.empty();
  const Color line = has_error ? t.danger : active ? t.primary : t.outline;
  paint.fill(rect, spec.enabled ? t.surface : t.surface2, kFieldRadius);
  paint.outline(rect, line, has_error || active || t.is_terik() ? 2.0f : 1.0f, kFieldRadius);
  if (state.focused) ui.draw_focus_ring(rect, kFieldRadius);
  Rect inside = rect.inset(kEdge, spec.multiline ? 12.0f : 0.0f);
  if (spec.icon) {
    paint.icon({inside.x + 14, rect.y + (spec.multiline ? 28 : rect.h / 2)}, spec.icon, active ? t.primary : t.ink2);
    inside = inside.right_part(inside.w - 36);
  }

  if (active) {
    UiMemory::Editing& editing = *memory.editing;
    editing.seen = true;
    editing.kind = kind_of(spec);
    ui.keep_above_keyboard(rect);
    // Changed from outside: by its ×, by a command that was carried out.
    if (editing.stand_ins.real(editing.text) != value) editing.text = editing.stand_ins.editable(value);
    paint.push_clip(inside.intersected(ui.clip()));
    const Edited edited = edit(ui, name, inside, editing, spec);
    paint.pop_clip();
    if (edited.changed) {
      value = editing.stand_ins.real(editing.text);
      events.edited = true;
    }
    if (!spec.multiline && ui.shortcut({Key::Enter})) events.submitted = true;
    const bool finished = edited.left || events.submitted || ui.shortcut({Key::Escape});
    if (finished) {
      events.left = true;
      memory.editing.reset();
      active = false;
      ui.keep_drawing();
    }
  }
  if (!active || value.empty()) {
    const bool empty = value.empty();
    const std::string hidden = spec.secret ? std::string(value.size(), '*') : std::string();
    const std::string_view shown = empty ? spec.placeholder : spec.secret ? std::string_view(hidden) : value;
    text(ui, inside, shown,
         {.type = Type::Text,
          .color = empty ? t.ink2 : t.ink,
          .upright = spec.multiline ? Upright::Top : Upright::Centre,
          .cut = Cut::Names,
          .lines = spec.multiline ? std::max(1, static_cast<int>(inside.h / line_of(Type::Text))) : 1});
  }
  // Bar codes are as long as cards' numbers, and one in ten has their check digit too.
  const bool is_of_words = !spec.code && (spec.kind == TextKind::Words || spec.kind == TextKind::Lines);
  const bool holds_card = !has_error && is_of_words && !spec.secret && !spec.digits_only && has_card_number(value);
  if (holds_card) {
    text(ui, {rect.x, rect.bottom() + 2, rect.w, 24},
         ui.words(N_("Card numbers are not kept, only their last four digits.")),
         {.type = Type::Small, .color = t.danger, .cut = Cut::Names, .name = fmt::format("{}.card", name)});
  }
  if (has_error) {
    paint.icon({rect.x + 12, rect.bottom() + 16}, icon::warning, t.danger);
    text(ui, {rect.x + 30, rect.bottom() + 4, rect.w - 30, 24}, spec.error,
         {.type = Type::Small, .color = t.danger, .name = fmt::format("{}.error", name)});
  }
  return events;
}

FieldEvents search_field(Ui& ui, std::string_view name, Rect rect, std::string& value, std::string_view placeholder) {
  const bool is_called = ui.shortcut({Key::F3}) || ui.typed_for_sure() == "/";
  if (is_called) ui.focus_field(name);
  FieldEvents events = field(ui, name, rect, value,
                             {.placeholder = placeholder, .icon = icon::magnifying_glass, .kind = TextKind::Search});
  if (value.empty()) return events;
  const Rect clear{rect.right() - 52, rect.y + (rect.h - 48) / 2, 48, 48};
  ui.paint().fill(clear.inset(2), ui.theme().surface);
  if (icon_button(ui, fmt::format("{}.clear", name), clear, icon::x, "\u00D7", ButtonKind::Quiet)) {
    value.clear();
    events.edited = true;
  }
  return events;
}

bool amount_field(Ui& ui, std::string_view name, Rect rect, std::string_view formatted, const AmountFieldSpec& spec) {
  const Theme& t = ui.theme();
  const ControlState state = ui.control(
      {.name = name, .rect = rect, .kind = ControlKind::AmountField, .label = formatted, .selected = spec.selected});
  ui.paint().fill(rect, t.surface, kButtonRadius);
  ui.paint().outline(rect, spec.selected ? t.primary : t.outline, spec.selected || t.is_terik() ? 2.0f : 1.0f,
                     kButtonRadius);
  if (state.focused) ui.draw_focus_ring(rect, kButtonRadius);
  const Rect inside = rect.inset(22, 8);
  const float hint = spec.hint.empty() ? 0 : line_of(Type::Small);
  // Beside what stands below the label, and the mark around them.
  const float hint_width = spec.hint.empty() ? 0 : ui.paint().width(Type::Small, spec.hint) + 2 * kMarked;
  const AmountSize size = fitting_size(ui.paint(), formatted, AmountSize::M, inside.w - hint_width - kMarked);
  const float figures = width_of_amount(ui.paint(), formatted, size);
  if (!spec.label.empty()) {
    text(ui, {inside.x, inside.y, inside.w - figures - 12, inside.h - hint}, spec.label,
         {.type = Type::Body, .color = t.ink2});
  }
  if (!spec.hint.empty()) {
    text(ui, inside.bottom_part(hint), spec.hint, {.type = Type::Small, .color = t.ink2});
  }
  if (spec.prefilled) {
    const float width = figures + 2 * kMarked;
    ui.paint().fill({inside.right() + kMarked - width, inside.y + 4, width, inside.h - 8}, t.primary_c, kBarRadius);
  }
  amount(ui, inside, formatted, {.size = size, .color = spec.prefilled ? t.on_primary_c : t.ink});
  return state.tapped;
}

}  // namespace lapak
