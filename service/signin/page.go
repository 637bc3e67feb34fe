package signin

import (
	"io"
	"net/http"

	"numberloader/internal/phrase"
)

// write shows a page with a text in the browser.
func write(w http.ResponseWriter, status int, text string) {
	header := w.Header()
	header.Set("Content-Type", "text/html; charset=utf-8")
	header.Set("Content-Security-Policy", "default-src 'none'; style-src 'unsafe-inline'")
	header.Set("Referrer-Policy", "no-referrer")
	header.Set("Cache-Control", "no-store")
	w.WriteHeader(status)
	name := phrase.Text("about.name")
	_, _ = io.WriteString(w, `<!DOCTYPE html><html lang="en"><meta charset="utf-8"><title>`+name+`</title>`+
		`<style>body{font:18px system-ui,sans-serif;margin:15vh auto;max-width:32em;padding:0 1em}</style>`+
		`<h1>`+name+`</h1><p>`+text+`</p></html>`)
}
