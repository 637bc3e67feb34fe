package platform

// The names under which the system keeps things of the program. They are never
// translated: what was kept under another name would be lost.
const (
	// keychainService is the program's name, as the system's own keychain program
	// shows it beside the name of each entry.
	keychainService = "Number Loader"
	// EntryTokens is the entry of the keychain for the sign-in with the integration.
	EntryTokens = "sign-in with the integration"
	// EntryIntegration is that for the company's integration.
	EntryIntegration = "integration"
	// entryAccess is that for an access token, there since the first version.
	entryAccess = "access token"
	// entryPart is how version 0.2 named the parts of a long secret.
	entryPart = "%s, part %d"

	// dataFolderName is the folder for everything else.
	dataFolderName = "Number Loader"
)
