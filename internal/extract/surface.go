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
	return strings.Join(strings.Fields(s), " ")
}
