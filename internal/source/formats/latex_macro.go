package formats

import "github.com/concordlint/concord/internal/source"

const (
	// maxMacro is how many bytes a macro's definition, and what it makes, may
	// have; maxNested how deep macros may name each other.
	maxMacro  = 200
	maxNested = 4
)

// latexMacro is a command that the file defines to stand for a text.
type latexMacro struct {
	body []byte
	// text is what it makes, once that is known; none is true when it cannot
	// be told.
	text       string
	made, none bool
}

// define keeps a command without parameters.
func (w *latexWalker) define(name string, from, to int) {
	if to-from > maxMacro || name == "" || latexMeans(name) {
		return
	}
	if w.macros == nil {
		w.macros = map[string]*latexMacro{}
	}
	w.macros[name] = &latexMacro{body: append([]byte(nil), w.src[from:to]...)}
}

// latexMeans reports whether a name is one of those that this reader knows.
func latexMeans(name string) bool {
	_, ok := latexSymbol(name)
	return ok || latexArguments(name) > 0
}

// expand puts a command's text in its place, if the file has defined it.
func (w *latexWalker) expand(name string, from, end int) bool {
	m := w.macros[name]
	if m == nil || !w.make(m) || len(m.text) > w.allowance {
		return false
	}
	w.allowance -= len(m.text)
	at := w.at
	w.put(m.text, from, at)
	w.swallow(end)
	return true
}

// make finds the text of a macro, and reports whether it is one.
func (w *latexWalker) make(m *latexMacro) bool {
	if !m.made {
		m.made, m.none = true, true // not to be asked for while it is made
		if w.depth < maxNested {
			sub := &latexWalker{b: newBuilder(&source.Document{}, m.body), src: m.body, group: pairBraces(m.body),
				macros: w.macros, depth: w.depth + 1, leaf: 1, allowance: maxMacro, captioned: source.None, open: true}
			sub.b.begin()
			sub.run(len(m.body))
			m.text = string(sub.b.text)
			m.none = len(sub.footnotes) > 0 || len(m.text) > maxMacro || len(sub.b.doc.Literal) > 0
		}
	}
	return !m.none
}
