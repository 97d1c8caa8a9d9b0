// screens: QRIS.
#include "app/screens/pay_qris.h"

#include <array>

#include "app/parts/button.h"
#include "app/parts/figure.h"
#include "app/parts/text.h"
#include "app/screens/wording.h"
#include "core/sale/qris.h"

namespace lapak {
namespace {

constexpr Color kBlack = Color::rgb(0x000000);
constexpr Color kWhite = Color::rgb(0xFFFFFF);

std::optional<CodeSymbol> symbol(const std::string& payload) {
  auto code = qr_symbol(payload);
  return code ? std::optional(std::move(*code)) : std::nullopt;
}

}  // namespace

void QrisPanel::show(const Profile& profile, Money amount) {
  if (was_shown_ && sticker_ == profile.qris && amount_ == amount) return;
  if (!was_shown_) is_plain_ = !profile.qris_amount_tested;
  was_shown_ = true;
  sticker_ = profile.qris;
  amount_ = amount;
  with_amount_.reset();
  plain_.reset();
  merchant_ = profile.name;
  const auto code = Qris::parse(sticker_);
  if (!code) return;
  if (!code->merchant_name().empty()) merchant_ = code->merchant_name();
  plain_ = symbol(code->payload());
  if (const auto asking = code->with_amount(amount, profile.money())) with_amount_ = symbol(asking->payload());
  is_plain_ = is_plain_ || !with_amount_;
}

QrisWish QrisPanel::draw(Ui& ui) {
  const Theme& t = ui.theme();
  QrisWish wish = QrisWish::None;
  const float height = ui.height();
  const float panel_width = ui.width() - 480;
  const Rect panel = ui.mirrored({0, 0, panel_width, height});
  const Rect side = ui.mirrored({panel_width, 0, 480, height}).inset(24, 0);

  ui.paint().fill(panel, kWhite);
  if (t.has_lines()) {
    const float edge_x = ui.left_handed() ? panel.x : panel.right();
    ui.paint().line({edge_x, 0}, {edge_x, height}, t.divider, t.line_width());
  }
  const int since = ui.paint().mark();
  const Rect middle = panel.inset(16, 0);
  const float edge = std::min({520.0f, height - 280, panel.w - 96});
  const Rect square{panel.centre().x - edge / 2, 88, edge, edge};
  const auto& code = is_plain_ ? plain_ : with_amount_;
  if (code) {
    // The panel is white all round: the quiet zone may lie outside the square.
    const float quiet = edge * static_cast<float>(code->quiet_modules) / static_cast<float>(code->columns);
    qr_code(ui, "qris.code", square.inset(-quiet), *code);
  }
  // After the code, whose quiet zone is painted white.
  text(ui, {middle.x, 24, middle.w, 48}, merchant_,
       {.type = Type::Headline, .color = kBlack, .align = Side::Centre, .cut = Cut::Names, .name = "qris.merchant"});
  amount(ui, {middle.x, height - 176, middle.w, 96}, ui.money(amount_),
         {.size = AmountSize::L, .color = kBlack, .align = Side::Centre, .name = "qris.amount"});
  const std::string hint = is_plain_ ? say(ui, N_("Scan, then type {}"), ui.money(amount_))
                                     : std::string(ui.words(N_("Scan with any bank or wallet app")));
  text(ui, {middle.x, height - 72, middle.w, 48}, hint, {.type = Type::Body, .color = kBlack, .align = Side::Centre});
  if (is_turned_) ui.paint().turn_around(since, panel);

  if (icon_button(ui, "back", {side.x, 8, 56, 56}, icon::arrow_left, ui.words(N_("Back")), ButtonKind::Secondary,
                  {Key::Escape})) {
    wish = QrisWish::Back;
  }
  text(ui, {side.x + 72, 8, side.w - 72, 56}, ui.words(N_("QRIS")), {.type = Type::Headline});
  float y = 88;
  int number = 1;
  for (const std::string_view step : {N_("Turn the screen to the customer"), N_("The customer scans and pays"),
                                      N_("Check for the message on your phone")}) {
    text(ui, {side.x, y, 32, 40}, fmt::format("{}", number++), {.type = Type::Strong, .color = t.primary});
    text(ui, {side.x + 32, y, side.w - 32, 40}, ui.words(step), {.type = Type::Body});
    y += 40;
  }
  const Rect warning{side.x, 224, side.w, 112};
  ui.paint().fill(warning, t.warning_c, kCardRadius);
  if (t.is_terik()) ui.paint().outline(warning, t.divider, 2, kCardRadius);
  ui.paint().icon({warning.x + 32, warning.centre().y}, icon::warning, t.on_warning_c, IconWeight::Bold,
                  IconSize::Rail);
  text(ui, {warning.x + 64, warning.y + 8, warning.w - 80, warning.h - 16},
       ui.words(N_("Lapak is not connected to the internet. Do not hand over the goods before the money is in.")),
       {.type = Type::Text, .color = t.on_warning_c, .lines = 4});

  const Rect row{side.x, 352, side.w, 64};
  if (button(ui, "qris.turn", row,
             {.label = ui.words(N_("Turn 180° (screen to the customer)")),
              .icon = icon::arrows_clockwise,
              .kind = choice_kind(is_turned_),
              .selected = is_turned_})) {
    is_turned_ = !is_turned_;
  }
  if (with_amount_ && button(ui, "qris.plain", row.moved(0, 72),
                             {.label = ui.words(is_plain_ ? N_("Use the code with the amount")
                                                          : N_("Amount not read? Use the plain code")),
                              .icon = icon::qr_code})) {
    is_plain_ = !is_plain_;
  }
  const Rect arrived{side.x, height - 112, side.w, 96};
  if (button(ui, "qris.other", {side.x, arrived.y - 80, side.w, 64},
             {.label = ui.words(N_("Change payment method")), .kind = ButtonKind::Outline})) {
    wish = QrisWish::Back;
  }
  if (button(ui, "qris.arrived", arrived,
             {.label = ui.words(N_("Money has arrived")),
              .icon_after = icon::check,
              .kind = ButtonKind::Success,
              .type = Type::Main,
              .shortcut = {Key::Enter}})) {
    wish = QrisWish::Arrived;
  }
  return wish;
}

}  // namespace lapak
