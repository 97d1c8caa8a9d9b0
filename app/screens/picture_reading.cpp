// screens: pictures on their way through the worker.
#include "app/screens/picture_reading.h"

#include <utility>

#include "app/screens/screen.h"
#include "core/base/hex.h"

namespace lapak {

void PictureReading::begin(const std::filesystem::path& file, Intents& out) {
  const std::string name = file.filename().string();
  begin(
      [file, name] {
        const auto bytes = SystemFiles().read(file, kLargestPhotoFile_bytes);
        return bytes ? make_photo(*bytes, name) : Result<Photo>(refuse(ProblemCode::FileUnreadable, name));
      },
      name, out);
}

void PictureReading::begin(std::function<Result<Photo>()> make, std::string name, Intents& out) {
  const auto arrival = arrivals_.emplace_back(std::make_shared<Arrival>());
  out.add(InBackground{[arrival, make = std::move(make)](Progress&) -> Jobs::Afterwards {
                         return [arrival, photo = make()] { arrival->photo = photo; };
                       },
                       [arrival, name = std::move(name)](const std::exception&) {
                         arrival->photo = refuse(ProblemCode::FileUnreadable, name);
                       }});
}

std::vector<Attachment> PictureReading::take(Intents& out) {
  std::vector<Attachment> taken;
  std::erase_if(arrivals_, [&](const std::shared_ptr<Arrival>& arrival) {
    if (!arrival->photo) return false;
    Result<Photo> made = std::move(*arrival->photo);
    if (made) {
      out.add(BringPhoto{hex(made->content_hash), made->thumbnail_jpeg});
      taken.push_back({made->content_hash, std::move(made->jpeg), std::move(made->thumbnail_jpeg)});
    } else {
      out.add(ShowProblem{made.error()});
    }
    return true;
  });
  return taken;
}

}  // namespace lapak
