// touch: what could be touched in the frame that is on the screen. Controls say it while they draw; the next event is
// judged against it before the next frame is drawn.
#pragma once
#include <vector>

#include "app/touch/control_id.h"
#include "app/touch/geometry.h"
#include "app/touch/input.h"

namespace lapak {

enum class TapOn {
  Release,  // everything that may lie in a scrolling area
  Press,    // keys of a pad, ±: fires as the finger comes down
  Never,    // swallows touches: a sheet's ground, a scrim that does not close
};

struct Target {
  ControlId id;
  Rect area;           // clipped to what is seen
  ControlId scroller;  // the innermost scrolling area it stands in, or none
  TapOn tap_on = TapOn::Release;
  bool enabled = true;          // a disabled control still takes the tap, to say why
  bool has_long_press = false;  // 450 ms still; then its release is no tap
  bool repeats = false;         // held: taps again at 8 a second after 450 ms
  bool guarded = false;         // main buttons: a second tap within 350 ms is ignored
  bool takes_text = false;
  bool has_lines = false;  // of a text: arrows up and down stay in it
  bool takes_focus = true;
  bool types = false;  // a key of the keyboard on the screen: the field that is edited stays so
  int layer = 0;       // 0 the page, then each sheet or dialog above it; Tab stays in the topmost
};

enum class Axis { Vertical, Horizontal };

struct Scroller {
  ControlId id;
  Rect area;
  ControlId parent;
  Axis axis = Axis::Vertical;
  double content_length = 0;
  int layer = 0;
};

struct Targets {
  std::vector<Target> taps;  // in drawing order: the last one under a point wins
  std::vector<Scroller> scrollers;
  std::vector<ControlId> swipes;  // rows that follow a finger to the left; each has a visible twin that does the same

  void clear() {
    taps.clear();
    scrollers.clear();
    swipes.clear();
  }
  void move(float down) {
    for (Target& target : taps) target.area.y += down;
    for (Scroller& scroller : scrollers) scroller.area.y += down;
  }
};

}  // namespace lapak
