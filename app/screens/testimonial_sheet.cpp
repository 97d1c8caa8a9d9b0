// screens: a testimonial.
#include "app/screens/testimonial_sheet.h"

#include <algorithm>
#include <array>

#include "app/parts/button.h"
#include "app/parts/field.h"
#include "app/parts/figure.h"
#include "app/parts/sheet.h"
#include "app/parts/text.h"
#include "app/screens/page.h"
#include "core/base/hex.h"
#include "core/base/text.h"
#include "core/portfolio/portfolio_commands.h"
#include "core/portfolio/testimonial_store.h"
#include "core/report/due_list.h"

namespace lapak {
namespace {

constexpr float kLabel = 28;
constexpr float kBox = 56;
constexpr std::array<std::string_view, 3> kWays{N_("WhatsApp"), N_("Face to face"), N_("In writing")};

}  // namespace

TestimonialSheet::Wanted testimonial_about(const Shop& shop, const CustomOrder& order, const Contact& client) {
  Testimonial said{.contact = client.id, .named = client.name, .order = order.id};
  if (!client.town.empty()) said.named += (said.named.empty() ? "" : ", ") + client.town;
  if (const auto known = testimonials_about(shop.facts(), order.id); !known.empty()) said = known.front();
  const std::string what(first_line(order.what));
  return {.said = said,
          .piece = what,
          .ask = {.contact = client.id,
                  .name = client.name,
                  .phone = chat_phone(client),
                  .email = client.email,
                  .may_write = client.consent_at.has_value(),
                  .language = client.language.empty() ? shop.profile().language : client.language,
                  .text = ready_message(shop.facts(), shop.profile(), client.id, Occasion::MayIQuote, what),
                  .occasion = Occasion::MayIQuote}};
}

void TestimonialSheet::open(Wanted wanted, Date today) {
  wanted_ = std::move(wanted);
  today_ = today;
  photo_.reset();
  is_open_ = true;
}

bool TestimonialSheet::dropped(const std::filesystem::path& file, Intents& out) {
  if (!is_open_ || !has_own_picture()) return false;
  reading_.begin(file, out);
  return true;
}

// Of a class or a piece of no order: its own.
void TestimonialSheet::draw_picture(Ui& ui, Intents& out, Rect tile) {
  std::string& photo = wanted_.said.photo;
  for (Attachment& come : reading_.take(out)) {
    photo = hex(come.hash);
    photo_ = std::move(come);
  }
  std::optional<Texture> picture;
  if (!photo.empty()) picture = ui.photo(photo);
  if (picture_tile(ui, "testimonial.picture", tile, picture, reading_.is_busy() ? "…" : ui.words(N_("Picture"))))
    files_.open({.kind = FileKind::Picture, .title = std::string(ui.words(N_("Choose a photo")))}, out);
}

void TestimonialSheet::draw(Ui& ui, Intents& out) {
  Testimonial& said = wanted_.said;
  const bool is_known = !said.id.is_nil();
  {
    Sheet sheet(ui, "testimonial", is_open_,
                {.title = ui.words(N_("Testimonial")), .close_label = ui.words(N_("Close")), .foot = 80});
    if (sheet.visible()) {
      if (sheet.dismissed()) is_open_ = false;
      const Rect content = sheet.content();
      float y = content.y;
      const auto wide = [&](float height, float below) {
        const Rect place{content.x, y, content.w, height};
        y += height + below;
        return place;
      };
      if (!wanted_.piece.empty())
        text(ui, wide(28, 8), wanted_.piece, {.type = Type::Text, .color = ui.theme().ink2, .cut = Cut::Names});
      if (!is_known && !wanted_.ask.text.empty() &&
          button(ui, "testimonial.ask", wide(kBox, 12),
                 {.label = ui.words(N_("Ask by message first")), .icon = icon::whatsapp_logo}))
        message_.open(wanted_.ask);
      y += kLabel;
      const bool is_free = has_own_picture();
      const Rect words = wide(96, 12 + kLabel);
      if (is_free) draw_picture(ui, out, words.right_part(96));
      field(ui, "testimonial.text", is_free ? words.left_part(words.w - 104) : words, said.text,
            {.label = ui.words(N_("In their words")), .multiline = true, .longest_bytes = 2'000});
      field(ui, "testimonial.named", wide(kBox, 12), said.named,
            {.label = ui.words(N_("Named as")), .longest_bytes = 200});
      if (is_free) {
        y += kLabel;
        const Rect about = wide(kBox, 12);
        field(ui, "testimonial.about", about.left_part(about.w - 128), said.about,
              {.label = ui.words(N_("About which class or piece?")), .longest_bytes = 200});
        if (button(ui, "testimonial.item", about.right_part(120), {.label = ui.words(N_("Item")), .icon = icon::tag}))
          pick_.open(std::string(ui.words(N_("About which item?"))));
      }
      if (switch_row(ui, "testimonial.consent", wide(kBox, 4), ui.words(N_("May be shown to others")),
                     said.consented_on.has_value()))
        said.consented_on = said.consented_on ? std::nullopt : std::optional(today_);
      if (said.consented_on) {
        std::vector<std::string> labels;
        std::optional<std::size_t> chosen;
        for (const std::string_view way : kWays) {
          labels.emplace_back(ui.words(way));
          if (labels.back() == said.given_how) chosen = labels.size() - 1;
        }
        if (const auto way = chips(ui, "testimonial.how", wide(48, 12), labels, chosen)) said.given_how = labels[*way];
      } else {
        text(ui, wide(48, 12), ui.words(N_("Kept for you alone, until they say so.")),
             {.type = Type::Text, .color = ui.theme().ink2, .upright = Upright::Top, .lines = 2});
      }
      const float bottom = content.bottom() - 80 - (is_known ? 68 : 0);
      if (is_known &&
          button(ui, "testimonial.withdraw", {content.x, bottom, content.w, kBox},
                 {.label = ui.words(N_("Withdraw it")), .icon = icon::trash, .kind = ButtonKind::Outline})) {
        out.perform(PortfolioCommand(WithdrawTestimonial{said.id}));
        is_open_ = false;
      }
      if (button(ui, "testimonial.ok", sheet.foot(),
                 {.label = ui.words(N_("Save")),
                  .icon = icon::check,
                  .kind = ButtonKind::Primary,
                  .enabled = !trimmed(said.text).empty(),
                  .type = Type::Title})) {
        out.perform(PortfolioCommand(GiveTestimonial{said, photo_}));
        is_open_ = false;
      }
    }
  }
  // Only those that can be opened here: the screen beneath may have sheets of the same kind.
  if (!wanted_.ask.text.empty()) message_.draw(ui, out);
  if (said.contact.is_nil() || said.order) return;
  if (const auto file = files_.draw(ui)) reading_.begin(*file, out);
  if (const auto picked = pick_.draw(ui, out)) {
    said.product = picked->card;
    wanted_.piece = picked->name;
  }
}

}  // namespace lapak
