package checks

import (
	"path"
	"strings"

	"github.com/concordlint/concord/internal/fact"
	"github.com/concordlint/concord/internal/verdict"
)

// xrefAcross is the part of xref that brings documents together: links to
// places in other documents, and references to their numbered parts.
type xrefAcross struct{}

// across is that part.
func (xref) across() Check { return xrefAcross{} }

// Needs the links and references, and the places and parts of all documents.
func (xrefAcross) Needs() []fact.Kind {
	return []fact.Kind{fact.KindAnchors, fact.KindAnchorLink, fact.KindContents, fact.KindCrossRef}
}

// Keys by the path of the document that is linked to, without the ending of
// its name: a page is often written in Markdown and linked to as HTML.
func (xrefAcross) Keys(f fact.Fact) []string {
	switch f := f.(type) {
	case *fact.Anchors:
		return []string{stem(f.File)}
	case *fact.AnchorLink:
		switch {
		case f.Own || f.Quoted:
			return nil
		case f.To == "":
			return []string{"?"}
		}
		return []string{stem(f.To)}
	case *fact.Contents:
		return contentsKeys(f)
	case *fact.CrossRef:
		switch {
		case f.Quoted:
		case f.Elsewhere != "":
			return []string{f.Elsewhere}
		case f.Series != "":
			return []string{f.Series}
		}
	}
	return nil
}

// stem is a path without the ending of its name.
func stem(file string) string { return "/" + strings.TrimSuffix(file, path.Ext(file)) }

// Judge looks the names up in the document that has the linked path, or the
// only one that a page of that name is made from.
func (xrefAcross) Judge(_ string, facts []fact.Fact) []verdict.Verdict {
	var places []*fact.Anchors
	groups, order := map[groupKey][]*fact.AnchorLink{}, []groupKey{}
	for _, f := range facts {
		switch f := f.(type) {
		case *fact.Anchors:
			places = append(places, f)
		case *fact.AnchorLink:
			key := groupKey{f.Doc, f.To}
			if groups[key] == nil {
				order = append(order, key)
			}
			groups[key] = append(groups[key], f)
		}
	}
	out := judgeElsewhere(facts)
	indices := map[*fact.Anchors]*anchorIndex{}
	for _, key := range order {
		var x *anchorIndex
		if a := targetOf(places, key.to); a != nil {
			if indices[a] == nil {
				indices[a] = newAnchorIndex(a)
			}
			x = indices[a]
		}
		out = append(out, judgeAnchors(groups[key], x)...)
	}
	return out
}

// groupKey names the links of one document to another.
type groupKey struct {
	doc int
	to  string
}

// targetOf is the document that a path leads to, nil if it is not known which.
func targetOf(places []*fact.Anchors, to string) *fact.Anchors {
	for _, a := range places {
		if a.File == to {
			return a
		}
	}
	if len(places) == 1 && strings.HasPrefix(path.Ext(to), ".htm") && !strings.HasPrefix(path.Ext(places[0].File), ".htm") {
		return places[0]
	}
	return nil
}
