// screens: what is said right after a shop was opened.
#include "app/screens/start_note.h"

#include "app/screens/crash_page.h"
#include "app/screens/wording.h"
#include "core/sale/sale_store.h"

namespace lapak {
namespace {

constexpr std::uint64_t kLongestReport_bytes = 100'000;
constexpr std::uint64_t kLongestZone_bytes = 100;
// A clock may be set by some minutes without a word.
constexpr std::int64_t kClockSlack_ms = 10 * 60 * 1000;

// After a crash nobody knows whether the last tap was still heard: what is there is said.
std::optional<StartNote> note_of_crash(const StartOf& start, const std::optional<Sale>& last) {
  const Profile& profile = start.shop.profile();
  const Words& words = profile.screen_words();
  const bool has_cart = !start.shop.cart().lines.empty();
  const auto report = start.files.read(start.crash_report, kLongestReport_bytes);
  if (!last && !has_cart && !report) return std::nullopt;
  std::string said(has_cart ? words(N_("Lapak closed unexpectedly. Your cart is still here."))
                            : words(N_("Lapak closed unexpectedly.")));
  if (last)
    said += ' ' + say(words, N_("Last recorded sale: {0}, {1}, {2}."), last->number,
                      words.money(last->total, profile.money()), words.time(profile.clock().local(last->at)));
  StartNote note{.toast = {.sentence = said, .icon = has_cart ? icon::shopping_cart : icon::receipt, .lasts_s = 12},
                 .tapped = {}};
  if (!report) return note;
  note.toast.action = words(N_("Show report"));
  note.toast.lasts_s = 30;
  note.tapped = [report = *report, file = start.crash_report](Intents& out) {
    out.add(Open{make_crash_page(report, file)});
  };
  return note;
}

std::optional<StartNote> note_of_clock(const StartOf& start, const Sale& last) {
  if (start.shop.now().utc_ms + kClockSlack_ms >= last.at.utc_ms) return std::nullopt;
  const Profile& profile = start.shop.profile();
  const Words& words = profile.screen_words();
  const LocalTime at = profile.clock().local(last.at);
  return StartNote{.toast = {.sentence = say(words,
                                             N_("The clock of this machine is behind the last sale, of {0}, {1}. Set "
                                                "it right."),
                                             words.full_date(at.date), words.time(at)),
                             .icon = icon::warning,
                             .lasts_s = 12},
                   .tapped = {}};
}

std::optional<StartNote> note_of_zone(const StartOf& start) {
  const Profile& profile = start.shop.profile();
  const Zone here = Zone::current();
  const Instant now = start.shop.now();
  if (profile.is_demo || here.local(now) == profile.clock().local(now)) return std::nullopt;
  if (start.files.read(start.asked_zone, kLongestZone_bytes) == here.name()) return std::nullopt;
  start.files.overwrite_unsynced(start.asked_zone, here.name());
  const Words& words = profile.screen_words();
  StartNote note{
      .toast = {.sentence = say(words, N_("Here it is {0}; the shop counts its days by {1}, where it is {2}."),
                                words.time(here.local(now)), profile.zone, words.time(profile.clock().local(now))),
                .icon = icon::clock,
                .action = std::string(words(N_("Use the time here"))),
                .lasts_s = 30},
      .tapped = {}};
  note.tapped = [changed = profile, zone = here.name()](Intents& out) mutable {
    changed.zone = zone;
    out.perform(ProfileCommand{SaveProfile{changed}});
  };
  return note;
}

}  // namespace

std::optional<StartNote> note_at_start(const StartOf& start) {
  const auto id = last_sale(start.shop.facts());
  const auto last = id ? find_sale(start.shop.facts(), *id) : std::nullopt;
  if (start.has_crashed)
    if (auto note = note_of_crash(start, last)) return note;
  if (last)
    if (auto note = note_of_clock(start, *last)) return note;
  return note_of_zone(start);
}

}  // namespace lapak
