// Command numberloader adds the phone numbers of a spreadsheet to Webex Calling.
// Without a verb it opens its window; with one it is a command line. This package
// is the only one that reaches out: it makes every part and hands it what it
// needs.
package main

import (
	"context"
	"crypto/rand"
	_ "embed" // for the program's name, version and icon
	"errors"
	"fmt"
	"io"
	"log/slog"
	"os"
	"os/signal"
	"path/filepath"
	"syscall"
	"time"

	"github.com/BurntSushi/toml"
	"golang.org/x/term"

	"numberloader/cli"
	importer "numberloader/import"
	"numberloader/internal/fault"
	"numberloader/internal/number"
	"numberloader/internal/platform"
	"numberloader/internal/report"
	"numberloader/internal/run"
)

//go:embed FyneApp.toml
var fyneApp string

//go:embed Icon.png
var icon []byte

func main() {
	ctx, stop := signal.NotifyContext(context.Background(), os.Interrupt, syscall.SIGTERM)
	// A second signal ends the program at once.
	context.AfterFunc(ctx, stop)
	// A reader that goes away early (head) must not end a run in the middle.
	signal.Ignore(syscall.SIGPIPE)
	os.Exit(start(ctx, os.Args[1:]))
}

// start makes the parts and carries out the arguments; it returns the exit
// status.
func start(ctx context.Context, arguments []string) int {
	verb := cli.Wanted(arguments)
	if verb {
		ctx = withConsole(ctx)
	}
	desktop := platform.NewDesktop(ctx)
	p, err := newProgram(desktop)
	if err != nil {
		say(err)
		if !verb {
			show(ctx, desktop, err)
		}
		return 1
	}
	defer p.close()
	if verb {
		return cli.Run(ctx, arguments, p.commandLine())
	}
	return p.draw(ctx, arguments)
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
	about    about
	folders  platform.Folders
	log      *slog.Logger
	logFile  io.Closer
	desktop  *platform.Desktop
	keychain *platform.Keychain
	journals *run.Store
}

func newProgram(desktop *platform.Desktop) (*program, error) {
	p := &program{desktop: desktop, keychain: platform.NewKeychain()}
	if _, err := toml.Decode(fyneApp, &p.about); err != nil {
		return nil, fmt.Errorf("FyneApp.toml: %w", err)
	}
	var err error
	if p.folders, err = platform.FindFolders(os.Getenv("NUMBERLOADER_HOME")); err != nil {
		return nil, err
	}
	p.log, p.logFile = platform.OpenLog(p.folders.Data, slog.LevelInfo)
	p.journals = run.NewStore(filepath.Join(p.folders.Data, "journal"), platform.Locks{}, time.Now, rand.Reader)
	return p, nil
}

func (p *program) close() {
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
			return p.connect(ctx, practice, orgID)
		},
		History:        p.journals,
		SaveResults:    report.SaveResults,
		ResultsPath:    p.resultsPath,
		SaveTemplate:   report.SaveTemplate,
		SignIn:         p.terminalSignIn(),
		Now:            time.Now,
		Stdin:          os.Stdin,
		Stdout:         os.Stdout,
		Stderr:         os.Stderr,
		StdinTerminal:  term.IsTerminal(int(os.Stdin.Fd())),
		StderrTerminal: term.IsTerminal(int(os.Stderr.Fd())),
		ReadSecret:     readSecret,
	}
}

// terminalSignIn is the sign-in without a window.
func (p *program) terminalSignIn() cli.SignIn {
	return cli.SignIn{
		Integration: p.integration,
		Device: func(ctx context.Context, clientID, clientSecret string, show func(code, address string)) (cli.Organization, bool, error) {
			return p.signInDevice(ctx, clientID, clientSecret, show)
		},
		Organizations: p.organizations,
		Out:           p.forgetSignIn,
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

// resultsPath is a free name for the results of a source file: beside it, else in
// Documents, else in the home folder.
func (p *program) resultsPath(source string, started time.Time) (string, error) {
	return report.ResultsPath(source, started.Local(), platform.Writable, p.folders.Documents, p.folders.Home)
}
