package extract

import (
	"strings"

	"github.com/concordlint/concord/internal/fact"
	"github.com/concordlint/concord/internal/lexicon"
	"github.com/concordlint/concord/internal/source"
	"github.com/concordlint/concord/internal/token"
)

// column tells what a table's column holds, by its header.
type column uint8

const (
	columnOther column = iota
	columnDate
	columnActor
	columnWith
	columnOffice // the office of the one in the column before
	columnMeans
	columnText
)

// columnOf reads a header: "date", "caller", "callee_post", "channel".
func columnOf(header string) column {
	words := strings.FieldsFunc(strings.ToLower(header), func(r rune) bool { return r == '_' || r == ' ' || r == '-' || r == '/' || r == '(' || r == ')' })
	if len(words) == 0 {
		return columnOther
	}
	switch words[len(words)-1] {
	case "post", "title", "office", "position", "role", "rank", "function":
		return columnOffice
	}
	switch words[0] {
	case "date", "day", "when":
		return columnDate
	case "caller", "host", "actor", "who", "from", "visitor", "official", "principal", "minister", "ambassador":
		return columnActor
	case "callee", "counterpart", "with", "to", "interlocutor", "guest", "called", "partner", "met":
		return columnWith
	case "channel", "means", "mode", "kind", "type", "medium", "format":
		return columnMeans
	case "engagement", "event", "activity", "meeting", "description", "entry", "contact", "call", "what", "details", "programme", "program":
		return columnText
	}
	return columnOther
}

// tableEntries reads the rows of a table that has a column of dates.
func (x *extractor) tableEntries(table, number int) []draft {
	t := &x.doc.Tables[table]
	roles := make([]column, len(t.Header))
	dated := source.None
	for i, b := range t.Header {
		if b == source.None {
			continue
		}
		roles[i] = columnOf(x.doc.TextOf(x.doc.Blocks[b]))
		if roles[i] == columnDate && dated == source.None {
			dated = i
		}
	}
	if dated == source.None {
		return nil
	}
	var ds []draft
	for r, row := range t.Rows {
		if dated >= len(row) || row[dated] == source.None {
			continue
		}
		if d, ok := x.rowEntry(row, roles, dated); ok {
			d.fact.List, d.fact.Item, d.heading = number, r, t.Heading
			ds = append(ds, d)
		}
	}
	return ds
}

// rowEntry reads one row.
func (x *extractor) rowEntry(row []int, roles []column, dated int) (draft, bool) {
	b := x.doc.Blocks[row[dated]]
	toks := x.tokens(b.Span)
	e, _, ok := x.leading(row[dated], toks)
	if !ok || !e.HasDate {
		return draft{}, false
	}
	first, last := b.Span.Start, b.Span.End
	for _, c := range row {
		if c != source.None {
			first, last = min(first, x.doc.Blocks[c].Span.Start), max(last, x.doc.Blocks[c].Span.End)
			x.entries[c] = e
		}
	}
	e.Base = x.base(row[dated], source.Span{Start: first, End: last})
	e.Contacts = x.rowContacts(row, roles)
	return draft{fact: e, block: row[dated], heading: b.Heading}, true
}

// rowContacts reads who dealt with whom in a row: from columns that say so,
// else from the text of the row's cells.
func (x *extractor) rowContacts(row []int, roles []column) []fact.Contact {
	k := fact.Contact{Means: string(lexicon.Talk), Noun: "contact"}
	var last *fact.Party
	for i, c := range row {
		if c == source.None || i >= len(roles) {
			continue
		}
		toks := token.Append(nil, x.doc.Text, x.doc.Blocks[c].Span.Start, x.doc.Blocks[c].Span.End)
		switch roles[i] {
		case columnActor, columnWith:
			side := &k.Actors
			if roles[i] == columnWith {
				side = &k.With
			}
			if p, ok := x.cellParty(toks); ok {
				*side = append(*side, p)
				last = &(*side)[len(*side)-1]
			}
		case columnOffice:
			if last != nil {
				x.cellOffice(toks, last)
				x.learn(c, *last)
			}
		case columnMeans:
			x.cellMeans(toks, &k)
		}
	}
	if len(k.Actors) > 0 && len(k.With) > 0 {
		return []fact.Contact{k}
	}
	return x.textContacts(row, roles)
}

// textContacts reads the contacts of a row without such columns: its cells
// that tell of a contact, or that name a person where the table is one
// person's programme.
func (x *extractor) textContacts(row []int, roles []column) []fact.Contact {
	var out []fact.Contact
	for i, c := range row {
		if c == source.None || i < len(roles) && roles[i] == columnDate {
			continue
		}
		b := x.doc.Blocks[c]
		owner := x.logOwner(c)
		toks := token.Append(nil, x.doc.Text, b.Span.Start, b.Span.End)
		if ks := x.readContacts(toks, owner); len(ks) > 0 {
			out = append(out, ks...)
			continue
		}
		if owner == nil {
			continue
		}
		k := fact.Contact{Means: string(lexicon.Meeting), Noun: "meeting", Actors: []fact.Party{*owner}, Implied: true}
		for _, l := range x.partiesIn(toks) {
			if l.party.Named() || l.party.Definite {
				k.With = append(k.With, l.party)
			}
		}
		if len(k.With) > 0 {
			out = append(out, k)
		}
	}
	return out
}

// cellParty reads a cell that holds one party: with an office, or a plain
// name, for the column says that it is one.
func (x *extractor) cellParty(toks []token.Token) (fact.Party, bool) {
	if ps := x.partiesIn(toks); len(ps) > 0 {
		return ps[0].party, true
	}
	p := parser{x: x, toks: toks}
	n, k, ok := p.name(0)
	if !ok || k != len(toks) {
		return fact.Party{}, false
	}
	return p.place(fact.Party{Given: n.given, Surname: n.surname}, 0, k), true
}

// cellOffice reads a cell that holds the office of a person in another one.
func (x *extractor) cellOffice(toks []token.Token, of *fact.Party) {
	p := parser{x: x, toks: toks}
	h, _, ok := p.head(0)
	if !ok {
		return
	}
	var office fact.Party
	p.finish(&office, h)
	of.Offices = append(of.Offices, office.Offices...)
	of.Qualifiers = append(of.Qualifiers, h.qualifiers...)
}

// cellMeans reads a cell that names the means of contact.
func (x *extractor) cellMeans(toks []token.Token, k *fact.Contact) {
	if cs := contactsIn(toks); len(cs) > 0 {
		k.Means, k.Noun = string(cs[0].Kind), contactNoun(&cs[0])
		return
	}
	for _, t := range toks {
		switch t.Lower {
		case "phone", "telephone", "tel":
			k.Means, k.Noun = string(lexicon.Call), "phone call"
		case "video", "videoconference", "vtc", "zoom", "teams":
			k.Means, k.Noun = string(lexicon.Video), "video call"
		case "person", "office":
			k.Means, k.Noun = string(lexicon.Meeting), "meeting"
		}
	}
}
