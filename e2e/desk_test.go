//go:build e2e

// Package e2e drives the real program in a real window: a virtual X server, the
// mouse and the keyboard by xdotool. It waits for what the window shows and for
// idle, never for a time that somebody guessed.
package e2e

import (
	"bufio"
	"bytes"
	"cmp"
	"context"
	"encoding/json"
	"errors"
	"fmt"
	"io"
	"net"
	"os"
	"os/exec"
	"path/filepath"
	"slices"
	"strings"
	"syscall"
	"testing"
	"time"
)

// patience is how long a fact may take to come true. It is generous, since it
// passes only when something is broken.
const patience = 60 * time.Second

// desk is a person's desk: a screen, a program in it, a mouse and a keyboard.
type desk struct {
	t       *testing.T
	ctx     context.Context //nolint:containedctx // a test's desk lives as long as the test
	display string
	home    string // NUMBERLOADER_HOME
	socket  string
	program *exec.Cmd
	more    []string // environment variables
	under   []string // a program that starts ours, with its arguments
	look    look
	step    int
}

// themed is the environment variable with the theme of desks that have none of their own:
// scripts/pictures.sh takes pictures of the dark program with tests that are run in light.
// The pictures then lie in a folder of that name.
const themed = "NUMBERLOADER_THEME"

// look is how a desk differs from the usual one.
type look struct {
	size  string // of the window, "1100x720" if empty
	room  string // of the screen, that of the window if empty
	theme string // "light" or "dark"; as NUMBERLOADER_THEME says if empty, or light
	scale string // "1" if empty
	text  int    // size of texts in percent, 100 if 0
}

// text is a piece of text in the window, in pixels.
type text struct {
	Text                string
	X, Y, Width, Height int
	Contrast            float64 // with what is painted below it
	Off                 bool    // it can't be pressed now
}

type view struct {
	Idle  bool
	Texts []text
}

// sit starts a screen. Nothing runs on it yet.
func sit(t *testing.T, look look) *desk {
	t.Helper()
	if look.size == "" {
		look.size = "1100x720"
	}
	if look.room == "" {
		look.room = look.size
	}
	d := &desk{t: t, ctx: t.Context(), look: look, home: t.TempDir()}
	if err := os.Mkdir(filepath.Join(d.home, "cache"), 0o700); err != nil {
		t.Fatal(err)
	}
	d.socket = filepath.Join(d.home, "probe.sock")
	if look.text != 0 {
		d.set(map[string]any{"textSize": look.text})
	}
	d.startScreen()
	return d
}

func (d *desk) startScreen() {
	d.t.Helper()
	read, write, err := os.Pipe()
	if err != nil {
		d.t.Fatal(err)
	}
	screen := exec.Command("Xvfb", "-displayfd", "3", "-screen", "0", d.look.room+"x24", "+extension", "GLX", "-noreset", "-nolisten", "tcp")
	screen.ExtraFiles = []*os.File{write}
	if err := screen.Start(); err != nil {
		d.t.Fatalf("Xvfb: %v", err)
	}
	d.t.Cleanup(func() { _ = screen.Process.Kill(); _ = screen.Wait() })
	if err := write.Close(); err != nil {
		d.t.Fatal(err)
	}
	number, err := bufio.NewReader(read).ReadString('\n')
	if err != nil {
		d.t.Fatalf("Xvfb said no display: %v", err)
	}
	d.display = ":" + strings.TrimSpace(number)
}

// start double-clicks the program.
func (d *desk) start(arguments ...string) {
	d.t.Helper()
	d.startHere(arguments...)
	d.resize()
}

// startHere is start, and leaves the window where the program puts it.
func (d *desk) startHere(arguments ...string) {
	d.t.Helper()
	line := slices.Concat(d.under, []string{binary(d.t)}, arguments)
	d.program = exec.Command(line[0], line[1:]...)
	d.program.Env = append(d.environment(), "NUMBERLOADER_PROBE="+d.socket)
	d.program.Stderr = os.Stderr
	if err := d.program.Start(); err != nil {
		d.t.Fatal(err)
	}
	d.t.Cleanup(d.kill)
	d.waitFor("the window", func(view) bool { return true })
}

// resize puts the window in the corner of the screen: there is no window
// manager.
func (d *desk) resize() {
	d.t.Helper()
	size, window := strings.Split(d.look.size, "x"), d.window()
	d.xdotool("windowmove", window, "0", "0")
	d.xdotool("windowfocus", window)
	const enough = 4 // glances: the program may still be giving itself a size
	for right, deadline := 0, time.Now().Add(patience); right < enough; time.Sleep(30 * time.Millisecond) {
		if strings.Contains(d.xdotool("getwindowgeometry", window), "Geometry: "+d.look.size) {
			right++
			continue
		}
		right = 0
		if time.Now().After(deadline) {
			d.t.Fatalf("the window does not become %s", d.look.size)
		}
		d.xdotool("windowsize", window, size[0], size[1])
	}
}

// window is the number of the program's window.
func (d *desk) window() string {
	d.t.Helper()
	ids := strings.Fields(d.xdotool("search", "--onlyvisible", "--name", "Number Loader"))
	if len(ids) == 0 {
		d.t.Fatal("no window with the program's name")
	}
	return ids[0]
}

func (d *desk) environment() []string {
	theme, scale := cmp.Or(d.look.theme, os.Getenv(themed), "light"), cmp.Or(d.look.scale, "1")
	ours := append(os.Environ(), "DISPLAY="+d.display, "HOME="+d.home, "XDG_CONFIG_HOME="+filepath.Join(d.home, "config"), "XDG_CACHE_HOME="+filepath.Join(d.home, "cache"),
		"NUMBERLOADER_HOME="+d.home, "DBUS_SESSION_BUS_ADDRESS=unix:path="+filepath.Join(d.home, "none"), "FYNE_THEME="+theme, "FYNE_SCALE="+scale, "LIBGL_ALWAYS_SOFTWARE=1")
	return append(ours, d.more...)
}

// kill ends the program at once, as a power cut would.
func (d *desk) kill() {
	if d.program == nil || d.program.ProcessState != nil {
		return
	}
	_ = d.program.Process.Signal(syscall.SIGKILL)
	_ = d.program.Wait()
}

// see is what the window shows now.
func (d *desk) see() (view, error) {
	var seen view
	dialer := net.Dialer{Timeout: patience}
	connection, err := dialer.DialContext(d.ctx, "unix", d.socket)
	if err != nil {
		return seen, err
	}
	defer connection.Close()
	if err := connection.SetDeadline(time.Now().Add(patience)); err != nil {
		return seen, err
	}
	answer, err := io.ReadAll(connection)
	if err != nil {
		return seen, err
	}
	return seen, json.Unmarshal(answer, &seen)
}

// waitFor looks until something is so; it looks again after a short pause, since
// X events have no answer to wait for.
func (d *desk) waitFor(what string, so func(view) bool) view {
	d.t.Helper()
	var seen view
	var err error
	for deadline := time.Now().Add(patience); time.Now().Before(deadline); time.Sleep(30 * time.Millisecond) {
		if d.program.ProcessState != nil {
			d.t.Fatalf("the program ended while waiting for %s", what)
		}
		if seen, err = d.see(); err == nil && so(seen) {
			return seen
		}
	}
	d.picture("failed")
	d.t.Fatalf("waited in vain for %s (%v); the window shows:\n%s", what, err, strings.Join(all(seen), "\n"))
	return view{}
}

// waitForText waits until the window is idle and shows every one of texts.
func (d *desk) waitForText(texts ...string) {
	d.t.Helper()
	d.waitFor(fmt.Sprintf("%q", texts), func(seen view) bool {
		if !seen.Idle {
			return false
		}
		for _, wanted := range texts {
			if _, ok := seen.find(wanted); !ok {
				return false
			}
		}
		return true
	})
}

// find looks for a text that contains wanted; one that equals it goes first.
func (v view) find(wanted string) (text, bool) {
	if i := slices.IndexFunc(v.Texts, func(t text) bool { return t.Text == wanted }); i >= 0 {
		return v.Texts[i], true
	}
	if i := slices.IndexFunc(v.Texts, func(t text) bool { return strings.Contains(t.Text, wanted) }); i >= 0 {
		return v.Texts[i], true
	}
	return text{}, false
}

// findLast is find from the top layer down: dialogs come last.
func (v view) findLast(wanted string) (text, bool) {
	turned := slices.Clone(v.Texts)
	slices.Reverse(turned)
	return view{Texts: turned}.find(wanted)
}

func all(v view) []string {
	var texts []string
	for _, t := range v.Texts {
		texts = append(texts, t.Text)
	}
	return texts
}

// click waits for a text that stays where it is and clicks on it; on the topmost,
// if there are several.
func (d *desk) click(wanted string) {
	d.t.Helper()
	d.clickWhen(func(seen view) bool { return seen.Idle }, wanted)
}

// clickWhen is click at a time that need not be idle.
func (d *desk) clickWhen(ready func(view) bool, wanted string) {
	d.t.Helper()
	var at text
	d.waitFor(wanted+" to stand still", func(seen view) bool {
		before := at
		at, _ = seen.findLast(wanted)
		return ready(seen) && at.Text != "" && at == before
	})
	d.clickAt(at.X+at.Width/2, at.Y+at.Height/2)
}

func (d *desk) clickAt(x, y int) {
	d.t.Helper()
	d.xdotool("mousemove", fmt.Sprint(x), fmt.Sprint(y), "click", "1")
}

// press presses keys, such as "ctrl+o" or "Return".
func (d *desk) press(keys ...string) {
	d.t.Helper()
	d.xdotool(append([]string{"key", "--clearmodifiers"}, keys...)...)
}

// write types a text.
func (d *desk) write(line string) {
	d.t.Helper()
	d.xdotool("type", "--delay", "5", line)
}

func (d *desk) xdotool(arguments ...string) string {
	d.t.Helper()
	command := exec.CommandContext(d.ctx, "xdotool", arguments...)
	command.Env = append(os.Environ(), "DISPLAY="+d.display)
	output, err := command.Output()
	if failed, ok := errors.AsType[*exec.ExitError](err); ok {
		d.t.Fatalf("xdotool %v: %v %s", arguments, err, failed.Stderr)
	}
	return string(output)
}

// picture keeps what the screen shows, numbered by step, once it has stopped
// changing: the window is painted a moment after it has changed.
func (d *desk) picture(name string) {
	d.t.Helper()
	last := d.shoot()
	most := 8
	if seen, err := d.see(); err == nil && !seen.Idle {
		most = 1 // work under way goes on
	}
	for same, left := 0, most; same < 2 && left > 0; left-- { // twice: a busy computer paints late
		time.Sleep(60 * time.Millisecond)
		now := d.shoot()
		if same++; !bytes.Equal(last, now) {
			same = 0
		}
		last = now
	}
	d.step++
	file := filepath.Join("pictures", os.Getenv(themed), fmt.Sprintf("%s-%02d-%s.png", strings.ReplaceAll(strings.TrimPrefix(d.t.Name(), "Test"), "/", "-"), d.step, name))
	if err := errors.Join(os.MkdirAll(filepath.Dir(file), 0o755), os.WriteFile(file, last, 0o644)); err != nil {
		d.t.Error(err)
	}
}

// shoot is what the screen shows, as a PNG that is the same for the same pixels.
func (d *desk) shoot() []byte {
	d.t.Helper()
	command := exec.Command("import", "-window", "root", "-define", "png:exclude-chunks=date,time", "png:-")
	command.Env = append(os.Environ(), "DISPLAY="+d.display)
	picture, err := command.Output()
	if err != nil {
		d.t.Errorf("no picture: %v", err)
	}
	return picture
}

func binary(t *testing.T) string {
	t.Helper()
	path, err := filepath.Abs("../bin/numberloader-e2e")
	if err != nil {
		t.Fatal(err)
	}
	if _, err := os.Stat(path); err != nil {
		t.Fatalf("scripts/e2e.sh builds the program: %v", err)
	}
	return path
}
