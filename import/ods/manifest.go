package ods

import (
	"numberloader/import/parts"
	"numberloader/import/refuse"
)

const manifest = "META-INF/manifest.xml"

// checkEncryption refuses a document that was saved with a password: its list of
// parts says so of the content (OpenDocument 1.3, part 2, 4.8.1), or of the
// package around it. Macros may have a password of their own, which is nothing
// to us.
func checkEncryption(a *parts.Archive) error {
	if !a.Has(manifest) {
		return nil
	}
	return a.Scan(manifest, func(s *parts.Scanner) error {
		return s.Children("manifest", func() error {
			name := s.Attr("full-path")
			return s.Inside(func() error {
				if s.Name == "encryption-data" && (name == content || name == "encrypted-package") {
					return refuse.EncryptedDocument()
				}
				return s.Skip()
			})
		})
	})
}
