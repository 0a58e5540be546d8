#!/bin/sh
# Unpacks target/paysign-*.tar.gz into an empty folder and uses it as its owner would: with a Java and nothing else.
#
#   src/test/sh/package-check.sh [FILE.tar.gz]
#
#   JAVA_HOME    the Java that PaySign gets, a JRE for instance; else the java on the PATH
#   JDK          a JDK, for the client that sends a request; else the java on the PATH
set -eu

repository=$(CDPATH='' cd -- "$(dirname -- "$0")/../../.." && pwd)
if [ "$#" -eq 1 ]; then
  package=$1
else
  package=$(find "$repository/target" -maxdepth 1 -name 'paysign-*.tar.gz')
fi
[ -f "$package" ] || { echo "there is no package: ./mvnw package -DskipTests" >&2; exit 2; }

# A blank in the path, on purpose.
work=$(mktemp -d "${TMPDIR:-/tmp}/paysign package.XXXXXX")
running=
stop_all() {
  for pid in $running; do kill -9 "$pid" 2>/dev/null || true; done
  chmod -R u+w "$work"
  rm -rf "$work" "$repository/target/package-check.$$"
}
trap stop_all EXIT
trap 'exit 130' INT TERM

say() { echo "package-check: $1"; }
fail() {
  say "FAILED: $1" >&2
  [ -z "${2:-}" ] || tail -n 40 "$2" >&2
  exit 1
}
# until_seen TEXT FILE PID: waits for a text in the output of a process that has to live on.
until_seen() {
  patience=120
  until grep -q "$1" "$2"; do
    kill -0 "$3" 2>/dev/null || fail "it ended without saying '$1'" "$2"
    patience=$((patience - 1))
    [ "$patience" -gt 0 ] || fail "it did not say '$1' in two minutes" "$2"
    sleep 1
  done
}
# terminated PID FILE: SIGTERM ends it as it ends every process, after a tidy stop.
terminated() {
  kill -TERM "$1"
  code=0
  wait "$1" || code=$?
  [ "$code" -eq 143 ] || fail "SIGTERM ended it with $code instead of 143" "$2"
  grep -q 'Shutting down Apache Camel' "$2" || fail "SIGTERM did not reach Java" "$2"
  ! grep -q 'did not stop within' "$2" || fail "it did not stop in time" "$2"
}

if command -v shellcheck >/dev/null; then
  shellcheck -s dash "$repository/src/main/dist/bin/paysign" "$repository"/src/test/sh/*.sh
  say "shellcheck finds nothing"
else
  say "shellcheck is skipped: there is none (apt-get install shellcheck)"
fi

tar -xzf "$package" -C "$work"
home=$(find "$work" -mindepth 1 -maxdepth 1 -type d)
for folder in bin lib routes config docker; do
  [ -d "$home/$folder" ] || fail "the package has no folder $folder"
done
stray=$(find "$home/lib" -name '*.jar' | grep -E '/(alipay-sdk|jazzer|junit|archunit|assertj|awaitility|camel-test|error_prone_core)' || true)
[ -z "$stray" ] || fail "test libraries are in lib: $stray"
[ -z "$(find "$home/config/merchants" -name '*.properties')" ] || fail "a merchant of the builder is in the package"
chmod -R a-w "$home"
say "the layout is right, and the package read-only from now on"

mkdir "$work/links" "$work/here"
ln -s "$home/bin/paysign" "$work/links/one"
ln -s one "$work/links/paysign"
paysign=$work/links/paysign
cd "$work/here"

"$paysign" --help >"$work/help"
for verb in run sandbox demo inspect keys doctor; do
  grep -q "^  $verb " "$work/help" || fail "--help does not list $verb" "$work/help"
done
"$paysign" --version | grep -q '^PaySign [0-9]' || fail "--version says no version"

mkdir -p "$work/old java/bin"
printf '%s\n' '#!/bin/sh' 'echo "openjdk version \"11.0.2\" 2019-01-15" >&2' >"$work/old java/bin/java"
chmod +x "$work/old java/bin/java"
code=0
JAVA_HOME="$work/old java" "$paysign" --help >"$work/old" 2>&1 || code=$?
{ [ "$code" -eq 2 ] && grep -q 'PaySign wants 17 or newer' "$work/old"; } || fail "Java 11 is not refused" "$work/old"
say "--help, --version, and the refusal of Java 11: well"

"$paysign" keys generate app.pem >"$work/public" || fail "keys generate failed" "$work/public"
[ "$(stat -c %a app.pem)" = 600 ] || fail "others can read the private key"
mkdir none
code=0
echo 'alipay_user' | "$paysign" inspect --json --merchants none - >"$work/inspect" 2>&1 || code=$?
{ [ "$code" -eq 1 ] && grep -q '"not_recognised"' "$work/inspect"; } || fail "inspect takes anything" "$work/inspect"
head -n 1 "$work/inspect" | grep -q '^{' || fail "inspect prints more than a document" "$work/inspect"
say "keys generate, inspect: well"

base=$((20000 + $$ % 20000))
world=$base
broker=$((base + 1))
public=$((base + 2))
PAYSIGN_OPTS="-Dpaysign.sandbox.port=$world -Dpaysign.sandbox.broker.port=$broker -Dpaysign.http.port=$public -Dpaysign.management.port=$((base + 12))"
export PAYSIGN_OPTS

# Made, used, and passed over in silence when it fits no more. Java 17 archives nothing from under a path with a blank.
mkdir "$repository/target/package-check.$$"
copy=$repository/target/package-check.$$/paysign
cp -R "$home" "$copy"
chmod -R u+w "$copy"
"$copy/bin/paysign" archive >"$work/archive" 2>&1 || fail "archive failed" "$work/archive"
archive=$(find "$copy/lib" -name 'paysign-*.jsa' -o -name 'paysign-*.aot')
[ -f "$archive" ] || fail "archive makes no archive" "$work/archive"
PAYSIGN_OPTS=-Xlog:class+load "$copy/bin/paysign" --version >"$work/loaded"
grep -q 'org.paysign.Application source: shared objects file' "$work/loaded" || fail "the archive is not used"
chmod u+w "$archive"
echo damaged >"$archive"
"$copy/bin/paysign" --version >"$work/version" 2>&1 || fail "a damaged archive stops it" "$work/version"
[ "$(wc -l <"$work/version")" -eq 1 ] || fail "a damaged archive is talked about" "$work/version"
rm -rf "$copy"
say "archive: made, used, and passed over when it is damaged"

"$paysign" demo >"$work/demo" 2>&1 || fail "the demo failed with $?" "$work/demo"
tail -n 1 "$work/demo"
say "demo: well"

"$paysign" sandbox >"$work/sandbox" 2>&1 &
sandbox=$!
running="$running $sandbox"
until_seen 'Apache Camel .* started in' "$work/sandbox" "$sandbox"
[ -d data ] || fail "the sandbox does not keep its data in the working directory"
echo '{"requestId": "by-hand", "merchant": "demo", "bizContent": {}}' | "$paysign" send --sandbox >"$work/sent" 2>&1 ||
  fail "send failed" "$work/sent"
grep -q '"signStr"' "$work/sent" || fail "send prints no reply" "$work/sent"
"$paysign" status --sandbox >"$work/status" 2>&1 || fail "status failed" "$work/status"
grep -q 'is UP' "$work/status" || fail "status does not say UP" "$work/status"
"$paysign" tail --sandbox --no-follow --json -n 200 >"$work/tail" 2>&1 || fail "tail failed" "$work/tail"
grep -q '"requestId":"by-hand"' "$work/tail" || fail "tail does not tell of the request" "$work/tail"
terminated "$sandbox" "$work/sandbox"
say "sandbox: starts, takes send, status and tail, and ends at SIGTERM"

# A world and a broker without the bundle: the sandbox with no routes but the beans.
mkdir -p "$work/beans" "$work/run/config/merchants"
cp "$home/routes/05-beans.camel.yaml" "$work/beans"
"$paysign" sandbox --routes "$work/beans" >"$work/world" 2>&1 &
sandbox=$!
running="$running $sandbox"
until_seen 'Apache Camel .* started in' "$work/world" "$sandbox"

# ask PORT LOG: one sign request and its reply.
ask() {
  "${JDK:+$JDK/bin/}java" -cp "$home/lib/*" -Dlog4j2.level=OFF "$repository/src/test/sh/Ask.java" \
    "tcp://127.0.0.1:$1" >"$work/reply" 2>"$work/ask" || fail "no answer" "$work/ask"
  grep -q '"signStr"' "$work/reply" || fail "the reply holds no signStr: $(cat "$work/reply")" "$2"
}

# run with a configuration of its own, and a secret from a file.
cp "$home/config/application.properties" "$home/config/log4j2.properties" "$work/run/config"
sed "s|{{paysign.data.dir}}|$work/here/data|" "$home/config/sandbox/merchants/demo.properties" \
  >"$work/run/config/merchants/shop.properties"
chmod -R u+w "$work/run"
printf '%s\n' '# Its own.' "paysign.broker.password={{file:$work/secret}}" >"$work/run/config/application-prod.properties"
echo sandbox >"$work/secret"
cd "$work/run"
PAYSIGN_OPTS="-Dpaysign.sandbox.port=$world -Dpaysign.http.port=$((base + 3)) -Dpaysign.management.port=$((base + 13))"
PAYSIGN_BROKER_URL="tcp://127.0.0.1:$broker" PAYSIGN_BROKER_USER=sandbox "$paysign" run >"$work/run.log" 2>&1 &
bundle=$!
running="$running $bundle"
until_seen 'Apache Camel .* started in' "$work/run.log" "$bundle"
ask "$broker" "$work/run.log"
terminated "$bundle" "$work/run.log"
say "run: answers a request with its own configuration, and ends at SIGTERM"

# run as in production: the shipped production configuration, an Artemis and a PostgreSQL of their own.
artemis=$(find "$repository/target/broker" -mindepth 1 -maxdepth 1 -name 'apache-artemis-*' 2>/dev/null || true)
if [ -z "$artemis" ]; then
  "$repository/mvnw" -q -f "$repository/pom.xml" generate-test-resources
  artemis=$(find "$repository/target/broker" -mindepth 1 -maxdepth 1 -name 'apache-artemis-*')
fi
"$repository/mvnw" -q -f "$repository/pom.xml" dependency:build-classpath -Dmdep.includeScope=test \
  -Dmdep.outputFile="$work/test-jars"
# Artemis' own scripts do not like a blank in their path.
own=$repository/target/package-check.$$/broker
"$artemis/bin/artemis" create --silent --no-web --user unused --password unused --require-login "$own" >"$work/create"
cp "$home/docker/broker.xml" "$own/etc/broker.xml"
cp "$home/docker/broker-roles.properties" "$own/etc/artemis-roles.properties"
echo 'merchant=merchant,sandbox' >>"$own/etc/artemis-roles.properties"
printf '%s\n' 'paysign=a-broker-password' 'sandbox=sandbox' >"$own/etc/artemis-users.properties"
(unset JAVA_OPTS PAYSIGN_OPTS; PAYSIGN_PLAIN_PORT=$((base + 4)) PAYSIGN_TLS_PORT=$((base + 5)) exec "$own/bin/artemis" run) \
  >"$work/artemis" 2>&1 &
artemis=$!
running="$running $artemis"
until_seen 'Server is now active' "$work/artemis" "$artemis"
mkfifo "$work/end"
"${JDK:+$JDK/bin/}java" -cp "$(cat "$work/test-jars")" "$repository/src/test/sh/Database.java" $((base + 6)) \
  <"$work/end" >"$work/database" 2>"$work/database.log" &
database=$!
running="$running $database"
exec 9>"$work/end"
until_seen ready "$work/database" "$database"
mkdir -p "$work/production/config" "$work/secrets" "$work/shops"
cp "$home/config/application.properties" "$home/config/log4j2.properties" "$work/production/config"
chmod u+w "$work/production/config"
sed "s|/run/secrets|$work/secrets|; s|/etc/paysign/merchants|$work/shops|" \
  "$home/docker/config/application-prod.properties" >"$work/production/config/application-prod.properties"
cp "$work/run/config/merchants/shop.properties" "$work/shops"
echo a-broker-password >"$work/secrets/broker-password"
echo unused >"$work/secrets/database-password"
cd "$work/production"
PAYSIGN_OPTS="-Dpaysign.sandbox.port=$world -Dpaysign.http.port=$((base + 7)) -Dpaysign.management.port=$((base + 14))"
CAMEL_MAIN_PROFILE=prod PAYSIGN_BROKER_URL="tcp://127.0.0.1:$((base + 4))" PAYSIGN_BROKER_USER=paysign \
  PAYSIGN_DATABASE_URL="jdbc:postgresql://127.0.0.1:$((base + 6))/postgres" PAYSIGN_DATABASE_USER=postgres \
  "$paysign" run >"$work/production.log" 2>&1 &
bundle=$!
running="$running $bundle"
until_seen 'Apache Camel .* started in' "$work/production.log" "$bundle"
grep -q 'The broker has what PaySign needs' "$work/production.log" || fail "the broker lacks something" "$work/production.log"
ask $((base + 4)) "$work/production.log"
terminated "$bundle" "$work/production.log"
exec 9>&-
wait "$database" || fail "the database ended badly" "$work/database.log"
running=$(echo "$running" | sed "s/ $database\$//; s/ $database / /")
grep -qx 'agreements: 1' "$work/database" || fail "the agreement is not in PostgreSQL" "$work/database"
! grep -q a-broker-password "$work/production.log" || fail "the log tells the broker's password"
say "run: in production, with an Artemis and a PostgreSQL of their own"
kill -9 "$artemis"
terminated "$sandbox" "$work/world"
say "all is well with $("${JAVA_HOME:+$JAVA_HOME/bin/}java" -version 2>&1 | head -n 1)"
