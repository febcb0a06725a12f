package lexicon

import (
	"strings"
	"testing"

	"github.com/concordlint/concord/internal/token"
)

func TestClass(t *testing.T) {
	for w, want := range map[string]Classes{
		"prime": TitleWord, "minister": TitleWord | TitleHead, "foreign": RemitWord, "deputy": TitleWord, "lt": RankWord, "mr": CourtesyWord,
		"then": QualifierWord, "ukrainian": PlaceWord, "u.s": PlaceWord, "b9": GroupWord, "spoke": ContactVerbWord, "call": ContactNounWord | ContactVerbWord,
		"including": HedgeWord, "not": HedgeWord, "correction": CorrectionWord, "angela": GivenWord, "von": ParticleWord, "leaders": PersonWord,
	} {
		if Class(w)&want != want {
			t.Errorf("%s: %b lacks %b", w, Class(w), want)
		}
	}
	for _, w := range []string{"the", "and", "of", "is", "kettle", "quickly", ""} {
		if c := Class(w); c != 0 {
			t.Errorf("%q: %b", w, c)
		}
	}
	if n := testing.AllocsPerRun(100, func() { Class("minister") }); n != 0 {
		t.Errorf("Class allocates %v times", n)
	}
}

// TestData checks what the readers of the data files take for granted.
func TestData(t *testing.T) {
	if n := len(offices().classNames); n > 64 {
		t.Errorf("%d classes of titles do not fit 64 bits", n)
	}
	for first, list := range places().names {
		for _, p := range list {
			if p.value.Kind != Region && p.value.Code == "" || p.value.Name == "" || p.value.Kind == 0 || p.value.Form == 0 {
				t.Errorf("%s: %+v", first, p)
			}
		}
	}
	for code, g := range allGroups().codes {
		for _, m := range g.Members {
			if _, ok := PlaceOf(m); !ok {
				t.Errorf("group %s has the unknown member %s", code, m)
			}
		}
	}
	for name, r := range regions() {
		for _, set := range []map[string]bool{r.strict, r.broad} {
			for c := range set {
				if _, ok := PlaceOf(c); !ok {
					t.Errorf("region %s has the unknown country %s", name, c)
				}
			}
		}
	}
	for w := range givenNames() {
		if w != strings.ToLower(w) || strings.Contains(w, " ") {
			t.Errorf("given name %q", w)
		}
	}
}

func TestTitleClasses(t *testing.T) {
	for _, c := range []struct {
		text, country, is, isNot string
	}{
		{"Prime Minister", "GB", "minister, leader, head of government, official, prime minister", "foreign minister, president"},
		{"Foreign Minister", "PL", "minister, foreign minister, official", "leader, defense minister"},
		{"Foreign Secretary", "GB", "minister, foreign minister", "leader"},
		{"Secretary of State", "US", "foreign minister, secretary, official", "leader, defense minister"},
		{"Secretary of State", "", "secretary", "foreign minister"},
		{"Minister of National Defense", "LT", "minister, defense minister, defence minister", "foreign minister"},
		{"Secretary of Defense", "US", "defense minister, secretary, official", "foreign minister"},
		{"Secretary of State for Defence", "GB", "minister, defence minister", "foreign minister"},
		{"Health Minister", "FR", "minister, health minister", "defence minister"},
		{"President", "FR", "president, leader, head of state", "minister"},
		{"President", "", "president", "leader"},
		{"Chancellor", "DE", "leader, chancellor", "minister"},
		{"Ambassador", "", "ambassador, diplomat", "minister"},
		{"National Security Advisor", "", "national security advisor, adviser", "minister"},
		{"Chairman of the Joint Chiefs of Staff", "", "general, military", "minister"},
	} {
		title, _, ok := MatchTitle(cut(c.text), 0)
		if !ok {
			t.Errorf("%s: no title", c.text)
		}
		for _, class := range list(c.is) {
			if !title.IsIn(class, c.country) {
				t.Errorf("%s of %q is no %s", c.text, c.country, class)
			}
		}
		for _, class := range list(c.isNot) {
			if title.IsIn(class, c.country) {
				t.Errorf("%s of %q is %s", c.text, c.country, class)
			}
		}
	}
}

func TestCanonIn(t *testing.T) {
	for _, c := range []struct{ text, country, want string }{
		{"Secretary of State", "US", "foreign-minister"},
		{"Secretary of State", "US-GA", "secretary-of-state"},
		{"President", "ES", "prime-minister"},
		{"President", "FR", "president"},
		{"Chancellor", "GB", "finance-minister"},
		{"Chancellor", "DE", "chancellor"},
		{"Federal Chancellor", "DE", "chancellor"},
		{"Secretary of State for Defence", "GB", "defence-minister"},
		{"Secretary of State for Trade", "ES", "state-secretary:trade"},
		{"President of the Republic", "FR", "president"},
	} {
		title, _, _ := MatchTitle(cut(c.text), 0)
		if got := title.CanonIn(c.country); got != c.want {
			t.Errorf("%s in %s: %s, want %s", c.text, c.country, got, c.want)
		}
	}
	a, _, _ := MatchTitle(cut("Secretary"), 0)
	b, _, _ := MatchTitle(cut("Secretary of State"), 0)
	if !a.ShortFor(b) || b.ShortFor(a) || a.ShortFor(a) {
		t.Error("Secretary and Secretary of State")
	}
	p, n, _ := MatchTitle(cut("Commander-in-Chief of the Ukrainian Armed Forces"), 0)
	if p.In != "UA" || n != 10 {
		t.Errorf("place inside: %+v %d", p, n)
	}
}

func FuzzMatchTitle(f *testing.F) {
	f.Add("then-Deputy Prime Minister and Minister of Health & the Sea, of U.S.'s Lt. Gen.-elect")
	f.Add("Commander-in-Chief of the Ukrainian Armed Forces of the, and of")
	f.Fuzz(func(t *testing.T, s string) {
		toks := token.Append(nil, s, 0, len(s))
		for i := range toks {
			title, n, ok := MatchTitle(toks, i)
			checkMatch(t, len(toks), i, n, ok)
			if ok && title.Canon == "" {
				t.Fatalf("title without key in %q", s)
			}
			q, n, ok := MatchQualifier(toks, i)
			if ok != (q != "") {
				t.Fatalf("qualifier %q %v", q, ok)
			}
			if ok {
				checkMatch(t, len(toks), i, n, ok)
			}
		}
	})
}

func FuzzMatchPlace(f *testing.F) {
	f.Add("the U.S.'s Bosnia & Herzegovina (B9) Nordic-Baltic Eight P5+1 pro-Russian The Hague")
	f.Add("spoke by phone with, not a complete list, an earlier version of")
	f.Fuzz(func(t *testing.T, s string) {
		toks := token.Append(nil, s, 0, len(s))
		for i := range toks {
			_, n, ok := MatchPlace(toks, i)
			checkMatch(t, len(toks), i, n, ok)
			_, n, ok = MatchGroup(toks, i)
			checkMatch(t, len(toks), i, n, ok)
			_, n, ok = MatchContactVerb(toks, i)
			checkMatch(t, len(toks), i, n, ok)
			_, n, ok = MatchContactNoun(toks, i)
			checkMatch(t, len(toks), i, n, ok)
			n, ok = MatchPartial(toks, i)
			checkMatch(t, len(toks), i, n, ok)
			n, ok = MatchComplete(toks, i)
			checkMatch(t, len(toks), i, n, ok)
			n, ok = MatchCorrection(toks, i)
			checkMatch(t, len(toks), i, n, ok)
		}
	})
}

func checkMatch(t *testing.T, count, i, n int, ok bool) {
	t.Helper()
	if ok != (n > 0) || n < 0 || i+n > count {
		t.Fatalf("match of %d tokens at %d of %d (%v)", n, i, count, ok)
	}
}

const benchText = `On Monday the Ukrainian Foreign Minister, Ida Holm, spoke twice by phone with Secretary of State Max Ode, and the two agreed to meet again in Brussels. ` +
	`The town council has published the minutes of its meeting, which list the steps that are to be taken before the bridge can be opened in spring. `

// BenchmarkScan asks for the class of each word and parses where one begins.
func BenchmarkScan(b *testing.B) {
	text := strings.Repeat(benchText, 100)
	toks := cut(text)
	b.SetBytes(int64(len(text)))
	b.ReportAllocs()
	for b.Loop() {
		for i := range toks {
			c := Class(toks[i].Lower)
			if c == 0 {
				continue
			}
			if c.Has(TitleWord|RankWord|CourtesyWord) || c.Has(RemitWord) && toks[i].Cap() {
				MatchTitle(toks, i)
			}
			if c.Has(PlaceWord) && toks[i].Cap() {
				MatchPlace(toks, i)
			}
			if c.Has(ContactVerbWord) {
				MatchContactVerb(toks, i)
			}
		}
	}
}

func BenchmarkClass(b *testing.B) {
	text := strings.Repeat(benchText, 100)
	toks := cut(text)
	b.SetBytes(int64(len(text)))
	for b.Loop() {
		for i := range toks {
			Class(toks[i].Lower)
		}
	}
}

func BenchmarkMatchTitle(b *testing.B) {
	toks := cut("Assistant Secretary of State for European and Eurasian Affairs Ode")
	b.ReportAllocs()
	for b.Loop() {
		MatchTitle(toks, 0)
	}
}

func BenchmarkNear(b *testing.B) {
	b.ReportAllocs()
	for b.Loop() {
		Near("Anušauskas", "Anusauskis")
	}
}
