package extract

import (
	"strings"

	"github.com/concordlint/concord/internal/fact"
	"github.com/concordlint/concord/internal/lexicon"
	"github.com/concordlint/concord/internal/source"
)

// nameStated reads statements with a verb: "The president of the jury is
// Nadia Esposito", "Ludmila Kopecka was mayor of Lipnice from 1946 to 1958",
// "whose president she was from 1949 to 1957".
func (r *holdingReader) nameStated() (holding, int, bool) {
	if r.lead == "whose" {
		return r.nameWhose()
	}
	if w := r.word(r.to); r.definite && (w == "is" || w == "was" || w == "remains") {
		k := r.ranks(r.to + 1)
		if n, end, ok := r.name(k); ok && n.given != "" && !n.possessive {
			h := r.make(n, k, end, r.from, end)
			h.past = w == "was"
			return h, end, true
		}
		return holding{}, 0, false
	}
	k, past := r.verbBefore(r.from)
	if k < 0 {
		return holding{}, 0, false
	}
	n, from, to, ok := r.subjectBefore(k)
	if !ok {
		return holding{}, 0, false
	}
	if from == to { // a pronoun
		from, to = r.from, r.to
	}
	h := r.make(n, from, to, min(from, r.from), r.to)
	h.past = past
	if past && h.termFrom == 0 && h.term == 0 {
		return holding{}, 0, false
	}
	return h, r.to, true
}

// verbBefore finds a verb of being in office that ends at token k: "is",
// "was elected", "served as". It returns its first token, -1 for none.
func (r *holdingReader) verbBefore(k int) (int, bool) {
	switch r.word(k - 1) {
	case "is", "remains":
		return k - 1, false
	case "was", "became", "remained":
		return k - 1, true
	case "as":
		if w := r.word(k - 2); w == "served" || w == "worked" || w == "acted" {
			return k - 2, true
		}
	case "elected", "appointed", "named", "chosen", "made":
		if r.word(k-2) == "was" {
			return k - 2, true
		}
	case "been":
		if w := r.word(k - 2); w == "has" || w == "had" {
			return k - 2, w == "had"
		}
	}
	return -1, false
}

// subjectBefore reads the subject that ends at token k: a name, "NAME, who",
// or a pronoun that stands for the one person whom the document is about. For
// a pronoun from and to are equal.
func (r *holdingReader) subjectBefore(k int) (n personName, from, to int, ok bool) {
	switch r.word(k - 1) {
	case "she", "he":
		n, ok = r.cast.protagonist()
		return n, k, k, ok
	case "who":
		k--
		if r.word(k-1) == "," {
			k--
		}
	}
	if r.word(k-1) == "," { // "Its first president, Otakar Vesely, was"
		k--
	}
	if n, from, ok = r.nameEnding(k); ok && n.given != "" {
		return n, from, k, true
	}
	return personName{}, 0, 0, false
}

// nameWhose reads "…, the Natural History Society, whose president she was
// from 1949 to 1957": the organisation stands before, the person is a
// pronoun.
func (r *holdingReader) nameWhose() (holding, int, bool) {
	if w := r.word(r.to); w != "she" && w != "he" || r.word(r.to+1) != "was" {
		return holding{}, 0, false
	}
	end := r.from - 1
	if r.word(end-1) == "," {
		end--
	}
	for k := max(0, end-8); k < end; k++ {
		if r.tok(k).Cap() && r.orgWords(k) == end {
			r.org = r.namedOrg(k, end)
			break
		}
	}
	n, ok := r.cast.protagonist()
	if !ok || r.org.code == "" {
		return holding{}, 0, false
	}
	r.to += 2
	h := r.make(n, r.at, r.to, r.at, r.to)
	h.past = true
	return h, r.to, h.term != 0
}

// protagonist is the one person whom the document is about: the one named in
// its first heading or title. What is surely a person's name goes before what
// only looks like one.
func (c *cast) protagonist() (personName, bool) {
	x := c.x
	var titles []string
	for i, b := range x.doc.Blocks {
		if i == headBlocks {
			break
		}
		if i == 0 || b.Kind == source.Heading && b.Level <= 1 {
			titles = append(titles, strings.ToLower(x.doc.TextOf(b)))
		}
	}
	titles = append(titles, strings.ToLower(x.doc.Meta["title"]))
	named := func(sure bool) (only *fact.FullName, one bool) {
		for _, n := range c.names {
			if sure && lexicon.AnyGiven(n.Surname()) {
				continue // two given names of somebody whose nickname follows
			}
			s := strings.ToLower(n.Surname())
			for _, t := range titles {
				if sure && !n.Sure || !strings.Contains(t, s) || !strings.Contains(t, strings.ToLower(n.Given())) {
					continue
				}
				if only != nil && only.Surname() != n.Surname() {
					return nil, false
				}
				only = n
			}
		}
		return only, true
	}
	only, one := named(true)
	if only == nil && one {
		only, _ = named(false)
	}
	if only == nil {
		return personName{}, false
	}
	return personName{given: only.Given(), surname: only.Surname()}, true
}

// termBehind reads a time in office in years behind token k: "from 1946 to
// 1958", "between 1946 and 1958", "(1946–58)", "until 2017".
func (r *holdingReader) termBehind(k int) (from, to int) {
	const reach = 8 // tokens
	for i := k; i < len(r.toks) && i < k+reach; i++ {
		switch w := r.word(i); w {
		case ".", ";", "who", "whose", "and":
			return 0, 0
		case "from", "between", "(", ",":
			if a, b := r.years(i + 1); b != 0 {
				return a, b
			}
		case "until", "till":
			if y := yearOf(r.tok(i + 1)); y != 0 {
				return 0, y
			}
		case "since":
			if y := yearOf(r.tok(i + 1)); y != 0 {
				return y, 0
			}
		}
	}
	return 0, 0
}

// years reads two years joined by a word or a dash.
func (r *holdingReader) years(i int) (from, to int) {
	if r.word(i) == "from" {
		i++
	}
	a := yearOf(r.tok(i))
	if a == 0 {
		return 0, 0
	}
	switch r.tok(i + 1).Lower {
	case "to", "until", "and", "till", "-", "–", "—":
	default:
		return 0, 0
	}
	b := yearOf(r.tok(i + 2))
	if t := r.tok(i + 2).Text; b == 0 && len(t) == 2 && t[0] >= '0' && t[0] <= '9' && t[1] >= '0' && t[1] <= '9' {
		b = a/100*100 + int(t[0]-'0')*10 + int(t[1]-'0')
	}
	if b <= a {
		return 0, 0
	}
	return a, b
}
