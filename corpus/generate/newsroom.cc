#include "corpus/generate/newsroom.h"

#include <algorithm>
#include <array>
#include <cctype>
#include <string_view>

#include "corpus/generate/alias_table.h"
#include "corpus/generate/english.h"

namespace generate {

namespace {

constexpr std::array<std::string_view, 12> towns{"Northport", "Meridian",  "Harbour",   "Capital",
                                                 "Riverside", "Eastfield", "Highland",  "Lakeview",
                                                 "Central",   "Coastal",   "Kingsford", "Westmark"};
constexpr std::array<std::string_view, 10> papers{"Times",   "Post",    "Courier", "Herald",
                                                  "Gazette", "Tribune", "Monitor", "Chronicle",
                                                  "News",    "Mail"};
constexpr std::array<int, 8> offsets{0, -5, 1, 0, 2, -8, 0, 8};

std::vector<Source> make_sources() {
  std::vector<Source> sources;
  for (std::size_t i = 0; i < towns.size() * papers.size(); ++i) {
    Source source;
    source.name = towns[i % towns.size()];
    source.name += ' ';
    source.name += papers[i * 7 / towns.size() % papers.size()];
    for (const char c : source.name) {
      if (c != ' ') source.domain += static_cast<char>(std::tolower(static_cast<unsigned char>(c)));
    }
    source.domain += ".example";
    source.offset = offsets[i % offsets.size()];
    sources.push_back(std::move(source));
  }
  return sources;
}

AliasTable section_law() {
  std::vector<double> weights;
  for (const Section& section : sections()) weights.push_back(section.weight);
  return AliasTable(weights);
}

}  // namespace

Newsroom::Newsroom(const People& people)
    : sources_(make_sources()),
      source_law_(static_cast<std::uint32_t>(sources_.size()), 1, 2),
      author_law_(5'000, 1, 10) {
  const AliasTable sections_of_authors = section_law();
  Random random(20, 0, 0);
  for (std::string& name : author_names(people)) {
    const std::size_t source = source_law_.draw(random);
    authors_.push_back({std::move(name), source, sections_of_authors.draw(random)});
  }
}

std::size_t Newsroom::draw_author(std::size_t section, Random& random) const {
  std::size_t author = author_law_.draw(random);
  for (int tries = 0; tries < 4 && authors_[author].section != section; ++tries) {
    author = author_law_.draw(random);
  }
  return author;
}

}  // namespace generate
