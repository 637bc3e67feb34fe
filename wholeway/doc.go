// Package wholeway has the tests and benchmarks that take files through several
// parts of the program together, and those of the sources as a whole: layers,
// licenses, version.
package wholeway
