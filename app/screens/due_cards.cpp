// screens: who may be written to now.
#include "app/screens/due_cards.h"

#include "app/parts/button.h"
#include "app/parts/figure.h"
#include "app/parts/list.h"
#include "app/parts/row.h"
#include "app/parts/text.h"
#include "app/screens/wording.h"
#include "core/base/check.h"

namespace lapak {
namespace {

constexpr float kCard = 176;
constexpr float kPitch = kCard + 12;
constexpr int kPutOff_days = 7;

Icon icon_of(Occasion occasion) {
  switch (occasion) {
    case Occasion::Promise:
      return icon::bell;
    case Occasion::Rhythm:
      return icon::heart;
    case Occasion::Birthday:
      return icon::cake;
    case Occasion::Year:
      return icon::calendar_check;
    case Occasion::NewPeople:
      return icon::smiley;
    case Occasion::OldFriend:
      return icon::clock_counter_clockwise;
    case Occasion::HowIsIt:
    case Occasion::MayIQuote:
      return icon::chat_circle;
  }
  LAPAK_ASSERT(false);
}

Cause cause_of(const DueCard& card) {
  return {.reminder = card.reminder, .occasion = card.occasion};
}

}  // namespace

std::string reason_of(const Ui& ui, const DueCard& card) {
  const std::string day = card.due ? ui.words().short_date(*card.due) : std::string();
  switch (card.occasion) {
    case Occasion::Promise:
      return say(ui, N_("promised for {}"), day);
    case Occasion::Rhythm:
      return say(ui, N_("the weeks were over on {}"), day);
    case Occasion::Birthday:
      return say(ui, N_("birthday on {}"), day);
    case Occasion::Year:
      return std::string(ui.words(N_("a year or more since the first piece")));
    case Occasion::NewPeople:
      return std::string(ui.words(N_("met lately")));
    case Occasion::HowIsIt:
    case Occasion::MayIQuote:
      return std::string(ui.words(N_("handed over: how is it?")));
    case Occasion::OldFriend:
      return say(ui, N_("an old friend, quiet since {}"), day);
  }
  LAPAK_ASSERT(false);
}

void DueCards::refresh(const Shop& shop) {
  today_ = shop.today();
  list_.refresh(shop, DueQuestion{.today = today_, .now = shop.now()},
                rooms(&Revisions::people, &Revisions::sale, &Revisions::profile),
                [](const Shop& s, const DueQuestion& q) { return due_list(s.facts(), s.profile(), q); });
}

bool DueCards::draw_card(Ui& ui, Intents& out, Rect place, const DueCard& card, int index) {
  const std::string name = fmt::format("due.{}", index);
  plate(ui, place);
  const Rect inside = place.inset(16, 8);
  const bool is_opened = row(ui, name, inside.top_part(64),
                             {.title = card.name.empty() ? std::string_view(card.phone) : std::string_view(card.name),
                              .subtitle = reason_of(ui, card),
                              .icon = icon_of(card.occasion),
                              .has_divider = false,
                              .has_arrow = true});
  std::string said = card.what.empty() ? card.last_words : card.what;
  if (!card.last_piece.empty()) said += (said.empty() ? "" : " · ") + card.last_piece;
  text(ui, {inside.x + 44, inside.y + 66, inside.w - 44, 26}, said,
       {.type = Type::Text, .color = ui.theme().ink2, .cut = Cut::Names});
  const Rect foot = inside.bottom_part(56);
  const Icon how = !card.phone.empty() ? icon::whatsapp_logo : icon::envelope;
  if (button(ui, name + ".write", foot.column(0, 4, kGap),
             {.label = ui.words(N_("Write")), .icon = how, .kind = ButtonKind::PrimaryOutline}))
    message_.open({.contact = card.contact,
                   .name = card.name,
                   .phone = card.phone,
                   .email = card.email,
                   .may_write = card.may_write,
                   .language = card.language,
                   .text = card.message,
                   .occasion = card.occasion,
                   .cause = cause_of(card)});
  if (button(ui, name + ".talked", foot.column(1, 4, kGap), {.label = ui.words(N_("Talked"))}))
    out.perform(PeopleCommand(Greet{card.contact, Way::Talked, {}, cause_of(card)}));
  if (button(ui, name + ".later", foot.column(2, 4, kGap), {.label = ui.words(N_("Later"))}))
    out.perform(PeopleCommand(PutOff{card.contact, cause_of(card), today_.plus_days(kPutOff_days)}));
  if (button(ui, name + ".let_go", foot.column(3, 4, kGap), {.label = ui.words(N_("Let go"))}))
    out.perform(PeopleCommand(LetGo{card.contact, cause_of(card)}));
  return is_opened;
}

std::optional<Id<Contact>> DueCards::draw(Ui& ui, Rect area, Intents& out) {
  std::optional<Id<Contact>> opened;
  const DueList& list = list_.view();
  const bool is_empty = list.now.empty() && list.this_week.empty() && list.suggested.empty() && list.new_people.empty();
  if (is_empty) {
    empty_state(ui, "due.empty", area,
                {.icon = icon::check_circle, .sentence = ui.words(N_("Everybody was greeted")), .is_main = false});
    return opened;
  }
  ScrollArea scroll(ui, "due.list", area, length_);
  float y = scroll.origin().y;
  const auto head = [&](std::string_view label) {
    text(ui, {area.x, y, area.w, 36}, label, {.type = Type::Strong, .color = ui.theme().ink2});
    y += 40;
  };
  if (list.circle_quiet_days) {
    const std::string quiet = *list.circle_quiet_days == 0
                                  ? std::string(ui.words(N_("Your circle heard from you today.")))
                                  : say(ui, N_("Your circle has been quiet for {} days."), *list.circle_quiet_days);
    text(ui, {area.x, y, area.w, 36}, quiet, {.type = Type::Text, .color = ui.theme().ink2, .name = "due.quiet"});
    y += 44;
  }
  int index = 0;
  const auto group = [&](std::string_view label, const std::vector<DueCard>& cards) {
    if (cards.empty()) return;
    head(ui.words(label));
    for (const DueCard& card : cards) {
      const Rect place{area.x, y, area.w, kCard};
      if (scroll.shows(place) && draw_card(ui, out, place, card, index)) opened = card.contact;
      ++index;
      y += kPitch;
    }
  };
  group(N_("Late and today"), list.now);
  group(N_("Greet the new people"), list.new_people);
  group(N_("Perhaps"), list.suggested);
  group(N_("This week"), list.this_week);
  length_ = y + 16 - scroll.origin().y;
  return opened;
}

}  // namespace lapak
