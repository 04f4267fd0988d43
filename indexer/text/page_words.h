#pragma once

#include <string>
#include <string_view>

namespace news {

/// Words that news sites put around an article, in English, German, French, Spanish, Italian,
/// Portuguese, Polish, Ukrainian and Russian. Every function takes a trimmed line.

/// Lower case of any script, with typographic quotes and spaces as plain ones.
std::string fold_page_line(std::string_view line);

/// The line is a button, a link or a label and no text: "Share", "Show more", "3 comments".
bool is_page_furniture(std::string_view folded);
/// It begins a box that asks to sign up or to pay: "Sign up for our newsletter".
bool begins_sign_up(std::string_view folded);
/// It stands under or over links to other articles: "Read also", "Article image".
bool marks_teaser(std::string_view folded);
/// Behind it nothing of the article follows but its author's box: "Most read", "Comments".
bool ends_page(std::string_view folded);
/// "Avatar", "About the author": the author's box follows.
bool begins_author_box(std::string_view folded);
/// "2 min read", "Lesedauer: 3 Minuten".
bool is_reading_time(std::string_view folded);
/// It names what somebody does: "News Editor", "Diplomatic correspondent", "Redakteurin".
bool is_page_role(std::string_view folded);

/// How many bytes of the line are words such as "By " and "Von "; 0 if it begins with none.
std::size_t by_word_size(std::string_view folded);
/// The same for "Published ", "Veröffentlicht am ", "Publié le ".
std::size_t published_word_size(std::string_view folded);
/// And for "Updated ", "Aktualisiert am ", "Mis à jour le ".
std::size_t updated_word_size(std::string_view folded);
/// And for "Photo: ", "Illustrative image: ", "Bild: ".
std::size_t caption_word_size(std::string_view folded);
/// And for "Tags: ", "Topics: ", "Themen: ".
std::size_t tags_word_size(std::string_view folded);
/// "This article was amended on ...", "Correction: ...".
bool begins_correction(std::string_view folded);

}  // namespace news
