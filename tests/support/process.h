#pragma once

#include <fcntl.h>
#include <poll.h>
#include <signal.h>
#include <sys/wait.h>
#include <unistd.h>

#include <chrono>
#include <cstdlib>
#include <filesystem>
#include <fstream>
#include <iterator>
#include <optional>
#include <stdexcept>
#include <string>
#include <thread>
#include <vector>

namespace news {

/// A program running beside the test; killed if it still runs when this goes.
class Process {
 public:
  /// Its standard input comes from `input`; standard error goes to `errors`, both files.
  Process(const std::vector<std::string>& command, const std::string& input,
          const std::string& errors) {
    std::vector<char*> arguments;
    for (const std::string& part : command) arguments.push_back(const_cast<char*>(part.c_str()));
    arguments.push_back(nullptr);
    int ends[2];
    if (pipe2(ends, O_CLOEXEC) != 0) throw std::runtime_error("no pipe");
    output_ = ends[0];
    id_ = fork();
    if (id_ == 0) {
      dup2(open(input.c_str(), O_RDONLY), STDIN_FILENO);
      dup2(ends[1], STDOUT_FILENO);
      dup2(open(errors.c_str(), O_WRONLY | O_CREAT | O_TRUNC, 0600), STDERR_FILENO);
      execv(arguments[0], arguments.data());
      _exit(127);
    }
    close(ends[1]);
  }
  ~Process() {
    if (!status_) {
      ::kill(id_, SIGKILL);
      waitpid(id_, nullptr, 0);
    }
    close(output_);
  }
  Process(const Process&) = delete;
  Process& operator=(const Process&) = delete;

  void kill(int signal) const { ::kill(id_, signal); }

  /// The next line of its standard output; what there is if it ends or `within` is over.
  std::string read_line(std::chrono::seconds within = std::chrono::seconds(60)) const {
    const auto until = std::chrono::steady_clock::now() + within;
    std::string line;
    while (std::chrono::steady_clock::now() < until) {
      pollfd readable{output_, POLLIN, 0};
      if (poll(&readable, 1, 100) == 0) continue;
      char c = 0;
      if (read(output_, &c, 1) != 1 || c == '\n') break;
      line += c;
    }
    return line;
  }

  std::string read_all() const {
    std::string all;
    char buffer[4096];
    for (ssize_t got; (got = read(output_, buffer, sizeof buffer)) > 0;) {
      all.append(buffer, static_cast<std::size_t>(got));
    }
    return all;
  }

  /// Its exit status, or 128 and the signal that ended it; nothing if it runs on for longer.
  std::optional<int> wait(std::chrono::milliseconds within = std::chrono::seconds(60)) {
    const auto until = std::chrono::steady_clock::now() + within;
    while (!status_) {
      int status = 0;
      if (waitpid(id_, &status, WNOHANG) == id_) {
        status_ = WIFEXITED(status) ? WEXITSTATUS(status) : 128 + WTERMSIG(status);
      } else if (std::chrono::steady_clock::now() > until) {
        return std::nullopt;
      } else {
        std::this_thread::sleep_for(std::chrono::milliseconds(2));
      }
    }
    return status_;
  }

 private:
  pid_t id_;
  int output_;
  std::optional<int> status_;
};

inline std::string read_file(const std::filesystem::path& path) {
  std::ifstream in(path, std::ios::binary);
  return {std::istreambuf_iterator<char>(in), {}};
}

inline void write_file(const std::filesystem::path& path, const std::string& text) {
  std::ofstream(path, std::ios::binary) << text;
}

}  // namespace news
