package ondisk

// SyncFolder does nothing: Windows does not sync folders, and NTFS keeps a name
// with the file that was synced.
func SyncFolder(string) error { return nil }
