// paper: the receipt, laid out from top to bottom.
#include "core/paper/receipt.h"

#include <fmt/format.h>

#include <algorithm>

#include "core/base/check.h"
#include "core/paper/drafting.h"

namespace lapak {
namespace {

// Lengths of one paper, in points.
struct Sheet {
  double width, height;  // height 0: as long as the receipt
  double margin;
  double body;  // type size of a line
  double qr_side;
};

Sheet sheet_of(ReceiptPaper paper) {
  switch (paper) {
    // Heads print 48 of 58 and 72 of 80 mm; nothing stands outside.
    case ReceiptPaper::Roll58mm:
      return {58 * kPointsPerMm, 0, 5 * kPointsPerMm, 8, 26 * kPointsPerMm};
    case ReceiptPaper::Roll80mm:
      return {80 * kPointsPerMm, 0, 4.5 * kPointsPerMm, 9.5, 30 * kPointsPerMm};
    case ReceiptPaper::A6:
      return {105 * kPointsPerMm, 148 * kPointsPerMm, 9 * kPointsPerMm, 9, 25 * kPointsPerMm};
  }
  LAPAK_ASSERT(false);
}

constexpr double longest_page = 14'000;  // a PDF page ends at 14,400: an invoice of a thousand lines goes on on another

// Writes downwards and begins a new page where the paper ends.
class Flow {
 public:
  Flow(Document& document, const Sheet& sheet, const Words& words) : document_(document), sheet_(sheet), words_(words) {
    begin_page();
  }

  double left() const { return sheet_.margin; }
  double right() const { return sheet_.width - sheet_.margin; }
  double middle() const { return sheet_.width / 2; }
  double width() const { return right() - left(); }
  double y() const { return y_; }
  Page& page() { return document_.pages.back(); }

  // What follows is `height` high and stands together.
  void need(double height) {
    if (y_ + height > bottom()) begin_page();
  }
  void skip(double height) { y_ += height; }

  // Lines of about equal length: no word stands alone on the last.
  void centred(std::string_view text, const TextStyle& style, std::size_t max_lines) {
    std::vector<std::string> lines = wrapped(text, style.weight, style.size, width(), max_lines);
    if (lines.size() > 1 && lines.size() < max_lines) {
      for (double narrower = width() * 0.95; narrower > width() * 0.5; narrower -= width() * 0.05) {
        std::vector<std::string> balanced = wrapped(text, style.weight, style.size, narrower, max_lines);
        if (balanced.size() > lines.size()) break;
        lines = std::move(balanced);
      }
    }
    for (const std::string& line : lines) {
      const double height = leading(style);
      need(height);
      put_text(page(), line, style, middle(), y_ + baseline(style), Align::Centre);
      skip(height);
    }
  }

  // A label that may take several lines, and beside its first an amount; below it when the paper is too narrow.
  void row(std::string_view label, std::string_view amount, const TextStyle& style, double indent = 0,
           std::size_t max_lines = 2) {
    const TextRun value = text_run(amount, style, right(), 0, Align::Right);
    const double whole = width() - indent;
    const double beside = whole - (value.width > 0 ? value.width + style.size * 0.8 : 0);
    std::vector<std::string> lines = wrapped(label, style.weight, style.size, beside, max_lines);
    const bool fits_beside = beside > whole * 0.3 || (lines.size() == 1 && !lines[0].ends_with("…"));
    if (!fits_beside) lines = wrapped(label, style.weight, style.size, whole, max_lines);
    if (lines.empty() || !fits_beside) lines.emplace_back();
    const double height = leading(style);
    need(height * static_cast<double>(lines.size()));
    const double value_y = fits_beside ? y_ : y_ + height * static_cast<double>(lines.size() - 1);
    put_text(page(), amount, style, right(), value_y + baseline(style), Align::Right);
    for (const std::string& line : lines) {
      put_text(page(), line, style, left() + indent, y_ + baseline(style));
      skip(height);
    }
  }

  void rule(double above, double below, int dash = 0) {
    need(above + below);
    skip(above);
    page().marks.emplace_back(LineMark{left(), y_, right(), y_, dash > 0 ? 0.6 : 0.8, dash, kBlack});
    skip(below);
  }

  void finish() {
    if (sheet_.height == 0) page().height = y_ + sheet_.margin;
    if (document_.pages.size() == 1 || sheet_.height == 0) return;
    for (std::size_t i = 0; i < document_.pages.size(); ++i) {
      const std::string number = filled(words_(N_("Page {} of {}")), i + 1, document_.pages.size());
      put_text(document_.pages[i], number, {Weight::Regular, 7, kBlack}, right(), sheet_.height - sheet_.margin * 0.5,
               Align::Right);
    }
  }

  static double leading(const TextStyle& style) { return style.size * 1.38; }
  static double baseline(const TextStyle& style) { return style.size * 1.03; }

 private:
  double bottom() const { return sheet_.height == 0 ? longest_page : sheet_.height - sheet_.margin; }

  void begin_page() {
    if (!document_.pages.empty() && sheet_.height == 0) page().height = y_ + sheet_.margin;
    document_.pages.push_back(Page{sheet_.width, sheet_.height, {}});
    y_ = sheet_.margin;
  }

  Document& document_;
  Sheet sheet_;
  const Words& words_;
  double y_ = 0;
};

class ReceiptWriter {
 public:
  ReceiptWriter(const ReceiptView& view, const Sheet& sheet, const Words& words, Document& document)
      : view_(view), sheet_(sheet), words_(words), flow_(document, sheet, words) {}

  void write() {
    head();
    state();
    about();
    flow_.rule(4, 4);
    for (const ReceiptLine& line : view_.lines) item(line);
    flow_.rule(3, 4);
    sums();
    payments();
    end();
    flow_.finish();
  }

 private:
  TextStyle body() const { return {Weight::Regular, sheet_.body, kBlack}; }
  TextStyle strong() const { return {Weight::Bold, sheet_.body, kBlack}; }
  TextStyle small() const { return {Weight::Regular, sheet_.body * 0.86, kBlack}; }

  std::string plain(Money amount) const { return words_.money(amount, view_.head.currency, Symbol::Hidden); }
  std::string full(Money amount) const { return words_.money(amount, view_.head.currency); }

  void head() {
    if (view_.head.logo) {
      const double side = 18 * kPointsPerMm;
      flow_.page().marks.emplace_back(
          ImageMark{flow_.middle() - side, flow_.y(), 2 * side, side, 0, Fit::Whole, view_.head.logo, "logo"});
      flow_.skip(side + 5);
    }
    flow_.centred(view_.head.shop_name, {Weight::Bold, sheet_.body * 1.6, kBlack}, 3);
    flow_.skip(1);
    for (const std::string& line : view_.head.lines) flow_.centred(line, small(), 2);
    flow_.skip(6);
  }

  // A word in white on black: what must not be overlooked.
  void banner(std::string_view text) {
    const TextStyle style{Weight::Bold, sheet_.body * 1.15, kWhite};
    const double height = style.size * 1.9;
    flow_.need(height + 4);
    put_box(flow_.page(), flow_.left(), flow_.y(), flow_.width(), height, kBlack, 3);
    put_text_in(flow_.page(), text, style, flow_.middle(), flow_.y() + height / 2 + style.size * 0.36,
                flow_.width() - 8, Align::Centre);
    flow_.skip(height + 4);
  }

  void state() {
    if (view_.kind == ReceiptKind::Refund) {
      banner(words_(N_("Refund")));
      if (!view_.refunded_number.empty()) flow_.row(words_(N_("For receipt")), view_.refunded_number, body());
      if (!view_.reason.empty()) flow_.row(view_.reason, {}, body(), 0, 4);
    }
    if (view_.voided) {
      banner(words_(N_("Void")));
      const LocalTime& at = view_.voided->at;
      flow_.row(view_.voided->who, words_.short_date(at.date) + " · " + words_.time(at), body());
      if (!view_.voided->reason.empty()) flow_.row(view_.voided->reason, {}, body(), 0, 4);
    }
    if (view_.kind == ReceiptKind::Refund || view_.voided) flow_.skip(3);
  }

  void about() {
    flow_.row(view_.number, words_.short_date(view_.at.date) + fmt::format(" {}", view_.at.date.year()), strong());
    flow_.row(view_.seller.empty() ? std::string() : filled(words_(N_("Served by {}")), view_.seller),
              words_.time(view_.at), body());
    if (!view_.customer.empty()) flow_.row(filled(words_(N_("For {}")), view_.customer), {}, body());
  }

  void item(const ReceiptLine& line) {
    // Without the discount, which stands below: what is printed adds up to the subtotal.
    const std::string amount = plain(line.total + line.discount);
    const bool one = line.quantity == Quantity::of(1) && line.list_price == line.price;
    const TextStyle name_style{Weight::Medium, sheet_.body, kBlack};
    flow_.need(Flow::leading(body()) * 2);
    flow_.row(line.name, one ? std::string_view(amount) : std::string_view(), name_style, 0, 3);
    if (!line.options.empty()) flow_.row(line.options, {}, small());
    if (!one) calculation(line, amount, name_style);
    if (!line.discount.is_zero()) flow_.row(words_(N_("Discount")), plain(-line.discount), body());
    if (!line.note.empty()) flow_.row(line.note, {}, small(), sheet_.body, 6);
    for (const ReceiptPart& part : line.parts) {
      flow_.row(words_.quantity(part.quantity) + " × " + part.name, {}, body(), sheet_.body, 3);
      for (const std::string& more : {part.options, part.note})
        if (!more.empty()) flow_.row(more, {}, small(), 2 * sheet_.body, 6);
    }
    flow_.skip(sheet_.body * 0.3);
  }

  // "2 × 185.000 170.000 … 340.000", the list price struck out; what finds no room beside goes below.
  void calculation(const ReceiptLine& line, std::string_view amount, const TextStyle& amount_style) {
    const double gap = sheet_.body * 0.4;
    double x = flow_.left();
    flow_.need(Flow::leading(body()));
    const auto make_room = [&](std::string_view text, const TextStyle& style) {
      const double wanted = text_width(printable(text), style.weight, style.size);
      if (x == flow_.left() || x + wanted <= flow_.right()) return;
      flow_.skip(Flow::leading(body()));
      flow_.need(Flow::leading(body()));
      x = flow_.left();
    };
    const auto put = [&](const std::string& text, const TextStyle& style) {
      make_room(text, style);
      const double wide = put_text(flow_.page(), text, style, x, flow_.y() + Flow::baseline(body()));
      x += wide + gap;
      return wide;
    };
    put(words_.quantity(line.quantity) + " ×", body());
    if (line.list_price != line.price) {
      const double wide = put(plain(line.list_price), small());
      const double strike_y = flow_.y() + Flow::baseline(body()) - sheet_.body * 0.27, end = x - gap;
      flow_.page().marks.emplace_back(LineMark{end - wide - 1, strike_y, end + 1, strike_y, 0.6, 0, kBlack});
    }
    put(plain(line.price), body());
    make_room(amount, amount_style);
    put_text(flow_.page(), amount, amount_style, flow_.right(), flow_.y() + Flow::baseline(body()), Align::Right);
    flow_.skip(Flow::leading(body()));
  }

  void sums() {
    const bool adjusted =
        !view_.cart_discount.is_zero() || !view_.rounding.is_zero() || !view_.tip.is_zero() ||
        std::ranges::any_of(view_.taxes, [](const ReceiptTax& t) { return t.kind == ReceiptTaxKind::Added; });
    if (adjusted) flow_.row(words_(N_("Subtotal")), plain(view_.subtotal), body());
    if (!view_.cart_discount.is_zero()) flow_.row(words_(N_("Discount")), plain(-view_.cart_discount), body());
    for (const ReceiptTax& tax : view_.taxes)
      if (tax.kind == ReceiptTaxKind::Added) flow_.row(tax.name, plain(tax.amount), body());
    if (!view_.rounding.is_zero()) flow_.row(words_(N_("Rounding")), plain(view_.rounding), body());
    if (!view_.tip.is_zero()) flow_.row(words_(N_("Tip")), plain(view_.tip), body());
    if (adjusted) flow_.skip(2);

    const TextStyle big{Weight::Bold, sheet_.body * 1.5, kBlack};
    flow_.row(words_(view_.kind == ReceiptKind::Refund ? N_("Given back") : N_("Total")), full(view_.total), big);
    for (const ReceiptTax& tax : view_.taxes)
      if (tax.kind == ReceiptTaxKind::Included)
        flow_.row(filled(words_(N_("Includes {}")), tax.name), plain(tax.amount), small());
    if (!view_.deposit.is_zero()) {
      flow_.row(words_(N_("Deposit")), plain(-view_.deposit), body());
      flow_.row(words_(N_("Due")), full(view_.rest), {Weight::Bold, sheet_.body * 1.15, kBlack});
    }
    flow_.skip(3);
  }

  void payments() {
    for (const ReceiptPayment& payment : view_.payments) {
      const bool waiting = payment.state == ReceiptPaymentState::Waiting;
      flow_.row(payment.method, plain(payment.amount), body());
      if (waiting) flow_.row(words_(N_("Waiting for payment")), {}, strong(), sheet_.body);
      if (!payment.reference.empty()) flow_.row(payment.reference, {}, small(), sheet_.body);
      if (payment.received && *payment.received != payment.amount) {
        flow_.row(words_(N_("Cash received")), plain(*payment.received), body(), sheet_.body);
        flow_.row(words_(N_("Change")), plain(payment.change), strong(), sheet_.body);
      }
    }
    if (!view_.owed.is_zero()) {
      flow_.skip(2);
      flow_.row(words_(N_("Balance due")), full(view_.owed), {Weight::Bold, sheet_.body * 1.15, kBlack});
    }
  }

  void end() {
    if (!view_.note.empty()) {
      flow_.rule(5, 5, 2);
      flow_.row(view_.note, {}, body(), 0, 12);
    }
    if (view_.stamp_duty_hint) {
      flow_.rule(5, 5, 2);
      const std::string stamp = full(Money{10'000});
      flow_.row(filled(words_(N_("A duty stamp of {} belongs on this receipt.")), stamp), {}, small(), 0, 3);
    }
    flow_.skip(10);
    if (view_.kind == ReceiptKind::Sale && !view_.voided)
      flow_.centred(view_.thanks.empty() ? words_(N_("Thank you")) : std::string_view(view_.thanks),
                    {Weight::Medium, sheet_.body * 1.1, kBlack}, 6);
    if (view_.head.link.empty()) return;
    flow_.need(sheet_.qr_side + 2 * Flow::leading(small()));
    if (put_qr(flow_.page(), view_.head.link, flow_.middle() - sheet_.qr_side / 2, flow_.y(), sheet_.qr_side))
      flow_.skip(sheet_.qr_side);
    flow_.centred(spoken_link(view_.head.link), small(), 2);
  }

  const ReceiptView& view_;
  Sheet sheet_;
  const Words& words_;
  Flow flow_;
};

}  // namespace

Document receipt(const ReceiptView& view, ReceiptPaper paper, const Words& words) {
  Document document;
  document.title = fmt::format("{} {}", words(N_("Receipt")), view.number);
  document.author = view.head.shop_name;
  document.made_at = view.at;
  ReceiptWriter(view, sheet_of(paper), words, document).write();
  return document;
}

}  // namespace lapak
