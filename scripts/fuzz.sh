#!/usr/bin/env bash
# Runs every fuzz target of the project for the given time each.
set -euo pipefail
cd "$(dirname "$0")/.."
time=${1:-30s}

grep -rl --include='*_test.go' '^func Fuzz' . | xargs -n1 dirname | sort -u | while read -r folder; do
	grep -ho '^func Fuzz[A-Za-z0-9_]*' "$folder"/*_test.go | cut -c6- | while read -r target; do
		echo "fuzz $folder $target for $time"
		CGO_ENABLED=0 go test -trimpath -tags ci,migrated_fynedo -run '^$' -fuzz "^$target\$" -fuzztime "$time" -fuzzminimizetime 1x "$folder"
	done
done
