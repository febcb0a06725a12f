package extract

import (
	"path"
	"slices"
	"strconv"
	"strings"

	"github.com/concordlint/concord/internal/fact"
	"github.com/concordlint/concord/internal/lexicon"
	"github.com/concordlint/concord/internal/quantity"
	"github.com/concordlint/concord/internal/source"
	"github.com/concordlint/concord/internal/token"
)

// sectioner reads what a document says of its own chapters and sections.
type sectioner struct {
	x *extractor
	// labels are the headings that name themselves by sort and number, by
	// block; nil until asked for.
	labels map[int]fact.Reference
	// title is the heading of the whole document, None where there is none.
	title int
	// read is how many sentences have been looked into.
	read int
}

// findSections makes facts of sentences that count chapters, sections and
// appendices, and of a document that is one of them.
func (x *extractor) findSections() {
	s := &sectioner{x: x}
	s.ownFile()
	block := 0
	for _, at := range x.countAt {
		if s.read == mostSelfCounts {
			return
		}
		for block < len(x.doc.Blocks)-1 && x.doc.Blocks[block].Span.End <= at {
			block++
		}
		b := x.doc.Blocks[block]
		if b.Span.Start > at || b.Quoted || b.Kind == source.Code || b.Kind == source.Cell || b.Kind == source.Heading || !sectionAhead(x.doc.Text[at:b.Span.End]) {
			continue
		}
		s.sentence(block, at)
		s.read++
	}
}

// mostSelfCounts is how many sentences of a document that count chapters or
// the like are looked into; each looks at all headings.
const mostSelfCounts = 100

// sectionAhead is a quick look whether a number counts chapters or the like.
func sectionAhead(text string) bool {
	const words = 4 // the number and up to two adjectives before the noun
	text = text[:min(len(text), 60)]
	i := 0
	for w := 0; w < words && i < len(text); w++ {
		start := i
		for i < len(text) && (isLetter(text[i]) || isDigit(text[i])) {
			i++
		}
		if w > 0 && i-start > 4 && text[i-1] == 's' && sectionSort(text[start:i]) != "" {
			return true
		}
		if i == start || i < len(text) && !isBlankByte(text[i]) {
			return false
		}
		i = pastBlanks(text, i)
	}
	return false
}

// sectionSort is the singular of a word for the parts of a document.
func sectionSort(w string) string {
	switch w {
	case "chapters", "sections", "parts", "subsections", "annexes", "schedules", "volumes", "modules", "lessons", "units", "episodes", "books", "articles":
		return kindOf(lexicon.Singular(w))
	case "appendices", "appendixes":
		return "appendix"
	}
	return ""
}

// ownFile notes a document that is one chapter of a work.
func (s *sectioner) ownFile() {
	x := s.x
	for i, b := range x.doc.Blocks[:min(len(x.doc.Blocks), titleBlocks)] {
		if b.Kind != source.Heading {
			continue
		}
		if r, ok := s.label(i); ok && sectionSort(r.Kind+"s") != "" || ok && r.Kind == "appendix" {
			x.facts = append(x.facts, &fact.SectionFile{Base: x.base(i, b.Span), Sort: x.own(r.Kind), Number: x.own(r.Number), Folder: x.own(path.Dir(x.doc.File))})
		}
		return
	}
}

// label reads "Chapter 3" or "Appendix B: …" at the beginning of a heading.
func (s *sectioner) label(i int) (fact.Reference, bool) {
	text := s.x.doc.TextOf(s.x.doc.Blocks[i])
	end := wordEnd(text, 0)
	if end == 0 || end > 10 {
		return fact.Reference{}, false
	}
	n, ok := numberedAt(text, 0, end)
	if !ok || n.Kind == "" || strings.Contains(n.Number, ".") || n.several {
		return fact.Reference{}, false
	}
	return n.Reference, true
}

// learn reads the document's headings, once.
func (s *sectioner) learn() {
	if s.labels != nil {
		return
	}
	s.labels, s.title = map[int]fact.Reference{}, source.None
	tops, first := 0, source.None
	for i, b := range s.x.doc.Blocks {
		if b.Kind != source.Heading {
			continue
		}
		if r, ok := s.label(i); ok {
			s.labels[i] = r
		}
		if b.Heading == source.None {
			if tops++; first == source.None {
				first = i
			}
		}
	}
	if tops == 1 {
		s.title = first
	}
}

// sentence reads the claim around a number.
func (s *sectioner) sentence(block, at int) {
	x := s.x
	toks := x.tokens(x.sentenceAt(block, source.Span{Start: at, End: at + 1}))
	for j := range toks {
		if toks[j].Start > at {
			return
		}
		q, n, ok := quantity.Parse(toks, j)
		if !ok || toks[j+n-1].End <= at || !q.ListCountable() {
			continue
		}
		end := j + n
		for end < len(toks) && end-j-n < 3 && sectionSort(toks[end].Lower) == "" {
			end++
		}
		if end >= len(toks) || end-j-n >= 3 {
			return
		}
		if end+2 < len(toks) && toks[end+1].Text == ":" {
			return // the sentence itself names them
		}
		c := &fact.SectionClaim{Quantity: q, Sort: x.own(sectionSort(toks[end].Lower))}
		scope, ok := s.scopeOf(block, toks, j, end+1)
		if !ok || selection(toks, j) && !scope.following {
			return
		}
		c.Base = x.base(block, source.Span{Start: toks[j].Start, End: toks[end].End})
		c.NumberAt = x.numberAt(block, toks, q)
		s.count(c, scope, block)
		x.facts = append(x.facts, c)
		return
	}
}

// sectionScope is the part of the document that a claim is about.
type sectionScope struct {
	under     int // a heading, None for the document
	following bool
}

// scopeOf finds what a number of sections is said of. ok is false where that
// is not this document or a part of it.
func (s *sectioner) scopeOf(block int, toks []token.Token, from, end int) (sc sectionScope, ok bool) {
	s.learn()
	sc.under = source.None
	if from > 0 && toks[from-1].Lower == "following" && from > 1 && toks[from-2].Lower == "the" {
		sc.following = true
		return sc, true
	}
	if from > 1 && toks[from-1].Possessive() {
		return s.subject(toks, from-1, block)
	}
	i := from - 1
	for i > 0 && (toks[i].Lower == "the" || toks[i].Lower == "following" || toks[i].Lower == "these") {
		i--
	}
	if i > 1 && toks[i].Lower == "and" && sectionSort(toks[i-1].Lower) != "" {
		for i -= 2; i > 0 && !s.frames(toks, i) && toks[i].Kind != token.Punct; i-- {
		}
	}
	if i > 0 && s.frames(toks, i) {
		for k := i - 1; k >= 0 && i-k < 8; k-- {
			if sc, ok := s.subject(toks, k, block); ok {
				return sc, true
			}
			if toks[k].Kind == token.Punct {
				break
			}
		}
	}
	if end+2 < len(toks) && (toks[end].Lower == "of" || toks[end].Lower == "in") && toks[end+1].Lower == "this" {
		return s.subject(toks, end+2, block)
	}
	return sc, from > 0 && rowSetting(toks[from-1].Lower) && s.outer(sectionSort(toks[end-1].Lower))
}

// outer reports whether parts of a sort stand at the end of a document, and
// this one has two: then "the three appendices" are its own.
func (s *sectioner) outer(sort string) bool {
	n := 0
	for h := range s.x.doc.Blocks {
		if r, ok := s.labels[h]; ok && r.Kind == sort {
			n++
		}
	}
	return n > 1 && (sort == "appendix" || sort == "annex" || sort == "schedule")
}

// frames reports whether a word says of what stands before it that it has
// the parts behind it.
func (s *sectioner) frames(toks []token.Token, i int) bool {
	switch toks[i].Lower {
	case "has", "contains", "comprises", "includes", "in", "into", "with":
		return true
	case "of":
		return toks[i-1].Lower == "consists" || toks[i-1].Lower == "composed" || toks[i-1].Lower == "comprised" || toks[i-1].Lower == "up"
	}
	return false
}

// subject reads what token i names: "this report", the title's own noun, or
// a numbered part ("Part II").
func (s *sectioner) subject(toks []token.Token, i, block int) (sc sectionScope, ok bool) {
	sc.under = source.None
	w := toks[i].Stem()
	if i > 0 {
		text := s.x.doc.Text[toks[i-1].Start:toks[i].End]
		if e := wordEnd(text, 0); e > 0 {
			if n, ok := numberedAt(text, 0, e); ok && n.Kind != "" && toks[i-1].Cap() {
				for h := range s.x.doc.Blocks {
					if r, ok := s.labels[h]; ok && r == n.Reference {
						sc.under = h
						return sc, true
					}
				}
				return sc, false
			}
		}
	}
	if i == 0 || toks[i-1].Lower != "this" && toks[i-1].Lower != "our" && toks[i-1].Lower != "present" && !(toks[i-1].Lower == "the" && s.titled(w)) {
		return sc, false
	}
	switch w {
	case "report", "document", "guide", "book", "handbook", "paper", "manual", "thesis", "dissertation", "specification", "agreement", "policy", "plan", "proposal", "course", "article", "study", "review", "strategy", "standard", "act", "contract", "code", "tutorial", "page", "volume", "publication", "booklet", "brochure", "memo", "memorandum", "note", "work", "textbook", "syllabus", "curriculum", "programme", "regulation", "treaty", "convention", "statute", "constitution", "charter", "framework", "toolkit", "dossier", "primer", "essay":
		return sc, true
	case "chapter", "part", "section", "appendix", "annex", "lesson", "module", "unit":
		sc.under = s.x.doc.Blocks[block].Heading
		for h := sc.under; h != source.None; h = s.x.doc.Blocks[h].Heading {
			if s.labels[h].Kind == w {
				sc.under = h
				return sc, true
			}
		}
		if w == "section" && sc.under != source.None && sc.under != s.title {
			return sc, true
		}
		sc.under = source.None
		return sc, len(s.labels) == 0 && s.title != source.None
	}
	return sc, false
}

// titled reports whether the document's title has a word, so that "the
// report" is the document itself.
func (s *sectioner) titled(w string) bool {
	h := s.title
	if h == source.None {
		return false
	}
	for _, f := range strings.Fields(strings.ToLower(s.x.doc.TextOf(s.x.doc.Blocks[h]))) {
		if strings.Trim(f, ".,:;()") == w {
			return true
		}
	}
	return false
}

// count collects the headings that a claim may count.
func (s *sectioner) count(c *fact.SectionClaim, sc sectionScope, block int) {
	x := s.x
	if sc.following {
		s.countFollowing(c, block)
		return
	}
	if sc.under == source.None {
		c.Folder = x.own(path.Dir(x.doc.File))
	}
	from, to := 0, len(x.doc.Blocks)
	if sc.under != source.None {
		from, to = sc.under+1, s.endOf(sc.under)
	}
	parent := sc.under
	if parent == source.None {
		parent = s.title
	}
	var numbers, plainNumbers []string
	var numbered []fact.Place
	for i := from; i < to; i++ {
		b := x.doc.Blocks[i]
		if b.Kind != source.Heading || i == s.title {
			continue
		}
		r, ok := s.labels[i]
		switch {
		case ok && r.Kind == c.Sort && !slices.Contains(numbers, r.Number):
			numbers = append(numbers, r.Number)
			c.Labelled = append(c.Labelled, x.place(i, b.Span))
		case !ok && b.Heading == parent:
			text := x.doc.TextOf(b)
			c.Plain = append(c.Plain, x.place(i, b.Span))
			if outerMatter(text) {
				c.Matter++
			}
			if n, _, ok := readNumber(text, 0, ""); ok {
				numbered = append(numbered, x.place(i, b.Span))
				plainNumbers = append(plainNumbers, n)
			}
		}
	}
	if len(numbered) > 1 && len(plainNumbers) >= len(c.Plain)/2 {
		c.Plain, c.Matter, numbers = numbered, 0, append(numbers, plainNumbers...)
	}
	c.Gaps = !running(numbers)
}

// endOf is the block behind the last one under a heading; for one that
// labels itself, up to the next that has the same sort of label.
func (s *sectioner) endOf(h int) int {
	b := s.x.doc.Blocks[h]
	for i := h + 1; i < len(s.x.doc.Blocks); i++ {
		o := s.x.doc.Blocks[i]
		if o.Kind != source.Heading {
			continue
		}
		if r, ok := s.labels[i]; o.Level < b.Level || ok && r.Kind == s.labels[h].Kind || !ok && s.labels[h].Kind == "" && o.Level <= b.Level {
			return i
		}
	}
	return len(s.x.doc.Blocks)
}

// countFollowing counts the sections behind the one in which a claim stands,
// or those within it.
func (s *sectioner) countFollowing(c *fact.SectionClaim, block int) {
	x := s.x
	h := x.doc.Blocks[block].Heading
	if h == source.None {
		return
	}
	var inside, behind []fact.Place
	for i := block; i < len(x.doc.Blocks); i++ {
		b := x.doc.Blocks[i]
		switch {
		case b.Kind != source.Heading:
		case b.Heading == h:
			inside = append(inside, x.place(i, b.Span))
		case b.Heading == x.doc.Blocks[h].Heading:
			behind = append(behind, x.place(i, b.Span))
		}
	}
	c.Plain, c.AtLeast = behind, true
	if len(inside) > len(behind) {
		c.Plain = inside
	}
}

// running reports whether numbers run from 1 on without a gap.
func running(numbers []string) bool {
	for i, n := range numbers {
		if v, err := strconv.Atoi(n); err != nil || v != i+1 {
			return false
		}
	}
	return true
}

// outerMatter reports whether a heading is one of front or back matter, which
// people count or not.
func outerMatter(title string) bool {
	w := strings.ToLower(firstWord(strings.TrimLeft(title, " *_")))
	switch w {
	case "foreword", "preface", "contents", "content", "table", "summary", "executive", "abstract", "acknowledgements", "acknowledgments", "acknowledgement", "references", "bibliography", "appendix", "annex", "appendices", "annexes", "glossary", "index", "notes", "note", "license", "licence", "see", "introduction", "conclusion", "conclusions", "about", "overview", "further", "copyright", "footnotes", "revision", "history", "changelog", "credits", "authors", "author", "contributors", "contact", "abbreviations", "list", "background", "toc", "links", "resources", "purpose", "scope", "preamble", "sources", "feedback", "faq", "prologue", "epilogue", "how", "structure", "outline", "schedule", "schedules", "signatures", "definitions":
		return true
	}
	return false
}
