# The first stage installs from the lock and builds; the second has Python, what was installed, and nothing to build with.
# deploy/try-image.sh builds and tries this file in a clean root. docs/hosting.md says how it is used.
ARG BASE=debian:trixie-slim

FROM ${BASE} AS build
# Debian withdraws a version once it has mended it, so a pinned one would stop building: always the one of today.
# hadolint ignore=DL3008
RUN apt-get update \
    && apt-get install -y --no-install-recommends binutils ca-certificates python3 python3-venv \
    && rm -rf /var/lib/apt/lists/*
WORKDIR /src
COPY requirements/run.txt requirements/run.txt
RUN python3 -m venv /opt/piiri \
    && /opt/piiri/bin/pip install --no-cache-dir --only-binary :all: --require-hashes -r requirements/run.txt
COPY pyproject.toml README.md LICENSE LICENSE-texts ./
COPY bot bot
COPY scheduler scheduler
RUN /opt/piiri/bin/pip install --no-cache-dir --no-deps --no-build-isolation . \
    && /opt/piiri/bin/pip uninstall -y hatchling editables pathspec pluggy trove-classifiers pip \
    && find /opt/piiri -type d -name tests -prune -exec rm -rf {} + \
    && find /opt/piiri -name '*.so' -not -path '*.libs/*' -exec strip --strip-unneeded {} +

FROM ${BASE}
# Such as postgresql-client, whose pg_dump `piiri backup` needs where the database is PostgreSQL.
ARG PACKAGES=""
# hadolint ignore=DL3008
RUN apt-get update \
    && apt-get install -y --no-install-recommends ca-certificates python3 ${PACKAGES} \
    && rm -rf /var/lib/apt/lists/* /var/cache/apt /var/log/apt /var/log/dpkg.log \
    && install -d -o 10001 -g 10001 -m 700 /data
COPY --from=build /opt/piiri /opt/piiri
ENV PATH=/opt/piiri/bin:/usr/bin:/bin \
    PYTHONDONTWRITEBYTECODE=1 \
    PYTHONUNBUFFERED=1
# Settings come from the environment and /data/piiri.toml; database and key are made in /data, the only place it writes.
USER 10001:10001
WORKDIR /data
VOLUME ["/data"]
STOPSIGNAL SIGTERM
HEALTHCHECK --interval=30s --timeout=5s --start-period=60s --retries=3 \
    CMD ["python3", "-c", "import http.client as h, os, sys; c = h.HTTPConnection('127.0.0.1', int(os.environ.get('PIIRI_PORT') or 8123), timeout=4); c.request('GET', '/healthz'); sys.exit(c.getresponse().status != 200)"]
ENTRYPOINT ["piiri"]
CMD ["run"]
