// Package verify re-checks the findings of a JSON report from the report and
// the files alone: that each place holds the text quoted from it, and that the
// relation which a finding says fails does fail for its operands. It imports
// nothing of the project, so that a mistake there is not repeated here.
package verify

import (
	"encoding/json"
	"errors"
	"fmt"
	"html"
	"strings"
	"unicode"
	"unicode/utf8"
)

// Location is a place as reports give it: Offset and Length in bytes of the
// file, Line and Column from 1, columns in code points.
type Location struct {
	File, Text, Part, Cell                        string
	Line, Column, Offset, Length, Page, Paragraph int
}

// Operand is one quantity of a calculation.
type Operand struct {
	Interval string
	Location *Location
}

// Finding is what is needed of a finding.
type Finding struct {
	Rule, Message string
	Location      Location
	Evidence      []struct{ Location Location }
	Calculation   *struct {
		Relation string
		Operands []Operand
	}
}

// Outcome is the answer for one finding: why it does not stand, or what of it
// could not be re-checked. Both are empty for one that is confirmed.
type Outcome struct {
	Finding
	Refuted, Open string
}

// Report re-checks all findings of a report. read returns a file's bytes. An
// error tells that the data are no report.
func Report(data []byte, read func(file string) ([]byte, error)) ([]Outcome, error) {
	var report struct {
		Schema   string
		Findings []Finding
	}
	if err := json.Unmarshal(data, &report); err != nil || report.Schema != "concord.report/1" {
		return nil, errors.Join(errors.New("no report of schema concord.report/1"), err)
	}
	out := make([]Outcome, 0, len(report.Findings))
	for _, f := range report.Findings {
		o := Outcome{Finding: f}
		for _, l := range f.places() {
			if o.Refuted = misplaced(l, read); o.Refuted != "" {
				break
			}
		}
		if o.Refuted == "" && !f.Location.lineless() {
			o.Refuted, o.Open = f.relation()
		} else if o.Refuted == "" {
			o.Open = "it stands in a format without lines"
		}
		out = append(out, o)
	}
	return out, nil
}

// places are all places that a finding names.
func (f *Finding) places() []Location {
	all := []Location{f.Location}
	for _, e := range f.Evidence {
		all = append(all, e.Location)
	}
	if f.Calculation != nil {
		for _, o := range f.Calculation.Operands {
			if o.Location != nil {
				all = append(all, *o.Location)
			}
		}
	}
	return all
}

// lineless reports whether a place is told by page, paragraph, part or cell.
func (l Location) lineless() bool { return l.Page+l.Paragraph > 0 || l.Part+l.Cell != "" }

// misplaced tells what is wrong with a place, empty where nothing is.
func misplaced(l Location, read func(string) ([]byte, error)) string {
	data, err := read(l.File)
	switch {
	case l.File == "" || l.lineless(): // an operand that stands nowhere, or a page or cell
		return ""
	case err != nil:
		return fmt.Sprintf("%s cannot be read: %v", l.File, err)
	case l.Offset < 0 || l.Length < 0 || l.Offset+l.Length > len(data):
		return fmt.Sprintf("%s has no bytes %d to %d", l.File, l.Offset, l.Offset+l.Length)
	}
	if line, column := position(data, l.Offset); line != l.Line || column != l.Column {
		return fmt.Sprintf("%s: byte %d is at %d:%d, not at %d:%d", l.File, l.Offset, line, column, l.Line, l.Column)
	}
	if there := string(data[l.Offset : l.Offset+l.Length]); !holds(there, l.Text) {
		return fmt.Sprintf("%s:%d reads %q, not %q", l.File, l.Line, there, l.Text)
	}
	return ""
}

// position is the line and column of a byte. CR LF, LF and CR end lines; a
// byte order mark takes no column.
func position(data []byte, offset int) (line, column int) {
	line, start := 1, 0
	if strings.HasPrefix(string(data[:min(3, len(data))]), "\ufeff") {
		start = 3
	}
	for i := 0; i < offset; i++ {
		if data[i] == '\n' || data[i] == '\r' && (i+1 == len(data) || data[i+1] != '\n') {
			line, start = line+1, i+1
		}
	}
	return line, utf8.RuneCount(data[min(start, offset):offset]) + 1
}

// holds reports whether a stretch of a file has the words and numbers of a text
// in their order; markup and signs may stand between and inside them.
func holds(there, text string) bool {
	bare := func(r rune) bool { return !unicode.IsLetter(r) && !unicode.IsDigit(r) }
	rest := strings.Join(strings.FieldsFunc(html.UnescapeString(there), bare), "")
	for _, w := range strings.FieldsFunc(text, bare) {
		i := strings.Index(rest, w)
		if i < 0 {
			return false
		}
		rest = rest[i+len(w):]
	}
	return true
}
