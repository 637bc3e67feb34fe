# The bundle for macOS but for its program. Sourced, after package-common.sh.
# shellcheck shell=bash disable=SC2154

bundle=$PWD/build/macos/$name.app

# lay_out_bundle: everything of the bundle that is the same on every Mac.
lay_out_bundle() {
	rm -rf "$PWD/build/macos"
	mkdir -p "$bundle/Contents/MacOS" "$bundle/Contents/Resources"
	fill packaging/macos/Info.plist "$bundle/Contents/Info.plist" ID="$id" VERSION="$version"
	printf 'APPL????' >"$bundle/Contents/PkgInfo"
	cp packaging/macos/numberloader.icns LICENSE packaging/licenses/LICENSES-OF-OTHERS.txt "$bundle/Contents/Resources/"
}
