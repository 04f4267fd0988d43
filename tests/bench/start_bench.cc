#include <fmt/format.h>
#include <httplib.h>

#include <iostream>
#include <string>

#include "tests/bench/figures.h"
#include "tests/support/process.h"

/// Starts searchd so many times and prints a line for each, in milliseconds: until it says that it
/// serves, and until it has answered a search.
namespace news {
namespace {

double answer(int port, const Stopwatch& watch) {
  httplib::Client client("127.0.0.1", port);
  client.set_read_timeout(300);
  const auto result = client.Get("/api/v1/search?q=government");
  if (!result || result->status != 200) throw std::runtime_error("searchd does not answer");
  return watch.milliseconds();
}

void start(const std::string& searchd, const std::string& index) {
  const Stopwatch watch;
  Process process({searchd, "--index", index, "--listen", "127.0.0.1:0"}, "/dev/null", "/dev/null");
  const std::string said = process.read_line(std::chrono::seconds(600));
  const double ready = watch.milliseconds();
  const std::size_t colon = said.rfind(':');
  if (colon == std::string::npos) throw std::runtime_error("searchd does not start: " + said);
  fmt::print("{:.1f}\t{:.1f}\n", ready, answer(std::stoi(said.substr(colon + 1)), watch));
  process.kill(SIGTERM);
  process.wait();
}

}  // namespace
}  // namespace news

int main(int count, char** arguments) {
  if (count != 4) {
    std::cerr << "usage: start_bench SEARCHD INDEX TIMES\n";
    return 2;
  }
  try {
    for (int i = std::stoi(arguments[3]); i > 0; --i) news::start(arguments[1], arguments[2]);
  } catch (const std::exception& error) {
    std::cerr << "start_bench: " << error.what() << '\n';
    return 2;
  }
}
