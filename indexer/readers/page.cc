#include "indexer/readers/page.h"
namespace news {
bool knows_page(std::string_view, std::string_view) { return false; }
void read_page(const Source&, Intake&) {}
}
