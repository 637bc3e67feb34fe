package parts

import (
	"encoding/xml"
	"errors"
	"fmt"
	"io"
	"strings"
	"testing"
	"testing/iotest"
)

// eventsOf is what the scanner finds, one word for each Event. Elements of the given
// names are read in one go where they are plain.
func eventsOf(r io.Reader, plain ...string) (string, error) {
	s := newScanner(r)
	var b strings.Builder
	text := ""
	flush := func() {
		if text != "" {
			fmt.Fprintf(&b, "%q ", text)
			text = ""
		}
	}
	for {
		if outer, name, inside, ok := plainNext(s, plain); ok {
			flush()
			b.WriteString(start(outer, nil) + start(name, nil))
			text = inside
			flush()
			b.WriteString(end(name) + end(outer))
			continue
		}
		e, err := s.Next()
		if err != nil {
			return b.String(), err
		}
		switch e {
		case EventStart:
			flush()
			b.WriteString(start(s.Name, s.Attrs))
		case EventEnd:
			flush()
			b.WriteString(end(s.Name))
		case EventText:
			text += string(s.Text)
		case EventDone:
			return b.String(), nil
		}
	}
}

// start is the word for the start of an element, "" without a name.
func start(name string, attrs []Attribute) string {
	if name == "" {
		return ""
	}
	word := "<" + name
	for _, a := range attrs {
		word += fmt.Sprintf(" %s=%q", local(string(a.Name)), a.Value)
	}
	return word + "> "
}

// end is the word for the end of an element, "" without a name.
func end(name string) string {
	if name == "" {
		return ""
	}
	return "</" + name + "> "
}

// plainNext is the element that comes next, if it is plain and has one of the names, or
// if it is a plain one within a plain one; outer is "" for an element by itself.
func plainNext(s *Scanner, names []string) (outer, name, text string, ok bool) {
	for _, name := range names {
		for _, outer := range names {
			p := s.Plain()
			p.Must("<" + outer + "><" + name + ">")
			inside := p.Text()
			p.Must("</" + name + "></" + outer + ">")
			if s.Pass(&p) {
				return outer, name, string(inside), true
			}
		}
		if text, ok := s.PlainElement(name); ok {
			return "", name, string(text), true
		}
	}
	return "", "", "", false
}

// standardEventsOf is the same by encoding/xml.
func standardEventsOf(text string) (string, error) {
	d := xml.NewDecoder(strings.NewReader(text))
	var b strings.Builder
	pending, depth := "", 0
	flush := func() {
		if pending != "" && depth > 0 {
			fmt.Fprintf(&b, "%q ", pending)
		}
		pending = ""
	}
	for {
		token, err := d.Token()
		if errors.Is(err, io.EOF) {
			return b.String(), nil
		}
		if err != nil {
			return b.String(), err
		}
		switch token := token.(type) {
		case xml.StartElement:
			flush()
			depth++
			b.WriteString("<" + token.Name.Local)
			for _, a := range token.Attr {
				fmt.Fprintf(&b, " %s=%q", a.Name.Local, a.Value)
			}
			b.WriteString("> ")
		case xml.EndElement:
			flush()
			depth--
			b.WriteString("</" + token.Name.Local + "> ")
		case xml.CharData:
			pending += string(token)
		}
	}
}

func TestScannerReadsXML(t *testing.T) {
	t.Parallel()
	cases := map[string]struct{ text, want string }{
		"elements":        {`<a><b x="1" y='2'/>t</a>`, `<a> <b x="1" y="2"> </b> "t" </a> `},
		"prefixes":        {`<x:a r:id="1"></x:a>`, `<a id="1"> </a> `},
		"entities":        {`<a b="&lt;&#65;">&amp;&#x42;&quot;&apos;&gt;</a>`, `<a b="<A"> "&B\"'>" </a> `},
		"literal text":    {`<a>x<![CDATA[<&]]>y</a>`, `<a> "x<&y" </a> `},
		"comments":        {`<?xml version="1.0"?><!-- <b> --><a><!-- - --></a> `, `<a> </a> `},
		"line breaks":     {"<a>1\r\n2\r3</a>", `<a> "1\n2\n3" </a> `},
		"greater in tag":  {`<a b="x>y">z</a>`, `<a b="x>y"> "z" </a> `},
		"blanks in tags":  {"<a\n b = \"1\" ></a >", `<a b="1"> </a> `},
		"other alphabets": {`<a>番号</a>`, `<a> "番号" </a> `},
	}
	for name, c := range cases {
		t.Run(name, func(t *testing.T) {
			t.Parallel()
			got, err := eventsOf(iotest.OneByteReader(strings.NewReader(c.text)))
			if err != nil || got != c.want {
				t.Errorf("got %s (%v), want %s", got, err, c.want)
			}
		})
	}
}

// checkPlainElements compares reading elements in one go with reading them by their
// events, however much of the text is in the buffer.
func checkPlainElements(t *testing.T, text string) {
	t.Helper()
	want, wantErr := eventsOf(strings.NewReader(text))
	for _, r := range []io.Reader{strings.NewReader(text), iotest.OneByteReader(strings.NewReader(text)), iotest.HalfReader(strings.NewReader(text))} {
		got, err := eventsOf(r, "v", "t", "a", "c")
		if fmt.Sprint(err) != fmt.Sprint(wantErr) || err == nil && got != want {
			t.Errorf("%q: got %s (%v), want %s (%v)", text, got, err, want, wantErr)
		}
	}
}

func TestPlainElementsAreReadAsAny(t *testing.T) {
	t.Parallel()
	inside := []string{"", "1", "a b", "&lt;", "<", "x]]>y", "é", "\r\n", "<!--c-->", "<![CDATA[1]]>", "<t>1</t>", "\x01", ">", `"`}
	for _, element := range []string{"<v>%s</v>", "<v>%s</v >", "<v >%s</v>", "<v>%s</t>", "<v>%s", "<v>%s</v", "<x:v>%s</x:v>", "<v s='1'>%s</v>", "<v/>%s", "<vv>%s</vv>", "<v>%s</vv>"} {
		for _, text := range inside {
			for _, around := range []string{"<r>%s</r>", "<r>x%s y</r>", "<r><a/>%s</r>", "<r>%[1]s%[1]s</r>", "%s", "<r/>%s", "<v>%s</v>"} {
				checkPlainElements(t, fmt.Sprintf(around, fmt.Sprintf(element, text)))
			}
		}
	}
	deep := strings.Repeat("<a>", maxDepth-1)
	checkPlainElements(t, deep+"<v>1</v>"+strings.ReplaceAll(deep, "<", "</"))
	checkPlainElements(t, deep+"<a><v>1</v></a>"+strings.ReplaceAll(deep, "<", "</"))
	s := opened(t, "<r><v>1</v></r>")
	if text, ok := s.PlainElement("v"); !ok || string(text) != "1" {
		t.Errorf("the usual element was read as %q, %v", text, ok)
	}
}

// opened is a scanner whose root element is open.
func opened(t *testing.T, text string) *Scanner {
	t.Helper()
	s := newScanner(strings.NewReader(text))
	if _, err := s.Next(); err != nil {
		t.Fatal(err)
	}
	return s
}

func TestPlainPairsAreReadAsAny(t *testing.T) {
	t.Parallel()
	tags := []string{`<c>`, `<c >`, `<c r="A1">`, `<c/>`, `<cc>`, `<x:c>`, "<c\n>", `<c>>`}
	for _, tag := range tags {
		for _, inside := range []string{"<v>1</v>", "<v></v>", "", "1", " <v>1</v>", "<v>1</v> ", "<v>1</v><v>2</v>", "<f>1</f><v>2</v>", "<v>&lt;</v>", "<v/>", "<a><v>1</v></a>", "<v>1</c>"} {
			for _, closing := range []string{"</c>", "</c >", "</v>", "</x:c>", "</cc>", ""} {
				checkPlainElements(t, "<r>"+tag+inside+closing+`<c><v>3</v></c></r>`)
				checkPlainElements(t, tag+inside+closing)
			}
		}
	}
	for _, depth := range []int{maxDepth - 3, maxDepth - 2, maxDepth - 1, maxDepth} {
		deep := strings.Repeat("<b>", depth)
		checkPlainElements(t, deep+`<c><v>1</v></c>`+strings.ReplaceAll(deep, "<", "</"))
	}
}

// TestWhatIsPlainIsExpectedPieceByPiece reads beginnings of the usual text, and others.
func TestWhatIsPlainIsExpectedPieceByPiece(t *testing.T) {
	t.Parallel()
	const usual = `<c r="AB12" t="s"><v>1 &</v>`
	expect := func(s *Scanner) (string, bool) {
		p := s.Plain()
		p.Must(`<c r="`)
		letters, n := p.Letters(), p.Natural()
		bold := p.Has(`" b="`)
		typed := p.Has(`" t="`)
		kind := p.Letters()
		p.Must(`"><v>`)
		text := p.Text()
		p.Must("&")
		return fmt.Sprintf("%s %d %v %v %s %s", letters, n, bold, typed, kind, text), s.Pass(&p)
	}
	if got, ok := expect(opened(t, "<r>"+usual)); !ok || got != "AB 12 false true s 1 " {
		t.Errorf("got %q, %v", got, ok)
	}
	others := []string{`<c r="AB1234567890" t="s"><v>1 &`, `<c r="AB" t="s"><v>1 &`, `<c r="AB12"<v>1 &`, `<c r="AB12" t="s"><v>é&`}
	for n := range len(`<c r="AB12" t="s"><v>1 `) {
		others = append(others, usual[:n])
	}
	for _, text := range others {
		s := opened(t, "<r>"+text)
		before := s.pos
		if got, ok := expect(s); ok || s.pos != before {
			t.Errorf("%s: got %q, %v at %d", text, got, ok, s.pos)
		}
	}
}

func TestScannerRefusesBrokenXML(t *testing.T) {
	t.Parallel()
	cases := map[string]string{
		"nothing":           ``,
		"no end":            `<a><b></b>`,
		"cut in a tag":      `<a><b x="1`,
		"cut in a name":     `<a><`,
		"wrong end":         `<a></b>`,
		"end without start": `</a>`,
		"two roots":         `<a/><b/>`,
		"text outside":      `<a/>x`,
		"literal outside":   `<![CDATA[x]]><a/>`,
		"document type":     `<!DOCTYPE a [<!ENTITY b "c">]><a>&b;</a>`,
		"unknown entity":    `<a>&b;</a>`,
		"endless entity":    `<a>&lt</a>`,
		"surrogate":         `<a>&#xD800;</a>`,
		"zero":              `<a>&#0;</a>`,
		"control character": "<a>\x01</a>",
		"broken UTF-8":      "<a>\xff</a>",
		"bare attribute":    `<a b></a>`,
		"unquoted":          `<a b=1></a>`,
		"joined attributes": `<a b="1"c="2"></a>`,
		"tag in attribute":  `<a b="<"></a>`,
		"name of a digit":   `<1></1>`,
		"open comment":      `<a><!-- </a>`,
		"too deep":          strings.Repeat("<a>", maxDepth+1),
		"too long":          "<a>" + strings.Repeat("x", MaxText+1) + "</a>",
	}
	for name, text := range cases {
		t.Run(name, func(t *testing.T) {
			t.Parallel()
			if got, err := eventsOf(strings.NewReader(text)); err == nil {
				t.Errorf("read as %.200s", got)
			}
		})
	}
}

func TestScannerHandsOnTheErrorOfItsReader(t *testing.T) {
	t.Parallel()
	broken := errors.New("broken disk")
	if _, err := eventsOf(io.MultiReader(strings.NewReader("<a>"), iotest.ErrReader(broken))); !errors.Is(err, broken) {
		t.Errorf("got %v", err)
	}
}

func TestXMLIsDecoded(t *testing.T) {
	t.Parallel()
	utf16 := func(order int, mark string) string {
		text := mark
		for _, c := range []byte("<a>\xe9</a>") { // é is U+00E9
			pair := []byte{c, 0}
			if order == 1 {
				pair[0], pair[1] = pair[1], pair[0]
			}
			text += string(pair)
		}
		return text
	}
	cases := map[string]string{
		"UTF-8 with mark":     "\xef\xbb\xbf<a>é</a>",
		"UTF-16LE with mark":  utf16(0, "\xff\xfe"),
		"UTF-16BE with mark":  utf16(1, "\xfe\xff"),
		"UTF-16LE":            utf16(0, ""),
		"UTF-16BE":            utf16(1, ""),
		"declared":            "<?xml version='1.0' encoding='ISO-8859-1'?><a>\xe9</a>",
		"declared as UTF-8":   `<?xml version="1.0" encoding="UTF-8"?><a>é</a>`,
		"declared as utf8":    `<?xml version="1.0" encoding="utf8"?><a>é</a>`,
		"declared as nothing": `<?xml version="1.0"?><a>é</a>`,
	}
	for name, text := range cases {
		t.Run(name, func(t *testing.T) {
			t.Parallel()
			r, err := decodeXML(strings.NewReader(text))
			if err != nil {
				t.Fatal(err)
			}
			if got, err := eventsOf(r); err != nil || got != `<a> "é" </a> ` {
				t.Errorf("got %s (%v)", got, err)
			}
		})
	}
	if _, err := decodeXML(strings.NewReader(`<?xml version="1.0" encoding="klingon"?><a/>`)); err == nil {
		t.Error("took an encoding that does not exist")
	}
}
