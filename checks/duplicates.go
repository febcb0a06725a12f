package checks

import (
	"fmt"
	"strings"

	"github.com/concordlint/concord/internal/fact"
	"github.com/concordlint/concord/internal/verdict"
)

// duplicates reports what stands twice in one list or table.
type duplicates struct{}

func (duplicates) keysByDocument() {}

// Needs texts that stand twice.
func (duplicates) Needs() []fact.Kind { return []fact.Kind{fact.KindTwin} }

// Keys by document.
func (duplicates) Keys(f fact.Fact) []string {
	if f.Where().Quoted {
		return nil
	}
	return []string{docKey(f.Where().Doc, 0)}
}

// Judge weighs for each whether the second one can be meant.
func (duplicates) Judge(_ string, facts []fact.Fact) []verdict.Verdict {
	out := make([]verdict.Verdict, 0, len(facts))
	for _, f := range facts {
		out = append(out, judgeTwin(f.(*fact.Twin)))
	}
	return out
}

func judgeTwin(t *fact.Twin) verdict.Verdict {
	first := t.First
	v := verdict.Verdict{
		Place: t.Place, Surface: t.Surface, Claimed: "2", Found: "1", Status: verdict.Conflicts, Grade: verdict.Gap,
		Message:  fmt.Sprintf("the same %s stands twice in one %s: %q", t.Shape, container(t), clip(t.Surface)),
		Evidence: []verdict.Evidence{{Role: verdict.Contradicts, Note: "the same " + t.Shape + " before", Place: first}},
		Calculation: &verdict.Calculation{Relation: "each " + t.Shape + " once", Operands: []verdict.Operand{
			{Interval: "[2,2]", Place: &t.Place}, {Interval: "[1,1]", Of: "different ones"},
		}},
	}
	if why := naturalTwin(t); why != "" {
		v.Status, v.Grade, v.Why = verdict.Undecided, "", why
		return v
	}
	v.Suggestions = []verdict.Suggestion{{Text: "", Place: t.Place, Confidence: "low"}, {Text: "", Place: first, Confidence: "low"}}
	return v
}

func container(t *fact.Twin) string {
	if t.Shape == "row" {
		return "table"
	}
	return "list"
}

// Bounds of what may be repeated on purpose.
const (
	longestLabel = 50 // bytes of the name of a field
	fewWords     = 4  // words of an item that names no particular thing
	someWords    = 6  // words of an item that may still be said twice in a list
	rowWords     = 3  // words of a row that tell what it is about
	manyTwins    = 2  // repeated items from which on repeating may be the list's nature
	twinFraction = 8  // one in so many items may be a slip
)

// naturalTwin tells why a text may stand twice on purpose; empty if nothing
// explains it.
func naturalTwin(t *fact.Twin) string {
	switch {
	case templateText(t.Surface):
		return "it says only that there is nothing to say"
	case (t.Twins > manyTwins || t.Twins == manyTwins && t.Shape == "row") && t.Twins*twinFraction > t.Items:
		return "much of the list stands in it more than once"
	case t.Shape == "row":
		return naturalRow(t)
	case strings.HasPrefix(t.Surface, "(") && len(t.Surface) > 1 && t.Surface[1] >= '0' && t.Surface[1] <= '9':
		return "a part of a programme may come twice"
	case asks(t.Surface):
		return "a question may be asked twice"
	case t.Words < fewWords:
		return "it is short and names no particular thing"
	case t.Numbered && !t.Adjacent:
		return "a step may be taken twice"
	case !t.Adjacent && !t.Dated && inField(t.Surface):
		return "it fills in a field, which may come again"
	case t.Adjacent && (t.Words >= someWords || t.Marked), t.Dated && t.Words >= fewWords, t.Marked && t.Words >= someWords, t.Words >= 2*someWords:
		return ""
	}
	return "it names no particular thing"
}

// asks reports whether a text is a question of a form or an interview: it
// begins as one, or tells how to answer.
func asks(s string) bool {
	first, _, _ := strings.Cut(strings.ToLower(s), " ")
	switch first {
	case "did", "do", "does", "why", "how", "what", "when", "where", "who", "which", "is", "are", "was", "were", "can", "could", "would", "will", "have", "has", "should":
		return strings.Contains(s, "?")
	}
	return strings.Contains(s, "? [") || strings.Contains(s, "? (")
}

// inField reports whether a text begins with a label of a few words and a
// colon.
func inField(s string) bool {
	label, _, ok := strings.Cut(s, ": ")
	return ok && len(label) <= longestLabel && !strings.ContainsAny(label, ".,;#")
}

func naturalRow(t *fact.Twin) string {
	switch {
	case t.Words < rowWords:
		return "a row of figures may come twice"
	case t.Key, t.Dated && (t.Texts > 1 || !t.Figures):
		return ""
	case t.Dated:
		return "one may do or buy the same twice on a day"
	}
	return "no column tells the rows apart"
}

// templateText reports whether a text only fills a place, or is code.
func templateText(s string) bool {
	s = strings.ToLower(s)
	if strings.HasPrefix(s, "`") || strings.HasPrefix(s, "merge ") {
		return true
	}
	for _, p := range []string{"n/a", "tbd", "tba", "tbc", "to be confirmed", "to be determined", "to be announced", "none", "no change", "not applicable", "as above", "see above", "ditto", "idem", "lorem", "…", "...", "xxx", "foo", "example", "your ", "[", "<"} {
		if strings.HasPrefix(s, p) {
			return true
		}
	}
	for _, p := range []string{"n/a", "tbd", "___", "....", " xx ", "insert "} {
		if strings.Contains(s, p) {
			return true
		}
	}
	return false
}
