#include "indexer/bulk_archive.h"

#include <xxhash.h>

#include <algorithm>
#include <utility>

#include "common/article_file.h"
#include "common/article_json.h"

namespace news {

namespace {

std::uint64_t hash_of(const std::string& id) { return XXH3_64bits(id.data(), id.size()); }

}  // namespace

void BulkArchive::begin(std::shared_ptr<const Batch> batch) {
  const Xapian::docid first = batch->first;
  parts_.push_back({first, std::move(batch), {}});
}

void BulkArchive::note(Xapian::docid number, const Article& article,
                       const Fingerprint& fingerprint) {
  numbers_.emplace(hash_of(article.id), number);
  if (!article.story.empty()) {
    stories_.emplace(number, article.story);
    ++copies_[article.story];
  }
  const std::vector<std::uint32_t>& bands = fingerprint.bands;
  for (std::size_t band = 0; band < bands.size(); ++band) bands_.add(band, bands[band], number);
}

void BulkArchive::written(const Batch& batch, std::filesystem::path path) {
  const auto part = std::find_if(parts_.begin(), parts_.end(),
                                 [&](const Part& one) { return one.first == batch.first; });
  part->path = std::move(path);
  part->batch.reset();
}

const BulkArchive::Part& BulkArchive::part_of(Xapian::docid number) const {
  const auto after =
      std::upper_bound(parts_.begin(), parts_.end(), number,
                       [](Xapian::docid one, const Part& part) { return one < part.first; });
  return *std::prev(after);
}

std::optional<Xapian::docid> BulkArchive::find(const std::string& id) const {
  const auto found = numbers_.find(hash_of(id));
  return found == numbers_.end() ? std::nullopt : std::optional(found->second);
}

Article BulkArchive::read(Xapian::docid number) const {
  const Part& part = part_of(number);
  if (part.batch) return part.batch->articles[number - part.first];
  std::vector<std::string> warnings;
  return parse_article(ArticleFile::open(part.path)->read(number - part.first + 1), warnings);
}

Shingles BulkArchive::shingles(Xapian::docid number) const {
  const Part& part = part_of(number);
  return part.batch ? part.batch->fingerprints[number - part.first].shingles
                    : shingles_of(read(number));
}

std::string BulkArchive::story(Xapian::docid number) const {
  const auto found = stories_.find(number);
  return found == stories_.end() ? std::string() : found->second;
}

std::size_t BulkArchive::copies(const std::string& story) const {
  const auto found = copies_.find(story);
  return found == copies_.end() ? 0 : found->second;
}

StoryArchive::Sharing BulkArchive::sharing(std::size_t band, std::uint32_t hash,
                                           std::size_t most) const {
  std::vector<std::uint32_t> numbers = bands_.find(band, hash);
  Sharing sharing{.numbers = {}, .count = numbers.size()};
  numbers.resize(std::min(numbers.size(), most));
  sharing.numbers.assign(numbers.begin(), numbers.end());
  return sharing;
}

}  // namespace news
