package extract

import (
	"github.com/concordlint/concord/internal/fact"
	"github.com/concordlint/concord/internal/source"
	"github.com/concordlint/concord/internal/token"
)

// narrative is what a paragraph has told so far: who acts, and who was last
// spoken of, for pronouns.
type narrative struct {
	subject *fact.Party
	other   *fact.Party
	// subjects are all who acted in the current paragraph.
	subjects []*fact.Party
}

// lookBack is how many sentences before a claim are read for whom its
// pronouns stand for.
const lookBack = 4

// pending is a sentence that is read only if a later one needs it.
type pending struct {
	block   int
	span    source.Span
	contact bool // it has a word of contact
	whole   bool // it is a block that is not cut into sentences yet
}

// telling is a narrative with the sentences that it has yet to take in.
type telling struct {
	narrative
	block   int // of the subjects
	waiting []pending
}

// follow moves the narrative on: the first party of a sentence is its
// subject, the last other one is who "him" and "her" stand for.
func (n *narrative) follow(s *sentence) {
	first := true
	for i := range s.parties {
		p := &s.parties[i].party
		if !p.Named() && !p.Definite {
			continue
		}
		if first && !afterPreposition(s.toks, s.parties[i].from) {
			n.subject, first = p, false
			n.subjects = append(n.subjects, p)
			continue
		}
		if n.subject == nil || p.Surname != n.subject.Surname {
			n.other = p
		}
	}
}

// catchUp takes the waiting sentences into the narrative, those with a word of
// contact and the last few of the others, up to one in a block with the
// tokens toks. It returns these tokens, cut again if it had to cut others.
func (x *extractor) catchUp(t *telling, block int, toks []token.Token, at source.Span) []token.Token {
	read := false
	t.waiting = x.cutLast(t.waiting)
	for k, p := range t.waiting {
		if !p.contact && k < len(t.waiting)-lookBack {
			continue
		}
		t.enter(p.block)
		t.follow(x.parse(p.block, p.span))
		read = true
	}
	t.waiting = t.waiting[:0]
	t.enter(block)
	if read {
		toks = x.tokens(at)
	}
	return toks
}

// cutLast cuts the blocks among the last that wait into sentences; those before
// are too far back to matter.
func (x *extractor) cutLast(waiting []pending) []pending {
	var out []pending
	for k, p := range waiting {
		switch {
		case !p.whole:
			out = append(out, p)
		case k >= len(waiting)-lookBack:
			b := x.doc.Blocks[p.block]
			token.Sentences(x.doc.Text, b.Span.Start, b.Span.End, func(s, e int) {
				out = append(out, pending{block: p.block, span: source.Span{Start: s, End: e}})
			})
		}
	}
	return out
}

// enter goes on to a block: subjects are those of one paragraph.
func (t *telling) enter(block int) {
	if block != t.block {
		t.block, t.subjects = block, nil
	}
}
