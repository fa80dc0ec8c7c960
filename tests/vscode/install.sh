#!/usr/bin/env bash
# Puts what tests/vscode needs onto a bare Debian: Chromium, and a real VS Code (code-server) built from its npm package.
#
#   tests/vscode/install.sh [FOLDER]     FOLDER is $TURNOUT_VSCODE, or else .cache/vscode in the repository
#
# Node 20 with npm and a compiler have to be there. Debian packages are installed when this runs as root.
set -euo pipefail

root=$(cd "$(dirname "$0")/../.." && pwd)
folder=${1:-${TURNOUT_VSCODE:-$root/.cache/vscode}}
# Holds VS Code 1.100, and is the newest that runs on Node 20.
version=4.100.3
packages=(build-essential chromium fonts-dejavu-core libkrb5-dev libsecret-1-dev libx11-dev libxkbfile-dev pkg-config python3 ripgrep)

absent=()
for package in "${packages[@]}"; do
  dpkg-query -W -f '${Status}' "$package" 2>/dev/null | grep -q 'ok installed' || absent+=("$package")
done
if [ ${#absent[@]} -gt 0 ]; then
  if [ "$(id -u)" -ne 0 ]; then
    echo "Missing packages; as root: apt-get install ${absent[*]}" >&2
    exit 1
  fi
  apt-get update -qq
  DEBIAN_FRONTEND=noninteractive apt-get install -y -qq --no-install-recommends "${absent[@]}"
fi

entry=$folder/node_modules/code-server/out/node/entry.js
if [ -f "$folder/ready-$version" ]; then
  echo "VS Code is in $folder"
  exit 0
fi

mkdir -p "$folder"
folder=$(cd "$folder" && pwd)
entry=$folder/node_modules/code-server/out/node/entry.js
code=$folder/node_modules/code-server/lib/vscode
log=$folder/install.log
: >"$log"
trap 'status=$?; [ $status -eq 0 ] || { tail -20 "$log"; echo "The whole log: $log"; } >&2' EXIT

# Install scripts stay off: code-server's own would fetch ripgrep and prebuilt modules from places that are no registry.
# What they would have built is built below, from the sources in the packages.
fetch() { (cd "$1" && npm install --no-audit --no-fund --ignore-scripts "${@:2}") >>"$log" 2>&1; }
# Node's headers: the system's when it has them (`--nodedir`), or else what node-gyp finds.
headers=$(dirname "$(dirname "$(readlink -f "$(command -v node)")")")
[ -f "$headers/include/node/node.h" ] && export npm_config_nodedir=$headers
gyp=$(npm root -g)/npm/node_modules/node-gyp/bin/node-gyp.js

echo "Fetching code-server $version…"
[ -f "$folder/package.json" ] || echo '{ "private": true }' >"$folder/package.json"
fetch "$folder" --save-exact "code-server@$version"
fetch "$code" --omit=dev
fetch "$code/extensions" --omit=dev

for module in node-pty @vscode/spdlog native-watchdog @parcel/watcher; do
  echo "Building $module…"
  (cd "$code/node_modules/$module" && node "$gyp" rebuild) >>"$log" 2>&1
done
echo "Building argon2…"
(cd "$folder/node_modules/argon2" && node ../@mapbox/node-pre-gyp/bin/node-pre-gyp install --build-from-source) >>"$log" 2>&1

# What code-server's install script would have put in place.
mkdir -p "$code/node_modules/@vscode/ripgrep/bin"
cp "$(command -v rg)" "$code/node_modules/@vscode/ripgrep/bin/rg"
ln -sfn node_modules "$code/node_modules.asar"
ln -sf code-linux.sh "$code/bin/remote-cli/code-server"
ln -sf browser-linux.sh "$code/bin/helpers/browser.sh"

node "$entry" --version >>"$log"
touch "$folder/ready-$version"
echo "VS Code is in $folder"
