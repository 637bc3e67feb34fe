#!/usr/bin/env bash
# Runs the end-to-end tests: the real program in a real window. Without a
# display it brings up a virtual one (X server and software renderer).
set -euo pipefail
cd "$(dirname "$0")/.."
if [[ $(uname -s) == Darwin ]]; then
	echo "The end-to-end tests drive an X11 window, so they are left out on macOS."
	exit 0
fi
export LANG=${LANG:-C.UTF-8}
tags=migrated_fynedo,probe

go build -trimpath -buildvcs=false -tags "$tags" -o bin/numberloader-e2e .
exec go test -trimpath -tags e2e -count=1 -timeout 20m "$@" ./e2e/...
