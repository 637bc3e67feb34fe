// Command numberloader adds the phone numbers of a spreadsheet to Webex Calling.
// Without a verb it opens its window; with one it is a command line.
package main

import (
	"context"
	_ "embed" // for what lies beside this file
	"os"

	"numberloader/cli"
	"numberloader/internal/platform/start"
	"numberloader/internal/platform/start/early"
	"numberloader/internal/program"
)

//go:embed FyneApp.toml
var fyneApp string

//go:embed packaging/icon/window.png
var icon []byte

//go:embed LICENSE
var license string

// licensesOfOthers are the licenses of everything that is linked into the
// program, fonts included. `make licenses` writes them anew.
//
//go:embed packaging/licenses/LICENSES-OF-OTHERS.txt
var licensesOfOthers string

func main() {
	start.UseCores()
	ctx := start.UntilStopped(context.Background())
	embedded := program.Embedded{FyneApp: fyneApp, Icon: icon, License: license, LicensesOfOthers: licensesOfOthers}
	arguments := os.Args[1:]
	if cli.Wanted(arguments) {
		start.CollectFrom(64<<20, early.GarbagePercent()) // what a list of 60,000 rows takes
		os.Exit(program.RunVerb(start.WithConsole(ctx), embedded, arguments))
	}
	painted := func() { start.BoundGarbage(early.GarbagePercent()) }
	os.Exit(program.ShowWindow(ctx, embedded, arguments, painted))
}
