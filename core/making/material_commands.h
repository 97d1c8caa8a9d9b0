// making: what can be done with materials. All of it is undoable.
#pragma once
#include <variant>

#include "core/journal/decision.h"
#include "core/making/material.h"

namespace lapak {

// Makes or changes a card; a nil id makes one. Its units stay as they are once some of it moved.
// Problems: MaterialUnknown, MaterialTaken (another has that name), UnitsInUse, ContactUnknown, and those of
// checked_material.
struct SaveMaterial {
  Material material;
};
// Its id and a nil date are filled in. Problems: PurchaseEmpty, MaterialUnknown, ContactUnknown, QuantityZero,
// QuantityNegative, QuantityTooLarge, AmountNegative, AmountTooLarge, ConversionMissing.
struct BuyMaterials {
  Purchase purchase;
};
// It never was. Problems: NotInTheBooks where it is not known, or was taken back already.
struct TakeBackPurchase {
  Id<Purchase> purchase;
};
// Opening brings some of it in, for `value` if that is known; Lost and OwnUse take it out. `quantity` is positive.
// Problems: MaterialUnknown, QuantityZero, QuantityNegative, QuantityTooLarge, AmountNegative, AmountTooLarge.
struct MoveMaterial {
  Id<Material> material;
  MaterialMove kind = MaterialMove::Lost;
  Quantity quantity;
  Money value;
};
// The difference is moved: what is missing is charged as if taken, what turned up is worth what the rest is.
// Problems: MaterialUnknown, QuantityNegative, QuantityTooLarge, AmountTooLarge.
struct CountMaterial {
  Id<Material> material;
  Quantity counted;
};
using MaterialCommand = std::variant<SaveMaterial, BuyMaterials, TakeBackPurchase, MoveMaterial, CountMaterial>;

Result<Decision> decide(const MaterialCommand& command, const Deciding& deciding);
void apply_material(const Fact& fact, const Applying& applying);

}  // namespace lapak
