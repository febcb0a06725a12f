package report

import (
	"encoding/json"
	"fmt"
	"io"
)

// WriteJSON writes the report in its contracted form, indented.
func (r *Report) WriteJSON(w io.Writer) error {
	e := json.NewEncoder(w)
	e.SetEscapeHTML(false)
	e.SetIndent("", "  ")
	if err := e.Encode(r); err != nil {
		return fmt.Errorf("writing json: %w", err)
	}
	return nil
}
