package extract

import (
	"slices"

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
	x *extractor
	// names and title are read when first asked for; title holds singulars.
	names fact.NameSet
	title []string
	read  bool
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
	t.findRanks()
}

// lemma is the singular of a word as facts may keep it. A stem would not do:
// two vandals are no two vandalisms.
func (t *tallier) lemma(tok token.Token) string { return t.x.own(lexicon.Singular(tok.Stem())) }

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
			for _, noun := range log.Nouns() {
				t.recorded[noun] = true
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
		return i+1 < len(toks) && (i == 0 || !toks[i-1].Cap() || !shortened(toks, i))
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
		word := t.lemma(tok)
		it.Words = append(it.Words, word)
		if i == len(phrase) && !stops(tok.Lower) && !stopsPhrase(tok.Lower) {
			phrase = append(phrase, word)
		}
	}
	if len(phrase) == 0 || len(phrase) > longestPhrase || goes || dayOf(next) || !endsPhrase(toks, len(phrase)) {
		return
	}
	if n, ok := quantity.Ordinal(toks[0]); ok {
		if len(phrase) == 2 {
			it.Numbered = append(it.Numbered, fact.Numbered{Noun: phrase[1], N: n})
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
