// screens: a paper goes to one of the system's printers: which, how often, and what became of it. Without a print
// service or a printer the sheet says so and offers the PDF.
#pragma once
#include <expected>
#include <functional>
#include <memory>
#include <optional>
#include <string>
#include <vector>

#include "app/screens/screen.h"
#include "core/print/printer.h"

namespace lapak {

class PrintSheet {
 public:
  using LayOut = std::function<Document(const Database&, const Profile&)>;

  // Asks for the printers (on the worker) and shows them. `title` names the paper; `lay_out` as MakePaper's.
  void open(std::string title, LayOut lay_out, Intents& out);
  bool is_open() const { return is_open_; }
  // Drawn last, every frame. Names "print.printer.<i>", "print.copies.…", "print.ok", "print.said",
  // "print.none.action".
  void draw(Ui& ui, Intents& out);

 private:
  struct Search {
    std::optional<std::expected<std::vector<Printer>, PrintFailure>> printers;
  };
  struct Sending {
    std::optional<std::expected<PrintJob, PrintFailure>> job;
    std::optional<PrintState> state;
    bool is_asking = false;
  };
  void send(const Printer& printer, Intents& out);
  void watch(Ui& ui, Intents& out);
  void draw_none(Ui& ui, Rect content, Intents& out);
  std::string_view says(const Ui& ui) const;
  bool has_failed() const;
  bool is_underway() const;  // nothing is known of its end yet

  bool is_open_ = false;
  std::string title_;
  LayOut lay_out_;
  std::size_t chosen_ = 0;
  int copies_ = 1;
  double ask_again_s_ = 0;
  // Shared with the worker: the screen may be left meanwhile.
  std::shared_ptr<Search> search_ = std::make_shared<Search>();
  std::shared_ptr<Sending> sending_;
};

}  // namespace lapak
