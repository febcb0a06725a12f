package checks

import (
	"fmt"
	"slices"

	"github.com/concordlint/concord/internal/fact"
)

// logged counts the entries of a log whose heading noun is the one claimed.
// A log that numbers its things itself ("Third storm") is taken at its word.
func logged(claim *fact.Tally, l *fact.Log) (account, bool) {
	if !claim.Records || claim.Value != "" {
		return account{}, false
	}
	if a, ok := numbered(claim, l); ok {
		return a, true
	}
	limits, ok := limiting(claim, l)
	if !ok {
		return account{}, false
	}
	filter := slices.ContainsFunc(l.Items, func(it fact.LogItem) bool { return heads(it, claim, true) })
	if len(claim.Filter) > 0 && !filter {
		return account{}, false // no entry is said to be of that sort
	}
	a := account{of: fmt.Sprintf("under %q", claim.Noun)}
	for _, it := range l.Items {
		a.all = append(a.all, it.Entry)
		_, says := slices.BinarySearch(it.Words, claim.Noun)
		if !says || !hasAll(it.Words, limits) {
			continue
		}
		a.count(claim, it.Entry.Place, it.Entry, it.Entry.DateSurface, heads(it, claim, filter))
	}
	return a, a.strict > 0
}

// heads reports whether a phrase that heads the entry has the claimed noun,
// and the words before it where they are asked for.
func heads(it fact.LogItem, claim *fact.Tally, filter bool) bool {
	return slices.ContainsFunc(it.Heads, func(h []string) bool {
		return h[len(h)-1] == claim.Noun && (!filter || hasAll(h, claim.Filter))
	})
}

func hasAll(words, asked []string) bool {
	for _, a := range asked {
		if !slices.Contains(words, a) {
			return false
		}
	}
	return true
}

// limiting are the names in a claim that limit it to some of the entries. ok
// is false where it names somebody of whom neither the entries nor the log's
// title know.
func limiting(claim *fact.Tally, l *fact.Log) (limits []string, ok bool) {
	for _, name := range claim.Named {
		known := slices.ContainsFunc(l.Items, func(it fact.LogItem) bool {
			_, here := slices.BinarySearch(it.Words, name)
			return here
		})
		switch {
		case known:
			limits = append(limits, name)
		case !slices.Contains(l.Title, name):
			return nil, false
		}
	}
	return limits, true
}

// numbered reads the number of things off the entries that number them. It
// needs all of them from the first on.
func numbered(claim *fact.Tally, l *fact.Log) (account, bool) {
	a := account{of: "numbered in the list"}
	if claim.Window.Stated || len(claim.Filter) > 0 {
		return a, false
	}
	for _, it := range l.Items {
		for _, n := range it.Numbered {
			if n.Noun != claim.Noun {
				continue
			}
			if n.N != a.strict+1 {
				return account{}, false
			}
			a.count(claim, it.Entry.Place, it.Entry, it.Entry.DateSurface, true)
		}
	}
	return a, a.strict >= 2 && a.strict == a.broad
}

// values counts the different values of a column that bears the claimed noun.
func values(claim *fact.Tally, c *fact.Column) (account, bool) {
	eventful := c.Rows > len(c.Values) || c.Values[0].Cells[0].Entry != nil
	if !claim.Covers && !(claim.Moves && eventful) || claim.Value != "" || claim.Outcome != "" || len(claim.Filter) > 0 {
		return account{}, false
	}
	if slices.ContainsFunc(claim.Named, func(name string) bool { return !slices.Contains(c.Title, name) }) {
		return account{}, false
	}
	a := account{of: "different ones", also: []int{c.Rows}, exact: !eventful}
	for _, v := range c.Values {
		counted := false
		for _, cell := range v.Cells {
			a.all = appendEntry(a.all, cell.Entry)
			if counted || cell.Entry != nil && inWindow(claim.Window, cell.Entry) == outside {
				continue
			}
			a.count(claim, cell.Place, cell.Entry, v.Text, true)
			counted = true
		}
	}
	return a, true
}

func appendEntry(all []*fact.Entry, e *fact.Entry) []*fact.Entry {
	if e == nil {
		return all
	}
	return append(all, e)
}

// rows counts the rows in which the claimed value stands.
func rows(claim *fact.Tally, c *fact.Column) (account, bool) {
	if claim.Value == "" || c.Rows == len(c.Values) {
		return account{}, false
	}
	a := account{of: "rows"}
	for _, v := range c.Values {
		for _, cell := range v.Cells {
			a.all = appendEntry(a.all, cell.Entry)
			if v.Text != claim.Value {
				continue
			}
			a.count(claim, cell.Place, cell.Entry, v.Text, true)
		}
	}
	return a, len(claim.Named) == 0 || a.strict > 0
}

// outcomes counts the matches that ended as claimed.
func outcomes(claim *fact.Tally, r *fact.Results) (account, bool) {
	if (claim.Away || claim.Home) && !r.Sided {
		return account{}, false
	}
	a := account{of: string(claim.Outcome)}
	for _, m := range r.Matches {
		a.all = appendEntry(a.all, m.Entry)
		if m.Outcome != claim.Outcome || claim.Away && !m.Away || claim.Home && m.Away {
			continue
		}
		a.count(claim, m.Place, m.Entry, string(m.Outcome), true)
	}
	return a, true
}
