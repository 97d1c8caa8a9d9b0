// screens: a stocktake.
#include "app/screens/stocktake.h"

#include <algorithm>
#include <array>

#include "app/parts/button.h"
#include "app/parts/figure.h"
#include "app/parts/list.h"
#include "app/parts/text.h"
#include "app/screens/number_sheet.h"
#include "app/screens/page.h"
#include "app/screens/read_aside.h"
#include "app/screens/stock.h"
#include "app/screens/stock_tabs.h"
#include "app/screens/watched.h"
#include "app/screens/wording.h"
#include "core/base/text.h"
#include "core/stock/stocktake.h"

namespace lapak {
namespace {

constexpr int kPageOfRows = 80, kRowsAhead = 30, kPastShown = 20;
constexpr float kRowHeight = 80;
constexpr std::array kReasons{CountReason::Miscounted, CountReason::Damaged, CountReason::Lost, CountReason::Gift};

std::string_view reason_name(const Ui& ui, CountReason reason) {
  switch (reason) {
    case CountReason::None:
      return {};
    case CountReason::Miscounted:
      return ui.words(N_("Recorded wrongly"));
    case CountReason::Damaged:
      return ui.words(N_("Broken"));
    case CountReason::Lost:
      return ui.words(N_("Lost"));
    case CountReason::Gift:
      return ui.words(N_("Sample or gift"));
  }
  return {};
}

std::string signed_quantity(const Ui& ui, Quantity difference) {
  const std::string pieces = ui.words().quantity(magnitude(difference));
  return difference < Quantity{} ? "\u2212" + pieces : "+" + pieces;
}

class StocktakeScreen final : public Screen {
 public:
  void refresh(const Shop& shop) override {
    constexpr auto watched = rooms(&Revisions::stock, &Revisions::catalog, &Revisions::fair);
    begin_.refresh(shop, 0, watched, [](const Shop& s, int) {
      return Beginning{.open = open_stocktake(s.facts()),
                       .places = places_to_count(s.facts()),
                       .categories = categories(s.facts()),
                       .past = past_stocktakes(s.facts(), kPastShown)};
    });
    if (!begin_->open) return;
    question_.stocktake = begin_->open->id;
    question_.current = current_;
    question_.only_differences = is_looked_over_;
    list_.refresh(shop, question_, rooms(&Revisions::stock, &Revisions::catalog, &Revisions::sale));
    row_.refresh(shop, current_, rooms(&Revisions::stock, &Revisions::catalog, &Revisions::sale),
                 [&](const Shop& s, Id<Product> product) {
                   return product.is_nil() ? std::nullopt : stocktake_row(s.facts(), begin_->open->id, product);
                 });
    if (scanned_.empty()) return;
    const auto product = find_product_by_code(shop.facts(), scanned_);
    if (product && !product->has_variants()) {
      found_ = stocktake_row(shop.facts(), begin_->open->id, product->id);
      scanned_.clear();
      return;
    }
    is_unknown_code_ = true;
  }

  void draw(Ui& ui, Intents& out) override {
    if (!begin_->open) {
      draw_beginning(ui, out);
      return;
    }
    list_.read(out, [](const Database& facts, const Profile&, const StocktakeQuestion& question) {
      return stocktake_list(facts, question);
    });
    if (is_looked_over_)
      draw_look_over(ui, out);
    else
      draw_counting(ui, out);
    if (const auto number = number_.draw(ui)) count(out, Quantity{number->value.value_or(0)});
  }

  void performed(const Outcome& outcome, Intents& out) override {
    if (outcome.kind == "begin_stocktake") current_ = {}, is_looked_over_ = false;
    if (outcome.kind != "finish_stocktake" && outcome.kind != "give_up_stocktake") return;
    is_looked_over_ = false;
    current_ = {};
    out.add(ShowToast{
        .sentence =
            say(*words_, outcome.kind == "finish_stocktake" ? N_("Counted and booked: {}") : N_("Not booked: {}"),
                outcome.label),
        .icon = icon::list_checks,
        .offers_undo = true,
        .lasts_s = 10});
  }

 private:
  struct Beginning {
    std::optional<Stocktake> open;
    std::vector<Place> places;
    std::vector<Category> categories;
    std::vector<PastStocktake> past;
  };

  void count(Intents& out, Quantity counted) const {
    out.perform(StocktakeCommand(CountPieces{current_, std::max(counted, Quantity{})}));
  }
  void go_to(Id<Product> product) { current_ = product; }
  // The list is read anew for each row that is gone to: what comes after the one before is known before what comes
  // after this one, and a quick finger does not wait for it.
  void go_on(Ui& ui, const StocktakeView& view) {
    if (left_ != current_) left_.reset();
    if (!left_ || list_.question().current != current_) return;
    left_.reset();
    ui.keep_drawing();
    if (view.next) go_to(view.next->product);
  }

  // --- before it begins ---

  void draw_beginning(Ui& ui, Intents& out) {
    words_ = &ui.words();
    const PageFrame page = draw_page(ui, {.title = ui.words(N_("Stock")),
                                          .has_back = false,
                                          .main = ui.words(N_("Begin")),
                                          .main_icon = icon::list_checks});
    float y = draw_stock_tabs(ui, page.content, StockTab::Count, out).bottom + 24;
    if (begin_->places.size() > 1) {
      caption(ui, page.content.x, y, page.content.w, ui.words(N_("Where")));
      std::vector<std::string> names;
      for (const Place& place : begin_->places) names.push_back(place.name);
      const FlowedChips chosen =
          flowed_chips(ui, "stocktake.place", {page.content.x, y + 32, page.content.w, 200}, names, {place_});
      if (chosen.tapped) place_ = *chosen.tapped;
      y = chosen.bottom + 24;
    }
    caption(ui, page.content.x, y, page.content.w, ui.words(N_("What")));
    std::vector<std::string> names{std::string(ui.words(N_("All")))};
    for (const Category& category : begin_->categories) names.push_back(category.name);
    const FlowedChips chosen =
        flowed_chips(ui, "stocktake.category", {page.content.x, y + 32, page.content.w, 200}, names, {category_});
    if (chosen.tapped) category_ = *chosen.tapped;
    y = chosen.bottom + 16;
    if (switch_row(ui, "stocktake.blind", {page.content.x, y, std::min(page.content.w, 640.0f), 56},
                   ui.words(N_("Count without seeing what should be there")), is_blind_))
      is_blind_ = !is_blind_;
    y += 80;
    if (page.main == Press::Tap) {
      BeginStocktake begin{.place = {}, .category = {}, .blind = is_blind_};
      if (place_ < begin_->places.size()) begin.place = begin_->places[place_].id;
      if (category_ > 0 && category_ <= begin_->categories.size())
        begin.category = begin_->categories[category_ - 1].id;
      out.perform(StocktakeCommand(begin));
    }
    draw_past(ui, {page.content.x, y, page.content.w, page.content.bottom() - y});
  }

  void draw_past(Ui& ui, Rect area) {
    if (begin_->past.empty()) return;
    caption(ui, area.x, area.y, area.w, ui.words(N_("Counts until now")));
    const RowList rows(ui, "stocktake.past", {area.x, area.y + 36, area.w, area.h - 36},
                       {.count = begin_->past.size(), .row_height = 72});
    for (const RowList::Item& item : rows.visible()) {
      const PastStocktake& past = begin_->past[item.index];
      const Rect r = item.rect;
      text(ui, {r.x, r.y + 10, r.w - 240, 28},
           fmt::format("{} · {}", ui.words().full_date(past.stocktake.business_date), past.title),
           {.type = Type::Row, .cut = Cut::Names});
      text(ui, {r.x, r.y + 40, r.w - 240, 24},
           say(ui, N_("{0} counted · {1} differed"), ui.words().count(past.counted), ui.words().count(past.differing)),
           {.type = Type::Small, .color = ui.theme().ink2});
      text(ui, {r.right() - 220, r.y, 220, r.h}, ui.money(past.found_worth - past.missing_worth),
           {.type = Type::Strong, .align = Side::Right});
      divider(ui, r.x, r.bottom() - 1, r.w);
    }
  }

  // --- counting ---

  void draw_counting(Ui& ui, Intents& out) {
    words_ = &ui.words();
    const bool compact = ui.size() == SizeClass::Compact;
    constexpr float kLookOver = 200;
    const PageFrame page =
        draw_page(ui, {.title = ui.words(N_("Count stock")), .side = (compact ? 280.0f : 440.0f) + kGap + kLookOver});
    if (page.back) out.add(GoTo{Section::Stock, make_stock_screen()});
    if (!list_.has_view()) return;
    const StocktakeView& view = list_.view();
    if (button(ui, "save", page.side.right_part(kLookOver),
               {.label = ui.words(N_("Look over")), .icon = icon::check})) {
      is_looked_over_ = true;
      question_.first = 0;
    }
    const Rect done{page.side.x, page.side.y, page.side.w - kLookOver - 2 * kGap, page.side.h};
    text(ui, done.top_part(28),
         say(ui, N_("{0} of {1} counted"), ui.words().count(view.counted), ui.words().count(view.to_count)),
         {.type = Type::Text, .name = "stocktake.progress"});
    progress(ui, "stocktake.bar", {done.x, done.y + 38, done.w, 10},
             view.to_count == 0 ? 0 : static_cast<float>(view.counted) / static_cast<float>(view.to_count),
             ui.theme().primary);
    if (current_.is_nil() && view.next) current_ = view.next->product, ui.keep_drawing();
    go_on(ui, view);
    take_scan(ui, out);
    const float list_width = compact ? 300.0f : 400.0f;
    draw_list(ui, page.content.left_part(list_width), view);
    const Rect detail = page.content.right_part(page.content.w - list_width - 32);
    if (row_.view())
      draw_row(ui, out, detail, *row_.view(), view.next);
    else
      empty_state(ui, "stocktake.empty", detail,
                  {.icon = icon::check_circle,
                   .sentence = ui.words(view.to_count == 0 ? N_("Nothing here is counted in pieces. Scan or tap goods "
                                                                "under Stock to begin with them.")
                                                           : N_("All is counted.")),
                   .is_main = false});
  }

  void take_scan(Ui& ui, Intents& out) {
    if (found_) {
      current_ = found_->product;
      count(out, found_->counted.value_or(Quantity{}) + Quantity::of(1));
      found_.reset();
    }
    if (is_unknown_code_) {
      out.add(ShowToast{.sentence = say(ui, N_("No item has the code {}."), scanned_), .icon = icon::warning});
      is_unknown_code_ = false;
      scanned_.clear();
    }
    if (const auto& scan = ui.scan()) scanned_ = *scan;
  }

  void draw_list(Ui& ui, Rect area, const StocktakeView& view) {
    const RowList rows(ui, "stocktake.list", area,
                       {.count = static_cast<std::size_t>(view.total), .row_height = kRowHeight});
    for (const RowList::Item& item : rows.visible()) {
      const int at = static_cast<int>(item.index) - list_.question().first;
      if (at < 0 || at >= static_cast<int>(view.rows.size())) continue;
      draw_list_row(ui, item, view.rows[static_cast<std::size_t>(at)]);
    }
    if (rows.visible().empty()) return;
    const int first = static_cast<int>(rows.visible().front().index);
    const int last = static_cast<int>(rows.visible().back().index);
    if (first >= question_.first && last < question_.first + kPageOfRows) return;
    question_.first = std::max(0, first - kRowsAhead);
    ui.keep_drawing();
  }

  void draw_list_row(Ui& ui, const RowList::Item& item, const StocktakeRow& row) {
    const Theme& t = ui.theme();
    const std::string name = fmt::format("stocktake.{}", item.index);
    const Rect r{item.rect.x, item.rect.y + 4, item.rect.w - 8, item.rect.h - 8};
    const bool is_current = row.product == current_;
    const ControlState state =
        ui.control({.name = name, .rect = r, .kind = ControlKind::Row, .label = row.name, .may_be_cut = true});
    if (is_current)
      ui.paint().fill(r, t.primary_c, kRowRadius);
    else if (state.press > 0 || state.hover > 0)
      ui.paint().fill(r, t.ink.faded(std::max(0.10f * state.press, 0.06f * state.hover)), kRowRadius);
    if (is_current && t.is_terik()) ui.paint().outline(r, t.ink, 2, kRowRadius);
    if (state.focused) ui.draw_focus_ring(r, kRowRadius);
    if (row.counted) ui.paint().icon({r.x + 24, r.centre().y}, icon::check, t.ink, IconWeight::Regular);
    const Color ink = is_current ? t.on_primary_c : t.ink;
    text(ui, {r.x + 48, r.y, r.w - 48 - 128, r.h}, row.name, {.type = Type::Row, .color = ink, .cut = Cut::Names});
    text(ui, {r.right() - 120, r.y, 108, r.h}, said_count(ui, row),
         {.type = Type::Strong, .color = ink, .align = Side::Right});
    if (state.tapped) go_to(row.product);
  }

  // "12 → 11", "7 = 7", "3 → ?"; without what should be there where that is not told.
  std::string said_count(const Ui& ui, const StocktakeRow& row) const {
    const std::string counted = row.counted ? ui.words().quantity(*row.counted) : "?";
    if (begin_->open->blind && !is_looked_over_) return counted;
    const std::string expected = ui.words().quantity(row.expected);
    return row.counted && row.difference().is_zero() ? fmt::format("{} = {}", expected, counted)
                                                     : fmt::format("{} \u2192 {}", expected, counted);
  }

  void draw_row(Ui& ui, Intents& out, Rect area, const StocktakeRow& row,
                const std::optional<StocktakeView::Next>& next) {
    const Theme& t = ui.theme();
    const bool compact = ui.size() == SizeClass::Compact;
    const bool is_blind = begin_->open->blind;
    const float photo = compact ? 160.0f : 240.0f;
    const Rect picture{area.x, area.y, photo, photo};
    if (const Texture texture = ui.photo(row.photo)) {
      ui.paint().image(picture, texture, kCardRadius);
    } else {
      ui.paint().fill(picture, kTints[static_cast<std::size_t>(row.tint)], kCardRadius);
      ui.paint().icon(picture.centre(), icon::tag, Color::rgb(0xFFFFFF), IconWeight::Fill);
    }
    const Rect said{area.x + photo + 24, area.y, area.w - photo - 24, photo};
    text(ui, said.top_part(56), row.name, {.type = Type::Title, .cut = Cut::Names, .name = "stocktake.name"});
    if (!is_blind)
      text(ui, {said.x, said.y + 60, said.w, 32}, say(ui, N_("Recorded: {}"), ui.words().quantity(row.expected)),
           {.type = Type::Text, .color = t.ink2});
    amount(ui, {said.x, said.bottom() - 72, said.w, 72}, row.counted ? ui.words().quantity(*row.counted) : "?",
           {.size = AmountSize::L, .align = Side::Left, .name = "stocktake.count"});

    const Quantity now = row.counted.value_or(Quantity{});
    const float step = (area.w - 3 * 8) / 4;
    float y = area.y + photo + 24;
    const float key_height = compact ? 88.0f : 112.0f;
    const auto key = [&](int column, std::string_view name, std::string_view label, std::int64_t pieces) {
      const Rect place{area.x + static_cast<float>(column) * (step + 8), y, step, key_height};
      if (button(ui, name, place, {.label = label, .enabled = pieces > 0 || now > Quantity{}, .type = Type::Title}))
        count(out, now + Quantity::of(pieces));
    };
    key(0, "stocktake.minus", "\u2212", -1);
    key(1, "stocktake.plus", "+1", 1);
    key(2, "stocktake.plus5", "+5", 5);
    key(3, "stocktake.plus10", "+10", 10);
    y += key_height + 16;
    const float half = (area.w - 8) / 2;
    const float pair_height = compact ? 64.0f : 80.0f;
    const std::string same =
        is_blind ? std::string(ui.words(N_("None there"))) : say(ui, N_("Same ({})"), ui.words().quantity(row.on_hand));
    const bool can_be_same = is_blind || row.on_hand >= Quantity{};
    if (button(ui, "stocktake.same", {area.x, y, half, pair_height}, {.label = same, .enabled = can_be_same})) {
      count(out, is_blind ? Quantity{} : row.on_hand);
      left_ = current_;
      ui.keep_drawing();
    }
    if (button(ui, "stocktake.type", {area.x + half + 8, y, half, pair_height},
               {.label = ui.words(N_("Type a number"))}))
      number_.open({.title = row.name, .kind = NumberKind::Pieces, .prefill = now.thousandths}, ui.currency());
    y += pair_height + 16;
    if (!is_blind) draw_reasons(ui, out, {area.x, y, area.w, 80}, "stocktake.why", row);
    const float way_on = compact ? 72.0f : 88.0f;
    if (button(ui, "stocktake.next", area.bottom_part(way_on),
               {.label =
                    next ? say(ui, N_("Next: {}"), shortened(next->name, 40)) : std::string(ui.words(N_("Look over"))),
                .icon = icon::arrow_right,
                .kind = ButtonKind::Primary,
                .type = Type::Main,
                .shortcut = {Key::Enter}})) {
      if (next)
        left_ = current_, ui.keep_drawing();
      else
        is_looked_over_ = true, question_.first = 0;
    }
  }

  // Chips under "+1. Why?", where a count differs.
  void draw_reasons(Ui& ui, Intents& out, Rect area, const std::string& name, const StocktakeRow& row) const {
    if (row.difference().is_zero()) return;
    text(ui, area.top_part(28), say(ui, N_("Difference {}. Why?"), signed_quantity(ui, row.difference())),
         {.type = Type::Text, .color = ui.theme().ink2});
    draw_reason_chips(ui, out, {area.x, area.y + 32, area.w, 48}, name, row);
  }
  static void draw_reason_chips(Ui& ui, Intents& out, Rect area, const std::string& name, const StocktakeRow& row) {
    std::vector<std::string> labels;
    std::optional<std::size_t> selected;
    for (std::size_t i = 0; i < kReasons.size(); ++i) {
      // What turned up was recorded wrongly, whatever else it may have been.
      if (row.difference() > Quantity{} && kReasons[i] != CountReason::Miscounted) continue;
      if (row.reason == kReasons[i]) selected = labels.size();
      labels.emplace_back(reason_name(ui, kReasons[i]));
    }
    if (const auto tapped = chips(ui, name, area, labels, selected))
      out.perform(
          StocktakeCommand(ExplainCount{row.product, selected == tapped ? CountReason::None : kReasons[*tapped]}));
  }

  // --- what differs, before it is booked ---

  void draw_look_over(Ui& ui, Intents& out) {
    words_ = &ui.words();
    const PageFrame page = draw_page(ui, {.title = ui.words(N_("What differs")),
                                          .main = ui.words(N_("Book the count")),
                                          .main_icon = icon::check,
                                          .main_width = 240,
                                          .side = 180});
    if (page.back) is_looked_over_ = false, question_.first = 0;
    if (button(ui, "stocktake.give_up", page.side, {.label = ui.words(N_("Do not book")), .kind = ButtonKind::Outline}))
      out.perform(StocktakeCommand(GiveUpStocktake{}));
    if (!list_.has_view() || !list_.question().only_differences) return;
    const StocktakeView& view = list_.view();
    if (page.main == Press::Tap) out.perform(StocktakeCommand(FinishStocktake{}));
    const Rect foot = page.content.bottom_part(56);
    const Rect area{page.content.x, page.content.y, page.content.w, foot.y - 8 - page.content.y};
    if (view.total == 0) {
      empty_state(ui, "stocktake.right", area,
                  {.icon = icon::check_circle,
                   .sentence = ui.words(N_("All that was counted is as recorded.")),
                   .is_main = false});
    } else {
      const RowList rows(ui, "stocktake.differing", area,
                         {.count = static_cast<std::size_t>(view.total), .row_height = 112});
      for (const RowList::Item& item : rows.visible()) {
        const int at = static_cast<int>(item.index) - list_.question().first;
        if (at < 0 || at >= static_cast<int>(view.rows.size())) continue;
        draw_difference(ui, out, item, view.rows[static_cast<std::size_t>(at)]);
      }
      if (!rows.visible().empty()) {
        const int first = static_cast<int>(rows.visible().front().index);
        const int last = static_cast<int>(rows.visible().back().index);
        if (first < question_.first || last >= question_.first + kPageOfRows) {
          question_.first = std::max(0, first - kRowsAhead);
          ui.keep_drawing();
        }
      }
    }
    text(ui, foot,
         say(ui, N_("Missing {0} ({1}) · found {2} ({3}) · {4} not counted stay as they are"),
             ui.words().quantity(view.missing), ui.money(view.missing_worth), ui.words().quantity(view.found),
             ui.money(view.found_worth), ui.words().count(view.to_count - view.counted)),
         {.type = Type::Strong, .lines = 2, .name = "stocktake.sum"});
  }

  void draw_difference(Ui& ui, Intents& out, const RowList::Item& item, const StocktakeRow& row) const {
    const Rect r = item.rect;
    text(ui, {r.x, r.y + 8, r.w - 420, 40}, row.name, {.type = Type::Row, .cut = Cut::Names});
    text(ui, {r.right() - 400, r.y + 8, 130, 40}, said_count(ui, row), {.type = Type::Text, .align = Side::Right});
    text(ui, {r.right() - 260, r.y + 8, 80, 40}, signed_quantity(ui, row.difference()),
         {.type = Type::Strong, .align = Side::Right});
    text(ui, {r.right() - 170, r.y + 8, 170, 40}, row.worth().is_zero() ? "\u2013" : ui.bare_money(row.worth()),
         {.type = Type::Text, .color = ui.theme().ink2, .align = Side::Right});
    draw_reason_chips(ui, out, {r.x, r.y + 52, r.w, 48}, fmt::format("stocktake.why.{}", item.index), row);
    divider(ui, r.x, r.bottom() - 1, r.w);
  }

  const Words* words_ = nullptr;
  Watched<int, Beginning> begin_;
  StocktakeQuestion question_{.count = kPageOfRows};
  ReadAside<StocktakeQuestion, StocktakeView> list_;
  Watched<Id<Product>, std::optional<StocktakeRow>> row_;
  NumberSheet number_{"stocktake.number"};
  Id<Product> current_;
  std::optional<Id<Product>> left_;  // from here to the next, once that is known
  std::string scanned_;
  std::optional<StocktakeRow> found_;
  std::size_t place_ = 0, category_ = 0;  // 0: home; all
  bool is_blind_ = false, is_looked_over_ = false, is_unknown_code_ = false;
};

}  // namespace

std::unique_ptr<Screen> make_stocktake_screen() {
  return std::make_unique<StocktakeScreen>();
}

}  // namespace lapak
