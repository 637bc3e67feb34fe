package cli

import (
	"fmt"
	"os"
	"regexp"
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
}

func (f *fileFlags) register(cmd *cobra.Command) {
	flags, limits := cmd.Flags(), plan.Webex()
	flags.StringArrayVar(&f.sheets, "sheet", nil, "`NAME` of the sheet; may be repeated, then all of them are read (default: found)")
	flags.IntVar(&f.header, "header", 0, "`ROW` of the headers, 0 for none (default: found)")
	flags.StringArrayVar(&f.columns, "column", nil, "`FIELD=COL`, such as number=C; may be repeated; FIELD is "+fieldWords()+
		"; COL is a letter or a header text; a second number column is read too (default: found)")
	flags.StringVar(&f.region, "region", "", "country `CC` (ISO 3166) of rows whose location's country is not known otherwise")
	flags.StringVar(&f.locations, "locations", "", "`FILE` of known locations, as \"locations --json\" prints them, instead of asking the organization")
	flags.StringVar(&f.kind, "type", "did", "type of rows that state none: did, toll-free or mobile")
	flags.StringVar(&f.usage, "usage", "none", "usage of rows that state none: none or service")
	flags.StringVar(&f.state, "state", "active", "state of rows that state none: active or inactive")
	flags.StringVar(&f.location, "location", "", "name or ID of the location of rows that state none")
	flags.StringVar(&f.subscription, "subscription", "", "subscription ID of mobile rows that state none")
	flags.StringVar(&f.carrier, "carrier", "", "carrier ID of mobile rows")
	flags.BoolVar(&f.expand, "expand-ranges", false, "expand ranges instead of reporting them")
	flags.StringSliceVar(&f.accept, "accept", nil, "send numbers in spite of these problems: `CODE,...` of "+codeWords())
	flags.BoolVar(&f.fix, "fix", false, "accept every suggestion")
	flags.BoolVar(&f.hidden, "hidden", false, "take hidden rows as well")
	flags.StringVar(&f.encoding, "encoding", "", "encoding `NAME` of a text table, such as utf-8, windows-1252 or shift_jis (default: found)")
	flags.StringVar(&f.passwordFile, "password-file", "", "file `F` with the password of an encrypted workbook, - for standard input")
	flags.BoolVar(&f.oneRequest, "one-request", false, "do not split mobile numbers: those over one request stay behind")
	flags.IntVar(&f.batch, "batch", limits.Others, "DID or toll-free numbers in a request, `N` of 1 to 1,000")
	flags.IntVar(&f.mobileBatch, "mobile-batch", limits.Mobile, "mobile numbers in a request, `N` of 1 to 20")
}

// serviceFlags are the flags of the verbs that speak to a service.
type serviceFlags struct {
	practice bool
	org      string
}

func (f *serviceFlags) register(cmd *cobra.Command) {
	cmd.Flags().BoolVar(&f.practice, "practice", false, "use the built-in practice organization; nothing goes to Webex")
	cmd.Flags().StringVar(&f.org, "org", "", "`ID` of a customer organization, for partners")
}

func (c *command) registerJSON(cmd *cobra.Command) {
	cmd.Flags().BoolVar(&c.json, "json", false, "print JSON lines instead of text")
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
	if err := limits.Check(); err != nil {
		return choices{}, usage(err.Error(), "See "+cmd.CommandPath()+" --help.")
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
		return s, usage(fmt.Sprintf("%q is not the code of a country.", f.region), "Use two letters such as US or GB.")
	}
	var err error
	if s.Kind, err = oneOf("type", f.kind, kindChoices()); err != nil {
		return s, err
	}
	if s.Usage, err = oneOf("usage", f.usage, usageChoices()); err != nil {
		return s, err
	}
	if s.State, err = oneOf("state", f.state, stateChoices()); err != nil {
		return s, err
	}
	for _, word := range f.accept {
		code, err := oneOf("code", word, codeChoices())
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
		return layout, usage("The row of the headers is a row number, or 0 for none.", "Use --header 0 or higher.")
	}
	for _, text := range f.columns {
		word, column, ok := strings.Cut(text, "=")
		if !ok || column == "" {
			return layout, usage(fmt.Sprintf("%q does not name a field and a column.", text), "Write it as --column number=C.")
		}
		field, err := oneOf("field", word, fieldChoices())
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
func (c *command) password(file string) (string, error) {
	if file == "" {
		return "", nil
	}
	var text string
	if file == "-" {
		// What there is before the end of the input is a line as well.
		text, _ = c.in.ReadString('\n')
	} else {
		whole, err := os.ReadFile(file) //nolint:gosec // the user names the file
		if err != nil {
			return "", unreadable("The password file can't be read.", err)
		}
		text = string(whole)
	}
	line, _, _ := strings.Cut(text, "\n")
	return strings.TrimSuffix(line, "\r"), nil
}

// unreadable says that a file that a flag names can't be read.
func unreadable(what string, err error) error {
	return &fault.Error{Kind: fault.FileMissing, What: what, Next: "Check its name and its folder.", Err: err}
}
