package run

// syncFolder does nothing: Windows does not sync folders, and NTFS keeps a name
// with the file that was synced.
func syncFolder(string) error { return nil }
