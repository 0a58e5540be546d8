#!/bin/sh
# Measures PaySign: openssl, the official SDK and the real pipeline, alternating, and prints the ratios on the last line.
#
#   src/test/sh/benchmark.sh [--no-build] [OPTIONS]      --help lists them
#
#   JAVA_HOME    the JDK that measures and is measured; else the java on the PATH
#   JAVA_OPTS    options for PaySign's Java, as for bin/paysign
#
# It builds the package first; --no-build takes the one of the last time. What is measured is the package, unpacked below
# target/benchmark, started by bin/paysign. Nothing else should run on the machine meanwhile.
set -eu

cd "$(dirname -- "$0")/../../.."
build=true
if [ "${1:-}" = --no-build ]; then
  build=false
  shift
fi
command -v openssl >/dev/null || { echo "benchmark: there is no openssl (apt-get install openssl)" >&2; exit 2; }
classpath=target/benchmark.classpath
if $build || [ ! -r "$classpath" ]; then
  ./mvnw -q -B -ntp package -Dmaven.test.skip.exec=true dependency:build-classpath -Dmdep.outputFile="$classpath"
fi
java=${JAVA_HOME:+$JAVA_HOME/bin/}java
exec "$java" -Xmx2g -Dlog4j2.configurationFile=config/log4j2.properties -Dpaysign.log.level=warn \
  -cp "target/test-classes:target/classes:$(cat "$classpath")" org.paysign.benchmark.Benchmark "$@"
