package extract

import (
	"strings"

	"github.com/concordlint/concord/internal/calendar"
	"github.com/concordlint/concord/internal/fact"
	"github.com/concordlint/concord/internal/source"
	"github.com/concordlint/concord/internal/token"
)

// findTenses reads days that the document tells as still to come or as over,
// if it tells its own date.
func (x *extractor) findTenses() {
	past, coming := x.datedSurely()
	if !coming {
		return
	}
	cues := x.headingCues()
	for i, b := range x.doc.Blocks {
		if b.Kind == source.Code || b.Quoted {
			continue
		}
		if e := x.entries[i]; e != nil && e.HasDate && e.DateAt.Block == i {
			x.entryTense(i, e, cues, past)
		}
		if !x.marks[i].has(markDate) || b.Kind == source.Heading || b.Kind == source.Cell {
			continue
		}
		x.pieces(b.Span, func(piece source.Span) {
			token.Sentences(x.doc.Text, piece.Start, piece.End, func(s, e int) {
				if at := (source.Span{Start: s, End: e}); x.dateIn(at) {
					x.sentenceTense(i, at, past)
				}
			})
		})
	}
}

// datedSurely reports whether the document's own date is known well enough to
// tell what is over then: for what it tells as past, and for what it tells
// as still to come.
func (x *extractor) datedSurely() (past, coming bool) {
	if x.date.Year == 0 || x.date.Month == 0 || x.date.Day == 0 || archived(x.doc.File) {
		return false, false
	}
	var heads []string
	for i, b := range x.doc.Blocks {
		if i == headBlocks {
			break
		}
		if b.Span.Len() <= longestHead && b.Kind != source.Cell && b.Kind != source.Item {
			heads = append(heads, x.doc.TextOf(b))
		}
	}
	day, how, ok := calendar.DocumentDate(x.doc.Meta, heads, x.doc.File)
	switch {
	case !ok:
		return true, true // the caller gives the date
	case day != x.date || x.keepsLog():
		return false, false
	case how == calendar.ByMeta:
		return x.publishedMeta(), true
	case how == calendar.ByLabel, how == calendar.ByDateline:
		return true, true
	case how == calendar.ByUpdate:
		return false, true
	case how == calendar.ByLine:
		return periodical(heads), periodical(heads)
	}
	return false, false
}

// keepsLog reports whether the document goes on from day to day: several of
// its lines are a date alone, so that none is the document's own.
func (x *extractor) keepsLog() bool {
	const many, longest = 3, 60 // lines, bytes
	n := 0
	for i, b := range x.doc.Blocks {
		if !x.marks[i].has(markDate) || b.Span.Len() > longest || b.Kind == source.Cell || b.Kind == source.Code || b.Kind == source.Item {
			continue
		}
		toks := x.tokens(b.Span)
		if d, next, ok := calendar.LeadingDate(toks); ok && d.Precision == calendar.ByDay && (b.Kind == source.Heading || next >= len(toks)-1) {
			n++
		}
	}
	return n >= many
}

// publishedMeta reports whether the header's date is that of publication and
// not that of a first draft.
func (x *extractor) publishedMeta() bool {
	for _, key := range [...]string{"created", "datecreated", "creation-date", "updated", "lastmod", "last-updated", "status", "pep", "eip", "draft", "discussions-to"} {
		if _, ok := x.doc.Meta[key]; ok {
			return false
		}
	}
	return true
}

// archived reports whether a file is kept among old ones.
func archived(file string) bool {
	f := strings.ToLower(file)
	return strings.Contains(f, "archive") || strings.Contains(f, "draft") || strings.Contains(f, "changelog") || strings.Contains(f, "history")
}

// periodical reports whether the first lines show that a lone date among them
// is the day of writing: those of letters, newsletters, reports.
func periodical(heads []string) bool {
	for i, h := range heads {
		if i == 6 {
			break
		}
		low := strings.ToLower(h)
		for _, w := range [...]string{"newsletter", "bulletin", "circular", "dear ", "memo", "minutes", "report", "press release", "gazette", "news", "update", "letter", "column", "briefing", "digest"} {
			if strings.Contains(low, w) {
				return true
			}
		}
	}
	return false
}

// cue is what a heading says of the time of the entries under it.
type cue struct{ coming, past bool }

// headingCues are the headings that speak of a time, by block.
func (x *extractor) headingCues() map[int]cue {
	cues := map[int]cue{}
	for i, b := range x.doc.Blocks {
		if b.Kind != source.Heading || b.Span.Len() > 60 {
			continue
		}
		h := " " + strings.ToLower(surface(x.doc.TextOf(b))) + " "
		for _, w := range [...]string{" upcoming ", " forthcoming ", " coming up", " coming events", " coming soon", " future events", " future meetings", " future dates", " next meetings ", " dates for your diary", " diary dates", " save the date", " looking ahead", " what's next", " planned events", " events to come", " yet to come", " still to come", " ahead of us"} {
			if strings.Contains(h, w) {
				cues[i] = cue{coming: true}
			}
		}
		for _, w := range [...]string{" past events", " past meetings", " previous meetings", " previous events", " earlier meetings", " completed ", " already held", " what we did ", " recent events", " past talks", " past seminars"} {
			if strings.Contains(h, w) {
				cues[i] = cue{past: true}
			}
		}
	}
	return cues
}

// entryTense makes a fact of an entry under a heading that speaks of a time.
func (x *extractor) entryTense(block int, e *fact.Entry, cues map[int]cue, past bool) {
	for _, h := range x.doc.HeadingPath(block) {
		c, ok := cues[h]
		if !ok || c.past && !past {
			continue
		}
		d, ok := x.sureDay(e.Date, c.coming)
		if !ok {
			return
		}
		f := &fact.Tense{Base: x.base(block, e.DateAt.Span), Date: d, Coming: c.coming, Published: x.date}
		f.CueAt, f.Cue = x.place(h, x.doc.Blocks[h].Span), surface(x.doc.TextOf(x.doc.Blocks[h]))
		x.facts = append(x.facts, f)
		return
	}
}

// sureDay gives a day without a year that of the document, if that places it
// within some weeks of the document's date.
func (x *extractor) sureDay(d calendar.Date, coming bool) (calendar.Date, bool) {
	const weeks = 45 // days
	if d.Invalid != "" || d.Backwards || d.Ambiguous || d.Circa || d.From.Month == 0 || d.From.Day == 0 {
		return d, false
	}
	if d.YearStated && d.From.Year != 0 {
		return d, true
	}
	d.From.Year, d.To.Year, d.Years = 0, 0, nil
	year := x.date.Year
	switch by := int(d.From.Month) - int(x.date.Month); {
	case coming && by < -6:
		year++
	case !coming && by > 6:
		year--
	}
	d = d.InYear(year)
	if !calendar.Valid(d.From) || !calendar.Valid(d.To) {
		return d, false
	}
	by := calendar.DayNumber(d.To) - calendar.DayNumber(x.date)
	if coming {
		return d, by >= -weeks && by < 180
	}
	return d, by <= weeks && by > -180
}

// sentenceTense reads "will be held on 3 May" and "was held on 3 May".
func (x *extractor) sentenceTense(block int, at source.Span, past bool) {
	toks := x.tokens(at)
	if len(toks) > longestSpanned {
		return
	}
	for i := range toks {
		end, coming, ok := tenseVerb(toks, i)
		if !ok || !coming && !past || told(toks) {
			continue
		}
		d, from, to, ok := dayBehind(toks, end)
		if !ok {
			continue
		}
		d, ok = x.sureDay(d, coming)
		if !ok || x.dayBefore(toks, i) {
			return
		}
		span := source.Span{Start: toks[from].Start, End: toks[to-1].End}
		verb := source.Span{Start: toks[i].Start, End: toks[end-1].End}
		f := &fact.Tense{Base: x.base(block, span), Date: d, Coming: coming, Published: x.date}
		f.Date.Zone = ""
		f.CueAt, f.Cue = x.place(block, verb), surface(x.doc.Text[verb.Start:verb.End])
		x.facts = append(x.facts, f)
		return
	}
}

// dayBefore reports whether a date stands before token i in the sentence:
// what follows may then be told of another time.
func (x *extractor) dayBefore(toks []token.Token, i int) bool {
	for k := range i {
		if calendar.Starts(toks[k]) {
			if d, _, ok := calendar.Parse(toks, k); ok && d.From.Month != 0 {
				return true
			}
		}
	}
	return false
}

// told reports whether the sentence is somebody's report, a plan of the past,
// a condition, or a remark added later.
func told(toks []token.Token) bool {
	for i, t := range toks {
		switch t.Lower {
		case "said", "says", "announced", "told", "promised", "would", "if", "unless", "originally", "update", "updated", "edit", "correction", "postponed", "cancelled", "canceled", "was scheduled", "had", "who", "whose", "last", "previous", "annual", "annually", "every", "each", "example", "e.g", "supposed", "according", "wrote", "expected", "projected", "predicted", "fictional":
			return true
		case "not":
			return i > 0
		}
	}
	return false
}
