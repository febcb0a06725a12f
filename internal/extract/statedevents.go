package extract

import (
	"slices"
	"strings"

	"github.com/concordlint/concord/internal/calendar"
	"github.com/concordlint/concord/internal/fact"
	"github.com/concordlint/concord/internal/lexicon"
	"github.com/concordlint/concord/internal/source"
	"github.com/concordlint/concord/internal/token"
)

const (
	mostEvents   = 1500 // of one document
	actReach     = 30   // tokens between a date and the word of what happened
	mostInEvent  = 4    // dates of one sentence; more are a list of them
	longestEvent = 600  // bytes of a sentence that is read
)

// events finds the dates and years at which something happened that happens
// once. Dates were found before, years where the scan noted them.
func (s *stater) events() {
	var dates []*fact.Date
	for _, f := range s.x.facts {
		if d, ok := f.(*fact.Date); ok {
			dates = append(dates, d)
		}
	}
	slices.SortStableFunc(dates, func(a, b *fact.Date) int { return a.Span.Start - b.Span.Start })
	made := 0
	for i, d := range dates {
		if made < mostEvents && oneDay(d) && (i == 0 || dates[i-1].Span.End <= d.Span.Start) && s.event(d.Block, d.Span, d.Date.From, !d.Date.YearStated) {
			made++
		}
	}
	k, b := 0, 0
	for _, y := range s.x.yearAt {
		at := source.Span{Start: y.at, End: y.at + len("1987")}
		for k < len(dates) && dates[k].Span.End <= at.Start {
			k++
		}
		for b < len(s.x.doc.Blocks) && s.x.doc.Blocks[b].Span.End < at.End {
			b++
		}
		if b == len(s.x.doc.Blocks) || made >= mostEvents {
			return
		}
		if k < len(dates) && dates[k].Span.Start < at.End || !s.x.doc.Blocks[b].Span.Contains(at) || !yearAlone(s.x.doc.Text, at) {
			continue
		}
		if s.event(b, at, calendar.Day{Year: y.year}, false) {
			made++
		}
	}
}

// oneDay reports whether a date is one certain day.
func oneDay(d *fact.Date) bool {
	c := &d.Date
	return d.Of == fact.Days && c.Clock < 0 && !d.Quoted && d.Block != source.None && d.Doubt == "" && c.Precision == calendar.ByDay && !c.IsRange() && !c.Ambiguous &&
		c.Invalid == "" && c.From.Month != 0 && c.From.Day != 0
}

// yearAlone reports whether four figures are a year by the word before them.
func yearAlone(text string, at source.Span) bool {
	if at.End < len(text) {
		switch c := text[at.End]; {
		case c == '-', c == '/', c == '%', c >= 0x80, c == '\'', isLetter(c):
			return false
		}
	}
	before := text[max(0, at.Start-12):at.Start]
	if before == "" || before[len(before)-1] != ' ' && before[len(before)-1] != '\n' {
		return false
	}
	switch strings.ToLower(lastWord(strings.TrimRight(before, " \n."))) {
	case "in", "since", "founded", "established", "est", "built", "opened", "born", "died", "from":
		return true
	}
	return false
}

// event reads the sentence around a date and makes a fact if it tells of
// something that happens once.
func (s *stater) event(block int, at source.Span, day calendar.Day, inferred bool) bool {
	b := s.x.doc.Blocks[block]
	if b.Quoted || b.Kind != source.Paragraph && b.Kind != source.Item {
		return false
	}
	sentence := figureSentence(s.x.doc.Text, b.Span, at)
	if sentence.Len() > longestEvent || !mayHappen(s.x.doc.Text[sentence.Start:sentence.End]) {
		return false
	}
	toks := s.x.tokens(sentence)
	from, to := tokensOf(toks, at)
	if from < 0 || supposes(toks, from) {
		return false
	}
	act := actNear(toks, from, to)
	if act == "" {
		return false
	}
	f := &fact.Event{Base: s.x.base(block, at), Date: day, Year: day.Month == 0, Act: act, Inferred: inferred}
	if f.Quoted {
		return false
	}
	f.Context = s.eventContext(block, toks, from, to)
	if len(f.Near) < 2 || len(f.Names) == 0 {
		return false
	}
	s.x.facts = append(s.x.facts, f)
	return true
}

// mayHappen is a cheap look for a word of what happens once.
func mayHappen(text string) bool {
	for i := 0; i < len(text); {
		if !isLetter(text[i]) {
			i++
			continue
		}
		var word [longestWord]byte
		n := 0
		for ; i < len(text) && isLetter(text[i]); i++ {
			if n < longestWord {
				word[n] = lowerByte(text[i])
				n++
			}
		}
		if n >= 3 && lexicon.Act(string(word[:n])) != "" {
			return true
		}
	}
	return false
}

// tokensOf are the tokens of a span, -1 if there are none.
func tokensOf(toks []token.Token, at source.Span) (from, to int) {
	from = -1
	for i, t := range toks {
		if t.Start >= at.Start && t.End <= at.End {
			if from < 0 {
				from = i
			}
			to = i + 1
		}
	}
	return from, to
}

// actNear is the happening whose word is nearest to a date.
func actNear(toks []token.Token, from, to int) string {
	for d := 1; d <= actReach; d++ {
		for _, i := range [2]int{from - d, to + d - 1} {
			if i < 0 || i >= len(toks) {
				continue
			}
			if a := lexicon.Act(toks[i].Lower); a != "" {
				return a
			}
		}
	}
	return ""
}

// eventContext gathers the words of an event's sentence. A pronoun at its
// beginning stands for the names of what comes before.
func (s *stater) eventContext(block int, toks []token.Token, from, to int) fact.Context {
	var c fact.Context
	for i := range toks {
		if i >= from && i < to || !closeTo(toks, i, from, to) {
			continue
		}
		if toks[i].Kind == token.Number && strings.Contains(toks[i].Text, ".") && i > 0 && toks[i-1].Cap() {
			c.Limits = append(c.Limits, s.x.own(toks[i].Text)) // a version
			continue
		}
		w, ok := s.word(toks, i)
		if !ok {
			continue
		}
		if w.limit != "" {
			if yearIn(w.limit) == "" {
				c.Limits = append(c.Limits, w.limit)
			}
			continue
		}
		if len(c.Near) < mostFar {
			c.Near = append(c.Near, w.stem)
			if w.name {
				c.Names = append(c.Names, w.stem)
			}
		}
	}
	if len(c.Names) == 0 || pronoun(toks) {
		s.carried(&c, block, toks[0].Start)
	}
	c.Near, c.Far, c.Names, c.Limits = set(c.Near), set(c.Far), set(c.Names), set(c.Limits)
	c.Heads, c.Topics, c.Published, c.Figures = s.headWords(block), s.allTopics(), s.x.date, s.figures
	return c
}

// closeTo reports whether a token stands in the same part of a sentence as a
// date: no semicolon and no bracket between them.
func closeTo(toks []token.Token, i, from, to int) bool {
	a, b := i, from
	if i > from {
		a, b = to, i
	}
	for k := a; k < b; k++ {
		switch toks[k].Text {
		case ";", "(", ")":
			return false
		}
	}
	return true
}

// pronoun reports whether a sentence begins with a pronoun as its subject.
func pronoun(toks []token.Token) bool {
	for _, t := range toks[:min(3, len(toks))] {
		switch t.Lower {
		case "it", "he", "she", "they", "its", "his", "her", "their", "this":
			return true
		}
	}
	return false
}

// carried adds the names of the sentence before, or of the document's title.
func (s *stater) carried(c *fact.Context, block, at int) {
	b := s.x.doc.Blocks[block].Span
	const reach = 260 // bytes: a sentence
	from := max(b.Start, at-reach)
	add := func(span source.Span) {
		toks := token.Append(nil, s.x.doc.Text, span.Start, span.End)
		for i := range toks {
			if w, ok := s.word(toks, i); ok && w.name {
				c.Far = append(c.Far, w.stem)
				c.Names = append(c.Names, w.stem)
			}
		}
	}
	if from < at {
		add(source.Span{Start: from, End: at})
	}
	if len(c.Names) == 0 && len(s.x.doc.Blocks) > 0 {
		if t := s.x.doc.Blocks[0].Span; t.Len() < longestTop {
			add(t)
		}
	}
}
