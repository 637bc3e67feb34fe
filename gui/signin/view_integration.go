package signin

import (
	"strings"

	"fyne.io/fyne/v2"

	"numberloader/gui/draw"
	"numberloader/gui/layout"
	"numberloader/gui/theme"
	"numberloader/gui/widgets"
	"numberloader/internal/phrase"
)

// integrationParts are the fields of the integration, what it is registered with,
// and what came of the sign-in. One that is kept needs no fields.
func (s *Screen) integrationParts() []fyne.CanvasObject {
	parts := []fyne.CanvasObject{layout.Space(0, 14)}
	if kept := s.model.KeptClient(); kept != "" {
		parts = append(parts, layout.Frame(nil, nil, nil, widgets.NewLink(phrase.Text("signin.integration.forget"), s.cfg.OnForget),
			draw.NewText(phrase.Text("signin.integration.kept", "Client", kept), draw.Body.Shortened())))
	} else {
		parts = append(parts, layout.Columns(theme.Gap, layout.Sized(0, theme.Control, s.id), layout.Sized(0, theme.Control, s.secret)),
			layout.Space(0, 14))
		parts = append(parts, s.registration()...)
	}
	if code, address, ok := s.model.Code(); ok {
		return append(parts, layout.Space(0, 12), s.code(code, address))
	}
	s.showCodeLine()
	return append(append(parts, s.came()...), s.instead)
}

// showCodeLine offers to sign in with a code, if the integration is complete.
func (s *Screen) showCodeLine() {
	offers := len(s.instead.Objects) > 0
	if offers == s.model.CanSignIn() {
		return
	}
	s.instead.Objects = nil
	if !offers {
		code := widgets.NewLink(phrase.Text("signin.integration.usecode"), func() { s.cfg.OnDevice(s.model.Client()) })
		s.instead.Objects = []fyne.CanvasObject{layout.Space(0, 12), layout.HStack(6,
			draw.NewText(phrase.Text("signin.integration.nobrowser"), draw.Secondary), code)}
	}
	s.content.Refresh()
}

// registration is what somebody who registers the integration enters there.
func (s *Screen) registration() []fyne.CanvasObject {
	scopes := strings.Join(s.cfg.Scopes, " ")
	register := widgets.NewLink(phrase.Text("signin.integration.register"), func() { s.cfg.OnOpen(RegisterPage) })
	return []fyne.CanvasObject{
		layout.HStack(6, draw.NewText(phrase.Text("signin.integration.unregistered"), draw.Secondary), register,
			draw.NewText(phrase.Text("signin.integration.with"), draw.Secondary)),
		layout.Space(0, 8), s.given(phrase.Text("signin.integration.redirect"), s.cfg.RedirectAddress),
		layout.Space(0, 6), s.given(phrase.Text("signin.integration.scopes"), scopes),
	}
}

// givenName is the width of a name before what is to be copied.
const givenName float32 = 124

// given is a text to be copied, behind its name.
func (s *Screen) given(name, text string) fyne.CanvasObject {
	mono := draw.Style{Size: theme.SizeCaption, Color: theme.ColorSecondary, Mono: true}
	top := func(o fyne.CanvasObject) fyne.CanvasObject { return layout.VStack(0, o) }
	return layout.Frame(nil, nil,
		layout.Sized(givenName, 0, top(draw.NewText(name, draw.Secondary))),
		layout.Inset(0, 0, 0, theme.Gap, top(widgets.NewLink(phrase.Text("words.copy"), func() { s.cfg.Copy(text) }))),
		draw.NewParagraph(text, mono))
}

// code is the code that somebody enters, on this or on another device.
func (s *Screen) code(code, address string) fyne.CanvasObject {
	first := layout.Frame(nil, nil, nil, widgets.NewLink(phrase.Text("signin.code.copyaddress"), func() { s.cfg.Copy(address) }),
		layout.Followed(draw.NewSpans(draw.Spans(draw.Body, phrase.Pieces("signin.code.enter", "Address", address))...),
			widgets.NewLink(phrase.Text("signin.code.open"), func() { s.cfg.OnOpen(address) })))
	second := layout.HStack(theme.GroupGap,
		draw.NewText(spaced(code), draw.Title), widgets.NewLink(phrase.Text("signin.code.copy"), func() { s.cfg.Copy(code) }))
	third := layout.HStack(theme.Gap, draw.NewText(s.model.Waiting(), draw.Secondary), widgets.NewLink(phrase.Text("words.cancel"), s.cfg.OnStop))
	return widgets.Band(widgets.MoodInfo, theme.IconWait, layout.VStack(8, first, second, third))
}

// spaced is a code of digits in groups of three, as it is read.
func spaced(code string) string {
	if len(code) != 6 {
		return code
	}
	return code[:3] + " " + code[3:]
}
