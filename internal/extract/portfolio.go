package extract

import (
	"slices"
	"strings"

	"github.com/concordlint/concord/internal/fact"
)

// portfolios reads what councillors and commissioners are in charge of: "Cllr
// Krogh, who holds the ports portfolio", "cabinet member for housing".
func (x *extractor) portfolios() []*fact.Mention {
	if !strings.Contains(x.doc.Text, "ortfolio") && !strings.Contains(x.doc.Text, "ember for ") {
		return nil
	}
	var out []*fact.Mention
	for _, k := range x.people {
		for _, u := range k.uses {
			if m := x.portfolio(u); m != nil {
				out = append(out, m)
			}
		}
	}
	return out
}

// portfolio reads the portfolio that stands behind a person, or before.
func (x *extractor) portfolio(u use) *fact.Mention {
	const reach = 80 // bytes
	b, at := x.doc.Blocks[u.block].Span, u.party.Span
	after := x.doc.Text[at.End:min(b.End, at.End+reach)]
	field, n, past := portfolioIn(strings.ReplaceAll(after, "\n", " "))
	if field != "" {
		at.End += n
	} else {
		before := strings.ReplaceAll(x.doc.Text[max(b.Start, at.Start-reach):at.Start], "\n", " ")
		if field, n = portfolioBefore(before); field == "" {
			return nil
		}
		at.Start -= n
	}
	p := u.party
	surname := x.surnameSpan(p)
	p.Span, p.Surface, p.Definite = at, surface(x.doc.Text[at.Start:at.End]), true
	p.Offices = []fact.Office{{Title: x.own("portfolio:" + field), Surface: x.own(strings.ReplaceAll(field, "-", " ")) + " portfolio"}}
	m := x.mention(u.block, p, surname)
	m.PastTime = m.PastTime || past
	return m
}

// portfolioIn reads a text that follows a person; n is how many bytes the
// phrase takes.
func portfolioIn(text string) (field string, n int, past bool) {
	rest := strings.TrimLeft(text, " ,(")
	if rest == text || len(text)-len(rest) > 2 && !strings.HasPrefix(text, ", ") {
		return "", 0, false
	}
	skipped := len(text) - len(rest)
	for _, lead := range [...]string{"who holds the ", "who has the ", "holder of the ", "the holder of the ", "holding the ", "who held the ", "who runs the "} {
		if s, ok := strings.CutPrefix(rest, lead); ok {
			i := strings.Index(s, " portfolio")
			if i <= 0 {
				return "", 0, false
			}
			field, ok := fieldKey(s[:i])
			if !ok {
				return "", 0, false
			}
			return field, skipped + len(lead) + i + len(" portfolio"), lead == "who held the "
		}
	}
	s := strings.TrimPrefix(rest, "the ")
	took := len(rest) - len(s)
	for _, lead := range memberFor {
		if s, ok := strings.CutPrefix(s, lead); ok {
			i := strings.IndexAny(s, ",.;:()")
			if i < 0 {
				i = len(s)
			}
			if field, ok := fieldKey(s[:i]); ok {
				return field, skipped + took + len(lead) + i, false
			}
		}
	}
	return "", 0, false
}

// memberFor are the words for those in charge of a field, before it.
var memberFor = [...]string{"cabinet member for ", "portfolio holder for ", "executive member for ", "lead member for ", "Cabinet Member for ", "Portfolio Holder for ", "Executive Member for "}

// portfolioBefore reads a text that ends where a person is named; n is how many
// bytes the phrase takes.
func portfolioBefore(text string) (field string, n int) {
	for _, lead := range memberFor {
		i := strings.LastIndex(text, lead)
		if i < 0 {
			continue
		}
		rest := strings.TrimRight(text[i+len(lead):], " ")
		rest = strings.TrimSuffix(rest, ",")
		if field, ok := fieldKey(rest); ok {
			return field, len(text) - i
		}
	}
	return "", 0
}

// fieldKey is the key of a field of up to four words.
func fieldKey(s string) (string, bool) {
	const most = 4
	words := strings.Fields(strings.ToLower(s))
	words = slices.DeleteFunc(words, func(w string) bool { return w == "and" || w == "the" || w == "&" || w == "of" })
	if len(words) == 0 || len(words) > most || strings.ContainsAny(s, ",.;:()") {
		return "", false
	}
	return strings.Join(words, "-"), true
}
