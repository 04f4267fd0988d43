#pragma once

#include <cstdint>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "common/analysis/analyzer.h"
#include "common/word_order.h"
#include "indexer/name_keys.h"
#include "indexer/term_table.h"

namespace news {

/// The forms of words that some articles of one language have, and the terms that each stands for,
/// which are made once for all of these articles. For one thread.
class WordForms {
 public:
  static constexpr std::uint32_t none = ~0U;

  struct Form {
    std::uint32_t stem;   ///< A place among the terms.
    std::uint32_t exact;  ///< That of the very form; none where it is its own stem.
    OrderedTerm ordered;  ///< The stem.
  };

  /// What is referred to must outlive it.
  WordForms(std::string_view language, Analyzer& analyzer, NameKeys& keys, TermTable& terms)
      : language_(language), analyzer_(analyzer), keys_(keys), terms_(terms) {}

  /// The number of a folded word, from 0 on.
  std::uint32_t number_of(const std::string& form);
  /// Says that it will be asked for soon.
  void expect(const std::string& form) const { forms_.expect(form); }
  const Form& operator[](std::uint32_t number) const { return made_[number].form; }
  std::string_view text(std::uint32_t number) const { return forms_[number]; }

  /// Places among the terms: what says of a stem that it nowhere stands as it is.
  std::uint32_t never_bare(std::uint32_t number);
  /// What a form is found by as a name; none if it cannot be one.
  std::uint32_t name(std::uint32_t number);

 private:
  struct Made {
    Form form;
    std::optional<std::uint32_t> never_bare;
    std::optional<std::uint32_t> name;
  };

  std::string language_;
  Analyzer& analyzer_;
  NameKeys& keys_;
  TermTable& terms_;
  TermTable forms_;
  std::vector<Made> made_;  // by number
};

}  // namespace news
