// screens: bringing a copy back.
#include "app/screens/restore.h"

#include <fmt/format.h>

#include "app/parts/button.h"
#include "app/parts/figure.h"
#include "app/parts/list.h"
#include "app/parts/row.h"
#include "app/parts/sheet.h"
#include "app/parts/text.h"
#include "app/screens/page.h"
#include "app/screens/read_aside.h"
#include "app/screens/stall_picture.h"
#include "app/screens/wording.h"
#include "core/safety/backup.h"
#include "core/safety/copy_contents.h"
#include "core/safety/stick.h"
#include "core/words/sentences.h"

namespace lapak {
namespace {

namespace fs = std::filesystem;

constexpr std::size_t kMostCopies = 60;

std::string said_bytes(const Words& words, std::uint64_t bytes) {
  constexpr std::uint64_t kilobyte = 1'000, megabyte = 1'000'000;
  if (bytes < megabyte) return words.count(static_cast<std::int64_t>((bytes + kilobyte - 1) / kilobyte)) + " kB";
  return words.quantity(Quantity{static_cast<std::int64_t>(bytes / kilobyte / 100 * 100)}) + " MB";
}

class RestorePage final : public Screen {
 public:
  RestorePage(fs::path shop, std::vector<fs::path> folders) : shop_(std::move(shop)), folders_(std::move(folders)) {}

  void refresh(const Shop& shop) override {
    clock_ = shop.profile().clock();
    is_open_here_ = shop.path() == shop_;
    list_.refresh(shop, 0, rooms(&Revisions::sale));
  }

  void draw(Ui& ui, Intents& out) override {
    list_.read(out, [shop = shop_, folders = folders_, is_open_here = is_open_here_](const Database& facts,
                                                                                     const Profile&, int) {
      return copies_of(shop, folders, is_open_here ? &facts : nullptr);
    });
    const PageFrame page = draw_page(ui, {.title = ui.words(N_("Bring back a copy")), .has_rail = false});
    if (page.back) out.add(Back{});
    text(ui, page.content.top_part(56),
         ui.words(N_("Tap the copy that should take the shop's place. It is tried first, and the present file is kept "
                     "beside it.")),
         {.color = ui.theme().ink2, .upright = Upright::Top, .lines = 2});
    if (list_.has_view()) draw_list(ui, page.content.bottom_part(page.content.h - 64), out);
    draw_asking(ui, out);
  }

  bool dropped(const fs::path& file, Intents& out) override {
    try_copy({.file = file, .made_at = {}, .bytes = 0, .contents = {}}, {}, out);
    return true;
  }
  Surface surface() const override { return Surface::FullScreen; }

 private:
  struct Offered {
    RestorableCopy copy;
    std::optional<std::int64_t> missing;  // sales that the shop has and the copy has not
  };
  // One copy on its way: chosen, tried, and asked about.
  struct Trial {
    Offered offered;
    bool is_over = false;
    std::optional<Problem> problem;
    bool is_told = false;
  };

  static std::vector<Offered> copies_of(const fs::path& shop, std::vector<fs::path> folders, const Database* facts) {
    for (const Stick& stick : plugged_sticks()) folders.push_back(stick.folder / "Lapak");
    std::vector<Offered> offered;
    for (RestorableCopy& copy : restorable_copies(shop, folders, kMostCopies)) {
      const auto missing = facts ? sales_since(copy.contents, *facts) : std::nullopt;
      offered.push_back({std::move(copy), missing});
    }
    return offered;
  }

  void draw_list(Ui& ui, Rect area, Intents& out) {
    if (list_->empty()) {
      empty_state(ui, "copies.none", area,
                  {icon::hard_drives,
                   ui.words(N_("No copy was found. Plug in the stick with the copies, or drop a copy here."))});
      return;
    }
    const RowList rows(ui, "copies", area, {.count = list_->size()});
    for (const RowList::Item& item : rows.visible()) {
      const Offered& one = list_.view()[item.index];
      const CopyContents& holds = one.copy.contents;
      const std::string title = said_moment(ui, one.copy.made_at);
      const bool is_trying = trial_ && !trial_->is_over && trial_->offered.copy.file == one.copy.file;
      std::string below = is_trying ? std::string(ui.words(N_("Reading the copy to its last byte…")))
                          : holds.last_number.empty() ? std::string(ui.words(N_("No sale in it yet")))
                                                      : say(ui, N_("Up to {0} · {1} sales in it"), holds.last_number,
                                                            ui.words().count(holds.sales));
      below += " · " + one.copy.file.parent_path().filename().string();
      const std::string size = said_bytes(ui.words(), one.copy.bytes);
      const std::string missing =
          one.missing ? (*one.missing == 0 ? std::string(ui.words(N_("holds every sale")))
                                           : say(ui, N_("{} sales since then"), ui.words().count(*one.missing)))
                      : std::string();
      if (row(ui, fmt::format("copy.{}", item.index), item.rect,
              {.title = title,
               .subtitle = below,
               .trailing = missing.empty() ? std::string_view(size) : std::string_view(missing),
               .trailing_sub = missing.empty() ? std::string_view() : std::string_view(size),
               .icon = icon::hard_drives,
               .selected = is_trying,
               .enabled = !trial_ || trial_->is_over,
               .has_arrow = true}))
        try_copy(one.copy, one.missing, out);
    }
  }

  void try_copy(const RestorableCopy& copy, std::optional<std::int64_t> missing, Intents& out) {
    if (trial_ && !trial_->is_over) return;
    trial_ =
        std::make_shared<Trial>(Trial{.offered = {copy, missing}, .is_over = false, .problem = {}, .is_told = false});
    out.add(
        InBackground{.work = [trial = trial_, file = copy.file](Progress&) -> Jobs::Afterwards {
                       const Result<BackupCopy> tried = check_copy(file);
                       const auto contents = tried ? contents_of(file) : Result<CopyContents>(refuse_as(tried));
                       return [trial, contents] {
                         if (contents)
                           trial->offered.copy.contents = *contents;
                         else
                           trial->problem = contents.error();
                         trial->is_over = true;
                       };
                     },
                     .failed =
                         [trial = trial_](const std::exception&) {
                           trial->problem = Problem{ProblemCode::FileUnreadable, {trial->offered.copy.file.string()}};
                           trial->is_over = true;
                         }});
  }
  static std::unexpected<Problem> refuse_as(const Result<BackupCopy>& tried) { return std::unexpected(tried.error()); }

  void draw_asking(Ui& ui, Intents& out) {
    if (!trial_ || !trial_->is_over || trial_->is_told) return;
    if (trial_->problem) {
      trial_->is_told = true;
      out.add(ShowProblem{*trial_->problem});
      return;
    }
    const Offered& one = trial_->offered;
    const CopyContents& holds = one.copy.contents;
    const std::string title = holds.last_sale_at ? say(ui, N_("Go back to {}?"), said_moment(ui, *holds.last_sale_at))
                                                 : std::string(ui.words(N_("Go back to a shop without a sale?")));
    std::string consequence;
    if (one.missing && *one.missing > 0)
      consequence = say(ui, N_("{0} sales made after it will not be in the shop. The present file is kept beside it."),
                        ui.words().count(*one.missing));
    else if (one.missing)
      consequence = ui.words(N_("No sale is lost by it. The present file is kept beside it."));
    else
      consequence =
          say(ui, N_("The shop then ends with {0}, after {1} sales. The present file is kept beside it."),
              holds.last_number.empty() ? std::string("–") : holds.last_number, ui.words().count(holds.sales));
    const DialogAnswer answer =
        dialog(ui, "restore.ask",
               {title, consequence, ui.words(N_("Leave it as it is")), ui.words(N_("Bring this copy back"))});
    if (answer == DialogAnswer::None) return;
    trial_->is_told = true;
    if (answer == DialogAnswer::Risky) out.add(NextShop{RestoreShop{one.copy.file, shop_}});
  }

  std::string said_moment(const Ui& ui, Instant at) const {
    const LocalTime local = clock_.local(at);
    return fmt::format("{} {}, {}", ui.words().short_date(local.date), local.date.year(), ui.words().time(local));
  }

  fs::path shop_;
  std::vector<fs::path> folders_;
  Zone clock_ = Zone::current();
  bool is_open_here_ = false;
  ReadAside<int, std::vector<Offered>> list_;
  std::shared_ptr<Trial> trial_;  // shared with the worker
};

class RestoringScreen final : public Screen {
 public:
  RestoringScreen(fs::path copy, fs::path shop) : copy_(std::move(copy)), shop_(std::move(shop)) {}

  void refresh(const Shop& shop) override { now_ = shop.now(); }

  void draw(Ui& ui, Intents& out) override {
    const float third = ui.height() / 3;
    draw_stall_picture(ui, {0, 0, ui.width(), 2 * third});
    const Rect line{24, 2 * third + 24, ui.width() - 48, 40};
    if (!has_begun_) begin(out);
    if (end_->is_over && !end_->problem && !has_asked_) {
      has_asked_ = true;
      out.add(NextShop{OpenShop{shop_}});
    }
    if (!end_->problem) {
      text(ui, line, ui.words(N_("Bringing the copy back…")),
           {.type = Type::Title, .align = Side::Centre, .name = "title"});
      text(ui, line.moved(0, 44), ui.words(N_("Every row is compared.")),
           {.color = ui.theme().ink2, .align = Side::Centre});
      return;
    }
    text(ui, line, sentence(*end_->problem, ui.words(), ui.currency()),
         {.align = Side::Centre, .lines = 2, .name = "why"});
    if (button(ui, "back", {(ui.width() - 320) / 2, line.bottom() + 24, 320, 64},
               {.label = ui.words(N_("Open the shop as it was")), .kind = ButtonKind::Primary}))
      out.add(NextShop{OpenShop{shop_}});
  }

  Surface surface() const override { return Surface::FullScreen; }

 private:
  struct End {
    bool is_over = false;
    std::optional<Problem> problem;
  };

  void begin(Intents& out) {
    has_begun_ = true;
    out.add(
        InBackground{.work = [copy = copy_, shop = shop_, now = now_, end = end_](Progress&) -> Jobs::Afterwards {
                       const FixedClock clock{now};
                       SystemRandom random;
                       IdSource ids(clock, random);
                       const Result<BackupCopy> done = restore(copy, shop, ids, now, Zone::current());
                       const std::optional<Problem> problem = done ? std::nullopt : std::optional(done.error());
                       return [end, problem] { *end = {.is_over = true, .problem = problem}; };
                     },
                     .failed =
                         [end = end_, copy = copy_](const std::exception&) {
                           *end = {.is_over = true, .problem = Problem{ProblemCode::FileUnreadable, {copy.string()}}};
                         }});
  }

  fs::path copy_, shop_;
  Instant now_;
  bool has_begun_ = false, has_asked_ = false;
  std::shared_ptr<End> end_ = std::make_shared<End>();  // shared with the worker
};

}  // namespace

std::unique_ptr<Screen> make_restore_page(fs::path shop, std::vector<fs::path> folders) {
  return std::make_unique<RestorePage>(std::move(shop), std::move(folders));
}

std::unique_ptr<Screen> make_restoring_screen(fs::path copy, fs::path shop) {
  return std::make_unique<RestoringScreen>(std::move(copy), std::move(shop));
}

}  // namespace lapak
