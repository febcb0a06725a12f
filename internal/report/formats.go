package report

import "io"

// Format is one way to write a report.
type Format struct {
	// Name is the value of --format.
	Name string
	// Ledger tells that the form shows all claims even where only findings are
	// asked for, Excerpts that it shows the lines of each place, and Texts
	// that it shows the documents whole. See Input.
	Ledger, Excerpts, Texts bool
	// Write writes the report; look matters to the forms for a terminal.
	Write func(r *Report, w io.Writer, look Look) error
}

// Formats lists the forms in the order in which help names them. A new one is
// a file of its own and a line here.
func Formats() []Format {
	return []Format{
		{Name: "text", Excerpts: true, Write: (*Report).WriteText},
		{Name: "json", Write: func(r *Report, w io.Writer, _ Look) error { return r.WriteJSON(w) }},
		{Name: "html", Ledger: true, Texts: true, Write: func(r *Report, w io.Writer, _ Look) error { return r.WriteHTML(w) }},
	}
}

// FormatNamed is the form with a name; ok is false for a name that is none.
func FormatNamed(name string) (f Format, ok bool) {
	for _, f := range Formats() {
		if f.Name == name {
			return f, true
		}
	}
	return Format{}, false
}
