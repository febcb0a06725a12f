package extract

import (
	"path"
	"slices"
	"strings"

	"github.com/concordlint/concord/internal/fact"
	"github.com/concordlint/concord/internal/source"
)

// headerBlocks is how many blocks at the top may hold a header and a title.
const headerBlocks = 12

// titleLevel is the lowest level of a heading that may be the document's
// title; a file that begins with a deeper one is a piece of something.
const titleLevel = 2

// maxTitle is how long a line at the top of a text may be, in bytes, to be
// taken for its title.
const maxTitle = 80

// ownNumbers finds the number that a document states as its own in its
// header or title, if its file or folder has a number in its name.
func (x *extractor) ownNumbers() {
	dir, name := path.Split(x.doc.File)
	folders := strings.Split(strings.Trim(dir, "/"), "/")
	if name = bareName(name); sayingNothing(name) && len(folders) > 0 {
		name, folders = folders[len(folders)-1], folders[:len(folders)-1]
	}
	named, all := nameReferences(name, folders)
	if len(named) == 0 {
		return
	}
	own := fact.OwnNumber{Name: name, Folder: strings.Join(folders, "/"), Named: named, Numbers: all}
	for _, f := range x.header() {
		x.ownField(own, f)
	}
	x.ownTitle(own)
}

// header lists the header fields: those that the reader knows, and the lines
// "Key: value" of code blocks, items and paragraphs above the text itself.
func (x *extractor) header() []source.Field {
	out := x.doc.Fields
	for i, b := range x.doc.Blocks {
		if i == headerBlocks {
			break
		}
		lines := keyedLines(x.doc.Text, b.Span)
		if b.Kind == source.Heading {
			if i == 0 && len(lines) == 1 { // a header whose first key is in capitals
				out = append(out[:len(out):len(out)], lines...)
			}
			continue
		}
		switch b.Kind {
		case source.Item:
			if len(lines) != 1 {
				return out
			}
		case source.Code, source.Paragraph:
			if len(lines) < 2 {
				return out
			}
		default:
			return out
		}
		out = append(out[:len(out):len(out)], lines...)
		if b.Kind != source.Item {
			return out
		}
	}
	return out
}

// keyedLines are the lines "Key: value" of a block. It is nil for a block
// with a line that is neither that nor the continuation of one.
func keyedLines(text string, s source.Span) []source.Field {
	var out []source.Field
	for at := s.Start; at < s.End; {
		end := at
		for end < s.End && text[end] != '\n' {
			end++
		}
		from := pastBlanks(text[:end], at)
		at = end + 1
		key, value, ok := strings.Cut(text[from:end], ":")
		switch {
		case from == end:
			continue
		case !ok || len(key) == 0 || len(key) > 30 || strings.ContainsAny(key, "{}()<>=\"'.`"):
			if len(out) == 0 || isLetter(text[from]) && !isSpaceByte(text[max(from-1, 0)]) {
				return nil
			}
			continue
		}
		stop := end - len(value) + len(strings.TrimRight(value, " \t\r"))
		start := pastBlanks(text[:stop], end-len(value))
		if start < stop {
			out = append(out, source.Field{Name: strings.ToLower(strings.TrimSpace(key)), Span: source.Span{Start: start, End: stop}})
		}
	}
	return out
}

// ownField reads a field whose name is a kind of document ("PEP", "Chapter",
// "kep-number") or only says that a number follows ("Number").
func (x *extractor) ownField(own fact.OwnNumber, f source.Field) {
	words := strings.FieldsFunc(f.Name, func(r rune) bool { return r == ' ' || r == '-' || r == '_' || r == '.' })
	for len(words) > 1 && (kindOf(words[len(words)-1]) == "" || words[len(words)-1] == "pr") {
		words = words[:len(words)-1]
	}
	var kind string
	switch len(words) {
	case 1:
		kind = kindOf(words[0])
	case 3:
		kind = kindOf(strings.Join(words, " "))
	}
	if len(words) != 1 && kind != "rfc" || ordersOnly(kind) || unreferable(kind) {
		return
	}
	value := strings.Trim(x.doc.Text[f.Span.Start:f.Span.End], "\"'")
	start := f.Span.Start + strings.Index(x.doc.Text[f.Span.Start:f.Span.End], value)
	refs := numberedIn(value)
	if len(refs) != 1 || refs[0].several || refs[0].at.End != len(value) || strings.ContainsAny(value[:refs[0].at.Start], " \t\n") {
		return
	}
	r := refs[0]
	switch {
	case r.Kind == "" || r.Kind == "#" || r.Kind == kind:
	case kind != "":
		return
	default:
		kind = r.Kind
	}
	own.Base = x.ownPlace(source.Span{Start: start + r.number.Start, End: start + r.number.End})
	own.Stated = cloned(fact.Reference{Kind: kind, Number: r.Number})
	own.Source, own.Field = "field", strings.Clone(f.Name)
	x.facts = append(x.facts, &own)
}

// ordersOnly lists fields whose number places a page among others.
func ordersOnly(kind string) bool {
	switch kind {
	case "weight", "order", "position", "priority", "index", "year", "rank", "sort", "date", "revision":
		return true
	}
	return false
}

// ownPlace is the place of a span that may stand in a block or not.
func (x *extractor) ownPlace(s source.Span) fact.Base {
	for i, b := range x.doc.Blocks {
		if b.Span.Contains(s) {
			return x.base(i, s)
		}
		if b.Span.Start > s.Start {
			break
		}
	}
	return x.outside(s)
}

// ownTitle reads the number in the document's first heading and in the title
// of its front matter.
func (x *extractor) ownTitle(own fact.OwnNumber) {
	own.Source = "title"
	var stated []string // kinds that the header has a number for
	for _, f := range x.facts {
		if o, ok := f.(*fact.OwnNumber); ok {
			stated = append(stated, o.Stated.Kind)
		}
	}
	for _, f := range x.doc.Fields {
		if f.Name == "title" {
			x.titleNumber(own, f.Span, stated)
			break
		}
	}
	for i, b := range x.doc.Blocks {
		if i == headerBlocks {
			return
		}
		if b.Kind == source.Heading && b.Level > titleLevel {
			return
		}
		if b.Kind == source.Heading || i == 0 && b.Kind == source.Paragraph && b.Span.Len() <= maxTitle && !strings.Contains(x.doc.TextOf(b), "\n") {
			x.titleNumber(own, b.Span, stated)
			return
		}
	}
}

// titleNumber reads a title. Its own number stands at the title's beginning
// before a mark ("EIP-1559: …"); that of a part of something bigger also
// without one, and at its end ("Harbour works, sitrep no. 5"). Other numbers
// are of what the title speaks of. A kind for which the header states a
// number is left to the header.
func (x *extractor) titleNumber(own fact.OwnNumber, s source.Span, stated []string) {
	title := x.doc.Text[s.Start:s.End]
	refs := numberedIn(title)
	for i, r := range refs {
		if r.several || r.Kind == "#" || unreferable(r.Kind) || sameKind(refs, i) || slices.Contains(stated, r.Kind) {
			continue
		}
		before, behind := title[:r.at.Start], strings.Trim(title[r.at.End:], "\"'")
		first := strings.Trim(before, "\"' [(") == ""
		switch {
		case first && marked(behind), first && r.Kind != "" && strings.TrimSpace(behind) == "":
		case serial(r.Kind) && (startsPart(before) || strings.TrimSpace(behind) == ""):
		default:
			continue
		}
		own := own
		own.Base = x.ownPlace(source.Span{Start: s.Start + r.number.Start, End: s.Start + r.number.End})
		own.Stated = cloned(r.Reference)
		x.facts = append(x.facts, &own)
	}
}

// serial reports whether things of a kind are parts of something bigger that
// comes in numbered parts.
func serial(kind string) bool {
	switch kind {
	case "chapter", "part", "section", "appendix", "annex", "volume", "book", "act", "lecture", "lesson", "week", "day",
		"episode", "unit", "module", "session", "exercise", "lab", "homework", "assignment", "sprint", "sitrep", "issue",
		"bulletin", "newsletter", "circular", "meeting", "article", "problem", "tutorial", "workshop", "step", "round":
		return true
	}
	return false
}

// marked reports whether what follows a number in a title begins with a mark
// that parts the title.
func marked(rest string) bool {
	for _, m := range [...]string{":", ". ", " - ", "- ", " – ", "– ", " — ", "— ", ") ", "|", " |", ")", "]"} {
		if strings.HasPrefix(rest, m) {
			return true
		}
	}
	return false
}

// startsPart reports whether what stands before a reference in a title ends
// with a mark that parts the title, or is nothing.
func startsPart(before string) bool {
	before = strings.TrimRight(before, " \"'[(")
	return before == "" || strings.HasSuffix(before, ":") || strings.HasSuffix(before, "-") || strings.HasSuffix(before, "–") ||
		strings.HasSuffix(before, "—") || strings.HasSuffix(before, "|") || strings.HasSuffix(before, ",")
}
