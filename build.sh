#!/usr/bin/env bash
# Builds, runs and tests Touchstone. `./build.sh --help` lists the commands.
set -euo pipefail
cd "$(dirname "${BASH_SOURCE[0]}")"

# wasm-bindgen-cli must equal the crate's version in Cargo.lock.
WASM_BINDGEN=$(sed -n '/^name = "wasm-bindgen"$/{n;s/^version = "\(.*\)"$/\1/p;}' Cargo.lock)
WASM_PACK=0.15.1
# What wasm-opt may use; a module with more than this is refused by browsers in use today.
WASM_FEATURES=(--enable-bulk-memory --enable-nontrapping-float-to-int --enable-sign-ext --enable-mutable-globals
  --enable-reference-types --enable-multivalue)
export CHROMIUM=${CHROMIUM:-chromium} FIREFOX=${FIREFOX:-firefox-esr}
export PATH="${CARGO_HOME:-$HOME/.cargo}/bin:$PATH"

say() { printf '\033[1m== %s\033[0m\n' "$*"; }
stop() { printf '%s\n' "$*" >&2; exit 1; }

help() {
  cat <<'TEXT'
Usage: ./build.sh [COMMAND]

  build                         dist/chromium and dist/firefox, loadable unpacked, and a zip of each (default)
  run                           build, then judge the bundled sample pages (invented people) in Chromium with the
                                extension loaded; prints levels and evidence, pictures go to target/run/
  run FILE.html --url ADDRESS   the same for a page that you saved
  test                          everything that can fail: format, lints, Rust tests, types, both browsers
  www [--port N] [--no-serve]   the page that anyone can host, dist/www, and the same as one file that opens from disk,
                                dist/www/touchstone.html; then serves it on localhost (port 8017)
  bench [--rounds N] [--without-browsers] [--without-native-yara]
                                times the product beside others and writes docs/bench.md; about half an hour on two cores, and
                                as long again when the native YARA-X is built for the first time
  budgets [--write]             counts the instructions of fixed inputs and fails above the limits in tests/budgets.json
  screens [chromium|firefox]    a picture of every screen, both languages, light and dark, and a contact sheet: target/screens/
  icons                         draw extension/icons/*.png again from icon.svg
  clean                         remove what the commands above made
  --help                        this list

What is missing is installed first: the wasm target, wasm-bindgen-cli and wasm-pack (pinned), npm packages (locked),
Debian's chromium, firefox-esr and valgrind, and for bench alone the locked packages of bench/. What is there in the right version is left alone.
TEXT
}

# --- what has to be there ------------------------------------------------------------------------

need_tool() { command -v "$1" >/dev/null || stop "$1 is missing. $2"; }

need_rust() {
  need_tool cargo "Install Rust with rustup, then run this again."
  if ! [ -d "$(rustc --print sysroot)/lib/rustlib/wasm32-unknown-unknown" ]; then
    say "Adding Rust's wasm target"
    rustup target add wasm32-unknown-unknown
  fi
  need_crate wasm-bindgen-cli wasm-bindgen "$WASM_BINDGEN"
  need_crate wasm-pack wasm-pack "$WASM_PACK"
}

# need_crate CRATE PROGRAM VERSION
need_crate() {
  case "$("$2" --version 2>/dev/null || true)" in
    "$2 $3"*) ;;
    *)
      say "Installing $1 $3 (a few minutes, once)"
      # Into cargo's own home, not into a target directory that this shell may have set.
      env -u CARGO_TARGET_DIR cargo install --locked --version "$3" "$1"
      ;;
  esac
}

need_npm() {
  need_tool npm "Install Node 20 or later, then run this again."
  if ! cmp -s package-lock.json node_modules/.touchstone-lock; then
    say "Installing npm packages"
    npm ci --no-audit --no-fund
    cp package-lock.json node_modules/.touchstone-lock
  fi
}

need_browsers() {
  local missing=()
  command -v "$CHROMIUM" >/dev/null || missing+=(chromium)
  command -v "$FIREFOX" >/dev/null || missing+=(firefox-esr)
  need_debian "${missing[@]}"
}

need_valgrind() {
  command -v valgrind >/dev/null || need_debian valgrind
}

# need_debian PACKAGE…: installs them, if any
need_debian() {
  [ $# -eq 0 ] && return
  local install="apt-get install -y --no-install-recommends $*"
  [ "$(id -u)" = 0 ] && command -v apt-get >/dev/null || stop "Missing: $*. Run: sudo $install"
  say "Installing $*"
  apt-get update -q
  DEBIAN_FRONTEND=noninteractive $install
}

# --- building --------------------------------------------------------------------------------------

target_dir() { printf '%s' "${CARGO_TARGET_DIR:-$PWD/target}"; }

# wasm_package NAME CARGO_OPTIONS…: one feature set, made small
wasm_package() {
  local name=$1 out
  shift
  out="$(target_dir)/wasm-pack/$name"
  say "WASM for the $name"
  # No path of this machine may stand in what ships. `no-install`: wasm-pack fetches nothing.
  RUSTFLAGS="${RUSTFLAGS:-} --remap-path-prefix=${CARGO_HOME:-$HOME/.cargo}=cargo --remap-path-prefix=$HOME=home --remap-path-prefix=$PWD=touchstone" \
    wasm-pack --quiet build --target web --mode no-install --no-opt --no-pack --no-typescript --profile wasm --out-dir "$out" . -- --locked "$@"
  local raw="$out/touchstone_bg.wasm" small="$out/small.wasm" mark="$out/small.mark"
  if ! cmp -s "$raw" "$mark"; then
    cp "$raw" "$mark"
    node_modules/.bin/wasm-opt -Oz --converge --strip-debug --strip-producers "${WASM_FEATURES[@]}" "$raw" -o "$small"
  fi
  mkdir -p "$(wasm_dir)/$name"
  cp "$small" "$(wasm_dir)/$name/touchstone_bg.wasm"
  cp "$out/touchstone.js" "$(wasm_dir)/$name/touchstone.js"
}

wasm_dir() { printf '%s/wasm-small' "$(target_dir)"; }

packages() {
  need_rust
  need_npm
  say "Samples of the indicators"
  cargo run --quiet --locked -- indicators --check
  wasm_package reader --no-default-features
  wasm_package desk --no-default-features --features desk
  wasm_package panel --no-default-features --features panel
  wasm_package settings --no-default-features --features settings
  wasm_package files --no-default-features --features files
}

build() {
  packages
  say "Extension"
  node build/extension.js "$(wasm_dir)" "$@"
}

# --- commands --------------------------------------------------------------------------------------

run() {
  need_browsers
  build
  say "Judging pages in Chromium"
  node tests/browser/run.js "$@"
}

www() {
  local serve=yes port=()
  while [ $# -gt 0 ]; do
    case "$1" in
      --no-serve) serve=no ;;
      --port) port=(--port "${2:?--port needs a number}"); shift ;;
      *) help >&2; exit 2 ;;
    esac
    shift
  done
  packages
  say "The page at www"
  node build/www.js "$(wasm_dir)"
  if [ "$serve" = yes ]; then node build/serve.js dist/www "${port[@]}"; fi
}

# The limits are for this profile; what the machine does beside it is not counted.
budgets() {
  need_valgrind
  say "Instructions"
  cargo build --quiet --locked --release
  node build/budgets.js "$(target_dir)/release/touchstone" "$@"
}

bench() {
  local features=peers,yara run=()
  while [ $# -gt 0 ]; do
    case "$1" in
      --without-native-yara) features=peers ;;
      *) run+=("$1") ;;
    esac
    shift
  done
  build
  need_browsers
  say "Peers"
  if ! cmp -s bench/package-lock.json bench/node_modules/.touchstone-lock; then
    (cd bench && npm ci --no-audit --no-fund && cp package-lock.json node_modules/.touchstone-lock)
  fi
  local target wasm
  target="$(target_dir)/bench"
  wasm="$target/wasm32-unknown-unknown/wasm"
  cargo build --locked --release --manifest-path bench/native/Cargo.toml --target-dir "$target" --no-default-features --features "$features"
  cargo build --locked --profile wasm --lib --manifest-path bench/native/Cargo.toml --target-dir "$target" --no-default-features --target wasm32-unknown-unknown
  node_modules/.bin/wasm-opt -Oz --converge "${WASM_FEATURES[@]}" "$wasm/touchstone_bench.wasm" -o "$wasm/matcher.wasm"
  say "Timing"
  node bench/run.js "$target/release/touchstone-bench" "$wasm/matcher.wasm" dist "${run[@]}"
}

tests() {
  need_npm
  say "Format"
  cargo fmt --check
  say "Lints"
  cargo clippy --quiet --locked --all-targets -- -D warnings
  say "Rust tests"
  cargo test --quiet --locked
  say "Types of the scripts"
  node_modules/.bin/tsc -p .
  budgets
  build --check
  node build/www.js "$(wasm_dir)"
  need_browsers
  say "Cost of a capture (on saved pages, where there are any)"
  TOUCHSTONE_BIN="$(target_dir)/debug/touchstone" node tests/browser/measure-capture.js --check
  say "Sample pages"
  node tests/browser/run.js --headless
  say "Browsers"
  node --test --test-concurrency=1 tests/browser/*.test.js
}

case "${1:-build}" in
  build) build ;;
  run) shift; run "$@" ;;
  www) shift; www "$@" ;;
  test) tests ;;
  bench) shift; bench "$@" ;;
  budgets) shift; need_npm; budgets "$@" ;;
  screens) shift; need_browsers; build; node build/www.js "$(wasm_dir)"; node tests/browser/screens.js "$@" ;;
  icons) need_npm; need_browsers; node tests/browser/draw-icons.js ;;
  clean) rm -rf dist node_modules target ;;
  -h | --help | help) help ;;
  *) help >&2; exit 2 ;;
esac
