package lexicon

// AnyGiven reports whether s is a given name that a list knows, the short and
// familiar forms counted, in any case, with or without its diacritics.
func AnyGiven(s string) bool {
	if f, m := GivenName(s); f || m {
		return true
	}
	return len(nicknames()[FoldName(s)]) > 0
}
