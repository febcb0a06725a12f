package lexicon

// Nickname reports whether two given names are forms of one: Tony and Antony,
// Peg and Margaret, and any name and itself, ignoring case and diacritics.
func Nickname(a, b string) bool { return false }

// GivenName reports whether s is a common given name, of women, of men.
func GivenName(s string) (female, male bool) { return false, false }

// Particle reports whether the lower-case word belongs to the surname that
// follows it: von, de, bin, al.
func Particle(lower string) bool { return false }

// FoldName is a name in lower case without diacritics, apostrophes, hyphens.
func FoldName(s string) string { return s }

// Skeleton is a key that spellings of one name in different transliterations
// share: Zelensky and Zelenskyy.
func Skeleton(s string) string { return s }

// Near reports whether a and b are likely spellings of one name, with the
// Damerau-Levenshtein distance of the folded forms.
func Near(a, b string) (near bool, distance int) { return false, 0 }
