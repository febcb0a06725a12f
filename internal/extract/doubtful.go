package extract

import (
	"slices"
	"strings"

	"github.com/concordlint/concord/internal/fact"
	"github.com/concordlint/concord/internal/lexicon"
)

// doubtful reports whether a mention gives nobody an office: what looks like a
// name is none, or the office is that of somebody whom the person serves.
func (c *cast) doubtful(m *fact.Mention) bool {
	m.Party.Offices = slices.DeleteFunc(m.Party.Offices, func(o fact.Office) bool { return superior(m.Surface, o.Surface) })
	after := c.x.doc.Text[m.Span.End:]
	cut := strings.HasPrefix(after, "...") || strings.HasPrefix(after, "…") // a headline that was cut short
	return cut || len(m.Party.Offices) == 0 || c.acronym(m) || c.commonWords(&m.Party) || c.serves(m)
}

// acronym reports whether what stands for a surname is a short word in
// capitals behind a title that is none: "Controller Manager (KCM)".
func (c *cast) acronym(m *fact.Mention) bool {
	const longest = 5 // letters
	s := c.x.doc.Text[m.NameAt.Span.Start:m.NameAt.Span.End]
	title := m.Party.Offices[0].Surface
	return m.Party.Given == "" && len(s) <= longest && s == strings.ToUpper(s) && title != strings.ToUpper(title)
}

// superior reports whether an office within a mention is that of whom the
// person serves: the Prime Minister of "adviser to the Prime Minister X".
func superior(mention, office string) bool {
	i := strings.Index(mention, office)
	if i <= 0 {
		return false
	}
	first, rest, _ := strings.Cut(mention[:i], " ")
	link, _, _ := strings.Cut(rest, " ")
	return servant(strings.ToLower(first)) && (link == "to" || link == "for" || link == "of")
}

// commonWords reports whether the words of what looks like a name stand in
// lower case as well, as in a headline: "Governor Signs Parole Bill".
func (c *cast) commonWords(p *fact.Party) bool {
	first, _, _ := strings.Cut(p.Given, " ")
	if lexicon.AnyGiven(first) {
		return false
	}
	last := p.Surname[strings.LastIndexByte(p.Surname, ' ')+1:]
	if p.Given == "" {
		return c.r.inLower(last) && !lexicon.AnyGiven(last) && !c.fullNamed(p.Surname)
	}
	return c.r.inLower(first) || c.r.inLower(last) && !c.fullNamed(p.Surname)
}

// fullNamed reports whether the document names somebody of a surname in full.
func (c *cast) fullNamed(surname string) bool {
	if c.sure == nil {
		c.sure = map[string]bool{}
		for _, n := range c.names {
			if n.Sure && lexicon.AnyGiven(n.Given()) {
				c.sure[n.Surname()] = true
			}
		}
	}
	return c.sure[surname]
}

// serves reports whether the office before a name is that of the person's
// superior: "adviser to the Prime Minister Anna Lund" is ambiguous at best.
func (c *cast) serves(m *fact.Mention) bool {
	const reach = 60 // bytes
	b := c.x.doc.Blocks[m.Block].Span
	before := strings.TrimRight(c.x.doc.Text[max(b.Start, m.Span.Start-reach):m.Span.Start], " \n")
	for range 3 {
		w := strings.ToLower(lastWord(before))
		switch {
		case w == "the" || w == "to" || w == "for" || w == "of" || w == "by" || lexicon.Class(w).Has(lexicon.PlaceWord|lexicon.QualifierWord):
			before = strings.TrimRight(before[:len(before)-len(w)], " \n")
			if w == "to" || w == "for" || w == "of" {
				return servant(strings.ToLower(lastWord(before)))
			}
		default:
			return false
		}
	}
	return false
}

// servant lists those who serve the holder of an office, or are related to
// one.
func servant(w string) bool {
	switch w {
	case "adviser", "advisor", "advisers", "aide", "aides", "assistant", "spokesman", "spokeswoman", "spokesperson", "spokespeople", "secretary", "deputy", "chief", "staff", "office", "private",
		"counsel", "counsellor", "envoy", "representative", "speechwriter", "wife", "husband", "son", "daughter", "brother", "sister", "widow", "lawyer", "attorney", "driver", "friend", "ally", "candidate",
		"clerk", "physician", "doctor", "interpreter", "liaison", "successor", "predecessor", "rival", "challenger", "opponent":
		return true
	}
	return false
}

// markOthers marks the mentions whose office is told apart from that of today:
// "the first Prime Minister of Karvia", "the new mayor".
func (c *cast) markOthers(ms []*fact.Mention) {
	const reach = 60 // bytes
	for _, m := range ms {
		b := c.x.doc.Blocks[m.Block].Span
		words := strings.Fields(c.x.doc.Text[max(b.Start, m.Span.Start-reach):m.Span.Start])
		for i := len(words) - 1; i >= 0 && i >= len(words)-3; i-- {
			switch w := strings.ToLower(words[i]); w {
			case "first", "second", "third", "fourth", "fifth", "last", "founding", "original", "inaugural", "longest-serving", "youngest", "oldest", "then", "late", "previous", "earlier":
				m.PastTime, m.From, m.To = true, "", ""
			case "new", "next", "incoming", "newly", "another", "fellow":
				m.Party.Qualifiers = append(slices.Clone(m.Party.Qualifiers), "new")
			default:
				if strings.ContainsAny(w, ",.;:()") {
					i = -1
				}
			}
		}
	}
}
