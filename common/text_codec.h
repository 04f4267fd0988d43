#pragma once

#include <memory>
#include <string>
#include <string_view>
#include <vector>

namespace news {

/// Compresses short texts of one kind (zstd), with a dictionary of what they have in common: an
/// article alone has too little in it to be made much shorter. Any number of threads may use one.
class TextCodec {
 public:
  /// The dictionary of such texts; empty, which is none, where they are too few.
  static std::string train(const std::vector<std::string>& texts);

  explicit TextCodec(std::string dictionary);
  ~TextCodec();

  const std::string& dictionary() const { return dictionary_; }
  std::string compress(std::string_view text) const;
  /// False if that is not what compress() gave.
  bool expand(std::string_view compressed, std::string& text) const;

 private:
  struct Tables;

  std::string dictionary_;
  std::unique_ptr<Tables> tables_;
};

}  // namespace news
