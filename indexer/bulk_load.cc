#include "indexer/bulk_load.h"

#include <fmt/format.h>
#include <sys/resource.h>
#include <xapian.h>
#include <xxhash.h>

#include <algorithm>
#include <atomic>
#include <future>

#include "common/article_json.h"
#include "common/file_writer.h"
#include "common/schema.h"
#include "indexer/base_part.h"
#include "indexer/document_builder.h"
#include "indexer/enrich.h"
#include "indexer/pair_lists.h"
#include "indexer/thread_count.h"

namespace news {

namespace {

// Of a batch, and so of a small base.
constexpr std::size_t most_articles = 2'000;
constexpr std::size_t most_text = 8u << 20;
// Bases that are merged at once, in all threads, and files that are open of each.
constexpr std::size_t most_merged = 1'500;
constexpr std::size_t fewest_merged = 100;
constexpr std::size_t files_each = 6;

std::uint64_t hash_of(const std::string& text) { return XXH3_64bits(text.data(), text.size()); }

std::size_t text_size(const Article& article) {
  return article.title.size() + article.standfirst.size() + article.body.size();
}

/// How many bases may be merged at once, as far as the system lets us open files.
std::size_t count_merged() {
  rlimit limit{};
  if (getrlimit(RLIMIT_NOFILE, &limit) != 0) return fewest_merged;
  limit.rlim_cur = std::min<rlim_t>(limit.rlim_max, 2 * files_each * most_merged);
  setrlimit(RLIMIT_NOFILE, &limit);
  const std::size_t allowed = limit.rlim_cur / (2 * files_each);
  return std::clamp(allowed, fewest_merged, most_merged);
}

/// The first batch tells what articles have in common.
std::shared_ptr<const TextCodec> codec_for(const std::vector<Article>& articles) {
  std::vector<std::string> texts;
  texts.reserve(articles.size());
  for (const Article& article : articles) texts.push_back(print_article(article));
  return std::make_shared<const TextCodec>(TextCodec::train(texts));
}

/// Makes one base of each few neighbours, in several threads, `count` at once in all. Its name
/// comes before those of the parts that follow.
void merge_neighbours(const std::vector<std::filesystem::path>& parts, std::size_t count) {
  const std::size_t most = count / count_threads();
  const auto merge_from = [&](std::size_t first) {
    const auto begin = parts.begin() + static_cast<std::ptrdiff_t>(first);
    const auto size = std::min(most, parts.size() - first);
    const std::vector<std::filesystem::path> group(begin,
                                                   begin + static_cast<std::ptrdiff_t>(size));
    merge_parts(group, group.front().string() + "-merged", false);
    for (const auto& part : group) std::filesystem::remove_all(part);
  };
  std::atomic<std::size_t> next = 0;
  std::vector<std::future<void>> threads;
  for (unsigned i = 0; i < count_threads(); ++i) {
    threads.push_back(std::async(std::launch::async, [&] {
      for (std::size_t first; (first = next.fetch_add(most)) < parts.size();) {
        merge_from(first);
      }
    }));
  }
  for (std::future<void>& thread : threads) thread.get();
}

}  // namespace

BulkLoad::BulkLoad(std::filesystem::path parts, const TimeZone& zone)
    : parts_(std::move(parts)),
      zone_(zone),
      filling_(std::make_shared<Batch>()),
      stories_(archive_, zone) {
  std::filesystem::create_directories(parts_);
  filling_->first = 1;
}

BulkLoad::~BulkLoad() {
  for (std::jthread& thread : threads_) thread.request_stop();
}

BulkLoad::Taken BulkLoad::add(Article article, const std::string& source) {
  const std::uint64_t content = hash_of(print_article(article));
  const auto [known, is_new] = contents_.try_emplace(hash_of(article.id), content);
  if (!is_new) {
    const Taken taken = known->second == content ? Taken::Same : Taken::Different;
    known->second = content;
    repeated_.emplace_back(std::move(article), source);
    return taken;
  }
  text_bytes_ += text_size(article);
  filling_->articles.push_back(std::move(article));
  filling_->sources.push_back(source);
  if (filling_->articles.size() >= most_articles || text_bytes_ >= most_text) hand_over();
  return Taken::New;
}

void BulkLoad::start() {
  for (unsigned i = 0; i < count_threads(); ++i) {
    threads_.emplace_back([this](const std::stop_token& stop) { work(stop); });
  }
}

/// Gives the batch that was filled to the threads, once one of them is near to be free.
void BulkLoad::hand_over() {
  if (filling_->articles.empty()) return;
  if (threads_.empty()) {
    codec_ = codec_for(filling_->articles);
    start();
  }
  auto batch = std::make_shared<Batch>();
  batch->first = filling_->first + static_cast<Xapian::docid>(filling_->articles.size());
  std::swap(batch, filling_);
  text_bytes_ = 0;
  std::unique_lock lock(mutex_);
  changed_.wait(lock, [&] { return waiting_.size() < threads_.size() || failure_; });
  rethrow();
  waiting_.push_back(std::move(batch));
  changed_.notify_all();
}

void BulkLoad::rethrow() {
  if (failure_) std::rethrow_exception(failure_);
}

/// The batch that is to be taken next; nothing if there will be none.
std::shared_ptr<Batch> BulkLoad::next(const std::stop_token& stop) {
  std::unique_lock lock(mutex_);
  changed_.wait(lock, stop, [&] { return !waiting_.empty() || is_complete_ || failure_; });
  if (waiting_.empty() || failure_ || stop.stop_requested()) return nullptr;
  auto batch = std::move(waiting_.front());
  waiting_.pop_front();
  changed_.notify_all();
  return batch;
}

void BulkLoad::work(const std::stop_token& stop) {
  try {
    DocumentBuilder builder(zone_);
    while (const auto batch = next(stop)) take(batch, builder);
  } catch (...) {
    const std::lock_guard lock(mutex_);
    if (!failure_) failure_ = std::current_exception();
    changed_.notify_all();
  }
}

/// Makes a batch a small base.
void BulkLoad::take(const std::shared_ptr<Batch>& batch, DocumentBuilder& builder) {
  for (Article& article : batch->articles) {
    enrich(article);
    batch->fingerprints.push_back(fingerprint_of(article));
  }
  find_stories(batch);
  std::filesystem::path path = parts_ / fmt::format("{:010}", batch->first);
  builder.forget_many();
  BasePartWriter part(path, codec_, builder.terms());
  FileParts parts;
  for (std::size_t i = 0; i < batch->articles.size(); ++i) {
    Xapian::Document document = builder.build(batch->articles[i], batch->fingerprints[i], parts);
    const std::string& source = batch->sources[i];
    if (!source.empty()) document.add_boolean_term(schema::source_term(source));
    part.add(static_cast<Xapian::docid>(i + 1), document, parts);
  }
  part.finish();
  const std::lock_guard lock(archive_mutex_);
  archive_.written(*batch, std::move(path));
}

/// Says which articles are copies, after those of all batches before and before those after.
void BulkLoad::find_stories(const std::shared_ptr<Batch>& batch) {
  {
    std::unique_lock lock(mutex_);
    changed_.wait(lock, [&] { return turn_ == batch->first || failure_; });
    rethrow();
  }
  {
    const std::lock_guard lock(archive_mutex_);
    archive_.begin(batch);
    Xapian::docid number = batch->first;
    for (std::size_t i = 0; i < batch->articles.size(); ++i, ++number) {
      stories_.join(batch->articles[i], batch->fingerprints[i], number, std::nullopt);
      archive_.note(number, batch->articles[i], batch->fingerprints[i]);
    }
  }
  const std::lock_guard lock(mutex_);
  turn_ = batch->first + static_cast<Xapian::docid>(batch->articles.size());
  changed_.notify_all();
}

/// Of the small bases, in the order of their articles.
std::vector<std::filesystem::path> BulkLoad::paths() const {
  std::vector<std::filesystem::path> paths;
  for (const auto& entry : std::filesystem::directory_iterator(parts_)) {
    paths.push_back(entry.path());
  }
  std::sort(paths.begin(), paths.end());
  return paths;
}

void BulkLoad::finish(const std::filesystem::path& path, Stories& stories) {
  hand_over();
  {
    const std::lock_guard lock(mutex_);
    is_complete_ = true;
    changed_.notify_all();
  }
  for (std::jthread& thread : threads_) thread.join();
  rethrow();
  stories.go_on_with(stories_);
  const std::size_t most = count_merged();
  while (paths().size() > most) merge_neighbours(paths(), most);
  merge_parts(paths(), path, true);
  // The disk takes its time, in which there is something left to reckon.
  auto settled = std::async(std::launch::async, [&] {
    sync_files(path);
    std::filesystem::remove_all(parts_);
  });
  write_pair_lists(path);
  settled.get();
}

}  // namespace news
