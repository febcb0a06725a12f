package checks

// byDocument is a check whose keys never bring facts of two documents
// together. Such a check says so with a method of its own file.
type byDocument interface{ keysByDocument() }

// crossing is a check that is local but for a part of its own, which brings
// documents together.
type crossing interface{ across() Check }

// Across is the part of a local check that brings documents together, nil for
// the most, which have none.
func Across(c Check) Check {
	if c, ok := c.(crossing); ok {
		return c.across()
	}
	return nil
}

// Local reports whether a check's keys never bring facts of two documents
// together. Whoever runs it can then judge each document by itself and need
// not keep its facts.
func Local(c Check) bool {
	_, local := c.(byDocument)
	return local
}
