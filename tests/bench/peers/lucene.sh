# Lucene 8 with its facet module, for scripts/bench.

lucene() {
  # The version is part of the names.
  local jars
  jars=$(printf '%s:' \
    /usr/share/java/lucene-{core,analyzers-common,facet,highlighter,memory,queries}-8.*.jar)
  case $1 in
    build) javac -cp "$jars" -d "$work/../classes" tests/bench/peers/Lucene.java ;;
    *) java -cp "$work/../classes:$jars" Lucene "$@" ;;
  esac
}

lucene_build() { lucene build; }
lucene_index() { lucene index "$work/articles.tsv" "$work/lucene"; }
lucene_bytes() { bytes_of "$work/lucene"; }
lucene_search() { lucene search "$work/lucene" "$work/queries.tsv" "$rounds"; }
lucene_load() { lucene load "$work/lucene" "$work/queries.tsv" "$rounds" "$clients"; }
