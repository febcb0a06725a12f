package lexicon

import "github.com/concordlint/concord/internal/token"

// QualifierKind names what moves an office in time or rank.
type QualifierKind string

// The kinds of qualifier.
const (
	Then        QualifierKind = "then"
	Former      QualifierKind = "former"
	Acting      QualifierKind = "acting"
	Elect       QualifierKind = "elect"
	Designate   QualifierKind = "designate"
	Outgoing    QualifierKind = "outgoing"
	Incoming    QualifierKind = "incoming"
	Late        QualifierKind = "late"
	Shadow      QualifierKind = "shadow"
	Deputy      QualifierKind = "deputy"
	Interim     QualifierKind = "interim"
	Predecessor QualifierKind = "predecessor"
	Successor   QualifierKind = "successor"
	Next        QualifierKind = "next"
	Future      QualifierKind = "future"
	Co          QualifierKind = "co"
	Honorary    QualifierKind = "honorary"
	Emeritus    QualifierKind = "emeritus"
	Newly       QualifierKind = "newly"
	Current     QualifierKind = "current"
)

// MatchQualifier finds a qualifier that begins at token i and returns it with
// the number of its tokens, a joining hyphen counted: "then-", "former", "ex-",
// "the late" (at "late"), "newly elected". Of the suffixes "-elect" and
// "-designate" i is the hyphen.
func MatchQualifier(toks []token.Token, i int) (q QualifierKind, n int, ok bool) {
	if i < 0 || i >= len(toks) {
		return "", 0, false
	}
	if isHyphen(toks[i].Text) {
		if i+1 < len(toks) && !toks[i].Space && !toks[i+1].Space {
			q = suffixQualifier(toks[i+1].Lower)
		}
		return q, 2, q != ""
	}
	q, n = wordQualifier(toks, i)
	if q == "" {
		return "", 0, false
	}
	if i+n < len(toks) && isHyphen(toks[i+n].Text) && !toks[i+n].Space {
		n++
	}
	return q, n, true
}

func suffixQualifier(s string) QualifierKind {
	switch s {
	case "elect":
		return Elect
	case "designate", "nominate", "select", "presumptive":
		return Designate
	case "emeritus", "emerita":
		return Emeritus
	}
	return ""
}

// plainQualifier is the kind of a word that is a qualifier wherever it stands.
func plainQualifier(s string) QualifierKind {
	switch s {
	case "former", "erstwhile", "onetime", "ousted", "deposed", "retired", "retd", "exiled":
		return Former
	case "acting":
		return Acting
	case "elect":
		return Elect
	case "designate", "nominee", "presumptive":
		return Designate
	case "outgoing", "departing":
		return Outgoing
	case "incoming":
		return Incoming
	case "shadow":
		return Shadow
	case "interim", "caretaker":
		return Interim
	case "predecessor", "predecessors", "preceding":
		return Predecessor
	case "successor", "successors", "succeeding":
		return Successor
	case "future", "aspiring":
		return Future
	case "honorary":
		return Honorary
	case "emeritus", "emerita":
		return Emeritus
	case "newly":
		return Newly
	case "current", "incumbent", "sitting", "serving":
		return Current
	}
	return ""
}

// wordQualifier reads a qualifier of one or more words before an office.
func wordQualifier(toks []token.Token, i int) (QualifierKind, int) {
	t := &toks[i]
	next := func(k int) *token.Token {
		if i+k < len(toks) {
			return &toks[i+k]
		}
		return &token.Token{}
	}
	// A line may be broken behind the hyphen.
	joined := isHyphen(next(1).Text) && !next(1).Space
	switch t.Lower {
	case "then":
		if joined || !t.Cap() && next(1).Cap() {
			return Then, 1
		}
		return "", 0
	case "ex", "co":
		if !joined {
			return "", 0
		}
		if t.Lower == "ex" {
			return Former, 1
		}
		return Co, 1
	case "joint":
		return Co, 1
	case "deputy", "vice":
		return Deputy, 1
	case "late":
		if late(toks, i) {
			return Late, 1
		}
		return "", 0
	case "next":
		if next(1).Kind == token.Word && !isTimeWord(next(1).Lower) {
			return Next, 1
		}
		return "", 0
	case "one", "would":
		if joined && next(2).Lower == "time" {
			return Former, 3
		} else if joined && next(2).Lower == "be" {
			return Future, 3
		}
		return "", 0
	case "ad", "pro":
		switch next(1).Lower {
		case "interim", "tem", "tempore":
			return Interim, 2
		}
		return "", 0
	}
	q := plainQualifier(t.Lower)
	if q == Newly {
		switch next(1).Lower {
		case "elected", "appointed", "named", "installed", "minted", "confirmed", "inaugurated", "sworn":
			return Newly, 2
		}
		return "", 0
	}
	return q, 1
}

// late reports whether "late" at i means dead: after "the" or a possessive,
// and before a name or title, not a time.
func late(toks []token.Token, i int) bool {
	if i == 0 || i+1 >= len(toks) || toks[i+1].Kind != token.Word || isTimeWord(toks[i+1].Lower) {
		return false
	}
	prev := toks[i-1]
	switch prev.Lower {
	case "the", "his", "her", "their", "our", "my":
		return toks[i+1].Cap() || Class(toks[i+1].Lower).Has(TitleWord|GivenWord)
	}
	return prev.Possessive()
}

// isTimeWord reports whether the lower-case word names a time, so that "next"
// and "late" before it qualify no office.
func isTimeWord(s string) bool {
	switch s {
	case "january", "february", "march", "april", "may", "june", "july", "august", "september", "october", "november", "december",
		"monday", "tuesday", "wednesday", "thursday", "friday", "saturday", "sunday",
		"day", "week", "weekend", "month", "year", "season", "quarter", "decade", "century", "morning", "evening", "afternoon", "night",
		"spring", "summer", "autumn", "fall", "winter", "time", "few", "two", "three", "several", "to", "door", "steps", "step", "round",
		"stage", "meeting", "call", "visit", "election", "elections", "session", "one", "level", "generation", "of", "in", "on", "at", "hours":
		return true
	}
	return false
}
