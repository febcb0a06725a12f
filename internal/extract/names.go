package extract

import (
	"slices"
	"sort"
	"strings"

	"github.com/concordlint/concord/internal/fact"
	"github.com/concordlint/concord/internal/source"
)

// maxUses bounds the places kept of one spelling in one document.
const maxUses = 50

// emitNames makes a fact of each spelling of a surname, with its uses
// outside quotations.
func (x *extractor) emitNames() {
	for _, k := range x.people {
		for _, u := range k.uses {
			x.addName(u)
		}
	}
	forms := make([]string, 0, len(x.names))
	for f := range x.names {
		forms = append(forms, f)
	}
	sort.Strings(forms)
	like := x.resemblances()
	for _, f := range forms {
		n := x.names[f]
		n.Like = like[f]
		sort.SliceStable(n.Uses, func(i, j int) bool { return n.Uses[i].Span.Start < n.Uses[j].Span.Start })
		n.Base = fact.Base{Place: n.Uses[0], Surface: n.Form}
		x.facts = append(x.facts, n)
	}
}

// resemblances are the surnames that stand alone and for which the names in
// full tell what they are likely slips for.
func (x *extractor) resemblances() map[string]string {
	like := map[string]string{}
	for _, f := range x.facts {
		if n, ok := f.(*fact.FullName); ok && n.Like != "" {
			like[n.Surname()] = n.Like
		}
	}
	return like
}

func (x *extractor) addName(u use) {
	p := u.party
	n, ok := x.names[p.Surname]
	if !ok {
		n = &fact.Name{Form: strings.Clone(p.Surname), Garbled: strings.ContainsAny(p.Surname, "?\uFFFD")}
		x.names[p.Surname] = n
	}
	if first, _, _ := strings.Cut(p.Given, " "); first != "" && !slices.Contains(n.Givens, first) {
		n.Givens = append(n.Givens, strings.Clone(first))
	}
	for _, o := range p.Offices {
		if key := o.Title + "|" + o.Org; o.Org != "" && o.Single && !slices.Contains(n.Offices, key) {
			n.Offices = append(n.Offices, key)
		}
	}
	if len(n.Uses) < maxUses {
		at := x.place(u.block, x.surnameSpan(p))
		if !slices.Contains(n.Uses, at) {
			n.Uses = append(n.Uses, at)
		}
	}
}

// surnameSpan is where the surname stands within a party's span.
func (x *extractor) surnameSpan(p fact.Party) source.Span {
	text := x.doc.Text[p.Span.Start:p.Span.End]
	i := strings.LastIndex(text, p.Surname)
	if i < 0 {
		if i = strings.LastIndex(text, strings.ToUpper(p.Surname)); i < 0 {
			return p.Span
		}
		return source.Span{Start: p.Span.Start + i, End: p.Span.Start + i + len(strings.ToUpper(p.Surname))}
	}
	return source.Span{Start: p.Span.Start + i, End: p.Span.Start + i + len(p.Surname)}
}
