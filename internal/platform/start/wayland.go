//go:build linux || freebsd

package start

import (
	"bufio"
	"encoding/binary"
	"errors"
	"fmt"
	"io"
	"net"
	"os"
	"path/filepath"
	"time"
)

// ErrNoSeat says that the desktop, a compositor of Wayland, offers neither keyboard nor
// pointer, and that there is no X11 in its place.
var ErrNoSeat = errors.New("the Wayland compositor has no seat")

// avoidSeatless keeps the toolkit off a compositor of Wayland without a seat, where its
// binding ends the program by a fault that nobody can catch. X11 takes its place, if it
// is there.
func avoidSeatless() error {
	const display = "WAYLAND_DISPLAY"
	socket := waylandSocket(os.Getenv("XDG_RUNTIME_DIR"), os.Getenv(display))
	if socket == "" || hasSeat(socket) {
		return nil
	}
	if os.Getenv("DISPLAY") == "" {
		return ErrNoSeat
	}
	if err := os.Unsetenv(display); err != nil {
		return fmt.Errorf("leave Wayland: %w", err)
	}
	return nil
}

// waylandSocket is where the compositor is reached, "" for none.
func waylandSocket(folder, display string) string {
	if display == "" || filepath.IsAbs(display) {
		return display
	}
	return filepath.Join(folder, display)
}

// hasSeat reports whether a compositor offers a seat. One that can't be asked is left to the
// toolkit, which says why.
func hasSeat(socket string) bool {
	const enough = time.Second
	compositor, err := net.DialTimeout("unix", socket, enough) //nolint:noctx,gosec // it has its time; the desktop names the socket
	if err != nil {
		return true
	}
	defer func() { _ = compositor.Close() }()
	if err := compositor.SetDeadline(time.Now().Add(enough)); err != nil { //nolint:forbidigo // of a connection
		return true
	}
	if _, err := compositor.Write(askForGlobals()); err != nil {
		return true
	}
	seat, err := findSeat(bufio.NewReader(compositor))
	return seat || err != nil
}

// The objects of the protocol that are used: wl_display is always 1, and the others get
// their numbers here (wayland.freedesktop.org, "Wire Format").
const (
	objectDisplay, objectRegistry, objectDone uint32 = 1, 2, 3

	requestSync, requestRegistry uint32 = 0, 1
	eventGlobal                  uint32 = 0

	headLength = 8
)

// askForGlobals asks what the compositor offers (wl_display.get_registry), and to say
// when it has said everything (wl_display.sync).
func askForGlobals() []byte {
	var asked []byte
	for _, r := range []struct{ opcode, id uint32 }{{requestRegistry, objectRegistry}, {requestSync, objectDone}} {
		const length = headLength + 4
		for _, word := range []uint32{objectDisplay, length<<16 | r.opcode, r.id} {
			asked = binary.NativeEndian.AppendUint32(asked, word)
		}
	}
	return asked
}

// findSeat reads what is offered until everything was said, or there is a seat.
func findSeat(said io.Reader) (bool, error) {
	for {
		var head [headLength]byte
		if _, err := io.ReadFull(said, head[:]); err != nil {
			return false, fmt.Errorf("globals: %w", err)
		}
		object, word := binary.NativeEndian.Uint32(head[:4]), binary.NativeEndian.Uint32(head[4:])
		length, opcode := word>>16, word&0xffff
		if length < headLength {
			return false, errors.New("globals: a message without a head")
		}
		body := make([]byte, length-headLength)
		if _, err := io.ReadFull(said, body); err != nil {
			return false, fmt.Errorf("globals: %w", err)
		}
		switch {
		case object == objectDone:
			return false, nil
		case object == objectRegistry && opcode == eventGlobal && interfaceOf(body) == "wl_seat":
			return true, nil
		}
	}
}

// interfaceOf is the second argument of wl_registry.global: a length that counts the
// zero at the end, and the text.
func interfaceOf(body []byte) string {
	const start = 8
	if len(body) < start {
		return ""
	}
	length := binary.NativeEndian.Uint32(body[4:start])
	if length == 0 || uint64(start)+uint64(length) > uint64(len(body)) {
		return ""
	}
	return string(body[start : start+length-1])
}
