#include "common/names/name_key.h"

#include <algorithm>
#include <array>
#include <string_view>

namespace news {

namespace {

/// Letters that are read as one, what they are in the index, and what else a spelling of the same
/// may be there (alternatives with a comma between; empty is no consonant).
struct Grapheme {
  std::string_view letters, key, others;
};

/// The longest that fits comes first.
constexpr std::array graphemes{
    Grapheme{"schtsch", "S", ""},
    Grapheme{"shtsch", "S", ""},
    Grapheme{"shtch", "S", ""},
    Grapheme{"chtch", "S", ""},
    Grapheme{"shch", "S", "K"},
    Grapheme{"szcz", "S", ""},
    Grapheme{"tsch", "S", "K"},
    Grapheme{"dsch", "S", ",T"},
    Grapheme{"tsh", "S", "K"},
    Grapheme{"tch", "S", "K"},
    Grapheme{"dzh", "S", ",T,K"},
    Grapheme{"dzs", "S", ",T"},
    Grapheme{"rzh", "R", "RS"},
    Grapheme{"ou", "", "P"},
    Grapheme{"sch", "S", ",SK"},
    Grapheme{"skh", "SK", "S"},
    Grapheme{"sh", "S", ""},
    Grapheme{"sz", "S", ""},
    Grapheme{"cz", "S", "K"},
    Grapheme{"cs", "S", "KS"},
    Grapheme{"au", "", "P"},
    Grapheme{"zh", "S", ",K"},
    Grapheme{"ts", "S", "K"},
    Grapheme{"tz", "S", "K"},
    Grapheme{"tc", "S", "K"},
    Grapheme{"dz", "S", ",T"},
    Grapheme{"ds", "S", ""},
    Grapheme{"ch", "S", "K,"},
    Grapheme{"kh", "K", "S,"},
    Grapheme{"ght", "T", "KT"},
    Grapheme{"ewto", "T", "PT"},
    Grapheme{"ewma", "M", "PM"},
    Grapheme{"tR", "S", "K"},
    Grapheme{"gh", "K", ""},
    Grapheme{"ck", "K", "SK"},
    Grapheme{"dj", "T", "S,"},
    Grapheme{"tj", "T", "S,K"},
    Grapheme{"th", "T", "S"},
    Grapheme{"dh", "T", "S"},
    Grapheme{"ph", "P", ""},
    Grapheme{"x", "KS", "K"},
    Grapheme{"b", "P", ""},
    Grapheme{"p", "P", ""},
    Grapheme{"f", "P", ""},
    Grapheme{"v", "P", ""},
    Grapheme{"w", "P", ","},
    Grapheme{"t", "T", ""},
    Grapheme{"d", "T", ""},
    Grapheme{"k", "K", ""},
    Grapheme{"q", "K", ""},
    Grapheme{"g", "K", ","},
    Grapheme{"s", "S", ""},
    Grapheme{"z", "S", ""},
    Grapheme{"m", "M", ""},
    Grapheme{"n", "N", ""},
    Grapheme{"l", "L", ""},
    Grapheme{"r", "R", ""},
    Grapheme{"h", "", "K"},
    Grapheme{"j", "", "S,T,K"},
    Grapheme{"c", "K", "S"},
    // What romanize() leaves open.
    Grapheme{"H", "K", ","},
    Grapheme{"X", "K", "S,"},
    Grapheme{"V", "P", ""},
    Grapheme{"G", "K", ","},
    Grapheme{"U", "P", ","},
    Grapheme{"W", "", "P"},
    Grapheme{"Q", "K", ""},
    Grapheme{"K", "K", "S,"},
    Grapheme{"J", "", "K,S,T"},
    Grapheme{"Z", "T", "S"},
    Grapheme{"`", "S", "T"},
    Grapheme{"O", "T", "S"},
    Grapheme{"I", "K", ","},
    Grapheme{"F", "P", ""},
    Grapheme{"L", "P", ""},
    Grapheme{"P", "P", ""},
    Grapheme{"S", "S", ""},
    Grapheme{"M", "", "K"},
    Grapheme{"N", "S", ","},
    Grapheme{"R", "S", "K"},
};
constexpr Grapheme soft_c{"c", "S", "K"};
constexpr Grapheme soft_g{"g", "K", ",S"};
constexpr Grapheme first_u{"u", "", "P"};
constexpr Grapheme consonant_waw{"W", "P", ","};
// With a vowel between it and the s or z that follows.
constexpr Grapheme vowelless_t{"t", "T", ""};
constexpr Grapheme vowelless_d{"d", "T", ""};
constexpr Grapheme hard_ch{"ch", "K", "S,"};
constexpr Grapheme vowel{"a", "", ""};
constexpr Grapheme greek_d{"D", "NT", "T"};
constexpr Grapheme greek_b{"B", "MP", "P"};
constexpr Grapheme first_greek_d{"D", "T", "NT"};
constexpr Grapheme first_greek_b{"B", "P", "MP"};

bool is_one_of(char c, std::string_view letters) { return letters.find(c) != std::string::npos; }

/// The grapheme at `i`; some depend on what stands around them.
const Grapheme& grapheme_at(const Romanized& romanized, std::size_t i) {
  const std::string_view name = romanized.text;
  const auto after = [&](std::size_t n) { return i + n < name.size() ? name[i + n] : '\0'; };
  if (name[i] == 'D') return i == 0 ? first_greek_d : greek_d;
  if (name[i] == 'B') return i == 0 ? first_greek_b : greek_b;
  if (name[i] == 'c' && is_one_of(after(1), "eiy")) return soft_c;
  if (name[i] == 'g' && is_one_of(after(1), "eiy")) return soft_g;
  if (name[i] == 'u' && i == 0 && is_one_of(after(1), "aeioC")) return first_u;
  if (name[i] == 'W' && (i == 0 || is_one_of(after(1), "YAT"))) return consonant_waw;
  if (romanized.vowelless && is_one_of(name[i], "td") && is_one_of(after(1), "zs") &&
      !name.substr(i).starts_with("ts")) {
    return name[i] == 't' ? vowelless_t : vowelless_d;
  }
  if (name.substr(i).starts_with("ch") && !name.substr(i).starts_with("chtch") &&
      is_one_of(after(2), "lmnrstw")) {
    return hard_ch;
  }
  for (const Grapheme& grapheme : graphemes) {
    if (name.substr(i).starts_with(grapheme.letters)) return grapheme;
  }
  return vowel;
}

void append(std::string& key, std::string_view classes) {
  for (const char c : classes) {
    if (key.size() < max_name_key && (key.empty() || key.back() != c)) key += c;
  }
}

template <typename Take>
void for_each_alternative(std::string_view list, const Take& take) {
  for (std::size_t begin = 0; !list.empty() && begin <= list.size();) {
    const std::size_t end = std::min(list.find(',', begin), list.size());
    take(list.substr(begin, end - begin));
    begin = end + 1;
  }
}

/// Puts each key with the grapheme's alternatives behind it beside those there are.
void branch(std::vector<std::string>& keys, const Grapheme& grapheme) {
  std::vector<std::string> more;
  for (const std::string& key : keys) {
    for_each_alternative(grapheme.others, [&](std::string_view classes) {
      more.push_back(key);
      append(more.back(), classes);
    });
  }
  for (std::string& key : keys) append(key, grapheme.key);
  for (std::string& key : more) {
    if (keys.size() >= most_name_keys) return;
    if (std::find(keys.begin(), keys.end(), key) == keys.end()) keys.push_back(std::move(key));
  }
}

/// French consonants that are not heard: Rocard is Рокар.
void add_silent_endings(const Romanized& name, std::vector<std::string>& keys) {
  const std::string_view text = name.text;
  const std::string_view end = text.substr(text.size() - std::min<std::size_t>(text.size(), 2));
  const bool heard = name.script == Script::Cyrillic && is_one_of(text.back(), "nr");
  const bool written =
      name.script == Script::Latin && (end == "nd" || end == "nt" || end == "rd" || end == "rt");
  const std::size_t count = keys.size();
  for (std::size_t i = 0; (heard || written) && i < count && keys.size() < most_name_keys; ++i) {
    std::string key = keys[i];
    if (heard) append(key, "T");
    if (written && key.ends_with('T')) key.pop_back();
    keys.push_back(std::move(key));
  }
}

}  // namespace

std::string name_key(const Romanized& name) {
  std::string key;
  for (std::size_t i = 0; i < name.text.size();) {
    const Grapheme& grapheme = grapheme_at(name, i);
    append(key, grapheme.key);
    i += grapheme.letters.size();
  }
  return key;
}

std::vector<std::string> name_keys(const Romanized& name) {
  std::vector<std::string> keys{{}};
  for (std::size_t i = 0; i < name.text.size();) {
    const Grapheme& grapheme = grapheme_at(name, i);
    branch(keys, grapheme);
    i += grapheme.letters.size();
  }
  if (!name.text.empty()) add_silent_endings(name, keys);
  std::sort(keys.begin(), keys.end());
  keys.erase(std::unique(keys.begin(), keys.end()), keys.end());
  std::erase(keys, std::string());
  return keys;
}

}  // namespace news
