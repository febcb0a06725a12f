// Package extract takes facts from a document: entries, mentions of persons,
// claims about counts, lists, names. It reads one document at a time and
// knows nothing of other documents, of checks or of rules.
//
// The way through a document:
//
//  1. A scan over the words of each block sets marks: may a quantity, a
//     title, a contact, a name begin here? Blocks without marks are left.
//  2. Marked blocks are cut into sentences and tokens, and persons who are
//     named in full or with an office are learnt.
//  3. Entries of lists and tables, then claims in running text, are parsed
//     around their trigger words, with the persons learnt.
package extract

import (
	"sort"
	"strings"
	"unicode/utf8"

	"github.com/concordlint/concord/internal/calendar"
	"github.com/concordlint/concord/internal/fact"
	"github.com/concordlint/concord/internal/source"
	"github.com/concordlint/concord/internal/token"
)

// Options are what a caller knows of documents beyond their text.
type Options struct {
	// Date is used for documents that do not tell their own date,
	// YYYY-MM-DD; empty for none.
	Date string
	// Sure tells that Date goes before what the document says of itself.
	Sure bool
}

// extractor holds what is known while one document is read.
type extractor struct {
	doc   *source.Document
	n     int
	date  calendar.Day // the document's own date, zero if unknown
	years [2]int       // first and last year that the document names

	marks     []marks               // of each block
	contactAt []int                 // where words of contact begin, in order
	kinAt     []int                 // where nouns for relatives begin, in order
	marriages spouses               // looked at for the first spouse
	resultAt  []int                 // where words and signs of results stand, in order
	partAt    []int                 // where words for numbered parts begin, in order
	dateAt    []int                 // where what may be part of a date begins, in order
	countAt   []int                 // where small numbers in figures or words stand, in order
	rankAt    []int                 // where ordinals and "only" stand, in order
	yearAt    []yearAt              // years that the text names, in order
	spanAt    []spanAt              // words of lengths of time and of ages, in order
	unitAt    []int                 // marks before what may be an amount in another unit, in order
	quotes    map[int][]source.Span // quoted speech of the blocks that were asked for
	people    []*known              // persons learnt from the document, in order
	byName    map[string]int        // lower-case surname to its index in people
	knownIn   []bool                // blocks in which a surname of theirs stands without a title
	entries   map[int]*fact.Entry   // the entry that a block is part of
	scopes    []scope
	logged    []draft             // all entries
	owners    map[int]*fact.Party // whose logs the lists under a heading are
	names     map[string]*fact.Name
	owned     map[string]string     // words of the text copied for facts
	sents     map[int][]source.Span // sentences of the blocks that were asked for
	named     map[int][]use         // who is named in a block
	allNames  fact.NameSet          // capitalised words, once asked for
	spoken    spokenOf              // whom the last pronoun stood for
	partNames map[string]bool       // names of parts that headings begin with, once asked for
	refers    int8                  // whether it names a log as its source: 1 no, 2 yes

	shownNames fact.NameSet // see documentNames

	buf   []token.Token
	facts []fact.Fact
}

// Document takes the facts from a document that is number n of its set.
func Document(doc *source.Document, n int, o Options) []fact.Fact {
	x := &extractor{
		doc: doc, n: n, byName: map[string]int{}, entries: map[int]*fact.Entry{}, quotes: map[int][]source.Span{}, names: map[string]*fact.Name{}, sents: map[int][]source.Span{}, owners: map[int]*fact.Party{},
		owned: map[string]string{},
	}
	x.dateDocument(o)
	x.scan()
	x.learnPeople()
	x.countUses()
	x.findEntries()
	x.findScopes()
	x.findClaims()
	x.findLists()
	x.findTallies()
	x.findInline()
	x.findGrids()
	x.findSections()
	x.findDates()
	x.findSpans()
	x.emitMentions()
	x.emitNames()
	x.findLives()
	x.findGarbled()
	x.findReferences()
	x.findSums()
	x.findProgrammes()
	x.findQuotations()
	x.findTwins()
	x.findStated()
	x.findOutline()
	x.findAnchors()
	x.findAcronyms()
	x.findPins()
	sort.SliceStable(x.facts, func(i, j int) bool {
		return x.facts[i].Where().Span.Start < x.facts[j].Where().Span.Start
	})
	return x.facts
}

// place is where a span of block b stands.
func (x *extractor) place(b int, s source.Span) fact.Place {
	return fact.Place{Doc: x.n, Span: s, Block: b, Section: x.doc.Blocks[b].Heading, Quoted: x.doc.Blocks[b].Quoted || x.quoted(b, s)}
}

// base is the place of a span together with its surface. The text is copied:
// facts must not keep the document's text in memory.
func (x *extractor) base(b int, s source.Span) fact.Base {
	return fact.Base{Place: x.place(b, s), Surface: surface(x.doc.Text[s.Start:s.End])}
}

// own copies a word of the text for a fact, once for all its uses.
func (x *extractor) own(s string) string {
	if s == "" {
		return ""
	}
	if mine, ok := x.owned[s]; ok {
		return mine
	}
	s = strings.Clone(s)
	x.owned[s] = s
	return s
}

// longestText bounds what is cut into tokens at once, in bytes. No sentence
// and no entry is as long; what is, is no text that people write.
const longestText = 32 << 10

// tokens cuts a block's text into tokens, up to longestText of it. The slice
// is good until the next call.
func (x *extractor) tokens(s source.Span) []token.Token {
	s.End = min(s.End, s.Start+longestText)
	for s.End > s.Start && s.End < len(x.doc.Text) && !utf8.RuneStart(x.doc.Text[s.End]) {
		s.End--
	}
	x.buf = token.Append(x.buf[:0], x.doc.Text, s.Start, s.End)
	return x.buf
}

// pieces calls fn with the parts of a span that are read at once, cut at
// blanks.
func (x *extractor) pieces(s source.Span, fn func(source.Span)) {
	for s.Len() > longestText {
		end := s.Start + longestText
		if i := strings.LastIndexByte(x.doc.Text[s.Start:end], ' '); i > 0 {
			end = s.Start + i
		}
		for !utf8.RuneStart(x.doc.Text[end]) {
			end--
		}
		fn(source.Span{Start: s.Start, End: end})
		s.Start = end
	}
	fn(s)
}
