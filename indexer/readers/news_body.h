#pragma once

#include <string>
#include <string_view>

#include "indexer/source_article.h"
#include "indexer/xml_elements.h"

namespace news {

/// The text of an article in (X)HTML as agencies send it, without the headline over it, pictures
/// and their captions.
std::string html_body(const XmlNode* html, std::string_view headline);
std::string html_body(const std::string& html, std::string_view headline);

/// The first picture of such HTML, with its caption and credit; its address is as it stands.
Image html_picture(const XmlNode* html);

/// Whether a note to editors says that the article corrects an earlier one.
bool is_correction(std::string_view note);

/// Tells the article what a note to editors says: a correction, or something to keep.
void take_note(const std::string& note, SourceArticle& article);

/// Adds an extra field unless it is empty.
void keep(const char* name, std::string value, SourceArticle& article);

}  // namespace news
