// shop: what is forgotten of a person is gone from the file, from what lies beside it and from new copies.
#include <fstream>
#include <iterator>

#include "core/base/hex.h"
#include "core/catalog/picture.h"
#include "core/catalog/product_store.h"
#include "core/order/order_picture_store.h"
#include "core/order/order_store.h"
#include "core/people/follow_up_store.h"
#include "core/safety/backup.h"
#include "core/sale/sale_store.h"
#include "core/shop/demo.h"
#include "core/shop/replay.h"
#include "core/shop/shop.h"
#include "tests/core/fixture.h"

namespace lapak {
namespace {

namespace fs = std::filesystem;

// Words that stand nowhere else, each in a place of its own.
const std::vector<std::string> kWords{"Zubaidah",        "81298765432",         "82187654321",   "zub.weaves",
                                      "zub@example.net", "Jalan Kenanga",       "1987-03-09",    "Wonosobo",
                                      "serat nanas",     "Pasar Gembong",       "lewat telepon", "Kerudungmerah",
                                      "anyamanlurik",    "janjikirim",          "halokabarmu",   "notajualan",
                                      "notabaris",       "rujukantransfer",     "gendonganbayi", "benangkapas",
                                      "kurirsepeda",     "resipaket",           "pindahrencana", "gendongannyaman",
                                      "ibu zub",         "lewat whatsapp saja", "kursus simpul", "karyagendong",
                                      "ceritagendong",   "tanpabordir",         "jahitsabtu",    "resleting",
                                      "selaluterlambat", "unggahankopi"};

// Which of the words a file still holds, in any case of letters.
std::vector<std::string> words_in_file(const fs::path& path) {
  std::ifstream file(path, std::ios::binary);
  const std::string bytes{std::istreambuf_iterator<char>(file), {}};
  std::string lower = bytes;
  for (char& c : lower) c = static_cast<char>(c >= 'A' && c <= 'Z' ? c + 32 : c);
  std::vector<std::string> found;
  for (std::string word : kWords) {
    const std::string as_typed = word;
    for (char& c : word) c = static_cast<char>(c >= 'A' && c <= 'Z' ? c + 32 : c);
    if (lower.find(word) != std::string::npos) found.push_back(as_typed + " in " + path.filename().string());
  }
  return found;
}

struct Stall {
  TestFolder folder;
  FixedClock clock{kTestMorning};
  SeededRandom random{1};
  SystemFiles files;
  IdSource ids{clock, random};
  fs::path path = folder / "toko.lapak";
  std::unique_ptr<Shop> shop = Shop::create(path, demo_card(Language::Indonesian), Seams{clock, random, files}).value();

  Outcome must(const Command& command) {
    const Result<Outcome> done = shop->execute(command);
    REQUIRE(done.has_value());
    return *done;
  }
  Id<Contact> person(const char* name) { return Id<Contact>{must(SaveContact{{.name = name}, ""}).subject}; }
  // Everything there is to say about somebody, in every room.
  Id<Contact> zubaidah();
  Id<Sale> sell_to(Id<Contact> customer);
  std::vector<std::string> found() const {
    std::vector<std::string> all;
    for (const auto& file : fs::recursive_directory_iterator(folder.path()))
      if (file.is_regular_file())
        for (std::string& word : words_in_file(file.path())) all.push_back(std::move(word));
    return all;
  }
};

Id<Sale> Stall::sell_to(Id<Contact> customer) {
  Cart cart{.id = ids.next<Sale>()};
  cart.customer = customer;
  cart.note = "notajualan";
  cart.lines.push_back(CartLine{.id = ids.next<CartLine>(),
                                .name = "Tas",
                                .quantity = Quantity::of(1),
                                .list_price = Money{50'000},
                                .agreed_price = Money{50'000},
                                .note = "notabaris"});
  Tender tender{.method = Method::Transfer, .amount = Money{50'000}};
  tender.reference = "rujukantransfer";
  return Id<Sale>{must(Sell{cart, {tender}}).subject};
}

Id<Contact> Stall::zubaidah() {
  Contact card{.name = "Zubaidah Hanum", .phone = "0812 9876 5432", .town = "Wonosobo", .makes = "serat nanas"};
  card.tags = {"Kerudungmerah"};
  card.whatsapp = "+6282187654321";
  card.instagram = "zub.weaves";
  card.email = "zub@example.net";
  card.address = "Jalan Kenanga 3";
  card.birthday = "1987-03-09";
  card.met_where = "Pasar Gembong";
  card.consent_how = "lewat telepon";
  const Id<Contact> id{must(SaveContact{card, ""}).subject};
  card.id = id;
  card.tags.push_back("Lain");
  must(SaveContact{card, ""});
  must(AddNote{id, {}, "suka anyamanlurik"});
  must(SetReminder{id, {}, Date::of(2026, 12, 1), "janjikirim contoh"});
  must(Greet{.contact = id, .way = Way::Written, .text = "halokabarmu"});
  must(SetRhythm{id, 4});
  CustomOrder order{.client = id,
                    .kind = OrderKind::Service,
                    .what = "gendonganbayi",
                    .notes = "benangkapas",
                    .price = Money{200'000},
                    .scope = "tanpabordir"};
  order.id = Id<CustomOrder>{must(SaveOrder{order}).subject};
  order.courier = "kurirsepeda";
  order.tracking = "resipaket";
  must(SaveOrder{order});
  must(BookExpense{{.amount = Money{5'000}, .contact = id, .paid_from = PaidFrom::Bank, .note = "upah jahitsabtu"}});
  must(BookExpense{
      {.amount = Money{7'000}, .order = order.id, .paid_from = PaidFrom::Bank, .note = "resleting gendongan"}});
  Fair fair{.name = "Pasar Sore", .days = {{.date = Date::of(2026, 12, 5)}}, .note = "selaluterlambat"};
  fair.id = Id<Fair>{must(SaveFair{fair}).subject};
  fair.organiser = id;
  must(SaveFair{fair});
  must(BookIncome{{.amount = Money{9'000}, .contact = id, .note = "tiga unggahankopi"}});
  must(GiveTestimonial{{.contact = id,
                        .text = "gendongannyaman sekali",
                        .named = "Ibu Zub",
                        .order = order.id,
                        .consented_on = Date::of(2026, 11, 22),
                        .given_how = "lewat whatsapp saja"}});
  must(GiveTestimonial{{.contact = id, .text = "gendongannyaman", .named = "Ibu Zub", .about = "kursus simpul"}});
  must(SavePiece{{.order = order.id, .title = "karyagendong", .story = "ceritagendong"}});
  must(TakeOrderDeposit{order.id, {{.amount = Money{100'000}}}});
  must(CallOff{order.id, HeldDeposit::GivenBack, {{.amount = Money{100'000}}}, "pindahrencana"});
  return id;
}

TEST_CASE("after a person is forgotten no byte of her is in the file, its log or a new copy, and all still verifies") {
  Stall stall;
  const auto other = stall.person("Rina");
  stall.must(AddNote{other, {}, "tetap ada"});
  const Id<Contact> id = stall.zubaidah();
  const Id<Sale> sale = stall.sell_to(id);
  stall.must(RememberBuyer{stall.sell_to(other), id, "", "", {}, "anyamanlurik lagi"});
  stall.must(SetCustomer{id});
  stall.shop->rest();
  CHECK(stall.found().size() >= kWords.size());

  stall.must(ForgetContact{id});
  CHECK(stall.found() == std::vector<std::string>());
  REQUIRE(write_verified_copy(stall.path, stall.folder / "copy.lapak").has_value());
  CHECK(stall.found() == std::vector<std::string>());
  const Verification verified = verify(stall.shop->facts());
  CHECK(verified.differences == std::vector<std::string>());

  CHECK_MESSAGE(!stall.shop->can_undo(), "nothing brings her back");
  CHECK(find_sale(stall.shop->facts(), sale)->total == Money{50'000});
  CHECK_FALSE(stall.shop->cart().customer.has_value());
  CHECK(people(stall.shop->facts(), {}).total == 1);
  CHECK(people(stall.shop->facts(), {.search = "zuba"}).total == 0);
  CHECK(count_due(stall.shop->facts(), Date::of(2030, 1, 1)) == 0);
  CHECK(notes_of(stall.shop->facts(), other, 9).at(0).text == "tetap ada");
  stall.shop.reset();
  CHECK(stall.found() == std::vector<std::string>());
}

// Whether these bytes lie in a file of the folder.
bool lies_in(const fs::path& folder, const std::string& bytes) {
  for (const auto& entry : fs::recursive_directory_iterator(folder)) {
    if (!entry.is_regular_file()) continue;
    std::ifstream file(entry.path(), std::ios::binary);
    const std::string all{std::istreambuf_iterator<char>(file), {}};
    if (all.find(bytes) != std::string::npos) return true;
  }
  return false;
}

TEST_CASE("the pictures of her orders go with a person, those taken off too; one that a product shows stays") {
  Stall stall;
  const Id<Contact> id = stall.zubaidah();
  const auto picture = [](std::uint64_t seed) {
    const Photo photo = drawn_photo(PictureKind::Bag, seed);
    return Attachment{photo.content_hash, photo.jpeg, photo.thumbnail_jpeg};
  };
  // Long enough to be no other picture's, short enough to stand on one page of the file.
  const auto piece = [](const std::string& jpeg) { return jpeg.substr(jpeg.size() / 2, 64); };
  const Attachment sketch = picture(1), work = picture(2), shown = picture(3), neighbours = picture(4);
  CustomOrder order{.client = id, .what = "gendonganbayi", .price = Money{200'000}};
  order.id = Id<CustomOrder>{stall.must(SaveOrder{.order = order, .pictures = {sketch}}).subject};
  stall.must(AddPictures{order.id, PictureShows::Work, {work, shown, neighbours}});
  const std::vector<OrderPicture> hers = pictures_of(stall.shop->facts(), order.id);
  REQUIRE(hers.size() == 4);
  stall.must(MarkPicture{hers[0].id, PictureShows::Wish, Pinned::TakenOff});
  stall.must(SaveProduct{{.name = "Gendongan", .price = Money{200'000}, .photo = hex(shown.hash)}, {}, shown});
  CustomOrder rinas{.client = stall.person("Rina"), .what = "sama", .price = Money{200'000}};
  rinas.id = Id<CustomOrder>{stall.must(SaveOrder{.order = rinas, .pictures = {neighbours}}).subject};
  stall.shop->rest();
  for (const Attachment* one : {&sketch, &work, &shown}) REQUIRE(lies_in(stall.folder.path(), piece(one->jpeg)));

  stall.must(ForgetContact{id});
  REQUIRE(write_verified_copy(stall.path, stall.folder / "copy.lapak").has_value());
  for (const Attachment* gone : {&sketch, &work}) {
    CHECK_FALSE(lies_in(stall.folder.path(), piece(gone->jpeg)));
    CHECK_FALSE(lies_in(stall.folder.path(), piece(gone->thumbnail)));
    CHECK_FALSE(lies_in(stall.folder.path(), hex(gone->hash)));
  }
  CHECK(pictures_of(stall.shop->facts(), order.id).empty());
  CHECK(lies_in(stall.folder.path(), piece(shown.jpeg)));
  CHECK(pictures_of(stall.shop->facts(), rinas.id).size() == 1);
  CHECK(photo_jpeg(stall.shop->facts(), hex(neighbours.hash)) == neighbours.jpeg);
  CHECK(verify(stall.shop->facts()).differences == std::vector<std::string>());
}

TEST_CASE("an order that was written down for another first is forgotten with whom it is for") {
  Stall stall;
  const auto other = stall.person("Rina");
  CustomOrder order{.client = other, .what = "gendonganbayi", .price = Money{200'000}};
  order.id = Id<CustomOrder>{stall.must(SaveOrder{order}).subject};
  order.client = stall.zubaidah();
  const Photo bag = drawn_photo(PictureKind::Bag, 1);
  stall.must(SaveOrder{.order = order, .pictures = {{bag.content_hash, bag.jpeg, bag.thumbnail_jpeg}}});
  // A picture stays with the order: one that came while it was another's goes with whose it is now.
  CustomOrder handed_on{.client = order.client, .what = "gendonganbayi", .price = Money{200'000}};
  const Photo hat = drawn_photo(PictureKind::Hat, 2);
  handed_on.id = Id<CustomOrder>{
      stall.must(SaveOrder{.order = handed_on, .pictures = {{hat.content_hash, hat.jpeg, hat.thumbnail_jpeg}}})
          .subject};
  handed_on.client = other;
  handed_on.what = "untuk Rina";
  stall.must(SaveOrder{handed_on});
  stall.must(ForgetContact{order.client});
  CHECK(pictures_of(stall.shop->facts(), handed_on.id).size() == 1);
  CHECK(stall.found() == std::vector<std::string>());
  CHECK(verify(stall.shop->facts()).is_clean());
}

TEST_CASE("an order that went on to another keeps its words when whom it was for first is forgotten") {
  Stall stall;
  const Id<Contact> id = stall.zubaidah();
  CustomOrder order{.client = id, .what = "tas", .price = Money{200'000}};
  order.id = Id<CustomOrder>{stall.must(SaveOrder{order}).subject};
  order.client = stall.person("Rina");
  stall.must(SaveOrder{order});
  stall.must(ForgetContact{id});
  CHECK(stall.found() == std::vector<std::string>());
  CHECK(find_order(stall.shop->facts(), order.id)->what == "tas");
  CHECK(verify(stall.shop->facts()).is_clean());
}

TEST_CASE("who was merged is forgotten with the card that was kept") {
  Stall stall;
  const Id<Contact> id = stall.zubaidah();
  const auto kept = stall.person("Bu Zub");
  stall.must(MergeContacts{id, kept});
  stall.must(ForgetContact{kept});
  CHECK(stall.found() == std::vector<std::string>());
  CHECK(verify(stall.shop->facts()).is_clean());
}

TEST_CASE("who was merged by mistake and parted again is forgotten without harm to the other card") {
  Stall stall;
  const Id<Contact> id = stall.zubaidah();
  Contact rina{.name = "Rina", .phone = "0812 1111 2222"};
  rina.tags = {"Biru"};
  rina.id = Id<Contact>{stall.must(SaveContact{rina, ""}).subject};
  stall.must(MergeContacts{id, rina.id});
  Contact edited = find_contact(stall.shop->facts(), rina.id).value();
  edited.town = "Solo";
  stall.must(SaveContact{edited, ""});
  REQUIRE(stall.shop->undo().has_value());
  REQUIRE(stall.shop->undo().has_value());
  stall.must(ForgetContact{id});
  CHECK(stall.found() == std::vector<std::string>());
  CHECK(find_contact(stall.shop->facts(), rina.id)->name == "Rina");
  CHECK(find_contact(stall.shop->facts(), rina.id)->tags == std::vector<std::string>{"Biru"});
  CHECK(verify(stall.shop->facts()).differences == std::vector<std::string>());
}

TEST_CASE("a helper forgets nobody once the owner has a PIN") {
  Stall stall;
  const auto id = stall.person("Ani");
  Seller owner = sellers(stall.shop->facts()).at(0);
  stall.must(SaveSeller{owner, "2580"});
  const Id<Seller> helper{stall.must(SaveSeller{{.name = "Dina", .role = Role::Helper}, ""}).subject};
  REQUIRE(stall.shop->sign_in(helper, "").has_value());
  CHECK(stall.shop->execute(ForgetContact{id}).error().code == ProblemCode::OwnerOnly);
}

}  // namespace
}  // namespace lapak
