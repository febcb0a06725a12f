package checks_test

import (
	"slices"
	"testing"

	"github.com/google/go-cmp/cmp"

	"github.com/concordlint/concord/internal/fact"
)

// leaders and ministers of several countries, as other sides of contacts.
var (
	durand = person("Durand", office("president", "FR", "leader", "president"))
	brandt = person("Brandt", office("chancellor", "DE", "leader"))
	sato   = person("Sato", office("prime-minister", "JP", "leader"))
	aydin  = person("Aydin", office("president", "TR", "leader", "president"))
	pop    = person("Pop", office("foreign-minister", "RO", "minister", "foreign minister"))
	sund   = person("Sund", office("foreign-minister", "SE", "minister", "foreign minister"))
	aalto  = person("Aalto", office("defence-minister", "FI", "minister", "defence minister"))
)

// met is a claim with how many different ones Poe met.
func met(t *testing.T, number, noun string, filter ...string) *fact.Count {
	t.Helper()
	return &fact.Count{
		Base: base(0, 10, number+" "+noun), Of: fact.Distinct, Quantity: amount(t, number+" "+noun), NumberAt: at(0, 10),
		Actor: &poe, Means: []string{"meeting"}, Noun: noun, Filter: filter,
	}
}

// meetings records one meeting of Poe with each of the parties.
func meetings(t *testing.T, others ...fact.Party) []fact.Fact {
	t.Helper()
	var fs []fact.Fact
	for i, o := range others {
		e := entry(t, i%6, contact("meeting", poe, o))
		e.Place = at(0, 1000+10*i)
		fs = append(fs, e)
	}
	return fs
}

// TestParties answers claims about how many different parties there were.
func TestParties(t *testing.T) {
	b9 := fact.Party{Surface: "B9 leaders", Group: "b9 leaders", Size: 9, Members: []string{"BG", "CZ", "EE", "HU", "LV", "LT", "PL", "RO", "SK"}}
	quad := fact.Party{Surface: "Quad leaders", Group: "quad leaders"}
	romanian := person("Ionescu", office("president", "RO", "leader", "president"))
	france := fact.Party{Surface: "France", Place: "FR"}
	tests := []struct {
		name   string
		claim  *fact.Count
		others []fact.Party
		want   string
	}{
		{"each counts once", met(t, "two", "leaders"), []fact.Party{durand, brandt, durand}, "agrees: 2/2"},
		{"one too many claimed", met(t, "three", "leaders"), []fact.Party{durand, brandt, durand}, "conflicts contradiction: 3/2"},
		{"one too few claimed", met(t, "two", "leaders"), []fact.Party{durand, brandt, sato}, "conflicts contradiction: 2/3"},
		{"at least", met(t, "at least two", "leaders"), []fact.Party{durand, brandt, sato}, "agrees: at least 2/3"},
		{"another spelling is no other person", met(t, "two", "leaders"), []fact.Party{durand, brandt, person("Dürand", durand.Offices...)}, "agrees: 2/2"},
		{"who is no leader does not count", met(t, "two", "leaders"), []fact.Party{durand, brandt, pop}, "agrees: 2/2"},
		{"foreign ministers", met(t, "two", "ministers", "foreign"), []fact.Party{pop, sund, aalto}, "agrees: 2/2"},
		{"ministers of all kinds", met(t, "three", "ministers"), []fact.Party{pop, sund, aalto}, "agrees: 3/3"},
		{"of a region", met(t, "two", "leaders", "European"), []fact.Party{durand, brandt, sato}, "agrees: 2/2"},
		{"on the edge of a region", met(t, "three", "leaders", "European"), []fact.Party{durand, brandt, aydin}, "agrees: 3/2 to 3"},
		{"on the edge of a region, left out", met(t, "two", "leaders", "European"), []fact.Party{durand, brandt, aydin}, "agrees: 2/2 to 3"},
		{"of a region, too many claimed", met(t, "three", "leaders", "European"), []fact.Party{durand, brandt, sato}, "conflicts contradiction: 3/2"},
		{"countries", met(t, "two", "countries"), []fact.Party{durand, france, brandt}, "agrees: 2/2"},
		{"countries, counted as persons", met(t, "three", "countries"), []fact.Party{durand, france, brandt}, "conflicts contradiction: 3/2"},
		{"a group has its size", met(t, "ten", "leaders"), []fact.Party{b9, durand}, "agrees: 10/10"},
		{"one of the group by himself", met(t, "ten", "leaders"), []fact.Party{b9, romanian, durand}, "agrees: 10/10 to 11"},
		{"a group of unknown size leaves the end open", met(t, "forty", "leaders"), []fact.Party{quad, durand}, "agrees: 40/at least 1"},
		{"nobody of the kind", met(t, "two", "leaders"), []fact.Party{pop, sund}, "undecided (nothing that is listed records it): 2/0"},
	}
	for _, tt := range tests {
		vs := run(newCheck(t, "count", "parties"), append(meetings(t, tt.others...), tt.claim)...)
		if len(vs) != 1 || outcome(vs[0]) != tt.want {
			t.Errorf("%s: got %q, want %s", tt.name, outcomes(vs), tt.want)
		}
	}
}

// TestBelowCertain holds that a group of unknown size excuses no claim below
// what is certain.
func TestBelowCertain(t *testing.T) {
	quad := fact.Party{Surface: "Quad leaders", Group: "quad leaders"}
	vs := run(newCheck(t, "count", "parties"), append(meetings(t, quad, durand, brandt, sato), met(t, "two", "leaders"))...)
	if len(vs) != 1 || outcome(vs[0]) != "conflicts contradiction: 2/at least 3" {
		t.Fatalf("got %q", outcomes(vs))
	}
	if len(vs[0].Suggestions) > 0 {
		t.Errorf("suggests %q", vs[0].Suggestions[0].Text)
	}
}

// TestPartiesEvidence names who counts once each, and who nearly counts.
func TestPartiesEvidence(t *testing.T) {
	vs := run(newCheck(t, "count", "parties"), append(meetings(t, durand, sato, brandt, durand, aydin), met(t, "five", "leaders", "European"))...)
	if len(vs) != 1 {
		t.Fatalf("%d verdicts", len(vs))
	}
	want := []string{"counted: Durand", "near-miss: Sato: not European", "counted: Brandt", "counted: may count: Aydin"}
	if diff := cmp.Diff(want, roles(vs[0])); diff != "" {
		t.Errorf("-want +got\n%s", diff)
	}
}

// TestBroadContacts counts those met among others on the broad reading only.
func TestBroadContacts(t *testing.T) {
	fs := meetings(t, durand, brandt)
	fs[1].(*fact.Entry).Contacts[0].Broad = true
	for number, want := range map[string]string{"one": "agrees: 1/1 to 2", "two": "agrees: 2/1 to 2", "three": "conflicts contradiction: 3/1 to 2"} {
		vs := run(newCheck(t, "count", "parties"), append(slices.Clone(fs), met(t, number, "leaders"))...)
		if len(vs) != 1 || outcome(vs[0]) != want {
			t.Errorf("%s: got %q, want %s", number, outcomes(vs), want)
		}
	}
}

// TestCounterparts holds that a foreign minister's counterparts are foreign
// ministers, and that one without a portfolio of that kind has any.
func TestCounterparts(t *testing.T) {
	actor := person("Ann Poe", office("foreign-minister", "NO", "minister", "foreign minister"))
	claim := met(t, "two", "counterparts")
	claim.Actor = &actor
	fs := meetings(t, pop, sund, aalto)
	for _, f := range fs {
		f.(*fact.Entry).Contacts[0].Actors = []fact.Party{actor}
	}
	if vs := run(newCheck(t, "count", "parties"), append(fs, claim)...); len(vs) != 1 || outcome(vs[0]) != "agrees: 2/2" {
		t.Errorf("a foreign minister: %q", outcomes(vs))
	}
	if vs := run(newCheck(t, "count", "parties"), append(meetings(t, pop, sund, aalto), met(t, "three", "counterparts"))...); len(vs) != 1 || outcome(vs[0]) != "agrees: 3/3" {
		t.Errorf("any: %q", outcomes(vs))
	}
}

// TestPartialParties grades fewer parties on a partial list as a gap.
func TestPartialParties(t *testing.T) {
	fs := meetings(t, durand, brandt)
	for _, f := range fs {
		f.(*fact.Entry).Partial = &fact.Remark{Place: at(0, 500), Text: "Among others:"}
	}
	for number, want := range map[string]string{"three": "conflicts gap: 3/2", "one": "conflicts contradiction: 1/2"} {
		vs := run(newCheck(t, "count", "parties"), append(slices.Clone(fs), met(t, number, "leaders"))...)
		if len(vs) != 1 || outcome(vs[0]) != want {
			t.Errorf("%s: got %q, want %s", number, outcomes(vs), want)
		}
	}
}
