package checks

import (
	"slices"
	"strings"

	"github.com/concordlint/concord/internal/fact"
	"github.com/shopspring/decimal"
)

// like tells how the figures of two values resemble each other.
type like uint8

const (
	unlike     like = iota
	oneDigit        // one digit differs, or is there twice
	swappedTwo      // two digits in the other order, of two
	scaled          // the same digits, a power of ten apart
	transposed      // two digits in the other order, of three or more
	exchanged       // old and new value the other way round
)

// tie tells how sure it is that two values are of one thing.
type tie uint8

const (
	tieNone tie = iota
	tieWeak
	tieFair
	tieStrong
	tieOnly // nothing but the value differs, and there are but the two
)

// needs is the tie that figures of some likeness must have to conflict; more
// is asked inside one document, which says many things in like words.
func (l like) needs(inside bool) tie {
	switch l {
	case exchanged, transposed:
		if inside {
			return tieFair
		}
		return tieWeak
	case scaled, swappedTwo:
		switch {
		case inside && l == swappedTwo:
			return tieOnly // 24 and 42 months may both be meant
		case inside:
			return tieStrong
		}
		return tieFair
	case oneDigit:
		return tieStrong
	}
	return tieOnly
}

// apart is how many blocks must lie between two places of a document: what
// stands side by side in like words tells two things apart.
func (l like) apart(section bool) int {
	switch {
	case l == exchanged:
		return 1
	case l == transposed, l == swappedTwo && !section:
		return 2
	}
	return 5
}

func (l like) words() string {
	switch l {
	case exchanged:
		return " (old and new the other way round)"
	case transposed, swappedTwo:
		return " (two digits in the other order)"
	case scaled:
		return " (a power of ten apart)"
	case oneDigit:
		return " (one digit differs)"
	}
	return ""
}

// alikeness compares the figures as they are written.
func alikeness(a, b *fact.Stated) like {
	if a.Was != "" && b.Was != "" && a.Digits == b.Was && b.Digits == a.Was {
		return exchanged
	}
	x, y := a.Digits, b.Digits
	p, q := significantDigits(x), significantDigits(y)
	if p == q {
		if len(p) >= 3 && a.Exact && b.Exact {
			return scaled
		}
		return unlike
	}
	if !sameScale(a, b) {
		return unlike
	}
	if len(x) == len(y) {
		if swappedDigits(x, y) || swappedDigits(p, q) {
			if max(len(p), len(q)) >= 3 || len(x) >= 4 {
				return transposed
			}
			return swappedTwo
		}
		if len(x) >= 3 && differences(x, y) == 1 || len(x) == 2 && a.Dimension == "months" && differences(x, y) == 1 {
			return oneDigit
		}
	}
	if d := len(x) - len(y); (d == 1 || d == -1) && min(len(x), len(y)) >= 3 && doubled(x, y) {
		return oneDigit
	}
	return unlike
}

// sameScale reports whether the figures of both values are in one unit and
// one power of ten.
func sameScale(a, b *fact.Stated) bool {
	x, errX := decimal.NewFromString(a.Digits)
	y, errY := decimal.NewFromString(b.Digits)
	return errX == nil && errY == nil && (!a.Exact || !b.Exact || a.Interval.Lo.Mul(y).Equal(b.Interval.Lo.Mul(x)))
}

// significantDigits are the digits of a figure without its point and without
// noughts at its ends.
func significantDigits(s string) string {
	return strings.Trim(strings.ReplaceAll(s, ".", ""), "0")
}

// swappedDigits reports whether two figures of one length differ by two
// neighbouring digits in the other order.
func swappedDigits(a, b string) bool {
	if len(a) != len(b) {
		return false
	}
	i := 0
	for i < len(a) && a[i] == b[i] {
		i++
	}
	return i+1 < len(a) && a[i] == b[i+1] && a[i+1] == b[i] && a[i+2:] == b[i+2:]
}

func differences(a, b string) int {
	n := 0
	for i := range len(a) {
		if a[i] != b[i] {
			n++
		}
	}
	return n
}

// doubled reports whether the longer of two figures has one digit twice that
// the shorter has once.
func doubled(a, b string) bool {
	if len(a) < len(b) {
		a, b = b, a
	}
	for i := 1; i < len(a); i++ {
		if a[i] == a[i-1] && a[:i]+a[i+1:] == b {
			return true
		}
	}
	return false
}

// tieOf weighs the words that two values share.
func tieOf(a, b *fact.Stated) tie {
	if a.Defined || b.Defined {
		return tieOfDefined(a, b)
	}
	near, least := shared(a.Near, b.Near), min(len(a.Near), len(b.Near))
	if least == 0 || a.Doc != b.Doc && !relatedValues(a, b) {
		return tieNone
	}
	if a.Label != nil || b.Label != nil {
		return tieOfCell(a, b)
	}
	names := shared(a.Names, b.Names)
	measured := a.Dimension != "count" && a.Dimension != "number"
	if measured && a.Head != "" && a.Head == b.Head && least > 1 {
		near++ // both are amounts of one thing: "a surplus of"
	}
	switch {
	case near >= 3 && near*3 >= 2*least || near >= 2 && measured && near >= least:
		most := max(len(a.Near), len(b.Near))
		whole := near >= 3 || isMoney(a) && a.Head != "" && a.Head == b.Head
		if whole && 2*near >= most && a.Doc != b.Doc && sameStory(a, b) {
			return tieOnly
		}
		if near >= 3 && a.Doc == b.Doc && (summarises(a) || summarises(b)) {
			return tieOnly
		}
		if near < 3 {
			return tieFair
		}
		return tieStrong
	case near >= 4, measured && names > 0 && near >= 2 && near*3 >= 2*least:
		return tieStrong
	case near >= 3 || near >= 2 && (names > 0 || near*3 >= 2*least):
		return tieFair
	case near >= 2 || near >= 1 && (measured || a.Head != "" && a.Head == b.Head && len(a.Digits) >= 4):
		return tieWeak
	}
	return tieNone
}

// isMoney reports whether a value is an amount in a currency, whose dimension
// is the currency's code.
func isMoney(s *fact.Stated) bool {
	return s.Dimension == "$" || len(s.Dimension) == 3 && s.Dimension == strings.ToUpper(s.Dimension)
}

// sameStory reports whether two documents tell of one matter: a good part of
// the longer figures of the shorter one stand in the other as well.
func sameStory(a, b *fact.Stated) bool {
	n := a.Figures.Shared(*b.Figures)
	return n >= 2 && 4*n >= min(len(*a.Figures), len(*b.Figures))
}

// relatedValues reports whether the documents of two values are about the same
// things, as far as the names and figures that both use tell.
func relatedValues(a, b *fact.Stated) bool {
	names := a.Topics.Shared(b.Topics)
	if x, y := a, b; a.Label != nil || b.Label != nil {
		if a.Label == nil {
			x, y = b, a
		}
		if len(x.Label) >= 2 && len(x.Topics) < 3 && len(y.Topics) > 0 {
			return true // a file of figures, which names nothing
		}
	}
	least := min(len(a.Topics), len(b.Topics))
	return names >= 2 && 3*names >= least || names == 1 && a.Was != "" && b.Was != "" || sameStory(a, b)
}

// tieOfDefined weighs a register's figure against another: all words for the
// thing and its attribute must be there, and little else.
func tieOfDefined(a, b *fact.Stated) tie {
	if b.Defined {
		a, b = b, a
	}
	if b.Defined || shared(a.Near, b.Near) < len(a.Near) {
		return tieNone
	}
	if len(b.Near) > len(a.Near)+2 {
		return tieStrong
	}
	return tieOnly
}

// tieOfCell weighs the words of a table's row and column against those of a
// text: the row's must all be there.
func tieOfCell(a, b *fact.Stated) tie {
	if a.Label == nil {
		a, b = b, a
	}
	for _, w := range a.Label {
		if !slices.Contains(b.Near, w) {
			return tieNone
		}
	}
	if len(a.Label) < 2 {
		switch {
		case len(a.Digits) < 3:
			return tieNone
		case len(a.Beside) == 0 && b.Head == a.Label[0]:
			return tieStrong // "height | 1,342 m" beside "a height of"
		}
		return tieWeak
	}
	if len(a.Near) > len(a.Label) && shared(a.Near, b.Near) == len(a.Near) || len(a.Beside) == 0 {
		if a.Doc == b.Doc && len(a.Beside) == 0 || a.Doc != b.Doc && sameStory(a, b) {
			return tieOnly
		}
		return tieStrong
	}
	return tieFair
}

// shared is how many words two sorted lists have in common.
func shared(a, b []string) int {
	n := 0
	for i, j := 0, 0; i < len(a) && j < len(b); {
		switch {
		case a[i] == b[j]:
			n++
			i++
			j++
		case a[i] < b[j]:
			i++
		default:
			j++
		}
	}
	return n
}
