// catalog: reads a QR from a photo: the seller's QRIS sticker.
#pragma once
#include <string>
#include <string_view>

#include "core/base/problem.h"

namespace lapak {

// What the QR in the picture says, as UTF-8. With several, the first that begins like a payment code, else the first.
// Any thread. Problems: CodeNotFound, and those of make_photo.
Result<std::string> read_qr_from_photo(std::string_view picture_bytes);

}  // namespace lapak
