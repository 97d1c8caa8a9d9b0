// screens: the books for whoever does the accounts.
#include "app/screens/accountant_sheet.h"

#include <algorithm>

#include "app/parts/button.h"
#include "app/parts/row.h"
#include "app/parts/sheet.h"
#include "app/parts/text.h"
#include "app/screens/wording.h"
#include "core/exchange/postings.h"
#include "core/exchange/xlsx.h"
#include "core/report/accounts.h"
#include "core/shop/books_papers.h"

namespace lapak {

void AccountantSheet::draw(Ui& ui, Intents& out) {
  Sheet sheet(ui, "books_out", is_open_,
              {.title = ui.words(N_("For the accountant")), .close_label = ui.words(N_("Close"))});
  if (!sheet.visible()) return;
  const Rect content = sheet.content();
  const std::string year = std::to_string(year_);
  const Step step = stepper(ui, "books_out.year", content.top_part(64), {.value = year});
  if (step == Step::Less) --year_;
  if (step == Step::More) year_ = std::min(year_ + 1, today_.year());
  float y = content.y + 80;
  const auto entry = [&](std::string_view name, std::string_view label, std::string_view below, Icon icon) {
    const Rect place{content.x, y, content.w, 72};
    y += 72;
    const bool is_tapped = row(ui, name, place, {.title = label, .subtitle = below, .icon = icon, .has_arrow = true});
    if (is_tapped) is_open_ = false;
    return is_tapped;
  };
  const Date first = Date::of(year_, 1, 1), last = Date::of(year_, 12, 31);
  const std::string books(ui.words(N_("Books")));
  const auto table = [&](std::string_view ending, std::function<std::string(const Database&, const Profile&)> write) {
    out.add(MakeTable{.file_name = fmt::format("{} {}.{}", books, year, ending), .write = std::move(write)});
  };
  if (entry("books_out.ledger", ui.words(N_("Double-entry journal")), ui.words(N_("For ledger and hledger")),
            icon::file_text))
    table("ledger", [first, last](const Database& facts, const Profile& profile) {
      return ledger_text(bookings(facts, profile, first, last), profile.money());
    });
  if (entry("books_out.xlsx", ui.words(N_("Postings, a sheet a month")), ui.words(N_("Excel workbook")),
            icon::file_csv))
    table("xlsx", [first, last](const Database& facts, const Profile& profile) {
      return postings_xlsx(bookings(facts, profile, first, last), profile);
    });
  if (entry("books_out.csv", ui.words(N_("Postings as a table")), ui.words(N_("CSV")), icon::file_csv))
    table("csv", [first, last](const Database& facts, const Profile& profile) {
      return postings_csv(bookings(facts, profile, first, last), profile);
    });
  if (entry("books_out.year_paper", ui.words(N_("The year closed, on one paper")), ui.words(N_("PDF")), icon::file_pdf))
    out.add(MakePaper{.file_name = fmt::format("{} {}.pdf", ui.words(N_("Year in the books")), year),
                      .lay_out = [year = year_, now = now_](const Database& facts, const Profile& profile) {
                        return year_paper_of(facts, profile, year, now);
                      }});
  if (sheet.dismissed()) is_open_ = false;
}

}  // namespace lapak
