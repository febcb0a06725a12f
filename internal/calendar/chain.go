package calendar

import "sort"

// slot is an item of a list as a stretch of time, in minutes: lo equals hi
// where the item's start is known to the day (or to the minute, where the
// list has clocks); else the start lies somewhere between.
type slot struct{ lo, hi int64 }

// chainNode is the first item of a sorted subsequence, with the node of the
// one behind it (-1 for none) and the time chosen for it, negated.
type chainNode struct {
	item, next int32
	at         int64
}

// maxVague bounds the work that vague items can make: in longer lists they
// are left out of the comparison.
const maxVague = 1024

// longestChain returns the indices of a longest subsequence in which a time
// can be chosen for each item, within its slot, so that the times never fall.
// Where there are several, items that stand earlier are preferred, so that of
// two in the wrong order the later one is left out.
//
// It is patience sorting, as for the longest non-decreasing subsequence; an
// item with a wide slot can also stand beside each chain that ends within its
// slot. The list is worked from its end, since of equally long chains the one
// completed last wins.
func longestChain(s []slot) []int32 {
	var nodes []chainNode
	var tails []int32 // tails[k]: the chain of k+1 items that begins latest
	for i := len(s) - 1; i >= 0; i-- {
		x := slot{-s[i].hi, -s[i].lo}
		p := sort.Search(len(tails), func(k int) bool { return nodes[tails[k]].at > x.lo })
		q := p
		if x.hi > x.lo {
			q = p + sort.Search(len(tails)-p, func(k int) bool { return nodes[tails[p+k]].at > x.hi })
		}
		if q == len(tails) {
			tails = append(tails, 0)
		}
		for k := q; k > p; k-- {
			nodes = append(nodes, chainNode{int32(i), tails[k-1], nodes[tails[k-1]].at})
			tails[k] = int32(len(nodes) - 1)
		}
		next := int32(-1)
		if p > 0 {
			next = tails[p-1]
		}
		nodes = append(nodes, chainNode{int32(i), next, x.lo})
		tails[p] = int32(len(nodes) - 1)
	}
	chain := make([]int32, 0, len(tails))
	if len(tails) > 0 {
		for n := tails[len(tails)-1]; n >= 0; n = nodes[n].next {
			chain = append(chain, nodes[n].item)
		}
	}
	return chain
}

// mirror turns descending into ascending order.
func mirror(s []slot) []slot {
	m := make([]slot, len(s))
	for i, x := range s {
		m[i] = slot{-x.hi, -x.lo}
	}
	return m
}

// invertedPairs counts the pairs that stand in the wrong order; for short
// lists only.
func invertedPairs(s []slot) (n int) {
	for i := range s {
		for j := i + 1; j < len(s); j++ {
			if s[j].hi < s[i].lo {
				n++
			}
		}
	}
	return n
}

// rises counts the members of a chain that lie strictly after the one before.
func rises(s []slot, chain []int32) (n int) {
	for k := 1; k < len(chain); k++ {
		if s[chain[k]].lo > s[chain[k-1]].hi {
			n++
		}
	}
	return n
}

// against names, for an item left out of the chain, the member that it
// contradicts: the nearest one before it if that is later, else the nearest
// one after it.
func against(s []slot, chain []int32, item int32) int32 {
	k := sort.Search(len(chain), func(k int) bool { return chain[k] > item })
	if k > 0 && s[chain[k-1]].lo > s[item].hi || k == len(chain) {
		return chain[k-1]
	}
	if s[chain[k]].hi < s[item].lo || k == 0 {
		return chain[k]
	}
	for j := k - 2; j >= 0; j-- {
		if s[chain[j]].lo > s[item].hi {
			return chain[j]
		}
	}
	return chain[k-1]
}
