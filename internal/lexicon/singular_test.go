package lexicon

import "testing"

func TestSingular(t *testing.T) {
	for plural, want := range map[string]string{
		"": "", "calls": "call", "leaders": "leader", "chiefs": "chief", "persons": "person", "keys": "key",
		"people": "person", "men": "man", "women": "woman", "chairmen": "chairman", "spokeswomen": "spokeswoman",
		"children": "child", "grandchildren": "grandchild", "oxen": "ox", "feet": "foot", "teeth": "tooth", "mice": "mouse",
		"countries": "country", "ministries": "ministry", "ties": "tie", "movies": "movie", "cookies": "cookie",
		"halves": "half", "shelves": "shelf", "thieves": "thief", "knives": "knife", "lives": "life", "wives": "wife",
		"executives": "executive", "directives": "directive", "waves": "wave", "leaves": "leave",
		"churches": "church", "speeches": "speech", "caches": "cache", "wishes": "wish", "losses": "loss", "boxes": "box",
		"taxes": "tax", "quizzes": "quiz", "waltzes": "waltz", "prizes": "prize", "sizes": "size",
		"buses": "bus", "viruses": "virus", "campuses": "campus", "censuses": "census", "causes": "cause",
		"houses": "house", "spouses": "spouse", "uses": "use", "excuses": "excuse", "gases": "gas", "lenses": "lens",
		"cases": "case", "releases": "release", "nurses": "nurse", "bases": "base", "expenses": "expense",
		"heroes": "hero", "vetoes": "veto", "potatoes": "potato", "shoes": "shoe", "toes": "toe",
		"analyses": "analysis", "crises": "crisis", "hypotheses": "hypothesis", "theses": "thesis", "axes": "axis",
		"appendices": "appendix", "matrices": "matrix", "indices": "index", "vertices": "vertex",
		"services": "service", "offices": "office", "prices": "price",
		"criteria": "criterion", "phenomena": "phenomenon", "referenda": "referendum", "bacteria": "bacterium",
		"alumni": "alumnus", "nuclei": "nucleus", "formulae": "formula", "bureaux": "bureau", "bureaus": "bureau",
		"plateaus": "plateau", "menus": "menu", "taxis": "taxi", "israelis": "israeli",
		"commanders-in-chief": "commander-in-chief", "passers-by": "passer-by", "attorneys-general": "attorney-general",
		"presidents-elect": "president-elect", "vice-chairmen": "vice-chairman", "co-chairs": "co-chair",
	} {
		if got := Singular(plural); got != want {
			t.Errorf("Singular(%q) is %q, want %q", plural, got, want)
		}
	}
}

// A word that is no plural, or the same in both, stays.
func TestSingularStays(t *testing.T) {
	for _, word := range []string{
		"series", "species", "means", "news", "headquarters", "corps", "lens", "gas", "bus", "virus", "census", "analysis",
		"basis", "crisis", "loss", "press", "glass", "data", "agenda", "media", "specimen", "omen", "regimen", "politics",
		"call", "minister", "half", "appendix", "chairman", "aircraft", "was", "his", "is", "commander-in-chief", "bureau",
	} {
		if got := Singular(word); got != word {
			t.Errorf("Singular(%q) is %q", word, got)
		}
	}
}

// What is singular already does not get shorter at a second look.
func TestSingularTwice(t *testing.T) {
	for w := range nouns() {
		if s := Singular(w); Singular(s) != s {
			t.Errorf("Singular(%q) is %q, and of that %q", w, s, Singular(s))
		}
	}
}

func TestStemOfIrregular(t *testing.T) {
	for _, pair := range [][2]string{
		{"analyses", "analysis"}, {"halves", "half"}, {"Chairmen", "chairman"}, {"criteria", "criterion"},
		{"appendices", "appendix"}, {"calls", "calling"}, {"waves", "wave"}, {"series", "series"},
	} {
		if a, b := Stem(pair[0]), Stem(pair[1]); a != b {
			t.Errorf("stems of %q and %q are %q and %q", pair[0], pair[1], a, b)
		}
	}
}
