// order: pictures of what is asked for and of the work: kept with the order, taken off, brought back, on its papers.
#include "core/base/hex.h"
#include "core/catalog/picture.h"
#include "core/order/order_picture_store.h"
#include "core/order/order_store.h"
#include "core/shop/order_papers.h"
#include "tests/core/shop/stall.h"

namespace lapak {
namespace {

Attachment picture(PictureKind kind) {
  const Photo photo = drawn_photo(kind, 5);
  return {photo.content_hash, photo.jpeg, photo.thumbnail_jpeg};
}

struct PictureStall : Stall {
  Id<Contact> ratna{done(SaveContact{Contact{.id = {}, .name = "Ratna"}, {}}).subject};
  Attachment sketch = picture(PictureKind::Bag), bag = picture(PictureKind::Cloth);
  Id<CustomOrder> order{
      done(SaveOrder{.order = {.client = ratna, .what = "Tas rajut", .price = Money{250'000}}, .pictures = {sketch}})
          .subject};

  std::vector<std::string> shown() const {
    std::vector<std::string> names;
    for (const OrderPicture& each : pictures_of(shop->facts(), order))
      names.push_back(std::string(picture_code(each.shows)) + " " + each.photo);
    return names;
  }
  const ImageMark* image_on(OrderPaper paper) {
    document = order_paper_of(shop->facts(), shop->profile(), order, paper, shop->now());
    for (const Mark& mark : document.pages.at(0).marks)
      if (const auto* image = std::get_if<ImageMark>(&mark)) return image;
    return nullptr;
  }
  Document document;
};

TEST_CASE_FIXTURE(PictureStall,
                  "what was asked for comes first, then the work; one is taken off and comes back by undo") {
  done(AddPictures{order, PictureShows::Work, {bag}});
  const std::vector<std::string> both{"wish " + hex(sketch.hash), "work " + hex(bag.hash)};
  CHECK(shown() == both);
  const Id<OrderPicture> first = pictures_of(shop->facts(), order).at(0).id;
  done(MarkPicture{first, PictureShows::Wish, Pinned::TakenOff});
  CHECK(shown() == std::vector{both[1]});
  CHECK(shop->undo().has_value());
  CHECK(shown() == both);
  done(MarkPicture{first, PictureShows::Work, Pinned::On});
  CHECK(shown().at(0) == "work " + hex(sketch.hash));
  CHECK(shop->undo().has_value());
  CHECK(shop->undo().has_value());
  CHECK(shown() == std::vector{both[0]});
  CHECK(shop->undo().has_value());
  CHECK(shown().empty());
  expect_clean();
}

TEST_CASE_FIXTURE(PictureStall,
                  "the work is shown also after the order was handed over; an unknown order has no picture") {
  done(MoveOrder{order, OrderStage::Ready});
  Sell sell{.cart = cart_of(shop->facts(), order, shop->profile().words()).value(), .tenders = {}};
  sell.tenders = {{.amount = Money{250'000}}};
  done(sell);
  done(AddPictures{order, picture_shows_at(OrderStage::HandedOver), {bag}});
  CHECK(shown().back() == "work " + hex(bag.hash));
  CHECK(shop->execute(AddPictures{{}, PictureShows::Work, {bag}}).error().code == ProblemCode::OrderUnknown);
  CHECK(shop->execute(MarkPicture{}).error().code == ProblemCode::OrderUnknown);
  expect_clean();
}

TEST_CASE_FIXTURE(PictureStall, "slip and quote show the first picture, the invoice none") {
  REQUIRE(image_on(OrderPaper::Slip) != nullptr);
  CHECK(*image_on(OrderPaper::Slip)->jpeg == sketch.jpeg);
  CHECK(image_on(OrderPaper::Quote) != nullptr);
  CHECK(image_on(OrderPaper::Invoice) == nullptr);
  done(MarkPicture{pictures_of(shop->facts(), order).at(0).id, PictureShows::Wish, Pinned::TakenOff});
  CHECK(image_on(OrderPaper::Slip) == nullptr);
}

}  // namespace
}  // namespace lapak
