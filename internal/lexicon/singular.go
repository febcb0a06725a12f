package lexicon

import "strings"

// Singular is the singular of an English plural noun, lower case; a word that
// is no plural by its form is returned as it is. Of a compound the part that
// bears the plural is changed: "commanders-in-chief", "vice-chairmen".
func Singular(noun string) string {
	if head, rest, ok := postpositive(noun); ok {
		return Singular(head) + rest
	}
	if i := strings.LastIndexByte(noun, '-') + 1; i > 0 {
		return noun[:i] + Singular(noun[i:])
	}
	if s, ok := irregular(noun); ok {
		return s
	}
	switch {
	case len(noun) < 4 || !strings.HasSuffix(noun, "s"):
		return noun
	case strings.HasSuffix(noun, "es"):
		return singularOfES(noun)
	case strings.HasSuffix(noun, "ss") || strings.HasSuffix(noun, "us") || strings.HasSuffix(noun, "is"):
		return noun
	}
	return strings.TrimSuffix(noun, "s")
}

// postpositive splits a compound behind the noun that it is a kind of.
func postpositive(noun string) (head, rest string, ok bool) {
	for _, sep := range [...]string{"-in-", "-of-", "-at-", "-by", "-elect", "-designate", "-general"} {
		if i := strings.Index(noun, sep); i > 0 {
			return noun[:i], noun[i:], true
		}
	}
	return "", "", false
}

// singularOfES takes the plural's ending from a regular word in -es: all of
// it where the bare noun ends in a sound that cannot bear an s alone, else
// the s.
func singularOfES(noun string) string {
	stem := strings.TrimSuffix(noun, "es")
	switch noun {
	case "movies", "cookies", "calories", "rookies", "zombies", "selfies", "prairies", "sorties", "brownies",
		"genies", "neckties", "magpies", "pixies", "menageries", "reveries", "boogies", "hippies",
		"caches", "aches", "headaches", "avalanches", "niches", "tranches", "moustaches", "cliches",
		"shoes", "horseshoes", "toes", "foes", "canoes", "hoes", "oboes", "floes", "aloes",
		"uses", "reuses", "misuses", "excuses", "abuses", "fuses", "ruses", "muses", "recluses":
		return stem + "e"
	case "gases", "biases", "canvases", "atlases", "aliases", "irises", "trellises", "lenses", "pancreases":
		return stem
	}
	switch {
	case strings.HasSuffix(stem, "i") && len(stem) > 2:
		return stem[:len(stem)-1] + "y"
	case strings.HasSuffix(stem, "aus") || strings.HasSuffix(stem, "ous"): // causes, houses
		return stem + "e"
	}
	for _, end := range [...]string{"ch", "sh", "ss", "x", "zz", "tz", "o", "us"} {
		if strings.HasSuffix(stem, end) && len(stem) > 2 {
			return stem
		}
	}
	return stem + "e"
}

// irregular is the singular of a plural that no rule of spelling gives, and
// of a word that looks like a plural and is none. Where a form belongs to two
// nouns ("bases", "leaves") the regular one is meant.
func irregular(plural string) (singular string, ok bool) {
	switch plural {
	case "series", "species", "means", "news", "headquarters", "barracks", "crossroads", "corps", "chassis", "lens",
		"gas", "bias", "atlas", "alias", "canvas", "pancreas", "chaos", "cosmos", "ethos", "pathos",
		"politics", "economics", "mathematics", "physics", "athletics", "logistics", "perhaps", "always":
		return plural, true
	case "people":
		return "person", true
	case "children", "grandchildren", "oxen":
		return strings.TrimSuffix(strings.TrimSuffix(plural, "en"), "r"), true
	case "feet", "teeth", "geese":
		return strings.Replace(plural, "ee", "oo", 1), true
	case "mice", "lice":
		return plural[:1] + "ouse", true
	case "dice":
		return "die", true
	case "axes", "crises", "theses", "oases", "testes", "diagnoses", "prognoses", "emphases", "ellipses", "synopses",
		"neuroses", "psychoses", "parentheses", "hypotheses", "syntheses", "prostheses", "metamorphoses", "nemeses":
		return strings.TrimSuffix(plural, "es") + "is", true
	case "quizzes":
		return "quiz", true
	case "menus", "gurus", "emus", "haikus", "taxis", "skis", "rabbis", "alibis", "safaris", "emojis", "wikis",
		"israelis", "iraqis", "pakistanis", "saudis", "yemenis", "omanis", "qataris", "kuwaitis", "emiratis",
		"bahrainis", "bangladeshis", "nepalis", "somalis", "azerbaijanis":
		return strings.TrimSuffix(plural, "s"), true
	}
	for _, find := range [...]func(string) (string, bool){ofMen, inVes, learned} {
		if s, ok := find(plural); ok {
			return s, true
		}
	}
	return "", false
}

// ofMen is the singular of "men", "women" and their compounds: "chairmen".
func ofMen(plural string) (string, bool) {
	stem, ok := strings.CutSuffix(plural, "men")
	if !ok {
		return "", false
	}
	switch plural {
	case "specimen", "abdomen", "regimen", "omen", "amen", "acumen", "stamen", "bitumen", "semen", "yemen", "hymen", "ramen", "lumen":
		return "", false
	}
	return stem + "man", true
}

// inVes is the singular of a plural whose f has become a v.
func inVes(plural string) (string, bool) {
	switch stem, _ := strings.CutSuffix(plural, "ves"); plural {
	case "halves", "shelves", "bookshelves", "selves", "calves", "elves", "wolves", "werewolves", "loaves", "thieves",
		"sheaves", "scarves", "hooves", "dwarves", "wharves":
		return stem + "f", true
	case "knives", "lives", "afterlives", "wives", "midwives", "housewives":
		return stem + "fe", true
	}
	return "", false
}

// learned is the singular of a Latin, Greek or French plural.
func learned(plural string) (string, bool) {
	switch plural {
	case "criteria", "phenomena", "automata":
		return strings.TrimSuffix(plural, "a") + "on", true
	case "bacteria", "memoranda", "referenda", "addenda", "curricula", "errata", "symposia", "millennia", "consortia",
		"moratoria", "spectra", "strata", "honoraria", "stadia", "emporia", "auditoria":
		return strings.TrimSuffix(plural, "a") + "um", true
	case "indices", "vertices", "vortices", "codices", "appendices", "matrices":
		stem := strings.TrimSuffix(plural, "ices")
		if plural == "appendices" || plural == "matrices" {
			return stem + "ix", true
		}
		return stem + "ex", true
	case "alumni", "foci", "nuclei", "radii", "stimuli", "syllabi", "cacti", "fungi", "loci", "termini":
		return strings.TrimSuffix(plural, "i") + "us", true
	case "alumnae", "larvae", "formulae", "antennae", "vertebrae", "nebulae":
		return strings.TrimSuffix(plural, "e"), true
	}
	switch {
	case strings.HasSuffix(plural, "alyses"): // analyses, catalyses, paralyses
		return strings.TrimSuffix(plural, "es") + "is", true
	case strings.HasSuffix(plural, "eaus"), strings.HasSuffix(plural, "eaux"):
		return plural[:len(plural)-1], true
	}
	return "", false
}
