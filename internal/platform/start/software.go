package start

import (
	"fmt"
	"os"
	"path/filepath"
)

// softwareFolder has, beside the program, a second name of it and Mesa's OpenGL,
// which draws without a graphics card. Windows looks for OpenGL beside a program
// first, so it lies there and nowhere else: everybody with a graphics card is to
// use that.
const softwareFolder = "software-gl"

// InSoftware starts, with the same files, the program own beside the software
// renderer. That one has none beside itself, so a renderer that fails as well is
// told about, and not tried over and over.
func InSoftware(own string, files []string, launch func(program string, arguments ...string) error) error {
	program := filepath.Join(filepath.Dir(own), softwareFolder, filepath.Base(own))
	if _, err := os.Stat(program); err != nil {
		return fmt.Errorf("software renderer: %w", err)
	}
	return launch(program, files...)
}
