// shop: background work.
#include "core/shop/jobs.h"

#include <malloc.h>

#include <stdexcept>

namespace lapak {

Jobs::Jobs() : worker_([this] { run(); }) {}

Jobs::~Jobs() {
  {
    const std::lock_guard lock(mutex_);
    stopping_ = true;
    waiting_.clear();
    if (current_) current_->cancel();
  }
  changed_.notify_all();
  worker_.join();
}

std::shared_ptr<Progress> Jobs::submit(Work work, Failed failed) {
  auto progress = std::make_shared<Progress>();
  {
    const std::lock_guard lock(mutex_);
    waiting_.push_back(Job{std::move(work), std::move(failed), progress});
  }
  changed_.notify_all();
  return progress;
}

bool Jobs::drain() {
  std::vector<Afterwards> finished;
  {
    const std::lock_guard lock(mutex_);
    finished.swap(finished_);
  }
  for (const Afterwards& afterwards : finished)
    if (afterwards) afterwards();
  return !finished.empty();
}

void Jobs::finish() {
  for (;;) {
    drain();
    std::unique_lock lock(mutex_);
    changed_.wait(lock, [this] { return !finished_.empty() || (waiting_.empty() && !working_); });
    if (finished_.empty() && waiting_.empty() && !working_) return;
  }
}

bool Jobs::is_idle() const {
  const std::lock_guard lock(mutex_);
  return waiting_.empty() && !working_ && finished_.empty();
}

void Jobs::on_finished(std::function<void()> wake) {
  const std::lock_guard lock(mutex_);
  wake_ = std::move(wake);
}

void Jobs::run() {
  std::unique_lock lock(mutex_);
  for (;;) {
    changed_.wait(lock, [this] { return stopping_ || !waiting_.empty(); });
    if (stopping_) return;
    Job job = std::move(waiting_.front());
    waiting_.pop_front();
    working_ = true;
    current_ = job.progress;
    lock.unlock();
    Afterwards afterwards;
    try {
      afterwards = job.work(*job.progress);
    } catch (const std::exception& failure) {
      afterwards = [failed = std::move(job.failed), failure = std::runtime_error(failure.what())] {
        if (failed) failed(failure);
      };
    }
    job.progress->finished_ = true;
    job = {};
    malloc_trim(0);  // a job takes much for a moment; glibc would keep it for this thread alone
    lock.lock();
    finished_.push_back(std::move(afterwards));
    working_ = false;
    current_.reset();
    const std::function<void()> wake = wake_;
    lock.unlock();
    changed_.notify_all();
    if (wake) wake();
    lock.lock();
  }
}

}  // namespace lapak
