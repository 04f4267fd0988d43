#pragma once

#include <cstddef>
#include <cstdint>
#include <optional>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

#include "indexer/byte_stream.h"
#include "indexer/xml_decoder.h"

namespace news {

/// A piece of one XML document.
struct XmlPiece {
  std::string text;
  bool begins_document = false;
  std::uint64_t lines_before = 0;  ///< Of the source, before this piece.
};

/// XML as it is found, made well-formed as it streams past, so that a slip costs no article: bare
/// `&` and `<` are escaped, HTML's entities become characters, characters that XML forbids become
/// spaces, attributes get quotes, elements that are not closed are closed with the one around them.
/// Elements deeper than `max_depth` stand beside each other at that depth. Comments, processing
/// instructions, the XML declaration and the DOCTYPE are left out, line ends stay. Several
/// documents one after another are told apart. Text that breaks off is left so.
class XmlRepair {
 public:
  /// Why a source cannot be read on, where that is so: it declares entities of its own, or nests
  /// too deep.
  using Refusal = std::optional<std::string>;

  static constexpr std::size_t max_depth = 256;
  static constexpr std::size_t refused_depth = 10'000;

  /// `bytes` must outlive this. An element called `apart` (none if empty) never stands in another
  /// of its name: where one begins, the one before has not been closed.
  explicit XmlRepair(ByteStream& bytes, std::string apart = {})
      : decoder_(bytes), apart_(std::move(apart)) {}

  /// The next piece, never over the border of two documents; nothing at the end, or after a
  /// refusal. Throws BadSource.
  std::optional<XmlPiece> read();
  const Refusal& refusal() const { return refusal_; }
  /// Whether an element is open, which at the end means that the source breaks off.
  bool is_inside() const { return !open_.empty(); }

 private:
  /// What is skipped or copied up to its end mark.
  struct Section {
    std::string_view begin;
    std::string_view end;
    bool is_kept;
  };
  static const std::vector<Section>& sections();

  bool fill();
  bool step();
  bool is_border(std::string_view rest) const;
  bool step_section();
  bool step_markup(std::string_view rest);
  bool step_declaration(std::string_view rest);
  bool step_end_tag(std::string_view rest);
  bool step_start_tag(std::string_view rest);
  bool step_reference(std::string_view rest);
  void pass(std::size_t count);
  void leave_out(std::size_t count);
  void open(std::string_view name);
  void close(std::string_view name);

  XmlDecoder decoder_;
  std::string apart_;
  std::string in_;      // decoded; what is before at_ has been dealt with
  std::size_t at_ = 0;  // in in_
  bool at_end_ = false;
  std::string out_;
  const Section* section_ = nullptr;  // where at_ is inside one
  std::vector<std::string> open_;     // elements
  bool is_fresh_ = true;              // no element of this document has begun
  bool is_closed_ = false;            // its root has ended
  bool begins_ = true;
  std::uint64_t lines_ = 0;
  bool declares_entities_ = false;  // this document
  Refusal refusal_;
};

}  // namespace news
