package extract

import (
	"slices"
	"strings"

	"github.com/concordlint/concord/internal/fact"
	"github.com/concordlint/concord/internal/lexicon"
	"github.com/concordlint/concord/internal/source"
	"github.com/concordlint/concord/internal/token"
)

// holding is a place where the text says that a person holds, or held, an
// office that one person has at a time.
type holding struct {
	block          int
	party          fact.Party
	name           source.Span
	termFrom, term int // first and last year of the time in office, 0 for none
	past           bool
}

// holdingReader reads the holdings of one stretch of tokens, left to right.
type holdingReader struct {
	parser
	cast  *cast
	block int
	floor int // tokens before it belong to a holding that is read
	title lexicon.Title
	// from and to are the tokens of the office with all that belongs to it
	// but the name; at is the token of the title itself.
	from, at, to int
	org          orgName
	quals        []string
	definite     bool
	lead         string // the word before the office: was, whose, a comma
	// soft: several may bear the title, but the text speaks of the one there
	// is: "the editor of the Courant".
	soft bool
	// compound: the organisation stands before the office like an adjective.
	compound bool
}

// holdings reads all blocks in which an office and a person stand.
func (c *cast) holdings() []holding {
	x := c.x
	named := map[int]bool{}
	for _, s := range c.sightings {
		named[s.block] = true
	}
	var out []holding
	for i, b := range x.doc.Blocks {
		m := x.marks[i]
		if b.Kind == source.Code || !m.has(markPerson|markOffice) || !named[i] && !m.has(markPerson) {
			continue
		}
		x.pieces(b.Span, func(s source.Span) {
			r := holdingReader{parser: parser{x: x, toks: x.tokens(s)}, cast: c, block: i}
			out = append(out, r.read()...)
		})
	}
	return out
}

func (r *holdingReader) read() []holding {
	var out []holding
	for i := 0; i < len(r.toks); {
		class := lexicon.Class(r.toks[i].Stem())
		if class.Has(lexicon.PlaceWord) {
			// "European Commission President" is no president of a commission.
			if _, n, ok := lexicon.MatchPlace(r.toks, i); ok && r.titleAt(i+n) {
				i += n
				continue
			}
		}
		if !class.Has(lexicon.TitleWord | lexicon.TitleHead | lexicon.RemitWord) {
			i++
			continue
		}
		t, n, ok := lexicon.MatchTitle(r.toks, i)
		r.soft = false
		if w := r.toks[i].Lower; softTitle(w) && (!ok || n == 1 && !t.Single && !t.Deputy) {
			t, n, ok = lexicon.Title{Canon: w, Head: w, Single: true, Lower: !r.toks[i].Cap()}, 1, true
			r.soft = true
		}
		if !ok {
			i++
			continue
		}
		if t.Single && (!t.Rank || t.Canon == "captain") && !t.Courtesy && !t.Plural && !t.Deputy && !t.Possessive && r.office(i, n, t) {
			if h, end, ok := r.holder(); ok {
				if !r.x.quoted(r.block, h.party.Span) {
					out = append(out, h)
				}
				r.floor = end
				i = max(i+n, min(end, r.to))
				continue
			}
		}
		i += n
	}
	return out
}

// office reads what belongs to the office at token i: article, qualifiers,
// organisation. It fails where the office is not one person's: in a compound
// ("pro-rector"), or of something that cannot be read.
func (r *holdingReader) office(i, n int, t lexicon.Title) bool {
	r.title, r.at, r.from, r.to = t, i, i, i+n
	r.org, r.quals, r.definite, r.lead, r.compound = orgName{}, nil, false, "", false
	if q, m, ok := lexicon.MatchQualifier(r.toks, r.to); ok && isHyphenToken(r.tok(r.to)) {
		r.quals = append(r.quals, string(q))
		r.to += m
	}
	if !r.qualifiersBefore() {
		return false
	}
	r.ownerBefore()
	if !r.qualifiersBefore() {
		return false
	}
	switch w := r.word(r.from - 1); w {
	case "the", "our", "its", "his", "her", "their":
		r.definite = true
		r.from--
	case "a", "an", "any", "every", "each", "no", "another", "new", "next", "first", "last", "s", "candidate":
		return false
	}
	r.lead = r.word(r.from - 1)
	if narrower(r.lead) || r.cutShort() || !r.orgBehind() {
		return false
	}
	return !r.soft || r.theOne()
}

// cutShort reports whether the words of a title run on into a body's name:
// "Chief of the District Attorney's Vehicular Crimes Bureau" is no chief of the
// district.
func (r *holdingReader) cutShort() bool {
	if r.to == r.at+1 {
		return r.tok(r.to - 1).Possessive()
	}
	for k := r.to; k < r.to+longestName && r.tok(k).Cap() && r.tok(k).Space; k++ {
		if r.tok(k).Possessive() && r.tok(k+1).Cap() {
			return true
		}
	}
	return false
}

// tok is the token at k, zero past the ends.
func (r *holdingReader) tok(k int) token.Token { return r.parser.at(k) }

// word is the token at k in lower case.
func (r *holdingReader) word(k int) string { return r.parser.at(k).Lower }

func isHyphenToken(t token.Token) bool { return !t.Space && (t.Text == "-" || t.Text == "‑") }

// qualifiersBefore takes the qualifiers that end where the office begins. A
// prefix that makes another office of it fails.
func (r *holdingReader) qualifiersBefore() bool {
	for {
		took := false
		for m := 3; m >= 1; m-- {
			if q, n, ok := lexicon.MatchQualifier(r.toks, r.from-m); ok && n == m {
				if q == lexicon.Deputy {
					return false
				}
				if q != lexicon.Current {
					r.quals = append(r.quals, string(q))
				}
				r.from -= m
				took = true
				break
			}
		}
		if !took {
			break
		}
	}
	return !isHyphenToken(r.tok(r.from-1)) || r.from == 0
}

// ownerBefore reads the organisation before an office: "Sandholm's mayor",
// "Karvian Prime Minister", "the club's president".
func (r *holdingReader) ownerBefore() {
	for m := 4; m >= 1; m-- {
		if r.from-m < r.floor {
			continue
		}
		if pl, n, ok := lexicon.MatchPlace(r.toks, r.from-m); ok && n == m {
			r.from -= m
			r.org = r.placeOrg(pl, r.from, r.from+m)
			return
		}
	}
	t := r.tok(r.from - 1)
	switch {
	case r.from-1 < r.floor:
	case t.Possessive() && t.Cap():
		k := r.from - 1
		for k-1 >= r.floor && r.tok(k-1).Cap() && r.tok(k).Space && !notName(r.tok(k-1).Stem()) && !r.titleAt(k-1) {
			k--
		}
		r.org = r.namedOrg(k, r.from)
		r.from = k
	case t.Possessive() && bodyNoun(t.Stem()):
		r.org = orgName{"=" + strings.Clone(t.Stem()), "the " + strings.Clone(t.Stem())}
		r.from--
	case t.Cap() && r.compoundOrg():
	case t.Cap() && t.Space && demonymLike(t.Stem()) && !r.titleAt(r.from-1) && !r.dateWord(r.from-1):
		if f, m := lexicon.GivenName(t.Lower); f || m {
			return
		}
		r.org = orgName{unknownOrg(t.Stem()), strings.Clone(t.Text)}
		r.from--
	}
}

// compoundOrg reads "Harbour Museum director Milo Trent": capitalised words
// before an office in lower case, with a name behind it.
func (r *holdingReader) compoundOrg() bool {
	if r.tok(r.at).Cap() && r.tok(r.at).Text != strings.ToUpper(r.tok(r.at).Text) || !r.tok(r.from).Space {
		return false
	}
	if _, _, ok := r.name(r.ranks(r.to)); !ok {
		return false
	}
	k := r.from
	for k-1 >= r.floor && r.from-k < 4 && r.tok(k-1).Cap() && (k == r.from || r.tok(k).Space) && !notName(r.tok(k-1).Stem()) && !r.dateWord(k-1) && !r.tok(k-1).Possessive() {
		k--
	}
	if k == r.from || r.personBegins(k) || k == 0 && r.from-k == 1 || k > 0 && r.from-k == 1 && strings.Contains(".!?:", r.tok(k-1).Text) {
		return false
	}
	r.org = r.namedOrg(k, r.from)
	r.from, r.compound = k, true
	return true
}

// placeOrg is the organisation that a place stands for. A city has an office
// of its own, not its country's.
func (r *holdingReader) placeOrg(pl lexicon.Place, from, to int) orgName {
	if pl.Code == "" || pl.Kind == lexicon.City {
		return r.namedOrg(from, to)
	}
	return orgName{pl.Code, surface(r.x.doc.Text[r.toks[from].Start:r.toks[to-1].End])}
}

// namedOrg is an organisation by its name's words: "the Republic of Tarn" is
// Tarn.
func (r *holdingReader) namedOrg(from, to int) orgName {
	if to-from > 2 && r.word(from+1) == "of" && polity(r.word(from)) {
		from += 2
		if r.word(from) == "the" && to-from > 1 {
			from++
		}
	}
	words := make([]string, 0, to-from)
	for _, t := range r.toks[from:to] {
		words = append(words, t.Stem())
	}
	last := r.toks[to-1]
	s := r.x.doc.Text[r.toks[from].Start : last.End-possessiveLength(last.Text)]
	return orgName{unknownOrg(strings.Join(words, " ")), surface(s)}
}

// polity lists nouns before "of" and the name of a state or a place.
func polity(w string) bool {
	switch w {
	case "republic", "kingdom", "state", "city", "town", "village", "borough", "county", "province", "commonwealth", "municipality", "principality", "duchy", "island", "parish":
		return true
	}
	return false
}

// orgBehind reads "of X" or "for X" behind the office. It fails where X
// cannot be read.
func (r *holdingReader) orgBehind() bool {
	switch r.word(r.to) {
	case "of", "for", "at":
	default:
		return true
	}
	k := r.to + 1
	if pl, n, ok := lexicon.MatchPlace(r.toks, k); ok {
		r.org = r.placeOrg(pl, k, k+n)
		r.to = k + n
		return true
	}
	the := r.word(k) == "the"
	if the || r.word(k) == "our" || r.word(k) == "this" {
		k++
	}
	if end := r.orgWords(k); end > k {
		if r.tok(end-1).Possessive() && r.tok(end).Cap() {
			return false // "of the District Attorney's Homicide Bureau": some part of it
		}
		r.org = r.namedOrg(k, end)
		r.to = end
		return true
	}
	if noun := r.tok(k).Stem(); the && bodyNoun(noun) && r.word(k+1) != "'" {
		r.org = orgName{"=" + strings.Clone(noun), "the " + strings.Clone(noun)}
		r.to = k + 1
		return true
	}
	if the && bodyNoun(r.tok(k+1).Stem()) && r.tok(k+1).Space {
		// "the programme committee": one body among several.
		words := r.tok(k).Stem() + " " + r.tok(k+1).Stem()
		r.org = orgName{"=" + words, "the " + words}
		r.to = k + 2
		return true
	}
	return false
}

// holder finds the person whom the text gives the office, and the end of the
// reading.
func (r *holdingReader) holder() (holding, int, bool) {
	if h, end, ok := r.nameBehind(); ok {
		return h, end, true
	}
	if h, ok := r.nameBefore(); ok {
		return h, r.to, true
	}
	if h, end, ok := r.nameApposed(); ok {
		return h, end, true
	}
	if h, end, ok := r.nameStated(); ok {
		return h, end, true
	}
	return holding{}, 0, false
}

// ranks skips ranks and courtesy titles at k.
func (r *holdingReader) ranks(k int) int {
	for {
		t, n, ok := lexicon.MatchTitle(r.toks, k)
		if !ok || !t.Rank && !t.Courtesy && !(t.Canon == "professor" || t.Canon == "judge" || t.Canon == "senator") {
			return k
		}
		k += n
	}
}

// nameBehind reads "Mayor Edith Verbruggen [of Sandholm]".
func (r *holdingReader) nameBehind() (holding, int, bool) {
	k := r.ranks(r.to)
	if k >= len(r.toks) || !r.toks[k].Space {
		return holding{}, 0, false
	}
	n, end, ok := r.name(k)
	if !ok || r.org.code != "" && r.to > r.at+1 && n.given == "" && k == r.to && r.word(r.at+1) == "of" {
		return holding{}, 0, false
	}
	if r.org.code == "" && !n.possessive && r.word(end) == "of" {
		at := r.to
		if r.to = end; r.orgBehind() {
			end = r.to
		}
		r.to = at
	}
	return r.make(n, k, end, r.from, end), end, true
}

// nameBefore reads "Rupert Hale, the chief executive of Pellingham Dairies".
func (r *holdingReader) nameBefore() (holding, bool) {
	if r.lead != "," && r.lead != "(" || r.from < 2 {
		return holding{}, false
	}
	end := r.from - 1
	n, k, ok := r.nameEnding(end)
	if !ok || n.possessive || n.given == "" && r.ranksBefore(k) == k {
		return holding{}, false
	}
	switch r.word(r.ranksBefore(k) - 1) {
	case "in", "at", "near", "outside", "from":
		return holding{}, false
	}
	return r.make(n, k, end, k, r.to), true
}

// nameEnding reads the longest name that ends at token end.
func (r *holdingReader) nameEnding(end int) (personName, int, bool) {
	for k := max(r.floor, end-5); k < end; k++ {
		if !r.tok(k).Cap() || k > 0 && r.tok(k-1).Cap() && r.nameWord(k-1) && k-1 >= r.floor && r.tok(k).Space {
			continue
		}
		if n, e, ok := r.name(k); ok && e == end {
			return n, k, true
		}
	}
	return personName{}, 0, false
}

// ranksBefore is the first token of the ranks and courtesy titles that end
// at k.
func (r *holdingReader) ranksBefore(k int) int {
	for m := 3; m >= 1; m-- {
		if t, n, ok := lexicon.MatchTitle(r.toks, k-m); ok && n == m && (t.Rank || t.Courtesy || t.Canon == "professor") {
			return k - m
		}
	}
	return k
}

// nameApposed reads "The Speaker, Hendrik Visser," and "The Speaker (Mr ten
// Cate)", and "Clerk: Hendrika Drost" where that begins a line.
func (r *holdingReader) nameApposed() (holding, int, bool) {
	open := r.tok(r.to).Text
	k := r.ranks(r.to + 1)
	n, end, ok := r.name(k)
	if !ok || n.possessive {
		return holding{}, 0, false
	}
	next := r.tok(end)
	switch {
	case open == "(" && next.Text == ")":
		// "Minister of Justice (Garde des Sceaux)" gives the title again.
		if particle, _, ok := strings.Cut(n.surname, " "); ok && n.given != "" && lexicon.Particle(particle) && !lexicon.AnyGiven(n.given) {
			return holding{}, 0, false
		}
	case open == "," && (n.given != "" || k > r.to+1) && (end == len(r.toks) || strings.Contains(",.;:)!?—–", next.Text) && next.Text != ""):
	case open == ":" && r.from == 0 && (n.given != "" || k > r.to+1):
	default:
		return holding{}, 0, false
	}
	return r.make(n, k, end, r.from, end), end, true
}

// make builds the holding of the person whose name stands at the tokens
// from..to; the whole reading covers first..last.
func (r *holdingReader) make(n personName, from, to, first, last int) holding {
	t := r.title
	o := fact.Office{
		Surface: surface(r.x.doc.Text[r.toks[r.at].Start:r.toks[r.at].End]), Org: r.org.code, OrgSurface: r.org.surface,
		Single: true, Classes: t.Classes(),
	}
	if o.Org == "" && t.In != "" {
		o.Org, o.OrgSurface = t.In, t.In
	}
	if r.at+1 < r.to {
		if _, m, ok := lexicon.MatchTitle(r.toks, r.at); ok {
			o.Surface = surface(r.x.doc.Text[r.toks[r.at].Start:r.toks[r.at+m-1].End])
		}
	}
	o.Title = r.x.own(t.CanonIn(o.Org))
	p := fact.Party{Given: n.given, Surname: n.surname, Offices: []fact.Office{o}, Qualifiers: slices.Clone(r.quals), Definite: r.definite}
	h := holding{block: r.block, party: r.place(p, first, last)}
	whole := r.place(p, from, to)
	h.name = r.x.surnameSpan(whole)
	h.termFrom, h.term = r.termBehind(max(last, r.to))
	return h
}
