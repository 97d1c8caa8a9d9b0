// screens: pre-order rounds: all of them, the page of one, its editor, and taking part.
#pragma once
#include <memory>
#include <optional>

#include "core/order/round.h"

namespace lapak {

class Screen;
struct Contact;

std::unique_ptr<Screen> make_rounds_screen();
std::unique_ptr<Screen> make_round_page(Id<Round> round);
// None: a new one.
std::unique_ptr<Screen> make_round_editor(std::optional<Round> round);
// Of a client who takes part already what she has is changed.
std::unique_ptr<Screen> make_round_join(Id<Round> round, std::optional<Id<Contact>> client = {});

}  // namespace lapak
