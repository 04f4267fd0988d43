#include "indexer/language_of_text.h"

#include <cld2/public/compact_lang_det.h>

#include <algorithm>
#include <array>
#include <utility>

#include "common/text.h"

namespace news {
namespace {

constexpr std::size_t most_bytes = 20'000;
constexpr int least_bytes = 40;    // a short headline; less is often taken for another language
constexpr int least_percent = 60;  // of the text: less is a text in several languages

/// Where CLD2 has an old code.
constexpr std::array renamed{std::pair{"iw", "he"}, std::pair{"jw", "jv"}, std::pair{"tl", "fil"},
                             std::pair{"mo", "ro"}};

std::string tag_of(CLD2::Language language) {
  std::string code = CLD2::LanguageCode(language);
  if (code == "un" || code.starts_with("xx") || code.starts_with("zz")) return {};
  for (const auto& [old, now] : renamed) {
    if (code == old) return now;
  }
  return code;
}

}  // namespace

std::string language_of_text(std::string_view utf8) {
  const std::string_view text = truncate_utf8(utf8, most_bytes);
  std::array<CLD2::Language, 3> languages{};
  std::array<int, 3> percents{};
  std::array<double, 3> scores{};
  int bytes = 0;
  int valid = 0;
  bool is_reliable = false;
  CLD2::ExtDetectLanguageSummaryCheckUTF8(text.data(), static_cast<int>(text.size()), true, nullptr,
                                          0, languages.data(), percents.data(), scores.data(),
                                          nullptr, &bytes, &is_reliable, &valid);
  if (!is_reliable || bytes < least_bytes || percents[0] < least_percent) return {};
  return tag_of(languages[0]);
}

}  // namespace news
