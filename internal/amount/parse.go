package amount

import (
	"strings"

	"github.com/shopspring/decimal"

	"github.com/concordlint/concord/internal/token"
)

// Starts reports whether a quantity may begin at the token: a number, a
// number word, or a word that bounds the number behind it. It is cheap.
func Starts(t token.Token) bool {
	if t.Kind == token.Number {
		return true
	}
	if t.Kind != token.Word {
		return t.Text == "~" || t.Text == "("
	}
	if small(t.Lower) >= 0 {
		return true
	}
	switch t.Lower {
	case "a", "an", "half", "dozen", "dozens", "scores", "hundreds", "thousands", "once", "twice", "thrice", "both", "several",
		"no", "none", "never", "more", "over", "above", "in", "at", "upwards", "fewer", "less", "under", "below", "up", "between",
		"nearly", "almost", "close", "just", "slightly", "about", "around", "some", "roughly", "approximately", "only", "exactly", "few":
		return true
	}
	return false
}

// Parse reads the quantity that begins at token i, with the words that bound
// it, and returns the number of tokens read.
func Parse(toks []token.Token, i int) (Quantity, int, bool) {
	if i >= len(toks) || !Starts(toks[i]) {
		return Quantity{}, 0, false
	}
	b, j := bounds(toks, i)
	q, next, ok := number(toks, j)
	if !ok {
		if j == i {
			return Quantity{}, 0, false
		}
		// The bounding word was none: "about the same".
		return Quantity{}, 0, false
	}
	if b != nil {
		q.Interval = b(q.Interval)
		q.Flags |= Modified
	}
	next = behind(toks, &q, next)
	q.Flags |= context(toks, j, next)
	return q, next - i, true
}

// bound turns the interval of a number into that of the bounded number.
type bound func(Interval) Interval

func above(open bool) bound {
	return func(i Interval) Interval {
		return Interval{Lo: i.Lo, LoOpen: open, NoHi: true, Known: i.Known, Weak: i.Weak}
	}
}

func below(open bool) bound {
	return func(i Interval) Interval {
		return Interval{Hi: i.Hi, HiOpen: open, Known: i.Known && !i.NoHi, Weak: i.Weak}
	}
}

// Tolerances of vague words, from the catalogue: a tenth of the number, for
// counts at least one.
var tenth = decimal.New(1, -1)

func nearly(i Interval) Interval {
	return Interval{Lo: i.Lo.Sub(slack(i.Lo)), Hi: i.Hi, HiOpen: true, Known: i.Known, Weak: i.Weak}
}

func justOver(i Interval) Interval {
	return Interval{Lo: i.Lo, LoOpen: true, Hi: i.Hi.Add(slack(i.Hi)), Known: i.Known, Weak: i.Weak}
}

func about(i Interval) Interval {
	return Interval{Lo: i.Lo.Sub(slack(i.Lo)), Hi: i.Hi.Add(slack(i.Hi)), Known: i.Known, Weak: i.Weak}
}

func slack(n decimal.Decimal) decimal.Decimal {
	s := n.Mul(tenth)
	if one := decimal.NewFromInt(1); n.IsInteger() && s.LessThan(one) {
		return one
	}
	return s
}

// phrases are the words that bound a number, longest first.
var phrases = []struct {
	words string
	bound bound
}{
	{"in excess of", above(true)}, {"no fewer than", above(false)}, {"no less than", above(false)}, {"not fewer than", above(false)}, {"not less than", above(false)},
	{"no more than", below(false)}, {"not more than", below(false)}, {"slightly more than", justOver}, {"slightly over", justOver}, {"just over", justOver}, {"just under", nearly},
	{"more than", above(true)}, {"at least", above(false)}, {"upwards of", above(false)}, {"fewer than", below(true)}, {"less than", below(true)},
	{"up to", below(false)}, {"at most", below(false)}, {"close to", nearly}, {"an estimated", about},
	{"over", above(true)}, {"above", above(true)}, {"under", below(true)}, {"below", below(true)},
	{"nearly", nearly}, {"almost", nearly}, {"about", about}, {"around", about}, {"some", about}, {"roughly", about}, {"approximately", about}, {"~", about},
}

// bounds reads the words before a number; the bound is nil where there are
// none, or where they leave the number as it is ("only", "exactly").
func bounds(toks []token.Token, i int) (bound, int) {
	if w := toks[i].Lower; (w == "only" || w == "exactly") && i+1 < len(toks) {
		return nil, i + 1
	}
	for _, p := range phrases {
		if n := matches(toks, i, p.words); n > 0 {
			return p.bound, i + n
		}
	}
	return nil, i
}

// matches returns the number of tokens of a phrase that stands at i, 0 if it
// does not.
func matches(toks []token.Token, i int, phrase string) int {
	n := 0
	for phrase != "" {
		w, rest, _ := strings.Cut(phrase, " ")
		if i+n >= len(toks) || toks[i+n].Lower != w {
			return 0
		}
		phrase = rest
		n++
	}
	return n
}

// number reads a number without its bounds.
func number(toks []token.Token, i int) (Quantity, int, bool) {
	if i >= len(toks) {
		return Quantity{}, i, false
	}
	if q, next, ok := named(toks, i); ok {
		return q, next, true
	}
	if matches(toks, i, "between") > 0 {
		return ranged(toks, i+1, "and")
	}
	q, next, ok := single(toks, i)
	if !ok {
		return q, next, false
	}
	if next+1 < len(toks) {
		switch sep := toks[next]; {
		case sep.Lower == "to" || sep.Lower == "or" || sep.Text == "–" || sep.Text == "-":
			if o, end, ok := single(toks, next+1); ok && o.Interval.Known && q.Interval.Below(o.Interval) && !o.Has(YearLike|Label) {
				q.Interval.Hi, q.Flags = o.Interval.Hi, q.Flags|Modified
				return q, end, true
			}
		}
	}
	return q, next, true
}

func ranged(toks []token.Token, i int, sep string) (Quantity, int, bool) {
	q, next, ok := single(toks, i)
	if !ok || next >= len(toks) || toks[next].Lower != sep {
		return Quantity{}, i, false
	}
	o, end, ok := single(toks, next+1)
	if !ok || o.Interval.Below(q.Interval) {
		return Quantity{}, i, false
	}
	q.Interval.Hi = o.Interval.Hi
	q.Flags |= Modified
	return q, end, true
}

// vague are the words that stand for a number of their own.
var vague = []struct {
	words string
	value Interval
	flags Flag
}{
	{"half a dozen", Exactly(6), 0}, {"a half dozen", Exactly(6), 0}, {"a dozen", Exactly(12), 0}, {"two dozen", Exactly(24), 0}, {"three dozen", Exactly(36), 0}, {"four dozen", Exactly(48), 0},
	{"a score", Exactly(20), 0}, {"a couple of", Between(2, 3), Modified}, {"a couple", Between(2, 3), Modified}, {"a pair of", Exactly(2), 0}, {"a single", Exactly(1), 0},
	{"a number of", Interval{}, Modified}, {"a few", weak(3), Modified}, {"a handful of", weakTo(3, 7), Modified}, {"several", weak(3), Modified},
	{"dozens of", weak(24), Modified}, {"dozens", weak(24), Modified}, {"scores of", weak(40), Modified}, {"scores", weak(40), Modified},
	{"hundreds of", weak(200), Modified}, {"hundreds", weak(200), Modified}, {"thousands of", weak(2000), Modified}, {"thousands", weak(2000), Modified},
	{"once", Exactly(1), TimesFlag}, {"twice", Exactly(2), TimesFlag}, {"thrice", Exactly(3), TimesFlag},
	{"both", Exactly(2), Definite}, {"none", Exactly(0), Definite}, {"a hundred", Exactly(100), 0}, {"a thousand", Exactly(1000), 0},
}

func weak(n int) Interval {
	i := AtLeast(n)
	i.Weak = true
	return i
}

func weakTo(a, b int) Interval {
	i := Between(a, b)
	i.Weak = true
	return i
}

// named reads "a dozen", "several", "twice".
func named(toks []token.Token, i int) (Quantity, int, bool) {
	switch c := toks[i].Lower; {
	case c == "":
		return Quantity{}, i, false
	case c[0] != 'a' && c[0] != 'd' && c[0] != 's' && c[0] != 't' && c[0] != 'h' && c[0] != 'o' && c[0] != 'b' && c[0] != 'n' && c[0] != 'f':
		return Quantity{}, i, false
	}
	for _, v := range vague {
		n := matches(toks, i, v.words)
		if n == 0 {
			continue
		}
		text := toks[i].Text
		for _, t := range toks[i+1 : i+n] {
			text += " " + t.Text
		}
		return Quantity{Interval: v.value, Flags: v.flags, Words: true, Surface: text}, i + n, true
	}
	return Quantity{}, i, false
}

// single reads one number in words or figures, with a power behind it.
func single(toks []token.Token, i int) (Quantity, int, bool) {
	if i >= len(toks) {
		return Quantity{}, i, false
	}
	t := toks[i]
	if t.Kind == token.Word {
		n, next := wordNumber(toks, i)
		if next == i {
			return Quantity{}, i, false
		}
		d := decimal.NewFromInt(n)
		return Quantity{Interval: Interval{Lo: d, Hi: d, Known: true}, Words: true, Surface: strings.Clone(t.Text)}, next, true
	}
	if t.Kind != token.Number {
		return Quantity{}, i, false
	}
	d, ok := figure(t.Text)
	if !ok {
		return Quantity{}, i, false
	}
	q := Quantity{Surface: strings.Clone(t.Text)}
	next := i + 1
	if next < len(toks) {
		if p := power(toks[next].Lower); p >= 1000 {
			d = d.Mul(decimal.NewFromInt(p))
			next++
		}
	}
	q.Interval = Interval{Lo: d, Hi: d, Known: true}
	if !d.IsInteger() {
		q.Flags |= Fraction
	}
	if n, ok := q.Interval.Int(); ok && len(t.Text) == 4 && n >= 1500 && n <= 2100 {
		q.Flags |= YearLike
	}
	return q, next, true
}

// behind reads what follows a number and belongs to it: "times", "or more".
func behind(toks []token.Token, q *Quantity, j int) int {
	switch {
	case matches(toks, j, "or more") > 0, matches(toks, j, "or so") > 0:
		f := above(false)
		if toks[j+1].Lower == "so" {
			f = about
		}
		q.Interval, q.Flags = f(q.Interval), q.Flags|Modified
		j += 2
	case j+1 < len(toks) && toks[j].Text == "+" && !toks[j].Space:
		q.Interval, q.Flags = above(false)(q.Interval), q.Flags|Modified
		j++
	}
	if j < len(toks) && !q.Has(TimesFlag) {
		end := j
		if w := toks[j].Lower; (w == "different" || w == "separate") && j+1 < len(toks) {
			end++
		}
		switch toks[end].Lower {
		case "times", "occasions":
			q.Flags |= TimesFlag
			q.Noun = strings.Clone(toks[end].Text)
			return end + 1
		}
	}
	return j
}
