// screens: what a helper may do without the owner.
#include "app/screens/rights_sheet.h"

#include <fmt/format.h>

#include <algorithm>
#include <array>

#include "app/parts/button.h"
#include "app/parts/list.h"
#include "app/parts/sheet.h"
#include "app/parts/text.h"
#include "app/screens/wording.h"
#include "core/words/words.h"

namespace lapak {
namespace {

constexpr std::array<int, 4> kDiscounts{0, 10, 20, 100};
constexpr float kRow = 56, kStep = 64, kFoot = 96;

}  // namespace

std::string_view right_label(Right right) {
  switch (right) {
    case Right::BelowFloor:
      return N_("Sell below the lowest price");
    case Right::Refund:
      return N_("Give money back");
    case Right::VoidLater:
      return N_("Take a sale back after ten minutes");
    case Right::Drawer:
      return N_("Move cash in and out of the drawer");
    case Right::Reports:
      return N_("See reports, fairs and books");
    case Right::People:
      return N_("See numbers of contacts and write to them");
    case Right::Settings:
      return N_("Change the settings");
    case Right::Export:
      return N_("Save lists and tables as files");
  }
  return {};
}

void RightsSheet::open(const Seller& seller) {
  edited_ = seller;
  is_open_ = true;
}

std::optional<Seller> RightsSheet::draw(Ui& ui) {
  const std::string title = say(ui, N_("What {} may do"), edited_.name);
  Sheet sheet(ui, "rights", is_open_, {.title = title, .close_label = ui.words(N_("Close")), .foot = 80});
  if (!sheet.visible()) return std::nullopt;
  const Rect content = sheet.content();
  {
    constexpr float kChoice = 28 + 56 + 16;
    ScrollArea scroll(ui, "rights.list", {content.x, content.y, content.w, content.h - kFoot},
                      kChoice + kStep * static_cast<float>(kRights.size()) + 56);
    float y = scroll.origin().y;
    text(ui, {content.x, y, content.w, 28}, ui.words(N_("Discount without asking, up to")),
         {.type = Type::SmallStrong, .color = ui.theme().ink2});
    std::vector<std::string> choices;
    for (const int percent : kDiscounts)
      choices.push_back(percent == 0     ? std::string(ui.words(N_("None")))
                        : percent == 100 ? std::string(ui.words(N_("Any")))
                                         : ui.words().percent({percent, 100}));
    // What was set on the command line may lie between two of them.
    const auto* const least =
        std::ranges::find_if(kDiscounts, [&](int p) { return p >= edited_.rights.discount_percent; });
    if (const auto chosen = segments(ui, "rights.discount", {content.x, y + 28, content.w, 56}, choices,
                                     static_cast<std::size_t>(least - kDiscounts.begin())))
      edited_.rights.discount_percent = kDiscounts[*chosen];
    y += kChoice;
    for (const Right right : kRights) {
      const bool is_given = edited_.rights.has(right);
      if (switch_row(ui, fmt::format("rights.{}", right_code(right)), {content.x, y, content.w, kRow},
                     ui.words(right_label(right)), is_given))
        edited_.rights.set(right, !is_given);
      y += kStep;
    }
    text(ui, {content.x, y, content.w, 52}, ui.words(N_("For everything else the owner types her PIN on the spot.")),
         {.type = Type::Small, .color = ui.theme().ink2, .upright = Upright::Top, .lines = 2});
  }
  const bool is_saved =
      button(ui, "rights.save", sheet.foot(),
             {.label = ui.words(N_("Save")), .icon = icon::check, .kind = ButtonKind::Primary, .type = Type::Title});
  if (sheet.dismissed()) is_open_ = false;
  return is_saved ? std::optional(edited_) : std::nullopt;
}

}  // namespace lapak
