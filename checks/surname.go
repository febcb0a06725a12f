package checks

import (
	"strings"

	"github.com/concordlint/concord/internal/lexicon"
)

// surname is a surname with its folded forms, made once for the many names
// that it is compared with.
type surname struct {
	text, folded, skeleton string
	garbled                bool
}

func surnameOf(s string) surname {
	return surname{s, lexicon.FoldName(s), lexicon.Skeleton(s), strings.ContainsRune(s, '?')}
}

// like is generous: what may be a spelling of one name is not taken for two
// persons. A garbled letter ('?') fits any letter.
func (a *surname) like(b *surname) bool {
	if a.folded == b.folded || a.skeleton == b.skeleton {
		return true
	}
	if a.garbled || b.garbled {
		return fitsPattern(a.text, b.text) || fitsPattern(b.text, a.text)
	}
	if strings.HasSuffix(a.folded, " "+b.folded) || strings.HasSuffix(b.folded, " "+a.folded) {
		return true
	}
	// Two spellings of one name begin alike, or have the first letters swapped.
	if a.folded == "" || b.folded == "" || a.folded[0] != b.folded[0] && !lexicon.Swapped(a.folded, b.folded) {
		return false
	}
	near, _ := lexicon.Near(a.text, b.text)
	return near
}

// sameSurname is like for two names that are compared once.
func sameSurname(a, b string) bool {
	x, y := surnameOf(a), surnameOf(b)
	return x.like(&y)
}
