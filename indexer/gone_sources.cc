#include "indexer/gone_sources.h"

#include <algorithm>
#include <filesystem>
#include <optional>

#include "indexer/file_status.h"
#include "indexer/source_state.h"

namespace news {

std::string source_path(const std::string& path) {
  std::string normal = std::filesystem::absolute(path).lexically_normal().string();
  if (normal.size() > 1 && normal.ends_with('/')) normal.pop_back();
  return normal;
}

bool is_below(const std::string& path, const std::string& root) {
  if (!path.starts_with(root)) return false;
  return path.size() == root.size() || root.ends_with('/') || path[root.size()] == '/';
}

bool is_below_any(const std::string& path, const std::vector<std::string>& roots) {
  return std::any_of(roots.begin(), roots.end(),
                     [&](const std::string& root) { return is_below(path, root); });
}

GoneSources find_gone_sources(IndexWriter& writer, const std::vector<std::string>& roots,
                              const std::vector<std::string>& unreadable,
                              const std::function<bool(const std::string& digest)>& is_met) {
  GoneSources gone;
  for (std::string& digest : writer.sources()) {
    if (is_met(digest)) continue;
    const std::optional<SourceState> state = parse_source_state(writer.source_state(digest));
    if (!state || !is_below_any(state->path, roots)) continue;
    if (is_below_any(state->path, unreadable)) continue;
    const std::string folder = existing_folder(state->path);
    if (file_system_of(folder) == state->file_system) {
      gone.digests.push_back(std::move(digest));
    } else {
      ++gone.unmounted[folder];
    }
  }
  return gone;
}

}  // namespace news
