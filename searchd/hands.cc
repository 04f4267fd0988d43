#include "searchd/hands.h"

#include <atomic>
#include <utility>

namespace news {

Hands::Hands(const ArticleDatabase& database) : own_(database) {}

void Hands::add(Helper& helper, const ArticleDatabase& database) {
  helper.call();
  helper_ = &helper;
  helping_ = &database;
}

void Hands::share(std::size_t tasks,
                  const std::function<void(std::size_t, const Hand&)>& work) const {
  std::atomic<std::size_t> next = 0;
  const auto take = [&](const Hand& hand) {
    for (std::size_t task = next++; task < tasks; task = next++) work(task, hand);
  };
  const Hand own{0, own_};
  if (helper_ == nullptr || tasks < 2) {
    take(own);
  } else {
    const Hand helping{1, *helping_};
    helper_->run([&] { take(own); }, [&] { take(helping); });
  }
}

Hands::Meanwhile::Meanwhile(const Hands& hands, Work work)
    : hands_(hands), work_(std::move(work)), helping_([this] {
        work_(Hand{1, *hands_.helping_});
      }) {
  if (hands_.helper_ != nullptr) hands_.helper_->begin(helping_);
}

Hands::Meanwhile::~Meanwhile() {
  if (is_done_ || hands_.helper_ == nullptr) return;
  try {
    hands_.helper_->take_back();
  } catch (...) {
    // Something else is on its way already.
  }
}

void Hands::Meanwhile::finish() {
  is_done_ = true;
  if (hands_.helper_ == nullptr || hands_.helper_->take_back()) work_(Hand{0, hands_.own_});
}

}  // namespace news
