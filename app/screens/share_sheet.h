// screens: a receipt as a message: a WhatsApp draft on this computer, or on the phone that scans the code.
#pragma once
#include <memory>
#include <optional>
#include <string>
#include <string_view>

#include "app/screens/screen.h"
#include "core/paper/code_symbol.h"

namespace lapak {

// "https://wa.me/6281234567890?text=…": a draft to this number (E.164), or without one to whom the sender picks.
std::string chat_link(std::string_view phone, std::string_view message);

// "mailto:ratna@example.com?body=…"
std::string mail_link(std::string_view address, std::string_view message);

// How far a draft is that the desktop was asked to open.
enum class Opening { NotAsked, Asked, Done, Impossible };
// Asks the desktop, on the worker; `opening` says what came of it.
void open_draft(std::string link, const std::shared_ptr<Opening>& opening, Intents& out);

class ShareSheet {
 public:
  void open(std::string_view phone, std::string_view message);
  bool is_open() const { return is_open_; }
  // Drawn last, every frame. Names "share.code", "share.open", "share.said".
  void draw(Ui& ui, Intents& out);

 private:
  bool is_open_ = false;
  bool has_phone_ = false;
  std::string link_;
  std::optional<CodeSymbol> code_;  // none: the message is too long for one
  std::shared_ptr<Opening> opening_ = std::make_shared<Opening>(Opening::NotAsked);  // shared with the worker
};

}  // namespace lapak
