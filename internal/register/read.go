package register

import (
	"bytes"
	"encoding/csv"
	"errors"
	"fmt"
	"io"
	"slices"
	"strings"
	"unicode/utf8"

	"github.com/goccy/go-yaml"
	"github.com/goccy/go-yaml/ast"
)

// UnmarshalYAML takes a scalar with its place.
func (c *Cell) UnmarshalYAML(n ast.Node) error {
	s, ok := n.(ast.ScalarNode)
	if !ok {
		return &yaml.SyntaxError{Message: "a word, a number or a date is expected here", Token: n.GetToken()}
	}
	t := s.GetToken()
	c.Text = strings.TrimSpace(t.Value)
	if n.Type() == ast.NullType {
		c.Text = ""
	}
	c.Line, c.Column = t.Position.Line, t.Position.Column
	return nil
}

func parseYAML(file string, data []byte) (*Register, error) {
	var r Register
	err := yaml.UnmarshalWithOptions(data, &r, yaml.Strict())
	if err == nil || errors.Is(err, io.EOF) {
		return &r, nil
	}
	p := &Problem{file, 1, 1, err.Error()}
	var y yaml.Error
	if errors.As(err, &y) {
		p.Message = y.GetMessage()
		if t := y.GetToken(); t != nil && t.Position != nil {
			p.Line, p.Column = t.Position.Line, t.Position.Column
		}
	}
	return nil, p
}

// Columns that a register in CSV may have, by what it lists; the first ones
// are those by which it is known.
func columns() [][]string {
	return [][]string{
		{"office", "holder", "of", "from", "to"},
		{"thing", "value", "attribute"},
		{"form", "also"},
	}
}

// columnsOf are the columns that a header shares the telling ones with.
func columnsOf(header []string) []string {
	for _, c := range columns() {
		if slices.Contains(header, c[0]) && slices.Contains(header, c[1]) {
			return c
		}
	}
	return nil
}

func headerOf(record []string) []string {
	var out []string
	for _, h := range record {
		out = append(out, strings.ToLower(strings.TrimSpace(h)))
	}
	return out
}

func reader(data []byte) *csv.Reader {
	return csv.NewReader(bytes.NewReader(bytes.TrimPrefix(data, []byte("\xef\xbb\xbf"))))
}

func csvRegister(data []byte) bool {
	record, err := reader(data).Read()
	return err == nil && columnsOf(headerOf(record)) != nil
}

func parseCSV(file string, data []byte) (*Register, error) {
	in, r := reader(data), &Register{}
	record, err := in.Read()
	if err != nil {
		return nil, &Problem{file, 1, 1, err.Error()}
	}
	lines := bytes.Split(data, []byte("\n"))
	header := headerOf(record)
	known := columnsOf(header)
	for i, h := range header {
		if !slices.Contains(known, h) {
			_, col := in.FieldPos(i)
			return nil, &Problem{file, 1, col, fmt.Sprintf("unknown column %q; there are %s", h, strings.Join(known, ", "))}
		}
	}
	for {
		record, err = in.Read()
		if err == io.EOF {
			return r, nil
		}
		var p *csv.ParseError
		if errors.As(err, &p) {
			return nil, &Problem{file, p.Line, p.Column, p.Err.Error()}
		}
		cell := func(name string) Cell {
			i := slices.Index(header, name)
			if i < 0 {
				return Cell{}
			}
			line, col := in.FieldPos(i)
			return Cell{Text: strings.TrimSpace(record[i]), Line: line, Column: characters(lines[line-1], col)}
		}
		r.add(known[0], cell)
	}
}

// characters turns a column in bytes of a line into one in characters.
func characters(line []byte, col int) int {
	return utf8.RuneCount(line[:min(col-1, len(line))]) + 1
}

// add adds a row. Other accepted spellings are parted by semicolons.
func (r *Register) add(kind string, cell func(string) Cell) {
	switch kind {
	case "office":
		r.Offices = append(r.Offices, Office{Office: cell("office"), Of: cell("of"), Holder: cell("holder"), From: cell("from"), To: cell("to")})
	case "thing":
		r.Figures = append(r.Figures, Figure{cell("thing"), cell("attribute"), cell("value")})
	case "form":
		s, also := Spelling{Form: cell("form")}, cell("also")
		for part := range strings.SplitSeq(also.Text, ";") {
			if part = strings.TrimSpace(part); part != "" {
				s.Also = append(s.Also, Cell{Text: part, Line: also.Line, Column: also.Column})
			}
		}
		r.Spellings = append(r.Spellings, s)
	}
}
