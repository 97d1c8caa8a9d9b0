// tests/app: the whole program without a window: an App over a shop in memory, driven by taps on names.
#pragma once
#include <memory>
#include <optional>
#include <string>
#include <vector>

#include "app/screens/app.h"
#include "app/screens/places.h"
#include "tests/app/rig.h"

namespace lapak::test {

class StallTextures final : public Textures {
 public:
  Texture upload(const Pixels& rgba) override { return {1, rgba.width, rgba.height}; }
  void drop(Texture) override {}
};

// Stocked: six products, one of them with variants, one with an open price, one sold out.
enum class Shelves { Stocked, Empty };

class Stall {
 public:
  explicit Stall(const RigOptions& options = {}, Shelves shelves = Shelves::Stocked);

  // A tap, and what it makes of the shop and the screen.
  void tap(std::string_view name);
  void tap(std::initializer_list<std::string_view> names) {
    for (const std::string_view name : names) tap(name);
  }
  int taps() const { return taps_; }
  // The owner gets the PIN 2580, and Dina, who has none, takes the till.
  void helper_at_the_till();
  void type(std::string_view text);
  void key(Key key, bool ctrl = false, bool shift = false);
  void scan(std::string_view code);
  void settle();
  // The lid is closed and opened again.
  void sleep() {
    app_->slept();
    settle();
  }
  // A file falls on the window.
  void drop(const std::filesystem::path& file) {
    app_->dropped(file);
    settle();
  }
  // The card of the grid that carries this title.
  std::string card(std::string_view title) const;

  FixedClock clock{Instant{1'763'800'000'000}};
  SeededRandom random{7};
  SystemFiles files;
  std::unique_ptr<Shop> shop;
  Rig rig;

 private:
  void fill_shelves();

  StallTextures textures_;
  std::optional<App> app_;
  int taps_ = 0;
};

// The sale that was made last; fails the test when there is none.
Sale last(const Stall& stall);
// Tas rajut, Gantungan kunci, Lilin sereh: Rp 145.000.
void pick_three(Stall& stall);

// A static code of a made-up merchant, with a right checksum.
std::string test_qris();

}  // namespace lapak::test
