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
}

// extractor holds what is known while one document is read.
type extractor struct {
	doc   *source.Document
	n     int
	date  calendar.Day // the document's own date, zero if unknown
	years [2]int       // first and last year that the document names

	marks     []marks               // of each block
	contactAt []int                 // where words of contact begin, in order
	quotes    map[int][]source.Span // quoted speech of the blocks that were asked for
	people    []*known              // persons learnt from the document, in order
	byName    map[string]int        // lower-case surname to its index in people
	entries   map[int]bool          // blocks that are part of an entry
	scopes    []scope
	logged    []draft // all entries
	names     map[string]*fact.Name

	buf   []token.Token
	facts []fact.Fact
}

// Document takes the facts from a document that is number n of its set.
func Document(doc *source.Document, n int, o Options) []fact.Fact {
	x := &extractor{
		doc: doc, n: n, byName: map[string]int{}, entries: map[int]bool{}, quotes: map[int][]source.Span{}, names: map[string]*fact.Name{},
	}
	x.dateDocument(o)
	x.scan()
	x.learnPeople()
	x.countUses()
	x.findEntries()
	x.findScopes()
	x.findClaims()
	x.findLists()
	x.emitMentions()
	x.emitNames()
	x.findGarbled()
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

// tokens cuts a block's text into tokens. The slice is good until the next
// call.
func (x *extractor) tokens(s source.Span) []token.Token {
	x.buf = token.Append(x.buf[:0], x.doc.Text, s.Start, s.End)
	return x.buf
}
