// screens: a bank's CSV file.
#include "app/screens/bank_file_sheet.h"

#include <algorithm>

#include "app/parts/button.h"
#include "app/parts/field.h"
#include "app/parts/list.h"
#include "app/parts/row.h"
#include "app/parts/sheet.h"
#include "app/parts/text.h"
#include "app/screens/list_verdict.h"
#include "app/screens/page.h"
#include "app/screens/wording.h"
#include "core/base/files.h"
#include "core/base/text.h"
#include "core/exchange/bank_file.h"
#include "core/words/sentences.h"

namespace lapak {
namespace {

constexpr std::uint64_t kLargestFile_bytes = 1u << 26;

}  // namespace

void BankFileSheet::pick(Ui& ui, Intents& out) {
  files_.open({.kind = FileKind::Table, .title = std::string(ui.words(N_("Choose the bank's file")))}, out);
}

void BankFileSheet::read(const std::filesystem::path& file, Intents& out) {
  is_open_ = true;
  name_ = file.filename().string();
  if (account_.empty() && !accounts_.empty()) account_ = accounts_.front();
  auto found = std::make_shared<Found>();
  found_ = found;
  out.add(ReadInBackground{
      .work = [file, name = name_, found](const Database&, const Profile& profile) -> Jobs::Afterwards {
        auto read = std::make_shared<Found>();
        const auto bytes = SystemFiles().read(file, kLargestFile_bytes);
        const auto table = bytes ? CsvTable::read(*bytes) : Result<CsvTable>(refuse(ProblemCode::FileUnreadable, name));
        auto plan = table ? plan_bank(profile, *table, {}, std::string())
                          : Result<ImportPlan<ImportBank>>(std::unexpected(table.error()));
        if (plan) {
          read->counts = std::move(plan->counts);
          read->command = std::move(plan->command);
        } else {
          read->problem = plan.error();
        }
        read->is_done = true;
        return [found, read] { *found = std::move(*read); };
      },
      .failed =
          [found, name = name_](const std::exception&) {
            found->problem = Problem{ProblemCode::FileUnreadable, {name}};
            found->is_done = true;
          }});
}

void BankFileSheet::draw_found(Ui& ui, Rect area) const {
  const Words& words = ui.words();
  if (!found_->is_done) {
    text(ui, area.top_part(28), words(N_("One moment…")), {.type = Type::Text, .color = ui.theme().ink2});
    return;
  }
  if (found_->problem) {
    draw_verdict(ui, area.top_part(80), sentence(*found_->problem, words, ui.currency()), false, "bank_file.said");
    return;
  }
  const std::vector<BankLine>& lines = found_->command.lines;
  const auto count = std::ssize(lines);
  std::string said = fmt::format(fmt::runtime(words.plural("{} line", "{} lines", count)), count);
  if (!lines.empty()) {
    const auto [first, last] = std::ranges::minmax(lines, {}, &BankLine::day);
    said += fmt::format(" · {} – {}", words.short_date(first.day), words.short_date(last.day));
  }
  const bool is_whole = found_->counts.refused.empty();
  draw_verdict(ui, area.top_part(44), said, is_whole && !lines.empty(), "bank_file.said");
  const Rect below{area.x, area.y + 56, area.w, area.h - 56};
  if (!is_whole) return draw_refused_rows(ui, "bank_file", below, found_->counts.refused);
  const RowList rows(ui, "bank_file.list", below, {.count = lines.size()});
  for (const RowList::Item& item : rows.visible()) {
    const BankLine& line = lines[item.index];
    plain_row(ui, fmt::format("bank_file.{}", item.index), item.rect,
              {.title = line.text.empty() ? std::string_view("–") : std::string_view(line.text),
               .subtitle = words.weekday_date(line.day),
               .trailing = ui.bare_money(line.amount)});
  }
}

void BankFileSheet::draw(Ui& ui, Intents& out) {
  if (const auto file = files_.draw(ui)) read(*file, out);
  Sheet sheet(ui, "bank_file", is_open_,
              {.title = ui.words(N_("From the bank")), .close_label = ui.words(N_("Close")), .foot = 80});
  if (!sheet.visible()) return;
  const Rect content = sheet.content();
  text(ui, content.top_part(28), name_, {.type = Type::Strong, .cut = Cut::Names});
  float y = content.y + 36 + 24;
  field(ui, "bank_file.account", {content.x, y, content.w, 56}, account_,
        {.label = ui.words(N_("What is the account called?")), .placeholder = "BCA", .longest_bytes = 200});
  y += 64;
  if (!accounts_.empty()) {
    std::vector<std::size_t> chosen;
    for (std::size_t i = 0; i < accounts_.size(); ++i)
      if (accounts_[i] == trimmed(account_)) chosen.push_back(i);
    const FlowedChips chips = flowed_chips(ui, "bank_file.known", {content.x, y, content.w, 0}, accounts_, chosen);
    if (chips.tapped) account_ = accounts_[*chips.tapped];
    y = chips.bottom + 8;
  }
  draw_found(ui, {content.x, y + 8, content.w, content.bottom() - 96 - y - 8});
  const auto count = std::ssize(found_->command.lines);
  const bool is_ready = count > 0 && !found_->problem && found_->counts.refused.empty() && !trimmed(account_).empty();
  if (button(ui, "bank_file.ok", sheet.foot(),
             {.label = say(ui, N_("Take in {}"), ui.words().quantity(Quantity::of(count))),
              .icon = icon::check,
              .kind = ButtonKind::Primary,
              .enabled = is_ready,
              .type = Type::Main})) {
    ImportBank command = found_->command;
    command.account = account_;
    out.perform(BankCommand(std::move(command)));
  }
  if (sheet.dismissed()) is_open_ = false;
  if (!is_open_) ui.leave_field();
}

void BankFileSheet::performed(const Outcome& outcome, const Words& words, Intents& out) {
  if (outcome.kind != "import_bank") return;
  is_open_ = false;
  out.add(ShowToast{.sentence = outcome.label == "0" ? std::string(words(N_("All of these lines were known already.")))
                                                     : say(words, N_("New from the bank: {}"), outcome.label),
                    .icon = icon::bank});
}

}  // namespace lapak
