// paper: marks put on a page.
#include "core/paper/drafting.h"

#include "core/base/check.h"

namespace lapak {

SheetSize sheet_size(SheetPaper paper) {
  switch (paper) {
    case SheetPaper::A4:
      return {210 * kPointsPerMm, 297 * kPointsPerMm};
    case SheetPaper::Letter:
      return {612, 792};
  }
  LAPAK_ASSERT(false);
}

double put_text(Page& page, std::string_view text, const TextStyle& style, double anchor, double baseline,
                Align align) {
  TextRun run = text_run(text, style, anchor, baseline, align);
  const double width = run.width;
  if (!run.text.empty()) page.marks.emplace_back(std::move(run));
  return width;
}

double put_text_in(Page& page, std::string_view text, const TextStyle& style, double anchor, double baseline,
                   double width, Align align) {
  TextRun run = text_run(text, style, anchor, baseline, align);
  if (run.width > width)
    run = text_run(ellipsized(run.text, style.weight, style.size, width), style, anchor, baseline, align);
  const double used = run.width;
  if (!run.text.empty()) page.marks.emplace_back(std::move(run));
  return used;
}

void put_rule(Page& page, double left, double right, double y, Ink ink, double thickness) {
  page.marks.emplace_back(LineMark{left, y, right, y, thickness, 0, ink});
}

void put_box(Page& page, double left, double top, double width, double height, Ink fill, double radius) {
  page.marks.emplace_back(BoxMark{left, top, width, height, radius, fill});
}

bool put_qr(Page& page, std::string_view text, double left, double top, double side) {
  if (text.empty()) return false;
  Result<CodeSymbol> symbol = qr_symbol(text);
  if (!symbol) return false;
  const double module = side / (symbol->columns + 2 * symbol->quiet_modules);
  const double quiet = module * symbol->quiet_modules;
  page.marks.emplace_back(
      SymbolMark{left + quiet, top + quiet, side - 2 * quiet, side - 2 * quiet, std::move(*symbol), std::string(text)});
  return true;
}

std::string_view spoken_link(std::string_view link) {
  for (const std::string_view scheme : {"https://", "http://"})
    if (link.starts_with(scheme)) link.remove_prefix(scheme.size());
  if (link.ends_with('/')) link.remove_suffix(1);
  return link;
}

}  // namespace lapak
