// base: what the seller can mend.
//
// A Problem is a code and the facts of its sentence, never a text: the words are chosen at the edge, in the language
// of whoever reads them (core/words/sentences.h). Machine failures are exceptions, our own mistakes assertions.
#pragma once
#include <cstdint>
#include <expected>
#include <string>
#include <utility>
#include <variant>
#include <vector>

namespace lapak {

struct Money;
struct Quantity;
struct Date;

enum class ProblemCode {
  // amounts and texts
  AmountTooLarge,    // {}
  AmountNegative,    // {}
  NotAnAmount,       // {text}
  NotAQuantity,      // {text}
  QuantityZero,      // {}
  QuantityTooLarge,  // {}
  QuantityNegative,  // {}
  NameEmpty,         // {}
  NameTooLong,       // {length, limit}
  TextNotUtf8,       // {}
  NotADate,          // {text}
  UnknownCurrency,   // {text}
  UnknownZone,       // {text}
  UnknownLanguage,   // {text}
  // catalog and stock
  ProductUnknown,     // {code}
  CodeTaken,          // {code, name of the product that has it}
  BarcodeTaken,       // {barcode, name}
  BarcodeRuined,      // {text}
  ParentUnknown,      // {what the row calls it}
  TooManyOptions,     // {limit}
  CategoryUnknown,    // {name}
  PlaceUnknown,       // {name}  or it is a partner's
  SamePlace,          // {}  goods go from a place to itself
  StocktakeOpen,      // {}
  StocktakeNone,      // {}
  PhotoUnreadable,    // {file name}
  PhotoTooLarge,      // {file name}
  CodeNotFound,       // {}  no QR in the photo
  CodeNotDrawable,    // {text}
  AllHaveBarcodes,    // {}
  SetUnfit,           // {name}  of what cannot be in a set, or be one
  SetTooLarge,        // {most parts}
  SetHasNoStock,      // {name}
  SetNotWhole,        // {name}
  BundleUnknown,      // {name}
  BundleTooSmall,     // {}  of less than two pieces
  BundleTooLarge,     // {most pieces}
  BundleOfNothing,    // {}  neither a category nor an item
  LabelSheetUnknown,  // {name}
  LabelSheetFixed,    // {}  it comes with the program: its measures stay
  LabelsDoNotFit,     // {}  on their paper
  LabelTooSmall,      // {}
  NudgeTooFar,        // {}
  NothingToLabel,     // {}
  // sale
  CartEmpty,         // {}
  CartUnknown,       // {}
  LineUnknown,       // {}
  DiscountTooLarge,  // {}
  PaymentMissing,    // {amount still missing}
  PaymentTooMuch,    // {amount too much}
  PaymentUnknown,    // {}
  MethodUnknown,     // {text}
  SaleUnknown,       // {number}
  SaleVoided,        // {number}
  SaleNotLast,       // {number}
  RefundTooMuch,     // {name of the line, quantity that can still be refunded}
  RefundEmpty,       // {}
  NothingOwed,       // {number}
  CustomerNeeded,    // {}
  PaidAlready,       // {number}
  // QRIS
  QrisTooShort,       // {}
  QrisNotEmv,         // {}
  QrisBroken,         // {position}
  QrisWrongChecksum,  // {found, expected}
  QrisMissing,        // {tag}
  QrisOtherCurrency,  // {currency}
  QrisAmountRefused,  // {}
  // till
  DayOpenAlready,  // {}
  NoDayOpen,       // {}
  DayNotClosed,    // {}
  ReasonMissing,   // {}
  // people
  PhoneIncomplete,  // {text}
  EmailIncomplete,  // {text}
  ContactUnknown,   // {}
  SameContact,      // {}  nobody is merged with herself
  BothArePartners,  // {}  each with a book of her own
  NoteUnknown,      // {}
  ReminderUnknown,  // {}
  PinWrong,         // {}
  PinTooSoon,       // {seconds to wait}
  PinFormat,        // {}
  OwnerOnly,        // {}
  SellerUnknown,    // {name}
  // partners
  ShareOutOfRange,     // {}
  TiersNotRising,      // {}
  AgreementMissing,    // {name of the partner}
  ConsignedElsewhere,  // {name of the product, name of its owner}
  SlipEmpty,           // {}
  PayoutTooSmall,      // {the least that is paid out}
  NothingToSettle,     // {name of the partner}
  // orders
  OrderUnknown,    // {}
  OrderClosed,     // {number}
  WeekFull,        // {}
  DepositTooMuch,  // {what is too much}
  NotAService,     // {number}
  RoundUnknown,    // {}
  RoundClosed,     // {name}
  RoundEmpty,      // {}  no product, or no piece of one
  RoundFull,       // {name of the product, or of the round; what is left}
  RoundTaken,      // {name of the product, or of the round; what is ordered already}
  // making
  MaterialUnknown,    // {name}
  MaterialTaken,      // {name}
  UnitsInUse,         // {name}  some of it moved
  ConversionMissing,  // {name of the material, code of the unit, code of the unit it is used in}
  PurchaseEmpty,      // {}
  RecipeUnknown,      // {name}
  RecipeEmpty,        // {}
  RecipeRing,         // {"Base → Wax → Base"}
  BatchUnknown,       // {}
  BatchClosed,        // {}  made, called off or taken back
  RejectsTooMany,     // {}
  // books
  PotNotEmpty,    // {name}
  PotTooSmall,    // {name, what is in it}
  NotInTheBooks,  // {}  or no longer
  // fairs
  FairUnknown,        // {name}
  FairDays,           // {}  none, too many, or one twice
  FairHours,          // {}
  FeeBounds,          // {}  the most is less than the least
  MinutesOutOfRange,  // {}
  NotAtAFair,         // {}
  NothingPacked,      // {name of the fair}
  TooManyItems,       // {limit}
  // files
  FileMissing,        // {path}
  FileUnreadable,     // {path}
  FileExists,         // {path}
  NotAShop,           // {path}
  ShopNewer,          // {path, its version, ours}
  ShopOpenElsewhere,  // {path}
  ShopReadOnly,       // {path}
  ShopDamaged,        // {path}
  ShopOlderThanSeen,  // {path}
  FolderMissing,      // {path}
  DiskFull,           // {}
  // exchange
  CsvEmpty,             // {}
  CsvColumnMissing,     // {column}
  CsvBadRows,           // {count}
  CsvHeaderMissing,     // {header that was named, but is not in the file}
  CsvFieldUnknown,      // {text that names no field of ours}
  CsvCellCount,         // {cells found, cells expected}
  CsvCellEmpty,         // {column}
  CsvQuoteOpen,         // {row where it was opened}
  CsvTwiceInFile,       // {text, the earlier row}
  CsvCurrencyDiffers,   // {currency}
  ImportedDifferently,  // {number}
  // undo
  NothingToUndo,  // {}
};

using ProblemFact = std::variant<std::int64_t, std::string>;

// Amounts travel as minor units, quantities as thousandths; the sentence knows which is which by its code.
struct Problem {
  ProblemCode code;
  std::vector<ProblemFact> facts;

  friend bool operator==(const Problem&, const Problem&) = default;
};

template <class T>
using Result = std::expected<T, Problem>;

// return refuse(ProblemCode::CodeTaken, code, name);
template <class... Facts>
[[nodiscard]] std::unexpected<Problem> refuse(ProblemCode code, Facts&&... facts) {
  return std::unexpected(Problem{code, {ProblemFact(std::forward<Facts>(facts))...}});
}

}  // namespace lapak
