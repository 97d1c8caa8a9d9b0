// sale: the fact that a sale, a refund or a void was written down.
#include "core/sale/sale_facts.h"

#include "core/sale/sale_json.h"

namespace lapak {
namespace {

constexpr std::string_view fact_kind(SaleKind kind) {
  switch (kind) {
    case SaleKind::Sale:
      return "sale.sold";
    case SaleKind::Refund:
      return "sale.refunded";
    case SaleKind::Void:
      return "sale.voided";
    case SaleKind::Deposit:
      return "sale.deposited";
  }
  LAPAK_ASSERT(false);
}

// What people typed, apart from the rest; null when they typed nothing.
Json words_of(const Sale& sale) {
  Json words;
  if (!sale.note.empty()) words["note"] = sale.note;
  if (!sale.reason.empty()) words["reason"] = sale.reason;
  for (std::size_t i = 0; i < sale.lines.size(); ++i)
    if (!sale.lines[i].note.empty()) words["lines"][std::to_string(i)] = sale.lines[i].note;
  for (std::size_t i = 0; i < sale.payments.size(); ++i)
    if (!sale.payments[i].reference.empty()) words["references"][std::to_string(i)] = sale.payments[i].reference;
  return words;
}

void put_words(Sale& sale, const Json& words) {
  if (words.is_null()) return;
  sale.note = words.value("note", "");
  sale.reason = words.value("reason", "");
  const Json lines = words.value("lines", Json::object()), references = words.value("references", Json::object());
  for (const auto& [index, note] : lines.items()) note.get_to(sale.lines.at(std::stoul(index)).note);
  for (const auto& [index, text] : references.items()) text.get_to(sale.payments.at(std::stoul(index)).reference);
}

}  // namespace

Fact sale_fact(const Sale& sale, SeriesPlace place) {
  Fact fact{std::string(fact_kind(sale.kind)), Json::object(), words_of(sale)};
  fact.body["sale"] = sale;
  if (place.n > 0) {
    fact.body["epoch"] = place.epoch;
    fact.body["n"] = place.n;
  }
  return fact;
}

RecordedSale recorded_sale(const Fact& fact) {
  RecordedSale recorded;
  fact.body.at("sale").get_to(recorded.sale);
  int position = 0;
  for (SaleLine& line : recorded.sale.lines) line.position = position++;
  put_words(recorded.sale, fact.personal);
  recorded.place = {fact.body.value("epoch", std::int64_t{0}), fact.body.value("n", std::int64_t{0})};
  return recorded;
}

}  // namespace lapak
