#!/usr/bin/env bash
# Builds Mesa's software renderer for Windows from Debian's source, into
# build/software-gl: OpenGL without a graphics card, for remote desktops and
# virtual machines. What was built once is kept in the user's cache, by this
# script's content; delete it there to build a newer Mesa.
set -euo pipefail
cd "$(dirname "$0")/.."
# shellcheck source=scripts/package-common.sh
source scripts/package-common.sh

cache=${XDG_CACHE_HOME:-$HOME/.cache}/number-loader/software-gl/$(sha256sum <scripts/software-gl.sh | head -c 16)
work=$PWD/build/mesa
target=$PWD/build/software-gl

# fetch: the source, by lists of this script's own, so that the system's stay as
# they are.
fetch() {
	local lists=$work/apt file
	mkdir -p "$lists"/{parts,lists/partial,cache/archives/partial}
	for file in /etc/apt/sources.list /etc/apt/sources.list.d/*.list; do
		[[ ! -s $file ]] || sed -nE 's/^deb([[:space:]])/deb-src\1/p' "$file" >"$lists/parts/${file##*/}"
	done
	for file in /etc/apt/sources.list.d/*.sources; do
		[[ ! -s $file ]] || sed -E 's/^Types:.*/Types: deb-src/' "$file" >"$lists/parts/${file##*/}"
	done
	local own=(-o Dir::Etc::sourcelist=/dev/null -o Dir::Etc::sourceparts="$lists/parts" -o APT::Sandbox::User=
		-o Dir::State::lists="$lists/lists" -o Dir::Cache="$lists/cache")
	apt-get "${own[@]}" update -qq
	(cd "$work" && apt-get "${own[@]}" source -qq mesa)
	mv "$work"/mesa-*/ "$work/source"
}

describe_compiler() {
	cat <<-'END'
		[binaries]
		c = 'x86_64-w64-mingw32-gcc-posix'
		cpp = 'x86_64-w64-mingw32-g++-posix'
		ar = 'x86_64-w64-mingw32-gcc-ar-posix'
		windres = 'x86_64-w64-mingw32-windres'
		[host_machine]
		system = 'windows'
		cpu_family = 'x86_64'
		cpu = 'x86_64'
		endian = 'little'
		[built-in options]
		c_link_args = ['-static', '-s', '-Wl,--no-insert-timestamp']
		cpp_link_args = ['-static', '-s', '-Wl,--no-insert-timestamp']
	END
}

# build: softpipe alone, without LLVM and without what needs a library. Debian's
# own Python comes first, because it has the modules.
build() (
	export PATH=/usr/bin:$PATH
	describe_compiler >"$work/windows.ini"
	cd "$work"
	meson setup out source --cross-file windows.ini --buildtype release -Db_ndebug=true \
		-Dplatforms=windows -Dgallium-drivers=swrast -Dvulkan-drivers= -Dllvm=disabled -Dvideo-codecs= \
		-Degl=disabled -Dgles1=disabled -Dgles2=disabled -Dshared-glapi=disabled \
		-Dzlib=disabled -Dzstd=disabled -Dshader-cache=disabled -Dbuild-tests=false
	ninja -C out
)

keep() {
	mkdir -p "${cache%/*}"
	local new
	new=$(mktemp -d "$cache.XXXXXX")
	chmod 755 "$new"
	find "$work/out" -name '*.dll' -exec install -m 644 -t "$new" {} +
	mv -T "$new" "$cache" 2>/dev/null || rm -rf "$new" # another build was faster
}

make_anew() {
	scripts/install-deps.sh software-gl
	if ! command -v apt-get >/dev/null; then
		echo "The software renderer is built from Debian's source of Mesa, so on Debian or Ubuntu." >&2
		exit 1
	fi
	rm -rf "$work"
	mkdir -p "$work"
	fetch
	if ! build >"$work/log.txt" 2>&1; then
		tail -n 30 "$work/log.txt" >&2
		exit 1
	fi
	keep
}

[[ -s $cache/opengl32.dll ]] || make_anew
rm -rf "$target"
mkdir -p "$target"
install -m 644 -t "$target" "$cache"/*
say_sizes "$target"/*.dll
