#include <benchmark/benchmark.h>

#include <random>

#include "common/posting_list.h"

/// What it costs to go through a list of postings, and to find articles in it, each in nanoseconds:
/// of a word that one in twenty of a million articles has, and of one that one in eighty has.
namespace news {
namespace {

constexpr Xapian::docid articles = 1'000'000;

PostingPacker word_of_one_in(unsigned many, unsigned seed) {
  std::mt19937 random(seed);
  PostingPacker packer;
  for (Xapian::docid id = 1; id <= articles; ++id) {
    if (random() % many == 0) packer.add(id, 1 + static_cast<Xapian::termcount>(random() % 4));
  }
  return packer;
}

void set_each(benchmark::State& state, std::size_t count) {
  state.SetLabel(std::to_string(count));
  state.counters["each"] =
      benchmark::Counter(static_cast<double>(count), benchmark::Counter::kIsIterationInvariantRate |
                                                         benchmark::Counter::kInvert);
}

template <typename Of>
void read_postings(benchmark::State& state, const Of& of) {
  PostingPacker packer = word_of_one_in(20, 1);
  const PostingList list = packer.list();
  for (auto _ : state) {
    Xapian::docid sum = 0;
    for (PostingCursor cursor(list); !cursor.at_end(); cursor.next()) sum += of(cursor);
    benchmark::DoNotOptimize(sum);
  }
  set_each(state, list.size);
}

void ReadPostings(benchmark::State& state) {
  read_postings(state, [](const PostingCursor& cursor) { return cursor.id(); });
}
BENCHMARK(ReadPostings);

void ReadPostingsWithCounts(benchmark::State& state) {
  read_postings(state, [](const PostingCursor& cursor) { return cursor.wdf(); });
}
BENCHMARK(ReadPostingsWithCounts);

void FindArticlesInPostings(benchmark::State& state) {
  PostingPacker rare = word_of_one_in(80, 2);
  PostingPacker frequent = word_of_one_in(20, 1);
  const PostingList wanted = rare.list();
  const PostingList list = frequent.list();
  for (auto _ : state) {
    std::size_t found = 0;
    PostingCursor cursor(list);
    for (PostingCursor one(wanted); !one.at_end(); one.next()) {
      cursor.skip_to(one.id());
      found += cursor.id() == one.id() ? 1 : 0;
    }
    benchmark::DoNotOptimize(found);
  }
  set_each(state, wanted.size);
}
BENCHMARK(FindArticlesInPostings);

void PackPostings(benchmark::State& state) {
  PostingPacker packer = word_of_one_in(20, 1);
  const PostingList list = packer.list();
  for (auto _ : state) {
    PostingPacker again;
    for (PostingCursor cursor(list); !cursor.at_end(); cursor.next()) {
      again.add(cursor.id(), cursor.wdf());
    }
    benchmark::DoNotOptimize(again.list().size);
  }
  set_each(state, list.size);
}
BENCHMARK(PackPostings);

}  // namespace
}  // namespace news
