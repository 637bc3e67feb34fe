package number

// There is what the number of a row is in Webex. Its zero value is not there.
type There struct {
	Here   bool // in the location of the row
	Active bool // Webex does not say that it is inactive
	Mobile bool // a mobile number, whatever the row says
	Owner  Owner
}
