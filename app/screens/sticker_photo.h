// screens: the text of the seller's QRIS sticker, read from a photo of it by the worker.
#pragma once
#include <filesystem>
#include <memory>
#include <optional>
#include <string>

#include "app/screens/screen.h"

namespace lapak {

class StickerPhoto {
 public:
  void read(const std::filesystem::path& file, Intents& out);
  bool is_reading() const { return reading_ && !reading_->text; }
  // What the sticker says, once. Problems: FileUnreadable, and those of read_qr_from_photo().
  std::optional<Result<std::string>> take();

 private:
  struct Reading {
    std::optional<Result<std::string>> text;
  };
  std::shared_ptr<Reading> reading_;  // shared with the worker: the screen may be left meanwhile
};

}  // namespace lapak
