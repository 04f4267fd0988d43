#include "indexer/stories.h"

#include <algorithm>
#include <limits>
#include <map>
#include <utility>

#include "common/article_json.h"
#include "common/schema.h"
#include "indexer/whole_document.h"

namespace news {

namespace {

// What one article may cost. Copies share most of their bands and unlike texts hardly one, so what
// is beyond these is of stories found already, or pieces made from one form.
constexpr std::size_t most_of_a_band = 8;
constexpr std::size_t most_compared = 4;
/// A story that changes its original is written anew; larger ones do not.
constexpr std::size_t most_rewritten = 1'000;
/// A source may have named a copy as an original.
constexpr int most_steps = 4;

constexpr std::string_view story_field = "story";

void set_found(Article& article, const std::string& story) {
  article.story = story == article.id ? std::string() : story;
  std::erase(article.derived, story_field);
  if (!article.story.empty()) article.derived.emplace_back(story_field);
}

}  // namespace

bool has_found_story(const Article& article) {
  return std::ranges::find(article.derived, story_field) != article.derived.end();
}

Stories::Stories(const StoryArchive& archive, TimeZone zone)
    : archive_(archive), zone_(std::move(zone)) {}

Stories::Stories(const StoryArchive& archive, WritableArticles& database, DocumentBuilder& builder)
    : archive_(archive), database_(&database), builder_(&builder), zone_(builder.zone()) {}

void Stories::join(Article& article, const Fingerprint& fingerprint, Xapian::docid number,
                   const std::optional<Article>& before) {
  const bool led = before && before->story.empty() && archive_.copies(article.id) > 0;
  const Came now = came(article, number);
  std::string story = article.story == article.id ? std::string() : article.story;
  const bool given = !story.empty();
  if (!given) {
    story = merge(matching_stories(fingerprint, number));
    set_found(article, story.empty() ? article.id : story);
  }
  if (story == article.id) {
    if (led && came(*before, number) < now) unsettled_.insert(story);
    return;
  }
  // Its copies are no longer its own, and others may follow that are.
  if (led || unsettled_.contains(article.id)) choose({article.id}, article.id);
  if (!given && !story.empty() && may_change(story) && is_first(now, story)) {
    unsettled_.insert(story);
  }
}

void Stories::leave(const Article& article) {
  if (!article.story.empty()) return;
  if (archive_.copies(article.id) > 0) unsettled_.insert(article.id);
}

void Stories::settle() {
  std::map<std::string, Names> groups;
  for (const std::string& story : unsettled_) {
    const auto into = merged_.find(story);
    groups[into == merged_.end() ? story : into->second].push_back(story);
  }
  for (const auto& [name, stories] : groups) choose(stories, {});
  unsettled_.clear();
  merged_.clear();
}

void Stories::go_on_with(Stories& other) {
  unsettled_.merge(other.unsettled_);
  merged_.merge(other.merged_);
}

Stories::Came Stories::came(const Article& article, Xapian::docid number) const {
  const std::optional<Date>& date =
      article.first_published ? article.first_published : article.published;
  return {date ? first_instant(*date, zone_) : std::numeric_limits<Instant>::max(), number};
}

/// The articles that share bands, those first that share the most and the rarest.
std::vector<Xapian::docid> Stories::candidates(const std::vector<std::uint32_t>& bands,
                                               Xapian::docid self) const {
  std::map<Xapian::docid, double> weights;
  for (std::size_t band = 0; band < bands.size(); ++band) {
    const StoryArchive::Sharing sharing = archive_.sharing(band, bands[band], most_of_a_band + 1);
    std::size_t taken = 0;
    for (const Xapian::docid number : sharing.numbers) {
      if (number == self || taken == most_of_a_band) continue;
      weights[number] += 1.0 / static_cast<double>(sharing.count);
      ++taken;
    }
  }
  std::vector<Xapian::docid> found;
  found.reserve(weights.size());
  for (const auto& [number, weight] : weights) found.push_back(number);
  std::ranges::stable_sort(
      found, [&](Xapian::docid a, Xapian::docid b) { return weights.at(a) > weights.at(b); });
  return found;
}

/// The stories of near-identical articles, the likeliest first. A story is read and compared once.
Stories::Names Stories::matching_stories(const Fingerprint& fingerprint, Xapian::docid self) const {
  Names stories;
  std::size_t compared = 0;
  for (const Xapian::docid number : candidates(fingerprint.bands, self)) {
    const std::string named = archive_.story(number);
    if (!named.empty() && std::ranges::find(stories, named) != stories.end()) continue;
    if (++compared > most_compared) break;
    if (!near_identical(fingerprint.shingles, archive_.shingles(number))) continue;
    std::string story = story_of(archive_.read(number));
    if (std::ranges::find(stories, story) == stories.end()) stories.push_back(std::move(story));
  }
  return stories;
}

/// What its copies have as their story, or are to have.
std::string Stories::story_of(const Article& article) const {
  std::string story = article.story.empty() ? article.id : article.story;
  for (int step = 0; step < most_steps; ++step) {
    const auto number = archive_.find(story);
    if (!number) break;
    const std::string named = archive_.story(*number);
    if (named.empty()) break;
    story = named;
  }
  const auto into = merged_.find(story);
  return into == merged_.end() ? story : into->second;
}

/// Makes one story of several, as far as they may change; gives the first.
std::string Stories::merge(const Names& stories) {
  if (stories.empty()) return {};
  const std::string& first = stories.front();
  for (const std::string& other : stories) {
    if (other == first || !may_change(first) || !may_change(other)) continue;
    for (auto& [story, into] : merged_) {
      if (into == other) into = first;
    }
    merged_[other] = first;
    unsettled_.insert(first);
    unsettled_.insert(other);
  }
  return first;
}

/// Whether another original may be chosen: there is one, or was until now, and not too many copies.
bool Stories::may_change(const std::string& story) const {
  if (unsettled_.contains(story)) return true;
  return archive_.copies(story) < most_rewritten && archive_.find(story);
}

bool Stories::is_first(const Came& one, const std::string& story) const {
  const auto number = archive_.find(story);
  return number && one < came(archive_.read(*number), *number);
}

std::vector<Stories::Member> Stories::members(const Names& stories,
                                              const std::string& without) const {
  std::vector<Member> found;
  const auto add = [&](Xapian::docid number, bool original) {
    const Article article = archive_.read(number);
    if (article.id == without || !(original ? article.story.empty() : has_found_story(article)))
      return;
    found.push_back({came(article, number), article.id});
  };
  for (const std::string& story : stories) {
    if (const auto number = archive_.find(story)) add(*number, true);
    for (const Xapian::docid number : database_->with_term(schema::story_term(story))) {
      add(number, false);
    }
  }
  return found;
}

/// Makes the first of all members, but for the article `without`, the original of the others.
void Stories::choose(const Names& stories, const std::string& without) {
  const std::vector<Member> all = members(stories, without);
  if (!all.empty()) {
    const auto first = std::ranges::min_element(all, {}, &Member::came);
    for (const Member& member : all) {
      Xapian::Document document = whole_document(*database_, member.came.number, *builder_);
      std::vector<std::string> warnings;
      Article article = parse_article(document.get_data(), warnings);
      const std::string before = article.story;
      set_found(article, first->id);
      if (article.story == before) continue;
      set_story(document, article);
      database_->write(database_->make_way(member.came.number), document);
    }
  }
  for (const std::string& story : stories) unsettled_.erase(story);
}

}  // namespace news
