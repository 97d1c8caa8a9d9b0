// screens: the stall, of boxes and circles.
#include "app/screens/stall_picture.h"

#include <algorithm>

namespace lapak {
namespace {

// Drawn on a sheet of 400×420 and brought to its place.
class Easel {
 public:
  static constexpr float kWidth = 400;
  static constexpr float kHeight = 420;

  Easel(Paint& paint, Rect area) : paint_(paint) {
    zoom_ = std::min(area.w / kWidth, area.h / kHeight);
    left_ = area.centre().x - kWidth * zoom_ / 2;
    top_ = area.centre().y - kHeight * zoom_ / 2;
  }
  Rect at(Rect r) const { return {left_ + r.x * zoom_, top_ + r.y * zoom_, r.w * zoom_, r.h * zoom_}; }
  Point at(Point p) const { return {left_ + p.x * zoom_, top_ + p.y * zoom_}; }

  void box(Rect r, Color color, float radius = 0, Corners corners = Corners::All) {
    paint_.fill(at(r), color, radius * zoom_, corners);
  }
  void disc(Point centre, float radius, Color color) { paint_.circle(at(centre), radius * zoom_, color); }
  void stroke(Point from, Point to, Color color, float width) { paint_.line(at(from), at(to), color, width * zoom_); }
  void bow(Point centre, float radius, Color color, float width) {
    paint_.ring(at(centre), radius * zoom_, 1, color, width * zoom_);
  }

 private:
  Paint& paint_;
  float zoom_;
  float left_;
  float top_;
};

struct Dyes {
  Color ground, sun, mori, indigo, soga, soga_light, thread;
};

Dyes dyes_of(const Theme& t) {
  return {.ground = t.is_terik() ? t.surface2 : t.primary_c,
          .sun = t.is_terik() ? t.warning : mixed(t.warning, t.primary_c, 0.25f),
          .mori = kMori.bg,
          .indigo = kMori.primary,
          .soga = kMori.accent,
          .soga_light = kTints[2],
          .thread = kMori.rail};
}

void draw_awning(Easel& e, const Dyes& d) {
  constexpr int kStripes = 8;
  constexpr float kStripe = 42;
  constexpr float kLeft = 200 - kStripes * kStripe / 2;
  for (int i = 0; i < kStripes; ++i) {
    const float x = kLeft + static_cast<float>(i) * kStripe;
    const Color color = i % 2 == 0 ? d.indigo : d.mori;
    e.box({x, 92, kStripe, 62}, color);
    e.disc({x + kStripe / 2, 154}, kStripe / 2, color);
    e.disc({x + kStripe / 2, 158}, 4, i % 2 == 0 ? d.mori : d.soga);
  }
  e.box({kLeft, 84, kStripes * kStripe, 14}, d.soga, 7);
}

// Kawung: four petals around a cross, the oldest batik there is.
void draw_kawung(Easel& e, Point centre, Color petal, Color seed) {
  constexpr float kReach = 9;
  for (const Point to : {Point{-1, -1}, {1, -1}, {-1, 1}, {1, 1}}) {
    const Point middle{centre.x + to.x * kReach, centre.y + to.y * kReach};
    e.disc({middle.x - to.x * 2, middle.y - to.y * 2}, 6, petal);
    e.disc({middle.x + to.x * 2, middle.y + to.y * 2}, 6, petal);
    e.disc(middle, 1.8f, seed);
  }
}

void draw_table(Easel& e, const Dyes& d) {
  e.box({44, 268, 312, 16}, d.soga_light, 6);
  e.box({56, 282, 288, 96}, d.soga, 10, Corners::Bottom);
  for (int row = 0; row < 2; ++row) {
    for (int i = 0; i < 7; ++i) {
      draw_kawung(e, {80 + static_cast<float>(i) * 40, 306 + static_cast<float>(row) * 42}, d.mori, d.soga);
    }
  }
}

void draw_goods(Easel& e, const Dyes& d) {
  // folded cloth
  e.box({66, 252, 82, 16}, d.indigo, 6);
  e.box({70, 236, 74, 16}, d.mori, 6);
  e.box({74, 220, 66, 16}, d.soga_light, 6);
  e.stroke({84, 228}, {130, 228}, d.soga, 2);
  e.stroke({80, 244}, {134, 244}, d.indigo, 2);
  // a jar with sprigs
  e.stroke({196, 228}, {186, 210}, kTints[3], 4);
  e.stroke({200, 228}, {200, 206}, kTints[3], 4);
  e.stroke({204, 228}, {214, 210}, kTints[3], 4);
  e.disc({184, 208}, 6, d.soga_light);
  e.disc({200, 204}, 6, d.soga);
  e.disc({216, 208}, 6, d.soga_light);
  e.box({178, 226, 44, 42}, kTints[0], 14);
  e.box({184, 220, 32, 12}, kTints[0], 5);
  e.box({178, 242, 44, 6}, d.mori);
  // a bag
  e.bow({290, 226}, 17, d.soga, 5);
  e.box({258, 224, 64, 44}, d.indigo, 10);
  draw_kawung(e, {290, 246}, d.mori, d.indigo);
}

void draw_bunting(Easel& e, const Dyes& d) {
  e.stroke({64, 180}, {336, 180}, d.thread, 1.5f);
  for (int i = 0; i < 9; ++i) {
    const float x = 80 + static_cast<float>(i) * 30;
    e.box({x - 7, 180, 14, 12}, i % 3 == 0 ? d.soga : i % 3 == 1 ? d.soga_light : d.mori, 6, Corners::Bottom);
  }
}

}  // namespace

void draw_stall_picture(Ui& ui, Rect area) {
  const Dyes d = dyes_of(ui.theme());
  ui.paint().fill(area, d.ground);
  ui.push_clip(area);
  Easel e(ui.paint(), area);
  e.disc({308, 66}, 46, d.sun);
  // the floor reaches over the whole picture
  const float floor = e.at(Point{0, 378}).y;
  ui.paint().fill({area.x, floor, area.w, area.bottom() - floor},
                  ui.theme().is_terik() ? d.mori : mixed(d.soga_light, d.mori, 0.55f));
  e.box({52, 92, 12, 290}, d.soga, 4);
  e.box({336, 92, 12, 290}, d.soga, 4);
  draw_bunting(e, d);
  draw_awning(e, d);
  draw_table(e, d);
  draw_goods(e, d);
  ui.pop_clip();
}

}  // namespace lapak
