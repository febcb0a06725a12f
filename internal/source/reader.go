package source

// Reader reads one format. Implementations live in the formats package.
type Reader interface {
	// Name is the format's name as reports and configuration spell it.
	Name() string
	// Read makes a Document of a file's bytes. It never fails on content:
	// what it cannot understand it reads as plain text, and says so in the
	// document's Notes. It must not keep data.
	Read(file string, data []byte) *Document
}
