package main

import _ "embed" // for the licenses

// licensesOfOthers are the licenses of everything that is linked into the
// program, fonts included, for whoever asks what it is made of. `make licenses`
// writes them anew.
//
//go:embed packaging/licenses/LICENSES-OF-OTHERS.txt
var licensesOfOthers string
