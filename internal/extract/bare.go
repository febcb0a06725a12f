package extract

import (
	"strings"

	"github.com/concordlint/concord/internal/fact"
	"github.com/concordlint/concord/internal/lexicon"
)

// shortestBare is the number of bytes below which a surname by itself is not
// compared: short words are near too many others.
const shortestBare = 6

// bare makes a fact of each capitalised word that stands alone and is, but
// for an accent, a swap of letters or a letter too many or too few, the
// surname of a person whom the document names in full. A letter exchanged for
// another proves nothing: Mackiewicz is not Mickiewicz.
func (c *cast) bare(bySurname map[string][]*fact.FullName) {
	byInitial := map[byte][]*fact.FullName{}
	for _, n := range c.names {
		if s := n.Surname(); len(n.Spots) > 0 && n.Sure && len(s) >= shortestBare && bySurname[s][0] == n {
			byInitial[s[0]] = append(byInitial[s[0]], n)
		}
	}
	found := map[string]*fact.FullName{}
	for _, s := range c.r.singles {
		w := c.x.doc.Text[s.span.Start:s.span.End]
		if len(w) < shortestBare || len(byInitial[w[0]]) == 0 || len(bySurname[w]) > 0 {
			continue
		}
		n, seen := found[w]
		if !seen {
			n = c.resembling(w, byInitial[w[0]])
			found[w] = n
		}
		if n == nil || len(n.Spots) >= maxUses || !c.nameStands(s) || c.x.doc.Blocks[s.block].Quoted || c.x.quoted(s.block, s.span) {
			continue
		}
		if len(n.Spots) == 0 {
			n.Base = c.x.base(s.block, s.span)
			c.x.facts = append(c.x.facts, n)
		}
		n.Spots = append(n.Spots, c.spot(s.block, s.span, n))
	}
}

// resembling makes the fact of a bare surname if it is likely a slip for one
// of those given.
func (c *cast) resembling(w string, names []*fact.FullName) *fact.FullName {
	for _, n := range names {
		if s := n.Surname(); slipOf(s, w) && !c.r.inLower(w) && namePart(w, true) {
			return &fact.FullName{Words: []string{strings.Clone(w)}, Like: s}
		}
	}
	return nil
}

// slipOf reports whether two words differ in accents only, in two neighbours
// swapped, or in one letter more, and are no forms of one word.
func slipOf(a, b string) bool {
	if d := len(a) - len(b); d < -3 || d > 3 {
		return false
	}
	if plain(a) && plain(b) && !oneOff(a, b) {
		return false
	}
	near, distance := lexicon.Near(a, b)
	if !near {
		return false
	}
	x, y := lexicon.FoldName(a), lexicon.FoldName(b)
	return distance == 0 || distance == 1 && (len(x) != len(y) || lexicon.Swapped(x, y))
}

// plain reports whether a word has no letters beyond ASCII.
func plain(s string) bool {
	for i := 0; i < len(s); i++ {
		if s[i] >= 0x80 {
			return false
		}
	}
	return true
}

// oneOff is a quick test for what slipOf asks of plain words.
func oneOff(a, b string) bool {
	if len(a) > len(b) {
		a, b = b, a
	}
	i := 0
	for i < len(a) && a[i] == b[i] {
		i++
	}
	switch len(b) - len(a) {
	case 0:
		return i+1 < len(a) && a[i] == b[i+1] && a[i+1] == b[i] && a[i+2:] == b[i+2:]
	case 1:
		return a[i:] == b[i+1:]
	}
	return false
}

// nameStands reports whether a word stands where a capital means a name: not
// at the beginning of a sentence.
func (c *cast) nameStands(s lone) bool {
	before := strings.TrimRight(c.x.doc.Text[c.x.doc.Blocks[s.block].Span.Start:s.span.Start], " \n")
	if before == "" {
		return c.x.doc.Blocks[s.block].Table >= 0
	}
	last := before[len(before)-1]
	if w := lastWord(before); isLetter(last) && w != "" && w[0] >= 'A' && w[0] <= 'Z' {
		return lexicon.Class(strings.ToLower(w)).Has(lexicon.CourtesyWord | lexicon.RankWord | lexicon.TitleHead) // "OCI Charter" is no surname
	}
	return isLetter(last) || last == ',' || courtesyBefore(before)
}

// courtesyBefore reports whether a text ends in "Mr.", "Dr." and the like.
func courtesyBefore(s string) bool {
	rest, ok := strings.CutSuffix(s, ".")
	return ok && lexicon.Class(strings.ToLower(lastWord(rest))).Has(lexicon.CourtesyWord|lexicon.RankWord|lexicon.TitleHead)
}
