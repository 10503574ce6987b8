# Building when the sources are newer than the build. Read by the launcher.

target=$home/target
stamp=$target/tandem.stamp

# Directories are compared too: their time changes when a file in them is removed.
is_stale() {
  [ -f "$stamp" ] && [ -f "$target/tandem.jar" ] || return 0
  local sources=("$home/pom.xml" "$home/src/main" "$home/packaging/launcher/build.sh") folder
  for folder in "$home/assets/fonts" "$home/assets/icons"; do
    [ ! -d "$folder" ] || sources+=("$folder")
  done
  [ -n "$(find "${sources[@]}" -newer "$stamp" -print -quit)" ]
}

build_if_stale() {
  if [ -n "${TANDEM_NO_BUILD:-}" ]; then
    [ -f "$stamp" ] || fail "there is no build, and TANDEM_NO_BUILD forbids to make one."
  elif is_stale; then
    require_writable
    require_builder
    lock_build
    # Another launch may have built while this one waited.
    ! is_stale || build
    unlock_build
  fi
  # Nothing can be kept beside a build that only its installer may write; it only starts more slowly.
  [ -f "$(archive_of command)" ] || ! is_writable || prepare_archives
}

is_writable() {
  if [ -e "$target" ]; then [ -w "$target" ]; else [ -w "$home" ]; fi
}

require_writable() {
  is_writable && return
  local remedy="Let somebody who may write there start $home/tandem once."
  [ ! -f "$stamp" ] || remedy="$remedy Or set TANDEM_NO_BUILD=1 to use the build that is there."
  fail "Tandem is not built, or its sources are newer than the build, and $target cannot be written. $remedy"
}

require_builder() {
  [ -x "$java_home/bin/javac" ] \
    || fail "building Tandem needs a JDK, and $java_home is only a runtime. Install one (Debian and Ubuntu: apt-get install openjdk-17-jdk)."
  command -v mvn >/dev/null \
    || fail "building Tandem needs Maven. Install it (Debian and Ubuntu: apt-get install maven)."
}

lock_build() {
  mkdir -p "$target"
  if command -v flock >/dev/null; then
    exec 9>"$target/tandem.lock"
    if ! flock -n 9; then
      say "another launch is building; waiting for it"
      flock 9
    fi
  else
    until mkdir "$target/tandem.lock.d" 2>/dev/null; do sleep 1; done
    trap 'rmdir "$target/tandem.lock.d" 2>/dev/null || true' EXIT
  fi
}

unlock_build() {
  if command -v flock >/dev/null; then
    exec 9>&-
  else
    rmdir "$target/tandem.lock.d" 2>/dev/null || true
  fi
}

build() {
  local log=$target/tandem-build.log began=$target/tandem.stamp.began first=
  [ -d "${MAVEN_REPOSITORY:-$HOME/.m2/repository}/ai/djl" ] || first=" (the first time, about 400 MB are downloaded)"
  say "building$first …"
  rm -f "$stamp"
  # Maven takes whatever an interrupted build left half-written for finished.
  [ ! -f "$began" ] || rm -f "$target/tandem.jar"
  # It adds libraries and takes none away, and everything that lies there is on the class path.
  rm -rf "$target/lib"
  # What is edited while the build runs is newer than this.
  touch "$began"
  if ! watch_over "building" "$log" env JAVA_HOME="$java_home" mvn -q -B -f "$home/pom.xml" \
    -Dmaven.test.skip=true -Dspotless.check.skip=true -Dmaven.compiler.failOnWarning=false package; then
    cat "$log" >&2
    fail "the build failed; what Maven said stands above and in $log"
  fi
  rm -rf "$target/cds"
  mv "$began" "$stamp"
}

# watch_over WHAT LOG COMMAND…: runs it with its output in LOG, tells the seconds that went by, and ends it on Ctrl-C.
watch_over() {
  local what=$1 log=$2 every=15 seconds=0 code=0 process
  shift 2
  [ ! -t 2 ] || every=1
  "$@" >"$log" 2>&1 </dev/null &
  process=$!
  trap 'kill "$process" 2>/dev/null; wait "$process" 2>/dev/null; say "$what was stopped"; exit 130' INT TERM
  while kill -0 "$process" 2>/dev/null; do
    sleep 0.2
    # Five rounds are a second.
    seconds=$((seconds + 1))
    if [ $((seconds % (5 * every))) -eq 0 ]; then
      if [ -t 2 ]; then
        printf '\rtandem: %s … %d s ' "$what" $((seconds / 5)) >&2
      else
        say "$what … $((seconds / 5)) s"
      fi
    fi
  done
  [ ! -t 2 ] || printf '\r\033[K' >&2
  wait "$process" || code=$?
  trap - INT TERM
  return "$code"
}
