// screens: what is said of a class.
#include "app/screens/class_said.h"

#include "app/screens/wording.h"

namespace lapak {
namespace {

constexpr int kDay_minutes = 24 * 60;
constexpr int kThisWeek_days = 7;

std::string clock(std::int64_t minutes, const Words& words) {
  const auto minute = static_cast<int>(minutes % kDay_minutes);
  return words.time({.date = {}, .hour = minute / 60, .minute = minute % 60});
}

}  // namespace

std::string class_when(const ClassSession& session, const Words& words) {
  return fmt::format("{} · {}–{}", words.weekday_date(session.day), clock(session.begins_minutes, words),
                     clock(session.begins_minutes + session.minutes, words));
}

std::string class_seats(const ClassRow& row, const Words& words) {
  return say(words, N_("{0} of {1} seats"), words.count(row.taken), words.count(row.session.seats));
}

std::optional<Pill> class_pill(const ClassRow& row, Date today, const Words& words) {
  const auto said = [&](std::string_view label, Tone tone) {
    return Pill{.label = std::string(words(label)), .tone = tone};
  };
  if (row.session.called_off) return said(N_("Called off"), Tone::Danger);
  if (row.session.day < today) return said(N_("Over"), Tone::Neutral);
  if (row.taken >= row.session.seats) return said(N_("Full"), Tone::Success);
  if (row.session.day < today.plus_days(kThisWeek_days)) return said(N_("This week"), Tone::Warning);
  return std::nullopt;
}

}  // namespace lapak
