// Command benchgoals is what scripts/bench-goals.sh holds the program against. It makes
// a list, reads and judges it as others would, and says what a program took:
//
//	benchgoals make FILE.xlsx ROWS   write a list of that many numbers
//	benchgoals tuned FILE.xlsx       what check --json does, by plain libraries
//	benchgoals took PROGRAM ARGS     milliseconds of CPU, and the peak in MiB
package main

import (
	"context"
	"errors"
	"fmt"
	"io"
	"os"
	"strconv"
)

func main() {
	if err := run(context.Background(), os.Args[1:], os.Stdout); err != nil {
		fmt.Fprintln(os.Stderr, err)
		os.Exit(1)
	}
}

// errUsage says that the arguments are none of those above.
var errUsage = errors.New("benchgoals make FILE ROWS | tuned FILE | took PROGRAM ARGS")

// errUnknown says that this system does not tell what a program took.
var errUnknown = errors.New("the system does not say what a program took")

func run(ctx context.Context, args []string, out io.Writer) error {
	if len(args) < 2 {
		return errUsage
	}
	switch command, rest := args[0], args[1:]; command {
	case "make":
		return makeList(rest)
	case "tuned":
		return tuned(rest[0], out)
	case "took":
		return took(ctx, rest, out)
	}
	return errUsage
}

// makeList writes the workbook that the arguments of "make" ask for.
func makeList(args []string) error {
	if len(args) != 2 {
		return errUsage
	}
	rows, err := strconv.Atoi(args[1])
	if err != nil {
		return err
	}
	f, err := os.Create(args[0]) //nolint:gosec // a command line names its files
	if err != nil {
		return err
	}
	return errors.Join(writeBook(f, rows), f.Close())
}
