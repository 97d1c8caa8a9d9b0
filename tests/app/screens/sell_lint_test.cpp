// The selling screens at every size, in both languages, all themes and for both hands: nothing cut, too small, or off.
#include <doctest/doctest.h>

#include <functional>

#include "tests/app/screens/stall.h"

namespace lapak::test {
namespace {

struct Look {
  float width, height;
  Language language;
  ThemeName theme;
  Hand hand;
};

std::vector<Look> looks() {
  std::vector<Look> all;
  for (const auto& [width, height] :
       {std::pair{1280.0f, 800.0f}, {1024.0f, 768.0f}, {1366.0f, 768.0f}, {1920.0f, 1200.0f}, {1024.0f, 720.0f}}) {
    for (const Language language : {Language::Indonesian, Language::English}) {
      all.push_back({width, height, language, ThemeName::Mori, Hand::Right});
    }
    all.push_back({width, height, Language::Indonesian, ThemeName::Terik, Hand::Left});
  }
  all.push_back({1280, 800, Language::English, ThemeName::Terik, Hand::Right});
  all.push_back({1280, 800, Language::Indonesian, ThemeName::Malam, Hand::Left});
  return all;
}

void check(Stall& s, const Look& look, std::string_view where) {
  std::string faults;
  for (const std::string& fault : lint(s.rig.stage().registry(), look.width, look.height)) faults += "\n  " + fault;
  CHECK_MESSAGE(faults.empty(), where << " at " << look.width << "x" << look.height << " "
                                      << language_code(look.language) << " theme " << static_cast<int>(look.theme)
                                      << faults);
}

}  // namespace

TEST_CASE("no selling screen has a label that is cut or a target that is too small") {
  for (const Look& look : looks()) {
    Stall s({.width = look.width,
             .height = look.height,
             .theme = look.theme,
             .language = look.language,
             .hand = look.hand});
    const auto at = [&](std::string_view where, std::initializer_list<std::string_view> taps) {
      for (const std::string_view name : taps) s.tap(name);
      check(s, look, where);
    };
    at("empty", {});
    s.tap(s.card("Tas rajut"));
    s.tap(s.card("Lilin sereh"));
    s.rig.wait(7);
    at("sell", {});
    at("line", {"line.0"});
    at("price", {"line.price"});
    at("sell again", {"line.price.close", "line.close"});
    const std::string hat = s.card("Topi anak");
    at("variant", {hat});
    s.tap("variant.close");
    s.rig.hold(hat, 0.6);
    s.settle();
    at("peek", {});
    s.tap("peek.close");
    s.key(Key::K, true);
    at("find", {});
    at("quick", {"find.close", "quick"});
    at("new label", {"quick.new_label"});
    at("discount", {"quick.close", "discount"});
    at("agreed", {"discount.agreed"});
    at("note", {"agreed.close", "note"});
    at("customers", {"words.close", "customer"});
    at("more", {"customers.close", "more"});
    at("held", {"more.close", "hold", "held"});
    at("pay", {"held.0", "pay"});
    at("transfer", {"method.transfer"});
    at("card", {"method.card"});
    at("later", {"method.later"});
    at("split", {"method.cash", "split"});
    at("half", {"split.half"});
    at("qris", {"method.qris"});
    at("done", {"qris.other", "cash.exact", "cash.0"});
    at("chat", {"receipt.chat"});
    at("exact", {"chat.close", "new_sale", "card.0", "exact"});
  }
}

}  // namespace lapak::test
