package extract

import (
	"slices"
	"strings"

	"github.com/concordlint/concord/internal/fact"
	"github.com/concordlint/concord/internal/lexicon"
	"github.com/concordlint/concord/internal/source"
	"github.com/concordlint/concord/internal/token"
)

// findKin makes facts of the relatives that the document names. Whose they
// are must be told by a name, or the document must be about one person.
func (x *extractor) findKin(c *cast) {
	if len(x.kinAt) == 0 {
		return
	}
	var about personName
	looked, block := false, 0
	var sentence source.Span
	for _, at := range x.kinAt {
		for block+1 < len(x.doc.Blocks) && x.doc.Blocks[block].Span.End <= at {
			block++
		}
		b := x.doc.Blocks[block]
		if b.Kind == source.Code || b.Quoted || at < b.Span.Start {
			continue
		}
		if at >= sentence.End || at < sentence.Start || sentence.Len() == 0 {
			if !kinNamed(x.doc.Text, b.Span, at) {
				continue
			}
			if !looked {
				about, _ = c.protagonist()
				looked = true
			}
			sentence = x.sentenceAt(block, source.Span{Start: at, End: at + 1})
			x.kinIn(block, sentence, about)
		}
	}
}

// kinNamed is a quick test of the bytes around a noun for a relative: a name
// stands behind it, or before the pronoun that says whose.
func kinNamed(text string, block source.Span, at int) bool {
	i := at
	for i < block.End && isLetter(text[i]) {
		i++
	}
	for i < block.End && (text[i] == ' ' || text[i] == ',' || text[i] == ':' || text[i] == '\n') {
		i++
	}
	if i < block.End && (text[i] >= 'A' && text[i] <= 'Z' || text[i] >= 0x80) {
		return true
	}
	const reach = 40 // bytes; "her second adopted"
	before := text[max(block.Start, at-reach):at]
	return strings.Contains(before, ", h") || strings.Contains(before, ", t") || strings.Contains(before, ",\nh") || strings.Contains(before, "’s ") || strings.Contains(before, "'s ")
}

// kinReader reads the relatives that one sentence names.
type kinReader struct {
	parser
	block int
	about personName
}

// spouses is what is known of the marriages that a document speaks of.
type spouses uint8

const (
	notLooked spouses = iota
	oneMarriage
	severalMarriages
)

func (x *extractor) kinIn(block int, s source.Span, about personName) {
	r := kinReader{parser: parser{x: x, toks: token.Append(nil, x.doc.Text, s.Start, s.End)}, block: block, about: about}
	for k := range r.toks {
		noun, plural, ok := lexicon.Kin(r.toks[k].Lower)
		if !ok || r.at(k+1).Text == "-" {
			continue
		}
		f := fact.Kin{Relation: x.own(noun)}
		from, ok := r.whose(k, &f, plural)
		if !ok {
			continue
		}
		end := r.names(k, from, &f, plural)
		if len(f.Names) == 0 || x.quoted(block, source.Span{Start: r.toks[k].Start, End: r.toks[k].End}) {
			continue
		}
		f.Base = x.base(block, source.Span{Start: r.toks[from].Start, End: r.toks[end-1].End})
		if noun == "wife" || noun == "husband" {
			f.Several = x.manyMarriages()
		}
		x.facts = append(x.facts, &f)
	}
}

// manyMarriages reports whether the document speaks of a second marriage or of
// the end of one.
func (x *extractor) manyMarriages() bool {
	if x.marriages != notLooked {
		return x.marriages == severalMarriages
	}
	x.marriages = oneMarriage
	for _, w := range [...]string{"first wife", "first husband", "second wife", "second husband", "third wife", "third husband", "remarr", "ivorce", "marriages", "second marriage", "first marriage", "married again", "ex-wife", "ex-husband", "former wife", "former husband", "later wife", "late wife", "late husband", "widower", "estranged"} {
		if strings.Contains(x.doc.Text, w) {
			x.marriages = severalMarriages
			return true
		}
	}
	return false
}

// whose reads what stands before the noun: which of several, and whose. It
// returns the first token of the phrase.
func (r *kinReader) whose(k int, f *fact.Kin, plural bool) (from int, ok bool) {
	from = k
	counted := false
	for from > 0 {
		w := r.toks[from-1].Lower
		switch {
		case kinRank(w):
			if f.Rank != "" {
				return 0, false
			}
			f.Rank = r.x.own(w)
		case w == "late" || w == "beloved" || w == "own" || w == "adopted" || w == "young" || w == "infant" || w == "dear" || w == "adult" || w == "baby":
		case isNumberWord([]byte(w)) || w == "have" || w == "had":
			counted = true
		default:
			return r.owner(from, f, plural && (counted || r.at(k+1).Text == ":"))
		}
		from--
	}
	return from, false
}

// kinRank lists words that tell one of several relatives.
func kinRank(w string) bool {
	switch w {
	case "first", "second", "third", "fourth", "fifth", "sixth", "eldest", "oldest", "elder", "older", "youngest", "younger", "middle", "only", "twin", "firstborn", "first-born":
		return true
	}
	return false
}

// owner reads whose the relative is: by a possessive name, or by a pronoun
// that can only stand for the person whom the document is about.
func (r *kinReader) owner(from int, f *fact.Kin, counted bool) (int, bool) {
	t := r.at(from - 1)
	switch {
	case t.Lower == "his" || t.Lower == "her" || t.Lower == "their":
		return from - 1, r.pronoun(from-1, t.Lower, f)
	case t.Possessive() && t.Cap():
		for k := max(0, from-4); k < from; k++ {
			if n, end, ok := r.name(k); ok && end == from && n.possessive {
				f.Of, f.OfGiven = r.x.own(n.surname), r.x.own(n.given)
				if n.given == "" && calledBy(n.surname, r.about.given) {
					f.Of, f.OfGiven = r.x.own(r.about.surname), r.x.own(r.about.given)
				}
				return k, true
			}
		}
		return 0, false
	case counted:
		for i := range r.toks[:from] {
			if w := r.toks[i].Lower; w == "she" || w == "he" || w == "they" || w == "couple" || r.about.surname != "" && r.toks[i].Text == r.about.surname {
				return from, r.pronoun(i, w, f)
			}
		}
	}
	return 0, false
}

// calledBy reports whether a text calls a person by the given name.
func calledBy(name, given string) bool {
	first, _, _ := strings.Cut(given, " ")
	return given != "" && lexicon.FoldName(name) == lexicon.FoldName(first)
}

// pronoun gives the relative to the person whom the document is about, unless
// the sentence names another before the pronoun.
func (r *kinReader) pronoun(at int, w string, f *fact.Kin) bool {
	if r.about.surname == "" || !r.fits(w) {
		return false
	}
	for k := 0; k < at; k++ {
		if !r.toks[k].Cap() || !r.nameWord(k) {
			continue
		}
		n, end, ok := r.name(k)
		if !ok || n.given == "" {
			continue
		}
		if lexicon.AnyGiven(firstName(n.given)) && n.surname != r.about.surname && w != "their" && w != "they" {
			return false
		}
		if lexicon.AnyGiven(firstName(n.given)) && n.surname == r.about.surname && !alikeGiven(n.given, r.about.given) {
			return false
		}
		k = end - 1
	}
	f.Of, f.OfGiven = r.x.own(r.about.surname), r.x.own(r.about.given)
	return true
}

func firstName(s string) string {
	first, _, _ := strings.Cut(s, " ")
	return first
}

// alikeGiven reports whether two given names may be one person's.
func alikeGiven(a, b string) bool {
	x, y := firstName(a), firstName(b)
	return lexicon.FoldName(x) == lexicon.FoldName(y) || lexicon.Nickname(x, y)
}

// fits reports whether a pronoun can stand for the document's person, as far
// as the given name tells.
func (r *kinReader) fits(w string) bool {
	female, male := lexicon.GivenName(firstName(r.about.given))
	switch w {
	case "his", "he":
		return male || !female
	case "her", "she":
		return female || !male
	}
	return true
}

// names reads the names behind the noun, or before the phrase: "Erik, his
// second son". It returns the token after the phrase.
func (r *kinReader) names(k, from int, f *fact.Kin, plural bool) int {
	j := k + 1
	if t := r.at(j).Text; t == "," || t == ":" && plural {
		j++
	}
	end := j
	for len(f.Names) < mostRelatives {
		n, e, ok := r.name(j)
		if !ok || n.possessive {
			break
		}
		r.add(f, j, n)
		end = r.aside(e)
		if !plural {
			return end
		}
		j = end
		if r.at(j).Text == "," {
			j++
		}
		if r.at(j).Lower == "and" || r.at(j).Text == "&" {
			j++
		}
		if j == end {
			break
		}
	}
	if plural && len(f.Names) == 1 {
		f.Names = nil
	}
	if len(f.Names) > 0 || plural || r.at(from-1).Text != "," {
		return max(end, k+1)
	}
	for i := max(0, from-5); i < from-1; i++ {
		if n, e, ok := r.name(i); ok && e == from-1 && !n.possessive && !(i > 0 && r.toks[i-1].Cap() && r.nameWord(i-1)) {
			r.add(f, i, n)
		}
	}
	return k + 1
}

// mostRelatives bounds the relatives in one enumeration.
const mostRelatives = 20

// aside skips what may stand between two relatives: "(Ruth)", "of Alder
// Creek", an age.
func (r *kinReader) aside(j int) int {
	if r.at(j).Text == "(" {
		for i := j; i < j+8 && i < len(r.toks); i++ {
			if r.toks[i].Text == ")" {
				j = i + 1
				break
			}
		}
	}
	if r.at(j).Lower == "of" || r.at(j).Lower == "in" {
		i := j + 1
		for r.at(i).Cap() {
			i++
		}
		if i > j+1 {
			j = i
		}
	}
	return j
}

// add notes a relative: the first word of a name in full, or a name alone.
func (r *kinReader) add(f *fact.Kin, from int, n personName) {
	given := firstName(n.given)
	if given == "" {
		given = n.surname
	}
	if initialOnly(given) || strings.Contains(given, " ") || slices.ContainsFunc(f.Names, func(x fact.Relative) bool { return x.Given == given }) {
		return
	}
	f.Names = append(f.Names, fact.Relative{
		Given: r.x.own(given), At: r.x.place(r.block, source.Span{Start: r.toks[from].Start, End: r.toks[from].Start + len(given)}),
	})
}

func initialOnly(s string) bool { return len([]rune(strings.TrimSuffix(s, "."))) < 2 }
