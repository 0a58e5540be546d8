#!/bin/sh
# Checks docker/ without a container engine: schemas, the broker's file, and the Dockerfile's steps in a plain folder.
# Node and npm fetch what holds the schemas into a temporary folder; kubectl puts the manifests together.
#
#   src/test/sh/docker-check.sh [FILE.tar.gz]
#
#   JAVA_HOME    the Java of the image; else the java on the PATH
#   JDK          a JDK, for the client that starts the broker; else the java on the PATH
set -eu

repository=$(CDPATH='' cd -- "$(dirname -- "$0")/../../.." && pwd)
if [ "$#" -eq 1 ]; then
  package=$1
else
  package=$(find "$repository/target" -maxdepth 1 -name 'paysign-*.tar.gz')
fi
[ -f "$package" ] || { echo "there is no package: ./mvnw package -DskipTests" >&2; exit 2; }
work=$(mktemp -d "${TMPDIR:-/tmp}/paysign-docker.XXXXXX")
trap 'rm -rf "$work"' EXIT
trap 'exit 130' INT TERM

say() { echo "docker-check: $1"; }
fail() {
  say "FAILED: $1" >&2
  exit 1
}

tar -xzf "$package" -C "$work"
context=$(find "$work" -mindepth 1 -maxdepth 1 -type d)
docker=$context/docker

mkdir "$work/npm"
npm install --silent --no-audit --no-fund --prefix "$work/npm" dclint@3.1.0 kubernetes-models@4.5.1 ajv@8 yaml@2
kubectl kustomize "$docker/k8s" >"$work/manifests.yaml"
node "$repository/src/test/sh/schemas.mjs" "$work/npm" "$docker/compose.yaml" "$work/manifests.yaml" \
  "$docker/k8s/secret.example.yaml"
say "compose.yaml and the manifests fit their schemas"

if command -v promtool >/dev/null; then
  promtool check config "$docker/prometheus/prometheus.yml"
else
  say "prometheus.yml and its alarms are skipped: there is no promtool"
fi

"${JDK:+$JDK/bin/}java" -cp "$context/lib/*" -Dlog4j2.level=ERROR "$repository/src/test/sh/BrokerFile.java" \
  "$docker/broker.xml" "$work/broker" >"$work/queues"
cat "$work/queues"
for queue in sign.request sign.reply sign.result unsign.request parked outcome.success outcome.retry outcome.cancel; do
  grep -qw "paysign.$queue" "$work/queues" || fail "broker.xml makes no queue paysign.$queue"
done
grep -q 'go to DLQ' "$work/queues" || fail "broker.xml gives dead letters no address"
say "a broker starts with broker.xml"

# Every FROM begins a folder of its own; absolute paths of a step lead into it.
stage=
root=
inside() { echo "$1" | sed -E "s#(^|[[:space:]])/(opt|var|sorted)/#\\1$root/\\2/#g"; }
sed -e ':join' -e '/\\$/{N;s/\\\n *//;b join' -e '}' "$docker/Dockerfile" >"$work/steps"
while IFS= read -r line; do
  keyword=${line%% *}
  rest=${line#* }
  case $keyword in
    FROM)
      stage=${rest##* AS }
      case $rest in *' AS '*) ;; *) stage=image ;; esac
      root=$work/stages/$stage
      mkdir -p "$root/opt" "$root/var/lib"
      ;;
    COPY)
      from=$context/
      case $rest in
        --from=*)
          from=${rest%% *}
          from=$work/stages/${from#--from=}
          rest=${rest#* }
          ;;
      esac
      target=$root${rest##* }
      mkdir -p "$target"
      cp -Rp "$from${rest%% *}." "$target"
      ;;
    RUN)
      mkdir -p "$root/sorted"
      (unset JAVA_OPTS PAYSIGN_OPTS; sh -euc "$(inside "$rest")")
      ;;
    ARG | USER | WORKDIR | ENV | EXPOSE | HEALTHCHECK | ENTRYPOINT | CMD | '#'* | '') ;;
    *) fail "the step is unknown: $line" ;;
  esac
done <"$work/steps"
image=$work/stages/image
find "$image/opt/paysign/lib" -name 'paysign-*.jsa' | grep -q . || fail "the image holds no archive of classes"
find "$image/opt/paysign/lib" -name 'paysign-*.jar' | grep -q . || fail "the image holds no jar of PaySign"
[ "$(find "$work/stages/sorted/sorted/lib" -name '*.jar' | wc -l)" -gt 100 ] || fail "the layer of libraries is empty"
mkdir "$work/empty"
cd "$work/empty"
JAVA_OPTS=-Xshare:on "$image/opt/paysign/bin/paysign" --version
say "the Dockerfile's steps make what its entry point starts"
if command -v hadolint >/dev/null; then
  hadolint "$docker/Dockerfile"
else
  say "hadolint is skipped: there is none"
fi
