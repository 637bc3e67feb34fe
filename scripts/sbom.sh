#!/usr/bin/env bash
# Writes what the program is made of to build/dist, as CycloneDX, one file for each
# system that is built for. Windows' has Mesa, which is no module of Go, if
# make software-gl has built it.
set -euo pipefail
cd "$(dirname "$0")/.."
# shellcheck source=scripts/package-common.sh
source scripts/package-common.sh

# add_mesa FILE: the software renderer, in the version that it says of itself.
add_mesa() {
	local mesa
	mesa=$(grep -aom 1 -E 'Mesa [0-9]+\.[0-9]+\.[0-9]+' build/software-gl/libgallium_wgl.dll 2>/dev/null | head -n 1) || return 0
	python3 - "$1" "${mesa#Mesa }" <<-'END'
		import json, sys
		with open(sys.argv[1]) as file:
		    parts = json.load(file)
		parts["components"].append({
		    "bom-ref": f"mesa@{sys.argv[2]}", "type": "library", "name": "Mesa", "version": sys.argv[2],
		    "licenses": [{"license": {"id": "MIT"}}],
		    "externalReferences": [{"type": "website", "url": "https://www.mesa3d.org"}],
		})
		with open(sys.argv[1], "w") as file:
		    json.dump(parts, file, indent=2)
	END
}

sbom=$(tool cyclonedx-gomod github.com/CycloneDX/cyclonedx-gomod/cmd/cyclonedx-gomod v1.9.0)
for system in linux windows darwin; do
	file=$dist/numberloader-$version-$system.cdx.json
	CGO_ENABLED=1 GOOS=$system GOARCH=amd64 GOFLAGS=-tags=$tags "$sbom" app -json -licenses -packages=false \
		-noserial -output "$file" -main . .
	[[ $system != windows ]] || add_mesa "$file"
	echo "${file##*/}  $(grep -c '"bom-ref"' "$file") parts"
done
