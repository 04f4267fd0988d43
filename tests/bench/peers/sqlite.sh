# SQLite FTS5, for scripts/bench.

sqlite_build() { cmake --build --preset "$preset" --target bench_sqlite; }

sqlite_index() {
  mkdir -p "$work/sqlite"
  "$build/bench_sqlite" index "$work/articles.tsv" "$work/sqlite/database"
}
sqlite_bytes() { bytes_of "$work/sqlite"; }

sqlite_search() {
  "$build/bench_sqlite" search "$work/sqlite/database" "$work/queries.tsv" "$rounds"
}
