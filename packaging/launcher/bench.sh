# `tandem bench [search|training|rooms]`: the benchmarks under src/bench. Read by the launcher.

run_benchmarks() {
  local class more= path=$target/tandem-bench.classpath log=$target/tandem-bench.log
  case ${1:-search} in
    search) class=app.tandem.bench.GroupingSearchBenchmark ;;
    training) class=app.tandem.bench.TrainingThroughput ;;
    rooms) class=org.openjdk.jmh.Main more=RoomsBenchmark ;;
    *) fail "there is no benchmark ‘$1’. Use search, training or rooms." ;;
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
  exec "$java_home/bin/java" "${options[@]}" \
    -cp "$target/test-classes:$target/classes:$(cat "$path")" "$class" ${more:+"$more"} "$@"
}
