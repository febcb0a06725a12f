package formats

import (
	"strconv"
	"strings"

	"github.com/concordlint/concord/internal/source"
)

// latexList is an open list.
type latexList struct {
	kind  envKind
	depth int
	// number is the last item's; label is how it is shown: what stands before
	// it, its style, what stands behind.
	number int
	label  latexLabel
	begun  bool
}

// latexLabel is the form of a number: "(a)" is "(", 'a', ")".
type latexLabel struct {
	before, behind string
	style          byte // 1, a, A, i or I
}

// openList opens a list and reads its options.
func (w *latexWalker) openList(kind envKind, from, end int) *latexList {
	l := &latexList{kind: kind}
	for _, e := range w.envs {
		if e.list != nil && e.kind == kind {
			l.depth++
		}
	}
	switch kind {
	case termsEnv:
		w.b.openList(source.Definition)
	case itemsEnv:
		w.b.openList(source.Bulleted)
	default:
		w.b.openList(source.Numbered)
	}
	l.label = [...]latexLabel{{"", ".", '1'}, {"(", ")", 'a'}, {"", ".", 'i'}, {"", ".", 'A'}}[min(l.depth, 3)]
	if a, b, next, ok := w.option(w.at, end); ok {
		w.at = next
		w.listOptions(l, string(w.src[a:b]))
	}
	if kind == termsEnv {
		return l
	}
	if a, _, next, ok := w.argument(w.at, end); ok && a == w.at+1 {
		w.at = next // "\begin{enumerate}{…}" of some classes
	}
	return l
}

// listOptions reads "start=3, label=(\alph*)" and the short form "(a)".
func (w *latexWalker) listOptions(l *latexList, options string) {
	if !strings.ContainsAny(options, "=,") && !strings.Contains(options, "resume") {
		if at := strings.IndexAny(options, "1aAiI"); at >= 0 && !strings.ContainsAny(options[:at], "bcdefghjklmnopqrstuvwxyz") {
			l.label = latexLabel{plainLabel(options[:at]), plainLabel(options[at+1:]), options[at]}
		}
	}
	for _, o := range strings.Split(options, ",") {
		key, value, _ := strings.Cut(o, "=")
		value = strings.TrimSpace(value)
		switch strings.TrimSpace(key) {
		case "start":
			if n, err := strconv.Atoi(strings.Trim(value, "{} ")); err == nil {
				l.number = n - 1
			}
		case "resume", "resume*":
			l.number = w.counted[min(l.depth, maxDepth)]
		case "label":
			if label, ok := latexLabelOf(value); ok {
				l.label = label
			}
		}
	}
}

// latexLabelOf reads `(\alph*)`.
func latexLabelOf(s string) (latexLabel, bool) {
	for _, style := range [...]struct {
		name string
		sign byte
	}{{`\arabic`, '1'}, {`\alph`, 'a'}, {`\Alph`, 'A'}, {`\roman`, 'i'}, {`\Roman`, 'I'}} {
		at := strings.LastIndex(s, style.name)
		if at < 0 {
			continue
		}
		rest := s[at+len(style.name):]
		if strings.HasPrefix(rest, "*") {
			rest = rest[1:]
		} else if end := strings.IndexByte(rest, '}'); strings.HasPrefix(rest, "{") && end > 0 {
			rest = rest[end+1:]
		}
		return latexLabel{plainLabel(s[:at]), plainLabel(rest), style.sign}, true
	}
	return latexLabel{}, false
}

// plainLabel is a label's text without commands.
func plainLabel(s string) string {
	var out strings.Builder
	for i := 0; i < len(s); i++ {
		switch c := s[i]; {
		case c == '\\':
			for i+1 < len(s) && isLetter(s[i+1]) {
				i++
			}
		case c == '{', c == '}', c == ' ', c == '*', c == '~':
		default:
			out.WriteByte(c)
		}
	}
	return out.String()
}

// labelled reads the definition of a list's label, as in
// \def\labelenumi{\arabic{enumi}.}, and reports whether it is one.
func (w *latexWalker) labelled(name, body string) bool {
	if !strings.HasPrefix(name, "labelenum") {
		return false
	}
	label, ok := latexLabelOf(body)
	if l := w.list(); ok && l != nil && l.kind == numbersEnv && !l.begun {
		l.label = label
	}
	return true
}

// list is the innermost open list, nil outside of lists.
func (w *latexWalker) list() *latexList {
	for i := len(w.envs) - 1; i >= 0; i-- {
		if w.envs[i].list != nil {
			return w.envs[i].list
		}
	}
	return nil
}

// setCounter reads \setcounter{enumi}{4} in a list.
func (w *latexWalker) setCounter(end int) {
	a, b, next, ok := w.argument(w.at, end)
	if !ok {
		return
	}
	c, d, next, ok := w.argument(next, end)
	if !ok {
		return
	}
	w.at = next
	n, err := strconv.Atoi(strings.TrimSpace(string(w.src[c:d])))
	if l := w.list(); err == nil && l != nil && l.kind == numbersEnv && strings.HasPrefix(string(w.src[a:b]), "enum") {
		l.number = n
	}
}

// item begins an item of the innermost list.
func (w *latexWalker) item(from, end int) {
	w.paragraph()
	a, b, next, labelled := w.option(w.blanks(w.at, end), end)
	if labelled {
		w.at = next
	}
	l := w.list()
	if w.leaf > 0 || l == nil || !w.b.top().isList && !w.b.top().isItem {
		if labelled {
			w.within(a, b)
			w.put(" ", b, b+1)
		}
		return
	}
	if l.kind == termsEnv {
		w.b.item("", from, w.at)
		w.b.top().titled = true
		if labelled {
			w.block(a, b, source.Term, 0)
		}
		l.begun = true
		return
	}
	marker := "-"
	if l.kind == numbersEnv && !labelled {
		l.number++
		marker = l.label.marker(l.number)
	}
	if !l.begun && l.kind == numbersEnv && l.label.style == '1' {
		w.b.resume(l.number, '.')
	}
	l.begun = true
	text := ""
	if labelled {
		text = plainLabel(string(w.src[a:b]))
		if short := text != "" && len(text) <= 8; short {
			marker = text
		}
	}
	w.b.item(marker, from, w.at)
	if labelled && len(text) > 8 {
		w.leaf++
		w.within(a, b)
		w.leaf--
		w.put(" ", b, b+1)
	}
}

// marker is a number as the list shows it.
func (f latexLabel) marker(n int) string {
	s := strconv.Itoa(n)
	switch {
	case n <= 0:
	case f.style == 'a' || f.style == 'A':
		s = letters(n, f.style)
	case f.style == 'i' && n < 4000:
		s = strings.ToLower(roman(n))
	case f.style == 'I' && n < 4000:
		s = roman(n)
	}
	return f.before + s + f.behind
}

// closeList closes a list.
func (w *latexWalker) closeList(l *latexList) {
	next := 0
	if l.kind == numbersEnv {
		w.counted[min(l.depth, maxDepth)] = l.number
		if l.label.style == '1' && l.begun {
			next = l.number + 1
		}
	}
	w.b.closeList(next, '.')
}
