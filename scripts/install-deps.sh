#!/usr/bin/env bash
# Installs what building needs and the machine lacks; with "test" also what the
# tests need, with "package" what the packages for Linux and Windows need, with
# "software-gl" what the software renderer needs, with "wine" what trying the
# Windows packages needs. On Debian and Ubuntu it uses apt-get, as root or through
# sudo; elsewhere it says precisely what to install and fails.
set -euo pipefail

build_packages=(gcc pkg-config libgl1-mesa-dev xorg-dev libxkbcommon-dev libwayland-dev)
test_packages=(xvfb xauth xdotool x11-utils imagemagick libgl1-mesa-dri fonts-dejavu-core python3-gi gir1.2-gtk-3.0 unzip)
package_packages=(gcc-mingw-w64-x86-64-win32 nsis wixl icoutils icnsutils librsvg2-bin imagemagick libplist-utils
	osslsigncode desktop-file-utils appstream dpkg-dev python3)
software_gl_packages=(gcc-mingw-w64-x86-64-posix g++-mingw-w64-x86-64-posix meson ninja-build python3-mako flex bison dpkg-dev)
wine_packages=(wine wine64 msitools jq openssl softhsm2 libengine-pkcs11-openssl)

wanted=("${build_packages[@]}")
case ${1:-build} in
test) wanted+=("${test_packages[@]}") ;;
package) wanted+=("${package_packages[@]}") ;;
software-gl) wanted+=("${software_gl_packages[@]}") ;;
wine) wanted+=("${test_packages[@]}" "${package_packages[@]}" "${wine_packages[@]}") ;;
esac

need_go() {
	command -v go >/dev/null && return
	echo "Number Loader is built with Go 1.26 or newer, which is not on the PATH." >&2
	echo "Install it from https://go.dev/dl/ and try again." >&2
	exit 1
}

on_macos() {
	xcode-select -p >/dev/null 2>&1 && return
	echo "Xcode's command line tools are missing. Install them with: xcode-select --install" >&2
	exit 1
}

on_debian() {
	local missing=() package
	for package in "${wanted[@]}"; do
		dpkg-query -W -f '${Status}' "$package" 2>/dev/null | grep -q 'install ok installed' || missing+=("$package")
	done
	((${#missing[@]} == 0)) && return
	local as_root=()
	if ((EUID != 0)); then
		if ! command -v sudo >/dev/null; then
			echo "These packages are missing, and neither root nor sudo is here to install them:" >&2
			echo "  apt-get install ${missing[*]}" >&2
			exit 1
		fi
		as_root=(sudo)
	fi
	echo "Installing: ${missing[*]}"
	"${as_root[@]}" apt-get update -qq
	"${as_root[@]}" env DEBIAN_FRONTEND=noninteractive apt-get install -y -qq --no-install-recommends "${missing[@]}" >/dev/null
}

elsewhere() {
	command -v gcc >/dev/null && pkg-config --exists gl x11 xcursor xrandr xinerama xi xxf86vm xkbcommon wayland-client 2>/dev/null && return
	echo "Install a C compiler and pkg-config, and the development files of OpenGL, X11," >&2
	echo "Xcursor, Xrandr, Xinerama, Xi, Xxf86vm, xkbcommon and Wayland. For example:" >&2
	echo "  Fedora: dnf install gcc pkgconf mesa-libGL-devel libX11-devel libXcursor-devel libXrandr-devel libXinerama-devel libXi-devel libXxf86vm-devel libxkbcommon-devel wayland-devel" >&2
	echo "  Arch:   pacman -S gcc pkgconf libglvnd libx11 libxcursor libxrandr libxinerama libxi libxxf86vm libxkbcommon wayland" >&2
	echo "Tests also need: Xvfb, xauth, xdotool and ImageMagick." >&2
	exit 1
}

need_go
if [[ $(uname -s) == Darwin ]]; then
	on_macos
elif command -v apt-get >/dev/null && command -v dpkg-query >/dev/null; then
	on_debian
else
	elsewhere
fi
