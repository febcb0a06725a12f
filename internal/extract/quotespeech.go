package extract

import (
	"slices"
	"strings"
	"unicode"
	"unicode/utf8"

	"github.com/concordlint/concord/internal/fact"
	"github.com/concordlint/concord/internal/lexicon"
	"github.com/concordlint/concord/internal/source"
	"github.com/concordlint/concord/internal/token"
)

const (
	longestSpeaker = 90 // bytes of the label that names who speaks
	fewestTurns    = 3  // turns that make a record of speech
)

// turn is a stretch of speech behind a speaker's label.
type turn struct {
	block int
	label source.Span // without its colon
	body  source.Span
	// weak tells that only the other turns show that the label is a
	// speaker's: "The Ledger".
	weak bool
}

// findTurns reads the turns of a record of speech: an official report, an
// interview, minutes taken word by word. A document is one if at least two
// people take turns in it.
func (q *quoter) findTurns() {
	var turns []turn
	for i, b := range q.x.doc.Blocks {
		if b.Kind == source.Term {
			if i+1 < len(q.x.doc.Blocks) && b.Span.Len() < longestSpeaker && speakerLabel(q.x.doc.TextOf(b)+":") {
				turns = append(turns, turn{block: i + 1, label: b.Span, body: q.x.doc.Blocks[i+1].Span})
			}
			continue
		}
		if i > 0 && q.x.doc.Blocks[i-1].Kind == source.Term || b.Kind == source.Code || b.Kind == source.Cell || b.Quoted || q.x.entries[i] != nil || b.Span.Len() < shortestSaid/2 {
			continue
		}
		turns = q.turnsIn(turns, i, b)
	}
	labels := map[string]int{}
	sure := false
	for _, t := range turns {
		if t.label.Len() > 0 {
			labels[q.x.doc.Text[t.label.Start:t.label.End]]++
			sure = sure || !t.weak
		}
	}
	turns = slices.DeleteFunc(turns, func(t turn) bool {
		return t.weak && (!sure || labels[q.x.doc.Text[t.label.Start:t.label.End]] < 2)
	})
	if len(turns) < fewestTurns || len(labels) < 2 {
		return
	}
	q.record = true
	var last fact.Speaker
	for _, t := range turns {
		if t.label.Len() > 0 {
			last = q.labelSpeaker(t)
		}
		q.turn(t, last)
	}
	q.lastBlock = source.None
}

// turnsIn appends the turns that begin in a block, one a line at most. A
// paragraph behind a turn, in a document of turns, goes on with it.
func (q *quoter) turnsIn(turns []turn, i int, b source.Block) []turn {
	text := q.x.doc.Text
	n := len(turns)
	if !strings.Contains(text[b.Span.Start:b.Span.End], ":") && (n == 0 || turns[n-1].block != i-1) {
		return turns
	}
	for at := b.Span.Start; at < b.Span.End; {
		end := strings.IndexByte(text[at:b.Span.End], '\n')
		if end < 0 {
			end = b.Span.End - at
		}
		if colon, weak := labelEnd(text[at : at+end]); colon > 0 {
			if len(turns) > n {
				turns[len(turns)-1].body.End = at
			}
			turns = append(turns, turn{i, source.Span{Start: at, End: at + colon}, source.Span{Start: at + colon + 1, End: b.Span.End}, weak})
		}
		at += end + 1
	}
	if len(turns) == n && n > 0 && b.Kind == source.Paragraph && turns[n-1].block == i-1 {
		turns = append(turns, turn{block: i, body: b.Span})
	}
	return turns
}

// speakerLabel reports whether a line is a speaker's label beyond doubt.
func speakerLabel(line string) bool {
	colon, weak := labelEnd(line)
	return colon > 0 && !weak
}

// labelEnd is where the colon behind a speaker's label at the beginning of a
// line stands, 0 for a line that begins with none.
func labelEnd(line string) (colon int, weak bool) {
	if line == "" || line[0] >= 'a' && line[0] <= 'z' {
		return 0, false
	}
	colon = strings.IndexByte(line[:min(len(line), longestSpeaker)], ':')
	if colon < 2 || colon+1 < len(line) && line[colon+1] != ' ' || strings.ContainsAny(line[:colon], "\"“.!?;/=<>`") && !courtesyStop(line[:colon]) {
		return 0, false
	}
	label, _, _ := strings.Cut(line[:colon], "(")
	label = strings.TrimSpace(label)
	words := strings.Fields(label)
	if len(words) == 0 || len(words) > 8 {
		return 0, false
	}
	known := false
	for i, w := range words {
		w = strings.Trim(w, ".,")
		if !labelWord(w, i == 0) {
			return 0, false
		}
		c := lexicon.Class(strings.ToLower(w))
		known = known || questioner(strings.ToLower(w)) && len(words) <= 2 || c.Has(lexicon.CourtesyWord|lexicon.TitleHead|lexicon.GivenWord|lexicon.RankWord)
	}
	switch {
	case known, strings.HasPrefix(label, "THE ") && strings.ToUpper(label) == label:
		return colon, false
	case strings.HasPrefix(label, "The ") && len(words) <= 4:
		return colon, true
	}
	return 0, false
}

// labelWord reports whether a word may stand in a speaker's label.
func labelWord(w string, first bool) bool {
	r, _ := utf8.DecodeRuneInString(w)
	return unicode.IsUpper(r) || lexicon.Particle(strings.ToLower(w)) || w == "of" || w == "the" || w == "for" || w == "and" || !first && unicode.IsDigit(r)
}

// questioner lists those who take turns without a name.
func questioner(w string) bool {
	switch w {
	case "interviewer", "question", "answer", "moderator", "host", "reporter", "journalist", "narrator", "speaker", "audience", "presenter", "anchor", "caller", "chair", "counsel", "witness", "court", "clerk", "interpreter":
		return true
	}
	return false
}

// courtesyStop reports whether the only full stop of a label belongs to a
// courtesy title or an initial.
func courtesyStop(label string) bool {
	if strings.ContainsAny(label, "\"“!?;/=<>`") {
		return false
	}
	for w := range strings.FieldsSeq(label) {
		if stem, ok := strings.CutSuffix(w, "."); ok && len(stem) > 1 && !lexicon.Class(strings.ToLower(stem)).Has(lexicon.CourtesyWord|lexicon.RankWord|lexicon.TitleWord) {
			return false
		}
	}
	return true
}

// labelSpeaker reads who a label names; a name in parentheses behind an
// office is the holder's.
func (q *quoter) labelSpeaker(t turn) fact.Speaker {
	text := q.x.doc.Text[t.label.Start:t.label.End]
	outer, inner := t.label, source.Span{}
	if p := strings.IndexByte(text, '('); p > 0 {
		outer.End = t.label.Start + p
		inner = source.Span{Start: t.label.Start + p + 1, End: t.label.Start + p + 1 + max(0, strings.IndexByte(text[p+1:], ')'))}
	}
	toks := append([]token.Token(nil), titled(q.x.tokens(outer))...)
	sp := q.read(t.block, toks, true)
	if sp.Named() {
		sp.Unsure = false
		return sp
	}
	if inner.Len() > 0 {
		if by := q.read(t.block, q.x.tokens(inner), true); by.Named() {
			by.Roles, by.Unsure = append(sp.Roles, by.Roles...), false
			return by
		}
	}
	if !sp.Known() || strings.ToUpper(text) == text {
		sp.Roles = nil
		for _, t := range toks {
			if t.Kind == token.Word && t.Lower != "the" && t.Lower != "of" {
				sp.Roles = append(sp.Roles, q.x.own(t.Lower))
			}
		}
	}
	q.locate(&sp, t.block, outer.Start, outer.End)
	return sp
}

// titled makes words in capitals look like names.
func titled(toks []token.Token) []token.Token {
	for i, t := range toks {
		if len(t.Text) > 2 && t.Text == strings.ToUpper(t.Text) {
			toks[i].Text = titleCase(t.Text)
		}
	}
	return toks
}

// turn makes the fact of one turn, without what is quoted in it.
func (q *quoter) turn(t turn, sp fact.Speaker) {
	s := t.body
	s.End = min(s.End, s.Start+longestText)
	for s.Start < s.End && (q.x.doc.Text[s.Start] == ' ' || q.x.doc.Text[s.Start] == '\n') {
		s.Start++
	}
	f := &fact.Quotation{Form: "speech", Speaker: sp}
	f.Words = q.wordsOf(nil, s, false, stretchesIn(q.x.doc.Text[s.Start:s.End], s.Start))
	if len(f.Words) < fewestWords {
		return
	}
	f.Words = f.Words[:min(len(f.Words), mostWords)]
	f.Base = q.base(t.block, source.Span{Start: int(f.Words[0].Start), End: int(f.Words[len(f.Words)-1].End)})
	q.known = q.known || sp.Known()
	q.found = append(q.found, f)
}
