#include "searchd/routes.h"

#include <fmt/format.h>
#include <httplib.h>
#include <poll.h>
#include <spdlog/spdlog.h>
#include <sys/socket.h>

#include <algorithm>
#include <atomic>
#include <cerrno>
#include <chrono>
#include <functional>
#include <string_view>
#include <thread>
#include <utility>

#include "common/error.h"
#include "common/text.h"
#include "searchd/gzip.h"

namespace news {

namespace {

using Clock = std::chrono::steady_clock;
using namespace std::chrono_literals;

/// The first line and the headers of a request have to be within these. httplib itself answers a
/// first line of more than 8 KB; but it would read an endless one to its end, or for ever.
constexpr std::size_t most_head_bytes = 64 << 10;
constexpr auto most_head_time = 10s;
constexpr auto most_write_time = 20s;
/// So long a connection may idle where no other needs its thread; else a step, or a new one this.
constexpr std::chrono::milliseconds most_idle_time = 5s;
constexpr std::chrono::milliseconds least_first_time = 200ms;
constexpr auto idle_step = 20ms;
/// So long after a request a thread stays awake for the next where none other is served: a
/// processor that sleeps takes 0.2 ms to begin, and whoever asks again does so soon.
constexpr auto awake_time = 500us;
constexpr int most_requests = 1000;  // of a connection
/// What is read and thrown away of a request that was refused, so that the client gets to read why.
constexpr std::size_t most_drained = 8 << 20;
constexpr auto most_drain_time = 2s;

constexpr const char* security_policy =
    "default-src 'none'; script-src 'self'; connect-src 'self'; style-src 'self'; "
    "img-src 'self' data:; form-action 'self'; "
    "base-uri 'none'; frame-ancestors 'none'";

constexpr const char* compress_header = "X-May-Compress";

/// Waits until the socket can be read or written; false when `until` has come.
bool wait_for(int socket, short event, Clock::time_point until) {
  for (;;) {
    const auto left = std::chrono::ceil<std::chrono::milliseconds>(until - Clock::now()).count();
    pollfd poll_one{.fd = socket, .events = event, .revents = 0};
    const int ready = poll(&poll_one, 1, static_cast<int>(std::max<std::int64_t>(left, 0)));
    if (ready > 0) return true;
    if (ready == 0 || errno != EINTR) return false;
  }
}

/// Whether a call that may not wait has come back for that.
bool has_to_wait(ssize_t result) {
  return result < 0 && (errno == EAGAIN || errno == EWOULDBLOCK || errno == EINTR);
}

/// A connection for httplib to read requests from, each within bounds.
class Connection : public httplib::Stream {
 public:
  explicit Connection(int socket) : socket_(socket) { begin_request(); }

  void begin_request() {
    head_left_ = most_head_bytes;
    read_until_ = Clock::now() + most_head_time;
    written_ = false;
  }
  /// Whether there is something to read before `until`.
  bool wait_for_request(Clock::time_point until) const {
    return begin_ < end_ || wait_for(socket_, POLLIN, until);
  }
  bool too_long() const { return head_left_ == 0; }
  bool written() const { return written_; }
  /// Sends what write() has kept; false if that fails.
  bool flush() { return send_kept_and({}); }
  /// Ends the writing side and reads on for a while: closed with bytes unread, the connection
  /// would be reset and the answer lost.
  void drain();

  bool is_readable() const override { return wait_for_request(read_until_); }
  bool is_writable() const override {
    return wait_for(socket_, POLLOUT, Clock::now() + most_write_time);
  }
  ssize_t read(char* bytes, size_t size) override;
  ssize_t write(const char* bytes, size_t size) override;
  void get_remote_ip_and_port(std::string& ip, int& port) const override {
    ip.clear();
    port = 0;
  }
  void get_local_ip_and_port(std::string& ip, int& port) const override {
    ip.clear();
    port = 0;
  }
  // httplib only compares it with what its select() can bear, and nothing here selects.
  socket_t socket() const override { return INVALID_SOCKET; }

 private:
  bool send_kept_and(std::string_view bytes);

  int socket_;
  std::array<char, 16 << 10> buffer_;
  std::size_t begin_ = 0;
  std::size_t end_ = 0;
  std::size_t head_left_ = 0;
  Clock::time_point read_until_;
  bool written_ = false;
  std::string kept_;  // to be sent with what is written next
};

ssize_t Connection::read(char* bytes, size_t size) {
  if (begin_ == end_) {
    ssize_t got = recv(socket_, buffer_.data(), buffer_.size(), MSG_DONTWAIT);
    if (has_to_wait(got)) {
      if (!wait_for(socket_, POLLIN, read_until_)) return -1;
      got = recv(socket_, buffer_.data(), buffer_.size(), 0);
    }
    if (got <= 0) return got;
    begin_ = 0;
    end_ = static_cast<std::size_t>(got);
  }
  const std::size_t given = std::min({size, end_ - begin_, head_left_});
  if (given == 0) return -1;
  std::copy_n(buffer_.data() + begin_, given, bytes);
  begin_ += given;
  head_left_ -= given;
  return static_cast<ssize_t>(given);
}

/// httplib writes the head of an answer, then its body: sent together, they wake the client once.
ssize_t Connection::write(const char* bytes, size_t size) {
  constexpr std::size_t most_kept = 4 << 10;
  written_ = true;
  if (kept_.empty() && size <= most_kept) {
    kept_.assign(bytes, size);
  } else if (!send_kept_and({bytes, size})) {
    return -1;
  }
  return static_cast<ssize_t>(size);
}

bool Connection::send_kept_and(std::string_view bytes) {
  std::string_view kept = kept_;
  while (!kept.empty() || !bytes.empty()) {
    std::array<iovec, 2> parts{{{const_cast<char*>(kept.data()), kept.size()},
                                {const_cast<char*>(bytes.data()), bytes.size()}}};
    const msghdr message{.msg_iov = parts.data(), .msg_iovlen = parts.size()};
    const ssize_t sent = sendmsg(socket_, &message, MSG_NOSIGNAL | MSG_DONTWAIT);
    if (has_to_wait(sent)) {
      if (!wait_for(socket_, POLLOUT, Clock::now() + most_write_time)) return false;
      continue;
    }
    if (sent < 0) return false;
    const std::size_t of_kept = std::min(kept.size(), static_cast<std::size_t>(sent));
    kept.remove_prefix(of_kept);
    bytes.remove_prefix(static_cast<std::size_t>(sent) - of_kept);
  }
  kept_.clear();
  return true;
}

void Connection::drain() {
  shutdown(socket_, SHUT_WR);
  const auto until = Clock::now() + most_drain_time;
  for (std::size_t drained = 0; drained < most_drained && wait_for(socket_, POLLIN, until);) {
    const ssize_t got = recv(socket_, buffer_.data(), buffer_.size(), 0);
    if (got <= 0) return;
    drained += static_cast<std::size_t>(got);
  }
}

/// httplib's pool, which tells whether connections wait for a thread.
class ConnectionPool : public httplib::ThreadPool {
 public:
  ConnectionPool(std::size_t threads, std::atomic<int>& waiting)
      : ThreadPool(threads), waiting_(waiting) {}

  void enqueue(std::function<void()> serve) override {
    ++waiting_;
    ThreadPool::enqueue([this, serve = std::move(serve)] {
      --waiting_;
      serve();
    });
  }

 private:
  std::atomic<int>& waiting_;
};

bool has_body(const httplib::Request& request) {
  const std::string length = request.get_header_value("Content-Length");
  return request.has_header("Transfer-Encoding") || (!length.empty() && length != "0");
}

// A few bytes do not get smaller.
constexpr std::size_t least_compressed = 512;

void set_answer(httplib::Response& response, Answer answer, bool may_compress = false) {
  if (may_compress && !answer.gzip && answer.body.size() >= least_compressed) {
    answer.body = gzip(answer.body);
    answer.gzip = true;
  }
  response.status = answer.status;
  response.body = std::move(answer.body);
  response.set_header("Content-Type", answer.type);
  response.set_header("Vary", "Accept-Encoding");
  if (answer.gzip) response.set_header("Content-Encoding", "gzip");
  response.set_header("Cache-Control",
                      answer.lasting ? "public, max-age=31536000, immutable" : "no-cache");
}

/// httplib would compress with brotli at its best, 16 ms for 12 KB, and again each time.
/// That it may be done is left in a header of our own.
void take_over_compression(httplib::Request& request) {
  const bool accepts = accepts_gzip(request.get_header_value("Accept-Encoding"));
  request.headers.erase("Accept-Encoding");
  request.headers.erase(compress_header);
  if (accepts) request.set_header(compress_header, "gzip");
}

/// Why httplib itself, or our bounds on it, refused a request.
std::string why_refused(int status) {
  if (status == 414) return "the URL is too long; expected at most 8,000 bytes";
  if (status == 416) return "the Range header is malformed; leave it out, answers are always whole";
  return "this is not a request that HTTP/1.1 knows; expected GET and a path";
}

}  // namespace

struct HttpServer::Private : httplib::Server {
  Private(const Site& site_, std::size_t threads) : site(site_) {
    new_task_queue = [this, threads] { return new ConnectionPool(threads, waiting); };
    set_tcp_nodelay(true);
    set_keep_alive_max_count(most_requests);  // only said to the client; the loop is ours
    // httplib would also set SO_REUSEPORT, with which two servers share a port and nobody notices.
    set_socket_options([this](socket_t socket) {
      const int yes = 1;
      setsockopt(socket, SOL_SOCKET, SO_REUSEADDR, &yes, sizeof(yes));
      listening = socket;
    });
    set_default_headers({{"Content-Security-Policy", security_policy},
                         {"X-Content-Type-Options", "nosniff"},
                         {"Referrer-Policy", "same-origin"}});
    set_pre_routing_handler([this](const auto& request, auto& response) {
      answer(request, response);
      return HandlerResponse::Handled;
    });
    set_error_handler(Handler([this](const auto& request, auto& response) {
      if (response.body.empty()) {
        set_answer(response,
                   site.refuse(response.status, request.target, why_refused(response.status)));
      }
    }));
    // Nothing is thrown so far up; but httplib would print the text of whatever was in a header.
    set_exception_handler([this](const auto& request, auto& response, const std::exception_ptr&) {
      set_answer(response, site.refuse(500, request.target, "Something went wrong on our side."));
    });
  }

  bool stopping() const { return svr_sock_ == INVALID_SOCKET; }

  void answer(const httplib::Request& request, httplib::Response& response) const {
    const auto begin = Clock::now();
    if (request.method != "GET" && request.method != "HEAD") {
      set_answer(response, site.refuse(405, request.target,
                                       request.method + " is not for this server; it only answers "
                                                        "GET and HEAD"));
      response.set_header("Allow", "GET, HEAD");
    } else if (has_body(request)) {
      set_answer(response, site.refuse(413, request.target, "a GET has no body; leave it out"));
    } else {
      const bool compress = request.has_header(compress_header);
      set_answer(response, site.get(request.target, compress), compress);
    }
    const std::chrono::duration<double, std::milli> took = Clock::now() - begin;
    if (!spdlog::should_log(spdlog::level::info)) return;
    spdlog::info("{} {} {} {:.1f} ms", request.method, clean_line(repair_utf8(request.target)),
                 response.status, took.count());
  }

  /// The loop of a connection. Ours instead of httplib's, which has no bound on the time or size
  /// of a request's head, takes an unread body for the next request, and keeps idle connections
  /// alive while the server stops.
  bool process_and_close_socket(socket_t socket) override {
    Connection connection(socket);
    bool more = true;
    for (int served = 1; more && wait_for_request(connection, served == 1); ++served) {
      connection.begin_request();
      ++served_now;
      more = serve_one(connection, served == most_requests);
      --served_now;
    }
    close(socket);
    return true;
  }

  /// Waits in short steps, so that neither a server that stops nor other connections wait for idle
  /// clients. Theirs are closed when a thread is needed, unless they have only just come.
  bool wait_for_request(const Connection& connection, bool first) const {
    const auto begin = Clock::now();
    while (served_now == 0 && waiting == 0 && Clock::now() < begin + awake_time) {
      if (connection.wait_for_request(begin)) return true;  // without waiting
      std::this_thread::yield();
    }
    for (;;) {
      if (connection.wait_for_request(stopping() ? Clock::now() : Clock::now() + idle_step)) {
        return true;
      }
      const auto idle = Clock::now() - begin;
      const auto most = waiting == 0 ? most_idle_time : (first ? least_first_time : 0ms);
      if (stopping() || idle >= most) return false;
    }
  }

  /// Whether another request may follow.
  bool serve_one(Connection& connection, bool last) {
    bool closed = false;
    bool body = false;
    bool understood = false;
    const auto look = [&](httplib::Request& request) {
      understood = true;
      request.ranges.clear();  // an answer is always whole
      body = has_body(request);
      // httplib would tell the client to go on with its body.
      request.headers.erase("Expect");
      take_over_compression(request);
      if (!body && !stopping()) return;
      request.headers.erase("Connection");
      request.set_header("Connection", "close");
    };
    const bool good = process_request(connection, last, closed, look);
    if (connection.too_long() && !connection.written()) refuse_long(connection);
    const bool sent = connection.flush();
    // What follows then is not the next request.
    const bool lost = !good || !sent || !understood || body;
    if (lost) connection.drain();
    return !lost && !closed && !last && !stopping();
  }

  /// httplib says nothing where the first line does not end.
  void refuse_long(Connection& connection) const {
    const Answer answer = site.refuse(414, "/api/", why_refused(414));
    const std::string text = fmt::format(
        "HTTP/1.1 414 URI Too Long\r\nConnection: close\r\nContent-Type: {}\r\n"
        "Content-Length: {}\r\n\r\n{}",
        answer.type, answer.body.size(), answer.body);
    connection.write(text.data(), text.size());
  }

  const Site& site;
  socket_t listening = INVALID_SOCKET;
  std::atomic<int> waiting = 0;     // connections without a thread
  std::atomic<int> served_now = 0;  // requests
  std::atomic<bool> ended = false;
};

HttpServer::HttpServer(const Site& site, std::size_t threads)
    : private_(std::make_unique<Private>(site, threads)) {}

HttpServer::~HttpServer() = default;

int HttpServer::listen(const std::string& host, int port) {
  const std::string address = fmt::format("{}:{}", host, port);
  errno = 0;
  const int bound = port == 0 ? private_->bind_to_any_port(host)
                              : (private_->bind_to_port(host, port) ? port : -1);
  if (bound > 0) {
    // httplib lets five connections wait to be accepted; the next would try again a second later.
    ::listen(private_->listening, SOMAXCONN);
    return bound;
  }
  if (errno == EADDRINUSE) throw Error(address + " is in use", "--listen with another port");
  const std::string reason = errno == 0 ? "no such address" : std::strerror(errno);
  throw Error("cannot listen on " + address + ": " + reason,
              "--listen HOST:PORT with an address of this machine, such as 127.0.0.1:8080");
}

void HttpServer::run() {
  const bool stopped = private_->listen_after_bind();
  private_->ended = true;
  if (!stopped) throw Error("the listening socket is broken", "start searchd again");
}

void HttpServer::stop() {
  // httplib ignores a stop before it accepts connections.
  while (!private_->is_running() && !private_->ended) std::this_thread::sleep_for(1ms);
  private_->Server::stop();
}

}  // namespace news
