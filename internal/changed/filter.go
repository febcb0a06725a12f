package changed

// Touches reports whether n bytes from offset on have anything in common with
// one of the spans, which are in order; beside tells that those count too that
// only stand beside a change. An empty range does with a span that it lies in
// or at the end of.
func Touches(spans []Span, offset, n int, beside bool) bool {
	for _, s := range spans {
		if s.Start >= offset+max(n, 1) {
			return false
		}
		if s.Beside && !beside {
			continue
		}
		if offset < s.End || n == 0 && offset == s.End {
			return true
		}
	}
	return false
}

// Distance is how many bytes n bytes from offset on are away from the nearest
// change; -1 if there is none.
func Distance(spans []Span, offset, n int) int {
	best := -1
	for _, s := range spans {
		if s.Beside {
			continue
		}
		d := max(0, s.Start-offset-n, offset-s.End)
		if best < 0 || d < best {
			best = d
		}
	}
	return best
}
