// screens: a ready message.
#include "app/screens/message_sheet.h"

#include "app/parts/button.h"
#include "app/parts/field.h"
#include "app/parts/sheet.h"
#include "app/parts/text.h"
#include "app/screens/wording.h"
#include "core/base/text.h"

namespace lapak {

void MessageSheet::open(Message message) {
  message_ = std::move(message);
  opening_ = std::make_shared<Opening>(Opening::NotAsked);
  is_open_ = true;
}

void MessageSheet::draw(Ui& ui, Intents& out) {
  Sheet sheet(ui, "message", is_open_,
              {.title = say(ui, N_("Write to {}"), message_.name), .close_label = ui.words(N_("Close")), .foot = 80});
  if (!sheet.visible()) return;
  const Rect content = sheet.content();
  field(ui, "message.text", {content.x, content.y, content.w, 220}, message_.text,
        {.multiline = true, .longest_bytes = 2'000});
  const std::string_view said =
      *opening_ == Opening::Impossible ? ui.words(N_("This computer cannot open links: copy the message to a phone."))
      : *opening_ == Opening::Done     ? ui.words(N_("The draft is open; nothing is sent by itself."))
      : !message_.may_write            ? ui.words(N_("They have not said yet that you may write."))
                                       : std::string_view();
  text(ui, {content.x, content.y + 232, content.w, 52}, said,
       {.type = Type::Text, .color = ui.theme().ink2, .upright = Upright::Top, .lines = 2, .name = "message.said"});
  const bool has_words = !trimmed(message_.text).empty();
  const bool has_way = !message_.phone.empty() || !message_.email.empty();
  const bool is_opening = *opening_ == Opening::Asked;
  float y = content.y + 292;
  const auto wide = [&](float height) {
    const Rect place{content.x, y, content.w, height};
    y += height + kGap;
    return place;
  };
  const bool can_open = has_words && !is_opening;
  const bool by_chat = !message_.phone.empty();
  if (by_chat && !message_.email.empty() &&
      button(ui, "message.email", wide(56),
             {.label = ui.words(N_("Open as e-mail")), .icon = icon::envelope, .enabled = can_open}))
    open_draft(mail_link(message_.email, message_.text), opening_, out);
  if (!has_way) {
    text(ui, wide(52), ui.words(N_("There is no number and no e-mail address on this card.")),
         {.type = Type::Text, .upright = Upright::Top, .lines = 2});
  }
  const ButtonSpec sent{.label = ui.words(N_("Mark as sent")),
                        .icon = icon::check,
                        .kind = has_way ? ButtonKind::Secondary : ButtonKind::Primary,
                        .enabled = has_words,
                        .type = has_way ? Type::Button : Type::Title};
  bool is_sent = has_way && button(ui, "message.written", wide(56), sent);
  if (button(ui, "message.template", wide(56),
             {.label = ui.words(N_("Keep these words for next time")),
              .icon = icon::floppy_disk,
              .kind = ButtonKind::Quiet,
              .enabled = has_words})) {
    std::string words = message_.text;
    if (const std::size_t at = words.find(message_.name); at != std::string::npos && !message_.name.empty())
      words.replace(at, message_.name.size(), "{name}");
    out.perform(PeopleCommand(SaveTemplate{message_.occasion, message_.language, words}));
  }
  if (!has_way) {
    is_sent = button(ui, "message.written", sheet.foot(), sent);
  } else if (button(ui, by_chat ? "message.whatsapp" : "message.email", sheet.foot(),
                    {.label = ui.words(by_chat ? N_("Open in WhatsApp") : N_("Open as e-mail")),
                     .icon = by_chat ? icon::whatsapp_logo : icon::envelope,
                     .kind = ButtonKind::Primary,
                     .enabled = can_open,
                     .type = Type::Title})) {
    open_draft(by_chat ? chat_link(message_.phone, message_.text) : mail_link(message_.email, message_.text), opening_,
               out);
  }
  if (is_sent) {
    out.perform(PeopleCommand(Greet{message_.contact, Way::Written, message_.text, message_.cause}));
    is_open_ = false;
  }
  if (sheet.dismissed()) is_open_ = false;
  if (!is_open_) ui.leave_field();
}

}  // namespace lapak
