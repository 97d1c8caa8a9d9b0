// screens: goods that change hands.
#include "app/screens/goods_sheet.h"

#include <algorithm>

#include "app/parts/button.h"
#include "app/parts/figure.h"
#include "app/parts/list.h"
#include "app/parts/row.h"
#include "app/parts/sheet.h"
#include "app/parts/text.h"
#include "app/screens/wording.h"

namespace lapak {
namespace {

enum Question { kPieces, kPiecePrice, kProceeds, kStillThere };

}  // namespace

void GoodsSheet::open(GoodsAct act, const PartnerPage& page, Book book) {
  act_ = act;
  partner_ = page.contact.id;
  book_ = book;
  is_per_piece_ = page.agreement && page.agreement->kind == ShareKind::PerPiece;
  lines_.clear();
  note_.clear();
  owed_.forget();
  number_.close();
  if (act != GoodsAct::Take)
    for (const GoodsRow& row : page.goods)
      if (row.left > Quantity{})
        lines_.push_back({.product = row.product,
                          .name = row.name,
                          .there = row.left,
                          .quantity = {},
                          .price = {},
                          .amount = {},
                          .still_there = {}});
  is_open_ = true;
}

void GoodsSheet::refresh(const Shop& shop) {
  if (!is_open_) return;
  pick_.refresh(shop);
  for (Line& line : lines_)
    if (!line.price)
      if (const auto product = find_product(shop.facts(), line.product)) line.price = product->price;
  if (act_ != GoodsAct::Report) return;
  owed_.refresh(shop, lines_, rooms(&Revisions::partner, &Revisions::stock, &Revisions::catalog),
                [&](const Shop& s, const std::vector<Line>&) {
                  const ReportSold wanted = report();
                  const auto check = check_report(s.facts(), wanted);
                  return check && !wanted.lines.empty() ? std::optional(check->share) : std::nullopt;
                });
}

std::string_view GoodsSheet::title(const Ui& ui) const {
  if (act_ == GoodsAct::Report) return ui.words(N_("What was sold there"));
  const bool is_taken = act_ == GoodsAct::Take;
  return ui.words(book_ == Book::Consignment ? (is_taken ? N_("Receive goods") : N_("Return goods"))
                                             : (is_taken ? N_("Bring goods") : N_("Take goods back")));
}

void GoodsSheet::ask(Ui& ui, std::size_t index, int question) {
  asked_ = index;
  const Line& line = lines_[index];
  NumberAsk ask{
      .title = line.name, .kind = NumberKind::Pieces, .prefill = line.quantity.thousandths, .question = question};
  switch (question) {
    case kPieces:
      if (act_ == GoodsAct::Report) ask.button = N_("{} were sold");
      break;
    case kPiecePrice:
      ask.kind = NumberKind::Amount;
      ask.button = N_("{} for each piece");
      ask.prefill = line.amount ? std::optional(line.amount->minor) : std::nullopt;
      break;
    case kProceeds: {
      ask.kind = NumberKind::Amount;
      ask.button = N_("All of it brought {}");
      ask.prefill = times(line.price.value_or(Money{}), line.quantity).value_or(Money{}).minor;
      break;
    }
    default:
      ask.need = NumberNeed::Optional;
      ask.button = N_("{} are still there");
      ask.prefill = std::max<std::int64_t>(0, (line.there - line.quantity).thousandths);
  }
  number_.open(ask, ui.currency());
}

void GoodsSheet::answered(Ui& ui, const NumberSheet::Answer& answer) {
  if (asked_ >= lines_.size()) return;
  Line& line = lines_[asked_];
  switch (answer.question) {
    case kPieces:
      line.quantity = Quantity{answer.value.value_or(0)};
      if (act_ == GoodsAct::Report)
        ask(ui, asked_, line.quantity.is_zero() ? kStillThere : kProceeds);
      else if (act_ == GoodsAct::Take && is_per_piece_ && !line.quantity.is_zero())
        ask(ui, asked_, kPiecePrice);
      break;
    case kPiecePrice:
      line.amount = answer.money();
      break;
    case kProceeds:
      line.amount = answer.money();
      ask(ui, asked_, kStillThere);
      break;
    default:
      line.still_there = answer.value ? std::optional(Quantity{*answer.value}) : std::nullopt;
  }
}

ReportSold GoodsSheet::report() const {
  ReportSold report{.partner = partner_, .lines = {}, .note = note_};
  for (const Line& line : lines_)
    if (!line.quantity.is_zero() || line.still_there)
      report.lines.push_back({line.product, line.quantity, line.amount.value_or(Money{}), line.still_there});
  return report;
}

HandOver GoodsSheet::slip() const {
  HandOver slip{.partner = partner_,
                .book = book_,
                .kind = act_ == GoodsAct::Take ? SlipKind::Taken : SlipKind::GivenBack,
                .lines = {},
                .note = note_};
  for (const Line& line : lines_)
    if (!line.quantity.is_zero()) slip.lines.push_back({line.product, line.quantity, line.amount});
  return slip;
}

void GoodsSheet::draw_lines(Ui& ui, Rect area) {
  const RowList rows(ui, "goods.list", area, {.count = lines_.size()});
  for (const RowList::Item& item : rows.visible()) {
    const Line& line = lines_[item.index];
    const std::string there =
        act_ == GoodsAct::Take
            ? std::string()
            : say(ui, act_ == GoodsAct::GiveBack ? N_("{} here") : N_("{} there"), ui.words().quantity(line.there));
    if (row(ui, fmt::format("goods.{}", item.index), item.rect,
            {.title = line.name,
             .subtitle = there,
             .trailing = ui.words().quantity(line.quantity),
             .trailing_sub = line.amount ? ui.bare_money(*line.amount) : std::string(),
             .icon = icon::package,
             .has_arrow = true}))
      ask(ui, item.index, kPieces);
  }
}

void GoodsSheet::draw(Ui& ui, Intents& out) {
  {
    Sheet sheet(ui, "goods", is_open_, {.title = title(ui), .close_label = ui.words(N_("Close"))});
    if (sheet.visible()) {
      if (sheet.dismissed()) is_open_ = false;
      const Rect content = sheet.content();
      float y = content.y;
      if (act_ == GoodsAct::Take) {
        if (button(ui, "goods.add", {content.x, y, content.w, 56},
                   {.label = ui.words(N_("Add an item")), .icon = icon::plus}))
          pick_.open(std::string(ui.words(N_("Which item?"))));
        y += 64;
      }
      if (act_ == GoodsAct::GiveBack && !lines_.empty()) {
        if (button(ui, "goods.all", {content.x, y, content.w, 56},
                   {.label = ui.words(N_("All pieces")), .icon = icon::package, .kind = ButtonKind::Outline}))
          for (Line& line : lines_) line.quantity = line.there;
        y += 64;
      }
      const Rect foot = content.bottom_part(80);
      const Rect note{content.x, foot.y - 72, content.w, 56};
      if (button(ui, "goods.note", note,
                 {.label = note_.empty() ? std::string(ui.words(N_("Write a note")))
                                         : ui.paint().shortened(Type::Button, note_, note.w - 90),
                  .icon = icon::note_pencil,
                  .kind = ButtonKind::Quiet,
                  .left_aligned = true}))
        note_sheet_.open(std::string(ui.words(N_("Write a note"))), note_);
      Rect list{content.x, y, content.w, note.y - 8 - y};
      if (owed_.view()) {
        list.h -= 40;
        text(ui, {content.x, list.bottom(), content.w, 40}, say(ui, N_("They owe you {}"), ui.money(*owed_.view())),
             {.type = Type::Row, .name = "goods.check"});
      }
      if (lines_.empty())
        empty_state(ui, "goods.none", list,
                    {.icon = icon::package,
                     .sentence = ui.words(act_ == GoodsAct::Take ? N_("Add each item that you receive.")
                                                                 : N_("Nothing of theirs is here."))});
      draw_lines(ui, list);
      Quantity pieces;
      for (const Line& line : lines_) pieces += line.quantity;
      const bool is_report = act_ == GoodsAct::Report;
      if (button(ui, "goods.ok", foot,
                 {.label = is_report ? std::string(ui.words(N_("Save the report")))
                                     : say(ui, act_ == GoodsAct::Take ? N_("{} on the slip") : N_("{} go back"),
                                           ui.words().quantity(pieces)),
                  .icon = icon::check,
                  .kind = ButtonKind::Primary,
                  .enabled = is_report ? owed_.view().has_value() : !pieces.is_zero(),
                  .type = Type::Title,
                  .shortcut = {Key::Enter}})) {
        if (is_report)
          out.perform(PartnerCommand(report()));
        else
          out.perform(PartnerCommand(slip()));
      }
    }
  }
  if (auto note = note_sheet_.draw(ui)) note_ = std::move(*note);
  if (const auto picked = pick_.draw(ui, out)) {
    const auto known = static_cast<std::size_t>(std::ranges::find(lines_, picked->id, &Line::product) - lines_.begin());
    if (known == lines_.size())
      lines_.push_back({.product = picked->id,
                        .name = picked->name,
                        .there = {},
                        .quantity = {},
                        .price = picked->price,
                        .amount = {},
                        .still_there = {}});
    ask(ui, known, kPieces);
  }
  if (const auto answer = number_.draw(ui)) answered(ui, *answer);
}

}  // namespace lapak
