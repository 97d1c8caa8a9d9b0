// exchange: vCards 2.1, 3.0 and 4.0 (RFC 2425, 2426, 6350), as telephones write them: folded lines, quoted-printable,
// any charset of the West, groups ("item1.TEL"), everything that is not known left alone. Pure.
#pragma once
#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

#include "core/base/problem.h"
#include "core/people/contact.h"

namespace lapak {

struct VCard {
  std::int64_t line = 0;  // where it begins
  std::string name;       // FN, else N turned round, else ORG
  std::string phone;      // the preferred one, else the first mobile one, else the first
  std::string whatsapp, instagram, email, address, town;
  std::string birthday;  // as it stands there: "1990-05-04", "19900504", "--0504"
  std::string language, note, makes, met_where;
  std::vector<std::string> categories;
};

// Every card of the file. Problems: CsvEmpty (there is none).
Result<std::vector<VCard>> read_vcards(std::string_view bytes);

// A contact as vCard 3.0, lines folded at 75 bytes; read_vcards reads it back.
std::string written_vcard(const Contact& contact);

}  // namespace lapak
