// paper: draws a document as a PDF. All that knows libharu is behind this header.
#pragma once
#include <stdexcept>
#include <string>

#include "core/paper/layout.h"

namespace lapak {

// libharu could not make the file (memory, or a face that does not load). Nothing was written.
class PdfError : public std::runtime_error {
 public:
  explicit PdfError(unsigned long code);
};

// The bytes of the file: faces embedded and subset, text that can be searched and copied. The same document gives the
// same bytes. Pictures that are not sound JPEGs are left out. Asserts: at least one page. Throws PdfError. Any thread.
std::string pdf(const Document& document);

}  // namespace lapak
