// screens: the shopping list.
#include "app/screens/shopping_sheet.h"

#include <fmt/format.h>

#include "app/parts/button.h"
#include "app/parts/figure.h"
#include "app/parts/list.h"
#include "app/parts/row.h"
#include "app/parts/sheet.h"
#include "app/parts/text.h"
#include "app/screens/material_said.h"
#include "app/screens/wording.h"
#include "core/shop/making_papers.h"

namespace lapak {

void ShoppingSheet::refresh(const Shop& shop) {
  if (!is_open_) return;
  now_ = shop.now();
  view_.refresh(shop, 0, rooms(&Revisions::making, &Revisions::people, &Revisions::profile), [](const Shop& s, int) {
    return View{shopping_list(s.facts()), shopping_text(s.facts(), s.profile())};
  });
}

void ShoppingSheet::draw(Ui& ui, Intents& out) {
  {
    Sheet sheet(ui, "shopping", is_open_,
                {.title = ui.words(N_("Shopping list")), .close_label = ui.words(N_("Close")), .foot = 64});
    if (!sheet.visible()) return share_.draw(ui, out);
    if (sheet.dismissed()) is_open_ = false;
    const Rect content = sheet.content();
    const std::vector<ShoppingRow>& all = view_->rows;
    Money about;
    for (const ShoppingRow& one : all) about += one.about;
    if (all.empty()) {
      empty_state(ui, "shopping.none", content,
                  {icon::check_circle, ui.words(N_("Nothing is missing for what is planned, and nothing is low."))});
    } else {
      text(ui, content.top_part(36), say(ui, N_("About {} at the last prices"), ui.money(about)),
           {.type = Type::Text, .color = ui.theme().ink2, .name = "shopping.about"});
      draw_rows(ui, {content.x, content.y + 44, content.w, content.h - 44 - 64 - 16});
      const Rect foot = sheet.foot();
      if (button(ui, "shopping.pdf", foot.column(0, 2, kGap),
                 {.label = ui.words(N_("Keep as PDF")), .icon = icon::file_pdf, .kind = ButtonKind::Outline}))
        out.add(MakePaper{.file_name = fmt::format("{}.pdf", ui.words(N_("Shopping list"))),
                          .lay_out = [now = now_](const Database& facts, const Profile& profile) {
                            return shopping_paper_of(facts, profile, now);
                          }});
      if (button(ui, "shopping.send", foot.column(1, 2, kGap),
                 {.label = ui.words(N_("WhatsApp")), .icon = icon::whatsapp_logo, .kind = ButtonKind::Primary})) {
        is_open_ = false;
        share_.open({}, view_->message);
      }
    }
  }
  share_.draw(ui, out);
}

void ShoppingSheet::draw_rows(Ui& ui, Rect area) {
  const Words& words = ui.words();
  const RowList rows(ui, "shopping.list", area, {.count = view_->rows.size()});
  for (const RowList::Item& item : rows.visible()) {
    const ShoppingRow& one = view_->rows[item.index];
    const std::string missing = say(ui, N_("{} missing"), measured(one.missing, one.unit, words));
    plain_row(ui, fmt::format("shopping.{}", item.index), item.rect,
              {.title = one.name,
               .subtitle = one.supplier.empty() ? missing : fmt::format("{} · {}", one.supplier, missing),
               .trailing = measured(one.buy, one.bought_in, words),
               .trailing_sub = one.about.is_zero() ? std::string() : ui.bare_money(one.about)});
  }
}

}  // namespace lapak
