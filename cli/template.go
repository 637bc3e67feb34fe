package cli

import (
	"context"
	"fmt"
	"path/filepath"

	"github.com/spf13/cobra"

	"numberloader/cli/options"
	"numberloader/internal/number"
	"numberloader/internal/phrase"
)

type templateFlags struct {
	service   options.Service
	online    bool
	locations string
}

func newTemplate(c *command) *cobra.Command {
	var f templateFlags
	cmd := &cobra.Command{
		Use:   takes("template", phrase.Text("cli.argument.workbook")),
		Short: phrase.Text("cli.template.short"),
		Args:  needs("cli.needs.file"),
		RunE:  func(cmd *cobra.Command, args []string) error { return c.template(cmd.Context(), args[0], f) },
	}
	f.service.Register(cmd)
	cmd.Flags().BoolVar(&f.online, "online", false, phrase.Text("cli.flag.templatelocations"))
	cmd.Flags().StringVar(&f.locations, "locations", "", phrase.Text("cli.flag.locations"))
	return cmd
}

// template writes the blank template, with the locations that the flags ask for.
func (c *command) template(ctx context.Context, file string, f templateFlags) error {
	path, err := filepath.Abs(file)
	if err != nil {
		return fmt.Errorf("name of the template: %w", err)
	}
	locations, err := c.templateLocations(ctx, f)
	if err != nil {
		return err
	}
	if err := c.SaveTemplate(path, number.LocationNames(locations), false); err != nil {
		return err
	}
	return c.PrintText(phrase.Text("cli.template.written", "Path", path))
}

func (c *command) templateLocations(ctx context.Context, f templateFlags) ([]number.Location, error) {
	switch {
	case f.locations != "":
		return readLocations(f.locations)
	case f.online || f.service.Practice || f.service.Org != "":
		return c.organizationLocations(ctx, f.service)
	}
	return nil, nil
}
