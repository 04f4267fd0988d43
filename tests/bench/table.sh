# The table of scripts/bench, of the figures that are in $work.

engines=(ours lucene sqlite postgresql omega)

# The value that so large a share of all does not exceed, of the numbers in standard input.
quantile() { # SHARE
  sort -g | awk -v share="$1" '{ value[NR] = $1 }
    END { if (NR) { at = share * NR; i = int(at); if (i < at) ++i; print value[i < 1 ? 1 : i] } }'
}

# --- the figures of one engine; nothing where they were not measured

articles_a_second() { awk '{ print $1 / $2 }' "$work/$1.index.tsv"; }
index_to_text() { awk -v text="$(cat "$work/text.bytes")" '{ print $3 / text }' "$work/$1.index.tsv"; }
first_times() { awk '$2 == 0 { print $3 }' "$work/$1.queries.tsv"; }
later_times() { awk '$2 > 0 { print $3 }' "$work/$1.queries.tsv"; }
first_median() { first_times "$1" | quantile 0.5; }
first_most() { first_times "$1" | quantile 0.99; }
later_median() { later_times "$1" | quantile 0.5; }
later_most() { later_times "$1" | quantile 0.99; }
articles_found() {
  awk '$2 == 0 { sum += $4; ++n } END { if (n) print sum / n }' "$work/$1.queries.tsv"
}

has_figures() { # ENGINE FIGURE
  case $2 in
    articles_a_second | index_to_text) [[ -e $work/$1.index.tsv ]] ;;
    *) [[ -e $work/$1.queries.tsv ]] ;;
  esac
}

# Ours, then each peer's with ours divided by it in brackets.
print_compared() { # TEXT FIGURE
  local engine value ours=
  printf '| %s ' "$1"
  for engine in "${engines[@]}"; do
    value=
    if has_figures "$engine" "$2"; then value=$("$2" "$engine"); fi
    [[ $engine != ours ]] || ours=$value
    awk -v value="$value" -v ours="$ours" -v engine="$engine" 'BEGIN {
      shown = value >= 1000 ? sprintf("%d", value) : sprintf("%.3g", value)
      if (value == "") print "| - "
      else if (engine == "ours" || ours == "" || value == 0) print "| " shown " "
      else printf "| %s (%.2f) \n", shown, ours / value
    }' | tr -d '\n'
  done
  echo '|'
}

# --- what only we have

print_ours() { # TEXT VALUE
  [[ -z $2 ]] || printf '| %s | %s | | | | |\n' "$1" "$2"
}

of_load() { # FILE NAME
  [[ ! -e $work/$1.tsv ]] || awk -F'\t' -v name="$2" '$1 == name { print $2 }' "$work/$1.tsv"
}

print_load() { # FILE TEXT
  [[ -e $work/$1.tsv ]] || return 0
  print_ours "$2: queries/s" "$(of_load "$1" queries/s)"
  print_ours "$2: median, 99% ms" "$(of_load "$1" median), $(of_load "$1" 99%)"
}

print_publishing() {
  [[ -e $work/publishing.tsv ]] || return 0
  print_ours "published until found, while 8 clients search: median, 99% ms" \
    "$(cut -f2 "$work/publish.tsv" | quantile 0.5), $(cut -f2 "$work/publish.tsv" | quantile 0.99)"
  print_ours "of which newsindex ran: median, 99% ms" \
    "$(cut -f1 "$work/publish.tsv" | quantile 0.5), $(cut -f1 "$work/publish.tsv" | quantile 0.99)"
  print_ours "the 8 clients' 99% before, meanwhile, ms" \
    "$(of_load before 99%), $(of_load publishing 99%)"
}

commit_times() { # KIND
  awk -F'\t' -v kind="$1" '$1 == kind { print $3 }' "$work/changes.tsv"
}

print_changes() {
  [[ -e $work/changes.tsv ]] || return 0
  print_ours "$(awk -F'\t' '{ n += $2 } END { print n }' "$work/changes.tsv") articles added, corrected, removed: growth of the index" \
    "$(awk -F'\t' 'NR == 1 { before = $4 } END { printf "%.1f%%", 100 * ($4 / before - 1) }' "$work/changes.tsv")"
  local kind
  for kind in add remove; do
    print_ours "newsindex $kind, $(awk -F'\t' -v kind="$kind" '$1 == kind { n += $2; ++commits }
      END { printf "%.0f", n / commits }' "$work/changes.tsv") articles a commit: median, 99% ms" \
      "$(commit_times "$kind" | quantile 0.5), $(commit_times "$kind" | quantile 0.99)"
  done
}

print_searchd() {
  if [[ -e $work/start.tsv ]]; then
    print_ours "start of searchd until it serves, until its first answer: median ms" \
      "$(cut -f1 "$work/start.tsv" | quantile 0.5), $(cut -f2 "$work/start.tsv" | quantile 0.5)"
  fi
  if [[ -e $work/memory.tsv ]]; then
    print_ours "memory of searchd after that load, at most: MB" \
      "$(awk '{ printf "%s%.0f", NR > 1 ? ", " : "", $2 / 1e6 }' <(sort -r "$work/memory.tsv"))"
    print_ours "memory of searchd: bytes an article" \
      "$(awk -v articles="$articles" '/VmRSS/ { printf "%.0f", $2 / articles }' "$work/memory.tsv")"
  fi
}

# Against the next smaller archive that was measured, by the queries' numbers.
print_growth() {
  local smaller
  smaller=$(find "$work/.." -mindepth 2 -name ours.queries.tsv -printf '%h\n' | sed 's,.*/,,' |
    awk -v articles="$articles" '$1 < articles' | sort -n | tail -1)
  [[ -n $smaller && -e $work/ours.queries.tsv ]] || return 0
  print_ours "a query's time against the one with its number in $smaller articles: median" \
    "$(awk '$2 == 0 { next }
            FNR == NR { small[$1] += $3; ++n[$1]; next }
            { large[$1] += $3; ++m[$1] }
            END { for (id in large) if (id in small) print large[id] / m[id] / (small[id] / n[id]) }' \
      "$work/../$smaller/ours.queries.tsv" "$work/ours.queries.tsv" | quantile 0.5)"
}

print_table() {
  echo
  echo "$articles articles, $(wc -l <"$work/queries.tsv") queries, $(nproc) processors," \
    "$(date '+%-d %B %Y'), $(git describe --always --dirty)"
  echo
  echo '| figure | ours | Lucene | SQLite | PostgreSQL | Omega |'
  echo '| --- | --- | --- | --- | --- | --- |'
  print_compared 'indexed, articles/s' articles_a_second
  print_compared 'index / text' index_to_text
  print_compared 'cold, median ms' first_median
  print_compared 'cold, 99% ms' first_most
  print_compared 'warm, median ms' later_median
  print_compared 'warm, 99% ms' later_most
  print_compared 'articles found a query' articles_found
  print_load load '8 clients'
  print_load cached '8 clients, result cache on'
  print_publishing
  print_changes
  print_searchd
  print_growth
}
