// Package docs holds the user guide and its pictures, which the window shows as its
// help. It imports no other package of ours.
package docs

import "embed"

// Guide is the user guide as Markdown. Its pictures lie below Pictures under the paths
// that it names.
//
//go:embed user-guide.md
var Guide string

// Pictures are the pictures of the guide, which scripts/pictures.sh takes with end-to-end
// tests. Those of the dark program have the same names below pictures/dark.
//
//go:embed pictures/*.png pictures/dark/*.png
var Pictures embed.FS
