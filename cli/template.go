package cli

import (
	"fmt"
	"path/filepath"

	"github.com/spf13/cobra"
)

func newTemplate(c *command) *cobra.Command {
	return &cobra.Command{
		Use:   "template FILE.xlsx",
		Short: "Write a blank template to fill in",
		Args:  needs("file"),
		RunE: func(_ *cobra.Command, args []string) error {
			path, err := filepath.Abs(args[0])
			if err != nil {
				return fmt.Errorf("name of the template: %w", err)
			}
			if err := c.SaveTemplate(path, false); err != nil {
				return err
			}
			return c.printText("Template: " + path)
		},
	}
}
