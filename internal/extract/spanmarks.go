package extract

import (
	"sort"
	"strings"

	"github.com/concordlint/concord/internal/source"
)

// spanKind tells what a trigger word of lengths of time, ages and statistics
// may begin.
type spanKind uint8

const (
	spanUnit  spanKind = 1 << iota // a unit of time
	spanFeast                      // an anniversary
	spanAge                        // a word of ages and lives
	spanP                          // the p of a test's significance
)

// spanAt is a trigger word with its place.
type spanAt struct {
	at   int
	kind spanKind
}

// spanWord classes a word; 0 for most. It is asked for every word of a text,
// so it must be cheap.
func spanWord(w []byte) spanKind {
	switch string(w) {
	case "day", "days", "night", "nights", "week", "weeks", "month", "months", "year", "years", "hour", "hours", "minute", "minutes", "min", "mins",
		"decade", "decades", "century", "centuries", "fortnight", "weekend", "hrs", "yrs", "year's", "week's", "day's", "hour's", "month's":
		return spanUnit
	case "anniversary", "centenary", "centennial", "bicentenary", "bicentennial", "sesquicentennial", "tercentenary", "quincentenary", "jubilee":
		return spanFeast
	case "aged", "age", "born", "birthday", "died", "old":
		return spanAge
	case "p":
		return spanP
	}
	return 0
}

// spanned calls fn with each block that has a trigger of one of the kinds,
// with the places of these triggers in it.
func (x *extractor) spanned(kinds spanKind, fn func(block int, at []int)) {
	k := 0
	for k < len(x.spanAt) {
		i := sort.Search(len(x.doc.Blocks), func(i int) bool { return x.doc.Blocks[i].Span.End > x.spanAt[k].at })
		if i == len(x.doc.Blocks) {
			return
		}
		b := x.doc.Blocks[i]
		var at []int
		for ; k < len(x.spanAt) && x.spanAt[k].at < b.Span.End; k++ {
			if s := x.spanAt[k]; s.kind&kinds != 0 && s.at >= b.Span.Start {
				at = append(at, s.at)
			}
		}
		if len(at) > 0 && b.Kind != source.Code {
			fn(i, at)
		}
	}
}

// tellsLives reports whether the document may tell an age or a birth: a word
// of it with figures near, at least.
func (x *extractor) tellsLives() bool {
	const beside, around = 16, 64 // bytes
	text := x.doc.Text
	for _, s := range x.spanAt {
		if s.kind != spanAge {
			continue
		}
		switch text[s.at] {
		case 'a', 'A': // age, aged
			if strings.ContainsAny(text[s.at:min(len(text), s.at+beside)], "0123456789") {
				return true
			}
		case 'o', 'O': // old
			if s.at > 6 && text[s.at-1] == '-' && strings.HasSuffix(text[:s.at-1], "year") || strings.HasSuffix(text[:s.at], "years ") {
				return true
			}
		case 'b', 'B', 'd', 'D': // born, birthday, died
			if strings.ContainsAny(text[max(0, s.at-around):min(len(text), s.at+around)], "0123456789") {
				return true
			}
		default: // figures
			return true
		}
	}
	return false
}

// ageFigures reports whether the run of digits text[from:to] stands as ages
// and lifetimes do: ", 41," behind a word, "at 16,", "(1894–".
func ageFigures(text string, from, to int) bool {
	switch to - from {
	case 2:
		if from < 6 || to < len(text) && text[to] != ',' && text[to] != '.' && text[to] != ';' {
			return false
		}
		before := text[from-4 : from]
		if before == " at " {
			return to < len(text) && text[to] == ','
		}
		if before[2:] != ", " || !isLetter(before[1]) {
			return false
		}
		k := from - 3
		for k > 0 && isLetter(text[k-1]) {
			k--
		}
		return text[k] >= 'A' && text[k] <= 'Z' && k > 1 && text[k-1] == ' ' && isLetter(text[k-2])
	case 4:
		return from > 2 && text[from-1] == '(' && isLetter(text[from-3]) && dashAt(text, to) > 0
	}
	return false
}
