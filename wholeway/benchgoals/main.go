// Command benchgoals is what scripts/bench-goals.sh holds the program against. It makes
// a list, reads and judges it as others would, and says what a program took:
//
//	benchgoals make FILE.xlsx ROWS [PLACE ...]   write a list of that many numbers
//	benchgoals tuned FILE.xlsx                   what check --json does, by plain libraries
//	benchgoals limit FILE.xlsx                   reading and judging alone, as quickly as we know how to
//	benchgoals job FILE.xlsx RESULTS.xlsx        what submit does, by plain libraries
//	benchgoals took PROGRAM ARGS                 milliseconds of CPU, and the peak in MiB
//	benchgoals served PROGRAM ARGS               the same, with a service for it that answers at once
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
var errUsage = errors.New("benchgoals make FILE ROWS [PLACE ...] | tuned FILE | limit FILE | job FILE RESULTS | took PROGRAM ARGS | served PROGRAM ARGS")

// errUnknown says that this system does not tell what a program took.
var errUnknown = errors.New("the system does not say what a program took")

func run(ctx context.Context, args []string, out io.Writer) error {
	if len(args) == 0 {
		return errUsage
	}
	switch command, rest := args[0], args[1:]; {
	case command == "make" && len(rest) >= 2:
		return makeList(rest[0], rest[1], rest[2:])
	case command == "tuned" && len(rest) == 1:
		return tuned(rest[0], out)
	case command == "limit" && len(rest) == 1:
		return limit(rest[0], out)
	case command == "job" && len(rest) == 2:
		return job(ctx, rest[0], rest[1])
	case command == "took" && len(rest) > 0:
		return took(ctx, rest, out)
	case command == "served" && len(rest) > 0:
		return served(ctx, rest, out)
	}
	return errUsage
}

// makeList writes a workbook of so many numbers at places.
func makeList(path, count string, places []string) error {
	rows, err := strconv.Atoi(count)
	if err != nil {
		return err
	}
	f, err := os.Create(path) //nolint:gosec // a command line names its files
	if err != nil {
		return err
	}
	return errors.Join(writeBook(f, rows, places), f.Close())
}
