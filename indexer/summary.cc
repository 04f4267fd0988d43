#include "indexer/summary.h"

#include <fmt/format.h>

#include <algorithm>
#include <nlohmann/json.hpp>
#include <utility>
#include <vector>

namespace news {
namespace {

using nlohmann::ordered_json;
using Counts = std::vector<std::pair<std::string, std::uint64_t>>;

constexpr std::size_t most_reasons = 10;

double rate(const Summary& summary) {
  return static_cast<double>(summary.tally.taken()) / std::max(summary.seconds, 0.001);
}

/// The most frequent first; those as frequent by their names.
Counts by_frequency(const std::map<std::string, std::uint64_t>& counted) {
  Counts counts(counted.begin(), counted.end());
  std::stable_sort(counts.begin(), counts.end(),
                   [](const auto& a, const auto& b) { return a.second > b.second; });
  return counts;
}

/// ", WHAT N" where there is something to count.
std::string if_any(const char* what, std::uint64_t count) {
  return count == 0 ? std::string() : fmt::format(", {} {}", what, count);
}

std::string first_line(const Summary& summary) {
  const Tally& tally = summary.tally;
  return fmt::format("added {}, replaced {}, rejected {}{}{}{} in {:.1f} s; {} articles in {}\n",
                     tally.added, tally.replaced, tally.rejected,
                     if_any("unchanged", tally.unchanged), if_any("removed", tally.removed),
                     if_any("forgotten", tally.forgotten), summary.seconds, summary.articles,
                     summary.index);
}

std::string sources_line(const Summary& summary) {
  const Tally& tally = summary.tally;
  std::string text =
      fmt::format("  {:.0f} articles/s; sources: read {}{}{}", rate(summary), tally.sources.read,
                  if_any("unchanged", tally.sources.unchanged), if_any("gone", tally.sources.gone));
  if (tally.sources.resumed > 0) {
    text += fmt::format("; went on in {} after {} articles or rejections taken in before",
                        tally.sources.resumed, tally.passed_over);
  }
  return text + '\n';
}

std::string format_lines(const Tally& tally) {
  std::string text;
  for (const auto& [name, format] : tally.formats) {
    text += fmt::format("  {}: added {}, replaced {}, rejected {}{}\n", name, format.added,
                        format.replaced, format.rejected, if_any("unchanged", format.unchanged));
  }
  return text;
}

std::string skipped_line(const Tally& tally) {
  std::string text;
  for (const auto& [what, count] : by_frequency(tally.skipped)) {
    text += fmt::format("{}{} {}", text.empty() ? "  skipped: " : ", ", count, what);
  }
  return text.empty() ? text : text + '\n';
}

std::string reason_lines(const Tally& tally) {
  const Counts reasons = by_frequency(tally.reasons);
  std::string text;
  for (std::size_t i = 0; i < std::min(reasons.size(), most_reasons); ++i) {
    text += fmt::format("  {:>6} x {}\n", reasons[i].second, reasons[i].first);
  }
  if (reasons.size() > most_reasons) {
    text += fmt::format("  and {} other reasons\n", reasons.size() - most_reasons);
  }
  return text;
}

ordered_json formats_json(const Tally& tally) {
  ordered_json formats = ordered_json::object();
  for (const auto& [name, format] : tally.formats) {
    formats[name] = {{"added", format.added},
                     {"replaced", format.replaced},
                     {"unchanged", format.unchanged},
                     {"rejected", format.rejected}};
  }
  return formats;
}

ordered_json counts_json(const std::map<std::string, std::uint64_t>& counted) {
  ordered_json counts = ordered_json::object();
  for (const auto& [name, count] : by_frequency(counted)) counts[name] = count;
  return counts;
}

}  // namespace

std::string summary_text(const Summary& summary) {
  return first_line(summary) + sources_line(summary) + format_lines(summary.tally) +
         skipped_line(summary.tally) + reason_lines(summary.tally);
}

std::string summary_json(const Summary& summary) {
  const Tally& tally = summary.tally;
  const ordered_json object{{"added", tally.added},
                            {"replaced", tally.replaced},
                            {"unchanged", tally.unchanged},
                            {"rejected", tally.rejected},
                            {"removed", tally.removed},
                            {"forgotten", tally.forgotten},
                            {"articles", summary.articles},
                            {"revision", summary.revision},
                            {"seconds", summary.seconds},
                            {"longest_commit_seconds", summary.longest_commit_seconds},
                            {"articles_per_second", rate(summary)},
                            {"sources",
                             {{"read", tally.sources.read},
                              {"resumed", tally.sources.resumed},
                              {"unchanged", tally.sources.unchanged},
                              {"gone", tally.sources.gone},
                              {"passed_over", tally.passed_over}}},
                            {"formats", formats_json(tally)},
                            {"skipped", counts_json(tally.skipped)},
                            {"reasons", counts_json(tally.reasons)}};
  return object.dump(-1, ' ', false, ordered_json::error_handler_t::replace) + '\n';
}

}  // namespace news
