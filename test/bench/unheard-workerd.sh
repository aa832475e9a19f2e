#!/bin/sh
# What Miniflare takes for the runtime: the runtime, whose standard output nobody reads.
exec "$(dirname "$0")/../../node_modules/workerd/bin/workerd" "$@" >/dev/null
