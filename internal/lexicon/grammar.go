package lexicon

import "github.com/concordlint/concord/internal/token"

// MatchTitle finds the longest office, rank or courtesy title that begins at
// token i, and the number of its tokens. Beyond the fixed names of the lexicon
// it understands
//
//	title    = {modifier} ( name | remit head | head ) [remit after]
//	modifier = deputy | vice | assistant | senior | chief | federal …
//	after    = (of | for) [the] remit | to place
//
// where a remit is made of words of remits, "and" and "the", or of unknown
// capitalised words before a noun like Bureau or Affairs. Of two offices
// joined by "and" it returns the first. "President of France" gives
// "President": an organisation or a place after "of" is the caller's.
func MatchTitle(toks []token.Token, i int) (t Title, n int, ok bool) {
	if i < 0 || i >= len(toks) || toks[i].Kind != token.Word {
		return Title{}, 0, false
	}
	o := offices()
	if !o.mayBegin(toks[i].Stem()) || disjoined(toks, i) {
		return Title{}, 0, false
	}
	var v window
	v.read(toks, i)
	g := grammar{o: o, v: &v}
	t, k := g.title(0)
	if wide, m := g.around(); m > 0 && m >= k {
		t, k = wide, m
	}
	if k == 0 || t.Canon == "prime-minister" && k == 1 && i > 0 && toks[i-1].Kind == token.Number && v.w[0].upper {
		return Title{}, 0, false
	}
	last := &v.w[k-1]
	t.Possessive = last.poss
	return t, last.end - i, true
}

// mayBegin reports whether a title can begin with the word.
func (o *officeTable) mayBegin(s string) bool {
	if o.fixed[s] != nil || o.words[s] != 0 {
		return true
	}
	if _, ok := o.heads[s]; ok {
		return true
	}
	return modifier(s) != ""
}

// modifier tells what a word before an office does to it: "deputy" (another
// office under it), "keep" (part of the name), "drop" (no matter); empty for
// other words.
func modifier(s string) string {
	switch s {
	case "deputy", "vice", "assistant", "associate", "under", "sub", "dep", "asst":
		return "deputy"
	case "senior", "chief", "lead", "special", "executive", "regional", "parliamentary", "permanent", "managing", "junior", "second", "third", "group", "principal", "first", "presidential", "cabinet":
		return "keep"
	case "federal", "union":
		return "drop"
	}
	return ""
}

// grammar parses a title in a window. Its methods take the number of a word
// and return the number of the word after what they found, 0 for nothing.
type grammar struct {
	o *officeTable
	v *window
}

// title parses modifiers and an office.
func (g grammar) title(k int) (Title, int) {
	t, end := g.core(k)
	w := &g.v.w[k]
	mod := modifier(w.s)
	if mod == "" || w.poss || k+1 >= g.v.n || k > 4 || g.v.w[k+1].comma {
		return t, end
	}
	if w.s == "first" && modifier(g.v.w[k+1].s) != "deputy" {
		return t, end
	}
	under, next := g.title(k + 1)
	if next <= end || next == 0 || under.Rank && under.Canon != "captain" || under.Courtesy {
		return t, end
	}
	return under.modified(w.s, mod), next
}

// modified puts a modifier before an office.
func (t Title) modified(word, mod string) Title {
	switch mod {
	case "drop":
		return t
	case "deputy":
		if word == "vice" || word == "dep" {
			word = "deputy"
		} else if word == "asst" {
			word = "assistant"
		}
		t.Deputy = true
		t.Single = false
		t.classes &^= offices().senior
	}
	t.Canon = word + "-" + t.Canon
	if t.Head == "secretary" && t.Portfolio != "" {
		t.Canon = word + "-secretary:" + t.Portfolio
	}
	return t
}

// core parses an office without modifiers: the longest of a fixed name, a
// head noun with its remit before it, and a head noun alone, with the remit
// that follows.
func (g grammar) core(k int) (Title, int) {
	t, end := g.fixed(k)
	if b, m := g.before(k); m > end {
		t, end = b, m
	}
	if h, m := g.headAt(k, k); m > end {
		t, end = h, m
	}
	if end == 0 {
		return t, 0
	}
	return g.serving(t, end)
}

// serving parses "Secretary of State Spokesperson": the title is that of the
// one who serves.
func (g grammar) serving(t Title, k int) (Title, int) {
	if k >= g.v.n || g.v.w[k-1].poss || g.v.w[k].comma || t.Courtesy || t.Rank {
		return t, k
	}
	o, n := g.o.fixed.match(g.v, k, nil)
	if n == 0 || t.Lower != !g.v.w[k].cap {
		return t, k
	}
	switch o.Canon {
	case "spokesperson", "press-secretary", "chief-of-staff", "private-secretary":
		s := o.Title
		s.Portfolio = t.Canon
		s.Canon += ":" + t.Canon
		s.Lower = t.Lower
		return s, k + n
	}
	return t, k
}

// fixed parses a fixed name and the remit after it.
func (g grammar) fixed(k int) (Title, int) {
	v := g.v
	o, n := g.o.fixed.match(v, k, func(o office, n int) bool { return g.fits(o, k, n) })
	if n == 0 {
		return Title{}, 0
	}
	t := o.Title
	end := k + n
	t.Lower = !v.capitalised(k, end)
	if o.remit {
		if remit, m := g.after(end, true); m > 0 {
			t.Portfolio = g.o.remit(remit.words(v))
			t.In = remit.in
			end = m
			t.rename()
		}
	}
	return t, end
}

// rename gives a fixed office with a remit its key.
func (t *Title) rename() {
	if t.Canon == "secretary-of-state" {
		t.Canon = t.Portfolio + "-minister"
		t.classes = offices().classOf(t.Portfolio, t.classes)
		return
	}
	t.Canon += ":" + t.Portfolio
}

// classOf adds the class of a minister with a remit, where the table has one.
func (o *officeTable) classOf(remit string, bits uint64) uint64 {
	return bits&^o.classes["diplomat"] | o.classes[remit+" minister"]
}

// fits reports whether a fixed name of n words at k is written as it must be
// and not part of something else.
func (g grammar) fits(o office, k, n int) bool {
	v := g.v
	next := k + n
	hasNext := next < v.n && !v.w[next].comma && !v.w[next-1].poss
	if o.acronym && !v.w[k].upper {
		return false
	}
	if hasNext && otherSense(v.w[next-1].s, v.w[next].s) {
		return false
	}
	if o.capital && !o.acronym {
		return v.w[k].cap && hasNext && v.w[next].cap
	}
	if o.weak && !v.w[next-1].cap {
		return hasNext && v.w[next].s == "of"
	}
	return true
}

// otherSense reports whether the last word of a title and the one after it
// belong together as something else: "Major League", "General Assembly".
func otherSense(last, next string) bool {
	switch last {
	case "general":
		switch next {
		case "staff", "assembly", "election", "elections", "motors", "electric", "hospital", "public", "strike", "purpose", "government", "counsel", "services", "post", "court", "meeting", "conference", "practitioner", "synod", "council", "relativity", "theory", "secretariat", "directorate", "dynamics", "mills", "store", "affairs", "idea", "rule":
			return true
		}
	case "major":
		switch next {
		case "league", "leagues", "party", "tournament", "championship", "championships", "cities", "non", "general", "projects":
			return true
		}
	case "premier":
		return next == "league" || next == "division" || next == "inn"
	case "justice":
		return next == "department" || next == "ministry" || next == "league" || next == "secretary" || next == "minister"
	case "president", "presidents":
		return next == "day" || next == "cup"
	case "minister", "secretary":
		return next == "to"
	case "marshal":
		return next == "plan" || next == "law"
	case "lord", "lords":
		return next == "of"
	case "duke":
		return next == "university" || next == "energy"
	case "coach":
		return next == "house" || next == "station"
	case "king", "queen", "prince":
		return next == "street" || next == "road" || next == "county" || next == "edward" && last == "prince"
	case "judge", "cardinal":
		return next == "rule" || next == "sin" || next == "points" || next == "advocate"
	}
	return false
}

// capitalised reports whether the words of remits and offices from k to end
// begin with capitals, small words and the first word apart.
func (v *window) capitalised(k, end int) bool {
	for i := end - 1; i >= k; i-- {
		if !smallWord(v.w[i].s) && v.w[i].s != "chief" && v.w[i].s != "general" || i == k {
			return v.w[i].cap
		}
	}
	return false
}

// before parses a remit followed by its head: "Foreign and Security Policy
// Adviser", "National Security Bureau Chief".
func (g grammar) before(k int) (Title, int) {
	v := g.v
	if p, _ := v.place(k); p.Kind == Body {
		return Title{}, 0 // "European Council President": a president of that
	}
	for j := k; j < v.n && j < k+7; j++ {
		w := &v.w[j]
		if j > k {
			if v.w[j-1].poss && !ownedRemit(v.w[j-1].s) || w.comma {
				return Title{}, 0
			}
			if t, end := g.headAt(k, j); end > 0 {
				return t, end
			}
		}
		if g.o.words[w.s] == 0 && (j == k || w.s != "and") {
			return Title{}, 0
		}
	}
	return Title{}, 0
}

// ownedRemit lists the words that stand with 's in a remit: "Women's Minister".
func ownedRemit(s string) bool {
	switch s {
	case "veterans", "women", "children", "people", "workers":
		return true
	}
	return false
}

// headAt parses the head noun at word j whose remit, if any, stands from k to
// j, and the remit after it.
func (g grammar) headAt(k, j int) (Title, int) {
	v := g.v
	w := &v.w[j]
	h, ok := g.o.heads[w.s]
	if !ok || k < j && !h.before {
		return Title{}, 0
	}
	if w.cap {
		for i := k; i < j; i++ {
			if !v.w[i].cap && !smallWord(v.w[i].s) {
				return Title{}, 0
			}
		}
	}
	t := Title{Head: h.canon, Plural: h.plural, Lower: !w.cap, classes: h.bits}
	end := j + 1
	var words []string
	org := false
	for i := k; i < j; i++ {
		words = append(words, v.w[i].s)
		org = g.o.words[v.w[i].s] == endsOrg
	}
	if h.remit && len(words) == 0 {
		if r, m := g.after(end, h.canon != "head"); m > 0 {
			words, end, t.In = r.words(v), m, r.in
			org = g.o.words[words[len(words)-1]] == endsOrg
		}
	}
	if !g.stands(h, k, j, end, len(words) > 0) {
		return Title{}, 0
	}
	t.name(g.o, h, words, org)
	return t, end
}

// stands reports whether a head noun at j that has a remit or none can be a
// title as it is written.
func (g grammar) stands(h headForm, k, j, end int, remit bool) bool {
	v := g.v
	if end < v.n && !v.w[end].comma && !v.w[end-1].poss && otherSense(v.w[end-1].s, v.w[end].s) && v.w[end-1].s == v.w[j].s {
		return false
	}
	if remit {
		return v.w[j].cap || !h.weak || j == k || h.word != "leader" && h.word != "president"
	}
	return h.alone && (v.w[j].cap || !h.weak)
}

// name gives a title made by the grammar its key.
func (t *Title) name(o *officeTable, h headForm, words []string, org bool) {
	t.Canon = h.canon
	t.Single = h.single && (len(words) > 0 || !h.remit)
	if len(words) == 0 {
		return
	}
	t.Portfolio = o.remit(words)
	switch {
	case (h.canon == "minister" || h.canon == "secretary") && !org:
		t.Canon = t.Portfolio + "-minister"
		t.classes |= o.classes["minister"] | o.classes[t.Portfolio+" minister"]
	default:
		t.Canon = h.canon + ":" + t.Portfolio
	}
	if t.Lower && h.canon != "minister" && h.canon != "secretary" {
		t.Single = false
	}
}

// around parses a fixed name with a place inside it: "Commander-in-Chief of
// the Ukrainian Armed Forces", by reading it without the place.
func (g grammar) around() (Title, int) {
	v := g.v
	for j := 2; j < v.n && j < 6; j++ {
		if s := v.w[j-1].s; s != "of" && s != "the" || !v.w[j].cap || v.w[j].comma {
			continue
		}
		p, n := v.place(j)
		if n == 0 || p.Kind == City || j+n >= v.n || v.w[j+n].comma {
			continue
		}
		cut := *v
		copy(cut.w[j:], v.w[j+n:v.n])
		cut.n -= n
		t, end := grammar{g.o, &cut}.fixed(0)
		if end <= j {
			return Title{}, 0
		}
		t.In = p.Code
		return t, end + n
	}
	return Title{}, 0
}
