#!/bin/sh
# Installs Number Loader for the user who starts this, in ~/.local, or takes it
# away again with --uninstall.
set -eu
cd "$(dirname "$0")"
data=${XDG_DATA_HOME:-$HOME/.local/share}
bin=$HOME/.local/bin

files() {
	echo "applications/app.numberloader.desktop"
	echo "metainfo/app.numberloader.metainfo.xml"
	(cd share && find icons -type f)
}

if [ "${1:-}" = --uninstall ]; then
	files | while read -r file; do rm -f "$data/$file"; done
	rm -f "$bin/numberloader"
	echo "Number Loader is gone. The history of your runs is still in ~/.config/Number Loader."
	exit
fi

mkdir -p "$bin"
cp bin/numberloader "$bin/numberloader.new"
mv -f "$bin/numberloader.new" "$bin/numberloader"
files | while read -r file; do
	mkdir -p "$data/$(dirname "$file")"
	cp "share/$file" "$data/$file"
done
# A desktop may not look for programs in ~/.local/bin.
sed -i "s|^Exec=.*|Exec=\"$bin/numberloader\" %F|" "$data/applications/app.numberloader.desktop"
if command -v update-desktop-database >/dev/null; then
	update-desktop-database -q "$data/applications" || :
fi
echo "Number Loader is installed. You find it among your programs."
