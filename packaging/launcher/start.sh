# Starting Tandem: class path, JVM options and class-data archives. Read by the launcher.

class_path() {
  local LC_ALL=C path=$target/tandem.jar jar
  for jar in "$target"/lib/*.jar; do path=$path:$jar; done
  printf %s "$path"
}

# The archive of loaded classes (AppCDS) for one kind of process and this very JDK.
archive_of() { printf %s "$target/cds/$1-$java_id.jsa"; }

common_options() {
  # JavaFX keeps images of effects softly: an idle window would hold all the memory that Java may have.
  options=(-XX:SoftRefLRUPolicyMSPerMB=1 -Dtandem.home="$home" -Dtandem.cache="$TANDEM_CACHE" -Djavafx.cachedir="$TANDEM_CACHE/openjfx"
    -Djava.awt.headless=true -Dfile.encoding=UTF-8 -Xshare:auto -Xlog:cds=off -Xlog:cds+dynamic=off)
  [ ! -t 2 ] || [ "${TERM:-dumb}" = dumb ] || options+=(-Dtandem.columns="$(tput cols 2>/dev/null || echo 80)")
  [ "$java_major" -lt 22 ] || options+=(--enable-native-access=ALL-UNNAMED)
  [ "$java_major" -lt 24 ] || options+=(--sun-misc-unsafe-memory-access=allow)
}

# A JVM's archive is made by running it once: a worker's by training for one epoch, the window's by going through its pages
# where nobody sees it. The first run also unpacks the engine's native libraries into the cache.
prepare_archives() {
  lock_build
  if [ ! -f "$(archive_of command)" ]; then
    mkdir -p "$target/cds"
    common_options
    # A machine that cannot show a window needs none.
    prepare_archive window -XX:+UseSerialGC || true
    prepare_archive worker -XX:TieredStopAtLevel=1 -XX:+UseSerialGC || does_not_start
    prepare_archive command -XX:TieredStopAtLevel=1 -XX:+UseSerialGC || does_not_start
  fi
  unlock_build
}

# prepare_archive KIND OPTION…: without an archive Tandem only starts more slowly.
prepare_archive() {
  local kind=$1 archive
  archive=$(archive_of "$kind")
  shift
  watch_over "preparing" "$target/tandem-archive.log" "$java_home/bin/java" "${options[@]}" "$@" \
    -XX:ArchiveClassesAtExit="$archive.part" -cp "$(class_path)" app.tandem.Tandem prepare "$kind" || return 1
  mv "$archive.part" "$archive" 2>/dev/null || touch "$archive"
}

does_not_start() {
  cat "$target/tandem-archive.log" >&2
  fail "Tandem was built but does not start; see above"
}

asks_for_help() {
  case " $* " in *" --help "* | *" -h "* | *" --version "* | *" -V "*) return 0 ;; *) return 1 ;; esac
}

has_display() { [ -n "${DISPLAY:-}" ] || [ "$(uname -s)" = Darwin ]; }

# Sees to the system libraries that a command needs; `more` are the arguments that it then has to be given.
provide_for() {
  more=()
  ! asks_for_help "$@" || return 0
  case ${1:-workbench} in
    # Without a display the window itself says what to do.
    workbench) ! has_display || require_libraries window ;;
    report) require_libraries figures ;;
    demo)
      require_libraries figures
      case " $* " in *" --no-window "*) return 0 ;; esac
      if has_display && ! provide_libraries window; then
        say "the demo goes on without a window, which needs $needed"
        more=(--no-window)
      fi
      ;;
  esac
}

start_tandem() {
  common_options
  local archive
  provide_for "$@"
  case ${1:-workbench} in
    # These compute for a while, or live long: let the optimising compiler work.
    workbench | suggest | frontier | generate) options+=(-XX:+UseSerialGC) ;;
    *) options+=(-XX:TieredStopAtLevel=1 -XX:+UseSerialGC) ;;
  esac
  archive=$(archive_of command)
  case ${1:-workbench} in
    workbench | demo) [ ! -s "$(archive_of window)" ] || archive=$(archive_of window) ;;
  esac
  [ ! -s "$archive" ] || options+=(-XX:SharedArchiveFile="$archive")
  archive=$(archive_of worker)
  [ ! -s "$archive" ] || options+=(-Dtandem.worker.jsa="$archive")
  exec "$java_home/bin/java" "${options[@]}" -cp "$(class_path)" app.tandem.Tandem "$@" ${more[@]+"${more[@]}"}
}
