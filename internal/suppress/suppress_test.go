package suppress_test

import (
	"fmt"
	"path"
	"strings"
	"testing"
	"time"

	"github.com/google/go-cmp/cmp"

	"github.com/concordlint/concord/internal/fact"
	"github.com/concordlint/concord/internal/source"
	"github.com/concordlint/concord/internal/suppress"
	"github.com/concordlint/concord/internal/verdict"
)

var rules = suppress.Rules{
	Known: []string{"count-list", "count-log", "draft", "sum"},
	Usual: []string{"count-list", "count-log", "sum"},
	Ran:   []string{"count-list", "count-log", "sum"},
}

// mark is a comment that stands at an offset and covers the next n bytes.
func mark(words string, at, n int) source.Mark {
	return source.Mark{
		Span: source.Span{Start: 1000 + at, End: 1001 + at}, Words: words, At: at,
		Covers: source.Span{Start: at, End: at + n},
	}
}

func conflict(rule string, doc, at int) verdict.Verdict {
	return verdict.Verdict{
		Rule: rule, Status: verdict.Conflicts, Severity: verdict.Warning,
		Place: fact.Place{Doc: doc, Span: source.Span{Start: at, End: at + 1}},
	}
}

// TestComments holds, for conflicts at 10, 20 … 50, which comments silence
// which, which are of no use, and which are not understood.
func TestComments(t *testing.T) {
	for name, c := range map[string]struct {
		marks    []source.Mark
		rule     string // of the conflicts
		silenced string // offsets with reasons
		unused   []string
		problems []string
	}{
		"covers":        {marks: []source.Mark{mark("ignore sum -- old", 20, 10)}, silenced: "20:old"},
		"not its end":   {marks: []source.Mark{mark("ignore sum", 12, 8)}, unused: []string{"sum"}},
		"wider":         {marks: []source.Mark{mark("ignore sum", 15, 20)}, silenced: "20 30"},
		"other rule":    {marks: []source.Mark{mark("ignore count-log", 20, 10)}, unused: []string{"count-log"}},
		"several rules": {marks: []source.Mark{mark("ignore count-log, sum — a dash", 20, 10)}, silenced: "20:a dash", unused: []string{"count-log"}},
		"blanks for commas": {
			marks: []source.Mark{mark("ignore count-log sum", 20, 10)}, silenced: "20", unused: []string{"count-log"},
		},
		"glob":            {marks: []source.Mark{mark("ignore s*", 20, 10)}, silenced: "20"},
		"all":             {marks: []source.Mark{mark("ignore *", 20, 10)}, silenced: "20"},
		"unused glob":     {marks: []source.Mark{mark("ignore count-*", 20, 10)}, unused: []string{"count-*"}},
		"capital":         {marks: []source.Mark{mark("Ignore sum", 20, 10)}, silenced: "20"},
		"nothing behind":  {marks: []source.Mark{mark("ignore sum", 60, 0)}, unused: []string{""}},
		"rule that is no": {marks: []source.Mark{mark("ignore draft", 20, 10)}},
		"off and on":      {marks: []source.Mark{mark("off sum -- tables", 15, 0), mark("on sum", 35, 0)}, silenced: "20:tables 30:tables"},
		"off to the end":  {marks: []source.Mark{mark("off sum", 35, 0)}, silenced: "40 50"},
		"off all, on one": {marks: []source.Mark{mark("off *", 15, 0), mark("on sum", 25, 0), mark("off sum", 45, 0)}, silenced: "20 50"},
		"off, on all":     {marks: []source.Mark{mark("off sum", 15, 0), mark("on *", 25, 0)}, silenced: "20"},
		"off twice":       {marks: []source.Mark{mark("off sum", 15, 0), mark("off sum", 25, 0)}, silenced: "20 30 40 50", unused: []string{"sum"}},
		"off for nothing": {marks: []source.Mark{mark("off count-log", 15, 0), mark("on count-log", 35, 0)}, unused: []string{"count-log"}},
		"on for nothing":  {marks: []source.Mark{mark("on sum", 35, 0)}, problems: []string{`"concord: on sum": sum is not off here`}},
		"on twice": {
			marks: []source.Mark{mark("off sum", 15, 0), mark("on sum", 25, 0), mark("on sum", 35, 0)}, silenced: "20",
			problems: []string{`"concord: on sum": sum is not off here`},
		},
		"misspelt": {marks: []source.Mark{mark("ingore sum", 20, 10)}, problems: []string{
			`"concord: ingore sum" is not understood (there are ignore, off, on, pin); did you mean "ignore"?`,
		}},
		"other linter": {marks: []source.Mark{mark("disable-next-line sum", 20, 10)}, problems: []string{
			`"concord: disable-next-line sum" is not understood (there are ignore, off, on, pin); did you mean "ignore"?`,
		}},
		"nonsense":     {marks: []source.Mark{mark("a treaty", 20, 10)}, problems: []string{`"concord: a treaty" is not understood (there are ignore, off, on, pin)`}},
		"a pin":        {marks: []source.Mark{mark("pin list", 20, 10), mark("pinn list", 20, 10)}},
		"unknown rule": {marks: []source.Mark{mark("ignore summ, sum", 20, 10)}, silenced: "20", problems: []string{`"concord: ignore summ, sum": there is no rule "summ"; did you mean "sum"?`}},
		"prose": {marks: []source.Mark{mark("ignore sum since it is old", 20, 10)}, silenced: "20", problems: []string{
			`"concord: ignore sum since it is old": there is no rule "since"; a reason stands behind "--"`,
		}},
		"all prose": {marks: []source.Mark{mark("on the other hand we all agreed", 20, 10)}, problems: []string{
			`"concord: on the other hand we all agreed": there is no rule "the"`,
			`"concord: on the other hand we all agreed": there is no rule "other"`,
			`"concord: on the other hand we all agreed": there is no rule "hand"`,
		}},
		"unknown glob": {marks: []source.Mark{mark("ignore x-*", 20, 10)}, problems: []string{`"concord: ignore x-*": no rule matches "x-*"`}},
		"bad glob":     {marks: []source.Mark{mark("ignore [", 20, 10)}, problems: []string{`"concord: ignore [": "[" is no pattern of rules: syntax error in pattern`}},
		"no rule":      {marks: []source.Mark{mark("ignore -- why", 20, 10)}, problems: []string{`"concord: ignore -- why" names no rule (* stands for all)`}},
		"no word":      {marks: []source.Mark{mark("", 20, 10)}, problems: []string{`"concord: " is not understood (there are ignore, off, on, pin)`}},
		"silenced itself": {
			marks: []source.Mark{mark("ignore count-log", 20, 10), {Words: "ignore unused-suppression", Covers: source.Span{Start: 1000, End: 1100}}},
		},
	} {
		t.Run(name, func(t *testing.T) {
			var all []verdict.Verdict
			for at := 10; at <= 50; at += 10 {
				all = append(all, conflict("sum", 1, at))
			}
			agrees := conflict("sum", 1, 20)
			agrees.Status = verdict.Agrees
			none := conflict("sum", 1, 20)
			none.Severity = verdict.Off
			all = append(all, conflict("sum", 0, 20), agrees, none)
			unused, problems := suppress.Comments([]suppress.Document{{File: "other"}, {File: "a.md", Marks: c.marks}}, all, rules)
			var silenced []string
			for _, v := range all {
				if s := v.Suppressed; s != nil {
					if s.Kind != "comment" || s.Place == nil || s.Place.Span.Start < 1000 || v.Place.Doc != 1 || v.Status != verdict.Conflicts {
						t.Errorf("%+v by %+v", v, s)
					}
					silenced = append(silenced, strings.TrimSuffix(fmt.Sprintf("%d:%s", v.Place.Span.Start, s.Reason), ":"))
				}
			}
			if got := strings.Join(silenced, " "); got != c.silenced {
				t.Errorf("silenced %q, want %q", got, c.silenced)
			}
			var names []string
			for _, v := range unused {
				_, rest, _ := strings.Cut(v.Message, "no finding of ")
				is, _, _ := strings.Cut(rest, " in ")
				names = append(names, is)
				if v.Rule != suppress.UnusedRule || v.Severity != verdict.Info || v.Place.Span.Start < 1000 || v.Place.Doc != 1 {
					t.Errorf("%+v", v)
				}
			}
			if diff := cmp.Diff(c.unused, names); diff != "" {
				t.Errorf("unused: -want +got\n%s", diff)
			}
			var said []string
			for _, p := range problems {
				said = append(said, p.Message)
			}
			if diff := cmp.Diff(c.problems, said); diff != "" {
				t.Errorf("problems: -want +got\n%s", diff)
			}
		})
	}
}

// TestNotRun holds that a comment for a rule that did not run is not unused,
// and that a glob is not if one of its rules did not.
func TestNotRun(t *testing.T) {
	some := rules
	some.Ran = []string{"sum", "count-log"}
	marks := []source.Mark{mark("ignore count-list", 1, 1), mark("ignore count-*", 3, 1), mark("ignore *", 5, 1), mark("ignore count-log", 7, 1)}
	unused, problems := suppress.Comments([]suppress.Document{{Marks: marks}}, nil, some)
	if len(unused) != 1 || !strings.Contains(unused[0].Message, "count-log") || len(problems) > 0 {
		t.Errorf("%+v, %+v", unused, problems)
	}
}

// TestNear holds that a comment at the evidence is told where it belongs, and is
// not to be taken out.
func TestNear(t *testing.T) {
	v := conflict("sum", 0, 50)
	v.Evidence = []verdict.Evidence{{Place: fact.Place{Doc: 1, Span: source.Span{Start: 5, End: 6}}}}
	docs := []suppress.Document{{}, {Marks: []source.Mark{mark("ignore sum", 5, 1), mark("ignore sum", 9, 1)}}}
	all := []verdict.Verdict{v}
	unused, _ := suppress.Comments(docs, all, rules)
	if len(unused) != 2 || !strings.HasSuffix(unused[0].Message, "its claim, which decides, stands elsewhere") || len(unused[0].Suggestions) != 0 {
		t.Errorf("%+v", unused)
	}
	if len(unused) == 2 && (strings.Contains(unused[1].Message, "evidence") || len(unused[1].Suggestions) != 1) || all[0].Suppressed != nil {
		t.Errorf("%+v", unused)
	}
}

// TestMany holds that comments without end cost what they may, and that it is
// told where they are no longer followed.
func TestMany(t *testing.T) {
	var marks []source.Mark
	for i := range 20_000 {
		marks = append(marks, mark("off "+strings.Repeat("s*,", 100), i, 1), mark("on *", i, 1))
	}
	var all []verdict.Verdict
	for i := range 20_000 {
		all = append(all, conflict("sum", 0, i))
	}
	begin := time.Now()
	_, problems := suppress.Comments([]suppress.Document{{Marks: marks}}, all, rules)
	if took := time.Since(begin); took > 5*time.Second {
		t.Errorf("took %v", took)
	}
	if n := len(problems); n == 0 || !strings.Contains(problems[n-1].Message, "more than 1000 comments") {
		t.Errorf("%d problems", n)
	}
}

// TestIgnores holds what entries of the configuration silence, and which are
// reported as unused.
func TestIgnores(t *testing.T) {
	docs := []suppress.Document{{File: "docs/a.md"}, {File: "b.md"}}
	text := "In the end there were  seven\nboats in the harbour."
	for name, c := range map[string]struct {
		entry    suppress.Ignore
		silenced string
		unused   bool
	}{
		"rule":          {entry: suppress.Ignore{Rule: "sum"}, silenced: "0:sum 1:sum"},
		"rules":         {entry: suppress.Ignore{Rule: "count-*"}, silenced: "0:count-list"},
		"file":          {entry: suppress.Ignore{File: "docs/*.md"}, silenced: "0:count-list 0:sum"},
		"both":          {entry: suppress.Ignore{Rule: "sum", File: "b.md"}, silenced: "1:sum"},
		"surface":       {entry: suppress.Ignore{Text: "seven boats"}, silenced: "0:count-list 0:sum"},
		"part of it":    {entry: suppress.Ignore{Text: "seven"}, silenced: "0:count-list 0:sum"},
		"around it":     {entry: suppress.Ignore{Text: "there were seven  boats in"}, silenced: "0:count-list 0:sum"},
		"beside it":     {entry: suppress.Ignore{Text: "In the end"}, unused: true},
		"behind it":     {entry: suppress.Ignore{Text: "in the harbour."}, unused: true},
		"other words":   {entry: suppress.Ignore{Text: "eight boats"}, unused: true},
		"other file":    {entry: suppress.Ignore{Rule: "sum", File: "c.md"}},
		"not run":       {entry: suppress.Ignore{Rule: "draft"}},
		"says nothing":  {entry: suppress.Ignore{Text: " "}, unused: true},
		"nothing there": {entry: suppress.Ignore{Rule: "count-log"}, unused: true},
	} {
		t.Run(name, func(t *testing.T) {
			claim := source.Span{Start: strings.Index(text, "seven"), End: strings.Index(text, " in the h")}
			place := func(doc int) fact.Place { return fact.Place{Doc: doc, Span: claim} }
			all := []verdict.Verdict{
				{Rule: "count-list", Status: verdict.Conflicts, Severity: verdict.Error, Place: place(0), Surface: "seven\nboats"},
				{Rule: "sum", Status: verdict.Conflicts, Severity: verdict.Error, Place: place(0), Surface: "seven\nboats"},
				{Rule: "sum", Status: verdict.Undecided, Place: place(0), Surface: "seven\nboats"},
				{Rule: "sum", Status: verdict.Conflicts, Severity: verdict.Error, Place: fact.Place{Doc: 1}, Surface: "x"},
			}
			c.entry.Reason = "why"
			open := func(i int) (*source.Document, error) {
				if i == 1 {
					return nil, fmt.Errorf("gone")
				}
				return &source.Document{Text: text}, nil
			}
			fits := func(glob, file string) bool {
				ok, err := path.Match(glob, file)
				return ok && err == nil
			}
			unused := suppress.Ignores(docs, all, rules, []suppress.Ignore{c.entry}, suppress.Search{Open: open, Fits: fits})
			var silenced []string
			for _, v := range all {
				if v.Suppressed != nil {
					silenced = append(silenced, fmt.Sprintf("%d:%s", v.Place.Doc, v.Rule))
					if v.Suppressed.Kind != "config" || v.Suppressed.Reason != "why" {
						t.Errorf("%+v", v.Suppressed)
					}
				}
			}
			if got := strings.Join(silenced, " "); got != c.silenced || (len(unused) > 0) != c.unused {
				t.Errorf("silenced %q, want %q; unused %v", got, c.silenced, unused)
			}
			if err := c.entry.Valid(rules); err != nil && name != "says nothing" {
				t.Errorf("not valid: %v", err)
			}
		})
	}
	for _, bad := range []suppress.Ignore{{}, {Reason: "x"}, {Text: " "}, {Rule: "summ"}, {Rule: "["}} {
		if bad.Valid(rules) == nil {
			t.Errorf("%v is valid", bad)
		}
	}
}

// TestAccepts holds which pairs of spellings are one name.
func TestAccepts(t *testing.T) {
	entries := []suppress.Accept{
		{Spellings: []string{"Jon", "John"}, Reason: "he writes both"},
		{Spellings: []string{"Kiev", "Kyiv"}},
		{Spellings: []string{"Saint Petersburg", "St. Petersburg", "Leningrad"}},
		{Spellings: []string{"", "  "}},
	}
	for _, c := range []struct {
		claimed, found string
		want           bool
	}{
		{"Jon", "John", true},
		{"John", "Jon", true},
		{"Jon Smith", "John Smith", true},
		{"Jon Smith", "John Smyth", false},
		{"Jon Smith", "Jon Smyth", false},
		{"Jonas Smith", "John Smith", false},
		{"to Kiev, then", "to Kyiv, then", true},
		{"Kiev’s mayor", "Kyiv’s mayor", true},
		{"Kiev’s mayor", "Kyiv mayor", false},
		{"Kiev", "John", false},
		{"in Leningrad.", "in St. Petersburg.", true},
		{"John of Kiev", "Jon of Kyiv", true},
		{"", "", false},
		{"same", "same", false},
	} {
		v := verdict.Verdict{Status: verdict.Conflicts, Claimed: c.claimed, Found: c.found, Differ: true}
		other := v
		other.Differ = false
		all := []verdict.Verdict{v, other}
		suppress.Accepts(all, entries)
		if got := all[0].Suppressed != nil; got != c.want {
			t.Errorf("%q and %q: %v", c.claimed, c.found, got)
		}
		if all[1].Suppressed != nil {
			t.Errorf("%q and %q are no spellings", c.claimed, c.found)
		}
		if s := all[0].Suppressed; s != nil && (s.Kind != "config" || strings.HasPrefix(c.claimed, "Jon") && s.Reason != "he writes both") {
			t.Errorf("%+v", s)
		}
	}
}
