# What the scripts that try the packages share. Sourced after package-common.sh.
# shellcheck shell=bash

passed=0 failed=0
# output has what the last check printed.
output=$(mktemp)

# check WHAT COMMAND...: counts whether the command succeeds.
check() {
	local what=$1
	shift
	if "$@" >"$output" 2>&1; then
		passed=$((passed + 1))
		echo "ok      $what"
	else
		failed=$((failed + 1))
		echo "FAILED  $what"
		tail -n 20 "$output"
	fi
}

# totals says how it went, and fails if something failed.
totals() {
	rm -f "$output"
	echo "$passed passed, $failed failed"
	((failed == 0))
}

# fails COMMAND...: whether the command fails.
fails() { ! "$@"; }

# status WANTED COMMAND...: whether the command ends with that status.
status() {
	local wanted=$1 got=0
	shift
	"$@" || got=$?
	[[ $got == "$wanted" ]] || {
		echo "status $got"
		return 1
	}
}

# within SECONDS COMMAND...: whether the command succeeds in that time.
within() {
	local end=$((SECONDS + $1))
	shift
	until "$@"; do
		((SECONDS < end)) || return 1
		sleep 0.3
	done
}

gone() { [[ ! -e $1 ]]; }
