// screens: reading a sticker.
#include "app/screens/sticker_photo.h"

#include "core/base/files.h"
#include "core/catalog/code_reader.h"
#include "core/catalog/photo.h"

namespace lapak {

void StickerPhoto::read(const std::filesystem::path& file, Intents& out) {
  reading_ = std::make_shared<Reading>();
  out.add(InBackground{.work = [reading = reading_, file](Progress&) -> Jobs::Afterwards {
                         const auto bytes = SystemFiles().read(file, kLargestPhotoFile_bytes);
                         Result<std::string> text =
                             bytes ? read_qr_from_photo(*bytes)
                                   : Result<std::string>(refuse(ProblemCode::FileUnreadable, file.filename().string()));
                         return [reading, text = std::move(text)] { reading->text = text; };
                       },
                       .failed =
                           [reading = reading_, file](const std::exception&) {
                             reading->text = refuse(ProblemCode::FileUnreadable, file.filename().string());
                           }});
}

std::optional<Result<std::string>> StickerPhoto::take() {
  if (!reading_ || !reading_->text) return std::nullopt;
  return std::exchange(reading_, nullptr)->text;
}

}  // namespace lapak
