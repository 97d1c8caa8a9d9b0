// people: a ready message: a template with fields, filled in the contact's language. Pure.
#pragma once
#include <string>
#include <string_view>

#include "core/people/follow_up.h"
#include "core/words/words.h"

namespace lapak {

struct MessageFields {
  std::string name;
  std::string shop;
  std::string piece;  // what she bought last
  std::string what;   // what was promised
};

// "{name}", "{shop}", "{piece}" and "{what}" are filled in. A sentence with a field that has nothing to say falls away,
// so that one template serves who bought something and who did not. Anything else in braces stays as it is.
std::string filled_message(std::string_view message, const MessageFields& fields);

// What Lapak proposes where the shop has no words of its own.
std::string_view usual_message(Occasion occasion, const Words& words);

}  // namespace lapak
