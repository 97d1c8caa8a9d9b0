// words: what a Problem says to a seller.
#include "core/words/sentences.h"

#include <fmt/format.h>

#include "core/base/check.h"

namespace lapak {
namespace {

template <class... Arguments>
std::string say(std::string_view message, const Arguments&... arguments) {
  return fmt::format(fmt::runtime(message), arguments...);
}

// The room of making is not known here; its codes of squares are written as people read them.
std::string unit_sign(std::string code) {
  if (code.ends_with('2')) code.replace(code.size() - 1, 1, "²");
  return code;
}

Money example_amount(const Currency& currency) {
  return Money{currency.decimals == 0 ? 15'000 : 12'50};
}

std::string currency_codes() {
  std::string codes;
  for (const Currency& currency : currencies()) codes += (codes.empty() ? "" : ", ") + std::string(currency.code);
  return codes;
}

}  // namespace

std::string_view merchant_code_part(std::string_view tag, const Words& words) {
  if (tag == "26") return words("the account to pay to");
  if (tag == "52") return words("the kind of shop");
  if (tag == "53") return words("the currency");
  if (tag == "58") return words("the country");
  if (tag == "59") return words("the shop's name");
  if (tag == "60") return words("the town");
  if (tag == "63") return words("the checksum");
  return words("a part");
}

std::string sentence(const Problem& problem, const Words& words, const Currency& currency) {
  const auto number_fact = [&](std::size_t i) -> std::int64_t {
    const auto* value = i < problem.facts.size() ? std::get_if<std::int64_t>(&problem.facts[i]) : nullptr;
    return value ? *value : 0;
  };
  const auto number = [&](std::size_t i) { return words.count(number_fact(i)); };
  const auto money = [&](std::size_t i) { return words.money(Money{number_fact(i)}, currency); };
  const auto quantity = [&](std::size_t i) { return words.quantity(Quantity{number_fact(i)}); };
  const auto text = [&](std::size_t i) -> std::string {
    if (i >= problem.facts.size()) return "…";
    const auto* value = std::get_if<std::string>(&problem.facts[i]);
    return value ? *value : number(i);
  };

  switch (problem.code) {
    case ProblemCode::AmountTooLarge:
      return std::string(words("This amount is too large. Check the number of zeros."));
    case ProblemCode::AmountNegative:
      return std::string(words("An amount cannot be below zero here. Enter 0 or more."));
    case ProblemCode::NotAnAmount:
      return say(words("“{0}” is not an amount. Write it in digits, for example {1}."), text(0),
                 words.money(example_amount(currency), currency));
    case ProblemCode::NotAQuantity:
      return say(words("“{0}” is not a quantity. Write it in digits, for example 3."), text(0));
    case ProblemCode::QuantityZero:
      return std::string(words("The quantity is 0. Enter how many there are."));
    case ProblemCode::QuantityTooLarge:
      return std::string(words("This quantity is too large. Check the number of digits."));
    case ProblemCode::QuantityNegative:
      return std::string(words("A quantity cannot be below zero here. Enter 0 or more."));
    case ProblemCode::NameEmpty:
      return std::string(words("The name is still empty. Fill it in first."));
    case ProblemCode::NameTooLong:
      return say(words("This text has {0} characters, and {1} fit. Make it shorter."), number(0), number(1));
    case ProblemCode::TextNotUtf8:
      return std::string(words("Some letters of this text cannot be read. Type it again."));
    case ProblemCode::NotADate:
      return say(words("“{0}” is not a date. Write it as {1}."), text(0), "2026-11-22");
    case ProblemCode::UnknownCurrency:
      return say(words("Lapak does not know the currency “{0}”. It knows {1}."), text(0), currency_codes());
    case ProblemCode::UnknownZone:
      return say(words("There is no time zone “{0}”. Write it as Asia/Jakarta."), text(0));
    case ProblemCode::UnknownLanguage:
      return say(words("Lapak does not speak “{0}” yet. Choose id or en."), text(0));
    case ProblemCode::ProductUnknown:
      return say(words("Code {0} is not known yet. Create the item first."), text(0));
    case ProblemCode::CodeTaken:
      return say(words("Code {0} already belongs to “{1}”. Choose another one."), text(0), text(1));
    case ProblemCode::BarcodeTaken:
      return say(words("Barcode {0} already belongs to “{1}”. Check the label."), text(0), text(1));
    case ProblemCode::BarcodeRuined:
      return say(
          words("A spreadsheet has shortened the barcode to “{0}”. Export the list again and do not save it there, "
                "or set that column to text and type the code anew."),
          text(0));
    case ProblemCode::ParentUnknown:
      return say(words("The item “{0}” that this is a variant of stands nowhere above it. Export the whole list."),
                 text(0));
    case ProblemCode::TooManyOptions:
      return say(words("An item can vary in {0} ways at most, such as colour and size. Leave one out."), number(0));
    case ProblemCode::CategoryUnknown:
      return say(words("There is no category “{0}” yet. Create it first."), text(0));
    case ProblemCode::PhotoUnreadable:
      return say(words("{0} cannot be read as a photo. Choose another picture."), text(0));
    case ProblemCode::PhotoTooLarge:
      return say(words("{0} is too large for a photo. Make it smaller, or take it again."), text(0));
    case ProblemCode::CodeNotFound:
      return std::string(words("No code was found in the photo. Take it closer and straight."));
    case ProblemCode::CodeNotDrawable:
      return say(words("“{0}” cannot be drawn as a code. Make it shorter, with plain letters."), text(0));
    case ProblemCode::CartEmpty:
      return std::string(words("The cart is empty. Tap an item first."));
    case ProblemCode::CartUnknown:
      return std::string(words("This cart was already paid or put away. Start a new sale."));
    case ProblemCode::LineUnknown:
      return std::string(words("This line is no longer in the cart."));
    case ProblemCode::DiscountTooLarge:
      return std::string(words("The discount is more than the price. Make it smaller."));
    case ProblemCode::PaymentMissing:
      return say(words("{0} still missing."), money(0));
    case ProblemCode::PaymentTooMuch:
      return say(words("That is {0} too much. Only cash can be more than the total."), money(0));
    case ProblemCode::PaymentUnknown:
      return std::string(words("This payment is not part of the sale. Look at the sale again."));
    case ProblemCode::MethodUnknown:
      return say(words("There is no way of paying called “{0}”. Choose another one."), text(0));
    case ProblemCode::SaleUnknown:
      return say(words("There is no sale {0}. Check the number on the receipt."), text(0));
    case ProblemCode::SaleVoided:
      return say(words("Sale {0} was already cancelled."), text(0));
    case ProblemCode::SaleNotLast:
      return say(words("{0} is not the last sale any more. Use a refund instead."), text(0));
    case ProblemCode::RefundTooMuch:
      return say(words("Of “{0}”, {1} can still be refunded. Enter that or less."), text(0), quantity(1));
    case ProblemCode::RefundEmpty:
      return std::string(words("Nothing is chosen yet. Tap the lines that come back."));
    case ProblemCode::NothingOwed:
      return say(words("Nothing is owed on {0}. It is paid in full."), text(0));
    case ProblemCode::CustomerNeeded:
      return std::string(words("Choose the customer first, so that you know who pays later."));
    case ProblemCode::PaidAlready:
      return say(words("This cart was already paid as {0}. Nothing was taken twice."), text(0));
    case ProblemCode::QrisTooShort:
      return std::string(words("This code is too short for QRIS. Photograph your whole QRIS sticker."));
    case ProblemCode::QrisNotEmv:
      return std::string(words("This is not a QRIS code. Photograph your whole QRIS sticker."));
    case ProblemCode::QrisBroken:
      return say(words("This QRIS code cannot be read from character {0} on. Photograph the whole sticker again."),
                 number(0));
    case ProblemCode::QrisWrongChecksum:
      return say(
          words("This QRIS code was misread: it ends with {0}, where {1} belongs. Photograph the sticker again."),
          text(0), text(1));
    case ProblemCode::QrisMissing:
      return say(words("This QRIS code lacks {0} (field {1}). Ask your provider for a new sticker."),
                 merchant_code_part(text(0), words), text(0));
    case ProblemCode::QrisOtherCurrency:
      return say(words("This code asks for money in {0}, and the amount is in {1}. Use a code in {1}."), text(0),
                 currency.code);
    case ProblemCode::QrisAmountRefused:
      return std::string(words("This amount does not fit in a QRIS code. Enter an amount above 0."));
    case ProblemCode::DayOpenAlready:
      return std::string(words("The day is already open. Close it before opening another."));
    case ProblemCode::NoDayOpen:
      return std::string(words("The day is not open yet. Open it with your float first."));
    case ProblemCode::DayNotClosed:
      return std::string(words("The day is still open. Close it first."));
    case ProblemCode::ReasonMissing:
      return std::string(words("The reason is still empty. A word is enough."));
    case ProblemCode::PhoneIncomplete:
      return say(words("“{0}” is not a complete number. Example: 0812… or +65…"), text(0));
    case ProblemCode::ContactUnknown:
      return std::string(words("This contact is not here any more. Choose another one."));
    case ProblemCode::EmailIncomplete:
      return say(words("“{0}” is not a complete e-mail address. Example: ratna@example.com."), text(0));
    case ProblemCode::SameContact:
      return std::string(words("These are one and the same contact. Choose another one."));
    case ProblemCode::BothArePartners:
      return std::string(
          words("Both have books of their own, which stay two. Settle one of them, and go on in the other."));
    case ProblemCode::NoteUnknown:
      return std::string(words("This note is not here any more."));
    case ProblemCode::ReminderUnknown:
      return std::string(words("This reminder is not open any more."));
    case ProblemCode::PinWrong:
      return std::string(words("Wrong PIN. Try again."));
    case ProblemCode::PinTooSoon:
      return say(words("Wait {0} more seconds, then try again."), number(0));
    case ProblemCode::PinFormat:
      return std::string(words("A PIN has 4 digits. Choose four."));
    case ProblemCode::OwnerOnly:
      return std::string(words("This needs the owner. Ask for the owner's PIN."));
    case ProblemCode::SellerUnknown:
      return say(words("Nobody called “{0}” sells here yet. Add the name in Settings."), text(0));
    case ProblemCode::ShareOutOfRange:
      return std::string(words("A share lies between 0 and 100 percent."));
    case ProblemCode::TiersNotRising:
      return std::string(words("Each step begins after more pieces than the one before; five are the most."));
    case ProblemCode::AgreementMissing:
      return say(words("Nothing was agreed with {} yet. Agree on the shares first."), text(0));
    case ProblemCode::ConsignedElsewhere:
      return problem.facts.size() > 2
                 ? say(words("{0} belongs to {1}, and {2} are still here. They go back on a slip first, or are sold."),
                       text(0), text(1), quantity(2))
                 : say(words("{0} belongs to {1}."), text(0), text(1));
    case ProblemCode::SlipEmpty:
      return std::string(words("The slip is empty. Put a product on it."));
    case ProblemCode::PayoutTooSmall:
      return say(words("Less than {} is not paid out yet; it is carried over."), money(0));
    case ProblemCode::NothingToSettle:
      return say(words("Nothing is open with {}."), text(0));
    case ProblemCode::OrderUnknown:
      return say(words("There is no such order."));
    case ProblemCode::OrderClosed:
      return say(words("Order #{} was handed over or called off already."), number(0));
    case ProblemCode::WeekFull:
      return say(words("That week is full. Choose another day, or take it on all the same."));
    case ProblemCode::DepositTooMuch:
      return say(words("The deposit is {} more than the price of the order."), money(0));
    case ProblemCode::NotAService:
      return say(words("Order #{} is a piece; revisions are noted of a service."), number(0));
    case ProblemCode::RoundUnknown:
      return say(words("There is no such pre-order round."));
    case ProblemCode::RoundClosed:
      return say(words("The pre-order “{}” is closed."), text(0));
    case ProblemCode::RoundEmpty:
      return say(words("Choose at least one piece."));
    case ProblemCode::RoundFull:
      return say(words("Of “{0}” {1} are left."), text(0), quantity(1));
    case ProblemCode::RoundTaken:
      return say(words("Of “{0}” {1} are ordered already."), text(0), quantity(1));
    case ProblemCode::MaterialUnknown:
      return say(words("There is no material “{0}”."), text(0));
    case ProblemCode::MaterialTaken:
      return say(words("There is a material “{0}” already. Give this one another name."), text(0));
    case ProblemCode::UnitsInUse:
      return say(words("Some of “{0}” was written down already, so its unit stays. Make another material."), text(0));
    case ProblemCode::ConversionMissing:
      return say(words("“{0}” is counted in {2}. Say how much of it one {1} is."), text(0), unit_sign(text(1)),
                 unit_sign(text(2)));
    case ProblemCode::PurchaseEmpty:
      return std::string(words("Nothing was bought. Add a material."));
    case ProblemCode::RecipeUnknown:
      return say(words("There is no recipe for “{0}”. Write one first."), text(0));
    case ProblemCode::RecipeEmpty:
      return std::string(words("A recipe needs a material, time or another cost."));
    case ProblemCode::RecipeRing:
      return say(words("This recipe would need itself: {0}. Take one of them out."), text(0));
    case ProblemCode::BatchUnknown:
      return std::string(words("This batch is not known."));
    case ProblemCode::BatchClosed:
      return std::string(words("This batch is closed: it was made, called off or taken back."));
    case ProblemCode::RejectsTooMany:
      return std::string(words("More pieces failed than were made."));
    case ProblemCode::PotNotEmpty:
      return say(words("There is money in “{}”. Take it out first."), text(0));
    case ProblemCode::PotTooSmall:
      return say(words("In “{0}” there is {1}."), text(0), money(1));
    case ProblemCode::NotInTheBooks:
      return say(words("This is not in the books, or no longer."));
    case ProblemCode::AllHaveBarcodes:
      return std::string(words("Everything here has a barcode already."));
    case ProblemCode::SetUnfit:
      return say(words("“{0}” cannot be part of a set, or one itself: it comes in variants, is in a set, or is one."),
                 text(0));
    case ProblemCode::SetTooLarge:
      return say(words("A set has {0} parts at most."), number(0));
    case ProblemCode::SetHasNoStock:
      return say(words("“{0}” is a set: its parts are counted, not the set."), text(0));
    case ProblemCode::SetNotWhole:
      return say(words("“{0}” is a set and is sold whole."), text(0));
    case ProblemCode::BundleUnknown:
      return say(words("There is no bundle called “{0}”."), text(0));
    case ProblemCode::BundleTooSmall:
      return std::string(words("A bundle is of at least two pieces."));
    case ProblemCode::BundleTooLarge:
      return say(words("A bundle is of {0} pieces at most."), number(0));
    case ProblemCode::BundleOfNothing:
      return std::string(words("Say what the bundle is of: a category, or some items."));
    case ProblemCode::LabelSheetUnknown:
      return say(words("There is no label sheet called “{0}”."), text(0));
    case ProblemCode::LabelSheetFixed:
      return std::string(words("The measures of this sheet are its maker's. Make a copy and change that."));
    case ProblemCode::LabelsDoNotFit:
      return std::string(words("The labels do not fit on this paper. Check columns, rows, margins and gaps."));
    case ProblemCode::LabelTooSmall:
      return std::string(words("A label is at least 15 mm wide and 8 mm high."));
    case ProblemCode::NudgeTooFar:
      return std::string(words("Labels can be moved by at most 20 mm."));
    case ProblemCode::NothingToLabel:
      return std::string(words("No label is wanted. Say how many of which item."));
    case ProblemCode::FairUnknown:
      return text(0).empty() ? say(words("This fair is not there any more."))
                             : say(words("There is no fair “{0}”."), text(0));
    case ProblemCode::FairDays:
      return say(words("A fair needs a day, and each day only once."));
    case ProblemCode::FairHours:
      return say(words("A day has hours from 0:00 to 23:59."));
    case ProblemCode::FeeBounds:
      return say(words("The most the fee can be is less than the least. Change one of them."));
    case ProblemCode::MinutesOutOfRange:
      return say(words("That is more time than can be counted. Type less."));
    case ProblemCode::NotAtAFair:
      return say(words("The day at the till is not open at a fair."));
    case ProblemCode::PlaceUnknown:
      return text(0).empty() ? say(words("This place is not there any more, or it is a partner's."))
                             : say(words("There is no place of yours called “{0}”."), text(0));
    case ProblemCode::TooManyItems:
      return say(words("A list holds {0} things at most. Take some out first."), number(0));
    case ProblemCode::SamePlace:
      return say(words("The goods are there already. Choose another place."));
    case ProblemCode::StocktakeOpen:
      return say(words("Stock is being counted already. Finish that count or give it up first."));
    case ProblemCode::StocktakeNone:
      return say(words("Nothing is being counted. Begin a count first."));
    case ProblemCode::NothingPacked:
      return say(words("Nothing was packed for {0}."), text(0));
    case ProblemCode::FileMissing:
      return say(words("There is no file {0}. Check where it lies."), text(0));
    case ProblemCode::FileUnreadable:
      return say(words("{0} cannot be read. Check that you may open it."), text(0));
    case ProblemCode::FileExists:
      return say(words("{0} is already there. Choose another name."), text(0));
    case ProblemCode::NotAShop:
      return say(words("{0} is not a Lapak shop. It was left as it is."), text(0));
    case ProblemCode::ShopNewer:
      return say(words("{0} was made by a newer Lapak (version {1}, this one reads {2}). Install the newer Lapak; the "
                       "file was left as it is."),
                 text(0), number(1), number(2));
    case ProblemCode::ShopOpenElsewhere:
      return say(words("{0} is already open in another window. Go on there, or close it first."), text(0));
    case ProblemCode::ShopReadOnly:
      return say(words("{0} can only be looked at, not written. Copy it to a folder of your own."), text(0));
    case ProblemCode::ShopDamaged:
      return say(words("{0} is damaged. Restore the last backup; this file was left as it is."), text(0));
    case ProblemCode::ShopOlderThanSeen:
      return say(words("{0} is older than what this device last saw. Check whether it is an old copy."), text(0));
    case ProblemCode::FolderMissing:
      return say(words("There is no folder {0}. Choose another one."), text(0));
    case ProblemCode::DiskFull:
      return std::string(words("Storage is full, so nothing was changed. Free some space and try again."));
    case ProblemCode::CsvEmpty:
      return std::string(words("The file has no rows. Check that it is the right one."));
    case ProblemCode::CsvColumnMissing:
      return say(words("No column was found for “{0}”. Say which one it is with --columns {0}=…."), text(0));
    case ProblemCode::CsvBadRows:
      return say(words.plural("{0} row needs a look. Nothing was imported.",
                              "{0} rows need a look. Nothing was imported.", number_fact(0)),
                 number(0));
    case ProblemCode::CsvHeaderMissing:
      return say(words("The file has no column “{0}”. Check the first row."), text(0));
    case ProblemCode::CsvFieldUnknown:
      return say(words("“{0}” is not something this import reads."), text(0));
    case ProblemCode::CsvCellCount:
      return say(words("This row has {0} cells, the first row has {1}. Look for a missing or extra separator."),
                 number(0), number(1));
    case ProblemCode::CsvCellEmpty:
      return say(words("“{0}” is empty. Fill it in."), text(0));
    case ProblemCode::CsvQuoteOpen:
      return say(words("A quotation mark opened in row {0} is never closed. Close it and try again."), number(0));
    case ProblemCode::CsvTwiceInFile:
      return say(words("“{0}” already stands in row {1}, with other values. Keep one of them."), text(0), number(1));
    case ProblemCode::CsvCurrencyDiffers:
      return say(words("This row is in {0}, and the shop counts in {1}. Import it into a shop in {0}."), text(0),
                 currency.code);
    case ProblemCode::ImportedDifferently:
      return say(words("{0} is here already, with another total. It was left as it is."), text(0));
    case ProblemCode::NothingToUndo:
      return std::string(words("There is nothing to undo."));
  }
  LAPAK_ASSERT(false);
}

}  // namespace lapak
