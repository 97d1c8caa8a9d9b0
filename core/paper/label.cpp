// paper: labels on sheets and rolls.
#include "core/paper/label.h"

#include <algorithm>
#include <cmath>
#include <optional>

#include "core/base/check.h"
#include "core/base/text.h"
#include "core/paper/drafting.h"

namespace lapak {
namespace {

constexpr double mm = kPointsPerMm;

double points(int um) {
  return um / 1000.0 * mm;
}

// How wide a module may be. What is narrower than the least is not read reliably from paper of 300 dots an inch; a
// roll printer has 8 dots a millimetre, and a module is whole dots there.
struct ModuleSize {
  double least, most;
};
constexpr ModuleSize ean_module{0.26 * mm, 0.33 * mm}, bars_module{0.22 * mm, 0.33 * mm},
    qr_module{0.33 * mm, 0.6 * mm};
constexpr double roll_dot = 0.125 * mm;

constexpr double edge = 0.6 * mm;  // white that a code may count on at the label's border
constexpr double lowest_bars = 4.5 * mm, highest_bars = 12 * mm, gap = 0.9 * mm;
constexpr double caption_size = 6, caption_height = 7.2;
constexpr double line_height = 1.22;  // of the type size

std::optional<double> module_for(const ModuleSize& size, double room, int modules, bool is_roll) {
  double module = std::min(size.most, room / modules);
  if (is_roll) module = std::floor(module / roll_dot + 1e-6) * roll_dot;
  if (module < (is_roll ? 2 * roll_dot : size.least) - 1e-9) return std::nullopt;
  return module;
}

// What one label bears, placed from its own top left corner.
struct Drawn {
  std::vector<Mark> marks;
  std::vector<LabelTrouble> troubles;
};

class LabelWriter {
 public:
  LabelWriter(const LabelContent& content, const LabelSheet& sheet)
      : content_(content),
        is_roll_(sheet.is_roll),
        width_(points(sheet.width_um)),
        height_(points(sheet.height_um)),
        padding_(std::clamp(std::min(width_, height_) * 0.06, 1.2 * mm, 2.5 * mm)),
        room_{padding_, padding_, width_ - padding_, height_ - padding_} {}

  Drawn write() {
    if (content_.code == LabelCode::Bars) put_bars();
    if (content_.code == LabelCode::Story) put_story();
    put_texts();
    return std::move(drawn_);
  }

 private:
  struct Room {  // what is left for the text
    double left, top, right, bottom;
    double width() const { return right - left; }
    double height() const { return bottom - top; }
  };
  struct Line {
    std::string text;
    TextStyle style;
    double height;
  };
  struct Lines {
    std::vector<Line> all;
    double height = 0;
    bool is_cut = false;
  };

  void put_bars() {
    if (content_.coded.empty()) return drawn_.troubles.push_back(LabelTrouble::CodeMissing);
    const bool is_ean = is_ean13(content_.coded);
    const Result<CodeSymbol> symbol = is_ean ? ean13_symbol(content_.coded) : code128_symbol(content_.coded);
    if (!symbol) return drawn_.troubles.push_back(LabelTrouble::CodeUnsayable);
    const ModuleSize& size = is_ean ? ean_module : bars_module;
    const int modules = symbol->columns + 2 * symbol->quiet_modules;
    const auto module = module_for(size, width_ - 2 * edge, modules, is_roll_);
    const double beside = modules * size.most;  // at its full width
    const bool is_beside = beside <= 0.45 * width_;
    const double high = is_beside ? std::min(highest_bars * 1.25, height_ - 2 * padding_ - caption_height)
                                  : std::min(std::clamp(height_ * 0.28, 5 * mm, highest_bars),
                                             height_ - 2 * padding_ - caption_height - 3 * mm);
    if (!module || high < lowest_bars) return drawn_.troubles.push_back(LabelTrouble::CodeTooWide);
    const double whole = modules * *module, wide = symbol->columns * *module;
    const double left = is_beside ? width_ - edge - whole : (width_ - whole) / 2;
    const double top = is_beside ? (height_ - high - caption_height) / 2 : height_ - padding_ - caption_height - high;
    const double bars_left = left + symbol->quiet_modules * *module;
    drawn_.marks.emplace_back(SymbolMark{bars_left, top, wide, high, *symbol, content_.coded});
    const std::string caption =
        ellipsized(printable(content_.coded), Weight::Regular, caption_size, std::max(wide, width_ * 0.4));
    drawn_.marks.emplace_back(text_run(caption, {Weight::Regular, caption_size, kBlack}, bars_left + wide / 2,
                                       top + high + caption_size, Align::Centre));
    if (is_beside)
      room_.right = left - gap;
    else
      room_.bottom = top - gap;
  }

  // As many modules as can be read in the square that a label has for them.
  void put_story() {
    if (content_.coded.empty()) return drawn_.troubles.push_back(LabelTrouble::CodeMissing);
    const double square = std::min(height_ - 2 * edge, width_ * 0.5);
    const double least = is_roll_ ? 3 * roll_dot : qr_module.least;
    const int most_columns = static_cast<int>(std::floor(square / least + 1e-6)) - 8;
    const std::optional<CodeSymbol> symbol = fitting_qr(most_columns);
    if (!symbol) return drawn_.troubles.push_back(LabelTrouble::CodeTooWide);
    const int modules = symbol->columns + 2 * symbol->quiet_modules;
    const double module = module_for({least, qr_module.most}, square, modules, is_roll_).value_or(least);
    const double whole = modules * module, side = symbol->columns * module;
    const double left = width_ - edge - whole, quiet = symbol->quiet_modules * module;
    drawn_.marks.emplace_back(SymbolMark{left + quiet, (height_ - side) / 2, side, side, *symbol, content_.coded});
    room_.right = std::min(room_.right, left + quiet / 2);
  }

  std::optional<CodeSymbol> fitting_qr(int most_columns) const {
    const auto small_enough = [&](std::string_view text) -> std::optional<CodeSymbol> {
      for (const QrRepair repair : {QrRepair::Medium, QrRepair::Low})
        if (const Result<CodeSymbol> symbol = qr_symbol(text, repair); symbol && symbol->columns <= most_columns)
          return *symbol;
      return std::nullopt;
    };
    if (auto whole = small_enough(content_.coded)) return whole;
    if (!content_.may_shorten) return std::nullopt;
    // The longest beginning that fits: more letters never need fewer modules.
    std::optional<CodeSymbol> best;
    std::size_t low = 1, high = std::min<std::size_t>(content_.coded.size(), 2'900);
    while (low <= high) {
      const std::size_t middle = (low + high) / 2;
      std::string beginning(trimmed(shortened(content_.coded, middle)));
      if (auto symbol = small_enough(beginning + "…")) {
        best = std::move(symbol);
        low = middle + 1;
      } else {
        high = middle - 1;
      }
    }
    return best;
  }

  // `scale` of the largest type that a label of this height has.
  Lines lines_at(double scale, bool is_last) const {
    Lines lines;
    const double tall = std::min(height_, width_ * 0.7);
    const double name_size = std::max(6.0, std::clamp(tall * 0.115, 7.5, 13.0) * scale);
    const double price_size = std::max(7.5, std::clamp(tall * 0.14, 9.0, 17.0) * scale);
    const double detail_size = std::max(5.0, std::clamp(tall * 0.075, 6.0, 8.0) * scale);
    const double price_height = content_.price.empty() ? 0 : price_size * line_height;
    const auto add = [&](std::string text, const TextStyle& style) {
      lines.all.push_back({std::move(text), style, style.size * line_height});
      lines.height += style.size * line_height;
    };
    const auto room_for = [&](double size, double kept) {
      const double rest = room_.height() - lines.height - kept;
      return rest < size ? std::size_t{0} : 1 + static_cast<std::size_t>((rest - size) / (size * line_height) + 1e-6);
    };
    const auto add_wrapped = [&](std::string_view text, const TextStyle& style, std::size_t most) {
      if (most == 0) return void(lines.is_cut = true);
      std::vector<std::string> all = wrapped(text, style.weight, style.size, room_.width(), most + 1);
      if (all.size() > most) {
        lines.is_cut = true;
        all = wrapped(text, style.weight, style.size, room_.width(), most);
      }
      for (std::string& one : all) add(std::move(one), style);
    };
    if (!content_.name.empty()) {
      const std::size_t most_name = content_.details.empty() ? 3 : 2;
      const std::size_t most = std::min(most_name, room_for(name_size, price_height));
      add_wrapped(content_.name, {Weight::Medium, name_size, kBlack}, is_last ? std::max<std::size_t>(1, most) : most);
    }
    if (!content_.price.empty()) {
      if (room_for(price_size, 0) == 0) lines.is_cut = true;
      if (room_for(price_size, 0) > 0 || lines.all.empty()) {
        const std::string price = printable(content_.price);
        const double wide = text_width(price, Weight::Bold, price_size);
        // A price is never cut: it is made as small as it takes.
        const double size = wide > room_.width() ? price_size * room_.width() / wide : price_size;
        if (size < price_size && !is_last) lines.is_cut = true;
        add(price, {Weight::Bold, size, kBlack});
      }
    }
    for (const LabelDetail& detail : content_.details)
      if (!printable(detail.text).empty())
        add_wrapped(detail.text, {detail.weight, detail_size, kBlack}, room_for(detail_size, 0));
    return lines;
  }

  void put_texts() {
    if (room_.width() <= 0 || room_.height() <= 0) return;
    Lines lines = lines_at(1, false);
    for (double scale = 0.95; lines.is_cut && scale > 0.5; scale -= 0.05) lines = lines_at(scale, false);
    if (lines.is_cut) {
      lines = lines_at(0.5, true);
      if (lines.is_cut) drawn_.troubles.push_back(LabelTrouble::TextCut);
    }
    double y = room_.top;
    for (const Line& line : lines.all) {
      const double baseline = y + line.style.size * 0.95;
      if (baseline > room_.bottom + 1) break;
      drawn_.marks.emplace_back(text_run(line.text, line.style, room_.left, baseline));
      y += line.height;
    }
  }

  const LabelContent& content_;
  bool is_roll_;
  double width_, height_, padding_;
  Room room_;
  Drawn drawn_;
};

Mark moved(Mark mark, double right, double down) {
  std::visit(
      [&](auto& one) {
        if constexpr (requires { one.baseline; }) {
          one.left += right;
          one.baseline += down;
        } else if constexpr (requires { one.x1; }) {
          one.x1 += right, one.x2 += right;
          one.y1 += down, one.y2 += down;
        } else {
          one.left += right;
          one.top += down;
        }
      },
      mark);
  return mark;
}

Page empty_page(const LabelSheet& sheet) {
  return {points(sheet.paper_width_um), points(sheet.paper_height_um), {}};
}

}  // namespace

LabelPaper label_paper(const std::vector<LabelContent>& labels, const LabelSheet& sheet, int first) {
  LAPAK_ASSERT(first >= 0 && first < sheet.labels());
  LabelPaper paper;
  int at = first;
  for (std::size_t n = 0; n < labels.size(); ++n) {
    if (labels[n].copies <= 0) continue;
    const Drawn drawn = LabelWriter(labels[n], sheet).write();
    for (const LabelTrouble trouble : drawn.troubles) paper.notes.push_back({n, trouble});
    for (std::int64_t copy = 0; copy < labels[n].copies; ++copy) {
      if (paper.document.pages.empty() || at == sheet.labels()) {
        if (at == sheet.labels()) at = 0;
        paper.document.pages.push_back(empty_page(sheet));
      }
      const double left = points(sheet.label_left_um(at % sheet.columns)),
                   top = points(sheet.label_top_um(at / sheet.columns));
      for (const Mark& mark : drawn.marks) paper.document.pages.back().marks.push_back(moved(mark, left, top));
      ++at;
    }
  }
  LAPAK_ASSERT(!paper.document.pages.empty());
  return paper;
}

Document label_ruler(const LabelSheet& sheet, const Words& words) {
  Document document;
  document.title = std::string(words(N_("Ruler test page")));
  Page& page = document.pages.emplace_back(empty_page(sheet));
  for (int row = 0; row < sheet.rows; ++row)
    for (int column = 0; column < sheet.columns; ++column) {
      const double left = points(sheet.label_left_um(column) - sheet.nudge_x_um),
                   top = points(sheet.label_top_um(row) - sheet.nudge_y_um);
      const double right = left + points(sheet.width_um), bottom = top + points(sheet.height_um);
      const auto side = [&](double x1, double y1, double x2, double y2) {
        page.marks.emplace_back(LineMark{x1, y1, x2, y2, 0.4, 2, kSoft});
      };
      side(left, top, right, top);
      side(right, top, right, bottom);
      side(left, bottom, right, bottom);
      side(left, top, left, bottom);
    }
  const double cross = std::min(20 * mm, std::floor(std::min(page.width, page.height) / mm / 3) * mm);
  page.marks.emplace_back(LineMark{0, cross, page.width, cross, 0.5, 0, kBlack});
  page.marks.emplace_back(LineMark{cross, 0, cross, page.height, 0.5, 0, kBlack});
  const auto ticks = [&](double length, bool is_across) {
    for (int at = 1; at * mm < length; ++at) {
      const double long_ = at % 10 == 0 ? 4 * mm : at % 5 == 0 ? 2.5 * mm : 1.5 * mm, place = at * mm;
      page.marks.emplace_back(is_across ? LineMark{place, cross, place, cross + long_, 0.4, 0, kBlack}
                                        : LineMark{cross, place, cross + long_, place, 0.4, 0, kBlack});
      if (at % 10 != 0 || std::abs(place - cross) < mm / 2) continue;
      if (is_across)
        put_text(page, std::to_string(at), {Weight::Regular, 6, kBlack}, place, cross + long_ + 6, Align::Centre);
      else
        put_text(page, std::to_string(at), {Weight::Regular, 6, kBlack}, cross + long_ + 2, place + 2);
    }
  };
  ticks(page.width, true);
  ticks(page.height, false);
  if (sheet.is_roll) return document;
  const double left = 42 * mm, width = page.width - left - 20 * mm;
  put_box(page, left - 4 * mm, 42 * mm, width + 8 * mm, 56 * mm, kWhite);
  double y = 52 * mm;
  put_text_in(page, document.title, {Weight::Bold, 14, kBlack}, left, y, width);
  for (const std::string_view sentence :
       {words(N_("Print this page at 100 %, not fitted to the paper, and lay a ruler on it from the paper's edge.")),
        words(N_("From the left edge to the line at 100 are 100 mm. Where it is more, move the labels to the left by "
                 "what is too much; where it is less, to the right.")),
        words(N_("Do the same from the top edge. Dashed are the labels: hold this page and a label sheet against the "
                 "light."))}) {
    y += 8;
    for (const std::string& line : wrapped(sentence, Weight::Regular, 9, width, 4))
      put_text(page, line, {Weight::Regular, 9, kBlack}, left, y += 12);
  }
  return document;
}

}  // namespace lapak
