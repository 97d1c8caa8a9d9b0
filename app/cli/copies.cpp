// cli: copies of a shop.
#include "app/cli/commands.h"
#include "app/cli/speech.h"
#include "core/safety/backup.h"

namespace lapak {

int carry_out_backup(const BackupRequest& request, const Terminal& terminal) {
  return guarded(terminal, [&](const Speech& speech) {
    const auto copy = write_verified_copy(request.shop, request.file);
    if (!copy) return speech.say(copy.error());
    terminal.out << fmt::format("entries\t{}\nbytes\t{}\n", copy->head.seq, copy->bytes);
    return kDone;
  });
}

int carry_out_restore(const RestoreRequest& request, const Terminal& terminal) {
  return guarded(terminal, [&](const Speech& speech) {
    IdSource ids(terminal.seams.clock, terminal.seams.random);
    const auto copy = restore(request.file, request.shop, ids, terminal.seams.clock.now(), Zone::current());
    if (!copy) return speech.say(copy.error());
    terminal.out << fmt::format("entries\t{}\n", copy->head.seq);
    return kDone;
  });
}

}  // namespace lapak
