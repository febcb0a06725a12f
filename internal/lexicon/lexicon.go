// Package lexicon knows words: countries and bodies, groups and their size,
// titles and offices, names, words of contact, hedges. It knows no grammar
// beyond the phrase and nothing of documents; it must not know any particular
// document, person or event.
//
// The words are data files in data/, read at the first use. Functions that
// begin with Match look at the tokens of a text and say what begins at one of
// them, and how many tokens it has. Class tells cheaply whether it is worth
// asking.
package lexicon

import (
	"strings"
	"sync"
)

// Classes is a set of classes of one word, found by one look-up, so that a
// text can be scanned once and parsed only where something may begin.
type Classes uint32

// The classes of words. Phrases are classed by their first word.
const (
	TitleWord       Classes = 1 << iota // may begin an office, rank or courtesy title, remits apart
	TitleHead                           // may be the head noun of an office: minister, chief
	RemitWord                           // may stand in a remit, and so begin a title: foreign, health
	RankWord                            // may begin a rank: lt, gen
	CourtesyWord                        // may begin a courtesy title: mr, dr
	QualifierWord                       // may begin a qualifier: then, former, ex
	PlaceWord                           // may begin the name of a place, its adjective or people
	GroupWord                           // may begin the name of a group: g7, bucharest
	ContactVerbWord                     // is a verb of contact in any form: spoke, meets
	ContactNounWord                     // may begin a noun of contact: call, virtual
	HedgeWord                           // may begin a phrase about completeness, a denial included
	CorrectionWord                      // may begin a correction
	GivenWord                           // is a common given name
	ParticleWord                        // may belong to the surname after it: von, al
	PersonWord                          // is a noun for people, singular or plural: leaders
	KinWord                             // is a noun for relatives, singular or plural: sons
	ResultWord                          // may tell that a figure results from others: percent, total, rose
	PartWord                            // names a numbered part of a document: section, figures
)

// Has reports whether any class of d is in c.
func (c Classes) Has(d Classes) bool { return c&d != 0 }

// Class is the set of classes of a lower-case word without possessive ending
// (token.Token.Stem). It allocates nothing; the table behind it is built at the
// first call.
func Class(lower string) Classes { return classes()[lower] }

var classes = sync.OnceValue(func() map[string]Classes {
	c := make(classTable, 9000)
	c.titles(offices())
	addKeys(c, places().names, PlaceWord)
	addKeys(c, allGroups().names, GroupWord)
	addKeys(c, contacts().nouns, ContactNounWord)
	addKeys(c, contacts().verbs, ContactVerbWord)
	addKeys(c, hedges().partial, HedgeWord)
	addKeys(c, hedges().complete, HedgeWord)
	addKeys(c, hedges().correction, CorrectionWord)
	addKeys(c, givenNames(), GivenWord)
	for noun, class := range nouns() {
		if class == PersonNoun {
			c[noun] |= PersonWord
			c[pluralWord(noun)] |= PersonWord
		}
	}
	c.words("then former ex co joint deputy vice late next one would ad pro erstwhile onetime ousted deposed retired retd exiled acting elect designate nominee presumptive outgoing departing incoming shadow interim caretaker predecessor predecessors preceding successor successors succeeding future aspiring honorary emeritus emerita newly current incumbent sitting serving", QualifierWord)
	c.words(kinForms(), KinWord)
	c.words("not non no neither nor never isn't aren't wasn't cannot without hardly", HedgeWord)
	c.words("von vom van vander ver de del della dello dei degli der den des di da das do dos du la le las los lo el al ul ibn bin bint binti ben bar abu umm ter ten te tot zu zum zur af av mac mc st san santa", ParticleWord)
	c.words("percent cent total totals totalling totaling altogether together lead majority margin making made other doubled tripled trebled halved quadrupled doubling tripling trebling halving rose fell grew rise fall increase increased decrease decreased drop dropped decline declined surplus deficit points goals runs votes seats point goal run vote seat whom comprise comprises comprised comprising consist consists consisted consisting divided split average mean women girls boys bringing brought remaining rest half third thirds quarter quarters abstained absent adults children", ResultWord)
	c.words("note notes item point bullet section sec sect § §§ sections secs subsection clause subclause article paragraph chapter part rule principle recommendation appendix annex schedule exhibit table figure box chart listing step footnote endnote subsections clauses subclauses articles paragraphs chapters parts rules principles recommendations schedules exhibits tables figures charts listings steps footnotes endnotes appendices annexes boxes para paras fig figs", PartWord)
	return c
})

// classTable is the table behind Class while it is built.
type classTable map[string]Classes

func (c classTable) words(list string, class Classes) {
	for w := range strings.FieldsSeq(list) {
		c[w] |= class
	}
}

// addKeys gives a class to all keys of a table. The order in which a map is
// walked does not matter here.
func addKeys[V any](c classTable, table map[string]V, class Classes) {
	for w := range table {
		c[w] |= class
	}
}

// titles enters the words that begin titles.
func (c classTable) titles(o *officeTable) {
	for w, list := range o.fixed {
		for i := range list {
			switch t := &list[i].value; {
			case t.Courtesy:
				c[w] |= CourtesyWord
			case t.Rank:
				c[w] |= RankWord
			default:
				if list[i].words == 1 {
					c[w] |= TitleHead
				}
			}
		}
		if o.words[w] == 0 {
			c[w] |= TitleWord
		}
	}
	for w := range o.heads {
		c[w] |= TitleWord | TitleHead
	}
	for w := range o.words {
		c[w] |= RemitWord
	}
	c.words("deputy vice assistant associate under sub dep asst senior chief lead special executive regional parliamentary permanent managing junior second third group principal first presidential cabinet federal union", TitleWord)
}
