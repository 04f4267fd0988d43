# The table of scripts/bench, of the figures that are in $work.

engines=(ours lucene sqlite postgresql omega)

# Three digits, or all before the point.
rounded='function rounded(x) { return x >= 1000 ? sprintf("%d", x) : sprintf("%.3g", x) }'

# The value that so large a share of all does not exceed, of the numbers in standard input.
quantile() { # SHARE
  sort -g | awk -v share="$1" '{ value[NR] = $1 }
    END { if (NR) { at = share * NR; i = int(at); if (i < at) ++i; print value[i < 1 ? 1 : i] } }'
}

# --- what an engine has a figure of

articles_a_second() { awk '{ print $1 / $2 }' "$work/$1.index.tsv"; }
index_to_text() { awk -v text="$(<"$work/text.bytes")" '{ print $3 / text }' "$work/$1.index.tsv"; }
first_times() { awk '$2 == 0 { print $3 }' "$work/$1.queries.tsv"; }
later_times() { awk '$2 > 0 { print $3 }' "$work/$1.queries.tsv"; }
first_median() { first_times "$1" | quantile 0.5; }
first_most() { first_times "$1" | quantile 0.99; }
later_median() { later_times "$1" | quantile 0.5; }
later_most() { later_times "$1" | quantile 0.99; }
articles_found() {
  awk '$2 == 0 { sum += $4; ++n } END { if (n) print sum / n }' "$work/$1.queries.tsv"
}

# The next smaller archive that was measured; nothing if there is none.
smaller_archive() { # ENGINE
  find "$work/.." -mindepth 2 -maxdepth 2 -name "$1.queries.tsv" -printf '%h\n' |
    sed 's,.*/,,' | awk -v articles="$articles" '$1 < articles' | sort -n | tail -1
}

# The median over the queries that have the same number in both archives.
growth() {
  local smaller
  smaller=$(smaller_archive "$1")
  [[ -n $smaller ]] || return 0
  awk '$2 == 0 { next }
       FNR == NR { before[$1] += $3; ++n[$1]; next }
       { now[$1] += $3; ++m[$1] }
       END { for (id in now) if (id in before) print now[id] / m[id] / (before[id] / n[id]) }' \
    "$work/../$smaller/$1.queries.tsv" "$work/$1.queries.tsv" | quantile 0.5
}

of_load() { # FILE NAME
  awk -F'\t' -v name="$2" '$1 == name { print $2 }' "$work/$1.tsv"
}

queries_a_second() { of_load "$1.load" queries/s; }

is_measured() { # ENGINE FIGURE
  case $2 in
    queries_a_second) [[ -e $work/$1.load.tsv ]] ;;
    articles_a_second | index_to_text) [[ -e $work/$1.index.tsv ]] ;;
    *) [[ -e $work/$1.queries.tsv ]] ;;
  esac
}

# Ours, then each peer's, and in brackets ours divided by it.
print_compared() { # TEXT FIGURE
  local engine value ours=
  printf '| %s ' "$1"
  for engine in "${engines[@]}"; do
    value=
    if is_measured "$engine" "$2"; then value=$("$2" "$engine"); fi
    [[ $engine != ours ]] || ours=$value
    awk -v value="$value" -v ours="$ours" -v engine="$engine" "$rounded"'BEGIN {
      printf "| %s ", (value == "" ? "-" : rounded(value))
      if (engine != "ours" && ours != "" && value > 0) printf "(%.2f) ", ours / value
    }'
  done
  echo '|'
}

# --- what only we have a figure of

print_ours() { # TEXT VALUE...
  printf '| %s | ' "$1"
  printf '%s\n' "${@:2}" |
    awk "$rounded"'{ printf "%s%s", (NR > 1 ? ", " : ""), (/[a-z%]/ ? $0 : rounded($0)) }'
  echo ' | | | | |'
}

print_median_and_most() { # TEXT FILE COLUMN [KIND, in the first column]
  local values
  values=$(awk -F'\t' -v column="$3" -v kind="${4:-}" \
    'kind == "" || $1 == kind { print $column }' "$work/$2.tsv")
  print_ours "$1: median, 99% ms" "$(quantile 0.5 <<<"$values")" "$(quantile 0.99 <<<"$values")"
}

print_load() { # FILE TEXT
  print_ours "$2: median, 99% ms" "$(of_load "$1" median)" "$(of_load "$1" 99%)"
}

print_publishing() {
  print_median_and_most 'published until found, while 8 clients search' publish 2
  print_median_and_most 'of that, until newsindex was through' publish 1
  print_ours '8 clients before that, and meanwhile: 99% ms' "$(of_load before 99%)" \
    "$(of_load publishing 99%)"
}

print_changes() {
  local changed growth kind
  read -r changed growth < <(awk -F'\t' 'NR == 1 { before = $4 } { changed += $2 }
    END { printf "%d %.1f%%\n", changed, 100 * ($4 / before - 1) }' "$work/changes.tsv")
  print_ours "$changed additions, corrections, removals: growth of the index" "$growth"
  for kind in add remove; do
    print_median_and_most "a whole newsindex $kind among these" changes 3 "$kind"
  done
  print_median_and_most 'of that, the commit of newsindex add' changes 5 add
}

print_start() {
  print_median_and_most 'start of searchd until it serves' start 1
  print_median_and_most 'start of searchd until its first answer' start 2
}

print_memory() {
  local most now
  read -r most now < <(awk '{ bytes[$1] = $2 }
    END { print bytes["VmHWM:"], bytes["VmRSS:"] }' "$work/memory.tsv")
  print_ours 'memory of searchd after 8 clients: MB at most, now; bytes an article' \
    "$((most / 1000000))" "$((now / 1000000))" "$((now / articles))"
}

has() { [[ -e $work/$1.tsv ]]; }

print_table() {
  echo
  echo "$articles articles, $(wc -l <"$work/queries.tsv") queries, $(nproc) processors," \
    "$(date '+%-d %B %Y'), preset $preset, $(git describe --always --dirty)"
  echo
  echo '| figure | ours | Lucene | SQLite | PostgreSQL | Omega |'
  echo '| --- | --- | --- | --- | --- | --- |'
  print_compared 'indexed, articles/s' articles_a_second
  print_compared 'index / text' index_to_text
  print_compared 'query, cold: median ms' first_median
  print_compared 'query, cold: 99% ms' first_most
  print_compared 'query, warm: median ms' later_median
  print_compared 'query, warm: 99% ms' later_most
  print_compared 'query, warm: times as long as in the next smaller archive' growth
  print_compared 'articles found by a query' articles_found
  print_compared '8 clients: queries/s' queries_a_second
  if has ours.load; then print_load ours.load '8 clients'; fi
  if has cached; then
    print_ours '8 clients, result cache on: queries/s' "$(of_load cached queries/s)"
    print_load cached '8 clients, result cache on'
  fi
  if has publish; then print_publishing; fi
  if has changes; then print_changes; fi
  if has start; then print_start; fi
  if has memory; then print_memory; fi
}
