#include "indexer/options.h"

#include <fmt/format.h>

#include <boost/program_options.hpp>
#include <cstdlib>
#include <fstream>
#include <sstream>

#include "common/date.h"
#include "common/error.h"
#include "common/text.h"

namespace news {

namespace {

namespace po = boost::program_options;

std::string default_index() {
  const char* folder = std::getenv("NEWSINDEX_DIR");
  return folder != nullptr && *folder != '\0' ? folder : "./index";
}

po::options_description named_options() {
  po::options_description options("Options");
  auto add = options.add_options();
  add("index", po::value<std::string>()->value_name("DIR"),
      "the index; else $NEWSINDEX_DIR, else ./index");
  add("config", po::value<std::string>()->value_name("FILE"),
      "read options from FILE, one NAME=VALUE a line");
  add("format", po::value<std::string>()->value_name("NAME"),
      "the format of the sources; else found out by their content");
  add("map", po::value<std::vector<std::string>>()->value_name("MAP"),
      "what JSON members and CSV columns are called: title=headline,body=text, or a file with one "
      "such pair a line; may be repeated");
  add("rejects", po::value<std::string>()->value_name("FILE"),
      "keep rejected articles in FILE, as JSON Lines");
  add("time-zone", po::value<std::string>()->value_name("NAME"),
      "whose days a new index has, such as Europe/Kyiv (default UTC)");
  add("wait", po::value<std::uint32_t>()->value_name("SECONDS"),
      "wait so long for another newsindex to finish (default 0)");
  add("commit-every", po::value<std::uint64_t>()->value_name("N"),
      "make articles visible after every N of them (default 10000)");
  add("quiet", po::bool_switch(), "print nothing but errors and rejected articles");
  add("json", po::bool_switch(), "print the summary as JSON on standard output");
  add("help", po::bool_switch(), "print this and leave");
  add("version", po::bool_switch(), "print the version and leave");
  return options;
}

std::vector<std::string> option_names() {
  const po::options_description options = named_options();
  std::vector<std::string> names;
  for (const auto& option : options.options()) names.push_back(option->long_name());
  return names;
}

[[noreturn]] void unknown_option(const std::string& typed) {
  const std::string name = typed.substr(std::min(typed.find_first_not_of('-'), typed.size()));
  const auto nearest = nearest_word(name, option_names());
  throw Error(fmt::format("there is no option --{}", name),
              nearest ? fmt::format("did you mean --{}?", *nearest)
                      : "see what there is with: newsindex --help");
}

po::variables_map read_values(int argc, const char* const* argv) {
  po::options_description all = named_options();
  all.add_options()("command", po::value<std::string>())("arguments",
                                                         po::value<std::vector<std::string>>());
  po::positional_options_description positions;
  positions.add("command", 1).add("arguments", -1);
  po::variables_map values;
  try {
    const auto style = po::command_line_style::unix_style & ~po::command_line_style::allow_guessing;
    po::store(
        po::command_line_parser(argc, argv).options(all).positional(positions).style(style).run(),
        values);
    if (values.contains("config")) {
      const auto& path = values["config"].as<std::string>();
      std::ifstream file(path);
      if (!file) throw Error(fmt::format("cannot read {}", path), "--config names a readable file");
      po::store(po::parse_config_file(file, named_options()), values);
    }
  } catch (const po::unknown_option& error) {
    unknown_option(error.get_option_name());
  } catch (const po::error& error) {
    throw Error(error.what(), "see what is expected with: newsindex --help");
  }
  return values;
}

}  // namespace

Options parse_options(int argc, const char* const* argv) {
  const po::variables_map values = read_values(argc, argv);
  const auto text = [&](const char* name) {
    return values.contains(name) ? values[name].as<std::string>() : std::string();
  };
  Options options;
  options.index = values.contains("index") ? text("index") : default_index();
  options.command = text("command");
  if (values.contains("arguments")) {
    options.arguments = values["arguments"].as<std::vector<std::string>>();
  }
  options.format = text("format");
  if (values.contains("map")) {
    options.map = parse_field_map(values["map"].as<std::vector<std::string>>());
  }
  options.rejects = text("rejects");
  if (values.contains("time-zone")) options.time_zone = TimeZone(text("time-zone")).name();
  if (values.contains("wait"))
    options.wait = std::chrono::seconds(values["wait"].as<std::uint32_t>());
  if (values.contains("commit-every")) {
    options.commit_every = std::max<std::uint64_t>(values["commit-every"].as<std::uint64_t>(), 1);
  }
  options.quiet = values["quiet"].as<bool>();
  options.json = values["json"].as<bool>();
  options.help = values["help"].as<bool>();
  options.version = values["version"].as<bool>();
  return options;
}

std::string options_help() {
  std::ostringstream text;
  text << named_options();
  return text.str();
}

}  // namespace news
