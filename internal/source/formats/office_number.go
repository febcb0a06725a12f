package formats

import (
	"strconv"
	"strings"
)

// maxLevels is how many levels a list can have; OpenDocument knows ten.
const maxLevels = 10

// listLevel is how a list marks the items of one level.
type listLevel struct {
	start int
	// format is how a number is written: decimal, lowerRoman …, as Word names
	// them; bullet; none.
	format string
	// text is the mark with %1 for the number of the first level.
	text string
	// restart is the level, from 1, below which no item makes the numbers begin
	// anew; 0 where they never do, -1 where all above do.
	restart int
	// decimal writes the numbers of all levels in figures.
	decimal bool
	indent  int
}

// marks reports whether the level has a mark.
func (l *listLevel) marks() bool {
	switch l.format {
	case "bullet":
		return itemBullet(l.text) != ""
	case "none":
		return strings.Trim(l.text, " %0123456789.") != ""
	}
	return l.text != ""
}

// listCount counts the items of a list.
type listCount struct {
	at   [maxLevels]int
	used [maxLevels]bool
}

// next counts an item. start is where the level's numbers begin.
func (c *listCount) next(levels *[maxLevels]listLevel, level int) int {
	if c.used[level] {
		if c.at[level] < 1<<30 {
			c.at[level]++
		}
	} else {
		c.at[level], c.used[level] = levels[level].start, true
	}
	for l := level + 1; l < maxLevels; l++ {
		if r := levels[l].restart; r < 0 || level < r {
			c.used[l] = false
		}
	}
	return c.at[level]
}

// maxMarker bounds an item's mark.
const maxMarker = 60

// mark writes the item's mark.
func (c *listCount) mark(levels *[maxLevels]listLevel, level int) string {
	l := &levels[level]
	if l.format == "bullet" {
		return itemBullet(l.text)
	}
	var s strings.Builder
	for i := 0; i < len(l.text) && s.Len() < maxMarker; i++ {
		if l.text[i] != '%' || i+1 == len(l.text) || l.text[i+1] < '1' || l.text[i+1] > '9' {
			s.WriteByte(l.text[i])
			continue
		}
		i++
		of := int(l.text[i] - '1')
		n, format := levels[of].start, levels[of].format
		if c.used[of] {
			n = c.at[of]
		}
		if l.decimal {
			format = "decimal"
		}
		s.WriteString(figure(n, format))
	}
	return strings.Join(strings.Fields(strings.ToValidUTF8(s.String(), "")), " ")
}

// itemBullet is the mark of an item without a number. Fonts of symbols have theirs
// where no letters are.
func itemBullet(text string) string {
	text = strings.TrimSpace(text)
	for _, r := range text {
		if r >= 0xe000 && r <= 0xf8ff {
			return "•"
		}
	}
	if len(text) > maxMarker {
		return "•"
	}
	return text
}

// figure writes a number in one of Word's formats.
func figure(n int, format string) string {
	decimal := strconv.Itoa(n)
	if n < 1 {
		return decimal
	}
	switch format {
	case "none", "bullet":
		return ""
	case "decimalZero":
		if n < 10 {
			return "0" + decimal
		}
	case "upperRoman", "lowerRoman":
		if n > 3999 {
			return decimal
		}
		if format == "lowerRoman" {
			return strings.ToLower(roman(n))
		}
		return roman(n)
	case "upperLetter", "lowerLetter":
		if n > 26*9 {
			return decimal
		}
		first := byte('A')
		if format == "lowerLetter" {
			first = 'a'
		}
		return strings.Repeat(string(rune(first+byte((n-1)%26))), (n-1)/26+1)
	case "upperSequence", "lowerSequence": // a … z, aa, ab: OpenDocument's
		if format == "lowerSequence" {
			return letters(n, 'a')
		}
		return letters(n, 'A')
	case "ordinal":
		return decimal + ordinalEnding(n)
	}
	return decimal
}

// ordinalEnding is what makes a number an ordinal: 1st, 12th.
func ordinalEnding(n int) string {
	if n%100/10 != 1 {
		switch n % 10 {
		case 1:
			return "st"
		case 2:
			return "nd"
		case 3:
			return "rd"
		}
	}
	return "th"
}
