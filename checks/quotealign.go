package checks

// aligned is how the words of one quotation stand to those of another.
type aligned struct {
	// matched words, those among them that say something by themselves, and
	// those that differ.
	matched, content, changed int
	hunks                     []hunk
}

// hunk is a stretch in which two quotations differ: words a of the first
// against words b of the second, half open.
type hunk struct{ a0, a1, b0, b1 int }

// Scores of an alignment. A word that is the same outweighs one that is not,
// so that a quotation is taken to its end where the other goes on.
const (
	scoreMatch  = 3
	scoreDiffer = -2
	scoreGap    = -2
)

// align lays two quotations side by side where they overlap: what only one of
// them has before or behind the other is free, as is what stands at an
// ellipsis or in square brackets.
func align(a, b []said) aligned {
	n, m := len(a), len(b)
	if n == 0 || m == 0 {
		return aligned{}
	}
	w := m + 1
	score := make([]int32, (n+1)*w)
	step := make([]uint8, (n+1)*w)
	for i := 1; i <= n; i++ {
		for j := 1; j <= m; j++ {
			best, by := score[(i-1)*w+j-1]+pairScore(&a[i-1], &b[j-1]), uint8(1)
			if s := score[(i-1)*w+j] + skipScore(b, j, a[i-1].changed); s > best {
				best, by = s, 2
			}
			if s := score[i*w+j-1] + skipScore(a, i, b[j-1].changed); s > best {
				best, by = s, 3
			}
			score[i*w+j], step[i*w+j] = best, by
		}
	}
	i, j := n, m
	for k := range m + 1 {
		if score[n*w+k] > score[i*w+j] {
			i, j = n, k
		}
	}
	for k := range n + 1 {
		if score[k*w+m] > score[i*w+j] {
			i, j = k, m
		}
	}
	return trace(a, b, step, i, j)
}

func pairScore(a, b *said) int32 {
	switch {
	case a.norm == b.norm:
		return scoreMatch
	case a.changed || b.changed:
		return 0
	}
	return scoreDiffer
}

// skipScore is that of a word that only one side has, where the other side is
// behind its word i-1: nothing if words may be left out there.
func skipScore(other []said, i int, changed bool) int32 {
	if changed || i < len(other) && other[i].gap || i > 0 && other[i-1].changed {
		return 0
	}
	return scoreGap
}

// trace follows the best way back and notes what matched and what did not.
func trace(a, b []said, step []uint8, i, j int) aligned {
	var out aligned
	w := len(b) + 1
	differ := func(a0, a1, b0, b1 int) {
		out.changed += max(a1-a0, b1-b0)
		if k := len(out.hunks) - 1; k >= 0 && out.hunks[k].a0 == a1 && out.hunks[k].b0 == b1 {
			out.hunks[k].a0, out.hunks[k].b0 = a0, b0
			return
		}
		out.hunks = append(out.hunks, hunk{a0, a1, b0, b1})
	}
	for i > 0 && j > 0 {
		x, y := &a[i-1], &b[j-1]
		switch step[i*w+j] {
		case 1:
			switch {
			case x.norm == y.norm:
				out.matched++
				if content(x.norm) {
					out.content++
				}
			case !x.changed && !y.changed:
				differ(i-1, i, j-1, j)
			}
			i, j = i-1, j-1
		case 2:
			if skipScore(b, j, x.changed) != 0 {
				differ(i-1, i, j, j)
			}
			i--
		default:
			if skipScore(a, i, y.changed) != 0 {
				differ(i, i, j-1, j)
			}
			j--
		}
	}
	for l, r := 0, len(out.hunks)-1; l < r; l, r = l+1, r-1 {
		out.hunks[l], out.hunks[r] = out.hunks[r], out.hunks[l]
	}
	return out
}
