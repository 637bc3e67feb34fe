package help

import (
	"strings"

	"github.com/yuin/goldmark"
	"github.com/yuin/goldmark/ast"
	"github.com/yuin/goldmark/extension"
	tables "github.com/yuin/goldmark/extension/ast"
	"github.com/yuin/goldmark/text"
)

// deepest is the level of the headings that begin a page of their own: # is the title
// of the guide, ## a page, ### a page that belongs to the one above.
const deepest = 3

// parse reads a guide.
func parse(guide string) []Page {
	source := []byte(guide)
	r := reader{source}
	root := goldmark.New(goldmark.WithExtensions(extension.Table)).Parser().Parse(text.NewReader(source))
	var pages []Page
	above := ""
	for node := root.FirstChild(); node != nil; node = node.NextSibling() {
		if heading, ok := node.(*ast.Heading); ok && heading.Level <= deepest {
			page := Page{Title: plain(r.spans(node, Span{}))}
			if heading.Level == deepest {
				page.Above = above
			} else {
				above = page.Title
			}
			page.Topic = topic(page.Title)
			pages = append(pages, page)
			continue
		}
		if len(pages) > 0 {
			last := &pages[len(pages)-1]
			last.Parts = append(last.Parts, r.parts(node)...)
		}
	}
	return pages
}

// topic is what a page is asked for by: "2. Review" is "2-review".
func topic(title string) string {
	words := strings.FieldsFunc(strings.ToLower(title), func(c rune) bool {
		return (c < 'a' || c > 'z') && (c < '0' || c > '9')
	})
	return strings.Join(words, "-")
}

// reader reads the nodes of a guide.
type reader struct{ source []byte }

// parts are what a block is on its page.
func (r reader) parts(node ast.Node) []Part {
	switch n := node.(type) {
	case *ast.Paragraph, *ast.TextBlock:
		if picture, ok := n.FirstChild().(*ast.Image); ok {
			return []Part{{Kind: Picture, Path: string(picture.Destination), Text: r.spans(picture, Span{})}}
		}
		return []Part{{Text: r.spans(n, Span{})}}
	case *ast.Heading:
		return []Part{{Text: r.spans(n, Span{Bold: true})}}
	case *ast.List:
		var items []Part
		for item := n.FirstChild(); item != nil; item = item.NextSibling() {
			items = append(items, Part{Kind: Item, Text: r.spans(item, Span{})})
		}
		return items
	case *ast.FencedCodeBlock:
		return []Part{{Kind: Code, Code: strings.TrimRight(string(n.Lines().Value(r.source)), "\n")}}
	case *tables.Table:
		return []Part{{Kind: Table, Rows: r.rows(n)}}
	}
	return nil
}

func (r reader) rows(table ast.Node) [][]Cell {
	var rows [][]Cell
	for line := table.FirstChild(); line != nil; line = line.NextSibling() {
		var row []Cell
		for cell := line.FirstChild(); cell != nil; cell = cell.NextSibling() {
			row = append(row, r.spans(cell, Span{}))
		}
		rows = append(rows, row)
	}
	return rows
}

// spans are the texts within a node, in a style.
func (r reader) spans(node ast.Node, style Span) []Span {
	var all []Span
	add := func(text string) {
		span := style
		span.Text = text
		all = append(all, span)
	}
	for child := node.FirstChild(); child != nil; child = child.NextSibling() {
		inner := style
		switch n := child.(type) {
		case *ast.Text:
			add(string(n.Value(r.source)))
			if n.SoftLineBreak() || n.HardLineBreak() {
				add(" ")
			}
			continue
		case *ast.Emphasis:
			inner.Bold = inner.Bold || n.Level > 1
		case *ast.CodeSpan:
			inner.Code = true
		case *ast.AutoLink:
			add(string(n.URL(r.source)))
		}
		all = append(all, r.spans(child, inner)...)
	}
	return all
}
