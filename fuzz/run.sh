#!/usr/bin/env bash
# Builds the targets once and runs each for a while: ./build.sh fuzz [SECONDS] [TARGET…]. Two at a time, each within a
# limit of memory and of time for one input. A line a target; ends with 1 when any of them found something.
set -euo pipefail
cd "$(dirname "${BASH_SOURCE[0]}")/.."

SECONDS_EACH=60
MEMORY_MB=2048
# Wall clock: what takes a second on a free machine may take ten on a busy one.
TIMEOUT=20
LONGEST=20000

out="${CARGO_TARGET_DIR:-$PWD/target}/fuzz"
mapfile -t all < <(sed -n 's|^path = "targets/\(.*\)\.rs"$|\1|p' fuzz/Cargo.toml)

stop() { printf '%s\n' "$*" >&2; exit 1; }

# What coverage needs is not in stable Rust: the nightly that is there, or stable told to allow it.
toolchain() {
  if cargo +nightly --version >/dev/null 2>&1; then
    toolchain=+nightly
  elif RUSTC_BOOTSTRAP=1 cargo --version >/dev/null 2>&1; then
    export RUSTC_BOOTSTRAP=1
    toolchain=
  else
    stop "Fuzzing needs cargo: install Rust with rustup, then run this again."
  fi
}

build() {
  toolchain
  cargo fetch --quiet --locked --manifest-path fuzz/Cargo.toml
  # Without a sanitizer: neither this crate nor a target has unsafe code, and it runs twice as fast.
  # shellcheck disable=SC2086 # no toolchain, no argument
  cargo $toolchain fuzz build --fuzz-dir fuzz --sanitizer none --target-dir "$out" 2>"$out/build.log" ||
    { cat "$out/build.log" >&2; stop "The targets cannot be built (cargo $toolchain fuzz build)."; }
  programs="$out/$(rustc -vV | sed -n 's/^host: //p')/release"
}

# Where the seeds of a target lie: its own, and the invented pages, résumés and files of the tests.
seeds() {
  local own="fuzz/seeds/$1"
  [ ! -d "$own" ] || printf '%s\n' "$own"
  case "$1" in
    html | page) printf 'tests/pages\n' ;;
    resume | text | dates) printf 'tests/resumes\n' ;;
    pdf | docx) printf 'tests/files\n' ;;
  esac
}

# The last number after a word in the log of a target.
number() { sed -n "s/.*$2 *\([0-9][0-9]*\).*/\1/p" "$1" | tail -n 1; }

run() {
  local target=$1 log="$out/log/$1.txt" status=0
  local grown="$out/corpus/$target" found="$out/artifacts/$target/" options=() dirs=()
  mkdir -p "$grown" "$found"
  [ ! -f "fuzz/dictionaries/$target.dict" ] || options+=("-dict=fuzz/dictionaries/$target.dict")
  mapfile -t dirs < <(seeds "$target")
  "$programs/$target" -max_total_time="$SECONDS_EACH" -timeout="$TIMEOUT" -rss_limit_mb="$MEMORY_MB" \
    -max_len="$LONGEST" ${FUZZ_SEED:+-seed="$FUZZ_SEED"} -print_final_stats=1 -artifact_prefix="$found" "${options[@]}" \
    "$grown" "${dirs[@]}" >"$log" 2>&1 || status=$?
  local outcome='no finding'
  [ "$status" = 0 ] || outcome=FINDING
  printf '%-12s %9s runs  %6s edges  %5s new inputs  %s\n' "$target" "$(number "$log" 'number_of_executed_units:')" \
    "$(number "$log" 'cov:')" "$(number "$log" 'new_units_added:')" "$outcome"
  [ "$status" = 0 ] || tell "$target" "$log"
  return "$status"
}

# What was found, where it lies, and how to see it again.
tell() {
  local artifact
  artifact=$(sed -n 's/.*Test unit written to //p' "$2" | tail -n 1)
  # A target that did not even begin says why at the end of its log.
  { grep -m 3 -A 1 -E 'panicked at|ERROR: libFuzzer|SUMMARY' "$2" || tail -n 3 "$2"; } | sed 's/^/    /'
  [ -z "$artifact" ] || printf '    found:     %s\n    again:     %s %s\n' "$artifact" "$programs/$1" "$artifact"
  printf '    log:       %s\n' "$2"
}

# In one piece, so that the file may change while it runs.
main() {
  if [[ "${1:-}" =~ ^[0-9]+$ ]]; then
    SECONDS_EACH=$1
    shift
  fi
  local target targets failed=0 running=0
  targets=("$@")
  [ ${#targets[@]} -gt 0 ] || targets=("${all[@]}")
  for target in "${targets[@]}"; do
    [ -f "fuzz/targets/$target.rs" ] || stop "There is no target $target. There are: ${all[*]}"
  done
  mkdir -p "$out/log"
  build
  for target in "${targets[@]}"; do
    if [ "$running" = 2 ]; then
      wait -n || failed=1
      running=1
    fi
    run "$target" &
    running=$((running + 1))
  done
  while [ "$running" -gt 0 ]; do
    wait -n || failed=1
    running=$((running - 1))
  done
  return "$failed"
}

main "$@"; exit
