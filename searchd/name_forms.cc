#include "searchd/name_forms.h"

#include "common/schema.h"
#include "common/term_stream.h"

namespace news {

namespace {

template <typename Part>
std::vector<std::string> forms_in(const Part& part, const std::string& key, std::size_t most) {
  const std::string prefix = schema::name_term_prefix(key);
  std::vector<std::string> forms;
  for (TermStream terms(part, prefix); !terms.at_end() && forms.size() < most; terms.next()) {
    forms.push_back(terms.term().substr(prefix.size()));
  }
  return forms;
}

}  // namespace

std::vector<std::string> name_forms(const std::string& key, const Xapian::Database& recent,
                                    std::size_t most) {
  return forms_in(recent, key, most);
}

std::vector<std::string> name_forms(const std::string& key, const PostingFile& base,
                                    std::size_t most) {
  return forms_in(base, key, most);
}

BaseNameForms::Forms BaseNameForms::of(const std::string& key, const PostingFile& base,
                                       std::size_t most) {
  {
    const std::lock_guard lock(mutex_);
    const auto known = by_key_.find(key);
    if (known != by_key_.end()) return known->second;
  }
  auto forms = std::make_shared<const std::vector<std::string>>(name_forms(key, base, most));
  const std::lock_guard lock(mutex_);
  if (by_key_.size() >= most_keys) by_key_.clear();
  return by_key_.emplace(key, std::move(forms)).first->second;
}

}  // namespace news
