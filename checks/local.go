package checks

// byDocument is a check whose keys never bring facts of two documents
// together. Such a check says so with a method of its own file.
type byDocument interface{ keysByDocument() }

// Local reports whether a check's keys never bring facts of two documents
// together. Whoever runs it can then judge each document by itself and need
// not keep its facts.
func Local(c Check) bool {
	_, local := c.(byDocument)
	return local
}
