#include "indexer/text/page_line.h"

#include <unicode/uchar.h>
#include <unicode/unistr.h>

#include <algorithm>
#include <array>

#include "common/loose_date.h"
#include "common/text.h"
#include "common/url.h"
#include "indexer/text/lines_of.h"
#include "indexer/text/page_words.h"

namespace news {
namespace {

using Kind = PageLine::Kind;

constexpr std::size_t longest_label = 160;

/// The letter that the text begins with.
UChar32 first_letter(std::string_view text) {
  const std::string_view start = truncate_utf8(text, 4);
  return icu::UnicodeString::fromUTF8({start.data(), static_cast<int32_t>(start.size())})
      .char32At(0);
}

/// Whether it ends as a sentence does, quotes and brackets behind the stop aside.
bool ends_sentence(std::string_view text) {
  for (const std::string_view closing : {"\"", "'", ")", "”", "’", "“", "»", " "}) {
    while (text.ends_with(closing)) text.remove_suffix(closing.size());
  }
  constexpr std::array stops{".", "!", "?", "…", ":", "。", "।", "؟"};
  return std::any_of(stops.begin(), stops.end(),
                     [&](const char* stop) { return text.ends_with(stop); });
}

/// `(Yuri Gripas/Abaca via Getty Images)` at the end, or such a credit alone.
bool has_credit(std::string_view text) {
  constexpr std::array agencies{
      "Getty",        "AFP",       "Reuters",   "AP Photo", "AP)",   "EPA",
      "Shutterstock", "DPA",       "dpa",       "IMAGO",    "imago", "PA Wire",
      "Alamy",        "Bloomberg", "Ukrinform", "PAP",      "ANSA",  "Press Association"};
  if (text.size() > 400 || !text.ends_with(')')) return false;
  const std::size_t bracket = text.rfind('(');
  const std::string_view credit = text.substr(std::min(bracket, text.size()));
  const bool names_agency = std::any_of(agencies.begin(), agencies.end(), [&](const char* agency) {
    return credit.find(agency) != std::string_view::npos;
  });
  return names_agency || credit.find(" via ") != std::string_view::npos ||
         credit.find(" / ") != std::string_view::npos ||
         starts_with_ignoring_case(credit, "(photo");
}

/// Whether nothing but a date, perhaps with labels, is in it.
bool is_date_line(std::string_view line) {
  constexpr std::size_t longest = 120;
  if (line.size() > longest) return false;
  const std::string folded = fold_page_line(line);
  const bool has_label = published_word_size(folded) > 0 || updated_word_size(folded) > 0;
  const PageDates dates = page_dates(line);
  const bool is_dated = !dates.published.empty() || !dates.updated.empty();
  const bool is_bare_label =
      folded.starts_with("(updated:") || folded == "published" || folded == "updated";
  constexpr std::size_t longest_unread = 60;
  const bool is_unread = has_label && line.size() < longest_unread &&
                         line.find_first_of("0123456789") != std::string_view::npos;
  return is_dated || is_bare_label || is_unread;
}

/// `By Anna Kowalska and Tom O'Neil in Kyiv`.
bool is_byline(const PageLine& line) {
  constexpr std::size_t longest = 120;
  const std::size_t size = by_word_size(line.folded);
  if (size == 0 || line.text.size() > longest || ends_sentence(line.text)) return false;
  const std::string_view name = trim(line.text.substr(std::min(size, line.text.size())));
  return u_isupper(first_letter(name)) != 0 && word_count(name) <= 16;
}

Kind kind_of(const PageLine& line) {
  const std::string_view folded = line.folded;
  const bool is_label = line.text.size() <= longest_label;
  if (is_web_url(line.text)) return Kind::Url;
  if (begins_author_box(folded)) return Kind::AuthorBox;
  if (is_page_furniture(folded)) return Kind::Furniture;
  if (ends_page(folded)) return Kind::End;
  if (is_label && begins_sign_up(folded)) return Kind::SignUp;
  if (marks_teaser(folded)) return Kind::Teaser;
  if (is_reading_time(folded)) return Kind::ReadingTime;
  if (begins_correction(folded)) return Kind::Correction;
  if (tags_word_size(folded) > 0) return Kind::Tags;
  if (caption_word_size(folded) > 0 || has_credit(line.text)) return Kind::Caption;
  if (is_date_line(line.text)) return Kind::Date;
  if (is_byline(line)) return Kind::Byline;
  constexpr std::size_t least_words = 7;
  constexpr std::size_t surely_text = 220;
  const bool is_sentence = ends_sentence(line.text) && word_count(line.text) >= least_words;
  if (is_sentence || line.text.size() > surely_text) return Kind::Text;
  return is_page_role(folded) && !ends_sentence(line.text) ? Kind::Role : Kind::Short;
}

/// Whether the caption or the credit is the next line.
bool is_caption_label(std::string_view folded) {
  constexpr std::array labels{"image caption,", "image source,", "media caption,",
                              "image caption",  "image source",  "bildunterschrift",
                              "bildrechte"};
  return std::find(labels.begin(), labels.end(), folded) != labels.end();
}

/// Where the words for "updated" stand behind the beginning; the size if they do not.
std::size_t find_updated(std::string_view folded) {
  for (std::size_t at = folded.find(' '); at != std::string_view::npos;
       at = folded.find(' ', at + 1)) {
    if (updated_word_size(folded.substr(at + 1)) > 0) return at + 1;
  }
  return folded.size();
}

/// The text if it is a date that can be read, without what parts it from what stands beside it.
std::string readable(std::string_view text) {
  for (const std::string_view edge : {"|", "-", "–", "•", "·", ",", ";", "(", ")"}) {
    text = trim(text);
    if (text.starts_with(edge)) text.remove_prefix(edge.size());
    if (text.ends_with(edge)) text.remove_suffix(edge.size());
  }
  text = trim(text);
  constexpr std::size_t least = 8;
  const auto digits =
      std::count_if(text.begin(), text.end(), [](char c) { return c >= '0' && c <= '9'; });
  if (text.size() < least || digits < 5 || !read_date(text, {})) return {};
  return std::string(text);
}

}  // namespace

std::size_t word_count(std::string_view text) {
  std::size_t words = 0;
  bool in_word = false;
  for (const char c : text) {
    const bool is_space = c == ' ' || c == '\t' || c == '\n' || c == '\r';
    if (!is_space && !in_word) ++words;
    in_word = !is_space;
  }
  return words;
}

bool looks_like_name(std::string_view line) {
  constexpr std::size_t longest = 60;
  const std::size_t words = word_count(line);
  if (words < 2 || words > 5 || line.size() > longest || ends_sentence(line)) return false;
  if (line.find_first_of("0123456789/|:@#") != std::string_view::npos) return false;
  constexpr std::array particles{"de", "van", "von", "der", "la", "el",  "da",  "di", "bin",
                                 "al", "and", "und", "et",  "y",  "del", "den", "du", "dos"};
  while (!line.empty()) {
    const std::string_view word = line.substr(0, line.find(' '));
    const bool is_particle = std::find(particles.begin(), particles.end(), word) != particles.end();
    if (!is_particle && u_isupper(first_letter(word)) == 0) return false;
    line = trim(line.substr(word.size()));
  }
  return true;
}

PageDates page_dates(std::string_view line) {
  const std::string folded = fold_page_line(line);
  // Offsets of one fit the other as long as folding changed no sizes; else the line is one date.
  const bool fits = folded.size() == line.size();
  const std::size_t split = fits ? find_updated(folded) : line.size();
  const auto part = [&](std::size_t begin, std::size_t end) {
    const std::string_view words = std::string_view(folded).substr(begin, end - begin);
    const std::size_t label = std::max(published_word_size(words), updated_word_size(words));
    return readable(line.substr(begin, end - begin).substr(fits ? label : 0));
  };
  PageDates dates;
  const bool is_updated = updated_word_size(folded) > 0;
  std::string& first = is_updated ? dates.updated : dates.published;
  first = part(0, split);
  if (split < line.size()) dates.updated = part(split, line.size());
  return dates;
}

std::vector<PageLine> page_lines(std::string_view text) {
  std::vector<PageLine> lines;
  bool gap = true;
  bool label = false;
  for (const std::string_view whole : lines_of(text)) {
    std::string_view line = trim(whole);
    constexpr std::string_view no_break_space = "\xc2\xa0";
    while (line.starts_with(no_break_space)) line = trim(line.substr(no_break_space.size()));
    if (!line.empty()) {
      lines.push_back({.text = line, .folded = fold_page_line(line), .after_gap = gap});
      lines.back().kind = label ? Kind::Caption : kind_of(lines.back());
      label = is_caption_label(lines.back().folded);
      if (label) lines.back().kind = Kind::Furniture;
    }
    gap = line.empty();
  }
  return lines;
}

}  // namespace news
