// cli: `lapak seller` and `lapak journal`.
#include "app/cli/sellers.h"

#include <algorithm>
#include <nlohmann/json.hpp>

#include "app/cli/rows.h"
#include "app/cli/speech.h"
#include "core/base/files.h"
#include "core/base/text.h"
#include "core/exchange/export.h"
#include "core/people/people_store.h"
#include "core/report/deeds.h"
#include "core/shop/shop.h"

namespace lapak {
namespace {

using OrderedJson = nlohmann::ordered_json;

std::optional<Seller> seller_named(const Shop& shop, std::string_view name) {
  const std::vector<Seller> all = sellers(shop.facts());
  const auto found = std::ranges::find_if(all, [&](const Seller& one) { return folded(one.name) == folded(name); });
  return found == all.end() ? std::nullopt : std::optional(*found);
}

OrderedJson sellers_json(const Shop& shop) {
  OrderedJson all = OrderedJson::array();
  for (const Seller& seller : sellers(shop.facts())) {
    OrderedJson may = OrderedJson::array();
    for (const Right right : kRights)
      if (seller.role == Role::Owner || seller.rights.has(right)) may.push_back(right_code(right));
    all.push_back({{"name", seller.name},
                   {"role", seller.role == Role::Owner ? "owner" : "helper"},
                   {"has_pin", !seller.pin_hash.empty()},
                   {"discount_percent", seller.role == Role::Owner ? 100 : seller.rights.discount_percent},
                   {"may", may}});
  }
  return {{"sellers", all}};
}

Seller edited(const Shop& shop, const SellerRequest& request) {
  Seller seller = seller_named(shop, request.name).value_or(Seller{.name = request.name});
  if (!request.role.empty()) seller.role = request.role == "owner" ? Role::Owner : Role::Helper;
  if (request.discount_percent) seller.rights.discount_percent = *request.discount_percent;
  if (request.rights) {
    for (const Right right : kRights) seller.rights.set(right, false);
    for (const std::string& code : *request.rights)
      if (const auto right = find_right(code)) seller.rights.set(*right, true);
  }
  return seller;
}

// Problems: SellerUnknown, NotADate.
Result<DeedQuestion> question_of(const Shop& shop, const JournalRequest& request) {
  DeedQuestion question{.most = request.most};
  if (!request.who.empty()) {
    const std::optional<Seller> who = seller_named(shop, request.who);
    if (!who) return refuse(ProblemCode::SellerUnknown, request.who);
    question.who = who->id;
  }
  constexpr std::string_view codes[] = {"sales", "money", "goods", "people", "orders", "fairs", "settings"};
  static_assert(std::size(codes) == std::size(kDeedGroups));
  if (const auto* const group = std::ranges::find(codes, request.group); group != std::end(codes))
    question.group = kDeedGroups[group - std::begin(codes)];
  for (const auto& [text, day] : {std::pair(&request.from, &question.from), std::pair(&request.to, &question.to)}) {
    if (text->empty()) continue;
    *day = parse_date(*text);
    if (!*day) return refuse(ProblemCode::NotADate, *text);
  }
  return question;
}

OrderedJson deeds_json(const Deeds& deeds) {
  OrderedJson all = OrderedJson::array();
  for (auto deed = deeds.newest_first.rbegin(); deed != deeds.newest_first.rend(); ++deed)
    all.push_back({{"at", fmt::format("{} {:02}:{:02}", deed->at.date.iso(), deed->at.hour, deed->at.minute)},
                   {"who", deed->who},
                   {"what", deed->what},
                   {"about", deed->about},
                   {"amount", deed->amount ? OrderedJson(deed->amount->minor) : OrderedJson()},
                   {"owner_pin", deed->is_by_owner_pin}});
  return {{"deeds", all}};
}

}  // namespace

int carry_out_seller(const SellerRequest& request, const Terminal& terminal) {
  return with_shop(request.shop, terminal, [&](Shop& shop, const Speech& speech) {
    if (request.act == SellerAct::Save)
      if (const auto saved = shop.execute(SaveSeller{edited(shop, request), request.pin}); !saved)
        return speech.say(saved.error());
    const OrderedJson json = sellers_json(shop);
    print_answer(json, request.as_json, terminal.out);
    return kDone;
  });
}

int carry_out_journal(const JournalRequest& request, const Terminal& terminal) {
  return with_shop(request.shop, terminal, [&](Shop& shop, const Speech& speech) {
    const Result<DeedQuestion> question = question_of(shop, request);
    if (!question) return speech.say(question.error());
    const Words& words = shop.profile().words();
    const Deeds all = deeds(shop.facts(), shop.profile(), words, *question);
    if (!request.output.empty()) {
      terminal.seams.files.replace(request.output, table_csv(deeds_table(all, words), shop.profile()));
      return kDone;
    }
    const OrderedJson json = deeds_json(all);
    print_answer(json, request.as_json, terminal.out);
    return kDone;
  });
}

}  // namespace lapak
