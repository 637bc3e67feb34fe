//go:build !windows && !darwin

package platform

import (
	"context"
	"crypto/rand"
	"errors"
	"fmt"
	"net/url"
	"path/filepath"
	"strconv"
	"strings"
	"unicode"

	"github.com/godbus/dbus/v5"
)

// The desktop's portal shows the file dialog that the desktop's own programs have, on
// X11 and on Wayland (https://flatpak.github.io/xdg-desktop-portal/docs).
const (
	portalName = "org.freedesktop.portal.Desktop"
	portalPath = "/org/freedesktop/portal/desktop"

	portalFiles   = "org.freedesktop.portal.FileChooser"
	portalRequest = "org.freedesktop.portal.Request"
)

// askPortal asks in the dialog of the desktop's portal. The error is ErrNoDialog where
// there is none. The dialog goes when ctx ends, which is as if the user chose nothing.
func askPortal(ctx context.Context, q question) (path string, ok bool, err error) {
	bus, err := sessionBus(ctx)
	if err != nil {
		return "", false, fmt.Errorf("%w: %w", ErrNoDialog, err)
	}
	defer func() { _ = bus.Close() }()
	portal := bus.Object(portalName, portalPath)
	if _, err := portal.GetProperty(portalFiles + ".version"); err != nil {
		return "", false, fmt.Errorf("%w: %w", ErrNoDialog, err)
	}
	answer, err := converse(ctx, bus, portal, q)
	switch {
	case ctx.Err() != nil:
		return "", false, nil
	case err != nil:
		return "", false, fmt.Errorf("file dialog: %w", err)
	}
	return answered(answer)
}

// converse asks the portal and waits for its answer. It is nil if the bus, or ctx, ended
// before.
func converse(ctx context.Context, bus *dbus.Conn, portal dbus.BusObject, q question) (*dbus.Signal, error) {
	token := "numberloader" + rand.Text()
	answers, err := hear(bus, token)
	if err != nil {
		return nil, err
	}
	method, options := q.forPortal()
	options["handle_token"] = dbus.MakeVariant(token)
	if err := portal.CallWithContext(ctx, portalFiles+"."+method, 0, q.forWindow(), q.title, options).Err; err != nil {
		return nil, err
	}
	select {
	case answer := <-answers:
		return answer, nil
	case <-ctx.Done():
		return nil, nil
	}
}

// sessionBus is a connection to the bus of the desktop, if that has one: none is started.
func sessionBus(ctx context.Context) (*dbus.Conn, error) {
	bus, err := dbus.SessionBusPrivateNoAutoStartup(dbus.WithContext(ctx))
	if err != nil {
		return nil, fmt.Errorf("session bus: %w", err)
	}
	if err := errors.Join(bus.Auth(nil), bus.Hello()); err != nil {
		return nil, errors.Join(fmt.Errorf("session bus: %w", err), bus.Close())
	}
	return bus, nil
}

// hear returns what is told the answer to the request with that token. It is heard
// before the question is asked, since the answer may come at once.
func hear(bus *dbus.Conn, token string) (<-chan *dbus.Signal, error) {
	sender := strings.ReplaceAll(strings.TrimPrefix(bus.Names()[0], ":"), ".", "_")
	request := dbus.ObjectPath(portalPath + "/request/" + sender + "/" + token)
	err := bus.AddMatchSignal(dbus.WithMatchObjectPath(request), dbus.WithMatchInterface(portalRequest), dbus.WithMatchMember("Response"))
	if err != nil {
		return nil, fmt.Errorf("hear the answer: %w", err)
	}
	answers := make(chan *dbus.Signal, 1)
	bus.Signal(answers)
	return answers, nil
}

// answered is the file that an answer of the portal names: a response code, 0 for a
// choice and 1 for none, and the results.
func answered(answer *dbus.Signal) (path string, ok bool, err error) {
	var code uint32
	var results map[string]dbus.Variant
	if answer == nil {
		return "", false, errors.New("file dialog: the desktop ended it")
	}
	if err := dbus.Store(answer.Body, &code, &results); err != nil {
		return "", false, fmt.Errorf("file dialog: %w", err)
	}
	var chosen []string
	if code != 0 {
		return "", false, nil
	}
	if err := results["uris"].Store(&chosen); err != nil || len(chosen) == 0 {
		return "", false, fmt.Errorf("file dialog: no file was named: %w", err)
	}
	file, err := url.Parse(chosen[0])
	if err != nil || file.Scheme != "file" {
		return "", false, fmt.Errorf("file dialog: %q is no file", chosen[0])
	}
	return file.Path, true, nil
}

// forPortal is the question as the portal takes it.
func (q question) forPortal() (method string, options map[string]dbus.Variant) {
	method, folder := "OpenFile", q.begin
	options = map[string]dbus.Variant{"modal": dbus.MakeVariant(true)}
	switch q.wanted {
	case wantName:
		method, folder = "SaveFile", filepath.Dir(q.begin)
		options["current_name"] = dbus.MakeVariant(filepath.Base(q.begin))
	case wantFolder:
		options["directory"] = dbus.MakeVariant(true)
	case wantFile:
	}
	options["current_folder"] = dbus.MakeVariant(append([]byte(folder), 0))
	if len(q.kinds) > 0 {
		options["filters"] = dbus.MakeVariant(q.portalFilters())
	}
	return method, options
}

// forWindow is the window that the dialog stands before, as the portal takes it: "" for
// none, as under Wayland, where the toolkit's binding can't ask the compositor for a handle.
func (q question) forWindow() string {
	if q.parent == 0 {
		return ""
	}
	return "x11:" + strconv.FormatUint(uint64(q.parent), 16)
}

// portalFilter is a kind of file as the portal takes it, "(sa(us))".
type portalFilter struct {
	Name     string
	Patterns []portalPattern
}

// portalPattern is a pattern of names, whose kind is 0.
type portalPattern struct {
	Kind    uint32
	Pattern string
}

func (q question) portalFilters() []portalFilter {
	filters := make([]portalFilter, len(q.kinds))
	for i, k := range q.kinds {
		filters[i] = portalFilter{Name: k.name, Patterns: []portalPattern{{Pattern: "*"}}}
		if len(k.endings) > 0 {
			filters[i].Patterns = nil
		}
		for _, ending := range k.endings {
			filters[i].Patterns = append(filters[i].Patterns, portalPattern{Pattern: "*" + anyCase(ending)})
		}
	}
	return filters
}

// anyCase is a pattern for a text in small and capital letters: the portal tells them
// apart.
func anyCase(text string) string {
	var pattern strings.Builder
	for _, r := range text {
		if lower, upper := unicode.ToLower(r), unicode.ToUpper(r); lower != upper {
			fmt.Fprintf(&pattern, "[%c%c]", lower, upper)
			continue
		}
		pattern.WriteRune(r)
	}
	return pattern.String()
}
