package extract

import (
	"slices"
	"strings"

	"github.com/concordlint/concord/internal/fact"
	"github.com/concordlint/concord/internal/source"
)

// unexplained finds acronyms that a document uses again and again and never
// explains, though it explains others. Those that need no explanation are left
// out.
func (x *extractor) unexplained(fit []*fact.Acronym) {
	const least, most = 3, 20 // uses of an acronym, acronyms told of
	if len(fit) == 0 {
		return
	}
	uses := map[string]int{}
	first := map[string]fact.Place{}
	var order []string
	for i, b := range x.doc.Blocks {
		if b.Quoted || b.Kind != source.Paragraph && b.Kind != source.Item {
			continue
		}
		eachCapitals(x.doc.TextOf(b), func(from, to int) {
			s := source.Span{Start: b.Span.Start + from, End: b.Span.Start + to}
			word := x.doc.Text[s.Start:s.End]
			if needsNoWords(word) || x.literal(s) {
				return
			}
			if uses[word] == 0 {
				first[word] = x.place(i, s)
				order = append(order, word)
			}
			uses[word]++
		})
	}
	told := 0
	for _, word := range order {
		explained := func(a *fact.Acronym) bool { return a.Surface == word || a.Initials == word }
		if uses[word] < least || told == most || slices.ContainsFunc(fit, explained) || strings.Contains(x.doc.Text, word+" (") || strings.Contains(x.doc.Text, "("+word+")") {
			continue
		}
		told++
		own := x.own(word)
		p := first[word]
		x.facts = append(x.facts, &fact.Acronym{Base: fact.Base{Place: p, Surface: own}, WordsAt: p, Initials: own, Uses: uses[word], Unexplained: true})
	}
}

// eachCapitals calls fn for each word of three to six capitals.
func eachCapitals(text string, fn func(from, to int)) {
	const shortest, longest = 3, 6
	for i := 0; i < len(text); i++ {
		if text[i] < 'A' || text[i] > 'Z' || i > 0 && (asciiLetter(text[i-1]) || isDigit(text[i-1]) || text[i-1] == '-' || text[i-1] == '_' || text[i-1] >= 0x80) {
			continue
		}
		end := i
		for end < len(text) && text[end] >= 'A' && text[end] <= 'Z' {
			end++
		}
		if n := end - i; n >= shortest && n <= longest && !gluedWord(text, end) && (end == len(text) || !isDigit(text[end]) && text[end] != '-' && text[end] != '_' && text[end] < 0x80) {
			fn(i, end)
		}
		i = end
	}
}

// needsNoWords lists acronyms that readers know better than their words, and
// words that are written in capitals.
func needsNoWords(w string) bool {
	switch w {
	case "USA", "NATO", "UNESCO", "UNICEF", "NASA", "BBC", "CNN", "FBI", "CIA", "AIDS", "HIV", "DNA", "RNA", "PDF", "HTML", "HTTP", "HTTPS", "URL", "CSS", "XML", "JSON", "YAML", "SQL", "API", "CPU", "GPU", "RAM", "ROM", "USB", "DVD",
		"LED", "GPS", "SMS", "FAQ", "PIN", "ATM", "CEO", "CFO", "CTO", "COO", "MP3", "VIP", "VAT", "GDP", "USD", "EUR", "GBP", "CHF", "JPY", "UTC", "GMT", "BST", "EST", "PST", "CET", "ISO", "IEEE", "UEFA", "FIFA", "OK", "TV", "IT",
		"NOT", "AND", "MUST", "SHOULD", "MAY", "SHALL", "WILL", "CAN", "THE", "FOR", "ALL", "ANY", "NOTE", "TODO", "FIXME", "WARN", "TRUE", "FALSE", "NULL", "GET", "POST", "PUT", "PATCH", "HEAD", "DELETE", "README", "ASCII", "UTF", "LTD", "INC", "PLC", "GMBH", "LLC",
		"III", "VII", "VIII", "XII", "XIII", "XIV", "XVI", "XIX", "XXI", "BCE", "COVID", "SARS", "OECD", "OPEC", "IMF", "WHO", "WTO", "UNHCR", "LGBT", "LGBTQ", "RSVP", "ASAP", "DIY", "PHD", "MBA":
		return true
	}
	return false
}
