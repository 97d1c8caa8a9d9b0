// screens: sharing.
#include "app/screens/share_sheet.h"

#include <fmt/format.h>
#include <spawn.h>
#include <sys/wait.h>
#include <unistd.h>

#include "app/parts/button.h"
#include "app/parts/figure.h"
#include "app/parts/sheet.h"
#include "app/parts/text.h"

namespace lapak {
namespace {

std::string url_escaped(std::string_view text) {
  std::string escaped;
  for (const char c : text) {
    const bool is_plain =
        (c >= '0' && c <= '9') || (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') || c == '-' || c == '.' || c == '_';
    escaped += is_plain ? std::string(1, c) : fmt::format("%{:02X}", static_cast<unsigned char>(c));
  }
  return escaped;
}

// Hands a link to the desktop and does not wait for what it opens. False when there is nothing that opens links.
bool open_link(std::string link) {
  std::string shell = "sh", option = "-c";
  std::string script = "command -v xdg-open >/dev/null || exit 1; xdg-open \"$0\" >/dev/null 2>&1 &";
  char* arguments[]{shell.data(), option.data(), script.data(), link.data(), nullptr};
  pid_t process = 0;
  int status = 0;
  return posix_spawnp(&process, "sh", nullptr, nullptr, arguments, environ) == 0 &&
         waitpid(process, &status, 0) == process && WIFEXITED(status) && WEXITSTATUS(status) == 0;
}

}  // namespace

std::string chat_link(std::string_view phone, std::string_view message) {
  if (phone.starts_with('+')) phone.remove_prefix(1);
  return fmt::format("https://wa.me/{}?text={}", phone, url_escaped(message));
}

std::string mail_link(std::string_view address, std::string_view message) {
  return fmt::format("mailto:{}?body={}", address, url_escaped(message));
}

void open_draft(std::string link, const std::shared_ptr<Opening>& opening, Intents& out) {
  *opening = Opening::Asked;
  out.add(InBackground{[opening, link = std::move(link)](Progress&) -> Jobs::Afterwards {
                         return [opening, is_open = open_link(link)] {
                           *opening = is_open ? Opening::Done : Opening::Impossible;
                         };
                       },
                       [opening](const std::exception&) { *opening = Opening::Impossible; }});
}

void ShareSheet::open(std::string_view phone, std::string_view message) {
  has_phone_ = !phone.empty();
  link_ = chat_link(phone, message);
  auto code = qr_symbol(link_, QrRepair::Low);
  code_ = code ? std::optional(std::move(*code)) : std::nullopt;
  opening_ = std::make_shared<Opening>(Opening::NotAsked);
  is_open_ = true;
}

void ShareSheet::draw(Ui& ui, Intents& out) {
  Sheet sheet(ui, "share", is_open_, {.title = ui.words(N_("Send by WhatsApp")), .close_label = ui.words(N_("Close"))});
  if (!sheet.visible()) return;
  if (sheet.dismissed()) is_open_ = false;
  const Rect content = sheet.content();
  const Rect foot = content.bottom_part(80);
  const float side = std::min(content.w, foot.y - content.y - 176);
  if (code_) qr_code(ui, "share.code", {content.x + (content.w - side) / 2, content.y, side, side}, *code_);
  const std::string_view how =
      !code_ ? ui.words(N_("The receipt is too long for a code to scan."))
      : has_phone_
          ? ui.words(N_("Scan with your own phone. A chat with this customer opens, the receipt already written."))
          : ui.words(N_("Scan with any phone. WhatsApp opens with the receipt written; choose who gets it."));
  text(ui, {content.x, content.y + side + 12, content.w, 72}, how,
       {.type = Type::Text, .color = ui.theme().ink2, .upright = Upright::Top, .lines = 3});
  const std::string_view said =
      *opening_ == Opening::Impossible ? ui.words(N_("This computer cannot open links: scan the code with a phone."))
      : *opening_ == Opening::Done     ? ui.words(N_("The draft is open; nothing is sent by itself."))
                                       : std::string_view();
  text(ui, {foot.x, foot.y - 64, foot.w, 52}, said,
       {.type = Type::Text,
        .color = *opening_ == Opening::Impossible ? ui.theme().danger : ui.theme().ink2,
        .lines = 2,
        .name = "share.said"});
  if (button(ui, "share.open", foot,
             {.label = ui.words(N_("Open WhatsApp here")),
              .icon = icon::whatsapp_logo,
              .kind = ButtonKind::Primary,
              .enabled = *opening_ != Opening::Asked,
              .type = Type::Title})) {
    open_draft(link_, opening_, out);
  }
}

}  // namespace lapak
