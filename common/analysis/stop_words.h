#pragma once

#include <string_view>

namespace news {

/// Whether a folded word of that language (without region) is one of its function words: articles,
/// pronouns, prepositions, conjunctions, auxiliaries. False in languages we have no list for.
bool is_function_word(std::string_view form, std::string_view language);

}  // namespace news
