package extract

import (
	"slices"
	"strings"

	"github.com/concordlint/concord/internal/fact"
	"github.com/concordlint/concord/internal/lexicon"
	"github.com/concordlint/concord/internal/source"
)

// cast collects the full names of a document.
type cast struct {
	x         *extractor
	r         runner
	names     []*fact.FullName
	byText    map[string]verdictOfRun
	byForm    map[string]int
	sightings []sighting
	sure      map[string]bool // surnames that stand behind a known given name, made when first asked for
}

// verdictOfRun is what was decided about a run's text, so that it is looked
// into once: where the name begins among its words, and which name it is.
type verdictOfRun struct {
	skip, name int // name is -1 for a run that is none
	titled     bool
	role       string
}

// sighting is a place where a name stands in full.
type sighting struct {
	name, block int
	span        source.Span
	surname     source.Span
}

// findFullNames makes a fact of each full name, whether its given name is a
// known one or not. Words alone cannot tell a person from a place or a
// product; what speaks for a person is noted, and the check weighs it.
func (x *extractor) findFullNames() *cast {
	c := &cast{x: x, byText: map[string]verdictOfRun{}, byForm: map[string]int{}}
	c.r = runner{text: x.doc.Text, lower: make([]uint64, lowerBits/64), found: c.take}
	for i, b := range x.doc.Blocks {
		if b.Kind != source.Code {
			c.r.scan(i, b.Span)
		}
	}
	c.spread()
	c.spreadColumns()
	c.emit()
	return c
}

// take looks at a run and notes the name in it.
func (c *cast) take(r run) {
	text := c.x.doc.Text[r.words[0].Start:r.words[len(r.words)-1].End]
	v, ok := c.byText[text]
	if !ok {
		v = c.judge(r.words)
		c.byText[text] = v
	}
	if v.name < 0 {
		if v.titled && v.skip == len(r.words)-1 {
			// "Dr Lee": a surname alone.
			c.r.singles = append(c.r.singles, lone{r.block, r.words[v.skip]})
		}
		return
	}
	first, last := r.words[v.skip], r.words[len(r.words)-1]
	s := sighting{v.name, r.block, source.Span{Start: first.Start, End: last.End}, last}
	if c.x.literal(s.span) {
		return
	}
	n := c.names[v.name]
	if !n.Sure {
		n.Sure = v.titled || c.introduced(s) || c.followed(s)
	}
	if v.role != "" {
		addRole(n, v.role)
	}
	if role := c.roleBehind(s); role != "" {
		addRole(n, role)
	}
	c.sightings = append(c.sightings, s)
}

func addRole(n *fact.FullName, role string) {
	if !slices.Contains(n.Roles, role) {
		n.Roles = append(n.Roles, role)
	}
}

// judge decides whether a run holds a name, titles before it left out.
func (c *cast) judge(words []source.Span) verdictOfRun {
	v := verdictOfRun{name: -1}
	for i := len(words) - 1; i >= v.skip; i-- {
		w := strings.ToLower(c.x.doc.Text[words[i].Start:words[i].End])
		class := lexicon.Class(w)
		if class.Has(lexicon.GivenWord) || !class.Has(lexicon.TitleHead|lexicon.RankWord|lexicon.CourtesyWord) {
			continue
		}
		v.skip, v.titled = i+1, true
		if class.Has(lexicon.TitleHead) {
			v.role = strings.Clone(w)
		}
	}
	for v.skip < len(words) && c.before(words[v.skip]) {
		v.skip++
		v.titled = false
	}
	if rest := words[v.skip:]; len(rest) > 2 && !c.given(rest[0]) && c.given(rest[1]) {
		v.skip++ // "Afterwards Siobhan Flanagan", "Canon Arthur Vosper"
	}
	rest := words[v.skip:]
	if len(rest) < 2 || len(rest) > 4 {
		return v
	}
	parts := make([]string, len(rest))
	for i, w := range rest {
		s := c.x.doc.Text[w.Start:w.End]
		if !namePart(s, i == len(rest)-1) {
			return v
		}
		parts[i] = s
	}
	form := strings.Join(parts, " ")
	if i, ok := c.byForm[form]; ok {
		v.name = i
		return v
	}
	v.name = len(c.names)
	for i, s := range parts {
		parts[i] = surface(s)
	}
	c.byForm[form] = v.name
	c.names = append(c.names, &fact.FullName{Words: parts, Sure: lexicon.AnyGiven(parts[0])})
	return v
}

// given reports whether a word is a given name that a list knows.
func (c *cast) given(s source.Span) bool { return lexicon.AnyGiven(c.x.doc.Text[s.Start:s.End]) }

// before reports whether a word that begins a run is none of the name's: it
// opens a sentence or belongs to an office.
func (c *cast) before(s source.Span) bool {
	w := strings.ToLower(c.x.doc.Text[s.Start:s.End])
	class := lexicon.Class(w)
	if class.Has(lexicon.GivenWord) {
		return false
	}
	return notName(w) || opensSentence(w) || class.Has(lexicon.QualifierWord|lexicon.TitleWord|lexicon.RemitWord)
}

// namePart reports whether a word can stand in a name.
func namePart(s string, surname bool) bool {
	lower := strings.ToLower(s)
	if surname && (len(s) < 3 || bodyWord(lower)) || strings.Contains(s, "\uFFFD") || mojibake(s) != "" {
		return false
	}
	c := lexicon.Class(lower)
	if c.Has(lexicon.ContactNounWord | lexicon.PersonWord | lexicon.TitleHead | lexicon.CourtesyWord | lexicon.RankWord | lexicon.GroupWord) {
		return c.Has(lexicon.GivenWord)
	}
	return !notName(lower) && !dayOrMonth(lower)
}

// dayOrMonth lists months and weekdays that are no given names.
func dayOrMonth(w string) bool {
	switch w {
	case "january", "february", "march", "july", "september", "october", "november", "december",
		"monday", "tuesday", "wednesday", "thursday", "friday", "saturday", "sunday", "easter", "christmas", "ramadan":
		return true
	}
	return false
}

// opensSentence lists words that have a capital at the start of a sentence
// and are no names.
func opensSentence(w string) bool {
	switch w {
	case "thanks", "dear", "because", "although", "though", "yes", "so", "only", "even", "here", "now", "once", "perhaps", "like", "see", "are",
		"were", "did", "does", "do", "can", "could", "should", "some", "many", "most", "each", "every", "another", "other", "such",
		"how", "why", "which", "whose", "between", "among", "under", "over", "about", "against", "behind", "beside", "without", "within",
		"born", "directed", "written", "edited", "signed", "reported", "according", "including", "both", "neither", "either", "last", "next", "former":
		return true
	}
	return false
}

// spread makes sure names of those that stand in a row with sure ones: "A, B
// and C" are people if one of them is.
func (c *cast) spread() {
	for pass := 0; pass < 2; pass++ {
		for i := 1; i < len(c.sightings); i++ {
			a, b := c.sightings[i-1], c.sightings[i]
			if a.block != b.block || b.span.Start-a.span.End > 24 {
				continue
			}
			m, n := c.names[a.name], c.names[b.name]
			if m.Sure != n.Sure && rowGap(c.x.doc.Text[a.span.End:b.span.Start]) {
				m.Sure, n.Sure = true, true
			}
		}
	}
}

// rowGap reports whether a text joins two members of an enumeration.
func rowGap(s string) bool {
	switch strings.Join(strings.Fields(s), " ") {
	case ",", ", and", "and", "&", ";", "; and", ", &", ", with":
		return true
	}
	return false
}

// spreadColumns makes sure names of the cells of a column in which at least
// every other name is one.
func (c *cast) spreadColumns() {
	type column struct{ table, column int }
	type tally struct{ sure, all int }
	of := map[column]*tally{}
	each := func(fn func(column, *fact.FullName)) {
		for _, s := range c.sightings {
			b := &c.x.doc.Blocks[s.block]
			if b.Kind == source.Cell && b.Row != source.HeaderRow && s.span.Len()+16 >= b.Span.Len() {
				fn(column{b.Table, b.Column}, c.names[s.name])
			}
		}
	}
	each(func(k column, n *fact.FullName) {
		t := of[k]
		if t == nil {
			t = &tally{}
			of[k] = t
		}
		t.all++
		if n.Sure {
			t.sure++
		}
	})
	each(func(k column, n *fact.FullName) {
		if t := of[k]; 2*t.sure >= t.all || c.personColumn(k.table, k.column) {
			n.Sure = true
		}
	})
}

// personColumn reports whether the header of a column says that it names
// people.
func (c *cast) personColumn(table, column int) bool {
	h := c.x.doc.Tables[table].Header
	if column >= len(h) || h[column] == source.None {
		return false
	}
	w := firstWord(strings.TrimLeft(strings.ToLower(c.x.doc.TextOf(c.x.doc.Blocks[h[column]])), " *_"))
	return w == "name" || w == "names" || personLabel(w)
}

// emit makes the facts. What nothing shows to be a person and has a word that
// is a common one is left out: "Release Schedule".
func (c *cast) emit() {
	x := c.x
	for _, n := range c.names {
		for _, w := range n.Words {
			n.Common = n.Common || c.r.inLower(w)
		}
	}
	bySurname := map[string][]*fact.FullName{}
	for _, s := range c.sightings {
		n := c.names[s.name]
		if n.Common && !n.Sure || len(n.Spots) >= maxUses || x.quoted(s.block, s.span) || x.doc.Blocks[s.block].Quoted {
			continue
		}
		if len(n.Spots) == 0 {
			n.Base = x.base(s.block, s.span)
			bySurname[n.Surname()] = append(bySurname[n.Surname()], n)
		}
		n.Spots = append(n.Spots, c.spot(s.block, s.surname, n))
	}
	for _, s := range c.r.singles {
		for _, n := range bySurname[x.doc.Text[s.span.Start:s.span.End]] {
			if len(n.Spots) < maxUses && !x.doc.Blocks[s.block].Quoted && !x.quoted(s.block, s.span) {
				spot := c.spot(s.block, s.span, n)
				spot.Alone = true
				n.Spots = append(n.Spots, spot)
			}
		}
	}
	for _, n := range c.names {
		if len(n.Spots) > 0 {
			x.facts = append(x.facts, n)
		}
	}
	c.bare(bySurname)
}

// longestFullName is how many bytes a name in full takes at most, roughly.
const longestFullName = 40

// spot describes a place of a name.
func (c *cast) spot(block int, at source.Span, n *fact.FullName) fact.Spot {
	b := &c.x.doc.Blocks[block]
	s := fact.Spot{Place: c.x.place(block, at), Sentence: sentenceAround(c.x.doc.Text, b.Span, at), Table: source.None, List: b.List}
	switch {
	case b.Kind == source.Cell && at.End-b.Span.Start+16 >= b.Span.Len() && at.End-b.Span.Start <= longestFullName:
		s.Table = b.Table
	case b.Kind != source.Item || at.End-b.Span.Start > longestFullName:
		s.List = source.None
	}
	n.Remarked = n.Remarked || remarks(c.x.doc.Text[s.Sentence.Start:s.Sentence.End])
	return s
}
