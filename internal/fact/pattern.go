package fact

// KindPattern is what a pattern of a user's rule finds.
const KindPattern Kind = "pattern"

// PatternMatch is one place that a pattern of a user's rule finds.
type PatternMatch struct {
	Base
	// Pattern is the pattern's name, with its rule's id before it.
	Pattern string
	// Key is what the pattern's key groups hold, in lower case, with each run
	// of white space as one blank: what the value is said of.
	Key string
	// Value is what the value group holds, with single blanks, and ValueAt
	// where it stands.
	Value   string
	ValueAt Place
}

// FactKind is KindPattern.
func (*PatternMatch) FactKind() Kind { return KindPattern }
