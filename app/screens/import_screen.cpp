// screens: a list from another program is taken in.
//
// The worker reads the file and plans against the shop; nothing changes before she says so, and nothing at all while a
// row is refused. Goods of other makers are taken in by two steps: the items, then whose they are.
#include "app/screens/import_screen.h"

#include <fmt/format.h>

#include <algorithm>
#include <optional>

#include "app/parts/button.h"
#include "app/parts/field.h"
#include "app/parts/figure.h"
#include "app/parts/text.h"
#include "app/screens/file_sheet.h"
#include "app/screens/list_verdict.h"
#include "app/screens/page.h"
#include "app/screens/wording.h"
#include "core/base/random.h"
#include "core/exchange/goods_list.h"
#include "core/exchange/sales_form.h"
#include "core/safety/backup.h"
#include "core/words/sentences.h"

namespace lapak {
namespace {

constexpr std::uint64_t kLargestFile_bytes = 64u << 20;
constexpr std::int64_t kShareStep_bp = 500;
constexpr std::array kKinds{std::pair(ListKind::Items, N_("Items")), std::pair(ListKind::People, N_("People")),
                            std::pair(ListKind::Goods, N_("Goods of makers")),
                            std::pair(ListKind::Sales, N_("Past sales"))};

struct Wanted {
  std::filesystem::path file;
  std::optional<ListKind> kind;  // none: as its columns tell
  friend bool operator==(const Wanted&, const Wanted&) = default;
};

// How many, from when to when, and their sum: enough to see that it is the right file.
struct SalesSum {
  std::int64_t sales = 0, refunds = 0;
  Date first, last;
  Money total;
};

// What the worker found in a file; one of the commands when it can be read.
struct Found {
  bool is_done = false;
  std::optional<Problem> problem;
  bool is_cards = false;
  ListKind kind = ListKind::Items;
  Dialect dialect = Dialect::Plain;
  std::size_t columns = 0;
  std::vector<std::string> understood;
  ImportCounts counts;
  std::optional<TakeInProducts> items;
  std::optional<SaveContacts> people;
  std::optional<TakeInGoods> goods;
  std::optional<ImportSales> sales;
  SalesSum sum;
};

SalesSum sum_of(const ImportSales& import, const Zone& zone) {
  SalesSum sum;
  Instant first, last;
  for (const ImportedSale& sale : import.sales) {
    Money amount;
    for (const ImportedLine& line : sale.lines) amount += line.amount;
    sum.total += amount;
    const bool is_first = sum.sales + sum.refunds == 0;
    first = is_first ? sale.at : std::min(first, sale.at);
    last = is_first ? sale.at : std::max(last, sale.at);
    ++(amount < Money{} ? sum.refunds : sum.sales);
  }
  sum.first = zone.local(first).date;
  sum.last = zone.local(last).date;
  return sum;
}

template <class Command>
void keep(Found& found, Result<ImportPlan<Command>> plan, std::optional<Command>& command) {
  if (!plan) {
    found.problem = plan.error();
    return;
  }
  found.counts = std::move(plan->counts);
  command = std::move(plan->command);
}

Found look_into(const Wanted& wanted, const Database& facts, const Profile& profile) {
  Found found;
  const std::string name = wanted.file.filename().string();
  const auto bytes = SystemFiles().read(wanted.file, kLargestFile_bytes);
  if (!bytes) {
    found.problem = Problem{ProblemCode::FileUnreadable, {name}};
    return found;
  }
  found.is_cards = !is_of_kind(wanted.file, FileKind::Table);
  if (found.is_cards) {
    found.kind = ListKind::People;
    keep(found, plan_vcards(facts, profile, *bytes), found.people);
    return found;
  }
  const auto table = CsvTable::read(*bytes);
  if (!table) {
    found.problem = table.error();
    return found;
  }
  found.kind = wanted.kind.value_or(likely_kind(*table));
  found.columns = table->header().size();
  const bool is_sales = found.kind == ListKind::Sales;
  found.dialect = is_sales ? program_of(sales_form_of(*table)) : dialect_of(*table);
  const auto columns = Columns::find(*table, fields_of(found.kind),
                                     found.kind == ListKind::Items ? dialect_columns(*table)
                                     : is_sales                    ? sales_columns(*table)
                                                                   : ColumnChoice());
  if (!columns) {
    found.problem = columns.error();
    return found;
  }
  found.understood = columns->understood(*table);
  if (found.kind == ListKind::People) {
    keep(found, plan_customers(facts, profile, *table, {}), found.people);
    return found;
  }
  if (is_sales) {
    keep(found, plan_sales(facts, profile, *table, {}), found.sales);
    if (found.sales) found.sum = sum_of(*found.sales, profile.clock());
    return found;
  }
  const SystemClock clock;
  SystemRandom random;
  IdSource ids(clock, random);
  auto items = plan_products(facts, profile, ids, *table, {},
                             found.kind == ListKind::Goods ? ListedPieces::OfOwners : ListedPieces::TakenIn);
  if (found.kind == ListKind::Goods && items && items->is_empty() && items->counts.refused.empty())
    keep(found, plan_goods(facts, profile, *table, {}, 0), found.goods);
  else
    keep(found, std::move(items), found.items);
  return found;
}

// A copy of the shop on its way.
struct CopyBefore {
  bool is_done = false;
  std::optional<Problem> problem;
};

class ImportScreen final : public Screen {
 public:
  explicit ImportScreen(std::filesystem::path file) : wanted_{std::move(file), {}} {
    must_read_ = !wanted_.file.empty();
  }

  void refresh(const Shop& shop) override {
    shop_ = shop.path();
    now_ = shop.profile().clock().local(shop.now());
  }

  void draw(Ui& ui, Intents& out) override {
    if (std::exchange(must_read_, false)) read(out);
    words_ = &ui.words();
    if (is_half_done_ && found_->is_done) finish(out);
    if (copy_ && copy_->is_done) copied(out);
    const auto count = found_->counts.new_rows + found_->counts.changed_rows;
    if (wanted_.file.empty()) {
      draw_nothing(ui, out);
      return;
    }
    const PageFrame page =
        draw_page(ui, {.title = ui.words(N_("Take in a list")),
                       .main = count > 0 ? say(ui, N_("Take in {}"), ui.words().quantity(Quantity::of(count)))
                                         : std::string(ui.words(N_("Take in"))),
                       .main_icon = icon::check,
                       .main_enabled = is_ready()});
    if (page.back) out.add(Back{});
    if (page.main == Press::Tap) copy_first(out);
    if (page.main == Press::TapDisabled)
      out.add(ShowToast{.sentence = std::string(ui.words(why_not())), .icon = icon::info});
    const float file_width = std::min(page.content.w * 0.42f, 420.0f);
    draw_file(ui, out, page.content.left_part(file_width));
    draw_found(ui, page.content.right_part(page.content.w - file_width - 32));
    if (const auto file = files_.draw(ui)) look_at(*file);
  }

  void performed(const Outcome& outcome, Intents& out) override {
    if (wanted_.kind == ListKind::Goods && outcome.kind == "save_products") {
      is_half_done_ = true;
      must_read_ = true;
      return;
    }
    out.add(ShowToast{.sentence = say(*words_, N_("{} was taken in."), wanted_.file.filename().string()),
                      .icon = icon::check_circle,
                      .offers_undo = outcome.is_undoable});
    out.add(Back{});
  }

  bool dropped(const std::filesystem::path& file, Intents&) override {
    if (!is_of_kind(file, FileKind::List)) return false;
    look_at(file);
    return true;
  }

 private:
  void draw_nothing(Ui& ui, Intents& out) {
    const PageFrame page = draw_page(ui, {.title = ui.words(N_("Take in a list"))});
    if (page.back) out.add(Back{});
    if (empty_state(ui, "import", page.content,
                    {.icon = icon::folder_open,
                     .sentence = ui.words(N_("Drop a CSV file or contact cards (.vcf) on this window, or pick it. The "
                                             "columns are found by themselves.")),
                     .action = ui.words(N_("Pick a file"))}))
      pick_file(ui, out);
    if (const auto file = files_.draw(ui)) look_at(*file);
  }
  void pick_file(Ui& ui, Intents& out) {
    files_.open({.kind = FileKind::List, .title = std::string(ui.words(N_("Pick a file")))}, out);
  }
  bool is_ready() const {
    return found_->is_done && !found_->problem && found_->counts.refused.empty() && !is_half_done_ && !copy_ &&
           found_->counts.new_rows + found_->counts.changed_rows > 0;
  }
  std::string_view why_not() const {
    if (!found_->is_done || is_half_done_) return N_("Still reading…");
    if (copy_) return N_("A copy is made first…");
    return found_->problem || !found_->counts.refused.empty() ? N_("Mend the file first, then pick it again.")
                                                              : N_("All of it is in the shop already.");
  }
  void look_at(std::filesystem::path file) {
    wanted_ = {std::move(file), {}};
    must_read_ = true;
  }
  void read(Intents& out) {
    found_ = std::make_shared<Found>();
    out.add(ReadInBackground{
        [found = found_, wanted = wanted_](const Database& facts, const Profile& profile) -> Jobs::Afterwards {
          return [found, read = look_into(wanted, facts, profile)]() mutable {
            *found = std::move(read);
            found->is_done = true;
          };
        },
        [found = found_, name = wanted_.file.filename().string()](const std::exception&) {
          found->problem = Problem{ProblemCode::FileUnreadable, {name}};
          found->is_done = true;
        }});
  }
  // Much changes at once: the shop as it is now is kept beside it first. One in memory has no file to keep.
  void copy_first(Intents& out) {
    if (shop_.empty()) return perform(out);
    copy_ = std::make_shared<CopyBefore>();
    out.add(InBackground{.work = [copy = copy_, shop = shop_, at = now_](Progress&) -> Jobs::Afterwards {
                           const Result<BackupCopy> made = copy_before_import(shop, at);
                           return [copy, problem = made ? std::optional<Problem>() : made.error()] {
                             copy->problem = problem;
                             copy->is_done = true;
                           };
                         },
                         .failed =
                             [copy = copy_, shop = shop_](const std::exception&) {
                               copy->problem = Problem{ProblemCode::FolderMissing, {shop.parent_path().string()}};
                               copy->is_done = true;
                             }});
  }
  void copied(Intents& out) {
    const std::optional<Problem> problem = std::exchange(copy_, nullptr)->problem;
    if (problem)
      out.add(ShowProblem{*problem});
    else
      perform(out);
  }
  void perform(Intents& out) {
    wanted_.kind = found_->kind;
    if (found_->items) out.perform(StockCommand(*found_->items));
    if (found_->people) out.perform(PeopleCommand(*found_->people));
    if (found_->sales) out.perform(*found_->sales);
    if (found_->goods) {
      found_->goods->terms.share_bp = share_bp_;
      out.perform(PartnerCommand(*found_->goods));
    }
  }
  // The items are in the shop; whose goods they are follows by itself, unless a row says something that cannot be.
  void finish(Intents& out) {
    is_half_done_ = false;
    if (is_ready() && found_->goods) perform(out);
  }

  void draw_file(Ui& ui, Intents& out, Rect area) {
    text(ui, area.top_part(64), wanted_.file.filename().string(),
         {.type = Type::Row, .cut = Cut::Names, .lines = 2, .name = "import.file"});
    float y = area.y + 72;
    if (button(ui, "import.pick", {area.x, y, area.w, 56},
               {.label = ui.words(N_("Pick another file")), .icon = icon::folder_open}))
      pick_file(ui, out);
    y += 80;
    if (!found_->is_done || found_->is_cards) return;
    caption(ui, area.x, y, area.w, ui.words(N_("What is it a list of?")));
    y += 32;
    std::vector<std::string> labels;
    std::size_t selected = 0;
    for (std::size_t i = 0; i < kKinds.size(); ++i) {
      labels.emplace_back(ui.words(kKinds[i].second));
      if (kKinds[i].first == found_->kind) selected = i;
    }
    const FlowedChips kind = flowed_chips(ui, "import.kind", {area.x, y, area.w, 0}, labels, {selected});
    if (kind.tapped && *kind.tapped != selected) {
      wanted_.kind = kKinds[*kind.tapped].first;
      must_read_ = true;
      ui.keep_drawing();
    }
    if (found_->kind != ListKind::Goods) return;
    y = kind.bottom + 24;
    caption(ui, area.x, y, area.w, ui.words(N_("The maker's share, where nothing was agreed yet")));
    switch (stepper(ui, "import.share", {area.x, y + 32, std::min(area.w, 320.0f), 56},
                    {.value = share_text(share_bp_, ui.words()), .can_go_down = share_bp_ >= kShareStep_bp})) {
      case Step::Less:
        share_bp_ -= kShareStep_bp;
        break;
      case Step::More:
        share_bp_ = std::min(kWhole_bp, share_bp_ + kShareStep_bp);
        break;
      case Step::Number:
      case Step::None:
        break;
    }
  }

  void draw_found(Ui& ui, Rect area) {
    if (!found_->is_done) {
      text(ui, area.top_part(32), ui.words(N_("Reading…")), {.color = ui.theme().ink2});
      return;
    }
    const Words& words = ui.words();
    if (found_->problem) {
      draw_verdict(ui, area.top_part(80), sentence(*found_->problem, words, ui.currency()), false, "import.verdict");
      return;
    }
    const ImportCounts& counts = found_->counts;
    const auto refused = static_cast<std::int64_t>(counts.refused.size());
    const std::string said =
        refused > 0
            ? fmt::format(fmt::runtime(words.plural("{} row needs a look", "{} rows need a look", refused)), refused)
            : say(ui, N_("{0} new, {1} changed, {2} there already"), counts.new_rows, counts.changed_rows,
                  counts.same_rows);
    draw_verdict(ui, area.top_part(44), said, refused == 0, "import.verdict");
    if (!found_->is_cards)
      text(ui, {area.x, area.y + 44, area.w, 48}, said_of_columns(ui),
           {.type = Type::Small,
            .color = ui.theme().ink2,
            .upright = Upright::Top,
            .cut = Cut::Names,
            .lines = 2,
            .name = "import.columns"});
    float y = area.y + 100;
    const auto note = [&](std::string_view name, const std::string& sentence) {
      text(ui, {area.x, y, area.w, 48}, sentence,
           {.type = Type::Text, .upright = Upright::Top, .lines = 2, .name = name});
      y += 56;
    };
    if (const auto out = static_cast<std::int64_t>(counts.left_out.size()); out > 0)
      note("import.left_out",
           fmt::format(fmt::runtime(words.plural(
                           "{} row is left out, like a further picture or a sale that was never paid.",
                           "{} rows are left out, like further pictures or sales that were never paid.", out)),
                       out));
    if (found_->sum.sales + found_->sum.refunds > 0) note("import.sales", said_of_sales(ui, found_->sum));
    if (!counts.garbled.empty())
      note("import.garbled", say(ui, N_("Row {}: its letters were spoilt on the way. Export the list again as UTF-8."),
                                 counts.garbled.front()));
    draw_refused_rows(ui, "import", {area.x, y, area.w, area.bottom() - y}, counts.refused);
  }
  static std::string said_of_sales(const Ui& ui, const SalesSum& sum) {
    const Words& words = ui.words();
    return say(ui, N_("Sales: {0}, refunds: {1}. From {2} to {3}, {4} in all."), sum.sales, sum.refunds,
               words.full_date(sum.first), words.full_date(sum.last), ui.money(sum.total));
  }
  std::string said_of_columns(const Ui& ui) const {
    const std::string columns = columns_said(ui, found_->understood, found_->columns);
    const std::string_view program = dialect_name(found_->dialect);
    return program.empty() ? columns : say(ui, N_("A list from {}."), program) + " " + columns;
  }

  Wanted wanted_;
  bool must_read_ = false, is_half_done_ = false;
  std::int64_t share_bp_ = 7'000;
  std::shared_ptr<Found> found_ = std::make_shared<Found>();
  std::filesystem::path shop_;
  LocalTime now_;
  std::shared_ptr<CopyBefore> copy_;  // while it is made
  FileSheet files_;
  const Words* words_ = nullptr;
};

}  // namespace

std::unique_ptr<Screen> make_import_screen(std::filesystem::path file) {
  return std::make_unique<ImportScreen>(std::move(file));
}

}  // namespace lapak
