#!/usr/bin/env bash
# Builds the last commit twice, in clones that share as little as one machine allows: another folder and depth, another
# home, another home of cargo, another time zone, language, umask and number of jobs. Then compares what ships byte by
# byte and prints its SHA-256. Called by `./build.sh reproduce`; what it needs is installed by then.
#
#   build/reproduce.sh [--keep]     (--keep leaves the two clones where they are)
set -euo pipefail

SHIPPED=(chromium.zip firefox.zip www/touchstone.html)
SOURCE=$(pwd -P)
COMMIT=$(git rev-parse HEAD)
# Tools are shared: what they are is printed, and their versions are pinned.
RUSTUP=${RUSTUP_HOME:-$HOME/.rustup}
TOOLS=${CARGO_HOME:-$HOME/.cargo}/bin
# How packages are fetched is the machine's affair; the lock decides what may arrive.
export npm_config_cache npm_config_userconfig
npm_config_cache=$(npm config get cache)
npm_config_userconfig=$(npm config get userconfig)

work=$(mktemp -d)
finish() { if [ "${keep:-no}" = yes ]; then echo "Left as it is: $work"; else rm -rf "$work"; fi; }
trap finish EXIT
[ "${1:-}" != --keep ] || keep=yes

# made FOLDER HOME VARIABLE=VALUE…: one clone, built
made() {
  local folder=$1 home=$2 log="$2.log"
  shift 2
  mkdir -p "$home" "$(dirname "$folder")"
  git clone --quiet --no-hardlinks "$SOURCE" "$folder"
  git -C "$folder" -c advice.detachedHead=false checkout --quiet "$COMMIT"
  echo "Building in $folder, home $home, $* (log: $log)"
  local start=$SECONDS
  if ! (cd "$folder" && env -u CARGO_HOME -u CARGO_TARGET_DIR -u RUSTFLAGS -u CARGO_ENCODED_RUSTFLAGS \
    HOME="$home" RUSTUP_HOME="$RUSTUP" PATH="$TOOLS:$PATH" "$@" \
    ./build.sh www --no-serve && env HOME="$home" node build/extension.js target/wasm-small) > "$log" 2>&1; then
    tail -n 40 "$log" >&2
    exit 1
  fi
  echo "  $((SECONDS - start)) s"
}

versions() {
  echo "Commit $COMMIT"
  rustc --version
  wasm-bindgen --version
  wasm-pack --version
  echo "binaryen $(node -p 'require("./node_modules/binaryen/package.json").version'), node $(node --version), $(uname -sm)"
}

[ -z "$(git status --porcelain)" ] || echo "Note: the last commit is built; what is not committed is left out."
versions
one=$work/one/touchstone two="$work/another place/deeper down/t"
made "$one" "$work/one/home" TZ=UTC LC_ALL=C CARGO_BUILD_JOBS=2
# Cargo's home lies outside of the home here.
umask 077
made "$two" "$work/two home" TZ=Pacific/Chatham LC_ALL=sv_SE.UTF-8 CARGO_BUILD_JOBS=1 CARGO_HOME="$work/registry of two"

different=no
for file in "${SHIPPED[@]}"; do
  if cmp "$one/dist/$file" "$two/dist/$file"; then
    echo "the same: $(sha256sum < "$one/dist/$file" | cut -d ' ' -f 1)  dist/$file"
  else
    echo "NOT the same: dist/$file" >&2
    different=yes
  fi
done
if [ "$different" = yes ]; then
  diff -rq "$one/dist" "$two/dist" >&2 || true
  keep=yes
  exit 1
fi
