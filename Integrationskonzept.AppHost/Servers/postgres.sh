#!/usr/bin/env bash
# PostgreSQL from Debian's package, on a data folder of our own.
name=PostgreSQL
[[ -n ${ENTERED-} ]] || . "${0%/*}/server.sh"

[[ -n $KEEP ]] || rm -rf data
version=$(cat data/PG_VERSION 2>/dev/null || ls /usr/lib/postgresql 2>/dev/null | sort -n | tail -n 1)
bin=/usr/lib/postgresql/$version/bin
[[ -n $version ]] || fail "PostgreSQL is not installed (Debian package postgresql)."
[[ -x $bin/postgres ]] || fail "The data in $STATE/data need PostgreSQL $version, which is not installed."

if [[ ! -e data/PG_VERSION ]]; then
  # Made beside and then renamed, so that half a data folder never looks like a whole one.
  rm -rf data data.new
  printf %s "$PASSWORD" >password
  LC_ALL=C.UTF-8 "$bin/initdb" -D data.new -U postgres -E UTF8 --locale=C.UTF-8 --auth=scram-sha-256 --pwfile=password $([[ -n $KEEP ]] || echo --no-sync) >initdb.log 2>&1 ||
    fail "PostgreSQL's data folder could not be made: $(grep -m 1 -E 'FATAL|PANIC|error:' initdb.log || tail -n 1 initdb.log)"
  rm password
  mv data.new data
fi
# Whoever it names is not ours: we hold the folder's lock.
rm -f data/postmaster.pid
serve INT "$bin/postgres" -D data -c listen_addresses=127.0.0.1 -c port="$PORT" -c unix_socket_directories= -c max_connections=300 \
  -c shared_buffers=128MB -c logging_collector=off -c log_line_prefix='%m ' $([[ -n $KEEP ]] || echo -c fsync=off -c full_page_writes=off)
