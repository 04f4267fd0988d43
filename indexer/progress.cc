#include "indexer/progress.h"

#include <fmt/format.h>
#include <unistd.h>

#include <algorithm>
#include <cstdio>

namespace news {

namespace {

using std::chrono::duration;
using std::chrono::steady_clock;

constexpr std::chrono::milliseconds between_bars{100};
constexpr std::chrono::seconds between_lines{10};
constexpr std::size_t bar_width = 24;
constexpr double megabyte = 1e6;

}  // namespace

Progress::Progress(const SourceProgress& source, bool quiet)
    : source_(source),
      quiet_(quiet),
      terminal_(isatty(STDERR_FILENO) != 0),
      begin_(steady_clock::now()),
      drawn_(begin_) {}

double Progress::seconds() const { return duration<double>(steady_clock::now() - begin_).count(); }

std::string Progress::bar() const {
  const double total = static_cast<double>(source_.bytes_total);
  if (total <= 0) return {};
  const double done = std::min(static_cast<double>(source_.bytes_read) / total, 1.0);
  const auto filled = static_cast<std::size_t>(done * bar_width);
  return fmt::format("[{}{}] {:3.0f}%  ", std::string(filled, '#'),
                     std::string(bar_width - filled, ' '), done * 100);
}

std::string Progress::line(const Tally& tally) const {
  const double took = std::max(seconds(), 0.001);
  const double read = static_cast<double>(source_.bytes_read);
  const double total = static_cast<double>(source_.bytes_total);
  std::string text = fmt::format("{}{} articles  {:.0f}/s  {:.1f} MB", bar(), tally.taken(),
                                 static_cast<double>(tally.taken()) / took, read / megabyte);
  if (read > 0 && total > read) {
    text += fmt::format("  {:.0f} s left", took / read * (total - read));
  }
  if (tally.rejected > 0) text += fmt::format("  {} rejected", tally.rejected);
  return text;
}

void Progress::draw(const Tally& tally) {
  if (quiet_) return;
  drawn_ = steady_clock::now();
  const std::string text = line(tally);
  fmt::print(stderr, "{}{}{}", terminal_ ? "\r\x1b[K" : "", text, terminal_ ? "" : "\n");
  std::fflush(stderr);
}

void Progress::update(const Tally& tally) {
  const auto since = steady_clock::now() - drawn_;
  if (terminal_ ? since >= between_bars : since >= between_lines) draw(tally);
}

void Progress::say(const std::string& text) {
  fmt::print(stderr, "{}{}\n", terminal_ && !quiet_ ? "\r\x1b[K" : "", text);
}

void Progress::finish(const Tally& tally) {
  if (!terminal_ || quiet_) return;
  draw(tally);
  fmt::print(stderr, "\n");
}

}  // namespace news
