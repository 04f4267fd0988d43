#include "searchd/site.h"

#include <fmt/format.h>
#include <spdlog/spdlog.h>

#include <algorithm>
#include <array>
#include <chrono>
#include <memory>
#include <optional>
#include <utility>

#include "common/error.h"
#include "common/text.h"
#include "searchd/problem.h"
#include "searchd/target.h"
#include "searchd/views/assets.h"
#include "searchd/views/json.h"

namespace news {

namespace {

constexpr const char* html_type = "text/html; charset=utf-8";
constexpr const char* json_type = "application/json";
constexpr const char* problem_type = "application/problem+json";
constexpr const char* text_type = "text/plain; charset=utf-8";

/// What is asked for below a route.
struct Visit {
  std::string rest;  ///< What follows the path of the route.
  Parameters parameters;
  bool gzip;  ///< Whether the body may be compressed.
};

using Handler = Answer (*)(const Site& site, const Visit& visit);

/// One path, or all that begin with it where it ends in a slash; of these, those with `ending`.
struct Route {
  std::string_view path;
  Handler handler;
  std::string_view ending = {};
};

/// There is nothing under that path.
class NotFound : public std::runtime_error {
 public:
  using std::runtime_error::runtime_error;
};

void require_utf8(const Parameters& parameters) {
  for (const auto& [name, value] : parameters) {
    if (find_invalid_utf8(name)) throw BadRequest("query", "a parameter's name is not UTF-8");
    // A query may be any bytes; its parser mends them.
    if (name != "q" && find_invalid_utf8(value)) {
      throw BadRequest(name, name + " is not UTF-8; expected percent-encoded UTF-8");
    }
  }
}

/// Browsers send every field of a form, also the empty ones.
void drop_empty(Parameters& parameters) {
  std::erase_if(parameters, [](const auto& parameter) { return parameter.second.empty(); });
}

SearchRequest page_request(Parameters parameters) {
  require_utf8(parameters);
  drop_empty(parameters);
  return parse_search_request(parameters);
}

/// How an answer to a search is shown.
struct Show {
  std::string_view name;  ///< Keeps apart what is cached.
  const char* type;
  std::string (*text)(const Site& site, const SearchRequest& request, const SearchResult& result);
};

constexpr Show as_home{"home", html_type,
                       [](const Site& site, const SearchRequest&, const SearchResult& result) {
                         return site.pages().home(site.searcher().summary(), result);
                       }};
constexpr Show as_page{
    "page", html_type,
    [](const Site& site, const SearchRequest& request, const SearchResult& result) {
      return site.pages().search(request, result);
    }};
constexpr Show as_data{"data", json_type,
                       [](const Site&, const SearchRequest& request, const SearchResult& result) {
                         return search_json(request, result);
                       }};

/// Searches, unless the answer is at hand.
Answer search(const Site& site, const SearchRequest& request, bool gzip, const Show& show) {
  const auto begin = std::chrono::steady_clock::now();
  const std::string key = fmt::format("{}.{}.{}?{}", site.searcher().state(), show.name,
                                      gzip ? "gzip" : "plain", to_query_string(request));
  if (const auto kept = site.cache().find(key)) {
    const std::chrono::duration<double, std::milli> took = std::chrono::steady_clock::now() - begin;
    return {200, show.type, kept->body(took.count()), false, gzip};
  }
  const SearchResult result = site.searcher().search(request);
  const auto answer =
      std::make_shared<const RenderedAnswer>(show.text(site, request, result), gzip);
  if (!result.momentary) site.cache().add(key, answer);
  return {200, show.type, answer->body(result.took_ms), false, gzip};
}

Answer home(const Site& site, const Visit& visit) {
  SearchRequest newest;
  newest.sort = Sort::Newest;
  return search(site, newest, visit.gzip, as_home);
}

Answer search_page(const Site& site, const Visit& visit) {
  return search(site, page_request(visit.parameters), visit.gzip, as_page);
}

Answer search_data(const Site& site, const Visit& visit) {
  require_utf8(visit.parameters);
  return search(site, parse_search_request(visit.parameters), visit.gzip, as_data);
}

/// The one parameter of a request that takes no other than q.
std::string only_q(const Parameters& parameters, const char* what) {
  std::string q;
  for (const auto& [name, value] : parameters) {
    if (name != "q") {
      throw BadRequest(repair_utf8(name), "unknown parameter \"" + repair_utf8(name) + "\"; " +
                                              what + " takes only q");
    }
    q = value;
  }
  return q;
}

Answer completions_data(const Site& site, const Visit& visit) {
  const std::string q = only_q(visit.parameters, "suggest");
  return {200, json_type, completions_json(q, site.searcher().complete(q))};
}

/// Beside an article; more would be longer than many articles are.
constexpr std::size_t most_related = 8;

ArticleResult find_article(const Site& site, const std::string& id, const std::string& q,
                           std::size_t related = 0) {
  std::optional<ArticleResult> article = site.searcher().article(id, q, related);
  if (!article) throw NotFound("no article has the id \"" + repair_utf8(id) + "\"");
  return std::move(*article);
}

Answer article_page(const Site& site, const Visit& visit) {
  const SearchRequest request = page_request(visit.parameters);
  return {200, html_type,
          site.pages().article(find_article(site, visit.rest, request.q, most_related), request)};
}

Answer article_data(const Site& site, const Visit& visit) {
  const std::string q = only_q(visit.parameters, "an article");
  return {200, json_type, article_json(find_article(site, visit.rest, q))};
}

constexpr std::array file_types{std::pair{".css", "text/css; charset=utf-8"},
                                std::pair{".js", "text/javascript; charset=utf-8"},
                                std::pair{".svg", "image/svg+xml"}};

const char* type_of(std::string_view name) {
  for (const auto& [ending, type] : file_types) {
    if (name.ends_with(ending)) return type;
  }
  return text_type;
}

Answer related_data(const Site& site, const Visit& visit) {
  if (!visit.parameters.empty()) {
    const std::string name = repair_utf8(visit.parameters.front().first);
    throw BadRequest(name, "unknown parameter \"" + name + "\"; related articles take none");
  }
  return {200, json_type, related_json(find_article(site, visit.rest, {}, most_related))};
}

Answer static_file(const Site&, const Visit& visit) {
  const Asset* asset = find_asset("static/" + visit.rest);
  if (asset == nullptr) throw NotFound("there is no file of that name");
  return {200, type_of(visit.rest), std::string(asset->text), true};
}

Answer alive(const Site&, const Visit&) { return {200, text_type, "ok\n"}; }

Answer ready(const Site& site, const Visit&) {
  std::string why;
  if (site.searcher().ready(why)) return {200, text_type, "ok\n"};
  return {503, text_type, why + "\n"};
}

constexpr std::array routes{
    Route{"/", home},
    Route{"/search", search_page},
    Route{"/article/", article_page},
    Route{"/api/v1/search", search_data},
    Route{"/api/v1/articles/", related_data, "/related"},
    Route{"/api/v1/articles/", article_data},
    Route{"/api/v1/suggest", completions_data},
    Route{"/static/", static_file},
    Route{"/healthz", alive},
    Route{"/readyz", ready},
};

bool leads_to(const Route& route, const Target& target) {
  const std::string_view path = target.path;
  // An id may end so as well, but then its slash is escaped.
  if (!target.raw_path.ends_with(route.ending)) return false;
  if (path.size() < route.path.size() + route.ending.size()) return false;
  const bool whole = route.path.size() == 1 || route.path.back() != '/';
  return whole ? path == route.path : path.starts_with(route.path);
}

Answer follow(const Site& site, std::string_view raw, bool gzip) {
  Target target = parse_target(raw);
  for (const Route& route : routes) {
    if (!leads_to(route, target)) continue;
    std::string rest = target.path.substr(route.path.size());
    rest.resize(rest.size() - route.ending.size());
    return route.handler(site, {std::move(rest), std::move(target.parameters), gzip});
  }
  throw NotFound("there is nothing at " + repair_utf8(target.path));
}

std::string title_of(int status) {
  constexpr std::array titles{
      std::pair{400, "Bad Request"},          std::pair{404, "Not Found"},
      std::pair{405, "Method Not Allowed"},   std::pair{408, "Request Timeout"},
      std::pair{413, "Content Too Large"},    std::pair{414, "URI Too Long"},
      std::pair{416, "Range Not Satisfiable"}};
  for (const auto& [known, title] : titles) {
    if (known == status) return title;
  }
  return status < 500 ? "Bad Request" : "Internal Server Error";
}

Answer tell(const Site& site, std::string_view target, Problem problem) {
  problem.title = title_of(problem.status);
  const int status = problem.status;
  if (target.starts_with("/api/")) return {status, problem_type, problem_json(problem)};
  return {status, html_type, site.pages().error(problem)};
}

}  // namespace

Answer Site::get(std::string_view target, bool gzip) const {
  try {
    return follow(*this, target, gzip);
  } catch (const BadRequest& error) {
    return tell(
        *this, target,
        {.status = 400, .title = {}, .detail = error.what(), .parameter = error.parameter()});
  } catch (const NotFound& error) {
    return refuse(404, target, error.what());
  } catch (const std::exception& error) {
    spdlog::error("{}: {}", clean_line(repair_utf8(target)), error.what());
  } catch (...) {
    // What the libraries throw need not be a std::exception.
    spdlog::error("{}: unknown exception", clean_line(repair_utf8(target)));
  }
  return refuse(500, target, "Something went wrong on our side. Please try again later.");
}

Answer Site::refuse(int status, std::string_view target, const std::string& detail) const {
  return tell(*this, target, {.status = status, .title = {}, .detail = detail, .parameter = {}});
}

}  // namespace news
