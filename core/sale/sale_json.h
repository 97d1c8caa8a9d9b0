// sale: how sales and carts stand in JSON: in facts of the journal and in drafts.
//
// A field that has its usual value is left out, so that an entry holds what there is to say. Words that people type
// (notes, reasons, references) are not among a sale's fields: they stand in the fact's personal part.
#pragma once
#include <concepts>
#include <type_traits>

#include "core/journal/fact_json.h"
#include "core/journal/journal.h"
#include "core/sale/sale.h"

namespace lapak {

class FieldWriter {
 public:
  explicit FieldWriter(Json& json) : json_(json) { json_ = Json::object(); }
  template <class T>
  void operator()(const char* name, const T& value, const std::type_identity_t<T>& usual = {}) {
    if (value != usual) json_[name] = value;
  }

 private:
  Json& json_;
};

class FieldReader {
 public:
  explicit FieldReader(const Json& json) : json_(json) {}
  template <class T>
  void operator()(const char* name, T& value, const std::type_identity_t<T>& usual = {}) {
    if (const auto field = json_.find(name); field != json_.end())
      field->get_to(value);
    else
      value = usual;
  }

 private:
  const Json& json_;
};

template <class T, class Noun>
concept Some = std::same_as<std::remove_const_t<T>, Noun>;

// The fields of each noun, once for writing and reading.
void fields(Some<TaxTotal> auto& tax, auto&& field) {
  field("name", tax.name);
  field("rate", tax.rate);
  field("included", tax.included, true);
  field("base", tax.base);
  field("amount", tax.amount);
}
void fields(Some<SaleLine> auto& line, auto&& field) {
  field("product", line.product);  // the position is the one in the list
  field("name", line.name);
  field("quantity", line.quantity);
  field("agreed_price", line.agreed_price);
  field("list_price", line.list_price, line.agreed_price);
  field("gross", line.gross);
  field("line_discount", line.line_discount);
  field("cart_discount", line.cart_discount);
  field("tax", line.tax);
  field("tax_of", line.tax_of);
  field("amount", line.amount, line.gross);
  field("returns", line.returns);
  field("to_stock", line.to_stock, true);
  field("bundle", line.bundle);
}
void fields(Some<BundleTerms> auto& terms, auto&& field) {
  field("pieces", terms.pieces);
  field("price", terms.price);
}
void fields(Some<SaleBundle> auto& bundle, auto&& field) {
  field("rule", bundle.rule);
  field("product", bundle.product);
  field("name", bundle.name);
  field("terms", bundle.terms);
  field("times", bundle.times, 1);
}
void fields(Some<CartSetPart> auto& part, auto&& field) {
  field("product", part.product);
  field("name", part.name);
  field("quantity", part.quantity);
  field("price", part.price);
}
void fields(Some<CartRule> auto& rule, auto&& field) {
  field("id", rule.id);
  field("name", rule.name);
  field("terms", rule.terms);
}
void fields(Some<Payment> auto& payment, auto&& field) {
  field("id", payment.id);
  field("method", payment.method, Method{});
  field("amount", payment.amount);
  field("received", payment.received);
  field("change", payment.change);
  field("waiting", payment.is_waiting);
  field("at", payment.at);
  field("business_date", payment.business_date);
  field("till_day", payment.till_day);
}
void fields(Some<Sale> auto& sale, auto&& field) {
  field("id", sale.id);
  field("number", sale.number);
  field("source", sale.source);
  field("kind", sale.kind);
  field("corrects", sale.corrects);
  field("at", sale.at);
  field("business_date", sale.business_date);
  field("hour", sale.hour);
  field("till", sale.till);
  field("till_day", sale.till_day);
  field("who", sale.who);
  field("customer", sale.customer);
  field("order", sale.order);
  field("lines", sale.lines);
  field("bundles", sale.bundles);
  field("taxes", sale.taxes);
  field("payments", sale.payments);
  field("gross", sale.gross);
  field("discount", sale.discount);
  field("tax_included", sale.tax_included);
  field("tax_added", sale.tax_added);
  field("rounding", sale.rounding);
  field("tip", sale.tip);
  field("total", sale.total);
  field("owed", sale.owed);
}
void fields(Some<Discount> auto& discount, auto&& field) {
  field("amount", discount.amount);
  field("share", discount.share);
}
void fields(Some<CartLine> auto& line, auto&& field) {
  field("id", line.id);
  field("product", line.product);
  field("name", line.name);
  field("variant", line.variant);
  field("photo", line.photo);
  field("quantity", line.quantity);
  field("list_price", line.list_price);
  field("agreed_price", line.agreed_price);
  field("floor", line.floor);
  field("discount", line.discount);
  field("tax_class", line.tax_class);
  field("tracked", line.tracked);
  field("rules", line.rules);
  field("parts", line.parts);
  field("note", line.note);
}
void fields(Some<Cart> auto& cart, auto&& field) {
  field("id", cart.id);
  field("lines", cart.lines);
  field("rules", cart.rules);
  field("discount", cart.discount);
  field("agreed_total", cart.agreed_total);
  field("tip", cart.tip);
  field("customer", cart.customer);
  field("order", cart.order);
  field("note", cart.note);
}

template <class T>
concept HasFields = requires(const T& value, Json& json) {
  fields(value, FieldWriter(json));
};

template <HasFields T>
void to_json(Json& json, const T& value) {
  fields(value, FieldWriter(json));
}
template <HasFields T>
void from_json(const Json& json, T& value) {
  fields(value, FieldReader(json));
}

std::string_view sale_kind_code(SaleKind kind);  // "sale", "refund", "void", as in the file
SaleKind sale_kind_of(std::string_view code);    // asserts: known

inline void to_json(Json& json, SaleKind kind) {
  json = sale_kind_code(kind);
}
inline void from_json(const Json& json, SaleKind& kind) {
  kind = sale_kind_of(json.get_ref<const std::string&>());
}
inline void to_json(Json& json, Method method) {
  json = method_code(method);
}
inline void from_json(const Json& json, Method& method) {
  const auto found = find_method(json.get_ref<const std::string&>());
  LAPAK_ASSERT(found.has_value());
  method = *found;
}

}  // namespace lapak
