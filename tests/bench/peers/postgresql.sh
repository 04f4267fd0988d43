# PostgreSQL 15 full text, for scripts/bench: a server of its own, on a socket, for as long as it is
# asked.

postgresql_programs=/usr/lib/postgresql/15/bin
postgresql_socket=/tmp/newsindex-bench-$$
postgresql_where="host=$postgresql_socket user=bench dbname=postgres"

postgresql_build() { cmake --build --preset "$preset" --target bench_postgresql; }

# Its programs refuse to be run by root.
as_postgres() {
  if [[ $EUID == 0 ]]; then runuser -u postgres -- "$@"; else "$@"; fi
}

postgresql_start() {
  local options="-k $postgresql_socket -c listen_addresses= -c client_min_messages=error"
  options+=" -c shared_buffers=1GB -c work_mem=64MB -c maintenance_work_mem=512MB"
  options+=" -c max_wal_size=2GB -c jit=off"
  mkdir -p "$postgresql_socket"
  [[ $EUID != 0 ]] || chown postgres "$postgresql_socket"
  as_postgres "$postgresql_programs/pg_ctl" -D "$work/postgresql" -w -t 600 \
    -l "$work/postgresql/log" -o "$options" start
  trap postgresql_stop EXIT
}

postgresql_stop() {
  as_postgres "$postgresql_programs/pg_ctl" -D "$work/postgresql" -w -m fast stop
  rm -rf "$postgresql_socket"
  trap - EXIT
}

postgresql_index() {
  mkdir -p "$work/postgresql"
  [[ $EUID != 0 ]] || chown postgres "$work/postgresql"
  as_postgres "$postgresql_programs/initdb" -D "$work/postgresql" -U bench -A trust -E UTF8 \
    --locale=C.UTF-8
  postgresql_start
  "$build/bench_postgresql" index "$work/articles.tsv" "$postgresql_where"
  psql -XAt "$postgresql_where" -c "SELECT pg_total_relation_size('article')" \
    >"$work/postgresql.bytes"
  postgresql_stop
}
postgresql_bytes() { cat "$work/postgresql.bytes"; }

postgresql_search() {
  postgresql_start >&2
  "$build/bench_postgresql" search "$postgresql_where" "$work/queries.tsv" "$rounds"
  postgresql_stop >&2
}
