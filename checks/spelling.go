package checks

import (
	"fmt"
	"slices"
	"strings"

	"github.com/concordlint/concord/internal/fact"
	"github.com/concordlint/concord/internal/verdict"
)

// newSpelling makes one of the spelling checks: variants of a name, slips in acronyms, or
// words garbled by a wrong encoding.
func newSpelling(p Params) (Check, error) {
	var params struct {
		Of string `yaml:"of"`
	}
	if err := p.Decode(&params); err != nil {
		return nil, err
	}
	switch params.Of {
	case "acronyms":
		return acronyms{}, nil
	case "garbled":
		return garbled{}, nil
	case "variants":
		return variants{}, nil
	}
	return nil, fmt.Errorf("of: %q (there are: acronyms, garbled, variants)", params.Of)
}

// garbled reports words with letters lost to encoding, and looks for the
// clean form among the names of the set.
type garbled struct{}

// Needs garbled words, and names to repair them by.
func (garbled) Needs() []fact.Kind { return []fact.Kind{fact.KindGarbled, fact.KindName} }

// Keys by the word's last letters, which both the damaged and the clean form
// keep most often; a word damaged at its end is keyed by its first ones.
func (garbled) Keys(f fact.Fact) []string {
	switch f := f.(type) {
	case *fact.Garbled:
		return []string{garbledKey(f.Pattern)}
	case *fact.Name:
		if f.Quoted || f.Garbled {
			return nil
		}
		head, tail := edges(f.Form)
		return []string{"head/" + head, "tail/" + tail}
	}
	return nil
}

const edgeLetters = 2

// edges are the first and last letters of a word in lower case.
func edges(word string) (head, tail string) {
	r := []rune(strings.ToLower(word))
	if len(r) <= edgeLetters {
		return string(r), string(r)
	}
	return string(r[:edgeLetters]), string(r[len(r)-edgeLetters:])
}

func garbledKey(pattern string) string {
	head, tail := edges(pattern)
	switch {
	case !strings.ContainsRune(tail, '?'):
		return "tail/" + tail
	case !strings.ContainsRune(head, '?'):
		return "head/" + head
	}
	return "word/" + pattern
}

// Judge reports each damaged word once a document, with the clean form where
// exactly one name of the set fits.
func (garbled) Judge(_ string, facts []fact.Fact) []verdict.Verdict {
	var out []verdict.Verdict
	type seen struct {
		doc  int
		word string
	}
	at := map[seen]int{}
	for _, f := range facts {
		g, ok := f.(*fact.Garbled)
		if !ok || g.Quoted {
			continue
		}
		k := seen{g.Doc, g.Surface}
		if i, ok := at[k]; ok {
			out[i].Evidence = append(out[i].Evidence, verdict.Evidence{Role: verdict.Contradicts, Note: "the same damage again", Place: g.Place})
			continue
		}
		at[k] = len(out)
		out = append(out, garbledVerdict(g, facts))
	}
	return out
}

func garbledVerdict(g *fact.Garbled, facts []fact.Fact) verdict.Verdict {
	v := verdict.Verdict{
		Status: verdict.Conflicts, Grade: verdict.Gap, Place: g.Place, Surface: g.Surface, Claimed: g.Surface,
		Message:     fmt.Sprintf("%q has letters lost to a wrong encoding", g.Surface),
		Calculation: &verdict.Calculation{Relation: "letters of a word", Operands: []verdict.Operand{{Interval: g.Pattern, Place: &g.Place}}},
	}
	clean := g.Clean
	if clean == "" {
		var forms []string
		for _, f := range facts {
			if n, ok := f.(*fact.Name); ok && fitsPattern(g.Pattern, n.Form) {
				if !slices.Contains(forms, n.Form) {
					forms = append(forms, n.Form)
				}
				v.Evidence = append(v.Evidence, verdict.Evidence{Role: verdict.Defines, Note: "the clean form", Place: n.Place})
			}
		}
		if len(forms) == 1 {
			clean = forms[0]
		}
	}
	if clean == "" && g.Weak {
		v.Status, v.Grade, v.Why, v.Evidence = verdict.Undecided, "", "the mark may stand between two words, and no other place has the whole one", nil
		return v
	}
	if clean != "" {
		v.Found, v.Differ = clean, true
		v.Message += fmt.Sprintf("; elsewhere %q", clean)
		if g.Clean != "" {
			v.Message = fmt.Sprintf("%q is %q read in a wrong encoding", g.Surface, clean)
		}
		v.Suggestions = []verdict.Suggestion{{Text: clean, Place: g.Place, Confidence: "high"}}
	}
	return v
}

// fitsPattern reports whether word can be what a damaged word was: each '?'
// of the pattern stands for a letter that is none of the plain twenty-six, for those
// do not get lost.
func fitsPattern(pattern, word string) bool {
	p, w := []rune(strings.ToLower(pattern)), []rune(strings.ToLower(word))
	return strings.ContainsRune(pattern, '?') && fits(p, w)
}

func fits(p, w []rune) bool {
	if len(p) == 0 {
		return len(w) == 0
	}
	if len(w) == 0 {
		return false
	}
	if p[0] != '?' {
		return p[0] == w[0] && fits(p[1:], w[1:])
	}
	if w[0] < 0x80 {
		return false
	}
	// Two marks in a row may stand for the two bytes of one letter.
	return fits(p[1:], w[1:]) || len(p) > 1 && p[1] == '?' && fits(p[1:], w)
}
