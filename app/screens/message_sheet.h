// screens: a ready message to somebody: read, changed, opened as a WhatsApp or e-mail draft, and noted as written.
#pragma once
#include <memory>
#include <optional>
#include <string>

#include "app/screens/screen.h"
#include "app/screens/share_sheet.h"
#include "core/people/follow_up_commands.h"

namespace lapak {

class MessageSheet {
 public:
  struct Message {
    Id<Contact> contact;
    std::string name;
    std::string phone;  // E.164; empty: none
    std::string email;
    bool may_write = false;
    std::string language;
    std::string text;
    Occasion occasion = Occasion::Rhythm;  // whose template the words may become
    Cause cause = {};
  };
  void open(Message message);
  void close() { is_open_ = false; }
  bool is_open() const { return is_open_; }
  // Drawn last, every frame. Names "message.text", "message.whatsapp", "message.email", "message.written",
  // "message.template".
  void draw(Ui& ui, Intents& out);

 private:
  Message message_;
  bool is_open_ = false;
  std::shared_ptr<Opening> opening_ = std::make_shared<Opening>(Opening::NotAsked);
};

}  // namespace lapak
