// Background work: one worker, results on the main thread.
#include "core/shop/jobs.h"

#include <doctest/doctest.h>

#include <stdexcept>

using namespace lapak;

TEST_CASE("what a job leaves behind is carried out by drain, in order, on the asking thread") {
  Jobs jobs;
  std::vector<int> seen;
  const auto here = std::this_thread::get_id();
  for (int n = 0; n < 5; ++n)
    jobs.submit(
        [n, &seen, here](Progress&) -> Jobs::Afterwards {
          const bool elsewhere = std::this_thread::get_id() != here;
          return [n, &seen, elsewhere, here] {
            if (elsewhere && std::this_thread::get_id() == here) seen.push_back(n);
          };
        },
        {});
  jobs.finish();
  CHECK(seen == std::vector<int>{0, 1, 2, 3, 4});
  CHECK(jobs.is_idle());
}

TEST_CASE("a job that fails says so on the asking thread, and the next one runs") {
  Jobs jobs;
  std::string failure;
  bool next_ran = false;
  jobs.submit([](Progress&) -> Jobs::Afterwards { throw std::runtime_error("the stick is gone"); },
              [&](const std::exception& error) { failure = error.what(); });
  jobs.submit([&](Progress&) -> Jobs::Afterwards { return [&] { next_ran = true; }; }, {});
  jobs.finish();
  CHECK(failure == "the stick is gone");
  CHECK(next_ran);
}

TEST_CASE("work that waits is dropped when the shop closes, work at hand is asked to stop") {
  std::atomic<bool> begun = false, stopped = false, second_ran = false;
  {
    Jobs jobs;
    jobs.submit(
        [&](Progress& progress) -> Jobs::Afterwards {
          begun = true;
          while (!progress.is_cancelled()) std::this_thread::yield();
          stopped = true;
          return {};
        },
        {});
    jobs.submit(
        [&](Progress&) -> Jobs::Afterwards {
          second_ran = true;
          return {};
        },
        {});
    while (!begun) std::this_thread::yield();
  }
  CHECK(stopped);
  CHECK_FALSE(second_ran);
}
