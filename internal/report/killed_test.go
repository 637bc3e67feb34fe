package report

import (
	"bufio"
	"context"
	"fmt"
	"io"
	"os"
	"os/exec"
	"path/filepath"
	"strings"
	"testing"

	"numberloader/internal/platform"
)

// killedWhileSaving tells the test that it is the program that it kills, which saves a
// workbook in the folder that it was started in.
const killedWhileSaving = "NUMBERLOADER_KILLED_WHILE_SAVING"

// TestAKilledProgramLeavesNoWorkbookBehind kills a program while it saves a large
// workbook: nothing is in the temporary folder, and after the next
// start nothing is beside the list or in the folder of the program.
func TestAKilledProgramLeavesNoWorkbookBehind(t *testing.T) {
	t.Parallel()
	if os.Getenv(killedWhileSaving) != "" {
		saveForever(t)
	}
	folder := t.TempDir()
	lists, temporary, data := filepath.Join(folder, "lists"), filepath.Join(folder, "temporary"), filepath.Join(folder, "data")
	for _, name := range []string{lists, temporary, data} {
		if err := os.Mkdir(name, 0o700); err != nil {
			t.Fatal(err)
		}
	}
	killWhileSaving(t, folder, temporary)
	if got := names(t, temporary); got != "" {
		t.Errorf("the temporary folder holds %s", got)
	}
	if got := names(t, lists); !strings.Contains(got, ".numberloader-") {
		t.Errorf("the program was killed too early: beside the list there is %q", got)
	}
	next, err := platform.OpenScratch(data)
	if err != nil {
		t.Fatal(err)
	}
	if err := next.Close(); err != nil {
		t.Error(err)
	}
	if got := names(t, lists); got != "" {
		t.Errorf("beside the list there is %s", got)
	}
	if got := names(t, filepath.Join(data, "scratch")); got != "lock" {
		t.Errorf("the folder of the program holds %s", got)
	}
}

// killWhileSaving starts this test as a program of its own and kills it once the
// workbook lies on the disk in part.
func killWhileSaving(t *testing.T, folder, temporary string) {
	t.Helper()
	own, err := os.Executable()
	if err != nil {
		t.Fatal(err)
	}
	ctx, kill := context.WithCancel(t.Context())
	defer kill()
	command := exec.CommandContext(ctx, own, "-test.run=^"+t.Name()+"$") //nolint:gosec // this program
	command.Dir = folder
	command.Env = append(os.Environ(), killedWhileSaving+"=1", "TMPDIR="+temporary, "TMP="+temporary, "TEMP="+temporary)
	said, err := command.StdoutPipe()
	if err != nil {
		t.Fatal(err)
	}
	if err := command.Start(); err != nil {
		t.Fatal(err)
	}
	line, err := bufio.NewReader(said).ReadString('\n')
	kill()
	_ = command.Wait() // it was killed
	if line != "saving\n" {
		t.Fatalf("the program said %q (%v)", line, err)
	}
}

// saveForever saves a workbook that is large enough to lie on the disk in part, and
// never comes to its end.
func saveForever(t *testing.T) {
	t.Helper()
	scratch, err := platform.OpenScratch("data")
	if err != nil {
		t.Fatal(err)
	}
	text := strings.Repeat("+12125550101 ", 400)
	large := table{columns: []column{{title: "Number"}}, rows: 5001, cells: func(row int, cells []string) outcomeStyle {
		if row == 5000 {
			fmt.Println("saving")
			select {}
		}
		cells[0] = text
		return outcomeStyle{}
	}}
	err = New(scratch).save("", filepath.Join("lists", "results.xlsx"), false, func(out io.Writer) error {
		b, err := newBook()
		if err != nil {
			return err
		}
		if err := b.sheet(sheetResults(), large); err != nil {
			return err
		}
		return b.write(out)
	})
	t.Fatal(err)
}
