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
    return depth_ == 1 && (field_ == "authors" || find(lists, field_, article_) != nullptr);
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
    if (std::string* whole = find(texts, field_, article_)) {
      *whole = std::move(text);
    } else if (auto* list = find(lists, field_, article_)) {
      list->push_back(std::move(text));
    } else if (auto* date = find(dates, field_, article_)) {
      *date = parse_date(text);
      return date->has_value();
    } else if (field_ == "authors") {
      article_.authors.push_back({.name = std::move(text)});
    } else {
      return false;
    }
    return true;
  }

  bool put_in_object(std::string& text) {
    std::string* const part = field_ == "image"
                                  ? find(image_texts, name_, *article_.image)
                                  : find(author_texts, name_, article_.authors.back());
    if (part != nullptr) *part = std::move(text);
    return part != nullptr;
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
