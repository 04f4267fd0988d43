# The layering test finds what it is there to find: each planted breach is named.
set(tree ${WORK}/layering)
set(breaches
  "indexer/a.cc|#include \"searchd/query.h\""
  "searchd/a.cc|#include \"indexer/intake.h\""
  "common/a.cc|#include \"searchd/query.h\""
  "searchd/searcher.cc|#include <httplib.h>"
  "common/a.h|#include <nlohmann/json.hpp>"
  "indexer/b.cc|document.add_boolean_term(\"Qx\")"
  "searchd/b.cc|Xapian::Query(\"XCua\")"
  "indexer/c.cc|document.add_value(3, x)"
  "searchd/c.cc|database.get_metadata(\"version\")")
foreach(breach IN LISTS breaches)
  string(REPLACE "|" ";" parts "${breach}")
  list(GET parts 0 file)
  list(SUBLIST parts 1 -1 line)
  file(REMOVE_RECURSE ${tree})
  file(WRITE ${tree}/${file} "${line}\n")
  execute_process(COMMAND ${CMAKE_COMMAND} -DTREE=${tree} -P ${CMAKE_CURRENT_LIST_DIR}/layering.cmake
    RESULT_VARIABLE status ERROR_VARIABLE errors)
  if(status EQUAL 0 OR NOT errors MATCHES "${file}")
    message(FATAL_ERROR "not found: ${file}: ${line}")
  endif()
endforeach()
