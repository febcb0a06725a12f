package report

import (
	"bufio"
	"encoding/json"
	"fmt"
	"io"
)

// WriteJSONLines writes one JSON object a line, each with its type: "report"
// first, with the schema, then "document", "finding", "suppressed", "claim"
// (where the ledger is asked for) and "note", and "summary" last. A reader
// that stops early has read whole objects.
func (r *Report) WriteJSONLines(w io.Writer) error {
	out := bufio.NewWriter(w)
	e := json.NewEncoder(out)
	e.SetEscapeHTML(false)
	var failed error
	line := func(v any) {
		if failed == nil {
			failed = e.Encode(v)
		}
	}
	line(struct {
		Type   string `json:"type"`
		Schema string `json:"schema"`
	}{"report", r.Schema})
	for i := range r.Documents {
		line(struct {
			Type string `json:"type"`
			*Document
		}{"document", &r.Documents[i]})
	}
	for i := range r.Findings {
		line(typedFinding{"finding", &r.Findings[i]})
	}
	for i := range r.Suppressed {
		line(typedFinding{"suppressed", &r.Suppressed[i]})
	}
	for i := range r.Claims {
		line(struct {
			Type string `json:"type"`
			*Claim
		}{"claim", &r.Claims[i]})
	}
	for i := range r.Notes {
		line(struct {
			Type string `json:"type"`
			*Note
		}{"note", &r.Notes[i]})
	}
	line(struct {
		Type string `json:"type"`
		*Summary
	}{"summary", &r.Summary})
	if failed == nil {
		failed = out.Flush()
	}
	if failed != nil {
		return fmt.Errorf("writing json lines: %w", failed)
	}
	return nil
}

type typedFinding struct {
	Type string `json:"type"`
	*Finding
}
