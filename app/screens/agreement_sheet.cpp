// screens: agreeing on shares.
#include "app/screens/agreement_sheet.h"

#include <algorithm>
#include <array>

#include "app/parts/button.h"
#include "app/parts/row.h"
#include "app/parts/sheet.h"
#include "app/parts/text.h"
#include "app/screens/page.h"
#include "app/screens/wording.h"

namespace lapak {
namespace {

constexpr std::array<int, 4> kReturnDays{0, 30, 60, 90};
constexpr std::int64_t kStep_bp = 500;
enum Question { kShare, kPayout, kTierPieces, kTierShare };

std::size_t index_of(Bearer bearer, bool partner_owns) {
  if (bearer == Bearer::Both) return 0;
  return (bearer == Bearer::Owner) == partner_owns ? 1 : 2;
}
Bearer bearer_at(std::size_t index, bool partner_owns) {
  if (index == 0) return Bearer::Both;
  return (index == 1) == partner_owns ? Bearer::Owner : Bearer::Keeper;
}

}  // namespace

void AgreementSheet::open(Agreement agreement, std::string partner, Date today) {
  agreement_ = std::move(agreement);
  partner_ = std::move(partner);
  today_ = today;
  number_.close();
  shows_tiers_ = false;
  is_open_ = true;
}

void AgreementSheet::draw(Ui& ui, Intents& out) {
  draw_terms(ui, out);
  draw_tiers(ui);
  if (const auto answer = number_.draw(ui)) answered(ui, *answer);
}

// The steps of the share: the most pieces a partner sells bring another part.
void AgreementSheet::draw_tiers(Ui& ui) {
  Sheet sheet(ui, "tiers", is_open_ && shows_tiers_,
              {.title = ui.words(N_("Rising share")), .close_label = ui.words(N_("Close"))});
  if (!sheet.visible()) return;
  if (sheet.dismissed()) shows_tiers_ = false;
  const Rect content = sheet.content();
  const auto share = [&](std::int64_t bp) { return share_text(bp, ui.words()); };
  text(ui, {content.x, content.y, content.w, 84},
       said(agreement_, partner_, ui.words(), ui.currency()).front() + " " +
           std::string(ui.words(N_("Steps count the pieces sold since the last payout."))),
       {.type = Type::Row, .color = ui.theme().ink2, .upright = Upright::Top, .cut = Cut::Names, .lines = 3});
  float y = content.y + 96;
  std::optional<std::size_t> dropped;
  for (std::size_t i = 0; i < agreement_.tiers.size(); ++i, y += 72) {
    const Tier& tier = agreement_.tiers[i];
    const std::string name = fmt::format("tiers.{}", i);
    if (row(ui, name, {content.x, y, content.w - 64, 64},
            {.title = say(ui, N_("After {} pieces"), ui.words().quantity(tier.after)),
             .trailing = share(tier.share_bp),
             .has_arrow = true}))
      ask_tier_share(ui, i);
    if (icon_button(ui, name + ".remove", {content.right() - 52, y + 6, 52, 52}, icon::x, ui.words(N_("Remove")),
                    ButtonKind::Quiet))
      dropped = i;
  }
  if (dropped) agreement_.tiers.erase(agreement_.tiers.begin() + static_cast<std::ptrdiff_t>(*dropped));
  if (agreement_.tiers.size() < kMostTiers &&
      button(ui, "tiers.add", {content.x, y, content.w, 56},
             {.label = ui.words(N_("Add a step")), .icon = icon::plus, .kind = ButtonKind::Outline}))
    number_.open({.title = std::string(ui.words(N_("After how many pieces?"))),
                  .kind = NumberKind::Pieces,
                  .may_be_zero = false,
                  .question = kTierPieces},
                 ui.currency());
  if (button(ui, "tiers.done", content.bottom_part(80),
             {.label = ui.words(N_("Done")),
              .icon = icon::check,
              .kind = ButtonKind::Primary,
              .type = Type::Title,
              .shortcut = {Key::Enter}}))
    shows_tiers_ = false;
}

void AgreementSheet::ask_tier_share(Ui& ui, std::size_t tier) {
  asked_ = tier;
  number_.open({.title = std::string(ui.words(N_("Share in percent"))),
                .kind = NumberKind::Measure,
                .prefill = agreement_.tiers[tier].share_bp * 10,
                .question = kTierShare},
               ui.currency());
}

void AgreementSheet::draw_terms(Ui& ui, Intents& out) {
  Sheet sheet(ui, "agreement", is_open_ && !shows_tiers_,
              {.title = say(ui, N_("Agreement with {}"), partner_), .close_label = ui.words(N_("Close"))});
  if (!sheet.visible()) return;
  if (sheet.dismissed()) is_open_ = false;
  const Rect content = sheet.content();
  const bool partner_owns = agreement_.book == Book::Consignment, is_percent = agreement_.kind == ShareKind::Percent;
  float y = content.y;
  const auto choice = [&](std::string_view name, std::string_view label, const std::vector<std::string>& labels,
                          std::size_t selected) {
    if (!label.empty()) {
      text(ui, {content.x, y, content.w, 24}, ui.words(label), {.type = Type::SmallStrong, .color = ui.theme().ink2});
      y += 28;
    }
    const auto tapped = segments(ui, name, {content.x, y, content.w, 48}, labels, selected);
    y += label.empty() ? 56.0f : 60.0f;
    return tapped;
  };
  if (const auto kind =
          choice("agreement.kind", {}, {std::string(ui.words(N_("Percent"))), std::string(ui.words(N_("Per piece")))},
                 is_percent ? 0 : 1))
    agreement_.kind = *kind == 0 ? ShareKind::Percent : ShareKind::PerPiece;
  text(ui, {content.x, y, content.w, 56}, said(agreement_, partner_, ui.words(), ui.currency()).front(),
       {.type = Type::Row, .cut = Cut::Names, .lines = 2, .name = "agreement.said"});
  y += 60;
  if (is_percent) {
    switch (stepper(
        ui, "agreement.share", {content.x, y, content.w, 56},
        {.value = share_text(agreement_.share_bp, ui.words()), .can_go_down = agreement_.share_bp >= kStep_bp})) {
      case Step::Less:
        agreement_.share_bp = std::max<std::int64_t>(0, agreement_.share_bp - kStep_bp);
        break;
      case Step::More:
        agreement_.share_bp = std::min(kWhole_bp, agreement_.share_bp + kStep_bp);
        break;
      case Step::Number:
        number_.open({.title = std::string(ui.words(N_("Share in percent"))),
                      .kind = NumberKind::Measure,
                      .prefill = agreement_.share_bp * 10,
                      .question = kShare},
                     ui.currency());
        break;
      case Step::None:
        break;
    }
  }
  y += 64;
  const std::vector<std::string> bearers{std::string(ui.words(N_("Both"))), std::string(ui.words(N_("Partner"))),
                                         std::string(ui.words(N_("You")))};
  if (const auto cut =
          choice("agreement.cut", N_("Who bears discounts"), bearers, index_of(agreement_.discount, partner_owns)))
    agreement_.discount = bearer_at(*cut, partner_owns);
  if (const auto loss =
          choice("agreement.loss", N_("Who bears a loss"), bearers, index_of(agreement_.loss, partner_owns)))
    agreement_.loss = bearer_at(*loss, partner_owns);
  std::vector<std::string> days{std::string(ui.words(N_("No date")))};
  std::size_t chosen = 0;
  for (std::size_t i = 1; i < kReturnDays.size(); ++i) {
    days.push_back(say(ui, N_("{} days"), kReturnDays[i]));
    if (agreement_.return_by == today_.plus_days(kReturnDays[i])) chosen = i;
  }
  if (agreement_.return_by && chosen == 0) days.front() = ui.words().short_date(*agreement_.return_by);
  if (const auto back = choice("agreement.back", N_("Unsold goods go back by"), days, chosen)) {
    agreement_.return_by.reset();
    if (*back > 0) agreement_.return_by = today_.plus_days(kReturnDays[*back]);
  }
  const float half = (content.w - kGap) / 2;
  if (button(
          ui, "agreement.payout", {content.x, y, half, 56},
          {.label = agreement_.minimum_payout.is_zero() ? std::string(ui.words(N_("Smallest payout")))
                                                        : say(ui, N_("From {}"), ui.money(agreement_.minimum_payout)),
           .kind = ButtonKind::Outline}))
    number_.open({.title = std::string(ui.words(N_("Least payout"))),
                  .prefill = agreement_.minimum_payout.minor,
                  .question = kPayout},
                 ui.currency());
  if (is_percent &&
      button(ui, "agreement.tiers", {content.x + half + kGap, y, half, 56},
             {.label = ui.words(N_("Rising share")),
              .kind = ButtonKind::Outline,
              .sub_label = agreement_.tiers.empty()
                               ? std::string()
                               : say(ui, N_("After {0}: {1}"), ui.words().quantity(agreement_.tiers.front().after),
                                     share_text(agreement_.tiers.front().share_bp, ui.words()))}))
    shows_tiers_ = true;
  y += 64;
  if (partner_owns && switch_row(ui, "agreement.receipt", {content.x, y, content.w, 56},
                                 ui.words(N_("Name them on the receipt")), agreement_.is_on_receipts))
    agreement_.is_on_receipts = !agreement_.is_on_receipts;
  if (button(ui, "agreement.ok", content.bottom_part(80),
             {.label = ui.words(N_("Save")),
              .icon = icon::check,
              .kind = ButtonKind::Primary,
              .type = Type::Title,
              .shortcut = {Key::Enter}}))
    out.perform(PartnerCommand(SaveAgreement{agreement_}));
}

void AgreementSheet::answered(Ui& ui, const NumberSheet::Answer& answer) {
  const auto share = [&] { return std::clamp<std::int64_t>(answer.value.value_or(0) / 10, 0, kWhole_bp); };
  switch (answer.question) {
    case kShare:
      agreement_.share_bp = share();
      break;
    case kPayout:
      agreement_.minimum_payout = answer.money();
      break;
    case kTierPieces: {
      const Quantity after{answer.value.value_or(0)};
      const auto at = std::ranges::lower_bound(agreement_.tiers, after, {}, &Tier::after);
      const auto index = static_cast<std::size_t>(at - agreement_.tiers.begin());
      if (at == agreement_.tiers.end() || at->after != after)
        agreement_.tiers.insert(at, Tier{after, index == 0 ? agreement_.share_bp : std::prev(at)->share_bp});
      ask_tier_share(ui, index);
      break;
    }
    default:
      if (asked_ < agreement_.tiers.size()) agreement_.tiers[asked_].share_bp = share();
  }
}

}  // namespace lapak
