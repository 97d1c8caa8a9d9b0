// screens: what may follow a handing over.
#include "app/screens/what_next.h"

#include <utility>

#include "app/parts/button.h"
#include "app/screens/order_editor.h"
#include "app/screens/wording.h"
#include "core/base/text.h"
#include "core/order/order_store.h"
#include "core/people/follow_up_store.h"

namespace lapak {
namespace {

constexpr int kUntilAsked_days = 7;

}  // namespace

WhatNext::View WhatNext::ask(const Shop& shop, Id<CustomOrder> id) {
  View view;
  const auto order = find_order(shop.facts(), id);
  if (!order || order->stage != OrderStage::HandedOver || order->what.empty()) return view;
  const auto contact = find_contact(shop.facts(), kept_contact(shop.facts(), order->client));
  if (!contact || contact->hidden) return view;
  view.offers = true;
  view.order = *order;
  view.what = first_line(order->what);
  for (const Reminder& reminder : reminders_of(shop.facts(), contact->id, 20))
    if (reminder.occasion == Occasion::HowIsIt && reminder.due && reminder.text == view.what)
      view.reminded_on = reminder.due;
  view.quote = testimonial_about(shop, *order, *contact);
  return view;
}

void WhatNext::refresh(const Shop& shop, std::optional<Id<CustomOrder>> order) {
  today_ = shop.today();
  const bool is_helper = !shop.may(Right::People);
  view_.reset();
  if (order && !is_helper) {
    watched_.refresh(shop, *order,
                     rooms(&Revisions::order, &Revisions::people, &Revisions::portfolio, &Revisions::profile),
                     [](const Shop& s, Id<CustomOrder> id) { return ask(s, id); });
    view_ = watched_.view();
  }
  testimonial_.refresh(shop);
}

void WhatNext::draw(Ui& ui, Intents& out, Rect row) {
  if (!offers()) return;
  reminded_ = say(ui, N_("Comes up among those to write to on {}."),
                  ui.words().weekday_date(today_.plus_days(kUntilAsked_days)));
  written_ = ui.words(N_("Saved"));
  const std::string day = view_->reminded_on ? ui.words().short_date(*view_->reminded_on) : std::string();
  if (button(ui, "next.how", row.column(0, 3, kGap),
             {.label = ui.words(N_("How is it?")),
              .icon = icon::chat_circle,
              .sub_label = day,
              .enabled = !view_->reminded_on,
              .type = Type::SmallStrong})) {
    is_reminding_ = true;
    out.perform(PeopleCommand(SetReminder{
        view_->quote.said.contact, {}, today_.plus_days(kUntilAsked_days), view_->what, Occasion::HowIsIt}));
  }
  if (button(ui, "next.quote", row.column(1, 3, kGap),
             {.label = ui.words(view_->quote.said.id.is_nil() ? N_("May I quote you?") : N_("Testimonial")),
              .icon = icon::note_pencil,
              .type = Type::SmallStrong}))
    testimonial_.open(view_->quote, today_);
  if (button(ui, "next.else", row.column(2, 3, kGap),
             {.label = ui.words(N_("What else?")), .icon = icon::plus, .type = Type::SmallStrong}))
    out.add(Open{make_order_editor(NewOrder{.client = view_->quote.said.contact})});
}

void WhatNext::performed(const Outcome& outcome, Intents& out) {
  if (outcome.kind == "set_reminder" && std::exchange(is_reminding_, false))
    out.add(ShowToast{.sentence = reminded_, .icon = icon::check_circle, .offers_undo = true});
  if (outcome.kind == "give_testimonial" || outcome.kind == "withdraw_testimonial" || outcome.kind == "greet")
    out.add(ShowToast{.sentence = written_, .icon = icon::check_circle, .offers_undo = outcome.is_undoable});
}

}  // namespace lapak
