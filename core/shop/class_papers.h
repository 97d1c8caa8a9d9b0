// shop: a class in a few lines, to be sent: to everybody who might come, and to each who takes part.
//
// Questions only. Any thread with its own connection.
#pragma once
#include <string>

#include "core/books/class_store.h"
#include "core/profile/profile.h"

namespace lapak {

// What is offered, when, where, what a seat costs and how many are left, with what somebody said of it; names nobody
// but her who let it be published. In the shop's language. Asserts: the class is known.
std::string class_text(const Database& database, const Profile& profile, Id<ClassSession> session);
// When and where, and what is still to be paid; that it will not be, where it is called off. In her language.
std::string class_message(const Database& database, const Profile& profile, const ClassSession& session,
                          const Participant& participant);

}  // namespace lapak
