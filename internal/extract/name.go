package extract

import (
	"strings"
	"unicode"
	"unicode/utf8"

	"github.com/concordlint/concord/internal/calendar"
	"github.com/concordlint/concord/internal/fact"
	"github.com/concordlint/concord/internal/lexicon"
	"github.com/concordlint/concord/internal/token"
)

// personName is a name as written, its parts told apart.
type personName struct {
	given, surname string
	possessive     bool
}

const longestName = 5 // words; more is a heading

// name reads a person's name at token j: capitalised words, initials, and
// particles before the last word.
func (p *parser) name(j int) (personName, int, bool) {
	var parts []string
	surnameFrom := -1
	k := j
	for k < len(p.toks) && len(parts) < longestName {
		t := p.toks[k]
		if k > j && (!t.Space || p.lineEnds(k)) {
			break
		}
		if p.particle(k) {
			if surnameFrom < 0 {
				surnameFrom = len(parts)
			}
			parts = append(parts, t.Text)
			k++
			continue
		}
		if !p.nameWord(k) {
			break
		}
		word, n := p.compound(k)
		parts = append(parts, word)
		last := p.toks[k+n-1]
		k += n
		if last.Possessive() {
			break
		}
	}
	if len(parts) == 0 {
		return personName{}, j, false
	}
	if surnameFrom < 0 || surnameFrom == len(parts) {
		surnameFrom = len(parts) - 1
	}
	last := parts[len(parts)-1]
	cut := possessiveLength(last)
	parts[len(parts)-1] = last[:len(last)-cut]
	n := personName{
		given: strings.Join(parts[:surnameFrom], " "), surname: strings.Join(parts[surnameFrom:], " "), possessive: cut > 0,
	}
	if utf8.RuneCountInString(n.surname) < 2 || bodyEnding(n) {
		return personName{}, j, false
	}
	n.given, n.surname = titleCase(n.given), titleCase(n.surname)
	return n, k, true
}

// lineEnds reports whether the token at k begins a line and the one before it
// is too short to have been broken for want of room: names in lists of lines
// do not run on.
func (p *parser) lineEnds(k int) bool {
	const shortest = 50 // bytes; whoever breaks lines fills them further
	text, at := p.x.doc.Text, p.toks[k].Start
	gap := text[p.toks[k-1].End:at]
	i := strings.IndexByte(gap, '\n')
	if i < 0 {
		return false
	}
	end := p.toks[k-1].End + i
	return end < shortest || strings.IndexByte(text[end-shortest:end], '\n') >= 0
}

// bodyEnding reports whether capitalised words end as the names of bodies,
// places and papers do: "Travis County", "Gang Unit", "Merit Award".
func bodyEnding(n personName) bool {
	if !bodyWord(strings.ToLower(n.surname)) {
		return false
	}
	first, _, _ := strings.Cut(n.given, " ")
	return n.given == "" || !lexicon.AnyGiven(first) || strings.Contains(n.given, " ")
}

// bodyWord lists nouns in which the names of bodies, places and papers end and
// surnames hardly ever do.
func bodyWord(w string) bool {
	switch w {
	case "county", "unit", "units", "bureau", "division", "office", "offices", "agency", "authority", "award", "awards", "association", "partnership", "programme", "program",
		"project", "fund", "foundation", "form", "system", "systems", "service", "services", "force", "squad", "section", "center", "centre", "institute", "organization", "organisation",
		"department", "ministry", "commission", "committee", "council", "corporation", "society", "union", "federation", "alliance", "coalition", "initiative", "conference", "summit",
		"campaign", "policy", "affairs", "relations", "district", "province", "municipality", "elections", "election", "results", "statement", "statements", "group", "network", "academy",
		"university", "college", "hospital", "airport", "station", "museum", "library", "gallery", "theatre", "orchestra", "festival", "championship", "league", "cup", "team", "staff",
		"board", "inc", "ltd", "llc", "plc", "gmbh", "attorney", "attorneys", "building", "act", "bill", "treaty", "report", "review", "plan", "strategy", "guidelines", "version", "settings":
		return true
	}
	return false
}

// particle reports whether the token is a particle that belongs to the
// surname behind it: "von der Leyen", "Di Maio".
func (p *parser) particle(k int) bool {
	t := p.at(k)
	if t.Kind != token.Word || !lexicon.Particle(t.Lower) || !p.at(k+1).Space {
		return false
	}
	if t.Cap() && lexicon.Class(t.Lower).Has(lexicon.GivenWord) {
		return false
	}
	return p.nameWord(k+1) || !t.Cap() && p.particle(k+1)
}

// nameWord reports whether the token can be part of a person's name.
func (p *parser) nameWord(k int) bool {
	t := p.at(k)
	if t.Kind != token.Word || !t.Cap() {
		return false
	}
	stem := t.Stem()
	c := lexicon.Class(stem)
	if c.Has(lexicon.ContactNounWord | lexicon.PersonWord | lexicon.TitleHead | lexicon.CourtesyWord | lexicon.RankWord | lexicon.GroupWord) {
		return c.Has(lexicon.GivenWord)
	}
	if notName(stem) || p.dateWord(k) {
		return false
	}
	if pl, n, ok := lexicon.MatchPlace(p.toks, k); ok && !pl.Ambiguous && (pl.Kind == lexicon.Country || pl.Kind == lexicon.Body || n > 1) {
		return false
	}
	return !strings.ContainsAny(stem, "0123456789_")
}

// dateWord reports whether a month or a weekday stands at k.
func (p *parser) dateWord(k int) bool {
	if _, _, ok := calendar.ParseMonth(p.toks, k); ok {
		return !lexicon.Class(p.toks[k].Stem()).Has(lexicon.GivenWord)
	}
	_, _, ok := calendar.ParseWeekday(p.toks, k)
	return ok
}

// notName lists capitalised words that begin sentences or stand in headings
// beside offices and are never names.
func notName(w string) bool {
	switch w {
	case "the", "a", "an", "in", "on", "at", "by", "for", "of", "to", "with", "from", "and", "or", "but", "if", "as",
		"he", "she", "they", "it", "we", "you", "i", "his", "her", "their", "its", "our", "this", "that", "these", "those",
		"who", "what", "when", "where", "while", "after", "before", "during", "since", "until", "also", "both", "all", "no", "not",
		"is", "was", "has", "had", "will", "would", "there", "then", "today", "yesterday", "tomorrow", "however", "meanwhile",
		"first", "second", "third", "one", "two", "three", "department", "ministry", "office", "government", "administration",
		"committee", "commission", "council", "conference", "university", "school", "bank", "court", "house", "party",
		"agenda", "minutes", "report", "summary", "section", "table", "figure", "list", "total", "date", "name", "note":
		return true
	}
	return false
}

// compound joins a word with what is written to it without a blank: hyphened
// names, initials with their full stop, words with a lost letter ("B?k").
func (p *parser) compound(k int) (string, int) {
	n := 1
	for k+n < len(p.toks) {
		t := p.toks[k+n]
		if t.Space {
			break
		}
		next := p.at(k + n + 1)
		joined := next.Kind == token.Word && !next.Space
		switch {
		case t.Text == "." && utf8.RuneCountInString(p.toks[k].Text) <= 2 && n == 1:
			n++
			return p.x.doc.Text[p.toks[k].Start:p.toks[k+n-1].End], n
		case (t.Text == "-" || t.Text == "?" || t.Text == "\uFFFD" || t.Text == "‑") && joined:
			n += 2
		default:
			return p.x.doc.Text[p.toks[k].Start:p.toks[k+n-1].End], n
		}
	}
	return p.x.doc.Text[p.toks[k].Start:p.toks[k+n-1].End], n
}

// titleCase makes a name in capitals ("TAVITA") a name as in running text.
func titleCase(s string) string {
	words := strings.Fields(s)
	for i, w := range words {
		if utf8.RuneCountInString(w) > 2 && strings.ToUpper(w) == w {
			r := []rune(strings.ToLower(w))
			r[0] = unicode.ToUpper(r[0])
			words[i] = string(r)
		}
	}
	return strings.Join(words, " ")
}

// fullName reads "Given [Middle] Surname" without a title, where the first
// word is a known given name or the surname is known to the document.
func (p *parser) fullName(i int) (located, bool) {
	if !p.mayBeNamed(i) {
		return located{}, false
	}
	n, k, ok := p.name(i)
	if !ok || n.given == "" {
		return located{}, false
	}
	first, _, _ := strings.Cut(n.given, " ")
	f, m := lexicon.GivenName(strings.ToLower(first))
	_, known := p.x.byName[strings.ToLower(n.surname)]
	if !f && !m && !known {
		return located{}, false
	}
	h := head{}
	party := fact.Party{Given: n.given, Surname: n.surname}
	l := located{from: i, possessive: n.possessive}
	if !n.possessive {
		k = p.afterName(k, &h, &party)
	}
	party.Qualifiers = h.qualifiers
	p.finish(&party, h)
	l.to = k
	l.party = p.place(party, i, k)
	return l, true
}

// mayBeNamed is a quick test for fullName: the word at i is a given name, or a
// surname that the document has taught stands close behind it.
func (p *parser) mayBeNamed(i int) bool {
	if f, m := lexicon.GivenName(p.at(i).Stem()); f || m {
		return true
	}
	if len(p.x.byName) == 0 {
		return false
	}
	for k := i; k < i+2*longestName && k < len(p.toks); k++ {
		if t := p.toks[k]; t.Kind == token.Word && p.surnameAt(k) {
			return true
		}
	}
	return false
}

// surnameAt reports whether a surname that the document has taught may end at
// or begin with the word at k.
func (p *parser) surnameAt(k int) bool {
	t := p.toks[k]
	if _, ok := p.x.byName[t.Stem()]; ok {
		return true
	}
	next := p.at(k + 1)
	return lexicon.Particle(t.Lower) || next.Start == t.End && next.Kind == token.Punct && !isStop(next.Text)
}

// isStop lists the punctuation that never goes on with a name.
func isStop(s string) bool {
	switch s {
	case ",", ";", ":", ")", "(", "!", "\"", "”", "/":
		return true
	}
	return false
}

// knownName reads a surname alone, of a person learnt from the document.
func (p *parser) knownName(i int) (located, bool) {
	t := p.at(i)
	if !t.Cap() || !p.surnameAt(i) {
		return located{}, false
	}
	n, k, ok := p.name(i)
	if !ok || n.given != "" {
		return located{}, false
	}
	j, ok := p.x.byName[strings.ToLower(n.surname)]
	if !ok {
		return located{}, false
	}
	who := p.x.people[j]
	party := fact.Party{Given: who.given, Surname: n.surname, Offices: who.offices}
	l := located{from: i, to: k, possessive: n.possessive}
	l.party = p.place(party, i, k)
	return l, true
}
