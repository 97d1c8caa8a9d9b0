// Looks at the screen of the X server, as somebody before it would.
#pragma once

struct _XDisplay;

namespace lapak::bench {

class Eye {
 public:
  Eye();
  ~Eye();
  Eye(const Eye&) = delete;
  Eye& operator=(const Eye&) = delete;

  bool is_open() const { return display_ != nullptr; }  // false: there is no display
  // Whether anything but black is where a window would be.
  bool sees_something() const;

 private:
  _XDisplay* display_;
};

}  // namespace lapak::bench
