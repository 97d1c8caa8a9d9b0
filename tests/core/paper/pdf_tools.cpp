// tests: poppler, qpdf and zbar, called as programs.
#include "tests/core/paper/pdf_tools.h"

#include <fmt/format.h>
#include <stdlib.h>
#include <sys/wait.h>

#include <array>
#include <cstdio>
#include <fstream>

#include "core/base/check.h"

namespace lapak {

PaperFolder::PaperFolder() {
  if (const char* keep = std::getenv("LAPAK_KEEP_PAPER")) {
    path_ = keep;
    kept_ = true;
    std::filesystem::create_directories(path_);
    return;
  }
  std::string pattern = (std::filesystem::temp_directory_path() / "lapak-paper-XXXXXX").string();
  LAPAK_ASSERT(mkdtemp(pattern.data()) != nullptr);
  path_ = pattern;
}

PaperFolder::~PaperFolder() {
  std::error_code ignored;
  if (!kept_) std::filesystem::remove_all(path_, ignored);
}

std::filesystem::path PaperFolder::put(std::string_view name, std::string_view bytes) const {
  const std::filesystem::path file = path_ / name;
  std::ofstream stream(file, std::ios::binary);
  stream.write(bytes.data(), static_cast<std::streamsize>(bytes.size()));
  LAPAK_ASSERT(stream.good());
  return file;
}

Ran run(const std::string& command) {
  Ran ran;
  FILE* const pipe = popen(("( " + command + " ) 2>/dev/null").c_str(), "r");
  LAPAK_ASSERT(pipe != nullptr);
  std::array<char, 4096> buffer;
  for (std::size_t count = 0; (count = fread(buffer.data(), 1, buffer.size(), pipe)) > 0;)
    ran.output.append(buffer.data(), count);
  const int status = pclose(pipe);
  ran.exit_code = WIFEXITED(status) ? WEXITSTATUS(status) : -1;
  return ran;
}

std::string text_of(const std::filesystem::path& pdf) {
  return run(fmt::format("pdftotext -q -layout '{}' -", pdf.string())).output;
}

bool is_sound(const std::filesystem::path& pdf) {
  return run(fmt::format("qpdf --check '{}'", pdf.string())).exit_code == 0;
}

std::string codes_in(const std::filesystem::path& pdf) {
  return run(fmt::format(
                 "pdftoppm -r 200 -png '{0}' '{0}-page' && zbarimg -q --raw '{0}'-page*.png; rm -f '{0}'-page*.png",
                 pdf.string()))
      .output;
}

}  // namespace lapak
