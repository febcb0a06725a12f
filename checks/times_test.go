package checks_test

import (
	"slices"
	"strings"
	"testing"

	"github.com/google/go-cmp/cmp"

	"github.com/concordlint/concord/internal/fact"
	"github.com/concordlint/concord/internal/verdict"
)

// poe and hale are the two sides of most contacts here.
var (
	poe  = person("Ann Poe", office("transport-minister", "NO"))
	hale = person("Tom Hale", office("mayor", "~kelvin"))
)

// claimed is a claim of Poe's contacts with Hale.
func claimed(t *testing.T, number string, means ...string) *fact.Count {
	t.Helper()
	q := amount(t, number)
	return &fact.Count{
		Base: base(0, 10, number), Of: fact.Times, Quantity: q, NumberAt: at(0, 10), Actor: &poe, With: &hale, Means: means,
	}
}

// entry records contacts on a day of May 2021.
func entry(t *testing.T, n int, ks ...fact.Contact) *fact.Entry {
	t.Helper()
	d := fact.Entry{Base: base(0, 1000+10*n, "entry "+string(rune('a'+n))), Item: n, HasDate: true, Contacts: ks}
	d.Date = date(t, []string{"3 May 2021", "5 May 2021", "7 May 2021", "9 May 2021", "11 May 2021", "13 May 2021"}[n])
	d.DateSurface = "day " + string(rune('a'+n))
	return &d
}

func contact(means string, actor, with fact.Party) fact.Contact {
	return fact.Contact{Means: means, Noun: means, Actors: []fact.Party{actor}, With: []fact.Party{with}}
}

// TestTimes answers claims about how often Poe spoke with Hale, with three
// calls and a meeting on record.
func TestTimes(t *testing.T) {
	record := func() []fact.Fact {
		return []fact.Fact{
			entry(t, 0, contact("call", poe, hale)), entry(t, 1, contact("call", poe, hale)),
			entry(t, 2, contact("meeting", poe, hale)), entry(t, 3, contact("call", hale, poe)),
		}
	}
	tests := []struct{ name, number, means, want string }{
		{"as many as listed", "four times", "talk", "agrees: 4/4"},
		{"fewer listed", "five times", "talk", "conflicts contradiction: 5/4"},
		{"more listed", "three times", "talk", "conflicts contradiction: 3/4"},
		{"only what the claim counts", "three times", "call", "agrees: 3/3"},
		{"a meeting is no call", "four times", "call", "conflicts contradiction: 4/3"},
		{"by phone", "three times", fact.ByPhone, "agrees: 3/3"},
		{"a bound that holds", "at least three times", "talk", "agrees: at least 3/4"},
		{"a bound that does not", "more than four times", "talk", "conflicts contradiction: more than 4/4"},
		{"about", "about five times", "talk", "agrees: 4 to 6/4"},
		{"a vague number", "several times", "talk", "agrees: at least 3/4"},
		{"a vague number that does not hold", "dozens of times", "talk", "conflicts doubt: at least 24/4"},
		{"nothing of the kind listed", "four times", "letter", "undecided (nothing that is listed records it): 4/0"},
	}
	for _, tt := range tests {
		vs := run(newCheck(t, "count", "times"), append(record(), claimed(t, tt.number, tt.means))...)
		if len(vs) != 1 {
			t.Errorf("%s: %d verdicts", tt.name, len(vs))
			continue
		}
		if got := outcome(vs[0]); got != tt.want {
			t.Errorf("%s: got %s, want %s", tt.name, got, tt.want)
		}
	}
}

// TestTimesCalculation lays the numbers open and proposes the repair in the
// claim's own style.
func TestTimesCalculation(t *testing.T) {
	vs := run(newCheck(t, "count", "times"), entry(t, 0, contact("call", poe, hale)), entry(t, 1, contact("meeting", poe, hale)), claimed(t, "three times", "talk"))
	if len(vs) != 1 {
		t.Fatalf("%d verdicts", len(vs))
	}
	v := vs[0]
	if want := `text says "three times", the list has 2 (1 call, 1 meeting)`; v.Message != want {
		t.Errorf("message %s, want %s", v.Message, want)
	}
	if v.Calculation == nil || len(v.Calculation.Operands) != 2 || v.Calculation.Operands[0].Interval != "[3,3]" || v.Calculation.Operands[1].Interval != "[2,2]" {
		t.Errorf("calculation %+v", v.Calculation)
	}
	if len(v.Suggestions) != 1 || v.Suggestions[0].Text != "two times" && v.Suggestions[0].Text != "twice" {
		t.Errorf("suggestions %+v", v.Suggestions)
	}
	if diff := cmp.Diff([]string{"counted: call", "counted: meeting"}, roles(v)); diff != "" {
		t.Errorf("evidence: -want +got\n%s", diff)
	}
}

// TestPartialList grades what a list that calls itself partial lacks as a
// gap; what it has too much stays a contradiction.
func TestPartialList(t *testing.T) {
	remark := &fact.Remark{Place: at(0, 500), Text: "This list is not exhaustive."}
	record := []fact.Fact{entry(t, 0, contact("call", poe, hale)), entry(t, 1, contact("call", poe, hale)), entry(t, 2, contact("call", poe, hale))}
	for _, f := range record {
		f.(*fact.Entry).Partial = remark
	}
	for number, want := range map[string]string{
		"five times": "conflicts gap: 5/3", "twice": "conflicts contradiction: 2/3", "three times": "agrees: 3/3",
	} {
		vs := run(newCheck(t, "count", "times"), append(slices.Clone(record), claimed(t, number, "call"))...)
		if len(vs) != 1 || outcome(vs[0]) != want {
			t.Errorf("%s: got %q, want %s", number, outcomes(vs), want)
			continue
		}
		quotes := strings.Contains(vs[0].Message, remark.Text) && slices.Contains(roles(vs[0]), "partial: calls the list partial")
		if quotes != (number == "five times") {
			t.Errorf("%s: the remark is quoted: %v", number, quotes)
		}
	}
}

// TestBroadReading lets a claim agree anywhere between what certainly counts
// and what may, and proposes no number.
func TestBroadReading(t *testing.T) {
	joint := fact.Contact{Means: "meeting", Noun: "meeting", With: []fact.Party{poe, hale}, Broad: true}
	record := []fact.Fact{
		entry(t, 0, contact("meeting", poe, hale)), entry(t, 1, contact("meeting", poe, hale)),
		entry(t, 2, joint),                       // both attended
		entry(t, 3, contact("visit", poe, hale)), // a visit may be called a meeting
	}
	for number, want := range map[string]string{
		"one time": "conflicts contradiction: 1/2 to 4", "twice": "agrees: 2/2 to 4", "three times": "agrees: 3/2 to 4",
		"four times": "agrees: 4/2 to 4", "five times": "conflicts contradiction: 5/2 to 4",
	} {
		vs := run(newCheck(t, "count", "times"), append(slices.Clone(record), claimed(t, number, "meeting"))...)
		if len(vs) != 1 || outcome(vs[0]) != want {
			t.Errorf("%s: got %q, want %s", number, outcomes(vs), want)
			continue
		}
		if len(vs[0].Suggestions) > 0 {
			t.Errorf("%s: suggests %q", number, vs[0].Suggestions[0].Text)
		}
	}
}

// TestNearMisses lists what almost counts, with the reason, and never counts
// it.
func TestNearMisses(t *testing.T) {
	gall := person("Ida Gall", deputy("deputy-transport-minister", "NO"))
	namesake := person("Eva Poe", office("health-minister", "SE"))
	planned := contact("call", poe, hale)
	planned.Planned = true
	mentioned := contact("call", poe, hale)
	mentioned.Mentioned = true
	senda := person("Ida Senda")
	tests := []struct {
		name  string
		with  fact.Contact
		want  string // the note of the near miss, empty where it is unrelated
		notes int
	}{
		{"another actor", contact("call", gall, hale), "Ida Gall's call", 1},
		{"a namesake", contact("call", namesake, hale), "Eva Poe's call", 1},
		{"another kind", contact("meeting", poe, hale), "a meeting, which the claim does not count", 1},
		{"still to come", planned, "still to come", 1},
		{"only spoken of", mentioned, "", 0},
		{"another counterpart", contact("call", poe, senda), "", 0},
	}
	for _, tt := range tests {
		vs := run(newCheck(t, "count", "times"), entry(t, 0, contact("call", poe, hale)), entry(t, 1, tt.with), claimed(t, "one time", "call"))
		if len(vs) != 1 || outcome(vs[0]) != "agrees: 1/1" {
			t.Errorf("%s: got %q", tt.name, outcomes(vs))
			continue
		}
		want := []string{"counted: call"}
		if tt.notes > 0 {
			want = append(want, "near-miss: "+tt.want)
		}
		if diff := cmp.Diff(want, roles(vs[0])); diff != "" {
			t.Errorf("%s: -want +got\n%s", tt.name, diff)
		}
	}
}

// TestSameParty tells when two namings are of one person.
func TestSameParty(t *testing.T) {
	tests := []struct {
		name  string
		actor fact.Party
		want  bool
	}{
		{"surname alone", person("Poe"), true},
		{"another spelling", person("Ann Pòe"), true},
		{"a nickname", person("Annie Poe"), true},
		{"an initial", person("A. Poe"), true},
		{"another given name", person("Eva Poe"), false},
		{"a deputy of the same surname", person("Poe", deputy("deputy-transport-minister", "NO")), false},
		{"another surname", person("Ann Gall"), false},
		{"the office alone", fact.Party{Definite: true, Offices: []fact.Office{office("transport-minister", "NO")}}, true},
		{"the office of another country", fact.Party{Definite: true, Offices: []fact.Office{office("transport-minister", "SE")}}, false},
		{"another office", fact.Party{Definite: true, Offices: []fact.Office{office("health-minister", "NO")}}, false},
	}
	for _, tt := range tests {
		// One contact is certainly Poe's, so that the claim can be decided.
		vs := run(newCheck(t, "count", "times"), entry(t, 0, contact("call", poe, hale)), entry(t, 1, contact("call", tt.actor, hale)), claimed(t, "nine times", "call"))
		if len(vs) != 1 {
			t.Errorf("%s: %d verdicts", tt.name, len(vs))
			continue
		}
		if got := vs[0].Found == "2"; got != tt.want || !got && vs[0].Found != "1" {
			t.Errorf("%s: found %s", tt.name, vs[0].Found)
		}
	}
}

// TestWindow counts only what falls in the time that a claim names, and
// decides nothing about a time that the list does not cover.
func TestWindow(t *testing.T) {
	record := func() []fact.Fact { // 3, 5, 7 and 9 May 2021
		var fs []fact.Fact
		for n := range 4 {
			fs = append(fs, entry(t, n, contact("call", poe, hale)))
		}
		return fs
	}
	exact := func(from, to int) fact.Window {
		return fact.Window{Stated: true, Exact: true, From: day(2021, 5, from), To: day(2021, 5, to)}
	}
	tests := []struct {
		name, number string
		window       fact.Window
		want         string
	}{
		{"all inside", "four times", exact(1, 31), "agrees: 4/4"},
		{"its ends belong to it", "three times", exact(5, 9), "agrees: 3/3"},
		{"too many claimed for it", "four times", exact(5, 9), "conflicts contradiction: 4/3"},
		{"too few claimed for it", "twice", exact(5, 9), "conflicts contradiction: 2/3"},
		{"nothing in it", "twice", exact(20, 31), "undecided (nothing that is listed records it): 2/0"},
		{"vague", "four times", fact.Window{Stated: true}, "agrees: 4/4"},
		{"longer than the list", "nine times", fact.Window{Stated: true, Exact: true, From: day(2020, 1, 1), To: day(2021, 5, 31)}, "undecided (it speaks of a longer time than the list): 9/4"},
		{"months without a year", "four times", fact.Window{Stated: true, From: day(0, 5, 1), To: day(0, 5, 31)}, "agrees: 4/4"},
		{"another month", "four times", fact.Window{Stated: true, From: day(0, 6, 1), To: day(0, 6, 30)}, "undecided (nothing that is listed records it): 4/0"},
		{"over the turn of the year", "four times", fact.Window{Stated: true, From: day(0, 11, 1), To: day(0, 5, 31)}, "agrees: 4/4"},
	}
	for _, tt := range tests {
		c := claimed(t, tt.number, "call")
		c.Window = tt.window
		vs := run(newCheck(t, "count", "times"), append(record(), c)...)
		if len(vs) != 1 || outcome(vs[0]) != tt.want {
			t.Errorf("%s: got %q, want %s", tt.name, outcomes(vs), tt.want)
		}
	}
}

// TestUndecided gives the reason why a claim cannot be checked.
func TestUndecided(t *testing.T) {
	record := []fact.Fact{entry(t, 0, contact("call", poe, hale))}
	beyond := claimed(t, "nine times", "call")
	beyond.Beyond = true
	vague := claimed(t, "nine times", "call")
	vague.Quantity.Interval.Known = false
	other := claimed(t, "nine times", "call")
	senda := person("Ida Senda")
	other.With = &senda
	for name, tt := range map[string]struct {
		claim *fact.Count
		want  []string
	}{
		"of more than the list":   {beyond, []string{"it speaks of more than what is listed"}},
		"a number beyond reading": {vague, []string{"the number is too vague to check"}},
		"not listed at all":       {other, []string{"nothing that is listed records it"}},
	} {
		vs := run(newCheck(t, "count", "times"), append(slices.Clone(record), tt.claim)...)
		var got []string
		for _, v := range vs {
			got = append(got, v.Why)
			if v.Status != verdict.Undecided || len(v.Suggestions) > 0 {
				t.Errorf("%s: %s", name, outcome(v))
			}
		}
		if diff := cmp.Diff(tt.want, got); diff != "" {
			t.Errorf("%s: -want +got\n%s", name, diff)
		}
	}
}

// TestQuietClaims makes no verdict of quoted claims and of those without an
// actor, and counts no quoted entry.
func TestQuietClaims(t *testing.T) {
	e := entry(t, 0, contact("call", poe, hale))
	quoted := claimed(t, "nine times", "call")
	quoted.Quoted = true
	nobody := claimed(t, "nine times", "call")
	nobody.Actor = nil
	distinct := claimed(t, "nine times", "call")
	distinct.Of = fact.Distinct
	if vs := run(newCheck(t, "count", "times"), e, quoted, nobody, distinct); len(vs) > 0 {
		t.Errorf("got %q", outcomes(vs))
	}
	said := entry(t, 1, contact("call", poe, hale))
	said.Quoted = true
	if vs := run(newCheck(t, "count", "times"), e, said, claimed(t, "one time", "call")); len(vs) != 1 || outcome(vs[0]) != "agrees: 1/1" {
		t.Errorf("a quoted entry: %q", outcomes(vs))
	}
}

// TestRepeatedEntries counts the same line twice only on the broad reading.
func TestRepeatedEntries(t *testing.T) {
	a, b := entry(t, 0, contact("call", poe, hale)), entry(t, 0, contact("call", poe, hale))
	for number, want := range map[string]string{"one time": "agrees: 1/1 to 2", "twice": "agrees: 2/1 to 2", "three times": "conflicts contradiction: 3/1 to 2"} {
		vs := run(newCheck(t, "count", "times"), a, b, claimed(t, number, "call"))
		if len(vs) != 1 || outcome(vs[0]) != want {
			t.Errorf("%s: got %q, want %s", number, outcomes(vs), want)
		}
	}
	// Two lines of one day that differ are two calls.
	b.Surface = "another line"
	if vs := run(newCheck(t, "count", "times"), a, b, claimed(t, "twice", "call")); len(vs) != 1 || outcome(vs[0]) != "agrees: 2/2" {
		t.Errorf("two lines: %q", outcomes(vs))
	}
}

// TestWithoutCounterpart counts all contacts of an actor where the claim
// names no other side.
func TestWithoutCounterpart(t *testing.T) {
	c := claimed(t, "three calls and meetings", "call", "meeting")
	c.With = nil
	senda := person("Ida Senda")
	gall := person("Ida Gall")
	vs := run(newCheck(t, "count", "times"), c, entry(t, 0, contact("call", poe, hale)), entry(t, 1, contact("meeting", poe, senda)),
		entry(t, 2, contact("call", senda, poe)), entry(t, 3, contact("call", gall, hale)), entry(t, 4, contact("letter", poe, hale)))
	if len(vs) != 1 || outcome(vs[0]) != "agrees: 3/3" {
		t.Errorf("got %q", outcomes(vs))
	}
}

// TestExistence settles that something happened by an entry that records it,
// on the day of the week if one is named; silence settles nothing.
func TestExistence(t *testing.T) {
	deed := func(weekday int) *fact.Count {
		c := claimed(t, "one time", "call")
		c.Of = fact.Existence
		c.Window = fact.Window{Stated: weekday != 0, Weekday: weekday, Surface: "Monday"}
		return c
	}
	const monday, tuesday = 1, 2 // 3 May 2021 was a Monday
	mentioned := contact("call", poe, hale)
	mentioned.Mentioned = true
	tests := []struct {
		name  string
		claim *fact.Count
		on    fact.Contact
		want  []string
	}{
		{"on the day", deed(monday), contact("call", poe, hale), []string{"agrees: Monday/day a"}},
		{"at any time", deed(0), contact("call", poe, hale), []string{"agrees: Monday/day a"}},
		{"spoken of in an entry", deed(0), mentioned, []string{"agrees: Monday/day a"}},
		{"on another day", deed(tuesday), contact("call", poe, hale), []string{"undecided (nothing that is listed records it at that time): Monday/0"}},
		{"of another kind", deed(0), contact("letter", poe, hale), []string{"undecided (nothing that is listed records it at that time): Monday/0"}},
		{"not listed at all", deed(0), contact("call", poe, person("Ida Senda")), nil},
	}
	for _, tt := range tests {
		if diff := cmp.Diff(tt.want, outcomes(run(newCheck(t, "count", "times"), entry(t, 0, tt.on), tt.claim))); diff != "" {
			t.Errorf("%s: -want +got\n%s", tt.name, diff)
		}
	}
}
