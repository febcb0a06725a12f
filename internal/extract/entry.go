package extract

import (
	"github.com/concordlint/concord/internal/calendar"
	"github.com/concordlint/concord/internal/fact"
	"github.com/concordlint/concord/internal/source"
	"github.com/concordlint/concord/internal/token"
)

// draft is an entry whose year may not be known yet.
type draft struct {
	fact    *fact.Entry
	block   int
	heading int
}

// findEntries reads the dated items of lists, the rows of tables and logs,
// and rows of dated headings.
func (x *extractor) findEntries() {
	next := 0
	for i := range x.doc.Lists {
		if ds := x.listEntries(i, next); len(ds) > 0 {
			x.addEntries(ds)
			next++
		}
	}
	for i := range x.doc.Tables {
		if ds := x.tableEntries(i, next); len(ds) > 0 {
			x.addEntries(ds)
			next++
		}
	}
	for _, ds := range x.headingEntries() {
		for _, d := range ds {
			d.fact.List = next
		}
		x.addEntries(ds)
		next++
	}
}

// addEntries infers the years of one list's entries and keeps them.
func (x *extractor) addEntries(ds []draft) {
	dates := make([]calendar.Date, len(ds))
	for i, d := range ds {
		dates[i] = d.fact.Date
	}
	dates = calendar.InferYears(dates, x.date, x.headingYears(ds[0].heading))
	unowned := !mostlyOwned(ds)
	period := x.period(ds[0].heading)
	for i, d := range ds {
		if d.fact.HasDate {
			d.fact.Date = dates[i]
		}
		d.fact.Unowned, d.fact.Period = unowned, period
		x.logged = append(x.logged, d)
		x.facts = append(x.facts, d.fact)
	}
}

// mostlyOwned reports whether nearly all contacts of a list say who had them;
// in a personal log hardly any does.
func mostlyOwned(ds []draft) bool {
	const most = 3 // of four
	all, owned := 0, 0
	for _, d := range ds {
		for _, k := range d.fact.Contacts {
			if k.Broad {
				continue
			}
			all++
			if len(k.Actors) > 0 {
				owned++
			}
		}
	}
	return owned*4 >= all*most
}

// headingYears are the years that the headings above a block name.
func (x *extractor) headingYears(heading int) []int {
	var years []int
	for h := heading; h != source.None; h = x.doc.Blocks[h].Heading {
		for _, t := range token.Append(nil, x.doc.Text, x.doc.Blocks[h].Span.Start, x.doc.Blocks[h].Span.End) {
			if y := yearOf(t); y != 0 {
				years = append(years, y)
			}
		}
	}
	return years
}

// yearOf is the year that a token of four digits may be, 0 for others.
func yearOf(t token.Token) int {
	if t.Kind != token.Number || len(t.Text) != 4 {
		return 0
	}
	y := 0
	for _, c := range t.Text {
		if c < '0' || c > '9' {
			return 0
		}
		y = 10*y + int(c-'0')
	}
	if y < 1500 || y > 2100 {
		return 0
	}
	return y
}

// listEntries reads the items of a list that begin with a date. A list with
// dates at fewer than half of its items is no log.
func (x *extractor) listEntries(list, number int) []draft {
	l := &x.doc.Lists[list]
	var ds []draft
	for i, it := range l.Items {
		if it.First == source.None {
			continue
		}
		b := x.doc.Blocks[it.First]
		if b.Kind == source.Code {
			continue
		}
		toks := x.tokens(b.Span)
		d, ok := x.readEntry(it.First, toks)
		if !ok {
			continue
		}
		d.fact.List, d.fact.Item = number, i
		d.heading = l.Heading
		x.readOn(&d, list, it)
		ds = append(ds, d)
	}
	if 2*len(ds) < len(l.Items) {
		return nil
	}
	for _, d := range ds {
		x.entries[d.block] = d.fact
	}
	return ds
}

// readOn reads what stands below the date of an entry, in the further blocks
// of its item: the definition of a term, a diary's text under the day.
func (x *extractor) readOn(d *draft, list int, it source.ListItem) {
	if len(d.fact.Contacts) > 0 {
		return
	}
	for i := it.First + 1; i <= it.Last; i++ {
		b := x.doc.Blocks[i]
		if b.Kind == source.Code || b.List != list {
			continue
		}
		end := min(b.Span.End, b.Span.Start+longestText)
		toks := token.Append(nil, x.doc.Text, b.Span.Start, end)
		d.fact.Contacts = append(d.fact.Contacts, x.readContacts(toks, x.logOwner(it.First))...)
		x.entries[i] = d.fact
	}
}

// readEntry reads an entry line: its date or version, then what it records.
func (x *extractor) readEntry(block int, toks []token.Token) (draft, bool) {
	e, rest, ok := x.leading(block, toks)
	if !ok {
		return draft{}, false
	}
	b := x.doc.Blocks[block]
	e.Base = x.base(block, b.Span)
	if !e.HasDate && e.Date.Precision == calendar.ByClock {
		x.onDay(block, e)
	}
	e.Contacts = x.readContacts(toks[rest:], x.logOwner(block))
	return draft{fact: e, block: block, heading: b.Heading}, true
}

// onDay gives an entry that has only a time of day the day of its heading.
func (x *extractor) onDay(block int, e *fact.Entry) {
	day, ok := x.headingDay(block)
	if !ok {
		return
	}
	clock, to := e.Date.Clock, e.Date.ClockTo
	e.Date, e.HasDate = day.Date, true
	e.Date.Clock, e.Date.ClockTo = clock, to
}

// leading reads the date and version that open an entry; rest is the index of
// the first token behind them.
func (x *extractor) leading(block int, toks []token.Token) (e *fact.Entry, rest int, ok bool) {
	date, version, rest, ok := calendar.EntryDate(toks)
	if !ok {
		return nil, 0, false
	}
	e = &fact.Entry{Date: date, Version: version}
	e.HasDate = date.Precision != 0 && date.Precision != calendar.ByClock && date.Invalid == ""
	if !e.HasDate && date.Precision != calendar.ByClock {
		return e, rest, true
	}
	from, to := 0, rest
	for i := 0; i < rest; i++ {
		if _, next, ok := calendar.Parse(toks, i); ok {
			from, to = i, next
			break
		}
	}
	s := source.Span{Start: toks[from].Start, End: toks[to-1].End}
	e.DateAt, e.DateSurface = x.place(block, s), surface(x.doc.Text[s.Start:s.End])
	return e, rest, true
}

// readContacts reads all contacts that a stretch of an entry tells.
func (x *extractor) readContacts(toks []token.Token, owner *fact.Party) []fact.Contact {
	for len(toks) > 0 && toks[0].Kind == token.Punct {
		toks = toks[1:]
	}
	if k, ok := x.labelContact(toks, owner); ok {
		return []fact.Contact{k}
	}
	contacts := contactsIn(toks)
	if len(contacts) == 0 {
		return nil
	}
	parties := x.partiesIn(toks)
	var out []fact.Contact
	last := owner
	for _, c := range clauses(toks, parties, contacts) {
		k, ok := contactOf(c, toks, parties, contacts, last)
		if !ok {
			continue
		}
		x.addVisited(&k, toks[c.from:c.to])
		out = append(out, k)
		if len(k.Actors) > 0 && !k.Mentioned {
			last = &k.Actors[0]
		}
	}
	return out
}

// ownerBlocks is how many blocks at the top of a document are looked through
// for whose log it is.
const ownerBlocks = 4

// topOwner reads "Log kept by X", "Diary of X" and "Consultant: X" among the
// first blocks of a document.
func (x *extractor) topOwner() *fact.Party {
	for i, b := range x.doc.Blocks[:min(len(x.doc.Blocks), ownerBlocks)] {
		if x.entries[i] != nil || b.Kind == source.Code || b.Span.Len() > longestHead {
			continue
		}
		toks := token.Append(nil, x.doc.Text, b.Span.Start, b.Span.End)
		for _, l := range x.partiesIn(toks) {
			if l.party.Named() && keeps(toks, l.from) {
				return &l.party
			}
		}
	}
	return nil
}

// keeps reports whether the words before token i name the keeper of a log.
func keeps(toks []token.Token, i int) bool {
	if i == 2 && toks[1].Text == ":" {
		switch toks[0].Lower {
		case "consultant", "author", "name", "keeper", "officer", "inspector", "traveller", "traveler", "diarist", "owner", "employee", "delegate", "representative":
			return true
		}
	}
	if i < 2 {
		return false
	}
	switch toks[i-2].Lower {
	case "kept", "written":
		return toks[i-1].Lower == "by"
	case "log", "diary", "journal", "engagements", "calendar", "contacts", "calls", "programme", "meetings":
		return toks[i-1].Lower == "of" || toks[i-1].Lower == "by"
	}
	return false
}

// logOwner is the person whose log a list is, as its headings or the
// document's title tell: "Contacts of the Ambassador", "Diary of the Chair".
func (x *extractor) logOwner(block int) *fact.Party {
	h := x.doc.Blocks[block].Heading
	owner, ok := x.owners[h]
	if !ok {
		owner = x.findOwner(block)
		x.owners[h] = owner
	}
	return owner
}

func (x *extractor) findOwner(block int) *fact.Party {
	for _, h := range x.doc.HeadingPath(block) {
		b := x.doc.Blocks[h]
		toks := token.Append(nil, x.doc.Text, b.Span.Start, b.Span.End)
		ps := x.partiesIn(toks)
		if len(ps) == 1 && ownerFrame(toks, ps[0]) {
			return &ps[0].party
		}
	}
	return x.topOwner()
}

// ownerFrame reports whether a heading's party owns the log: it stands
// behind "of" or "by", or before a noun in the genitive.
func ownerFrame(toks []token.Token, l located) bool {
	if l.possessive {
		return true
	}
	i := l.from - 1
	if i < 0 {
		return false
	}
	return toks[i].Lower == "of" || toks[i].Lower == "by"
}
