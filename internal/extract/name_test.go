package extract_test

import (
	"fmt"
	"slices"
	"strings"
	"testing"

	"github.com/google/go-cmp/cmp"

	"github.com/concordlint/concord/internal/extract"
	"github.com/concordlint/concord/internal/fact"
	"github.com/concordlint/concord/internal/source/formats"
)

// TestNames gathers the spellings of a surname with their uses.
func TestNames(t *testing.T) {
	tests := []struct {
		name, text string
		want       []string
	}{
		{"with a title, with a given name, alone, in the genitive",
			"Norwegian Foreign Minister Berit Aune came.\n\nAune spoke.\n\nAune's car waited. Minister Aune left.",
			[]string{"Aune [Berit] [foreign-minister|NO] 4"}},
		{"two spellings", "Joost Verhulst signed. Joost Verhuist left.",
			[]string{"Verhuist [Joost] [] 1", "Verhulst [Joost] [] 1"}},
		{"two persons of one surname", "Anna Lund and Peter Lund left.", []string{"Lund [Anna Peter] [] 2"}},
		{"quotations are somebody else's", "Anna Lund left. \"Anna Lundt left,\" he said.", []string{"Lund [Anna] [] 1"}},
		{"a word of the same letters", "Anna Bell left. The bell rang.", []string{"Bell [Anna] [] 1"}},
		{"particles", "Clara von der Heide left.", []string{"von der Heide [Clara] [] 1"}},
		{"middle names and initials", "Anna J. Lund left. Anna Maria Lund stayed.", []string{"Lund [Anna] [] 2"}},
		{"no person", "The Ministry of Health met in Oslo on Monday.", nil},
		{"headings and months", "# Report May 2021\n\nJune was dry.", nil},
	}
	for _, tt := range tests {
		var got []string
		for _, n := range only[*fact.Name](factsOf(t, "a.md", tt.text)) {
			uses := 0
			for _, u := range n.Uses {
				if !u.Quoted {
					uses++
				}
			}
			if uses > 0 {
				got = append(got, fmt.Sprintf("%s %v %v %d", n.Form, n.Givens, n.Offices, uses))
			}
		}
		slices.Sort(got)
		if diff := cmp.Diff(tt.want, got); diff != "" {
			t.Errorf("%s: -want +got\n%s", tt.name, diff)
		}
	}
}

// TestUsesInOrder holds that the uses of a name stand in the order of the
// text and none twice.
func TestUsesInOrder(t *testing.T) {
	text := strings.Repeat("Aune spoke.\n\nMinister Berit Aune left.\n\n", 6)
	for _, n := range only[*fact.Name](factsOf(t, "a.md", text)) {
		if n.Form != "Aune" {
			continue
		}
		if len(n.Uses) != 12 {
			t.Errorf("%d uses, want 12", len(n.Uses))
		}
		for i := 1; i < len(n.Uses); i++ {
			if n.Uses[i-1].Span.End > n.Uses[i].Span.Start {
				t.Errorf("use %d is out of order", i)
			}
		}
		return
	}
	t.Error("no such name")
}

// TestGarbled finds words with letters lost to encoding, as pattern=clean.
func TestGarbled(t *testing.T) {
	tests := map[string][]string{
		"Mayor Wo?niak left.":                          {"Wo?niak="},
		"Mayor Wo\uFFFDniak left.":                     {"Wo?niak="},
		"(Wo?niak's)":                                  {"Wo?niak="},
		"Mayor BjÃ¸rn left.":                           {"BjÃ¸rn=Bjørn"},
		"The cafÃ© is open.":                           {"cafÃ©=café"},
		"MÃ¼ller and Mu?oz left.":                      {"MÃ¼ller=Müller", "Mu?oz="},
		"Really?Yes. What?No. Who?s that":              nil,
		"Is it Bob?Ann asked.":                         nil,
		"Did he go? Yes.":                              nil,
		"The SÃO in SÃO PAULO is right.":               nil,
		"Åse Ångström ate Äpfel in Âge.":               nil,
		"See https://x.example/?q=Wo?niak and x?y:z.":  nil,
		"Write to Wo?niak@x.example.":                  nil,
		"The years 195?-196? are lost.":                nil,
		"Use `Wo?niak` as the key, or C:\\Wo?niak\\a.": nil,
		"wo?niak": nil,
	}
	for text, want := range tests {
		var got []string
		for _, g := range only[*fact.Garbled](factsOf(t, "a.md", text)) {
			if !g.Quoted {
				got = append(got, g.Pattern+"="+g.Clean)
			}
		}
		if diff := cmp.Diff(want, got); diff != "" {
			t.Errorf("%s: -want +got\n%s", text, diff)
		}
	}
	const code = "```\nMayor Wo?niak\n```\n"
	if gs := only[*fact.Garbled](factsOf(t, "a.md", code)); len(gs) > 0 {
		t.Errorf("garbled word in code: %q", gs[0].Surface)
	}
}

// TestMentionTime dates a mention by its entry, or by its sentence, and by
// nothing else.
func TestMentionTime(t *testing.T) {
	tests := []struct{ name, text, want string }{
		{"its entry", "# Log, 30 May 2021\n\n- 3 May: call with Norwegian Foreign Minister Berit Aune\n", "2021-05-03/2021-05-03"},
		{"an entry's range", "- 3-5 May 2021: visit by Norwegian Foreign Minister Berit Aune\n", "2021-05-03/2021-05-05"},
		{"its sentence", "On 3 May 2021 Norwegian Foreign Minister Berit Aune came.", "2021-05-03/2021-05-03"},
		{"a year in its sentence", "In 2014 Norwegian Foreign Minister Berit Aune came.", "2014-01-01/2014-12-31"},
		{"another sentence's day", "It rained on 3 May 2021. Norwegian Foreign Minister Berit Aune came.", "/"},
		{"nothing", "Norwegian Foreign Minister Berit Aune came.", "/"},
		{"a year before the document's", "# Report, 30 May 2021\n\nIn 2014 Norwegian Foreign Minister Berit Aune came.\n", "2014-01-01/2014-12-31 past"},
		{"the document's own year", "# Report, 30 May 2021\n\nIn March 2021 Norwegian Foreign Minister Berit Aune came.\n", "2021-03-01/2021-03-31"},
	}
	for _, tt := range tests {
		ms := only[*fact.Mention](factsOf(t, "a.md", tt.text))
		if len(ms) != 1 {
			t.Errorf("%s: %d mentions", tt.name, len(ms))
			continue
		}
		got := ms[0].From + "/" + ms[0].To
		if ms[0].PastTime {
			got += " past"
		}
		if got != tt.want {
			t.Errorf("%s: got %s, want %s", tt.name, got, tt.want)
		}
	}
}

// TestDocumentDate holds that a document's own word on its date goes before
// the caller's, and that there is one document fact in any case.
func TestDocumentDate(t *testing.T) {
	tests := []struct{ name, text, option, want, title string }{
		{"its heading", "# Report, 4 June 2021\n\nIt rained.\n", "2019-01-01", "2021-06-04", "Report, 4 June 2021"},
		{"front matter", "---\ntitle: Rain\ndate: 2021-06-04\n---\n\n# Wet\n", "", "2021-06-04", "Rain"},
		{"the caller", "# Report\n\nIt rained.\n", "2019-01-01", "2019-01-01", "Report"},
		{"nobody", "# Report\n\nIt rained.\n", "", "", "Report"},
		{"empty", "", "", "", ""},
	}
	for _, tt := range tests {
		doc, err := formats.Read("a.md", []byte(tt.text))
		if err != nil {
			t.Fatal(err)
		}
		ds := only[*fact.Document](extract.Document(doc, 3, extract.Options{Date: tt.option}))
		if len(ds) != 1 || ds[0].Date != tt.want || ds[0].Title != tt.title || ds[0].Doc != 3 {
			t.Errorf("%s: got %+v", tt.name, ds)
		}
	}
}

// TestPublished gives mentions the document's date, and the span of years
// that it speaks of.
func TestPublished(t *testing.T) {
	const text = "# Report, 4 June 2021\n\nNorwegian Foreign Minister Berit Aune came.\n\nIn 1987 it rained; in 2033 it will.\n"
	ms := only[*fact.Mention](factsOf(t, "a.md", text))
	if len(ms) != 1 || ms[0].Published != "2021-06-04" || ms[0].FirstYear != 1987 || ms[0].LastYear != 2033 {
		t.Errorf("got %+v", ms)
	}
}

// TestOrderAndDeterminism holds that facts stand in the order of the text and
// that reading twice gives the same.
func TestOrderAndDeterminism(t *testing.T) {
	const text = "# Log, 30 May 2021\n\nMinister Ann Poe met Mayor Tom Hale twice. Verhulst was there, and so was Ida Verhulst.\n\nThree reasons:\n\n- 3 May: Minister Poe's call with Mayor Hale\n- 4 May: Mayor Hale; Wo?niak\n- 5 May: Danish Prime Minister Krag calls Minister Poe\n"
	first := fmt.Sprint(shown(factsOf(t, "a.md", text)))
	for range 20 {
		fs := factsOf(t, "a.md", text)
		if got := fmt.Sprint(shown(fs)); got != first {
			t.Fatalf("first\n%s\nthen\n%s", first, got)
		}
		for i := 1; i < len(fs); i++ {
			if fs[i-1].Where().Span.Start > fs[i].Where().Span.Start {
				t.Fatalf("fact %d is out of order", i)
			}
		}
	}
	if !strings.Contains(first, "entry") || !strings.Contains(first, "mention") {
		t.Errorf("too little was read: %s", first)
	}
}

func shown(fs []fact.Fact) []string {
	var out []string
	for _, f := range fs {
		out = append(out, fmt.Sprintf("%s %v %v", f.FactKind(), f.Where(), surfaceOf(f)))
	}
	return out
}

func surfaceOf(f fact.Fact) string {
	switch f := f.(type) {
	case *fact.Entry:
		return showEntry(f)
	case *fact.Count:
		return showCount(f)
	case *fact.Mention:
		return showParty(&f.Party) + fmt.Sprint(f.With)
	case *fact.Name:
		return fmt.Sprint(f.Form, f.Givens, f.Offices, f.Uses)
	}
	return ""
}
