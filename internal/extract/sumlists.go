package extract

import (
	"strings"

	"github.com/concordlint/concord/internal/fact"
	"github.com/concordlint/concord/internal/quantity"
	"github.com/concordlint/concord/internal/source"
	"github.com/concordlint/concord/internal/token"
)

const (
	mostListParts  = 60
	longestListSum = 160 // bytes of an item that is a label with its figure
)

// listSums finds lists of labelled figures ("Raffle: £85") with a total as last
// item or in the sentence that introduces them.
func (x *extractor) listSums() {
	for i := range x.doc.Lists {
		l := &x.doc.Lists[i]
		if len(l.Items) < 3 || len(l.Items) > mostListParts || l.Kind == source.Dated {
			continue
		}
		x.listSum(l)
	}
}

// listSum reads one list; every item must have one figure of one kind.
func (x *extractor) listSum(l *source.List) {
	var parts []fact.Figure
	var unit quantity.Quantity
	for n, it := range l.Items {
		label, q, fig, ok := x.listFigure(it)
		if !ok || n > 0 && (q.Is(quantity.Percent) || q.Unit != unit.Unit || q.Is(quantity.Money) != unit.Is(quantity.Money) || q.Is(quantity.Measure) != unit.Is(quantity.Measure)) {
			return
		}
		if n == 0 {
			unit = q
		}
		if class := classOfRow(label); class == rowTotal && n == len(l.Items)-1 && len(parts) >= 2 && len(strings.Fields(label)) <= 4 {
			x.addListSum(l, fig, parts)
			return
		} else if class != rowPlain {
			return
		}
		parts = append(parts, fig)
	}
	if fig, ok := x.introTotal(l, &unit); ok {
		x.addListSum(l, fig, parts)
	}
}

func (x *extractor) addListSum(l *source.List, total fact.Figure, parts []fact.Figure) {
	doubt := ""
	if l.Parent != source.None && l.ParentItem != source.None {
		if first := x.doc.Lists[l.Parent].Items[l.ParentItem].First; first != source.None &&
			holdsWord(strings.ToLower(x.doc.TextOf(x.doc.Blocks[first])), "estimate", "estimates", "estimated", "approximate", "roughly", "about") {
			doubt = "the figures are called estimates"
		}
	}
	if total.Quoted {
		return
	}
	x.facts = append(x.facts, &fact.Sum{
		Base: fact.Base{Place: total.Place, Surface: surface(x.doc.Text[total.Span.Start:total.Span.End])},
		Of:   fact.Total, Result: total, Readings: [][]fact.Figure{parts}, Group: total.Span.Start + proseGroups, Prose: true, Doubt: doubt,
	})
}

// listFigure reads an item that is a label with one figure: "Raffle: £85".
func (x *extractor) listFigure(it source.ListItem) (label string, q quantity.Quantity, fig fact.Figure, ok bool) {
	if it.First == source.None || it.First != it.Last || it.Span.Len() > longestListSum {
		return "", q, fig, false
	}
	b := x.doc.Blocks[it.First]
	if b.Kind == source.Code || b.Quoted || !x.marks[it.First].has(markNumber) {
		return "", q, fig, false
	}
	s := &sumSentence{x: x, block: it.First, toks: x.tokens(b.Span)}
	if s.read() != 1 || !s.q[0].plain() {
		return "", q, fig, false
	}
	q = s.q[0].Quantity
	if q.Start < 2 || len(s.toks)-q.End > 3 {
		return "", q, fig, false
	}
	before := s.toks[q.Start-1]
	switch {
	case before.Text == ":" || before.Text == "–" || before.Text == "—" || before.Text == "-" || before.Text == "…":
	case q.Is(quantity.Money) && before.Text == "(":
	default:
		return "", q, fig, false
	}
	label = strings.TrimSpace(strings.ToLower(strings.Trim(x.doc.Text[s.toks[0].Start:before.Start], "*_ :")))
	return label, q, s.q[0].fig, label != ""
}

// introTotal reads the total that a list's introduction gives: its only figure,
// of the items' kind, with a word that says so.
func (x *extractor) introTotal(l *source.List, unit *quantity.Quantity) (fact.Figure, bool) {
	var none fact.Figure
	if l.Intro == source.None {
		return none, false
	}
	b := x.doc.Blocks[l.Intro]
	if b.Kind != source.Paragraph || b.Quoted || b.Span.Len() > longestText || !strings.HasSuffix(strings.TrimRight(x.doc.TextOf(b), " \n*_"), ":") {
		return none, false
	}
	from := b.Span.Start
	token.Sentences(x.doc.Text, b.Span.Start, b.Span.End, func(start, _ int) { from = start })
	s := &sumSentence{x: x, block: l.Intro, toks: x.tokens(source.Span{Start: from, End: b.Span.End})}
	if s.read() == 0 {
		return none, false
	}
	at := -1
	for k := range s.q {
		q := &s.q[k]
		if !q.plain() || q.Unit != unit.Unit || q.Is(quantity.Money) != unit.Is(quantity.Money) || q.Is(quantity.Measure) != unit.Is(quantity.Measure) {
			continue
		}
		if at >= 0 {
			return none, false
		}
		at = k
	}
	if at < 0 || !s.saysTotal(at) {
		return none, false
	}
	return s.q[at].fig, true
}

// saysTotal reports whether a sentence gives a quantity as a total, and no word
// of it says that what follows is not all.
func (s *sumSentence) saysTotal(k int) bool {
	said := s.q[k].Is(quantity.Total)
	for _, t := range s.toks {
		switch t.Lower {
		case "total", "totalling", "totaling", "altogether", "raised", "shared", "together", "collected":
			said = true
		case "including", "includes", "included", "example", "largest", "main", "among", "mostly", "partly", "some", "notably", "major", "more", "than", "before", "after", "target", "remaining", "estimated":
			return false
		}
	}
	return said
}
