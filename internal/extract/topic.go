package extract

import (
	"slices"
	"strings"

	"github.com/concordlint/concord/internal/calendar"
	"github.com/concordlint/concord/internal/fact"
	"github.com/concordlint/concord/internal/lexicon"
	"github.com/concordlint/concord/internal/source"
)

const (
	titleBlocks = 3   // blocks at the top that say whose document it is
	longestTop  = 120 // bytes of such a block; what is longer tells a story
	mostNames   = 400 // uses of names in a document that are read
)

// allNames are the names that the document uses, titleNames those in its
// headings and at its top.
func (t *tallier) allNames() fact.NameSet { t.readNames(); return t.names }

func (t *tallier) titleNames() []string { t.readNames(); return t.title }

func (t *tallier) readNames() {
	if t.read {
		return
	}
	t.read = true
	var names []string
	seen := map[string]bool{}
	uses := 0
	for i, b := range t.x.doc.Blocks {
		if b.Kind == source.Code {
			continue
		}
		top := b.Kind == source.Heading || i < titleBlocks && b.Span.Len() <= longestTop
		if uses >= mostNames && !top {
			continue
		}
		namesIn(t.x.doc.Text[b.Span.Start:min(b.Span.End, b.Span.Start+longestText)], top || b.Kind == source.Cell, func(w string) {
			uses++
			if !seen[w] {
				seen[w] = true
				names = append(names, w)
			}
			if top {
				t.title = append(t.title, t.x.own(lexicon.Singular(strings.ToLower(w))))
			}
		})
	}
	t.names = fact.NewNameSet(names)
	slices.Sort(t.title)
	t.title = slices.Clip(slices.Compact(t.title))
}

// namesIn calls fn with the words of a text that are names by their capital:
// those that open no sentence, or all where first is set.
func namesIn(text string, first bool, fn func(string)) {
	const shortest = 3 // bytes
	opens := true
	for i := 0; i < len(text); {
		c := text[i]
		if !isLetter(c) {
			if c == '.' || c == '!' || c == '?' || c == ':' {
				opens = true
			}
			i++
			continue
		}
		start := i
		for i < len(text) && isLetter(text[i]) {
			i++
		}
		if w := text[start:i]; c >= 'A' && c <= 'Z' && len(w) >= shortest && (first || !opens) && !calendarWord(w) {
			fn(w)
		}
		opens = false
	}
}

// calendarWord reports whether a word is the name of a month or a weekday,
// which say nothing of what a document is about.
func calendarWord(w string) bool {
	for m := 1; m <= 12; m++ {
		if w == calendar.MonthName(m) {
			return true
		}
	}
	for d := 1; d <= 7; d++ {
		if w == calendar.WeekdayName(d) {
			return true
		}
	}
	return false
}
