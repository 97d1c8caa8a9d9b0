// screens: the list of sales, and the chosen one beside it.
#include "app/screens/history.h"

#include <array>

#include "app/parts/button.h"
#include "app/parts/field.h"
#include "app/parts/figure.h"
#include "app/parts/list.h"
#include "app/parts/row.h"
#include "app/parts/sheet.h"
#include "app/parts/text.h"
#include "app/screens/exchange.h"
#include "app/screens/print_sheet.h"
#include "app/screens/read_aside.h"
#include "app/screens/receipt_view.h"
#include "app/screens/refund.h"
#include "app/screens/settle_sheet.h"
#include "app/screens/share_sheet.h"
#include "app/screens/wording.h"
#include "core/shop/documents.h"

namespace lapak {
namespace {

constexpr int kWindow = 120;  // rows asked for at once
constexpr float kRow = 72;
constexpr std::array<std::string_view, 4> kFilters{N_("All"), N_("Refunds"), N_("Owed by customer"),
                                                   N_("Waiting for payment")};
constexpr std::array<std::string_view, 3> kVoidReasons{N_("Entered by mistake"), N_("The customer left"),
                                                       N_("Entered twice")};

class HistoryScreen final : public Screen {
 public:
  explicit HistoryScreen(std::optional<Id<Sale>> receipt) : chosen_(receipt) {}

  void refresh(const Shop& shop) override {
    zone_ = shop.profile().clock();
    today_ = shop.today();
    list_.refresh(shop, question_, rooms(&Revisions::sale, &Revisions::people));
    const bool is_answered = list_.has_view() && list_.question() == question_;
    if (!chosen_ && is_answered && !list_->rows.empty() && question_.first == 0) chosen_ = list_->rows.front().id;
    if (chosen_) {
      receipt_.refresh(shop, *chosen_, rooms(&Revisions::sale, &Revisions::people),
                       [](const Shop& s, Id<Sale> sale) { return past_sale_of(s, sale); });
    }
  }

  void draw(Ui& ui, Intents& out) override {
    list_.read(out, [](const Database& facts, const Profile&, const HistoryQuestion& q) { return history(facts, q); });
    remember_words(ui);
    const Rect page = ui.mirrored({ui.rail_width(), 0, ui.width() - ui.rail_width(), ui.height()});
    const float side = ui.size() == SizeClass::Compact ? 400.0f : 480.0f;
    const Rect list{page.x + kPageEdge, 0, page.w - 2 * kPageEdge - 16 - side, page.h};
    text(ui, {list.x, 8, list.w, 56}, ui.words(N_("Receipts")), {.type = Type::Headline});
    draw_filters(ui, list);
    draw_list(ui, {list.x, 208, list.w, page.h - 208});
    if (chosen_ && receipt_.view()) {
      const ReceiptWish wish = draw_receipt(ui, {list.right() + 16, 16, side, page.h - 32}, *receipt_.view());
      carry_out(ui, wish, *receipt_.view(), out);
    }
    draw_sheets(ui, out);
  }

  void performed(const Outcome&, Intents& out) override {
    settle_.close();
    is_voiding_ = false;
    out.add(ShowToast{.sentence = std::move(afterwards_), .icon = icon::check_circle});
  }

 private:
  void remember_words(const Ui& ui) {
    voided_ = ui.words(N_("{} was cancelled; the goods are back in stock."));
    settled_ = ui.words(N_("{} was paid."));
    arrived_ = ui.words(N_("The money has arrived: {}"));
  }
  void draw_filters(Ui& ui, Rect list);
  void draw_list(Ui& ui, Rect area);
  void draw_row(Ui& ui, const RowList::Item& item, const HistoryRow& sale);
  void carry_out(Ui& ui, ReceiptWish wish, const PastSale& view, Intents& out);
  void draw_sheets(Ui& ui, Intents& out);

  HistoryQuestion question_{.filter = HistoryFilter::All, .search = {}, .first = 0, .count = kWindow};
  ReadAside<HistoryQuestion, HistoryView> list_;
  std::optional<Id<Sale>> chosen_;
  Watched<Id<Sale>, std::optional<PastSale>> receipt_;
  Zone zone_;
  Date today_;
  SettleSheet settle_;
  PrintSheet print_;
  ShareSheet share_;
  bool is_voiding_ = false;
  std::string void_reason_;
  std::string voided_, settled_, arrived_;  // sentences, in the words of the screen
  std::string afterwards_;                  // the one for what was asked for last
};

void HistoryScreen::draw_filters(Ui& ui, Rect list) {
  const bool is_searched = search_field(ui, "history.search", {list.x, 80, list.w, 56}, question_.search,
                                        ui.words(N_("Number, customer or item")))
                               .edited;
  std::vector<std::string> labels;
  for (const std::string_view filter : kFilters) labels.emplace_back(ui.words(filter));
  const auto tapped =
      chips(ui, "history.filter", {list.x, 148, list.w, 48}, labels, static_cast<std::size_t>(question_.filter));
  if (tapped) {
    question_.filter = static_cast<HistoryFilter>(*tapped);
    chosen_.reset();  // the first of them is shown
  }
  if (!is_searched && !tapped) return;
  question_.first = 0;
  scroll_to_start(ui, "history.list");
  ui.keep_drawing();
}

void HistoryScreen::draw_list(Ui& ui, Rect area) {
  if (!list_.has_view()) return;
  if (list_->total == 0) {
    const bool is_narrowed = !question_.search.empty() || question_.filter != HistoryFilter::All;
    empty_state(ui, "history.empty", area,
                {.icon = icon::receipt,
                 .sentence = is_narrowed ? ui.words(N_("Nothing like this was sold."))
                                         : ui.words(N_("What you sell stands here."))});
    return;
  }
  RowList rows(ui, "history.list", area,
               {.count = static_cast<std::size_t>(list_->total), .row_height = kRow, .lead = 4});
  if (rows.visible().empty()) return;
  for (const RowList::Item& item : rows.visible()) {
    const std::size_t start = static_cast<std::size_t>(list_.question().first);
    if (item.index >= start && item.index - start < list_->rows.size()) {
      draw_row(ui, item, list_->rows[item.index - start]);
    }
  }
  const int first = static_cast<int>(rows.visible().front().index);
  const int last = static_cast<int>(rows.visible().back().index);
  const bool is_inside = first >= question_.first && (last < question_.first + kWindow);
  if (is_inside) return;
  question_.first = std::max(0, first - kWindow / 3);
  ui.keep_drawing();
}

void HistoryScreen::draw_row(Ui& ui, const RowList::Item& item, const HistoryRow& sale) {
  const LocalTime at = zone_.local(sale.at);
  std::string second = sale.number;
  if (!sale.customer.empty()) second += " · " + sale.customer;
  std::string how;
  for (const Method method : sale.methods) {
    if (sale.kind == SaleKind::Deposit && method == Method::Deposit) continue;  // it is what was paid for
    how += how.empty() ? " · " : " + ";
    how += method_name(method, ui.words());
  }
  second += how;
  std::string title = sale.first_item.empty() ? std::string(ui.words(N_("Misc item"))) : sale.first_item;
  if (sale.kind == SaleKind::Deposit) title = ui.words(N_("Deposit"));
  const Quantity others{std::abs(sale.items.thousandths) - 1000};
  if (others.thousandths > 0) title = fmt::format("{} +{}", title, ui.words().quantity(others));
  const bool is_told = question_.filter == HistoryFilter::Owed;  // of all of them
  const std::string when = at.date == today_
                               ? ui.words().time(at)
                               : fmt::format("{} {}", ui.words().short_date(at.date), ui.words().time(at));
  if (row(ui, fmt::format("history.{}", sale.number), item.rect,
          {.title = title,
           .subtitle = second,
           .trailing = ui.bare_money(sale.total),
           .trailing_sub = when,
           .pill = is_told || sale.kind == SaleKind::Deposit
                       ? std::nullopt
                       : state_pill(ui, sale.kind, sale.is_voided, sale.owed_now.minor > 0, sale.is_waiting),
           .selected = chosen_ == sale.id})) {
    chosen_ = sale.id;
    ui.keep_drawing();
  }
}

void HistoryScreen::carry_out(Ui& ui, ReceiptWish wish, const PastSale& view, Intents& out) {
  const std::string paper_title = fmt::format("{} {}", ui.words(N_("Receipt")), view.sale.number);
  switch (wish) {
    case ReceiptWish::None:
      break;
    case ReceiptWish::Pdf:
      out.add(MakePaper{.file_name = paper_title + ".pdf", .lay_out = receipt_paper_of(view.sale)});
      break;
    case ReceiptWish::Print:
      print_.open(paper_title, receipt_paper_of(view.sale), out);
      break;
    case ReceiptWish::Share:
      share_.open(view.phone, view.text);
      break;
    case ReceiptWish::Refund:
      out.add(Open{make_refund_screen(view.sale.id)});
      break;
    case ReceiptWish::Exchange:
      out.add(Open{make_exchange_screen(view.sale.id)});
      break;
    case ReceiptWish::Void:
      void_reason_.clear();
      is_voiding_ = true;
      break;
    case ReceiptWish::Settle:
      settle_.open(view.sale.id, view.standing.owed_now, ui.currency());
      break;
    case ReceiptWish::Arrived:
      afterwards_ = fmt::format(fmt::runtime(arrived_), ui.money(view.waiting()->amount));
      out.perform(SaleCommand(MarkPaymentSeen{view.waiting()->id}));
      break;
  }
}

void HistoryScreen::draw_sheets(Ui& ui, Intents& out) {
  print_.draw(ui, out);
  share_.draw(ui, out);
  if (const auto payment = settle_.draw(ui)) {
    afterwards_ = fmt::format(fmt::runtime(settled_), ui.money(payment->tender.amount));
    out.perform(SaleCommand(*payment));
  }
  {
    Sheet sheet(ui, "void", is_voiding_,
                {.title = ui.words(N_("Cancel this sale")), .close_label = ui.words(N_("Close"))});
    if (sheet.visible() && receipt_.view()) {
      const PastSale& view = *receipt_.view();
      const Rect content = sheet.content();
      const Money back = view.sale.total - view.standing.owed_now;
      text(ui, {content.x, content.y, content.w, 112},
           say(ui, N_("{0} will no longer count. Its items go back to stock; give {1} back to the customer."),
               view.sale.number, ui.money(back)),
           {.type = Type::Body, .upright = Upright::Top, .lines = 4});
      text(ui, {content.x, content.y + 128, content.w, 28}, ui.words(N_("Why?")), {.type = Type::SmallStrong});
      for (std::size_t i = 0; i < kVoidReasons.size(); ++i) {
        const std::string reason(ui.words(kVoidReasons[i]));
        const Rect place{content.x, content.y + 164 + static_cast<float>(i) * 56, content.w, 48};
        if (chip(ui, fmt::format("void.reason.{}", i), place, reason, {.selected = void_reason_ == reason})) {
          void_reason_ = reason;
        }
      }
      if (button(ui, "void.ok", content.bottom_part(80),
                 {.label = ui.words(N_("Cancel this sale")),
                  .icon = icon::prohibit,
                  .kind = ButtonKind::Danger,
                  .enabled = !void_reason_.empty(),  // it stands where the sheet was asked for
                  .type = Type::Title})) {
        afterwards_ = fmt::format(fmt::runtime(voided_), view.sale.number);
        out.perform(SaleCommand(VoidSale{view.sale.id, void_reason_}));
      }
      if (sheet.dismissed()) is_voiding_ = false;
    }
  }
}

}  // namespace

std::unique_ptr<Screen> make_history_screen(std::optional<Id<Sale>> receipt) {
  return std::make_unique<HistoryScreen>(receipt);
}

}  // namespace lapak
