#!/usr/bin/env bash
# Takes pictures of the end-to-end run into the user guide, which the window shows as
# its help. Run `make e2e` first; a picture that it did not make stays as it was.
set -euo pipefail
cd "$(dirname "$0")/.."

# take TEST STEP NAME: the picture of a step of a test becomes docs/pictures/NAME.png,
# with as many colors as it needs to look the same.
take() {
	local found
	found=$(ls e2e/pictures/"$1"-[0-9][0-9]-"$2".png 2>/dev/null | head -n 1 || true)
	if [[ -n $found ]]; then
		convert "$found" -strip +dither -colors 255 -define png:compression-level=9 "PNG8:docs/pictures/$3.png"
		echo "docs/pictures/$3.png"
	fi
}

take MainJob open open
take MainJob review review
take MainJob over20 over20
take MainJob add add
take MainJob adding adding
take MainJob results results
take AFileIsOpenedByDoubleClick question question
take ReviewWithTheMouse typing edit
take ReviewWithTheMouse fix fix
take ARunIsPausedStoppedResumedAndUndone question undo
take ARunIsPausedStoppedResumedAndUndone history history
take TheCompanysIntegrationSignsInInTheBrowser signed-in sign-in
take SettingsHelpAndKeysByKeyboard settings settings
