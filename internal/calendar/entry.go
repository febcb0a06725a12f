package calendar

import "github.com/concordlint/concord/internal/token"

// LeadingDate reads the date that opens an entry of a list: "December 15-16:
// …", "Dec 16. Left", "[3.2.0] - 2024-05-21", "09:00  Opens". next is the
// index of the first token behind it.
func LeadingDate(toks []token.Token) (d Date, next int, ok bool) {
	d, _, next, ok = EntryDate(toks)
	return d, next, ok
}

// EntryDate reads the date that opens an entry and the version beside it, if
// there is one: "2.7.6rc1 2013-10-26", "3.4.5 candidate 1: June 12, 2015",
// "7-Sep-2001: 2.2a3", "[3.2.0] - 2024-05-21". A month ("March: …") and a
// year ("1987: …") open an entry where a colon, a dash or the end follows; a
// clock alone does ("09:00  Opens", Precision ByClock). next is the index of
// the first token behind both; the punctuation that follows is not read.
func EntryDate(toks []token.Token) (d Date, v Version, next int, ok bool) {
	i := opening(toks)
	if i >= len(toks) {
		return Date{}, Version{}, i, false
	}
	if d, next, ok = Parse(toks, leadIn(toks, i)); ok {
		v, next = versionBehind(toks, next)
		return d, v, next, true
	}
	if v, d, next, ok = versionAndDate(toks, i); ok {
		return d, v, next, true
	}
	if d, next, ok = vagueEntry(toks, i); ok {
		return d, Version{}, next, true
	}
	if c, next, ok := ParseClock(toks, i); ok && c.Invalid == "" && !glued(toks, next) {
		d = Date{Precision: ByClock}
		d.setClock(c)
		return d, Version{}, next, true
	}
	return Date{}, Version{}, i, false
}

// opening skips brackets, quotes and bullets before the date.
func opening(toks []token.Token) int {
	i := 0
	for i < len(toks) && i < 4 && toks[i].Kind == token.Punct {
		switch toks[i].Text {
		case "[", "(", "*", "_", "-", "–", "—", "•", "·", "‣", "▪", "●", "|", "#", "+", "\"", "“", "~":
			i++
		default:
			return i
		}
	}
	return i
}

// leadIn skips the words that may stand before the date of an entry: "On 9
// June", "Week of 3 May", "Night of 3–4 June".
func leadIn(toks []token.Token, i int) int {
	j := i
	if word(toks, j, "on", "the") {
		j++
	}
	if word(toks, j, "week", "weekend", "night", "morning", "evening", "afternoon") && word(toks, j+1, "of", "beginning", "commencing", "ending") {
		return j + 2
	}
	if word(toks, j, "on", "the") {
		return i
	}
	if j > i && j < len(toks) && Starts(toks[j]) {
		return j
	}
	return i
}

// versionBehind reads a version that follows an entry's date: "7-Sep-2001:
// 2.2a3 [Released]", "2024-05-21 - v3.2.0", "2024-05-21 [3.2.0]".
func versionBehind(toks []token.Token, i int) (Version, int) {
	j := i
	for j < len(toks) && j < i+3 && toks[j].Kind == token.Punct {
		switch toks[j].Text {
		case ":", "-", "–", "—", "[", "(", ")", "]", ",", "/", "|":
			j++
			continue
		}
		break
	}
	v, next, ok := ParseVersion(toks, j)
	if !ok || v.Parts < 2 || word(toks, j, "version", "release", "v", "ver") {
		return Version{}, i
	}
	// "Dec 16: 2.5 km" has no version; figures alone need a sign of one.
	if v.Parts == 2 && v.Stage == Final && next-j == 1 && toks[j].Kind == token.Number && !punct(toks, next, "]") && next < len(toks) {
		return Version{}, i
	}
	return v, next
}

// versionAndDate reads an entry that opens with its version. Up to two
// capitalised words may stand before it ("Quillmark 3.2.0 (2024-05-21)"), and
// up to four words before a colon behind it ("3.9 development begins: …").
func versionAndDate(toks []token.Token, i int) (Version, Date, int, bool) {
	j := i
	v, next, ok := ParseVersion(toks, j)
	for n := 0; !ok && n < 2 && j < len(toks) && toks[j].Cap(); n++ {
		j++
		if punct(toks, j, "[") {
			j++
		}
		v, next, ok = ParseVersion(toks, j)
	}
	if !ok {
		return Version{}, Date{}, i, false
	}
	k := next
	for k < len(toks) && k < next+3 && toks[k].Kind == token.Punct {
		k++
	}
	if k == next || !parsesAt(toks, k) {
		k = afterWords(toks, k)
	}
	d, end, ok := Parse(toks, k)
	if !ok {
		return Version{}, Date{}, i, false
	}
	return v, d, end, true
}

func parsesAt(toks []token.Token, i int) bool {
	_, _, ok := Parse(toks, i)
	return ok
}

// afterWords skips up to four words that end in a colon, or "released on".
func afterWords(toks []token.Token, i int) int {
	j := i
	for j < len(toks) && j < i+4 && toks[j].Kind == token.Word && !Starts(toks[j]) {
		j++
	}
	if j > i && punct(toks, j, ":") {
		return j + 1
	}
	j = i
	if word(toks, j, "released", "release", "final") {
		j++
	}
	if word(toks, j, "on") {
		j++
	}
	if j > i && (punct(toks, j, ":") || punct(toks, j, "(") || punct(toks, j, "-") || punct(toks, j, "–")) {
		j++
	}
	return j
}

// vagueEntry reads a month or year that opens an entry by itself.
func vagueEntry(toks []token.Token, i int) (Date, int, bool) {
	if m, next := month(toks, i); m != 0 && ends(toks, next) {
		return monthOnly(0, m), next, true
	}
	if d, next, ok := ParseYear(toks, i); ok && ends(toks, next) {
		return d, next, true
	}
	return Date{}, i, false
}

// ends reports whether an entry's opening ends at i: at the end of the text,
// a colon, a bracket, or a dash between blanks.
func ends(toks []token.Token, i int) bool {
	if i >= len(toks) {
		return true
	}
	t := toks[i]
	if t.Kind != token.Punct {
		return false
	}
	switch t.Text {
	case ":":
		return !glued(toks, i+1)
	case ")", "]", "|", "·":
		return true
	}
	return isDash(t) && (t.Space || t.Text != "-") && (i+1 >= len(toks) || toks[i+1].Space || t.Text == "—")
}
