# Shared by run, test and bench. Sourced from the clone's root.
export DOTNET_NOLOGO=1 DOTNET_CLI_TELEMETRY_OPTOUT=1 ASPIRE_CLI_TELEMETRY_OPTOUT=true
configuration=release

say() { printf '%s\n' "$@"; }
fail() { printf '%s\n' "$*" >&2; exit 1; }

require_dotnet() {
  [[ -d ~/.dotnet ]] && PATH=$PATH:~/.dotnet
  command -v dotnet >/dev/null || fail "The .NET SDK 10 is missing; see https://learn.microsoft.com/dotnet/core/install/linux-debian."
  dotnet --version >/dev/null 2>&1 || fail "The .NET SDK that global.json asks for is missing; installed: $(dotnet --list-sdks | cut -d' ' -f1 | xargs)."
}

# Installs the Debian packages among "$@" that are missing.
require_packages() {
  local missing=() package root=()
  for package; do
    [[ $(dpkg-query -W -f '${Status}' "$package" 2>/dev/null) == *" installed" ]] || missing+=("$package")
  done
  ((${#missing[@]})) || return 0
  command -v apt-get >/dev/null || fail "Missing: ${missing[*]}. This script installs them on Debian only."
  if ((EUID)); then
    command -v sudo >/dev/null || fail "Missing: ${missing[*]}. Install them as root: apt-get install ${missing[*]}"
    root=(sudo)
  fi
  say "Installing ${missing[*]} …"
  # The packages would start servers of their own; ours run beside them, so theirs stay off while we install.
  local policy=/usr/sbin/policy-rc.d made=
  if [[ ! -e $policy ]]; then
    printf '#!/bin/sh\nexit 101\n' | "${root[@]}" install -m 755 /dev/stdin "$policy" && made=1
  fi
  local result=0
  { "${root[@]}" apt-get update -qq && "${root[@]}" env DEBIAN_FRONTEND=noninteractive RUNLEVEL=1 \
      apt-get install -qq -y --no-install-recommends "${missing[@]}" </dev/null >/dev/null; } || result=$?
  [[ $made ]] && "${root[@]}" rm -f "$policy"
  ((result == 0)) || fail "The packages could not be installed: ${missing[*]}."
}

server_packages=(postgresql rabbitmq-server chromium-headless-shell pandoc fonts-dejavu-core fonts-liberation)
# The portal's look comes from a package of npm.
command -v npm >/dev/null || server_packages+=(nodejs npm)

# Into an empty cache several at once are sometimes mixed up; the second time each is there.
restore_tools() { dotnet tool restore >/dev/null 2>&1 || dotnet tool restore >/dev/null || fail "The tools could not be installed (dotnet tool restore)."; }

# build <project or solution>
build() {
  restore_tools
  say "Building $1 …"
  dotnet msbuild "$1" -restore -m -v:quiet -nologo -nodeReuse:false -p:Configuration=Release || fail "The build of $1 failed; the errors are above."
}

# Whether a source file or folder is newer than the given stamp.
changed_since() {
  [[ ! -e $1 || -n $(find . -mindepth 1 \( -name artifacts -o -name .git -o -name .local -o -name node_modules -o -name docs -o -name tests \) -prune -o -newer "$1" -print -quit) ]]
}

state_folder() {
  # Where the servers' user can't enter the folder, the AppHost left a note.
  local folder=${State__Directory:-$PWD/.local}
  if [[ -r $folder/state-folder ]]; then cat "$folder/state-folder"; else say "$folder"; fi
}

port_is_free() { ! (exec 3<>"/dev/tcp/127.0.0.1/$1") 2>/dev/null; }

# free_port <first>: it, or the next one that nobody listens on
free_port() {
  local port=$1
  until port_is_free "$port"; do port=$((port + 1)); done
  say "$port"
}

# What this clone started and what came of it, by a mark in the environment that every child inherits.
mark=INTEGRATIONSKONZEPT_CLONE=$PWD
ours() { grep -lszFx -- "$mark" /proc/[0-9]*/environ 2>/dev/null | cut -d/ -f3; }

apphost=Integrationskonzept.AppHost/Integrationskonzept.AppHost.csproj
aspire() { NO_COLOR=1 dotnet aspire "$@" --apphost "$apphost" --non-interactive --nologo; }
