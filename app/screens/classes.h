// screens: classes: all of them, the page of one, and its editor.
#pragma once
#include <memory>
#include <optional>

#include "core/books/class_session.h"

namespace lapak {

class Screen;

std::unique_ptr<Screen> make_classes_screen();
std::unique_ptr<Screen> make_class_page(Id<ClassSession> session);
// None: a new one.
std::unique_ptr<Screen> make_class_editor(std::optional<ClassSession> session);

}  // namespace lapak
