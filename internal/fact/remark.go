package fact

// Remark is a sentence about something else that the document says, with its
// text: that a list is partial, for instance.
type Remark struct {
	Place Place
	Text  string
}
