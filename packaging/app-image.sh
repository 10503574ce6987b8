#!/usr/bin/env bash
# Makes an app image of Tandem with its own Java inside: target/app-image/tandem/bin/tandem.
# usage: packaging/app-image.sh [FOLDER]
# An earlier image in that folder is replaced; everything else in it is left alone.
set -euo pipefail
home=$(cd -P "$(dirname "${BASH_SOURCE[0]}")/.." && pwd)
output=${1:-$home/target/app-image}
image=tandem
[ "$(uname -s)" != Darwin ] || image=tandem.app

# Only what this script made before may be replaced.
is_ours() {
  grep -qsx 'app.mainclass=app.tandem.Tandem' "$1/lib/app/tandem.cfg" "$1/Contents/app/tandem.cfg"
}

. "$home/packaging/launcher/java.sh"
if [ -e "$output/$image" ] || [ -L "$output/$image" ]; then
  is_ours "$output/$image" \
    || fail "$output/$image is there already, and is no app image of Tandem. It was left alone; name another folder."
fi

# Builds where the sources are newer.
"$home/tandem" --version >&2

set_environment
find_java
[ -x "$java_home/bin/jpackage" ] || fail "$java_home has no jpackage. Use a full JDK (Debian and Ubuntu: apt-get install openjdk-17-jdk)."
if [ "$(uname -s)" = Linux ] && ! command -v objcopy >/dev/null; then
  fail "jpackage needs objcopy. Install it (Debian and Ubuntu: apt-get install binutils)."
fi

work=$(mktemp -d)
trap 'rm -rf "$work"' EXIT
mkdir "$work/input" "$work/content"
cp "$home/target/tandem.jar" "$home"/target/lib/*.jar "$work/input/"
cp -R "$home/sample-data" "$work/input/sample-data"

version=$(sed -n 's:.*<version>\([0-9.]*\)</version>.*:\1:p' "$home/pom.xml" | head -1)
options=(
  --type app-image --name tandem --app-version "$version" --vendor Tandem
  --description "Which tasks should be learned together?"
  --input "$work/input" --main-jar tandem.jar --main-class app.tandem.Tandem
  --dest "$work/output"
  # The window, the engine and the libraries' own needs; jdk.unsupported for JavaFX, jdk.localedata for Korean.
  --add-modules java.se,jdk.unsupported,jdk.localedata,jdk.zipfs,jdk.crypto.ec,jdk.management
  --jlink-options "--strip-debug --no-header-files --no-man-pages --compress=1"
  --java-options "-Dtandem.home=\$APPDIR" --java-options -Djava.awt.headless=true
  --java-options -Dfile.encoding=UTF-8 --java-options -XX:+UseSerialGC --java-options -XX:SoftRefLRUPolicyMSPerMB=1
)
[ "$java_major" -lt 22 ] || options+=(--java-options --enable-native-access=ALL-UNNAMED)
[ "$java_major" -lt 24 ] || options+=(--java-options --sun-misc-unsafe-memory-access=allow)
"$java_home/bin/jpackage" "${options[@]}" >&2
mkdir -p "$output"
[ ! -e "$output/$image" ] || rm -rf "${output:?}/$image"
mv "$work/output/$image" "$output/"
case $image in
  tandem.app) echo "$output/$image/Contents/MacOS/tandem" ;;
  *) echo "$output/$image/bin/tandem" ;;
esac
