#include <libpq-fe.h>

#include <memory>
#include <mutex>
#include <thread>

#include "tests/bench/peers/peer.h"

/// PostgreSQL: a tsvector with a GIN index, ts_rank and ts_headline, counts by GROUP BY. One
/// statement a query.
namespace news {
namespace {

constexpr int writers = 2;
constexpr std::size_t copied_at_once = 1'000'000;  // bytes

class Connection {
 public:
  explicit Connection(const std::string& where) : connection_(PQconnectdb(where.c_str())) {
    if (PQstatus(connection_) != CONNECTION_OK) fail("cannot connect");
  }
  ~Connection() { PQfinish(connection_); }
  Connection(const Connection&) = delete;
  Connection& operator=(const Connection&) = delete;

  using Result = std::unique_ptr<PGresult, decltype(&PQclear)>;

  Result run(const std::string& sql, const std::vector<std::string>& values = {}) {
    std::vector<const char*> pointers;
    for (const std::string& value : values) pointers.push_back(value.c_str());
    Result result(PQexecParams(connection_, sql.c_str(), static_cast<int>(values.size()), nullptr,
                               pointers.data(), nullptr, nullptr, 0),
                  PQclear);
    const ExecStatusType status = PQresultStatus(result.get());
    if (status != PGRES_COMMAND_OK && status != PGRES_TUPLES_OK && status != PGRES_COPY_IN) {
      fail(sql);
    }
    return result;
  }

  void copy(const std::string& rows) {
    if (PQputCopyData(connection_, rows.data(), static_cast<int>(rows.size())) != 1) fail("COPY");
  }
  void end_copy() {
    if (PQputCopyEnd(connection_, nullptr) != 1) fail("COPY");
    while (PGresult* result = PQgetResult(connection_)) {
      const bool done = PQresultStatus(result) == PGRES_COMMAND_OK;
      PQclear(result);
      if (!done) fail("COPY");
    }
  }

 private:
  [[noreturn]] void fail(const std::string& what) const {
    throw Error("postgresql: " + what + ": " + PQerrorMessage(connection_));
  }

  PGconn* connection_;
};

// --- indexing

constexpr const char* table = R"(CREATE TABLE article (
  n bigserial PRIMARY KEY, id text, title text, standfirst text, body text, day date, month text,
  section text, authors text[], countries text[],
  search tsvector GENERATED ALWAYS AS (
    to_tsvector('english', title || ' ' || standfirst || ' ' || body)) STORED))";

constexpr const char* indexes[] = {
    "CREATE INDEX ON article USING gin (search)", "CREATE INDEX ON article USING gin (authors)",
    "CREATE INDEX ON article USING gin (countries)", "CREATE INDEX ON article (day)",
    "CREATE INDEX ON article (section)"};

std::string escaped(const std::string& text) {
  std::string result;
  for (const char c : text) {
    if (c == '\\') result += '\\';
    result += c;
  }
  return result;
}

std::string array(const std::vector<std::string>& values) {
  std::string result = "{";
  for (const std::string& value : values) result += (result == "{" ? "\"" : ",\"") + value + "\"";
  return result + "}";
}

void append_row(const std::string& line, std::string& rows) {
  const PeerArticle a = peer_article(line);
  for (const std::string& text : {a.id, a.title, a.standfirst, a.body}) {
    rows += escaped(text) + '\t';
  }
  rows += a.day + '\t' + a.day.substr(0, 7) + '\t' + escaped(a.section) + '\t';
  rows += escaped(array(a.authors)) + '\t' + array(a.countries) + '\n';
}

/// Copies rows into the table until the articles end; several do so at a time.
void copy_articles(std::ifstream& articles, std::mutex& mutex, const std::string& where) {
  Connection connection(where);
  connection.run(
      "COPY article (id, title, standfirst, body, day, month, section, authors, countries) FROM "
      "STDIN");
  while (true) {
    std::vector<std::string> lines;
    {
      const std::lock_guard lock(mutex);
      std::size_t bytes = 0;
      for (std::string line; bytes < copied_at_once && std::getline(articles, line);) {
        bytes += line.size();
        lines.push_back(line);
      }
    }
    if (lines.empty()) break;
    std::string rows;
    for (const std::string& line : lines) append_row(line, rows);
    connection.copy(rows);
  }
  connection.end_copy();
}

void index(const std::string& path, const std::string& where) {
  Connection connection(where);
  connection.run(table);
  std::ifstream articles(path);
  std::mutex mutex;
  std::string failure;
  std::vector<std::thread> threads;
  for (int i = 0; i < writers; ++i) {
    threads.emplace_back([&] {
      try {
        copy_articles(articles, mutex, where);
      } catch (const Error& error) {
        const std::lock_guard lock(mutex);
        failure = error.what();
      }
    });
  }
  for (std::thread& thread : threads) thread.join();
  if (!failure.empty()) throw Error(failure);
  for (const char* sql : indexes) connection.run(sql);
  connection.run("VACUUM ANALYZE article");
}

// --- searching

struct Sql {
  std::string text;
  std::vector<std::string> values;

  /// The number of a parameter that has the value.
  std::string parameter(const std::string& value) {
    values.push_back(value);
    return "$" + std::to_string(values.size());
  }
};

/// An expression for the tsquery; empty for no words.
std::string tsquery_of(const std::string& words, Sql& sql) {
  std::string query;
  for (const QueryPart& part : parts_of(words)) {
    if (!query.empty()) query += " && ";
    if (part.kind == QueryPart::Kind::Phrase) {
      query += "phraseto_tsquery('english', " + sql.parameter(part.text) + ")";
    } else if (part.kind == QueryPart::Kind::Prefix) {
      query += "to_tsquery('simple', " + sql.parameter(part.text + ":*") + ")";
    } else {
      query += "plainto_tsquery('english', " + sql.parameter(part.text) + ")";
    }
  }
  return query;
}

std::string where_of(const LoggedQuery& query, const std::string& tsquery, Sql& sql) {
  std::string where = tsquery.empty() ? "true" : "search @@ (" + tsquery + ")";
  if (!query.from.empty()) where += " AND day >= " + sql.parameter(query.from) + "::date";
  if (!query.to.empty()) where += " AND day <= " + sql.parameter(query.to) + "::date";
  if (!query.section.empty()) where += " AND section = " + sql.parameter(query.section);
  if (!query.country.empty()) {
    where += " AND countries @> ARRAY[" + sql.parameter(query.country) + "::text]";
  }
  if (!query.author.empty()) {
    where += " AND authors @> ARRAY[" + sql.parameter(query.author) + "::text]";
  }
  return where;
}

/// The hits come with their rank as the number, the counts with how many.
Sql statement_of(const LoggedQuery& query) {
  Sql sql;
  const std::string tsquery = tsquery_of(query.words, sql);
  const std::string where = where_of(query, tsquery, sql);
  const std::string rank =
      tsquery.empty() ? "extract(epoch FROM day)" : "ts_rank(search, " + tsquery + ")";
  const std::string text = "left(standfirst || ' ' || body, 100000)";
  const std::string snippet = tsquery.empty() ? "left(body, 200)"
                                              : "ts_headline('english', " + text + ", " + tsquery +
                                                    ", 'MaxFragments=2,MaxWords=20,MinWords=5')";
  sql.text =
      "WITH found AS MATERIALIZED (SELECT n, authors, countries, month, " + rank +
      " AS rank FROM article WHERE " + where + "), " +
      "top AS (SELECT n, rank FROM found ORDER BY rank DESC LIMIT 10) "
      "SELECT 'total', '', '', count(*) FROM found UNION ALL "
      "(SELECT 'hit', title, " +
      snippet +
      ", rank FROM top JOIN article USING (n) ORDER BY rank DESC) UNION ALL "
      "(SELECT 'author', value, '', count(*) AS c FROM found, unnest(authors) value GROUP "
      "BY value ORDER BY c DESC LIMIT 10) UNION ALL "
      "(SELECT 'country', value, '', count(*) AS c FROM found, unnest(countries) value GROUP "
      "BY value ORDER BY c DESC LIMIT 10) UNION ALL "
      "SELECT 'month', month, '', count(*) FROM found GROUP BY month";
  return sql;
}

void search(const std::string& where, const std::string& queries, int rounds) {
  Connection connection(where);
  run_queries(queries, rounds, [&](const LoggedQuery& query) {
    const Sql sql = statement_of(query);
    const auto result = connection.run(sql.text, sql.values);
    return std::stoul(PQgetvalue(result.get(), 0, 3));
  });
}

}  // namespace
}  // namespace news

int main(int count, char** arguments) {
  return news::run_peer(count, arguments, "bench_postgresql", news::index, news::search);
}
