#include <fmt/format.h>
#include <malloc.h>
#include <pthread.h>
#include <signal.h>
#include <spdlog/sinks/stdout_color_sinks.h>
#include <spdlog/spdlog.h>
#include <unistd.h>

#include <algorithm>
#include <cstdio>
#include <exception>
#include <string>
#include <thread>

#include "common/error.h"
#include "common/index_folder.h"
#include "searchd/options.h"
#include "searchd/routes.h"
#include "searchd/searcher.h"
#include "searchd/site.h"
#include "searchd/synonyms.h"

namespace {

constexpr int exit_done = 0;
constexpr int exit_stopped = 2;

sigset_t leaving_signals() {
  sigset_t signals;
  sigemptyset(&signals);
  sigaddset(&signals, SIGTERM);
  sigaddset(&signals, SIGINT);
  return signals;
}

/// Runs the server until a signal tells it to leave. A second signal ends the process at once.
void run_until_signal(news::HttpServer& server) {
  const sigset_t signals = leaving_signals();
  std::exception_ptr failure;
  std::thread thread([&] {
    try {
      server.run();
    } catch (...) {
      failure = std::current_exception();
      kill(getpid(), SIGTERM);
    }
  });
  int signal = 0;
  sigwait(&signals, &signal);
  pthread_sigmask(SIG_UNBLOCK, &signals, nullptr);
  server.stop();
  thread.join();
  if (failure) std::rethrow_exception(failure);
}

/// Has malloc keep fewer pieces of memory apart for threads than the eight for each processor it
/// would: what one has freed, no other takes, and of a million articles that was 100 MB.
void share_memory() {
  const int processors = static_cast<int>(std::max(std::thread::hardware_concurrency(), 1u));
  mallopt(M_ARENA_MAX, 2 * processors);
}

void serve(const news::Options& options) {
  share_memory();
  spdlog::set_default_logger(spdlog::stderr_color_mt("searchd"));
  spdlog::set_level(spdlog::level::from_str(options.log_level));
  // Before any thread is started, so that all of them leave the signals to sigwait().
  const sigset_t signals = leaving_signals();
  pthread_sigmask(SIG_BLOCK, &signals, nullptr);

  const news::SearcherSettings settings{.searches = options.searches,
                                        .synonyms = options.synonyms.empty()
                                                        ? news::Synonyms()
                                                        : news::read_synonyms(options.synonyms),
                                        .recency_half_life = options.recency_half_life};
  const news::Searcher searcher(news::IndexFolder(options.index), settings);
  const news::Site site(searcher, options.site_name, options.cache_bytes);
  news::HttpServer server(site, options.threads);
  const int port = server.listen(options.host, options.port);
  const std::string host =
      options.host.find(':') == std::string::npos ? options.host : "[" + options.host + "]";
  fmt::print("searchd: serving {} on http://{}:{}\n", options.index.string(), host, port);
  std::fflush(stdout);
  run_until_signal(server);
}

void run(const news::Options& options) {
  switch (options.action) {
    case news::Options::Action::Help:
      fmt::print("{}", news::help_text());
      return;
    case news::Options::Action::Version:
      fmt::print("searchd {}\n", NEWSINDEX_VERSION);
      return;
    case news::Options::Action::Serve:
      serve(options);
      return;
  }
}

int complain(const std::string& what, const std::string& hint) {
  fmt::print(stderr, "searchd: {}\n", what);
  if (!hint.empty()) fmt::print(stderr, "  try: {}\n", hint);
  return exit_stopped;
}

}  // namespace

int main(int argc, char* argv[]) try {
  run(news::parse_options(argc, argv));
  return exit_done;
} catch (const news::Error& error) {
  return complain(error.what(), error.hint());
} catch (const std::exception& error) {
  return complain(error.what(), {});
}
