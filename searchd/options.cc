#include "searchd/options.h"

#include <fmt/format.h>

#include <boost/program_options.hpp>
#include <charconv>
#include <cstdlib>
#include <fstream>
#include <sstream>
#include <string_view>
#include <thread>
#include <utility>
#include <vector>

#include "common/error.h"
#include "common/text.h"

namespace news {

namespace {

namespace po = boost::program_options;

constexpr const char* try_help = "searchd --help lists the options";

std::string default_index() {
  const char* folder = std::getenv("NEWSINDEX_DIR");
  return folder == nullptr || *folder == '\0' ? "./index" : folder;
}

po::options_description known_options() {
  const auto text = [](const char* name, const std::string& value) {
    return po::value<std::string>()->value_name(name)->default_value(value);
  };
  const auto number = [](unsigned value) {
    return po::value<unsigned>()->value_name("N")->default_value(value);
  };
  // One more than processors: with as many, a search that runs while another is about to begin
  // takes with its helper what the other needs (ARCHITECTURE, decision 42).
  const unsigned searches = std::max(1U, std::thread::hardware_concurrency()) + 1;
  po::options_description options("Options");
  options.add_options()("index", text("DIR", default_index()),
                        "the index to serve; else $NEWSINDEX_DIR, else ./index")(
      "listen", text("HOST:PORT", "127.0.0.1:8080"), "where to listen; port 0 takes a free one")(
      "name", text("NAME", "News Archive"), "what stands on top of every page")(
      "threads", number(32), "connections answered at a time")("searches", number(searches),
                                                               "searches run at a time")(
      "result-cache", po::value<unsigned>()->value_name("MB")->default_value(64),
      "memory for answers that may be asked for again; 0 for none")(
      "recency-half-life",
      po::value<double>()->value_name("DAYS")->default_value(Recency::default_half_life),
      "days in which what an article gets for being new halves; 0 for nothing")(
      "synonyms", po::value<std::string>()->value_name("FILE"),
      "names that are found by each other: a group a line, commas between")(
      "log-level", text("LEVEL", "warn"), "debug, info (a line a request), warn or error")(
      "config", po::value<std::string>()->value_name("FILE"),
      "read options from FILE: name = value")("help", "print this and leave")(
      "version", "print the version and leave");
  return options;
}

std::string unknown_option(const std::string& name) {
  const po::options_description known = known_options();
  std::vector<std::string> names;
  for (const auto& option : known.options()) names.push_back(option->long_name());
  const std::size_t begin = std::min(name.find_first_not_of('-'), name.size());
  const auto nearest = nearest_word(name.substr(begin), names);
  return "unknown option " + name + (nearest ? "; did you mean --" + *nearest + "?" : "");
}

void read_config(const std::string& path, const po::options_description& known,
                 po::variables_map& values) {
  std::ifstream file(path);
  if (!file) throw Error("cannot read " + path, "--config with a file that exists");
  try {
    po::store(po::parse_config_file(file, known), values);
  } catch (const po::unknown_option& error) {
    throw Error(path + ": " + unknown_option(error.get_option_name()), try_help);
  } catch (const po::error& error) {
    throw Error(path + ": " + error.what(), try_help);
  }
}

po::variables_map read_values(int argc, const char* const* argv) {
  const po::options_description known = known_options();
  po::variables_map values;
  try {
    // Guessing would make an option that is added later change what a script means.
    const int style =
        po::command_line_style::default_style & ~po::command_line_style::allow_guessing;
    const po::positional_options_description none;
    po::store(
        po::command_line_parser(argc, argv).options(known).positional(none).style(style).run(),
        values);
  } catch (const po::unknown_option& error) {
    throw Error(unknown_option(error.get_option_name()), try_help);
  } catch (const po::error& error) {
    throw Error(error.what(), try_help);
  }
  if (values.count("config") > 0) read_config(values["config"].as<std::string>(), known, values);
  return values;
}

/// `HOST:PORT`, `[::1]:PORT`, or `:PORT`, which listens on every address.
void set_address(Options& options, const std::string& listen) {
  const std::size_t colon = listen.rfind(':');
  std::string host = listen.substr(0, std::min(colon, listen.size()));
  const std::string_view port =
      colon == std::string::npos ? std::string_view() : std::string_view(listen).substr(colon + 1);
  const auto [end, error] = std::from_chars(port.data(), port.data() + port.size(), options.port);
  const bool number = error == std::errc() && end == port.data() + port.size();
  if (!number || options.port < 0 || options.port > 65535) {
    throw Error("--listen " + listen + ": expected HOST:PORT with a port from 0 to 65535",
                "for example --listen 127.0.0.1:8080");
  }
  if (host.starts_with('[') && host.ends_with(']')) host = host.substr(1, host.size() - 2);
  options.host = host.empty() ? "0.0.0.0" : host;
}

std::size_t bounded(const po::variables_map& values, const std::string& name, unsigned least,
                    unsigned most) {
  const auto number = values[name].as<unsigned>();
  if (number >= least && number <= most) return number;
  throw Error(fmt::format("--{}: expected a number from {} to {}", name, least, most), try_help);
}

std::string level(const std::string& name) {
  for (const std::string_view known : {"debug", "info", "warn", "error"}) {
    if (name == known) return name;
  }
  throw Error("--log-level " + name + ": expected debug, info, warn or error", try_help);
}

}  // namespace

Options parse_options(int argc, const char* const* argv) {
  const po::variables_map values = read_values(argc, argv);
  Options options;
  if (values.count("help") > 0) options.action = Options::Action::Help;
  if (values.count("version") > 0) options.action = Options::Action::Version;
  options.index = values["index"].as<std::string>();
  options.threads = bounded(values, "threads", 1, 1024);
  options.searches = bounded(values, "searches", 1, 1024);
  options.cache_bytes = std::size_t{bounded(values, "result-cache", 0, 65'536)} << 20;
  options.recency_half_life = values["recency-half-life"].as<double>();
  if (!(options.recency_half_life >= 0)) {
    throw Error("--recency-half-life: expected a number of days from 0 on", try_help);
  }
  options.log_level = level(values["log-level"].as<std::string>());
  if (values.count("synonyms") > 0) options.synonyms = values["synonyms"].as<std::string>();
  options.site_name = values["name"].as<std::string>();
  set_address(options, values["listen"].as<std::string>());
  return options;
}

std::string help_text() {
  std::ostringstream text;
  text << "searchd serves a news index over HTTP; newsindex makes one.\n\n"
       << "  searchd [options]\n\n"
       << known_options();
  return text.str();
}

}  // namespace news
