package register_test

import (
	"testing"

	"github.com/concordlint/concord/internal/fact"
	"github.com/concordlint/concord/internal/register"
)

// TestFacts holds that rows become the facts that sentences would, at the
// places of their values.
func TestFacts(t *testing.T) {
	for file, text := range map[string]string{
		"r.yaml": "offices:\n- {office: Mayor, of: Köln, holder: 'Ada Quist', from: 2020-01-02}\nfigures:\n- {thing: Tarn Bridge, attribute: length, value: \"320 m\"}\nspellings:\n- {form: Ruud, also: [Rood]}\n",
		"o.csv":  "office,of,holder,from,to\r\nMayor,Köln,Ada Quist,2020-01-02,\r\n",
		"f.csv":  "\ufeffthing,attribute,value\nTarn Bridge,length,320 m\n",
		"s.csv":  "Form,Also\nRuud,Rood; Rud\n",
	} {
		if !register.Is(file, []byte(text)) {
			t.Errorf("%s is no register", file)
		}
		r, err := register.Parse(file, []byte(text))
		if err != nil {
			t.Fatal(err)
		}
		facts, err := r.Facts(file, 3)
		if err != nil {
			t.Fatal(err)
		}
		for _, f := range facts {
			at := f.Where()
			words := text[at.Span.Start:at.Span.End]
			if at.Doc != 3 {
				t.Errorf("%s: a fact of document %d", file, at.Doc)
			}
			switch f := f.(type) {
			case *fact.Mention:
				if words != "Ada Quist" || f.Party.Surname != "Quist" || f.TermFirst != "2020-01-02" || f.TermLast != "" || f.Party.Offices[0].Title != "mayor" {
					t.Errorf("%s: %q, %+v", file, words, f)
				}
			case *fact.Stated:
				if words != "320 m" || !f.Defined || f.Dimension != "length" {
					t.Errorf("%s: %q, %+v", file, words, f)
				}
			case *fact.Name:
				if words != "Ruud" || !f.Accepted {
					t.Errorf("%s: %q, %+v", file, words, f)
				}
			}
		}
		if len(facts) < 2 {
			t.Errorf("%s: only %d facts", file, len(facts))
		}
	}
}

// TestProblems holds that mistakes are told with their places.
func TestProblems(t *testing.T) {
	for _, c := range []struct{ file, text, want string }{
		{"r.yaml", "people: []\n", `r.yaml:1:1: unknown field "people"`},
		{"r.yaml", "", "r.yaml:1:1: the register lists no offices, figures or spellings"},
		{"r.yaml", "offices:\n  - office: Mayor\n", "r.yaml:2:13: an office needs office and holder"},
		{"r.yaml", "figures:\n  - thing: Tarn Bridge\n    value: 3 m\n", "r.yaml:2:12: a figure needs thing, attribute and value"},
		{"r.yaml", "spellings:\n  - also: [Rood]\n", "r.yaml:2:12: a spelling needs its form"},
		{"r.csv", "office,holder,from,to\nMayor,Ada Quist,2021-01-01,2020-01-01\n", "r.csv:2:28: the term ends on 2020-01-01, before it begins"},
		{"r.csv", "form,also\nRuud\n", "r.csv:2:1: wrong number of fields"},
	} {
		_, err := register.Parse(c.file, []byte(c.text))
		if err == nil || err.Error() != c.want {
			t.Errorf("%q: %v, want %s", c.text, err, c.want)
		}
	}
	if register.Is("t.csv", []byte("year,length\n2020,3\n")) {
		t.Error("a table of other columns is a register")
	}
}
