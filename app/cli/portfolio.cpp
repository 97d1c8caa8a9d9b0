// cli: the portfolio, as PDF and as pictures to post.
#include "app/cli/commands.h"
#include "app/cli/speech.h"
#include "core/order/order_store.h"
#include "core/paper/pdf.h"
#include "core/portfolio/piece_store.h"
#include "core/shop/portfolio_papers.h"

namespace lapak {
namespace {

// The finished work of this order, as it would be chosen on the screen. Problems: OrderUnknown (also without a picture
// of the work), and those of SavePiece.
Result<void> add(Shop& shop, std::int64_t number) {
  const auto order = find_order(shop.facts(), number);
  if (!order) return refuse(ProblemCode::OrderUnknown);
  for (const PieceChoice& choice : pieces_to_choose(shop.facts()))
    if (choice.piece.order == order->id) {
      const Result<Outcome> outcome = shop.execute(SavePiece{choice.piece});
      if (!outcome) return std::unexpected(outcome.error());
      return {};
    }
  if (piece_showing(shop.facts(), order->id, {})) return {};
  return refuse(ProblemCode::OrderUnknown);
}

}  // namespace

int carry_out_portfolio(const PortfolioRequest& request, const Terminal& terminal) {
  return with_shop(request.shop, terminal, [&](Shop& shop, const Speech& speech) {
    for (const std::int64_t number : request.added)
      if (const Result<void> added = add(shop, number); !added) return speech.say(added.error());
    if (!request.output.empty())
      terminal.seams.files.replace(request.output, pdf(portfolio_of(shop.facts(), shop.profile(), shop.now())));
    if (request.pictures.empty()) return kDone;
    std::filesystem::create_directories(request.pictures);
    for (const Post& post : posts_of(shop.facts(), shop.profile())) {
      terminal.seams.files.replace(request.pictures / post.file_name, post.jpeg);
      terminal.out << post.file_name << '\n';
    }
    return kDone;
  });
}

}  // namespace lapak
