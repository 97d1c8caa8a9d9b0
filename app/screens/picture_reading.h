// screens: pictures that people choose or drop, read and made smaller on the worker.
#pragma once
#include <filesystem>
#include <functional>
#include <memory>
#include <optional>
#include <string>
#include <vector>

#include "app/screens/intent.h"
#include "core/catalog/photo.h"

namespace lapak {

class PictureReading {
 public:
  void begin(const std::filesystem::path& file, Intents& out);
  // `make` runs on the worker; `name` is what a refusal calls it.
  void begin(std::function<Result<Photo>()> make, std::string name, Intents& out);
  bool is_busy() const { return !arrivals_.empty(); }
  // What has come since, to be kept with what is saved, and shown by its name from now on. What is no picture is said.
  std::vector<Attachment> take(Intents& out);

 private:
  struct Arrival {
    std::optional<Result<Photo>> photo;
  };
  std::vector<std::shared_ptr<Arrival>> arrivals_;  // on their way through the worker
};

}  // namespace lapak
