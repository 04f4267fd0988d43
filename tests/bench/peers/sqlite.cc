#include <sqlite3.h>

#include "tests/bench/peers/peer.h"

/// SQLite with FTS5: the words joined by AND, bm25 and snippet(), counts by GROUP BY.
namespace news {
namespace {

using Texts = std::vector<std::string>;

class Statement {
 public:
  Statement(sqlite3* database, const std::string& sql) : database_(database) {
    check(sqlite3_prepare_v2(database, sql.c_str(), -1, &statement_, nullptr));
  }
  ~Statement() { sqlite3_finalize(statement_); }
  Statement(const Statement&) = delete;
  Statement& operator=(const Statement&) = delete;

  Statement& bind(const Texts& texts) {
    sqlite3_reset(statement_);
    for (std::size_t i = 0; i < texts.size(); ++i) {
      check(sqlite3_bind_text(statement_, static_cast<int>(i) + 1, texts[i].c_str(), -1,
                              SQLITE_TRANSIENT));
    }
    return *this;
  }

  /// Runs it to its end; gives the number of rows, all of whose columns were read.
  std::size_t run() {
    std::size_t rows = 0;
    int status = SQLITE_ROW;
    while ((status = sqlite3_step(statement_)) == SQLITE_ROW) {
      ++rows;
      for (int i = 0; i < sqlite3_column_count(statement_); ++i) {
        sqlite3_column_text(statement_, i);
      }
    }
    if (status != SQLITE_DONE) check(status);
    return rows;
  }

 private:
  void check(int status) const {
    if (status != SQLITE_OK) throw Error(std::string("sqlite: ") + sqlite3_errmsg(database_));
  }

  sqlite3* database_;
  sqlite3_stmt* statement_ = nullptr;
};

class Database {
 public:
  explicit Database(const std::string& path) {
    if (sqlite3_open(path.c_str(), &database_) != SQLITE_OK) throw Error("cannot open " + path);
    run("PRAGMA cache_size = -524288");  // 512 MB
    run("PRAGMA temp_store = memory");
  }
  ~Database() { sqlite3_close_v2(database_); }
  Database(const Database&) = delete;
  Database& operator=(const Database&) = delete;

  std::size_t run(const std::string& sql, const Texts& texts = {}) {
    return Statement(database_, sql).bind(texts).run();
  }
  std::size_t changes() const { return static_cast<std::size_t>(sqlite3_changes(database_)); }
  sqlite3* handle() const { return database_; }

 private:
  sqlite3* database_ = nullptr;
};

void make_tables(Database& database) {
  database.run("CREATE TABLE article (n INTEGER PRIMARY KEY, id, day, month, section)");
  database.run("CREATE TABLE author (article INTEGER, name)");
  database.run("CREATE TABLE country (article INTEGER, code)");
  database.run(
      "CREATE VIRTUAL TABLE text USING fts5(title, standfirst, body, tokenize = 'porter "
      "unicode61')");
}

void make_indexes(Database& database) {
  database.run("CREATE INDEX article_day ON article (day)");
  database.run("CREATE INDEX article_section ON article (section)");
  database.run("CREATE INDEX author_article ON author (article, name)");
  database.run("CREATE INDEX author_name ON author (name, article)");
  database.run("CREATE INDEX country_article ON country (article, code)");
  database.run("CREATE INDEX country_code ON country (code, article)");
  database.run("ANALYZE");
}

void index(const std::string& articles, const std::string& path) {
  Database database(path);
  make_tables(database);
  database.run("BEGIN");
  Statement article(database.handle(), "INSERT INTO article VALUES (?5, ?1, ?2, ?3, ?4)");
  Statement text(database.handle(),
                 "INSERT INTO text (rowid, title, standfirst, body) VALUES (?4, ?1, ?2, ?3)");
  Statement author(database.handle(), "INSERT INTO author VALUES (CAST(?1 AS INTEGER), ?2)");
  Statement country(database.handle(), "INSERT INTO country VALUES (CAST(?1 AS INTEGER), ?2)");
  std::ifstream in(articles);
  std::size_t count = 0;
  for (std::string line; std::getline(in, line);) {
    const PeerArticle a = peer_article(line);
    const std::string n = std::to_string(++count);
    article.bind({a.id, a.day, a.day.substr(0, 7), a.section, n}).run();
    text.bind({a.title, a.standfirst, a.body, n}).run();
    for (const std::string& name : a.authors) author.bind({n, name}).run();
    for (const std::string& code : a.countries) country.bind({n, code}).run();
  }
  make_indexes(database);
  database.run("COMMIT");
}

/// In FTS5's syntax; empty for no words.
std::string match_of(const std::string& words) {
  std::string match;
  for (const QueryPart& part : parts_of(words)) {
    if (!match.empty()) match += " AND ";
    match += "\"" + part.text + "\"";
    if (part.kind == QueryPart::Kind::Prefix) match += "*";
  }
  return match;
}

/// What the filters ask for, and their values, which are parameters from ?2 on.
std::string filters_of(const LoggedQuery& query, Texts& values) {
  std::string where;
  const auto add = [&](const std::string& value, const std::string& before,
                       const std::string& after) {
    if (value.empty()) return;
    values.push_back(value);
    where += " AND " + before + "?" + std::to_string(values.size()) + after;
  };
  add(query.from, "day >= ", "");
  add(query.to, "day <= ", "");
  add(query.section, "section = ", "");
  add(query.country, "n IN (SELECT article FROM country WHERE code = ", ")");
  add(query.author, "n IN (SELECT article FROM author WHERE name = ", ")");
  return where;
}

/// Fills the table `found` with the articles found and their ranks; those without words by date.
std::size_t find(Database& database, const LoggedQuery& query, const std::string& match) {
  Texts values{match};
  const std::string filters = filters_of(query, values);
  database.run("DELETE FROM found");
  if (match.empty()) {
    database.run("INSERT INTO found SELECT n, -julianday(day) FROM article WHERE ?1 = ''" + filters,
                 values);
  } else if (filters.empty()) {
    database.run("INSERT INTO found SELECT rowid, bm25(text) FROM text WHERE text MATCH ?1",
                 values);
  } else {
    database.run(
        "INSERT INTO found SELECT n, bm25(text) FROM text CROSS JOIN article ON n = text.rowid "
        "WHERE text MATCH ?1" +
            filters,
        values);
  }
  return database.changes();
}

void show(Database& database, const std::string& match) {
  if (match.empty()) {
    database.run(
        "SELECT id, day, section, title, substr(body, 1, 200) FROM (SELECT * FROM found ORDER BY "
        "rank LIMIT 10) f JOIN article a ON a.n = f.n JOIN text ON text.rowid = f.n");
    return;
  }
  database.run(
      "SELECT id, day, section, title, snippet(text, -1, '<b>', '</b>', '...', 30) FROM (SELECT n, "
      "rank AS place FROM found ORDER BY rank LIMIT 10) f CROSS JOIN text JOIN article a ON a.n = "
      "f.n WHERE text MATCH ?1 AND text.rowid = f.n ORDER BY place",
      {match});
}

/// CROSS JOIN, as the planner would rather read all authors than look up those of a table it has no
/// statistics of.
void count(Database& database) {
  database.run(
      "SELECT name, count(*) AS c FROM found CROSS JOIN author ON article = n GROUP BY name ORDER "
      "BY c "
      "DESC LIMIT 10");
  database.run(
      "SELECT code, count(*) AS c FROM found CROSS JOIN country ON article = n GROUP BY code ORDER "
      "BY c "
      "DESC LIMIT 10");
  database.run("SELECT month, count(*) FROM found CROSS JOIN article USING (n) GROUP BY month");
}

void search(const std::string& path, const std::string& queries, int rounds) {
  Database database(path);
  database.run("CREATE TEMP TABLE found (n INTEGER PRIMARY KEY, rank REAL)");
  run_queries(queries, rounds, [&](const LoggedQuery& query) {
    const std::string match = match_of(query.words);
    const std::size_t total = find(database, query, match);
    show(database, match);
    count(database);
    return total;
  });
}

}  // namespace
}  // namespace news

int main(int count, char** arguments) {
  return news::run_peer(count, arguments, "bench_sqlite", news::index, news::search);
}
