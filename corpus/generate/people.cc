#include "corpus/generate/people.h"

#include <array>
#include <string_view>
#include <unordered_set>

#include "corpus/generate/word_form.h"

namespace generate {

namespace {

constexpr std::array<std::string_view, 112> first_names{
    "John",      "David",     "Michael",   "Maria",   "Anna",   "James",     "Robert",   "Peter",
    "Mary",      "Paul",      "Sarah",     "Thomas",  "Mark",   "Daniel",    "Richard",  "William",
    "Elena",     "Andrew",    "Laura",     "George",  "Martin", "Emma",      "Mohammed", "Ali",
    "Susan",     "Karen",     "Stephen",   "Kevin",   "Julia",  "Alexander", "Ivan",     "Olena",
    "Sofia",     "Ahmed",     "Fatima",    "Wei",     "Li",     "Hiroshi",   "Yuki",     "Jose",
    "Carlos",    "Ana",       "Luis",      "Juan",    "Carmen", "Pierre",    "Marie",    "Jean",
    "Claire",    "Hans",      "Klaus",     "Ingrid",  "Lars",   "Erik",      "Astrid",   "Piotr",
    "Agnieszka", "Jan",       "Katarzyna", "Andriy",  "Oksana", "Dmitri",    "Natalia",  "Sergei",
    "Irina",     "Viktor",    "Giovanni",  "Giulia",  "Marco",  "Francesca", "Paolo",    "Amit",
    "Priya",     "Raj",       "Sunita",    "Arjun",   "Omar",   "Leila",     "Hassan",   "Yusuf",
    "Aisha",     "Kwame",     "Amina",     "Chidi",   "Ngozi",  "Thabo",     "Zanele",   "Min",
    "Ji",        "Hye",       "Nguyen",    "Linh",    "Budi",   "Siti",      "Mehmet",   "Zeynep",
    "Dimitris",  "Eleni",     "Miguel",    "Beatriz", "Joao",   "Ines",      "Henrik",   "Freya",
    "Oliver",    "Charlotte", "Harry",     "Grace",   "Jack",   "Alice",     "Lucy",     "Helen"};
constexpr std::array<std::string_view, 12> roles{"President",
                                                 "Prime Minister",
                                                 "Finance Minister",
                                                 "Foreign Minister",
                                                 "Professor",
                                                 "Senator",
                                                 "Mayor",
                                                 "Judge",
                                                 "Chief Executive",
                                                 "Coach",
                                                 "General",
                                                 "Dr"};
constexpr std::uint32_t surnames = 1'000'000;
constexpr std::uint32_t figures_of_season = 2'000;
constexpr std::size_t authors = 5'000;

constexpr std::uint64_t stream = 1;
constexpr std::uint64_t first_figure = 1ULL << 40;
constexpr std::uint64_t first_author = 1ULL << 50;

}  // namespace

People::People(std::uint64_t seed)
    : seed_(seed),
      first_names_(first_names.size(), 0.7, 5),
      surnames_(surnames, 1.5, 50),
      figures_(figures_of_season, 1, 3) {}

Person People::person(std::uint64_t number) const {
  Random random(seed_, stream, number);
  Person person;
  person.first = first_names[first_names_.draw(random)];
  append_name(surnames_.draw(random), false, person.last);
  if (random.chance(0.35)) person.role = roles[random.below(roles.size())];
  return person;
}

Person People::public_figure(std::uint64_t season, Random& random) const {
  const std::uint32_t rank = figures_.draw(random);
  // The better known stay for two to nine seasons, and are replaced at different times.
  const std::uint64_t stay = 2 + Random::mix(rank) % 8;
  return person(first_figure + (season / stay) * figures_of_season + rank);
}

std::vector<std::string> author_names(const People& people) {
  std::vector<std::string> names;
  std::unordered_set<std::string> known;
  for (std::uint64_t number = first_author; names.size() < authors; ++number) {
    std::string name = people.person(number).name();
    if (known.insert(name).second) names.push_back(std::move(name));
  }
  return names;
}

}  // namespace generate
