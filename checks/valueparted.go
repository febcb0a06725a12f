package checks

import (
	"fmt"
	"slices"
	"strings"

	"github.com/concordlint/concord/internal/calendar"
	"github.com/concordlint/concord/internal/fact"
	"github.com/concordlint/concord/internal/quantity"
	"github.com/concordlint/concord/internal/verdict"
)

// parted is a reason why two values may be of two things, empty for none.
func parted(a, b *fact.Stated, l like, met []fact.Fact) string {
	if limits := limitsApart(a.Limits, b.Limits, l >= scaled); limits != "" {
		return "only one place says " + limits
	}
	if l < swappedTwo && a.Doc != b.Doc && monthsApart(a.Published, b.Published) > 2 {
		return "the documents are of different times"
	}
	if x, y := namesApart(a, b); x != "" && y != "" {
		return fmt.Sprintf("one speaks of %s, the other of %s", x, y)
	}
	if a.Doc == b.Doc && a.Label == nil && b.Label == nil && max(a.Block-b.Block, b.Block-a.Block) < l.apart() {
		return "they stand side by side"
	}
	if l < swappedTwo && a.Doc == b.Doc && !summarises(a) && !summarises(b) {
		return "no place of the document sums up the other"
	}
	if l < swappedTwo && a.Doc == b.Doc && headingsApart(a, b) {
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

// monthsApart is how many months lie between two days, 0 if one is unknown.
func monthsApart(a, b calendar.Day) int {
	if a.Year == 0 || b.Year == 0 {
		return 0
	}
	n := (int(a.Year)-int(b.Year))*12 + int(a.Month) - int(b.Month)
	return max(n, -n)
}

// headingsApart reports whether two values stand under headings that may tell
// them apart: neither is a heading that only names a part of a report.
func headingsApart(a, b *fact.Stated) bool {
	if a.Doc == b.Doc && a.Section == b.Section || shared(a.Heads, b.Heads) > 0 {
		return false
	}
	return tellsWhich(a.Heads) && tellsWhich(b.Heads)
}

// summarises reports whether a value stands in a part of a document that
// repeats what others say.
func summarises(s *fact.Stated) bool {
	for _, w := range s.Heads {
		switch w {
		case "abstract", "summari", "highlight", "conclus", "glanc":
			return true
		}
	}
	return false
}

// tellsWhich reports whether a heading has a word that is not one of the
// usual parts of a report.
func tellsWhich(heads []string) bool {
	for _, w := range heads {
		switch w {
		case "abstract", "summari", "introduct", "result", "discuss", "conclus", "overview", "background", "method", "key", "figur", "highlight", "news", "note",
			"letter", "motiv", "rational", "specif", "press", "releas", "report", "appendix", "tabl", "fact", "glanc", "brief", "editor", "find", "section", "chapter":
		default:
			if w[0] > '9' {
				return true
			}
		}
	}
	return false
}

// severalValues tells whether the documents give the thing, as far as its
// words tell, more than these two values, or one of them both.
func severalValues(a, b *fact.Stated, met []fact.Fact) string {
	for _, f := range met {
		o := f.(*fact.Stated)
		if o == a || o == b || o.Label != nil && (a.Label != nil || b.Label != nil) || !comparable(o, a) && !comparable(o, b) {
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
		case "more", "less", "not":
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
