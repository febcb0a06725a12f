package checks

// Local reports whether a check's keys never bring facts of two documents
// together. Whoever runs it can then judge each document by itself and need
// not keep its facts.
func Local(c Check) bool {
	switch c.(type) {
	case days, ranges, items, linkLabel, order:
		return true
	}
	return false
}
