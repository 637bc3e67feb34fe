//go:build cgo && !ci && !darwin

package start

import (
	"errors"
	"fmt"
	"log"
	"runtime"
	"strings"

	"github.com/go-gl/gl/v2.1/gl"
	"github.com/go-gl/glfw/v3.4/glfw"
)

// OpenGL opens a hidden window as the toolkit is going to, which on failure shows
// nothing and says nothing, and says what draws it. It takes a tenth to a quarter of
// a second and belongs to the main goroutine, before the toolkit is started.
func OpenGL() (renderer, version string, err error) {
	if err := avoidSeatless(); err != nil {
		return "", "", err
	}
	runtime.LockOSThread() // OpenGL belongs to a thread
	defer runtime.UnlockOSThread()
	var said strings.Builder // the binding prints what the system answered
	output, flags := log.Writer(), log.Flags()
	log.SetOutput(&said)
	log.SetFlags(0)
	defer func() {
		log.SetOutput(output)
		log.SetFlags(flags)
		if broken := recover(); broken != nil { // the binding panics at what it doesn't expect
			err = fmt.Errorf("%v", broken)
		}
		if err != nil && said.Len() > 0 {
			err = fmt.Errorf("%w: %s", err, strings.TrimSpace(said.String()))
		}
	}()
	if err := glfw.Init(); err != nil {
		return "", "", err
	}
	defer glfw.Terminate()
	return drawHidden()
}

func drawHidden() (renderer, version string, err error) {
	glfw.WindowHint(glfw.Visible, glfw.False)
	glfw.WindowHint(glfw.ContextVersionMajor, 2)
	glfw.WindowHint(glfw.ContextVersionMinor, 1)
	window, err := glfw.CreateWindow(64, 64, "", nil, nil)
	if err != nil {
		return "", "", err
	}
	if window == nil {
		return "", "", errors.New("no window could be made")
	}
	defer window.Destroy()
	window.MakeContextCurrent()
	if err := gl.Init(); err != nil {
		return "", "", err
	}
	return gl.GoStr(gl.GetString(gl.RENDERER)), gl.GoStr(gl.GetString(gl.VERSION)), nil
}
