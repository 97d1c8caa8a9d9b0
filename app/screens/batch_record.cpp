// screens: a batch that was made: what it took, what it cost, its lot; it can be taken back.
#include <fmt/format.h>

#include "app/parts/badge.h"
#include "app/parts/button.h"
#include "app/parts/figure.h"
#include "app/parts/list.h"
#include "app/parts/row.h"
#include "app/parts/text.h"
#include "app/screens/labels.h"
#include "app/screens/making.h"
#include "app/screens/material_said.h"
#include "app/screens/order_said.h"
#include "app/screens/page.h"
#include "app/screens/screen.h"
#include "app/screens/watched.h"
#include "app/screens/wording.h"
#include "core/catalog/product_store.h"
#include "core/making/batch_commands.h"
#include "core/making/batch_store.h"
#include "core/making/material_store.h"
#include "core/shop/shop.h"

namespace lapak {
namespace {

struct View {
  std::optional<BatchMade> batch;
  std::string name;
  Unit unit = Unit::Piece;
  std::vector<Material> materials;  // of what was used
  bool is_taken_back = false;
};

class BatchRecord final : public Screen {
 public:
  explicit BatchRecord(Id<Batch> batch) : batch_(batch) {}

  void refresh(const Shop& shop) override {
    words_ = &shop.profile().screen_words();
    view_.refresh(shop, batch_, rooms(&Revisions::making, &Revisions::catalog), [](const Shop& s, Id<Batch> id) {
      View view{.batch = find_batch(s.facts(), id), .name = {}, .materials = {}};
      if (!view.batch) return view;
      if (view.batch->product) view.name = product_label(s.facts(), *view.batch->product);
      if (view.batch->material)
        if (const auto material = find_material(s.facts(), *view.batch->material)) {
          view.name = material->name;
          view.unit = material->unit;
        }
      for (const UsedMaterial& one : view.batch->used)
        view.materials.push_back(find_material(s.facts(), one.material).value_or(Material{}));
      view.is_taken_back = is_taken_back(s.facts(), id);
      return view;
    });
  }

  void draw(Ui& ui, Intents& out) override {
    if (!view_->batch) {
      out.add(Back{});
      return;
    }
    const BatchMade& batch = *view_->batch;
    const PageFrame page = draw_page(ui, {.title = fmt::format("{} · {}", view_->name, batch.lot)});
    if (page.back) out.add(Back{});
    const float left = ui.size() == SizeClass::Compact ? 400.0f : 440.0f;
    draw_facts(ui, page.content.left_part(left), batch, out);
    draw_used(ui, page.content.right_part(page.content.w - left - 32), batch);
  }

  void performed(const Outcome& outcome, Intents& out) override {
    if (outcome.kind != "take_back_batch") return;
    out.add(ShowToast{.sentence = say(*words_, N_("The batch of {} is taken back"), outcome.label),
                      .icon = icon::arrow_counter_clockwise,
                      .offers_undo = outcome.is_undoable,
                      .lasts_s = 10});
  }

 private:
  void draw_facts(Ui& ui, Rect area, const BatchMade& batch, Intents& out) {
    const Words& words = ui.words();
    plate(ui, area);
    const Rect inside = area.inset(24, 20);
    float y = inside.y;
    if (view_->is_taken_back) {
      pill(ui, {inside.x, y}, {std::string(words(N_("Taken back"))), Tone::Neutral});
      y += 44;
    }
    const auto told = [&](std::string_view label, const std::string& value, std::string_view name = {}) {
      text(ui, {inside.x, y, inside.w * 0.4f, 32}, words(label), {.type = Type::Text, .color = ui.theme().ink2});
      text(ui, {inside.x + inside.w * 0.4f, y, inside.w * 0.6f, 32}, value,
           {.type = Type::Strong, .align = Side::Right, .cut = Cut::Names, .name = name});
      y += 40;
    };
    told(N_("Date"), words.full_date(batch.business_date));
    told(N_("Good"), measured(batch.good(), view_->unit, words), "record.good");
    if (!batch.rejects.is_zero()) told(N_("Failed"), measured(batch.rejects, view_->unit, words));
    told(N_("Hours of work"), hours_text(words, batch.minutes));
    told("Materials", ui.bare_money(batch.materials()));
    told(N_("Work"), ui.bare_money(batch.work()));
    if (!batch.other.is_zero()) told(N_("Other cost"), ui.bare_money(batch.other));
    told("Total", ui.bare_money(batch.cost()), "record.cost");
    if (batch.good() > Quantity{})
      told(N_("Cost per piece"), ui.bare_money(part_of(batch.cost(), {1'000, batch.good().thousandths})),
           "record.each");
    told(N_("Lot"), batch.lot, "record.lot");
    if (batch.ready_from) told(N_("Ready from"), words.full_date(*batch.ready_from));
    if (batch.best_before) told(N_("Best before"), words.full_date(*batch.best_before));
    if (view_->is_taken_back) return;
    const Rect foot = inside.bottom_part(56);
    const bool has_labels = batch.product && batch.good() >= Quantity::of(1);
    if (has_labels && button(ui, "record.labels", {foot.x, foot.y - 64, foot.w, 56},
                             {.label = words(N_("Print labels")), .icon = icon::tag}))
      out.add(Open{make_labels_page({.batch = batch_})});
    if (button(ui, "record.take_back", foot,
               {.label = words(N_("Take the batch back")),
                .icon = icon::arrow_counter_clockwise,
                .kind = ButtonKind::Outline}))
      out.perform(TakeBackBatch{batch_});
  }

  void draw_used(Ui& ui, Rect area, const BatchMade& batch) {
    caption(ui, area.x, area.y, area.w, ui.words(N_("What it took")));
    const Rect list{area.x, area.y + 32, area.w, area.h - 32};
    if (batch.used.empty()) {
      empty_state(ui, "record.none", list, {icon::package, ui.words(N_("No materials, only work."))});
      return;
    }
    const RowList rows(ui, "record.used", list, {.count = batch.used.size()});
    for (const RowList::Item& item : rows.visible()) {
      const UsedMaterial& one = batch.used[item.index];
      const Material& material = view_->materials[item.index];
      plain_row(ui, fmt::format("record.{}", item.index), item.rect,
                {.title = material.name,
                 .trailing = measured(one.quantity, material.unit, ui.words()),
                 .trailing_sub = ui.bare_money(one.value)});
    }
  }

  Id<Batch> batch_;
  const Words* words_ = nullptr;
  Watched<Id<Batch>, View> view_;
};

}  // namespace

std::unique_ptr<Screen> make_batch_record(Id<Batch> batch) {
  return std::make_unique<BatchRecord>(batch);
}

}  // namespace lapak
