// screens: the report that a crash left behind.
#include "app/screens/crash_page.h"

#include <vector>

#include "app/parts/button.h"
#include "app/parts/list.h"
#include "app/parts/text.h"
#include "app/screens/page.h"

namespace lapak {
namespace {

constexpr float kLine = 28;

class CrashPage final : public Screen {
 public:
  CrashPage(std::string report, std::filesystem::path file) : report_(std::move(report)), file_(std::move(file)) {
    for (std::size_t at = 0; at < report_.size();) {
      const std::size_t end = std::min(report_.find('\n', at), report_.size());
      lines_.push_back(report_.substr(at, end - at));
      at = end + 1;
    }
  }

  void refresh(const Shop& shop) override { today_ = shop.today(); }

  void draw(Ui& ui, Intents& out) override {
    const PageFrame page = draw_page(ui, {.title = ui.words(N_("What was left behind")),
                                          .main = ui.words(N_("Keep as a file")),
                                          .main_icon = icon::floppy_disk,
                                          .side = 200});
    if (page.back) out.add(Back{});
    if (button(ui, "crash.away", page.side, {.label = ui.words(N_("Throw away")), .icon = icon::trash})) {
      std::error_code ignored;
      std::filesystem::remove(file_, ignored);
      out.add(Back{});
    }
    if (page.main != Press::None)
      out.add(MakeTable{"lapak-" + today_.iso() + ".txt",
                        [report = report_](const Database&, const Profile&) { return report; }});
    text(ui, page.content.top_part(56),
         ui.words(N_("Lapak was wrong and closed itself. This says where; it holds nothing that you typed. Who builds "
                     "Lapak can use it.")),
         {.color = ui.theme().ink2, .upright = Upright::Top, .lines = 2});
    const RowList rows(ui, "crash.lines", page.content.bottom_part(page.content.h - 72),
                       {.count = lines_.size(), .row_height = kLine});
    for (const RowList::Item& item : rows.visible())
      text(ui, item.rect, lines_[item.index], {.type = Type::Small, .cut = Cut::Names});
  }

 private:
  std::string report_;
  std::filesystem::path file_;
  std::vector<std::string> lines_;
  Date today_;
};

}  // namespace

std::unique_ptr<Screen> make_crash_page(std::string report, std::filesystem::path file) {
  return std::make_unique<CrashPage>(std::move(report), std::move(file));
}

}  // namespace lapak
