#include "indexer/html/phrases.h"

#include <algorithm>
#include <array>
#include <string>

#include "common/analysis/fold.h"

namespace news::html {
namespace {

using namespace std::string_view_literals;

// Folded: without case and diacritics.
constexpr std::array beginnings{"read more"sv,
                                "also read"sv,
                                "read also"sv,
                                "read next"sv,
                                "read:"sv,
                                "see also"sv,
                                "related:"sv,
                                "related article"sv,
                                "related stor"sv,
                                "more:"sv,
                                "more from"sv,
                                "more on this"sv,
                                "recommended"sv,
                                "sign up"sv,
                                "subscribe to"sv,
                                "subscribe now"sv,
                                "advertisement"sv,
                                "follow us"sv,
                                "share this"sv,
                                "click here to subscribe"sv,
                                "get our newsletter"sv,
                                "story continues below"sv,
                                "article continues"sv,
                                "don't miss"sv,
                                "don’t miss"sv,
                                "watch:"sv,
                                "listen:"sv,
                                "all rights reserved"sv,
                                "lesen sie auch"sv,
                                "lesen sie mehr"sv,
                                "mehr zum thema"sv,
                                "auch interessant"sv,
                                "anzeige"sv,
                                "lire aussi"sv,
                                "a lire aussi"sv,
                                "lire la suite"sv,
                                "publicite"sv,
                                "lea tambien"sv,
                                "lea mas"sv,
                                "leer mas"sv,
                                "te puede interesar"sv,
                                "publicidad"sv,
                                "leia tambem"sv,
                                "leia mais"sv,
                                "saiba mais"sv,
                                "leggi anche"sv,
                                "pubblicita"sv,
                                "lees ook"sv,
                                "lees verder"sv,
                                "advertentie"sv,
                                "czytaj tez"sv,
                                "czytaj takze"sv,
                                "zobacz takze"sv,
                                "reklama"sv,
                                "las ocksa"sv,
                                "les ogsa"sv,
                                "laes ogsa"sv,
                                "lue myos"sv,
                                "читайте также"sv,
                                "читайте також"sv,
                                "смотрите также"sv,
                                "дивіться також"sv,
                                "реклама"sv,
                                "подписывайтесь"sv,
                                "підписуйтесь"sv};
constexpr std::array other_articles{"more stories"sv,   "more from"sv,
                                    "more on"sv,        "more great"sv,
                                    "more news"sv,      "related"sv,
                                    "you may also"sv,   "you might also"sv,
                                    "read next"sv,      "up next"sv,
                                    "recommended"sv,    "most read"sv,
                                    "most popular"sv,   "trending"sv,
                                    "latest"sv,         "top stories"sv,
                                    "also on"sv,        "comments"sv,
                                    "leave a"sv,        "about the author"sv,
                                    "mehr zum thema"sv, "das konnte sie"sv,
                                    "meistgelesen"sv,   "a lire aussi"sv,
                                    "sur le meme"sv,    "te puede interesar"sv,
                                    "mas noticias"sv,   "noticias relacionadas"sv,
                                    "leia tambem"sv,    "veja tambem"sv,
                                    "leggi anche"sv,    "lees ook"sv,
                                    "czytaj takze"sv,   "zobacz takze"sv,
                                    "читайте также"sv,  "читайте також"sv,
                                    "share this"sv,     "sign up"sv,
                                    "newsletter"sv,     "kommentare"sv,
                                    "commentaires"sv,   "comentarios"sv,
                                    "komentarze"sv};

template <class Phrases>
bool begins_with_any(std::string_view text, const Phrases& phrases) {
  const std::string folded = fold(text.substr(0, 64));
  return std::any_of(phrases.begin(), phrases.end(),
                     [&](std::string_view phrase) { return folded.starts_with(phrase); });
}

}  // namespace

bool is_stock_phrase(std::string_view text) { return begins_with_any(text, beginnings); }

bool heads_other_articles(std::string_view text) { return begins_with_any(text, other_articles); }

}  // namespace news::html
