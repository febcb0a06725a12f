package checks

import (
	"fmt"
	"strconv"
	"strings"
	"time"

	"github.com/concordlint/concord/internal/fact"
)

// Reasons why two persons may both be named with an office.
const (
	markedMoved = "one of them is marked as coming, going or standing in"
	otherYears  = "the documents speak of different years"
	oneAfter    = "one may have followed the other"
	oneGiven    = "they share a given name, and may be one person"
	twoRanks    = "a secretary and a minister for one field may be two offices"
)

// clash finds a mention of each of two holders who cannot both be right. why
// is empty then; else it tells what explains both, and the mentions are the
// first of each.
func clash(a, b *holder) (m, o *fact.Mention, why string) {
	if m, o, ok := termClash(a, b); ok {
		return m, o, ""
	}
	if o, m, ok := termClash(b, a); ok {
		return m, o, ""
	}
	m, o = a.mentions[0], b.mentions[0]
	if sharedGiven(a, b) {
		return m, o, oneGiven
	}
	if a.moved || b.moved {
		return m, o, markedMoved
	}
	why = otherYears
	for _, x := range a.mentions {
		for _, y := range b.mentions {
			if !live(x) || !live(y) {
				if why == otherYears {
					why = markedMoved
				}
				continue
			}
			if unlikeHeads(a.office, b.office, x, y) {
				why = twoRanks
				continue
			}
			switch meet(x, y) {
			case oneTime:
				return x, y, ""
			case apart:
				why = oneAfter
			}
		}
	}
	return m, o, why
}

// unlikeHeads reports whether one mention has a secretary and the other a
// minister of a department: in some governments the one serves under the
// other.
func unlikeHeads(a, b *fact.Office, m, o *fact.Mention) bool {
	if a.Title != b.Title || !strings.HasSuffix(a.Title, "-minister") {
		return false
	}
	x, y := headOf(m, a.Title), headOf(o, b.Title)
	return x != "" && y != "" && x != y
}

// headOf is the noun that heads the words for an office of a department.
func headOf(m *fact.Mention, title string) string {
	for i := range m.Party.Offices {
		if o := &m.Party.Offices[i]; o.Title == title {
			for _, w := range [...]string{"secretary", "minister"} {
				if strings.Contains(strings.ToLower(o.Surface), w) {
					return w
				}
			}
		}
	}
	return ""
}

// live reports whether a mention says that the person holds the office, at
// the document's time or at one that it dates.
func live(m *fact.Mention) bool {
	return !m.Party.Qualified() && (m.From != "" || !m.PastTime) && m.TermFrom == 0 && m.TermTo == 0 && !listed(m)
}

// meeting is the outcome of comparing the times of two mentions.
type meeting uint8

const (
	unclear meeting = iota // one time is not known well enough
	apart                  // one is after the other
	oneTime                // they are of one time
)

// weeksApart is how far apart, in days, two documents may be dated and still
// speak of the same holders.
const weeksApart = 31

// meet compares the times of two mentions. A date in the sentence is exact;
// the document's own is good for the weeks around it.
func meet(m, o *fact.Mention) meeting {
	a, b := stretchOf(m), stretchOf(o)
	if !a.known || !b.known {
		if years(m, o) || !a.known && m.From != "" || !b.known && o.From != "" {
			return unclear
		}
		return oneTime
	}
	if a.days() > weeksApart || b.days() > weeksApart {
		return unclear
	}
	slack := weeksApart
	switch {
	case a.stated && b.stated:
		slack = 0
	case m.Doc == o.Doc && !a.stated && !b.stated && years(m, o):
		return unclear
	}
	if a.first > b.last+slack || b.first > a.last+slack {
		return apart
	}
	return oneTime
}

// years reports whether the documents speak of so many years that holders of
// an office naturally change in them.
func years(m, o *fact.Mention) bool {
	const lifetime = 3 // years; shorter than most terms of office
	lo, hi := m.FirstYear, max(m.LastYear, o.LastYear)
	if o.FirstYear != 0 && (lo == 0 || o.FirstYear < lo) {
		lo = o.FirstYear
	}
	return lo != 0 && hi-lo > lifetime
}

// stretch is the time of a mention in days since 1970.
type stretch struct {
	first, last   int
	known, stated bool
}

func (s stretch) days() int { return s.last - s.first }

func stretchOf(m *fact.Mention) stretch {
	if m.From != "" {
		first, ok1 := dayNumber(m.From)
		last, ok2 := dayNumber(m.To)
		return stretch{first, last, ok1 && ok2, true}
	}
	d, ok := dayNumber(m.Published)
	return stretch{d, d, ok, false}
}

// dayNumber counts the days to YYYY-MM-DD; of a month it takes the middle.
func dayNumber(s string) (int, bool) {
	if len(s) == len("2006-01") {
		s += "-15"
	}
	t, err := time.Parse(time.DateOnly, s)
	if err != nil {
		return 0, false
	}
	return int(t.Unix() / 86400), true
}

// termClash finds a mention of b in a year that lies within a's time in
// office, its first and last year apart, or a time in office that overlaps
// it by more than such a year.
func termClash(a, b *holder) (m, o *fact.Mention, ok bool) {
	for _, m := range a.mentions {
		if listed(m) {
			for _, o := range b.mentions {
				if inListedTerm(m, o, b) {
					return m, o, true
				}
			}
			continue
		}
		if m.TermFrom == 0 || m.TermTo == 0 {
			continue
		}
		for _, o := range b.mentions {
			if inTerm(m, o) {
				return m, o, true
			}
		}
	}
	return nil, nil, false
}

func inTerm(m, o *fact.Mention) bool {
	if o.TermFrom != 0 && o.TermTo != 0 {
		return min(m.TermTo, o.TermTo)-max(m.TermFrom, o.TermFrom) >= 2
	}
	for _, q := range o.Party.Qualifiers {
		if q != "then" {
			return false
		}
	}
	if o.TermFrom != 0 || o.TermTo != 0 {
		return false
	}
	if o.From == "" {
		y, ok := year(o.Published)
		return ok && !o.PastTime && !o.Turned && y > m.TermFrom && y < m.TermTo
	}
	first, ok1 := year(o.From)
	last, ok2 := year(o.To)
	return ok1 && ok2 && first > m.TermFrom && last < m.TermTo && last-first <= 1
}

func year(s string) (int, bool) {
	if len(s) < 4 {
		return 0, false
	}
	y, err := strconv.Atoi(s[:4])
	return y, err == nil
}

// termWords says when, where times in office are what conflicts.
func termWords(m, other *fact.Mention) string {
	switch {
	case m.TermFirst != "" && m.TermLast != "":
		return fmt.Sprintf(" from %s to %s", m.TermFirst, m.TermLast)
	case m.TermFirst != "":
		return " since " + m.TermFirst
	case m.TermLast != "":
		return " until " + m.TermLast
	case m.TermFrom != 0 && m.TermTo != 0:
		return fmt.Sprintf(" from %d to %d", m.TermFrom, m.TermTo)
	case other.TermFrom != 0 && other.TermTo != 0:
		if y, ok := year(m.From); ok {
			return fmt.Sprintf(" in %d", y)
		}
	}
	return ""
}
