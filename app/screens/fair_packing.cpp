// screens: what goes to a fair (ux.md §2.22): goods, each kind suggested from the last fair and ticked as it goes into
// the box, from home or in one move from another box or a partner's shop; equipment; money and tools.
#include <algorithm>
#include <map>

#include "app/parts/button.h"
#include "app/parts/figure.h"
#include "app/parts/list.h"
#include "app/parts/text.h"
#include "app/screens/fairs.h"
#include "app/screens/note_sheet.h"
#include "app/screens/number_sheet.h"
#include "app/screens/page.h"
#include "app/screens/screen.h"
#include "app/screens/watched.h"
#include "app/screens/wording.h"
#include "core/catalog/product_store.h"
#include "core/fair/fair_commands.h"
#include "core/fair/kit.h"
#include "core/report/fair_report.h"
#include "core/shop/fair_papers.h"

namespace lapak {
namespace {

constexpr float kRowHeight = 80, kKey = 64;

class PackingScreen final : public Screen {
 public:
  explicit PackingScreen(Id<Fair> fair) : fair_(fair) {}

  void refresh(const Shop& shop) override {
    now_ = shop.now();
    constexpr auto watched = rooms(&Revisions::fair, &Revisions::stock, &Revisions::catalog, &Revisions::sale);
    sources_.refresh(shop, 0, watched, [&](const Shop& s, int) { return packing_sources(s.facts(), fair_); });
    if (source_ >= sources_.view().size()) source_ = 0;
    list_.refresh(shop, sources_.view()[source_].place, watched,
                  [&](const Shop& s, Id<Place> from) { return packing_list(s.facts(), fair_, from); });
    kit_.refresh(shop, 0, rooms(&Revisions::fair), [&](const Shop& s, int) { return kit_shown(s); });
    if (scanned_.empty()) return;
    const auto product = find_product_by_code(shop.facts(), scanned_);
    found_ = product ? product->id : Id<Product>{};
  }

  void draw(Ui& ui, Intents& out) override {
    if (!list_.view()) {
      out.add(Back{});
      return;
    }
    const PackingList& list = *list_.view();
    const bool is_fetching = tab_ == Tab::Goods && !fetched_.empty();
    const PageFrame page = draw_page(ui, {.title = say(ui, N_("Packing: {}"), list.fair.name),
                                          .main = ui.words(is_fetching ? N_("Move goods") : N_("Packed")),
                                          .main_icon = is_fetching ? icon::package : icon::check,
                                          .side = 160});
    if (page.main == Press::Tap && is_fetching)
      fetch(out);
    else if (page.back || page.main == Press::Tap)
      out.add(Back{});
    if (button(ui, "packing.print", page.side, {.label = ui.words(N_("List")), .icon = icon::file_pdf}))
      out.add(MakePaper{.file_name = fmt::format("{} {}.pdf", ui.words(N_("Packing list")), list.fair.name),
                        .lay_out = [fair = fair_, now = now_](const Database& facts, const Profile& profile) {
                          return packing_paper_of(facts, profile, fair, now);
                        }});
    take_scan(ui, out, list);
    draw_tabs(ui, out, page.content.top_part(48), list);
    if (tab_ == Tab::Goods)
      draw_goods(ui, out, page.content, list);
    else
      draw_kit(ui, out, page.content, tab_ == Tab::Equipment ? KitKind::Equipment : KitKind::Money);
    if (const auto number = number_.draw(ui); number && asked_ < list.rows.size())
      pack(out, list.rows[asked_], Quantity{number->value.value_or(0)});
    if (const auto name = name_.draw(ui); name && !name->empty()) {
      std::vector<KitItem> items = kit_.view();
      items.push_back({.kind = tab_ == Tab::Money ? KitKind::Money : KitKind::Equipment, .name = *name});
      out.perform(FairCommand(SaveKit{fair_, std::move(items)}));
    }
  }

  // A row shows at once what is in the box.
  void performed(const Outcome&, Intents&) override {}

 private:
  enum class Tab { Goods, Equipment, Money };

  std::vector<KitItem> kit_shown(const Shop& shop) const {
    std::vector<KitItem> items = kit_of(shop.facts(), fair_);
    const auto fair = find_fair(shop.facts(), fair_);
    if (items.empty() && fair) items = kit_to_begin_with(shop.facts(), *fair, shop.profile().screen_words());
    return items;
  }
  const PackingSource& source() const { return sources_.view()[source_]; }
  bool is_from_home() const { return source_ == 0; }
  // What the row says goes along: what is in the box, or what is to be fetched.
  Quantity taken(const PackingRow& row) const {
    if (is_from_home()) return row.in_box;
    const auto fetched = fetched_.find(row.product);
    return fetched == fetched_.end() ? Quantity{} : fetched->second;
  }
  Quantity most(const PackingRow& row) const {
    return std::max(is_from_home() ? row.there + row.in_box : row.there, Quantity{});
  }

  // From home a tap packs; from elsewhere it is put together first, so that it is one move and one slip.
  void pack(Intents& out, const PackingRow& row, Quantity quantity) {
    const Quantity wanted = std::clamp(quantity, Quantity{}, most(row));
    if (is_from_home())
      out.perform(FairCommand(PackForFair{fair_, {{row.product, wanted}}}));
    else if (wanted.is_zero())
      fetched_.erase(row.product);
    else
      fetched_[row.product] = wanted;
  }
  void fetch(Intents& out) {
    MoveGoods move{.from = {.box = source().box, .shop = source().shop},
                   .to = {.box = fair_, .shop = {}},
                   .lines = {},
                   .note = {}};
    for (const auto& [product, quantity] : fetched_) move.lines.push_back({product, quantity});
    fetched_.clear();
    out.perform(FairCommand(std::move(move)));
  }
  // One more of what is held under the scanner.
  void take_scan(Ui& ui, Intents& out, const PackingList& list) {
    if (!found_.is_nil()) {
      const auto row = std::ranges::find(list.rows, found_, &PackingRow::product);
      if (row != list.rows.end()) pack(out, *row, taken(*row) + Quantity::of(1));
      found_ = {};
      scanned_.clear();
    }
    if (const auto& scan = ui.scan()) scanned_ = *scan;
  }

  void draw_tabs(Ui& ui, Intents& out, Rect line, const PackingList& list) {
    const auto counted = [&](std::string_view name, std::ptrdiff_t count) {
      return fmt::format("{} {}", ui.words(name), ui.words().count(count));
    };
    const auto things = [&](KitKind kind) { return std::ranges::count(kit_.view(), kind, &KitItem::kind); };
    const bool has_suggestion =
        tab_ == Tab::Goods && is_from_home() &&
        std::ranges::any_of(list.rows, [](const PackingRow& row) { return row.suggested > row.in_box; });
    const float width = has_suggestion ? std::min(432.0f, line.w * 0.36f) : 0;
    if (const auto tapped =
            chips(ui, "packing.tab", {line.x, line.y, line.w - width - (width > 0 ? kGap : 0), line.h},
                  {counted(N_("Items"), std::ssize(list.rows)), counted(N_("Equipment"), things(KitKind::Equipment)),
                   counted(N_("Money and tools"), things(KitKind::Money))},
                  static_cast<std::size_t>(tab_)))
      tab_ = static_cast<Tab>(*tapped);
    if (!has_suggestion) return;
    if (button(ui, "packing.suggested", line.right_part(width),
               {.label = ui.words(N_("Take all that is suggested")), .icon = icon::stack})) {
      PackForFair all{fair_, {}};
      for (const PackingRow& row : list.rows)
        if (row.suggested > row.in_box) all.lines.push_back({row.product, row.suggested});
      out.perform(FairCommand(std::move(all)));
    }
  }

  void draw_goods(Ui& ui, Intents& out, Rect content, const PackingList& list) {
    float top = content.y + 64;
    if (sources_.view().size() > 1) {
      std::vector<std::string> names;
      for (const PackingSource& from : sources_.view())
        names.push_back(
            say(ui, N_("Take from {}"), from.name.empty() ? ui.words(N_("home")) : std::string_view(from.name)));
      if (const auto tapped = chips(ui, "packing.from", {content.x, top - 4, content.w, 48}, names, source_)) {
        source_ = *tapped;
        fetched_.clear();
      }
      top += 56;
    }
    const Rect foot = content.bottom_part(64);
    if (list.rows.empty()) {
      empty_state(ui, "packing", {content.x, top, content.w, foot.bottom() - top},
                  {.icon = icon::package,
                   .sentence = ui.words(N_("Nothing is in stock that could be taken along.")),
                   .is_main = false});
      return;
    }
    {
      const RowList rows(ui, "packing.rows", {content.x, top, content.w, foot.y - 8 - top},
                         {.count = list.rows.size(), .row_height = kRowHeight});
      for (const RowList::Item& item : rows.visible()) draw_row(ui, out, item.rect, item.index, list.rows[item.index]);
    }
    text(ui, foot.top_part(36),
         say(ui, N_("Packed: {0} kinds · {1} pieces · worth {2}"), list.kinds, ui.words().quantity(list.pieces),
             ui.money(list.worth)),
         {.type = Type::Strong, .name = "packing.sum"});
    const std::string like = list.like
                                 ? say(ui, N_("Suggested from {}, three tenths more"), list.like->name)
                                 : std::string(ui.words(N_("After the first fair what it sold is suggested here.")));
    text(ui, foot.bottom_part(28), like, {.type = Type::Small, .color = ui.theme().ink2, .cut = Cut::Names});
  }

  void draw_kit(Ui& ui, Intents& out, Rect content, KitKind kind) {
    std::vector<KitItem> items = kit_.view();
    std::vector<std::size_t> shown;
    int packed = 0;
    for (std::size_t i = 0; i < items.size(); ++i)
      if (items[i].kind == kind) {
        shown.push_back(i);
        packed += items[i].packed ? 1 : 0;
      }
    const Rect foot = content.bottom_part(64);
    const Rect area{content.x, content.y + 64, content.w, foot.y - 8 - content.y - 64};
    bool is_changed = false;
    std::optional<std::size_t> gone;
    {
      const RowList rows(ui, "packing.kit", area, {.count = shown.size(), .row_height = kRowHeight});
      for (const RowList::Item& row : rows.visible()) {
        KitItem& item = items[shown[row.index]];
        const float y = row.rect.y + (row.rect.h - kKey) / 2;
        if (icon_button(ui, fmt::format("packing.kit.{}", row.index), {row.rect.x, y, kKey, kKey},
                        item.packed ? icon::check : icon::plus,
                        ui.words(item.packed ? N_("In the box") : N_("Take along")), choice_kind(item.packed))) {
          item.packed = !item.packed;
          is_changed = true;
        }
        text(ui, {row.rect.x + kKey + 16, row.rect.y, row.rect.w - 2 * kKey - 32, row.rect.h}, item.name,
             {.type = Type::Row, .cut = Cut::Names});
        if (icon_button(ui, fmt::format("packing.kit.{}.out", row.index), {row.rect.right() - kKey, y, kKey, kKey},
                        icon::trash, ui.words(N_("Take off the list")), ButtonKind::Quiet))
          gone = shown[row.index];
        divider(ui, row.rect.x, row.rect.bottom() - 1, row.rect.w);
      }
    }
    if (gone) items.erase(items.begin() + static_cast<std::ptrdiff_t>(*gone));
    if (is_changed || gone) out.perform(FairCommand(SaveKit{fair_, std::move(items)}));
    text(ui, {foot.x, foot.y, foot.w - 216, foot.h},
         say(ui, N_("Packed: {0} of {1}"), ui.words().count(packed), ui.words().count(std::ssize(shown))),
         {.type = Type::Strong, .name = "packing.kit.sum"});
    if (button(ui, "packing.kit.add", foot.right_part(200), {.label = ui.words(N_("Add")), .icon = icon::plus}))
      name_.open(std::string(ui.words(N_("What else comes along?"))), {});
  }

  void draw_row(Ui& ui, Intents& out, Rect place, std::size_t index, const PackingRow& row) {
    const bool is_packed = taken(row) > Quantity{};
    const Quantity wanted = is_packed ? taken(row) : std::min(row.suggested, most(row));
    const float y = place.y + (place.h - kKey) / 2;
    const Rect tick{place.x, y, kKey, kKey};
    const float all_width = ui.size() == SizeClass::Compact ? 152.0f : 176.0f;
    const Rect all{place.right() - all_width, y, all_width, kKey};
    const Rect stepping{all.x - 16 - 3 * kKey - 2 * kGap - 40, y, 3 * kKey + 2 * kGap + 40, kKey};
    if (button(ui, fmt::format("packing.all.{}", index), all,
               {.label = ui.words(N_("Take all")), .enabled = taken(row) < most(row), .type = Type::SmallStrong}))
      pack(out, row, most(row));
    if (icon_button(ui, fmt::format("packing.{}", index), tick, is_packed ? icon::check : icon::plus,
                    ui.words(is_packed ? N_("In the box") : N_("Take along")), choice_kind(is_packed)))
      pack(out, row, is_packed ? Quantity{} : std::max(wanted, std::min(Quantity::of(1), row.there)));
    const Rect name{tick.right() + 16, place.y, stepping.x - tick.right() - 32, place.h};
    text(ui, {name.x, name.y + 12, name.w, 28}, row.name, {.type = Type::Row, .cut = Cut::Names});
    std::string about = say(ui, N_("stock {}"), ui.words().quantity(most(row)));
    if (row.sold_last > Quantity{})
      about += " · " + say(ui, N_("{} sold at the last fair"), ui.words().quantity(row.sold_last));
    text(ui, {name.x, name.y + 42, name.w, 26}, about,
         {.type = Type::Small, .color = ui.theme().ink2, .cut = Cut::Names});
    const Step step = stepper(ui, fmt::format("packing.{}", index), stepping,
                              {.value = ui.words().quantity(wanted), .can_go_down = is_packed});
    if (step == Step::More) pack(out, row, wanted + Quantity::of(1));
    if (step == Step::Less) pack(out, row, taken(row) - Quantity::of(1));
    if (step == Step::Number) {
      asked_ = index;
      number_.open({.title = row.name,
                    .button = std::string(ui.words(N_("Take {}"))),
                    .kind = NumberKind::Pieces,
                    .prefill = wanted.thousandths},
                   ui.currency());
    }
    divider(ui, place.x, place.bottom() - 1, place.w);
  }

  Id<Fair> fair_;
  Instant now_;
  Tab tab_ = Tab::Goods;
  std::size_t source_ = 0;  // of the sources
  Watched<int, std::vector<PackingSource>> sources_;
  Watched<Id<Place>, std::optional<PackingList>> list_;
  Watched<int, std::vector<KitItem>> kit_;
  std::map<Id<Product>, Quantity> fetched_;  // what is put together to come from elsewhere
  std::string scanned_;
  Id<Product> found_;
  std::size_t asked_ = 0;
  NumberSheet number_{"packing.number"};
  NoteSheet name_{"packing.name"};
};

}  // namespace

std::unique_ptr<Screen> make_packing_screen(Id<Fair> fair) {
  return std::make_unique<PackingScreen>(fair);
}

}  // namespace lapak
