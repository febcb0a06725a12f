package extract

import (
	"strings"

	"github.com/concordlint/concord/internal/fact"
	"github.com/concordlint/concord/internal/lexicon"
	"github.com/concordlint/concord/internal/token"
)

// orgBefore reads the organisation before an office: "British", "Ukraine's",
// "EU", "Rhonian" (a country that no list knows), and returns the index of
// the office. Without an office behind it nothing is read.
func (p *parser) orgBefore(j int, h *head) int {
	if pl, n, ok := lexicon.MatchPlace(p.toks, j); ok && p.titleAt(j+n) {
		h.org = orgName{pl.Code, surface(p.x.doc.Text[p.toks[j].Start:p.toks[j+n-1].End])}
		return j + n
	}
	t := p.at(j)
	if t.Cap() && p.titleAt(j+1) && !p.titleAt(j) && !p.dateWord(j) && (t.Possessive() || demonymLike(t.Stem())) {
		h.org = orgName{unknownOrg(t.Stem()), p.x.own(strings.TrimSuffix(t.Text, "'s"))}
		return j + 1
	}
	return j
}

func (p *parser) titleAt(j int) bool {
	t, _, ok := lexicon.MatchTitle(p.toks, j)
	return ok && !t.Courtesy && !t.Rank
}

// demonymLike reports whether an unknown word has the ending of an adjective
// that is made of a place's name.
func demonymLike(lower string) bool {
	switch lower {
	case "later", "earlier", "under", "after", "over", "other", "another", "whether", "either", "neither", "rather", "however", "never", "further", "former", "together", "thereafter", "afterwards",
		"summer", "winter", "easter", "september", "october", "november", "december", "senior", "junior", "public", "human", "can", "than", "an", "again", "then", "fellow", "young", "club", "her":
		return false
	}
	for _, e := range []string{"an", "ish", "ese", "ic", "i", "er"} {
		if len(lower) > len(e)+2 && strings.HasSuffix(lower, e) {
			return true
		}
	}
	return false
}

// unknownOrg is a key for an organisation that no list knows, the same for a
// place's name and the adjective made of it: Rhonia and Rhonian, Iberra and
// Iberran, Anatol and Anatolian.
func unknownOrg(name string) string {
	s := lexicon.FoldName(strings.ToLower(name))
	if !strings.Contains(s, " ") {
		for _, e := range []string{"ian", "an", "ish", "ese", "ic", "er", "n", "i"} {
			if len(s) > len(e)+3 && strings.HasSuffix(s, e) {
				s = strings.TrimSuffix(s, e)
				break
			}
		}
		s = strings.TrimRight(s, "aeiouy")
	}
	return "~" + s
}

// orgAfter reads "of X" or "for X" behind an office.
func (p *parser) orgAfter(j int, h *head) int {
	if l := p.at(j).Lower; l != "of" && l != "for" || h.org.code != "" {
		return j
	}
	k := j + 1
	if pl, n, ok := lexicon.MatchPlace(p.toks, k); ok {
		h.org = orgName{pl.Code, surface(p.x.doc.Text[p.toks[k].Start:p.toks[k+n-1].End])}
		return k + n
	}
	if p.at(k).Lower == "the" {
		k++
	}
	end := p.orgWords(k)
	if end == k {
		if noun := p.at(k).Stem(); p.at(k-1).Lower == "the" && bodyNoun(noun) {
			// "the president of the club": in one set of documents it is one club.
			h.org = orgName{"=" + noun, "the " + noun}
			return k + 1
		}
		return j
	}
	var words []string
	for _, t := range p.toks[k:end] {
		words = append(words, t.Stem())
	}
	name := strings.Join(words, " ")
	h.org = orgName{unknownOrg(name), surface(p.x.doc.Text[p.toks[k].Start:p.toks[end-1].End])}
	return end
}

// bodyNoun lists the nouns by which a text speaks of a body that it has named
// before and that has one head.
func bodyNoun(w string) bool {
	switch w {
	case "club", "society", "council", "committee", "board", "company", "commission", "association", "federation", "union", "court", "university", "college",
		"school", "chamber", "jury", "festival", "museum", "academy", "institute", "orchestra", "choir", "bank", "party", "league", "foundation", "trust", "firm":
		return true
	}
	return false
}

// orgWords finds the end of an organisation's name that begins at k:
// capitalised words, joined by of/and/for/the. It ends before a rank, a
// courtesy title or a given name, for there a person's name begins.
func (p *parser) orgWords(k int) int {
	const longest = 8 // tokens
	end := k
	for i := k; i < len(p.toks) && i-k < longest; i++ {
		t := p.toks[i]
		if i > k && !t.Space && t.Text != "-" && p.toks[i-1].Text != "-" {
			break
		}
		if t.Cap() {
			if i > k && p.personBegins(i) {
				break
			}
			end = i + 1
			if t.Possessive() {
				break
			}
			continue
		}
		switch t.Lower {
		case "of", "and", "for", "the", "&", "-":
			if end == i && p.at(i+1).Kind == token.Word || t.Lower == "the" {
				if t.Lower == "and" && p.titleAt(i+1) {
					return end
				}
				continue
			}
		}
		break
	}
	return end
}

// personBegins reports whether a person's name or its rank begins at i.
func (p *parser) personBegins(i int) bool {
	if t, _, ok := lexicon.MatchTitle(p.toks, i); ok && (t.Rank || t.Courtesy) {
		return true
	}
	f, m := lexicon.GivenName(p.at(i).Lower)
	return (f || m) && p.at(i+1).Cap()
}

// afterName reads what follows a name: "of Germany", ", Foreign Minister of
// Rhonia," and fills it into the head.
func (p *parser) afterName(j int, h *head, party *fact.Party) int {
	if p.at(j).Lower == "of" && h.org.code == "" && len(h.titles) > 0 {
		return p.orgAfter(j, h)
	}
	if p.at(j).Text != "," || len(h.titles) > 0 {
		return j
	}
	h2, k, ok := p.headAs(j+1, head{apposed: true})
	if !ok || len(h2.titles) == 0 || h2.plural {
		return j
	}
	if _, _, named := p.name(k); named {
		return j // another person begins
	}
	if next := p.at(k).Text; k < len(p.toks) && next != "," && next != "." && next != ";" && next != ")" && p.at(k).Lower != "who" {
		return j
	}
	h.titles, h.offices, h.org = h2.titles, h2.offices, h2.org
	h.qualifiers = append(h.qualifiers, h2.qualifiers...)
	return k
}

// apposition reads the name that follows an office after a comma or in
// parentheses: "the Trade Minister, Aiko Tanabe," and "The Speaker (Mr X)".
func (p *parser) apposition(j int, h *head, party *fact.Party, l *located) int {
	if len(h.titles) == 0 || h.plural {
		return j
	}
	open := p.at(j).Text
	if open != "," && open != "(" {
		return j
	}
	k := j + 1
	for {
		t, n, ok := lexicon.MatchTitle(p.toks, k)
		if !ok || t.Single || t.Plural {
			break // an office of its own; Mr, Dr, Prof. and ranks go with the name
		}
		k += n
	}
	name, end, ok := p.name(k)
	if !ok || name.possessive {
		return j
	}
	next := p.at(end)
	switch {
	case open == "(" && next.Text == ")":
		end++
	case open == "," && (name.given != "" || k > j+1) && (end == len(p.toks) || next.Text == "," || next.Text == "." || next.Text == ";" || next.Text == ":"):
	default:
		return j
	}
	party.Given, party.Surname = name.given, name.surname
	return end
}
