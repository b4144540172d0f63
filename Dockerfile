# syntax=docker/dockerfile:1
FROM node:24.18.0-bookworm-slim AS build
WORKDIR /app
COPY . .
# The same steps as `npm start` takes, then only what is needed to run.
RUN --mount=type=cache,target=/npm \
  npm_config_cache=/npm node lib/tooling/prepare-only.mjs && node lib/tooling/image-tree.mjs /image
# What only a debugger reads is a seventh of Node.
RUN apt-get update && apt-get install --yes --no-install-recommends binutils && strip /usr/local/bin/node

# Of Debian what runs: a shell and the C library. Package tools, their interpreter and tables for old
# character sets are of no use to anybody here; what is installed stays listed, for whoever looks for holes.
FROM debian:12.12-slim AS base
RUN useradd --uid 1000 --user-group --no-create-home --shell /usr/sbin/nologin forum \
  && rm -rf /usr/lib/*/gconv /usr/lib/*/perl-base /usr/bin/perl* /usr/bin/apt* /usr/lib/apt \
    /usr/lib/*/libapt-* /var/lib/apt /var/cache/apt /var/cache/debconf /usr/sbin/*e2fs* /usr/sbin/mke2fs \
  && mkdir /data

# Node's own image has npm, yarn and headers beside Node; of those nothing is needed to run.
FROM scratch
ENV PATH=/usr/local/sbin:/usr/local/bin:/usr/sbin:/usr/bin:/sbin:/bin
COPY --from=base / /
COPY --from=base --chown=1000:1000 --chmod=0700 /data /data
COPY --from=build /usr/local/bin/node /usr/local/bin/node
# The program belongs to root: who runs it cannot change it.
COPY --from=build /image /app
ARG COMMIT=""
ENV NODE_ENV=production NEXT_TELEMETRY_DISABLED=1 DATA_DIR=/data HOST=0.0.0.0 PORT=3000 COMMIT=$COMMIT
WORKDIR /app
USER forum
VOLUME /data
EXPOSE 3000
HEALTHCHECK --interval=30s --timeout=5s --start-period=60s --retries=3 \
  CMD ["node", "-e", "fetch(`http://127.0.0.1:${process.env.PORT}/bereit`).then((r) => process.exit(r.ok ? 0 : 1), () => process.exit(1))"]
# Node itself is the first process: npm would not pass SIGTERM on.
CMD ["node", "lib/tooling/serve.mjs"]
