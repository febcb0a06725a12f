package calendar

import "github.com/concordlint/concord/internal/token"

// Clock is a time of day, or a range of them.
type Clock struct {
	// From and To are minutes of the day, 0 to 1440; equal for one time.
	From, To int16
	// Loose: morning or afternoon is not said ("9:30"). A leading zero or
	// an hour above 12 says it.
	Loose bool
	// Zone is the time zone's abbreviation as written.
	Zone string
	// Invalid is the reason why there is no such time.
	Invalid string
}

func (d *Date) setClock(c Clock) {
	d.Clock, d.ClockTo, d.ClockLoose, d.Zone = c.From, -1, c.Loose, c.Zone
	if c.To != c.From {
		d.ClockTo = c.To
	}
	if d.Invalid == "" {
		d.Invalid = c.Invalid
	}
}

type half uint8

const (
	noHalf half = iota
	am
	pm
)

func halfOf(t token.Token) half {
	if t.Kind != token.Word {
		return noHalf
	}
	return halfWord(t.Lower)
}

func halfWord(w string) half {
	switch w {
	case "am", "a.m", "a.m.":
		return am
	case "pm", "p.m", "p.m.":
		return pm
	}
	return noHalf
}

// oneTime is a time as written, before its half of the day is applied.
type oneTime struct {
	hour, minute int
	half         half
	bare         bool // an hour alone: a time only by what stands about it
	padded       bool // a leading zero
	word         bool // noon, midnight
}

func (t oneTime) minutes() int {
	h := t.hour
	switch {
	case t.half == pm && h < 12:
		h += 12
	case t.half == am && h == 12:
		h = 0
	}
	return h*60 + t.minute
}

func (t oneTime) loose() bool {
	return t.half == noHalf && !t.padded && t.hour >= 1 && t.hour <= 12 && !t.word
}

func (t oneTime) invalid() bool {
	return t.minute > 59 || t.hour > 24 || t.hour == 24 && t.minute > 0 || t.half != noHalf && (t.hour > 23 || t.hour == 0 && t.half == pm)
}

// ParseClock reads a time of day or a range of them: "09:00", "6.30 pm",
// "11 a.m.", "5 o'clock", "noon", "14:00–15:30", "2 to 3 p.m.", "18:00 UTC".
// A time that cannot be (25:10 o'clock) is returned with Invalid only where
// something besides its figures says that it is one.
func ParseClock(toks []token.Token, i int) (c Clock, next int, ok bool) {
	if i < 0 || i >= len(toks) {
		return Clock{}, i, false
	}
	a, j, ok := readTime(toks, i)
	if !ok {
		return Clock{}, i, false
	}
	b, k := a, j
	if l, m := linkAt(toks, j); l != noLink && l != coupled && l != slashed {
		if t, n, ok := readTime(toks, m); ok && !(t.bare && l == spaced) {
			b, k = t, n
		}
	}
	if a.bare && (k == j || b.bare) || a.bare && b.half == noHalf {
		return Clock{}, i, false
	}
	if k > j && a.half == noHalf && b.half != noHalf {
		a.half = halfFrom(a, b)
	}
	c = Clock{From: int16(a.minutes()), To: int16(b.minutes()), Loose: a.loose() || b.loose()}
	if a.invalid() || b.invalid() {
		if a.half == noHalf && b.half == noHalf && !word(toks, i-1, "at") && !word(toks, k-1, "o'clock") {
			return Clock{}, i, false
		}
		c = Clock{Invalid: "there is no such time of day"}
	}
	if k < len(toks) && isZone(toks[k].Text) {
		c.Zone = toks[k].Text
		k++
	}
	return c, k, true
}

// halfFrom gives the first time of "11 to 1 p.m." its half of the day from
// the second's: the same one where the order allows it.
func halfFrom(a, b oneTime) half {
	if a.hour > 12 || a.hour == 0 {
		return noHalf
	}
	if b.half == pm && (a.hour%12)*60+a.minute > (b.hour%12)*60+b.minute {
		return am
	}
	return b.half
}

// readTime reads one time. A bare hour is let through for ranges.
func readTime(toks []token.Token, i int) (oneTime, int, bool) {
	if i >= len(toks) {
		return oneTime{}, i, false
	}
	t := toks[i]
	switch {
	case word(toks, i, "noon"):
		return oneTime{hour: 12, word: true}, i + 1, true
	case word(toks, i, "midnight"):
		return oneTime{word: true}, i + 1, true
	case t.Kind != token.Number || glued(toks, i) && toks[i-1].Kind == token.Number:
		return oneTime{}, i, false
	}
	h, n := digits(t.Text)
	if n > 2 {
		return oneTime{}, i, false
	}
	r := oneTime{hour: h, padded: t.Text[0] == '0'}
	rest := t.Lower[n:]
	next := i + 1
	switch {
	case rest == "" && punct(toks, next, ":") && glued(toks, next) && glued(toks, next+1) && toks[next+1].Kind == token.Number:
		m, n := digits(toks[next+1].Text)
		if n != 2 {
			return oneTime{}, i, false
		}
		r.minute, rest = m, toks[next+1].Lower[2:]
		next = seconds(toks, next+2)
	case len(rest) >= 3 && rest[0] == '.':
		m, n := digits(rest[1:])
		if n != 2 {
			return oneTime{}, i, false
		}
		r.minute, rest = m, rest[3:]
		r.bare = true // a decimal, unless "pm" follows
	default:
		r.bare = true
	}
	if rest == "z" && !r.bare {
		rest = ""
	}
	return finishTime(toks, next, r, rest)
}

// seconds skips ":05" behind hours and minutes.
func seconds(toks []token.Token, i int) int {
	if punct(toks, i, ":") && glued(toks, i) && glued(toks, i+1) {
		if v, ok := small(toks, i+1); ok && v < 61 {
			return i + 2
		}
	}
	return i
}

// finishTime reads "pm", "o'clock", "noon" behind the figures; rest is what
// the last token of figures holds behind them.
func finishTime(toks []token.Token, i int, r oneTime, rest string) (oneTime, int, bool) {
	if rest != "" {
		r.half = halfWord(rest)
		if r.half == noHalf {
			return oneTime{}, i, false
		}
		r.bare = false
		return r, skipStop(toks, i, len(rest) > 2), true
	}
	if i < len(toks) {
		if h := halfOf(toks[i]); h != noHalf {
			r.half, r.bare = h, false
			return r, skipStop(toks, i+1, len(toks[i].Text) > 2), true
		}
	}
	switch {
	case word(toks, i, "o'clock", "hrs", "h") && r.hour <= 25:
		r.bare = false
		return r, i + 1, true
	case r.bare && r.hour == 12 && word(toks, i, "noon"):
		r.bare, r.word = false, true
		return r, i + 1, true
	}
	return r, i, true
}

// isZone lists the abbreviations of time zones that English texts use.
func isZone(s string) bool {
	switch s {
	case "UTC", "GMT", "EST", "EDT", "ET", "CST", "CDT", "CT", "MST", "MDT", "MT", "PST", "PDT", "PT", "BST", "WET", "CET", "CEST", "EET", "EEST", "MSK", "IST", "JST", "KST", "HKT", "SGT", "AEST", "AEDT", "NZST", "NZDT", "AoE":
		return true
	}
	return false
}

// clockBefore reads a time that stands before its date: "18:00, Saturday 26
// August", "02:00 UTC Wednesday 28 February", "6.30 pm on 14 November". next
// is where the date must begin.
func clockBefore(toks []token.Token, i int) (c Clock, next int, ok bool) {
	if i+1 >= len(toks) || toks[i].Kind != token.Number || !freeNumber(toks, i) {
		return Clock{}, i, false
	}
	if !punct(toks, i+1, ":") && halfOf(toks[i+1]) == noHalf && len(toks[i].Text) < 3 {
		return Clock{}, i, false
	}
	c, next, ok = ParseClock(toks, i)
	if !ok || c.Invalid != "" {
		return Clock{}, i, false
	}
	if punct(toks, next, ",") {
		next++
	}
	if word(toks, next, "on") {
		next++
	}
	if next >= len(toks) || !Starts(toks[next]) && !word(toks, next, "the") {
		return Clock{}, i, false
	}
	if word(toks, next, "the") {
		next++
	}
	return c, next, true
}
