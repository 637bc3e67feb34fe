package cli

import (
	"context"
	"fmt"
	"path/filepath"

	"github.com/spf13/cobra"

	"numberloader/cli/console"
	"numberloader/cli/options"
	"numberloader/internal/number"
	"numberloader/internal/phrase"
)

func newExport(c *command) *cobra.Command {
	var service options.Service
	var places []string
	cmd := &cobra.Command{
		Use:   takes("export", phrase.Text("cli.argument.workbook")),
		Short: phrase.Text("cli.export.short"),
		Args: func(cmd *cobra.Command, args []string) error {
			if c.JSON && len(args) == 0 {
				return nil
			}
			return needs("cli.needs.file")(cmd, args)
		},
		RunE: func(cmd *cobra.Command, args []string) error { return c.export(cmd.Context(), args, service, places) },
	}
	service.Register(cmd)
	registerPlaces(cmd, &places)
	registerJSON(c.Console, cmd)
	return cmd
}

// export writes the numbers of an organization as a workbook, or prints them.
func (c *command) export(ctx context.Context, args []string, service options.Service, places []string) error {
	in, err := c.inventory(ctx, service, nil)
	if err != nil {
		return err
	}
	wanted, err := placesOf(in.Locations, places)
	if err != nil {
		return err
	}
	numbers := make([]number.Held, 0, len(in.Numbers))
	for i := range in.Numbers {
		if h := &in.Numbers[i]; wanted == nil || wanted[h.Location.ID] {
			numbers = append(numbers, *h)
		}
	}
	if c.JSON {
		return printHeld(c.Console, numbers)
	}
	path, err := filepath.Abs(args[0])
	if err != nil {
		return fmt.Errorf("name of the workbook: %w", err)
	}
	if err := c.SaveNumbers(path, numbers, false); err != nil {
		return err
	}
	return c.PrintText(phrase.Text("cli.export.written", "Count", len(numbers), "Path", path))
}

// heldLine is a number of "export --json".
type heldLine struct {
	Number   string `json:"number"`
	Location string `json:"location"`
	webexPart
	Extension string `json:"extension"`
}

func printHeld(k *console.Console, numbers []number.Held) error {
	return console.PrintEach(k, numbers, func(h *number.Held) any {
		return heldLine{h.Number.String(), h.Location.Name, webexPartOf(h), h.Internal}
	})
}
