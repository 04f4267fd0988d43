#include "common/byline_words.h"

#include <algorithm>
#include <array>

namespace news {
namespace {

constexpr std::array by_words{
    "by",     "von",     "par",    "por",   "door",   "di",      "da",      "av",     "af",
    "przez",  "від",     "од",     "autor", "autora", "autorzy", "autores", "auteur", "auteurs",
    "author", "authors", "byline", "автор", "автори", "авторка", "авторы",  "autore", "autori"};

constexpr std::array writers{"reporting",    "report",    "reported",   "reporter",   "writing",
                             "written",      "words",     "story",      "analysis",   "opinion",
                             "review",       "interview", "compiled",   "additional", "commentary",
                             "contributing", "text",      "texte",      "texto",      "testo",
                             "tekst",        "текст",     "mitarbeit",  "bericht",    "propos",
                             "recueillis",   "reportage", "розповідає", "записала",   "записав"};

constexpr std::array others{
    "editing",      "edited",        "editors",       "photograph",     "photographs",
    "photography",  "photographer",  "photos",        "photo",          "pictures",
    "picture",      "images",        "image",         "video",          "videos",
    "illustration", "illustrations", "illustrated",   "graphics",       "graphic",
    "translated",   "translation",   "translating",   "produced",       "production",
    "producing",    "checked",       "fact-checked",  "design",         "designed",
    "fotos",        "foto",          "bild",          "bilder",         "ubersetzung",
    "ubersetzt",    "redaktion",     "photographies", "illustrationen", "traduction",
    "traduit",      "traduzione",    "traduccion",    "zdjecia",        "tlumaczenie",
    "redakcja",     "фото",          "переклад",      "редактор",       "редактура",
    "filmed",       "narrated",      "infografik"};

constexpr std::array and_words{"and", "und",  "et",   "&",   "y",    "e",   "та",  "і",  "й",
                               "и",   "i",    "och",  "og",  "ja",   "ve",  "es",  "si", "ir",
                               "eta", "oraz", "with", "mit", "avec", "con", "plus"};

constexpr std::array aside_words{
    "in",      "on",  "at",   "for",  "from",   "aus",         "en",   "a",
    "у",       "в",   "w",    "z",    "bei",    "fur",         "pour", "para",
    "для",     "из",  "із",   "near", "aboard", "contributed", "also", "voor",
    "special", "per", "dans", "til",  "till",   "из-за",       "from:"};

constexpr std::array agencies{"reuters",
                              "reuter",
                              "thomson reuters",
                              "afp",
                              "agence france-presse",
                              "agence france presse",
                              "ap",
                              "associated press",
                              "the associated press",
                              "dpa",
                              "deutsche presse-agentur",
                              "epd",
                              "kna",
                              "apa",
                              "keystone-sda",
                              "sda",
                              "efe",
                              "agencia efe",
                              "europa press",
                              "ansa",
                              "adnkronos",
                              "lusa",
                              "belga",
                              "anp",
                              "ritzau",
                              "ntb",
                              "tt",
                              "stt",
                              "pap",
                              "ctk",
                              "tasr",
                              "mti",
                              "agerpres",
                              "bta",
                              "hina",
                              "tanjug",
                              "ukrinform",
                              "укрінформ",
                              "unian",
                              "уніан",
                              "interfax",
                              "interfax-ukraine",
                              "інтерфакс-україна",
                              "интерфакс",
                              "tass",
                              "тасс",
                              "xinhua",
                              "kyodo",
                              "kyodo news",
                              "jiji",
                              "yonhap",
                              "pti",
                              "press trust of india",
                              "ians",
                              "ani",
                              "anadolu",
                              "anadolu agency",
                              "press association",
                              "pa media",
                              "pa",
                              "upi",
                              "united press international",
                              "aap",
                              "australian associated press",
                              "canadian press",
                              "the canadian press",
                              "bloomberg",
                              "bloomberg news",
                              "tribune news service"};

constexpr std::array not_persons{"staff",
                                 "admin",
                                 "administrator",
                                 "editor",
                                 "editors",
                                 "editorial",
                                 "newsroom",
                                 "redaktion",
                                 "redaction",
                                 "la redaction",
                                 "redaccion",
                                 "redazione",
                                 "redacao",
                                 "redactie",
                                 "redakcja",
                                 "redaksjonen",
                                 "redaktionen",
                                 "toimitus",
                                 "редакція",
                                 "редакция",
                                 "unknown",
                                 "guest",
                                 "anonymous",
                                 "n/a",
                                 "none",
                                 "null",
                                 "agencies",
                                 "agencias",
                                 "agences",
                                 "agenturen",
                                 "wires",
                                 "wire",
                                 "wire reports",
                                 "news",
                                 "online",
                                 "web",
                                 "webmaster",
                                 "root",
                                 "user",
                                 "default",
                                 "press release",
                                 "sponsored",
                                 "advertorial",
                                 "others",
                                 "other",
                                 "author",
                                 "byline",
                                 "cnn",
                                 "bbc",
                                 "npr",
                                 "dw",
                                 "rfe/rl",
                                 "radio liberty",
                                 "own correspondent",
                                 "a correspondent",
                                 "our correspondent",
                                 "a staff reporter",
                                 "our reporter",
                                 "the",
                                 "our own correspondent",
                                 "reporters",
                                 "correspondents",
                                 "журналіст",
                                 "власкор"};

/// A name of several words that ends so is no person's.
constexpr std::array organisation_ends{
    "staff",      "newsroom",  "desk",      "team",           "agency",    "agencies",
    "news",       "media",     "wire",      "wires",          "service",   "services",
    "board",      "editors",   "reporters", "correspondents", "report",    "reports",
    "network",    "newspaper", "redaktion", "redaction",      "press",     "times",
    "gazette",    "tribune",   "herald",    "magazine",       "institute", "university",
    "foundation", "online",    "tv",        "radio",          "inc",       "ltd",
    "llc",        "gmbh",      "com",       "group",          "writers"};

constexpr std::array role_words{
    "correspondent", "reporter",       "editor",          "columnist",
    "writer",        "journalist",     "analyst",         "contributor",
    "chief",         "producer",       "critic",          "commentator",
    "bureau",        "photographer",   "professor",       "lecturer",
    "director",      "fellow",         "president",       "minister",
    "researcher",    "author",         "specialist",      "anchor",
    "presenter",     "head",           "manager",         "economist",
    "expert",        "korrespondent",  "korrespondentin", "redakteur",
    "redakteurin",   "redaktorin",     "reporterin",      "journalistin",
    "kolumnist",     "kolumnistin",    "autorin",         "leiter",
    "leiterin",      "chefredakteur",  "correspondant",   "correspondante",
    "journaliste",   "envoye",         "envoyee",         "redacteur",
    "redactrice",    "chroniqueur",    "chroniqueuse",    "editorialiste",
    "corresponsal",  "periodista",     "enviado",         "enviada",
    "redactor",      "redactora",      "columnista",      "corrispondente",
    "inviato",       "inviata",        "giornalista",     "correspondente",
    "jornalista",    "redator",        "redatora",        "verslaggever",
    "redacteur",     "journalista",    "korespondent",    "korespondentka",
    "dziennikarz",   "dziennikarka",   "redaktor",        "redaktorka",
    "кореспондент",  "кореспондентка", "журналіст",       "журналістка",
    "редактор",      "редакторка",     "оглядач",         "оглядачка",
    "корреспондент", "журналист",      "журналистка",     "обозреватель",
    "колумніст",     "колумністка",    "muhabir"};

constexpr std::array places{
    "new york",          "los angeles",   "san francisco",    "hong kong",      "new delhi",
    "tel aviv",          "kuala lumpur",  "buenos aires",     "rio de janeiro", "sao paulo",
    "mexico city",       "cape town",     "abu dhabi",        "addis ababa",    "st petersburg",
    "saint petersburg",  "san diego",     "las vegas",        "sao tome",       "phnom penh",
    "port-au-prince",    "new orleans",   "the hague",        "den haag",       "la paz",
    "san jose",          "santo domingo", "ho chi minh city", "salt lake city", "st louis",
    "frankfurt am main", "la haye",       "нью йорк",         "new york city"};

constexpr std::array honorifics{"dr",  "prof", "professor", "记者", "記者", "本报记者", "mr",
                                "mrs", "ms",   "mme",       "sir",  "rev",  "hr",       "fr"};
constexpr std::array name_parts{"jr", "sr", "ii", "iii", "iv"};
constexpr std::array degrees{"phd", "ph.d", "md", "m.d", "ma", "mba", "esq", "dds", "rn", "jd"};

template <typename Table>
bool has(const Table& table, std::string_view key) {
  return std::find(table.begin(), table.end(), key) != table.end();
}

/// Calls `holds` for the words of `key` until it holds for one.
template <typename Holds>
bool any_word(std::string_view key, const Holds& holds) {
  while (!key.empty()) {
    const std::size_t end = std::min(key.find_first_of(" -"), key.size());
    if (holds(key.substr(0, end))) return true;
    key.remove_prefix(std::min(end + 1, key.size()));
  }
  return false;
}

/// One agency, or several with hyphens between: afp-dpa.
bool are_agencies(std::string_view key) {
  if (has(agencies, key)) return true;
  const std::size_t hyphen = key.find('-');
  if (hyphen == std::string_view::npos || !has(agencies, key.substr(0, hyphen))) return false;
  for (key.remove_prefix(hyphen); !key.empty();) {
    key.remove_prefix(1);
    const std::size_t end = std::min(key.find('-'), key.size());
    if (!has(agencies, key.substr(0, end))) return false;
    key.remove_prefix(end);
  }
  return true;
}

}  // namespace

bool is_by_word(std::string_view key) { return has(by_words, key); }

std::optional<bool> credits_writer(std::string_view key) {
  if (has(writers, key)) return true;
  if (has(others, key)) return false;
  return std::nullopt;
}

bool is_and_word(std::string_view key) { return has(and_words, key); }
bool begins_aside(std::string_view key) { return has(aside_words, key); }
bool is_news_agency(std::string_view key) { return has(agencies, key); }

bool is_organisation(std::string_view key) {
  if (are_agencies(key) || has(not_persons, key) || key.starts_with("the ")) return true;
  const std::size_t space = key.rfind(' ');
  const std::string_view last = space == std::string_view::npos ? key : key.substr(space + 1);
  return has(organisation_ends, last) || key.starts_with("agence ") ||
         key.starts_with("agencia ") || key.starts_with("university ");
}

bool is_role(std::string_view key) {
  return any_word(key, [](std::string_view word) { return has(role_words, word); });
}

bool is_known_place(std::string_view key) { return has(places, key); }
bool is_honorific(std::string_view key) { return has(honorifics, key); }

std::optional<bool> is_name_suffix(std::string_view key) {
  if (has(name_parts, key)) return true;
  if (has(degrees, key)) return false;
  return std::nullopt;
}

}  // namespace news
