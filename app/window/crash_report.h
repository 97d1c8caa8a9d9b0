// window: what is left behind when the program is wrong, so that the next start can show it.
//
// A report says what failed, with which version on which machine, the kinds of the last commands, and the stack. It
// holds nothing that anybody typed.
#pragma once
#include <filesystem>
#include <string_view>

namespace lapak {

// From here on a failed assertion, an exception that nobody caught and a fault of memory leave a report in `file`, in
// place of an older one, and the process ends as it would have. Once, at the start; the folder must be there by then.
void keep_crash_reports(const std::filesystem::path& file, std::string_view version);

// What the program is about to do or has done: the kind of a command, never what was typed. Any thread; costs nothing.
void note_for_crash_report(std::string_view step);

}  // namespace lapak
