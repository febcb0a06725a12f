package extract

import (
	"sort"
	"strings"
	"unicode"
	"unicode/utf8"
)

// Reasons why a reference may not lead to a part of the document.
const (
	ofAnotherWork = "it may be a part of another work"
	ofAnotherTime = "it may be a part of another version"
)

// otherWork tells why the reference text[at:stop] of block i may not lead to
// a part of this document; empty if nothing says so.
func (x *extractor) otherWork(i int, text string, at, stop int, kind string) string {
	const reach = 160 // bytes of the sentence on each side
	before, after := text[max(0, at-reach):at], text[stop:min(len(text), stop+reach)]
	switch {
	case x.linkedAway(x.doc.Blocks[i].Span.Start + at):
		return ofAnotherWork
	case followedByWork(after, kind):
		return ofAnotherWork
	case precededByWork(before, at):
		return ofAnotherWork
	case x.listsSources(x.doc.Blocks[i].Heading) || strings.HasPrefix(text, "["):
		return ofAnotherWork
	}
	return aboutWork(lastSentence(before) + " " + firstSentence(after))
}

// linkedAway reports whether a place lies in a link that leaves the document.
func (x *extractor) linkedAway(at int) bool {
	l := x.doc.Links
	i := sort.Search(len(l), func(i int) bool { return l[i].Span.Start > at })
	for k := max(0, i-2); k < i; k++ {
		if l[k].Span.Start <= at && at < l[k].Span.End && !strings.HasPrefix(l[k].Target, "#") {
			return true
		}
	}
	return false
}

// lastSentence is the end of a text behind its last semicolon, or full stop before a
// capital.
func lastSentence(s string) string {
	for i := len(s) - 3; i >= 0; i-- {
		if s[i] == ';' {
			return s[i+1:]
		}
		if s[i] == '.' && isSpaceByte(s[i+1]) && s[i+2] >= 'A' && s[i+2] <= 'Z' {
			return s[i+2:]
		}
	}
	return s
}

// firstSentence is the beginning of a text up to its first semicolon, or full stop before
// a capital.
func firstSentence(s string) string {
	for i := 0; i+2 < len(s); i++ {
		if s[i] == ';' {
			return s[:i]
		}
		if s[i] == '.' && isSpaceByte(s[i+1]) && s[i+2] >= 'A' && s[i+2] <= 'Z' {
			return s[:i]
		}
	}
	return s
}

// followedByWork reports whether what stands behind a reference names the
// work that the part belongs to: "of RFC 7748", ", ISO 8601", "[4]".
func followedByWork(after, kind string) bool {
	rest := strings.TrimLeft(after, " \n\t\u00a0,*_)\"'")
	if strings.HasPrefix(rest, "[") || strings.HasPrefix(strings.TrimLeft(after, " \n"), "(") && workInBrackets(rest) {
		return true
	}
	word, next := cutWord(rest)
	second, _ := cutWord(next)
	switch word {
	case "of", "from", "within":
		return !ownWork(second)
	case "in", "to", "under", "on", "at", "for":
		if ownWork(second) {
			return false
		}
		return lettersNumber(kind) && word == "to" || second == "the" && word != "for" || capital(second) || strings.HasPrefix(strings.TrimLeft(next, " \n"), "[") || foreignWord(second)
	}
	comma := strings.HasPrefix(strings.TrimLeft(after, " \n"), ",")
	return comma && capital(word) && partKindOf(word) == "" || allCapitals(word)
}

// partKindOf is partKind of a word in any case.
func partKindOf(word string) string {
	kind, _ := partKind(strings.ToLower(word))
	return kind
}

// workInBrackets reports whether the bracket at the beginning of a text holds
// a name or a year, as citations do.
func workInBrackets(s string) bool {
	s = strings.TrimPrefix(s, "(")
	end := strings.IndexByte(s, ')')
	if end < 0 {
		return false
	}
	word, _ := cutWord(s)
	return capital(word) && partKindOf(word) == "" && !strings.ContainsAny(word, "=") && strings.ContainsAny(s[:end], "0123456789")
}

// ownWork reports whether a word makes what follows it the document itself.
func ownWork(word string) bool {
	switch word {
	case "this", "these", "our", "present", "here", "hereof", "herein":
		return true
	}
	return false
}

// foreignWord reports whether a word points to something named elsewhere.
func foreignWord(word string) bool {
	switch word {
	case "that", "those", "their", "its", "his", "her", "another", "other", "each", "ref", "reference", "supplement", "supplementary", "supporting", "main", "volume", "part", "chapter", "appendix", "annex", "schedule":
		return true
	}
	return false
}

// cutWord is the first word of a text, without the marks around it, and what
// stands behind it.
func cutWord(s string) (word, rest string) {
	s = strings.TrimLeft(s, " \n\t\u00a0(\"'“‘*_`")
	end := strings.IndexFunc(s, func(r rune) bool {
		return !unicode.IsLetter(r) && !unicode.IsDigit(r) && r != '-' && r != '\'' && r != '’'
	})
	if end < 0 {
		end = len(s)
	}
	return s[:end], s[end:]
}

func capital(word string) bool {
	r, _ := utf8.DecodeRuneInString(word)
	return unicode.IsUpper(r)
}

// allCapitals reports whether a word is an acronym, with figures perhaps.
func allCapitals(word string) bool {
	return len(word) >= 2 && strings.ToUpper(word) == word && unicode.IsUpper(rune(word[0])) && unicode.IsUpper(rune(word[1]))
}

// precededByWork reports whether the word before a reference names the work
// that the part belongs to: "RFC 7748, Section 6", "GDPR Article 9", "the
// Act's section 4", "[3], Figure 2".
func precededByWork(before string, at int) bool {
	trimmed := strings.TrimRight(before, " \n\t\u00a0,")
	if trimmed == "" {
		return false
	}
	comma := len(trimmed) < len(strings.TrimRight(before, " \n\t\u00a0"))
	switch trimmed[len(trimmed)-1] {
	case ']', ')':
		return true
	case '(', '[', '.', ';', ':', '!', '?', '|':
		return false
	}
	from := strings.LastIndexAny(trimmed, " \n\t(\"[") + 1
	word := strings.Trim(trimmed[from:], "*_\"“‘”’'")
	if word == "" {
		return false
	}
	low := strings.ToLower(word)
	if strings.HasSuffix(low, "'s") || strings.HasSuffix(low, "’s") || strings.HasSuffix(low, "s'") {
		return true
	}
	switch low {
	case "its", "their", "his", "her", "whose", "that", "another", "old", "former", "new", "previous", "proposed", "draft", "existing", "original",
		"supplementary", "supplemental", "supporting", "extended", "statutory", "constitution", "code", "act", "treaty", "directive", "regulation", "convention", "spec", "specification", "standard", "book", "manual", "per", "a", "an", "every", "each", "any", "one", "some", "no":
		return true
	}
	if isDigit(word[len(word)-1]) {
		return !comma && !partBefore(trimmed[:from]) || comma && !partBefore(trimmed[:from])
	}
	return capital(word) && !(from == 0 && at <= len(before)) && !sentenceStart(trimmed, from) && partKindOf(word) == "" && !leadingWord(low) && !comma
}

// partBefore reports whether a number before a reference belongs to another
// reference: "Table 2, Figure 3".
func partBefore(s string) bool {
	s = strings.TrimRight(s, " \n\t\u00a0.")
	from := strings.LastIndexAny(s, " \n\t(\u00a0") + 1
	return partKindOf(s[from:]) != "" || strings.HasSuffix(s, " and") || strings.HasSuffix(s, " to") || strings.HasSuffix(s, ",")
}

// sentenceStart reports whether a sentence begins at s[from:].
func sentenceStart(s string, from int) bool {
	t := strings.TrimRight(s[:from], " \n\t\"“‘'(*_")
	return t == "" || strings.IndexByte(".!?:;|", t[len(t)-1]) >= 0
}

// leadingWord reports whether a word only leads to a reference, whatever its case.
func leadingWord(low string) bool {
	switch low {
	case "see", "in", "the", "under", "and", "or", "to", "of", "cf", "also", "by", "from", "with", "this", "refer", "see:", "e.g", "party", "parties", "client", "supplier", "customer", "company":
		return true
	}
	return false
}

// aboutWork tells why a sentence may speak of other works' parts, or of parts
// that are no longer or not yet there.
func aboutWork(sentence string) string {
	for _, w := range strings.FieldsFunc(sentence, func(r rune) bool { return !unicode.IsLetter(r) && r != '-' }) {
		switch w {
		case "RFC", "RFCs", "ISO", "IEC", "IEEE", "ANSI", "ITU", "ECMA", "W", "EN", "BCP", "NIST", "FIPS", "IETF", "Unicode", "POSIX", "Act", "Acts", "Directive", "Regulation", "Regulations", "Treaty", "Convention", "Constitution",
			"Code", "Standard", "Statute", "Ordinance", "Charter", "Protocol", "Covenant", "Statutes", "Rules", "Law", "law", "Bill", "Decree", "USC", "CFR", "GDPR", "EIP", "ERC", "PEP", "BIP", "DIP", "KEP",
			"al", "ibid", "op", "spec", "specification", "specifications", "standard", "textbook", "book", "manual", "handbook", "paper", "papers", "thesis", "article", "supplement", "supplementary", "whitepaper", "licence", "license", "License", "Licence", "supplemental", "SI", "documentation", "version", "draft":
			return ofAnotherWork
		case "removed", "deleted", "renumbered", "formerly", "previously", "former", "repealed", "obsolete", "moved", "added", "inserted", "omitted", "replaced", "substituted", "amended", "renamed", "insert", "delete", "remove", "amend":
			return ofAnotherTime
		}
	}
	return ""
}
