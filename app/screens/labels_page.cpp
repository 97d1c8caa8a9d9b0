// screens: labels: of which items and how many, on which sheet, from which free label on.
#include <algorithm>

#include "app/parts/button.h"
#include "app/parts/figure.h"
#include "app/parts/list.h"
#include "app/parts/row.h"
#include "app/parts/sheet.h"
#include "app/parts/text.h"
#include "app/screens/label_sheet_sheet.h"
#include "app/screens/labels.h"
#include "app/screens/number_sheet.h"
#include "app/screens/page.h"
#include "app/screens/print_sheet.h"
#include "app/screens/product_pick.h"
#include "app/screens/read_aside.h"
#include "app/screens/wording.h"
#include "core/catalog/label_commands.h"
#include "core/catalog/label_store.h"
#include "core/catalog/product_store.h"
#include "core/making/batch_store.h"
#include "core/shop/label_papers.h"
#include "core/words/sentences.h"

namespace lapak {
namespace {

constexpr Quantity kOnePiece = Quantity::of(1);

struct Line {
  Id<Product> product;
  std::string name;
  std::int64_t in_stock = 0, copies = 0;
};

// What is read once, when the page opens.
struct Beginning {
  std::vector<Line> lines;
  std::string lot;  // of the batch
};

Line line_of(const Database& facts, const LabelWish::Line& wanted) {
  return {wanted.product, product_label(facts, wanted.product), wanted.copies, wanted.copies};
}

Beginning beginning_of(const Database& facts, const LabelsBegun& begun) {
  Beginning begin;
  std::vector<LabelWish::Line> wanted;
  if (begun.batch) {
    if (auto made = lines_of_batch(facts, *begun.batch)) wanted = std::move(*made);
    if (const auto batch = find_batch(facts, *begun.batch)) begin.lot = batch->lot;
  } else {
    wanted = lines_in_stock(facts, begun.products);
  }
  for (const LabelWish::Line& one : wanted)
    if (one.copies > 0 || !begun.products.empty()) begin.lines.push_back(line_of(facts, one));
  return begin;
}

// What would come of it.
struct Question {
  LabelSheet sheet;
  int first = 0;
  std::vector<LabelWish::Line> lines;
  friend bool operator==(const Question&, const Question&) = default;
};
struct Check {
  std::optional<Problem> problem;
  std::int64_t labels = 0;
  std::size_t pages = 0;
  std::vector<LabelWarning> warnings;
};

class LabelsPage final : public Screen {
 public:
  explicit LabelsPage(LabelsBegun begun) : begun_(std::move(begun)) {}

  void refresh(const Shop& shop) override {
    now_ = shop.now();
    words_ = &shop.profile().screen_words();
    sheets_.refresh(shop, 0, rooms(&Revisions::catalog), [](const Shop& s, int) { return label_sheets(s.facts()); });
    if (!sheet_ || std::ranges::find(sheets_.view(), *sheet_, &LabelSheet::id) == sheets_->end())
      sheet_ = sheets_->front().id;
    begin_.refresh(shop, 0, rooms(&Revisions::profile));
    if (begin_.has_view() && !is_begun_) {
      lines_ = begin_->lines;
      is_begun_ = true;
    }
    first_ = std::min(first_, sheet().labels() - 1);
    check_.refresh(shop, question(),
                   rooms(&Revisions::catalog, &Revisions::making, &Revisions::people, &Revisions::profile));
    pick_.refresh(shop);
  }

  void draw(Ui& ui, Intents& out) override {
    begin_.read(out,
                [begun = begun_](const Database& facts, const Profile&, int) { return beginning_of(facts, begun); });
    check_.read(
        out, [batch = begun_.batch, now = now_](const Database& facts, const Profile& profile, const Question& asked) {
          const auto labels = labels_of(facts, profile, wish_of(asked, batch), now);
          if (!labels) return Check{.problem = labels.error(), .warnings = {}};
          return Check{{}, labels->labels, labels->document.pages.size(), labels->warnings};
        });
    const bool compact = ui.size() == SizeClass::Compact;
    const bool is_whole = check_.has_view() && !check_->problem;
    const PageFrame page = draw_page(ui, {.title = ui.words(N_("Labels")),
                                          .main = ui.words(N_("Keep as PDF")),
                                          .main_icon = icon::file_pdf,
                                          .main_enabled = is_whole,
                                          .side = 152});
    if (page.back) out.add(Back{});
    if (button(ui, "labels.print", page.side, {.label = ui.words("Print"), .icon = icon::printer, .enabled = is_whole}))
      print_.open(std::string(ui.words(N_("Labels"))), lay_out(), out);
    if (page.main == Press::Tap)
      out.add(MakePaper{.file_name = fmt::format("{}.pdf", ui.words(N_("Labels"))), .lay_out = lay_out()});
    if (page.main == Press::TapDisabled)
      out.add(ShowToast{.sentence = check_.has_view() && check_->problem
                                        ? sentence(*check_->problem, ui.words(), ui.currency())
                                        : std::string(ui.words(N_("No label is wanted. Say how many of which item."))),
                        .icon = icon::info});
    const float right = compact ? 344.0f : 420.0f;
    draw_items(ui, page.content.left_part(page.content.w - right - 32), out);
    draw_sheet(ui, page.content.right_part(right), out);
    draw_chooser(ui);
    edit_.draw(ui, out);
    if (const auto answer = number_.draw(ui))
      if (asked_ < lines_.size()) lines_[asked_].copies = answer->value.value_or(0) / 1'000;
    if (const auto picked = pick_.draw(ui, out)) add(*picked);
    print_.draw(ui, out);
  }

  void performed(const Outcome& outcome, Intents& out) override {
    if (outcome.kind == "save_label_sheet") {
      sheet_ = Id<LabelSheet>{outcome.subject};
      edit_.close();
    }
    if (outcome.kind == "give_barcode" || outcome.kind == "give_barcodes")
      out.add(ShowToast{.sentence = outcome.kind == "give_barcode"
                                        ? say(*words_, N_("Barcode {} is given"), outcome.label)
                                        : say(*words_, N_("{} barcodes are given"), outcome.label),
                        .icon = icon::barcode,
                        .offers_undo = outcome.is_undoable});
  }

 private:
  const LabelSheet& sheet() const {
    return *std::ranges::find(sheets_.view(), sheet_.value_or(sheets_->front().id), &LabelSheet::id);
  }
  Question question() const {
    Question asked{.sheet = sheet(), .first = first_, .lines = {}};
    for (const Line& line : lines_)
      if (line.copies > 0) asked.lines.push_back({line.product, line.copies});
    return asked;
  }
  static LabelWish wish_of(const Question& asked, std::optional<Id<Batch>> batch) {
    return {.sheet = asked.sheet, .first = asked.first, .lines = asked.lines, .batch = batch};
  }
  PrintSheet::LayOut lay_out() const {
    return [wish = wish_of(question(), begun_.batch), now = now_](const Database& facts, const Profile& profile) {
      return labels_of(facts, profile, wish, now).value().document;
    };
  }

  void add(const StockRow& row) {
    const auto known = std::ranges::find(lines_, row.id, &Line::product);
    if (known != lines_.end()) return;
    const std::int64_t there = std::max<std::int64_t>(0, row.on_hand.thousandths / 1'000);
    lines_.push_back({row.id, row.name, there, std::max<std::int64_t>(1, there)});
  }

  void draw_items(Ui& ui, Rect area, Intents& out) {
    const Words& words = ui.words();
    const Rect head = area.top_part(48);
    const float third = std::min(176.0f, (head.w - 2 * kGap) / 3);
    const auto put = [&](std::string_view name, int place, std::string_view label, Icon icon) {
      return button(ui, name, {head.x + static_cast<float>(place) * (third + kGap), head.y, third, 48},
                    {.label = label, .icon = icon, .kind = ButtonKind::Outline});
    };
    if (put("labels.stock", 0, words(begun_.batch ? N_("As made") : N_("As in stock")), icon::package))
      for (Line& line : lines_) line.copies = line.in_stock;
    if (put("labels.one", 1, words(N_("One each")), icon::tag))
      for (Line& line : lines_) line.copies = 1;
    if (put("labels.add", 2, words(N_("Add item")), icon::plus)) pick_.open(std::string(words(N_("Which item?"))));
    const float said = said_height();
    const Rect list{area.x, head.bottom() + 12, area.w, area.h - 48 - 12 - said - 8};
    if (is_begun_ && lines_.empty())
      empty_state(ui, "labels.none", list,
                  {.icon = icon::tag,
                   .sentence = words(N_("Nothing is in stock. Add the items that need a label.")),
                   .is_main = false});
    draw_lines(ui, list);
    draw_said(ui, area.bottom_part(said), out);
  }

  void draw_lines(Ui& ui, Rect list) {
    const float step_w = ui.size() == SizeClass::Compact ? 208.0f : 224.0f;
    const RowList rows(ui, "labels.list", list, {.count = lines_.size()});
    for (const RowList::Item& item : rows.visible()) {
      Line& line = lines_[item.index];
      const std::string name = fmt::format("labels.{}", item.index);
      const Rect row = item.rect;
      text(ui, {row.x, row.y, row.w - step_w - 12, row.h}, line.name, {.type = Type::Row, .cut = Cut::Names});
      const std::string copies = ui.words().count(line.copies);
      const Step step = stepper(ui, name, {row.right() - step_w, row.y + 4, step_w, 64},
                                {.value = copies, .can_go_down = line.copies > 0});
      if (step == Step::Less) --line.copies;
      if (step == Step::More) ++line.copies;
      if (step == Step::Number) {
        asked_ = item.index;
        number_.open({.title = line.name,
                      .button = std::string(N_("{} labels")),
                      .kind = NumberKind::Pieces,
                      .prefill = line.copies * 1'000},
                     ui.currency());
      }
    }
  }

  bool lacks_codes() const {
    return check_.has_view() && std::ranges::any_of(check_->warnings, [](const LabelWarning& one) {
             return one.trouble == LabelTrouble::CodeMissing && one.code == LabelCode::Bars;
           });
  }
  float said_height() const {
    return 36 + (check_.has_view() ? 52.0f * static_cast<float>(check_->warnings.size()) : 0) +
           (lacks_codes() ? 64.0f : 0);
  }

  void draw_said(Ui& ui, Rect area, Intents& out) {
    if (!check_.has_view()) return;
    const Words& words = ui.words();
    float y = area.y;
    const std::string sum =
        check_->problem ? sentence(*check_->problem, words, ui.currency())
                        : fmt::format("{} · {}",
                                      fmt::format(fmt::runtime(words.plural("{} label", "{} labels", check_->labels)),
                                                  words.count(check_->labels)),
                                      fmt::format(fmt::runtime(words.plural("{} page", "{} pages",
                                                                            static_cast<std::int64_t>(check_->pages))),
                                                  words.count(static_cast<std::int64_t>(check_->pages))));
    text(ui, {area.x, y, area.w, 36}, sum, {.type = Type::Strong, .name = "labels.sum"});
    y += 36;
    for (std::size_t i = 0; i < check_->warnings.size(); ++i, y += 52)
      text(ui, {area.x, y, area.w, 48}, label_warning(check_->warnings[i], words),
           {.type = Type::Small,
            .color = ui.theme().warning_text,
            .cut = Cut::Names,
            .lines = 2,
            .name = fmt::format("labels.warning.{}", i)});
    if (!lacks_codes()) return;
    if (button(ui, "labels.give", {area.x, y, std::min(280.0f, area.w), 56},
               {.label = words(N_("Give barcodes")), .icon = icon::barcode})) {
      GiveBarcodes give;
      for (const Line& line : lines_)
        if (line.copies > 0) give.products.push_back(line.product);
      out.perform(std::move(give));
    }
  }

  void draw_sheet(Ui& ui, Rect area, Intents& out) {
    const Words& words = ui.words();
    const std::string named = label_sheet_name(sheet(), words);
    if (button(ui, "labels.sheet", {area.x, area.y, area.w, 56},
               {.label = named, .icon_after = icon::caret_down, .kind = ButtonKind::Outline, .left_aligned = true}))
      is_choosing_ = true;
    float y = area.y + 64;
    std::vector<std::string> codes;
    for (const LabelCode code : {LabelCode::None, LabelCode::Bars, LabelCode::Story})
      codes.emplace_back(label_code_name(code, words));
    if (const auto tapped =
            segments(ui, "labels.code", {area.x, y, area.w, 56}, codes, static_cast<std::size_t>(sheet().code))) {
      LabelSheet changed = sheet();
      changed.code = static_cast<LabelCode>(*tapped);
      out.perform(SaveLabelSheet{changed});
    }
    y += 64;
    if (button(ui, "labels.edit", {area.x, y, area.w, 56},
               {.label = words(N_("What is printed, and where")),
                .icon = icon::pencil_simple,
                .icon_after = icon::caret_right,
                .left_aligned = true}))
      edit_.open(sheet());
    y += 64;
    const Rect foot = area.bottom_part(56);
    if (button(ui, "labels.ruler", foot.column(0, 2, kGap),
               {.label = words(N_("Test page")), .icon = icon::printer, .kind = ButtonKind::Outline}))
      out.add(MakePaper{.file_name = fmt::format("{}.pdf", words(N_("Test page"))),
                        .lay_out = [sheet = sheet(), now = now_](const Database&, const Profile& profile) {
                          return label_ruler_of(profile, sheet, now);
                        }});
    if (button(ui, "labels.cards", foot.column(1, 2, kGap),
               {.label = words(N_("Story cards")),
                .icon = icon::identification_card,
                .kind = ButtonKind::Outline,
                .enabled = !lines_.empty()}))
      make_cards(ui, out);
    if (sheet().is_roll) return;
    const Rect line{area.x, foot.y - 72, area.w, 56};
    draw_first(ui, line);
    draw_picture(ui, {area.x, y + 4, area.w, line.y - 12 - y - 4});
  }

  void make_cards(Ui& ui, Intents& out) const {
    std::vector<Id<Product>> products;
    for (const Line& one : lines_) products.push_back(one.product);
    out.add(MakePaper{
        .file_name = fmt::format("{}.pdf", ui.words(N_("Story cards"))),
        .lay_out = [products = std::move(products), now = now_](const Database& facts, const Profile& profile) {
          return story_cards_of(facts, profile, products, CardPaper::FourOnA4, now);
        }});
  }

  void draw_first(Ui& ui, Rect line) {
    text(ui, {line.x, line.y, line.w - 220, line.h}, ui.words(N_("First free label")),
         {.type = Type::Text, .color = ui.theme().ink2, .lines = 2});
    const std::string value = ui.words().count(first_ + 1);
    const Step step =
        stepper(ui, "labels.first", {line.right() - 208, line.y, 208, 56}, {.value = value, .can_go_down = first_ > 0});
    if (step == Step::Less) --first_;
    if (step == Step::More) first_ = std::min(first_ + 1, sheet().labels() - 1);
    if (step == Step::Number) first_ = 0;
  }

  // The paper as it lies in the printer: a tap chooses the first free label on it.
  void draw_picture(Ui& ui, Rect room) {
    if (room.h < 48) return;
    const Theme& t = ui.theme();
    const LabelSheet& on = sheet();
    const float scale =
        std::min(room.w / static_cast<float>(on.paper_width_um), room.h / static_cast<float>(on.paper_height_um));
    const float w = static_cast<float>(on.paper_width_um) * scale, h = static_cast<float>(on.paper_height_um) * scale;
    const Rect paper{room.x + (room.w - w) / 2, room.y + (room.h - h) / 2, w, h};
    const ControlState state = ui.control({.name = "labels.paper",
                                           .rect = paper,
                                           .kind = ControlKind::Button,
                                           .label = ui.words(N_("First free label"))});
    ui.paint().fill(paper, Color::rgb(0xFFFFFF), 4);
    ui.paint().outline(paper, t.outline, t.line_width(), 4);
    if (state.focused) ui.draw_focus_ring(paper, 4);
    const std::int64_t wanted = check_.has_view() ? check_->labels : 0;
    const Point at = ui.touch().tap_point();
    for (int label = 0; label < on.labels(); ++label) {
      const Rect place{paper.x + static_cast<float>(on.label_left_um(label % on.columns) - on.nudge_x_um) * scale,
                       paper.y + static_cast<float>(on.label_top_um(label / on.columns) - on.nudge_y_um) * scale,
                       static_cast<float>(on.width_um) * scale, static_cast<float>(on.height_um) * scale};
      const Rect inner = place.inset(1, 1);
      if (label < first_)
        ui.paint().fill(inner, t.surface2, 2);
      else if (label < first_ + wanted)
        ui.paint().fill(inner, t.primary_c, 2);
      ui.paint().outline(inner, t.divider, 1, 2);
      if (state.tapped && place.contains(at)) first_ = label;
    }
  }

  void draw_chooser(Ui& ui) {
    Sheet sheet(ui, "label_sheets", is_choosing_,
                {.title = ui.words(N_("Which sheet?")), .close_label = ui.words(N_("Close"))});
    if (!sheet.visible()) return;
    if (sheet.dismissed()) is_choosing_ = false;
    const RowList rows(ui, "label_sheets.list", sheet.content(), {.count = sheets_->size()});
    for (const RowList::Item& item : rows.visible()) {
      const LabelSheet& one = sheets_.view()[item.index];
      const std::string named = label_sheet_name(one, ui.words());
      if (row(ui, fmt::format("label_sheets.{}", item.index), item.rect,
              {.title = named, .icon = icon::file, .selected = one.id == sheet_})) {
        sheet_ = one.id;
        is_choosing_ = false;
      }
    }
  }

  LabelsBegun begun_;
  const Words* words_ = nullptr;
  Instant now_;
  Watched<int, std::vector<LabelSheet>> sheets_;
  ReadAside<int, Beginning> begin_;
  ReadAside<Question, Check> check_;
  std::vector<Line> lines_;
  std::optional<Id<LabelSheet>> sheet_;
  int first_ = 0;
  std::size_t asked_ = 0;
  bool is_begun_ = false, is_choosing_ = false;
  LabelSheetSheet edit_;
  NumberSheet number_{"labels.number"};
  ProductPick pick_;
  PrintSheet print_;
};

}  // namespace

std::unique_ptr<Screen> make_labels_page(LabelsBegun begun) {
  return std::make_unique<LabelsPage>(std::move(begun));
}

}  // namespace lapak
