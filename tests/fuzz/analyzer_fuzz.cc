#include <algorithm>
#include <cstddef>
#include <cstdint>
#include <string>
#include <string_view>

#include "common/analysis/analyzer.h"
#include "common/analysis/fold.h"
#include "common/text.h"

// The first line is the language, the rest the text.
extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
  using namespace news;
  static Analyzer analyzer;
  const std::string input = repair_utf8({reinterpret_cast<const char*>(data), size});
  const std::size_t line = std::min(input.find('\n'), input.size());
  const std::string language = input.substr(0, line);
  const std::string_view text = std::string_view(input).substr(std::min(line + 1, input.size()));
  for (const Token& token : analyzer.analyze(text, language)) {
    if (token.form.empty() || token.stem.empty() || token.form.size() > 60) __builtin_trap();
    if (find_invalid_utf8(token.form)) __builtin_trap();
    if (token.position == 0 || token.begin >= token.end || token.end > text.size()) {
      __builtin_trap();
    }
  }
  const std::string folded = fold(text);
  if (fold(folded) != folded) __builtin_trap();
  return 0;
}
