package extract_test

import (
	"fmt"
	"strings"
	"testing"

	"github.com/google/go-cmp/cmp"

	"github.com/concordlint/concord/internal/fact"
)

// entriesOf shows all entries of a document.
func entriesOf(t *testing.T, file, text string) []string {
	t.Helper()
	var got []string
	for _, e := range only[*fact.Entry](factsOf(t, file, text)) {
		got = append(got, showEntry(e))
	}
	return got
}

// TestContacts reads what one entry records: who did what with whom.
func TestContacts(t *testing.T) {
	tests := map[string]string{
		// The forms of one contact.
		"Minister Poe's call with Mayor Hale":            "call: Poe > Hale",
		"Minister Poe calls Mayor Hale":                  "call: Poe > Hale",
		"Minister Poe spoke with Mayor Hale":             "talk: Poe > Hale",
		"Minister Poe meets Mayor Hale":                  "meeting: Poe > Hale",
		"Minister Poe met with Mayor Hale":               "meeting: Poe > Hale",
		"Minister Poe's virtual meeting with Mayor Hale": "video: Poe > Hale",
		"Minister Poe visits Mayor Hale":                 "visit: Poe > Hale",
		"Minister Poe called on Mayor Hale":              "visit: Poe > Hale",
		"Mayor Hale hosts Minister Poe":                  "host: Hale > Poe",
		"Minister Poe’s call with Mayor Hale":            "call: Poe > Hale",
		"Minister Poe's call with Mayors":                "call: Poe > ",
		// Several counterparts, several contacts.
		"Minister Poe's meeting with Mayor Hale; Governor Senda":                        "meeting: Poe > Hale+Senda",
		"Minister Poe's call with Mayor Hale and Governor Senda":                        "call: Poe > Hale+Senda",
		"Minister Poe's call with Mayor Hale; Deputy Minister Gall also met Mayor Hale": "call: Poe > Hale; meeting: Gall > Hale",
		"Minister Poe met Mayor Hale, and Deputy Minister Gall called Governor Senda":   "meeting: Poe > Hale; call: Gall > Senda",
		// A contact that the entry only speaks of.
		"Minister Poe's call with Mayor Hale following Deputy Minister Gall's meeting with Governor Senda": "call: Poe > Hale; meeting: Gall > Senda mentioned",
		// Places and matters are no counterparts.
		"Minister Poe's meeting with Mayor Hale in Norway":     "meeting: Poe > Hale",
		"Minister Poe's call with Mayor Hale about Norway":     "call: Poe > Hale",
		"Minister Poe's meeting with Mayor Hale on Ukraine":    "meeting: Poe > Hale",
		"Minister Poe's call with Mayor Hale regarding Norway": "call: Poe > Hale",
		// Both were there, among others.
		"Minister Poe's group call with Mayor Hale and Governor Senda":                  "call: Poe > Hale+Senda broad",
		"Harbour meeting in Malta, including Minister Poe and Mayor Hale":               "meeting:  > Poe+Hale broad",
		"Minister Poe's conference call with Mayor Hale and other mayors of the region": "call: Poe > Hale broad",
		// What is still to come.
		"Minister Poe will meet Mayor Hale":                   "meeting: Poe > Hale planned",
		"Minister Poe's scheduled call with Mayor Hale":       "call: Poe > Hale planned",
		"cancelled: Minister Poe's meeting with Mayor Hale":   "meeting: Poe > Hale planned",
		"Minister Poe's postponed meeting with Mayor Hale":    "meeting: Poe > Hale planned",
		"Minister Poe and the press had a long day in Bergen": "",
		"Bridge opened to traffic":                            "",
		"Statement by Minister Poe":                           "",
	}
	for text, want := range tests {
		got := entriesOf(t, "a.md", "- 3 May 2021: "+text+"\n")
		if len(got) != 1 || got[0] != "2021-05-03 | "+want {
			t.Errorf("%s\n  got  %q\n  want %q", text, got, "2021-05-03 | "+want)
		}
	}
}

// TestLogOwner takes the actor of entries that name none from the headings.
func TestLogOwner(t *testing.T) {
	const entry = "\n\n- 3 May 2021: call with Mayor Hale\n"
	tests := map[string]string{ // the actor, empty for none
		"# Diary of Minister Poe":                "Poe",
		"# Minister Poe's diary":                 "Poe",
		"# Calls by Minister Poe":                "Poe",
		"# Log of the Minister of Transport":     "the transport-minister",
		"# Diary of Minister Poe\n\n## May":      "Poe",
		"# Diary of Minister Poe\n\n## Week 18":  "Poe",
		"# Minister Poe in the north":            "", // about him, not his
		"# Calls":                                "",
		"# Talks of Minister Poe and Mayor Hale": "", // two: whose is it?
	}
	for heading, want := range tests {
		for _, e := range only[*fact.Entry](factsOf(t, "a.md", heading+entry)) {
			got, implied := "", want == ""
			for _, k := range e.Contacts {
				got, implied = showParties(k.Actors), k.Implied == (want != "")
			}
			if got != want || !implied {
				t.Errorf("%s\n  got %q (%s), want %q", heading, got, showEntry(e), want)
			}
		}
	}
	// An entry that names its actor keeps him.
	got := entriesOf(t, "a.md", "# Diary of Minister Poe\n\n- 3 May 2021: Governor Senda's call with Mayor Hale\n")
	if want := []string{"2021-05-03 | call: Senda > Hale"}; !cmp.Equal(got, want) {
		t.Errorf("got %q, want %q", got, want)
	}
}

// TestDiaryEntries reads entries of the form "kind: counterpart", and those
// that stand with a time of day below a dated heading.
func TestDiaryEntries(t *testing.T) {
	tests := map[string][]string{
		"# Diary of Minister Poe\n\n- 3 May 2021: Bilateral: Norland (Minister Sund)\n- 4 May 2021: Call: Mayor Hale\n- 5 May 2021: Lunch\n": {
			"2021-05-03 | meeting: Poe > ~norland+Sund implied", "2021-05-04 | call: Poe > Hale implied", "2021-05-05 | ",
		},
		// What precedes the colon is no kind of contact.
		"# Diary of Minister Poe\n\n- 3 May 2021: Present: Mayor Hale\n": {"2021-05-03 | "},
		// A time of day belongs to the day of the heading above it.
		"# Diary of Minister Poe\n\n## Monday 3 May 2021\n\n- 09:30 Bilateral: Norland (Minister Sund)\n- 11:00 Call: Mayor Hale\n\n## Tuesday 4 May 2021\n\n- 10:00 Meeting: Governor Senda\n": {
			"2021-05-03 | ", "2021-05-03T09:30 | meeting: Poe > ~norland+Sund implied", "2021-05-03T11:00 | call: Poe > Hale implied",
			"2021-05-04 | ", "2021-05-04T10:00 | meeting: Poe > Senda implied",
		},
	}
	for text, want := range tests {
		if diff := cmp.Diff(want, entriesOf(t, "a.md", text)); diff != "" {
			t.Errorf("%s: -want +got\n%s", text, diff)
		}
	}
}

// TestYears infers the year of entries from the document, its headings and
// the turn of the year.
func TestYears(t *testing.T) {
	tests := []struct{ name, text, want string }{
		{"the document's date", "# Log, 30 May 2021\n\n- 3 May: a\n- 5 May: b\n", "2021-05-03 2021-05-05"},
		{"the heading's year", "# Log\n\n## Year 2019\n\n- 3 May: a\n- 5 May: b\n", "2019-05-03 2019-05-05"},
		{"the turn of the year", "# Log, 30 January 2021\n\n- 20 November: a\n- 29 December: b\n- 3 January: c\n- 9 January: d\n", "2020-11-20 2020-12-29 2021-01-03 2021-01-09"},
		{"the year as written", "# Log, 30 May 2021\n\n- 3 May 2018: a\n- 5 May 2018: b\n", "2018-05-03 2018-05-05"},
		{"a range", "- 30 May - 2 June 2021: a\n", "2021-05-30/2021-06-02"},
	}
	for _, tt := range tests {
		var got []string
		for _, e := range only[*fact.Entry](factsOf(t, "a.md", tt.text)) {
			got = append(got, e.Date.String())
		}
		if s := strings.Join(got, " "); s != tt.want {
			t.Errorf("%s: got %s, want %s", tt.name, s, tt.want)
		}
	}
}

// TestNoEntries holds that lists without dates are no logs, and that one
// dated item among many makes none.
func TestNoEntries(t *testing.T) {
	for _, text := range []string{
		"- apples\n- pears\n",
		"- 3 May 2021: a\n- pears\n- plums\n- figs\n",
		"- 3 apples\n- 5 pears\n",
		"- Mayor Hale\n- Governor Senda\n",
		"    3 May 2021: call with Mayor Hale\n",
		"The call of 3 May 2021 with Mayor Hale was short.\n",
	} {
		if got := entriesOf(t, "a.md", text); len(got) > 0 {
			t.Errorf("%q\n  got %q", text, got)
		}
	}
}

// TestLists numbers the lists of a document and the items in them.
func TestEntryLists(t *testing.T) {
	const text = "- 3 May 2021: a\n- 4 May 2021: b\n\nAnd then:\n\n- 1 June 2021: c\n- not dated\n- 2 June 2021: d\n\n| Date | What |\n|---|---|\n| 7 July 2021 | e |\n| 8 July 2021 | f |\n"
	var got []string
	lists := map[int]int{}
	for _, e := range only[*fact.Entry](factsOf(t, "a.md", text)) {
		if _, ok := lists[e.List]; !ok {
			lists[e.List] = len(lists)
		}
		got = append(got, fmt.Sprintf("%s=%d.%d", e.Date, lists[e.List], e.Item))
	}
	want := []string{"2021-05-03=0.0", "2021-05-04=0.1", "2021-06-01=1.0", "2021-06-02=1.2", "2021-07-07=2.0", "2021-07-08=2.1"}
	if diff := cmp.Diff(want, got); diff != "" {
		t.Errorf("-want +got\n%s", diff)
	}
}

// TestVersions reads a changelog's headings as dated entries with versions.
func TestVersions(t *testing.T) {
	const text = "# Changes\n\n## [3.2.0] - 2024-05-21\n\n- faster\n\n## [3.1.4] - 2024-04-02\n\n- smaller\n"
	var got []string
	for _, e := range only[*fact.Entry](factsOf(t, "a.md", text)) {
		got = append(got, fmt.Sprintf("%s %s %d", e.Version.Series(), e.Date, e.List))
	}
	es := only[*fact.Entry](factsOf(t, "a.md", text))
	if len(es) != 2 || es[0].List != es[1].List || es[0].Version.Compare(es[1].Version) <= 0 || es[0].Date.String() != "2024-05-21" {
		t.Errorf("got %q", got)
	}
}

// TestTables reads rows by what the columns' headers say that they hold.
func TestTables(t *testing.T) {
	tests := []struct {
		name, file, text string
		want             []string
	}{
		{"caller and callee", "a.csv", "date,caller,callee,channel\n2021-05-03,Ann Poe,Tom Hale,phone\n2021-05-04,Ann Poe,Ida Senda,video\n2021-05-05,Ann Poe,Ida Senda,in person\n",
			[]string{"2021-05-03 | call: Poe > Hale", "2021-05-04 | video: Poe > Senda", "2021-05-05 | meeting: Poe > Senda"}},
		{"no column for the means", "a.csv", "date,host,guest\n2021-05-03,Ann Poe,Tom Hale\n",
			[]string{"2021-05-03 | talk: Poe > Hale"}},
		{"text in a column", "a.md", "| Date | Event |\n|---|---|\n| 3 May 2021 | Minister Poe's call with Mayor Hale |\n",
			[]string{"2021-05-03 | call: Poe > Hale"}},
		{"one person's programme", "a.md", "# Programme of Minister Poe\n\n| Date | With |\n|---|---|\n| 3 May 2021 | Mayor Hale |\n| 4 May 2021 | rest |\n",
			[]string{"2021-05-03 | meeting: Poe > Hale implied", "2021-05-04 | "}},
		{"nobody's programme", "a.md", "| Date | With |\n|---|---|\n| 3 May 2021 | Mayor Hale |\n",
			[]string{"2021-05-03 | "}},
		{"no dates", "a.csv", "caller,callee\nAnn Poe,Tom Hale\n", nil},
		{"a row without its date", "a.csv", "date,caller,callee\n,Ann Poe,Tom Hale\n2021-05-04,Ann Poe,Tom Hale\n",
			[]string{"2021-05-04 | talk: Poe > Hale"}},
	}
	for _, tt := range tests {
		if diff := cmp.Diff(tt.want, entriesOf(t, tt.file, tt.text)); diff != "" {
			t.Errorf("%s: -want +got\n%s", tt.name, diff)
		}
	}
}

// TestOfficeColumns gives persons the offices that the column behind them
// names.
func TestOfficeColumns(t *testing.T) {
	const text = "date,caller,caller_post,callee,callee_post\n2021-05-03,Ann Poe,Norwegian Foreign Minister,Tom Hale,Mayor of Kelvin\n"
	es := only[*fact.Entry](factsOf(t, "a.csv", text))
	if len(es) != 1 || len(es[0].Contacts) != 1 {
		t.Fatalf("got %d entries", len(es))
	}
	k := es[0].Contacts[0]
	if got := showParty(&k.Actors[0]); got != "Ann Poe <foreign-minister|NO single>" {
		t.Errorf("caller: %s", got)
	}
	if got := k.With[0].Offices; len(got) != 1 || got[0].Title != "mayor" {
		t.Errorf("callee: %s", showParty(&k.With[0]))
	}
}
