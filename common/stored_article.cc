#include "common/stored_article.h"

#include <algorithm>
#include <array>
#include <cstddef>
#include <optional>
#include <string>
#include <utility>
#include <vector>

#include "common/article_json.h"
#include "common/date.h"
#include "common/json_escapes.h"

namespace news {

namespace {

/// A member of the JSON object, and where its value goes.
template <typename Owner, typename Value>
struct Field {
  std::string_view name;
  Value Owner::*member;
};
template <typename Owner, typename Value>
Field(const char*, Value Owner::*) -> Field<Owner, Value>;

constexpr std::array texts{
    Field{"id", &Article::id},
    Field{"url", &Article::url},
    Field{"title", &Article::title},
    Field{"standfirst", &Article::standfirst},
    Field{"body", &Article::body},
    Field{"section", &Article::section},
    Field{"source", &Article::source},
    Field{"language", &Article::language},
    Field{"dateline", &Article::dateline},
    Field{"correction", &Article::correction},
    Field{"story", &Article::story},
};

constexpr std::array dates{
    Field{"published", &Article::published},
    Field{"first_published", &Article::first_published},
    Field{"updated", &Article::updated},
    Field{"embargo_until", &Article::embargo_until},
};

constexpr std::array lists{
    Field{"countries", &Article::countries},
    Field{"places", &Article::places},
    Field{"tags", &Article::tags},
    Field{"derived", &Article::derived},
};

constexpr std::array author_texts{
    Field{"name", &Author::name},
    Field{"role", &Author::role},
    Field{"bio", &Author::bio},
    Field{"url", &Author::url},
};

constexpr std::array image_texts{
    Field{"url", &Image::url},
    Field{"caption", &Image::caption},
    Field{"credit", &Image::credit},
};

/// Where the value of that name goes; nullptr if the table has none.
template <typename Owner, typename Value, std::size_t size>
Value* find(const std::array<Field<Owner, Value>, size>& fields, std::string_view name,
            Owner& owner) {
  const auto found = std::find_if(fields.begin(), fields.end(),
                                  [&](const auto& field) { return field.name == name; });
  return found == fields.end() ? nullptr : &(owner.*(found->member));
}

/// Reads what print_article prints, and of JSON no more than that. Every function gives false for
/// anything else, which ends the reading.
class Reader {
 public:
  explicit Reader(std::string_view json) : left_(json) {}

  bool read(Article& article) {
    const bool all = members([&] { return field(article); }) && left_.empty();
    if (!article.extra.empty()) article.extra += '}';
    return all;
  }

 private:
  bool take(char c) {
    if (left_.empty() || left_.front() != c) return false;
    left_.remove_prefix(1);
    return true;
  }

  /// What stands in brackets, with commas between; `one` reads each.
  template <typename One>
  bool row(char opening, char closing, const One& one) {
    if (!take(opening)) return false;
    if (take(closing)) return true;
    do {
      if (!one()) return false;
    } while (take(','));
    return take(closing);
  }

  /// An object; `value` reads the value of each name_.
  template <typename Value>
  bool members(const Value& value) {
    return row('{', '}', [&] {
      member_ = left_;
      return text(name_) && take(':') && value();
    });
  }

  bool text(std::string& text) {
    text.clear();
    if (!take('"')) return false;
    std::size_t quote = left_.find('"');
    for (;;) {
      if (quote == std::string_view::npos) return false;
      const std::size_t plain = std::min(left_.substr(0, quote).find('\\'), quote);
      text += left_.substr(0, plain);
      left_.remove_prefix(plain + 1);
      if (plain == quote) return true;
      if (!escaped(text)) return false;
      // What was escaped may be this quote.
      quote = quote >= plain + 2 ? quote - plain - 2 : left_.find('"');
    }
  }

  bool escaped(std::string& text) {
    const std::size_t at =
        left_.empty() ? std::string_view::npos : escape_letters.find(left_.front());
    if (at == std::string_view::npos) return false;
    text += escaped_characters[at];
    left_.remove_prefix(1);
    return true;
  }

  bool field(Article& article) {
    if (std::string* whole = find(texts, name_, article)) return text(*whole);
    if (auto* date = find(dates, name_, article)) return read(*date);
    if (auto* list = find(lists, name_, article)) {
      return row('[', ']', [&] { return text(list->emplace_back()); });
    }
    if (name_ == "authors") {
      return row('[', ']', [&] { return author(article.authors.emplace_back()); });
    }
    if (name_ != "image") return other(article.extra);
    article.image.emplace();
    return members([&] { return part(image_texts, *article.image); });
  }

  /// A field that nobody knows: it is kept as it stands.
  bool other(std::string& extra) {
    const std::string_view member = member_;
    if (!skip()) return false;
    extra += extra.empty() ? '{' : ',';
    extra += member.substr(0, member.size() - left_.size());
    return true;
  }

  /// A value of whatever kind, up to what ends it.
  bool skip() {
    const std::size_t begin = left_.size();
    for (std::size_t depth = 0; !left_.empty();) {
      const char c = left_.front();
      const bool closes = c == '}' || c == ']';
      if (depth == 0 && (closes || c == ',')) return left_.size() < begin;
      if (c == '"') {
        if (!text(skipped_)) return false;
        continue;
      }
      if (c == '{' || c == '[') ++depth;
      if (closes) --depth;
      left_.remove_prefix(1);
    }
    return false;
  }

  bool read(std::optional<Date>& date) {
    std::string written;
    if (!text(written)) return false;
    date = parse_date(written);
    return date.has_value();
  }

  bool author(Author& author) {
    if (left_.starts_with('"')) return text(author.name);
    return members([&] { return part(author_texts, author); });
  }

  template <typename Fields, typename Owner>
  bool part(const Fields& fields, Owner& owner) {
    std::string* const whole = find(fields, name_, owner);
    return whole != nullptr && text(*whole);
  }

  std::string_view left_;
  std::string_view member_;  // that is read, and what follows
  std::string name_;         // of it
  std::string skipped_;
};

}  // namespace

/// Control characters are rare, and left to who knows them.
Article read_stored_article(std::string_view text) {
  Article article;
  if (Reader(text).read(article)) return article;
  std::vector<std::string> warnings;
  return parse_article(text, warnings);
}

}  // namespace news
