// report: who to write to now.
#include "core/report/due_list.h"

#include <algorithm>

#include "core/people/follow_up_store.h"
#include "core/people/message.h"
#include "core/sale/sale_store.h"

namespace lapak {
namespace {

constexpr int quiet_for_days = 90;  // an old friend
constexpr int new_for_days = 7;
constexpr std::int64_t day_ms = 86'400'000;

std::string language_of(const Contact& contact, const Profile& profile) {
  const auto language = find_language(contact.language);
  return language && *language != Language::Pseudo ? contact.language : profile.language;
}

// The first of "Tas rajut, Lilin".
std::string first_piece(const std::string& pieces) {
  return pieces.substr(0, pieces.find(", "));
}

std::string message_of(const Database& database, const Profile& profile, const Contact& contact,
                       const LastPurchase& purchase, Occasion occasion, const std::string& what) {
  const std::string language = language_of(contact, profile);
  const Words& words = Words::in(find_language(language).value_or(Language::English));
  const auto own = message_template(database, occasion, language);
  return filled_message(own ? std::string_view(*own) : usual_message(occasion, words),
                        {contact.name, profile.name, first_piece(purchase.pieces), what});
}

// Whom a card may be made for.
struct Due {
  Id<Contact> contact;
  Occasion occasion = Occasion::Promise;
  std::optional<Date> due = {};
  std::optional<Reminder> reminder = {};
};

DueCard card_of(const Database& database, const Profile& profile, const Due& due) {
  const Contact contact = find_contact(database, due.contact).value();
  const LastPurchase purchase = last_purchase_of(database, due.contact);
  DueCard card{.contact = due.contact,
               .name = contact.name,
               .phone = chat_phone(contact),
               .email = contact.email,
               .may_write = contact.consent_at.has_value(),
               .occasion = due.occasion,
               .due = due.due,
               .last_piece = purchase.pieces,
               .last_piece_at = purchase.at,
               .language = language_of(contact, profile)};
  for (const Note& note : notes_of(database, due.contact, 1)) card.last_words = note.text;
  if (due.reminder) {
    card.reminder = due.reminder->id;
    card.what = due.reminder->text;
  }
  card.message = message_of(database, profile, contact, purchase, due.occasion, card.what);
  return card;
}

// Promises and rhythms from `from` (none: ever) through `until`, the earliest first.
std::vector<Due> due_between(const Database& database, std::optional<Date> from, Date until, int limit) {
  std::vector<Due> all;
  for (const Reminder& reminder : reminders_due(database, from, until, limit))
    all.push_back({reminder.contact, reminder.occasion, reminder.due, reminder});
  for (const RhythmDue& rhythm : rhythms_due(database, from, until, limit))
    all.push_back({rhythm.contact, Occasion::Rhythm, rhythm.due});
  std::ranges::stable_sort(all, {}, &Due::due);
  if (std::ssize(all) > limit) all.resize(static_cast<std::size_t>(limit));
  return all;
}

}  // namespace

DueList due_list(const Database& database, const Profile& profile, const DueQuestion& question) {
  const Date today = question.today, week_end = today.plus_days(6);
  const int limit = question.limit;
  const auto card = [&](const Due& due) { return card_of(database, profile, due); };
  DueList list;
  // Both are asked for by date, so that none of the week is hidden behind the late ones, nor they behind it.
  for (const Due& due : due_between(database, {}, today, limit)) list.now.push_back(card(due));
  for (const Due& due : due_between(database, today.plus_days(1), week_end, limit)) list.this_week.push_back(card(due));
  list.due_count = count_due(database, today);
  for (const Id<Contact>& id : birthdays_between(database, today, week_end, limit))
    list.suggested.push_back(card({id, Occasion::Birthday, next_return(find_contact(database, id)->birthday, today)}));
  for (const Id<Contact>& id : first_purchases_between(database, today, week_end, limit))
    list.suggested.push_back(
        card({id, Occasion::Year, next_return(clockwork_of(database, id).first_bought->iso(), today)}));
  const int days_since_monday = (today.weekday() + 6) % 7;
  if (const auto old_one =
          old_friend(database, today.plus_days(-quiet_for_days), today.plus_days(-days_since_monday), today))
    list.suggested.push_back(card({*old_one, Occasion::OldFriend, clockwork_of(database, *old_one).touched}));
  const Instant since{question.now.utc_ms - new_for_days * day_ms};
  for (const Id<Contact>& id : not_greeted_since(database, since, today, limit))
    list.new_people.push_back(card({id, Occasion::NewPeople}));
  if (const auto touched = circle_touched(database)) list.circle_quiet_days = std::max(0, today.days - touched->days);
  return list;
}

std::string ready_message(const Database& database, const Profile& profile, Id<Contact> contact, Occasion occasion,
                          const std::string& what) {
  const auto card = find_contact(database, contact);
  if (!card) return {};
  return message_of(database, profile, *card, last_purchase_of(database, contact), occasion, what);
}

}  // namespace lapak
