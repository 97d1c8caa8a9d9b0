// paper: a document drawn through libharu 2.3.
//
// libharu's first error is sticky: every later call fails and changes nothing. So there is no error handler (none may
// throw through its C frames), pointers are checked, and the outcome is asked once at the end.
#include "core/paper/pdf.h"

#include <fmt/format.h>
#include <hpdf.h>
#include <sys/mman.h>
#include <unistd.h>

#include <algorithm>
#include <array>
#include <cerrno>
#include <cmath>
#include <map>
#include <optional>

#include "core/base/check.h"
#include "core/base/files.h"
#include "core/base/text.h"
#include "core/catalog/photo.h"
#include "core/paper/face.h"

namespace lapak {
namespace {

constexpr std::size_t longest_string_bytes = 8'000;  // libharu refuses a document with one beyond 32,767
constexpr double print_dots_per_inch = 220;          // finer than that no eye and few printers see; files stay small
constexpr HPDF_REAL longest_side = 14'400;           // and a page beyond this

HPDF_REAL real(double points) {
  return static_cast<HPDF_REAL>(points);
}

struct FreeDocument {
  void operator()(_HPDF_Doc_Rec* document) const { HPDF_Free(document); }
};

// libharu 2.3 loads faces from files only: ours is one in memory.
class MemoryFile {
 public:
  explicit MemoryFile(std::span<const unsigned char> bytes) : descriptor_(memfd_create("face", MFD_CLOEXEC)) {
    if (descriptor_ < 0) throw FileError("face", errno);
    for (std::size_t done = 0; done < bytes.size();) {
      const ssize_t count = write(descriptor_, bytes.data() + done, bytes.size() - done);
      if (count < 0) {
        const int error_number = errno;
        close(descriptor_);
        throw FileError("face", error_number);
      }
      done += static_cast<std::size_t>(count);
    }
  }
  MemoryFile(const MemoryFile&) = delete;
  MemoryFile& operator=(const MemoryFile&) = delete;
  ~MemoryFile() { close(descriptor_); }

  std::string path() const { return fmt::format("/proc/self/fd/{}", descriptor_); }

 private:
  int descriptor_;
};

class Printer {
 public:
  explicit Printer(const Document& document) : pdf_(HPDF_New(nullptr, nullptr)) {
    if (!pdf_) throw std::bad_alloc();
    HPDF_SetCompressionMode(pdf_.get(), HPDF_COMP_ALL);
    HPDF_UseUTFEncodings(pdf_.get());
    HPDF_SetCurrentEncoder(pdf_.get(), "UTF-8");  // or title and author come out garbled
    set_title(document);
  }

  void draw(const Page& page) {
    LAPAK_ASSERT(page.width >= 3 && page.height >= 3 && page.width <= longest_side && page.height <= longest_side);
    page_ = HPDF_AddPage(pdf_.get());
    if (!page_) fail();
    page_height_ = page.height;
    fill_ = Ink{};
    stroke_ = Ink{};
    text_open_ = false;
    font_in_use_.reset();
    HPDF_Page_SetWidth(page_, real(page.width));
    HPDF_Page_SetHeight(page_, real(page.height));
    for (const Mark& mark : page.marks) std::visit([this](const auto& m) { draw_mark(m); }, mark);
    close_text();
  }

  std::string bytes() {
    HPDF_SaveToStream(pdf_.get());
    std::string file(HPDF_GetStreamSize(pdf_.get()), '\0');
    HPDF_UINT32 size = static_cast<HPDF_UINT32>(file.size());
    HPDF_ResetStream(pdf_.get());
    if (size > 0) HPDF_ReadFromStream(pdf_.get(), reinterpret_cast<HPDF_BYTE*>(file.data()), &size);
    if (HPDF_GetError(pdf_.get()) != HPDF_OK || size != file.size() || size == 0) fail();
    return file;
  }

 private:
  [[noreturn]] void fail() { throw PdfError(HPDF_GetError(pdf_.get())); }

  double flipped(double y) const { return page_height_ - y; }

  void set_title(const Document& document) {
    // printable: what is in the list of a viewer's tabs is read by people too.
    const std::string title(shortened(printable(document.title), 200)),
        author(shortened(printable(document.author), 200));
    HPDF_SetInfoAttr(pdf_.get(), HPDF_INFO_TITLE, title.c_str());
    HPDF_SetInfoAttr(pdf_.get(), HPDF_INFO_AUTHOR, author.c_str());
    HPDF_SetInfoAttr(pdf_.get(), HPDF_INFO_CREATOR, "Lapak");
    const LocalTime& at = document.made_at;
    const HPDF_Date date{at.date.year(), at.date.month(), at.date.day(), at.hour, at.minute, at.second, ' ', 0, 0};
    HPDF_SetInfoDateAttr(pdf_.get(), HPDF_INFO_CREATION_DATE, date);
  }

  HPDF_Font font(Weight weight) {
    HPDF_Font& known = fonts_[static_cast<std::size_t>(weight)];
    if (known) return known;
    const MemoryFile file(face_file(weight));
    const char* name = HPDF_LoadTTFontFromFile(pdf_.get(), file.path().c_str(), HPDF_TRUE);
    if (name) known = HPDF_GetFont(pdf_.get(), name, "UTF-8");
    if (!known) fail();
    return known;
  }

  void fill_with(Ink ink) {
    if (ink == fill_) return;
    HPDF_Page_SetRGBFill(page_, real(ink.red / 255.0), real(ink.green / 255.0), real(ink.blue / 255.0));
    fill_ = ink;
  }

  void stroke_with(Ink ink) {
    if (ink == stroke_) return;
    HPDF_Page_SetRGBStroke(page_, real(ink.red / 255.0), real(ink.green / 255.0), real(ink.blue / 255.0));
    stroke_ = ink;
  }

  void close_text() {
    if (text_open_) HPDF_Page_EndText(page_);
    text_open_ = false;
  }

  void draw_mark(const TextRun& run) {
    if (run.text.empty()) return;
    if (!text_open_) HPDF_Page_BeginText(page_);
    text_open_ = true;
    fill_with(run.style.ink);
    const std::pair wanted(run.style.weight, run.style.size);
    if (font_in_use_ != wanted) HPDF_Page_SetFontAndSize(page_, font(run.style.weight), real(run.style.size));
    font_in_use_ = wanted;
    HPDF_Page_SetTextMatrix(page_, 1, 0, 0, 1, real(run.left), real(flipped(run.baseline)));
    for (std::string_view rest = run.text; !rest.empty();) {
      const std::string piece(shortened(rest, longest_string_bytes));
      HPDF_Page_ShowText(page_, piece.c_str());
      rest.remove_prefix(piece.size());
    }
  }

  void draw_mark(const LineMark& line) {
    close_text();
    stroke_with(line.ink);
    HPDF_Page_SetLineWidth(page_, real(line.thickness));
    const auto dash = static_cast<HPDF_UINT16>(line.dash);
    const std::array dashes{dash, dash};
    HPDF_Page_SetDash(page_, dashes.data(), dash > 0 ? 2 : 0, 0);
    HPDF_Page_MoveTo(page_, real(line.x1), real(flipped(line.y1)));
    HPDF_Page_LineTo(page_, real(line.x2), real(flipped(line.y2)));
    HPDF_Page_Stroke(page_);
  }

  void outline(double left, double top, double width, double height, double radius) {
    const double r = std::min({radius, width / 2, height / 2});
    if (r <= 0) {
      HPDF_Page_Rectangle(page_, real(left), real(flipped(top + height)), real(width), real(height));
      return;
    }
    const double k = r * 0.4477;  // 1 − the Bézier constant of a quarter circle
    const double l = left, t = flipped(top), w = left + width, b = flipped(top + height);
    HPDF_Page_MoveTo(page_, real(l + r), real(t));
    HPDF_Page_LineTo(page_, real(w - r), real(t));
    HPDF_Page_CurveTo(page_, real(w - k), real(t), real(w), real(t - k), real(w), real(t - r));
    HPDF_Page_LineTo(page_, real(w), real(b + r));
    HPDF_Page_CurveTo(page_, real(w), real(b + k), real(w - k), real(b), real(w - r), real(b));
    HPDF_Page_LineTo(page_, real(l + r), real(b));
    HPDF_Page_CurveTo(page_, real(l + k), real(b), real(l), real(b + k), real(l), real(b + r));
    HPDF_Page_LineTo(page_, real(l), real(t - r));
    HPDF_Page_CurveTo(page_, real(l), real(t - k), real(l + k), real(t), real(l + r), real(t));
    HPDF_Page_ClosePath(page_);
  }

  void draw_mark(const BoxMark& box) {
    close_text();
    fill_with(box.fill);
    outline(box.left, box.top, box.width, box.height, box.radius);
    HPDF_Page_Fill(page_);
  }

  // Null for bytes that libharu must not see: it takes broken ones without a word, and writes a broken page.
  // A picture much finer than paper shows is brought down to `longest_side_px`.
  HPDF_Image loaded(const JpegBytes& jpeg, JpegSize size, int longest_side_px) {
    const auto [place, is_new] = images_.try_emplace({jpeg.get(), longest_side_px});
    if (!is_new) return place->second;
    std::string smaller;
    if (std::max(size.width, size.height) > longest_side_px * 5 / 4) smaller = smaller_jpeg(*jpeg, longest_side_px);
    const std::string& bytes = smaller.empty() ? *jpeg : smaller;
    place->second = HPDF_LoadJpegImageFromMem(pdf_.get(), reinterpret_cast<const HPDF_BYTE*>(bytes.data()),
                                              static_cast<HPDF_UINT>(bytes.size()));
    return place->second;
  }

  void draw_mark(const ImageMark& mark) {
    close_text();
    const JpegSize size = mark.jpeg ? jpeg_size(*mark.jpeg) : JpegSize{};
    if (size.width == 0) return;
    const double across = mark.width / size.width, down = mark.height / size.height;
    const double scale = mark.fit == Fit::Cover ? std::max(across, down) : std::min(across, down);
    const double width = size.width * scale, height = size.height * scale;
    const HPDF_Image image =
        loaded(mark.jpeg, size, static_cast<int>(std::ceil(std::max(width, height) / 72 * print_dots_per_inch)));
    if (!image) return;
    HPDF_Page_GSave(page_);
    outline(mark.left, mark.top, mark.width, mark.height, mark.radius);
    HPDF_Page_Clip(page_);
    HPDF_Page_EndPath(page_);
    HPDF_Page_DrawImage(page_, image, real(mark.left + (mark.width - width) / 2),
                        real(flipped(mark.top + (mark.height + height) / 2)), real(width), real(height));
    HPDF_Page_GRestore(page_);
  }

  // One path and one fill, so that no viewer leaves hairlines between modules.
  void draw_mark(const SymbolMark& mark) {
    close_text();
    fill_with(Ink{});
    const CodeSymbol& symbol = mark.symbol;
    const double wide = mark.width / symbol.columns, high = mark.height / symbol.rows;
    for (int row = 0; row < symbol.rows; ++row) {
      for (int column = 0; column < symbol.columns; ++column) {
        const int begin = column;
        while (column < symbol.columns && symbol.is_dark(column, row)) ++column;
        if (column > begin)
          HPDF_Page_Rectangle(page_, real(mark.left + begin * wide), real(flipped(mark.top + (row + 1) * high)),
                              real((column - begin) * wide), real(high));
      }
    }
    HPDF_Page_Fill(page_);
  }

  std::unique_ptr<_HPDF_Doc_Rec, FreeDocument> pdf_;
  std::array<HPDF_Font, 3> fonts_{};
  std::map<std::pair<const std::string*, int>, HPDF_Image> images_;  // by bytes and longest side
  HPDF_Page page_ = nullptr;
  double page_height_ = 0;
  Ink fill_, stroke_;
  bool text_open_ = false;
  std::optional<std::pair<Weight, double>> font_in_use_;
};

}  // namespace

PdfError::PdfError(unsigned long code)
    : std::runtime_error(fmt::format("the PDF could not be made (libharu {:#x})", code)) {}

std::string pdf(const Document& document) {
  LAPAK_ASSERT(!document.pages.empty());
  Printer printer(document);
  for (const Page& page : document.pages) printer.draw(page);
  return printer.bytes();
}

}  // namespace lapak
