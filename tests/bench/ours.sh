# The rows of scripts/bench that are ours: functions that it calls.

clients=8
published=100   # articles, one after another
changes=10000   # a third each: additions, corrections, removals
steps=50        # of two commits each

# Result caches are off but where they are measured.
has_cache() { "$searchd" --help | grep -q -e --result-cache; }
cache_off=()

start_searchd() { # INDEX [OPTION...]
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
  ask "$clients" "$rounds" "$work/load.answers.tsv" >"$work/load.tsv"
  awk '/^VmRSS|^VmHWM/ { print $1 "\t" $2 * 1024 }' "/proc/$server/status" >"$work/memory.tsv"
  stop_searchd
  has_cache || return 0
  start_searchd "$work/ours" --result-cache 256
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
  ask "$clients" 0 "$work/answers" >"$1" &
  load=$!
  "${@:2}"
  kill "$load"
  wait "$load"
}

publish() {
  "$build/publish_bench" "$newsindex" "$work/scratch" "$port" "$published" "$work/published" \
    >"$work/publish.tsv"
}

measure_publishing() {
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

# Corrections and removals are spread over the archive; as many are removed as added.
measure_changes() {
  echo "bench: $changes articles change" >&2
  rm -rf "$work/scratch"
  cp -r "$work/ours" "$work/scratch"
  "$generate" articles --count "$((changes / 3 + 1))" --seed 2 >"$work/added.jsonl"
  local every=$((articles / (changes / 3) + 1))
  awk -v every="$every" 'NR % every == 1' "$work/articles.jsonl" |
    jq -c '.body += " This article was corrected." | .correction = "A number was wrong."' \
      >"$work/corrected.jsonl"
  awk -F'\t' -v every="$every" 'NR % every == 0 { print $1 }' "$work/articles.tsv" \
    >"$work/removed.txt"
  "$build/change_bench" "$newsindex" "$work/scratch" "$work/added.jsonl" "$work/corrected.jsonl" \
    "$work/removed.txt" "$steps" >"$work/changes.tsv"
  rm -rf "$work/scratch"
}
