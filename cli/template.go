package cli

import (
	"fmt"
	"path/filepath"

	"github.com/spf13/cobra"

	"numberloader/internal/phrase"
)

func newTemplate(c *command) *cobra.Command {
	return &cobra.Command{
		Use:   takes("template", phrase.Text("cli.argument.workbook")),
		Short: phrase.Text("cli.template.short"),
		Args:  needs("cli.needs.file"),
		RunE: func(_ *cobra.Command, args []string) error {
			path, err := filepath.Abs(args[0])
			if err != nil {
				return fmt.Errorf("name of the template: %w", err)
			}
			if err := c.SaveTemplate(path, false); err != nil {
				return err
			}
			return c.printText(phrase.Text("cli.template.written", "Path", path))
		},
	}
}
