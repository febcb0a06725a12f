package formats

import (
	"strings"

	"github.com/concordlint/concord/internal/source"
)

// command reads the command at the walker's place.
func (w *latexWalker) command(end int) {
	from := w.at
	name, at := w.name(from, end)
	w.at = at
	if name == "" {
		return
	}
	if !isLetter(name[0]) {
		w.sign(name, from, end)
		return
	}
	if at < end && w.src[at] == '*' {
		w.at++
	}
	if w.structure(name, from, end) || w.definition(name, end) || w.linking(name, from, end) ||
		w.inline(name, from, end) || w.measure(name, from, end) {
		return
	}
	if s, ok := latexSymbol(name); ok {
		w.put(s, from, at)
		w.swallow(end)
		return
	}
	if len(name) == 1 && w.accent(name[0], from, end) {
		return
	}
	if w.expand(name, from, end) {
		return
	}
	w.reference(name, from, end)
	w.drop(latexArguments(name), end)
	w.swallow(end)
}

// referring reports whether references leave their labels in the text.
func (w *latexWalker) referring() bool {
	return !w.preamble && (w.list() != nil || w.b.table != source.None)
}

// reference puts the label of a reference or citation into items and cells,
// where those that differ in nothing else would read alike.
func (w *latexWalker) reference(name string, from, end int) {
	if !w.referring() || !strings.Contains(name, "ref") && !strings.Contains(strings.ToLower(name), "cite") {
		return
	}
	at := w.at
	w.drop(0, end)
	if a, b, next, ok := w.argument(w.at, end); ok && b-a < maxOption && latexArguments(name) == 1 {
		w.literal(func() { w.put(oneWord(string(w.src[a:b])), from, next) })
	}
	w.at = at
}

// swallow skips the blanks behind a command that has no argument.
func (w *latexWalker) swallow(end int) {
	if w.at > 0 && !isLetter(w.src[w.at-1]) {
		return
	}
	if w.at+1 < end && w.src[w.at] == '{' && w.src[w.at+1] == '}' {
		w.at += 2
		return
	}
	for w.at < end && (w.src[w.at] == ' ' || w.src[w.at] == '\t') {
		w.at++
	}
}

// drop leaves out the arguments that are no text: as many in braces as n, and
// those in brackets before and between them. With none only those in brackets
// are left out.
func (w *latexWalker) drop(n, end int) {
	for {
		if _, _, next, ok := w.option(w.at, end); ok {
			w.at = next
			continue
		}
		if n <= 0 {
			return
		}
		_, _, next, ok := w.argument(w.at, end)
		if !ok {
			return
		}
		w.at = next
		n--
	}
}

// latexArguments is how many arguments in braces a command has that are no
// text.
func latexArguments(name string) int {
	switch name {
	case "label", "ref", "eqref", "pageref", "autoref", "nameref", "cref", "Cref", "vref", "labelcref", "subref", "fref", "Fref",
		"cite", "citep", "citealp", "citealt", "parencite", "footcite", "autocite", "autocites", "smartcite", "supercite", "fullcite", "footfullcite", "nocite", "citenum", "cites", "onlinecite",
		"citeauthor", "citet", "Citet", "textcite", "citeyear", "citeyearpar", "citetitle", "Cite", "Citep", "shortcite",
		"index", "glsadd", "vspace", "hspace", "vskip", "hskip", "includegraphics", "includesvg", "includepdf", "bibliography", "bibliographystyle",
		"usepackage", "RequirePackage", "documentclass", "pagestyle", "thispagestyle", "pagenumbering", "hypersetup", "graphicspath", "phantom", "hphantom", "vphantom",
		"lstset", "tikzset", "usetikzlibrary", "color", "pdfbookmark", "addbibresource", "lstinputlisting", "enlargethispage", "theoremstyle",
		"selectlanguage", "geometry", "captionsetup", "sisetup", "setlist", "usetheme", "usecolortheme", "usefonttheme", "useinnertheme", "useoutertheme", "setbeamertemplate",
		"stepcounter", "refstepcounter", "value", "arabic", "roman", "alph", "bibitem", "hyphenation", "includeonly", "cline", "cmidrule", "rowcolor", "columncolor", "cellcolor", "arraystretch",
		"fancyhf", "fancyhead", "fancyfoot", "lhead", "chead", "rhead", "lfoot", "cfoot", "rfoot", "logo", "titlegraphic", "foreignlanguage", "textcolor", "colorbox", "hypertarget", "raisebox", "parbox", "linespread", "urlstyle", "markright", "DeclareGraphicsExtensions", "setmainfont", "setsansfont", "setmonofont", "PassOptionsToPackage":
		return 1
	case "setlength", "addtolength", "setcounter", "addtocounter", "rule", "fontsize", "markboth", "newtheorem", "definecolor", "fcolorbox", "scalebox", "resizebox", "numberwithin", "newcolumntype", "settowidth", "setbeamercolor", "setbeamerfont", "PassOptionsToClass", "titlespacing":
		return 2
	case "addcontentsline":
		return 3
	case "titleformat":
		return 5
	case "indexsee":
		return 2
	}
	if strings.HasPrefix(name, "index") || strings.HasPrefix(name, "cite") || strings.HasSuffix(name, "cite") {
		return 1 // those that packages and authors add to the above
	}
	return 0
}

// structure reads headings, environments, items and what a document says of
// itself.
func (w *latexWalker) structure(name string, from, end int) bool {
	if level := w.headingLevel(name); level > 0 {
		w.drop(0, end)
		if a, b, next, ok := w.argument(w.at, end); ok {
			w.at = next
			w.heading(a, b, level)
		}
		return true
	}
	switch name {
	case "begin":
		w.beginEnv(from, end)
	case "end":
		w.endEnv(end)
	case "setcounter":
		w.setCounter(end)
	case "item":
		w.item(from, end)
	case "bibitem":
		w.paragraph()
		w.drop(1, end)
	case "par", "newpage", "clearpage", "cleardoublepage", "pagebreak", "maketitle", "bigskip", "medskip", "smallskip":
		w.paragraph()
		w.drop(0, end)
		w.swallow(end)
	case "title", "subtitle", "author", "date":
		w.drop(0, end)
		a, b, next, ok := w.argument(w.at, end)
		if !ok {
			return true
		}
		w.at = next
		w.titled(name, a, b)
	case "caption", "captionof":
		w.caption(name, end)
	case "input", "include", "subfile", "import", "subimport":
		w.input(name, end)
	default:
		return false
	}
	return true
}

// headingLevel is the level of the heading that a command makes, 0 for other
// commands.
func (w *latexWalker) headingLevel(name string) int {
	switch name {
	case "part", "addpart":
		return w.part
	case "chapter", "addchap":
		return w.chapter
	case "section", "addsec", "frametitle":
		return w.section
	case "subsection", "framesubtitle":
		return w.section + 1
	case "subsubsection":
		return w.section + 2
	case "paragraph", "minisec":
		return w.section + 3
	case "subparagraph":
		return w.section + 4
	}
	return 0
}

// titled reads the title, which is a heading, or another of the document's
// fields.
func (w *latexWalker) titled(name string, from, to int) {
	if name != "title" || w.leaf > 0 || w.depth > 0 {
		w.field(name, from, to)
		return
	}
	w.paragraph()
	if i := w.block(from, to, source.Heading, 1); i != source.None {
		w.b.doc.Meta["title"] = strings.Join(strings.Fields(string(w.b.text[w.b.doc.Blocks[i].Span.Start:w.b.doc.Blocks[i].Span.End])), " ")
	}
	w.notes()
}

// input tells of a file that belongs here and is not read here.
func (w *latexWalker) input(name string, end int) {
	n := 1
	if name == "import" || name == "subimport" {
		n = 2
	}
	at := w.at
	w.drop(n, end)
	if w.at > at && !w.preamble {
		w.paragraph()
		w.b.note("unparsed", `what \`+name+` names is not read as a part of this file`)
	}
}

// definition reads what defines commands, and keeps the plain texts.
func (w *latexWalker) definition(name string, end int) bool {
	switch name {
	case "newcommand", "renewcommand", "providecommand", "DeclareRobustCommand", "DeclareMathOperator", "def", "gdef", "edef", "xdef", "newenvironment", "renewenvironment", "let", "NewDocumentCommand":
	default:
		return false
	}
	if w.at < end && w.src[w.at] == '*' {
		w.at++
	}
	if name == "let" {
		for w.at < end && w.src[w.at] != '\n' {
			w.at++
		}
		return true
	}
	defined, parameters := "", false
	if k := w.blanks(w.at, end); k < end && w.src[k] == '\\' {
		defined, w.at = w.name(k, end)
	} else if a, b, next, ok := w.argument(w.at, end); ok {
		defined, w.at = strings.TrimPrefix(strings.TrimSpace(string(w.src[a:b])), `\`), next
	} else {
		return true
	}
	for w.at < end && (w.src[w.at] == '#' || w.src[w.at] >= '0' && w.src[w.at] <= '9') {
		w.at, parameters = w.at+1, true
	}
	if _, _, _, ok := w.option(w.at, end); ok {
		parameters = true
	}
	w.drop(0, end)
	from, to, next, ok := w.argument(w.at, end)
	if !ok {
		return true
	}
	w.at = next
	switch {
	case strings.HasSuffix(name, "environment"), name == "NewDocumentCommand":
		w.drop(1, end)
	case w.labelled(defined, string(w.src[from:to])):
	case !parameters:
		w.define(defined, from, to)
	}
	return true
}
