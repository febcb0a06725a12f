package formats

import (
	"strings"

	"github.com/concordlint/concord/internal/source"
)

// keyword reads a line of "#+": a block's beginning or end, a field of the
// document, a caption.
func (w *orgWalker) keyword(s string) {
	key, _, _ := strings.Cut(s[2:], " ")
	lower := strings.ToLower(key)
	if name, ok := strings.CutPrefix(lower, "begin_"); ok {
		w.block(name)
		return
	}
	w.paragraph()
	l := w.lines[w.i]
	w.i++
	if lower == "end_quote" && w.quotes > 0 {
		w.leave(-1)
		w.quotes--
		w.b.closeQuote()
		return
	}
	name, ok := strings.CutSuffix(lower, ":")
	if !ok {
		return
	}
	value := strings.TrimSpace(s[2+len(key):])
	from := l.end - len(value)
	switch {
	case value == "":
	case name == "caption":
		w.captioned = source.Span{Start: from, End: l.end}
	case name == "todo" || name == "seq_todo" || name == "typ_todo":
		for _, word := range strings.Fields(strings.ReplaceAll(value, "|", " ")) {
			word, _, _ = strings.Cut(word, "(")
			w.states[word] = true
		}
	case name == "title" || name == "subtitle" || name == "date" || name == "author" || name == "email" || name == "description" || name == "keywords":
		w.leave(-1)
		w.b.separate()
		start := len(w.b.text)
		w.b.copy(from, l.end)
		w.b.doc.Fields = append(w.b.doc.Fields, source.Field{Name: name, Span: source.Span{Start: start, End: len(w.b.text)}})
		if w.b.doc.Meta[name] == "" {
			w.b.doc.Meta[name] = value
		}
	}
}

// block reads a block between "#+begin_name" and "#+end_name". What is neither
// code nor left out is text like any other.
func (w *orgWalker) block(name string) {
	w.paragraph()
	switch name {
	case "src", "example", "comment", "export", "html", "latex":
		end := w.find("#+end_" + name)
		if end < 0 {
			w.i++
			return
		}
		if l := w.lines[w.i]; !w.within(l.indent) {
			w.leave(l.indent)
		}
		if name == "src" || name == "example" {
			w.code(w.i+1, end)
		}
		w.i = end + 1
	case "quote":
		w.leave(-1)
		if w.quotes < maxDepth && w.find("#+end_quote") >= 0 {
			w.quotes++
			w.b.openQuote()
		}
		w.i++
	default:
		w.i++
	}
}

// listItem reads a list's line, and reports whether it is one.
func (w *orgWalker) listItem(l orgLine, s string) bool {
	marker, n := orgBullet(s, l.indent)
	if n == 0 {
		return false
	}
	w.paragraph()
	w.blank = 0
	w.leave(l.indent + 1)
	numbered := marker[0] >= '0' && marker[0] <= '9'
	text := strings.TrimLeft(s[n:], " \t")
	number := 0
	if numbered {
		number, _ = intAt(marker, 0)
	}
	if rest, ok := strings.CutPrefix(text, "[@"); ok {
		if v, k := intAt(rest, 0); k > 0 && k < 9 && strings.HasPrefix(rest[k:], "]") && numbered {
			number = v
			marker = rest[:k] + marker[len(marker)-1:]
			text = strings.TrimLeft(rest[k+1:], " \t")
		}
	}
	for _, box := range [...]string{"[ ] ", "[X] ", "[x] ", "[-] "} {
		text = strings.TrimPrefix(text, box)
	}
	at := strings.Index(text+" ", " :: ")
	definition := at > 0 && !numbered
	w.openItem(l, marker, definition, number)
	w.i++
	from := l.end - len(text)
	if definition {
		w.b.top().titled = true
		w.b.begin()
		w.inline([]source.Span{{Start: from, End: from + at}})
		w.b.end(source.Term, 0)
		from = min(l.end, from+at+len(" :: "))
		w.footnotes()
	}
	if from < l.end {
		w.pieces = append(w.pieces, source.Span{Start: from, End: l.end})
	}
	return true
}

// openItem opens an item, and its list if it begins one.
func (w *orgWalker) openItem(l orgLine, marker string, definition bool, number int) {
	kind := source.Bulleted
	switch {
	case definition:
		kind = source.Definition
	case number > 0:
		kind = source.Numbered
	}
	n := len(w.lists)
	if n == 0 || w.lists[n-1].indent < l.indent {
		if n >= maxDepth {
			w.b.note("too-deep", "lists are nested too deep; what lies deeper is read as one level")
		} else {
			w.b.openList(kind)
			w.lists = append(w.lists, orgList{indent: l.indent, numbered: kind == source.Numbered})
			if kind == source.Numbered {
				w.b.resume(number, '.')
			}
		}
	}
	w.lists[len(w.lists)-1].next = number + 1
	if definition {
		marker = ""
	}
	w.b.item(marker, l.start, l.end)
}

// orgBullet is the mark at the start of a list's line and how long it is.
func orgBullet(s string, indent int) (string, int) {
	n := 0
	switch c := s[0]; {
	case c == '-' || c == '+' || c == '*' && indent > 0:
		n = 1
	case c >= '0' && c <= '9':
		_, k := intAt(s, 0)
		if k > 4 || k >= len(s) || s[k] != '.' && s[k] != ')' {
			return "", 0
		}
		n = k + 1
	}
	if n == 0 || n < len(s) && s[n] != ' ' && s[n] != '\t' || n == len(s) && s[0] >= '0' {
		return "", 0
	}
	return s[:n], n
}
