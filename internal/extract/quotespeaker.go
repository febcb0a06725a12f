package extract

import (
	"slices"
	"strings"

	"github.com/concordlint/concord/internal/fact"
	"github.com/concordlint/concord/internal/lexicon"
	"github.com/concordlint/concord/internal/source"
	"github.com/concordlint/concord/internal/token"
)

const (
	reachBefore = 260 // bytes before a quotation that may name the speaker
	reachBehind = 200
)

// speakerAround finds who is said to speak a quotation: behind it where its
// sentence goes on there, else before it.
func (q *quoter) speakerAround(block int, s stretch, from, to int) fact.Speaker {
	text := q.x.doc.Text
	if !s.open {
		behind := source.Span{Start: s.outer.End, End: min(to, s.outer.End+reachBehind)}
		if endsOpen(text[s.inner.Start:s.inner.End], text[behind.Start:behind.End]) || dashed(text[behind.Start:behind.End]) {
			if sp := q.speakerBehind(block, behind); sp.Known() {
				return q.resolve(block, sp)
			}
		}
	}
	before := source.Span{Start: max(from, s.outer.Start-reachBefore), End: s.outer.Start}
	return q.resolve(block, q.speakerBefore(block, before))
}

func dashed(behind string) bool {
	behind = strings.TrimSpace(behind)
	return strings.HasPrefix(behind, "—") || strings.HasPrefix(behind, "–") || strings.HasPrefix(behind, "(")
}

// speakerBehind reads "said X", "X said", "according to X" behind a quotation.
func (q *quoter) speakerBehind(block int, s source.Span) fact.Speaker {
	toks := firstClause(q.x.tokens(s))
	if len(toks) == 0 {
		return fact.Speaker{}
	}
	switch {
	case speechVerb(toks[0].Lower) && len(toks) > 1:
		if toks[1].Lower == "that" {
			return fact.Speaker{}
		}
		return q.forward(block, toks[1:], proxyVerb(toks[0].Lower))
	case toks[0].Lower == "according" && len(toks) > 2:
		return q.forward(block, toks[2:], false)
	case toks[0].Text == "—" || toks[0].Text == "–":
		sp := q.forward(block, toks[1:], false)
		sp.Unsure = sp.Unsure || len(sp.Names) < 2
		return sp
	}
	const reach = 18 // tokens between a quotation and the verb behind it
	for k, t := range toks[:min(len(toks), reach)] {
		if speechVerb(t.Lower) && k > 0 {
			return q.backward(block, toks[:k], proxyVerb(t.Lower))
		}
	}
	return fact.Speaker{}
}

// firstClause is what stands before the end of the sentence or the next
// quotation, marks at its beginning left out.
func firstClause(toks []token.Token) []token.Token {
	for len(toks) > 0 && toks[0].Text == "," {
		toks = toks[1:]
	}
	for i, t := range toks {
		if t.Kind == token.Punct && (t.Text == "!" || t.Text == "?" || t.Text == ";" || t.Text == ":" || t.Text == "." && !(i > 0 && shortTitle(toks[i-1]))) {
			return toks[:i]
		}
	}
	return toks
}

// shortTitle reports whether a full stop behind a token ends no sentence.
func shortTitle(t token.Token) bool {
	const longest = 4 // letters of a title that is cut short
	return len(t.Text) == 1 || t.Cap() && len(t.Text) <= longest && lexicon.Class(t.Lower).Has(lexicon.CourtesyWord|lexicon.RankWord|lexicon.TitleWord)
}

// speakerBefore reads "X said:", "according to X,", "X told us that" before a
// quotation.
func (q *quoter) speakerBefore(block int, s source.Span) fact.Speaker {
	toks := lastClause(q.x.tokens(s))
	const reach = 22 // tokens between a verb and the quotation
	for k := len(toks) - 1; k >= 0 && len(toks)-k <= reach; k-- {
		t := toks[k]
		switch {
		case t.Lower == "to" && k > 0 && toks[k-1].Lower == "according":
			return q.forward(block, toks[k+1:], false)
		case speechVerb(t.Lower) && k > 0:
			if sp := q.backward(block, toks[:k], proxyVerb(t.Lower)); sp.Known() {
				return sp
			}
			if k+1 < len(toks) {
				return q.forward(block, toks[k+1:], proxyVerb(t.Lower))
			}
		case speechVerb(t.Lower) && k+1 < len(toks):
			return q.forward(block, toks[k+1:], false)
		}
	}
	if n := len(toks); n > 1 && n <= 8 && toks[n-1].Text == ":" && !q.record && (nameToken(toks[n-2]) || toks[n-2].Text == ")" || toks[n-2].Kind == token.Number && toks[max(0, n-3)].Text == ",") {
		sp := q.backward(block, toks[:n-1], false) // a name as a label
		if len(sp.Names) > 0 && !sp.Unsure {
			return sp
		}
	}
	return fact.Speaker{}
}

// lastClause is the sentence that goes on with a quotation.
func lastClause(toks []token.Token) []token.Token {
	for i := len(toks) - 1; i >= 0; i-- {
		t := toks[i]
		if t.Kind != token.Punct || i == len(toks)-1 {
			if i == len(toks)-1 && (t.Text == "." || t.Text == "!" || t.Text == "?") {
				return nil
			}
			continue
		}
		if t.Text == "!" || t.Text == "?" || t.Text == ";" || t.Text == ":" || t.Text == "." && !(i > 0 && shortTitle(toks[i-1])) || t.Text == "\"" || t.Text == "”" {
			return toks[i+1:]
		}
	}
	return toks
}

// subject reads a speaker from a text that is nothing else.
func (q *quoter) subject(block int, s source.Span) fact.Speaker {
	return q.forward(block, q.x.tokens(s), false)
}

// chunk is a stretch of tokens between commas.
type chunk struct{ from, to int }

func chunksOf(toks []token.Token) []chunk {
	var out []chunk
	from := 0
	for i := 0; i <= len(toks); i++ {
		if i == len(toks) || toks[i].Kind == token.Punct && (toks[i].Text == "," || toks[i].Text == "(" || toks[i].Text == ")" || toks[i].Text == "—" || toks[i].Text == "–") {
			if i > from {
				out = append(out, chunk{from, i})
			}
			from = i + 1
		}
	}
	return out
}

// forward reads the speaker that begins at the first token.
func (q *quoter) forward(block int, toks []token.Token, proxy bool) fact.Speaker {
	cs := chunksOf(toks)
	if len(cs) == 0 {
		return fact.Speaker{}
	}
	sp := q.read(block, toks[cs[0].from:cs[0].to], true)
	if len(cs) > 1 {
		next := q.read(block, toks[cs[1].from:cs[1].to], true)
		switch {
		case !sp.Known():
		case !sp.Named() && next.Named() && len(cs[1:]) > 0 && cs[1].to-cs[1].from <= longestName+1:
			next.Roles, next.Unsure = append(sp.Roles, next.Roles...), false
			sp = next
		case sp.Named() && !next.Named():
			sp.Roles = append(sp.Roles, next.Roles...)
			sp.Unsure = sp.Unsure && len(next.Roles) == 0
		}
	}
	sp.Proxy = sp.Proxy || proxy || proxyIn(toks)
	return sp
}

// backward reads the speaker who is the subject of the verb behind the tokens.
func (q *quoter) backward(block int, toks []token.Token, proxy bool) fact.Speaker {
	for len(toks) > 0 && adverb(toks[len(toks)-1].Lower) {
		toks = toks[:len(toks)-1]
	}
	cs := chunksOf(toks)
	if len(cs) == 0 {
		return fact.Speaker{}
	}
	if n := len(cs) - 1; n > 0 && cs[n].to-cs[n].from == 1 && len(toks[cs[n].from].Text) <= 2 {
		cs = cs[:n] // an age, a party's letter
	}
	last := cs[len(cs)-1]
	sp := q.read(block, toks[last.from:last.to], false)
	if len(cs) > 1 {
		c := cs[len(cs)-2]
		before := q.read(block, toks[c.from:c.to], false)
		switch {
		case sp.Named() && last.to-last.from <= longestName+1 && !before.Named() && len(before.Roles) > 0:
			sp.Roles, sp.Unsure = append(before.Roles, sp.Roles...), false
		case !sp.Named() && before.Named() && apposed(toks[last.from]):
			before.Roles = append(before.Roles, sp.Roles...)
			before.Unsure = before.Unsure && len(sp.Roles) == 0
			before.Proxy = before.Proxy || sp.Proxy
			sp = before
		}
	}
	sp.Proxy = sp.Proxy || proxy || proxyIn(toks)
	return sp
}

// apposed reports whether a chunk that begins with the token says more of the
// name before it.
func apposed(t token.Token) bool {
	switch t.Lower {
	case "the", "a", "an", "of", "who", "whose", "from", "in", "now", "then", "our", "his", "her", "their", "its", "at", "for", "one", "head", "member", "speaking", "asked":
		return true
	}
	return t.Kind == token.Number || !t.Cap()
}

// read reads the person of a chunk: a name with what stands before it, or a
// description alone. Of several names the first counts, or the last.
func (q *quoter) read(block int, toks []token.Token, first bool) fact.Speaker {
	var sp fact.Speaker
	i, j := nameRange(toks, first)
	head := toks[:i]
	if i == j {
		head = toks
	}
	for _, t := range head {
		if c := lexicon.Class(t.Lower); c.Has(lexicon.TitleHead | lexicon.RemitWord | lexicon.PersonWord) {
			sp.Roles = append(sp.Roles, q.x.own(t.Stem()))
		}
	}
	if i == j {
		if !slices.ContainsFunc(toks, func(t token.Token) bool { return lexicon.Class(t.Stem()).Has(lexicon.TitleHead | lexicon.PersonWord) }) {
			sp.Roles = q.plainRole(toks)
		}
		return q.described(block, toks, sp, first)
	}
	for k, t := range toks[i:j] {
		if n := len(sp.Names); t.Kind == token.Punct {
			continue
		} else if n > 0 && k > 0 && toks[i+k-1].Text == "-" {
			sp.Names[n-1] = q.x.own(sp.Names[n-1] + "-" + t.Text)
			continue
		}
		sp.Names = append(sp.Names, q.x.own(strings.TrimRight(strings.TrimSuffix(strings.TrimSuffix(t.Text, "'s"), "’s"), "’'")))
	}
	sp.Unsure = !q.person(toks, i, j)
	q.locate(&sp, block, toks[i].Start, toks[j-1].End)
	return sp
}

// plainRole reads a description in small letters, "the night nurse".
func (q *quoter) plainRole(toks []token.Token) []string {
	const longest = 5 // tokens
	if len(toks) < 2 || len(toks) > longest || toks[0].Lower != "the" && toks[0].Lower != "a" && toks[0].Lower != "an" {
		return nil
	}
	var roles []string
	for _, t := range toks[1:] {
		if t.Kind == token.Word {
			if t.Cap() || stops(t.Lower) || functionWord(t.Lower) {
				return nil
			}
			roles = append(roles, q.x.own(t.Lower))
		}
	}
	return roles
}

func (q *quoter) locate(sp *fact.Speaker, block, start, end int) {
	b := q.base(block, source.Span{Start: start, End: end})
	sp.Place, sp.Surface = b.Place, b.Surface
}

// described reads a speaker without a name: a pronoun, an office, a body.
func (q *quoter) described(block int, toks []token.Token, sp fact.Speaker, first bool) fact.Speaker {
	if len(toks) == 0 {
		return sp
	}
	t := toks[0]
	if !first {
		t = toks[len(toks)-1]
	}
	if t.Lower == "he" || t.Lower == "she" {
		sp.Roles, sp.Unsure = []string{q.x.own(t.Lower)}, true
		q.locate(&sp, block, t.Start, t.End)
		return sp
	}
	if len(sp.Roles) == 0 {
		return fact.Speaker{}
	}
	q.locate(&sp, block, toks[0].Start, toks[len(toks)-1].End)
	for _, l := range q.x.partiesIn(toks) {
		if p := &l.party; p.Named() && !l.possessive {
			sp.Names = append(strings.Fields(p.Given), p.Surname)
			for i, n := range sp.Names {
				sp.Names[i] = q.x.own(n)
			}
			break
		}
	}
	return sp
}

// resolve finds whom a pronoun stands for: the only person whom the block
// names before it, else the speaker of the quotation before.
func (q *quoter) resolve(block int, sp fact.Speaker) fact.Speaker {
	if len(sp.Names) > 0 || len(sp.Roles) != 1 || sp.Roles[0] != "he" && sp.Roles[0] != "she" {
		return sp
	}
	pronoun := sp.Roles[0]
	b := q.x.doc.Blocks[block].Span
	var who []*fact.Party
	s := near(b, source.Span{Start: sp.Place.Span.Start, End: sp.Place.Span.Start})
	s.End = sp.Place.Span.Start
	for _, l := range q.x.partiesIn(q.x.tokens(s)) {
		p := l.party
		if p.Named() && !q.x.quoted(block, p.Span) && !slices.ContainsFunc(who, func(o *fact.Party) bool { return o.Surname == p.Surname }) {
			who = append(who, &p)
		}
	}
	sp.Roles = nil
	switch {
	case len(who) == 1 && calledSo(who[0], pronoun):
		for _, n := range append(strings.Fields(who[0].Given), who[0].Surname) {
			sp.Names = append(sp.Names, q.x.own(n))
		}
		sp.Unsure = false
	case len(who) == 0 && q.lastBlock != source.None && block-q.lastBlock <= 1 && q.last.Named() && calledSo(&fact.Party{Given: strings.Join(q.last.Names[:len(q.last.Names)-1], " ")}, pronoun):
		sp.Names = q.last.Names
	default:
		sp = fact.Speaker{}
	}
	return sp
}
