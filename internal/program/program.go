// Package program builds every part and hands each what it needs. It is the only
// package that reaches out to time, randomness, folders, the environment and the
// network; everything else takes them from here.
package program

import (
	"context"
	"crypto/rand"
	"errors"
	"fmt"
	"io"
	"log/slog"
	"os"
	"path/filepath"
	"strings"
	"sync"
	"time"

	"github.com/pelletier/go-toml/v2"
	"golang.org/x/term"

	"numberloader/cli"
	"numberloader/cli/console"
	importer "numberloader/import"
	"numberloader/internal/fault"
	"numberloader/internal/number"
	"numberloader/internal/platform"
	"numberloader/internal/platform/single"
	"numberloader/internal/platform/start"
	"numberloader/internal/report"
	"numberloader/internal/run"
	"numberloader/internal/settings"
)

// Embedded is what is built in and lies at the top of the sources.
type Embedded struct {
	FyneApp          string // FyneApp.toml: the program's name, ID and version
	Icon             []byte // of the window: PNG, 256 × 256, which takes no time to read
	License          string // of the program itself
	LicensesOfOthers string // of all that is linked into it
}

// RunVerb carries out a verb of the command line and returns the exit status.
func RunVerb(ctx context.Context, embedded Embedded, arguments []string) int {
	p, err := newProgram(platform.NewDesktop(ctx), embedded)
	if err != nil {
		say(err)
		return 1
	}
	defer p.close()
	return cli.Run(ctx, arguments, p.commandLine())
}

// ShowWindow opens the window with the files and returns the exit status when it
// is closed. It belongs to the main goroutine, and calls painted when the window has been.
func ShowWindow(ctx context.Context, embedded Embedded, files []string, painted func()) int {
	desktop := platform.NewDesktop(ctx)
	p, err := newProgram(desktop, embedded)
	if err != nil {
		say(err)
		showAnyway(ctx, desktop, err)
		return 1
	}
	defer p.leave()
	p.painted = painted
	return p.showOnce(ctx, files)
}

// about is what FyneApp.toml says of the program.
type about struct {
	Details struct {
		Name    string `toml:"Name"`
		ID      string `toml:"ID"`
		Version string `toml:"Version"`
		Build   int    `toml:"Build"`
	} `toml:"Details"`
	Migrations map[string]bool `toml:"Migrations"`
}

// program is what every part of the program shares.
type program struct {
	embedded Embedded
	about    about
	folders  platform.Folders
	log      *slog.Logger
	logFile  io.Closer
	desktop  *platform.Desktop
	journals *run.Store
	settings *settings.Store

	connector *connector
	places    *places

	painted func() // called when the window has been; nil for a verb

	claim   *single.Claim // of the window; nil where there is none
	leaving sync.Once
	crashes *platform.Crashes // nil as long as they are not watched
	// crashReport is on how the program ended the last time, "" if it ended well.
	crashReport string

	scratch   *platform.Scratch // nil where there can't be any
	workbooks report.Workbooks
}

// homeVariable names the folder for everything that the program keeps, in place of the
// system's.
const homeVariable = "NUMBERLOADER_HOME"

func newProgram(desktop *platform.Desktop, embedded Embedded) (*program, error) {
	p := &program{embedded: embedded, desktop: desktop}
	if err := toml.Unmarshal([]byte(embedded.FyneApp), &p.about); err != nil {
		return nil, fmt.Errorf("FyneApp.toml: %w", err)
	}
	var err error
	if p.folders, err = platform.FindFolders(os.Getenv(homeVariable)); err != nil {
		return nil, err
	}
	p.log, p.logFile = platform.OpenLog(p.folders.Data, slog.LevelInfo)
	start.Complaints(p.log)
	p.settings = settings.Open(filepath.Join(p.folders.Data, "settings.json"))
	p.openScratch()
	p.journals = run.NewStore(filepath.Join(p.folders.Data, "journal"), platform.Locks{}, time.Now, rand.Reader)
	p.places = &places{folders: p.folders, settings: p.settings}
	p.connector = &connector{
		userAgent: strings.ReplaceAll(p.about.Details.Name, " ", "") + "/" + p.about.Details.Version,
		data:      p.folders.Data, log: p.log, settings: p.settings, journals: p.journals,
		keychain: platform.NewKeychain(), open: desktop.OpenURL,
		told: func(caught *fault.PanicError) { p.keepFault(caught) },
	}
	return p, nil
}

// openScratch makes the folder for unfinished workbooks, and clears what programs that
// were killed have left. Without that folder workbooks are saved all the same.
func (p *program) openScratch() {
	scratch, err := platform.OpenScratch(p.folders.Data)
	if err != nil {
		p.log.Warn("There is no folder for unfinished workbooks.", slog.Any("error", err))
		p.workbooks = report.New(nil)
		return
	}
	p.scratch, p.workbooks = scratch, report.New(scratch)
}

// leave gives the window up and closes the program, once. It may be called from any
// goroutine.
func (p *program) leave() {
	p.leaving.Do(func() {
		p.giveUp()
		p.close()
	})
}

func (p *program) close() {
	if p.scratch != nil {
		if err := p.scratch.Close(); err != nil {
			p.log.Warn("The next start clears what is left of unfinished workbooks.", slog.Any("error", err))
		}
	}
	if err := p.logFile.Close(); err != nil {
		fmt.Fprintln(os.Stderr, "numberloader:", err)
	}
}

// commandLine is the program without a window.
func (p *program) commandLine() cli.Program {
	return cli.Program{
		Version: p.about.Details.Version,
		Read:    p.read,
		Connect: func(ctx context.Context, practice bool, orgID string) (cli.Organization, error) {
			return p.connector.connect(ctx, practice, orgID)
		},
		History:        p.journals,
		SaveResults:    p.workbooks.SaveResults,
		TryResults:     p.workbooks.Try,
		ResultsPath:    p.places.results,
		SaveTemplate:   p.workbooks.SaveTemplate,
		SaveComparison: p.workbooks.SaveComparison,
		SaveNumbers:    p.workbooks.SaveNumbers,
		SignIn:         p.terminalSignIn(),
		KeepFault:      p.keepFault,
		Now:            time.Now,
		Streams: console.Streams{
			Stdin:          os.Stdin,
			Stdout:         os.Stdout,
			Stderr:         os.Stderr,
			StdinTerminal:  term.IsTerminal(int(os.Stdin.Fd())),
			StderrTerminal: term.IsTerminal(int(os.Stderr.Fd())),
			ReadSecret:     readSecret,
		},
	}
}

// terminalSignIn is the sign-in without a window.
func (p *program) terminalSignIn() cli.SignIn {
	return cli.SignIn{
		Integration: p.connector.integration,
		Device: func(ctx context.Context, clientID, clientSecret string, show func(code, address string)) (cli.Organization, bool, error) {
			return p.connector.signInDevice(ctx, clientID, clientSecret, show)
		},
		Organizations: p.connector.organizations,
		Out:           p.connector.forgetSignIn,
	}
}

// readSecret reads a line from the terminal without showing it. When ctx ends
// first, the terminal shows again what is typed.
func readSecret(ctx context.Context) (string, error) {
	fd := int(os.Stdin.Fd())
	before, err := term.GetState(fd)
	if err != nil {
		return "", fmt.Errorf("read a secret: %w", err)
	}
	type line struct {
		text []byte
		err  error
	}
	read := make(chan line, 1)
	go func() {
		text, err := term.ReadPassword(fd)
		read <- line{text, err}
	}()
	select {
	case <-ctx.Done():
		return "", errors.Join(ctx.Err(), term.Restore(fd, before))
	case got := <-read:
		return string(got.text), got.err
	}
}

// read reads a file. What support needs to know of a file that could not be read
// goes to the log.
func (p *program) read(ctx context.Context, path string, layout number.Layout, progress func(number.Progress)) (*number.Table, error) {
	table, err := importer.Read(ctx, path, layout, progress)
	if f, ok := errors.AsType[*fault.Error](err); ok && f.Details != "" {
		p.log.ErrorContext(ctx, "A file could not be read.", slog.String("details", f.Details))
	}
	return table, err
}
