#include "searchd/highlighter.h"

#include <algorithm>
#include <utility>

#include "common/text.h"

namespace news {

Highlighter::Highlighter(const std::optional<QueryNode>& searched, Analyzer& analyzer)
    : analyzer_(analyzer) {
  if (searched) collect(*searched);
}

void Highlighter::collect(const QueryNode& node) {
  using Kind = QueryNode::Kind;
  if (node.kind == Kind::Not) return;
  for (const QueryNode& child : node.children) collect(child);
  if (node.kind != Kind::Word && node.kind != Kind::Phrase && node.kind != Kind::Wildcard) return;
  Part part{.kind = node.kind, .number = count_, .field = node.field, .forms = {}, .wholes = {}};
  add_part(part, node.text);
  for (const std::string& variant : node.variants) add_part(part, variant);
  ++count_;
}

void Highlighter::add_part(Part part, std::string_view text) {
  for (Token& token : analyzer_.analyze(text, {})) {
    (token.whole ? part.wholes : part.forms).push_back(std::move(token.form));
  }
  if (!part.forms.empty()) parts_.push_back(std::move(part));
}

const Highlighter::Stems& Highlighter::stems(std::string_view language) {
  const auto known = stems_.find(language);
  if (known != stems_.end()) return known->second;
  const auto stem_all = [&](const std::vector<std::string>& forms) {
    std::vector<std::string> result;
    result.reserve(forms.size());
    for (const std::string& form : forms) result.push_back(analyzer_.stem(form, language));
    return result;
  };
  Stems all;
  for (const Part& part : parts_) {
    all.pieces.push_back(stem_all(part.forms));
    all.wholes.push_back(stem_all(part.wholes));
  }
  all.beginnings = beginnings(all, language);
  return stems_.emplace(language, std::move(all)).first->second;
}

Beginnings Highlighter::beginnings(const Stems& stems, std::string_view language) {
  Beginnings all;
  if (!Analyzer::keeps_beginnings(language)) all.add_all();
  for (const auto* of_all : {&stems.pieces, &stems.wholes}) {
    for (const std::vector<std::string>& of_part : *of_all) {
      for (const std::string& stem : of_part) all.add(stem);
    }
  }
  return all;
}

const Beginnings& Highlighter::beginnings(std::string_view language) {
  return stems(language).beginnings;
}

namespace {

bool begins_with(const std::string& text, const std::string& beginning) {
  return text.compare(0, beginning.size(), beginning) == 0;
}

/// The tokens that are no wholes.
std::vector<const Token*> plain_tokens(const std::vector<Token>& tokens) {
  std::vector<const Token*> plain;
  for (const Token& token : tokens) {
    if (!token.whole) plain.push_back(&token);
  }
  return plain;
}

}  // namespace

std::vector<Match> Highlighter::find_part(std::size_t index, const std::vector<Token>& tokens,
                                          const Stems& stems) const {
  const Part& part = parts_[index];
  const std::vector<std::string>& pieces = stems.pieces[index];
  const auto fits = [&](const Token& token, std::size_t piece) {
    if (part.kind == QueryNode::Kind::Wildcard) return begins_with(token.form, part.forms[piece]);
    if (part.kind == QueryNode::Kind::Phrase) return token.form == part.forms[piece];
    return token.stem == pieces[piece];
  };
  const std::vector<std::string>& wholes = stems.wholes[index];
  const std::uint32_t id = part.number;
  std::vector<Match> matches;
  for (const Token& token : tokens) {
    const bool is_whole = part.kind == QueryNode::Kind::Word
                              ? std::find(wholes.begin(), wholes.end(), token.stem) != wholes.end()
                              : false;
    const bool is_word = token.whole && pieces.size() == 1 && fits(token, 0);
    if (is_whole || is_word) matches.push_back({token.begin, token.end, id, 1});
  }
  const std::vector<const Token*> plain = plain_tokens(tokens);
  for (std::size_t i = 0; i + pieces.size() <= plain.size(); ++i) {
    const auto is_next = [&](std::size_t piece) {
      const Token& token = *plain[i + piece];
      return token.position == plain[i]->position + piece && fits(token, piece);
    };
    std::size_t piece = 0;
    while (piece < pieces.size() && is_next(piece)) ++piece;
    if (piece < pieces.size()) continue;
    matches.push_back({plain[i]->begin, plain[i + piece - 1]->end, id,
                       static_cast<std::uint32_t>(pieces.size())});
  }
  return matches;
}

std::vector<Match> Highlighter::find(const std::vector<Token>& tokens, std::string_view language,
                                     std::string_view field) {
  const Stems& in_language = stems(language);
  std::vector<Match> all;
  for (std::size_t i = 0; i < parts_.size(); ++i) {
    if (!parts_[i].field.empty() && parts_[i].field != field) continue;
    const std::vector<Match> found = find_part(i, tokens, in_language);
    all.insert(all.end(), found.begin(), found.end());
  }
  // Of matches that overlap, the one that begins first stays, the longer one of two.
  std::sort(all.begin(), all.end(), [](const Match& a, const Match& b) {
    return std::pair(a.begin, b.end) < std::pair(b.begin, a.end);
  });
  std::vector<Match> result;
  for (const Match& match : all) {
    if (result.empty() || match.begin >= result.back().end) result.push_back(match);
  }
  return result;
}

std::string mark_html(std::string_view text, const std::vector<Match>& matches, std::size_t begin,
                      std::size_t end) {
  std::string html;
  std::size_t done = begin;
  for (const Match& match : matches) {
    if (match.begin < done || match.begin >= end) continue;
    html += escape_html(text.substr(done, match.begin - done));
    html += "<mark>";
    done = std::min<std::size_t>(match.end, end);
    html += escape_html(text.substr(match.begin, done - match.begin));
    html += "</mark>";
  }
  return html + escape_html(text.substr(done, end - done));
}

}  // namespace news
