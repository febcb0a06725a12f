package extract

import "strings"

// surface copies text with each run of white space made one blank, as it is
// shown to people.
func surface(s string) string {
	clean := true
	for i := 0; i < len(s); i++ {
		if c := s[i]; c == '\n' || c == '\t' || c == '\r' || c == ' ' && i > 0 && s[i-1] == ' ' {
			clean = false
			break
		}
	}
	if clean {
		return strings.Clone(s)
	}
	words := strings.Fields(s)
	if len(words) == 1 {
		return strings.Clone(words[0]) // which Join would not copy
	}
	return strings.Join(words, " ")
}
