// screens: a view that takes longer to read than a frame has: it is read beside the frames, and the old one stands
// until the new one is there.
//
//   ReadAside<StockQuestion, StockView> list_;
//   refresh:  list_.refresh(shop, question, rooms(&Revisions::stock));
//   draw:     list_.read(out, [](const Database& d, const Profile&, const StockQuestion& q) { return stock_list(d, q);
//   });
//
// One reading at a time: what was typed meanwhile is asked once the one before has come back.
#pragma once
#include <memory>

#include "app/screens/intent.h"
#include "app/screens/screen.h"
#include "app/screens/watched.h"

namespace lapak {

template <class Question, class View>
class ReadAside {
 public:
  template <std::size_t N>
  void refresh(const Shop& shop, const Question& question, const std::array<std::uint64_t Revisions::*, N>& reads) {
    const Revisions now = shop.revisions();
    const Answer& last = *answer_;
    is_stale_ = !last.question || !(*last.question == question);
    for (const auto member : reads) is_stale_ = is_stale_ || last.seen.*member != now.*member;
    question_ = question;
    seen_ = now;
  }

  // Every frame. `ask` runs on the worker; it must own what it needs.
  template <class Ask>
  void read(Intents& out, Ask ask) {
    if (!is_stale_ || answer_->is_coming) return;
    answer_->is_coming = true;
    out.add(ReadInBackground{
        .work = [answer = answer_, question = question_, seen = seen_, ask = std::move(ask)](
                    const Database& facts, const Profile& profile) -> Jobs::Afterwards {
          auto view = std::make_shared<View>(ask(facts, profile, question));
          return [answer, question, seen, view] {
            *answer = Answer{.view = std::move(*view), .question = question, .seen = seen, .is_coming = false};
          };
        },
        // The old view stays; what is asked next is tried again.
        .failed =
            [answer = answer_, question = question_, seen = seen_](const std::exception&) {
              *answer = Answer{.view = std::move(answer->view), .question = question, .seen = seen, .is_coming = false};
            }});
  }

  // False until the first view is there.
  bool has_view() const { return answer_->question.has_value(); }
  const View& view() const { return answer_->view; }
  const View* operator->() const { return &answer_->view; }
  // What the view answers: while another reading is on its way, the question before.
  const Question& question() const { return *answer_->question; }

 private:
  struct Answer {
    View view{};
    std::optional<Question> question{};
    Revisions seen{};
    bool is_coming = false;
  };

  std::shared_ptr<Answer> answer_ = std::make_shared<Answer>();  // shared with the worker, which may outlive the screen
  Question question_{};
  Revisions seen_{};
  bool is_stale_ = true;
};

}  // namespace lapak
