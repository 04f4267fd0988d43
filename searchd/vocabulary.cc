#include "searchd/vocabulary.h"

#include <fmt/format.h>
#include <xapian.h>

#include "common/analysis/analyzer.h"
#include "common/error.h"
#include "searchd/lexicon_reader.h"

namespace news {

Vocabulary load_vocabulary(const IndexFolder& index, const Snapshot& snapshot) {
  const auto open = [&] { return index.open(snapshot.generation(), snapshot.files()); };
  try {
    Analyzer analyzer;
    return {
        .generation = snapshot.generation(),
        .lexicon = read_lexicon(open),
        .completions = Completions::load(snapshot.columns(), snapshot.totals(), open, analyzer)};
  } catch (const Xapian::Error& error) {
    throw Error(fmt::format("{}: {}", index.path().string(), error.get_description()),
                "check it with: newsindex check");
  }
}

}  // namespace news
