//go:build cgo && !ci && windows

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

// Drawable opens a hidden window as the toolkit is going to, which on failure shows
// nothing and says nothing: there are computers whose OpenGL is too old, and some whose
// OpenGL lacks parts, at which the toolkit would end. The error says why none can be
// drawn. It takes a tenth to a quarter of a second and belongs to the main goroutine,
// before the toolkit is started.
func Drawable() (err error) {
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
		return err
	}
	defer glfw.Terminate()
	return drawHidden()
}

func drawHidden() error {
	glfw.WindowHint(glfw.Visible, glfw.False)
	glfw.WindowHint(glfw.ContextVersionMajor, 2)
	glfw.WindowHint(glfw.ContextVersionMinor, 1)
	window, err := glfw.CreateWindow(64, 64, "", nil, nil)
	if err != nil {
		return err
	}
	if window == nil {
		return errors.New("no window could be made")
	}
	defer window.Destroy()
	window.MakeContextCurrent()
	return gl.Init()
}
