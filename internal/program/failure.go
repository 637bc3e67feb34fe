package program

import (
	"context"
	"errors"
	"fmt"
	"os"

	"numberloader/internal/fault"
	"numberloader/internal/platform"
)

// say tells on standard error why the program can't start.
func say(err error) {
	message := fault.Explain(err)
	fmt.Fprintln(os.Stderr, "numberloader:", message.What, message.Next)
	if message.Details != "" {
		fmt.Fprintln(os.Stderr, "Details:", message.Details)
	}
}

// show tells the same in a message of the system's, for people who started the
// program by a double-click, and waits until they have closed it.
func show(ctx context.Context, desktop *platform.Desktop, err error) {
	message := fault.Explain(err)
	text := message.What + "\n\n" + message.Next
	if message.Details != "" {
		text += "\n\nDetails for support: " + message.Details
	}
	err = desktop.Complain(ctx, message.Title, text)
	if err != nil && !errors.Is(err, platform.ErrNoDialog) {
		fmt.Fprintln(os.Stderr, "numberloader:", err)
	}
}
