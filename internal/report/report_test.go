package report

import (
	"bytes"
	"encoding/json"
	"errors"
	"flag"
	"os"
	"path/filepath"
	"strings"
	"testing"

	"github.com/google/go-cmp/cmp"

	"github.com/concordlint/concord/internal/fact"
	"github.com/concordlint/concord/internal/source"
	"github.com/concordlint/concord/internal/verdict"
)

var update = flag.Bool("update", false, "write the golden files anew")

// set is a made-up set of documents to hang verdicts on.
type set struct {
	t     testing.TB
	docs  []Document
	bytes [][]byte
	read  []*source.Document
	opens int
}

// add reads data as plain text without structure.
func (s *set) add(file, data string) int {
	dec := source.Decode([]byte(data))
	d := &source.Document{File: file, Format: "text", Bytes: len(data), Text: string(dec.Text)}
	d.SetOrigin(dec.Origin)
	s.docs = append(s.docs, Document{File: file, Format: "text", Bytes: len(data)})
	s.bytes = append(s.bytes, []byte(data))
	s.read = append(s.read, d)
	return len(s.docs) - 1
}

func (s *set) open(i int) (*source.Document, []byte, error) {
	s.opens++
	return s.read[i], s.bytes[i], nil
}

// at is the place of the nth (from 0) occurrence of words.
func (s *set) at(doc int, words string, nth int) fact.Place {
	s.t.Helper()
	text, off := s.read[doc].Text, 0
	for ; ; nth-- {
		i := strings.Index(text[off:], words)
		if i < 0 {
			s.t.Fatalf("%q is not in document %d", words, doc)
		}
		off += i
		if nth == 0 {
			return fact.Place{Doc: doc, Span: source.Span{Start: off, End: off + len(words)}}
		}
		off += len(words)
	}
}

func (s *set) input(vs ...verdict.Verdict) Input {
	var n Statuses
	for _, v := range vs {
		switch v.Status {
		case verdict.Agrees:
			n.Agrees++
		case verdict.Conflicts:
			n.Conflicts++
		case verdict.Undecided:
			n.Undecided++
		}
	}
	return Input{Documents: s.docs, Verdicts: vs, Claims: n, Open: s.open, Minimum: verdict.Info, Excerpts: true}
}

func (s *set) build(in Input) *Report {
	s.t.Helper()
	r, err := Build(in)
	if err != nil {
		s.t.Fatal(err)
	}
	return r
}

const harbourSheet = `Harbour talks, fact sheet

In the course of the winter the port authority has done much, and its director Okafor has met the unions five times with Deputy Mayor Lindqvist in the chair, which nobody had expected when the strike began in the autumn of that year.

- 12 January: Okafor and Lindqvist meet the dockers.
- 19 January: Okafor and Lindqvist meet the crane drivers.
- 2 February: Okafor's deputy and Lindqvist meet the dockers.
- 9 February: Okafor, Lindqvist and the pilots meet.
The list above names some of the meetings.
`

// sample is a set with verdicts of every kind.
func sample(t *testing.T) (*set, []verdict.Verdict) {
	s := &set{t: t}
	a := s.add("talks/a-sheet.txt", harbourSheet)
	b := s.add("talks/b-news.txt", "Lindkvist, the deputy mayor, spoke on\tTuesday of “four\nmeetings”.\n")
	claim := s.at(a, "five times", 0)
	return s, []verdict.Verdict{
		{
			Rule: "count-log", Status: verdict.Conflicts, Grade: verdict.Gap, Severity: verdict.Warning,
			Message: `text says "five times", the list has 3 meetings`, Claimed: "5", Found: "3",
			Place: claim, Surface: "five times",
			Evidence: []verdict.Evidence{
				{Role: verdict.NearMiss, Note: "Okafor's deputy, not Okafor", Place: s.at(a, "Okafor's deputy and Lindqvist meet", 0)},
				{Role: verdict.Counted, Note: "meeting", Place: s.at(a, "Okafor and Lindqvist meet", 0)},
				{Role: verdict.Counted, Note: "meeting", Place: s.at(a, "Okafor and Lindqvist meet", 1)},
				{Role: verdict.Counted, Note: "meeting", Place: s.at(a, "Okafor, Lindqvist and the pilots meet", 0)},
				{Role: verdict.Partial, Place: s.at(a, "names some of the meetings", 0)},
			},
			Calculation: &verdict.Calculation{Relation: "claimed in counted", Operands: []verdict.Operand{
				{Interval: "[5,5]", Place: &claim}, {Interval: "[3,4]", Of: "counted"},
			}},
			Suggestions: []verdict.Suggestion{{Text: "three times", Place: claim, Confidence: "low"}},
		},
		{
			Rule: "name-variant", Status: verdict.Conflicts, Grade: verdict.Contradiction, Severity: verdict.Error,
			Message: `"Lindkvist" here, "Lindqvist" 4 times elsewhere`, Claimed: "Lindkvist", Found: "Lindqvist", Differ: true,
			Place: s.at(b, "Lindkvist", 0), Surface: "Lindkvist",
			Evidence: []verdict.Evidence{{Role: verdict.Contradicts, Place: s.at(a, "Lindqvist", 0)}},
			Suggestions: []verdict.Suggestion{
				{Text: "Lindqvist", Place: s.at(b, "Lindkvist", 0), Confidence: "high"},
				{Text: "Lindkvist", Place: s.at(a, "Lindqvist", 0), Confidence: "low"},
			},
		},
		{
			Rule: "count-list", Status: verdict.Conflicts, Grade: verdict.Doubt, Severity: verdict.Info,
			Message: `"four meetings" has no list`, Place: s.at(b, "four\nmeetings", 0), Surface: "four\nmeetings",
		},
		{
			Rule: "weekday", Status: verdict.Undecided, Why: "the year is not known",
			Place: s.at(b, "Tuesday", 0), Surface: "Tuesday", Claimed: "Tuesday",
		},
		{
			Rule: "date-order", Status: verdict.Agrees, Message: "dates rise", Place: s.at(a, "12 January", 0),
			Surface: "12 January", Claimed: "rising", Found: "rising",
			Evidence: []verdict.Evidence{{Role: verdict.Counted, Place: s.at(a, "19 January", 0)}},
		},
	}
}

func golden(t *testing.T, name, got string) {
	t.Helper()
	file := filepath.Join("testdata", name+".golden")
	if *update {
		if err := os.WriteFile(file, []byte(got), 0o644); err != nil {
			t.Fatal(err)
		}
	}
	want, err := os.ReadFile(file)
	if err != nil {
		t.Fatal(err)
	}
	if d := cmp.Diff(string(want), got); d != "" {
		t.Errorf("%s (-want +got), -update writes it anew:\n%s", file, d)
	}
}

func text(t *testing.T, r *Report, look Look) string {
	t.Helper()
	var b bytes.Buffer
	if err := r.WriteText(&b, look); err != nil {
		t.Fatal(err)
	}
	return b.String()
}

func TestText(t *testing.T) {
	s, vs := sample(t)
	in := s.input(vs...)
	in.Notes = []source.Note{{Kind: "unreadable", File: "talks/c.bin", Message: "not text"}}
	in.Documents = append(in.Documents, Document{File: "talks/c.bin", Failed: true})
	r := s.build(in)
	golden(t, "text-plain", text(t, r, Look{Width: 100}))
	golden(t, "text-colour", text(t, r, Look{Width: 100, Color: true}))
	golden(t, "text-narrow", text(t, r, Look{Width: 50}))
	golden(t, "text-quiet", text(t, r, Look{Width: 100, Quiet: true}))
}

func TestClaims(t *testing.T) {
	s, vs := sample(t)
	in := s.input(vs...)
	in.Ledger = true
	r := s.build(in)
	for name, look := range map[string]Look{
		"claims-plain":   {Width: 100},
		"claims-colour":  {Width: 100, Color: true},
		"claims-verbose": {Width: 100, Verbose: true},
		"claims-narrow":  {Width: 50},
	} {
		var b bytes.Buffer
		if err := r.WriteClaims(&b, look); err != nil {
			t.Fatal(err)
		}
		golden(t, name, b.String())
	}
}

func TestJSON(t *testing.T) {
	s, vs := sample(t)
	in := s.input(vs...)
	in.Notes = []source.Note{{Kind: "unreadable", File: "talks/c.bin", Message: "not <text> & not read"}}
	var b bytes.Buffer
	if err := s.build(in).WriteJSON(&b); err != nil {
		t.Fatal(err)
	}
	golden(t, "json", b.String())

	in.Ledger = true
	b.Reset()
	if err := s.build(in).WriteJSON(&b); err != nil {
		t.Fatal(err)
	}
	golden(t, "json-claims", b.String())
}

// An empty report has all keys of the contract, and lists, not nulls.
func TestJSONEmpty(t *testing.T) {
	var b bytes.Buffer
	if err := (&set{t: t}).build(Input{Ledger: true}).WriteJSON(&b); err != nil {
		t.Fatal(err)
	}
	var got map[string]json.RawMessage
	if err := json.Unmarshal(b.Bytes(), &got); err != nil {
		t.Fatal(err)
	}
	for _, k := range []string{"documents", "findings", "claims", "notes"} {
		if string(got[k]) != "[]" {
			t.Errorf("%s is %s, want []", k, got[k])
		}
	}
	for _, k := range []string{"schema", "summary"} {
		if got[k] == nil {
			t.Errorf("no key %s", k)
		}
	}
}

func TestMinimumAndLedger(t *testing.T) {
	s, vs := sample(t)
	in := s.input(vs...)
	in.Minimum = verdict.Error
	r := s.build(in)
	if len(r.Findings) != 1 || r.Findings[0].Rule != "name-variant" {
		t.Errorf("findings %v, want the error alone", r.Findings)
	}
	if r.Summary.Hidden != 2 || r.Summary.Claims != (Statuses{1, 3, 1}) || r.Summary.Findings != (Levels{1, 0, 0}) {
		t.Errorf("summary %+v", r.Summary)
	}
	if r.Claims != nil {
		t.Error("claims are there though not asked for")
	}
	if r.Summary.Findings.AtLeast(verdict.Warning) != 1 || r.Summary.Findings.AtLeast(verdict.Off) != 0 {
		t.Error("AtLeast counts wrongly")
	}
}

// A rule may set a grade to off: it stays in the ledger and is no finding.
func TestOff(t *testing.T) {
	s, vs := sample(t)
	vs[0].Severity = verdict.Off
	in := s.input(vs[0])
	in.Ledger, in.Minimum = true, verdict.Off
	r := s.build(in)
	if len(r.Findings) != 0 || len(r.Claims) != 1 || r.Summary.Hidden != 0 {
		t.Errorf("findings %d, claims %d, hidden %d", len(r.Findings), len(r.Claims), r.Summary.Hidden)
	}
}

func TestOpensOnlyWhatIsShown(t *testing.T) {
	s, vs := sample(t)
	in := s.input(vs[3], vs[4]) // no conflicts
	s.build(in)
	if s.opens != 0 {
		t.Errorf("%d documents opened for nothing", s.opens)
	}
	s.build(s.input(vs[0]))
	if s.opens != 1 {
		t.Errorf("%d documents opened, want 1", s.opens)
	}
}

// The order does not depend on the order of verdicts.
func TestOrder(t *testing.T) {
	s, vs := sample(t)
	vs = append(vs, vs[0], vs[0])
	vs[5].Rule = "another"
	vs[6].Evidence = vs[6].Evidence[1:]
	var first string
	for shift := range vs {
		turned := append(append([]verdict.Verdict{}, vs[shift:]...), vs[:shift]...)
		var b bytes.Buffer
		if err := s.build(s.input(turned...)).WriteJSON(&b); err != nil {
			t.Fatal(err)
		}
		if shift == 0 {
			first = b.String()
		}
		if d := cmp.Diff(first, b.String()); d != "" {
			t.Fatalf("shifted by %d:\n%s", shift, d)
		}
	}
}

func TestFingerprint(t *testing.T) {
	s, vs := sample(t)
	plain := s.build(s.input(vs[0])).Findings[0].Fingerprint
	if len(plain) != 16 {
		t.Errorf("fingerprint %q, want 16 digits", plain)
	}
	twice := s.build(s.input(vs[0], vs[0])).Findings
	if twice[0].Fingerprint != plain || twice[1].Fingerprint == plain {
		t.Errorf("fingerprints %s and %s, want %s and another", twice[0].Fingerprint, twice[1].Fingerprint, plain)
	}

	// Moved down, elsewhere, under Windows line ends: still the same.
	moved := &set{t: t}
	a := moved.add("other/dir/a-sheet.txt", "New first line\r\n"+strings.ReplaceAll(harbourSheet, "\n", "\r\n"))
	by := len("New first line\n")
	v := vs[0]
	v.Place.Doc, v.Place.Span = a, source.Span{Start: v.Place.Span.Start + by, End: v.Place.Span.End + by}
	v.Evidence = append([]verdict.Evidence{}, v.Evidence...)
	for i := range v.Evidence {
		p := &v.Evidence[i].Place
		p.Span = source.Span{Start: p.Span.Start + by, End: p.Span.End + by}
	}
	v.Calculation, v.Suggestions = nil, nil
	if got := moved.build(moved.input(v)).Findings[0].Fingerprint; got != plain {
		t.Errorf("fingerprint %s after a move, want %s", got, plain)
	}
	v.Evidence = v.Evidence[1:]
	if got := moved.build(moved.input(v)).Findings[0].Fingerprint; got == plain {
		t.Error("the same fingerprint with other evidence")
	}
}

func TestChanged(t *testing.T) {
	s, vs := sample(t)
	for name, open := range map[string]func(int) (*source.Document, []byte, error){
		"gone":    func(int) (*source.Document, []byte, error) { return nil, nil, errors.New("no such file") },
		"shorter": func(i int) (*source.Document, []byte, error) { return s.read[i], s.bytes[i][1:], nil },
		"other": func(i int) (*source.Document, []byte, error) {
			d := *s.read[i]
			d.Text = strings.Repeat("x", len(d.Text))
			return &d, s.bytes[i], nil
		},
		"cut": func(i int) (*source.Document, []byte, error) {
			d := *s.read[i]
			d.Text = "x"
			return &d, s.bytes[i], nil
		},
	} {
		in := s.input(vs[0])
		in.Open = open
		r := s.build(in)
		if len(r.Notes) != 1 || r.Notes[0].Kind != "changed" {
			t.Errorf("%s: notes %v", name, r.Notes)
		}
		f := r.Findings[0]
		if f.Location.Line != 0 || f.Location.Text != "five times" || f.Location.File != "talks/a-sheet.txt" {
			t.Errorf("%s: location %+v", name, f.Location)
		}
		if out := text(t, r, Look{}); !strings.Contains(out, "a-sheet.txt") {
			t.Errorf("%s: %s", name, out)
		}
	}
}

func TestBrokenVerdict(t *testing.T) {
	_, err := Build(Input{Verdicts: []verdict.Verdict{{Status: verdict.Conflicts, Severity: verdict.Error}}})
	if err == nil {
		t.Error("a verdict on a document that is not there made no error")
	}
}

type full struct{}

func (full) Write([]byte) (int, error) { return 0, errors.New("no space left") }

func TestWriteErrors(t *testing.T) {
	s, vs := sample(t)
	r := s.build(s.input(vs...))
	for name, err := range map[string]error{
		"text": r.WriteText(full{}, Look{}), "claims": r.WriteClaims(full{}, Look{}), "json": r.WriteJSON(full{}),
	} {
		if err == nil {
			t.Errorf("%s: no error from a writer that fails", name)
		}
	}
}
