package report

// evenFace is a typeface that every Excel has, in which all characters are equally
// wide, so that lines of examples stand in columns.
const evenFace = "Courier New"
