package changed

// Touches reports whether n bytes from offset on have anything in common with
// one of the spans, which are in order. An empty range does with a span that it
// lies in or at the end of.
func Touches(spans []Span, offset, n int) bool {
	for _, s := range spans {
		if s.Start >= offset+max(n, 1) {
			return false
		}
		if offset < s.End || n == 0 && offset == s.End {
			return true
		}
	}
	return false
}
