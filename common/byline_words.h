#pragma once

#include <optional>
#include <string_view>

namespace news {

/// What words mean in bylines; all words are keys (fold_key, without a dot at the end). All may be
/// called from several threads.

/// `by` in the languages of newsrooms: by, von, par, por, door, від.
bool is_by_word(std::string_view key);

/// Whether a word before `by` or a colon credits a writer (true: reporting, text) or somebody else
/// (false: editing, photos). Nothing for a word that is no credit.
std::optional<bool> credits_writer(std::string_view key);

/// `and` between names; the ones of one letter are only meant in small letters.
bool is_and_word(std::string_view key);

/// Begins what is said about a name: a place, an employer.
bool begins_aside(std::string_view key);

/// Several words, none of which names a person: an agency, a newspaper, "staff", "newsroom".
bool is_organisation(std::string_view key);

/// Only the names of news agencies ("reuters", "associated press").
bool is_news_agency(std::string_view key);

/// Several words that say what somebody does: "chief political correspondent".
bool is_role(std::string_view key);

/// A place of more than one word that stands in bylines: "new york".
bool is_known_place(std::string_view key);

/// A title before a name: dr, prof.
bool is_honorific(std::string_view key);

/// What follows a name after a comma: true for what is part of it (jr), false for a degree (phd).
std::optional<bool> is_name_suffix(std::string_view key);

}  // namespace news
