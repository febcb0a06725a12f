package extract

import (
	"slices"
	"strings"

	"github.com/concordlint/concord/internal/calendar"
	"github.com/concordlint/concord/internal/fact"
	"github.com/concordlint/concord/internal/lexicon"
	"github.com/concordlint/concord/internal/quantity"
	"github.com/concordlint/concord/internal/source"
	"github.com/concordlint/concord/internal/token"
)

// tallier reads what a document records of things, and what it claims of
// their number. It looks at nouns and columns where the other extractors look
// at persons.
type tallier struct {
	x     *extractor
	stems lexicon.Stems
	// names and title are read when first asked for.
	names, title []string
	read         bool
	// recorded are the nouns that head or number two entries of a log.
	recorded map[string]bool
	// prevEnd is where the last claim of the sentence ends, in tokens.
	prevEnd int
}

// findTallies reads logs, columns and results, and the claims that can be
// held against them.
func (x *extractor) findTallies() {
	t := &tallier{x: x, recorded: map[string]bool{}}
	t.findLogs()
	for i := range x.doc.Tables {
		t.findColumns(&x.doc.Tables[i])
	}
	t.findClaims()
}

// stem is the stem of a word as facts may keep it.
func (t *tallier) stem(tok token.Token) string { return t.x.own(t.stems.Of(tok.Stem())) }

const (
	shortestLog = 3   // entries; fewer are no log
	entryReach  = 600 // bytes of an entry's text that are read
)

// findLogs reads what the entries of each list and dated table are about.
func (t *tallier) findLogs() {
	var log *fact.Log
	var last *fact.Entry
	list := -1
	flush := func() {
		if log != nil && len(log.Items) >= shortestLog {
			log.Title, log.Names = t.titleNames(), t.allNames()
			t.x.facts = append(t.x.facts, log)
			for _, stem := range log.Nouns() {
				t.recorded[stem] = true
			}
		}
		log = nil
	}
	for i, b := range t.x.doc.Blocks {
		e := t.x.entries[i]
		if e == nil || b.Kind == source.Heading || b.Kind == source.Code {
			continue
		}
		if e.List != list || log == nil {
			flush()
			log, list = &fact.Log{Base: e.Base}, e.List
		}
		if e != last {
			log.Items, last = append(log.Items, fact.LogItem{Entry: e}), e
		}
		t.readItem(&log.Items[len(log.Items)-1], b.Span)
	}
	flush()
}

// readItem reads a stretch of an entry's text.
func (t *tallier) readItem(it *fact.LogItem, s source.Span) {
	if at := it.Entry.DateAt.Span; s.Contains(at) {
		s.Start = at.End
	}
	s.End = min(s.End, s.Start+entryReach)
	toks := t.x.tokens(s)
	for from := 0; from < len(toks); {
		to := from
		for to < len(toks) && !breaks(toks, to) {
			to++
		}
		t.segment(it, toks[from:to], toks[min(to+1, len(toks)):])
		from = to + 1
	}
	slices.Sort(it.Words)
	it.Words = slices.Compact(it.Words)
}

// breaks reports whether token i ends a phrase: any mark but a hyphen, and no
// full stop of an abbreviation.
func breaks(toks []token.Token, i int) bool {
	t := toks[i]
	if t.Kind != token.Punct {
		return false
	}
	switch t.Text {
	case "-", "'", "’", "&", "/":
		return false
	case ".":
		return i+1 < len(toks) && !shortened(toks, i)
	}
	return true
}

const longestPhrase = 4 // words of a phrase that may head an entry

// segment reads one phrase of an entry; next is what follows it.
func (t *tallier) segment(it *fact.LogItem, toks, next []token.Token) {
	if len(toks) == 0 {
		return
	}
	switch toks[0].Lower {
	case "no", "not", "without", "never":
		return // what did not take place
	case "the", "a", "an":
		toks = toks[1:]
	}
	var phrase []string
	goes := false
	for i, tok := range toks {
		if tok.Kind != token.Word {
			continue
		}
		switch tok.Lower {
		case "still", "again", "continued", "continues", "resumed", "ongoing", "cont'd":
			goes = true
		}
		stem := t.stem(tok)
		it.Words = append(it.Words, stem)
		if i == len(phrase) && !stops(tok.Lower) && !stopsPhrase(tok.Lower) {
			phrase = append(phrase, stem)
		}
	}
	if len(phrase) == 0 || len(phrase) > longestPhrase || goes || dayOf(next) || !endsPhrase(toks, len(phrase)) {
		return
	}
	if n, ok := quantity.Ordinal(toks[0]); ok {
		if len(phrase) == 2 {
			it.Numbered = append(it.Numbered, fact.Numbered{Stem: phrase[1], N: n})
		}
		return
	}
	it.Heads = append(it.Heads, phrase)
}

// stopsPhrase lists words, beyond those of stops, that end a noun phrase.
func stopsPhrase(w string) bool {
	switch w {
	case "against", "about", "near", "between", "into", "over", "under", "after", "before", "round", "around", "during", "through", "without", "off", "up", "down", "behind", "as":
		return true
	}
	return false
}

// endsPhrase reports whether the phrase of n words at the beginning of toks
// ends there: nothing follows, a number, or a word that ends it.
func endsPhrase(toks []token.Token, n int) bool {
	if n == len(toks) {
		return true
	}
	next := toks[n]
	return next.Kind == token.Number || stops(next.Lower) || stopsPhrase(next.Lower)
}

// dayOf reports whether a phrase says that what stands before it goes on:
// "trial, second day".
func dayOf(toks []token.Token) bool {
	if len(toks) < 2 {
		return false
	}
	if _, ok := quantity.Ordinal(toks[0]); !ok && toks[0].Lower != "last" && toks[0].Lower != "final" {
		return false
	}
	switch toks[1].Lower {
	case "day", "part", "night", "session", "half", "week", "round", "leg":
		return true
	}
	return false
}

const (
	longestTable  = 3000 // rows
	mostValues    = 200  // different values of a column that is of kinds
	longestValue  = 48   // bytes
	longestHeader = 3    // words
)

// findColumns reads the columns of a table: those of kinds, and those that
// tell how matches ended.
func (t *tallier) findColumns(tab *source.Table) {
	if tab.Header == nil || len(tab.Rows) < shortestLog || len(tab.Rows) > longestTable {
		return
	}
	for c, h := range tab.Header {
		if h == source.None {
			continue
		}
		if col := t.column(tab, c); col != nil {
			t.x.facts = append(t.x.facts, col)
		}
		if t.results(tab, c) {
			continue
		}
	}
}

// column reads one column; nil where it is none of kinds: empty, of free
// text, or of numbers.
func (t *tallier) column(tab *source.Table, c int) *fact.Column {
	h := tab.Header[c]
	toks := t.x.tokens(t.x.doc.Blocks[h].Span)
	noun := -1
	for i, tok := range toks {
		if tok.Kind == token.Word {
			noun = i
		}
	}
	if noun < 0 || noun >= longestHeader {
		return nil
	}
	col := &fact.Column{Stem: t.stem(toks[noun]), Base: t.x.base(h, t.x.doc.Blocks[h].Span)}
	index := map[string]int{}
	for _, row := range tab.Rows {
		if c >= len(row) || row[c] == source.None || totalRow(t.x, row) {
			continue
		}
		b := t.x.doc.Blocks[row[c]]
		text, ok := cellValue(t.x.doc.TextOf(b))
		if !ok {
			return nil
		}
		i, seen := index[text]
		if !seen {
			if i = len(col.Values); i == mostValues {
				return nil
			}
			index[text] = i
			col.Values = append(col.Values, fact.Value{Text: text})
		}
		col.Values[i].Cells = append(col.Values[i].Cells, fact.Cell{Place: t.x.place(row[c], b.Span), Entry: t.x.entries[row[c]]})
		col.Rows++
	}
	if col.Rows < shortestLog {
		return nil
	}
	col.Title, col.Names = t.titleNames(), t.allNames()
	return col
}

// totalRow reports whether a row adds the others up.
func totalRow(x *extractor, row []int) bool {
	for _, c := range row {
		if c == source.None {
			continue
		}
		text := strings.ToLower(strings.Trim(x.doc.TextOf(x.doc.Blocks[c]), " *_"))
		for _, w := range [...]string{"total", "totals", "all", "sum", "average", "mean", "overall", "subtotal"} {
			if text == w || strings.HasPrefix(text, w+" ") {
				return true
			}
		}
		return false // only the first cell tells
	}
	return false
}

// cellValue is the value of a cell in lower case. ok is false for free text,
// numbers and rows of several values.
func cellValue(text string) (string, bool) {
	if i := strings.IndexAny(text, "([*†"); i > 0 {
		text = text[:i]
	}
	text = strings.ToLower(strings.Join(strings.Fields(text), " "))
	for _, lead := range [...]string{"at ", "vs. ", "vs ", "v. ", "v ", "@ ", "@", "the "} {
		text = strings.TrimPrefix(text, lead)
	}
	if text == "" || len(text) > longestValue || text[0] >= '0' && text[0] <= '9' || strings.ContainsAny(text, ",;/&+") || strings.Contains(text, " and ") {
		return "", false
	}
	return strings.Clone(text), true
}

// results reads a table of matches whose column c tells how they ended.
func (t *tallier) results(tab *source.Table, c int) bool {
	r := &fact.Results{}
	for _, row := range tab.Rows {
		if c >= len(row) || row[c] == source.None {
			return false
		}
		b := t.x.doc.Blocks[row[c]]
		o, ok := outcomeOf(t.x.doc.TextOf(b))
		if !ok {
			return false
		}
		m := fact.Match{Place: t.x.place(row[c], b.Span), Outcome: o, Entry: t.x.entries[row[c]]}
		for _, other := range row {
			if other == source.None || other == row[c] {
				continue
			}
			text := strings.ToLower(t.x.doc.TextOf(t.x.doc.Blocks[other]))
			m.Away = m.Away || strings.HasPrefix(text, "at ") || strings.HasPrefix(text, "@") || text == "a" || text == "away"
		}
		r.Sided = r.Sided || m.Away
		r.Matches = append(r.Matches, m)
	}
	h := tab.Header[c]
	r.Base, r.Title = t.x.base(h, t.x.doc.Blocks[h].Span), t.titleNames()
	t.x.facts = append(t.x.facts, r)
	return true
}

func outcomeOf(cell string) (fact.Outcome, bool) {
	switch strings.ToLower(strings.Trim(cell, " *")) {
	case "w", "win", "won":
		return fact.Won, true
	case "l", "loss", "lost":
		return fact.Lost, true
	case "d", "t", "draw", "drew", "drawn", "tie", "tied":
		return fact.Drawn, true
	}
	return "", false
}

const (
	titleBlocks = 3   // blocks at the top that say whose document it is
	mostNames   = 400 // names of a document that are kept
)

// allNames are the names that the document uses, titleNames those in its
// headings and at its top.
func (t *tallier) allNames() []string { t.readNames(); return t.names }

func (t *tallier) titleNames() []string { t.readNames(); return t.title }

func (t *tallier) readNames() {
	if t.read {
		return
	}
	t.read = true
	for i, b := range t.x.doc.Blocks {
		if b.Kind == source.Code {
			continue
		}
		top := b.Kind == source.Heading || i < titleBlocks
		if len(t.names) >= mostNames && !top {
			continue
		}
		namesIn(t.x.doc.Text[b.Span.Start:min(b.Span.End, b.Span.Start+longestText)], top || b.Kind == source.Cell, func(w string) {
			w = t.x.own(strings.ToLower(w))
			if top {
				t.title = append(t.title, w)
			}
			t.names = append(t.names, w)
		})
	}
	slices.Sort(t.names)
	t.names = slices.Clip(slices.Compact(t.names))
	slices.Sort(t.title)
	t.title = slices.Clip(slices.Compact(t.title))
}

// namesIn calls fn with the words of a text that are names by their capital:
// those that open no sentence, or all where first is set.
func namesIn(text string, first bool, fn func(string)) {
	const shortest = 3 // bytes
	opens := true
	for i := 0; i < len(text); {
		c := text[i]
		if !isLetter(c) {
			if c == '.' || c == '!' || c == '?' || c == ':' {
				opens = true
			}
			i++
			continue
		}
		start := i
		for i < len(text) && isLetter(text[i]) {
			i++
		}
		if w := text[start:i]; c >= 'A' && c <= 'Z' && len(w) >= shortest && (first || !opens) && !calendarWord(w) {
			fn(w)
		}
		opens = false
	}
}

// calendarWord reports whether a word is the name of a month or a weekday,
// which say nothing of what a document is about.
func calendarWord(w string) bool {
	for m := 1; m <= 12; m++ {
		if w == calendar.MonthName(m) {
			return true
		}
	}
	for d := 1; d <= 7; d++ {
		if w == calendar.WeekdayName(d) {
			return true
		}
	}
	return false
}
