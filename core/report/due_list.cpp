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

std::string message_of(const Database& database, const Profile& profile, const CustomerCard& card,
                       const std::string& language, Occasion occasion, const std::string& what) {
  const Words& words = Words::in(find_language(language).value_or(Language::English));
  const auto own = message_template(database, occasion, language);
  return filled_message(own ? std::string_view(*own) : usual_message(occasion, words),
                        {card.contact.name, profile.name, first_piece(card.last_purchase), what});
}

class Cards {
 public:
  Cards(const Database& database, const Profile& profile) : database_(database), profile_(profile) {}

  DueCard of(Id<Contact> id, Occasion occasion, std::optional<Date> due, const Reminder* reminder = nullptr) const {
    const CustomerCard card = customer_card(database_, id).value();
    DueCard due_card{.contact = id,
                     .name = card.contact.name,
                     .phone = chat_phone(card.contact),
                     .email = card.contact.email,
                     .may_write = card.contact.consent_at.has_value(),
                     .occasion = occasion,
                     .due = due,
                     .last_piece = card.last_purchase,
                     .last_piece_at = card.last_purchase_at,
                     .language = language_of(card.contact, profile_)};
    if (!card.notes.empty()) due_card.last_words = card.notes.front().text;
    if (reminder) {
      due_card.reminder = reminder->id;
      due_card.what = reminder->text;
    }
    due_card.message = message_of(database_, profile_, card, due_card.language, occasion, due_card.what);
    return due_card;
  }

 private:
  const Database& database_;
  const Profile& profile_;
};

}  // namespace

DueList due_list(const Database& database, const Profile& profile, const DueQuestion& question) {
  const Cards cards(database, profile);
  const Date today = question.today, week_end = today.plus_days(6);
  const int limit = question.limit;
  DueList list;
  // Both are asked for by date, so that no late one is hidden behind those of the week.
  for (const auto& [until, into] : {std::pair{today, &list.now}, {week_end, &list.this_week}}) {
    const int most = limit + static_cast<int>(list.now.size());
    for (const Reminder& reminder : reminders_due(database, until, most))
      if (until == today || *reminder.due > today)
        into->push_back(cards.of(reminder.contact, reminder.occasion, reminder.due, &reminder));
    for (const RhythmDue& rhythm : rhythms_due(database, until, most))
      if (until == today || rhythm.due > today) into->push_back(cards.of(rhythm.contact, Occasion::Rhythm, rhythm.due));
    std::ranges::stable_sort(*into, {}, &DueCard::due);
    if (std::ssize(*into) > limit) into->resize(static_cast<std::size_t>(limit));
  }
  list.due_count = count_due(database, today);
  for (const Id<Contact>& id : birthdays_between(database, today, week_end, limit))
    list.suggested.push_back(
        cards.of(id, Occasion::Birthday, next_return(find_contact(database, id)->birthday, today)));
  for (const Id<Contact>& id : first_purchases_between(database, today, week_end, limit))
    list.suggested.push_back(
        cards.of(id, Occasion::Year, next_return(clockwork_of(database, id).first_bought->iso(), today)));
  const int days_since_monday = (today.weekday() + 6) % 7;
  if (const auto old_one =
          old_friend(database, today.plus_days(-quiet_for_days), today.plus_days(-days_since_monday), today))
    list.suggested.push_back(cards.of(*old_one, Occasion::OldFriend, clockwork_of(database, *old_one).touched));
  const Instant since{question.now.utc_ms - new_for_days * day_ms};
  for (const Id<Contact>& id : not_greeted_since(database, since, today, limit))
    list.new_people.push_back(cards.of(id, Occasion::NewPeople, std::nullopt));
  if (const auto touched = circle_touched(database)) list.circle_quiet_days = std::max(0, today.days - touched->days);
  return list;
}

std::string ready_message(const Database& database, const Profile& profile, Id<Contact> contact, Occasion occasion,
                          const std::string& what) {
  const auto card = customer_card(database, contact);
  if (!card) return {};
  return message_of(database, profile, *card, language_of(card->contact, profile), occasion, what);
}

}  // namespace lapak
