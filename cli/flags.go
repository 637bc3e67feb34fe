package cli

import (
	"os"
	"regexp"
	"strconv"
	"strings"

	"github.com/spf13/cobra"

	"numberloader/internal/fault"
	"numberloader/internal/number"
	"numberloader/internal/phrase"
	"numberloader/internal/plan"
	"numberloader/internal/review"
)

// fileFlags are the flags of the verbs that read a file.
type fileFlags struct {
	sheets       []string
	header       int
	columns      []string
	region       string
	locations    string
	kind         string
	usage        string
	state        string
	location     string
	subscription string
	carrier      string
	expand       bool
	accept       []string
	fix          bool
	hidden       bool
	encoding     string
	passwordFile string
	oneRequest   bool
	batch        int
	mobileBatch  int
	// further are fields that --column may name besides the usual ones.
	further []choice[number.Field]
}

// register has all flags of a file, and registerReading those without the default
// location.
func (f *fileFlags) register(cmd *cobra.Command) {
	f.registerReading(cmd)
	cmd.Flags().StringVar(&f.location, "location", "", phrase.Text("cli.flag.location"))
}

func (f *fileFlags) registerReading(cmd *cobra.Command) {
	flags, limits := cmd.Flags(), plan.Webex()
	flags.StringArrayVar(&f.sheets, "sheet", nil, phrase.Text("cli.flag.sheet"))
	flags.IntVar(&f.header, "header", 0, phrase.Text("cli.flag.header"))
	flags.StringArrayVar(&f.columns, "column", nil, phrase.Text("cli.flag.column", "Fields", phrase.Or(words(f.fields()))))
	flags.StringVar(&f.region, "region", "", phrase.Text("cli.flag.region"))
	flags.StringVar(&f.locations, "locations", "", phrase.Text("cli.flag.locations"))
	flags.StringVar(&f.kind, "type", "did", phrase.Text("cli.flag.type", "Words", phrase.Or(words(kindChoices()))))
	flags.StringVar(&f.usage, "usage", "none", phrase.Text("cli.flag.usage", "Words", phrase.Or(words(usageChoices()))))
	flags.StringVar(&f.state, "state", "active", phrase.Text("cli.flag.state", "Words", phrase.Or(words(stateChoices()))))
	flags.StringVar(&f.subscription, "subscription", "", phrase.Text("cli.flag.subscription"))
	flags.StringVar(&f.carrier, "carrier", "", phrase.Text("cli.flag.carrier"))
	flags.BoolVar(&f.expand, "expand-ranges", false, phrase.Text("cli.flag.expandranges"))
	flags.StringSliceVar(&f.accept, "accept", nil, phrase.Text("cli.flag.accept", "Codes", phrase.List(words(codeChoices()))))
	flags.BoolVar(&f.fix, "fix", false, phrase.Text("cli.flag.fix"))
	flags.BoolVar(&f.hidden, "hidden", false, phrase.Text("cli.flag.hidden"))
	flags.StringVar(&f.encoding, "encoding", "", phrase.Text("cli.flag.encoding"))
	flags.StringVar(&f.passwordFile, "password-file", "", phrase.Text("cli.flag.passwordfile"))
	flags.BoolVar(&f.oneRequest, "one-request", false, phrase.Text("cli.flag.onerequest"))
	flags.IntVar(&f.batch, "batch", limits.Others, phrase.Text("cli.flag.batch", "Most", plan.MaxOthers))
	flags.IntVar(&f.mobileBatch, "mobile-batch", limits.Mobile, phrase.Text("cli.flag.mobilebatch", "Most", plan.MaxMobile))
}

// fields are those that --column may name.
func (f *fileFlags) fields() []choice[number.Field] { return append(fieldChoices(), f.further...) }

// serviceFlags are the flags of the verbs that speak to a service.
type serviceFlags struct {
	practice bool
	org      string
}

func (f *serviceFlags) register(cmd *cobra.Command) {
	cmd.Flags().BoolVar(&f.practice, "practice", false, phrase.Text("cli.flag.practice"))
	cmd.Flags().StringVar(&f.org, "org", "", phrase.Text("cli.flag.org"))
}

func (k *console) registerJSON(cmd *cobra.Command) {
	cmd.Flags().BoolVar(&k.json, "json", false, phrase.Text("cli.flag.json"))
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
func (c *command) choices(cmd *cobra.Command, f *fileFlags) (choices, error) {
	limits := plan.Limits{Mobile: f.mobileBatch, Others: f.batch, OneRequest: f.oneRequest}
	if wrong, ok := limits.Check(); !ok {
		return choices{}, usage(phrase.Limit(wrong), seeHelp(cmd))
	}
	settings, err := f.settings()
	if err != nil {
		return choices{}, err
	}
	layout, err := f.layout(cmd)
	if err != nil {
		return choices{}, err
	}
	if layout.Password, err = c.password(f.passwordFile); err != nil {
		return choices{}, err
	}
	chosen := choices{layout: layout, settings: settings, limits: limits}
	if f.locations != "" {
		chosen.locations, err = readLocations(f.locations)
	}
	return chosen, err
}

var countryCode = regexp.MustCompile(`^[A-Z]{2}$`)

func (f *fileFlags) settings() (review.Settings, error) {
	s := review.Settings{
		Region: strings.ToUpper(f.region), Location: f.location, Subscription: f.subscription, Carrier: f.carrier,
		ExpandRanges: f.expand, AcceptSuggestions: f.fix, IncludeHidden: f.hidden,
	}
	if f.region != "" && (!countryCode.MatchString(s.Region) || phrase.Country(s.Region) == s.Region) {
		return s, usage(phrase.Text("cli.region", "Word", strconv.Quote(f.region)), phrase.Text("cli.region_next"))
	}
	var err error
	if s.Kind, err = oneOf("cli.choice.type", f.kind, kindChoices()); err != nil {
		return s, err
	}
	if s.Usage, err = oneOf("cli.choice.usage", f.usage, usageChoices()); err != nil {
		return s, err
	}
	if s.State, err = oneOf("cli.choice.state", f.state, stateChoices()); err != nil {
		return s, err
	}
	for _, word := range f.accept {
		code, err := oneOf("cli.choice.code", word, codeChoices())
		if err != nil {
			return s, err
		}
		s.Accept = append(s.Accept, code)
	}
	return s, nil
}

func (f *fileFlags) layout(cmd *cobra.Command) (number.Layout, error) {
	layout := number.Layout{Sheets: f.sheets, Encoding: f.encoding}
	if len(f.sheets) == 1 {
		layout.Sheet, layout.Sheets = &f.sheets[0], nil
	}
	if cmd.Flags().Changed("header") {
		layout.Header = &f.header
	}
	if f.header < 0 {
		return layout, usage(phrase.Text("cli.header"), phrase.Text("cli.header_next"))
	}
	for _, text := range f.columns {
		word, column, ok := strings.Cut(text, "=")
		if !ok || column == "" && word == fieldWord(number.FieldNumber) {
			return layout, usage(phrase.Text("cli.column", "Word", strconv.Quote(text)), phrase.Text("cli.column_next"))
		}
		field, err := oneOf("cli.choice.field", word, f.fields())
		if err != nil {
			return layout, err
		}
		if layout.Columns == nil {
			layout.Columns = map[number.Field]string{}
		}
		if _, again := layout.Columns[field]; again && field == number.FieldNumber {
			layout.Numbers = append(layout.Numbers, column)
			continue
		}
		layout.Columns[field] = column
	}
	return layout, nil
}

// password reads the first line of a file, or of standard input for "-".
func (k *console) password(file string) (string, error) {
	if file == "" {
		return "", nil
	}
	var text string
	if file == "-" {
		// Text before the end of the input counts as a line.
		text, _ = k.in.ReadString('\n')
	} else {
		whole, err := os.ReadFile(file) //nolint:gosec // the user names the file
		if err != nil {
			return "", unreadable(phrase.Text("cli.password"), err)
		}
		text = string(whole)
	}
	line, _, _ := strings.Cut(text, "\n")
	return strings.TrimSuffix(line, "\r"), nil
}

// unreadable says that a file that a flag names can't be read.
func unreadable(what string, err error) error {
	return &fault.Error{Kind: fault.FileMissing, What: fault.Quote(what), Next: fault.Say("cli.unreadable_next"), Err: err}
}
