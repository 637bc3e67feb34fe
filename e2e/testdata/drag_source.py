"""A small window to drag a file from, for the end-to-end tests.

usage: drag_source.py FILE X Y
"""
import pathlib
import sys

import gi

gi.require_version("Gtk", "3.0")
from gi.repository import Gdk, Gtk  # noqa: E402


def main():
    uri = pathlib.Path(sys.argv[1]).as_uri()
    window = Gtk.Window(type=Gtk.WindowType.POPUP)
    window.move(int(sys.argv[2]), int(sys.argv[3]))
    window.set_default_size(120, 60)
    handle = Gtk.EventBox()
    handle.add(Gtk.Label(label="drag me"))
    targets = [Gtk.TargetEntry.new("text/uri-list", 0, 0)]
    handle.drag_source_set(Gdk.ModifierType.BUTTON1_MASK, targets, Gdk.DragAction.COPY)
    handle.connect("drag-data-get", lambda _w, _c, data, _i, _t: data.set_uris([uri]))
    window.add(handle)
    window.show_all()
    print("ready", flush=True)
    Gtk.main()


main()
