// Every screen, with nothing, the usual and the most in it, at every size, in both languages and all themes: no target
// too small or too near, nothing off the screen, nothing over another, no label cut, one main button at most.
#include <doctest/doctest.h>
#include <fmt/format.h>

#include <map>

#include "tests/app/screens/walk.h"

namespace lapak::test {
namespace {

struct Sight {
  int looks = 0;
  std::size_t targets = 0;
  std::size_t texts = 0;
  std::map<std::string, std::string> faults;  // and the first look in which each was seen
};

void look_at(Rig& rig, const Shot& shot, Holding holding, const std::vector<ThemeName>& themes, Sight& sight) {
  Frame& frame = rig.frame_settings();
  for (const ThemeName theme : themes) {
    for (const auto& [width, height] :
         {std::pair{1280.0f, 800.0f}, {1024.0f, 768.0f}, {1366.0f, 768.0f}, {1920.0f, 1200.0f}}) {
      for (const Language language : {Language::Indonesian, Language::English}) {
        frame.theme = theme;
        frame.width = width;
        frame.height = height;
        frame.words = &Words::in(language);
        frame.hand = language == Language::English && width < 1300 ? Hand::Left : Hand::Right;
        rig.frame();
        rig.frame(0.5);
        ++sight.looks;
        const Registry& registry = rig.stage().registry();
        for (const Control& control : registry.controls()) ++(control.taps ? sight.targets : sight.texts);
        for (const std::string& fault : lint(registry, width, height)) {
          sight.faults.try_emplace(fmt::format("{}: {}", shot.name, fault),
                                   fmt::format("{} at {}x{} in {}, theme {}", name_of(holding), width, height,
                                               language_code(language), static_cast<int>(theme)));
        }
      }
    }
  }
}

bool has_a_word(std::string_view label) {
  int letters = 0;
  for (const char c : label) {
    const bool is_letter = (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z');
    letters = is_letter ? letters + 1 : 0;
    if (letters == 3) return true;
  }
  return false;
}

}  // namespace

TEST_CASE("no screen breaks the rules of the design, whatever is in the shop and however it is shown") {
  Sight sight;
  std::set<std::string> seen;
  std::set<std::string> missing;
  for (const Holding holding : {Holding::Nothing, Holding::Usual, Holding::Huge}) {
    // Mori and Malam share their letters; those of Terik are heavier and larger.
    for (const std::vector<ThemeName>& themes : {std::vector{ThemeName::Mori, ThemeName::Malam}, {ThemeName::Terik}}) {
      const Walked walked = walk(holding, themes.front(),
                                 [&](Rig& rig, const Shot& shot) { look_at(rig, shot, holding, themes, sight); });
      seen.insert(walked.seen.begin(), walked.seen.end());
      missing.insert(walked.missing.begin(), walked.missing.end());
    }
  }
  std::string unseen;
  for (const std::string& name : missing)
    if (!seen.contains(name)) unseen += " " + name;
  CHECK_MESSAGE(unseen.empty(), "not reached:" << unseen);
  std::string report;
  for (const auto& [fault, look] : sight.faults) report += fmt::format("\n  {}\n      {}", fault, look);
  MESSAGE(fmt::format("saw {} screens in {} looks: {} targets, {} texts, {} faults", seen.size(), sight.looks,
                      sight.targets, sight.texts, sight.faults.size()));
  CHECK_MESSAGE(report.empty(), report);
}

TEST_CASE("in the pseudo-language every word is in brackets, and none is cut though it is 40 % longer") {
  // Names of people, themes and languages, and words that were chosen before the language changed.
  const std::set<std::string> names{"Siti",      "PIN Siti",  "Mori",       "Malam",  "Terik",   "English",
                                    "Indonesia", "Lain-lain", "Jasa jahit", "Ongkir", "Urungkan"};
  std::map<std::string, std::string> bare;
  std::map<std::string, std::string> cut;
  const auto look = [&](Rig& rig, const Shot& shot) {
    rig.frame_settings().words = &Words::in(Language::Pseudo);
    for (const auto& [width, height] : {std::pair{1280.0f, 800.0f}, {1024.0f, 768.0f}}) {
      rig.frame_settings().width = width;
      rig.frame_settings().height = height;
      rig.frame();
      rig.frame(0.5);
      for (const Control& control : rig.stage().registry().controls()) {
        const bool is_translated = control.label.find('[') != std::string::npos || names.contains(control.label);
        if (shot.name == "settings-about") continue;  // names of what Lapak stands on, and their licences
        if (has_a_word(control.label) && !is_translated && !control.may_be_cut)
          bare.try_emplace(control.label, shot.name);
        if (control.label_cut && !control.may_be_cut)
          cut.try_emplace(control.label, fmt::format("{} at {}", shot.name, width));
      }
    }
  };
  walk(Holding::Nothing, ThemeName::Mori, look);
  std::string report;
  for (const auto& [label, where] : bare) report += fmt::format("\n  not translated, {}: {}", where, label);
  for (const auto& [label, where] : cut)
    report += fmt::format("\n  cut when words are 40 % longer, {}: {}", where, label);
  CHECK_MESSAGE(report.empty(), report);
}

}  // namespace lapak::test
