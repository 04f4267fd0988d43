#include <fmt/format.h>
#include <xxhash.h>

#include <array>
#include <cstdint>
#include <filesystem>
#include <optional>
#include <sstream>
#include <string>
#include <string_view>
#include <unordered_map>
#include <vector>

#include "common/article_json.h"
#include "common/error.h"
#include "common/index_folder.h"
#include "common/schema.h"
#include "indexer/commands/commands.h"
#include "indexer/document_builder.h"

namespace news {

namespace {

/// A document as text, to compare by: its terms with their counts, and its values;
/// not the files it was read from, which do not follow from the article.
std::string print(const Xapian::Document& document) {
  std::string text;
  for (auto term = document.termlist_begin(); term != document.termlist_end(); ++term) {
    if ((*term).starts_with(schema::source_term_prefix)) continue;
    text += fmt::format("{} {}\n", *term, term.get_wdf());
  }
  for (auto value = document.values_begin(); value != document.values_end(); ++value) {
    text += fmt::format("{}={}\n", value.get_valueno(), *value);
  }
  return text;
}

std::uint64_t hash_of(std::string_view term) { return XXH3_64bits(term.data(), term.size()); }

std::uint64_t mix(std::uint64_t hash, Xapian::termcount wdf) {
  return XXH3_64bits_withSeed(&hash, sizeof(hash), wdf);
}

/// What postings come to: for each article, by number, a sum of hashes, one of each term it has and
/// how often it has that.
std::vector<std::uint64_t> sums_of(const PostingFile& file, std::size_t articles) {
  std::vector<std::uint64_t> sums(articles);
  for (TermDictionary::Cursor term(file.terms()); !term.at_end(); term.next()) {
    const std::uint64_t hash = hash_of(term.term());
    for (PostingCursor i(file.list(term.entry())); !i.at_end(); i.next()) {
      if (i.id() < sums.size()) sums[i.id()] += mix(hash, i.wdf());
    }
  }
  return sums;
}

using Counts = std::unordered_map<std::string_view, Xapian::termcount>;

/// What the postings of a base come to.
class PostingSums {
 public:
  explicit PostingSums(const PostingFile& file)
      : file_(file), sums_(sums_of(file, file.lengths().size())) {}

  /// Whether those of an article are these, and what is known of its words is true.
  bool are(Xapian::docid number, const Counts& terms) const {
    if (number >= sums_.size()) return false;
    std::uint64_t sum = 0;
    std::uint64_t length = 0;
    for (const auto& [term, wdf] : terms) {
      sum += mix(hash_of(term), wdf);
      length += wdf;
    }
    if (sum != sums_[number] || length != file_.lengths()[number]) return false;
    for (const ArticleWord& word : file_.words(number)) {
      const auto known = terms.find(file_.terms().term(word.ordinal));
      if (known == terms.end() || known->second != word.wdf) return false;
    }
    return true;
  }

 private:
  const PostingFile& file_;
  std::vector<std::uint64_t> sums_;
};

/// What the lists of pairs of a base come to.
class PairSums {
 public:
  PairSums(const PostingFile& file, std::size_t articles) : sums_(sums_of(file, articles)) {
    for (TermDictionary::Cursor term(file.terms()); !term.at_end(); term.next()) {
      const auto [first, second] = schema::words_of_pair(term.term());
      pairs_.push_back({mix(hash_of(term.term()), 1),
                        std::string(first),
                        std::string(second),
                        {OrderedTerm(first), OrderedTerm(second)}});
    }
  }

  /// Whether those of an article are the ones that stand in its order.
  bool are(Xapian::docid number, const Counts& terms, std::string_view packed) const {
    if (number >= sums_.size()) return false;
    const WordOrder order(packed);
    std::uint64_t sum = 0;
    for (const Pair& pair : pairs_) {
      if (!terms.contains(pair.first) || !terms.contains(pair.second)) continue;
      if (order.has_phrase(pair.row, OrderField::Text)) sum += pair.hash;
    }
    return sum == sums_[number];
  }

 private:
  struct Pair {
    std::uint64_t hash;  // with a count of 1
    std::string first, second;
    std::vector<OrderedTerm> row;  // both
  };

  std::vector<Pair> pairs_;
  std::vector<std::uint64_t> sums_;
};

/// The columns of a base, read as a whole.
class Rows {
 public:
  explicit Rows(const ColumnFile& file) : dates_(file.dates()) {
    for (std::size_t i = 0; i < schema::facets.size(); ++i) {
      values_[i] = file.values(i);
      cells_[i] = file.cells(i);
    }
  }

  /// An empty one of a number that it does not know.
  ColumnRow row(Xapian::docid number) const {
    ColumnRow row;
    if (number >= dates_.there.size()) return row;
    for (std::size_t i = 0; i < row.facets.size(); ++i) {
      const std::uint32_t cell = cells_[i][number];
      if (cell != 0) row.facets[i] = values_[i][cell - 1];
    }
    if (dates_.dated[number] != 0) row.published = dates_.published[number];
    row.day = dates_.days[number];
    return row;
  }

 private:
  std::array<std::vector<std::string_view>, schema::facets.size()> values_;
  std::array<std::vector<std::uint32_t>, schema::facets.size()> cells_;
  ColumnFile::Dates dates_;
};

/// Compares the articles of an index with what would be built of them.
class Check {
 public:
  explicit Check(const ArticleDatabase& database)
      : database_(database), builder_(TimeZone(database.metadata(schema::time_zone_key))) {
    if (database.last_of_base() == 0) return;
    const BaseFiles& files = database.files();
    sums_.emplace(*files.postings);
    if (files.pairs) pairs_.emplace(*files.pairs, files.postings->lengths().size());
    columns_.emplace(*files.columns);
  }

  /// How many are wrong; says which.
  std::uint64_t run() {
    std::uint64_t wrong = 0;
    for (const Xapian::docid number : database_.with_term(std::string())) {
      const std::string what = problem(number);
      if (what.empty()) continue;
      fmt::print("{}\n", what);
      ++wrong;
    }
    return wrong;
  }

 private:
  /// What is wrong with one article; empty if nothing is.
  std::string problem(Xapian::docid number) {
    const Xapian::Document document = database_.document(number);
    std::vector<std::string> warnings;
    try {
      const Article article = parse_article(database_.article(number), warnings);
      const std::size_t found = database_.with_term(schema::id_term(article.id)).size();
      if (found != 1) return fmt::format("{}: its id leads to {} articles", article.id, found);
      if (!is_as_built(number, document, article)) {
        return fmt::format("{}: its words or values are not those of its text", article.id);
      }
    } catch (const BadArticle& bad) {
      return fmt::format("article number {}: {}", number, bad.what());
    }
    return {};
  }

  bool is_as_built(Xapian::docid number, const Xapian::Document& document, const Article& article) {
    if (number > database_.last_of_base()) return print(builder_.build(article)) == print(document);
    builder_.forget_many();
    const Xapian::Document built = builder_.build(article, fingerprint_of(article), parts_);
    Counts counts;
    for (const auto& [place, wdf] : parts_.terms.all()) {
      counts.emplace(builder_.terms()[place], wdf);
    }
    return print(built) == print(document) && parts_.order == database_.order(number) &&
           sums_->are(number, counts) && (!pairs_ || pairs_->are(number, counts, parts_.order)) &&
           columns_->row(number) == parts_.columns;
  }

  const ArticleDatabase& database_;
  DocumentBuilder builder_;
  FileParts parts_;
  std::optional<PostingSums> sums_;  // of the base, as the others are
  std::optional<PairSums> pairs_;
  std::optional<Rows> columns_;
};

/// Throws DatabaseCorruptError if it is damaged.
void check_part(const std::filesystem::path& path) {
  std::ostringstream report;
  const std::size_t broken = Xapian::Database::check(path.string(), 0, &report);
  if (broken > 0) throw Xapian::DatabaseCorruptError(report.str());
}

}  // namespace

int check(const Options& options) {
  const IndexFolder index(options.index);
  const std::string generation = index.live();
  std::uint64_t articles = 0;
  std::uint64_t wrong = 0;
  try {
    // Before it is opened: of blocks that are damaged Xapian reads what lies outside.
    if (index.has_base(generation)) check_part(index.base(generation));
    check_part(index.recent(generation));
    const ArticleDatabase database = index.open(generation);
    articles = database.articles();
    wrong = Check(database).run();
  } catch (const Xapian::Error& error) {
    throw Error(fmt::format("{} is damaged: {}", options.index, error.get_msg()),
                "index again with: newsindex rebuild PATH");
  }
  if (!options.quiet) {
    fmt::print(stderr, "checked {} articles: {} wrong\n", articles, wrong);
  }
  return wrong == 0 ? done : done_but_some_rejected;
}

}  // namespace news
