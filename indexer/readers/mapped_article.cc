#include "indexer/readers/mapped_article.h"

#include <fmt/format.h>

#include <algorithm>
#include <cstdint>
#include <map>
#include <set>

#include "common/text.h"
#include "common/url.h"
#include "indexer/readers/article_fields.h"
#include "indexer/readers/loose_values.h"
#include "indexer/readers/record_path.h"

namespace news {
namespace {

/// The members of a record, by their plain names, and which of them are an article's by now.
class Record {
 public:
  explicit Record(const JsonValue& value) : value_(value) {
    for (auto& [name, member] : value.members()) {
      if (member.is_empty()) continue;
      by_plain_name_.try_emplace(plain_name(name), members_.size());
      members_.push_back({std::move(name), member, false});
    }
  }

  struct Member {
    std::string name;
    JsonValue value;
    bool is_taken;
  };

  const JsonValue& value() const { return value_; }
  std::vector<Member>& members() { return members_; }

  /// The member of that plain name; nullptr if there is none.
  Member* find(std::string_view plain) {
    const auto found = by_plain_name_.find(plain);
    return found == by_plain_name_.end() ? nullptr : &members_[found->second];
  }

  /// The member of our name, or else of another spelling of it; nullptr if there is none.
  Member* find_own(std::string_view name) {
    const auto exact = std::find_if(members_.begin(), members_.end(),
                                    [&](const Member& member) { return member.name == name; });
    return exact != members_.end() ? &*exact : find(plain_name(name));
  }

 private:
  JsonValue value_;
  std::vector<Member> members_;
  std::map<std::string, std::size_t, std::less<>> by_plain_name_;
};

/// Takes a field from where the map says; the first that can be used, or all.
void take_mapped(const ArticleField& field, const std::vector<std::string>& sources, Record& record,
                 SourceArticle& article) {
  for (const std::string& source : sources) {
    const std::string separator = field.name == "body" ? "\n\n" : " ";
    const FoundValue found = find_value(record.value(), source, separator);
    const bool taken = !found.value().is_empty() && field.take(found.value(), article);
    for (auto& member : record.members()) {
      member.is_taken |= taken && found.came_from(member.name);
    }
    if (taken && !field.takes_many) return;
  }
}

/// Takes a field by our name in any spelling, or else by the first common one.
void take_known(const ArticleField& field, Record& record, SourceArticle& article) {
  const auto take = [&](Record::Member* member) {
    if (member == nullptr || member->is_taken) return false;
    member->is_taken = field.take(member->value, article);
    return member->is_taken;
  };
  bool taken = take(record.find_own(field.name));
  for (const std::string_view name : field.other_names) {
    if (taken && !field.takes_many) return;
    taken |= take(record.find(name));
  }
}

std::vector<std::string> native_field_names() {
  std::vector<std::string> names = article_field_names();
  names.insert(names.end(), {"story", "derived"});
  return names;
}

/// What was not taken. A name that means something in our own format would be read as that.
std::string rest_of(Record& record) {
  static const std::vector<std::string> fields = native_field_names();
  std::string rest;
  for (const auto& member : record.members()) {
    if (member.is_taken || !has_letter_or_digit(member.name)) continue;
    const bool is_ours = std::find(fields.begin(), fields.end(), member.name) != fields.end();
    rest += fmt::format("{}{}:{}", rest.empty() ? "{" : ",",
                        quoted_json(member.name + (is_ours ? "_" : "")), member.value.dump());
  }
  return rest.empty() ? rest : rest + '}';
}

std::vector<std::string> names_of(const JsonValue& record) {
  std::vector<std::string> names;
  for (const auto& [name, value] : record.members()) names.push_back(name);
  return names;
}

/// What Elasticsearch and MongoDB put around a record.
JsonValue unwrapped(const JsonValue& record) {
  for (const char* name : {"_source", "doc", "fields"}) {
    const JsonValue inner = record.member(name);
    if (inner.is_object() && record.member("title").is_empty()) return inner;
  }
  return record;
}

bool has_text(const SourceArticle& article) {
  return !article.title.empty() || !article.body.empty() || !article.body_html.empty();
}

}  // namespace

ArticleMapper::ArticleMapper(const FieldMap& map) : is_told_(!map.fields.empty()) {
  for (const auto& [field, source] : map.fields) {
    const std::string_view name = field == "byline" ? "authors" : std::string_view(field);
    auto found = std::find_if(mapped_.begin(), mapped_.end(),
                              [&](const auto& entry) { return entry.first == name; });
    if (found == mapped_.end()) found = mapped_.insert(mapped_.end(), {std::string(name), {}});
    if (!source.empty()) found->second.push_back(source);
  }
}

const ArticleMapper::Names* ArticleMapper::mapped_names(std::string_view field) const {
  const auto found = std::find_if(mapped_.begin(), mapped_.end(),
                                  [&](const auto& entry) { return entry.first == field; });
  return found == mapped_.end() ? nullptr : &found->second;
}

bool ArticleMapper::knows_text_among(const std::vector<std::string>& names) const {
  std::set<std::string> plain;
  for (const std::string& name : names) plain.insert(plain_name(name));
  return std::any_of(article_fields().begin(), article_fields().end(), [&](const auto& field) {
    if (field.name != "title" && field.name != "body" && field.name != "body_html") return false;
    if (const Names* mapped = mapped_names(field.name)) {
      return std::any_of(mapped->begin(), mapped->end(), [&](const std::string& source) {
        return std::any_of(names.begin(), names.end(),
                           [&](const std::string& name) { return may_lead_to(source, name); });
      });
    }
    return plain.contains(plain_name(field.name)) ||
           std::any_of(field.other_names.begin(), field.other_names.end(),
                       [&](auto name) { return plain.contains(std::string(name)); });
  });
}

bool ArticleMapper::finds_other_names(const JsonValue& record) const {
  Record known(unwrapped(record));
  return std::any_of(article_fields().begin(), article_fields().end(), [&](const auto& field) {
    const auto* const own = known.find_own(field.name);
    if (own != nullptr && own->name == field.name) return false;
    return own != nullptr ||
           std::any_of(field.other_names.begin(), field.other_names.end(), [&](auto name) {
             const auto* const other = known.find(name);
             // byline is ours as well.
             return other != nullptr && other->name != "byline";
           });
  });
}

void ArticleMapper::take(const JsonValue& outer, const Place& place, Intake& intake) const {
  Record record(unwrapped(outer));
  SourceArticle article;
  for (const ArticleField& field : article_fields()) {
    if (const Names* names = mapped_names(field.name)) take_mapped(field, *names, record, article);
  }
  for (const ArticleField& field : article_fields()) {
    if (mapped_names(field.name) == nullptr) take_known(field, record, article);
  }
  if (!has_text(article)) {
    const std::vector<std::string> names = names_of(record.value());
    const std::string reason = knows_text_among(names)
                                   ? "has neither title nor body; give it one of them"
                                   : unknown_names_reason(names);
    return intake.rejected(place, reason, outer.dump());
  }
  article.extra_json = rest_of(record);
  if (article.id.empty() && article.url.empty()) article.id = outer.text("_id");
  if (article.id.empty() && !is_web_url(article.url)) article.id = made_up_id(article);
  take_article(std::move(article), place, intake);
}

std::string unknown_names_reason(const std::vector<std::string>& names) {
  constexpr std::size_t most = 20;
  constexpr std::size_t longest = 40;
  std::string shown;
  for (std::size_t i = 0; i < std::min(names.size(), most); ++i) {
    const std::string name = clean_line(repair_utf8(names[i]));
    shown += fmt::format("{}{}", i == 0 ? "" : ", ", truncate_utf8(name, longest));
  }
  if (names.size() > most) shown += ", ...";
  return fmt::format(
      "has no field that we know as a title or a text, its fields are: {}; say which is which "
      "with --map, such as --map title=headline,body=text",
      shown);
}

std::string made_up_id(const SourceArticle& article) {
  // FNV-1a, 64 bits: it must stay the same for ever, as ids in indexes were made by it.
  std::uint64_t hash = 0xcbf29ce484222325U;
  const auto add = [&](std::string_view text) {
    for (const char c : text) {
      hash = (hash ^ static_cast<unsigned char>(c)) * 0x100000001b3U;
    }
    hash = (hash ^ 0xffU) * 0x100000001b3U;  // no text has this byte: ("ab", "") is not ("a", "b")
  };
  for (const std::string* text :
       {&article.title, &article.published, &article.source, &article.body, &article.body_html}) {
    add(*text);
  }
  return fmt::format("made-up-{:016x}", hash);
}

}  // namespace news
