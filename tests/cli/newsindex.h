#pragma once

#include <string>
#include <vector>

#include "tests/support/process.h"
#include "tests/support/temp_folder.h"

namespace news {

/// What a run of newsindex came to.
struct Ended {
  int status = 0;
  std::string out;
  std::string err;
};

/// The real newsindex on an index in a folder of its own.
class Newsindex {
 public:
  std::string index() const { return folder_ / "index"; }
  std::string operator/(const std::string& name) const { return folder_ / name; }

  Ended run(std::vector<std::string> arguments, const std::string& input = {}) const {
    write_file(folder_ / "input", input);
    Process process(command(std::move(arguments)), folder_ / "input", folder_ / "errors");
    Ended ended;
    ended.out = process.read_all();
    ended.status = process.wait(std::chrono::seconds(240)).value_or(-1);
    ended.err = read_file(folder_ / "errors");
    return ended;
  }

  std::vector<std::string> command(std::vector<std::string> arguments) const {
    std::vector<std::string> all{NEWSINDEX, "--index", index()};
    all.insert(all.end(), arguments.begin(), arguments.end());
    return all;
  }

  std::string exported() const { return run({"export"}).out; }

 private:
  TempFolder folder_;
};

/// `count` small articles, as JSON Lines.
inline std::string many_articles(int count) {
  std::string lines;
  for (int i = 0; i < count; ++i) {
    lines += R"({"id":"n)" + std::to_string(i) + R"(","title":"Article number )" +
             std::to_string(i) + R"(","body":"The harbour was quiet on day )" + std::to_string(i) +
             (i % 2 == 0 ? " and nobody minded." : " when the prime minister came.") +
             R"(","published":"2024-05-15"})" + "\n";
  }
  return lines;
}

}  // namespace news
