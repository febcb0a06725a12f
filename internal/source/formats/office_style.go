package formats

import (
	"fmt"
	"maps"
	"slices"
	"strconv"
	"strings"

	"github.com/concordlint/concord/internal/source"
)

// officeStyle is a style of paragraphs or letters. A field that it does not tell
// is that of the style that it is based on.
type officeStyle struct {
	name, based string
	// level is a heading's level, 0 for none, -1 where the style does not tell.
	level int
	// num and numLevel name the list; numLevel is -1 where it is not told.
	num      string
	numLevel int
	indent   int // -1 where it is not told
	// hidden, raised and struck are 1 or 0, -1 where they are not told.
	hidden, raised, struck int
	// kind is what its name says that it is for.
	kind     styleKind
	resolved bool
}

type styleKind uint8

const (
	styleOther styleKind = iota
	styleQuote
	styleCode
	styleContents
)

func newOfficeStyle() *officeStyle {
	return &officeStyle{level: -1, numLevel: -1, indent: -1, hidden: -1, raised: -1, struck: -1}
}

// kindOf tells by a style's name what it is for. Word keeps the English names
// of its own styles in all languages.
func kindOf(name string) (kind styleKind, level int) {
	name = strings.ToLower(strings.Join(strings.Fields(strings.ReplaceAll(strings.ReplaceAll(name, "_20_", " "), "_", " ")), " "))
	switch name {
	case "title":
		return styleOther, 1
	case "quote", "intense quote", "block text", "quotations", "quotation", "block quotation", "block quote", "blockquote":
		return styleQuote, -1
	case "source code", "html preformatted", "preformatted text", "code", "code block", "macro", "macro text", "verbatim",
		"verbatim char", "html code", "source text", "code char", "html sample", "html typewriter", "html keyboard", "html variable", "teletype", "user entry", "example":
		return styleCode, -1
	case "toc heading", "table of figures", "table of authorities", "toa heading", "contents heading", "index heading", "user index heading":
		return styleContents, -1
	}
	for _, prefix := range []string{"toc ", "index ", "contents ", "user index "} {
		if n, found := strings.CutPrefix(name, prefix); found && isNumber(n) {
			return styleContents, -1
		}
	}
	if n, found := strings.CutPrefix(name, "heading "); found && isNumber(n) && len(n) < 3 {
		if level, _ := strconv.Atoi(n); level > 0 {
			return styleOther, level
		}
	}
	return styleOther, -1
}

// inherit takes over from base what the style does not tell.
func (s *officeStyle) inherit(base *officeStyle) {
	for _, f := range []struct{ to, from *int }{
		{&s.level, &base.level}, {&s.numLevel, &base.numLevel}, {&s.indent, &base.indent},
		{&s.hidden, &base.hidden}, {&s.raised, &base.raised}, {&s.struck, &base.struck},
	} {
		if *f.to < 0 {
			*f.to = *f.from
		}
	}
	if s.num == "" {
		s.num = base.num
	}
	if s.kind == styleOther {
		s.kind = base.kind
	}
}

// maxBased is how many styles may be based on one another.
const maxBased = 30

// resolveStyles takes over what styles have from those that they are based on.
func resolveStyles(styles map[string]*officeStyle) {
	for _, key := range slices.Sorted(maps.Keys(styles)) { // hostile ones go in circles
		styles[key].resolve(styles, 0)
	}
}

func (s *officeStyle) resolve(styles map[string]*officeStyle, depth int) {
	if s.resolved || depth > maxBased {
		return
	}
	s.resolved = true // before its base: they may be based on each other
	base := styles[s.based]
	if base == nil {
		return
	}
	base.resolve(styles, depth+1)
	s.inherit(base)
}

// addLiteral adds a stretch of letters in a style for code.
func addLiteral(all []source.Span, from, to int) []source.Span {
	if n := len(all); n > 0 && all[n-1].End == from {
		all[n-1].End = to
		return all
	}
	return append(all, source.Span{Start: from, End: to})
}

// officeLetters is a paragraph while its letters are read.
type officeLetters struct {
	officePara
	// power gathers letters in superscript.
	power []byte
	// hiding and striking tell that the letters before were left out.
	hiding, striking bool
}

// officeLeft counts what is left out of a text.
type officeLeft struct{ hidden, struck, deleted int }

// letterFormat is how letters are shown.
type letterFormat struct{ hidden, raised, struck, code bool }

// put adds letters, unless they are not shown.
func (p *officeLetters) put(text []byte, as letterFormat, left *officeLeft) {
	if as.hidden || as.struck {
		if as.hidden && !p.hiding {
			left.hidden++
		}
		if as.struck && !as.hidden && !p.striking {
			left.struck++
		}
		p.hiding, p.striking = as.hidden, as.struck
		return
	}
	p.hiding, p.striking = false, false
	if as.raised {
		p.power = append(p.power, text...)
		return
	}
	p.raised()
	from := len(p.text)
	p.write(text)
	if as.code {
		p.code = addLiteral(p.code, from, len(p.text))
	}
}

// raised writes the letters in superscript that have been gathered.
func (p *officeLetters) raised() {
	if len(p.power) > 0 {
		p.raise(p.power)
		p.power = p.power[:0]
	}
}

// link adds a link whose label begins at from.
func (p *officeLetters) link(from int, target string) {
	p.raised()
	if target != "" && from < len(p.text) {
		p.links = append(p.links, officeLink{from, len(p.text), target})
	}
}

// formatOf is how letters are shown in a style and, for what it does not tell,
// those around it.
func formatOf(styles ...*officeStyle) letterFormat {
	tell := func(field func(s *officeStyle) int) bool {
		for _, s := range styles {
			if s != nil && field(s) >= 0 {
				return field(s) == 1
			}
		}
		return false
	}
	return letterFormat{
		hidden: tell(func(s *officeStyle) int { return s.hidden }),
		raised: tell(func(s *officeStyle) int { return s.raised }),
		struck: tell(func(s *officeStyle) int { return s.struck }),
	}
}

// notes tells what was left out.
func (l *officeLeft) notes(note func(kind, message string)) {
	for _, c := range []struct {
		n    int
		what string
	}{
		{l.deleted, "tracked changes are taken as accepted: %d deleted stretches of text are left out"},
		{l.hidden, "%d stretches of hidden text are left out"},
		{l.struck, "%d stretches of text that are struck through are left out"},
	} {
		if c.n > 0 {
			note("hidden", fmt.Sprintf(c.what, c.n))
		}
	}
}
