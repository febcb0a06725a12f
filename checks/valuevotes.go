package checks

import (
	"fmt"

	"github.com/concordlint/concord/internal/fact"
	"github.com/concordlint/concord/internal/verdict"
)

// votesFor are the first places of other documents that give the thing the
// same value as s, one a document.
func votesFor(s, other *fact.Stated, met []fact.Fact) []*fact.Stated {
	var votes []*fact.Stated
	seen := map[int]bool{s.Doc: true, other.Doc: true}
	for _, f := range met {
		o := f.(*fact.Stated)
		if seen[o.Doc] || o.Digits != s.Digits || o.Dimension != s.Dimension || tieOf(o, s) < tieFair {
			continue
		}
		seen[o.Doc] = true
		votes = append(votes, o)
	}
	return votes
}

// outvoted is the side of a conflict that no other document supports, where the
// other side has one's support; nil where the votes tell nothing.
func outvoted(a, b *fact.Stated, met []fact.Fact) (weaker, favoured *fact.Stated) {
	forA, forB := len(votesFor(a, b, met)), len(votesFor(b, a, met))
	switch {
	case forA > 0 && forB == 0:
		return b, a
	case forB > 0 && forA == 0:
		return a, b
	}
	return nil, nil
}

// voteOnValue shows which other documents support one side of a conflict, and
// offers to mend the other one.
func voteOnValue(v *verdict.Verdict, a, b *fact.Stated, met []fact.Fact) {
	weaker, favoured := outvoted(a, b, met)
	if weaker == nil {
		return
	}
	votes := votesFor(favoured, weaker, met)
	for _, o := range votes[:min(len(votes), shownItems)] {
		v.Evidence = append(v.Evidence, verdict.Evidence{Role: verdict.Contradicts, Note: fmt.Sprintf("says %q, too", o.Surface), Place: o.Place})
	}
	v.Suggestions = []verdict.Suggestion{{Text: favoured.Surface, Place: weaker.Place, Confidence: "medium"}}
}
