#include <fmt/format.h>
#include <httplib.h>

#include <ctime>
#include <iostream>
#include <nlohmann/json.hpp>
#include <string>
#include <thread>

#include "tests/bench/figures.h"
#include "tests/support/process.h"

/// Publishes one article after another with the real newsindex and asks the running searchd until a
/// search finds it. Prints a line for each, in milliseconds since newsindex was started: when it
/// was through, and when the article was found.
namespace news {
namespace {

using nlohmann::json;

/// A word that is in no archive; other runs on the same index have others.
std::string new_word() {
  static std::uint64_t next = static_cast<std::uint64_t>(std::time(nullptr)) * 1000;
  std::string word = "zq";
  for (std::uint64_t rest = ++next; rest > 0; rest /= 20) word += "bcdfghjklmnprstvwxza"[rest % 20];
  return word;
}

json article(const std::string& word) {
  const std::time_t now = std::time(nullptr);
  char published[32];
  std::strftime(published, sizeof published, "%Y-%m-%dT%H:%M:%SZ", std::gmtime(&now));
  return {{"id", "published-" + word},
          {"title", "Minister publishes " + word},
          {"body", "The government said on Monday that " + word + " was published at last."},
          {"authors", {"Anna Kowalska"}},
          {"countries", {"PL"}},
          {"section", "Politics"},
          {"language", "en"},
          {"published", published}};
}

json get(httplib::Client& client, const std::string& path) {
  const auto result = client.Get(path);
  if (!result) throw std::runtime_error(path + ": no answer");
  return result->status == 200 ? json::parse(result->body) : json();
}

/// The article is looked up by its id until it is there, which costs little, and then searched for.
void wait_until_found(httplib::Client& client, const std::string& word) {
  while (true) {
    if (!get(client, "/api/v1/articles/published-" + word).is_null() &&
        get(client, "/api/v1/search?q=" + word).at("total") == 1) {
      return;
    }
    std::this_thread::sleep_for(std::chrono::milliseconds(5));
  }
}

void publish(const std::string& newsindex, const std::string& index, httplib::Client& client,
             const std::string& scratch) {
  const std::string word = new_word();
  write_file(scratch + ".jsonl", article(word).dump() + "\n");
  const Stopwatch watch;
  double through = 0;
  std::thread adding([&] {
    Process process({newsindex, "--index", index, "--quiet", "add", "-"}, scratch + ".jsonl",
                    scratch + ".log");
    if (process.wait() == 0) through = watch.milliseconds();
  });
  wait_until_found(client, word);
  const double found = watch.milliseconds();
  adding.join();
  if (through == 0) throw std::runtime_error("newsindex failed: " + read_file(scratch + ".log"));
  fmt::print("{:.1f}\t{:.1f}\n", through, found);
}

}  // namespace
}  // namespace news

int main(int count, char** arguments) {
  if (count != 6) {
    std::cerr << "usage: publish_bench NEWSINDEX INDEX PORT TIMES SCRATCH_FILE\n";
    return 2;
  }
  try {
    httplib::Client client("127.0.0.1", std::stoi(arguments[3]));
    client.set_keep_alive(true);
    client.set_tcp_nodelay(true);
    client.set_read_timeout(300);
    for (int i = std::stoi(arguments[4]); i > 0; --i) {
      news::publish(arguments[1], arguments[2], client, arguments[5]);
    }
  } catch (const std::exception& error) {
    std::cerr << "publish_bench: " << error.what() << '\n';
    return 2;
  }
}
