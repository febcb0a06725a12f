package lexicon

import (
	"sync"

	"github.com/concordlint/concord/internal/token"
)

// hedgeTable holds the phrases about how complete a list is.
type hedgeTable struct {
	partial, complete, correction phrases[struct{}]
}

var hedges = sync.OnceValue(func() *hedgeTable {
	t := &hedgeTable{phrases[struct{}]{}, phrases[struct{}]{}, phrases[struct{}]{}}
	for _, s := range []string{
		"illustrative", "non exhaustive", "nonexhaustive", "inexhaustive", "non comprehensive", "incomplete", "partial list", "partial account", "partial accounting", "partial summary", "partial selection",
		"including", "include", "includes", "included among", "such as", "among others", "among other", "amongst others", "inter alia", "example", "instance", "e.g", "eg", "etc", "so on", "so forth", "name a few", "name but a few", "name only a few", "name just a few",
		"selected", "selection of", "sampling of", "sample of", "highlights", "some of", "some examples", "examples include", "examples of", "examples are", "few of the", "few of these", "few of those", "many of the", "part of the list", "not all", "not every", "only some", "only the most", "notably",
	} {
		t.partial.add(s, struct{}{})
	}
	for _, s := range []string{
		"complete", "complete list", "full list", "exhaustive list", "comprehensive list", "definitive list", "complete record", "full record", "complete log", "full log", "complete account", "full account", "complete accounting", "full accounting", "exhaustive", "complete register", "full register", "listed in full", "given in full", "set out in full", "listed in their entirety", "all of them are listed", "all are listed", "all of which are listed", "all listed", "each of them is listed", "each is listed", "every one is listed", "every one of them is listed", "every one of which is listed", "every call is listed", "every meeting is listed", "every visit is listed", "none is left out", "none are left out", "nothing is left out", "none is missing", "nothing is missing", "no others",
	} {
		t.complete.add(s, struct{}{})
	}
	for _, s := range []string{
		"correction", "corrections", "erratum", "errata", "corrigendum", "corrigenda", "clarification", "earlier version", "previous version", "earlier versions", "earlier edition", "previous edition", "original version of this", "been corrected", "been amended to", "been updated to correct", "been updated to reflect", "misstated", "misidentified", "misspelled", "misspelt", "incorrectly stated", "incorrectly said", "incorrectly reported", "incorrectly identified", "wrongly stated", "wrongly said", "wrongly gave", "mistakenly said", "mistakenly stated", "editing error", "regret the error", "editor's note",
	} {
		t.correction.add(s, struct{}{})
	}
	return t
})

// MatchPartial finds a phrase at token i that calls a list partial: "not
// exhaustive", "including", "such as", "among others", "e.g.". The denial of
// completeness counts ("not a complete list", "by no means exhaustive").
func MatchPartial(toks []token.Token, i int) (n int, ok bool) {
	if i < 0 || i >= len(toks) || toks[i].Kind != token.Word {
		return 0, false
	}
	if denies(toks[i].Lower) {
		if n := deniedCompleteness(toks, i); n > 0 {
			return n, true
		}
	}
	n = matchHedge(toks, i, hedges().partial)
	if n > 0 && (denied(toks, i) || !follows(toks, i)) {
		return 0, false
	}
	return n, n > 0
}

// follows reports whether the word before token i is the one that the phrase
// at i needs. Phrases that begin with a frequent word are looked for at their
// second one, so that Class need not flag "for" and "and".
func follows(toks []token.Token, i int) bool {
	need := ""
	switch toks[i].Lower {
	case "example", "instance":
		need = "for"
	case "so":
		need = "and"
	case "name":
		need = "to"
	}
	return need == "" || i > 0 && toks[i-1].Lower == need
}

// MatchComplete finds a phrase at token i that calls a list complete:
// "complete list", "listed in full", "every call is listed". Where it is
// denied the list is partial, and this does not match.
func MatchComplete(toks []token.Token, i int) (n int, ok bool) {
	n = matchHedge(toks, i, hedges().complete)
	if n == 0 || denied(toks, i) || weakened(toks, i) || n == 1 && toks[i].Lower == "complete" && !predicate(toks, i) {
		return 0, false
	}
	return n, true
}

// predicate reports whether "complete" at i is said of a list: "the list is
// complete".
func predicate(toks []token.Token, i int) bool {
	if i < 2 || !(toks[i-1].Lower == "is" || toks[i-1].Lower == "are") {
		return false
	}
	switch toks[i-2].Lower {
	case "list", "lists", "log", "logs", "record", "records", "table", "tables", "register", "account", "chronology", "timeline":
		return true
	}
	return false
}

// MatchCorrection finds a phrase at token i that announces or makes a
// correction: "earlier version", "Correction:", "misstated". The bare words
// "correction" and "clarification" count only before a colon or at the start
// with a capital.
func MatchCorrection(toks []token.Token, i int) (n int, ok bool) {
	n = matchHedge(toks, i, hedges().correction)
	if n == 1 {
		switch toks[i].Lower {
		case "correction", "corrections", "clarification":
			if i+1 >= len(toks) || toks[i+1].Text != ":" && !(i == 0 && toks[i+1].Kind == token.Punct) {
				return 0, false
			}
		}
	}
	return n, n > 0
}

func matchHedge(toks []token.Token, i int, table phrases[struct{}]) int {
	if i < 0 || i >= len(toks) || toks[i].Kind != token.Word || table[toks[i].Stem()] == nil {
		return 0
	}
	var v window
	v.read(toks, i)
	if _, words := table.match(&v, 0, nil); words > 0 {
		return v.w[words-1].end - i
	}
	return 0
}

// denies reports whether a word denies what follows it.
func denies(s string) bool {
	switch s {
	case "not", "non", "no", "neither", "nor", "never", "isn't", "aren't", "wasn't", "cannot", "without", "hardly", "doesn't", "don't":
		return true
	}
	return false
}

// filler reports whether a word may stand between a denial and what it denies.
func filler(s string) bool {
	switch s {
	case "a", "an", "the", "to", "be", "is", "are", "was", "meant", "intended", "necessarily", "means", "by", "very", "fully", "any", "way", "claim", "being", "as", "means,", "purport", "at", "all", "yet", "always", "entirely", "or", "nor", "listed", "illustrative", "complete", "full", "comprehensive", "exhaustive", "supposed", "considered", "does", "do", "it", "this", "list", "in":
		return true
	}
	return false
}

// completeness reports whether the word says that nothing is left out.
func completeness(s string) bool {
	switch s {
	case "exhaustive", "comprehensive", "complete", "full", "definitive", "inclusive", "entirety":
		return true
	}
	return false
}

// deniedCompleteness is the number of tokens from the denial at i to the word
// of completeness that it denies, the noun "list" included.
func deniedCompleteness(toks []token.Token, i int) int {
	for j := i + 1; j < len(toks) && j <= i+7; j++ {
		t := &toks[j]
		switch {
		case completeness(t.Lower):
			if j+1 < len(toks) && (toks[j+1].Lower == "list" || toks[j+1].Lower == "lists") {
				j++
			}
			return j + 1 - i
		case isHyphen(t.Text), t.Kind == token.Word && filler(t.Lower):
		default:
			return 0
		}
	}
	return 0
}

// denied reports whether a denial stands before token i, with fillers only
// between.
func denied(toks []token.Token, i int) bool {
	for j := i - 1; j >= 0 && j >= i-7; j-- {
		t := &toks[j]
		if t.Kind == token.Word && denies(t.Lower) {
			return true
		}
		if !isHyphen(t.Text) && (t.Kind != token.Word || !filler(t.Lower)) {
			return false
		}
	}
	return false
}

// weakened reports whether a word before token i takes completeness back:
// "almost complete", "a more complete list", "for a full list, see".
func weakened(toks []token.Token, i int) bool {
	for j := i - 1; j >= 0 && j >= i-3; j-- {
		switch toks[j].Lower {
		case "almost", "nearly", "more", "for", "see", "reasonably", "fairly", "less", "mostly":
			return true
		}
	}
	return false
}
