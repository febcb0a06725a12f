package fact

import (
	"hash/fnv"
	"slices"
	"strings"
)

// NameSet are the names that a document uses. It can tell which are shared and
// not what they are: it keeps their hashes (FNV-1a, 64 bits), sorted, since
// every record of a set is held against every claim and the names themselves
// would be most of what is remembered of a document. Two different names have
// the same hash once in 10^19 pairs.
type NameSet []uint64

// NewNameSet makes the set of some names; case does not matter.
func NewNameSet(names []string) NameSet {
	s := make(NameSet, 0, len(names))
	for _, n := range names {
		h := fnv.New64a()
		_, _ = h.Write([]byte(strings.ToLower(n)))
		s = append(s, h.Sum64())
	}
	slices.Sort(s)
	return slices.Clip(slices.Compact(s))
}

// Shared is the number of names that both sets have.
func (s NameSet) Shared(other NameSet) int {
	n := 0
	for i, j := 0, 0; i < len(s) && j < len(other); {
		switch {
		case s[i] == other[j]:
			n++
			i++
			j++
		case s[i] < other[j]:
			i++
		default:
			j++
		}
	}
	return n
}
