// screens: a contact's card, new or changed.
#pragma once
#include <memory>
#include <optional>

#include "app/screens/screen.h"

namespace lapak {

// Nobody: a new one; once saved, its page takes the editor's place.
std::unique_ptr<Screen> make_contact_editor(std::optional<Id<Contact>> contact);

}  // namespace lapak
