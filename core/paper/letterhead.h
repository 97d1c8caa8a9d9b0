// paper: what stands at the head of every paper: who the shop is.
#pragma once
#include <memory>
#include <string>
#include <vector>

#include "core/base/currency.h"

namespace lapak {

// A JPEG of our own making (core/catalog/photo.h), shared by all the documents that show it; null for none.
// Bytes from anywhere else are left out by the printer if they are not sound.
using JpegBytes = std::shared_ptr<const std::string>;

struct Letterhead {
  std::string shop_name;
  std::vector<std::string> lines;  // address, phone, Instagram: as the seller typed them
  JpegBytes logo;
  std::string link;   // what the QR leads to: "https://instagram.com/…"; empty: no QR
  Currency currency;  // of every amount of the document
};

}  // namespace lapak
