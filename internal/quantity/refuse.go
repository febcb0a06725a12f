package quantity

import "github.com/concordlint/concord/internal/token"

// refused reports whether the number x at token i only looks like one: a
// part of a version, a date in figures, a clock time, a telephone number, a
// score, a name with a number word ("One Direction"), a pronoun "one".
// bounded tells that a modifier stands before it ("more than one").
func (p parser) refused(i int, bounded bool, x number) bool {
	end := i + x.n
	if x.style == Figures && (p.gluedBefore(i) || p.clock(end)) {
		return true
	}
	if x.style != Figures && p.named(i, end) {
		return true
	}
	if p.kind(i) == token.Word && p.lower(i) == "one" && x.n == 1 && !p.oneCounts(i, bounded) {
		return true
	}
	if x.style == Words && p.glued(i) && isDash(p.lower(i-1)) && p.glued(i-1) {
		// "no-one", "catch-twenty-two"; but "calls—two of them" goes on
		return true
	}
	return p.gluedBehind(end, x)
}

// gluedBefore reports whether what stands right before figures makes them a
// piece of something longer.
func (p parser) gluedBefore(i int) bool {
	if times(p.lower(i-1)) && p.kind(i-2) == token.Number {
		return true
	}
	if !p.glued(i) {
		return false
	}
	switch w := p[i-1].Text; w {
	case "/", "#", "@", "_", "\\", "§", "^", ".", "&", "№":
		return true
	case ":":
		return p.glued(i-1) && p.kind(i-2) == token.Number
	default:
		return isDash(w) && p.glued(i-1) && p.kind(i-2) == token.Number
	}
}

// gluedBehind is gluedBefore for what stands right behind a number.
func (p parser) gluedBehind(end int, x number) bool {
	w := p.lower(end)
	if times(w) && p.kind(end+1) == token.Number {
		return true // 3 x 5
	}
	if !p.glued(end) {
		return false
	}
	switch w {
	case "/", "\\", "_", "@", "^":
		return true
	case ":", ".":
		return p.glued(end+1) && (p.kind(end+1) == token.Number || x.style == Figures && p.kind(end+1) == token.Word)
	}
	if !isDash(w) || !p.glued(end+1) {
		return false
	}
	if x.style == Words || x.style == Fixed {
		_, c := numeral(p.lower(end + 1))
		return c != 0 && !p.ascends(end+1, x) // "fifty-fifty", "twenty-twenty"
	}
	return p.kind(end+1) == token.Number && !p.ascends(end+1, x)
}

func times(w string) bool { return w == "x" || w == "×" }

// ascends reports whether the number at token k makes a range with x.
func (p parser) ascends(k int, x number) bool {
	if scoring(p.lower(k - 2 - x.n)) {
		return false
	}
	_, _, _, ok := p.secondAt(k, x, Range)
	return ok
}

// clock reports whether a clock time ends with the tokens from end on.
func (p parser) clock(end int) bool {
	switch p.lower(end) {
	case "p.m", "a.m", "am", "pm", "o'clock", "p.m.", "a.m.", "gmt", "utc", "bc", "bce", "ad":
		return p.lower(end) != "am" || p.lower(end-2) != "i"
	case "p", "a":
		return p.text(end+1) == "." && p.glued(end+1) && p.lower(end+2) == "m"
	}
	return false
}

// named reports whether number words with a capital inside a sentence stand
// beside another capital: "the Big Four", "One Direction", "Chapter Two". At
// the start of a sentence only "One" before a capital is taken for a name.
func (p parser) named(i, end int) bool {
	if !p.cap(i) {
		return p.lower(i) == "ten" && p.cap(i-1) && p.cap(end) // a Dutch surname
	}
	next := p.cap(end) && p[end].Space
	if p.opens(i) {
		return next && p.lower(i) == "one"
	}
	return next || p.cap(i-1) || p.lower(i-1) == "of" && p.cap(i-2) // "Group of Seven"
}

// opens reports whether a sentence, a quotation or a part after a colon
// begins at token i.
func (p parser) opens(i int) bool {
	if i <= 0 {
		return true
	}
	if p[i-1].Kind != token.Punct {
		return false
	}
	switch p[i-1].Text {
	case ",", "&", "/", "-", "'", "’", "\u2011", "\u2010":
		return false
	}
	return true
}
