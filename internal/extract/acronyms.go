package extract

import (
	"strings"
	"unicode"
	"unicode/utf8"

	"github.com/concordlint/concord/internal/fact"
	"github.com/concordlint/concord/internal/lexicon"
	"github.com/concordlint/concord/internal/source"
)

// Acronyms have between shortestAcronym and longestAcronym letters; words
// that stand further away than reach bytes do not explain one.
const (
	shortestAcronym, longestAcronym = 2, 8
	acronymReach                    = 160
)

// findAcronyms finds acronyms beside their words: "Payment Card Industry
// (PCI)", "PCI (Payment Card Industry)", `"PCI" means the Payment Card
// Industry`.
func (x *extractor) findAcronyms() {
	var fit, odd []*fact.Acronym
	known := map[string]string{}
	for i, b := range x.doc.Blocks {
		if b.Kind == source.Code || b.Span.Len() > longestText {
			continue
		}
		for _, a := range x.acronymsIn(i, x.doc.TextOf(b)) {
			if a.Initials == strings.ToUpper(a.Surface) {
				fit = append(fit, a)
				x.facts = append(x.facts, a)
				known[strings.Join(a.Words, " ")] = a.Surface
				continue
			}
			odd = append(odd, a)
		}
	}
	x.usedBefore(fit)
	x.unexplained(fit)
	const most = 100 // slips in a document; more are another custom
	if len(odd) > most {
		return
	}
	for _, a := range odd {
		_, a.Known = known[strings.Join(a.Words, " ")]
		upper := strings.ToUpper(a.Surface)
		if !neighboursSwapped(upper, a.Initials) && lexicon.Distance(upper, a.Initials) > 1 {
			continue // that of another language
		}
		if !a.Known && !(neighboursSwapped(strings.ToUpper(a.Surface), a.Initials) && len(a.Initials) >= 3 && a.Written != strings.ToLower(a.Written)) {
			continue
		}
		a.Uses = wordUses(x.doc.Text, a.Surface) - 1
		a.InitialsUsed = wordUses(x.doc.Text, a.Initials)
		x.facts = append(x.facts, a)
	}
}

// acronymsIn finds the acronyms with their words in block i.
func (x *extractor) acronymsIn(i int, text string) []*fact.Acronym {
	var out []*fact.Acronym
	for at := 0; at < len(text); {
		n := strings.IndexByte(text[at:], '(')
		if n < 0 {
			break
		}
		open := at + n
		at = open + 1
		if from, end, ok := acronymAt(text, pastQuote(text, open+1)); ok && closesAcronym(text, end) {
			if a := x.explained(i, text, from, end, wordsBefore(text, open)); a != nil {
				out = append(out, a)
			}
			continue
		}
		if from, end, ok := acronymBefore(text, open); ok {
			if a := x.explained(i, text, from, end, wordsIn(text, open+1)); a != nil {
				out = append(out, a)
			}
		}
	}
	if a := x.meant(i, text); a != nil {
		out = append(out, a)
	}
	return out
}

// meant reads a definition: `"SLA" means the Service Level Agreement`,
// "SLA stands for …".
func (x *extractor) meant(i int, text string) *fact.Acronym {
	from, end, ok := acronymAt(text, pastQuote(text, 0))
	if !ok {
		return nil
	}
	rest := strings.TrimLeft(text[end:], "\"”’' \n")
	for _, verb := range [...]string{"means ", "stands for ", "is short for ", "refers to ", "shall mean ", "denotes "} {
		if strings.HasPrefix(rest, verb) {
			at := len(text) - len(rest) + len(verb)
			words := wordsIn(text, at)
			for len(words) > 0 && smallWord(words[0].low) {
				words = words[1:]
			}
			if n := len(words); n > 0 {
				if take := leadingMatch(words, strings.ToUpper(text[from:end])); take > 0 {
					return x.explained(i, text, from, end, words[:take])
				}
			}
			return nil
		}
	}
	return nil
}

// pastQuote is the end of an opening quotation mark, and of the article
// before it, at text[i:].
func pastQuote(text string, i int) int {
	for _, lead := range [...]string{"the ", "hereinafter ", "or ", "“", "\"", "'", "‘"} {
		if strings.HasPrefix(text[i:], lead) {
			i += len(lead)
		}
	}
	return i
}

// acronymAt reads an acronym, without the "s" of a plural, at text[i:].
func acronymAt(text string, i int) (from, end int, ok bool) {
	end = i
	capitals := 0
	for end < len(text) && asciiLetter(text[end]) {
		if text[end] < 'a' {
			capitals++
		}
		end++
	}
	after := end
	if end-i > shortestAcronym && text[end-1] == 's' && capitals == end-i-1 {
		end--
	}
	n := end - i
	if n < shortestAcronym || n > longestAcronym || capitals < 2 || text[i] >= 'a' || text[end-1] >= 'a' || 2*capitals < n {
		return 0, 0, false
	}
	if after < len(text) && (isDigit(text[after]) || text[after] == '-' || text[after] == '_' || text[after] >= utf8.RuneSelf && letterAt(text, after)) {
		return 0, 0, false
	}
	return i, end, true
}

// closesAcronym reports whether nothing but the acronym stands in the bracket.
func closesAcronym(text string, end int) bool {
	rest := strings.TrimLeft(strings.TrimPrefix(text[end:], "s"), "\"”’'")
	return rest != "" && (rest[0] == ')' || rest[0] == ';' || rest[0] == ',')
}

// acronymBefore is the acronym that ends before the bracket at open.
func acronymBefore(text string, open int) (from, end int, ok bool) {
	stop := open
	for stop > 0 && (text[stop-1] == ' ' || text[stop-1] == '\n' || text[stop-1] == '"') {
		stop--
	}
	i := stop
	for i > 0 && asciiLetter(text[i-1]) {
		i--
	}
	if i > 0 && (text[i-1] >= utf8.RuneSelf || isDigit(text[i-1]) || text[i-1] == '-') {
		return 0, 0, false
	}
	from, end, ok = acronymAt(text, i)
	return from, end, ok && (end == stop || end+1 == stop)
}

// explainer is a word that may explain a letter.
type explainer struct {
	low  string
	span source.Span // in the block's text
}

// wordsBefore are the last words before text[end], up to a mark that parts
// sentences.
func wordsBefore(text string, end int) []explainer {
	from := max(0, end-acronymReach)
	for from < end && !utf8.RuneStart(text[from]) {
		from++
	}
	part := text[from:end]
	if cut := strings.LastIndexAny(part, ".;:!?()[]|\""); cut >= 0 {
		from += cut + 1
	} else if from > 0 {
		if cut := strings.IndexByte(part, ' '); cut >= 0 {
			from += cut
		}
	}
	return explainers(text, from, end)
}

// wordsIn are the words from text[from] up to the end of a bracket or
// sentence.
func wordsIn(text string, from int) []explainer {
	end := min(len(text), from+acronymReach)
	if cut := strings.IndexAny(text[from:end], ".;:!?()[]|\""); cut >= 0 {
		end = from + cut
	}
	return explainers(text, from, end)
}

// explainers are the words in a range of a text; hyphens and slashes part
// words.
func explainers(text string, from, end int) []explainer {
	var out []explainer
	for i := from; i < end; {
		r, n := utf8.DecodeRuneInString(text[i:end])
		if !unicode.IsLetter(r) {
			if unicode.IsDigit(r) {
				out = append(out, explainer{low: string(r), span: source.Span{Start: i, End: i + n}})
			}
			i += n
			continue
		}
		stop := i
		for stop < end {
			r, n := utf8.DecodeRuneInString(text[stop:end])
			if !unicode.IsLetter(r) && r != '\'' && r != '’' {
				break
			}
			stop += n
		}
		out = append(out, explainer{low: strings.ToLower(text[i:stop]), span: source.Span{Start: i, End: stop}})
		i = stop
	}
	return out
}

// smallWord reports whether a word often has no letter in an acronym.
func smallWord(w string) bool {
	switch w {
	case "of", "and", "the", "for", "in", "on", "to", "a", "an", "with", "by", "at", "from", "or", "de", "la", "du", "des", "und", "der", "für":
		return true
	}
	return false
}

// foreignSmall reports whether a small word shows a name to be in a language
// whose acronyms may be those of another one.
func foreignSmall(w string) bool {
	switch w {
	case "de", "la", "du", "des", "und", "der", "für":
		return true
	}
	return false
}

// explained pairs an acronym at text[from:end] of block i with those of the
// words that explain it; nil if none do.
func (x *extractor) explained(i int, text string, from, end int, words []explainer) *fact.Acronym {
	upper := strings.ToUpper(text[from:end])
	after := len(words) > 0 && words[0].span.Start > from
	take := trailingMatch(words, upper)
	if after {
		if take = leadingMatch(words, upper); take > 0 {
			words = words[:take]
			take = len(words)
		}
	}
	initials := upper
	if take == 0 {
		take, initials = slipMatch(words, text, len(upper), after)
		if take == 0 {
			return nil
		}
	}
	words = words[len(words)-take:]
	b := x.doc.Blocks[i]
	at := source.Span{Start: b.Span.Start + words[0].span.Start, End: b.Span.Start + words[len(words)-1].span.End}
	a := &fact.Acronym{
		Base: x.base(i, source.Span{Start: b.Span.Start + from, End: b.Span.Start + end}), WordsAt: x.place(i, at),
		Written: x.own(surface(x.doc.Text[at.Start:at.End])), Initials: x.own(initials),
	}
	a.Quoted = a.WordsAt.Quoted // a term that is defined often stands in quotation marks
	for _, w := range words {
		if !smallWord(w.low) {
			a.Words = append(a.Words, x.own(w.low))
		}
	}
	return a
}

// trailingMatch is how many of the last words explain all letters of an
// acronym, 0 if they do not.
func trailingMatch(words []explainer, upper string) int {
	w := len(words) - 1
	for k := len(upper) - 1; k >= 0; k-- {
		for w >= 0 && smallWord(words[w].low) && !begins(words[w].low, upper[k]) {
			w--
		}
		if w < 0 || !begins(words[w].low, upper[k]) {
			return 0
		}
		w--
	}
	return len(words) - 1 - w
}

// leadingMatch is how many of the first words explain all letters of an
// acronym, 0 if they do not.
func leadingMatch(words []explainer, upper string) int {
	w := 0
	for k := range len(upper) {
		for w < len(words) && smallWord(words[w].low) && !begins(words[w].low, upper[k]) {
			w++
		}
		if w == len(words) || !begins(words[w].low, upper[k]) {
			return 0
		}
		w++
	}
	return w
}

func begins(low string, upper byte) bool { return low != "" && low[0]&^0x20 == upper }

// slipMatch is how many words an acronym of n letters stands beside, with
// their initials, where the letters do not fit: the last n that are not
// small, or all of a bracket.
func slipMatch(words []explainer, text string, n int, bracket bool) (take int, initials string) {
	letters := make([]byte, 0, n)
	w := len(words)
	for w > 0 && len(letters) < n {
		w--
		if len(letters) > 0 && strings.IndexByte(text[words[w].span.End:words[w+1].span.Start], ',') >= 0 {
			return 0, "" // a list, in whatever order
		}
		if smallWord(words[w].low) {
			if foreignSmall(words[w].low) {
				return 0, ""
			}
			continue
		}
		c := words[w].low[0]
		if !asciiLetter(c) {
			return 0, ""
		}
		letters = append(letters, c&^0x20)
	}
	if len(letters) < n || n < 3 {
		return 0, ""
	}
	if w > 0 && (bracket || text[words[w-1].span.Start] >= 'A' && text[words[w-1].span.Start] <= 'Z' && !sentenceStart(text, words[w-1].span.Start)) {
		return 0, "" // the name is longer
	}
	for l, r := 0, n-1; l < r; l, r = l+1, r-1 {
		letters[l], letters[r] = letters[r], letters[l]
	}
	return len(words) - w, string(letters)
}

// neighboursSwapped reports whether two words differ by two neighbouring
// letters that have changed places.
func neighboursSwapped(a, b string) bool {
	if len(a) != len(b) {
		return false
	}
	i := 0
	for i < len(a) && a[i] == b[i] {
		i++
	}
	return i+1 < len(a) && a[i] == b[i+1] && a[i+1] == b[i] && a[i+2:] == b[i+2:]
}

// wordUses counts how often a text has a word, a plural "s" allowed.
func wordUses(text, word string) int {
	n := 0
	for i := 0; i < len(text); {
		k := strings.Index(text[i:], word)
		if k < 0 {
			break
		}
		i += k + len(word)
		if (i-len(word) == 0 || !asciiLetter(text[i-len(word)-1])) && !gluedWord(text, i) {
			n++
		}
	}
	return n
}

func gluedWord(text string, i int) bool {
	if i < len(text) && text[i] == 's' {
		i++
	}
	return i < len(text) && asciiLetter(text[i])
}
