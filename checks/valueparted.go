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

// toldAgain reports whether a value stands at another place of its document
// too, among the facts that met.
func toldAgain(s *fact.Stated, met []fact.Fact) bool {
	return slices.ContainsFunc(met, func(f fact.Fact) bool {
		o, ok := f.(*fact.Stated)
		return ok && o.Doc == s.Doc && o.Span != s.Span && o.Digits == s.Digits && o.Dimension == s.Dimension
	})
}

// parted is a reason why two values may be of two things, empty for none.
func parted(a, b *fact.Stated, l like, met []fact.Fact) string {
	if a.Doc == b.Doc && toldAgain(a, met) && toldAgain(b, met) {
		return "both are told more than once, as a slip hardly is"
	}
	if l != exchanged && (a.Was != "" && a.Was == b.Digits || b.Was != "" && b.Was == a.Digits) {
		return "one place says that it replaced the other"
	}
	if a.Doc != b.Doc && l != exchanged && (holdsFigure(a, b) || holdsFigure(b, a)) {
		return "one document has both figures"
	}
	if a.Doc != b.Doc && draftsOfOne(a, b) {
		return "the documents are two states of one text"
	}
	if limits := limitsApart(timeless(a), timeless(b), l >= swappedTwo); limits != "" {
		return "only one place says " + limits
	}
	if l < swappedTwo && a.Doc != b.Doc && monthsApart(a.Published, b.Published) > 1 {
		return "the documents are of different times"
	}
	if yearsApart(a, b) {
		return "they stand under headings of two years"
	}
	if x, y := namesApart(a, b); x != "" && y != "" {
		return fmt.Sprintf("one speaks of %s, the other of %s", x, y)
	}
	if a.Doc == b.Doc && a.Label == nil && b.Label == nil && max(a.Block-b.Block, b.Block-a.Block) < l.apart(a.Section == b.Section) {
		return "they stand side by side"
	}
	if a.Doc != b.Doc && slices.Equal(a.Near, b.Near) && headingsApart(a, b) {
		return "the same words stand under two headings"
	}
	if l < swappedTwo && a.Doc == b.Doc && a.Label == nil && b.Label == nil && !summarises(a) && !summarises(b) {
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

// draftsOfOne reports whether two documents have a third of their names and of
// their longer figures in common, as drafts of one text do: what differs
// between them was revised.
func draftsOfOne(a, b *fact.Stated) bool {
	const leastNames, leastFigures = 12, 6
	names, figures := max(len(a.Topics), len(b.Topics)), max(len(*a.Figures), len(*b.Figures))
	return names >= leastNames && figures >= leastFigures &&
		3*a.Topics.Shared(b.Topics) >= names && 3*a.Figures.Shared(*b.Figures) >= figures
}

// monthsApart is how many months lie between two days, 0 if one is unknown.
func monthsApart(a, b calendar.Day) int {
	if a.Year == 0 || b.Year == 0 {
		return 0
	}
	n := (int(a.Year)-int(b.Year))*12 + int(a.Month) - int(b.Month)
	return max(n, -n)
}

// yearsApart reports whether the headings above two values name two years, or
// two numbers of a series.
func yearsApart(a, b *fact.Stated) bool {
	number := func(p, q []string) bool {
		return slices.ContainsFunc(p, func(w string) bool { return len(w) == 4 && w[0] >= '1' && w[0] <= '9' && !slices.Contains(q, w) })
	}
	return number(a.Heads, b.Heads) && number(b.Heads, a.Heads)
}

// headingsApart reports whether two values stand under headings that may tell
// them apart: neither is a heading that only names a part of a report.
func headingsApart(a, b *fact.Stated) bool {
	if a.Doc == b.Doc && a.Section == b.Section {
		return false
	}
	return tellsWhich(a.Heads, b.Heads) && tellsWhich(b.Heads, a.Heads)
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

// tellsWhich reports whether a heading has a word that the other lacks and
// that is not one of the usual parts of a report.
func tellsWhich(heads, others []string) bool {
	for _, w := range heads {
		if slices.Contains(others, w) {
			continue
		}
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

// timeless are the limits of a value, without years beside a length of time.
func timeless(s *fact.Stated) []string {
	if s.Dimension != "months" {
		return s.Limits
	}
	return slices.DeleteFunc(slices.Clone(s.Limits), func(w string) bool { return w[0] <= '9' })
}

// holdsFigure reports whether the document of a has the longer figure of b
// somewhere.
func holdsFigure(a, b *fact.Stated) bool {
	return len(significantDigits(b.Digits)) >= 3 && a.Figures.Shared(fact.NewNameSet([]string{b.Digits})) > 0
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
// figures are very much alike, a limit of one place alone counts only if it
// says that another value stood or will stand.
func limitsApart(a, b []string, alike bool) string {
	for _, p := range [2][2][]string{{a, b}, {b, a}} {
		for _, w := range p[0] {
			switch {
			case slices.Contains(p[1], w) || idle(w):
			case !alike || revises(w) || rivals(w, p[1]):
				return w
			}
		}
	}
	return ""
}

// revises reports whether a limit says that a value is not the one that holds,
// or not all of it.
func revises(w string) bool {
	switch w {
	case "more", "less", "not", "planned", "before":
		return true
	}
	return false
}

// rivals reports whether other limits are of the same kind as one: another
// year, another weekday, another side.
func rivals(w string, others []string) bool {
	kind := limitKind(w)
	return kind != "" && slices.ContainsFunc(others, func(o string) bool { return o != w && limitKind(o) == kind })
}

func limitKind(w string) string {
	if w[0] <= '9' {
		return "number"
	}
	switch w {
	case "monday", "tuesday", "wednesday", "thursday", "friday", "saturday", "sunday":
		return "weekday"
	case "january", "february", "march", "april", "may", "june", "july", "august", "september", "october", "november", "december",
		"jan", "feb", "mar", "apr", "jun", "jul", "aug", "sep", "sept", "oct", "nov", "dec", "spring", "summer", "autumn", "winter":
		return "month"
	case "first", "second", "third", "last", "next":
		return "order"
	case "men", "women", "boys", "girls", "male", "female", "adults", "children", "child", "adult", "juvenile", "seniors":
		return "who"
	case "north", "south", "east", "west", "northern", "southern", "eastern", "western", "inner", "outer", "foreign", "domestic":
		return "where"
	case "average", "maximum", "minimum":
		return "rank"
	case "gross", "net", "without", "excluding", "including":
		return "basis"
	case "part-time", "full-time", "part", "full":
		return "share"
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

// eachForOther offers each value for the other place.
func eachForOther(a, b *fact.Stated) []verdict.Suggestion {
	return []verdict.Suggestion{
		{Text: a.Surface, Place: b.Place, Confidence: "low"},
		{Text: b.Surface, Place: a.Place, Confidence: "low"},
	}
}
