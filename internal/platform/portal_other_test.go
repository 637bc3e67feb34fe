//go:build !windows && !darwin

package platform

import (
	"bufio"
	"context"
	"errors"
	"os/exec"
	"strings"
	"sync"
	"testing"
	"time"

	"github.com/godbus/dbus/v5"
)

// portalDouble is the portal of a desktop, which answers at once.
type portalDouble struct {
	t   *testing.T
	bus *dbus.Conn

	mu    sync.Mutex // the bus asks on its own goroutines
	says  portalAnswer
	heard portalQuestion
}

// portalAnswer is what the portal answers.
type portalAnswer struct {
	code   uint32
	chosen string        // a URI
	asked  chan struct{} // closed when a question came that gets no answer; nil answers
}

// portalQuestion is what the portal was asked.
type portalQuestion struct {
	method, window, title string
	options               map[string]dbus.Variant
}

// answers sets what the portal answers from now on.
func (p *portalDouble) answers(a portalAnswer) {
	p.mu.Lock()
	defer p.mu.Unlock()
	p.says = a
}

// last is what the portal was asked last.
func (p *portalDouble) last() portalQuestion {
	p.mu.Lock()
	defer p.mu.Unlock()
	return p.heard
}

func (p *portalDouble) OpenFile(sender dbus.Sender, window, title string, options map[string]dbus.Variant) (dbus.ObjectPath, *dbus.Error) {
	return p.answer("OpenFile", sender, portalQuestion{window: window, title: title, options: options})
}

func (p *portalDouble) SaveFile(sender dbus.Sender, window, title string, options map[string]dbus.Variant) (dbus.ObjectPath, *dbus.Error) {
	return p.answer("SaveFile", sender, portalQuestion{window: window, title: title, options: options})
}

func (p *portalDouble) answer(method string, sender dbus.Sender, asked portalQuestion) (dbus.ObjectPath, *dbus.Error) {
	p.mu.Lock()
	asked.method = method
	p.heard = asked
	says := p.says
	p.mu.Unlock()
	name := strings.ReplaceAll(strings.TrimPrefix(string(sender), ":"), ".", "_")
	token, _ := asked.options["handle_token"].Value().(string)
	request := dbus.ObjectPath(portalPath + "/request/" + name + "/" + token)
	if says.asked != nil {
		close(says.asked)
		return request, nil
	}
	results := map[string]dbus.Variant{"uris": dbus.MakeVariant([]string{says.chosen})}
	if err := p.bus.Emit(request, portalRequest+".Response", says.code, results); err != nil {
		p.t.Error(err)
	}
	return request, nil
}

// Get is that of org.freedesktop.DBus.Properties.
func (*portalDouble) Get(_, _ string) (dbus.Variant, *dbus.Error) {
	return dbus.MakeVariant(uint32(3)), nil
}

// openPortal starts a bus with a portal, which the desktop of this test then has.
func openPortal(t *testing.T) *portalDouble {
	t.Helper()
	daemon, err := exec.LookPath("dbus-daemon")
	if err != nil {
		t.Skip("there is no dbus-daemon to test with")
	}
	program := exec.CommandContext(t.Context(), daemon, "--session", "--nofork", "--print-address") //nolint:gosec // the system's
	said, err := program.StdoutPipe()
	if err != nil {
		t.Fatal(err)
	}
	if err := program.Start(); err != nil {
		t.Fatal(err)
	}
	t.Cleanup(func() { _ = program.Process.Kill(); _ = program.Wait() })
	address, err := bufio.NewReader(said).ReadString('\n')
	if err != nil {
		t.Fatal(err)
	}
	t.Setenv("DBUS_SESSION_BUS_ADDRESS", strings.TrimSpace(address))
	bus, err := sessionBus(t.Context())
	if err != nil {
		t.Fatal(err)
	}
	t.Cleanup(func() { _ = bus.Close() })
	p := &portalDouble{t: t, bus: bus}
	for name, object := range map[string]any{portalFiles: p, "org.freedesktop.DBus.Properties": p} {
		if err := bus.Export(object, portalPath, name); err != nil {
			t.Fatal(err)
		}
	}
	if reply, err := bus.RequestName(portalName, dbus.NameFlagDoNotQueue); err != nil || reply != dbus.RequestNameReplyPrimaryOwner {
		t.Fatalf("the name is %v (%v)", reply, err)
	}
	return p
}

//nolint:paralleltest // the address of the bus is that of the whole process
func TestThePortalIsAskedForAFile(t *testing.T) {
	p := openPortal(t)
	p.answers(portalAnswer{chosen: "file:///home/dana/List%20of%20+1%20%C3%BC%25.xlsx"})
	got, ok, err := NewDesktop(t.Context()).PickOpen(t.Context(), "Open a list", "/home/dana", []string{".xlsx", ".csv"})
	if want := "/home/dana/List of +1 ü%.xlsx"; got != want || !ok || err != nil {
		t.Errorf("got %q, %v, %v", got, ok, err)
	}
	asked := p.last()
	var filters []portalFilter
	if err := asked.options["filters"].Store(&filters); err != nil {
		t.Fatal(err)
	}
	if len(filters) != 2 || filters[0].Patterns[0].Pattern != "*.[xX][lL][sS][xX]" || filters[1].Patterns[0].Pattern != "*" {
		t.Errorf("it shows %v", filters)
	}
	folder, _ := asked.options["current_folder"].Value().([]byte)
	if asked.method != "OpenFile" || asked.title != "Open a list" || string(folder) != "/home/dana\x00" {
		t.Errorf("asked %s %q in %q", asked.method, asked.title, folder)
	}
}

//nolint:paralleltest // as above
func TestThePortalIsAskedForANameAndForAFolder(t *testing.T) {
	p := openPortal(t)
	d := NewDesktop(t.Context())
	p.answers(portalAnswer{chosen: "file:///home/dana/results.xlsx"})
	got, ok, err := d.PickSave(t.Context(), "Save", "/home/dana/list results.xlsx")
	if got != "/home/dana/results.xlsx" || !ok || err != nil {
		t.Errorf("got %q, %v, %v", got, ok, err)
	}
	asked := p.last()
	if name, _ := asked.options["current_name"].Value().(string); asked.method != "SaveFile" || name != "list results.xlsx" {
		t.Errorf("asked %s for %q", asked.method, name)
	}
	p.answers(portalAnswer{chosen: "file:///home/dana/Documents"})
	got, ok, err = d.PickFolder(t.Context(), "Folder", "/home/dana")
	if got != "/home/dana/Documents" || !ok || err != nil {
		t.Errorf("got %q, %v, %v", got, ok, err)
	}
	asked = p.last()
	if directory, _ := asked.options["directory"].Value().(bool); asked.method != "OpenFile" || !directory {
		t.Errorf("asked %s, for a folder: %v", asked.method, directory)
	}
}

//nolint:paralleltest // as above
func TestTheDialogOfThePortalStandsBeforeTheWindow(t *testing.T) {
	p := openPortal(t)
	d := NewDesktop(t.Context())
	for window, want := range map[uintptr]string{0: "", 0x2a00007: "x11:2a00007"} {
		d.StandBefore(window)
		p.answers(portalAnswer{code: 1})
		for name, pick := range map[string]func() (string, bool, error){
			"open":   func() (string, bool, error) { return d.PickOpen(t.Context(), "Open", "/home", nil) },
			"save":   func() (string, bool, error) { return d.PickSave(t.Context(), "Save", "/home/list.xlsx") },
			"folder": func() (string, bool, error) { return d.PickFolder(t.Context(), "Folder", "/home") },
		} {
			if _, _, err := pick(); err != nil {
				t.Fatal(err)
			}
			if got := p.last().window; got != want {
				t.Errorf("%s stands before %q, not before %q", name, got, want)
			}
		}
	}
}

//nolint:paralleltest // as above
func TestNothingIsChosenInThePortal(t *testing.T) {
	p := openPortal(t)
	d := NewDesktop(t.Context())
	p.answers(portalAnswer{code: 1})
	if got, ok, err := d.PickOpen(t.Context(), "Open", "/home", nil); got != "" || ok || err != nil {
		t.Errorf("got %q, %v, %v", got, ok, err)
	}
	p.answers(portalAnswer{chosen: "smb://server/list.xlsx"})
	if got, ok, err := d.PickOpen(t.Context(), "Open", "/home", nil); ok || err == nil {
		t.Errorf("what is no file is %q", got)
	}
	asked := make(chan struct{})
	p.answers(portalAnswer{asked: asked})
	ctx, cancel := context.WithTimeout(t.Context(), time.Minute)
	defer cancel()
	go func() {
		<-asked
		cancel()
	}()
	if got, ok, err := d.PickOpen(ctx, "Open", "/home", nil); got != "" || ok || err != nil {
		t.Errorf("after the end of the program: %q, %v, %v", got, ok, err)
	}
}

//nolint:paralleltest // as above
func TestADesktopWithoutABusHasNoPortal(t *testing.T) {
	t.Setenv("DBUS_SESSION_BUS_ADDRESS", "unix:path="+t.TempDir()+"/none")
	if _, _, err := askPortal(t.Context(), question{}); !errors.Is(err, ErrNoDialog) {
		t.Errorf("got %v", err)
	}
}
