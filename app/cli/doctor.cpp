// cli: `lapak doctor`: what is right and wrong with a shop and the machine it stands on, in sentences, and what to do.
#include <filesystem>
#include <nlohmann/json.hpp>

#include "app/cli/commands.h"
#include "app/cli/speech.h"
#include "core/paper/layout.h"
#include "core/print/printer.h"
#include "core/profile/profile_commands.h"
#include "core/safety/backup.h"
#include "core/safety/copy_contents.h"
#include "core/safety/shop_file.h"
#include "core/shop/soundness.h"
#include "core/words/sentences.h"

namespace lapak {
namespace {

namespace fs = std::filesystem;
using OrderedJson = nlohmann::ordered_json;

constexpr std::int64_t day_ms = 24 * 60 * 60 * 1000;
constexpr std::int64_t oldest_copy_ms = 3 * day_ms;
constexpr std::uint64_t megabyte = 1'000'000;
constexpr std::uint64_t least_free_bytes = 500 * megabyte;

enum class Health { Good, Look, Bad };
constexpr std::string_view kHealthNames[] = {"good", "look", "bad"};

struct Finding {
  std::string_view about;
  Health health;
  std::string sentence;
};

class Doctor {
 public:
  Doctor(fs::path shop, const Terminal& terminal)
      : shop_(std::move(shop)), now_(terminal.seams.clock.now()), words_(&machine_words()) {}

  std::vector<Finding> examine() {
    const Result<Recognised> known = recognise(shop_);
    if (!known) {
      add("file", Health::Bad, sentence(known.error(), *words_, *find_currency("IDR")));
    } else {
      look_at_card();
      look_at_tables();
      look_at_clock();
    }
    look_at_copies();
    look_at_disk();
    look_at_printers();
    return std::move(findings_);
  }
  const Words& words() const { return *words_; }

 private:
  void add(std::string_view about, Health health, std::string sentence) {
    findings_.push_back({about, health, std::move(sentence)});
  }
  template <class... Facts>
  void add(std::string_view about, Health health, std::string_view english, const Facts&... facts) {
    findings_.push_back({about, health, fmt::format(fmt::runtime((*words_)(english)), facts...)});
  }

  // What is open in a window is read all the same.
  void look_at_card() {
    try {
      const Database facts = Database::open_read_only(shop_);
      profile_ = load_profile(facts);
      words_ = &profile_.screen_words();
      last_sale_at_ = contents_of(facts).last_sale_at;
      backups_ = profile_.backup_folder.empty() ? fs::absolute(shop_).parent_path() / "backups"
                                                : fs::path(profile_.backup_folder);
      if (printable(profile_.name).contains("\u25a1"))
        add("fonts", Health::Look, N_("Letters of the shop's name that papers cannot show stand there as □."));
      else
        add("fonts", Health::Good, N_("Papers can show the shop's name."));
    } catch (const std::exception&) {
      // What cannot be read is told of with the tables.
    }
  }

  void look_at_tables() {
    const Result<Verification> found = check_soundness(shop_);
    if (!found) {
      add("file", Health::Bad, sentence(found.error(), *words_, profile_.money()));
      return;
    }
    if (found->is_clean()) {
      add("file", Health::Good, N_("The file is whole."));
      add("journal", Health::Good, N_("{0} entries follow from each other, and {1} rows are what they say."),
          words_->count(found->entries), words_->count(found->rows));
      return;
    }
    add("journal", Health::Bad, N_("Part of the file is not what was written into it: {}. Bring back the newest copy."),
        found->differences.front());
  }

  void look_at_clock() {
    if (last_sale_at_ && now_ < *last_sale_at_) {
      const LocalTime last = profile_.clock().local(*last_sale_at_);
      add("clock", Health::Bad, N_("The clock of this machine is behind the last sale, of {0}, {1}. Set it right."),
          words_->full_date(last.date), words_->time(last));
      return;
    }
    const LocalTime here = profile_.clock().local(now_);
    const std::string said = words_->full_date(here.date) + ", " + words_->time(here);
    if (Zone::current().local(now_) != here)
      add("clock", Health::Look, N_("The shop's clock says {0}; the machine stands in another time zone, {1}."), said,
          Zone::current().name());
    else
      add("clock", Health::Good, N_("The clock says {}."), said);
  }

  void look_at_copies() {
    if (backups_.empty()) backups_ = fs::absolute(shop_).parent_path() / "backups";
    const std::vector<RestorableCopy> copies = restorable_copies(shop_, {backups_}, 1);
    if (copies.empty()) {
      add("copies", last_sale_at_ ? Health::Bad : Health::Look, N_("There is no copy of the shop in {}. Make one."),
          backups_.string());
      return;
    }
    const RestorableCopy& newest = copies.front();
    const std::string name = newest.file.filename().string();
    if (!check_copy(newest.file))
      add("copies", Health::Bad, N_("The newest copy, {}, is damaged. Make another one."), name);
    else if (now_.utc_ms - newest.made_at.utc_ms > oldest_copy_ms)
      add("copies", Health::Look, N_("The newest copy, {0}, is {1} days old. Make another one."), name,
          words_->count((now_.utc_ms - newest.made_at.utc_ms) / day_ms));
    else
      add("copies", Health::Good, N_("The newest copy, {0}, is whole and ends with {1}."), name,
          newest.contents.last_number.empty() ? std::string("–") : newest.contents.last_number);
  }

  void look_at_disk() {
    std::error_code error;
    const fs::space_info disk = fs::space(fs::absolute(shop_).parent_path(), error);
    if (error) return add("disk", Health::Bad, N_("The folder of the shop cannot be reached."));
    const std::string free = words_->count(static_cast<std::int64_t>(disk.available / megabyte));
    if (disk.available < least_free_bytes)
      add("disk", Health::Bad, N_("Only {} MB are free on the disk. Make room."), free);
    else
      add("disk", Health::Good, N_("{} MB are free on the disk."), free);
  }

  void look_at_printers() {
    const auto found = printers();
    if (!found)
      add("printer", Health::Look, N_("The print service (CUPS) does not answer. Receipts can be kept as PDF."));
    else if (found->empty())
      add("printer", Health::Look, N_("No printer is set up. Receipts can be kept as PDF."));
    else
      add("printer", Health::Good, N_("Papers go to {}."), found->front().title);
  }

  fs::path shop_;
  Instant now_;
  const Words* words_;
  Profile profile_;
  std::optional<Instant> last_sale_at_;
  fs::path backups_;
  std::vector<Finding> findings_;
};

}  // namespace

int carry_out_doctor(const VerifyRequest& request, const Terminal& terminal) {
  return guarded(terminal, [&](const Speech&) {
    const std::vector<Finding> findings = Doctor(request.shop, terminal).examine();
    bool is_well = true;
    OrderedJson list = OrderedJson::array();
    for (const Finding& finding : findings) {
      const std::string_view health = kHealthNames[static_cast<std::size_t>(finding.health)];
      is_well = is_well && finding.health != Health::Bad;
      if (request.as_json)
        list.push_back({{"about", finding.about}, {"health", health}, {"sentence", finding.sentence}});
      else
        terminal.out << fmt::format("{}\t{}\t{}\n", health, finding.about, finding.sentence);
    }
    if (request.as_json) terminal.out << list.dump() << '\n';
    return is_well ? kDone : kProblem;
  });
}

}  // namespace lapak
