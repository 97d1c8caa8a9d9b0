// screens: everything search (ux.md §4.3, Ctrl+K): any item, receipt, person, setting or place by a few letters of it.
#pragma once
#include <functional>
#include <string>
#include <string_view>
#include <variant>
#include <vector>

#include "app/screens/read_aside.h"
#include "app/screens/screen.h"

namespace lapak {

class Finder {
 public:
  Finder();
  void open();
  bool is_open() const { return is_open_; }
  void refresh(const Shop& shop);
  // Drawn last, every frame. Names are "find.text", "find.<i>"; Enter takes the first.
  void draw(Ui& ui, Intents& out);

 private:
  struct Hit {
    Icon icon;
    std::string title, subtitle, trailing;
    std::variant<Id<Product>, Id<Sale>, Id<Contact>, std::size_t> leads_to;  // the last: one of the places
  };
  struct Place {
    std::string_view label;
    Icon icon;
    std::function<void(Intents&)> go;
  };
  struct Hits {
    std::vector<Hit> of_shop, of_places;
  };
  Hits ask(const Shop& shop, const std::string& text) const;
  static std::vector<Hit> receipts(const Database& facts, const Profile& profile, const std::string& text);
  void go(const Hit& hit, Intents& out);

  std::vector<Place> places_;
  std::string text_;
  Watched<std::string, Hits> hits_;
  ReadAside<std::string, std::vector<Hit>> receipts_;
  bool is_open_ = false;
  bool was_opened_ = false;
  bool takes_first_ = false;  // once what was typed last has been answered
};

}  // namespace lapak
