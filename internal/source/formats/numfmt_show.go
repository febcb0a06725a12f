package formats

import (
	"fmt"
	"strconv"
	"strings"
	"time"
)

// digitPlan is what a section wants of a number.
type digitPlan struct {
	first, last int // the tokens of the number
	point       int // the token of the decimal point, len(tokens) without one
	exponent    int // the token of the exponent, or -1
	decimals    int
	grouped     bool
	scale       int // powers of ten that the number is multiplied by
}

func isDigit(kind byte) bool { return kind == '0' || kind == '#' || kind == '?' }

// plan finds the digits in a section.
func (s *numberSection) plan() digitPlan {
	p := digitPlan{first: -1, point: len(s.tokens), exponent: -1}
	for i, t := range s.tokens {
		switch {
		case isDigit(t.kind):
			if p.first < 0 {
				p.first = i
			}
			p.last = i
			if p.point < i && p.exponent < 0 {
				p.decimals++
			}
		case t.kind == '.' && p.point == len(s.tokens):
			p.point = i
			if p.first < 0 {
				p.first = i
			}
			p.last = max(p.last, i)
		case t.kind == '%':
			p.scale += 2
		case t.kind == 'E' && p.exponent < 0:
			p.exponent = i
		}
	}
	for i, t := range s.tokens {
		if t.kind != ',' || p.first < 0 || i < p.first {
			continue
		}
		digitBehind := false
		for k := i + 1; k < p.point && k < len(s.tokens); k++ {
			digitBehind = digitBehind || isDigit(s.tokens[k].kind)
		}
		if digitBehind {
			p.grouped = true
		} else {
			p.scale -= 3
		}
	}
	return p
}

// showNumber writes the amount of a value without its sign.
func (s *numberSection) showNumber(v float64) string {
	if v < 0 {
		v = -v
	}
	p := s.plan()
	if p.first < 0 {
		return s.literal(v)
	}
	digits, point := decimalDigits(v)
	if digits != "" {
		point += p.scale
	}
	exponent, before := 0, 0
	if p.exponent >= 0 && digits != "" {
		for i := p.first; i < p.point && i < p.exponent; i++ {
			if isDigit(s.tokens[i].kind) {
				before++
			}
		}
		before = max(before, 1)
		exponent, point = point-before, before
	}
	whole, fraction, _ := strings.Cut(roundDigits(digits, point, p.decimals), ".")
	if whole = strings.TrimLeft(whole, "0"); before > 0 && len(whole) > before {
		whole = whole[:before] // 9.99 became 10.0
		exponent++
	}
	return s.fill(p, whole, fraction, exponent)
}

// literal writes a section without digits.
func (s *numberSection) literal(v float64) string {
	var out strings.Builder
	for _, t := range s.tokens {
		switch t.kind {
		case '\'':
			out.WriteString(t.text)
		case 'G', '@':
			out.WriteString(generalNumber(v))
		case '%':
			out.WriteByte('%')
		}
	}
	return out.String()
}

// fill puts digits into the section's places.
func (s *numberSection) fill(p digitPlan, whole, fraction string, exponent int) string {
	places := 0 // digits wanted before the point
	end := min(p.point, len(s.tokens))
	if p.exponent >= 0 {
		end = min(end, p.exponent)
	}
	for _, t := range s.tokens[:end] {
		if isDigit(t.kind) {
			places++
		}
	}
	var out strings.Builder
	digit := func(c byte, left int) {
		out.WriteByte(c)
		if p.grouped && left > 0 && left%3 == 0 {
			out.WriteByte(',')
		}
	}
	seen := 0
	for i, t := range s.tokens {
		switch {
		case isDigit(t.kind) && i < end:
			left := places - seen - 1 // places behind this one
			if seen == 0 {
				for k := 0; k < len(whole)-places; k++ {
					digit(whole[k], len(whole)-k-1)
				}
			}
			if at := len(whole) - left - 1; at >= 0 {
				digit(whole[at], left)
			} else if t.kind == '0' {
				digit('0', left)
			}
			seen++
		case isDigit(t.kind) && (p.exponent < 0 || i < p.exponent):
			c := fraction[0]
			rest := strings.TrimRight(fraction, "0")
			if fraction = fraction[1:]; t.kind == '0' || rest != "" {
				out.WriteByte(c)
			}
		case i == p.point:
			if places == 0 {
				out.WriteString(whole)
			}
			out.WriteByte('.')
		case t.kind == '%':
			out.WriteByte('%')
		case t.kind == 'E':
			fmt.Fprintf(&out, "E%s%0*d", sign(exponent, t.text), t.n, max(exponent, -exponent))
		case t.kind == '\'':
			out.WriteString(t.text)
		}
	}
	return out.String()
}

func sign(n int, shown string) string {
	if n < 0 {
		return "-"
	}
	if shown == "+" {
		return "+"
	}
	return ""
}

// lastDay is the day behind 31 December 9999.
const lastDay = 2958466

// showDate writes a value as a date or time. It fails for what is none.
func (s *numberSection) showDate(v float64, date1904 bool) (string, bool) {
	if v < 0 || v >= lastDay {
		return "", false
	}
	finest := time.Second
	for _, t := range s.tokens {
		if t.kind == '0' {
			finest = time.Millisecond
		}
	}
	days := int(v)
	part := time.Duration((v-float64(days))*float64(24*time.Hour) + 0.5).Round(finest)
	elapsed := time.Duration(-1)
	if days < 100_000 {
		elapsed = time.Duration(days)*24*time.Hour + part
	}
	base := time.Date(1899, 12, 30, 0, 0, 0, 0, time.UTC)
	if date1904 {
		base = time.Date(1904, 1, 1, 0, 0, 0, 0, time.UTC)
	} else if days < 60 {
		days++ // the calendar of spreadsheets has a 29 February 1900
	}
	at := base.AddDate(0, 0, days).Add(part)
	half := false
	for _, t := range s.tokens {
		half = half || t.kind == 'A'
	}
	var out strings.Builder
	for i, t := range s.tokens {
		out.WriteString(s.datePart(i, t, at, elapsed, half))
	}
	return out.String(), true
}

// datePart writes one token of a date.
func (s *numberSection) datePart(i int, t numberToken, at time.Time, elapsed time.Duration, half bool) string {
	two := func(n int) string {
		if t.n > 1 {
			return fmt.Sprintf("%02d", n)
		}
		return strconv.Itoa(n)
	}
	switch t.kind {
	case '\'':
		return t.text
	case '.', ',', '%':
		return string(t.kind)
	case '0', '#', '?':
		first := i
		for first > 0 && isDigit(s.tokens[first-1].kind) {
			first--
		}
		return fmt.Sprintf("%03d000", at.Nanosecond()/1e6)[min(i-first, 5):][:1]
	case 'y':
		if t.n <= 2 {
			return at.Format("06")
		}
		return at.Format("2006")
	case 'm':
		switch t.n {
		case 1, 2:
			return two(int(at.Month()))
		case 3:
			return at.Format("Jan")
		case 5:
			return at.Format("Jan")[:1]
		}
		return at.Format("January")
	case 'd':
		switch t.n {
		case 1, 2:
			return two(at.Day())
		case 3:
			return at.Format("Mon")
		}
		return at.Format("Monday")
	case 'h':
		if half {
			return two((at.Hour()+11)%12 + 1)
		}
		return two(at.Hour())
	case 'n':
		return two(at.Minute())
	case 's':
		return two(at.Second())
	case 'A':
		return at.Format("PM")
	case '[':
		if elapsed < 0 { // thousands of years
			return ""
		}
		unit := map[string]time.Duration{"h": time.Hour, "m": time.Minute, "s": time.Second}[t.text]
		return two(int(elapsed / unit))
	}
	return ""
}
