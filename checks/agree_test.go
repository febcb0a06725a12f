package checks_test

import (
	"strings"
	"testing"

	"github.com/google/go-cmp/cmp"

	"github.com/concordlint/concord/internal/fact"
	"github.com/concordlint/concord/internal/verdict"
)

var norwegian = office("foreign-minister", "NO")

// mention names a person with an office in a document; each has its own
// place.
func mention(doc, start int, p fact.Party) *fact.Mention {
	return &fact.Mention{Base: base(doc, start, p.Surface), Party: p, NameAt: at(doc, start+1)}
}

// TestHolders compares the persons under one office.
func TestHolders(t *testing.T) {
	aune, lund := person("Berit Aune", norwegian), person("Solveig Lund", norwegian)
	tests := []struct {
		name   string
		change func(a, b *fact.Mention)
		want   []string
	}{
		{"two persons", func(_, _ *fact.Mention) {}, []string{"conflicts contradiction: Lund/Aune"}},
		{"one person", func(_, b *fact.Mention) { b.Party = aune }, []string{"agrees: Aune/Aune"}},
		{"one person, another spelling", func(_, b *fact.Mention) { b.Party = person("Berit Aunè", norwegian) }, []string{"agrees: Aune/Aune"}},
		{"one person, by surname", func(_, b *fact.Mention) { b.Party = person("Aune", norwegian) }, []string{"agrees: Aune/Aune"}},
		{"a letter lost", func(a, b *fact.Mention) {
			a.Party, b.Party = person("Zofia Woźniak", norwegian), person("Zofia Wo?niak", norwegian)
		}, []string{"agrees: Woźniak/Woźniak"}},
		{"former", func(a, _ *fact.Mention) { a.Party.Qualifiers = []string{"former"} }, []string{"undecided (one of them is marked as coming, going or standing in): Lund/Aune"}},
		{"acting, on the other side", func(_, b *fact.Mention) { b.Party.Qualifiers = []string{"acting"} }, []string{"undecided (one of them is marked as coming, going or standing in): Lund/Aune"}},
		{"a sentence about another time", func(a, _ *fact.Mention) { a.PastTime = true }, []string{"undecided (one of them is marked as coming, going or standing in): Lund/Aune"}},
		{"dated one after the other", func(a, b *fact.Mention) {
			a.From, a.To, b.From, b.To = "2021-05-03", "2021-05-03", "2021-06-01", "2021-06-01"
		}, []string{"undecided (one may have followed the other): Lund/Aune"}},
		{"dated the other way round", func(a, b *fact.Mention) {
			b.From, b.To, a.From, a.To = "2021-05-03", "2021-05-03", "2021-06-01", "2021-06-01"
		}, []string{"undecided (one may have followed the other): Lund/Aune"}},
		{"dated to one day", func(a, b *fact.Mention) {
			a.From, a.To, b.From, b.To = "2021-05-03", "2021-05-03", "2021-05-03", "2021-05-03"
		}, []string{"conflicts contradiction: Lund/Aune"}},
		{"one within the time of the other", func(a, b *fact.Mention) {
			a.From, a.To, b.From, b.To = "2021-05-01", "2021-05-05", "2021-05-03", "2021-05-03"
		}, []string{"conflicts contradiction: Lund/Aune"}},
		{"documents of different seasons", func(a, b *fact.Mention) { a.Published, b.Published = "2021-01-03", "2021-09-01" }, []string{"undecided (one may have followed the other): Lund/Aune"}},
		{"documents of one day", func(a, b *fact.Mention) { a.Published, b.Published = "2021-05-03", "2021-05-03" }, []string{"conflicts contradiction: Lund/Aune"}},
		{"documents of the same weeks", func(a, b *fact.Mention) { a.Published, b.Published = "2021-05-03", "2021-05-10" }, []string{"conflicts contradiction: Lund/Aune"}},
		{"only one of them dated", func(a, _ *fact.Mention) { a.From, a.To = "2021-05-03", "2021-05-03" }, []string{"conflicts contradiction: Lund/Aune"}},
		{"many years spoken of", func(a, _ *fact.Mention) { a.FirstYear, a.LastYear = 1998, 2011 }, []string{"undecided (the documents speak of different years): Lund/Aune"}},
		{"documents of different years", func(a, b *fact.Mention) { a.FirstYear, a.LastYear, b.FirstYear, b.LastYear = 1998, 1998, 2011, 2011 }, []string{"undecided (the documents speak of different years): Lund/Aune"}},
		{"few years spoken of", func(a, _ *fact.Mention) { a.FirstYear, a.LastYear = 2019, 2021 }, []string{"conflicts contradiction: Lund/Aune"}},
		{"another country", func(_, b *fact.Mention) { b.Party.Offices = []fact.Office{office("foreign-minister", "SE")} }, nil},
		{"another office", func(_, b *fact.Mention) { b.Party.Offices = []fact.Office{office("prime-minister", "NO")} }, nil},
		{"no country", func(_, b *fact.Mention) { b.Party.Offices = []fact.Office{office("foreign-minister", "")} }, nil},
		{"a deputy", func(_, b *fact.Mention) { b.Party.Offices = []fact.Office{deputy("foreign-minister", "NO")} }, nil},
		{"an office of many", func(_, b *fact.Mention) {
			b.Party.Offices = []fact.Office{{Title: "foreign-minister", Org: "NO"}}
		}, nil},
		{"somebody else's words", func(_, b *fact.Mention) { b.Quoted = true }, nil},
		{"an office without a name", func(_, b *fact.Mention) { b.Party = fact.Party{Definite: true, Offices: []fact.Office{norwegian}} }, nil},
	}
	for _, tt := range tests {
		a, b := mention(0, 10, aune), mention(1, 10, lund)
		tt.change(a, b)
		if diff := cmp.Diff(tt.want, outcomes(run(newCheck(t, "agree", "office-holder"), a, b))); diff != "" {
			t.Errorf("%s: -want +got\n%s", tt.name, diff)
		}
	}
}

// TestHoldersWithinDocument holds that a document's own date orders nothing
// within it.
func TestHoldersWithinDocument(t *testing.T) {
	a, b := mention(0, 10, person("Berit Aune", norwegian)), mention(0, 50, person("Solveig Lund", norwegian))
	a.Published, b.Published = "2021-05-03", "2021-05-03"
	a.From, a.To = "2021-05-01", "2021-05-01"
	if got := outcomes(run(newCheck(t, "agree", "office-holder"), a, b)); len(got) != 1 || got[0] != "conflicts contradiction: Lund/Aune" {
		t.Errorf("got %q", got)
	}
}

// TestWeakerSide reports the conflict where the less frequent name stands,
// shows both sides, and offers both repairs.
func TestWeakerSide(t *testing.T) {
	aune, lund := person("Berit Aune", norwegian), person("Solveig Lund", norwegian)
	rare := mention(0, 10, lund)
	rare.With = []string{"Ames", "Poe"}
	often := []fact.Fact{mention(1, 10, aune), mention(1, 40, aune), mention(2, 10, aune)}
	often[0].(*fact.Mention).With = []string{"Ames"}
	vs := run(newCheck(t, "agree", "office-holder"), append([]fact.Fact{rare}, often...)...)
	if len(vs) != 1 {
		t.Fatalf("got %q", outcomes(vs))
	}
	v := vs[0]
	if v.Place != rare.Place || v.Claimed != "Lund" || v.Found != "Aune" {
		t.Errorf("stands at %v: %s", v.Place, outcome(v))
	}
	if diff := cmp.Diff([]string{"contradicts: names Aune", "contradicts: names Aune", "contradicts: names Aune"}, roles(v)); diff != "" {
		t.Errorf("evidence: -want +got\n%s", diff)
	}
	if len(v.Suggestions) != 2 || v.Suggestions[0].Text != "Aune" || v.Suggestions[0].Place != rare.NameAt || v.Suggestions[1].Text != "Lund" {
		t.Errorf("suggestions %+v", v.Suggestions)
	}
	if !strings.Contains(v.Message, "both places also name Ames") || strings.Contains(v.Message, "Poe") {
		t.Errorf("message %s", v.Message)
	}
}

// TestThreeHolders compares each pair; a single naming proves nothing.
func TestThreeHolders(t *testing.T) {
	c := newCheck(t, "agree", "office-holder")
	vs := run(c, mention(0, 10, person("Aune", norwegian)), mention(1, 10, person("Lund", norwegian)), mention(2, 10, person("Berg", norwegian)))
	if len(vs) != 3 {
		t.Errorf("three persons: %q", outcomes(vs))
	}
	for _, v := range vs {
		if v.Status != verdict.Conflicts {
			t.Errorf("got %s", outcome(v))
		}
	}
	if vs := run(c, mention(0, 10, person("Aune", norwegian))); len(vs) > 0 {
		t.Errorf("one naming: %q", outcomes(vs))
	}
}

// TestSeveralOffices compares under each office that a person holds.
func TestSeveralOffices(t *testing.T) {
	finance := office("finance-minister", "NO")
	both := mention(0, 10, person("Ada Holm", office("prime-minister", "NO"), finance))
	other := mention(1, 10, person("Solveig Lund", finance))
	if got := outcomes(run(newCheck(t, "agree", "office-holder"), both, other)); len(got) != 1 || got[0] != "conflicts contradiction: Lund/Holm" {
		t.Errorf("got %q", got)
	}
}
