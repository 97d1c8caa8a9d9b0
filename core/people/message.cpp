// people: a ready message.
#include "core/people/message.h"

#include <algorithm>
#include <array>
#include <utility>

#include "core/base/check.h"

namespace lapak {
namespace {

bool ends_sentence(std::string_view text, std::size_t at) {
  if (text[at] == '\n') return true;
  const bool is_mark = text[at] == '.' || text[at] == '?' || text[at] == '!';
  return is_mark && (at + 1 == text.size() || text[at + 1] == ' ' || text[at + 1] == '\n');
}

// The sentence filled in; empty when a field of it is.
std::string filled_sentence(std::string_view sentence, const MessageFields& fields) {
  const std::array<std::pair<std::string_view, const std::string*>, 4> known{
      {{"{name}", &fields.name}, {"{shop}", &fields.shop}, {"{piece}", &fields.piece}, {"{what}", &fields.what}}};
  std::string filled;
  while (!sentence.empty()) {
    const auto* field = [&]() -> const std::pair<std::string_view, const std::string*>* {
      for (const auto& each : known)
        if (sentence.starts_with(each.first)) return &each;
      return nullptr;
    }();
    if (!field) {
      filled += sentence.front();
      sentence.remove_prefix(1);
      continue;
    }
    if (field->second->empty()) return {};
    filled += *field->second;
    sentence.remove_prefix(field->first.size());
  }
  return filled;
}

}  // namespace

std::string filled_message(std::string_view message, const MessageFields& fields) {
  std::string filled;
  for (std::size_t begin = 0; begin < message.size();) {
    std::size_t end = begin;
    while (end < message.size() && !ends_sentence(message, end)) ++end;
    end = std::min(end + 1, message.size());
    while (end < message.size() && message[end] == ' ') ++end;
    filled += filled_sentence(message.substr(begin, end - begin), fields);
    begin = end;
  }
  while (filled.ends_with(' ')) filled.pop_back();
  return filled;
}

std::string_view usual_message(Occasion occasion, const Words& words) {
  switch (occasion) {
    case Occasion::Promise:
      return words(N_("Hello {name}, about what I promised: {what}. Greetings, {shop}."));
    case Occasion::Rhythm:
      return words(
          N_("Hello {name}, I was just thinking of you. How are you? I hope {piece} still gives you joy. Greetings, "
             "{shop}."));
    case Occasion::Birthday:
      return words(N_("Hello {name}, happy birthday and all the best. Greetings, {shop}."));
    case Occasion::Year:
      return words(
          N_("Hello {name}, about a year ago we met over your first piece from us. I hope it still gives you joy. "
             "Greetings, {shop}."));
    case Occasion::NewPeople:
      return words(
          N_("Hello {name}, it was good to meet you at our stall. Thank you for choosing {piece}. Greetings, {shop}."));
    case Occasion::HowIsIt:
      return words(
          N_("Hello {name}, how is it going with what we made for you: {what}? Is all as you wished? Greetings, "
             "{shop}."));
    case Occasion::MayIQuote:
      return words(N_(
          "Hello {name}, thank you for trusting us with this: {what}. May I show a sentence of yours about it, with a "
          "picture of the piece? And how may I name you? Greetings, {shop}."));
    case Occasion::OldFriend:
      return words(N_("Hello {name}, it has been a while. How are you? I still remember {piece}. Greetings, {shop}."));
  }
  LAPAK_ASSERT(false);
}

}  // namespace lapak
