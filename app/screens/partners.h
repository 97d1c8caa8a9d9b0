// screens: the partners one has, and all that is between the shop and one of them (ux.md §2.16).
#pragma once
#include <memory>

#include "app/screens/screen.h"
#include "core/people/contact.h"

namespace lapak {

std::unique_ptr<Screen> make_partners_screen();
std::unique_ptr<Screen> make_partner_screen(Id<Contact> partner);

}  // namespace lapak
