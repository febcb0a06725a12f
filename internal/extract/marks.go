package extract

import (
	"github.com/concordlint/concord/internal/lexicon"
	"github.com/concordlint/concord/internal/source"
)

// marks tell what may begin in a block; a block without marks is not parsed.
type marks uint8

const (
	markNumber  marks = 1 << iota // a digit or a number word
	markPerson                    // a title, rank, courtesy title or given name, with a capital
	markOffice                    // the head of an office in lower case
	markContact                   // a verb or noun of contact
	markHedge                     // a phrase about completeness
	markDamage                    // a sign of lost letters
	markDate                      // figures beside a month's name, or in the shape of a date or a range
	markResult                    // a word or sign that may tell that a figure results from others
)

func (m marks) has(n marks) bool { return m&n != 0 }

// scan marks all blocks in one pass over their words.
func (x *extractor) scan() {
	x.marks = make([]marks, len(x.doc.Blocks))
	for i, b := range x.doc.Blocks {
		if b.Kind != source.Code {
			x.marks[i] = x.scanBlock(x.doc.Text[b.Span.Start:b.Span.End], b.Span.Start)
		}
	}
}

const longestWord = 40 // bytes; nothing in the lexicon is longer

// scanBlock marks one block; at is where its text stands in the document.
func (x *extractor) scanBlock(text string, at int) marks {
	var m marks
	var word [longestWord]byte
	for i := 0; i < len(text); {
		c := text[i]
		switch {
		case c >= '0' && c <= '9':
			start := i
			i = pastDigits(text, i)
			m |= x.markFigures(text, start, i, at)
			continue
		case c == '%', c == '=', (c == '(' || c == ':') && partFollows(text, i):
			m |= markResult
			x.resultAt = append(x.resultAt, at+i)
		case c == '?' && i > 0 && i+1 < len(text) && isLetter(text[i-1]) && isLetter(text[i+1]):
			m |= markDamage
		}
		if !isLetter(c) {
			i++
			x.noteMark(c, text, i, at)
			continue
		}
		n, start := 0, i
		for i < len(text) && (isLetter(text[i]) || text[i] == '\'') {
			if damageByte(text[i]) {
				m |= markDamage
			}
			if n < longestWord {
				word[n] = lowerByte(text[i])
				n++
			}
			i++
		}
		m |= x.markWord(word[:n], text, start, i, at)
	}
	return m
}

// markFigures marks the figures text[start:end]; at is where the text stands.
func (x *extractor) markFigures(text string, start, end, at int) marks {
	m := markNumber
	if end-start == 4 {
		x.noteYear(text[start:end], at+start)
	} else if end-start < 3 && smallNumber(text, start, end) {
		x.countAt = append(x.countAt, at+start)
	}
	x.noteAge(text, start, end, at)
	if dateFigures(text, start, end) {
		m |= markDate
		x.dateAt = append(x.dateAt, at+start)
	}
	return m
}

// markWord marks the word text[start:end], given in lower case.
func (x *extractor) markWord(word []byte, text string, start, end, at int) marks {
	var m marks
	if len(word) == 3 && start >= 3 && string(word) == "all" && text[start-3:start] == "in " {
		m |= markResult
		x.resultAt = append(x.resultAt, at+start)
	}
	class := lexicon.Class(string(word))
	if class != 0 {
		m |= classMarks(class, text[start] < 'a' || text[start] > 'z')
		if class.Has(lexicon.ContactVerbWord | lexicon.ContactNounWord) {
			x.contactAt = append(x.contactAt, at+start)
		}
		if class.Has(lexicon.PartWord) {
			x.partAt = append(x.partAt, at+start)
		}
		if class.Has(lexicon.ResultWord) {
			x.resultAt = append(x.resultAt, at+start)
		}
		if class.Has(lexicon.KinWord) {
			x.kinAt = append(x.kinAt, at+start)
		}
	}
	if isNumberWord(word) {
		m |= markNumber
		x.countAt = append(x.countAt, at+start)
	} else if rankWord(word) {
		x.rankAt = append(x.rankAt, at+start)
	}
	x.noteSpan(word, at+start)
	if dateReach(word) != 0 && figureNear(text, start, end, dateReach(word)) {
		m |= markDate
		x.dateAt = append(x.dateAt, at+start)
	}
	return m
}

// damageByte reports whether a byte begins U+FFFD or one of the letters that
// UTF-8 read as Windows-1252 is full of.
func damageByte(c byte) bool { return c == 0xEF || c == 0xC3 || c == 0xC2 || c == 0xC5 || c == 0xC4 }

func classMarks(c lexicon.Classes, capital bool) marks {
	var m marks
	switch {
	case capital && c.Has(lexicon.TitleWord|lexicon.RankWord|lexicon.CourtesyWord|lexicon.GivenWord|lexicon.TitleHead):
		m |= markPerson
	case c.Has(lexicon.TitleHead):
		m |= markOffice
	}
	if c.Has(lexicon.ContactVerbWord | lexicon.ContactNounWord) {
		m |= markContact
	}
	if c.Has(lexicon.HedgeWord) {
		m |= markHedge
	}
	if c.Has(lexicon.ResultWord) {
		m |= markResult
	}
	return m
}

// partFollows reports whether a figure stands behind the bracket or colon at i:
// it may be a part of what comes before.
func partFollows(text string, i int) bool {
	if i+1 < len(text) && text[i] == ':' && text[i+1] == ' ' {
		i++
	}
	return i+1 < len(text) && text[i+1] >= '0' && text[i+1] <= '9'
}

// isLetter takes all bytes beyond ASCII for letters: they are, in names.
func isLetter(c byte) bool { return c|0x20 >= 'a' && c|0x20 <= 'z' || c >= 0x80 }

func lowerByte(c byte) byte {
	if c >= 'A' && c <= 'Z' {
		return c | 0x20
	}
	return c
}

// isNumberWord tells whether a quantity may begin with the word. It must be
// cheap: it is asked for every word of a text.
func isNumberWord(w []byte) bool {
	switch string(w) {
	case "one", "two", "three", "four", "five", "six", "seven", "eight", "nine", "ten", "eleven", "twelve",
		"thirteen", "fourteen", "fifteen", "sixteen", "seventeen", "eighteen", "nineteen", "twenty", "thirty",
		"forty", "fifty", "sixty", "seventy", "eighty", "ninety", "hundred", "thousand", "dozen", "dozens", "scores",
		"once", "twice", "thrice", "both", "couple", "several", "pair", "half", "few", "single", "no", "none", "never":
		return true
	}
	return false
}

// noteYear widens the range of years that the document names; at is where
// the digits stand.
func (x *extractor) noteYear(digits string, at int) {
	y := int(digits[0]-'0')*1000 + int(digits[1]-'0')*100 + int(digits[2]-'0')*10 + int(digits[3]-'0')
	if y < 1500 || y > 2100 {
		return
	}
	x.yearAt = append(x.yearAt, yearAt{at, int16(y)})
	if x.years[0] == 0 || y < x.years[0] {
		x.years[0] = y
	}
	x.years[1] = max(x.years[1], y)
}
