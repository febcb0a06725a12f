package checks

import (
	"fmt"

	"github.com/concordlint/concord/internal/fact"
	"github.com/concordlint/concord/internal/quantity"
	"github.com/concordlint/concord/internal/verdict"
)

// gridRows compares the number of things that a table is said to list with
// its rows.
type gridRows struct{}

// Needs tables and the sentences about them.
func (gridRows) Needs() []fact.Kind { return []fact.Kind{fact.KindGrid, fact.KindGridClaim} }

// Keys a claim by the table that it names, by number within its document or
// by file within the set, else by its block; a table by all of these.
func (gridRows) Keys(f fact.Fact) []string {
	switch f := f.(type) {
	case *fact.GridClaim:
		switch {
		case f.Quoted:
		case f.File != "":
			return []string{"grid/f/" + f.File}
		case f.Table != "":
			return []string{"grid/t/" + docKey(f.Doc, 0) + "/" + f.Table}
		default:
			return []string{"grid/b/" + docKey(f.Doc, f.Block)}
		}
	case *fact.Grid:
		var keys []string
		if f.Quoted {
			return nil
		}
		if f.File != "" {
			keys = append(keys, "grid/f/"+f.File)
		}
		if f.Number != "" {
			keys = append(keys, "grid/t/"+docKey(f.Doc, 0)+"/"+f.Number)
		}
		for _, b := range []int{f.Caption, f.Intro, f.Before, f.After} {
			if b != fact.None {
				keys = append(keys, "grid/b/"+docKey(f.Doc, b))
			}
		}
		return keys
	}
	return nil
}

// Judge each claim by the table that it is about.
func (gridRows) Judge(_ string, facts []fact.Fact) []verdict.Verdict {
	var out []verdict.Verdict
	for _, f := range facts {
		c, ok := f.(*fact.GridClaim)
		if !ok {
			continue
		}
		var about []*fact.Grid
		for _, o := range facts {
			if g, ok := o.(*fact.Grid); ok && speaksOf(c, g) {
				about = append(about, g)
			}
		}
		if len(about) > 0 {
			if v, ok := judgeGrid(c, about[0], len(about)); ok {
				out = append(out, v)
			}
		}
	}
	return out
}

// speaksOf reports whether a claim is about a table that it met.
func speaksOf(c *fact.GridClaim, g *fact.Grid) bool {
	switch {
	case c.File != "" || c.Table != "" || c.Caption:
		return true
	case c.Above:
		return g.After == c.Block
	}
	// What another sentence introduces must be called by its name.
	return g.Intro == c.Block || g.Before == c.Block && (c.OfRows || c.OfColumns || columnOf(g, c.Noun) != nil)
}

// judgeGrid compares the number with every reading of the table's length. ok
// is false where the claim is left to another rule.
func judgeGrid(c *fact.GridClaim, g *fact.Grid, tables int) (v verdict.Verdict, ok bool) {
	n := len(g.Rows)
	found, what := quantity.Between(n, n+g.Extra), "rows"
	col := columnOf(g, c.Noun)
	switch {
	case c.OfColumns:
		found, what = quantity.Between(max(g.Width-1, 1), g.Width), "columns"
		n = g.Width
	case c.OfRows:
		found = quantity.Between(n, n+g.Extra+g.Totals+1) // some count the header too
	case col != nil && c.Tallied && !c.Caption && c.File == "":
		return v, false
	case col != nil:
		if n = col.Values; col.Values != col.Filled {
			what = "different values"
		}
		found = quantity.Between(col.Values, len(g.Rows)+g.Extra)
	}
	at := c.Place
	v = verdict.Verdict{Place: c.Place, Surface: c.Surface, Claimed: c.Quantity.Interval.Short(), Found: fmt.Sprint(n)}
	v.Calculation = &verdict.Calculation{Relation: "claimed in counted", Operands: []verdict.Operand{
		{Interval: c.Quantity.Interval.String(), Place: &at}, {Interval: found.String(), Of: what + " of the table"},
	}}
	for i, p := range g.Rows[:min(len(g.Rows), shownItems)] {
		v.Evidence = append(v.Evidence, verdict.Evidence{Role: verdict.Counted, Note: fmt.Sprintf("row %d", i+1), Place: p})
	}
	v.Message = fmt.Sprintf("text says %q, the table has %d %s", c.Surface, n, what)
	if c.Quantity.Interval.Meets(found) {
		if c.Quantity.Interval.Contains(len(g.Rows)) && !c.OfColumns {
			v.Found = fmt.Sprint(len(g.Rows))
			v.Message = fmt.Sprintf("text says %q, the table has %d rows", c.Surface, len(g.Rows))
		}
		v.Status = verdict.Agrees
		return v, true
	}
	if why := otherGrid(c, g, col, n, tables); why != "" {
		return undecided(v, why), true
	}
	v.Status, v.Grade = verdict.Conflicts, verdict.Contradiction
	if s, ok := c.Quantity.Restate(n); ok {
		v.Suggestions = []verdict.Suggestion{{Text: s, Place: c.NumberAt, Confidence: "medium"}}
	}
	return v, true
}

// columnOf is the column that bears a noun, nil where none does.
func columnOf(g *fact.Grid, noun string) *fact.GridColumn {
	for i := range g.Columns {
		if g.Columns[i].Noun == noun && g.Columns[i].Filled > 0 {
			return &g.Columns[i]
		}
	}
	return nil
}

// otherGrid gives the reason why the number may be right after all.
func otherGrid(c *fact.GridClaim, g *fact.Grid, col *fact.GridColumn, n, tables int) string {
	claimed := c.Quantity.Interval
	slack := max(1, n/8)
	switch {
	case c.Weak && col == nil && !c.General:
		return "it is not certain that the table lists them"
	case tables > 1:
		return "several tables could be meant"
	case g.Cut:
		return "the table leaves rows out"
	case len(g.Rows) < 2:
		return "the table has one row only"
	case !claimed.Meets(quantity.Between(max(n-slack, 0), n+slack)):
		return "the number is too far off to be about this table"
	case !c.OfColumns && col == nil && (claimed.Contains(g.Width) || claimed.Contains(g.Width-1)):
		return "the number fits the table's columns"
	}
	for _, o := range g.Columns {
		if !c.OfRows && !c.OfColumns && claimed.Contains(o.Values) {
			return "the number fits the different values of a column"
		}
	}
	return ""
}
