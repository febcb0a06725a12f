package extract

import (
	"regexp"
	"sort"
	"strings"
	"unicode/utf8"

	"github.com/concordlint/concord/internal/fact"
	"github.com/concordlint/concord/internal/source"
)

// Pattern is a regular expression of a user's rule. Its group "value" is what
// is compared, its groups whose names begin with "key" tell what it is said of.
type Pattern struct {
	Name   string
	Regexp *regexp.Regexp
}

// How much patterns may cost: Go's regular expressions take time in proportion
// to the text, so that bounding the text and the matches bounds the time.
const (
	patternReach   = 64 << 10 // bytes of a block
	patternMatches = 10_000   // of a document
)

// WithMatches adds what patterns find in a document to its other facts. Code is
// looked into as well, since what people write patterns for (versions, prices,
// settings) often stands there; quotations are marked as such.
func WithMatches(facts []fact.Fact, doc *source.Document, n int, patterns []Pattern) []fact.Fact {
	left := patternMatches
	for i, b := range doc.Blocks {
		text := doc.Text[b.Span.Start:b.Span.End]
		if len(text) > patternReach {
			cut := patternReach
			for cut > 0 && !utf8.RuneStart(text[cut]) {
				cut--
			}
			text = text[:cut]
		}
		for _, p := range patterns {
			for _, m := range p.Regexp.FindAllStringSubmatchIndex(text, left) {
				if f := p.fact(doc, n, i, text, m); f != nil {
					facts = append(facts, f)
					left--
				}
			}
			if left <= 0 {
				return sorted(facts)
			}
		}
	}
	return sorted(facts)
}

func sorted(facts []fact.Fact) []fact.Fact {
	sort.SliceStable(facts, func(i, j int) bool { return facts[i].Where().Span.Start < facts[j].Where().Span.Start })
	return facts
}

// fact is one match in block b, nil for one without a value.
func (p Pattern) fact(doc *source.Document, n, b int, text string, m []int) *fact.PatternMatch {
	block := doc.Blocks[b]
	place := func(from, to int) fact.Place {
		return fact.Place{
			Doc: n, Span: source.Span{Start: block.Span.Start + from, End: block.Span.Start + to},
			Block: b, Section: block.Heading, Quoted: block.Quoted,
		}
	}
	f := &fact.PatternMatch{Pattern: p.Name}
	f.Place, f.Surface = place(m[0], m[1]), surface(text[m[0]:m[1]])
	var keys []string
	for g, name := range p.Regexp.SubexpNames() {
		from, to := m[2*g], m[2*g+1]
		switch {
		case from < 0 || from == to:
		case strings.HasPrefix(name, "key"):
			keys = append(keys, strings.ToLower(oneBlank(text[from:to])))
		case name == "value":
			f.Value, f.ValueAt = oneBlank(text[from:to]), place(from, to)
		}
	}
	if f.Value == "" || m[0] == m[1] {
		return nil
	}
	f.Key = strings.Join(keys, "\x00")
	return f
}

// oneBlank is a copy of a text with each run of white space as one blank.
func oneBlank(s string) string { return strings.Clone(strings.Join(strings.Fields(s), " ")) }
