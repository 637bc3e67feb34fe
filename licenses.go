package main

import _ "embed" // for the licenses

// license is that of the program itself.
//
//go:embed LICENSE
var license string

// licensesOfOthers are the licenses of everything that is linked into the
// program, fonts included, as gui/about shows them. `make licenses` writes them
// anew.
//
//go:embed packaging/licenses/LICENSES-OF-OTHERS.txt
var licensesOfOthers string
