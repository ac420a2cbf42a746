#!/usr/bin/env bash
# What can be said of deploy/piiri.service without a running systemd: its figure, and whether what Piiri asks of the
# kernel, from start to stop, is within what the unit allows. As root, on Debian with systemd and strace.
set -euo pipefail
cd "$(dirname "$0")/.."
for tool in systemd-analyze strace; do
    command -v $tool >/dev/null && continue
    apt-get update -qq
    DEBIAN_FRONTEND=noninteractive apt-get install -y -qq --no-install-recommends systemd strace >/dev/null
done

# The threshold is in tenths: above 1.5 this fails.
systemd-analyze security --offline=true --no-pager --threshold=15 deploy/piiri.service | grep -v '✓'

trial=$(mktemp -d)
trap 'rm -rf "$trial"' EXIT
home=$PWD port=${PORT:-18123}
(   # as somebody who is not root: what root alone would ask for is not asked
    cd "$trial"
    PIIRI_DATABASE_URL=sqlite:///piiri.db PIIRI_PORT=$port exec unshare --user --map-user=1000 --map-group=1000 \
        strace -f -qq -o "$trial/calls" "$home/.venv/bin/piiri" run
) &
tracing=$!
for _ in $(seq 300); do
    python3 -c 'import sys, urllib.request as u; u.urlopen(sys.argv[1], timeout=2)' "http://127.0.0.1:$port/healthz" 2>/dev/null && break
    kill -0 $tracing
    sleep 0.2
done
kill -TERM "$(pgrep -P $tracing)"
wait $tracing

python3 - "$trial/calls" <<'PY'
import re
import subprocess
import sys

listed = subprocess.run(["systemd-analyze", "syscall-filter"], capture_output=True, text=True, check=True).stdout
sets, name = {}, ""
for line in listed.splitlines():
    if line.startswith("@"):
        name = line.split()[0]
        sets[name] = set()
    elif line.startswith("#"):
        name = ""
    elif name and line.strip() and not line.strip().startswith("#"):
        sets[name].add(line.strip())


def calls(of):
    return set().union(*(calls(each) if each.startswith("@") else {each} for each in sets[of]))


allowed = set()
for line in open("deploy/piiri.service", encoding="utf-8"):
    if line.startswith("SystemCallFilter=~"):
        allowed -= set().union(*(calls(each) for each in line.strip().partition("~")[2].split()))
    elif line.startswith("SystemCallFilter="):
        allowed |= set().union(*(calls(each) for each in line.strip().partition("=")[2].split()))
asked, both = {}, 0
for line in open(sys.argv[1], encoding="utf-8", errors="replace"):
    found = re.match(r"\d+\s+(\w+)\(", line)
    if found:
        asked.setdefault(found[1], line.strip()[:120])
        both += found[1] in {"mmap", "mprotect", "pkey_mprotect"} and "PROT_EXEC" in line and (found[1] != "mmap" or "PROT_WRITE" in line)
outside = {name: line for name, line in asked.items() if name not in allowed}
families = {each for line in open(sys.argv[1], errors="replace") if " socket(" in line for each in re.findall(r"AF_\w+", line)}
print(f"Piiri asked for {len(asked)} kinds of system calls; outside the filter: {outside or 'none'}")
print(f"Memory both writable and executable: {both or 'none'}. Families of sockets: {', '.join(sorted(families))}")
sys.exit(bool(outside or both))
PY
