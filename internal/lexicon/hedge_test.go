package lexicon

import "testing"

func TestHedges(t *testing.T) {
	for _, c := range []struct {
		text              string
		partial, complete bool
	}{
		{"The list is illustrative, not exhaustive.", true, false},
		{"This is not a complete list.", true, false},
		{"It isn't meant to be a comprehensive list.", true, false},
		{"by no means exhaustive", true, false},
		{"a non-exhaustive list", true, false},
		{"He met many people, including Ode.", true, false},
		{"towns such as Ode", true, false},
		{"tools, e.g. hammers", true, false},
		{"among others, the mayor", true, false},
		{"Selected calls", true, false},
		{"tools, for example hammers", true, false},
		{"hammers, saws and so on", true, false},
		{"so on Monday they met", false, false},
		{"an example of it", false, false},
		{"The list is complete.", false, true},
		{"complete the list", false, false},
		{"A complete list of calls follows.", false, true},
		{"The calls are listed in full below.", false, true},
		{"Every call is listed.", false, true},
		{"This list is exhaustive.", false, true},
		{"an almost complete list", false, false},
		{"For a full list, see the site.", false, false},
		{"The calls of the month follow.", false, false},
		{"She was not pleased.", false, false},
	} {
		toks := cut(c.text)
		partial, complete := false, false
		for i := range toks {
			if n, ok := MatchPartial(toks, i); ok {
				partial = true
				if n < 1 || i+n > len(toks) {
					t.Errorf("%q: %d tokens at %d", c.text, n, i)
				}
			}
			if _, ok := MatchComplete(toks, i); ok {
				complete = true
			}
		}
		if partial != c.partial || complete != c.complete {
			t.Errorf("%q: partial %v, complete %v", c.text, partial, complete)
		}
	}
	for text, want := range map[string]bool{
		"An earlier version of this article said nine.": true, "Correction: it was nine.": true, "The first edition misstated the sum.": true,
		"A correction of course followed.": false, "The version of today": false,
	} {
		toks := cut(text)
		found := false
		for i := range toks {
			_, ok := MatchCorrection(toks, i)
			found = found || ok
		}
		if found != want {
			t.Errorf("%q: %v", text, found)
		}
	}
}

func TestNouns(t *testing.T) {
	for s, want := range map[string]string{"ministers": "minister", "countries": "country", "people": "person", "women": "woman", "bus": "bus", "classes": "class", "boxes": "box", "men": "man"} {
		if got := Singular(s); got != want {
			t.Errorf("%s: %s, want %s", s, got, want)
		}
	}
	for s, want := range map[string]NounClass{"leaders": PersonNoun, "chairmen": PersonNoun, "counterparts": PersonNoun, "countries": PlaceNoun, "teams": BodyNoun, "calls": ContactNoun, "steps": ListNoun, "weeks": TimeNoun, "metres": UnitNoun, "zebra": NoNoun} {
		if got := NounOf(s); got != want {
			t.Errorf("%s: %d, want %d", s, got, want)
		}
	}
	var stems Stems
	if Stem("calls") != Stem("calling") || Stem("Meetings") != Stem("meeting") || Stem("people") != Stem("person") || stems.Of("calls") != Stem("call") {
		t.Error("stems differ")
	}
}
