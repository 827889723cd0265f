#!/usr/bin/env bash
# Builds, runs and tests Touchstone. `./build.sh --help` lists the commands.
set -euo pipefail
cd "$(dirname "${BASH_SOURCE[0]}")"

# wasm-bindgen-cli must equal the crate's version in Cargo.lock.
WASM_BINDGEN=$(sed -n '/^name = "wasm-bindgen"$/{n;s/^version = "\(.*\)"$/\1/p;}' Cargo.lock)
WASM_PACK=0.15.1
CARGO_DENY=0.20.2
CARGO_FUZZ=0.13.2
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
  fuzz [SECONDS] [TARGET…]      feeds every reader with invented and spoiled input, SECONDS (60) each; fuzz/README.md says what holds
  www [--port N] [--no-serve]   the page that anyone can host, dist/www, and the same as one file that opens from disk,
                                dist/www/touchstone.html; then serves it on localhost (port 8017)
  bench [--rounds N] [--without-browsers] [--without-native-yara]
                                times the product beside others and writes docs/bench.md; the 11 rounds took about ten minutes
                                on two cores, after the builds, of which the native YARA-X is long when it is built first
  budgets [--write]             counts the instructions of fixed inputs and fails above the limits in tests/budgets.json
  screens [chromium|firefox]    a picture of every screen, four languages, light and dark, and a contact sheet: target/screens/;
                                fails where one must be scrolled to the side
  audit [--strict]              crates by deny.toml (cargo-deny: licences, bans, sources, advisories), npm's lock, a line in
                                docs/dependencies.md for each; says when the advisories could not be reached, --strict fails then
  sbom                          dist/sbom.cdx.json: what is in the WASM that ships (CycloneDX), the same bytes every time
  lint                          Firefox's linter of add-ons over dist/firefox (built first)
  reproduce [--keep]            builds the last commit in two clones (other folder, home, time zone, language, umask), compares what
                                ships byte by byte and prints its SHA-256; twice the time of a build
  screens store                 the pictures of the store listings, 1280 x 800, English and French: target/store/
  icons                         draw extension/icons/*.png again from icon.svg
  clean                         remove what the commands above made
  --help                        this list

What is missing is installed first: the wasm target, wasm-bindgen-cli, wasm-pack and cargo-deny (pinned), npm packages (locked),
Debian's chromium, firefox-esr, jq and valgrind, for bench alone the locked packages of bench/. What is there in the right
version is left alone.
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

need_fuzz() {
  need_tool cargo "Install Rust with rustup, then run this again."
  need_tool c++ "Install g++ (libFuzzer is C++), then run this again."
  need_crate cargo-fuzz cargo-fuzz "$CARGO_FUZZ"
}

# need_npm [FOLDER]: the packages of its lock
need_npm() {
  local folder=${1:-.}
  need_tool npm "Install Node 20 or later, then run this again."
  if ! cmp -s "$folder/package-lock.json" "$folder/node_modules/.touchstone-lock"; then
    say "Installing npm packages"
    npm ci --no-audit --no-fund --prefix "$folder"
    cp "$folder/package-lock.json" "$folder/node_modules/.touchstone-lock"
  fi
}

need_browsers() {
  local missing=()
  command -v "$CHROMIUM" >/dev/null || missing+=(chromium)
  command -v "$FIREFOX" >/dev/null || missing+=(firefox-esr)
  [ ${#missing[@]} -eq 0 ] && return
  install_debian "${missing[@]}"
}

# need_program NAME: of the Debian package that is called so
need_program() { command -v "$1" >/dev/null || install_debian "$1"; }

# install_debian PACKAGE…
install_debian() {
  local install="apt-get install -y --no-install-recommends $*"
  [ "$(id -u)" = 0 ] && command -v apt-get >/dev/null || stop "Missing: $*. Run: sudo $install"
  say "Installing $*"
  apt-get update -q
  DEBIAN_FRONTEND=noninteractive $install
}

# --- building --------------------------------------------------------------------------------------

target_dir() { printf '%s' "${CARGO_TARGET_DIR:-$PWD/target}"; }

# The flags of the compiler for what ships, parted as cargo wants it (a path may hold spaces). No path of this machine may
# stand in it, and the same must stand there wherever home, cargo's home, this folder and the target are: of several
# prefixes that fit the last one holds, so what may lie inside of another comes after it. RUSTFLAGS of this shell do not hold.
# Digests are made of a name now and then: the short code for them is slower and a third as long.
wasm_flags() {
  local cargo=${CARGO_HOME:-$HOME/.cargo} crates
  printf -- '--cfg=sha2_backend_soft="compact"\x1f'
  printf -- '--remap-path-prefix=%s=home\x1f--remap-path-prefix=%s=cargo' "$HOME" "$cargo"
  # The folder's name has a hash of the registry's address in it.
  for crates in "$cargo"/registry/src/*; do printf '\x1f--remap-path-prefix=%s=crates' "$crates"; done
  printf '\x1f--remap-path-prefix=%s=touchstone\x1f--remap-path-prefix=%s=touchstone/target' "$(pwd -P)" "$(target_dir)"
}

# wasm_package NAME CARGO_OPTIONS…: one feature set, made small
wasm_package() {
  local name=$1 out
  shift
  out="$(target_dir)/wasm-pack/$name"
  say "WASM for the $name"
  # `no-install`: wasm-pack fetches nothing.
  CARGO_ENCODED_RUSTFLAGS=$(wasm_flags) \
    wasm-pack --quiet build --target web --mode no-install --no-opt --no-pack --no-typescript --profile wasm --out-dir "$out" . -- --locked "$@"
  local raw="$out/touchstone_bg.wasm" small="$out/small.wasm" mark="$out/small.mark" made
  # `low-memory-unused`: Rust's linker puts the stack first, so the first kilobyte is the end of a stack of a megabyte.
  local options=(-Oz --converge --low-memory-unused --strip-debug --strip-producers "${WASM_FEATURES[@]}")
  # What it was made from and with; written when it is made, so that one that was broken off is made again.
  made="$(cat "$raw" node_modules/binaryen/package.json | sha256sum) ${options[*]}"
  if [ "$(cat "$mark" 2>/dev/null)" != "$made" ]; then
    node_modules/.bin/wasm-opt "${options[@]}" "$raw" -o "$small"
    printf '%s\n' "$made" > "$mark"
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
  wasm_package reader --no-default-features --features reader
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

# --- what it is made of ----------------------------------------------------------------------------

advisories() {
  if timeout 120 cargo deny --log-level off fetch db 2>/dev/null; then
    cargo deny --locked check --hide-inclusion-graph advisories
    return
  fi
  say "NOT checked: the database of advisories could not be reached. Run ./build.sh audit where it can be."
  [ "${1:-}" != --strict ]
}

audit() {
  need_crate cargo-deny cargo-deny "$CARGO_DENY"
  say "Crates: licences, bans, sources"
  cargo deny --locked check --hide-inclusion-graph licenses bans sources
  say "Crates: advisories"
  advisories "$@"
  say "npm's lock, and a line for every dependency"
  node build/audit.js
}

sbom() {
  say "What is in it"
  node build/sbom.js
}

lint() {
  say "Firefox's linter of add-ons"
  node build/lint.js dist/firefox
}

supply() {
  audit
  sbom
  lint
  say "Supply chain"
  node --test tests/supply/*.test.js
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

screens() {
  if [ "${1:-}" = store ]; then node tests/browser/store-shots.js; return; fi
  node build/www.js "$(wasm_dir)"
  node tests/browser/screens.js "$@"
}

fuzz() {
  need_fuzz
  say "Fuzzing"
  fuzz/run.sh "$@"
}

# The limits are for this profile; what the machine does beside it is not counted.
budgets() {
  need_program valgrind
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
  need_npm bench
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
  # For the commands of docs/stream.md, which a test runs.
  need_program jq
  say "Rust tests"
  cargo test --quiet --locked
  say "Types of the scripts"
  node_modules/.bin/tsc -p .
  budgets
  build --check
  node build/www.js "$(wasm_dir)"
  supply
  need_browsers
  say "Cost of a capture (on saved pages, where there are any)"
  TOUCHSTONE_BIN="$(target_dir)/debug/touchstone" node tests/browser/measure-capture.js --check
  say "Sample pages"
  node tests/browser/run.js --headless
  say "Browsers"
  # A browser that no longer answers costs a quarter of an hour, not the whole run.
  node --test --test-concurrency=1 --test-timeout=900000 tests/browser/*.test.js
  # From the same seed each time: what a longer run finds is looked for by `./build.sh fuzz`, not by chance in CI.
  FUZZ_SEED=1 fuzz 60
}

case "${1:-build}" in
  build) build ;;
  run) shift; run "$@" ;;
  www) shift; www "$@" ;;
  test) tests ;;
  screens) shift; need_browsers; build; screens "$@" ;;
  audit) shift; audit "$@" ;;
  sbom) need_tool cargo "Install Rust with rustup, then run this again."; sbom ;;
  lint) build; lint ;;
  reproduce) shift; need_rust; need_npm; build/reproduce.sh "$@" ;;
  fuzz) shift; fuzz "$@" ;;
  bench) shift; bench "$@" ;;
  budgets) shift; need_npm; budgets "$@" ;;
  icons) need_npm; need_browsers; node tests/browser/draw-icons.js ;;
  clean) rm -rf dist node_modules target ;;
  -h | --help | help) help ;;
  *) help >&2; exit 2 ;;
esac
