//go:build !windows && !darwin

package platform

import (
	"net/url"
	"path/filepath"
	"strings"
)

func (d *Desktop) open(target string) error { return d.start("xdg-open", target) }

// show asks the file manager over D-Bus (the FileManager1 interface of
// freedesktop.org) to select the file, and opens the folder where none answers.
func (d *Desktop) show(path string) error {
	// dbus-send takes a comma for the end of an element.
	address := strings.ReplaceAll((&url.URL{Scheme: "file", Path: path}).String(), ",", "%2C")
	err := d.run("dbus-send", "--session", "--print-reply", "--reply-timeout=3000",
		"--dest=org.freedesktop.FileManager1", "/org/freedesktop/FileManager1",
		"org.freedesktop.FileManager1.ShowItems", "array:string:"+address, "string:")
	if err != nil {
		return d.open(filepath.Dir(path))
	}
	return nil
}
