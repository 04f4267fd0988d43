#include "searchd/column_filter.h"

#include <algorithm>

namespace news {

namespace {

std::vector<std::uint8_t> flags(const FacetColumn& column, const std::vector<std::string>& values) {
  std::vector<std::uint8_t> result;
  for (const std::string& value : values) {
    const auto ordinal = column.find(value);
    if (!ordinal) continue;
    result.resize(column.labels().size());
    result[*ordinal] = 1;
  }
  return result;
}

bool any_of(const std::vector<std::uint8_t>& flags, std::span<const std::uint32_t> ordinals) {
  return !flags.empty() && std::any_of(ordinals.begin(), ordinals.end(),
                                       [&](std::uint32_t ordinal) { return flags[ordinal] != 0; });
}

}  // namespace

ColumnFilter::ColumnFilter(const Columns& columns, const SearchRequest& request,
                           const DateRange& dates)
    : columns_(&columns), dates_(dates), bounded_(dates.bounded()) {
  set_days();
  for (std::size_t i = 0; i < request.filters.size(); ++i) {
    const FacetFilter& filter = request.filters[i];
    if (filter.empty()) continue;
    const FacetColumn& column = columns.facet(i);
    Facet& facet = facets_.emplace_back();
    facet = {.index = i,
             .column = &column,
             .includes = !filter.any.empty() || filter.missing,
             .missing = filter.missing,
             .not_missing = filter.not_missing,
             .chosen = flags(column, filter.any),
             .excluded = flags(column, filter.none),
             .sets = {}};
    facet.sets.reserve(column.sets());
    for (std::uint32_t set = 0; set < column.sets(); ++set) facet.sets.push_back(test(facet, set));
  }
}

void ColumnFilter::set_days() {
  static constexpr Instant day = Instant{24} * 60 * 60;
  // No zone has ever been further from UTC, nor any date of an article from 1970.
  constexpr Instant most_offset = Instant{16} * 60 * 60;
  static constexpr Instant most = day * 10'000'000;
  const auto day_of = [](Instant moment) {
    const Instant bounded = std::clamp(moment, -most, most);
    return static_cast<std::int32_t>((bounded - (bounded < 0 ? day - 1 : 0)) / day);
  };
  const Instant from = std::max(dates_.from, -most);
  const Instant to = std::min(dates_.to, most);
  outer_ = {day_of(from - most_offset), day_of(to + most_offset)};
  inner_ = {day_of(from + most_offset) + 1, day_of(to - most_offset) - 1};
}

ColumnFilter::Test ColumnFilter::test(const Facet& facet, std::uint32_t cell) {
  const auto values = facet.column->values_of(cell);
  if (values.empty()) {
    if (facet.not_missing) return Test::Excluded;
    return !facet.includes || facet.missing ? Test::Passes : Test::Lacks;
  }
  if (any_of(facet.excluded, values)) return Test::Excluded;
  return !facet.includes || any_of(facet.chosen, values) ? Test::Passes : Test::Lacks;
}

std::optional<std::size_t> ColumnFilter::only_facet() const {
  if (facets_.size() != 1 || bounded_) return std::nullopt;
  const Facet& facet = facets_.front();
  if (!facet.excluded.empty() || facet.not_missing) return std::nullopt;
  return facet.index;
}

int ColumnFilter::facet_verdict(Xapian::docid id) const {
  int lacking = passes_all;
  for (const Facet& facet : facets_) {
    const std::uint32_t cell = columns_->cell(id, facet.index);
    const Test result = cell < facet.sets.size() ? facet.sets[cell] : test(facet, cell);
    if (result == Test::Passes) continue;
    if (result == Test::Excluded || lacking != passes_all) return rejected;
    lacking = static_cast<int>(facet.index);
  }
  return lacking;
}

}  // namespace news
