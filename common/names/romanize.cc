#include "common/names/romanize.h"

#include <unicode/translit.h>
#include <unicode/unistr.h>
#include <unicode/uscript.h>

#include <array>
#include <memory>
#include <unordered_map>
#include <vector>

#include "common/analysis/fold.h"
#include "common/error.h"
#include "common/text.h"

namespace news {

namespace {

using Letters = std::unordered_map<UChar32, std::string>;

/// Where ICU's romanisation has one letter and names are written with several, and the alphabets
/// whose short vowels are not written, for which ICU's rules need a vocalised text.
struct OwnLetter {
  UChar32 letter;
  std::string_view latin;
};
constexpr std::array own_letters{
    // Cyrillic: е also stands for ё, which fold() makes of it.
    OwnLetter{U'г', "H"},
    OwnLetter{U'х', "X"},
    OwnLetter{U'е', "C"},
    OwnLetter{U'ь', ""},
    OwnLetter{U'ч', "R"},
    OwnLetter{U'ш', "N"},
    OwnLetter{U'ъ', "_"},
    // Greek
    OwnLetter{U'β', "V"},
    OwnLetter{U'γ', "G"},
    OwnLetter{U'δ', "d"},
    OwnLetter{U'υ', "y"},
    OwnLetter{U'χ', "X"},
    OwnLetter{U'ς', "s"},
    // Armenian: vo only begins a word, and is then not always meant.
    OwnLetter{U'ո', "o"},
    OwnLetter{U'ւ', "U"},
    OwnLetter{U'ե', "C"},
    // Arabic, Persian, Urdu; a non-joiner stands within Persian words.
    OwnLetter{U'\u200c', ""},
    OwnLetter{U'ا', "A"},
    OwnLetter{U'آ', "A"},
    OwnLetter{U'أ', "A"},
    OwnLetter{U'إ', "A"},
    OwnLetter{U'ى', "A"},
    OwnLetter{U'ء', "E"},
    OwnLetter{U'ؤ', "W"},
    OwnLetter{U'ئ', "E"},
    OwnLetter{U'ع', "E"},
    OwnLetter{U'ب', "L"},
    OwnLetter{U'پ', "p"},
    OwnLetter{U'ة', "T"},
    OwnLetter{U'ت', "t"},
    OwnLetter{U'ط', "t"},
    OwnLetter{U'ث', "O"},
    OwnLetter{U'ج', "J"},
    OwnLetter{U'چ', "ch"},
    OwnLetter{U'ح', "h"},
    OwnLetter{U'خ', "X"},
    OwnLetter{U'د', "d"},
    OwnLetter{U'ض', "Z"},
    OwnLetter{U'ذ', "Z"},
    OwnLetter{U'ر', "r"},
    OwnLetter{U'ز', "z"},
    OwnLetter{U'ظ', "`"},
    OwnLetter{U'ژ', "zh"},
    OwnLetter{U'س', "s"},
    OwnLetter{U'ص', "s"},
    OwnLetter{U'ش', "sh"},
    OwnLetter{U'غ', "I"},
    OwnLetter{U'ف', "F"},
    OwnLetter{U'ڤ', "v"},
    OwnLetter{U'ق', "Q"},
    OwnLetter{U'ك', "k"},
    OwnLetter{U'ک', "k"},
    OwnLetter{U'گ', "g"},
    OwnLetter{U'ل', "l"},
    OwnLetter{U'م', "m"},
    OwnLetter{U'ن', "n"},
    OwnLetter{U'ه', "M"},
    OwnLetter{U'و', "W"},
    OwnLetter{U'ي', "Y"},
    OwnLetter{U'ی', "Y"},
    OwnLetter{U'ٹ', "t"},
    OwnLetter{U'ڈ', "d"},
    OwnLetter{U'ڑ', "r"},
    OwnLetter{U'ں', "n"},
    OwnLetter{U'ھ', "M"},
    OwnLetter{U'ہ', "M"},
    OwnLetter{U'ے', "Y"},
    // Azerbaijani
    OwnLetter{U'ə', "a"},
    // Hebrew
    OwnLetter{U'א', "E"},
    OwnLetter{U'ב', "V"},
    OwnLetter{U'ג', "g"},
    OwnLetter{U'ד', "d"},
    OwnLetter{U'ה', "M"},
    OwnLetter{U'ו', "W"},
    OwnLetter{U'ז', "z"},
    OwnLetter{U'ח', "X"},
    OwnLetter{U'ט', "t"},
    OwnLetter{U'י', "Y"},
    OwnLetter{U'כ', "K"},
    OwnLetter{U'ך', "K"},
    OwnLetter{U'ל', "l"},
    OwnLetter{U'מ', "m"},
    OwnLetter{U'ם', "m"},
    OwnLetter{U'נ', "n"},
    OwnLetter{U'ן', "n"},
    OwnLetter{U'ס', "s"},
    OwnLetter{U'ע', "E"},
    OwnLetter{U'פ', "P"},
    OwnLetter{U'ף', "P"},
    OwnLetter{U'צ', "ts"},
    OwnLetter{U'ץ', "ts"},
    OwnLetter{U'ק', "Q"},
    OwnLetter{U'ר', "r"},
    OwnLetter{U'ש', "S"},
    OwnLetter{U'ת', "t"},
};

/// The letters of these blocks are romanised by the first of ICU's transliterators that knows them.
struct Alphabet {
  UChar32 first, last;
  std::array<const char*, 5> transliterators;
};
constexpr std::array alphabets{
    Alphabet{0x430,
             0x45f,
             {"Russian-Latin/BGN", "Ukrainian-Latin/BGN", "Belarusian-Latin/BGN",
              "Macedonian-Latin/BGN", "Serbian-Latin/BGN"}},
    Alphabet{0x490, 0x4ff, {"Ukrainian-Latin/BGN", "Kazakh-Latin/BGN"}},
    Alphabet{0x3b1, 0x3c9, {"Greek-Latin/BGN"}},
    Alphabet{0x10d0, 0x10f0, {"Georgian-Latin/BGN"}},
    Alphabet{0x561, 0x586, {"Armenian-Latin/BGN"}},
};

/// The letters from a to z of what a transliterator gives.
std::string plain_latin(const icu::UnicodeString& text) {
  std::string utf8;
  text.toUTF8String(utf8);
  std::string plain;
  for (const char c : fold(utf8)) {
    if (c >= 'a' && c <= 'z') plain += c;
  }
  return plain;
}

void add_letters(const Alphabet& alphabet, const char* id, Letters& letters) {
  UErrorCode status = U_ZERO_ERROR;
  const std::unique_ptr<icu::Transliterator> to_latin(
      icu::Transliterator::createInstance(id, UTRANS_FORWARD, status));
  if (U_FAILURE(status) != 0) {
    throw Error("ICU has no transliterator " + std::string(id), "reinstall the package libicu72");
  }
  for (UChar32 letter = alphabet.first; letter <= alphabet.last; ++letter) {
    icu::UnicodeString text(letter);
    to_latin->transliterate(text);
    const std::string latin = plain_latin(text);
    if (!latin.empty()) letters.try_emplace(letter, latin);
  }
}

Letters make_letters() {
  Letters letters;
  for (char c = 'a'; c <= 'z'; ++c) letters.emplace(c, std::string(1, c));
  for (const OwnLetter& own : own_letters) letters.emplace(own.letter, own.latin);
  for (const Alphabet& alphabet : alphabets) {
    for (const char* id : alphabet.transliterators) {
      if (id != nullptr) add_letters(alphabet, id, letters);
    }
  }
  return letters;
}

/// Pairs of letters that are one sound, by their romanised letters.
struct Pair {
  std::string_view letters, sound;
};
constexpr std::array greek_pairs{
    Pair{"oy", "u"},  Pair{"ei", "i"},  Pair{"oi", "i"},  Pair{"ai", "e"},
    Pair{"ay", "aU"}, Pair{"ey", "eU"}, Pair{"nt", "D"},  Pair{"mp", "B"},
    Pair{"Gk", "g"},  Pair{"GG", "ng"}, Pair{"GX", "nX"},
};

std::string join_greek(const std::string& letters) {
  std::string joined;
  for (std::size_t i = 0; i < letters.size();) {
    std::string_view sound;
    for (const Pair& pair : greek_pairs) {
      const std::string_view rest = std::string_view(letters).substr(i);
      if (rest.starts_with(pair.letters) && !rest.starts_with("ntz")) sound = pair.sound;
    }
    joined += sound.empty() ? std::string_view(letters).substr(i, 1) : sound;
    i += sound.empty() ? 1 : 2;
  }
  return joined;
}

/// In Armenian, u is written with two letters.
void join_armenian(std::string& letters) {
  for (std::size_t i = letters.find("oU"); i != std::string::npos; i = letters.find("oU", i)) {
    letters.replace(i, 2, "u");
  }
}

/// Persian and Ukrainian names have letters of Arabic and of Latin names, so the first decides.
UScriptCode script_of(std::string_view form) {
  UErrorCode status = U_ZERO_ERROR;
  std::size_t at = 0;
  return uscript_getScript(next_character(form, at), &status);
}

std::string latin_letters(std::string_view form) {
  for (const char c : form) {
    if (c < 'a' || c > 'z') return {};
  }
  return std::string(form);
}

/// Names of other languages have an ending: პუტინი is Putin.
void mark_georgian_ending(std::string& letters) {
  if (letters.ends_with('i') && !letters.ends_with("shvili")) letters.back() = '^';
}

/// The article is written as a part of the word.
void mark_article(std::string& letters) {
  constexpr std::size_t least_after = 3;
  if (letters.starts_with("Al") && letters.size() >= 2 + least_after) letters.replace(0, 2, "@");
}

}  // namespace

Romanized romanize(std::string_view form) {
  if (form.empty()) return {};
  if (static_cast<unsigned char>(form.front()) < 0x80) return {.text = latin_letters(form)};
  static const Letters letters = make_letters();
  Romanized result;
  for (std::size_t i = 0; i < form.size();) {
    const auto known = letters.find(next_character(form, i));
    if (known == letters.end()) return {};
    result.text += known->second;
  }
  const UScriptCode script = script_of(form);
  if (script != USCRIPT_LATIN) result.script = Script::Other;
  switch (script) {
    case USCRIPT_CYRILLIC:
      result.script = Script::Cyrillic;
      break;
    case USCRIPT_GREEK:
      result.text = join_greek(result.text);
      break;
    case USCRIPT_GEORGIAN:
      mark_georgian_ending(result.text);
      break;
    case USCRIPT_ARMENIAN:
      join_armenian(result.text);
      break;
    case USCRIPT_ARABIC:
      mark_article(result.text);
      [[fallthrough]];
    case USCRIPT_HEBREW:
      result.vowelless = true;
      break;
    default:
      break;
  }
  return result;
}

}  // namespace news
