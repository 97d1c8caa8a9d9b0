// tests: other people's programs that read our PDFs.
#pragma once
#include <filesystem>
#include <string>
#include <string_view>

namespace lapak {

// A folder that is gone at the end; kept where LAPAK_KEEP_PAPER names one, for looking at what was made.
class PaperFolder {
 public:
  PaperFolder();
  ~PaperFolder();
  PaperFolder(const PaperFolder&) = delete;
  PaperFolder& operator=(const PaperFolder&) = delete;

  // Writes `bytes` as `name` and returns the path.
  std::filesystem::path put(std::string_view name, std::string_view bytes) const;
  const std::filesystem::path& path() const { return path_; }

 private:
  std::filesystem::path path_;
  bool kept_ = false;
};

struct Ran {
  int exit_code = -1;
  std::string output;  // standard output
};
// Runs a shell command; its complaints go nowhere.
Ran run(const std::string& command);

std::string text_of(const std::filesystem::path& pdf);   // pdftotext -layout
bool is_sound(const std::filesystem::path& pdf);         // qpdf --check says nothing
std::string codes_in(const std::filesystem::path& pdf);  // what zbarimg reads on the pages, one a line

}  // namespace lapak
