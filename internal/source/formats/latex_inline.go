package formats

import (
	"bytes"
	"strings"
	"unicode"

	"github.com/concordlint/concord/internal/source"
)

// linking reads the commands that lead elsewhere: links and notes.
func (w *latexWalker) linking(name string, from, end int) bool {
	switch name {
	case "href":
		w.drop(0, end)
		a, b, next, ok := w.argument(w.at, end)
		if !ok {
			return true
		}
		w.at = next
		if c, d, next, ok := w.argument(w.at, end); ok {
			w.at = next
			w.linked(c, d, latexAddress(w.src[a:b]))
		}
	case "hyperref", "hyperlink":
		a, b, next, ok := w.option(w.at, end)
		if name == "hyperlink" {
			a, b, next, ok = w.argument(w.at, end)
		}
		w.at = next
		if c, d, next, has := w.argument(w.at, end); has {
			w.at = next
			target := ""
			if ok {
				target = "#" + string(w.src[a:b])
			}
			w.linked(c, d, target)
		}
	case "url", "nolinkurl", "path":
		if a, b, next, ok := w.argument(w.at, end); ok {
			w.at = next
			w.put(latexAddress(w.src[a:b]), from, next)
		}
	case "footnote", "footnotetext", "thanks", "endnote", "sidenote", "marginnote", "marginpar":
		w.drop(0, end)
		if a, b, next, ok := w.argument(w.at, end); ok {
			w.at = next
			// A note before all text of its block would stand behind what
			// follows it in the file.
			first := w.open && w.b.table == source.None && len(bytes.TrimSpace(w.b.text[w.b.start:])) == 0
			if (!w.preamble || w.leaf > 0) && !first {
				w.footnotes = append(w.footnotes, source.Span{Start: a, End: b})
			}
			if w.leaf == 0 && !w.open {
				w.notes()
			}
		}
	default:
		return false
	}
	return true
}

// linked reads a link's label.
func (w *latexWalker) linked(from, to int, target string) {
	if w.preamble && w.leaf == 0 {
		return
	}
	w.begin()
	start := len(w.b.text)
	w.leaf++
	w.within(from, to)
	w.leaf--
	w.b.link(start, target)
}

// latexAddress is an address without the backslashes that LaTeX asks for.
func latexAddress(s []byte) string {
	return strings.TrimSpace(strings.NewReplacer(`\%`, "%", `\#`, "#", `\_`, "_", `\&`, "&", `\~{}`, "~", `\~`, "~", `\textasciitilde `, "~", `\textasciitilde{}`, "~", "\n", "").Replace(string(s)))
}

// inline reads the commands within a line that have a meaning of their own.
func (w *latexWalker) inline(name string, from, end int) bool {
	switch name {
	case "verb", "lstinline", "mintinline", "Verb":
		w.verb(name, from, end)
	case "enquote", "textquote":
		if a, b, next, ok := w.argument(w.at, end); ok {
			w.put("“", from, a)
			w.at = next
			w.within(a, b)
			w.put("”", b, next)
		}
	case "textsuperscript":
		w.superscript(end)
	case "multicolumn":
		a, b, next, ok := w.argument(w.at, end)
		if !ok {
			return true
		}
		w.at = next
		w.spanned = span(string(w.src[a:b]))
		w.drop(1, end)
	case "multirow", "multirowcell":
		w.drop(1, end)
		if w.at < end && w.src[w.at] == '*' || w.at < end && w.src[w.at] == '=' {
			w.at++
		} else if name == "multirow" {
			w.drop(1, end)
		}
		w.drop(0, end)
	case "cmidrule": // \cmidrule(lr){2-3}
		if n := bytes.IndexByte(w.src[w.at:min(end, w.at+10)], ')'); w.at < end && w.src[w.at] == '(' && n > 0 {
			w.at += n + 1
		}
		w.drop(1, end)
	case "newline", "linebreak", "tabularnewline", "and", "quad", "qquad", "hfill", "hfil":
		w.drop(0, end)
		switch {
		case name == "and":
			w.put("and", from, w.at)
		case strings.HasSuffix(name, "break"), strings.HasSuffix(name, "line"):
			w.put("\n", from, w.at)
		default:
			w.put(" ", from, w.at)
		}
	case "iffalse":
		if n := w.until(`\fi`, w.at, end); n >= 0 {
			w.at = n + len(`\fi`)
		}
	default:
		return false
	}
	return true
}

// superscript reads raised text: figures are an exponent or a note's mark.
func (w *latexWalker) superscript(end int) {
	a, b, next, ok := w.argument(w.at, end)
	if !ok {
		return
	}
	w.at = next
	if content := string(w.src[a:b]); strings.Trim(content, "0123456789") != "" {
		w.within(a, b)
	} else if w.open && w.b.takesExponent() {
		w.put(raised.Replace(content), a, b)
	}
}

// verb reads inline code.
func (w *latexWalker) verb(name string, from, end int) {
	w.drop(0, end)
	if name == "mintinline" {
		w.drop(1, end)
	}
	if w.at >= end {
		return
	}
	a, b, next, ok := w.argument(w.at, end)
	if w.src[w.at] != '{' || !ok {
		if w.src[w.at] >= 0x80 {
			return
		}
		line := w.src[w.at+1 : max(w.at+1, min(end, behindLine(w.src, w.at)))]
		n := bytes.IndexByte(line, w.src[w.at])
		if n < 0 {
			return
		}
		a, b, next = w.at+1, w.at+1+n, w.at+n+2
	}
	w.at = next
	w.literal(func() { w.copy(a, b) })
}

// literal marks what fn adds to the text as words that say nothing.
func (w *latexWalker) literal(fn func()) {
	if w.preamble && w.leaf == 0 {
		return
	}
	w.begin()
	start := len(w.b.text)
	fn()
	w.b.literal(start)
}

// literal marks the text of the open block from start on as inline code.
func (b *builder) literal(start int) {
	text := bytes.TrimRightFunc(b.text[start:], unicode.IsSpace)
	end := start + len(text)
	start = end - len(bytes.TrimLeftFunc(text, unicode.IsSpace))
	if start < end {
		b.doc.Literal = append(b.doc.Literal, source.Span{Start: start, End: end})
	}
}
