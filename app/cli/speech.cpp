// cli: sentences on standard error.
#include "app/cli/speech.h"

#include <algorithm>
#include <cstdlib>

#include "core/words/sentences.h"

namespace lapak {

int Speech::say(const Problem& problem) const {
  return say(sentence(problem, words, currency));
}

int Speech::say(std::string_view sentence) const {
  err << sentence << '\n';
  return kProblem;
}

const Words& machine_words() {
  for (const char* name : {"LC_ALL", "LC_MESSAGES", "LANG"}) {
    const char* value = std::getenv(name);
    if (!value || *value == '\0') continue;
    return Words::in(std::string_view(value).starts_with("id") ? Language::Indonesian : Language::English);
  }
  return Words::in(Language::English);
}

Speech speech_before_shop(const Terminal& terminal) {
  return Speech{terminal.err, machine_words(), *find_currency("IDR")};
}

namespace {

// Failures of the machine, said as well as they can be.
int with_failures_said(const Speech& speech, const std::function<int()>& act) {
  const auto could_not = [&](const std::exception& failure) {
    return speech.say(fmt::format(
        fmt::runtime(speech.words("The machine could not do it, and nothing was changed: {0}")), failure.what()));
  };
  try {
    return act();
  } catch (const DatabaseError& failure) {
    if (failure.is_disk_full()) return speech.say(Problem{ProblemCode::DiskFull, {}});
    return could_not(failure);
  } catch (const FileError& failure) {
    if (failure.is_disk_full()) return speech.say(Problem{ProblemCode::DiskFull, {}});
    return could_not(failure);
  }
}

}  // namespace

int guarded(const Terminal& terminal, const std::function<int(const Speech&)>& act) {
  const Speech speech = speech_before_shop(terminal);
  return with_failures_said(speech, [&] { return act(speech); });
}

int with_shop(const std::filesystem::path& path, const Terminal& terminal,
              const std::function<int(Shop&, const Speech&)>& act) {
  return guarded(terminal, [&](const Speech& before) {
    auto shop = Shop::open(path, terminal.seams);
    if (!shop) return before.say(shop.error());
    const Profile& profile = (*shop)->profile();
    const Speech speech{terminal.err, profile.words(), profile.money()};
    return with_failures_said(speech, [&] { return act(**shop, speech); });
  });
}

Result<Money> parse_amount_argument(std::string_view text, const Currency& currency) {
  const std::string_view digits = text.starts_with('-') ? text.substr(1) : text;
  const bool is_whole = !digits.empty() && std::ranges::all_of(digits, [](char c) { return c >= '0' && c <= '9'; });
  if (!is_whole) return parse_money(text, currency, NumberStyle::PointDecimal);
  if (digits.size() > 15) return refuse(ProblemCode::AmountTooLarge);
  return bounded(Money{std::stoll(std::string(text))});
}

Result<Tender> parse_payment(std::string_view text, const Currency& currency) {
  const std::size_t colon = text.find(':');
  const std::string_view name = text.substr(0, colon);
  const auto method = find_method(name);
  if (!method || !is_tender(*method) || *method == Method::Imported)
    return refuse(ProblemCode::MethodUnknown, std::string(name));
  const auto amount = parse_amount_argument(colon == text.npos ? "" : text.substr(colon + 1), currency);
  if (!amount) return std::unexpected(amount.error());
  if (*amount < Money{}) return refuse(ProblemCode::AmountNegative);
  return Tender{.method = *method, .amount = *amount, .received = {}, .is_waiting = false, .reference = {}};
}

}  // namespace lapak
