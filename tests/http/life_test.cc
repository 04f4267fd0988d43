#include <gmock/gmock.h>

#include <chrono>
#include <thread>
#include <vector>

#include "tests/http/server.h"

namespace news {
namespace {

using testing::HasSubstr;
using testing::IsEmpty;
using testing::StartsWith;
using namespace std::chrono_literals;
using Clock = std::chrono::steady_clock;

TEST(Searchd, SaysWhereItServes) {
  const IndexedArchive archive(harbour_articles());
  const RunningServer server(archive);
  EXPECT_EQ(server.said(), "searchd: serving " + archive.index() +
                               " on http://127.0.0.1:" + std::to_string(server.port()));
}

TEST(Searchd, LeavesOnASignalAfterTheRequestInHand) {
  const IndexedArchive archive(harbour_articles());
  for (const int signal : {SIGTERM, SIGINT}) {
    RunningServer server(archive);
    const int socket = server.connect();
    const std::string first = "GET /search?q=harbour HTTP/1.1\r\nHost: x\r\n";
    ASSERT_EQ(send(socket, first.data(), first.size(), 0), static_cast<ssize_t>(first.size()));
    std::this_thread::sleep_for(200ms);  // it has begun to read the request
    server.process().kill(signal);
    std::this_thread::sleep_for(200ms);
    EXPECT_EQ(server.process().wait(0ms), std::nullopt) << "a request is in hand";
    ASSERT_EQ(send(socket, "\r\n", 2, MSG_NOSIGNAL), 2);
    std::string answer;
    char buffer[4096];
    for (ssize_t got; (got = recv(socket, buffer, sizeof buffer, 0)) > 0;) {
      answer.append(buffer, static_cast<std::size_t>(got));
    }
    close(socket);
    EXPECT_THAT(answer, StartsWith("HTTP/1.1 200"));
    EXPECT_THAT(answer, HasSubstr("Connection: close"));
    EXPECT_THAT(answer, HasSubstr("</html>"));
    EXPECT_EQ(server.process().wait(10s), 0);
  }
}

TEST(Searchd, DoesNotWaitForIdleConnections) {
  const IndexedArchive archive(harbour_articles());
  RunningServer server(archive);
  const int idle = server.connect();
  auto client = server.client();
  client.set_keep_alive(true);
  ASSERT_TRUE(client.Get("/healthz"));
  const auto begin = Clock::now();
  server.process().kill(SIGTERM);
  EXPECT_EQ(server.process().wait(10s), 0);
  EXPECT_LT(Clock::now() - begin, 2s);
  close(idle);
}

TEST(Searchd, IdleConnectionsDoNotKeepANewOneWaiting) {
  const IndexedArchive archive(harbour_articles());
  const RunningServer server(archive);
  std::vector<httplib::Client> idle;
  std::vector<int> silent;
  idle.reserve(64);
  for (int i = 0; i < 64; ++i) {
    httplib::Client& client = idle.emplace_back("127.0.0.1", server.port());
    client.set_keep_alive(true);
    ASSERT_TRUE(client.Get("/healthz")) << i;
  }
  for (int i = 0; i < 64; ++i) {
    silent.push_back(server.connect());  // browsers open some before they need them
  }
  const auto begin = Clock::now();
  EXPECT_EQ(server.get("/search?q=harbour").status, 200);
  EXPECT_LT(Clock::now() - begin, 1s);
  for (const int socket : silent) close(socket);
}

TEST(Searchd, KeepsConnectionsAliveWithoutDelay) {
  const IndexedArchive archive(harbour_articles());
  const RunningServer server(archive);
  auto client = server.client();
  client.set_keep_alive(true);
  client.set_tcp_nodelay(true);
  ASSERT_TRUE(client.Get("/healthz"));
  std::vector<Clock::duration> times;
  for (int i = 0; i < 100; ++i) {
    const auto begin = Clock::now();
    const auto response = client.Get("/search?q=harbour");
    ASSERT_TRUE(response);
    EXPECT_EQ(response->get_header_value("Connection"), "");
    times.push_back(Clock::now() - begin);
  }
  std::sort(times.begin(), times.end());
  EXPECT_LT(times[50], 35ms) << "Nagle's algorithm costs 40 ms an answer";
}

TEST(Searchd, AClientThatReadsSlowlyGetsAllOfALargeAnswer) {
  constexpr std::size_t letters = 12'000'000;
  const IndexedArchive archive(
      {json{{"id", "long"}, {"title", "Long"}, {"body", std::string(letters, 'a')}}.dump()});
  const RunningServer server(archive);
  const int socket = server.connect();
  const std::string request =
      "GET /api/v1/articles/long HTTP/1.1\r\nHost: x\r\nConnection: close\r\n\r\n";
  ASSERT_EQ(::send(socket, request.data(), request.size(), MSG_NOSIGNAL),
            static_cast<ssize_t>(request.size()));
  std::this_thread::sleep_for(1s);  // what fits between us is full then
  std::string answer;
  std::string some(1 << 16, '\0');
  for (ssize_t got = 0; (got = recv(socket, some.data(), some.size(), 0)) > 0;) {
    answer.append(some.data(), static_cast<std::size_t>(got));
  }
  close(socket);
  EXPECT_THAT(answer, StartsWith("HTTP/1.1 200 OK\r\n"));
  const std::size_t head = answer.find("\r\n\r\n");
  ASSERT_NE(head, std::string::npos);
  EXPECT_GT(answer.size() - head, letters);
  EXPECT_THAT(answer.substr(0, head),
              HasSubstr("Content-Length: " + std::to_string(answer.size() - head - 4)));
  EXPECT_THAT(answer.substr(answer.size() - 10), HasSubstr("}"));
}

TEST(Searchd, RefusesAPortInUse) {
  const IndexedArchive archive(harbour_articles());
  const RunningServer server(archive);
  const std::string address = "127.0.0.1:" + std::to_string(server.port());
  const Ended second = archive.run({SEARCHD, "--index", archive.index(), "--listen", address});
  EXPECT_EQ(second.status, 2);
  EXPECT_THAT(second.err, HasSubstr(address + " is in use"));
  EXPECT_THAT(second.err, HasSubstr("--listen with another port"));
  EXPECT_EQ(server.get("/healthz").status, 200);
}

TEST(Searchd, TakesAPortAgainRightAfterAnotherLeftIt) {
  const IndexedArchive archive(harbour_articles());
  RunningServer first(archive);
  ASSERT_EQ(first.get("/healthz").status, 200);
  first.process().kill(SIGTERM);
  ASSERT_EQ(first.process().wait(), 0);
  const RunningServer second(archive, {}, first.port());
  EXPECT_EQ(second.port(), first.port());
  EXPECT_EQ(second.get("/healthz").status, 200);
}

TEST(Searchd, ReadsItsConfigurationAndLetsTheCommandLineWin) {
  const IndexedArchive archive(harbour_articles());
  const std::string config = archive.folder() / "searchd.conf";
  write_file(config, "name = The Morning Paper\nlisten = nonsense\n");
  const RunningServer server(archive, {"--config", config});
  EXPECT_THAT(server.get("/").body, HasSubstr("The Morning Paper"));
}

TEST(Searchd, ComplainsAboutWhatItCannotDo) {
  const IndexedArchive archive(harbour_articles());
  const std::string nowhere = archive.folder() / "nowhere";
  const std::vector<std::pair<std::vector<std::string>, std::string>> table = {
      {{"--index", nowhere}, nowhere},
      {{"--indx", nowhere}, "did you mean --index?"},
      {{"--listen", "8080"}, "expected HOST:PORT"},
      {{"--listen", "127.0.0.1:99999"}, "from 0 to 65535"},
      {{"--listen", "256.1.2.3:0", "--index", archive.index()}, "cannot listen on"},
      {{"--threads", "0"}, "from 1 to"},
      {{"--threads", "many"}, "threads"},
      {{"--log-level", "loud"}, "debug, info"},
      {{"--config", nowhere}, nowhere},
      {{"stray"}, ""},
  };
  for (const auto& [arguments, expected] : table) {
    std::vector<std::string> command{SEARCHD};
    command.insert(command.end(), arguments.begin(), arguments.end());
    const Ended ended = archive.run(command);
    EXPECT_EQ(ended.status, 2) << arguments[0];
    EXPECT_THAT(ended.err, StartsWith("searchd: ")) << arguments[0];
    EXPECT_THAT(ended.err, HasSubstr(expected)) << arguments[0];
    EXPECT_THAT(ended.out, IsEmpty()) << arguments[0];
  }
  const Ended missing = archive.run({SEARCHD, "--index", nowhere});
  EXPECT_THAT(missing.err, HasSubstr("newsindex")) << "the next step";
}

TEST(Searchd, RefusesAConfigurationThatItDoesNotKnow) {
  const IndexedArchive archive;
  write_file(archive.folder() / "searchd.conf", "listn = 127.0.0.1:0\n");
  const Ended ended = archive.run({SEARCHD, "--config", archive.folder() / "searchd.conf"});
  EXPECT_EQ(ended.status, 2);
  EXPECT_THAT(ended.err, HasSubstr("did you mean --listen?"));
}

TEST(Searchd, ExplainsItself) {
  const IndexedArchive archive;
  const Ended help = archive.run({SEARCHD, "--help"});
  EXPECT_EQ(help.status, 0);
  for (const char* option : {"--index", "--listen", "--threads", "--config", "--log-level"}) {
    EXPECT_THAT(help.out, HasSubstr(option));
  }
  const Ended version = archive.run({SEARCHD, "--version"});
  EXPECT_EQ(version.status, 0);
  EXPECT_THAT(version.out, StartsWith("searchd "));
}

TEST(Searchd, LogsALineARequestAndNothingThatForgesOne) {
  const IndexedArchive archive(harbour_articles());
  const RunningServer server(archive);
  server.get("/search?q=harbour");
  server.send_raw("GET /\x1b[31m\x01 HTTP/1.1\r\nHost: x\r\nConnection: close\r\n\r\n");
  EXPECT_TRUE(within_a_second(
      [&] { return server.log().find("GET /search?q=harbour 200") != std::string::npos; }));
  EXPECT_EQ(server.log().find('\x01'), std::string::npos);
}

}  // namespace
}  // namespace news
