// Package options has the flags that several verbs share, and the words that they take:
// how a file is read and judged, and which organization is meant.
package options

import (
	"regexp"
	"strconv"
	"strings"

	"github.com/spf13/cobra"

	"numberloader/cli/console"
	"numberloader/internal/number"
	"numberloader/internal/phrase"
	"numberloader/internal/plan"
	"numberloader/internal/review"
)

// File are the flags of the verbs that read a file.
type File struct {
	sheets       []string
	header       int
	columns      []string
	region       string
	Locations    string // path of a list of locations, "" for none
	kind         string
	usage        string
	state        string
	Location     string // of rows that name none
	subscription string
	carrier      string
	expand       bool
	accept       []string
	fix          bool
	hidden       bool
	encoding     string
	PasswordFile string // path of the file with the password, "" for none
	oneRequest   bool
	batch        int
	mobileBatch  int
	// Dated says that --column may name the days on which numbers are activated. It is set
	// before the flags are registered.
	Dated bool
}

// Register has all flags of a file.
func (f *File) Register(cmd *cobra.Command) {
	f.RegisterReading(cmd)
	cmd.Flags().StringVar(&f.Location, "location", "", phrase.Text("cli.flag.location"))
}

// RegisterReading has them without the default location.
func (f *File) RegisterReading(cmd *cobra.Command) {
	flags, limits := cmd.Flags(), plan.Webex()
	flags.StringArrayVar(&f.sheets, "sheet", nil, phrase.Text("cli.flag.sheet"))
	flags.IntVar(&f.header, "header", 0, phrase.Text("cli.flag.header"))
	flags.StringArrayVar(&f.columns, "column", nil, phrase.Text("cli.flag.column", "Fields", phrase.Or(words(f.fields()))))
	flags.StringVar(&f.region, "region", "", phrase.Text("cli.flag.region"))
	flags.StringVar(&f.Locations, "locations", "", phrase.Text("cli.flag.locations"))
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
	flags.StringVar(&f.PasswordFile, "password-file", "", phrase.Text("cli.flag.passwordfile"))
	flags.BoolVar(&f.oneRequest, "one-request", false, phrase.Text("cli.flag.onerequest"))
	flags.IntVar(&f.batch, "batch", limits.Others, phrase.Text("cli.flag.batch", "Most", plan.MaxOthers))
	flags.IntVar(&f.mobileBatch, "mobile-batch", limits.Mobile, phrase.Text("cli.flag.mobilebatch", "Most", plan.MaxMobile))
}

// fields are those that --column may name.
func (f *File) fields() []choice[number.Field] {
	if f.Dated {
		return append(fieldChoices(), choice[number.Field]{"activate_on", number.FieldActivateOn})
	}
	return fieldChoices()
}

// Service are the flags of the verbs that speak to a service.
type Service struct {
	Practice bool   // the practice organization
	Org      string // ID of a customer's organization, "" for none
}

// Register has the flags.
func (f *Service) Register(cmd *cobra.Command) {
	cmd.Flags().BoolVar(&f.Practice, "practice", false, phrase.Text("cli.flag.practice"))
	cmd.Flags().StringVar(&f.Org, "org", "", phrase.Text("cli.flag.org"))
}

// Limits are those of a request. They may be out of bounds.
func (f *File) Limits() plan.Limits {
	return plan.Limits{Mobile: f.mobileBatch, Others: f.batch, OneRequest: f.oneRequest}
}

var countryCode = regexp.MustCompile(`^[A-Z]{2}$`)

// Settings are how the rows are judged. The error is fault.Usage.
func (f *File) Settings() (review.Settings, error) {
	s := review.Settings{
		Region: strings.ToUpper(f.region), Location: f.Location, Subscription: f.subscription, Carrier: f.carrier,
		ExpandRanges: f.expand, AcceptSuggestions: f.fix, IncludeHidden: f.hidden,
	}
	if f.region != "" && (!countryCode.MatchString(s.Region) || phrase.Country(s.Region) == s.Region) {
		return s, console.Usage(phrase.Text("cli.region", "Word", strconv.Quote(f.region)), phrase.Text("cli.region_next"))
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

// Layout is how the file is read. The error is fault.Usage.
func (f *File) Layout(cmd *cobra.Command) (number.Layout, error) {
	layout := number.Layout{Sheets: f.sheets, Encoding: f.encoding}
	if len(f.sheets) == 1 {
		layout.Sheet, layout.Sheets = &f.sheets[0], nil
	}
	if cmd.Flags().Changed("header") {
		layout.Header = &f.header
	}
	if f.header < 0 {
		return layout, console.Usage(phrase.Text("cli.header"), phrase.Text("cli.header_next"))
	}
	for _, text := range f.columns {
		word, column, ok := strings.Cut(text, "=")
		if !ok || column == "" && word == FieldWord(number.FieldNumber) {
			return layout, console.Usage(phrase.Text("cli.column", "Word", strconv.Quote(text)), phrase.Text("cli.column_next"))
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
