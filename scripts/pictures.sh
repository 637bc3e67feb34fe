#!/usr/bin/env bash
# Takes the pictures of the user guide, which the window shows as its help, with the
# end-to-end tests that come by what they show: in light, and in dark.
set -euo pipefail
cd "$(dirname "$0")/.."

# The test, its step, and the name of the picture.
pictures="
MainJob open open
MainJob review review
MainJob over20 over20
MainJob add add
MainJob adding adding
MainJob results results
AFileIsOpenedByDoubleClick question question
ReviewWithTheMouse typing edit
ReviewWithTheMouse fix fix
ARunIsPausedStoppedResumedAndUndone question undo
ARunIsPausedStoppedResumedAndUndone history history
TheCompanysIntegrationSignsInInTheBrowser signed-in sign-in
SettingsHelpAndKeysByKeyboard settings settings
"
tests=$(awk 'NF { print "^Test" $1 "$" }' <<<"$pictures" | sort -u | paste -sd '|')

# Each has as many colors as it needs to look the same.
for theme in "" dark; do
	NUMBERLOADER_THEME=$theme scripts/e2e.sh -run "$tests"
	mkdir -p "docs/pictures/$theme"
	while read -r test step name; do
		[[ -n $test ]] || continue
		taken=(e2e/pictures/"${theme:+$theme/}$test"-[0-9][0-9]-"$step".png)
		convert "${taken[0]}" -strip +dither -colors 255 -define png:compression-level=9 "PNG8:docs/pictures/${theme:+$theme/}$name.png"
		echo "docs/pictures/${theme:+$theme/}$name.png"
	done <<<"$pictures"
done
