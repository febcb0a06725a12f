package lookup_test

import (
	"strings"
	"testing"
	"testing/fstest"

	"github.com/concordlint/concord/internal/fact"
	"github.com/concordlint/concord/internal/lookup"
)

func TestPins(t *testing.T) {
	files := fstest.MapFS{
		"a/one.csv":   {Data: []byte("\ufeffname\nx\n,\ny\n\n\"two\nlines\"\n")},
		"a/empty.csv": {Data: []byte("name\n")},
		"a/one.tsv":   {Data: []byte("n\tm\n1\t2\n")},
		"a/one.json":  {Data: []byte(`{"list": [1, {"x/y": {"~": [1, 2, 3]}}], "n": 4}`)},
		"a/bad.json":  {Data: []byte(`{"list": [1,`)},
		"b/two.txt":   {Data: []byte("one two\none three\n")},
	}
	for _, c := range []struct {
		of         fact.PinOf
		file, part string
		want       int
		problem    string
	}{
		{of: fact.PinRows, file: "one.csv", want: 3},
		{of: fact.PinRows, file: "./one.tsv", want: 1},
		{of: fact.PinRows, file: "empty.csv"},
		{of: fact.PinRows, file: "none.csv", problem: "no such file"},
		{of: fact.PinRows, file: "../../x.csv", problem: "outside"},
		{of: fact.PinRows, file: "/etc/hosts", problem: "from the document's folder"},
		{of: fact.PinRows, file: "../b", problem: "is no file"},
		{of: fact.PinJSON, file: "one.json", want: 2},
		{of: fact.PinJSON, file: "one.json", part: "/list", want: 2},
		{of: fact.PinJSON, file: "one.json", part: "/list/1/x~1y/~0", want: 3},
		{of: fact.PinJSON, file: "one.json", part: "/list/2", problem: `nothing at "2"`},
		{of: fact.PinJSON, file: "one.json", part: "/n", problem: "plain value"},
		{of: fact.PinJSON, file: "one.json", part: "/n/m", problem: "plain value"},
		{of: fact.PinJSON, file: "one.json", part: strings.Repeat("/0", 60), problem: "too long"},
		{of: fact.PinJSON, file: "bad.json", part: "/list", problem: "no JSON"},
		{of: fact.PinMatches, file: "../b/two.txt", part: "(?m)^one", want: 2},
		{of: fact.PinMatches, file: "../b/two.txt", part: "x*"},
		{of: fact.PinFiles, file: "*.csv", want: 2},
		{of: fact.PinFiles, file: "../**/*.{txt,json}", want: 3},
		{of: fact.PinFiles, file: "../**", want: 6},
		{of: fact.PinFiles, file: "[", problem: "cannot be read"},
		{of: fact.PinFiles, file: "../../*", problem: "outside"},
	} {
		t.Run(string(c.of)+" "+c.file+c.part, func(t *testing.T) {
			p := &fact.Pin{Of: c.of, File: c.file, Part: c.part}
			lookup.Pins(files, "a/doc.md", []fact.Fact{p})
			if c.problem != "" {
				if !strings.Contains(p.Problem, c.problem) {
					t.Errorf("problem %q, want %q", p.Problem, c.problem)
				}
				return
			}
			if p.Problem != "" || !p.Known || p.Counted != c.want {
				t.Errorf("%d, %t, %q; want %d", p.Counted, p.Known, p.Problem, c.want)
			}
		})
	}
	p := &fact.Pin{Of: fact.PinFiles, File: "*"}
	if lookup.Pins(nil, "a/doc.md", []fact.Fact{p}); p.Problem == "" {
		t.Error("without files: no problem")
	}
}
