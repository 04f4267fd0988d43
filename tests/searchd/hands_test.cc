#include "searchd/hands.h"

#include <gtest/gtest.h>

#include <array>
#include <atomic>
#include <chrono>
#include <optional>
#include <stdexcept>
#include <thread>
#include <vector>

#include "tests/support/test_archive.h"

namespace news {
namespace {

class HandsTest : public testing::Test {
 protected:
  HandsTest() {
    archive_.add(R"({"id": "a", "title": "One"})");
    own_.emplace(archive_.index().open(archive_.index().live()));
    other_.emplace(archive_.index().open(archive_.index().live()));
  }

  Hands two() {
    Hands hands(*own_);
    hands.add(helper_, *other_);
    return hands;
  }

  /// Until somebody else has had a task.
  static void wait_for(const std::atomic<bool>& other) {
    while (!other) std::this_thread::yield();
  }

  TestArchive archive_;
  std::optional<ArticleDatabase> own_, other_;
  Helper helper_;
};

TEST_F(HandsTest, OfOneThreadDoTasksInTheirOrder) {
  const Hands hands(*own_);
  EXPECT_EQ(hands.count(), 1U);
  std::vector<std::size_t> done;
  hands.share(5, [&](std::size_t task, const Hand& hand) {
    EXPECT_EQ(hand.number, 0U);
    EXPECT_EQ(&hand.database, &*own_);
    done.push_back(task);
  });
  EXPECT_EQ(done, (std::vector<std::size_t>{0, 1, 2, 3, 4}));
}

TEST_F(HandsTest, OfTwoThreadsDoEachTaskOnceAgainAndAgain) {
  const Hands hands = two();
  EXPECT_EQ(hands.count(), 2U);
  for (std::size_t tasks = 0; tasks < 500; ++tasks) {
    std::vector<int> times(tasks);
    hands.share(tasks, [&](std::size_t task, const Hand&) { ++times[task]; });
    EXPECT_EQ(times, std::vector<int>(tasks, 1));
  }
}

TEST_F(HandsTest, HaveAHandleEach) {
  const Hands hands = two();
  std::array<std::atomic<bool>, 2> came{};
  hands.share(2, [&](std::size_t, const Hand& hand) {
    EXPECT_EQ(&hand.database, hand.number == 0 ? &*own_ : &*other_);
    came[hand.number] = true;
    wait_for(came[1 - hand.number]);
  });
}

TEST_F(HandsTest, HaveAHelperThatComesAgainAfterItHasSlept) {
  const Hands hands = two();
  for (int again = 0; again < 3; ++again) {
    std::this_thread::sleep_for(std::chrono::milliseconds(20));
    std::array<std::atomic<bool>, 2> came{};
    hands.share(2, [&](std::size_t, const Hand& hand) {
      came[hand.number] = true;
      wait_for(came[1 - hand.number]);
    });
  }
}

TEST_F(HandsTest, ThrowWhatEitherThrowsAndGoOnAfterThat) {
  const Hands hands = two();
  for (const std::size_t thrower : {0U, 1U, 0U, 1U}) {
    std::array<std::atomic<bool>, 2> came{};
    const auto work = [&](std::size_t, const Hand& hand) {
      came[hand.number] = true;
      wait_for(came[1 - hand.number]);
      if (hand.number == thrower) throw std::runtime_error("dropped");
    };
    EXPECT_THROW(hands.share(2, work), std::runtime_error) << thrower;
  }
  std::atomic<int> done = 0;
  hands.share(100, [&](std::size_t, const Hand&) { ++done; });
  EXPECT_EQ(done, 100);
}

TEST_F(HandsTest, DoSomethingMeanwhileByWhoeverIsFree) {
  const Hands hands = two();
  for (int again = 0; again < 200; ++again) {
    std::atomic<int> shared = 0;
    int meanwhile = 0;
    Hands::Meanwhile beside(hands, [&](const Hand&) { ++meanwhile; });
    hands.share(20, [&](std::size_t, const Hand&) { ++shared; });
    beside.finish();
    EXPECT_EQ(meanwhile, 1);
    EXPECT_EQ(shared, 20);
  }
}

TEST_F(HandsTest, AreNotWaitedForWhileTheyDoSomethingElse) {
  const Hands hands = two();
  std::atomic<bool> begun = false, shared = false;
  Hands::Meanwhile beside(hands, [&](const Hand& hand) {
    EXPECT_EQ(hand.number, 1U);
    EXPECT_EQ(&hand.database, &*other_);
    begun = true;
    wait_for(shared);
  });
  wait_for(begun);
  hands.share(3, [](std::size_t, const Hand& hand) { EXPECT_EQ(hand.number, 0U); });
  shared = true;
  beside.finish();
}

TEST_F(HandsTest, OfOneThreadDoAtTheEndWhatNobodyDoesMeanwhile) {
  const Hands hands(*own_);
  bool done = false;
  Hands::Meanwhile beside(hands, [&](const Hand& hand) {
    EXPECT_EQ(hand.number, 0U);
    done = true;
  });
  EXPECT_FALSE(done);
  beside.finish();
  EXPECT_TRUE(done);
}

TEST_F(HandsTest, ThrowAtTheEndWhatIsThrownMeanwhile) {
  const Hands hands = two();
  std::atomic<bool> begun = false;
  Hands::Meanwhile beside(hands, [&](const Hand&) {
    begun = true;
    throw std::runtime_error("dropped");
  });
  wait_for(begun);
  EXPECT_THROW(beside.finish(), std::runtime_error);
  hands.share(3, [](std::size_t, const Hand&) {});
}

TEST_F(HandsTest, LeaveNothingBehindThatNobodyWaitsForAnyMore) {
  const Hands hands = two();
  for (int again = 0; again < 200; ++again) {
    std::atomic<bool> gone = false;
    {
      const Hands::Meanwhile beside(hands, [&](const Hand&) {
        EXPECT_FALSE(gone);
        std::this_thread::yield();
        EXPECT_FALSE(gone);
      });
      if (again % 2 == 0) std::this_thread::yield();
    }
    gone = true;
  }
}

TEST(Helper, MayGoWithoutHavingBeenCalled) {
  const Helper never;
  Helper listening;
  listening.call();
}

}  // namespace
}  // namespace news
