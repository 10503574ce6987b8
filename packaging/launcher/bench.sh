# `tandem bench [search|guided|training|affinities|rooms|demo|start|window|losses|report]`: the benchmarks under src/bench, and the demo by the
# clock. Read by the launcher.

run_benchmarks() {
  local class more= window= classes=$target/test-classes:$target/classes display=() archive path=$target/tandem-bench.classpath log=$target/tandem-bench.log
  case ${1:-search} in
    search) class=app.tandem.bench.GroupingSearchBenchmark ;;
    guided) class=app.tandem.bench.GuidedSearchBenchmark ;;
    training) class=app.tandem.bench.TrainingThroughput ;;
    affinities) class=app.tandem.bench.AffinityOverhead ;;
    rooms) class=org.openjdk.jmh.Main more=RoomsBenchmark ;;
    start) class=app.tandem.bench.WindowStart window=1 ;;
    window) class=app.tandem.bench.WindowMinute window=1 ;;
    losses) class=app.tandem.bench.LossesWindow window=1 ;;
    report) class=app.tandem.bench.WholeReport ;;
    demo)
      measure_demo
      return
      ;;
    *) fail "there is no benchmark ‘$1’. Use search, guided, training, affinities, rooms, demo, start, window, losses or report." ;;
  esac
  [ $# -eq 0 ] || shift
  require_builder
  build_if_stale
  lock_build
  if ! watch_over "building the benchmarks" "$log" env JAVA_HOME="$java_home" mvn -q -B -f "$home/pom.xml" -Pbench \
    -Dspotless.check.skip=true -Dmaven.compiler.failOnWarning=false test-compile \
    dependency:build-classpath -Dmdep.outputFile="$path" -Dmdep.includeScope=test; then
    cat "$log" >&2
    fail "the benchmarks could not be built; see above"
  fi
  unlock_build
  common_options
  # The benchmark beside PyTorch finds its script from here.
  cd "$home"
  if [ -n "$window" ]; then
    # As the window is started, with its archive of classes; without a display, in one that nobody sees.
    archive=$(archive_of window)
    options+=(-XX:+UseSerialGC)
    if [ -s "$archive" ]; then
      options+=(-XX:SharedArchiveFile="$archive")
      # The archive is of this class path; more may follow it.
      classes=$(class_path):$target/test-classes
    fi
    require_libraries window
    has_display || display=(xvfb-run -a -s "-screen 0 1440x900x24")
  fi
  exec ${display[@]+"${display[@]}"} "$java_home/bin/java" "${options[@]}" \
    -cp "$classes:$(cat "$path")" "$class" ${more:+"$more"} "$@"
}

# Trains the whole demo in a folder of its own, without a window: seconds until the first loss is on the screen, seconds
# until everything is printed, and the most memory that a worker held.
measure_demo() {
  local folder begun first= code=0 process
  build_if_stale
  folder=$(mktemp -d)
  trap 'kill "$process" 2>/dev/null; wait "$process" 2>/dev/null; rm -rf "$folder"; exit 130' INT TERM
  begun=$SECONDS
  TANDEM_NO_BUILD=1 "$home/tandem" demo --no-window -o "$folder" >"$folder/out" 2>"$folder/told" </dev/null &
  process=$!
  while kill -0 "$process" 2>/dev/null; do
    sleep 0.2
    if [ -z "$first" ] && grep -q 'first losses' "$folder/told"; then first=$((SECONDS - begun)); fi
  done
  wait "$process" || code=$?
  if [ "$code" -ne 0 ]; then
    cat "$folder/told" >&2
    rm -rf "$folder"
    fail "the demo ended with exit code $code; see above"
  fi
  printf 'first loss on the screen: %s s\nwhole demo: %s s\nresident memory of the largest worker: %s MiB\n' \
    "${first:-$((SECONDS - begun))}" $((SECONDS - begun)) "$(largest_worker "$folder"/*.runs)"
  rm -rf "$folder"
}

# largest_worker RUNS: in MiB, from what the workers write down of themselves.
largest_worker() {
  cat "$1"/*/events.jsonl | tr ',' '\n' | sed -n 's/.*"resident_bytes" *: *\([0-9]*\).*/\1/p' \
    | awk '$1 > most { most = $1 } END { printf "%d", most / 1048576 }'
}
