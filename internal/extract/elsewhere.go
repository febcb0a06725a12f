package extract

import (
	"path"
	"sort"
	"strconv"
	"strings"

	"github.com/concordlint/concord/internal/fact"
	"github.com/concordlint/concord/internal/source"
)

// maxContents bounds the parts of one document that others may refer to.
const maxContents = 3000

// contents are what other documents may refer to, nil for a document that
// none can name: a page that can be linked to, or a part of a whole.
func (x *extractor) contents(o *outline) *fact.Contents {
	c := &fact.Contents{File: path.Clean(x.doc.File), Cut: o.Cut}
	c.Called, c.Series = x.calledAs()
	if c.Called == "" && x.doc.Format != "markdown" && x.doc.Format != "html" {
		return nil
	}
	for _, p := range o.Parts {
		if p.Form != fact.PartHeading && p.Form != fact.PartCaption && (p.Form != fact.PartItem || !strings.Contains(p.Number, ".")) {
			continue
		}
		if len(c.Parts) >= maxContents {
			c.Cut = true
			break
		}
		c.Parts = append(c.Parts, fact.ContentsPart{Kind: p.Kind, Number: p.Number, Span: p.Span, Block: p.Block, Level: p.Level, Form: p.Form})
	}
	if c.Called == "" && len(c.Parts) == 0 {
		return nil
	}
	c.Base = x.outside(source.Span{})
	if len(c.Parts) > 0 {
		c.Base = x.base(c.Parts[0].Block, c.Parts[0].Span)
	}
	return c
}

// calledAs is what the document is as a part of a whole, by its first heading
// or line, else by its file's name.
func (x *extractor) calledAs() (called, series string) {
	if len(x.doc.Blocks) > 0 {
		text := x.doc.TextOf(x.doc.Blocks[0])
		if called, series, end := partName(text, 0); called != "" && titleFollows(text, end, true, true) && len(text) < 120 {
			return called, series
		}
	}
	name := strings.ToLower(bareName(path.Base(x.doc.File)))
	called, series, end := partName(strings.NewReplacer("-", " ", "_", " ").Replace(name), 0)
	if end != len(name) {
		return "", ""
	}
	return called, series
}

// partName reads the name of a part that is often a document of its own:
// "Annex", "Part II", "Chapter 7". A number is written in figures.
func partName(text string, i int) (called, series string, end int) {
	end = wordEnd(text, i)
	kind := strings.ToLower(text[i:end])
	switch kind {
	case "annex", "appendix", "part", "chapter", "schedule", "volume":
	default:
		return "", "", i
	}
	number, to, ok := partNumber(strings.ToUpper(text), numberAfter(text, end), true)
	switch {
	case ok && !strings.Contains(number, "."):
		if v := romanNumber(number); v > 0 {
			number = strconv.Itoa(v)
		}
		return kind + " " + number, kind, to
	case ok || kind != "annex" && kind != "appendix" && kind != "schedule":
		return "", "", i
	}
	return kind, "", end
}

// namedDocument names the document of the set in which the part should be that is
// referred to at text[at:stop] of block i: by a link around the reference or
// directly behind it, or by the name of a part of the whole. It is empty where
// none is named.
func (x *extractor) namedDocument(i int, text string, at, stop int) string {
	from := x.doc.Blocks[i].Span.Start
	if l := x.linkAt(from + at); l != nil {
		return x.linkedPage(l)
	}
	rest := text[stop:]
	for _, word := range [...]string{" of ", " in ", " to "} {
		behind, ok := strings.CutPrefix(strings.ReplaceAll(rest[:min(len(rest), 120)], "\n", " "), word)
		if !ok {
			continue
		}
		the := strings.TrimPrefix(behind, "the ")
		first := from + stop + len(word)
		next := first + len(behind) - len(the)
		if l := x.linkAt(next); l != nil && (l.Span.Start == first || l.Span.Start == next) {
			return x.linkedPage(l)
		}
		called, series, _ := partName(the, 0)
		if called == "" || series == "" && len(the) == len(behind) || x.hasPart(called) {
			return ""
		}
		return besides(x.doc.File, called)
	}
	return ""
}

// besides is the key of a document with a name in the folder of a file.
func besides(file, called string) string { return path.Dir(path.Clean(file)) + "\x00" + called }

// hasPart reports whether a heading or a short line of the document itself
// begins with a name, or with its first word where that is all of the name.
func (x *extractor) hasPart(called string) bool {
	if x.partNames == nil {
		x.partNames = map[string]bool{}
		for _, b := range x.doc.Blocks {
			if b.Kind == source.Heading || b.Kind == source.Paragraph && b.Span.Len() <= 120 {
				name, _, _ := partName(x.doc.TextOf(b), 0)
				first, _, _ := strings.Cut(name, " ")
				x.partNames[x.own(name)], x.partNames[x.own(first)] = true, true
			}
		}
	}
	return x.partNames[called]
}

// linkAt is the link whose label holds a place, nil if there is none.
func (x *extractor) linkAt(at int) *source.Link {
	l := x.doc.Links
	i := sort.Search(len(l), func(i int) bool { return l[i].Span.Start > at })
	if i > 0 && at < l[i-1].Span.End {
		return &l[i-1]
	}
	return nil
}

// linkedPage is the key of the document that a link leads to, empty for one
// that is no page of its own.
func (x *extractor) linkedPage(l *source.Link) string {
	address, _, _ := strings.Cut(l.Target, "#")
	if address == "" || strings.ContainsAny(address, ":?{}$<>%") || strings.HasPrefix(address, "/") || !pageName(address) {
		return ""
	}
	to := path.Join(path.Dir(path.Clean(x.doc.File)), address)
	if to == path.Clean(x.doc.File) {
		return ""
	}
	return "/" + strings.TrimSuffix(to, path.Ext(to))
}

// inSeries is the key of the series to which a part belongs that stands by
// itself: the other chapters, when this document is one of them.
func (x *extractor) inSeries(kind string, numbers []string) string {
	called, series := x.calledAs()
	if series == "" || kind != series || len(numbers) == 0 || called == "" {
		return ""
	}
	return besides(x.doc.File, series)
}
