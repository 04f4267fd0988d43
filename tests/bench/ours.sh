# The rows of scripts/bench that are ours: functions that it calls.

clients=8
published=100
changes=10000
steps=50 # of two commits each

# Result caches are off but where they are measured.
has_cache() { "$searchd" --help | grep -q -e --result-cache; }
cache_off=()

start_searchd() { # INDEX [OPTION...]
  : >"$work/searchd.out" # here, as what runs beside us may do so too late
  "$searchd" --index "$1" --listen 127.0.0.1:0 "${@:2}" >"$work/searchd.out" 2>"$work/searchd.log" &
  server=$!
  trap 'kill "$server" 2>/dev/null || true' EXIT
  until grep -q http "$work/searchd.out"; do
    kill -0 "$server" 2>/dev/null || { cat "$work/searchd.log" >&2; return 1; }
    sleep 0.05
  done
  port=$(sed 's/.*://' "$work/searchd.out")
}

stop_searchd() {
  kill "$server"
  wait "$server" || true
  trap - EXIT
}

ask() { # CLIENTS ROUNDS OUT
  "$build/load_bench" "$port" "$work/queries.tsv" "$1" "$2" "$3"
}

ours_index() { "$newsindex" --index "$work/ours" --quiet rebuild "$work/articles.jsonl"; }
ours_bytes() { bytes_of "$work/ours"; }

ours_search() {
  ! has_cache || cache_off=(--result-cache 0)
  start_searchd "$work/ours" "${cache_off[@]}"
  ask 1 "$rounds" "$work/ours.http" >&2
  stop_searchd
  cat "$work/ours.http"
}

# Figures of 8 clients, and what searchd takes after them: bytes now and at most.
measure_load() {
  echo "bench: $clients clients search" >&2
  ! has_cache || cache_off=(--result-cache 0)
  start_searchd "$work/ours" "${cache_off[@]}"
  ask "$clients" "$rounds" "$work/load.answers.tsv" >"$work/ours.load.tsv"
  awk '/^VmRSS|^VmHWM/ { print $1 "\t" $2 * 1024 }' "/proc/$server/status" >"$work/memory.tsv"
  stop_searchd
  has_cache || return 0
  start_searchd "$work/ours" --result-cache 256
  ask "$clients" 1 "$work/cached.answers.tsv" >/dev/null # from now on all have been asked
  ask "$clients" "$rounds" "$work/cached.answers.tsv" >"$work/cached.tsv"
  stop_searchd
}

measure_start() {
  echo "bench: searchd starts" >&2
  "$build/start_bench" "$searchd" "$work/ours" 7 >"$work/start.tsv"
}

# While 8 clients search, until the command is through.
under_load() { # OUT COMMAND...
  local load
  # Not by a function: the process is to be the program itself, which gets the signal.
  "$build/load_bench" "$port" "$work/queries.tsv" "$clients" 0 "$work/answers" >"$1" &
  load=$!
  "${@:2}"
  kill "$load"
  wait "$load"
}

publish() {
  "$build/publish_bench" "$newsindex" "$work/scratch" "$port" "$published" "$work/published" \
    >"$work/publish.tsv"
}

measure_publish() {
  echo "bench: $published articles are published" >&2
  ! has_cache || cache_off=(--result-cache 0)
  rm -rf "$work/scratch"
  cp -r "$work/ours" "$work/scratch"
  start_searchd "$work/scratch" "${cache_off[@]}"
  ask "$clients" 1 "$work/answers" >/dev/null
  under_load "$work/before.tsv" sleep 20
  under_load "$work/publishing.tsv" publish
  stop_searchd
  rm -rf "$work/scratch"
}

# So many lines, spread evenly over the archive; shifted by part of the way from one to the next.
spread() { # FILE HOW_MANY SHIFT
  awk -v many="$2" -v all="$articles" -v shift="$3" \
    'int(NR * many / all + shift) > int((NR - 1) * many / all + shift)' "$1"
}

# A third each: additions, corrections, removals; as many articles go as come.
measure_change() {
  local third=$(((changes < articles ? changes : articles) / 3))
  echo "bench: $((third * 3)) articles change" >&2
  rm -rf "$work/scratch"
  cp -r "$work/ours" "$work/scratch"
  "$generate" articles --count "$third" --seed 2 >"$work/added.jsonl"
  spread "$work/articles.jsonl" "$third" 0 |
    jq -c '.body += " This article was corrected." | .correction = "A number was wrong."' \
      >"$work/corrected.jsonl"
  spread "$work/articles.tsv" "$third" 0.5 | cut -f1 >"$work/removed.txt"
  "$build/change_bench" "$newsindex" "$work/scratch" "$work/added.jsonl" "$work/corrected.jsonl" \
    "$work/removed.txt" "$steps" >"$work/changes.tsv"
  rm -rf "$work/scratch"
}
