// Package register reads registers: lists of people in office, of figures and
// of spellings that are known to be right. A register becomes a document of
// its own text and facts of the kinds that documents state, so that no check
// needs to know of registers.
package register

import (
	"fmt"
	"path"
	"strings"
	"time"
	"unicode/utf8"

	"github.com/concordlint/concord/internal/source"
)

// Cell is a value with its place in the register.
type Cell struct {
	Text string
	// Line and Column are 1-based, Column in characters.
	Line, Column int
	// span is the value's place in the text.
	span source.Span
}

// Office is a person's time in an office. From and To are the first and the
// last day, YYYY-MM-DD, empty for a term without a known end.
type Office struct {
	Office, Of, Holder, From, To Cell
}

// Figure is an attribute of a thing with its value and unit.
type Figure struct {
	Thing, Attribute, Value Cell
}

// Spelling is the form of a name that is to be used, with others that are
// accepted.
type Spelling struct {
	Form Cell
	Also []Cell
}

// Register is all that a file of one lists.
type Register struct {
	Offices   []Office   `yaml:"offices"`
	Figures   []Figure   `yaml:"figures"`
	Spellings []Spelling `yaml:"spellings"`
}

// Problem is a mistake in a register.
type Problem struct {
	File         string
	Line, Column int
	Message      string
}

func (p *Problem) Error() string {
	return fmt.Sprintf("%s:%d:%d: %s", p.File, p.Line, p.Column, p.Message)
}

// Is reports whether a trusted file is a register: YAML, or CSV with the
// columns of one.
func Is(file string, data []byte) bool {
	switch strings.ToLower(path.Ext(file)) {
	case ".yaml", ".yml":
		return true
	case ".csv":
		return csvRegister(data)
	}
	return false
}

// Parse reads a register. Its error is a *Problem.
func Parse(file string, data []byte) (*Register, error) {
	parse := parseYAML
	if strings.EqualFold(path.Ext(file), ".csv") {
		parse = parseCSV
	}
	r, err := parse(file, data)
	if err != nil {
		return nil, err
	}
	if err := r.check(file); err != nil {
		return nil, err
	}
	r.locate(string(data))
	return r, nil
}

// cells are all values of the register in order.
func (r *Register) cells() []*Cell {
	var out []*Cell
	for i := range r.Offices {
		o := &r.Offices[i]
		out = append(out, &o.Office, &o.Of, &o.Holder, &o.From, &o.To)
	}
	for i := range r.Figures {
		f := &r.Figures[i]
		out = append(out, &f.Thing, &f.Attribute, &f.Value)
	}
	for i := range r.Spellings {
		out = append(out, &r.Spellings[i].Form)
		for j := range r.Spellings[i].Also {
			out = append(out, &r.Spellings[i].Also[j])
		}
	}
	return out
}

// locate finds where in the text the values stand.
func (r *Register) locate(text string) {
	var starts []int
	for at := 0; at >= 0; {
		starts = append(starts, at)
		i := strings.IndexByte(text[at:], '\n')
		if i < 0 {
			break
		}
		at += i + 1
	}
	for _, c := range r.cells() {
		if c.Line < 1 || c.Line > len(starts) {
			continue
		}
		at := starts[c.Line-1]
		for range c.Column - 1 {
			if at < len(text) {
				_, size := utf8.DecodeRuneInString(text[at:])
				at += size
			}
		}
		at = min(at, len(text))
		end := len(text)
		if c.Line < len(starts) {
			end = starts[c.Line] - 1
		}
		if i := strings.Index(text[at:max(at, end)], c.Text); i >= 0 {
			at += i
			end = at + len(c.Text)
		}
		c.span = source.Span{Start: at, End: max(at, end)}
	}
}

// check holds that nothing is missing and dates are dates.
func (r *Register) check(file string) error {
	for i := range r.Offices {
		o := &r.Offices[i]
		if o.Office.Text == "" || o.Holder.Text == "" {
			return o.where(file, "an office needs office and holder")
		}
		for _, c := range [...]Cell{o.From, o.To} {
			if _, err := time.Parse(time.DateOnly, c.Text); c.Text != "" && err != nil {
				return &Problem{file, c.Line, c.Column, fmt.Sprintf("%q is no date of the form YYYY-MM-DD", c.Text)}
			}
		}
		if o.From.Text != "" && o.To.Text != "" && o.To.Text < o.From.Text {
			return &Problem{file, o.To.Line, o.To.Column, fmt.Sprintf("the term ends on %s, before it begins", o.To.Text)}
		}
	}
	for i := range r.Figures {
		if f := &r.Figures[i]; f.Thing.Text == "" || f.Attribute.Text == "" || f.Value.Text == "" {
			return where(file, "a figure needs thing, attribute and value", f.Thing, f.Attribute, f.Value)
		}
	}
	for i := range r.Spellings {
		if s := &r.Spellings[i]; s.Form.Text == "" {
			return where(file, "a spelling needs its form", append([]Cell{s.Form}, s.Also...)...)
		}
	}
	if len(r.Offices)+len(r.Figures)+len(r.Spellings) == 0 {
		return &Problem{file, 1, 1, "the register lists no offices, figures or spellings"}
	}
	return nil
}

func (o *Office) where(file, message string) error {
	return where(file, message, o.Office, o.Of, o.Holder, o.From, o.To)
}

// where is a problem at the first of some cells that is there.
func where(file, message string, cells ...Cell) error {
	for _, c := range cells {
		if c.Line > 0 {
			return &Problem{file, c.Line, c.Column, message}
		}
	}
	return &Problem{file, 1, 1, message}
}

// Accepted adds the spellings that the register accepts to a list by form.
func (r *Register) Accepted(into map[string]string) {
	for _, s := range r.Spellings {
		form := strings.Fields(s.Form.Text)
		into[s.Form.Text] = s.Form.Text
		for _, a := range s.Also {
			into[a.Text] = s.Form.Text
			// Reports show the surname where that is all that differs.
			if other := strings.Fields(a.Text); len(other) > 1 && len(form) > 1 && other[len(other)-1] != form[len(form)-1] {
				into[form[len(form)-1]], into[other[len(other)-1]] = form[len(form)-1], form[len(form)-1]
			}
		}
	}
}
