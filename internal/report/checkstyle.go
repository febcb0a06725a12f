package report

import (
	"encoding/xml"
	"fmt"
	"io"
	"strings"
	"unicode"

	"github.com/concordlint/concord/internal/verdict"
)

type checkstyle struct {
	XMLName xml.Name         `xml:"checkstyle"`
	Version string           `xml:"version,attr"`
	Files   []checkstyleFile `xml:"file"`
}

type checkstyleFile struct {
	Name   string            `xml:"name,attr"`
	Errors []checkstyleError `xml:"error"`
}

type checkstyleError struct {
	Line     int    `xml:"line,attr,omitempty"`
	Column   int    `xml:"column,attr,omitempty"`
	Severity string `xml:"severity,attr"`
	Message  string `xml:"message,attr"`
	Source   string `xml:"source,attr"`
}

// WriteCheckstyle writes the findings in the XML of Checkstyle 4.3, which many
// build servers and review tools read.
func (r *Report) WriteCheckstyle(w io.Writer) error {
	doc := checkstyle{Version: "4.3"}
	at := map[string]int{}
	add := func(file string, e checkstyleError) {
		i, ok := at[file]
		if !ok {
			i = len(doc.Files)
			at[file] = i
			doc.Files = append(doc.Files, checkstyleFile{Name: file})
		}
		doc.Files[i].Errors = append(doc.Files[i].Errors, e)
	}
	path := r.paths()
	for i := range r.Findings {
		f := &r.Findings[i]
		spot := f.Spot()
		add(path(spot.File), checkstyleError{spot.Line, spot.Column, string(f.Severity), xmlText(f.annotation(path)), "concord." + f.Rule})
	}
	for _, n := range r.Notes {
		severity := verdict.Info
		if n.Unread() {
			severity = verdict.Error
		}
		add(path(n.File), checkstyleError{Severity: string(severity), Message: xmlText(n.Message), Source: "concord." + n.Kind})
	}
	return writeXML(w, doc)
}

// writeXML writes a document with its declaration, indented.
func writeXML(w io.Writer, doc any) error {
	if _, err := io.WriteString(w, xml.Header); err != nil {
		return fmt.Errorf("writing xml: %w", err)
	}
	e := xml.NewEncoder(w)
	e.Indent("", "  ")
	if err := e.Encode(doc); err != nil {
		return fmt.Errorf("writing xml: %w", err)
	}
	if _, err := io.WriteString(w, "\n"); err != nil {
		return fmt.Errorf("writing xml: %w", err)
	}
	return nil
}

// xmlText replaces the characters that XML 1.0 cannot hold even as references.
func xmlText(s string) string {
	return strings.Map(func(r rune) rune {
		if r == '\t' || r == '\n' || r == '\r' || r >= 0x20 && r <= 0xD7FF || r >= 0xE000 && r <= 0xFFFD || r >= 0x10000 && r <= unicode.MaxRune {
			return r
		}
		return unicode.ReplacementChar
	}, strings.ToValidUTF8(s, string(unicode.ReplacementChar)))
}
