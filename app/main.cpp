// The program: arguments, the machine's seams, and then the command line or the window.
#include <fmt/format.h>
#include <spdlog/sinks/rotating_file_sink.h>
#include <spdlog/sinks/stdout_color_sinks.h>
#include <spdlog/spdlog.h>

#include <iostream>

#include "app/cli/command_line.h"
#include "app/cli/speech.h"
#include "app/screens/lock.h"
#include "app/screens/places.h"
#include "app/screens/shots.h"
#include "app/screens/start.h"
#include "app/window/crash_report.h"
#include "app/window/door.h"
#include "app/window/window.h"
#include "core/words/sentences.h"

namespace lapak {
namespace {

int tell(const Problem& problem) {
  std::cerr << sentence(problem, machine_words(), *find_currency("IDR")) << '\n';
  return kProblem;
}

// The shop that is meant; none where there is none yet.
std::filesystem::path shop_of(const OpenWindow& wish, const Home& home) {
  if (wish.is_demo) return demo_shop(home);
  return wish.shop.empty() ? last_shop(home) : wish.shop;
}

// Beside standard error, which nobody sees behind a window: the newest megabytes. Names and numbers of people are never
// logged.
void log_into(const std::filesystem::path& folder) {
  constexpr std::size_t most_bytes = 1'000'000, most_files = 3;
  try {
    spdlog::default_logger()->sinks().push_back(std::make_shared<spdlog::sinks::rotating_file_sink_mt>(
        (folder / "lapak.log").string(), most_bytes, most_files));
    spdlog::flush_on(spdlog::level::warn);
  } catch (const spdlog::spdlog_ex& failure) {
    spdlog::warn("log: {}", failure.what());
  }
}

int show(const OpenWindow& wish, Seams seams) {
  try {
    const Home home = home_of_user();
    if (const auto shop = shop_of(wish, home); !shop.empty() && Door::knock(shop)) return kDone;
    std::filesystem::create_directories(home.state);
    keep_crash_reports(crash_report(home), LAPAK_VERSION);
    log_into(home.state);
    const std::filesystem::path kept = home.state / "window";
    Window window({.place = read_place(kept)});
    Door door(Window::come_forward);
    Start start({.home = home,
                 .language = machine_words().language(),
                 .places = shop_places(),
                 .make_lock = make_lock_screen,
                 .wake = Window::wake,
                 .shown = [&door](const std::filesystem::path& shop) { door.stand_at(shop); }},
                seams);
    if (wish.is_demo) {
      start.open_demo();
    } else if (wish.shop.empty()) {
      start.open_last();
    } else {
      start.open(wish.shop);
    }
    window.run(start);
    keep_place(window.place(), kept);
    return kDone;
  } catch (const NoDisplay&) {
    std::cerr << machine_words()(N_("There is no display here. To see Lapak without one: xvfb-run -a app/run")) << '\n';
    return kProblem;
  }
}

int shoot(const TakeShots& wish, Seams seams) {
  ShotOptions options{.width = static_cast<float>(wish.width_px), .height = static_cast<float>(wish.height_px)};
  if (wish.theme == "malam") options.theme = ThemeName::Malam;
  if (wish.theme == "terik") options.theme = ThemeName::Terik;
  if (wish.theme == "mori") options.theme = ThemeName::Mori;
  options.language = find_language(wish.language);
  const auto written = take_shots(wish.folder, wish.shop, options, seams);
  if (!written) return tell(written.error());
  for (const auto& path : *written) std::cout << path.string() << '\n';
  return kDone;
}

int run(int argument_count, const char* const* arguments) {
  spdlog::set_default_logger(spdlog::stderr_color_mt("lapak"));  // standard output is for figures
  const SystemClock clock;
  SystemRandom random;
  SystemFiles files;
  const Seams seams{clock, random, files};
  const WhatToDo next = run_command_line(argument_count, arguments, {std::cout, std::cerr, seams});
  if (const auto* finished = std::get_if<Finished>(&next)) return finished->exit_code;
  if (const auto* shots = std::get_if<TakeShots>(&next)) return shoot(*shots, seams);
  return show(std::get<OpenWindow>(next), seams);
}

}  // namespace
}  // namespace lapak

int main(int argument_count, char** arguments) {
  try {
    return lapak::run(argument_count, arguments);
  } catch (const std::exception& failure) {
    std::cerr << "lapak: " << failure.what() << '\n';
    return 1;
  }
}
