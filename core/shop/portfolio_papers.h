// shop: the portfolio as paper and as pictures to post, filled from the facts.
//
// Questions only, in the shop's language. Only quotes that their authors let be published are in them. Any thread with
// its own connection.
#pragma once
#include <string>
#include <vector>

#include "core/db/database.h"
#include "core/paper/layout.h"
#include "core/portfolio/piece.h"
#include "core/profile/profile.h"

namespace lapak {

Document portfolio_of(const Database& database, const Profile& profile, Instant now);

// One picture: 1080 × 1350, and under what name it may be kept: "01 Tas rajut.jpg".
struct Post {
  std::string file_name;
  std::string jpeg;
};
std::vector<Post> posts_of(const Database& database, const Profile& profile);
// The JPEG of one piece, for a look at it; empty when it is not shown.
std::string post_of(const Database& database, const Profile& profile, Id<Piece> piece, int width_px);

}  // namespace lapak
