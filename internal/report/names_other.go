//go:build !windows

package report

import (
	"errors"
	"syscall"
)

// These are about names and files with which only Windows has its ways.

func forbidden(string) string { return "" }
func isHeld(string) bool      { return false }

// isBadName reports whether a disk lets no file have that name.
func isBadName(err error) bool {
	return errors.Is(err, syscall.ENAMETOOLONG) || errors.Is(err, syscall.EINVAL)
}

// isFull reports whether there is no room left, or none for this user.
func isFull(err error) bool { return errors.Is(err, syscall.ENOSPC) || errors.Is(err, syscall.EDQUOT) }

// isReadOnly reports whether a disk may only be read.
func isReadOnly(err error) bool { return errors.Is(err, syscall.EROFS) }
