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
		{Name: "json", Write: plainly((*Report).WriteJSON)},
		{Name: "jsonl", Write: plainly((*Report).WriteJSONLines)},
		{Name: "sarif", Write: plainly((*Report).WriteSARIF)},
		{Name: "github", Write: plainly((*Report).WriteGitHub)},
		{Name: "junit", Ledger: true, Write: plainly((*Report).WriteJUnit)},
		{Name: "checkstyle", Write: plainly((*Report).WriteCheckstyle)},
		{Name: "html", Ledger: true, Texts: true, Write: plainly((*Report).WriteHTML)},
		{Name: "markdown", Write: plainly((*Report).WriteMarkdown)},
		{Name: "csv", Ledger: true, Write: plainly((*Report).WriteCSV)},
	}
}

// OfLedger is the form in which the ledger is shown where it is what was asked
// for; the text form has one of its own.
func (f Format) OfLedger() Format {
	if f.Name == "text" {
		f.Write, f.Excerpts = (*Report).WriteClaims, false
	}
	f.Ledger = true
	return f
}

// For is the report as a form shows it that was made for several: without the
// ledger where the form is not to have it.
func (r *Report) For(f Format) *Report {
	if f.Ledger || r.Claims == nil {
		return r
	}
	findings := *r
	findings.Claims = nil
	return &findings
}

// plainly is a form that looks the same everywhere.
func plainly(write func(*Report, io.Writer) error) func(*Report, io.Writer, Look) error {
	return func(r *Report, w io.Writer, _ Look) error { return write(r, w) }
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
