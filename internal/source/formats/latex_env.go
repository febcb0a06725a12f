package formats

import (
	"bytes"
	"strings"

	"github.com/concordlint/concord/internal/source"
)

// latexEnv is an open environment.
type latexEnv struct {
	name string
	kind envKind
	list *latexList
}

// envKind is what an environment does with what it holds.
type envKind uint8

const (
	plainEnv envKind = iota
	itemsEnv
	numbersEnv
	termsEnv
	quoteEnv
	tableEnv
	mathEnv
	verbatimEnv
	hiddenEnv
	floatEnv
	frameEnv
)

// latexKind is the kind of the environment of a name.
func latexKind(name string) envKind {
	name = strings.TrimSuffix(name, "*")
	switch name {
	case "itemize", "compactitem", "inparaitem", "itemize1":
		return itemsEnv
	case "enumerate", "compactenum", "inparaenum", "enumerate1":
		return numbersEnv
	case "description", "compactdesc", "labeling":
		return termsEnv
	case "quote", "quotation", "displayquote", "verse", "blockquote":
		return quoteEnv
	case "tabular", "tabularx", "tabulary", "longtable", "tabu", "longtabu", "xltabular", "supertabular", "xtabular", "mpxtabular", "tblr", "longtblr", "NiceTabular", "ltablex":
		return tableEnv
	case "equation", "align", "gather", "multline", "eqnarray", "displaymath", "math", "alignat", "flalign", "dmath", "IEEEeqnarray", "array", "subequations":
		return mathEnv
	case "verbatim", "Verbatim", "lstlisting", "minted", "alltt", "BVerbatim", "LVerbatim", "codeblock", "Highlighting", "luacode":
		return verbatimEnv
	case "comment", "tikzpicture", "pgfpicture", "filecontents", "picture", "forest", "axis", "tikzcd", "pspicture", "asy", "algorithmic":
		return hiddenEnv
	case "table", "figure", "wraptable", "wrapfigure", "sidewaystable", "sidewaysfigure", "threeparttable", "SCfigure", "SCtable", "margintable", "marginfigure":
		return floatEnv
	case "frame":
		return frameEnv
	}
	return plainEnv
}

// beginEnv reads "\begin{name}" and what stands with it.
func (w *latexWalker) beginEnv(from, end int) {
	a, b, next, ok := w.argument(w.at, end)
	if !ok {
		return
	}
	w.at = next
	name := strings.TrimSpace(string(w.src[a:b]))
	kind := latexKind(name)
	switch {
	case kind == verbatimEnv, kind == hiddenEnv:
		w.verbatim(name, kind, end)
		return
	case kind == mathEnv:
		if n := w.until(`\end{`+name+"}", w.at, end); n >= 0 {
			w.display(w.at, n, n+len(`\end{}`)+len(name))
		}
		return
	case w.leaf > 0:
		w.put(" ", from, next)
		w.envArguments(name, end)
		return
	case kind == tableEnv:
		w.table(name, end)
		return
	case len(w.envs) >= maxDepth:
		w.b.note("too-deep", "environments are nested too deep; what lies deeper is read as one level")
		return
	}
	w.paragraph()
	e := latexEnv{name: name, kind: kind}
	switch kind {
	case itemsEnv, numbersEnv, termsEnv:
		e.list = w.openList(kind, from, end)
	case quoteEnv:
		w.envArguments(name, end)
		w.b.openQuote()
	case frameEnv:
		w.drop(0, end)
		if a, b, next, ok := w.argument(w.at, end); ok && next < behindLine(w.src, w.at) {
			w.at = next
			w.heading(a, b, w.section)
		}
	default:
		w.envArguments(name, end)
	}
	w.envs = append(w.envs, e)
}

// envArguments leaves out the arguments of an environment that are measures
// and options.
func (w *latexWalker) envArguments(name string, end int) {
	if _, _, next, ok := w.option(w.at, end); ok {
		w.at = next
	}
	n := 0
	switch strings.TrimSuffix(name, "*") {
	case "minipage", "multicols", "column", "adjustbox", "subfigure", "subtable", "thebibliography", "spacing", "adjustwidth", "otherlanguage", "textblock", "savenotes", "list", "tabular", "tabulary", "longtable", "resizebox", "paracol", "wraptable", "wrapfigure", "parcolumns", "CSLReferences", "savequote":
		n = 1
	}
	switch name {
	case "tabularx", "tabular*", "wraptable", "wrapfigure", "CSLReferences", "adjustwidth", "list":
		n = 2
	}
	w.drop(n, end)
}

// endEnv reads "\end{name}": it closes the environment with what is open in
// it.
func (w *latexWalker) endEnv(end int) {
	a, b, next, ok := w.argument(w.at, end)
	if !ok {
		return
	}
	at := w.at
	w.at = next
	name := strings.TrimSpace(string(w.src[a:b]))
	if w.leaf > 0 {
		w.put(" ", at, next)
		return
	}
	if name == "document" {
		w.paragraph()
		w.at = len(w.src)
		return
	}
	for i := len(w.envs) - 1; i >= 0; i-- {
		if w.envs[i].name == name {
			w.closeTo(i)
			return
		}
	}
	w.paragraph()
}

// closeTo closes the environments from the innermost to number n.
func (w *latexWalker) closeTo(n int) {
	w.paragraph()
	for len(w.envs) > n {
		e := w.envs[len(w.envs)-1]
		w.envs = w.envs[:len(w.envs)-1]
		switch {
		case e.list != nil:
			w.closeList(e.list)
		case e.kind == quoteEnv:
			w.b.closeQuote()
		case e.kind == floatEnv:
			w.captioned = source.None
		}
	}
}

// verbatim reads an environment in which signs stand for themselves, or
// leaves one out.
func (w *latexWalker) verbatim(name string, kind envKind, end int) {
	from := w.at
	n := w.until(`\end{`+name+"}", from, end)
	if n < 0 {
		return
	}
	w.at = n + len(`\end{}`) + len(name)
	if kind == hiddenEnv || w.leaf > 0 || w.preamble {
		return
	}
	to := n
	for range 3 { // options, the language
		if _, _, next, ok := w.option(from, to); ok {
			from = next
		} else if n := bytes.IndexByte(w.src[from:to], '}'); n > 0 && name == "minted" && w.src[from] == '{' {
			from += n + 1
		}
	}
	next := w.at
	w.paragraph()
	w.b.begin()
	w.b.copy(from, to)
	w.b.end(source.Code, 0)
	w.at = next
}

// caption reads a table's or figure's caption.
func (w *latexWalker) caption(name string, end int) {
	if name == "captionof" {
		w.drop(1, end)
	} else {
		w.drop(0, end)
	}
	a, b, next, ok := w.argument(w.at, end)
	if !ok {
		return
	}
	w.at = next
	if w.leaf > 0 || w.b.table != source.None {
		return // a table's own, which is read before its rows
	}
	w.paragraph()
	before := len(w.b.doc.Blocks) - 1
	intro := w.b.top().intro
	i := w.block(a, b, source.Paragraph, 0)
	if t := len(w.b.doc.Tables) - 1; i != source.None && w.inFloat() {
		if before >= 0 && w.b.doc.Blocks[before].Kind == source.Cell && t >= 0 && w.b.doc.Tables[t].Caption == source.None {
			w.b.doc.Tables[t].Caption = i
			w.b.interrupt()
		} else {
			w.captioned, w.introduced = i, intro
		}
	}
	w.notes()
}

// inFloat reports whether a table or figure is open around the walker.
func (w *latexWalker) inFloat() bool {
	for _, e := range w.envs {
		if e.kind == floatEnv && strings.Contains(e.name, "table") {
			return true
		}
	}
	return false
}
