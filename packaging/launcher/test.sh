# `tandem test [--long]`: every test, with a virtual display; --long adds those that take many minutes. Read by the
# launcher.

run_tests() {
  local missing code=0 display=() groups=()
  if [ "${1:-}" = --long ]; then
    shift
    groups=(-Dtests.left.out=nothing)
  fi
  if [ "$(uname -s)" = Linux ]; then
    missing=$(packages_missing window)
    command -v xvfb-run >/dev/null || missing="$missing xvfb"
    command -v xauth >/dev/null || missing="$missing xauth"
    command -v objcopy >/dev/null || missing="$missing binutils"
    command -v pdflatex >/dev/null || missing="$missing texlive-latex-recommended"
    if [ -n "$missing" ]; then
      [ "$(id -u)" = 0 ] && command -v apt-get >/dev/null \
        || fail "the tests need system packages. On Debian and Ubuntu: sudo apt-get install$missing"
      install_packages $missing || fail "the tests need system packages. On Debian and Ubuntu: apt-get install$missing"
    fi
    # -r: keys that are pressed do not repeat, however slow the machine is.
    display=(xvfb-run -a -s "-screen 0 1440x900x24 -r")
  fi
  build_if_stale
  rm -rf "$target/surefire-reports"
  ${display[@]+"${display[@]}"} env JAVA_HOME="$java_home" mvn -B -f "$home/pom.xml" test ${groups[@]+"${groups[@]}"} "$@" || code=$?
  report_skipped || [ "$code" -ne 0 ] || code=5
  report_counts
  exit "$code"
}

# Names every skipped test; under CI a skipped test is a failure.
report_skipped() {
  local skipped
  skipped=$(cat "$target"/surefire-reports/TEST-*.xml 2>/dev/null | awk '
    /<testcase / { name = attribute("name"); class = attribute("classname") }
    /<skipped/ { print "  " class "." name }
    function attribute(key,   start) {
      start = match($0, " " key "=\"[^\"]*\"")
      return substr($0, start + length(key) + 3, RLENGTH - length(key) - 4)
    }')
  [ -n "$skipped" ] || return 0
  printf 'Skipped tests:\n%s\n' "$skipped"
  [ "${CI:-}" != true ] || { say "a skipped test is a failure where CI=true"; return 1; }
}

# The last line, as Surefire writes its sum.
report_counts() {
  cat "$target"/surefire-reports/TEST-*.xml 2>/dev/null | awk '
    /<testsuite / { tests += number("tests"); failures += number("failures"); errors += number("errors"); skipped += number("skipped") }
    END { printf "Tests run: %d, Failures: %d, Errors: %d, Skipped: %d\n", tests, failures, errors, skipped }
    function number(key,   start) {
      start = match($0, " " key "=\"[0-9]+\"")
      return start ? substr($0, start + length(key) + 3, RLENGTH - length(key) - 4) + 0 : 0
    }'
}
