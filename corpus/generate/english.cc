#include "corpus/generate/english.h"

#include <algorithm>

namespace generate {

namespace {

constexpr WordClass determiner = WordClass::Determiner;

/// Rounded; in the order and about the size that counts of English newspapers have.
constexpr FunctionWord function_word_table[] = {
    {"the", 600, determiner},
    {"of", 270},
    {"to", 265},
    {"and", 245},
    {"a", 230, determiner},
    {"in", 215},
    {"that", 95},
    {"for", 95},
    {"is", 85},
    {"on", 75},
    {"was", 75},
    {"it", 68},
    {"with", 65},
    {"he", 65},
    {"as", 58},
    {"at", 55},
    {"by", 55},
    {"be", 50},
    {"are", 46},
    {"have", 45},
    {"but", 45},
    {"from", 45},
    {"has", 42},
    {"his", 42, determiner},
    {"not", 40},
    {"I", 40},
    {"they", 38},
    {"an", 36, determiner},
    {"this", 35, determiner},
    {"will", 35},
    {"had", 34},
    {"who", 32},
    {"we", 32},
    {"were", 30},
    {"their", 28, determiner},
    {"its", 28, determiner},
    {"or", 28},
    {"would", 26},
    {"you", 25},
    {"one", 24},
    {"more", 24},
    {"been", 24},
    {"about", 24},
    {"which", 24},
    {"she", 22},
    {"her", 22, determiner},
    {"up", 20},
    {"after", 19},
    {"when", 19},
    {"there", 18},
    {"all", 18},
    {"can", 18},
    {"if", 17},
    {"what", 16},
    {"also", 15},
    {"so", 15},
    {"no", 15, determiner},
    {"than", 15},
    {"could", 13},
    {"some", 13},
    {"them", 13},
    {"do", 13},
    {"him", 12},
    {"over", 12},
    {"into", 11},
    {"other", 11},
    {"my", 10, determiner},
    {"our", 10, determiner},
    {"these", 9, determiner},
    {"while", 9},
    {"most", 9},
    {"because", 9},
    {"did", 8},
    {"before", 8},
    {"between", 8},
    {"where", 8},
    {"how", 8},
    {"your", 8, determiner},
    {"me", 8},
    {"being", 7},
    {"those", 7, determiner},
    {"should", 7},
    {"any", 7, determiner},
    {"then", 7},
    {"us", 6},
    {"such", 6},
    {"through", 6},
    {"under", 6},
    {"both", 5},
    {"until", 5},
    {"does", 4},
    {"why", 4},
    {"whom", 1},
    {"nor", 1},
};

/// The most frequent first.
constexpr std::string_view news_word_list =
    "said year new people two last years time first government president percent million state "
    "world country made police company part week day now three city just may like says back many "
    "even well old officials minister good says working group home told public called national "
    "including take long next four work week days house since against during money going get make "
    "high family men women another much man life early set show found say end children think law "
    "plan go see know want need help number left million second political past third power under "
    "around came came report according month months including support come use used still right "
    "days water war school business market report used place best big few great every place added "
    "office city led win held change expected case court members billion top area north south east "
    "west play local way team asked face call leader leaders lost major become same five six seven "
    "eight nine ten least later late started began service system party food road might must small "
    "open close run away given young community death hospital land morning night today yesterday "
    "Monday Tuesday Wednesday Thursday Friday Saturday Sunday January February March April May "
    "June July August September October November December river street building centre council "
    "department decision effort future history issue lead level line meeting move name news offer "
    "order people plan point problem process question reason result rise risk rule sense side sign "
    "situation start statement story term test thing trade turn value view visit voice vote wait "
    "walk week while white black red green blue word worker young";

constexpr Section section_table[] = {
    {"World", 17,
     "border minister talks troops peace embassy sanctions ceasefire aid foreign treaty refugees "
     "ambassador crisis conflict military forces attack regime diplomats summit army rebels "
     "mission security envoy protest protesters unrest capital region allies nations truce",
     "foreign minister;peace talks;security forces;humanitarian aid;border crossing;prime "
     "minister"},
    {"Politics", 14,
     "election party parliament vote minister campaign bill voters policy senate reform opposition "
     "coalition cabinet budget candidate majority lawmakers speech tax conservative democrats "
     "referendum ballot mayor governor legislation amendment debate poll polls seat",
     "prime minister;general election;opposition party;tax reform;opinion poll;coalition "
     "government"},
    {"Business", 14,
     "market shares company bank investors profit trade sales price prices growth economy "
     "inflation "
     "rate rates interest debt deal chief executive industry stock analysts earnings revenue "
     "quarter "
     "merger currency exports factory workers wages jobs insurance shareholders bond",
     "interest rates;chief executive;stock exchange;central bank;consumer prices;trade deficit"},
    {"Sport", 13,
     "game season team match goal coach players league win cup points final score club fans "
     "champion race title injury defeat victory stadium tournament squad striker medal record "
     "penalty referee round minutes half lead",
     "world cup;head coach;second half;league title;penalty shootout;opening match"},
    {"Culture", 7,
     "film music book art museum theatre album artist novel director festival singer audience "
     "exhibition actor band concert author stage gallery painting award opera poet critics song "
     "writer studio dance screen",
     "art gallery;film festival;debut album;box office;opening night;literary prize"},
    {"Technology", 6,
     "software data phone internet app users computer device online network privacy platform chip "
     "startup engineers website security hackers robots machine digital servers video battery "
     "screen search code satellite",
     "artificial intelligence;data protection;social network;mobile phone;search engine;cyber "
     "attack"},
    {"Science", 5,
     "scientists study research species space planet university researchers laboratory genes cells "
     "ocean telescope climate fossil physics experiment discovery evidence species journal brain "
     "rocket orbit particles theory chemistry",
     "climate change;research team;space station;peer review;field work;new species"},
    {"Health", 6,
     "patients hospital doctors disease health virus vaccine treatment cancer medical drug drugs "
     "nurses infection surgery outbreak symptoms care clinic diet obesity pandemic medicine trial "
     "therapy mental patient",
     "public health;clinical trial;mental health;intensive care;health service;side effects"},
    {"Opinion", 5,
     "argument democracy society freedom reader editor column truth history power liberty culture "
     "justice moral belief question values critics reason citizens principle ideology nation "
     "hypocrisy compromise",
     "common sense;public interest;free speech;civil society;letters page;welfare state"},
    {"Environment", 4,
     "climate forest carbon emissions energy water flood drought wildlife pollution species river "
     "storm coal solar wind wildfire conservation farmers glacier fishing waste recycling gas oil "
     "temperature heat",
     "carbon emissions;renewable energy;wind farm;air pollution;sea level;nature reserve"},
    {"Local", 4,
     "council residents street bridge school traffic mayor neighbours park library housing station "
     "bus train fire firefighters shop village pub parish planning charity market tenants "
     "rubbish roadworks",
     "town hall;city council;planning permission;bus station;primary school;high street"},
    {"Crime", 3,
     "police court murder trial judge prison suspect arrested jury victim shooting robbery fraud "
     "sentence guilty detectives prosecutor evidence lawyer weapon stabbing witness custody "
     "charges "
     "theft bail",
     "supreme court;life sentence;crime scene;bank robbery;trial judge;police officer"},
    {"Travel", 1,
     "hotel beach flight airport tourists island resort passengers airline guide holiday train "
     "mountain ferry restaurant passport cruise ticket luggage visitors",
     "package holiday;low season;hotel room;ferry crossing;travel guide"},
    {"Lifestyle", 1,
     "fashion recipe garden wedding kitchen designer style wine home beauty dress shopping chef "
     "parents pets sleep exercise coffee interior cooking",
     "olive oil;kitchen garden;wedding dress;dinner party;living room"},
};

}  // namespace

std::span<const FunctionWord> function_words() { return function_word_table; }

std::vector<NewsWord> news_words() {
  std::vector<NewsWord> words;
  double rank = 0;
  for (const std::string_view word : split(news_word_list, ' ')) {
    const bool known = std::any_of(words.begin(), words.end(),
                                   [&](const NewsWord& other) { return other.word == word; });
    if (known) continue;
    words.push_back({word, words.empty() ? 50 : 220 / (rank + 10)});
    ++rank;
  }
  return words;
}

std::span<const Section> sections() { return section_table; }

std::vector<std::string_view> split(std::string_view list, char separator) {
  std::vector<std::string_view> parts;
  while (!list.empty()) {
    const std::size_t end = std::min(list.find(separator), list.size());
    if (end > 0) parts.push_back(list.substr(0, end));
    list.remove_prefix(std::min(end + 1, list.size()));
  }
  return parts;
}

}  // namespace generate
