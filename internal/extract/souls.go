package extract

import (
	"slices"
	"sort"
	"strings"

	"github.com/concordlint/concord/internal/fact"
	"github.com/concordlint/concord/internal/lexicon"
	"github.com/concordlint/concord/internal/source"
	"github.com/concordlint/concord/internal/token"
)

// soul is a person of whom the document may tell a birth, a death or an age.
type soul struct {
	name, surname, generation string
	// last is the surname, or its part behind the last hyphen.
	last         string
	givens       []string
	female, male bool
	spots        int
}

// call is a place where a person is named.
type call struct {
	soul, block int
	span        source.Span
}

// souls are the persons whom a document names in full, with all places where
// they are named.
type souls struct {
	x     *extractor
	all   []*soul
	calls []call // in order
	main  int    // whom the document is about, -1 for nobody
	alias map[string]int
}

// findSouls collects the persons from the full names that were found.
func (x *extractor) findSouls() *souls {
	s := &souls{x: x, main: -1, alias: map[string]int{}}
	var names []*fact.FullName
	for _, f := range x.facts {
		if n, ok := f.(*fact.FullName); ok && n.Like == "" && len(n.Words) > 1 && (n.Sure || !n.Common && x.bornBehind(n)) {
			names = append(names, n)
		}
	}
	sort.SliceStable(names, func(i, j int) bool { return names[i].Span.Start < names[j].Span.Start })
	for _, n := range names {
		s.add(n)
	}
	s.findCalls()
	return s
}

// add takes a full name for a person, or for another form of one who is
// known.
func (s *souls) add(n *fact.FullName) {
	words := make([]string, len(n.Words))
	for i, w := range n.Words {
		words[i] = strings.ToLower(w)
	}
	surname, given := words[len(words)-1], words[0]
	birthName := s.afterBorn(n)
	for i, o := range s.all {
		if slices.Contains(o.givens, given) && (o.surname == surname || birthName) {
			s.alias[strings.Join(words, " ")] = i
			return
		}
	}
	if birthName {
		return
	}
	p := &soul{name: strings.Join(n.Words, " "), surname: surname, last: surname[strings.LastIndexByte(surname, '-')+1:], givens: []string{given}}
	p.female, p.male = lexicon.GivenName(given)
	s.alias[strings.Join(words, " ")] = len(s.all)
	s.all = append(s.all, p)
}

// afterBorn reports whether a name stands right behind "born": it is the
// name at birth of somebody who is known under another one.
func (s *souls) afterBorn(n *fact.FullName) bool {
	before := strings.TrimRight(s.x.doc.Text[max(0, n.Span.Start-8):n.Span.Start], " \n")
	return strings.HasSuffix(strings.ToLower(before), "born") || strings.HasSuffix(before, "née") || strings.HasSuffix(before, "nee")
}

// findCalls looks through all blocks for the names of the persons.
func (s *souls) findCalls() {
	bySurname, byGiven := map[string][]int{}, map[string][]int{}
	for i, p := range s.all {
		bySurname[p.last] = append(bySurname[p.last], i)
		byGiven[p.givens[0]] = append(byGiven[p.givens[0]], i)
	}
	c := caller{souls: s, bySurname: bySurname, byGiven: byGiven}
	for i, b := range s.x.doc.Blocks {
		if b.Kind == source.Code {
			continue
		}
		s.x.pieces(b.Span, func(piece source.Span) { c.scan(i, s.x.tokens(piece)) })
	}
	s.main = s.protagonist()
}

// protagonist is whom the document is about: the one whom its title names,
// or who is named far more often than all others; -1 for nobody.
func (s *souls) protagonist() int {
	const top = 2 // blocks
	for i := range min(top, len(s.x.doc.Blocks)) {
		b := s.x.doc.Blocks[i]
		found := -1
		for _, c := range s.callsIn(b.Span) {
			if found >= 0 && c.soul != found {
				return -1
			}
			found = c.soul
		}
		if found >= 0 && (b.Kind == source.Heading || b.Span.Len() <= maxTitle) {
			return found
		}
	}
	best, second := -1, 0
	for i, p := range s.all {
		switch {
		case best < 0 || p.spots > s.all[best].spots:
			if best >= 0 {
				second = s.all[best].spots
			}
			best = i
		default:
			second = max(second, p.spots)
		}
	}
	if best >= 0 && s.all[best].spots > 2*second {
		return best
	}
	return -1
}

// bornBehind reports whether what follows a name tells of a life, as only
// persons have.
func (x *extractor) bornBehind(n *fact.FullName) bool {
	const longest = 12 // bytes
	rest := x.doc.Text[n.Span.End:min(len(x.doc.Text), n.Span.End+longest)]
	if len(rest) > 3 && rest[:2] == " (" && isFigure(rest[2]) {
		return true
	}
	rest = strings.TrimLeft(rest, " ,\n(")
	for _, w := range [...]string{"was born", "born", "b. ", "aged ", "née"} {
		if strings.HasPrefix(rest, w) {
			return true
		}
	}
	return len(rest) > 4 && figures(digitsOf(rest)) > 1500 && dashAt(rest, 4) > 0
}

// caller finds the places where persons are named.
type caller struct {
	*souls
	bySurname, byGiven map[string][]int
}

// scan notes who is named in a piece of a block.
func (c *caller) scan(block int, toks []token.Token) {
	for i := 0; i < len(toks); i++ {
		t := toks[i]
		if t.Kind != token.Word || !t.Cap() {
			continue
		}
		w := t.Stem()
		c.learnNick(toks, i)
		if ids := c.byGiven[w]; len(ids) > 0 {
			if id, next := c.full(toks, i); id >= 0 {
				c.note(id, block, toks[i], toks[next-1])
				c.generation(id, toks, next)
				i = next - 1
				continue
			}
			if len(ids) == 1 && !(i+1 < len(toks) && toks[i+1].Cap()) && !(i > 0 && toks[i-1].Cap()) {
				c.note(ids[0], block, t, t)
				continue
			}
		}
		if ids := c.bySurname[w]; len(ids) == 1 && !(i > 0 && toks[i-1].Cap() && !lexicon.Class(toks[i-1].Lower).Has(lexicon.CourtesyWord|lexicon.TitleHead|lexicon.RankWord) && toks[i-1].Lower != "." && !opensSentence(toks[i-1].Lower)) {
			c.note(ids[0], block, t, t)
		}
	}
}

// learnNick takes 'Eleanor "Nell" Hartmann' for a person, where the name does
// not stand in full without the nickname.
func (c *caller) learnNick(toks []token.Token, i int) {
	if i+4 >= len(toks) || toks[i+1].Text != "\"" && toks[i+1].Text != "“" || !toks[i+1].Space {
		return
	}
	nick, last := toks[i+2], toks[i+4]
	if toks[i+3].Text != "\"" && toks[i+3].Text != "”" || !nick.Cap() || !last.Cap() || nick.Space || !lexicon.AnyGiven(toks[i].Lower) {
		return
	}
	given, surname := toks[i].Stem(), last.Stem()
	if slices.ContainsFunc(c.bySurname[surname], func(id int) bool { return slices.Contains(c.all[id].givens, given) }) {
		return
	}
	given, surname = strings.Clone(given), strings.Clone(surname)
	p := &soul{name: strings.Clone(toks[i].Text) + " " + strings.Clone(last.Text), surname: surname, last: surname, givens: []string{given}}
	p.female, p.male = lexicon.GivenName(given)
	c.bySurname[surname] = append(c.bySurname[surname], len(c.all))
	c.byGiven[given] = append(c.byGiven[given], len(c.all))
	c.all = append(c.all, p)
}

// full reads a person's name in full at token i: the given name, up to three
// words, and the surname. A nickname in quotation marks is learnt.
func (c *caller) full(toks []token.Token, i int) (id, next int) {
	const longest = 6
	nick := ""
	for k := i + 1; k < len(toks) && k-i <= longest; k++ {
		t := toks[k]
		if t.Kind == token.Punct {
			switch t.Text {
			case "\"", "“", "”", ".", "-", "‘", "’", "'":
				continue
			}
			return -1, i
		}
		if !t.Cap() && k > i {
			return -1, i
		}
		w := t.Stem()
		if q := toks[k-1].Text; (q == "\"" || q == "“") && nick == "" && !t.Space {
			nick = w
		}
		for _, id := range c.byGiven[toks[i].Stem()] {
			if c.all[id].last == w {
				if nick != "" && nick != w && !slices.Contains(c.all[id].givens, nick) {
					nick = strings.Clone(nick)
					c.all[id].givens = append(c.all[id].givens, nick)
					c.byGiven[nick] = append(c.byGiven[nick], id)
				}
				return id, k + 1
			}
		}
		if t.Possessive() {
			return -1, i
		}
	}
	return -1, i
}

// generation notes "Jr." and the like behind a name.
func (c *caller) generation(id int, toks []token.Token, next int) {
	if next < len(toks) && toks[next].Text == "," {
		next++
	}
	if next < len(toks) {
		switch w := strings.TrimSuffix(toks[next].Lower, "."); w {
		case "jr", "sr", "junior", "senior", "ii", "iii", "iv":
			c.all[id].generation = strings.Clone(w[:2])
		}
	}
}

// note keeps a place where a person is named.
func (c *caller) note(id, block int, first, last token.Token) {
	c.all[id].spots++
	c.calls = append(c.calls, call{id, block, source.Span{Start: first.Start, End: last.End}})
}

// callsIn are the places in a span where persons are named.
func (s *souls) callsIn(at source.Span) []call {
	i := sort.Search(len(s.calls), func(i int) bool { return s.calls[i].span.Start >= at.Start })
	j := sort.Search(len(s.calls), func(i int) bool { return s.calls[i].span.Start >= at.End })
	return s.calls[i:j]
}

// thread follows whom a text speaks of from sentence to sentence.
type thread struct {
	people *souls
	block  int
	// topic is the subject of the sentences so far, -1 for nobody known;
	// other tells that the sentence before named somebody else as well.
	topic int
	other int
}

// open begins a block: without a name of its own it goes on about the
// document's main person.
func (t *thread) open(block int) {
	t.block = block
	if m := t.people.main; m >= 0 && t.topic != m {
		t.other = t.topic
		t.topic = m
	}
}

// close takes note of a sentence that was read.
func (t *thread) close(at source.Span, toks []token.Token) {
	const head = 4 // tokens
	calls := t.people.callsIn(at)
	t.other = -1
	for _, c := range calls {
		first := len(toks) > head && c.span.Start <= toks[head].Start || len(toks) <= head
		if first && c.soul != t.topic && c == calls[0] {
			if t.topic >= 0 {
				t.other = t.topic
			}
			t.topic = c.soul
			continue
		}
		if c.soul != t.topic {
			t.other = c.soul
		}
	}
}

// meant resolves "he" or "she" at a byte of the sentence at: to the person
// named before it in the sentence, else to the subject of the sentences
// before; -1 where two may be meant.
func (t *thread) meant(pronoun string, sentence source.Span, at int) int {
	found := -1
	for _, c := range t.people.callsIn(source.Span{Start: sentence.Start, End: at}) {
		if c.soul != found && t.people.maybe(c.soul, pronoun) {
			if found >= 0 {
				return -1
			}
			found = c.soul
		}
	}
	topic := t.topic
	if topic >= 0 && !t.people.maybe(topic, pronoun) {
		topic = -1
	}
	other := t.other
	if other >= 0 && !t.people.maybe(other, pronoun) {
		other = -1
	}
	switch {
	case found >= 0 && (topic < 0 || topic == found):
		return found
	case found >= 0:
		return -1
	case topic < 0:
		return other
	case other >= 0 && topic != t.people.main:
		return -1
	}
	return topic
}

// maybe reports whether a pronoun may stand for a person.
func (s *souls) maybe(id int, pronoun string) bool {
	p := s.all[id]
	if p.female == p.male {
		return true
	}
	return pronoun == "she" && p.female || pronoun == "he" && p.male
}
