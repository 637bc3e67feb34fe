package fault

import (
	"context"
	"errors"
)

// Explain is the only place where an error becomes words for a user.
func Explain(err error) Message {
	if errors.Is(err, context.Canceled) {
		return usual(Stopped)
	}
	f, ok := errors.AsType[*Error](err)
	if !ok {
		m := usual(Internal)
		m.Details = err.Error()
		return m
	}
	m := usual(f.Kind)
	if f.What != "" {
		m.What = f.What
	}
	if f.Next != "" {
		m.Next = f.Next
	}
	m.Details = f.Details
	if m.Details == "" && f.Err != nil {
		m.Details = f.Err.Error()
	}
	return m
}

// usual are the words of a kind that says nothing more.
func usual(k Kind) Message { return usualWords[k] }

// usualWords are the words of each kind.
//
//nolint:gochecknoglobals // a constant table, never written
var usualWords = [...]Message{
	Internal: {
		Title: "Something went wrong",
		What:  "Number Loader ran into an error of its own. Nothing more was sent.",
		Next:  "Try again. If it happens again, send the details to support.",
	},
	Stopped: {
		Title: "Stopped",
		What:  "You stopped it. Nothing more was sent.",
		Next:  "Start again when you are ready.",
	},
	Usage: {
		Title: "That cannot be done like this",
		What:  "The command was not understood.",
		Next:  "See numberloader --help.",
	},
	FileMissing: {
		Title: "The file can't be opened",
		What:  "There is no such file, or it may not be read.",
		Next:  "Check the name and the folder, and open it again.",
	},
	FileLocked: {
		Title: "The file is in use",
		What:  "Another program holds this file, so it can't be read now.",
		Next:  "Close it in Excel and open it here again.",
	},
	FilePassword: {
		Title: "The file needs a password",
		What:  "This file is protected with a password.",
		Next:  "Enter it, or open the file in Excel, remove the password (File, Info, Protect Workbook), save it, and open it here again.",
	},
	FileUnsupported: {
		Title: "This kind of file can't be read",
		What:  "This is not a table the app can read.",
		Next:  "Open it in its own program and save the table as .xlsx.",
	},
	FileDamaged: {
		Title: "The file is damaged",
		What:  "This file is damaged or incomplete.",
		Next:  "Download or copy it again, or open it in Excel, which may repair it.",
	},
	FileEmpty: {
		Title: "The file is empty",
		What:  "This file is empty.",
		Next:  "Open a file that lists phone numbers.",
	},
	FileTooLarge: {
		Title: "The file is too large",
		What:  "This file is too large.",
		Next:  "Split it and load the parts one after the other.",
	},
	SignedOut: {
		Title: "Not signed in",
		What:  "Number Loader is not signed in to Webex, so nothing was sent.",
		Next:  "Sign in, or use the practice organization.",
	},
	TokenRefused: {
		Title: "The sign-in is not accepted",
		What:  "Webex does not accept this access token. It is wrong, or it has ended: a token is good for 12 hours.",
		Next:  "Get a new token and try again.",
	},
	NotAllowed: {
		Title: "Not allowed",
		What:  "This sign-in works, but it may not do this. Adding numbers needs a full administrator.",
		Next:  "Sign in as a full administrator.",
	},
	Unreachable: {
		Title: "Webex can't be reached",
		What:  "There was no connection to Webex.",
		Next:  "Check the network connection and try again.",
	},
	Failing: {
		Title: "Webex kept failing",
		What:  "Webex answered with an error of its own several times.",
		Next:  "Try again later.",
	},
	Refused: {
		Title: "Webex refused the request",
		What:  "Webex did not accept the request.",
		Next:  "Send the details to Webex support.",
	},
	Location: {
		Title: "A location can't be used",
		What:  "A location is missing, or more than one has this name.",
		Next:  "Check the location in the file.",
	},
	SaveFailed: {
		Title: "The file could not be saved",
		What:  "The results could not be written. They are kept in the history of this computer.",
		Next:  "Save them in another folder.",
	},
	Exists: {
		Title: "The file exists",
		What:  "A file with this name is there already. It was not changed.",
		Next:  "Choose another name.",
	},
	Busy: {
		Title: "Another window is adding numbers",
		What:  "Another Number Loader is adding numbers on this computer, so nothing was sent from here.",
		Next:  "Wait until it has finished.",
	},
	NoOpenGL: {
		Title: "The window can't be drawn",
		What:  "Number Loader can't draw its window on this computer: it has no screen, or its graphics driver has no OpenGL 2.1. No file was opened and no number was added.",
		Next: "Install Number Loader again: its setup for Windows brings a renderer of its own. Or install the driver of this computer's graphics card. " +
			"The command line needs no window: numberloader check list.xlsx.",
	},
	PlanChanged: {
		Title: "The list has changed",
		What:  "Other numbers would be sent than those that were shown to you, so nothing was sent.",
		Next:  "Go back to Review, look at the rows, and continue from there.",
	},
}
