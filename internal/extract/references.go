package extract

import (
	"slices"
	"strings"
	"unicode"

	"github.com/concordlint/concord/internal/fact"
	"github.com/concordlint/concord/internal/source"
)

// findReferences finds the numbers that the document gives itself, and those
// in the labels of its links.
func (x *extractor) findReferences() {
	x.ownNumbers()
	x.linkLabels()
}

// linkLabels reads the labels of the links that have a number or may have
// one in letters.
func (x *extractor) linkLabels() {
	var slugs map[string]bool
	for _, l := range x.doc.Links {
		label := x.doc.Text[l.Span.Start:l.Span.End]
		if len(label) > maxReferenceLabel || !strings.ContainsAny(l.Target, "0123456789") || pictured(l.Target) {
			continue
		}
		refs := numberedIn(label)
		if len(refs) == 0 {
			continue
		}
		target := strings.Clone(l.Target) // facts must not keep the text
		targets, all := targetReferences(target)
		for i := range targets {
			if targets[i].Where == "fragment" && l.Target[0] == '#' {
				if slugs == nil {
					slugs = x.slugs()
				}
				targets[i].Sure = slugs[strings.ToLower(l.Target[1:])]
			}
		}
		for i, r := range refs {
			// A number alone is kept if it is all of the label: "[1286](…/pull/1286)".
			alone := r.number.Len() == len(label) && len(r.Number) >= 3
			if r.Kind == "" && !alone || r.several || unreferable(r.Kind) || sameKind(refs, i) {
				continue
			}
			x.facts = append(x.facts, &fact.LinkLabel{
				Base:  x.linkBase(l, source.Span{Start: l.Span.Start + r.at.Start, End: l.Span.Start + r.at.End}),
				Label: cloned(r.Reference), Tight: r.tight, Hash: strings.HasPrefix(strings.TrimLeft(label[r.at.Start:r.at.End], "abcdefghijklmnopqrstuvwxyzABCDEFGHIJKLMNOPQRSTUVWXYZ"), "#"), Alone: onlyReference(label, r.at), Lead: leads(label, r.at),
				Target: target, Targets: targets, Numbers: all,
			})
		}
	}
}

// cloned frees a reference from the text in which it was read.
func cloned(r fact.Reference) fact.Reference {
	return fact.Reference{Kind: strings.Clone(r.Kind), Number: r.Number}
}

// maxReferenceLabel is the longest label, in bytes, that is read.
const maxReferenceLabel = 200

// linkBase is the place of a span in a link's label.
func (x *extractor) linkBase(l source.Link, s source.Span) fact.Base {
	if l.Block != source.None {
		return x.base(l.Block, s)
	}
	return x.outside(s)
}

// outside is the place of a span that stands in no block.
func (x *extractor) outside(s source.Span) fact.Base {
	return fact.Base{
		Place:   fact.Place{Doc: x.n, Span: s, Block: source.None, Section: source.None},
		Surface: surface(x.doc.Text[s.Start:s.End]),
	}
}

// sameKind reports whether another reference is of the kind of number i.
func sameKind(refs []numbered, i int) bool {
	for k, r := range refs {
		if k != i && r.Kind == refs[i].Kind && r.Number != refs[i].Number {
			return true
		}
	}
	return false
}

// onlyReference reports whether a label says nothing but the reference at
// a span, and perhaps its title behind a mark: its other words are names of
// repositories and the like.
func onlyReference(label string, at source.Span) bool {
	if at.Start == 0 && marked(label[at.End:]) {
		return true // "#12: the title of it"
	}
	for _, w := range strings.FieldsFunc(label[:at.Start]+" "+label[at.End:], func(r rune) bool {
		return strings.ContainsRune(" \n\t()[]{}:,.;#/\"'`", r)
	}) {
		switch strings.ToLower(w) {
		case "see", "issue", "pull", "request", "pr", "merge", "github", "gitlab", "bug", "ticket", "comment", "discussion", "in", "the":
		default:
			if at.Start == 0 || strings.ContainsAny(label[:at.Start], " \n\t") || at.End < len(label) {
				return false
			}
		}
	}
	return true
}

// leads reports whether a label is about what it refers to: the reference
// stands at its beginning, or at its end with no more than two words before
// it ("the Rust RFC 12"), none of which makes it a part of a longer phrase
// ("addendum to RFC 12").
func leads(label string, at source.Span) bool {
	before := strings.FieldsFunc(label[:at.Start], func(r rune) bool { return !unicode.IsLetter(r) && !unicode.IsDigit(r) })
	if len(before) > 0 && strings.EqualFold(before[0], "the") {
		before = before[1:]
	}
	if len(before) == 0 {
		return true
	}
	if len(before) > 2 || strings.IndexFunc(label[at.End:], unicode.IsLetter) >= 0 {
		return false
	}
	return !slices.ContainsFunc(before, func(w string) bool { return unreferable(strings.ToLower(w)) || strings.EqualFold(w, "vs") })
}

// unreferable reports whether numbers behind a word name nothing that a link
// would lead to under the same number: words of grammar, times, and what is
// numbered by machines.
func unreferable(kind string) bool {
	switch kind {
	case "a", "an", "the", "to", "of", "in", "on", "at", "by", "for", "from", "and", "or", "with", "is", "are", "was", "since", "until",
		"after", "before", "about", "over", "under", "than", "all", "top", "only", "these", "those", "last", "next", "first", "between",
		"january", "february", "march", "april", "may", "june", "july", "august", "september", "october", "november", "december",
		"jan", "feb", "mar", "apr", "jun", "jul", "aug", "sep", "sept", "oct", "nov", "dec", "spring", "summer", "autumn", "fall", "winter",
		"monday", "tuesday", "wednesday", "thursday", "friday", "saturday", "sunday",
		"line", "page", "comment", "note", "footnote", "fn", "ref", "cite", "citation", "item", "post", "message", "msg", "reply", "answer", "http", "https", "utf", "x", "q":
		return true
	}
	return len(kind) == 1 && asciiLetter(kind[0])
}

// pictured reports whether a target is an image; their names keep the
// numbers of earlier drafts.
func pictured(target string) bool {
	dot := strings.LastIndexByte(target, '.')
	switch strings.ToLower(target[dot+1:]) {
	case "png", "jpg", "jpeg", "gif", "svg", "webp", "drawio", "eps", "tiff", "bmp":
		return true
	}
	return false
}

// slugs are the anchors that the document's headings get on the web.
func (x *extractor) slugs() map[string]bool {
	out := map[string]bool{}
	for _, b := range x.doc.Blocks {
		if b.Kind != source.Heading {
			continue
		}
		var s strings.Builder
		for _, r := range strings.ToLower(x.doc.TextOf(b)) {
			switch {
			case r == ' ' || r == '\n':
				s.WriteByte('-')
			case r == '-' || r == '_' || r >= '0' && r <= '9' || r >= 'a' && r <= 'z' || r > 0x7f:
				s.WriteRune(r)
			}
		}
		out[s.String()] = true
	}
	return out
}
