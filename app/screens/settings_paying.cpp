// screens: the settings' panes about money: the ways of being paid, and what the till does with cash and tax.
#include <array>

#include "app/parts/button.h"
#include "app/parts/row.h"
#include "app/parts/sheet.h"
#include "app/parts/text.h"
#include "app/screens/file_sheet.h"
#include "app/screens/percent.h"
#include "app/screens/settings_pane.h"
#include "app/screens/sticker_photo.h"
#include "app/screens/wording.h"
#include "core/base/text.h"
#include "core/sale/qris.h"
#include "core/words/sentences.h"

namespace lapak {
namespace {

constexpr std::array<Method, 3> kFeeMethods{Method::Qris, Method::Transfer, Method::Card};

class PayingPane final : public SettingsPane {
 public:
  float draw(Ui& ui, Rect area, SettingsDesk& desk) override {
    float y = draw_qris(ui, area, desk);
    y = draw_accounts(ui, area, y + 24, desk);
    return draw_fees(ui, area, y + 24, desk);
  }
  void performed(const Outcome&) override { added_ = BankAccount(); }
  bool dropped(const std::filesystem::path& file, Intents& out) override {
    if (!is_of_kind(file, FileKind::Picture)) return false;
    sticker_.read(file, out);
    return true;
  }
  void draw_above(Ui& ui, SettingsDesk& desk) override {
    if (const auto file = files_.draw(ui)) sticker_.read(*file, desk.out);
  }

 private:
  // A sticker that cannot be read, or is no payment code, leaves the code as it was.
  void take_sticker(SettingsDesk& desk) {
    const auto text = sticker_.take();
    if (!text) return;
    photo_problem_.reset();
    const auto read = *text ? Qris::parse(**text) : std::unexpected(text->error());
    if (read) {
      desk.save([&](Profile& p) { p.qris = trimmed(**text); });
    } else {
      photo_problem_ = read.error();
    }
  }

  float draw_qris(Ui& ui, Rect area, SettingsDesk& desk) {
    const Theme& t = ui.theme();
    const bool is_left =
        qris_.draw(ui, "paying.qris", {area.x, area.y + kFieldLabel, area.w, 112}, desk.profile.qris,
                   {.label = ui.words(N_("Your own QRIS code: paste or scan it")), .multiline = true, .code = true});
    const std::string code(trimmed(qris_.text()));
    const auto read = Qris::parse(code);
    if (is_left) photo_problem_.reset();
    if (is_left && (code.empty() || read)) desk.save([&](Profile& p) { p.qris = code; });
    take_sticker(desk);
    std::string said;
    Color ink = t.ink2;
    if (sticker_.is_reading()) {
      said = ui.words(N_("Reading the photo…"));
    } else if (photo_problem_) {
      said = sentence(*photo_problem_, ui.words(), ui.currency());
      ink = t.danger;
    } else if (code.empty()) {
      said = ui.words(N_("Without a code of your own QRIS is shown by the sticker alone."));
    } else if (read) {
      said = say(ui, N_("Good: {0}, {1}"), read->merchant_name(), read->city());
      ink = t.success;
    } else {
      said = sentence(read.error(), ui.words(), ui.currency());
      ink = t.danger;
    }
    const float photo_width = std::min(280.0f, area.w * 0.45f);
    const Rect below{area.x, area.y + 152, area.w, 56};
    if (button(ui, "paying.qris.photo", below.right_part(photo_width),
               {.label = ui.words(N_("From a photo")), .icon = icon::image})) {
      files_.open({.kind = FileKind::Picture, .title = std::string(ui.words(N_("A photo of your QRIS sticker")))},
                  desk.out);
    }
    text(ui, below.left_part(below.w - photo_width - 16), said,
         {.type = Type::Small, .color = ink, .cut = Cut::Names, .lines = 3, .name = "paying.qris.said"});
    float y = area.y + 216;
    if (!desk.profile.qris.empty()) {
      if (switch_row(ui, "paying.tested", {area.x, y, area.w, 56}, ui.words(N_("Put the amount into the code")),
                     desk.profile.qris_amount_tested)) {
        desk.save([](Profile& p) { p.qris_amount_tested = !p.qris_amount_tested; });
      }
      y += 64;
    }
    return y;
  }

  float draw_accounts(Ui& ui, Rect area, float top, SettingsDesk& desk) {
    float y = pane_heading(ui, area, top, ui.words(N_("Bank accounts and wallets")));
    for (std::size_t i = 0; i < desk.profile.accounts.size(); ++i) {
      const BankAccount& account = desk.profile.accounts[i];
      plain_row(ui, fmt::format("paying.account.{}", i), {area.x, y, area.w - 72, 72},
                {.title = fmt::format("{} {}", account.bank, account.number),
                 .subtitle = account.holder,
                 .icon = icon::bank});
      if (icon_button(ui, fmt::format("paying.account.{}.remove", i), {area.right() - 56, y + 8, 56, 56}, icon::trash,
                      ui.words(N_("Remove")))) {
        desk.save([&](Profile& p) { p.accounts.erase(p.accounts.begin() + static_cast<std::ptrdiff_t>(i)); });
      }
      y += 72;
    }
    y += 8;
    const Rect line{area.x, y + kFieldLabel, area.w, 56};
    field(ui, "paying.bank", line.left_part(112), added_.bank, {.label = ui.words(N_("Bank")), .placeholder = "BCA"});
    const float rest = area.w - 120 - 64;
    field(ui, "paying.number", {line.x + 120, line.y, rest / 2 - 4, 56}, added_.number,
          {.label = ui.words(N_("Account number"))});
    field(ui, "paying.holder", {line.x + 120 + rest / 2 + 4, line.y, rest / 2 - 4, 56}, added_.holder,
          {.label = ui.words(N_("In the name of"))});
    const bool is_whole = !trimmed(added_.bank).empty() && !trimmed(added_.number).empty();
    if (button(ui, "paying.add", line.right_part(56), {.icon = icon::plus, .enabled = is_whole})) {
      desk.save([&](Profile& p) { p.accounts.push_back(added_); });
    }
    return y + kFieldStep;
  }

  float draw_fees(Ui& ui, Rect area, float top, SettingsDesk& desk) {
    float y = pane_heading(ui, area, top, ui.words(N_("Bank fee of each payment, in percent")));
    y += kFieldLabel;
    for (std::size_t i = 0; i < kFeeMethods.size(); ++i) {
      const std::string code(method_code(kFeeMethods[i]));
      const auto known = std::ranges::find(desk.profile.fees, code, &MethodFee::method);
      const std::string saved = known == desk.profile.fees.end() ? std::string() : percent_text(ui.words(), known->fee);
      const Rect box =
          Rect{area.x, y, area.w, 56}.column(static_cast<int>(i), static_cast<int>(kFeeMethods.size()), 16);
      if (fees_[i].draw(ui, fmt::format("paying.fee.{}", code), box, saved,
                        {.label = method_name(kFeeMethods[i], ui.words()), .placeholder = "0"})) {
        const bool is_none = trimmed(fees_[i].text()).empty();
        const auto fee = percent_from(fees_[i].text(), ui.words().number_style());
        if (is_none || fee) {
          desk.save([&](Profile& p) {
            std::erase_if(p.fees, [&](const MethodFee& each) { return each.method == code; });
            if (fee && fee->numerator > 0) p.fees.push_back({.method = code, .fee = *fee});
          });
        }
      }
    }
    return y + 64;
  }

  SavedField qris_;
  StickerPhoto sticker_;
  FileSheet files_;
  std::optional<Problem> photo_problem_;  // of the last sticker
  BankAccount added_;
  std::array<SavedField, kFeeMethods.size()> fees_;
};

constexpr std::array<std::int64_t, 4> kWholeSteps{0, 100, 500, 1000};
constexpr std::array<std::int64_t, 4> kCentSteps{0, 5, 10, 100};
constexpr std::array<RoundingDirection, 3> kDirections{RoundingDirection::Down, RoundingDirection::Nearest,
                                                       RoundingDirection::Up};

class TillPane final : public SettingsPane {
 public:
  void refresh(const Shop& shop) override { today_ = shop.today(); }

  float draw(Ui& ui, Rect area, SettingsDesk& desk) override {
    const Profile& profile = desk.profile;
    float y = pane_heading(ui, area, area.y, ui.words(N_("Round cash payments to")));
    const auto& steps = ui.currency().decimals == 0 ? kWholeSteps : kCentSteps;
    std::vector<std::string> labels;
    std::size_t chosen = 0;
    for (std::size_t i = 0; i < steps.size(); ++i) {
      labels.push_back(steps[i] == 0 ? std::string(ui.words(N_("Do not round"))) : ui.money(Money{steps[i]}));
      if (profile.cash_rounding.step.minor == steps[i]) chosen = i;
    }
    if (const auto step = segments(ui, "till.step", {area.x, y, area.w, 64}, labels, chosen)) {
      desk.save([&](Profile& p) { p.cash_rounding.step = Money{steps[*step]}; });
    }
    y += 72;
    if (profile.cash_rounding.step.minor > 0) {
      const auto direction =
          segments(ui, "till.direction", {area.x, y, area.w, 64},
                   {std::string(ui.words(N_("Down"))), std::string(ui.words(N_("To the nearest"))),
                    std::string(ui.words(N_("Up")))},
                   static_cast<std::size_t>(std::ranges::find(kDirections, profile.cash_rounding.direction) -
                                            kDirections.begin()));
      if (direction) desk.save([&](Profile& p) { p.cash_rounding.direction = kDirections[*direction]; });
      y += 72;
    }
    y += 8;
    if (switch_row(ui, "till.one_tap", {area.x, y, area.w, 64}, ui.words(N_("One tap on a note pays in cash")),
                   profile.one_tap_cash)) {
      desk.save([](Profile& p) { p.one_tap_cash = !p.one_tap_cash; });
    }
    y += 72;
    if (switch_row(ui, "till.tips", {area.x, y, area.w, 56}, ui.words(N_("Accept tips")), profile.tips)) {
      desk.save([](Profile& p) { p.tips = !p.tips; });
    }
    return draw_tax(ui, area, y + 80, desk);
  }

  void draw_above(Ui& ui, SettingsDesk& desk) override {
    Sheet sheet(ui, "rate", is_asking_rate_,
                {.title = ui.words(N_("Another tax rate")), .close_label = ui.words(N_("Close"))});
    if (!sheet.visible()) return;
    const Rect content = sheet.content();
    const auto share = percent_from(coming_percent_, ui.words().number_style());
    const auto day = parse_date(coming_day_);
    const bool is_later = day && *day > today_;
    const std::string_view wrong_day =
        day ? ui.words(N_("A day that is still to come")) : ui.words(N_("Year-month-day, as 2026-11-22"));
    field(ui, "rate.percent", {content.x, content.y + 28, content.w, 56}, coming_percent_,
          {.label = ui.words(N_("Percent")), .placeholder = "12"});
    field(ui, "rate.day", {content.x, content.y + 124, content.w, 56}, coming_day_,
          {.label = ui.words(N_("From the day")),
           .placeholder = today_.first_of_month().plus_days(40).first_of_month().iso(),
           .error = coming_day_.empty() || is_later ? std::string_view() : wrong_day});
    if (button(ui, "rate.ok", content.bottom_part(80),
               {.label = ui.words(N_("Save")),
                .kind = ButtonKind::Primary,
                .enabled = share && is_later,
                .type = Type::Title})) {
      TaxRate wanted = current_;
      wanted.rate = *share;
      wanted.valid_from = *day;
      desk.save([&](Profile& p) { p.tax_rates.push_back(wanted); });
      is_asking_rate_ = false;
    }
    if (sheet.dismissed()) is_asking_rate_ = false;
  }

 private:
  float draw_tax(Ui& ui, Rect area, float top, SettingsDesk& desk) {
    float y = pane_heading(ui, area, top, ui.words(N_("Tax")));
    const TaxRate* rate = tax_rate_on(desk.profile.tax_rates, "", today_);
    const std::size_t kind = !rate ? 0 : rate->included ? 1 : 2;
    const auto tapped = segments(ui, "till.tax", {area.x, y, area.w, 64},
                                 {std::string(ui.words(N_("None"))), std::string(ui.words(N_("In the price"))),
                                  std::string(ui.words(N_("On top")))},
                                 kind);
    // The rate of today alone is changed; what was valid before and what is to come stay.
    const auto put = [&](const TaxRate& wanted) {
      desk.save([&](Profile& p) {
        std::erase_if(p.tax_rates, [&](const TaxRate& each) {
          return each.tax_class.empty() && each.valid_from == wanted.valid_from;
        });
        p.tax_rates.push_back(wanted);
      });
    };
    constexpr Fraction kUsual{11, 100};
    if (tapped && *tapped == 0) {
      desk.save([](Profile& p) { std::erase_if(p.tax_rates, [](const TaxRate& r) { return r.tax_class.empty(); }); });
    }
    if (tapped && *tapped > 0) {
      TaxRate wanted = rate ? *rate
                            : TaxRate{.name = desk.profile.currency == "IDR" ? "PPN" : std::string(ui.words(N_("Tax"))),
                                      .rate = kUsual,
                                      .valid_from = today_};
      wanted.included = *tapped == 1;
      put(wanted);
    }
    if (!rate) return y + 64;
    y += 64 + 16 + kFieldLabel;
    const Rect line{area.x, y, area.w, 56};
    if (name_.draw(ui, "till.tax_name", line.column(0, 2, 16), rate->name,
                   {.label = ui.words(N_("Name of the tax"))})) {
      TaxRate wanted = *rate;
      wanted.name = name_.text();
      put(wanted);
    }
    if (rate_.draw(ui, "till.tax_rate", line.column(1, 2, 16), percent_text(ui.words(), rate->rate),
                   {.label = ui.words(N_("Percent"))})) {
      if (const auto share = percent_from(rate_.text(), ui.words().number_style())) {
        TaxRate wanted = *rate;
        wanted.rate = *share;
        put(wanted);
      }
    }
    return draw_coming_rate(ui, area, y + 72, *rate, desk);
  }

  // A rate that is law from a day on is put in before it.
  float draw_coming_rate(Ui& ui, Rect area, float y, const TaxRate& rate, SettingsDesk& desk) {
    const auto coming = std::ranges::find_if(desk.profile.tax_rates, [&](const TaxRate& each) {
      return each.tax_class.empty() && each.valid_from > today_;
    });
    if (coming == desk.profile.tax_rates.end()) {
      if (button(ui, "till.tax_coming", {area.x, y, area.w, 56},
                 {.label = ui.words(N_("New rate from a date…")), .kind = ButtonKind::Outline})) {
        coming_percent_.clear();
        coming_day_.clear();
        is_asking_rate_ = true;
        current_ = rate;
      }
      return y + 64;
    }
    const std::string says = say(ui, N_("From {0}: {1} %"), ui.words().full_date(coming->valid_from),
                                 percent_text(ui.words(), coming->rate));
    plain_row(ui, "till.tax_coming.row", {area.x, y, area.w - 72, 64}, {.title = says, .icon = icon::clock});
    if (icon_button(ui, "till.tax_coming.remove", {area.right() - 56, y + 4, 56, 56}, icon::trash,
                    ui.words(N_("Remove")))) {
      desk.save([day = coming->valid_from](Profile& p) {
        std::erase_if(p.tax_rates, [&](const TaxRate& r) { return r.tax_class.empty() && r.valid_from == day; });
      });
    }
    return y + 72;
  }

  Date today_;
  bool is_asking_rate_ = false;
  TaxRate current_;  // what the coming one takes its name and kind from
  std::string coming_percent_, coming_day_;
  SavedField name_, rate_;
};

}  // namespace

std::unique_ptr<SettingsPane> make_paying_pane() {
  return std::make_unique<PayingPane>();
}
std::unique_ptr<SettingsPane> make_till_pane() {
  return std::make_unique<TillPane>();
}

}  // namespace lapak
