#include <cstdlib>
#include <iostream>

#include "tests/bench/peers/peer.h"
#include "tests/support/process.h"

/// Omega, as a web server runs it: its CGI program is started for each query, so the time has the
/// start of a process in it. The words are joined by AND, which is its default. The configuration
/// is named by $OMEGA_CONFIG_FILE.
namespace news {
namespace {

constexpr const char* program = "/usr/lib/cgi-bin/omega/omega";

/// As its value ranges want it.
std::string digits(const std::string& day) {
  std::string text;
  for (const char c : day) {
    if (c != '-') text += c;
  }
  return text;
}

/// A parameter; none where there is no value.
void add(std::vector<std::string>& command, const std::string& name, const std::string& value) {
  if (!value.empty()) command.push_back(name + value);
}

std::vector<std::string> command_of(const LoggedQuery& query) {
  std::vector<std::string> command{program, "DB=omega", "FMT=hits", "HITSPERPAGE=10",
                                   "MINHITS=1000000000"};
  add(command, "P=", query.words);
  if (query.words.empty()) command.push_back("SORT=-0");
  add(command, "START.0=", digits(query.from));
  add(command, "END.0=", digits(query.to));
  add(command, "B=XC", query.country.empty() ? "" : ":" + query.country);
  add(command, "B=XS", query.section.empty() ? "" : ":" + query.section);
  add(command, "B=XA", query.author.empty() ? "" : ":" + query.author);
  return command;
}

std::size_t search(const LoggedQuery& query) {
  Process process(command_of(query), "/dev/null", "/dev/null");
  const std::string answer = process.read_all();
  process.wait();
  const std::size_t at = answer.find("total=");
  if (at == std::string::npos) throw Error("omega answers without a total: " + answer);
  return std::stoul(answer.substr(at + 6));
}

}  // namespace
}  // namespace news

int main(int count, char** arguments) {
  if (count != 3 || std::getenv("OMEGA_CONFIG_FILE") == nullptr) {
    std::cerr << "usage: OMEGA_CONFIG_FILE=FILE bench_omega QUERIES.tsv ROUNDS\n";
    return 2;
  }
  try {
    news::run_queries(arguments[1], std::stoi(arguments[2]), news::search);
  } catch (const std::exception& error) {
    std::cerr << "bench_omega: " << error.what() << '\n';
    return 2;
  }
}
