// screens: the portfolio.
#include "app/screens/portfolio.h"

#include <fmt/format.h>

#include <algorithm>
#include <cmath>
#include <optional>
#include <utility>

#include "app/parts/button.h"
#include "app/parts/field.h"
#include "app/parts/figure.h"
#include "app/parts/list.h"
#include "app/parts/row.h"
#include "app/parts/sheet.h"
#include "app/parts/text.h"
#include "app/screens/page.h"
#include "app/screens/screen.h"
#include "app/screens/watched.h"
#include "app/screens/wording.h"
#include "core/portfolio/piece_store.h"
#include "core/portfolio/portfolio_commands.h"
#include "core/shop/portfolio_papers.h"

namespace lapak {
namespace {

constexpr float kRow = 72;
constexpr float kLabel = 28;
constexpr int kPreviewWidth_px = 540;

struct View {
  std::vector<ShownPiece> pieces;
  std::vector<PieceChoice> choices;
};

// As the shop keeps it, whatever is typed meanwhile.
struct Edited {
  Piece piece;
  std::string year;  // as typed
};

class PortfolioScreen final : public Screen {
 public:
  void refresh(const Shop& shop) override {
    now_ = shop.now();
    const bool is_new = view_.refresh(
        shop, 0, rooms(&Revisions::portfolio, &Revisions::order, &Revisions::catalog, &Revisions::profile),
        [](const Shop& s, int) {
          return View{portfolio(s.facts()), pieces_to_choose(s.facts())};
        });
    if (!is_new) return;
    ++generation_;
    if (!chosen() && !view_->pieces.empty()) choose(view_->pieces.front());
    if (view_->pieces.empty()) edited_.reset();
  }

  void draw(Ui& ui, Intents& out) override {
    saved_ = ui.words(N_("Saved"));
    const bool is_compact = ui.size() == SizeClass::Compact;
    const bool has_pieces = !view_->pieces.empty();
    const PageFrame page = draw_page(ui, {.title = ui.words(N_("Portfolio")),
                                          .main = has_pieces ? ui.words(N_("Save as PDF")) : std::string_view(),
                                          .main_icon = icon::file_pdf,
                                          .side = has_pieces ? (is_compact ? 236.0f : 268.0f) : 0.0f});
    if (page.back) {
      keep(out);
      out.add(Back{});
    }
    if (page.main == Press::Tap) {
      keep(out);
      out.add(MakePaper{.file_name = "Portfolio.pdf",
                        .lay_out = [now = now_](const Database& facts, const Profile& profile) {
                          return portfolio_of(facts, profile, now);
                        }});
    }
    if (has_pieces && button(ui, "portfolio.pictures", page.side,
                             {.label = ui.words(N_("Save pictures to post")), .icon = icon::camera})) {
      keep(out);
      out.add(MakePictures{.folder_name = "Portfolio", .draw = posts_of});
    }
    if (!has_pieces) {
      if (empty_state(
              ui, "portfolio.empty", page.content,
              {.icon = icon::camera,
               .sentence = ui.words(N_("Show finished work here: orders with a picture of it, items with a photo.")),
               .action = ui.words(N_("Choose pieces"))}))
        is_choosing_ = true;
    } else {
      const float list_width = is_compact ? 288.0f : 380.0f;
      const Rect list = ui.left_handed() ? page.content.right_part(list_width) : page.content.left_part(list_width);
      const float right_x = ui.left_handed() ? page.content.x : list.right() + 24;
      draw_list(ui, out, list);
      draw_piece(ui, out, {right_x, page.content.y, page.content.w - list_width - 24, page.content.h});
    }
    draw_choices(ui, out);
  }

  void performed(const Outcome& outcome, Intents& out) override {
    if (outcome.kind == "save_piece" && is_adding_) {
      is_adding_ = false;
      wanted_ = Id<Piece>{outcome.subject};
      return;
    }
    if (outcome.kind != "arrange_pieces")
      out.add(ShowToast{.sentence = saved_, .icon = icon::check_circle, .offers_undo = outcome.is_undoable});
  }

 private:
  const ShownPiece* chosen() const {
    if (!edited_) return nullptr;
    const auto found =
        std::ranges::find(view_->pieces, edited_->piece.id, [](const ShownPiece& p) { return p.piece.id; });
    return found == view_->pieces.end() ? nullptr : &*found;
  }
  void choose(const ShownPiece& shown) {
    edited_ = Edited{shown.piece, shown.piece.year == 0 ? std::string() : std::to_string(shown.piece.year)};
  }
  // What was typed, if it differs from what is kept.
  void keep(Intents& out);
  void move(Intents& out, std::ptrdiff_t by);
  void draw_list(Ui& ui, Intents& out, Rect area);
  void draw_piece(Ui& ui, Intents& out, Rect area);
  void draw_preview(Ui& ui, Intents& out, Rect area, const ShownPiece& shown);
  void draw_choices(Ui& ui, Intents& out);

  Watched<int, View> view_;
  Instant now_;
  std::optional<Edited> edited_;  // the piece that is chosen
  std::optional<Id<Piece>> wanted_;
  bool is_choosing_ = false, is_adding_ = false, was_editing_ = false;
  std::uint64_t generation_ = 0;  // of what is known: a preview is of one
  std::string previewed_, brought_;
  std::shared_ptr<std::optional<BringPhoto>> preview_ = std::make_shared<std::optional<BringPhoto>>();
  std::string saved_;
};

void PortfolioScreen::keep(Intents& out) {
  const ShownPiece* const shown = chosen();
  if (!shown) return;
  Piece piece = edited_->piece;
  piece.year = 0;
  for (const char digit : edited_->year)
    if (digit >= '0' && digit <= '9' && piece.year < 10'000) piece.year = piece.year * 10 + (digit - '0');
  piece.hidden = shown->piece.hidden;
  if (piece == shown->piece || piece.title.empty()) return;
  out.perform(PortfolioCommand(SavePiece{piece}));
}

void PortfolioScreen::move(Intents& out, std::ptrdiff_t by) {
  std::vector<Id<Piece>> order;
  for (const ShownPiece& each : view_->pieces) order.push_back(each.piece.id);
  const auto at = std::ranges::find(order, edited_->piece.id);
  std::iter_swap(at, at + by);
  out.perform(PortfolioCommand(ArrangePieces{order}));
}

void PortfolioScreen::draw_list(Ui& ui, Intents& out, Rect area) {
  if (button(ui, "portfolio.choose", area.top_part(64), {.label = ui.words(N_("Choose pieces")), .icon = icon::plus}))
    is_choosing_ = true;
  const Rect list{area.x, area.y + 76, area.w, area.h - 76};
  const RowList rows(ui, "portfolio.list", list, {.count = view_->pieces.size(), .row_height = kRow});
  for (const RowList::Item& item : rows.visible()) {
    const ShownPiece& shown = view_->pieces[item.index];
    std::string below = shown.piece.year == 0 ? std::string() : std::to_string(shown.piece.year);
    if (shown.quote) below += (below.empty() ? "" : " · ") + std::string(ui.words(N_("with testimonial")));
    if (row(ui, fmt::format("portfolio.{}", item.index), item.rect,
            {.title = shown.piece.title,
             .subtitle = below,
             .photo = ui.photo(shown.photo),
             .selected = edited_ && edited_->piece.id == shown.piece.id})) {
      keep(out);
      choose(shown);
    }
  }
}

void PortfolioScreen::draw_piece(Ui& ui, Intents& out, Rect area) {
  if (wanted_) {
    const auto found = std::ranges::find(view_->pieces, *wanted_, [](const ShownPiece& p) { return p.piece.id; });
    if (found != view_->pieces.end()) choose(*found);
    wanted_.reset();
  }
  const ShownPiece* const shown = chosen();
  if (!shown) return;
  const float preview_width = std::min(std::floor(area.w * 0.42f), 340.0f);
  draw_preview(ui, out, {area.x, area.y, preview_width, preview_width * 1.25f}, *shown);
  const Rect column{area.x + preview_width + 24, area.y, area.w - preview_width - 24, area.h};
  float y = column.y + kLabel;
  field(ui, "piece.title", {column.x, y, column.w, 56}, edited_->piece.title,
        {.label = ui.words(N_("Title")), .longest_bytes = 200});
  y += 56 + 12 + kLabel;
  field(ui, "piece.year", {column.x, y, std::min(column.w, 160.0f), 56}, edited_->year,
        {.label = ui.words(N_("Year")), .kind = TextKind::Digits, .digits_only = true, .longest_bytes = 4});
  y += 56 + 12 + kLabel;
  field(ui, "piece.story", {column.x, y, column.w, 144}, edited_->piece.story,
        {.label = ui.words(N_("A short story")), .multiline = true, .longest_bytes = 2'000});
  y += 144 + 16;
  const bool is_editing = ui.editing("piece.title") || ui.editing("piece.year") || ui.editing("piece.story");
  if (std::exchange(was_editing_, is_editing) && !is_editing) keep(out);
  const std::string quote = shown->quote ? fmt::format("“{}” – {}", shown->quote->text, shown->quote->named)
                                         : std::string(ui.words(N_("No testimonial that may be shown.")));
  const float keys_y = column.bottom() - 64;
  text(ui, {column.x, y, column.w, std::max(26.0f, keys_y - 12 - y)}, quote,
       {.type = Type::Text,
        .color = ui.theme().ink2,
        .upright = Upright::Top,
        .cut = Cut::Names,
        .lines = std::max(1, static_cast<int>((keys_y - 12 - y) / 26)),
        .name = "piece.quote"});
  const Rect keys{column.x, keys_y, column.w, 64};
  const std::size_t at = static_cast<std::size_t>(shown - view_->pieces.data());
  if (button(ui, "piece.up", keys.column(0, 3, kGap),
             {.label = ui.words(N_("Move up")), .enabled = at > 0, .type = Type::SmallStrong}))
    move(out, -1);
  if (button(ui, "piece.down", keys.column(1, 3, kGap),
             {.label = ui.words(N_("Move down")), .enabled = at + 1 < view_->pieces.size(), .type = Type::SmallStrong}))
    move(out, 1);
  if (button(ui, "piece.out", keys.column(2, 3, kGap),
             {.label = ui.words(N_("Remove")), .kind = ButtonKind::Outline, .type = Type::SmallStrong})) {
    out.perform(PortfolioCommand(TakePieceOut{shown->piece.id}));
    edited_.reset();
  }
}

void PortfolioScreen::draw_preview(Ui& ui, Intents& out, Rect area, const ShownPiece& shown) {
  const std::string name = fmt::format("post {} {}", shown.piece.id.text(), generation_);
  if (previewed_ != name) {
    previewed_ = name;
    out.add(ReadInBackground{.work = [name, id = shown.piece.id, keep = preview_](
                                         const Database& facts, const Profile& profile) -> Jobs::Afterwards {
                               return [name, keep, jpeg = post_of(facts, profile, id, kPreviewWidth_px)] {
                                 *keep = BringPhoto{name, jpeg};
                               };
                             },
                             .failed = [](const std::exception&) {}});
  }
  if (preview_->has_value() && (*preview_)->name == name && brought_ != name) {
    brought_ = name;
    out.add(**preview_);
  }
  const Texture post = brought_ == name ? ui.photo(name) : Texture();
  plate(ui, area, kButtonRadius);
  photo(ui, area, post ? post : ui.photo(shown.photo), kButtonRadius);
  if (ui.theme().is_terik()) ui.paint().outline(area, ui.theme().divider, 2, kButtonRadius);
}

void PortfolioScreen::draw_choices(Ui& ui, Intents& out) {
  Sheet sheet(ui, "pieces", is_choosing_,
              {.title = ui.words(N_("Choose pieces")), .close_label = ui.words(N_("Close"))});
  if (!sheet.visible()) return;
  if (sheet.dismissed()) is_choosing_ = false;
  if (view_->choices.empty()) {
    text(
        ui, sheet.content().top_part(104),
        ui.words(N_("All finished work with a picture is in the portfolio. Put a picture of the work to an order, or a "
                    "photo to an item.")),
        {.type = Type::Body, .upright = Upright::Top, .lines = 4});
    return;
  }
  const RowList rows(ui, "pieces.list", sheet.content(), {.count = view_->choices.size(), .row_height = kRow});
  for (const RowList::Item& item : rows.visible()) {
    const PieceChoice& choice = view_->choices[item.index];
    if (row(ui, fmt::format("pieces.{}", item.index), item.rect,
            {.title = choice.piece.title,
             .subtitle = ui.words(choice.piece.order ? N_("Order") : N_("Item")),
             .icon = icon::plus,
             .photo = ui.photo(choice.photo)})) {
      keep(out);
      is_adding_ = true;
      out.perform(PortfolioCommand(SavePiece{choice.piece}));
    }
  }
}

}  // namespace

std::unique_ptr<Screen> make_portfolio_screen() {
  return std::make_unique<PortfolioScreen>();
}

}  // namespace lapak
