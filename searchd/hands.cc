#include "searchd/hands.h"

#include <atomic>

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

}  // namespace news
