// screens: printing.
#include "app/screens/print_sheet.h"

#include <fmt/format.h>

#include <algorithm>

#include "app/parts/button.h"
#include "app/parts/figure.h"
#include "app/parts/list.h"
#include "app/parts/row.h"
#include "app/parts/sheet.h"
#include "app/parts/text.h"
#include "core/paper/pdf.h"

namespace lapak {
namespace {

constexpr int kMostCopies = 20;
constexpr double kBetweenQuestions_s = 1;

}  // namespace

void PrintSheet::open(std::string title, LayOut lay_out, Intents& out) {
  title_ = std::move(title);
  lay_out_ = std::move(lay_out);
  chosen_ = 0;
  copies_ = 1;
  sending_.reset();
  search_ = std::make_shared<Search>();
  is_open_ = true;
  out.add(InBackground{
      [search = search_](Progress&) -> Jobs::Afterwards {
        return [search, found = printers()] { search->printers = found; };
      },
      [search = search_](const std::exception&) { search->printers = std::unexpected(PrintFailure::NoService); }});
}

void PrintSheet::send(const Printer& printer, Intents& out) {
  sending_ = std::make_shared<Sending>();
  ask_again_s_ = 0;
  out.add(ReadInBackground{
      [sending = sending_, lay_out = lay_out_, title = title_, name = printer.name, copies = copies_](
          const Database& facts, const Profile& profile) -> Jobs::Afterwards {
        const auto job = print_pdf(name, title, pdf(lay_out(facts, profile)), copies);
        return [sending, job] { sending->job = job; };
      },
      [sending = sending_](const std::exception&) { sending->job = std::unexpected(PrintFailure::NotTaken); }});
}

bool PrintSheet::has_failed() const {
  if (!sending_ || !sending_->job) return false;
  return !*sending_->job || sending_->state == PrintState::Failed || sending_->state == PrintState::Stopped;
}

bool PrintSheet::is_underway() const {
  if (!sending_) return false;
  if (!sending_->job) return true;
  return *sending_->job && sending_->state != PrintState::Printed && sending_->state != PrintState::Failed;
}

// What became of it is asked about once a second, as long as somebody looks.
void PrintSheet::watch(Ui& ui, Intents& out) {
  if (!is_underway()) return;
  ui.wake_at(ui.now_s() + kBetweenQuestions_s);
  if (!sending_->job || sending_->is_asking || ui.now_s() < ask_again_s_) return;
  ask_again_s_ = ui.now_s() + kBetweenQuestions_s;
  sending_->is_asking = true;
  out.add(InBackground{[sending = sending_, job = **sending_->job](Progress&) -> Jobs::Afterwards {
                         return [sending, state = state_of(job)] {
                           sending->is_asking = false;
                           if (state) sending->state = *state;
                         };
                       },
                       [sending = sending_](const std::exception&) { sending->is_asking = false; }});
}

std::string_view PrintSheet::says(const Ui& ui) const {
  if (!sending_) return {};
  if (!sending_->job) return ui.words(N_("Handing it to the printer…"));
  if (!*sending_->job) {
    switch (sending_->job->error()) {
      case PrintFailure::NoService:
        return ui.words(N_("The print service does not answer any more."));
      case PrintFailure::NoPrinter:
        return ui.words(N_("This printer is gone."));
      case PrintFailure::NotTaken:
        return ui.words(N_("The printer did not take it."));
    }
  }
  switch (sending_->state.value_or(PrintState::Waiting)) {
    case PrintState::Waiting:
      return ui.words(N_("Waiting for the printer…"));
    case PrintState::Printing:
      return ui.words(N_("Printing…"));
    case PrintState::Printed:
      return ui.words(N_("Printed."));
    case PrintState::Stopped:
      return ui.words(N_("The printer has stopped: paper, cover or cable?"));
    case PrintState::Failed:
      return ui.words(N_("It was not printed."));
  }
  return {};
}

void PrintSheet::draw_none(Ui& ui, Rect content, Intents& out) {
  const bool has_service = search_->printers->has_value();
  if (!empty_state(
          ui, "print.none", content,
          {.icon = icon::printer,
           .sentence = has_service
                           ? ui.words(N_("No printer is set up on this computer."))
                           : ui.words(N_("No print service (CUPS) answers here. The PDF can be printed elsewhere.")),
           .action = ui.words(N_("Keep as PDF"))})) {
    return;
  }
  out.add(MakePaper{.file_name = title_ + ".pdf", .lay_out = lay_out_});
  is_open_ = false;
}

void PrintSheet::draw(Ui& ui, Intents& out) {
  if (!is_open_ && title_.empty()) return;  // another one may be open above it, under the same names
  Sheet sheet(ui, "print", is_open_, {.title = title_, .close_label = ui.words(N_("Close"))});
  if (!sheet.visible()) {
    title_.clear();
    return;
  }
  if (sheet.dismissed()) is_open_ = false;
  const Rect content = sheet.content();
  if (!search_->printers) {
    text(ui, content.top_part(48), ui.words(N_("Looking for printers…")), {.type = Type::Body, .name = "print.said"});
    return;
  }
  if (!*search_->printers || (*search_->printers)->empty()) {
    draw_none(ui, content, out);
    return;
  }
  watch(ui, out);
  const std::vector<Printer>& found = **search_->printers;
  const Rect foot = content.bottom_part(80);
  const Rect said{content.x, foot.y - 64, content.w, 52};
  const Rect copies{content.x, said.y - 72, content.w, 64};
  {
    RowList rows(ui, "print.list", {content.x, content.y, content.w, copies.y - 16 - content.y},
                 {.count = found.size()});
    for (const RowList::Item& item : rows.visible()) {
      const Printer& printer = found[item.index];
      const std::string_view below = !printer.accepts     ? ui.words(N_("Takes nothing at the moment"))
                                     : printer.is_default ? ui.words(N_("The usual printer"))
                                                          : std::string_view();
      if (row(ui, fmt::format("print.printer.{}", item.index), item.rect,
              {.title = printer.title,
               .subtitle = below,
               .icon = icon::printer,
               .selected = item.index == chosen_,
               .enabled = printer.accepts})) {
        chosen_ = item.index;
        sending_.reset();
      }
    }
  }
  text(ui, copies.left_part(copies.w - 216), ui.words(N_("Copies")), {.type = Type::Body});
  const Step step = stepper(ui, "print.copies", copies.right_part(208),
                            {.value = ui.words().count(copies_), .can_go_down = copies_ > 1});
  if (step == Step::Less) copies_ = std::max(1, copies_ - 1);
  if (step == Step::More) copies_ = std::min(kMostCopies, copies_ + 1);
  text(ui, said, says(ui),
       {.type = Type::Body,
        .color = has_failed() ? ui.theme().danger : ui.theme().ink2,
        .lines = 2,
        .name = "print.said"});
  if (button(ui, "print.ok", foot,
             {.label = ui.words(N_("Print")),
              .icon = icon::printer,
              .kind = ButtonKind::Primary,
              .enabled = found[chosen_].accepts && !is_underway(),
              .type = Type::Main,
              .shortcut = {Key::Enter}})) {
    send(found[chosen_], out);
  }
}

}  // namespace lapak
