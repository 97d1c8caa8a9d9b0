// screens: whom one met at a fair: a thank-you ready for each, to be read, changed and sent by hand.
#include "app/parts/button.h"
#include "app/parts/figure.h"
#include "app/parts/list.h"
#include "app/parts/row.h"
#include "app/parts/text.h"
#include "app/screens/contact_page.h"
#include "app/screens/contact_pick.h"
#include "app/screens/fairs.h"
#include "app/screens/message_sheet.h"
#include "app/screens/page.h"
#include "app/screens/screen.h"
#include "app/screens/watched.h"
#include "app/screens/wording.h"
#include "core/people/people_store.h"
#include "core/report/due_list.h"
#include "core/report/fair_report.h"

namespace lapak {
namespace {

class FairGreetScreen final : public Screen {
 public:
  explicit FairGreetScreen(Id<Fair> fair) : fair_(fair) {}

  void refresh(const Shop& shop) override {
    view_.refresh(shop, shop.today(), rooms(&Revisions::fair, &Revisions::people, &Revisions::profile),
                  [&](const Shop& s, Date) { return ask(s, fair_); });
  }

  void draw(Ui& ui, Intents& out) override {
    saved_ = ui.words(N_("Noted"));
    const View& view = view_.view();
    const PageFrame page = draw_page(ui, {.title = say(ui, N_("Thank them: {}"), view.name)});
    if (page.back) out.add(Back{});
    if (view.met.empty()) {
      empty_state(ui, "greet", page.content,
                  {.icon = icon::users,
                   .sentence = ui.words(N_("Whom you first note on a day of this fair stands here, to be thanked.")),
                   .is_main = false});
      return;
    }
    const RowList rows(ui, "greet.list", page.content, {.count = view.met.size(), .row_height = 88});
    for (const RowList::Item& item : rows.visible()) {
      const MessageSheet::Message& message = view.met[item.index];
      if (row(ui, fmt::format("greet.{}", item.index), item.rect,
              {.title = message.name,
               .subtitle = message.text,
               .icon = message.phone.empty() ? icon::envelope : icon::whatsapp_logo,
               .has_arrow = true}))
        message_.open(message);
    }
    message_.draw(ui, out);
  }

  void performed(const Outcome& outcome, Intents& out) override {
    out.add(ShowToast{.sentence = saved_, .icon = icon::check_circle, .offers_undo = outcome.is_undoable});
  }

 private:
  struct View {
    std::string name;
    std::vector<MessageSheet::Message> met;
  };
  static View ask(const Shop& shop, Id<Fair> id) {
    View view;
    const std::optional<FairPage> page = fair_page(shop.facts(), shop.profile(), id, shop.now());
    if (!page) return view;
    view.name = page->fair.name;
    for (const Id<Contact>& met : page->met) {
      const std::optional<Contact> contact = find_contact(shop.facts(), met);
      if (!contact) continue;
      view.met.push_back({.contact = met,
                          .name = contact->name,
                          .phone = chat_phone(*contact),
                          .email = contact->email,
                          .may_write = contact->consent_at.has_value(),
                          .language = contact->language.empty() ? shop.profile().language : contact->language,
                          .text = ready_message(shop.facts(), shop.profile(), met, Occasion::NewPeople, {}),
                          .occasion = Occasion::NewPeople});
    }
    return view;
  }

  Id<Fair> fair_;
  Watched<Date, View> view_;
  MessageSheet message_;
  std::string saved_;
};

}  // namespace

std::unique_ptr<Screen> make_fair_greet(Id<Fair> fair) {
  return std::make_unique<FairGreetScreen>(fair);
}

}  // namespace lapak
