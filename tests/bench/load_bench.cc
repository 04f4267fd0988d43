#include <fmt/format.h>
#include <httplib.h>

#include <atomic>
#include <csignal>
#include <cstdio>
#include <fstream>
#include <iostream>
#include <mutex>
#include <nlohmann/json.hpp>
#include <string>
#include <thread>
#include <vector>

#include "tests/bench/figures.h"
#include "tests/bench/logged_query.h"

/// Asks a running searchd the queries of a log, by so many clients at a time, each over one
/// connection: all once (round 0), then all again ROUNDS times; with 0 rounds, on and on until
/// SIGTERM. Prints the figures of the rounds after the first (with 0 rounds, of all); OUT.tsv gets
/// a line an answer: id, round, milliseconds, total.
namespace news {
namespace {

std::atomic<bool> stopped = false;

struct Answered {
  std::size_t query = 0;
  std::size_t round = 0;
  double milliseconds = 0;
  std::size_t total = 0;
};

class Load {
 public:
  Load(int port, std::vector<LoggedQuery> queries, std::size_t rounds)
      : port_(port), queries_(std::move(queries)), rounds_(rounds) {}

  void run(std::size_t clients) {
    std::vector<std::thread> threads;
    for (std::size_t i = 0; i < clients; ++i) threads.emplace_back([this] { run_client(); });
    for (std::thread& thread : threads) thread.join();
    if (!failure_.empty()) throw Error(failure_);
  }

  void write(const std::string& path) const {
    std::ofstream out(path);
    for (const Answered& a : answers_) {
      out << fmt::format("{}\t{}\t{:.3f}\t{}\n", queries_[a.query].id, a.round, a.milliseconds,
                         a.total);
    }
  }

  void print() const {
    std::vector<double> times;
    for (const Answered& a : answers_) {
      if (a.round > 0 || rounds_ == 0) times.push_back(a.milliseconds);
    }
    const double seconds = (all_.milliseconds() - first_round_) / 1e3;
    fmt::print("queries/s\t{:.1f}\nmedian\t{:.3f}\n90%\t{:.3f}\n99%\t{:.3f}\n",
               static_cast<double>(times.size()) / seconds, quantile(times, 0.5),
               quantile(times, 0.9), quantile(times, 0.99));
  }

 private:
  bool is_over(std::size_t next) const {
    return stopped || (rounds_ > 0 && next >= queries_.size() * (rounds_ + 1));
  }

  void run_client() {
    httplib::Client client("127.0.0.1", port_);
    client.set_keep_alive(true);
    client.set_tcp_nodelay(true);
    client.set_url_encode(false);
    client.set_read_timeout(300);
    std::vector<Answered> answers;
    while (true) {
      const std::size_t next = next_++;
      if (rounds_ > 0 && next == queries_.size()) first_round_ = all_.milliseconds();
      if (is_over(next)) break;
      if (!ask(client, next, answers)) break;
    }
    const std::lock_guard lock(mutex_);
    answers_.insert(answers_.end(), answers.begin(), answers.end());
  }

  bool ask(httplib::Client& client, std::size_t next, std::vector<Answered>& answers) {
    const std::size_t query = next % queries_.size();
    const std::string path = "/api/v1/search?" + queries_[query].parameters;
    const Stopwatch watch;
    const auto result = client.Get(path);
    const double took = watch.milliseconds();
    if (!result || result->status != 200) {
      const std::lock_guard lock(mutex_);
      failure_ = path + ": " + (result ? std::to_string(result->status) : "no answer");
      stopped = true;
      return false;
    }
    answers.push_back({query, next / queries_.size(), took, total_of(result->body, next)});
    return true;
  }

  /// Of the first round only: taking JSON apart costs time that is searchd's.
  std::size_t total_of(const std::string& body, std::size_t next) const {
    return next < queries_.size() ? nlohmann::json::parse(body).at("total").get<std::size_t>() : 0;
  }

  int port_;
  std::vector<LoggedQuery> queries_;
  std::size_t rounds_;
  std::atomic<std::size_t> next_ = 0;
  Stopwatch all_;
  std::atomic<double> first_round_ = 0;
  std::mutex mutex_;
  std::vector<Answered> answers_;
  std::string failure_;
};

}  // namespace
}  // namespace news

int main(int count, char** arguments) {
  if (count != 6) {
    std::cerr << "usage: load_bench PORT QUERIES.tsv CLIENTS ROUNDS OUT.tsv\n";
    return 2;
  }
  std::signal(SIGTERM, [](int) { news::stopped = true; });
  try {
    news::Load load(std::stoi(arguments[1]), news::read_logged_queries(arguments[2]),
                    std::stoul(arguments[4]));
    load.run(std::stoul(arguments[3]));
    load.write(arguments[5]);
    load.print();
  } catch (const std::exception& error) {
    std::cerr << "load_bench: " << error.what() << '\n';
    return 2;
  }
}
