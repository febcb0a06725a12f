package report

import (
	"fmt"
	"io"
	"strings"

	"github.com/concordlint/concord/internal/verdict"
)

// columns of the table of claims, in columns of the terminal.
type columns struct{ rule, place, surface, claimed, found int }

// leastSurface is what is left to a claim's own words at the least.
const leastSurface = 16

// widestValue bounds the columns of values; longer ones are cut.
const widestValue = 18

// WriteClaims writes the ledger as a table: one line a claim, with its
// outcome, and below it the reason where it needs one. The verbose form adds
// messages, calculations and evidence.
func (r *Report) WriteClaims(to io.Writer, look Look) error {
	w := newWriter(to, look)
	c := w.columns(r.Claims)
	if len(r.Claims) > 0 {
		w.line(w.strong.Sprint(strings.TrimRight(
			"  "+pad("rule", c.rule)+"  "+pad("place", c.place)+"  "+pad("claim", c.surface)+"  "+
				pad("claimed", c.claimed)+"  found", " ")))
	}
	for i := range r.Claims {
		w.claim(&r.Claims[i], c)
	}
	if len(r.Claims) > 0 {
		w.line()
	}
	if !look.Quiet {
		w.notes(r.Notes)
		w.summary(r.Summary)
	}
	return w.close()
}

// columns makes every column as wide as it needs to be and gives the rest of
// the line to the claims' own words.
func (w *writer) columns(claims []Claim) columns {
	c := columns{rule: len("rule"), place: len("place"), surface: len("claim"), claimed: len("claimed"), found: len("found")}
	for i := range claims {
		k := &claims[i]
		c.rule = max(c.rule, widthOf(cells(k.Rule)))
		c.place = max(c.place, widthOf(cells(k.Location.String())))
		c.surface = max(c.surface, widthOf(cells(k.Location.Text)))
		c.claimed = max(c.claimed, min(widestValue, widthOf(cells(k.Claimed))))
		c.found = max(c.found, min(widestValue, widthOf(cells(k.Found))))
	}
	const blanks = 2 + 4*2 // the mark and the gaps between columns
	room := w.Width - blanks - c.rule - c.place - c.claimed - c.found
	c.surface = min(c.surface, max(room, leastSurface))
	return c
}

// claim writes one line of the ledger and what belongs to it.
func (w *writer) claim(k *Claim, c columns) {
	mark, paint := w.status(k.Status)
	row := pad(visible(k.Rule), c.rule) + "  " +
		w.place.Sprint(pad(visible(k.Location.String()), c.place)) + "  " +
		pad(shorten(k.Location.Text, c.surface), c.surface) + "  " +
		pad(shorten(k.Claimed, c.claimed), c.claimed) + "  " + shorten(k.Found, c.found)
	w.line(paint.Sprint(mark), " ", strings.TrimRight(row, " "))
	const indent = "    "
	if k.Status == verdict.Undecided && k.Why != "" {
		w.line(indent, w.undecided.Sprint("because"), " ", visible(k.Why))
	}
	if k.Suppression != nil {
		w.line(indent, w.undecided.Sprint("suppressed"), " ", visible(k.Suppression.why()))
	}
	if !w.Verbose {
		return
	}
	if k.Message != "" {
		w.line(indent, visible(k.Message))
	}
	if k.Calculation != nil {
		w.line(indent, visible(k.Calculation.String()))
	}
	for _, g := range group(k.Evidence) {
		w.evidenceLines(g, indent)
	}
}

// evidenceLines writes each piece of evidence as one line.
func (w *writer) evidenceLines(g evidenceGroup, indent string) {
	name := pad(string(g.role), len(verdict.Contradicts))
	for _, e := range g.evidence {
		place := visible(e.Location.String())
		line := fmt.Sprintf("%s %s", name, place)
		text := e.Location.Text
		if e.Note != "" {
			text = e.Note + ": " + text
		}
		room := max(leastSurface, w.Width-len(indent)-widthOf(cells(line))-2)
		w.line(indent, w.evidence.Sprint(name), " ", w.place.Sprint(place), "  ", shorten(text, room))
	}
}
