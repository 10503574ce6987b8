# Finding a JDK, and the environment every command runs in. Read by the launcher.

say() { printf 'tandem: %s\n' "$*" >&2; }

# The launcher itself could not go on: exit code 6.
fail() {
  say "$*"
  exit 6
}

set_environment() {
  case $(uname -s) in
    Linux)
      # Java reads file names and arguments in the locale's encoding; without one, only ASCII would work.
      case ${LC_ALL:-${LC_CTYPE:-${LANG:-}}} in
        *[Uu][Tt][Ff]-8* | *[Uu][Tt][Ff]8*) ;;
        *) export LC_ALL=C.UTF-8 ;;
      esac
      TANDEM_CACHE=${TANDEM_CACHE:-${XDG_CACHE_HOME:-$HOME/.cache}/tandem}
      ;;
    Darwin) TANDEM_CACHE=${TANDEM_CACHE:-$HOME/Library/Caches/tandem} ;;
    *) TANDEM_CACHE=${TANDEM_CACHE:-$HOME/.cache/tandem} ;;
  esac
  case $TANDEM_CACHE in /*) ;; *) TANDEM_CACHE=$PWD/$TANDEM_CACHE ;; esac
  export TANDEM_CACHE
  export DJL_CACHE_DIR=${DJL_CACHE_DIR:-$TANDEM_CACHE/djl}
}

# Sets java_home, java_major and java_id (a name for this very JDK) from JAVA_HOME, then from the PATH.
find_java() {
  java_home=
  local tried= candidate
  for candidate in "${JAVA_HOME:-}" "$(java_home_of_path)"; do
    [ -n "$candidate" ] && [ -x "$candidate/bin/java" ] || continue
    read_release "$candidate"
    if [ "$java_major" -ge 17 ]; then
      java_home=$candidate
      return
    fi
    tried="$tried Found Java $java_major in $candidate."
  done
  [ -z "${JAVA_HOME:-}" ] || [ -x "$JAVA_HOME/bin/java" ] || tried="$tried JAVA_HOME names no Java: $JAVA_HOME."
  fail "Tandem needs a JDK 17 or later.$tried Install one (Debian and Ubuntu: apt-get install openjdk-17-jdk maven) or set JAVA_HOME to it."
}

java_home_of_path() {
  local java
  java=$(command -v java || true)
  [ -n "$java" ] || return 0
  if [ -x /usr/libexec/java_home ]; then
    /usr/libexec/java_home 2>/dev/null || true
    return 0
  fi
  java=$(readlink -f "$java")
  dirname "$(dirname "$java")"
}

read_release() {
  local version= runtime= line
  if [ -r "$1/release" ]; then
    while IFS= read -r line; do
      case $line in
        JAVA_VERSION=*) version=${line#*=} ;;
        JAVA_RUNTIME_VERSION=*) runtime=${line#*=} ;;
      esac
    done <"$1/release"
  fi
  version=${version//\"/}
  runtime=${runtime//\"/}
  [ -n "$version" ] || version=$("$1/bin/java" -version 2>&1 | sed -n 's/.*version "\([^"]*\)".*/\1/p' | head -1)
  java_major=${version%%[!0-9]*}
  [ "$java_major" != 1 ] || java_major=${version:2:1}
  java_major=${java_major:-0}
  java_id=${runtime:-$version}
  java_id=${java_id//[!A-Za-z0-9.]/-}
}
