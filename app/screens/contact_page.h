// screens: a person's page: what was promised and said first, then all that happened.
#pragma once
#include <memory>

#include "app/screens/screen.h"

namespace lapak {

std::unique_ptr<Screen> make_contact_page(Id<Contact> contact);

}  // namespace lapak
