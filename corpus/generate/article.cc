#include "corpus/generate/article.h"

#include <fmt/format.h>

#include <chrono>
#include <iterator>

namespace generate {

namespace {

void append_escaped(std::string_view text, std::string& out) {
  for (std::size_t end = text.find('\n'); end != text.npos; end = text.find('\n')) {
    out += text.substr(0, end);
    out += "\\n";
    text.remove_prefix(end + 1);
  }
  out += text;
}

void append_field(std::string_view name, std::string_view value, std::string& out) {
  if (value.empty()) return;
  out += ",\"";
  out += name;
  out += "\":\"";
  append_escaped(value, out);
  out += '"';
}

template <typename Values>
void append_list(std::string_view name, const Values& values, std::string& out) {
  if (values.empty()) return;
  out += ",\"";
  out += name;
  out += "\":[";
  for (const auto& value : values) {
    out += '"';
    out += value;
    out += "\",";
  }
  out.back() = ']';
}

std::string print_day(Instant instant) {
  const std::chrono::sys_seconds moment{std::chrono::seconds(instant)};
  const std::chrono::year_month_day day(std::chrono::floor<std::chrono::days>(moment));
  return fmt::format("{:04}-{:02}-{:02}", static_cast<int>(day.year()),
                     static_cast<unsigned>(day.month()), static_cast<unsigned>(day.day()));
}

std::string print_moment(Instant instant, int offset) {
  const Instant local = instant + Instant{3600} * offset;
  const Instant second = local % 86'400;
  return fmt::format("{}T{:02}:{:02}:{:02}{}", print_day(local), second / 3600, second / 60 % 60,
                     second % 60, offset == 0 ? "Z" : fmt::format("{:+03}:00", offset));
}

}  // namespace

void append_line(const Article& article, std::string& out) {
  fmt::format_to(std::back_inserter(out), R"({{"id":"{}")", article.id);
  append_field("url", article.url, out);
  append_field("title", article.title, out);
  append_field("standfirst", article.standfirst, out);
  append_field("body", article.body, out);
  append_list("authors", article.authors, out);
  append_field("published",
               article.day_only ? print_day(article.published)
                                : print_moment(article.published, article.offset),
               out);
  if (article.updated != 0) {
    append_field("updated", print_moment(article.updated, article.offset), out);
  }
  append_list("countries", article.countries, out);
  append_field("section", article.section, out);
  append_field("source", article.source_name, out);
  append_field("language", "en", out);
  append_list("tags", article.tags, out);
  append_field("dateline", article.dateline, out);
  append_field("copy_of", article.copy_of, out);
  out += "}\n";
}

}  // namespace generate
