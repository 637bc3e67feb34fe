//go:build linux || freebsd

package start

import (
	"encoding/binary"
	"errors"
	"io"
	"net"
	"os"
	"path/filepath"
	"testing"
)

// compositor answers whoever asks with globals of these interfaces.
func compositor(t *testing.T, interfaces ...string) (socket string) {
	t.Helper()
	folder, err := os.MkdirTemp("", "wl") //nolint:usetesting // t.TempDir may be too long for a socket
	if err != nil {
		t.Fatal(err)
	}
	t.Cleanup(func() { _ = os.RemoveAll(folder) })
	socket = filepath.Join(folder, "wayland-7")
	listener, err := (&net.ListenConfig{}).Listen(t.Context(), "unix", socket)
	if err != nil {
		t.Fatal(err)
	}
	t.Cleanup(func() { _ = listener.Close() })
	go func() {
		asking, err := listener.Accept()
		if err != nil {
			return
		}
		defer func() { _ = asking.Close() }()
		if _, err := io.ReadFull(asking, make([]byte, len(askForGlobals()))); err != nil {
			return
		}
		for i, name := range interfaces {
			_, _ = asking.Write(global(uint32(i), name))
		}
		_, _ = asking.Write(words(objectDone, (headLength+4)<<16, 1))
	}()
	return socket
}

func words(all ...uint32) []byte {
	var text []byte
	for _, word := range all {
		text = binary.NativeEndian.AppendUint32(text, word)
	}
	return text
}

func global(name uint32, of string) []byte {
	text := append([]byte(of), 0)
	length := uint32(len(text)) //nolint:gosec // a short name
	for len(text)%4 != 0 {
		text = append(text, 0)
	}
	body := append(words(name, length), text...)
	body = append(body, words(1)...)
	return append(words(objectRegistry, uint32(headLength+len(body))<<16|eventGlobal), body...) //nolint:gosec // a short message
}

func TestASeatIsFoundAmongWhatACompositorOffers(t *testing.T) {
	t.Parallel()
	if !hasSeat(compositor(t, "wl_compositor", "wl_seat", "wl_shm")) {
		t.Error("the seat was not seen")
	}
	if hasSeat(compositor(t, "wl_compositor", "wl_seat_manager", "wl_shm")) {
		t.Error("a seat was seen where there is none")
	}
	if !hasSeat(filepath.Join(t.TempDir(), "nobody")) {
		t.Error("who can't be asked is not left to the toolkit")
	}
}

func TestX11TakesThePlaceOfACompositorWithoutASeat(t *testing.T) {
	socket := compositor(t, "wl_compositor")
	t.Setenv("WAYLAND_DISPLAY", socket)
	t.Setenv("DISPLAY", ":7")
	if err := avoidSeatless(); err != nil || os.Getenv("WAYLAND_DISPLAY") != "" {
		t.Errorf("%q is still used (%v)", os.Getenv("WAYLAND_DISPLAY"), err)
	}
	t.Setenv("WAYLAND_DISPLAY", compositor(t, "wl_compositor"))
	t.Setenv("DISPLAY", "")
	if err := avoidSeatless(); !errors.Is(err, ErrNoSeat) {
		t.Errorf("got %v", err)
	}
}

func TestTheSocketIsFoundAsTheProtocolSays(t *testing.T) {
	t.Parallel()
	for want, in := range map[string][2]string{"": {"/run/user/7", ""}, "/run/user/7/wayland-0": {"/run/user/7", "wayland-0"}, "/x/socket": {"/run/user/7", "/x/socket"}} {
		if got := waylandSocket(in[0], in[1]); got != want {
			t.Errorf("got %q, want %q", got, want)
		}
	}
}
