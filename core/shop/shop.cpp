// shop: the whole shop behind one door.
#include "core/shop/shop.h"

#include <fmt/format.h>

#include <algorithm>
#include <deque>
#include <map>

#include "core/catalog/photo.h"
#include "core/catalog/product_search.h"
#include "core/db/schema.h"
#include "core/journal/fact.h"
#include "core/partner/merged_books_store.h"
#include "core/people/contact_search.h"
#include "core/people/people_store.h"
#include "core/safety/backup.h"
#include "core/safety/pin_pause.h"
#include "core/safety/shop_file.h"
#include "core/sale/open_day.h"
#include "core/sale/stall_terms.h"
#include "core/shop/forgetting.h"
#include "core/shop/jobs.h"
#include "core/shop/replay.h"
#include "core/stock/stock_json.h"

namespace lapak {
namespace {

constexpr std::size_t most_undos = 20;

// The rows that make an empty file a shop: its epoch, its card, its first seller and place.
void furnish(Database& database, IdSource& ids, Random& random, Instant now, const NewShop& card) {
  Transaction transaction(database);
  begin_epoch(database, ids, now, "A", "new");
  Entry entry{EntryHeader{ids.next<JournalEntry>(), now, std::nullopt, "new_shop"}, {}};
  const Profile blank = load_profile(database);
  const Deciding deciding{database, ids, now, card.profile.clock(), Actor{}, blank};
  Result<Decision> profile = decide(SaveProfile{card.profile}, deciding);
  LAPAK_ASSERT(profile.has_value());  // create() has checked it
  entry.facts = std::move(profile->facts);
  const Words& words = card.profile.words();
  entry.facts.push_back(
      fact_of(PlaceSaved{Place{ids.next<Place>(), std::string(words.in_context("place", "Home")), 0, {}, {}}}));
  Seller owner{.id = {},
               .name = card.owner_name.empty() ? std::string(words("Owner")) : card.owner_name,
               .role = Role::Owner,
               .pin_hash = {},
               .hidden = false};
  Result<Decision> seller = decide(SaveSeller{owner, ""}, deciding);
  LAPAK_ASSERT(seller.has_value());
  for (Fact& fact : seller->facts) entry.facts.push_back(std::move(fact));
  for (const Fact& fact : entry.facts) apply_fact(fact, Applying{database, entry.header});
  std::array<std::uint8_t, 16> salt{};
  random.fill(salt);
  append_entry(database, entry, salt);
  transaction.commit();
}

void keep_attachments(Database& database, const std::vector<Attachment>& attachments) {
  const auto bytes = [](const std::string& text) {
    return Blob(reinterpret_cast<const std::uint8_t*>(text.data()), text.size());
  };
  for (const Attachment& attachment : attachments)
    database.run(
        "INSERT INTO photo(hash, jpeg, thumbnail, thumbnail_hash) VALUES (?, ?, ?, ?) ON CONFLICT(hash) DO NOTHING",
        Blob(attachment.hash), bytes(attachment.jpeg), bytes(attachment.thumbnail),
        Blob(content_hash(attachment.thumbnail)));
}

}  // namespace

struct Shop::Inside {
  std::filesystem::path path;
  Seams seams;
  std::optional<ShopLock> lock;
  Database database;
  IdSource ids;
  Profile profile;
  Zone zone;
  Actor actor;
  Revisions revisions;
  std::unique_ptr<CartDrafts> drafts;
  std::deque<Decision> undoable;  // newest last
  std::unique_ptr<ProductSearch> search;
  std::optional<FileIdentity> own_file, own_log;  // as they were when they were first seen
  // What the owner agreed to with her PIN, by cart; after a start she is asked again.
  std::map<Id<Sale>, Concession> allowed;
  bool owner_stands_in = false;
  std::uint64_t searched_catalog = 0;  // the catalog revision that `search` shows
  bool search_is_being_built = false;
  PinPause pin_pause;
  std::unique_ptr<Jobs> jobs;

  Inside(std::filesystem::path file, Seams machine, std::optional<ShopLock> held, Database opened)
      : path(std::move(file)),
        seams(machine),
        lock(std::move(held)),
        database(std::move(opened)),
        ids(seams.clock, seams.random),
        pin_pause(seams.files, path),
        jobs(std::make_unique<Jobs>()) {}

  void begin() {
    database.guard_facts(fact_tables());
    if (!path.empty()) own_file = identity_of(path);
    read_profile();
    for (const Seller& seller : sellers(database))
      if (seller.role == Role::Owner && !actor.seller) actor = Actor{seller.id, Role::Owner, {}};
    if (path.empty()) {
      drafts = std::make_unique<CartDrafts>(draft_memory(), database, ids, profile);
    } else {
      drafts = std::make_unique<CartDrafts>(Database::open(path, Durability::Normal), database, ids, profile);
    }
  }

  static Database draft_memory() {
    Database memory = Database::in_memory();
    migrate(memory);
    return memory;
  }

  void read_profile() {
    profile = load_profile(database);
    zone = profile.clock();
  }

  // With what the owner agreed to for the open cart.
  Actor actor_here() const {
    Actor here = actor;
    if (!drafts) return here;
    if (const auto agreed = allowed.find(drafts->open_cart().id); agreed != allowed.end()) {
      here.rights.discount_percent = std::max(here.rights.discount_percent, agreed->second.percent);
      if (agreed->second.is_below_floor) here.rights.set(Right::BelowFloor, true);
    }
    return here;
  }
  Deciding deciding() { return Deciding{database, ids, seams.clock.now(), zone, actor_here(), profile}; }

  // Problems: FileMissing, when what would be written to is not what a start would find.
  Result<void> check_file() {
    if (path.empty()) return {};
    if (identity_of(path) != own_file) return refuse(ProblemCode::FileMissing, path.string());
    const std::filesystem::path log_path = beside(path, "-wal");
    const std::optional<FileIdentity> log_now = identity_of(log_path);
    if (own_log && log_now != own_log) return refuse(ProblemCode::FileMissing, log_path.string());
    own_log = log_now;
    return {};
  }

  static Fact owner_stood_in() { return {std::string(kOwnerStoodIn), Json::object(), Json()}; }

  // They may have been changed while she is at the till.
  void read_rights() {
    if (!actor.seller) return;
    if (const auto who = find_seller(database, *actor.seller)) actor.rights = who->rights;
  }

  // Appends one entry and applies its facts, inside the caller's transaction.
  Hash write(const std::string& kind, std::vector<Fact> facts, Instant at) {
    if (owner_stands_in) facts.push_back(owner_stood_in());
    const Entry entry{EntryHeader{ids.next<JournalEntry>(), at, actor.seller, kind}, std::move(facts)};
    for (const Fact& fact : entry.facts) apply_fact(fact, Applying{database, entry.header});
    std::array<std::uint8_t, 16> salt{};
    seams.random.fill(salt);
    return append_entry(database, entry, salt);
  }

  void carry_out(const Decision& decision) {
    if (decision.facts.empty()) return;
    Transaction transaction(database);
    keep_attachments(database, decision.attachments);
    const Instant now = seams.clock.now();
    if (decision.entries == Entries::One)
      write(decision.outcome.kind, decision.facts, now);
    else
      for (const Fact& fact : decision.facts) write(decision.outcome.kind, {fact}, now);
    const bool forgets = forget_words(decision, now);
    transaction.commit();
    witness();
    note_changes(decision.facts);
    if (forgets) after_forgetting();
  }

  // The words about a person whom one of these facts forgets, in the transaction that says so.
  bool forget_words(const Decision& decision, Instant now) {
    bool forgets = false;
    for (const Fact& fact : decision.facts)
      if (const auto contact = forgotten_by(fact)) {
        for (Fact& said_again : forget_in_journal(database, *contact)) write("say_again", {std::move(said_again)}, now);
        clean_contact_index(database);
        forgets = true;
      }
    return forgets;
  }

  // What could bring her back, in memory and beside the file, goes too.
  void after_forgetting() {
    undoable.clear();
    ++revisions.sale;
    const std::optional<Id<Contact>> customer = drafts->open_cart().customer;
    if (customer && find_contact(database, *customer)->name.empty())
      if (const auto changed = drafts->change(SetCustomer{std::nullopt}, seams.clock.now())) ++revisions.cart;
    if (!path.empty()) database.checkpoint();
  }

  // The last number and hash beside the file: a witness against a lost log or an old copy. It may be lost itself, so a
  // failure to write it must not fail a sale that is safe already.
  void witness() {
    if (path.empty()) return;
    try {
      write_witness(seams.files, path, journal_head(database));
    } catch (const FileError&) {
    }
  }

  void note_changes(const std::vector<Fact>& facts) {
    for (const Fact& fact : facts) {
      const std::string_view room = std::string_view(fact.kind).substr(0, fact.kind.find('.'));
      if (room == "catalog" || room == "label") ++revisions.catalog;
      if (fact.kind == BundleRuleSaved::kind) {
        drafts->follow_rules(seams.clock.now());
        ++revisions.cart;
      }
      if (room == "stock") ++revisions.stock;
      if (room == "people") ++revisions.people;
      if (room == "sale") ++revisions.sale;
      if (room == "till") ++revisions.till;
      if (room == "order") ++revisions.order;
      if (room == "partner") ++revisions.partner;
      if (room == "portfolio") ++revisions.portfolio;
      if (room == "making") ++revisions.making;
      if (room == "books") ++revisions.books;
      if (room == "fair") ++revisions.fair;
      if (room == "profile") {
        ++revisions.profile;
        read_profile();
      }
    }
  }

  // The index follows the catalogue when somebody searches or a frame begins, one build at a time: what was changed
  // meanwhile is in the next. In memory it is made at once, of a file by the worker.
  void bring_search_up_to_date() {
    if (searched_catalog == revisions.catalog || search_is_being_built) return;
    if (path.empty()) {
      searched_catalog = revisions.catalog;
      search = std::make_unique<ProductSearch>(ProductSearch::build(database));
      return;
    }
    search_is_being_built = true;
    jobs->submit(
        [this, file = path, revision = revisions.catalog](Progress&) -> Jobs::Afterwards {
          const Database reading = Database::open_read_only(file);
          auto built = std::make_shared<ProductSearch>(ProductSearch::build(reading));
          return [this, built, revision] {
            search = std::make_unique<ProductSearch>(std::move(*built));
            searched_catalog = revision;
            search_is_being_built = false;
            ++revisions.search;
          };
        },
        [this, revision = revisions.catalog](const std::exception&) {
          searched_catalog = revision;  // not again until there is something new: the old index goes on answering
          search_is_being_built = false;
        });
  }

  Result<void> try_pin(const std::vector<std::string>& pin_hashes, std::string_view pin) {
    const Instant now = seams.clock.now();
    if (const std::int64_t left = pin_pause.remaining_ms(now); left > 0)
      return refuse(ProblemCode::PinTooSoon, (left + 999) / 1000);
    if (std::ranges::any_of(pin_hashes, [&](const std::string& hash) { return pin_matches(pin, hash); })) {
      pin_pause.matched();
      return {};
    }
    pin_pause.missed(now);
    return refuse(ProblemCode::PinWrong);
  }

  Result<Outcome> execute_cart(const CartCommand& command) {
    const bool is_bound = !actor.is_owner() && owner_has_pin(database);
    const Actor who = actor_here();
    const Instant now = seams.clock.now();
    const Result<CartChange> change = drafts->change(command, now, is_bound ? std::optional(who.rights) : std::nullopt);
    if (!change) return std::unexpected(change.error());
    if (owner_stands_in) allowed[drafts->open_cart().id] = drafts->concession(now);
    ++revisions.cart;
    Outcome outcome{.kind = "cart", .label = change->label, .is_undoable = true};
    if (change->line) outcome.subject = change->line->bytes;
    if (change->held) outcome.kind = "hold_cart", outcome.subject = change->held->bytes;
    if (change->is_out_of_stock) outcome.kind = "cart_out_of_stock";
    return outcome;
  }

  // Many entries in one transaction: all of the import or nothing.
  Result<Outcome> execute_import(const ImportSales& import) {
    const LargeCache cache(database);
    Transaction transaction(database);
    const Deciding state = deciding();
    const Result<ImportCount> count = decide_import(import, state, [&](Decision&& decision) {
      write(decision.outcome.kind, std::move(decision.facts), state.now);
    });
    if (!count) return std::unexpected(count.error());
    transaction.commit();
    witness();
    ++revisions.sale, ++revisions.stock, ++revisions.catalog, ++revisions.people;
    return Outcome{.kind = "import_sales", .label = std::to_string(count->sales + count->refunds)};
  }

  static bool is_about_orders(const Decision& decision) {
    return std::ranges::any_of(decision.facts, [](const Fact& fact) { return fact.kind.starts_with("order."); });
  }

  template <class RoomCommand>
  Result<Decision> decided(const RoomCommand& command) {
    if constexpr (std::is_same_v<RoomCommand, PeopleCommand>) {
      if (const auto* const merge = std::get_if<MergeContacts>(&command)) {
        const Result<MergeContacts> kept = merge_keeping_books(database, *merge);
        if (!kept) return std::unexpected(kept.error());
        return decide(PeopleCommand(*kept), deciding());
      }
    }
    return decide(command, deciding());
  }

  template <class RoomCommand>
  Result<Outcome> execute_in_room(const RoomCommand& command) {
    Result<Decision> decision = decided(command);
    if (!decision) return std::unexpected(decision.error());
    if constexpr (std::is_same_v<RoomCommand, SaleCommand>)
      if (const Result<void> followed = follow_sale(*decision, deciding()); !followed)
        return std::unexpected(followed.error());
    if constexpr (std::is_same_v<RoomCommand, SaleCommand> || std::is_same_v<RoomCommand, StockCommand> ||
                  std::is_same_v<RoomCommand, StocktakeCommand> || std::is_same_v<RoomCommand, FairCommand>)
      if (const Result<void> booked = book_shares(*decision, deciding()); !booked)
        return std::unexpected(booked.error());
    if (!owner_stands_in && !actor.is_owner() && allowed.contains(Id<Sale>{decision->outcome.subject}))
      decision->facts.push_back(owner_stood_in());
    carry_out(*decision);
    Outcome outcome = decision->outcome;
    // Once the drawer was counted, what was done before stands: an entry taken back now would miss in the count.
    if constexpr (std::is_same_v<RoomCommand, TillCommand>)
      if (!outcome.is_undoable) undoable.clear();
    // Likewise of orders, once money was taken for one or it was handed over.
    if (!outcome.is_undoable && (std::is_same_v<RoomCommand, OrderCommand> || is_about_orders(*decision)))
      std::erase_if(undoable, is_about_orders);
    if (outcome.is_undoable && !decision->opposite.empty()) {
      undoable.push_back(std::move(*decision));
      if (undoable.size() > most_undos) undoable.pop_front();
    }
    return outcome;
  }
};

Shop::Shop(std::unique_ptr<Inside> inside) : inside_(std::move(inside)) {}

Shop::~Shop() {
  inside_->jobs.reset();
  try {
    rest();
  } catch (const DatabaseError&) {
    // The log stays beside the file and is read again at the next start.
  }
}

Result<std::unique_ptr<Shop>> Shop::create(const std::filesystem::path& path, const NewShop& card, Seams seams) {
  {
    Database scratch = Database::in_memory();
    migrate(scratch);
    IdSource ids(seams.clock, seams.random);
    const Profile blank;
    const Deciding deciding{scratch, ids, seams.clock.now(), Zone{}, Actor{}, blank};
    if (const auto checked = decide(SaveProfile{card.profile}, deciding); !checked)
      return std::unexpected(checked.error());
  }
  if (std::filesystem::exists(path)) return refuse(ProblemCode::FileExists, path.string());
  const auto folder = path.has_parent_path() ? path.parent_path() : std::filesystem::path(".");
  if (!std::filesystem::is_directory(folder)) return refuse(ProblemCode::FolderMissing, folder.string());
  Result<ShopLock> lock = ShopLock::take(path);
  if (!lock) return std::unexpected(lock.error());
  Database database = Database::open(path, Durability::Full);
  migrate(database);
  IdSource ids(seams.clock, seams.random);
  furnish(database, ids, seams.random, seams.clock.now(), card);
  auto inside = std::make_unique<Inside>(path, seams, std::move(*lock), std::move(database));
  inside->begin();
  inside->witness();
  return std::unique_ptr<Shop>(new Shop(std::move(inside)));
}

Result<std::unique_ptr<Shop>> Shop::open(const std::filesystem::path& path, Seams seams) {
  const Result<Recognised> recognised = recognise(path);
  if (!recognised) return std::unexpected(recognised.error());
  Result<ShopLock> lock = ShopLock::take(path);
  if (!lock) return std::unexpected(lock.error());
  try {
    // Before anything is opened for writing: a log that went bad would be emptied into the file when that is closed.
    if (const Result<void> seen = check_witness(seams.files, path, Database::open_read_only(path)); !seen)
      return std::unexpected(seen.error());
    if (recognised->schema < current_schema()) {
      const auto copy = write_verified_copy(path, beside(path, fmt::format(".before-schema-{}", current_schema())));
      if (!copy) return std::unexpected(copy.error());
    }
    Database database = Database::open(path, Durability::Full);
    migrate(database);
    if (recognised->schema < current_schema()) thin_out_migration_copies(path);
    IdSource ids(seams.clock, seams.random);
    begin_life_of_copy(database, ids, seams.clock.now());
    auto inside = std::make_unique<Inside>(path, seams, std::move(*lock), std::move(database));
    inside->begin();
    return std::unique_ptr<Shop>(new Shop(std::move(inside)));
  } catch (const DatabaseError& error) {
    if (!error.is_damaged()) throw;
  } catch (const Json::exception&) {
    // Text that stands where we wrote something else.
  }
  return refuse(ProblemCode::ShopDamaged, path.string());
}

std::unique_ptr<Shop> Shop::in_memory(const NewShop& card, Seams seams) {
  Database database = Database::in_memory();
  migrate(database);
  IdSource ids(seams.clock, seams.random);
  furnish(database, ids, seams.random, seams.clock.now(), card);
  auto inside = std::make_unique<Inside>(std::filesystem::path(), seams, std::nullopt, std::move(database));
  inside->begin();
  return std::unique_ptr<Shop>(new Shop(std::move(inside)));
}

Result<Outcome> Shop::execute(const Command& command) {
  if (const Result<void> there = inside_->check_file(); !there) return std::unexpected(there.error());
  return std::visit(
      [&]<class RoomCommand>(const RoomCommand& of_a_room) -> Result<Outcome> {
        if constexpr (std::is_same_v<RoomCommand, CartCommand>) {
          return inside_->execute_cart(of_a_room);
        } else if constexpr (std::is_same_v<RoomCommand, ImportSales>) {
          return inside_->execute_import(of_a_room);
        } else {
          Result<Outcome> outcome = inside_->execute_in_room(of_a_room);
          if constexpr (std::is_same_v<RoomCommand, PeopleCommand>)
            if (outcome) inside_->read_rights();
          if constexpr (std::is_same_v<RoomCommand, SaleCommand>)
            if (outcome) inside_->drafts->forget(Id<Sale>{outcome->subject}, now());
          return outcome;
        }
      },
      command.any());
}

Result<Outcome> Shop::undo() {
  if (inside_->undoable.empty()) return refuse(ProblemCode::NothingToUndo);
  if (const Result<void> there = inside_->check_file(); !there) return std::unexpected(there.error());
  const Decision& last = inside_->undoable.back();
  Decision back{.facts = last.opposite, .entries = last.entries, .outcome = last.outcome};
  back.outcome.kind = "undo_" + last.outcome.kind;
  back.outcome.is_undoable = false;
  inside_->carry_out(back);
  // Only now: what the disk refused can be taken back again.
  if (can_undo()) inside_->undoable.pop_back();
  return back.outcome;
}

bool Shop::can_undo() const {
  return !inside_->undoable.empty();
}

Result<void> Shop::sign_in(Id<Seller> seller, std::string_view pin) {
  const std::optional<Seller> found = find_seller(inside_->database, seller);
  if (!found || found->hidden) return refuse(ProblemCode::SellerUnknown, std::string());
  if (!found->pin_hash.empty())
    if (Result<void> tried = inside_->try_pin({found->pin_hash}, pin); !tried) return tried;
  inside_->actor = Actor{found->id, found->role, found->rights};
  ++inside_->revisions.people;
  return {};
}

Result<void> Shop::check_owner_pin(std::string_view pin) {
  std::vector<std::string> pin_hashes;
  for (const Seller& seller : sellers(inside_->database))
    if (seller.role == Role::Owner && !seller.pin_hash.empty()) pin_hashes.push_back(seller.pin_hash);
  return inside_->try_pin(pin_hashes, pin);
}

Result<Outcome> Shop::execute_as_owner(const Command& command, std::string_view pin) {
  if (Result<void> checked = check_owner_pin(pin); !checked) return std::unexpected(checked.error());
  struct StandingIn {
    Inside& inside;
    Role before;
    explicit StandingIn(Inside& shop) : inside(shop), before(shop.actor.role) {
      inside.actor.role = Role::Owner;
      inside.owner_stands_in = before != Role::Owner;
    }
    ~StandingIn() { inside.actor.role = before, inside.owner_stands_in = false; }
    StandingIn(const StandingIn&) = delete;
    StandingIn& operator=(const StandingIn&) = delete;
  } standing_in(*inside_);
  return execute(command);
}

bool Shop::is_guarded() const {
  return owner_has_pin(inside_->database);
}

bool Shop::may(Right right) const {
  return inside_->actor.may(right) || !is_guarded();
}

const Actor& Shop::actor() const {
  return inside_->actor;
}
const Profile& Shop::profile() const {
  return inside_->profile;
}
const Database& Shop::facts() const {
  return inside_->database;
}
const Revisions& Shop::revisions() const {
  return inside_->revisions;
}
Instant Shop::now() const {
  return inside_->seams.clock.now();
}
Date Shop::today() const {
  return trading_day(inside_->database, now(), inside_->zone).business_date;
}
const std::filesystem::path& Shop::path() const {
  return inside_->path;
}
const Cart& Shop::cart() const {
  return inside_->drafts->open_cart();
}
Result<Totals> Shop::cart_totals() const {
  return totals(cart(), rates_here(inside_->database, inside_->profile), today());
}
std::vector<HeldCart> Shop::held_carts() const {
  return inside_->drafts->held(today());
}
Jobs& Shop::jobs() {
  return *inside_->jobs;
}
void Shop::take_in_finished_work() {
  inside_->jobs->drain();
  inside_->bring_search_up_to_date();
}

Shop::SearchAnswer Shop::search(std::string_view text, int limit) const {
  SearchAnswer answer;
  if (inside_->path.empty()) inside_->bring_search_up_to_date();
  if (inside_->search == nullptr) return answer;
  const ProductSearch::Found found = inside_->search->find(text, limit);
  answer.cards = cards_of(inside_->database, found.best);
  answer.total = found.total;
  return answer;
}

void Shop::rest() {
  if (!inside_->path.empty()) inside_->database.checkpoint();
}

}  // namespace lapak
