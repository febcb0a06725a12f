package checks

import (
	"fmt"
	"slices"
	"strings"

	"github.com/concordlint/concord/internal/fact"
	"github.com/concordlint/concord/internal/quantity"
	"github.com/concordlint/concord/internal/verdict"
)

// parted is a reason why two values may be of two things, empty for none.
func parted(a, b *fact.Stated, l like, met []fact.Fact) string {
	if limits := limitsApart(a.Limits, b.Limits, l >= scaled); limits != "" {
		return "only one place says " + limits
	}
	if x, y := namesApart(a, b); x != "" && y != "" {
		return fmt.Sprintf("one speaks of %s, the other of %s", x, y)
	}
	if a.Doc == b.Doc && a.Section != b.Section && shared(a.Heads, b.Heads) == 0 && a.Section != fact.None && b.Section != fact.None && l < scaled {
		return "they stand under different headings"
	}
	if slices.Contains(a.Beside, b.Digits) || slices.Contains(b.Beside, a.Digits) {
		return "another column of the row has the same figure"
	}
	if l != exchanged {
		return severalValues(a, b, met)
	}
	return ""
}

// severalValues tells whether the documents give the thing, as far as its
// words tell, more than these two values, or one of them both.
func severalValues(a, b *fact.Stated, met []fact.Fact) string {
	for _, f := range met {
		o := f.(*fact.Stated)
		if o == a || o == b || !comparable(o, a) && !comparable(o, b) {
			continue
		}
		if o.Digits == a.Digits && o.Doc == b.Doc && a.Doc != b.Doc || o.Digits == b.Digits && o.Doc == a.Doc && a.Doc != b.Doc {
			return "one document has both values"
		}
		if o.Digits != a.Digits && o.Digits != b.Digits && (tieOf(o, a) >= tieFair && tieOf(o, b) >= tieFair) {
			return fmt.Sprintf("a third value, %q, stands with the same words", o.Surface)
		}
	}
	return ""
}

// limitsApart is the limit of one value that the other lacks. Where the
// figures are very much alike, only limits of one kind that differ count.
func limitsApart(a, b []string, alike bool) string {
	var onlyA, onlyB []string
	for _, w := range a {
		if !slices.Contains(b, w) && !idle(w) {
			onlyA = append(onlyA, w)
		}
	}
	for _, w := range b {
		if !slices.Contains(a, w) && !idle(w) {
			onlyB = append(onlyB, w)
		}
	}
	if !alike {
		if len(onlyA) > 0 {
			return onlyA[0]
		}
		if len(onlyB) > 0 {
			return onlyB[0]
		}
		return ""
	}
	if len(onlyA) > 0 && len(onlyB) > 0 {
		return onlyA[0]
	}
	for _, w := range append(onlyA, onlyB...) {
		switch w {
		case "more", "less", "maximum", "minimum", "average", "planned", "not", "rate":
			return w
		}
	}
	return ""
}

// idle reports whether a limit tells nothing of which thing is meant.
func idle(w string) bool {
	switch w {
	case "after", "total", "overall", "altogether", "only":
		return true
	}
	return false
}

// namesApart is a name beside each value that the other's place lacks.
func namesApart(a, b *fact.Stated) (x, y string) {
	only := func(p, q *fact.Stated) string {
		for _, n := range p.Names {
			if slices.Contains(p.Near, n) && !slices.Contains(q.Near, n) && !slices.Contains(q.Far, n) && !slices.Contains(q.Heads, n) {
				return n
			}
		}
		return ""
	}
	return only(a, b), only(b, a)
}

func intervalWords(i quantity.Interval) string { return i.String() }

// sharedWords names the words that both places share, for the message.
func sharedWords(a, b *fact.Stated) string {
	const most = 3
	var out []string
	for _, w := range a.Near {
		if slices.Contains(b.Near, w) && len(out) < most {
			out = append(out, w)
		}
	}
	return strings.Join(out, ", ")
}

func sameValue(a, b *fact.Stated) verdict.Verdict {
	return verdict.Verdict{
		Status: verdict.Agrees, Place: b.Place, Surface: b.Surface, Claimed: b.Surface, Found: a.Surface,
		Message:  fmt.Sprintf("%q here and %q elsewhere", b.Surface, a.Surface),
		Evidence: []verdict.Evidence{{Role: verdict.Defines, Note: "the same value", Place: a.Place}},
	}
}

// repairs offers each value for the other place.
func repairs(a, b *fact.Stated) []verdict.Suggestion {
	return []verdict.Suggestion{
		{Text: a.Surface, Place: b.Place, Confidence: "low"},
		{Text: b.Surface, Place: a.Place, Confidence: "low"},
	}
}
