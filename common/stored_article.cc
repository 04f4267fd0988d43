#include "common/stored_article.h"

#include <algorithm>
#include <array>
#include <nlohmann/json.hpp>
#include <string>
#include <utility>
#include <vector>

#include "common/article_json.h"
#include "common/date.h"

namespace news {

namespace {

using nlohmann::json;

struct TextField {
  std::string_view name;
  std::string Article::*text;
};
constexpr std::array texts{
    TextField{"id", &Article::id},
    TextField{"url", &Article::url},
    TextField{"title", &Article::title},
    TextField{"standfirst", &Article::standfirst},
    TextField{"body", &Article::body},
    TextField{"section", &Article::section},
    TextField{"source", &Article::source},
    TextField{"language", &Article::language},
    TextField{"dateline", &Article::dateline},
    TextField{"correction", &Article::correction},
    TextField{"story", &Article::story},
};

struct DateField {
  std::string_view name;
  std::optional<Date> Article::*date;
};
constexpr std::array dates{
    DateField{"published", &Article::published},
    DateField{"first_published", &Article::first_published},
    DateField{"updated", &Article::updated},
    DateField{"embargo_until", &Article::embargo_until},
};

struct ListField {
  std::string_view name;
  std::vector<std::string> Article::*list;
};
constexpr std::array lists{
    ListField{"countries", &Article::countries},
    ListField{"places", &Article::places},
    ListField{"tags", &Article::tags},
    ListField{"derived", &Article::derived},
};

struct AuthorField {
  std::string_view name;
  std::string Author::*text;
};
constexpr std::array author_fields{
    AuthorField{"name", &Author::name},
    AuthorField{"role", &Author::role},
    AuthorField{"bio", &Author::bio},
    AuthorField{"url", &Author::url},
};

struct ImageField {
  std::string_view name;
  std::string Image::*text;
};
constexpr std::array image_fields{
    ImageField{"url", &Image::url},
    ImageField{"caption", &Image::caption},
    ImageField{"credit", &Image::credit},
};

/// The member by that name; nullptr if the table has none.
template <typename Fields>
const auto* find(const Fields& fields, std::string_view name) {
  const auto found = std::find_if(fields.begin(), fields.end(),
                                  [&](const auto& field) { return field.name == name; });
  return found == fields.end() ? nullptr : &*found;
}

/// Takes the fields as they are read. Every function gives false for what is not as print_article
/// prints it, which ends the reading.
class Reader : public json::json_sax_t {
 public:
  Article take() { return std::move(article_); }

  bool key(json::string_t& name) override {
    name_ = std::move(name);
    if (depth_ == 1) field_ = name_;
    return true;
  }
  bool string(json::string_t& text) override { return put(text); }
  bool start_object(std::size_t) override {
    ++depth_;
    if (depth_ == 1) return true;
    if (depth_ != 2 || (field_ != "authors" && field_ != "image")) return false;
    if (field_ == "image") {
      article_.image.emplace();
    } else {
      article_.authors.emplace_back();
    }
    return true;
  }
  bool end_object() override {
    --depth_;
    return true;
  }
  bool start_array(std::size_t) override {
    return depth_ == 1 && (field_ == "authors" || find(lists, field_) != nullptr);
  }
  bool end_array() override { return true; }

  bool null() override { return false; }
  bool boolean(bool) override { return false; }
  bool number_integer(json::number_integer_t) override { return false; }
  bool number_unsigned(json::number_unsigned_t) override { return false; }
  bool number_float(json::number_float_t, const json::string_t&) override { return false; }
  bool binary(json::binary_t&) override { return false; }
  bool parse_error(std::size_t, const std::string&, const json::exception&) override {
    return false;
  }

 private:
  bool put(std::string& text) {
    if (depth_ == 2) return put_in_object(text);
    if (const auto* field = find(texts, field_)) {
      article_.*(field->text) = std::move(text);
    } else if (const auto* list = find(lists, field_)) {
      (article_.*(list->list)).push_back(std::move(text));
    } else if (const auto* date = find(dates, field_)) {
      article_.*(date->date) = parse_date(text);
      return (article_.*(date->date)).has_value();
    } else if (field_ == "authors") {
      article_.authors.push_back({.name = std::move(text)});
    } else {
      return false;
    }
    return true;
  }

  bool put_in_object(std::string& text) {
    if (article_.image && field_ == "image") {
      const auto* field = find(image_fields, name_);
      if (field != nullptr) (*article_.image).*(field->text) = std::move(text);
      return field != nullptr;
    }
    const auto* field = find(author_fields, name_);
    if (field != nullptr) article_.authors.back().*(field->text) = std::move(text);
    return field != nullptr;
  }

  Article article_;
  int depth_ = 0;  // of objects
  std::string field_, name_;
};

}  // namespace

/// Fields that we do not know are rare, and left to who knows how to keep them.
Article read_stored_article(std::string_view text) {
  Reader reader;
  if (json::sax_parse(text, &reader)) return reader.take();
  std::vector<std::string> warnings;
  return parse_article(text, warnings);
}

}  // namespace news
