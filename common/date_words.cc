#include "common/date_words.h"

#include <unicode/dtfmtsym.h>
#include <unicode/locid.h>
#include <unicode/unistr.h>

#include <algorithm>
#include <array>
#include <map>
#include <set>
#include <string>

#include "common/analysis/stemmer.h"
#include "common/date_tokens.h"
#include "common/error.h"

namespace news {
namespace {

/// Locales whose names are known, those of one language one after the other: the languages of the
/// stemmers, other large ones, and regions that have words of their own.
constexpr std::array locales{
    "en", "en-GB", "en-AU", "en-CA", "ar", "ar-SY", "ar-DZ", "ar-MA", "ar-TN", "ca",    "da",
    "de", "de-AT", "es",    "es-MX", "eu", "fi",    "fr",    "fr-CA", "ga",    "hu",    "hy",
    "id", "it",    "lt",    "nb",    "ne", "nl",    "nn",    "no",    "pt",    "pt-PT", "ro",
    "ru", "sv",    "ta",    "tr",    "uk", "pl",    "be",    "bg",    "cs",    "el",    "et",
    "fa", "he",    "hi",    "hr",    "is", "ja",    "ka",    "ko",    "lv",    "mk",    "ms",
    "sk", "sl",    "sq",    "sr",    "th", "zh",    "af",    "az",    "gl",    "kk",    "bs"};

/// Of, the, in the year, at, and endings of ordinals and cases. A word of one character is a filler
/// as well.
constexpr std::array fillers{
    "of",   "on",   "at",   "the",     "st",     "nd",     "rd",    "th",     "hrs",  "local",
    "time", "der",  "den",  "dem",     "am",     "im",     "um",    "uhr",    "de",   "del",
    "la",   "las",  "el",   "los",     "dos",    "do",     "da",    "as",     "ao",   "aos",
    "em",   "en",   "le",   "er",      "eme",    "du",     "heure", "heures", "hora", "horas",
    "di",   "il",   "dell", "del",     "alle",   "ore",    "ora",   "als",    "les",  "op",
    "om",   "uur",  "ste",  "kl",      "klo",    "kello",  "och",   "og",     "ko",   "eko",
    "eta",  "roku", "godz", "godzina", "року",   "рік",    "го",    "року",   "год",  "ого",
    "года", "году", "гг",   "об",      "metu",   "dienos", "val",   "orele",  "saat", "pukul",
    "wib",  "yil",  "an",   "թվականի", "saatte", "बजे",     "गते",    "الساعة", "في",   "من",
    "عام"};

/// What is said to have happened then.
constexpr std::array labels{"publish",      "published",      "publication",    "pub",
                            "posted",       "post",           "updated",        "update",
                            "last",         "modified",       "first",          "created",
                            "date",         "dated",          "issued",         "released",
                            "edited",       "revised",        "erstellt",       "aktualisiert",
                            "erschienen",   "veroffentlicht", "zuletzt",        "geandert",
                            "stand",        "publie",         "publiee",        "mis",
                            "mise",         "jour",           "modifie",        "modifiee",
                            "cree",         "publicado",      "publicada",      "actualizado",
                            "actualizada",  "fecha",          "atualizado",     "atualizada",
                            "modificado",   "pubblicato",     "pubblicata",     "aggiornato",
                            "ultimo",       "aggiornamento",  "modifica",       "gepubliceerd",
                            "bijgewerkt",   "laatst",         "geplaatst",      "publicerad",
                            "publicerades", "uppdaterad",     "uppdaterades",   "senast",
                            "publisert",    "oppdatert",      "sist",           "udgivet",
                            "opdateret",    "julkaistu",      "offentliggjort", "paivitetty",
                            "опубліковано", "оновлено",       "дата",           "публікації",
                            "опубликовано", "обновлено",      "публикации",     "opublikowano",
                            "aktualizacja", "dodano",         "zaktualizowano", "data",
                            "publikacji",   "publicat",       "actualitzat",    "actualizat",
                            "kozzeteve",    "megjelent",      "frissitve",      "yayinlanma",
                            "yayinlandi",   "guncelleme",     "guncellendi",    "tarihi",
                            "diterbitkan",  "diperbarui",     "paskelbta",      "atnaujinta",
                            "argitaratua",  "eguneratua",     "foilsithe",      "نشر",
                            "النشر",        "تحديث",          "تاريخ",          "प्रकाशित",
                            "입력",         "수정",           "更新",           "公開",
                            "发布",         "发布时间",       "公開日",         "更新日"};

constexpr std::array before_times{"at",    "kl",   "klo",  "kello", "um", "ore", "ora", "alle",
                                  "orele", "godz", "saat", "pukul", "om", "o",   "as",  "u"};

constexpr std::array hour_units{"h",   "hs",  "hrs", "uhr", "uur", "u",  "heures", "heure", "horas",
                                "val", "год", "ч",   "时",  "時",  "点", "點",     "시"};

/// What turns a month's name into a case that ICU does not give.
struct Suffix {
  std::string_view language, ending;
};
constexpr std::array suffixes{Suffix{"eu", "ren"}, Suffix{"eu", "k"},   Suffix{"eu", "n"},
                              Suffix{"hu", "i"},   Suffix{"hu", "ban"}, Suffix{"hu", "ben"},
                              Suffix{"fi", "n"},   Suffix{"tr", "da"},  Suffix{"tr", "ta"},
                              Suffix{"et", "l"},   Suffix{"ga", "h"}};

constexpr std::size_t shortest_abbreviation = 3;

template <typename Table>
bool has(const Table& table, std::string_view word) {
  return std::find(table.begin(), table.end(), word) != table.end();
}

bool is_one_character(std::string_view utf8) {
  return std::count_if(utf8.begin(), utf8.end(), [](char c) { return (c & 0xc0) != 0x80; }) == 1;
}

using Months = std::map<std::string, unsigned, std::less<>>;

/// A name as words are looked up: folded, without fillers ("de maig" is maig); empty for one that
/// has digits in it.
std::string key_of(const icu::UnicodeString& name) {
  std::string utf8, key;
  name.toUTF8String(utf8);
  for (const DateToken& token : date_tokens(utf8)) {
    if (token.is_number()) return {};
    if (!token.is_word() || is_date_filler(token.text)) continue;
    key += key.empty() ? token.text : ' ' + token.text;
  }
  return key;
}

constexpr std::array contexts{icu::DateFormatSymbols::FORMAT, icu::DateFormatSymbols::STANDALONE};
constexpr std::array widths{icu::DateFormatSymbols::WIDE, icu::DateFormatSymbols::ABBREVIATED};

/// Calls `use(index, name)` for every name that `names` (getMonths, getWeekdays) gives.
template <typename Names, typename Use>
void each_name(const char* locale, const Names& names, const Use& use) {
  UErrorCode status = U_ZERO_ERROR;
  const icu::DateFormatSymbols symbols(icu::Locale::forLanguageTag(locale, status), status);
  if (U_FAILURE(status) != 0) throw Error("ICU has no names of months", "reinstall libicu72");
  for (const auto context : contexts) {
    for (const auto width : widths) {
      std::int32_t count = 0;
      const icu::UnicodeString* found = (symbols.*names)(count, context, width);
      for (std::int32_t i = 0; i < count; ++i) use(static_cast<unsigned>(i), key_of(found[i]));
    }
  }
}

/// Every name of a month: by language, and of all languages together.
struct MonthNames {
  std::map<std::string, Months, std::less<>> by_language;
  Months all;  // 0 where languages do not agree
};

MonthNames read_month_names() {
  MonthNames names;
  const auto getter = static_cast<const icu::UnicodeString* (
      icu::DateFormatSymbols::*)(std::int32_t&, icu::DateFormatSymbols::DtContextType,
                                 icu::DateFormatSymbols::DtWidthType) const>(
      &icu::DateFormatSymbols::getMonths);
  for (const char* locale : locales) {
    Months& months = names.by_language[base_language(locale)];
    each_name(locale, getter, [&](unsigned index, const std::string& name) {
      if (name.empty()) return;
      months.emplace(name, index + 1);
      const auto [found, is_new] = names.all.emplace(name, index + 1);
      if (!is_new && found->second != index + 1) found->second = 0;
    });
  }
  return names;
}

const MonthNames& month_names() {
  static const MonthNames names = read_month_names();
  return names;
}

std::set<std::string, std::less<>> read_weekday_names() {
  std::set<std::string, std::less<>> names;
  const auto getter = static_cast<const icu::UnicodeString* (
      icu::DateFormatSymbols::*)(std::int32_t&, icu::DateFormatSymbols::DtContextType,
                                 icu::DateFormatSymbols::DtWidthType) const>(
      &icu::DateFormatSymbols::getWeekdays);
  for (const char* locale : locales) {
    each_name(locale, getter, [&](unsigned, const std::string& name) {
      if (!name.empty()) names.insert(name);
    });
  }
  return names;
}

std::optional<unsigned> find_exact(const Months& months, std::string_view word) {
  const auto found = months.find(word);
  if (found == months.end() || found->second == 0) return std::nullopt;
  return found->second;
}

/// The month whose name alone begins so: "Febr", "sept".
std::optional<unsigned> find_abbreviated(const Months& months, std::string_view word) {
  if (word.size() < shortest_abbreviation) return std::nullopt;
  std::optional<unsigned> month;
  for (auto name = months.lower_bound(word); name != months.end(); ++name) {
    if (!name->first.starts_with(word)) break;
    if (month && *month != name->second) return std::nullopt;
    month = name->second;
  }
  return month;
}

std::optional<unsigned> find_inflected(const Months& months, std::string_view word,
                                       std::string_view language) {
  for (const Suffix& suffix : suffixes) {
    if (!language.empty() && suffix.language != language) continue;
    if (!word.ends_with(suffix.ending)) continue;
    const auto month = find_exact(months, word.substr(0, word.size() - suffix.ending.size()));
    if (month) return month;
  }
  return std::nullopt;
}

}  // namespace

std::optional<unsigned> month_named(std::string_view word, std::string_view language) {
  const MonthNames& names = month_names();
  const std::string base = base_language(language);
  const auto own = names.by_language.find(base);
  const Months& first = own == names.by_language.end() ? names.all : own->second;
  const Months& english = names.by_language.find("en")->second;
  if (const auto month = find_exact(first, word)) return month;
  if (const auto month = find_exact(english, word)) return month;
  if (const auto month = find_exact(names.all, word)) return month;
  if (const auto month = find_inflected(first, word, base)) return month;
  if (own != names.by_language.end()) {
    if (const auto month = find_abbreviated(first, word)) return month;
  }
  return find_abbreviated(english, word);
}

bool is_weekday_name(std::string_view word) {
  static const std::set<std::string, std::less<>> names = read_weekday_names();
  return names.contains(word);
}

bool is_date_filler(std::string_view word) { return has(fillers, word) || is_one_character(word); }
bool is_date_label(std::string_view word) { return has(labels, word); }
bool announces_time(std::string_view word) { return has(before_times, word); }
bool is_hour_unit(std::string_view word) { return has(hour_units, word); }

std::optional<bool> half_of_day(std::string_view word) {
  constexpr std::array first{"am", "上午", "午前", "오전", "ص"};
  constexpr std::array second{"pm", "下午", "午後", "오후", "م"};
  if (has(first, word)) return false;
  if (has(second, word)) return true;
  return std::nullopt;
}

bool has_month_first(std::string_view language) {
  if (base_language(language) != "en") return false;
  const std::size_t region = language.find_first_of("-_");
  if (region == std::string_view::npos) return true;
  const std::string_view rest = language.substr(region + 1);
  return rest == "US" || rest == "us";
}

}  // namespace news
