package lexicon

import (
	"strings"
	"unicode"
	"unicode/utf8"

	"github.com/mozillazg/go-unidecode"
	"github.com/xrash/smetrics"
	"golang.org/x/text/unicode/norm"
)

// Particle reports whether the lower-case word belongs to the surname that
// follows it: von, de, bin, al.
func Particle(lower string) bool {
	switch lower {
	case "von", "vom", "van", "vander", "ver", "de", "del", "della", "dello", "dei", "degli", "der", "den", "des", "di", "da", "das", "do", "dos", "du", "la", "le", "las", "los", "lo", "el", "al", "ul", "ibn", "bin", "bint", "binti", "ben", "bar", "abu", "umm", "ter", "ten", "te", "tot", "zu", "zum", "zur", "af", "av", "mac", "mc", "st", "san", "santa", "ap", "y", "e", "'t", "op", "oude", "nic", "ní", "ó", "ua":
		return true
	}
	return false
}

// FoldName is a name in lower case without diacritics, apostrophes, hyphens
// and full stops, in ASCII: "Anušauskas" is "anusauskas", "O’Neil" "oneil".
func FoldName(s string) string {
	clean := true
	for i := 0; i < len(s) && clean; i++ {
		clean = s[i] >= 'a' && s[i] <= 'z' || s[i] == ' '
	}
	if clean {
		return s
	}
	var b strings.Builder
	b.Grow(len(s))
	for _, r := range s {
		switch {
		case r == '\'' || r == '’' || r == 'ʼ' || r == '‘' || r == '`' || r == '-' || r == '‐' || r == '‑' || r == '.':
		case r < utf8.RuneSelf:
			b.WriteRune(unicode.ToLower(r))
		default:
			b.WriteString(strings.ToLower(strings.ReplaceAll(unidecode.Unidecode(string(r)), "'", "")))
		}
	}
	return b.String()
}

// skeletonRules are the letters that transliterations write in several ways,
// with the letter that stands for all of them, by their first letter. The
// first that fits is taken.
var skeletonRules = [...][]struct{ from, to string }{
	'a': {{"ae", "a"}, {"ay", "ai"}},
	'c': {{"ch", "c"}, {"ck", "k"}, {"cz", "c"}},
	'd': {{"dj", "j"}, {"dzh", "j"}},
	'e': {{"ee", "i"}, {"ey", "ei"}},
	'g': {{"gh", "g"}},
	'i': {{"iu", "u"}, {"ia", "a"}, {"iy", "i"}, {"ij", "i"}, {"ii", "i"}},
	'j': {{"ju", "u"}, {"ja", "a"}, {"jo", "o"}},
	'k': {{"kh", "h"}, {"ks", "x"}},
	'o': {{"ou", "u"}, {"oo", "u"}, {"oe", "o"}},
	'p': {{"ph", "f"}},
	'q': {{"qu", "k"}, {"q", "k"}},
	's': {{"shch", "s"}, {"sch", "s"}, {"sh", "s"}},
	't': {{"tch", "c"}, {"th", "t"}, {"ts", "c"}, {"tz", "c"}},
	'u': {{"ue", "u"}},
	'w': {{"w", "v"}},
	'y': {{"yu", "u"}, {"ya", "a"}, {"yo", "o"}, {"yi", "i"}, {"yy", "i"}, {"yj", "i"}, {"y", "i"}},
	'z': {{"zh", "z"}},
}

// Skeleton is a key that spellings of one name in different transliterations
// share: Zelensky and Zelenskyy, Zaluzhny and Zaluzhnyi, Lacomb and Lacombe.
// Vowels stay, so that Mackiewicz and Mickiewicz do not meet.
func Skeleton(s string) string {
	s = FoldName(s)
	if strings.HasPrefix(s, "ye") || strings.HasPrefix(s, "je") {
		s = s[1:]
	}
	b := make([]byte, 0, len(s))
	for i := 0; i < len(s); {
		to, n := skeletonStep(s[i:])
		i += n
		for j := 0; j < len(to); j++ {
			if len(b) == 0 || b[len(b)-1] != to[j] {
				b = append(b, to[j])
			}
		}
	}
	if n := len(b); n >= 5 && b[n-1] == 'e' {
		b = b[:n-1]
	}
	return string(b)
}

func skeletonStep(s string) (to string, n int) {
	if int(s[0]) < len(skeletonRules) {
		for i := range skeletonRules[s[0]] {
			if r := &skeletonRules[s[0]][i]; strings.HasPrefix(s, r.from) {
				return r.to, len(r.from)
			}
		}
	}
	return s[:1], 1
}

// Near reports whether a and b are likely spellings of one name, with the
// distance of their folded forms: at most one edit or swap of letters, or two
// for names of nine letters and more, or the same skeleton. Names that fold to
// the same are near (distance 0) only if letters differ and not just capitals
// or the form of an apostrophe. Grammatical forms of one name (plural,
// possessive, demonym, a woman's form of a Slavic surname) are not near.
func Near(a, b string) (near bool, distance int) {
	fa, fb := FoldName(a), FoldName(b)
	if fa == fb {
		return fa != "" && plainForm(a) != plainForm(b), 0
	}
	short, long := fa, fb
	if len(short) > len(long) {
		short, long = long, short
	}
	if opposed(short, long) {
		return false, editDistance(fa, fb)
	}
	if len(long)-len(short) > 3 || len(short) < 3 || inflected(short, long) {
		return false, editDistance(fa, fb)
	}
	distance = editDistance(fa, fb)
	if Skeleton(a) == Skeleton(b) && (len(short) >= 4 || distance == 1 && len(long) >= 4) {
		return true, distance
	}
	limit := 1
	switch {
	case len(short) < 5:
		return false, distance
	case len(short) >= 9:
		limit = 2
	}
	return distance <= limit && (fa[0] == fb[0] || Swapped(fa, fb)), distance
}

// opposed reports whether two words differ by prefixes that say the contrary:
// onboarding, offboarding.
func opposed(short, long string) bool {
	for _, p := range [...][2]string{{"on", "off"}, {"in", "out"}, {"im", "ex"}, {"up", "down"}} {
		if a, ok := strings.CutPrefix(short, p[0]); ok {
			if b, ok := strings.CutPrefix(long, p[1]); ok && a == b {
				return true
			}
		}
		if a, ok := strings.CutPrefix(short, p[1]); ok {
			if b, ok := strings.CutPrefix(long, p[0]); ok && a == b {
				return true
			}
		}
	}
	return false
}

// SameLetters reports whether two words look alike and differ at most in how
// their accents are encoded, as one character or as two.
func SameLetters(a, b string) bool {
	return a == b || norm.NFC.String(a) == norm.NFC.String(b)
}

// plainForm is a name in lower case with plain apostrophes, its accents encoded
// in one way.
func plainForm(s string) string {
	s = norm.NFC.String(s)
	return strings.NewReplacer("’", "", "'", "", "‘", "", "‐", "-", "‑", "-").Replace(strings.ToLower(s))
}

// inflected reports whether long is short in another grammatical form.
func inflected(short, long string) bool {
	rest, ok := strings.CutPrefix(long, short)
	if !ok {
		stem := strings.TrimRight(short, "aeiyou")
		rest, ok = strings.CutPrefix(long, stem)
		if !ok || len(stem)+1 < len(short) {
			return femaleForm(short, long)
		}
		return rest == "ian" || rest == "an" || rest == "ese" || rest == "ish" || rest == "ies" || femaleForm(short, long)
	}
	switch rest {
	case "a": // Albert, Alberta
		return AnyGiven(short) && AnyGiven(long) || femaleForm(short, long)
	case "s", "es", "an", "ian", "n", "ese", "ish", "i", "er", "ers", "ns", "ians", "ite", "ites", "esque", "ism", "ist":
		return rest != "i" && rest != "n" && rest != "er" || demonymStem(short, rest)
	}
	return femaleForm(short, long)
}

// demonymStem tells for the endings that names also vary in (-i, -n, -er)
// whether the shorter form is a country, so that the longer is its demonym.
func demonymStem(short, rest string) bool {
	if rest == "n" && strings.HasSuffix(short, "a") {
		return true // Dakota, Dakotan
	}
	p, ok := LookupPlace(short)
	return ok && (p.Kind == Country || p.Kind == State || p.Kind == Region || rest == "er")
}

// femaleForm reports whether long is the form of a Slavic surname for women:
// Ivanova of Ivanov, Navalnaya of Navalny.
func femaleForm(short, long string) bool {
	if s, ok := strings.CutSuffix(long, "a"); ok && s == short {
		return strings.HasSuffix(s, "ov") || strings.HasSuffix(s, "ev") || strings.HasSuffix(s, "in") || strings.HasSuffix(s, "yn")
	}
	if s, ok := strings.CutSuffix(long, "ova"); ok && (s == short || strings.TrimRight(short, "aek") == strings.TrimRight(s, "k")) {
		return true
	}
	for _, end := range []string{"skaya", "skaia", "ska", "cka", "naya", "na", "aya"} {
		if s, ok := strings.CutSuffix(long, end); ok {
			root := strings.TrimSuffix(end, strings.TrimLeft(end, "sckn"))
			if strings.HasPrefix(short, s+root) && len(short) <= len(s)+len(root)+2 && strings.HasSuffix(strings.TrimRight(short, "iy"), root) && strings.TrimRight(short, "iy") != short {
				return true
			}
		}
	}
	// Forms of equal length: Kowalski, Kowalska.
	return len(short) == len(long) && (strings.HasSuffix(short, "ski") && long == short[:len(short)-1]+"a" ||
		strings.HasSuffix(long, "ski") && short == long[:len(long)-1]+"a" ||
		strings.HasSuffix(short, "sky") && long == short[:len(short)-1]+"a" ||
		strings.HasSuffix(long, "sky") && short == long[:len(long)-1]+"a")
}

// Distance is how many letters must be added, dropped or replaced to make b of a
// (Levenshtein's), a swap of two neighbours counted as one where it is all.
func Distance(a, b string) int { return editDistance(a, b) }

// editDistance is the Levenshtein distance of two ASCII strings, a swap of
// neighbouring letters counted as one edit where it is the only difference.
func editDistance(a, b string) int {
	if Swapped(a, b) {
		return 1
	}
	return smetrics.WagnerFischer(a, b, 1, 1, 1)
}

// Swapped reports whether a and b differ by a swap of two neighbours only.
func Swapped(a, b string) bool {
	if len(a) != len(b) {
		return false
	}
	i := 0
	for i < len(a) && a[i] == b[i] {
		i++
	}
	return i+1 < len(a) && a[i] == b[i+1] && a[i+1] == b[i] && a[i+2:] == b[i+2:]
}
