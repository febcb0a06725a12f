package extract

import (
	"strings"
	"unicode"
	"unicode/utf8"

	"github.com/concordlint/concord/internal/lexicon"
	"github.com/concordlint/concord/internal/source"
)

// introduced reports whether what stands before a name shows that it is a
// person's: a by-line, a label such as "Present:", an address line.
func (c *cast) introduced(s sighting) bool {
	text := c.x.doc.Text
	b := c.x.doc.Blocks[s.block].Span
	const reach = 300 // bytes; a list of those present runs over lines
	before := text[max(b.Start, s.span.Start-reach):s.span.Start]
	if w := lastWord(before); w == "by" || w == "By" {
		return byLine(before)
	}
	i := strings.LastIndexByte(before, ':')
	if i < 0 || strings.ContainsAny(before[i:], ".!?") {
		return false
	}
	return personLabel(strings.ToLower(lastWord(before[:i])))
}

// byLine reports whether the "by" at the end of a text begins a line or
// follows the verb of a work that a person does.
func byLine(before string) bool {
	rest := strings.TrimRight(before, " \n")
	rest = rest[:len(rest)-len("by")]
	line := rest[strings.LastIndexByte(rest, '\n')+1:]
	if strings.TrimSpace(line) == "" {
		return true
	}
	switch strings.ToLower(lastWord(rest)) {
	case "directed", "written", "edited", "read", "reported", "drawn", "painted", "photographed", "translated", "signed", "composed", "played",
		"compiled", "presented", "moderated", "chaired", "seconded", "proposed", "reviewed", "taken", "story", "text", "kept", "column", "poem", "portrait":
		return true
	}
	return false
}

// personLabel lists the words before a colon behind which people are named.
func personLabel(w string) bool {
	switch w {
	case "present", "apologies", "attendees", "attending", "attendance", "participants", "absent", "author", "authors", "from", "to", "cc", "by",
		"editor", "editors", "reviewer", "reviewers", "organisers", "organizers", "speaker", "speakers", "chair", "chairs", "clerk", "contact",
		"contacts", "reporter", "cast", "crew", "members", "jury", "thanks", "moderator", "moderators", "host", "hosts", "secretary", "president", "director",
		"reader", "readers", "manager", "lead", "leads", "signed", "guests", "councillors", "judges", "winners", "recipients", "witnesses", "four", "three", "five", "six":
		return true
	}
	return false
}

// followed reports whether what stands behind a name shows that it is a
// person's: an address, a verb of speech, a relative clause, an age.
func (c *cast) followed(s sighting) bool {
	text := c.x.doc.Text
	const reach = 60 // bytes
	after := text[s.span.End:min(s.span.End+reach, c.x.doc.Blocks[s.block].Span.End)]
	rest := strings.TrimLeft(after, " \n")
	if strings.HasPrefix(rest, "<") || strings.HasPrefix(rest, "(") {
		if end := strings.IndexAny(rest, ">)"); end > 0 && strings.Contains(rest[:end], "@") {
			return true
		}
		return strings.HasPrefix(rest, "(born") || strings.HasPrefix(rest, "(b. ")
	}
	if r, ok := strings.CutPrefix(rest, ","); ok {
		r = strings.TrimLeft(r, " \n")
		w := firstWord(r)
		return w == "who" || w == "whose" || w == "aged" || w == "born" || ageThere(r)
	}
	if len(rest) == len(after) {
		return false
	}
	return personVerb(firstWord(rest))
}

// ageThere reports whether a text begins with an age between commas.
func ageThere(s string) bool {
	i := 0
	for i < len(s) && s[i] >= '0' && s[i] <= '9' {
		i++
	}
	return i > 0 && i <= 2 && i < len(s) && s[i] == ','
}

// personVerb lists verbs whose subject is a person.
func personVerb(w string) bool {
	switch w {
	case "said", "says", "told", "tells", "asked", "asks", "wrote", "writes", "replied", "thanked", "recalled", "insisted", "laughed", "retired",
		"resigned", "died", "married", "smiled", "answered", "apologised", "apologized", "suggested", "who", "himself", "herself", "reports", "reported":
		return true
	}
	return false
}

// roleBehind is the office or function behind a name: ", chair of the …", or
// on the next line, as under a signature.
func (c *cast) roleBehind(s sighting) string {
	text := c.x.doc.Text
	const reach = 60 // bytes
	after := text[s.span.End:min(s.span.End+reach, len(text))]
	rest := strings.TrimLeft(after, " \n,(")
	if len(rest) == len(after) || rest == "" || !strings.ContainsAny(after[:len(after)-len(rest)], "\n,(") {
		return ""
	}
	for range 2 {
		w := strings.ToLower(firstWord(rest))
		if lexicon.Class(w).Has(lexicon.TitleHead) {
			return strings.Clone(w)
		}
		if w != "the" && w != "our" && w != "its" && w != "a" {
			return ""
		}
		rest = strings.TrimLeft(rest[len(w):], " \n")
	}
	return ""
}

// firstWord and lastWord are the letters at the start and the end of a text.
func firstWord(s string) string {
	i := strings.IndexFunc(s, func(r rune) bool { return !unicode.IsLetter(r) })
	if i < 0 {
		return s
	}
	return s[:i]
}

func lastWord(s string) string {
	s = strings.TrimRight(s, " \n*_")
	i := strings.LastIndexFunc(s, func(r rune) bool { return !unicode.IsLetter(r) })
	if i < 0 {
		return s
	}
	_, n := utf8.DecodeRuneInString(s[i:])
	return s[i+n:]
}

// sentenceAround is the sentence of a block around a span, as far as marks of
// punctuation tell it. Cutting too early does no harm here.
func sentenceAround(text string, block, at source.Span) source.Span {
	block = near(block, at)
	s := source.Span{Start: block.Start, End: block.End}
	for i := at.Start - 2; i > block.Start; i-- {
		if sentenceEnd(text, i) {
			s.Start = i + 1
			break
		}
	}
	for i := at.End; i+1 < block.End; i++ {
		if sentenceEnd(text, i) {
			s.End = i + 1
			break
		}
	}
	return s
}

// sentenceEnd reports whether the byte at i is a mark that ends a sentence:
// before a blank, and not behind an initial or a short word.
func sentenceEnd(text string, i int) bool {
	switch text[i] {
	case '!', '?':
	case '.':
		if i < 4 || !isLetter(text[i-1]) && text[i-1] != ')' && (text[i-1] < '0' || text[i-1] > '9') {
			return false
		}
		if !isLetter(text[i-2]) || !isLetter(text[i-3]) || text[i-3] >= 'A' && text[i-3] <= 'Z' && !isLetter(text[i-4]) {
			return false
		}
	default:
		return false
	}
	return isBlankByte(text[i+1])
}

// remarks reports whether a sentence speaks of a spelling or of people who
// share a name.
func remarks(s string) bool {
	for _, w := range []string{"spel", "namesake", "relation", "related", "confuse", "kin to", "one name", "same name", "of the name"} {
		if strings.Contains(s, w) {
			return true
		}
	}
	return false
}
