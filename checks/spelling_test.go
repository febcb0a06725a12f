package checks_test

import (
	"slices"
	"strings"
	"testing"

	"github.com/google/go-cmp/cmp"

	"github.com/concordlint/concord/internal/fact"
	"github.com/concordlint/concord/internal/source"
	"github.com/concordlint/concord/internal/verdict"
)

// spelled is a spelling of a surname with a number of uses in one document.
func spelled(doc, uses int, form string, givens ...string) *fact.Name {
	n := &fact.Name{Base: base(doc, 10, form), Form: form, Givens: givens}
	for i := range uses {
		n.Uses = append(n.Uses, at(doc, 10+20*i))
	}
	return n
}

func inOffice(n *fact.Name, offices ...string) *fact.Name {
	n.Offices = offices
	return n
}

// full is a name in full with a number of uses in one document, each in a
// sentence of its own.
func full(doc, uses int, name string) *fact.FullName {
	n := &fact.FullName{Base: base(doc, 10, name), Words: strings.Fields(name), Sure: true}
	for i := range uses {
		p := at(doc, 10+20*i)
		n.Spots = append(n.Spots, fact.Spot{Place: p, Sentence: p.Span, Table: source.None, List: source.None})
	}
	return n
}

// TestFullNames reports full names that are nearly the same, where nothing
// speaks for two people.
func TestFullNames(t *testing.T) {
	change := func(n *fact.FullName, fn func(*fact.FullName)) *fact.FullName { fn(n); return n }
	tests := []struct {
		name string
		a, b *fact.FullName
		want []string
	}{
		{"a letter", full(0, 2, "Joost Verhulst"), full(1, 1, "Joost Verhuist"), []string{"conflicts gap: Verhuist/Verhulst"}},
		{"the rarer one is the first", full(0, 1, "Joost Verhuist"), full(1, 2, "Joost Verhulst"), []string{"conflicts gap: Verhuist/Verhulst"}},
		{"as many uses: the later one", full(0, 1, "Joost Verhulst"), full(1, 1, "Joost Verhuist"), []string{"conflicts gap: Verhuist/Verhulst"}},
		{"an accent", full(0, 2, "Ana López"), full(1, 1, "Ana Lopez"), []string{"conflicts gap: Lopez/López"}},
		{"a transliteration", full(0, 2, "Ivan Zelensky"), full(1, 1, "Ivan Zelenskyy"), []string{"conflicts gap: Zelenskyy/Zelensky"}},
		{"two given names", full(0, 2, "Joost Verhulst"), full(1, 1, "Karel Verhuist"), nil},
		{"an initial", full(0, 2, "Joost Verhulst"), full(1, 1, "J. Verhuist"), nil},
		{"one name", full(0, 2, "Joost Verhulst"), full(1, 1, "Joost Verhulst"), nil},
		{"other surnames", full(0, 2, "Jan Mackiewicz"), full(1, 1, "Jan Nowak"), nil},
		{"a short surname", full(0, 2, "Ann Lee"), full(1, 1, "Ann Lea"), nil},
		{"a woman's form", full(0, 2, "Sasha Petrov"), full(1, 1, "Sasha Petrova"), nil},
		{"an apostrophe of another form", full(0, 2, "Sean O'Neil"), full(1, 1, "Sean O’Neil"), nil},
		{"a nickname of one surname", full(0, 2, "William Marsh"), full(1, 1, "Bill Marsh"), nil},
		{"remarked upon", full(0, 2, "Joost Verhulst"), change(full(1, 1, "Joost Verhuist"), func(n *fact.FullName) { n.Remarked = true }), nil},
		{"side by side in one sentence", full(0, 1, "John Hansen"), full(0, 1, "John Hanson"), nil},
	}
	for _, tt := range tests {
		if diff := cmp.Diff(tt.want, outcomes(run(newCheck(t, "spelling", "variants"), tt.a, tt.b))); diff != "" {
			t.Errorf("%s: -want +got\n%s", tt.name, diff)
		}
	}
}

// TestVariants reports surnames that are nearly the same in one office, where
// no given name speaks for two people.
func TestVariants(t *testing.T) {
	const mayor = "mayor|~kelvin"
	marked := func(n *fact.Name, fn func(*fact.Name)) *fact.Name { fn(n); return n }
	tests := []struct {
		name string
		a, b *fact.Name
		want []string
	}{
		{"one office", inOffice(spelled(0, 2, "Verhulst"), mayor), inOffice(spelled(1, 1, "Verhuist"), mayor), []string{"conflicts gap: Verhuist/Verhulst"}},
		{"a given name on one side", inOffice(spelled(0, 2, "Verhulst", "Joost"), mayor), inOffice(spelled(1, 1, "Verhuist"), mayor), []string{"conflicts gap: Verhuist/Verhulst"}},
		{"an initial on one side", inOffice(spelled(0, 2, "Verhulst", "Joost"), mayor), inOffice(spelled(1, 1, "Verhuist", "K."), mayor), []string{"conflicts gap: Verhuist/Verhulst"}},
		{"surnames alone", spelled(0, 2, "Verhulst"), spelled(1, 1, "Verhuist"), nil},
		{"two offices", inOffice(spelled(0, 2, "Verhulst"), mayor), inOffice(spelled(1, 1, "Verhuist"), "mayor|~norland"), nil},
		{"two given names", inOffice(spelled(0, 2, "Verhulst", "Joost"), mayor), inOffice(spelled(1, 1, "Verhuist", "Karel"), mayor), nil},
		{"other surnames", inOffice(spelled(0, 2, "Mackiewicz"), mayor), inOffice(spelled(1, 1, "Nowak"), mayor), nil},
		{"garbled: another rule's matter", marked(inOffice(spelled(0, 2, "Verhu?st"), mayor), func(n *fact.Name) { n.Garbled = true }), inOffice(spelled(1, 1, "Verhulst"), mayor), nil},
		{"remarked upon", marked(inOffice(spelled(0, 2, "Verhuist"), mayor), func(n *fact.Name) { n.Marked = true }), inOffice(spelled(1, 1, "Verhulst"), mayor), nil},
		{"in quotations only", inOffice(spelled(0, 0, "Verhuist"), mayor), inOffice(spelled(1, 1, "Verhulst"), mayor), nil},
	}
	for _, tt := range tests {
		if diff := cmp.Diff(tt.want, outcomes(run(newCheck(t, "spelling", "variants"), tt.a, tt.b))); diff != "" {
			t.Errorf("%s: -want +got\n%s", tt.name, diff)
		}
	}
}

// TestVariantPlaces counts the uses of all documents and shows them.
func TestVariantPlaces(t *testing.T) {
	const mayor = "mayor|~kelvin"
	for name, facts := range map[string][]fact.Fact{
		"surnames":   {inOffice(spelled(0, 2, "Verhulst"), mayor), inOffice(spelled(1, 2, "Verhuist"), mayor), inOffice(spelled(2, 4, "Verhulst"), mayor)},
		"full names": {full(0, 2, "Joost Verhulst"), full(1, 2, "Joost Verhuist"), full(2, 4, "Joost Verhulst")},
	} {
		vs := run(newCheck(t, "spelling", "variants"), facts...)
		if len(vs) != 1 {
			t.Errorf("%s: got %q", name, outcomes(vs))
			continue
		}
		v := vs[0]
		if want := `"Verhuist" (2 times) and "Verhulst" (6 times) are likely one name`; v.Message != want {
			t.Errorf("%s: message %s, want %s", name, v.Message, want)
		}
		if v.Place != at(1, 10) {
			t.Errorf("%s: stands at %v", name, v.Place)
		}
		usual, others := 0, 0
		for _, e := range roles(v) {
			switch e {
			case "contradicts: spelled Verhulst":
				usual++
			case "defines: spelled Verhuist":
				others++
			}
		}
		if usual != 6 || others != 1 {
			t.Errorf("%s: evidence: %d of the usual spelling, %d more of the rare one", name, usual, others)
		}
		if len(v.Suggestions) == 0 || v.Suggestions[0].Text != "Verhulst" {
			t.Errorf("%s: suggestions %+v", name, v.Suggestions)
		}
	}
}

// lost is a word with letters lost, in a document of its own place.
func lost(doc, start int, pattern, clean string) *fact.Garbled {
	return &fact.Garbled{Base: base(doc, start, pattern), Pattern: pattern, Clean: clean}
}

// TestGarbled proposes the clean form where exactly one fits.
func TestGarbled(t *testing.T) {
	tests := []struct {
		name  string
		facts []fact.Fact
		want  []string
	}{
		{"no clean form", []fact.Fact{lost(0, 10, "Wo?niak", "")}, []string{"conflicts gap: Wo?niak/"}},
		{"one in another document", []fact.Fact{lost(0, 10, "Wo?niak", ""), spelled(1, 1, "Woźniak")}, []string{"conflicts gap: Wo?niak/Woźniak"}},
		{"the damage tells it", []fact.Fact{lost(0, 10, "BjÃ¸rn", "Bjørn")}, []string{"conflicts gap: BjÃ¸rn/Bjørn"}},
		{"two that fit", []fact.Fact{lost(0, 10, "Wo?niak", ""), spelled(1, 1, "Woźniak"), spelled(1, 1, "Wośniak")}, []string{"conflicts gap: Wo?niak/"}},
		{"plain letters do not get lost", []fact.Fact{lost(0, 10, "Wo?niak", ""), spelled(1, 1, "Wozniak")}, []string{"conflicts gap: Wo?niak/"}},
		{"another name", []fact.Fact{lost(0, 10, "Wo?niak", ""), spelled(1, 1, "Kowźniak")}, []string{"conflicts gap: Wo?niak/"}},
		{"two marks for one letter", []fact.Fact{lost(0, 10, "Wo??niak", ""), spelled(1, 1, "Woźniak")}, []string{"conflicts gap: Wo??niak/Woźniak"}},
		{"at its end", []fact.Fact{lost(0, 10, "Hava?", ""), spelled(1, 1, "Havaš")}, []string{"conflicts gap: Hava?/Havaš"}},
		{"a quoted name is no model", []fact.Fact{lost(0, 10, "Wo?niak", ""), func() *fact.Name { n := spelled(1, 1, "Woźniak"); n.Quoted = true; return n }()}, []string{"conflicts gap: Wo?niak/"}},
		{"a clean name alone", []fact.Fact{spelled(1, 1, "Woźniak")}, nil},
		{"quoted damage", []fact.Fact{func() *fact.Garbled { g := lost(0, 10, "Wo?niak", ""); g.Quoted = true; return g }()}, nil},
	}
	for _, tt := range tests {
		if diff := cmp.Diff(tt.want, outcomes(run(newCheck(t, "spelling", "garbled"), tt.facts...))); diff != "" {
			t.Errorf("%s: -want +got\n%s", tt.name, diff)
		}
	}
}

// TestGarbledAgain reports a word once a document.
func TestGarbledAgain(t *testing.T) {
	vs := run(newCheck(t, "spelling", "garbled"), lost(0, 10, "Wo?niak", ""), lost(0, 50, "Wo?niak", ""), lost(1, 10, "Wo?niak", ""), spelled(2, 1, "Woźniak"))
	if len(vs) != 2 || vs[0].Place.Doc == vs[1].Place.Doc {
		t.Fatalf("got %q", outcomes(vs))
	}
	i := slices.IndexFunc(vs[0].Evidence, func(e verdict.Evidence) bool { return strings.Contains(e.Note, "again") })
	if i < 0 || vs[0].Evidence[i].Place != at(0, 50) {
		t.Errorf("evidence %v", roles(vs[0]))
	}
}
