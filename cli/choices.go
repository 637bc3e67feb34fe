package cli

import (
	"github.com/spf13/cobra"

	"numberloader/cli/console"
	"numberloader/cli/options"
	"numberloader/internal/number"
	"numberloader/internal/phrase"
	"numberloader/internal/plan"
	"numberloader/internal/review"
)

func registerJSON(k *console.Console, cmd *cobra.Command) {
	cmd.Flags().BoolVar(&k.JSON, "json", false, phrase.Text("cli.flag.json"))
}

// choices are the flags of a file as the rules take them.
type choices struct {
	layout   number.Layout
	settings review.Settings
	limits   plan.Limits
	// locations are those of --locations, nil without the flag.
	locations []number.Location
}

// choices reads the flags. Errors are fault.Usage, and those of the files that
// flags name.
func (c *command) choices(cmd *cobra.Command, f *options.File) (choices, error) {
	limits := f.Limits()
	if wrong, ok := limits.Check(); !ok {
		return choices{}, console.Usage(phrase.Limit(wrong), seeHelp(cmd))
	}
	settings, err := f.Settings()
	if err != nil {
		return choices{}, err
	}
	layout, err := f.Layout(cmd)
	if err != nil {
		return choices{}, err
	}
	if layout.Password, err = c.Password(f.PasswordFile); err != nil {
		return choices{}, err
	}
	chosen := choices{layout: layout, settings: settings, limits: limits}
	if f.Locations != "" {
		chosen.locations, err = readLocations(f.Locations)
	}
	return chosen, err
}
