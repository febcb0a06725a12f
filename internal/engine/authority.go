package engine

import (
	"fmt"
	"slices"

	"github.com/concordlint/concord/internal/fact"
	"github.com/concordlint/concord/internal/verdict"
)

// trust settles conflicts in which documents that are trusted take part. They
// bring no findings of their own: what one of them says against itself is let
// go, and what it says against another document is reported there. Two
// authorities that disagree are reported as any two documents are.
func (p Plan) trust(all []verdict.Verdict) []verdict.Verdict {
	if !slices.ContainsFunc(p.Inputs, func(in Input) bool { return in.Authority }) {
		return all
	}
	out := all[:0]
	for i := range all {
		if v, ok := p.judged(all[i]); ok {
			out = append(out, v)
		}
	}
	return out
}

// judged is a verdict in the light of the authorities; false for one that is
// none of anybody's business.
func (p Plan) judged(v verdict.Verdict) (verdict.Verdict, bool) {
	if v.Status == verdict.Agrees {
		return v, true
	}
	if p.trusted(v.Place) && !slices.ContainsFunc(v.Evidence, func(e verdict.Evidence) bool { return e.Place.Doc != v.Place.Doc }) {
		return v, false
	}
	if v.Status != verdict.Conflicts {
		return v, !p.trusted(v.Place)
	}
	if v.Differ {
		form, known := p.accepted(v.Claimed)
		if other, ok := p.accepted(v.Found); known && ok && form == other {
			return v, false
		}
	}
	mine, others := p.sides(&v)
	if slices.ContainsFunc(mine, func(d int) bool { return slices.Contains(others, d) }) {
		return v, false // the authority has it both ways
	}
	switch {
	case len(mine) > 0 && len(others) > 0:
		p.note(&v)
		v.Message += "; two authorities disagree"
		return v, true
	case len(mine) > 0:
		return p.turn(v, mine[0])
	case len(others) > 0:
		p.follow(&v, others[0])
	}
	return v, true
}

// sides lists the authorities that speak for a claim and against it. Evidence
// that defines a claim stands on its side, all other against it.
func (p Plan) sides(v *verdict.Verdict) (mine, others []int) {
	if p.trusted(v.Place) {
		mine = append(mine, v.Place.Doc)
	}
	for _, e := range v.Evidence {
		switch {
		case !p.trusted(e.Place):
		case e.Role == verdict.Defines:
			mine = append(mine, e.Place.Doc)
		default:
			others = append(others, e.Place.Doc)
		}
	}
	return mine, others
}

// note marks the evidence that authorities give.
func (p Plan) note(v *verdict.Verdict) {
	v.Evidence = slices.Clone(v.Evidence)
	for i := range v.Evidence {
		if e := &v.Evidence[i]; p.trusted(e.Place) {
			e.Note = authorityNote(e.Note)
		}
	}
}

func authorityNote(note string) string {
	if note == "" {
		return "the authority"
	}
	return "the authority " + note
}

// follow is for a claim that an authority speaks against.
func (p Plan) follow(v *verdict.Verdict, doc int) {
	p.note(v)
	for i := range v.Evidence {
		if e := &v.Evidence[i]; p.trusted(e.Place) && e.Role == verdict.Contradicts {
			e.Role = verdict.Defines
		}
	}
	slices.SortStableFunc(v.Evidence, func(a, b verdict.Evidence) int { return order(p.trusted(b.Place), p.trusted(a.Place)) })
	v.Suggestions = p.trustedSuggestions(v, v.Place)
	v.Message += fmt.Sprintf("; %s is the authority", p.Inputs[doc].File)
}

func order(a, b bool) int {
	switch {
	case a == b:
		return 0
	case a:
		return 1
	}
	return -1
}

// trustedSuggestions are the repairs at a place's document, which are those
// that an authority speaks for.
func (p Plan) trustedSuggestions(v *verdict.Verdict, at fact.Place) []verdict.Suggestion {
	var out []verdict.Suggestion
	for _, s := range v.Suggestions {
		if s.Place.Doc != at.Doc || p.trusted(s.Place) {
			continue
		}
		if form, ok := p.accepted(s.Text); ok && v.Differ {
			s.Text = form
		}
		s.Confidence = "high"
		out = append(out, s)
	}
	return out
}

// turn reports a claim that an authority makes at the first place of another
// document that speaks against it.
func (p Plan) turn(v verdict.Verdict, doc int) (verdict.Verdict, bool) {
	i := slices.IndexFunc(v.Evidence, func(e verdict.Evidence) bool {
		return e.Role != verdict.Defines && !p.trusted(e.Place)
	})
	if i < 0 {
		return v, false
	}
	t, at := v, v.Evidence[i]
	t.Place, t.Surface = at.Place, ""
	t.Evidence = []verdict.Evidence{{Role: verdict.Defines, Note: authorityNote("has " + v.Claimed), Place: p.trustedPlace(&v)}}
	for j, e := range v.Evidence {
		if j != i && e.Place != at.Place && e.Role != verdict.Defines {
			t.Evidence = append(t.Evidence, e)
		}
	}
	file := p.Inputs[doc].File
	if at.Role != verdict.Contradicts || v.Found == "" {
		t.Message = fmt.Sprintf("%s, an authority, does not agree: %s", file, v.Message)
		t.Suggestions = p.trustedSuggestions(&v, at.Place)
		return t, true
	}
	has := v.Claimed
	if form, ok := p.accepted(has); ok && v.Differ {
		has = form
	}
	t.Claimed, t.Found = v.Found, has
	t.Message = fmt.Sprintf("%q, but the authority %s has %q", v.Found, file, has)
	if v.Calculation != nil {
		t.Message += " (" + v.Calculation.Relation + ")"
	}
	t.Suggestions = p.trustedSuggestions(&v, at.Place)
	if len(t.Suggestions) == 0 && v.Differ {
		t.Suggestions = []verdict.Suggestion{{Text: has, Place: at.Place, Confidence: "high"}}
	}
	return t, true
}

// trustedPlace is where an authority makes the claim of a verdict.
func (p Plan) trustedPlace(v *verdict.Verdict) fact.Place {
	if p.trusted(v.Place) {
		return v.Place
	}
	for _, e := range v.Evidence {
		if e.Role == verdict.Defines && p.trusted(e.Place) {
			return e.Place
		}
	}
	return v.Place
}

func (p Plan) trusted(at fact.Place) bool { return p.Inputs[at.Doc].Authority }

// accepted is the form under which a register has a spelling that it accepts.
func (p Plan) accepted(spelling string) (string, bool) {
	form, ok := p.Spellings[spelling]
	return form, ok
}

// trustedFirst are the numbers of the documents, those of authorities first:
// of many places that say one thing, checks show the first.
func (p Plan) trustedFirst(n int) []int {
	out := make([]int, 0, n)
	for _, trusted := range [...]bool{true, false} {
		for i := range n {
			if (i < len(p.Inputs) && p.Inputs[i].Authority) == trusted {
				out = append(out, i)
			}
		}
	}
	return out
}
