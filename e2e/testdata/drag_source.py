"""A small window to drag a file from, for the end-to-end tests.

usage: drag_source.py FILE X Y

It says on standard output when its window is there ("ready"), when a drag has begun
("dragging"), and each time that what is under the pointer takes the file ("taken")
or takes it no longer ("refused").
"""
import pathlib
import sys

import gi

gi.require_version("Gtk", "3.0")
from gi.repository import Gdk, Gtk  # noqa: E402


def say(word):
    print(word, flush=True)


def follow(_handle, drag):
    drag.connect("action-changed", lambda _drag, action: say("taken" if action else "refused"))
    say("dragging")


def main():
    uri = pathlib.Path(sys.argv[1]).as_uri()
    window = Gtk.Window(type=Gtk.WindowType.POPUP)
    window.move(int(sys.argv[2]), int(sys.argv[3]))
    window.set_default_size(120, 60)
    handle = Gtk.EventBox()
    handle.add(Gtk.Label(label="drag me"))
    targets = [Gtk.TargetEntry.new("text/uri-list", 0, 0)]
    handle.drag_source_set(Gdk.ModifierType.BUTTON1_MASK, targets, Gdk.DragAction.COPY)
    handle.connect("drag-begin", follow)
    handle.connect("drag-data-get", lambda _w, _c, data, _i, _t: data.set_uris([uri]))
    window.add(handle)
    window.show_all()
    say("ready")
    Gtk.main()


main()
