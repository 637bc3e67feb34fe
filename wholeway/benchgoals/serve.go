package main

import (
	"context"
	"crypto/rand"
	"errors"
	"io"
	"os"
	"time"

	"numberloader/service/practice"
)

// Where the program and the script find their service.
const (
	addressVariable = "NUMBERLOADER_API_URL"
	tokenVariable   = "WEBEX_ACCESS_TOKEN"
)

// served says what a program took beside a service of its own that answers at once: a
// new practice organization, of which nothing is counted.
func served(ctx context.Context, args []string, out io.Writer) (err error) {
	server, err := practice.Start(practice.Options{
		Sleep: func(ctx context.Context, _ time.Duration) error { return ctx.Err() }, Now: time.Now, Random: rand.Reader,
	})
	if err != nil {
		return err
	}
	defer func() { err = errors.Join(err, server.Close()) }()
	if err := errors.Join(os.Setenv(addressVariable, server.URL()), os.Setenv(tokenVariable, server.Token())); err != nil {
		return err
	}
	return took(ctx, args, out)
}
