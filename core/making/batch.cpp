// making: what a batch really cost.
#include "core/making/batch.h"

namespace lapak {

Money BatchMade::materials() const {
  Money sum;
  for (const UsedMaterial& one : used) sum += one.value;
  return sum;
}

Money BatchMade::work() const {
  constexpr std::int64_t hour = 60;
  const Money whole_hours{wage.minor * (minutes / hour)};
  return whole_hours + part_of(wage, {minutes % hour, hour});
}

}  // namespace lapak
