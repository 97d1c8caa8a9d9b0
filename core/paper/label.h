// paper: labels on sheets and rolls, the test page that measures a printer, and cards that tell a piece's story.
//
// Plain values in, a Document out; any thread. A label's text is shrunk, wrapped and at last cut with "…" inside it and
// never runs into its code; a code that could not be read at its size is left out, and it is said.
#pragma once
#include <string>
#include <vector>

#include "core/catalog/label.h"
#include "core/paper/layout.h"
#include "core/paper/letterhead.h"
#include "core/words/words.h"

namespace lapak {

struct LabelDetail {
  std::string text;  // "Wash by hand, cold"
  Weight weight = Weight::Regular;
};

// Strings are as people typed them; an empty one is not printed.
struct LabelContent {
  std::string name;
  std::string price;
  std::vector<LabelDetail> details;  // the most important first: the last are cut first
  LabelCode code = LabelCode::None;
  std::string coded;         // a barcode, a code of ours, an address, or a story
  bool may_shorten = false;  // a story may; an address may not
  std::int64_t copies = 1;   // 0 … kMostLabelCopies
};

enum class LabelTrouble {
  CodeMissing,    // nothing is there to be coded
  CodeTooWide,    // it could not be read on a label so small
  CodeUnsayable,  // no bar code has these letters, or so many
  TextCut,        // not all of the text fits
};
struct LabelNote {
  std::size_t label = 0;  // of those given
  LabelTrouble trouble = LabelTrouble::TextCut;
  friend bool operator==(const LabelNote&, const LabelNote&) = default;
};
struct LabelPaper {
  Document document;
  std::vector<LabelNote> notes;
};

// `first` is the first label to print on, from 0 at the top left, row by row: those before it were used already.
// Asserts: a checked sheet, 0 ≤ first < labels(), at least one copy.
LabelPaper label_paper(const std::vector<LabelContent>& labels, const LabelSheet& sheet, int first);

// Where the labels of this sheet should lie, with a ruler from the paper's left and top edges, without its nudge.
Document label_ruler(const LabelSheet& sheet, const Words& words);

// A6, or four of them on an A4 with lines to cut along.
enum class CardPaper { A6, FourOnA4 };
struct StoryCard {
  std::string name, price, maker, story, material, care;
  JpegBytes picture;
  std::string coded;  // an address, or nothing
};
Document story_cards(const std::vector<StoryCard>& cards, const Letterhead& head, CardPaper paper, const Words& words);

}  // namespace lapak
