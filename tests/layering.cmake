# Who may know whom. Run on a tree: cmake -DTREE=... -P layering.cmake; fails naming each breach.

set(breaches "")

# Files under the folders `in`, but for those matching `except`, must not match `pattern`.
function(forbid what in except pattern)
  foreach(folder ${in})
    file(GLOB_RECURSE files ${TREE}/${folder}/*.h ${TREE}/${folder}/*.cc)
    foreach(file ${files})
      file(RELATIVE_PATH name ${TREE} ${file})
      if(except AND name MATCHES "${except}")
        continue()
      endif()
      file(STRINGS ${file} lines REGEX "${pattern}")
      foreach(line IN LISTS lines)
        list(APPEND breaches "${name}: ${what}: ${line}")
      endforeach()
    endforeach()
  endforeach()
  set(breaches "${breaches}" PARENT_SCOPE)
endfunction()

forbid("indexer/ knows searchd/" indexer "" "#include \"searchd/")
forbid("searchd/ knows indexer/" searchd "" "#include \"indexer/")
forbid("common/ knows a program" common "" "#include \"(indexer|searchd)/")
forbid("only routes and main know cpp-httplib" "common;indexer;searchd" "^searchd/(routes|main)\\." "httplib")
forbid("a header knows nlohmann" "common;indexer;searchd" "\\.cc$" "#include <nlohmann")
# A term or a slot made without common/schema: a literal where Xapian takes one.
forbid("only common/schema spells a prefix" "common;indexer;searchd" "^common/schema\\."
  "(add_term|add_boolean_term|add_posting|term_exists|postlist_begin|allterms_begin|Query)\\(\"")
forbid("only common/schema spells a slot" "common;indexer;searchd" "^common/schema\\."
  "(add_value|get_value|valuestream_begin|get_value_lower_bound|get_value_upper_bound|OP_VALUE_[A-Z]+,) ?\\(?[0-9]")
forbid("only common/schema spells a metadata key" "common;indexer;searchd" "^common/schema\\." "(get|set)_metadata\\(\"")

if(breaches)
  list(JOIN breaches "\n  " text)
  message(FATAL_ERROR "the layers are broken:\n  ${text}")
endif()
