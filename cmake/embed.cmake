# Writes the files of web/ into a C++ source, so that the program needs none of them when it runs.
#   cmake -DWEB=web -DOUTPUT=assets.cc -P embed.cmake
get_filename_component(WEB "${WEB}" ABSOLUTE)
file(GLOB names RELATIVE "${WEB}" "${WEB}/templates/*" "${WEB}/static/*")
list(SORT names)
set(rows "")
foreach(name IN LISTS names)
  file(READ "${WEB}/${name}" text)
  if(name MATCHES "\\.css$")  # white space and comments are for those who read the source
    string(REGEX REPLACE "/\\*[^*]*\\*/" "" text "${text}")
    string(REGEX REPLACE "[ \n]*([{};,>])[ \n]*" "\\1" text "${text}")
    string(REGEX REPLACE ":[ ]+" ":" text "${text}")
    string(REPLACE ";}" "}" text "${text}")
  endif()
  if(name MATCHES "\\.js$")  # lines of nothing but a comment, and what lines begin with
    string(REGEX REPLACE "\n *//[^\n]*" "" text "${text}")
    string(REGEX REPLACE "\n +" "\n" text "${text}")
  endif()
  string(SHA256 hash "${text}")
  string(SUBSTRING "${hash}" 0 8 version)
  string(APPEND rows "    Asset{\"${name}\", \"${version}\", R\"embedded(${text})embedded\"},\n")
endforeach()
file(WRITE "${OUTPUT}" "#include \"searchd/views/assets.h\"

#include <array>

namespace news {

namespace {

constexpr std::array assets{
${rows}};

}  // namespace

const Asset* find_asset(std::string_view name) {
  for (const Asset& asset : assets) {
    if (asset.name == name) return &asset;
  }
  return nullptr;
}

}  // namespace news
")
