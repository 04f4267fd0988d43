#pragma once

#include <arpa/inet.h>
#include <gtest/gtest.h>
#include <httplib.h>
#include <netinet/in.h>
#include <sys/socket.h>

#include <chrono>
#include <functional>
#include <initializer_list>
#include <memory>
#include <nlohmann/json.hpp>
#include <string>
#include <utility>
#include <vector>

#include "tests/support/process.h"
#include "tests/support/soon.h"
#include "tests/support/temp_folder.h"

namespace news {

using nlohmann::json;

/// What a program that has ended said.
struct Ended {
  int status = 0;
  std::string out;
  std::string err;
};

/// An index in a folder of its own, written by the real newsindex.
class IndexedArchive {
 public:
  explicit IndexedArchive(const std::vector<std::string>& articles = {}) {
    if (!articles.empty()) add(articles);
  }

  std::string index() const { return folder_ / "index"; }
  const TempFolder& folder() const { return folder_; }

  /// Runs a program of ours to its end.
  Ended run(std::vector<std::string> command, const std::string& input = {}) const {
    write_file(folder_ / "input", input);
    Process process(command, folder_ / "input", folder_ / "errors");
    Ended ended;
    ended.out = process.read_all();
    ended.status = process.wait().value_or(-1);
    ended.err = read_file(folder_ / "errors");
    return ended;
  }
  void newsindex(std::vector<std::string> arguments, const std::string& input = {}) const {
    std::vector<std::string> command{NEWSINDEX, "--index", index()};
    command.insert(command.end(), arguments.begin(), arguments.end());
    const Ended ended = run(command, input);
    if (ended.status != 0) throw std::runtime_error("newsindex: " + ended.err + ended.out);
  }

  void add(const std::vector<std::string>& articles) const {
    newsindex({"add", "-"}, lines(articles));
  }
  void remove(const std::string& id) const { newsindex({"remove", id}); }
  void rebuild(const std::vector<std::string>& articles) const {
    write_file(folder_ / "articles.jsonl", lines(articles));
    newsindex({"rebuild", folder_ / "articles.jsonl"});
  }

  static std::string lines(const std::vector<std::string>& articles) {
    std::string text;
    for (const std::string& article : articles) text += article + "\n";
    return text;
  }

 private:
  TempFolder folder_;
};

/// The real searchd on a port of its own.
class RunningServer {
 public:
  explicit RunningServer(const IndexedArchive& archive,
                         const std::vector<std::string>& options = {}, int port = 0)
      : errors_(archive.folder() / "searchd.log") {
    std::vector<std::string> command{
        SEARCHD,       "--index", archive.index(), "--listen", "127.0.0.1:" + std::to_string(port),
        "--log-level", "info"};
    command.insert(command.end(), options.begin(), options.end());
    process_ = std::make_unique<Process>(command, "/dev/null", errors_);
    said_ = process_->read_line();
    const std::size_t colon = said_.rfind(':');
    if (colon == std::string::npos) throw std::runtime_error("searchd: " + said_ + log());
    port_ = std::stoi(said_.substr(colon + 1));
  }

  int port() const { return port_; }
  /// The line it printed when it was ready.
  const std::string& said() const { return said_; }
  std::string log() const { return read_file(errors_); }
  Process& process() { return *process_; }

  httplib::Client client() const {
    httplib::Client client("127.0.0.1", port_);
    client.set_url_encode(false);
    client.set_read_timeout(30);
    return client;
  }

  httplib::Response get(const std::string& target) const { return send("GET", target); }

  httplib::Response send(const std::string& method, const std::string& target,
                         const std::string& body = {}, const httplib::Headers& headers = {}) const {
    httplib::Request request;
    request.method = method;
    request.path = target;
    request.body = body;
    request.headers = headers;
    auto result = client().send(request);
    if (!result) throw std::runtime_error(method + " " + target.substr(0, 100) + ": no answer");
    return *result;
  }

  json get_json(const std::string& target) const { return json::parse(get(target).body); }

  /// The ids of the hits of a search.
  std::vector<std::string> ids(const std::string& query) const {
    std::vector<std::string> found;
    const json answer = get_json("/api/v1/search?" + query);
    for (const json& hit : answer.at("hits")) found.push_back(hit.at("id"));
    return found;
  }

  /// Sends bytes as they are and reads until the server closes or is silent for a while.
  std::string send_raw(const std::string& bytes, int silent_ms = 12'000) const {
    const int socket = connect();
    std::size_t sent = 0;
    std::string answer;
    while (sent < bytes.size()) {
      const ssize_t more = ::send(socket, bytes.data() + sent, bytes.size() - sent, MSG_NOSIGNAL);
      if (more <= 0) break;
      sent += static_cast<std::size_t>(more);
    }
    char buffer[4096];
    pollfd readable{socket, POLLIN, 0};
    while (poll(&readable, 1, silent_ms) > 0) {
      const ssize_t got = recv(socket, buffer, sizeof buffer, 0);
      if (got <= 0) break;
      answer.append(buffer, static_cast<std::size_t>(got));
    }
    close(socket);
    return answer;
  }

  int connect() const {
    const int socket = ::socket(AF_INET, SOCK_STREAM | SOCK_CLOEXEC, 0);
    sockaddr_in address{};
    address.sin_family = AF_INET;
    address.sin_port = htons(static_cast<std::uint16_t>(port_));
    inet_pton(AF_INET, "127.0.0.1", &address.sin_addr);
    if (::connect(socket, reinterpret_cast<const sockaddr*>(&address), sizeof address) != 0) {
      throw std::runtime_error("cannot connect");
    }
    return socket;
  }

 private:
  std::string errors_;
  std::unique_ptr<Process> process_;
  std::string said_;
  int port_ = 0;
};

inline bool within_a_second(const std::function<bool()>& holds) {
  return soon(holds, std::chrono::seconds(1));
}

/// Every file of corpus/sample.
inline std::vector<std::string> sample_files() {
  std::vector<std::string> files;
  for (const auto& file : std::filesystem::directory_iterator(CORPUS "/sample")) {
    files.push_back(file.path().string());
  }
  return files;
}

/// Articles about harbours that the tests count on.
inline std::vector<std::string> harbour_articles() {
  return {R"({"id":"a","url":"https://paper.example/a","title":"Harbour strike in Gdansk",)"
          R"("body":"Dockers elected a committee. The strike goes on.",)"
          R"("authors":[{"name":"Anna Müller","role":"Correspondent","bio":"Anna writes."}],)"
          R"("countries":["PL"],"section":"Business","source":"The Paper","tags":["ports"],)"
          R"("published":"2023-04-01","language":"en"})",
          R"({"id":"https://paper.example/b/2?x=1&y","url":"https://paper.example/b/2?x=1&y",)"
          R"("title":"Election in Denmark","standfirst":"A quiet day.",)"
          R"("body":"Voters went to the polls. The harbour was quiet.",)"
          R"("authors":["Lars Holm","Anna Müller"],"countries":["DK"],"section":"Politics",)"
          R"("published":"2023-05-02T10:00:00+02:00","language":"en"})",
          R"({"id":"c","title":"Hafenarbeiter streiken","body":"Die Häuser am Hafen sind leer.",)"
          R"("countries":["DE","PL"],"section":"Business","published":"2024-01-03",)"
          R"("language":"de","desk":{"n":1}})",
          R"({"id":"d","title":"A note without a date","body":"The harbour was in doubt.",)"
          R"("authors":["Anna Müller"],"language":"en"})"};
}

/// Those articles, served.
class HarbourTest : public testing::Test {
 protected:
  IndexedArchive archive{harbour_articles()};
  RunningServer server{archive};
};

}  // namespace news
