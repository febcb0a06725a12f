package extract_test

import (
	"slices"
	"strings"
	"testing"

	"github.com/google/go-cmp/cmp"

	"github.com/concordlint/concord/internal/fact"
)

// mentionsIn shows the parties of all mentions of a text.
func mentionsIn(t *testing.T, text string) []string {
	t.Helper()
	var got []string
	for _, m := range only[*fact.Mention](factsOf(t, "a.txt", text)) {
		got = append(got, showParty(&m.Party))
	}
	return got
}

// TestOffices reads one person with an office in each of the ways in which
// English puts the two, the country and the name together.
func TestOffices(t *testing.T) {
	const aune = "Berit Aune <foreign-minister|NO single>"
	tests := map[string]string{
		// One office under all its forms.
		"Norwegian Foreign Minister Berit Aune left the hall.":                  aune,
		"Norway's Foreign Minister Berit Aune left the hall.":                   aune,
		"Norway’s Foreign Minister Berit Aune left the hall.":                   aune,
		"Foreign Minister Berit Aune of Norway left the hall.":                  aune,
		"Foreign Minister of Norway Berit Aune left the hall.":                  aune,
		"The Minister of Foreign Affairs of Norway, Berit Aune, left the hall.": aune,
		"Norwegian Minister for Foreign Affairs Berit Aune left the hall.":      aune,
		"The Foreign Minister of Norway (Berit Aune) left the hall.":            aune,
		"Anna Aune, Foreign Minister of Norway, left the hall.":                 "Anna Aune <foreign-minister|NO single>",
		"Anna Aune, the Norwegian foreign minister, left the hall.":             "Anna Aune <foreign-minister|NO single>",
		"The Trade Minister, Aiko Tanabe, left the hall.":                       "Aiko Tanabe <trade-minister| single>",
		"The Speaker (Mr Okoro) left the hall.":                                 "Okoro <speaker| single>",
		"US Secretary of State Ruth Ames left the hall.":                        "Ruth Ames <foreign-minister|US single>",
		"Secretary of State Ruth Ames left the hall.":                           "Ruth Ames <secretary-of-state| single>",
		"Lithuanian Minister of National Defense Dr. Arvydas Petrauskas left.":  "Arvydas Petrauskas <defence-minister|LT single>",
		"Romanian Chief of the General Staff Gen. Andrei Pop left.":             "Andrei Pop <chief-of-general-staff|RO single>",
		"EU High Representative Josep Marti left.":                              "Josep Marti <high-representative|EU single>",
		"NATO Secretary General Jens-Peter Dahl left.":                          "Jens-Peter Dahl <secretary-general|NATO single>",
		"Head of Presidential Administration Andriy Marko left.":                "Andriy Marko <presidential-office-head| single>",
		"Commander-in-Chief of the Ukrainian Armed Forces Lt. Gen. Marko left.": "Marko <commander-in-chief|UA single>",
		"President of the European Commission Clara Voss left.":                 "Clara Voss <president|EU-COM single>",
		"Dutch Deputy Prime Minister Hoekman left.":                             "Hoekman <deputy-prime-minister|NL deputy>",
		"Minister Hess' call with the press took an hour.":                      "Hess <minister|>",
		"Minister Aune's call with the press took an hour.":                     "Aune <minister|>",
		// Two offices of one person.
		"Finnish Prime Minister and Minister of Finance Ada Holm left.": "Ada Holm <prime-minister|FI single> <finance-minister|FI single>",
		// Particles and garbled letters belong to the surname.
		"President of the European Commission Anna von der Heide left.": "Anna von der Heide <president|EU-COM single>",
		"Peruvian President Pablo de la Cruz left.":                     "Pablo de la Cruz <president|PE single>",
		"Prime Minister Di Rossi left.":                                 "Di Rossi <prime-minister| single>",
		"Prime Minister Anton O’Neill left.":                            "Anton O’Neill <prime-minister| single>",
		"Polish Defence Minister Bo?ek left.":                           "Bo?ek <defence-minister|PL single>",
		// Countries that no list knows, as name and as adjective.
		"Iberran President Marco Tell left.":       "Marco Tell <president|~iberr single>",
		"President Marco Tell of Iberra left.":     "Marco Tell <president|~iberr single>",
		"Iberra's President Marco Tell left.":      "Marco Tell <president|~iberr single>",
		"Kelvinian Trade Minister Oona Pell left.": "Oona Pell <trade-minister|~kelvin single>",
		// Words that move an office in time or rank.
		"then-Chancellor Brandt of Germany left.":        "Brandt <chancellor|DE single> [then]",
		"Former German Chancellor Brandt left.":          "Brandt <chancellor|DE single> [former]",
		"German Chancellor-elect Brandt left.":           "Brandt <chancellor|DE single> [elect]",
		"Acting Dutch Prime Minister Jan Hoekman left.":  "Jan Hoekman <prime-minister|NL single> [acting]",
		"The outgoing Dutch Prime Minister Hoekman left": "Hoekman <prime-minister|NL single> [outgoing]",
		"Current Dutch Prime Minister Hoekman left.":     "Hoekman <prime-minister|NL single>",
	}
	for text, want := range tests {
		ms := mentionsIn(t, text)
		if !slices.Contains(ms, want) {
			t.Errorf("%s\n  got  %q\n  want %q", text, ms, want)
		}
		// A second reading of the same words must not say anything else.
		for _, m := range ms {
			_, offices, _ := strings.Cut(m, " <")
			for o := range strings.SplitSeq(offices, "<") {
				if !strings.Contains(want, "<"+o) {
					t.Errorf("%s\n  got %q as well", text, m)
				}
			}
		}
	}
}

// TestNoMention holds that nobody is named where an office stands alone, in
// the plural, as a common noun, or in what is not prose.
func TestNoMention(t *testing.T) {
	for _, text := range []string{
		"A minister left.",
		"Ministers left.",
		"Two presidents left.",
		"President left.",
		"The president of the rowing club left.",
		"The Prime Minister left.",
		"The Prime Minister's office wrote a letter.",
		"The Ministry of Health wrote to the Ministry of Finance.",
		"Ms. Harkin left.",
		"Foreign Minister January 2021",
		"President, Council, Committee.",
		"She dreamt of becoming Prime Minister of Norway.",
	} {
		if got := mentionsIn(t, text); len(got) > 0 {
			t.Errorf("%s\n  got %q", text, got)
		}
	}
	const code = "# Notes\n\n```\nNorwegian Foreign Minister Berit Aune\n```\n"
	if got := only[*fact.Mention](factsOf(t, "a.md", code)); len(got) > 0 {
		t.Errorf("a mention in code: %q", got[0].Surface)
	}
}

// TestMentionPlaces holds that a mention tells quoted words from the
// document's own, and who is named beside it.
func TestMentionPlaces(t *testing.T) {
	const text = `French President Claude Durand met German Chancellor Otto Kern. "French President Luc Petit was late," a guest said.

> Dutch Prime Minister Jan Hoekman waved.
`
	type seen struct {
		Surname string
		Quoted  bool
		With    []string
	}
	var got []seen
	for _, m := range only[*fact.Mention](factsOf(t, "a.md", text)) {
		got = append(got, seen{m.Party.Surname, m.Quoted, m.With})
	}
	want := []seen{{"Durand", false, []string{"Kern"}}, {"Kern", false, []string{"Durand"}}}
	var own []seen
	for _, s := range got {
		if !s.Quoted {
			own = append(own, s)
		}
	}
	if diff := cmp.Diff(want, own); diff != "" {
		t.Errorf("-want +got\n%s", diff)
	}
}

// TestCompletion holds that a short naming takes over the country that the
// document gives the same person under the same office, and no other.
func TestCompletion(t *testing.T) {
	tests := map[string][]string{
		"Norwegian Foreign Minister Berit Aune came. Foreign Minister Aune left.": {
			"Berit Aune <foreign-minister|NO single>", "Aune <foreign-minister|NO single>",
		},
		"Foreign Minister Aune came. Norwegian Foreign Minister Berit Aune left.": {
			"Aune <foreign-minister|NO single>", "Berit Aune <foreign-minister|NO single>",
		},
		// Another person, and another office.
		"Norwegian Foreign Minister Berit Aune came. Foreign Minister Holm left.": {
			"Berit Aune <foreign-minister|NO single>", "Holm <foreign-minister| single>",
		},
		"Norwegian Foreign Minister Berit Aune came. President Aune left.": {
			"Berit Aune <foreign-minister|NO single>", "Aune <president| single>",
		},
	}
	for text, want := range tests {
		if diff := cmp.Diff(want, mentionsIn(t, text)); diff != "" {
			t.Errorf("%s: -want +got\n%s", text, diff)
		}
	}
}

// TestCounterparts reads the parties behind a contact: coordination, groups
// and bodies. The entry's actor is always Minister Poe.
func TestCounterparts(t *testing.T) {
	tests := map[string][]string{
		"Mayor Tom Hale":                        {"Tom Hale <mayor| single>"},
		"Mayor Tom Hale and Governor Ann Senda": {"Tom Hale <mayor| single>", "Ann Senda <governor| single>"},
		"Danish Prime Minister Krag, Swedish Prime Minister Ekdal, and Finnish Prime Minister Lehto": {
			"Krag <prime-minister|DK single>", "Ekdal <prime-minister|SE single>", "Lehto <prime-minister|FI single>",
		},
		"French, German, and UK Foreign Ministers":     {"group(french, german, and uk foreign ministers)#3=FR,DE,GB"},
		"the French and German foreign ministers":      {"group(french and german foreign ministers)#2=FR,DE"},
		"his French, Italian, and Polish counterparts": {"group(french, italian, and polish counterparts)#3=FR,IT,PL"},
		"B9 leaders":                     {"group(b9 leaders)#9=BG,CZ,EE,HU,LT,LV,PL,RO,SK"},
		"NATO":                           {"place(NATO)"},
		"the European Union":             {"place(EU)"},
		"Norway":                         {"place(NO)"},
		"the Foreign Minister of Norway": {"the <foreign-minister|NO single>"},
		"ministers":                      nil,
		"farmers and teachers":           nil,
	}
	for with, want := range tests {
		text := "- 3 May 2021: Minister Poe's call with " + with + "\n"
		es := only[*fact.Entry](factsOf(t, "a.md", text))
		if len(es) != 1 {
			t.Errorf("%s: %d entries", with, len(es))
			continue
		}
		var got []string
		for _, k := range es[0].Contacts {
			for i := range k.With {
				got = append(got, showParty(&k.With[i]))
			}
		}
		if diff := cmp.Diff(want, got); diff != "" {
			t.Errorf("%s: -want +got\n%s", with, diff)
		}
	}
}
