// paper: the end of the day or of a range on one page: the figures, bars, then two columns of lists.
#include "core/paper/end_of_day.h"

#include <fmt/format.h>

#include <algorithm>
#include <array>
#include <functional>

#include "core/base/check.h"
#include "core/paper/chart.h"
#include "core/paper/drafting.h"

namespace lapak {
namespace {

constexpr double margin = 40;
constexpr double row_height = 13.5;
constexpr double section_title = 22;
constexpr double section_gap = 12;
constexpr double column_gap = 26;
constexpr double signature_height = 64;
constexpr double range_foot_height = 24;

constexpr TextStyle body{Weight::Regular, 8.5, kText};
constexpr TextStyle strong{Weight::Bold, 8.5, kText};
constexpr TextStyle soft{Weight::Regular, 8, kSoft};

class EndOfDayWriter {
 public:
  EndOfDayWriter(const EndOfDayView& view, SheetPaper paper, const Words& words, Page& page)
      : view_(view), words_(words), page_(page), size_(sheet_size(paper)) {
    page_.width = size_.width;
    page_.height = size_.height;
  }

  void write() {
    head();
    figures();
    if (is_range())
      range_bars();
    else
      hours();
    columns();
    foot();
  }

 private:
  double left() const { return margin; }
  double right() const { return size_.width - margin; }
  double width() const { return right() - left(); }
  bool is_range() const { return view_.last_date.has_value(); }

  std::string plain(Money amount) const { return words_.money(amount, view_.head.currency, Symbol::Hidden); }
  std::string full(Money amount) const { return words_.money(amount, view_.head.currency); }
  // A difference says which way it went: "+5.000", "−5.000".
  std::string signed_plain(Money amount) const { return (amount > Money{} ? "+" : "") + plain(amount); }

  // --- head, figures, hours ---

  void head() {
    double x = left();
    if (view_.head.logo) {
      page_.marks.emplace_back(ImageMark{x, margin, 40, 40, 6, Fit::Cover, view_.head.logo, "logo"});
      x += 52;
    }
    const double room = (right() - x) * 0.6;
    put_text(page_, words_(is_range() ? N_("Report") : N_("End of day")), {Weight::Medium, 9.5, kSoga}, x, margin + 9);
    put_text_in(page_, view_.head.shop_name, {Weight::Bold, 19, kText}, x, margin + 31, room);
    put_text(page_, days(), {Weight::Bold, 11, kText}, right(), margin + 9, Align::Right);
    put_text(page_, opening_hours(), soft, right(), margin + 22, Align::Right);
    if (!view_.closed_at && !is_range())
      put_text(page_, words_(N_("The day is still open")), {Weight::Bold, 8, kBrick}, right(), margin + 33,
               Align::Right);
    y_ = margin + 46;
    put_rule(page_, left(), right(), y_, kText, 1);
    y_ += 12;
  }

  std::string days() const {
    const Date first = view_.business_date;
    if (is_range()) return fmt::format("{} – {}", words_.full_date(first), words_.full_date(*view_.last_date));
    return fmt::format("{} {}", words_.weekday_name(first.weekday()), words_.full_date(first));
  }

  std::string opening_hours() const {
    std::string hours;
    if (view_.opened_at) hours = words_.time(*view_.opened_at);
    if (view_.closed_at) {
      hours += hours.empty() ? "" : " – ";
      if (view_.closed_at->date != view_.business_date) hours += words_.short_date(view_.closed_at->date) + " ";
      hours += words_.time(*view_.closed_at);
    }
    return hours;
  }

  // The one figure that is asked for first, and what stands beside it.
  void figures() {
    constexpr double height = 58;
    put_box(page_, left(), y_, width(), height, kTint, 8);
    put_text(page_, words_(N_("Net sales")), {Weight::Medium, 8.5, kSoft}, left() + 14, y_ + 18);
    put_text_in(page_, full(view_.totals.net_sales), {Weight::Bold, 25, kIndigo}, left() + 14, y_ + 44, width() * 0.48);
    const std::array<std::pair<std::string, std::string_view>, 3> beside{{
        {words_.count(view_.totals.sales_count), words_(N_("sales"))},
        {words_.quantity(view_.totals.items_sold), words_(N_("items sold"))},
        {average(), words_(N_("average sale"))},
    }};
    const double begin = left() + width() * 0.52, step = width() * 0.48 / 3;
    for (std::size_t i = 0; i < beside.size(); ++i) {
      const double x = begin + step * static_cast<double>(i);
      put_text_in(page_, beside[i].first, {Weight::Bold, 14, kText}, x, y_ + 32, step - 8);
      put_text_in(page_, beside[i].second, soft, x, y_ + 44, step - 8);
    }
    y_ += height + 16;
  }

  std::string average() const {
    if (view_.totals.sales_count == 0) return "–";
    return plain(part_of(view_.totals.net_sales, Fraction{1, view_.totals.sales_count}));
  }

  // --- bars ---

  struct Bar {
    std::string label;
    Money amount;
  };

  void hours() {
    if (view_.hours.empty()) return;
    int first = 23, last = 0;
    std::array<Money, 24> by_hour{};
    for (const DayHour& hour : view_.hours) {
      LAPAK_ASSERT(hour.hour >= 0 && hour.hour < 24);
      by_hour[static_cast<std::size_t>(hour.hour)] = hour.net_sales;
      first = std::min(first, hour.hour);
      last = std::max(last, hour.hour);
    }
    // Fewer than eight bars would be fat ones.
    while (last - first < 7) last < 23 ? ++last : --first;
    std::vector<Bar> bars;
    for (int hour = first; hour <= last; ++hour)
      bars.push_back({fmt::format("{:02}", hour), by_hour[static_cast<std::size_t>(hour)]});
    draw_bars(words_(N_("By hour")), bars);
  }

  void range_bars() {
    std::vector<Bar> bars;
    for (const RangeBar& bar : view_.bars) bars.push_back({bar.label, bar.net_sales});
    if (bars.empty()) return;
    draw_bars(words_(view_.step == RangeStep::Day     ? N_("By day")
                     : view_.step == RangeStep::Month ? N_("By month")
                                                      : N_("By year")),
              bars);
  }

  void draw_bars(std::string_view heading, const std::vector<Bar>& bars) {
    PaperChart chart{.heading = std::string(heading), .columns = {}, .rows = {}, .amounts = {}, .shown = {}};
    for (const Bar& bar : bars) {
      chart.columns.push_back(bar.label);
      chart.amounts.push_back(bar.amount.minor);
      chart.shown.push_back(plain(bar.amount));
    }
    y_ = put_chart(page_, chart, left(), y_, width());
  }

  // --- the two columns ---

  // A list in a column: how many rows it would like, and how to write at most so many.
  struct Section {
    std::size_t rows = 0;
    bool may_shrink = true;
    std::function<void(double x, double w, std::size_t rows)> write;
  };

  static double height_of(std::span<const Section> sections) {
    double height = 0;
    for (const Section& section : sections)
      height += section_title + row_height * static_cast<double>(section.rows) + section_gap;
    return height;
  }

  // Takes rows from the longest list until all fit.
  static void shrink(std::span<Section> sections, double room) {
    while (height_of(sections) > room) {
      Section* longest = nullptr;
      for (Section& section : sections)
        if (section.may_shrink && section.rows > 2 && (!longest || section.rows > longest->rows)) longest = &section;
      if (!longest) return;
      --longest->rows;
    }
  }

  void columns() {
    const double w = (width() - column_gap) / 2;
    const double room = size_.height - margin - foot_height() - note_height() - y_;
    std::vector<Section> at_left{totals_section()};
    if (view_.drawer) at_left.push_back(drawer_section());
    if (view_.sellers.size() > 1) at_left.push_back(shares_section(N_("By seller"), view_.sellers, 6));
    at_left.push_back(best_sellers_section());
    std::vector<Section> at_right;
    if (!view_.methods.empty()) at_right.push_back(is_range() ? taken_section() : methods_section());
    if (view_.categories.size() > 1) at_right.push_back(shares_section(N_("By category"), view_.categories, 12));
    if (!view_.open_points.empty()) at_right.push_back(open_points_section());
    if (!view_.corrections.empty()) at_right.push_back(corrections_section());
    if (!view_.ran_out.empty()) at_right.push_back(ran_out_section());
    if (!view_.next_day.empty()) at_right.push_back(next_day_section());
    write_column(at_left, left(), w, room);
    write_column(at_right, left() + w + column_gap, w, room);
  }

  void write_column(std::vector<Section>& sections, double x, double w, double room) {
    shrink(sections, room);
    cursor_ = y_;
    for (const Section& section : sections) {
      section.write(x, w, section.rows);
      cursor_ += section_gap;
    }
  }

  void title(std::string_view text, double x, double w) {
    put_text_in(page_, text, {Weight::Bold, 9.5, kText}, x, cursor_ + 9, w);
    put_rule(page_, x, x + w, cursor_ + 15);
    cursor_ += section_title;
  }

  void row(std::string_view label, std::string_view amount, double x, double w, const TextStyle& style = body) {
    const double used = put_text(page_, amount, style, x + w, cursor_ + 6, Align::Right);
    put_text_in(page_, label, style, x, cursor_ + 6, w - used - 8);
    cursor_ += row_height;
  }

  void left_out(std::size_t count, double x, double w) {
    row(filled(words_(N_("and {} more")), count), {}, x, w, soft);
  }

  // Writes as many of `things` as `rows` allow; the last row says how many there was no room for.
  template <class Thing, class WriteRow>
  void list(const std::vector<Thing>& things, std::size_t rows, double x, double w, WriteRow write_row) {
    const std::size_t shown = things.size() <= rows ? things.size() : rows - 1;
    for (std::size_t i = 0; i < shown; ++i) write_row(things[i]);
    if (shown < things.size()) left_out(things.size() - shown, x, w);
  }

  Section totals_section() {
    struct Figure {
      std::string_view label;
      std::string amount;
      const TextStyle* style;
    };
    const DayTotals& t = view_.totals;
    std::vector<Figure> figures{{words_(N_("Sales before discounts")), plain(t.gross_sales), &body}};
    if (!t.discounts.is_zero()) figures.push_back({words_(N_("Discount")), plain(-t.discounts), &body});
    if (!t.refunds.is_zero()) figures.push_back({words_(N_("Refunds")), plain(-t.refunds), &body});
    figures.push_back({words_(N_("Net sales")), plain(t.net_sales), &strong});
    if (!t.tax.is_zero()) figures.push_back({words_(N_("Tax")), plain(t.tax), &body});
    if (!t.rounding.is_zero()) figures.push_back({words_(N_("Rounding")), signed_plain(t.rounding), &body});
    if (!t.tips.is_zero()) figures.push_back({words_(N_("Tip")), plain(t.tips), &body});
    return {figures.size(), false, [this, figures](double x, double w, std::size_t) {
              title(words_(N_("Sales")), x, w);
              for (const Figure& figure : figures) row(figure.label, figure.amount, x, w, *figure.style);
            }};
  }

  Section methods_section() {
    return {view_.methods.size() + 1, true, [this](double x, double w, std::size_t rows) {
              title(words_(N_("Payments")), x, w);
              const double column = w * 0.255, counted_right = x + w - column, expected_right = counted_right - column;
              put_text_in(page_, words_(N_("Expected")), soft, expected_right, cursor_ + 6, column - 4, Align::Right);
              put_text_in(page_, words_(N_("Counted")), soft, counted_right, cursor_ + 6, column - 4, Align::Right);
              put_text_in(page_, words_(N_("Difference")), soft, x + w, cursor_ + 6, column - 4, Align::Right);
              cursor_ += row_height;
              list(view_.methods, rows - 1, x, w, [&](const DayMethod& method) {
                const std::string expected = plain(method.expected);
                const double used = put_text(page_, expected, body, expected_right, cursor_ + 6, Align::Right);
                put_text_in(page_, method.method, body, x, cursor_ + 6, expected_right - used - 6 - x);
                if (method.counted) {
                  const Money difference = *method.counted - method.expected;
                  put_text(page_, plain(*method.counted), body, counted_right, cursor_ + 6, Align::Right);
                  put_text_in(page_,
                              difference.is_zero() ? std::string(words_(N_("Exact match"))) : signed_plain(difference),
                              {Weight::Bold, 8.5, difference.is_zero() ? kText : kBrick}, x + w, cursor_ + 6,
                              column - 4, Align::Right);
                } else {
                  put_text(page_, "–", soft, counted_right, cursor_ + 6, Align::Right);
                }
                cursor_ += row_height;
              });
            }};
  }

  // Of a range: what each method took. There is nothing to count.
  Section taken_section() {
    return {view_.methods.size(), true, [this](double x, double w, std::size_t rows) {
              title(words_(N_("Payments")), x, w);
              list(view_.methods, rows, x, w,
                   [&](const DayMethod& method) { row(method.method, plain(method.expected), x, w); });
            }};
  }

  Section drawer_section() {
    struct Figure {
      std::string_view label;
      std::string amount;
      TextStyle style;
    };
    const DayDrawer& d = *view_.drawer;
    std::vector<Figure> figures{{words_(N_("Opening float")), plain(d.float_at_opening), body},
                                {words_(N_("Cash taken")), plain(d.cash_taken), body}};
    if (!d.paid_in.is_zero()) figures.push_back({words_(N_("Cash in")), plain(d.paid_in), body});
    if (!d.paid_out.is_zero()) figures.push_back({words_(N_("Cash out")), plain(-d.paid_out), body});
    figures.push_back({words_(N_("Expected")), plain(d.expected), strong});
    if (d.counted) {
      const Money difference = *d.counted - d.expected;
      figures.push_back({words_(N_("Counted")), plain(*d.counted), strong});
      figures.push_back({words_(N_("Difference")),
                         difference.is_zero() ? std::string(words_(N_("Exact match"))) : signed_plain(difference),
                         {Weight::Bold, 8.5, difference.is_zero() ? kText : kBrick}});
    } else {
      figures.push_back({words_(N_("Counted")), std::string(words_(N_("not yet"))), soft});
    }
    const std::string reason = d.difference_reason;
    return {figures.size() + (reason.empty() ? 0u : 1u), false,
            [this, figures, reason](double x, double w, std::size_t) {
              title(words_(N_("Cash drawer")), x, w);
              for (const Figure& figure : figures) row(figure.label, figure.amount, x, w, figure.style);
              if (!reason.empty()) row(reason, {}, x, w, soft);
            }};
  }

  Section shares_section(std::string_view heading, const std::vector<DayShare>& shares, std::size_t most) {
    return {std::min(shares.size(), most), true, [this, heading, &shares](double x, double w, std::size_t rows) {
              title(words_(heading), x, w);
              list(shares, rows, x, w, [&](const DayShare& share) { row(share.name, plain(share.net_sales), x, w); });
            }};
  }

  Section best_sellers_section() {
    const std::size_t rows = std::clamp<std::size_t>(view_.best_sellers.size(), 1, is_range() ? 30 : 10);
    return {rows, true, [this](double x, double w, std::size_t most) {
              title(words_(N_("Best sellers")), x, w);
              if (view_.best_sellers.empty()) row(words_(N_("Nothing sold")), {}, x, w, soft);
              // The best are a choice anyway: what is left out needs no line.
              for (std::size_t i = 0; i < std::min(most, view_.best_sellers.size()); ++i) {
                const DayProduct& product = view_.best_sellers[i];
                put_text(page_, words_.quantity(product.quantity) + " ×", soft, x + 24, cursor_ + 6, Align::Right);
                row(product.name, plain(product.net_sales), x + 30, w - 30);
              }
            }};
  }

  Section corrections_section() {
    return {2 * std::min<std::size_t>(view_.corrections.size(), 6), true, [this](double x, double w, std::size_t rows) {
              title(words_(N_("Refunds and voids")), x, w);
              // Two rows each: what, and why.
              const bool all = 2 * view_.corrections.size() <= rows;
              const std::size_t shown = all ? view_.corrections.size() : (rows - 1) / 2;
              for (std::size_t i = 0; i < shown; ++i) {
                const DayCorrection& c = view_.corrections[i];
                const std::string what =
                    fmt::format("{} · {} · {}", words_(c.kind == CorrectionKind::Refund ? N_("Refund") : N_("Void")),
                                c.number, is_range() ? words_.short_date(c.at.date) : words_.time(c.at));
                row(what, plain(-c.amount), x, w);
                row(c.reason.empty() || c.who.empty() ? c.reason + c.who : c.reason + " – " + c.who, {}, x, w, soft);
              }
              if (!all) left_out(view_.corrections.size() - shown, x, w);
            }};
  }

  std::string_view kind_of(OpenPointKind kind) const {
    switch (kind) {
      case OpenPointKind::CartHeld:
        return words_(N_("On hold"));
      case OpenPointKind::PaymentWaiting:
        return words_(N_("Waiting for payment"));
      case OpenPointKind::Owed:
        return words_(N_("Owed by customer"));
    }
    LAPAK_ASSERT(false);
  }

  Section open_points_section() {
    return {std::min<std::size_t>(view_.open_points.size(), 8), true, [this](double x, double w, std::size_t rows) {
              title(words_(N_("Still open")), x, w);
              list(view_.open_points, rows, x, w, [&](const DayOpenPoint& point) {
                std::string label(kind_of(point.kind));
                for (const std::string& part : {point.name, point.number})
                  if (!part.empty()) label += " · " + part;
                row(label, plain(point.amount), x, w);
              });
            }};
  }

  Section ran_out_section() {
    return {std::min<std::size_t>(view_.ran_out.size(), 6), true, [this](double x, double w, std::size_t rows) {
              title(words_(N_("Ran out today")), x, w);
              list(view_.ran_out, rows, x, w,
                   [&](const DayShortage& shortage) { row(shortage.name, words_.quantity(shortage.left), x, w); });
            }};
  }

  Section next_day_section() {
    return {std::min<std::size_t>(view_.next_day.size(), 6), true, [this](double x, double w, std::size_t rows) {
              title(words_(N_("Next day")), x, w);
              list(view_.next_day, rows, x, w, [&](const std::string& what) { row("•  " + what, {}, x, w); });
            }};
  }

  // --- the foot ---

  std::vector<std::string> note_lines() const { return wrapped(view_.note, Weight::Regular, 8.5, width(), 3); }
  double note_height() const { return view_.note.empty() ? 0 : 12 + 11.5 * static_cast<double>(note_lines().size()); }

  double foot_height() const { return is_range() ? range_foot_height : signature_height; }

  void foot() {
    double y = size_.height - margin - foot_height() - note_height() + 6;
    for (const std::string& line : note_lines()) {
      put_text(page_, line, body, left(), y + 6);
      y += 11.5;
    }
    const double line_y = size_.height - margin - 20;
    if (!is_range()) {
      const double w = width() * 0.34;
      put_rule(page_, left(), left() + w, line_y, kText, 0.7);
      put_text(page_, words_(N_("Signature")), soft, left(), line_y + 11);
      if (view_.drawer && !view_.drawer->closed_by.empty())
        put_text_in(page_, view_.drawer->closed_by, body, left() + w, line_y + 11, w * 0.6, Align::Right);
    }
    if (!view_.fingerprint.empty())
      put_text_in(page_, view_.fingerprint, {Weight::Regular, 7, kSoft}, right(), line_y + 11, width() * 0.6,
                  Align::Right);
  }

  const EndOfDayView& view_;
  const Words& words_;
  Page& page_;
  SheetSize size_;
  double y_ = 0;
  double cursor_ = 0;  // inside a column
};

}  // namespace

Document end_of_day(const EndOfDayView& view, SheetPaper paper, const Words& words) {
  Document document;
  document.title = view.last_date
                       ? fmt::format("{} {} – {}", words(N_("Report")), view.business_date.iso(), view.last_date->iso())
                       : fmt::format("{} {}", words(N_("End of day")), view.business_date.iso());
  document.author = view.head.shop_name;
  document.made_at = view.closed_at.value_or(LocalTime{.date = view.last_date.value_or(view.business_date)});
  document.pages.emplace_back();
  EndOfDayWriter(view, paper, words, document.pages.back()).write();
  return document;
}

}  // namespace lapak
