package extract

import (
	"sort"
	"strings"

	"github.com/concordlint/concord/internal/source"
)

// callEnding is who is named by a name that ends at a byte, -1 for nobody.
func (r *lifeReader) callEnding(end int) int {
	for _, c := range r.people.callsIn(r.at) {
		if c.span.End == end {
			return c.soul
		}
	}
	return -1
}

// whose is the person who has an age, -1 where that is not sure.
func (r *lifeReader) whose(a age) int {
	if a.tight {
		return r.callEnding(r.toks[a.from-2].End)
	}
	if a.right {
		if p := r.namedBehind(a.to); p >= 0 {
			return p
		}
	}
	return r.subject(a.from, a.to)
}

// namedBehind is the person whose name follows within a few words: "the
// 34-year-old teacher Anna Berg".
func (r *lifeReader) namedBehind(to int) int {
	const near = 4 // tokens
	for _, c := range r.people.callsIn(r.at) {
		k := r.tokenAt(c.span.Start)
		if k < to {
			continue
		}
		if k-to > near {
			return -1
		}
		for i := to; i < k; i++ {
			switch r.word(i) {
			case ",", "of", "from", "with", "and", "in", "at", "by", "was", "is", "told", "who", "'s", "son", "daughter", "brother", "sister", "nephew", "niece", "grandson":
				return -1
			}
		}
		if r.toks[r.tokenAt(c.span.End)-1].Possessive() {
			return -1
		}
		return c.soul
	}
	return -1
}

// subject is the person of whom toks[from:to] is said: the one whose name
// stands right before, else the only one of the sentence.
func (r *lifeReader) subject(from, to int) int {
	if p := r.adjacent(from); p != unknown {
		return p
	}
	if r.kin(from-8, to+5) {
		if from == 0 && r.word(0) == "born" {
			return r.firstBehind(to)
		}
		return -1
	}
	found, many := r.others(from)
	if many {
		return -1
	}
	if found >= 0 {
		return found
	}
	// "Aged 27, she joined"; "Born in Spooner, she was the fifth of six".
	return r.firstBehind(to)
}

const (
	unknown = -2 // of persons: nothing is said
	several = -3 // of dates: more than one may be meant
)

// adjacent is the person named, or meant by a pronoun, right before token
// from, over words that only join them; unknown where there is none.
func (r *lifeReader) adjacent(from int) int {
	i := from - 1
	for i >= 0 {
		switch r.word(i) {
		case ",", "(", "was", "is", "were", "who", "had", "been", "has", "then", "only", "just", "a", "the", "being", "now":
			i--
			continue
		}
		break
	}
	if i < 0 {
		return unknown
	}
	switch w := r.word(i); w {
	case "he", "she":
		return r.thread.meant(w, r.at, r.toks[i].Start)
	case "they", "it", "i", "we", "you", "which", "that":
		return -1
	}
	if p := r.callEnding(r.toks[i].End); p >= 0 {
		if r.toks[i].Possessive() {
			return -1
		}
		if i < from-1 && r.word(from-1) == "who" || i == from-1 || r.named(i) {
			return p
		}
	}
	return unknown
}

// named reports whether the name that ends with token i is no object of
// something else: "with", "to", "by" do not stand before it.
func (r *lifeReader) named(i int) bool {
	for _, c := range r.people.callsIn(r.at) {
		if c.span.End != r.toks[i].End {
			continue
		}
		switch r.word(r.tokenAt(c.span.Start) - 1) {
		case "with", "to", "by", "of", "for", "from", "and", "married", "against", "succeeded", "met", "after", "before":
			return false
		}
	}
	return true
}

// kin reports whether the tokens from..to speak of relatives, or of several
// people, so that only a name right beside can be meant.
func (r *lifeReader) kin(from, to int) bool {
	for i := max(from, 0); i < min(to, len(r.toks)); i++ {
		switch r.word(i) {
		case "son", "daughter", "sons", "daughters", "wife", "husband", "mother", "father", "brother", "sister", "brothers", "sisters", "child", "children", "grandson", "granddaughter", "widow", "widower", "nephew", "niece", "uncle", "aunt", "cousin", "they", "their", "twins", "parents", "partner", "friend", "teacher", "colleague", "rival", "mentor", "boy", "girl", "victim", "victims":
			return true
		}
	}
	return false
}

// others looks for the persons before token from in the sentence: the only
// one, or whether there are several.
func (r *lifeReader) others(from int) (found int, many bool) {
	found = -1
	end := r.at.Start
	if from > 0 {
		end = r.toks[from-1].End
	}
	for _, c := range r.people.callsIn(source.Span{Start: r.at.Start, End: end}) {
		if found >= 0 && c.soul != found || r.toks[max(r.tokenAt(c.span.End)-1, 0)].Possessive() {
			return -1, true
		}
		found = c.soul
	}
	for i := range from {
		w := r.word(i)
		if w != "he" && w != "she" {
			continue
		}
		p := r.thread.meant(w, r.at, r.toks[i].Start)
		if p < 0 || found >= 0 && p != found {
			return -1, true
		}
		found = p
	}
	return found, false
}

// firstBehind is the person meant by the first pronoun or name behind token
// to, if it opens a clause soon.
func (r *lifeReader) firstBehind(to int) int {
	const near = 14 // tokens
	for i := to; i < len(r.toks) && i-to < near; i++ {
		w := r.word(i)
		if w != "he" && w != "she" {
			continue
		}
		if r.word(i-1) != "," {
			return -1
		}
		return r.thread.meant(w, r.at, r.at.Start)
	}
	for _, c := range r.people.callsIn(r.at) {
		k := r.tokenAt(c.span.Start)
		if k >= to && k-to < near && r.word(k-1) == "," && !r.toks[r.tokenAt(c.span.End)-1].Possessive() {
			return c.soul
		}
		if k >= to {
			return -1
		}
	}
	return -1
}

// tellsDeath reports whether the tokens from..to tell of a death.
func (r *lifeReader) tellsDeath(from, to int) bool {
	for i := max(from, 0); i < to && i < len(r.toks); i++ {
		switch r.word(i) {
		case "died", "dies", "death", "killed", "drowned", "deceased", "†":
			return true
		case "passed":
			return r.word(i+1) == "away"
		}
	}
	return false
}

// atDeath reports whether an age is the one that the person died at.
func (r *lifeReader) atDeath(a age, person, died int) bool {
	if a.turned {
		return false
	}
	if r.tellsDeath(0, len(r.toks)) {
		return !r.kin(a.from-8, a.to+5) && (r.died == person || r.died < 0 && r.tellsDeath(a.to, a.to+5) || r.tellsDeath(a.from-4, a.from))
	}
	return died >= 0 && died == person && len(r.dates) == 0 && r.word(a.from) == "was" && r.word(a.to) != "when"
}

// dateOf is the index of the date at which the person had the age, several
// where more than one may be meant, -1 for none.
func (r *lifeReader) dateOf(a age) int {
	const beside = 3 // tokens
	free, best := 0, -1
	for k, d := range r.dates {
		if r.taken[k] {
			continue
		}
		free++
		best = k
		if d.to <= a.from && a.from-d.to <= 1 || d.from >= a.to && d.from-a.to <= beside && !r.stops(a.to, d.from) {
			return k
		}
	}
	switch {
	case free == 0:
		return -1
	case free > 1 || r.semicolon(min(a.to, r.dates[best].to), max(a.from, r.dates[best].from)):
		return several
	case a.now && a.tight:
		return several // the age of a news text, beside some date
	}
	return best
}

// presentTime reports whether the block tells nothing of other years, so
// that an age in it is the one at the document's date.
func (r *lifeReader) presentTime() bool {
	x := r.x
	if x.date.Year == 0 {
		return false
	}
	b := x.doc.Blocks[r.block].Span
	for i := sort.Search(len(x.yearAt), func(i int) bool { return x.yearAt[i].at >= b.Start }); i < len(x.yearAt) && x.yearAt[i].at < b.End; i++ {
		if y := x.yearAt[i].year; y != x.date.Year && !r.birthYear(x.yearAt[i].at) {
			return false
		}
	}
	return true
}

// birthYear reports whether the year at a byte is told as that of a birth.
func (r *lifeReader) birthYear(at int) bool {
	const before = 48 // bytes
	text := r.x.doc.Text[max(r.x.doc.Blocks[r.block].Span.Start, at-before):at]
	return strings.Contains(text, "born") || strings.Contains(text, "Born") || strings.Contains(text, "birth")
}
