#include "searchd/name_forms.h"

#include "common/schema.h"

namespace news {

std::vector<std::string> name_forms(const std::string& key, const Xapian::Database& database,
                                    std::size_t most) {
  const std::string prefix = schema::name_term_prefix(key);
  std::vector<std::string> forms;
  const auto end = database.allterms_end(prefix);
  for (auto term = database.allterms_begin(prefix); term != end && forms.size() < most; ++term) {
    forms.push_back((*term).substr(prefix.size()));
  }
  return forms;
}

BaseNameForms::Forms BaseNameForms::of(const std::string& key, const Xapian::Database& base,
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
