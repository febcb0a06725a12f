package report

import (
	"encoding/csv"
	"fmt"
	"io"
	"strconv"
	"strings"
)

// csvHeader names the columns of the ledger.
var csvHeader = [...]string{
	"rule", "status", "severity", "file", "line", "column", "text", "claimed", "found", "message", "why",
	"evidence", "evidence places", "suggestion", "suppressed", "fingerprint",
}

// WriteCSV writes the ledger as comma-separated values for a spreadsheet: RFC
// 4180, with the byte order mark by which spreadsheets know UTF-8. A cell that
// a spreadsheet would take for a formula begins with an apostrophe instead.
func (r *Report) WriteCSV(w io.Writer) error {
	if _, err := io.WriteString(w, utf8Mark); err != nil {
		return fmt.Errorf("writing csv: %w", err)
	}
	out := csv.NewWriter(w)
	out.UseCRLF = true
	_ = out.Write(csvHeader[:]) // the error stays with the writer until the end
	of := r.byClaim()
	for i := range r.Claims {
		row := r.Claims[i].row(of(&r.Claims[i]))
		for k, cell := range row {
			row[k] = harmlessCell(cell)
		}
		_ = out.Write(row)
	}
	out.Flush()
	if err := out.Error(); err != nil {
		return fmt.Errorf("writing csv: %w", err)
	}
	return nil
}

// row is a claim as cells; f is the finding that became of it, nil for none.
func (c *Claim) row(f *Finding) []string {
	var fingerprint, suppressed, suggestion string
	if f != nil {
		fingerprint = f.Fingerprint
		if f.Suppression != nil {
			suppressed = strings.TrimSuffix(f.Suppression.Kind+": "+f.Suppression.Reason, ": ")
		}
	}
	if len(c.suggestions) > 0 {
		suggestion = c.suggestions[0].Text
	}
	places := make([]string, len(c.Evidence))
	for i, e := range c.Evidence {
		places[i] = e.Location.String()
	}
	return []string{
		c.Rule, string(c.Status), string(c.severity), c.Location.File, number(c.Location.Line), number(c.Location.Column),
		c.Location.Text, c.Claimed, c.Found, c.Message, c.Why,
		strconv.Itoa(len(c.Evidence)), strings.Join(places, "\n"), suggestion, suppressed, fingerprint,
	}
}

// number writes a line or column, nothing for one that is not known.
func number(n int) string {
	if n == 0 {
		return ""
	}
	return strconv.Itoa(n)
}

// harmlessCell keeps a spreadsheet from taking a document's words for a formula
// (owasp.org/www-community/attacks/CSV_Injection). Numbers stay numbers.
func harmlessCell(s string) string {
	if s == "" || !strings.ContainsRune("=+-@\t\r", rune(s[0])) {
		return s
	}
	if _, err := strconv.ParseFloat(s, 64); err == nil {
		return s
	}
	return "'" + s
}
