# Xapian Omega with scriptindex, for scripts/bench.

omega_build() { cmake --build --preset "$preset" --target bench_omega; }

# As scriptindex takes them: a line a field, an empty line after each article.
omega_articles() {
  awk -F'\t' '{
    gsub("-", "", $5)
    printf "id=%s\ntitle=%s\nstandfirst=%s\nbody=%s\nday=%s\nsection=%s\n", $1, $2, $3, $4, $5, $6
    n = split($7, authors, "|"); for (i = 1; i <= n; ++i) print "author=" authors[i]
    n = split($8, countries, "|"); for (i = 1; i <= n; ++i) print "country=" countries[i]
    print ""
  }' "$work/articles.tsv"
}

omega_index() {
  mkdir -p "$work/omega"
  omega_articles | scriptindex "$work/omega/omega" tests/bench/peers/omega/articles.script
}
omega_bytes() { bytes_of "$work/omega/omega"; }

omega_search() {
  printf 'database_dir %s\ntemplate_dir %s\nlog_dir %s\ncdb_dir %s\n' \
    "$work/omega" "$PWD/tests/bench/peers/omega" "$work" "$work" >"$work/omega/omega.conf"
  OMEGA_CONFIG_FILE=$work/omega/omega.conf "$build/bench_omega" "$work/queries.tsv" "$rounds"
}
