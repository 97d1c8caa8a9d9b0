// screens: everything search.
#include "app/screens/finder.h"

#include "app/parts/field.h"
#include "app/parts/figure.h"
#include "app/parts/list.h"
#include "app/parts/row.h"
#include "app/parts/sheet.h"
#include "app/screens/contact_page.h"
#include "app/screens/end_of_day.h"
#include "app/screens/history.h"
#include "app/screens/open_day.h"
#include "app/screens/order_editor.h"
#include "app/screens/product_editor.h"
#include "app/screens/settings.h"
#include "app/screens/wording.h"
#include "core/base/text.h"
#include "core/people/people_store.h"
#include "core/sale/sale_store.h"

namespace lapak {
namespace {

constexpr int kMostProducts = 6, kMostReceipts = 4, kMostPeople = 4;

std::function<void(Intents&)> to(Section section) {
  return [section](Intents& out) { out.add(GoTo{section}); };
}

}  // namespace

Finder::Finder()
    : places_{
          {N_("Sell"), icon::storefront, to(Section::Sell)},
          {N_("Orders"), icon::kanban, to(Section::Orders)},
          {N_("Stock"), icon::package, to(Section::Stock)},
          {N_("People"), icon::users, to(Section::People)},
          {N_("Fairs"), icon::tent, to(Section::Fairs)},
          {N_("Receipts"), icon::receipt, to(Section::History)},
          {N_("Reports"), icon::chart_bar, to(Section::Day)},
          {N_("New item"), icon::package, [](Intents& out) { out.add(Open{make_product_editor(std::nullopt)}); }},
          {N_("New order"), icon::kanban, [](Intents& out) { out.add(Open{make_order_editor(NewOrder{})}); }},
          {N_("Open the day"), icon::cash_register, [](Intents& out) { out.add(Open{make_open_day_screen()}); }},
          {N_("Close the day"), icon::cash_register, [](Intents& out) { out.add(Open{make_end_of_day_screen()}); }},
      } {
  for (const PaneName& pane : settings_panes()) {
    places_.push_back({pane.label, pane.icon, [name = pane.name](Intents& out) {
                         out.add(GoTo{Section::Settings, make_settings_screen_at(name)});
                       }});
  }
}

void Finder::open() {
  text_.clear();
  is_open_ = was_opened_ = true;
}

Finder::Hits Finder::ask(const Shop& shop, const std::string& text) const {
  Hits hits;
  const Words& words = shop.profile().screen_words();
  const Currency& currency = shop.profile().money();
  const std::string wanted = folded(trimmed(text));
  const bool is_helper = !shop.may(Right::People);
  if (!wanted.empty()) {
    for (const ProductCard& card : shop.search(text, kMostProducts).cards)
      hits.of_shop.push_back(
          {icon::package, card.name, card.code, words.money(card.price, currency, Symbol::Hidden), card.id});
    for (const Contact& contact : people(shop.facts(), {.search = text, .count = kMostPeople}).rows)
      hits.of_shop.push_back({icon::user,
                              contact.name.empty() ? contact.phone : contact.name,
                              is_helper ? "" : contact.town,
                              {},
                              contact.id});
  }
  for (std::size_t i = 0; i < places_.size(); ++i) {
    const std::string label(words(places_[i].label));
    if (folded(label).find(wanted) != std::string::npos) hits.of_places.push_back({places_[i].icon, label, {}, {}, i});
  }
  return hits;
}

std::vector<Finder::Hit> Finder::receipts(const Database& facts, const Profile& profile, const std::string& text) {
  std::vector<Hit> hits;
  if (trimmed(text).empty()) return hits;
  const Words& words = profile.screen_words();
  for (const HistoryRow& row : history(facts, {HistoryFilter::All, text, 0, kMostReceipts}).rows)
    hits.push_back({icon::receipt, row.number, words.short_date(profile.clock().local(row.at).date),
                    words.money(row.total, profile.money(), Symbol::Hidden), row.id});
  return hits;
}

void Finder::refresh(const Shop& shop) {
  if (!is_open_) return;
  hits_.refresh(shop, text_, rooms(&Revisions::catalog, &Revisions::people, &Revisions::search, &Revisions::profile),
                [this](const Shop& s, const std::string& text) { return ask(s, text); });
  receipts_.refresh(shop, text_, rooms(&Revisions::sale, &Revisions::people, &Revisions::profile));
}

void Finder::go(const Hit& hit, Intents& out) {
  is_open_ = false;
  if (const auto* product = std::get_if<Id<Product>>(&hit.leads_to)) {
    out.add(GoTo{Section::Stock});
    out.add(Open{make_product_editor(*product)});
  } else if (const auto* sale = std::get_if<Id<Sale>>(&hit.leads_to)) {
    out.add(GoTo{Section::History, make_history_screen(*sale)});
  } else if (const auto* contact = std::get_if<Id<Contact>>(&hit.leads_to)) {
    out.add(GoTo{Section::People});
    out.add(Open{make_contact_page(*contact)});
  } else {
    places_[std::get<std::size_t>(hit.leads_to)].go(out);
  }
}

void Finder::draw(Ui& ui, Intents& out) {
  Sheet sheet(ui, "find", is_open_, {.title = ui.words(N_("Find anything")), .close_label = ui.words(N_("Close"))});
  if (!sheet.visible()) return;
  if (std::exchange(was_opened_, false)) ui.focus_field("find.text");
  const Rect content = sheet.content();
  const FieldEvents typed = search_field(ui, "find.text", {content.x, 80, content.w, 56}, text_,
                                         ui.words(N_("Item, receipt, person, setting")));
  receipts_.read(out, receipts);
  std::vector<Hit> hits = hits_->of_shop;
  hits.insert(hits.end(), receipts_->begin(), receipts_->end());
  hits.insert(hits.end(), hits_->of_places.begin(), hits_->of_places.end());
  const Rect area{content.x, 152, content.w, ui.height() - 168};
  const bool is_answered = !typed.edited && receipts_.has_view() && receipts_.question() == text_;
  const Hit* chosen = takes_first_ && is_answered && !hits.empty() ? &hits.front() : nullptr;
  takes_first_ = typed.submitted || (takes_first_ && !is_answered);
  if (typed.submitted) ui.keep_drawing();
  if (hits.empty()) {
    const std::string nothing = say(ui, N_("Nothing matches \"{}\""), text_);
    empty_state(ui, "find.none", area, {.icon = icon::magnifying_glass, .sentence = nothing});
  } else {
    const RowList rows(ui, "find.list", area, {.count = hits.size(), .row_height = 64});
    for (const RowList::Item& item : rows.visible()) {
      const Hit& hit = hits[item.index];
      if (row(ui, fmt::format("find.{}", item.index), item.rect,
              {.title = hit.title, .subtitle = hit.subtitle, .trailing = hit.trailing, .icon = hit.icon})) {
        chosen = &hit;
      }
    }
  }
  if (chosen) go(*chosen, out);
  if (sheet.dismissed()) is_open_ = false;
  if (!is_open_) ui.leave_field();
}

}  // namespace lapak
