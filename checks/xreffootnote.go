package checks

import (
	"fmt"

	"github.com/concordlint/concord/internal/fact"
	"github.com/concordlint/concord/internal/verdict"
)

// judgeFootnotes judges the marks and notes of one document. Where more labels
// lack a note than have one, the notes seem to stand elsewhere.
func judgeFootnotes(facts []fact.Fact) []verdict.Verdict {
	var out []verdict.Verdict
	there, missing := map[string]bool{}, map[string]bool{}
	var lost []int
	for _, f := range facts {
		n, ok := f.(*fact.Footnote)
		if !ok {
			continue
		}
		switch n.State {
		case fact.FootnoteThere:
			there[n.Label] = true
		case fact.FootnoteMissing:
			missing[n.Label] = true
			lost = append(lost, len(out))
		}
		out = append(out, judgeFootnote(n))
	}
	if len(missing) > 1 && len(missing) > len(there) {
		for _, i := range lost {
			undecide(&out[i], "most notes that marks lead to are not in this document")
		}
	}
	return out
}

// judgeFootnote judges one mark or note.
func judgeFootnote(n *fact.Footnote) verdict.Verdict {
	place, mark := n.Place, "[^"+n.Label+"]"
	v := verdict.Verdict{Status: verdict.Agrees, Place: place, Surface: n.Surface, Claimed: mark, Found: mark}
	switch n.State {
	case fact.FootnoteMissing:
		v.Status, v.Grade, v.Found = verdict.Conflicts, verdict.Contradiction, "none"
		v.Message = fmt.Sprintf("the mark %s leads to no note: no note of this document has the label %q", mark, n.Label)
	case fact.FootnoteUnused:
		v.Status, v.Grade, v.Claimed = verdict.Conflicts, verdict.Doubt, "a mark "+mark
		v.Found = "none"
		v.Message = fmt.Sprintf("no mark leads to the note with the label %q", n.Label)
	default:
		v.Message = fmt.Sprintf("the mark %s behind %q has a note", mark, n.Surface)
		return v
	}
	v.Calculation = &verdict.Calculation{Relation: "label of a mark is the label of a note", Operands: []verdict.Operand{
		{Interval: mark, Place: &place}, {Interval: "none", Of: "the other"}}}
	if n.Why != "" {
		undecide(&v, n.Why)
	}
	return v
}
