#include "corpus/generate/query_log.h"

#include <fmt/format.h>

#include <iterator>

#include "corpus/generate/query_writer.h"

namespace generate {

namespace {

constexpr std::uint64_t stream = 6;

/// The shares are an assumption, not a count: see README.md.
constexpr QueryKind kinds[] = {
    {"name", 20},  {"place", 7},  {"one-word", 13}, {"two-words", 18}, {"several-words", 10},
    {"common", 2}, {"phrase", 8}, {"filter", 12},   {"dates", 8},      {"wildcard", 2},
};
constexpr void (QueryWriter::*writers[])() = {
    &QueryWriter::name,      &QueryWriter::place,         &QueryWriter::one_word,
    &QueryWriter::two_words, &QueryWriter::several_words, &QueryWriter::common_words,
    &QueryWriter::phrase,    &QueryWriter::filter,        &QueryWriter::dates,
    &QueryWriter::wildcard,
};
static_assert(std::size(kinds) == std::size(writers));

std::size_t kind_of(std::uint64_t number) {
  // 37 and 100 have no common divisor, so a hundred numbers meet each of the hundred places.
  auto place = static_cast<std::uint32_t>(number * 37 % 100);
  std::size_t kind = 0;
  while (place >= kinds[kind].share) place -= kinds[kind++].share;
  return kind;
}

}  // namespace

std::span<const QueryKind> query_kinds() { return kinds; }

QueryLog::QueryLog(const ArchiveOptions& archive) : options_(archive), world_(archive) {}

Query QueryLog::query(std::uint64_t number) const {
  Random random(options_.seed, stream, number);
  const std::size_t kind = kind_of(number);
  QueryWriter writer(world_, random);
  (writer.*writers[kind])();
  Query query = writer.finish();
  query.kind = kinds[kind].name;
  return query;
}

void append_line(std::uint64_t number, const Query& query, std::string& out) {
  fmt::format_to(std::back_inserter(out), "q{:06}\t{}\t{}\t{}\t{}\t{}\t{}\t{}\t{}\t{}\n",
                 number + 1, query.kind, query.q, query.words, query.from, query.to, query.country,
                 query.section, query.author, query.parameters);
}

}  // namespace generate
