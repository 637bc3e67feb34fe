#!/usr/bin/env bash
# Writes what the program is made of to build/dist, as CycloneDX, one file for each
# system that is built for.
set -euo pipefail
cd "$(dirname "$0")/.."
# shellcheck source=scripts/package-common.sh
source scripts/package-common.sh

sbom=$(tool cyclonedx-gomod github.com/CycloneDX/cyclonedx-gomod/cmd/cyclonedx-gomod v1.9.0)
for system in linux windows darwin; do
	file=$dist/numberloader-$version-$system.cdx.json
	CGO_ENABLED=1 GOOS=$system GOARCH=amd64 GOFLAGS=-tags=$tags "$sbom" app -json -licenses -packages=false \
		-noserial -output "$file" -main . .
	echo "${file##*/}  $(grep -c '"bom-ref"' "$file") parts"
done
