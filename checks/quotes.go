package checks

import (
	"cmp"
	"fmt"
	"slices"

	"github.com/concordlint/concord/internal/fact"
	"github.com/concordlint/concord/internal/verdict"
)

// quotes compares quotations of the same words with one another and with
// records of speech: by their words, or by who is said to have spoken.
type quotes struct {
	judge func(*sayings) []verdict.Verdict
}

func newQuote(p Params) (Check, error) {
	var params struct {
		Of string `yaml:"of"`
	}
	if err := p.Decode(&params); err != nil {
		return nil, err
	}
	switch params.Of {
	case "speaker":
		return quotes{judgeSpeakers}, nil
	case "words":
		return quotes{judgeSayings}, nil
	}
	return nil, fmt.Errorf("of: %q (there are: speaker, words)", params.Of)
}

// Needs quotations.
func (quotes) Needs() []fact.Kind { return []fact.Kind{fact.KindQuotation} }

// Keys by each three words that follow one another and say something: who
// quotes the same words shares most of them.
func (quotes) Keys(f fact.Fact) []string { return shingles(saidWords(f.(*fact.Quotation))) }

const shingleLength = 3 // words; a slip in the middle of seven leaves two whole

// shingles are the runs of three words of a quotation, sorted, each once. Runs
// that are in everybody's mouth are left out.
func shingles(words []said) []string {
	var out []string
	for i := 0; i+shingleLength <= len(words); i++ {
		w := words[i : i+shingleLength]
		if w[1].gap || w[2].gap {
			continue
		}
		if content(w[0].norm) || content(w[1].norm) || content(w[2].norm) {
			out = append(out, w[0].norm+" "+w[1].norm+" "+w[2].norm)
		}
	}
	slices.Sort(out)
	return slices.Compact(out)
}

// saying is a quotation with its words as they are compared.
type saying struct {
	*fact.Quotation
	words    []said
	shingles []string
}

// pair is two sayings that share their words; a is the one that quotes, b the
// record, or else the one that stands first.
type pair struct {
	a, b *saying
	aligned
}

// sayings are those that met under one key, with the pairs that are judged
// there.
type sayings struct {
	all   []*saying
	pairs []pair
}

const mostSayings = 40 // that share three words; more of them share a phrase

// Judge compares those that met two by two. Two sayings meet under each run of
// words that they share, and are judged under the first of these.
func (c quotes) Judge(key string, facts []fact.Fact) []verdict.Verdict {
	if len(facts) < 2 || len(facts) > mostSayings {
		return nil
	}
	s := &sayings{}
	for _, f := range facts {
		q := f.(*fact.Quotation)
		words := saidWords(q)
		s.all = append(s.all, &saying{q, words, shingles(words)})
	}
	for i, b := range s.all {
		for _, a := range s.all[i+1:] {
			s.meet(key, a, b)
		}
	}
	if len(s.pairs) == 0 {
		return nil
	}
	return c.judge(s)
}

// meet adds the pair of two sayings if this key is its home and they are
// likely the same words.
func (s *sayings) meet(key string, a, b *saying) {
	const least = 4 // of so many runs of the shorter one the longer has at least one
	if a.Form == "speech" && b.Form == "speech" || a.Doc == b.Doc && a.Block == b.Block {
		return
	}
	first, n := sharedRuns(a.shingles, b.shingles)
	if first != key || n*least < min(len(a.shingles), len(b.shingles)) {
		return
	}
	if a.Form == "speech" {
		a, b = b, a
	}
	p := pair{a, b, align(a.words, b.words)}
	if p.matched >= fewestMatched && p.content >= fewestContent {
		s.pairs = append(s.pairs, p)
	}
}

// Words that two quotations must share, and those among them that say
// something, to be of one utterance.
const (
	fewestMatched = 4
	fewestContent = 2
)

// sharedRuns is the first string that two sorted slices share, and how many.
func sharedRuns(a, b []string) (first string, n int) {
	for i, j := 0, 0; i < len(a) && j < len(b); {
		switch c := cmp.Compare(a[i], b[j]); {
		case c < 0:
			i++
		case c > 0:
			j++
		default:
			if n == 0 {
				first = a[i]
			}
			n, i, j = n+1, i+1, j+1
		}
	}
	return first, n
}
