// shop: a class in a few lines.
#include "core/shop/class_papers.h"

#include <fmt/format.h>

#include "core/people/people_store.h"
#include "core/report/class_report.h"
#include "core/words/filled.h"

namespace lapak {
namespace {

std::string when_and_where(const ClassSession& session, const Words& words) {
  const int minute = session.begins_minutes;
  std::string said = filled(words(N_("{0}, at {1}")), words.full_date(session.day),
                            words.time({.date = {}, .hour = minute / 60, .minute = minute % 60}));
  if (!session.place.empty()) said += " · " + session.place;
  return said;
}

}  // namespace

std::string class_text(const Database& database, const Profile& profile, Id<ClassSession> id) {
  const Words& words = profile.words();
  const std::optional<ClassSession> session = find_class(database, id);
  LAPAK_ASSERT(session.has_value());
  std::string text = fmt::format("{}\n{}\n{}\n", profile.name, session->name, when_and_where(*session, words));
  const auto line = [&text](const std::string& said) { text += said + '\n'; };
  line(filled(words(N_("A seat: {}")), words.money(session->price, profile.money())));
  if (session->deposit_percent > 0)
    line(filled(words(N_("Deposit {}.")), words.percent({session->deposit_percent, 100})));
  const std::int64_t left = session->seats - seats_taken(database, id);
  line(session->called_off ? std::string(words(N_("It is called off.")))
       : left == 0         ? std::string(words(N_("All seats are taken.")))
                           : filled(words.plural("{} seat is left.", "{} seats are left.", left), words.count(left)));
  if (!session->note.empty()) line(session->note);
  if (const auto quote = published_class_quote(database, *session))
    line('\n' + fmt::format("“{}”{}", quote->text, quote->named.empty() ? std::string() : " – " + quote->named));
  return text;
}

std::string class_message(const Database& database, const Profile& profile, const ClassSession& session,
                          const Participant& participant) {
  const auto contact = find_contact(database, kept_contact(database, participant.row.order.client));
  const auto language = contact ? find_language(contact->language) : std::nullopt;
  const Words& words = language ? Words::in(*language) : profile.words();
  std::string text = filled(words(N_("Hello {},")), participant.row.client) + '\n';
  const auto line = [&text](const std::string& said) { text += said + '\n'; };
  if (session.called_off) {
    line(filled(words(N_("sorry: {0} on {1} is called off.")), session.name, words.full_date(session.day)));
    if (participant.row.deposit > Money{})
      line(
          filled(words(N_("You get your deposit of {} back.")), words.money(participant.row.deposit, profile.money())));
  } else {
    line(filled(words(N_("see you at {}.")), session.name));
    line(when_and_where(session, words));
    if (participant.row.rest > Money{})
      line(filled(words(N_("Still to pay: {}")), words.money(participant.row.rest, profile.money())));
    if (!session.note.empty()) line(session.note);
  }
  line(profile.name);
  return text;
}

}  // namespace lapak
