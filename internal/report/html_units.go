package report

// units counts a text in the units of JavaScript's strings, in which a
// character beyond U+FFFF counts twice.
type units struct {
	text string
	// marks hold how many units stand before each unitsEvery-th byte.
	marks []int
}

// unitsEvery is the distance in bytes of the known places of a text.
const unitsEvery = 1 << 10

func newUnits(text string) units {
	u := units{text: text, marks: make([]int, 0, len(text)/unitsEvery+1)}
	n := 0
	for at := 0; at <= len(text); at += unitsEvery {
		u.marks = append(u.marks, n)
		n += countUnits(text[at:min(at+unitsEvery, len(text))])
	}
	return u
}

// at is the number of units before the byte at off, which is within the text
// or at its end.
func (u units) at(off int) int {
	k := off / unitsEvery
	return u.marks[k] + countUnits(u.text[k*unitsEvery:off])
}

// countUnits counts by first bytes, so that a text may be cut anywhere.
func countUnits(s string) int {
	n := 0
	for i := range len(s) {
		switch c := s[i]; {
		case c >= 0xf0: // begins a character of four bytes, a pair of units
			n += 2
		case c&0xc0 != 0x80:
			n++
		}
	}
	return n
}
