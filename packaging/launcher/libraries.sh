# The system libraries that Java's figures and JavaFX's windows need. Read by the launcher.

# packages_missing figures|window: the Debian packages whose library is not there, one a word.
packages_missing() {
  local ldconfig known missing=
  [ "$(uname -s)" = Linux ] || return 0
  ldconfig=$(command -v ldconfig || echo /sbin/ldconfig)
  known=$("$ldconfig" -p 2>/dev/null) || return 0
  case $known in *libfontconfig.so.1*) ;; *) missing="$missing fontconfig" ;; esac
  case $known in *libfreetype.so.6*) ;; *) missing="$missing libfreetype6" ;; esac
  if [ "$1" = window ]; then
    case $known in *libgtk-3.so.0*) ;; *) missing="$missing libgtk-3-0" ;; esac
    case $known in *libXtst.so.6*) ;; *) missing="$missing libxtst6" ;; esac
  fi
  echo "$missing"
}

# provide_libraries figures|window: installs what is missing as root. What is missing still is named in `needed`.
provide_libraries() {
  local missing
  needed=
  missing=$(packages_missing "$1")
  [ -n "$missing" ] || return 0
  if [ "$(id -u)" = 0 ] && command -v apt-get >/dev/null && install_packages $missing; then
    return 0
  fi
  needed="system libraries that are missing. On Debian and Ubuntu: sudo apt-get install$missing"
  return 1
}

require_libraries() {
  provide_libraries "$1" || fail "this needs $needed"
}

install_packages() {
  say "installing Debian packages: $*"
  local log=${TANDEM_CACHE:-/tmp}/tandem-packages.log
  mkdir -p "${log%/*}"
  # The lists are fetched only where the packages are not known yet.
  DEBIAN_FRONTEND=noninteractive apt-get install -y --no-install-recommends "$@" >"$log" 2>&1 \
    || { apt-get update >>"$log" 2>&1 \
      && DEBIAN_FRONTEND=noninteractive apt-get install -y --no-install-recommends "$@" >>"$log" 2>&1; } \
    || { tail -20 "$log" >&2; say "the packages could not be installed: $*"; return 1; }
}
