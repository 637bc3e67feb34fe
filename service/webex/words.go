package webex

// What calls are named in logs and in errors that are wrapped.
const (
	opLocations        = "list locations"
	opCallingLocations = "list calling locations"
	opNumbers          = "list numbers"
	opAdd              = "add numbers"
	opRemove           = "remove numbers"
	opActivate         = "activate numbers"
	opValidate         = "validate numbers"
	opOrganization     = "read the organization"
	opOrganizations    = "list organizations"
	opMe               = "read who is signed in"
	opExpiry           = "read when the sign-in ends"
	opPSTN             = "read the PSTN connection"
	opSignIn           = "sign in"
)

// redacted stands in logs in place of a token.
const redacted = "(access token)"

// The states of a number that was validated. Others may come.
const (
	Available       = "Available"
	Duplicate       = "Duplicate"         // it is in use
	DuplicateInList = "Duplicate In List" // it repeats an earlier one of the request
	Invalid         = "Invalid"
	Unavailable     = "Unavailable" // it is held elsewhere on the platform
)
