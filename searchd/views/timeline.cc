#include "searchd/views/timeline.h"

#include <fmt/format.h>

#include <algorithm>
#include <iterator>
#include <string>
#include <utility>

#include "searchd/views/links.h"
#include "searchd/views/readable.h"

namespace news {

namespace {

/// In the units of the template's view box: a bucket is one wide.
constexpr double height = 40;
constexpr double least_height = 1.5;
constexpr double bar_width = 0.82;
/// Fewer bars than this leave the rest of the width empty, or each would be a slab.
constexpr std::size_t least_width = 24;

std::string bars(const std::vector<DateBucket>& buckets) {
  std::uint32_t most = 1;
  for (const DateBucket& bucket : buckets) most = std::max(most, bucket.count);
  std::string path;
  for (std::size_t i = 0; i < buckets.size(); ++i) {
    if (buckets[i].count == 0) continue;
    const double bar = std::max(least_height, height * buckets[i].count / most);
    fmt::format_to(std::back_inserter(path), "M{} 40v-{:.3g}h{}V40z", i, bar, bar_width);
  }
  return path;
}

ViewList links_of(const SearchRequest& request, const DateFacet& date, links::Style link) {
  ViewList list;
  for (std::size_t i = 0; i < date.buckets.size(); ++i) {
    const DateBucket& bucket = date.buckets[i];
    if (bucket.count == 0) continue;
    View view;
    view["x"] = std::to_string(i);
    view["link"] = link(links::with_bucket(request, bucket, date.interval));
    view["label"] = fmt::format("{}: {}", readable::bucket(bucket.from, date.interval),
                                readable::number(bucket.count));
    list.push_back(std::move(view));
  }
  return list;
}

/// The way back out of chosen dates.
View wider(const SearchRequest& request, links::Style link) {
  if (!request.from && !request.to) return false;
  View view;
  view["link"] = link(links::without_dates(request));
  view["label"] = "All dates";
  return view;
}

}  // namespace

View timeline_view(const SearchRequest& request, const DateFacet& date, links::Style link) {
  View out = wider(request, link);
  if (date.buckets.empty() || (date.buckets.size() == 1 && out.is_false())) return false;
  View view;
  view["interval"] = date.interval;
  view["width"] = std::to_string(std::max(least_width, date.buckets.size()));
  view["bars"] = bars(date.buckets);
  view["buckets"] = links_of(request, date, link);
  const auto end = [&](const DateBucket& bucket) {
    return date.interval == "week" ? readable::day(bucket.from)
                                   : readable::bucket(bucket.from, date.interval);
  };
  view["first"] = end(date.buckets.front());
  const bool one = date.buckets.size() == 1;
  set_text(view, "last", one ? "" : end(date.buckets.back()));
  view["wider"] = std::move(out);
  return view;
}

}  // namespace news
