#include "searchd/snapshot.h"

#include <fmt/format.h>

#include <memory>
#include <vector>

#include "common/error.h"
#include "common/schema.h"
#include "searchd/totals.h"

namespace news {

namespace {

constexpr int max_attempts = 20;

}  // namespace

Snapshot::Snapshot(const IndexFolder& index, std::size_t handles, Instant now,
                   const Snapshot* earlier) {
  for (int attempt = 1;; ++attempt) {
    try {
      open(index, handles, now, earlier);
      return;
    } catch (const Xapian::DatabaseModifiedError&) {
      if (attempt < max_attempts) continue;
      throw Error(fmt::format("{} changes faster than it can be read", index.path().string()),
                  "let newsindex commit less often (--commit-every)");
    } catch (const Xapian::Error& error) {
      throw Error(fmt::format("{}: {}", index.path().string(), error.get_description()),
                  "check it with: newsindex check");
    }
  }
}

void Snapshot::open(const IndexFolder& index, std::size_t handles, Instant now,
                    const Snapshot* earlier) {
  generation_ = index.live();
  const bool goes_on = earlier != nullptr && earlier->generation_ == generation_;
  if (goes_on) files_ = earlier->files_;
  std::vector<ArticleDatabase> opened;
  for (std::size_t i = 0; i < handles; ++i) {
    opened.push_back(index.open(generation_, files_));
    files_ = opened.front().files();
    // Handles opened one after another need not see the same revision.
    if (opened.back().recent().get_revision() != opened.front().recent().get_revision()) {
      throw Xapian::DatabaseModifiedError("a commit came between");
    }
  }
  const ArticleDatabase& database = opened.front();
  columns_ = Columns::load(opened, now, goes_on ? &earlier->columns_ : nullptr);
  const bool has_base = database.parts().size() > 1;
  totals_ = goes_on && has_base ? count_all(columns_, database.last_of_base() + 1,
                                            earlier->columns_, earlier->totals_)
                                : count_all(columns_);
  if (has_base) {
    postings_.push_back(goes_on ? earlier->postings_.front()
                                : std::make_shared<PartPostings>(files_->postings));
  }
  postings_.push_back(std::make_shared<PartPostings>());
  base_names_ = goes_on ? earlier->base_names_ : std::make_shared<BaseNameForms>();
  const std::string zone = database.metadata(schema::time_zone_key);
  zone_ = zone.empty() ? TimeZone() : TimeZone(zone);
  revision_ = schema::revision(database.recent());
  for (ArticleDatabase& handle : opened) {
    handles_.put(std::make_unique<ArticleDatabase>(std::move(handle)));
  }
}

bool Snapshot::outdated(const IndexFolder& index, Instant now) const {
  if (columns_.valid_until() && *columns_.valid_until() <= now) return true;
  const std::string live = index.live();
  if (live != generation_) return true;
  try {
    return index.revision(live) != revision_;
  } catch (const Xapian::DatabaseModifiedError&) {
    return true;
  } catch (const Xapian::Error& error) {
    throw Error(fmt::format("{}: {}", index.path().string(), error.get_description()));
  }
}

}  // namespace news
