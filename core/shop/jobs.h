// shop: background work. One worker thread, one job after the other.
//
// A job is handed values and, if it asks, a read connection of its own; it never touches the Shop. What it makes is
// handed back on the main thread by `drain`, between frames. Destruction cancels what waits and joins the worker.
#pragma once
#include <atomic>
#include <condition_variable>
#include <deque>
#include <functional>
#include <memory>
#include <mutex>
#include <string>
#include <thread>
#include <vector>

namespace lapak {

// How far a job is; asked by the screen, written by the worker.
class Progress {
 public:
  void set(int done, int total) {
    done_ = done;
    total_ = total;
  }
  int done() const { return done_; }
  int total() const { return total_; }
  void cancel() { cancelled_ = true; }
  bool is_cancelled() const { return cancelled_; }
  bool is_finished() const { return finished_; }

 private:
  friend class Jobs;
  std::atomic<int> done_{0}, total_{0};
  std::atomic<bool> cancelled_{false}, finished_{false};
};

class Jobs {
 public:
  // What a job leaves behind, carried out on the main thread.
  using Afterwards = std::function<void()>;
  // Runs on the worker. Failures of the machine may be thrown: they come out of `drain` as `failed`.
  using Work = std::function<Afterwards(Progress&)>;
  using Failed = std::function<void(const std::exception&)>;

  Jobs();
  ~Jobs();
  Jobs(const Jobs&) = delete;
  Jobs& operator=(const Jobs&) = delete;

  // Main thread. `failed` is carried out on the main thread too.
  std::shared_ptr<Progress> submit(Work work, Failed failed);
  // Main thread: carries out what finished jobs left behind. True when there was something.
  bool drain();
  // Main thread: waits until everything submitted is done and drained. For the command line and tests.
  void finish();
  bool is_idle() const;
  // Called on the worker when a job ends, to wake a sleeping frame. Set once, before the first job.
  void on_finished(std::function<void()> wake);

 private:
  struct Job {
    Work work;
    Failed failed;
    std::shared_ptr<Progress> progress;
  };
  void run();

  mutable std::mutex mutex_;
  std::condition_variable changed_;
  std::deque<Job> waiting_;
  std::vector<Afterwards> finished_;
  std::function<void()> wake_;
  bool working_ = false;
  bool stopping_ = false;
  std::shared_ptr<Progress> current_;
  std::thread worker_;
};

}  // namespace lapak
