# Sourced by the servers' scripts, which run with the environment that Server.cs gives: STATE, PORT, PASSWORD, KEEP.
set -euo pipefail
umask 077
fail() { printf '%s\n' "$*" >&2; exit 1; }

# Servers refuse root, and root must not write where they may put links: started by root, all of this runs as a system user. As text, since
# that user can't read a clone below root's home.
if ((EUID == 0)); then
  user=integrationskonzept
  # PostgreSQL and RabbitMQ start at once; two useradds at once would both succeed, with two numbers for one name, and one that is at work has
  # made the user, but not yet the group.
  flock /etc sh -c 'id "$1" || useradd --system --user-group --no-create-home \
    --home-dir /nonexistent --shell /usr/sbin/nologin "$1"' sh "$user" >/dev/null 2>&1 ||
    fail "$name refuses to run as root, and the system user $user could not be created."
  mkdir -p "$STATE" && chown -hR "$user:" "$STATE" || fail "$name can't use its folder $STATE."
  exec setpriv --reuid "$user" --regid "$user" --init-groups \
    env ENTERED=yes name="$name" HOME="$STATE" bash -c "$(cat "${0%/*}/server.sh"; echo; cat "$0")" "$0"
fi

mkdir -p "$STATE" && cd "$STATE" || fail "$name can't use its folder $STATE."

# One server at a time has this folder. The lock goes with the process that holds it, also when that is killed. The AppHost holds
# the state folder, so a server that still lives here was left by a run that is gone: it is ended, and nothing else is.
exec 9>lock
if ! flock -n 9; then
  left=$(cat pid 2>/dev/null || true)
  if [[ -n $left && /proc/$left/fd/9 -ef lock ]]; then
    kill -INT "$left" 2>/dev/null || true
    kill -TERM "$left" 2>/dev/null || true # where it ignores an interrupt
  fi
  flock -w 30 9 || fail "$name of an earlier run still uses $STATE."
fi

# serve <signal that stops it fast> <command …>: until we are told to stop; it never outlives us.
serve() {
  local stop=$1 server
  shift
  setpriv --pdeathsig "$stop" "$@" &
  server=$!
  echo "$server" >pid
  trap 'kill -"$stop" "$server" 2>/dev/null' TERM INT HUP
  # wait ends early when a signal comes.
  while kill -0 "$server" 2>/dev/null; do wait "$server" && return || local result=$?; done
  return "${result:-0}"
}
