package platform

import (
	"os"
	"path/filepath"
	"testing"

	"golang.org/x/sys/windows"
)

// TestAFolderWhereNothingMayBeMadeIsNotWritable takes the right to make files away
// from everybody. The attribute "read-only" means nothing for a folder.
func TestAFolderWhereNothingMayBeMadeIsNotWritable(t *testing.T) {
	t.Parallel()
	if windows.NewLazySystemDLL("ntdll.dll").NewProc("wine_get_version").Find() == nil {
		t.Skip("Wine does not keep to the rights of a folder")
	}
	folder := filepath.Join(t.TempDir(), "closed")
	if err := os.Mkdir(folder, 0o400); err != nil {
		t.Fatal(err)
	}
	if !Writable(folder) {
		t.Error("a folder with the attribute is not writable")
	}
	everyone, err := windows.CreateWellKnownSid(windows.WinWorldSid)
	if err != nil {
		t.Fatal(err)
	}
	denied, err := windows.ACLFromEntries([]windows.EXPLICIT_ACCESS{{
		AccessPermissions: windows.FILE_WRITE_DATA | windows.FILE_APPEND_DATA, // for a folder: making files and folders
		AccessMode:        windows.DENY_ACCESS,
		Trustee:           windows.TRUSTEE{TrusteeForm: windows.TRUSTEE_IS_SID, TrusteeValue: windows.TrusteeValueFromSID(everyone)},
	}}, nil)
	if err != nil {
		t.Fatal(err)
	}
	if err := windows.SetNamedSecurityInfo(folder, windows.SE_FILE_OBJECT, windows.DACL_SECURITY_INFORMATION, nil, nil, denied, nil); err != nil {
		t.Fatal(err)
	}
	if Writable(folder) {
		t.Error("it is writable")
	}
}
