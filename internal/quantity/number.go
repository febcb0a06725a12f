package quantity

import (
	"strings"

	"github.com/concordlint/concord/internal/token"
	"github.com/shopspring/decimal"
)

// number is what the words for one number say, before modifiers: lo to hi,
// both times ten to the power exp. It needs no memory of its own.
type number struct {
	lo, hi int64
	exp    int32
	inf    bool // no upper end
	// unknown, weak and vague are as in Interval and Quantity.
	unknown, weak, vague bool
	style                Style
	flags                Flags
	place                int32
	// by and byExp are the last word that multiplied ("hundred", "dozen",
	// "million"), as by times ten to the power byExp; by 0 if there is none.
	// In "two or three hundred" it holds for the first number too.
	by    int64
	byExp int32
	unit  string
	n     int // tokens
}

func plain(v int64, s Style, n int) number { return number{lo: v, hi: v, style: s, n: n} }

func (x number) low() decimal.Decimal  { return decimal.New(x.lo, x.exp) }
func (x number) high() decimal.Decimal { return decimal.New(x.hi, x.exp) }
func (x number) single() bool          { return x.lo == x.hi && !x.inf && !x.unknown && !x.vague }

// times multiplies by a word; ok is false where figures would be lost.
func (x *number) times(v int64) bool {
	const most = 1 << 40
	e := int32(0)
	for ; v%10 == 0; v /= 10 {
		e++
	}
	if x.lo > most || x.hi > most {
		return false
	}
	x.lo, x.hi, x.by, x.byExp = x.lo*v, x.hi*v, v, e
	x.exp += e
	x.place += e
	return true
}

// parser reads the tokens of a text. Its methods take a token's index and
// give what stands there; an index out of range stands for nothing.
type parser []token.Token

func (p parser) in(i int) bool { return i >= 0 && i < len(p) }

func (p parser) lower(i int) string {
	if !p.in(i) {
		return ""
	}
	return p[i].Lower
}

func (p parser) kind(i int) token.Kind {
	if !p.in(i) {
		return 0
	}
	return p[i].Kind
}

// glued reports whether token i stands right behind token i-1.
func (p parser) glued(i int) bool { return i > 0 && p.in(i) && !p[i].Space && p[i].Start == p[i-1].End }

func (p parser) cap(i int) bool { return p.in(i) && p[i].Cap() }

// hyphen reports whether token i is a hyphen with no blank on either side.
func (p parser) hyphen(i int) bool {
	return p.kind(i) == token.Punct && isHyphen(p[i].Text) && p.glued(i) && p.glued(i+1)
}

func isHyphen(s string) bool { return s == "-" || s == "\u2010" || s == "\u2011" }

func isDash(s string) bool { return isHyphen(s) || s == "\u2013" || s == "\u2012" || s == "\u2212" }

// core reads the number at token i, without modifiers.
func (p parser) core(i int) (number, bool) {
	switch p.kind(i) {
	case token.Number:
		return p.figureNumber(i, "")
	case token.Punct:
		if x, ok := glyph(p[i].Text, 1); ok && !p.glued(i) {
			return x, true
		}
		if sign := currency(p[i].Text); sign != "" && p.kind(i+1) == token.Number {
			if p.glued(i) && p.kind(i-1) == token.Word {
				sign = p[i-1].Text + sign
			}
			x, ok := p.figureNumber(i+1, sign)
			x.n++
			return x, ok
		}
	case token.Word:
		return p.wordNumber(i)
	}
	return number{}, false
}

// magnitudes takes the power words behind the figures or the fraction x,
// which begins at token i.
func (p parser) magnitudes(i int, x number) number {
	for range 2 {
		k := i + x.n
		if p.hyphen(k) {
			k++
		}
		if p.kind(k) != token.Word {
			return x
		}
		var v int64
		if e := shortPower(p[k].Text, x.flags&Money != 0); e > 0 {
			v = pow10(e)
		} else if n, c := numeral(p[k].Lower); c >= hundred && n != 20 {
			v = n
		}
		if v == 0 || !x.times(v) {
			return x
		}
		if x.flags &^= Ambiguous; v != 100 && v != 12 {
			x.flags |= Rounded
		}
		x.n = k + 1 - i
	}
	return x
}

func pow10(e int32) int64 {
	v := int64(1)
	for ; e > 0; e-- {
		v *= 10
	}
	return v
}

// glyph is the value of a fraction sign.
func glyph(s string, n int) (number, bool) {
	switch s {
	case "½":
		return share(1, 2, n), true
	case "¼":
		return share(1, 4, n), true
	case "¾":
		return share(3, 4, n), true
	case "⅓":
		return share(1, 3, n), true
	case "⅔":
		return share(2, 3, n), true
	}
	return number{}, false
}

// currency is the sign itself if s is one, else empty. The strings are
// constants so that facts do not keep the text in memory.
func currency(s string) string {
	const signs = "$€£¥₹₽₩₺₴₪"
	if i := strings.Index(signs, s); i >= 0 && s != "" {
		return signs[i : i+len(s)]
	}
	return ""
}
