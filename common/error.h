#pragma once

#include <stdexcept>
#include <string>
#include <utility>

namespace news {

/// Stops the work: `what()` names the thing and what is wrong, `hint()` the next step.
/// The programs print both and leave with status 2.
class Error : public std::runtime_error {
 public:
  explicit Error(const std::string& message, std::string hint = {})
      : std::runtime_error(message), hint_(std::move(hint)) {}
  const std::string& hint() const { return hint_; }

 private:
  std::string hint_;
};

/// Costs one article and nothing else: `what()` is the reason, ending with what to do about it.
class BadArticle : public std::runtime_error {
 public:
  using std::runtime_error::runtime_error;
};

/// The sender of a request is wrong: `parameter()` names what, `what()` says what was expected.
class BadRequest : public std::runtime_error {
 public:
  BadRequest(std::string parameter, const std::string& detail)
      : std::runtime_error(detail), parameter_(std::move(parameter)) {}
  const std::string& parameter() const { return parameter_; }

 private:
  std::string parameter_;
};

}  // namespace news
