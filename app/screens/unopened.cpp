// screens: a shop that cannot be shown, and the sample shop while it is made.
#include "app/screens/unopened.h"

#include <fmt/format.h>

#include "app/parts/button.h"
#include "app/parts/text.h"
#include "app/screens/file_sheet.h"
#include "app/screens/restore.h"
#include "app/screens/stall_picture.h"
#include "core/shop/demo.h"
#include "core/words/sentences.h"

namespace lapak {
namespace {

class UnopenedScreen final : public Screen {
 public:
  UnopenedScreen(std::filesystem::path shop, Problem why, std::vector<std::filesystem::path> looked_in)
      : shop_(std::move(shop)),
        why_(std::move(why)),
        looked_in_(std::move(looked_in)),
        backups_(shop_.parent_path() / "backups") {
    if (!shop_.parent_path().empty()) looked_in_.push_back(shop_.parent_path());
    std::error_code ignored;
    has_backups_ = std::filesystem::is_directory(backups_, ignored);
  }

  void refresh(const Shop&) override {}

  void draw(Ui& ui, Intents& out) override {
    const Words& words = ui.words();
    const Theme& t = ui.theme();
    const Rect page{(ui.width() - 720) / 2, (ui.height() - 480) / 2, 720, 480};
    ui.paint().icon({page.x + 20, page.y + 28}, icon::warning, t.warning_text, IconWeight::Bold, IconSize::Rail);
    text(ui, {page.x + 56, page.y, page.w - 56, 56}, words(N_("This shop cannot be opened now")),
         {.type = Type::Headline, .name = "title"});
    text(ui, {page.x, page.y + 72, page.w, 84}, sentence(why_, words, ui.currency()),
         {.upright = Upright::Top, .lines = 3, .name = "why"});
    if (has_backups_) {
      text(ui, {page.x, page.y + 168, page.w, 24},
           fmt::format(fmt::runtime(words(N_("Its backups lie in {}"))), backups_.string()),
           {.type = Type::Small, .color = t.ink2, .cut = Cut::Names, .name = "backups"});
    }
    const Rect first{page.x, page.y + 224, page.w, 64};
    Rect again = first;
    // What is damaged is so at the next try too.
    const bool is_lasting = has_backups_ && why_.code == ProblemCode::ShopDamaged;
    if (has_backups_) {
      again = first.column(0, 2, kGap);
      if (button(ui, "restore", first.column(1, 2, kGap),
                 {.label = words(N_("Bring back a copy")),
                  .icon = icon::clock_counter_clockwise,
                  .kind = is_lasting ? ButtonKind::Primary : ButtonKind::Secondary}))
        out.add(Open{make_restore_page(shop_, {backups_})});
    }
    if (button(ui, "again", again,
               {.label = words(N_("Try again")),
                .icon = icon::arrow_clockwise,
                .kind = is_lasting ? ButtonKind::Secondary : ButtonKind::Primary}))
      out.add(NextShop{OpenShop{shop_}});
    if (button(ui, "choose", first.moved(0, 80),
               {.label = words(N_("Choose another shop")), .icon = icon::folder_open})) {
      files_.open({.kind = FileKind::Shop,
                   .title = std::string(words(N_("Choose another shop"))),
                   .folders = looked_in_,
                   .except = shop_},
                  out);
    }
    if (button(ui, "begin", first.moved(0, 160), {.label = words(N_("Begin a new shop")), .icon = icon::storefront}))
      out.add(NextShop{BeginFirstRun{}});
    if (const auto file = files_.draw(ui)) out.add(NextShop{OpenShop{*file}});
  }

  bool dropped(const std::filesystem::path& file, Intents& out) override {
    out.add(NextShop{OpenShop{file}});
    return true;
  }
  Surface surface() const override { return Surface::FullScreen; }

 private:
  std::filesystem::path shop_;
  Problem why_;
  std::vector<std::filesystem::path> looked_in_;
  std::filesystem::path backups_;
  bool has_backups_ = false;
  FileSheet files_;
};

// How far the making of the sample shop is: written by the worker's last words.
enum class Making { NotBegun, UnderWay, Done, Failed };

class PreparingDemoScreen final : public Screen {
 public:
  PreparingDemoScreen(std::filesystem::path path, Files& files) : path_(std::move(path)), files_(files) {}

  void refresh(const Shop& shop) override {
    language_ = shop.profile().screen_words().language();
    now_ = shop.now();
  }

  void draw(Ui& ui, Intents& out) override {
    const Words& words = ui.words();
    const float third = ui.height() / 3;
    draw_stall_picture(ui, {0, 0, ui.width(), 2 * third});
    const Rect line{24, 2 * third + 24, ui.width() - 48, 40};
    if (*making_ == Making::NotBegun) begin(out);
    if (*making_ == Making::Done && !has_asked_) {
      has_asked_ = true;
      out.add(NextShop{OpenShop{path_}});
    }
    if (*making_ == Making::Failed) {
      text(ui, line, words(N_("The sample shop could not be made: the disk did not take it.")),
           {.align = Side::Centre, .name = "why"});
      if (button(ui, "back", {(ui.width() - 240) / 2, line.bottom() + 16, 240, 64}, {.label = words(N_("Back"))}))
        out.add(NextShop{BeginFirstRun{}});
      return;
    }
    text(ui, line, words(N_("Preparing the sample shop…")),
         {.type = Type::Title, .align = Side::Centre, .name = "title"});
    text(ui, line.moved(0, 44), words(N_("This is done once.")), {.color = ui.theme().ink2, .align = Side::Centre});
  }

  Surface surface() const override { return Surface::FullScreen; }

 private:
  void begin(Intents& out) {
    *making_ = Making::UnderWay;
    out.add(
        InBackground{.work = [path = path_, language = language_, now = now_, &files = files_,
                              making = making_](Progress&) -> Jobs::Afterwards {
                       // Made in a folder of its own, that takes its place only when it is whole: a power cut
                       // leaves no half demo.
                       const std::filesystem::path folder = path.parent_path();
                       const std::filesystem::path unfinished = folder.string() + ".unfinished";
                       std::filesystem::remove_all(unfinished);
                       std::filesystem::create_directories(unfinished);
                       const bool is_made = create_demo(unfinished / path.filename(), language, now, files).has_value();
                       if (is_made) {
                         std::filesystem::remove_all(folder);  // what is left of a sample shop that somebody threw away
                         std::filesystem::rename(unfinished, folder);
                       }
                       return [making, is_made] { *making = is_made ? Making::Done : Making::Failed; };
                     },
                     .failed = [making = making_](const std::exception&) { *making = Making::Failed; }});
  }

  std::filesystem::path path_;
  Files& files_;
  Language language_ = Language::English;
  Instant now_;
  std::shared_ptr<Making> making_ = std::make_shared<Making>(Making::NotBegun);
  bool has_asked_ = false;
};

}  // namespace

std::unique_ptr<Screen> make_unopened_screen(std::filesystem::path shop, Problem why,
                                             std::vector<std::filesystem::path> looked_in) {
  return std::make_unique<UnopenedScreen>(std::move(shop), std::move(why), std::move(looked_in));
}

std::unique_ptr<Screen> make_preparing_demo_screen(std::filesystem::path path, Files& files) {
  return std::make_unique<PreparingDemoScreen>(std::move(path), files);
}

}  // namespace lapak
