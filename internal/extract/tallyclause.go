package extract

import (
	"strings"

	"github.com/concordlint/concord/internal/fact"
	"github.com/concordlint/concord/internal/lexicon"
	"github.com/concordlint/concord/internal/quantity"
	"github.com/concordlint/concord/internal/source"
	"github.com/concordlint/concord/internal/token"
)

// thing reads the noun that a number counts, with the words between. It
// returns the index behind the noun, or to where there is none whose number
// a record could tell.
func (t *tallier) thing(s *sentence, c *fact.Tally, to int) int {
	const reach = 4 // words between a number and its noun
	for k := to; k < len(s.toks) && k-to < reach; k++ {
		w := s.toks[k]
		if w.Kind != token.Word || stops(w.Lower) || stopsPhrase(w.Lower) || w.Possessive() {
			return to
		}
		if !pluralNoun(w) || k+1 < len(s.toks) && s.toks[k+1].Kind == token.Word && pluralNoun(s.toks[k+1]) {
			switch w.Lower {
			case "different", "distinct", "separate", "various":
			case "more", "further", "additional", "other", "such", "new", "remaining", "planned", "possible", "consecutive", "straight", "earlier", "later", "successive", "previous", "proposed", "similar":
				return to
			default:
				c.Filter = append(c.Filter, t.stem(w))
			}
			continue
		}
		switch lexicon.NounOf(w.Lower) {
		case lexicon.TimeNoun, lexicon.UnitNoun, lexicon.ContactNoun, lexicon.ListNoun:
			return to
		}
		if !countsAll(s.toks, k+1) {
			return to
		}
		c.Noun, c.NounStem = t.x.own(w.Lower), t.stem(w)
		return k + 1
	}
	return to
}

// countsAll reports whether what stands behind a counted noun leaves the number
// one of all such things: the end of a clause, a time, a verb of taking
// place, another number. "Three hearings on the budget" counts some only.
func countsAll(toks []token.Token, i int) bool {
	if i >= len(toks) || toks[i].Kind == token.Punct {
		return true
	}
	switch toks[i].Lower {
	case "so", "in", "during", "since", "between", "from", "over", "within", "throughout", "this", "and", "altogether":
		return true
	case "were", "was", "have", "has", "had":
		for j := i + 1; j < len(toks) && j < i+3; j++ {
			if takesPlace(toks[j].Lower) {
				return true
			}
		}
		return false
	}
	return takesPlace(toks[i].Lower)
}

// takesPlace lists the verbs that say of a thing only that it was there.
func takesPlace(w string) bool {
	switch w {
	case "took", "taken", "occurred", "happened", "held", "reported", "recorded", "logged", "entered", "made", "played", "given", "shown", "filed", "received", "noted", "came", "registered":
		return true
	}
	return false
}

// frame reads the verb before a number: it has to be one of recording, of
// reaching or of winning. A clause that only joins a further number to a
// claim ("and three thefts") has the verb of that claim.
func (t *tallier) frame(s *sentence, c *fact.Tally, cl clauseAt, from, end int, carried *fact.Tally) bool {
	if c.Outcome != "" || c.Value != "" {
		return true
	}
	for i := cl.from; i < from; i++ {
		w := s.toks[i].Lower
		c.Records = c.Records || recordVerb(w)
		c.Reaches = c.Reaches || reachVerb(w)
	}
	if from == cl.from && end < len(s.toks) {
		c.Records = c.Records || takesPlace(s.toks[end].Lower) || end+1 < len(s.toks) && takesPlace(s.toks[end+1].Lower)
	}
	if !c.Records && !c.Reaches && carried != nil && from-cl.from <= 1 {
		c.Records, c.Reaches = carried.Records, carried.Reaches
	}
	return c.Records || c.Reaches
}

func recordVerb(w string) bool {
	switch w {
	case "there", "saw", "seen", "dealt", "made", "held", "had", "has", "have", "recorded", "reported", "logged", "counted", "suffered", "filed", "received", "gave", "given", "played", "performed", "showed", "shown", "conducted", "completed", "carried", "ran", "undertook", "registered", "noted", "brought", "lists", "listed", "records", "lasted":
		return true
	}
	return false
}

func reachVerb(w string) bool {
	switch w {
	case "visited", "visits", "called", "came", "come", "met", "played", "faced", "covered", "covers", "toured", "stopped", "travelled", "traveled", "represent", "represented", "represents", "took", "taken", "from", "lists", "listed", "includes", "included", "there", "spans", "spanned", "crossed", "attended":
		return true
	}
	return false
}

// limited reports whether the clause of a claim names a time or a part that
// no record can be asked for: "last season", "in his career", "before trial".
func (t *tallier) limited(s *sentence, c *fact.Tally, cl clauseAt, from, end int) bool {
	for i := cl.from; i < cl.to; i++ {
		if i >= from && i < end || inWindows(s, i) {
			continue
		}
		w := s.toks[i].Lower
		if limits(w) || yearOf(s.toks[i]) != 0 || c.Value == "" && !c.Reaches && persons(w) {
			return true
		}
	}
	return limitedOpening(s, cl)
}

// limitedOpening reports whether the sentence opens with a phrase that sets
// another scene for all of it: "In the county cup, …", "Last year, …".
func limitedOpening(s *sentence, cl clauseAt) bool {
	if len(s.toks) == 0 || cl.from == 0 {
		return false
	}
	for _, t := range s.toks[:cl.from] {
		if t.Text == ";" {
			return false
		}
	}
	switch s.toks[0].Lower {
	case "in", "at", "on", "during", "of", "before", "after", "until", "for", "by", "last", "under", "within", "among":
		return !inWindows(s, 0)
	}
	return false
}

func inWindows(s *sentence, i int) bool {
	for _, w := range s.windows {
		if i >= w.from && i < w.to {
			return true
		}
	}
	return false
}

// limits lists words that confine a clause to some other time or part.
func limits(w string) bool {
	switch w {
	case "first", "second", "third", "last", "next", "previous", "previously", "earlier", "later", "before", "after", "until", "till", "by", "ago", "since",
		"career", "ever", "season", "year", "years", "month", "months", "week", "weeks", "day", "days", "night", "century", "decade", "decades",
		"cup", "tournament", "playoff", "playoffs", "row", "straight", "consecutive", "each", "every", "per", "other", "than", "besides", "except", "outside", "beyond",
		"only", "would", "already", "usually", "often", "always", "elsewhere", "abroad",
		"can", "must", "need", "needs", "want", "wants", "ask", "asks", "wanted", "asked", "planned":
		return true
	}
	return false
}

// persons lists the pronouns of somebody who did only some of what a record
// holds.
func persons(w string) bool {
	switch w {
	case "i", "he", "she", "we", "his", "her", "my", "your", "you", "me":
		return true
	}
	return false
}

// nameIn notes the names in the clause of a claim.
func (t *tallier) nameIn(s *sentence, c *fact.Tally, cl clauseAt) {
	for i := cl.from; i < cl.to; i++ {
		w := s.toks[i]
		if !w.Cap() || inWindows(s, i) || calendarWord(w.Text) || c.Value != "" && strings.Contains(c.Value, w.Stem()) {
			continue
		}
		if i == 0 && lexicon.NounOf(w.Lower) != lexicon.NoNoun || i == 0 && commonOpening(w.Lower) {
			continue
		}
		c.Named = append(c.Named, t.stem(w))
	}
}

// commonOpening lists words whose capital says only that a sentence begins.
func commonOpening(w string) bool {
	switch w {
	case "there", "they", "it", "the", "its", "their", "this", "in", "during", "since", "a", "an", "and", "so", "altogether", "these", "all", "our", "on", "at", "from", "no", "only":
		return true
	}
	return quantity.Starts(token.Token{Kind: token.Word, Lower: w, Text: w})
}

// allOfThem reports whether "N of them" at from says how many there were in
// all: "There were four of them".
func allOfThem(toks []token.Token, from, to int) bool {
	return from >= 2 && to+1 < len(toks) && toks[to].Lower == "of" && toks[to+1].Lower == "them" &&
		toks[from-2].Lower == "there" && (toks[from-1].Lower == "were" || toks[from-1].Lower == "are")
}

// antecedent is the stem of the last noun in a sentence that the document's
// logs number or head their entries with; empty where there is none.
func (t *tallier) antecedent(before source.Span) string {
	if before.Len() == 0 {
		return ""
	}
	toks := token.Append(nil, t.x.doc.Text, before.Start, before.End)
	for i := len(toks) - 1; i >= 0; i-- {
		if toks[i].Kind == token.Word && !stops(toks[i].Lower) {
			if stem := t.stem(toks[i]); t.recorded[stem] {
				return stem
			}
		}
	}
	return ""
}

// outcomeBefore is the outcome that the verb right before a number names;
// at is where the verb stands.
func outcomeBefore(toks []token.Token, from int) (o fact.Outcome, at int) {
	i := from - 1
	if i >= 0 && (toks[i].Lower == "just" || toks[i].Lower == "only") {
		i--
	}
	if i < 0 {
		return "", 0
	}
	switch toks[i].Lower {
	case "won":
		return fact.Won, i
	case "lost":
		return fact.Lost, i
	case "drew", "drawn", "tied":
		return fact.Drawn, i
	}
	return "", 0
}

// matches reads "[lost] four away games", "[won] six of them", "[drawn]
// twice": what of matches is counted, and that the claimant is the one whose
// results the document is about.
func (t *tallier) matches(s *sentence, c *fact.Tally, q quantity.Quantity, from int, end *int, verb int) bool {
	if !t.sideSpeaks(s, verb) {
		return false
	}
	if q.Times() {
		return *end >= len(s.toks) || clauseMark(s.toks[*end]) || s.toks[*end].Lower == "and"
	}
	for k := *end; k < len(s.toks) && k < *end+3; k++ {
		switch s.toks[k].Lower {
		case "home":
			c.Home = true
		case "away", "road":
			c.Away = true
		case "league":
		case "games", "matches", "fixtures":
			*end = k + 1
			return *end >= len(s.toks) || clauseMark(s.toks[*end]) || s.toks[*end].Lower == "and" || s.toks[*end].Lower == "out"
		case "-":
		default:
			return false
		}
	}
	return false
}

// sideSpeaks reports whether the subject before a verb is the side that the
// document is about: "they", "the team", or a name of the title.
func (t *tallier) sideSpeaks(s *sentence, verb int) bool {
	i := verb - 1
	for i >= 0 && (s.toks[i].Lower == "have" || s.toks[i].Lower == "has" || s.toks[i].Lower == "had" || s.toks[i].Lower == "and" || s.toks[i].Lower == "also") {
		i--
	}
	if i < 0 {
		return false
	}
	switch w := s.toks[i]; w.Lower {
	case "they", "team", "side", "club":
		return true
	default:
		return w.Cap() && isIn(t.titleNames(), w.Lower)
	}
}

// presence reads "called at Haven four times", "the Academy came twice": the
// one name between the last claim and the number, with a verb of coming in
// the clause.
func (t *tallier) presence(s *sentence, c *fact.Tally, from int) bool {
	cl := clauseOf(s.toks, from, from)
	verb := false
	for i := cl.from; i < from; i++ {
		verb = verb || comes(s.toks[i].Lower)
	}
	if !verb {
		return false
	}
	found := 0
	for i := max(cl.from, t.prevEnd); i < from; {
		n := nameRun(s.toks[i:from], i == 0)
		if n == 0 {
			i++
			continue
		}
		text := s.toks[i : i+n]
		if text[0].Lower == "the" {
			text = text[1:]
		}
		if !calendarWord(text[0].Text) && !inWindows(s, i) {
			found++
			c.Value = strings.ToLower(surface(t.x.doc.Text[text[0].Start:text[len(text)-1].End]))
		}
		i += n
	}
	return found == 1
}

// comes lists the verbs of being somewhere, for whoever came or was visited.
func comes(w string) bool {
	switch w {
	case "called", "visited", "came", "come", "stopped", "played", "appeared", "returned", "calls", "visits", "made", "was", "docked", "berthed", "landed":
		return true
	}
	return false
}

// nameRun is the number of tokens of the name that toks begins with: words
// with a capital, with "of", "the" and the like between them.
func nameRun(toks []token.Token, opening bool) int {
	n := 0
	for i := 0; i < len(toks); i++ {
		switch w := toks[i]; {
		case w.Cap():
			if i == 0 && opening && commonOpening(w.Lower) && w.Lower != "the" {
				return 0
			}
			if w.Lower != "the" {
				n = i + 1
			}
		case n > 0 && (w.Lower == "of" || w.Lower == "the" || w.Lower == "de" || w.Text == "-"), i == 0 && w.Lower == "the", n > 0 && w.Kind == token.Number:
		default:
			return n
		}
	}
	return n
}

func isIn(sorted []string, w string) bool {
	lo, hi := 0, len(sorted)
	for lo < hi {
		if m := (lo + hi) / 2; sorted[m] < w {
			lo = m + 1
		} else {
			hi = m
		}
	}
	return lo < len(sorted) && sorted[lo] == w
}
