package formats

import (
	"github.com/concordlint/concord/internal/source"
)

// CSV reads comma-separated values.
type CSV struct{}

// Name is "csv".
func (CSV) Name() string { return "csv" }

// Read implements source.Reader.
func (CSV) Read(file string, data []byte) *source.Document {
	d := Text{}.Read(file, data)
	d.Format = "csv"
	return d
}
