// screens: what screens ask for, kept until it is carried out.
#include "app/screens/intent.h"

#include "app/screens/screen.h"

namespace lapak {

template <class One>
requires is_among<One, AnyIntent> Intent::Intent(One one) : any_(std::move(one)) {}

template Intent::Intent(Perform);
template Intent::Intent(Undo);
template Intent::Intent(GoTo);
template Intent::Intent(Open);
template Intent::Intent(Replace);
template Intent::Intent(Back);
template Intent::Intent(ShowToast);
template Intent::Intent(ShowProblem);
template Intent::Intent(ChooseTheme);
template Intent::Intent(MakePaper);
template Intent::Intent(MakeTable);
template Intent::Intent(MakePictures);
template Intent::Intent(InBackground);
template Intent::Intent(ReadInBackground);
template Intent::Intent(BringPhoto);
template Intent::Intent(PrintLastReceipt);
template Intent::Intent(SignOut);
template Intent::Intent(SignIn);
template Intent::Intent(CheckOwner);
template Intent::Intent(PerformAsOwner);
template Intent::Intent(NextShop);

Intent::Intent(Intent&&) noexcept = default;
Intent& Intent::operator=(Intent&&) noexcept = default;
Intent::~Intent() = default;

void Intents::add(Intent intent) {
  list_.push_back(std::move(intent));
}
void Intents::perform(Command command) {
  add(Perform{std::move(command)});
}
std::vector<Intent> Intents::take() {
  return std::exchange(list_, {});
}

}  // namespace lapak
