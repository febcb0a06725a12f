package checks_test

import (
	"strings"
	"testing"

	"github.com/google/go-cmp/cmp"

	"github.com/concordlint/concord/internal/calendar"
	"github.com/concordlint/concord/internal/fact"
	"github.com/concordlint/concord/internal/token"
)

// dated makes the entries of one list of the dates or versions with dates.
func dated(t *testing.T, lines ...string) []fact.Fact {
	t.Helper()
	var fs []fact.Fact
	for i, l := range lines {
		e := &fact.Entry{Base: base(0, 100+10*i, l), Item: i, DateAt: at(0, 100+10*i), DateSurface: l}
		toks := token.Append(nil, l, 0, len(l))
		d, v, _, ok := calendar.EntryDate(toks)
		if !ok {
			t.Fatalf("no date: %q", l)
		}
		e.Date, e.Version, e.HasDate = d, v, d.Precision != 0
		fs = append(fs, e)
	}
	return fs
}

// TestOrder names the entries that break their list's own direction.
func TestOrder(t *testing.T) {
	tests := []struct {
		name  string
		lines []string
		want  []string
	}{
		{"ascending", []string{"1 May 2021", "3 May 2021", "5 May 2021", "7 May 2021"}, []string{"agrees: ascending/ascending"}},
		{"descending", []string{"7 May 2021", "5 May 2021", "3 May 2021", "1 May 2021"}, []string{"agrees: descending/descending"}},
		{"equal days", []string{"1 May 2021", "3 May 2021", "3 May 2021", "7 May 2021"}, []string{"agrees: ascending/ascending"}},
		{"one out of line", []string{"1 May 2021", "3 May 2021", "2 May 2021", "7 May 2021", "9 May 2021"}, []string{"conflicts gap: 2 May 2021/3 May 2021"}},
		{"one out of line, newest first", []string{"9 May 2021", "7 May 2021", "8 May 2021", "3 May 2021", "1 May 2021"}, []string{"conflicts gap: 8 May 2021/7 May 2021"}},
		{"in no order", []string{"5 May 2021", "1 May 2021", "9 May 2021", "2 May 2021", "7 May 2021"}, nil},
		{"the turn of the year", []string{"20 November", "29 December", "3 January", "9 January"}, []string{"agrees: ascending/ascending"}},
		{"ranges of one start", []string{"30 May - 2 June 2021", "30 May 2021", "1 June 2021", "4 June 2021"}, []string{"agrees: ascending/ascending"}},
		{"one entry", []string{"1 May 2021"}, nil},
		{"a release of an older series", []string{"2.1.0 (2024-05-01)", "2.0.2 (2024-05-20)", "2.0.1 (2024-04-01)", "2.0.0 (2024-02-01)", "1.9.0 (2024-01-20)"}, []string{"agrees: descending/descending"}},
		{"versions with one out of line", []string{"2.4.0 (2024-05-01)", "2.3.0 (2024-04-20)", "2.2.0 (2024-04-25)", "2.1.0 (2024-02-01)", "2.0.0 (2024-01-20)"}, []string{"conflicts gap: 2.2.0 (2024-04-25)/2.3.0 (2024-04-20)"}},
	}
	for _, tt := range tests {
		got := outcomes(run(newCheck(t, "order", "dates"), dated(t, tt.lines...)...))
		if diff := cmp.Diff(tt.want, got); diff != "" {
			t.Errorf("%s: -want +got\n%s", tt.name, diff)
		}
	}
}

// TestOrderWithin compares entries of one list of one document only, and
// leaves quoted and undated ones out.
func TestOrderWithin(t *testing.T) {
	lines := []string{"1 May 2021", "3 May 2021", "2 May 2021", "7 May 2021", "9 May 2021"}
	change := map[string]func(*fact.Entry){
		"another list":     func(e *fact.Entry) { e.List = 1 },
		"another document": func(e *fact.Entry) { e.Doc = 1 },
		"quoted":           func(e *fact.Entry) { e.Quoted = true },
		"undated":          func(e *fact.Entry) { e.HasDate = false },
	}
	for name, fn := range change {
		fs := dated(t, lines...)
		fn(fs[2].(*fact.Entry))
		if diff := cmp.Diff([]string{"agrees: ascending/ascending"}, outcomes(run(newCheck(t, "order", "dates"), fs...))); diff != "" {
			t.Errorf("%s: -want +got\n%s", name, diff)
		}
	}
}

// TestOrderDoubt grades what may well stand where it does.
func TestOrderDoubt(t *testing.T) {
	fs := dated(t, "1 May 2021", "20 May 2021", "2 - 30 May 2021", "2 June 2021", "3 June 2021", "4 June 2021")
	got := outcomes(run(newCheck(t, "order", "dates"), fs...))
	if len(got) != 1 || !strings.HasPrefix(got[0], "conflicts doubt: 2 - 30 May 2021") {
		t.Errorf("a period that takes in the day above: %q", got)
	}
}

// TestOrderProof shows the entry that the other should not follow.
func TestOrderProof(t *testing.T) {
	vs := run(newCheck(t, "order", "dates"), dated(t, "1 May 2021", "3 May 2021", "2 May 2021", "7 May 2021", "9 May 2021")...)
	if len(vs) != 1 {
		t.Fatalf("%d verdicts", len(vs))
	}
	v := vs[0]
	if v.Place != at(0, 120) || len(v.Evidence) != 1 || v.Evidence[0].Place != at(0, 110) {
		t.Errorf("stands at %v against %v", v.Place, v.Evidence)
	}
	if want := "2 May 2021 stands after 3 May 2021, and the list of 5 dated entries is in ascending order"; v.Message != want {
		t.Errorf("message %s", v.Message)
	}
}
