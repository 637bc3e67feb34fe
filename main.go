// Command numberloader adds the phone numbers of a spreadsheet to Webex Calling.
// Without a verb it opens its window; with one it is a command line. This package
// is the only one that reaches out: it makes every part and hands it what it
// needs.
package main

import (
	"context"
	"crypto/rand"
	_ "embed" // for the program's name, version and icon
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
	p, err := newProgram(ctx)
	if err != nil {
		message := fault.Explain(err)
		fmt.Fprintln(os.Stderr, "numberloader:", message.What, message.Next)
		return 1
	}
	defer p.close()
	if cli.Wanted(arguments) {
		return cli.Run(ctx, arguments, p.commandLine())
	}
	p.showWindow(ctx, arguments)
	return 0
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

func newProgram(ctx context.Context) (*program, error) {
	p := &program{desktop: platform.NewDesktop(ctx), keychain: platform.NewKeychain()}
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
		Read:    importer.Read,
		Connect: func(ctx context.Context, practice bool, orgID string) (cli.Organization, error) {
			return p.connect(ctx, practice, orgID)
		},
		History:        p.journals,
		SaveResults:    report.SaveResults,
		ResultsPath:    p.resultsPath,
		SaveTemplate:   report.SaveTemplate,
		Stdin:          os.Stdin,
		Stdout:         os.Stdout,
		Stderr:         os.Stderr,
		StdinTerminal:  term.IsTerminal(int(os.Stdin.Fd())),
		StderrTerminal: term.IsTerminal(int(os.Stderr.Fd())),
	}
}

// resultsPath is a free name for the results of a source file: beside it, else in
// Documents, else in the home folder.
func (p *program) resultsPath(source string, started time.Time) (string, error) {
	return report.ResultsPath(source, started.Local(), platform.Writable, p.folders.Documents, p.folders.Home)
}
