package formats

import (
	"strconv"
	"strings"
)

// numberFormat is a spreadsheet's number format: up to four sections for
// positive, negative, zero and text, or sections with conditions.
type numberFormat struct {
	sections []numberSection
}

type numberToken struct {
	// kind is a sign of the format: 0 # ? . , % E @ G for numbers, y m d h s
	// b for dates and times, A for AM/PM, [ for elapsed time, and ' for text
	// that stands for itself.
	kind byte
	// n is how often the letter was repeated; of E, how many digits follow.
	n    int
	text string
}

type numberSection struct {
	tokens []numberToken
	date   bool
	// general tells that the section has no digits of its own.
	general, textual, fraction bool
	compare                    string
	bound                      float64
}

// parseNumberFormat reads a format code. It never fails: signs that it does
// not know stand for themselves.
func parseNumberFormat(code string) *numberFormat {
	f := &numberFormat{}
	code = code[:min(len(code), 512)]
	var s numberSection
	for i := 0; i < len(code); {
		if code[i] == ';' {
			f.add(s)
			s = numberSection{}
			i++
			continue
		}
		i += s.token(code[i:])
	}
	f.add(s)
	return f
}

func (f *numberFormat) add(s numberSection) {
	s.minutes()
	digits := false
	for _, t := range s.tokens {
		digits = digits || strings.IndexByte("0#?", t.kind) >= 0
		s.textual = s.textual || t.kind == '@'
	}
	s.general = !digits && !s.date
	f.sections = append(f.sections, s)
}

// token reads one token and returns its length in bytes.
func (s *numberSection) token(code string) int {
	put := func(kind byte, n int, text string) { s.tokens = append(s.tokens, numberToken{kind, n, text}) }
	lower := strings.ToLower(code[:min(len(code), 7)])
	switch c := code[0]; {
	case c == '"':
		end := strings.IndexByte(code[1:], '"')
		if end < 0 {
			end = len(code) - 1
		}
		put('\'', 0, code[1:end+1])
		return min(end+2, len(code))
	case c == '\\' || c == '_' || c == '*':
		n := 1
		if len(code) > 1 {
			n += signLength(code[1:])
		}
		if c == '\\' {
			put('\'', 0, code[1:n])
		} else if c == '_' {
			put('\'', 0, " ")
		}
		return n
	case c == '[':
		return s.bracket(code)
	case strings.HasPrefix(lower, "general"):
		put('G', 0, "")
		return 7
	case strings.HasPrefix(lower, "am/pm"):
		s.date = true
		put('A', 0, "")
		return 5
	case strings.HasPrefix(lower, "a/p"):
		s.date = true
		put('A', 0, "")
		return 3
	case lower[0] == 'e' && len(code) > 1 && (code[1] == '+' || code[1] == '-'):
		n := 2
		for n < len(code) && (code[n] == '0' || code[n] == '#' || code[n] == '?') {
			n++
		}
		put('E', n-2, code[1:2])
		return n
	case strings.IndexByte("ymdhsb", lower[0]) >= 0:
		n := 1
		for n < len(lower) && lower[n] == lower[0] {
			n++
		}
		s.date = true
		put(lower[0], n, "")
		return n
	case c == '/' && len(s.tokens) > 0 && strings.IndexByte("0#?", s.tokens[len(s.tokens)-1].kind) >= 0:
		s.fraction = true
		put('\'', 0, "/")
		return 1
	case strings.IndexByte("0#?.,%@", c) >= 0:
		put(c, 1, "")
		return 1
	}
	n := signLength(code)
	put('\'', 0, code[:n])
	return n
}

// signLength is the length of the character that code begins with.
func signLength(code string) int {
	n := 1
	for n < len(code) && code[n]&0xc0 == 0x80 {
		n++
	}
	return n
}

// bracket reads a currency, a condition, elapsed time or a colour.
func (s *numberSection) bracket(code string) int {
	end := strings.IndexByte(code, ']')
	if end < 0 {
		s.tokens = append(s.tokens, numberToken{'\'', 0, "["})
		return 1
	}
	in := code[1:end]
	switch {
	case in == "":
	case in[0] == '$':
		symbol, _, _ := strings.Cut(in[1:], "-")
		s.tokens = append(s.tokens, numberToken{'\'', 0, symbol})
	case strings.IndexByte("<>=", in[0]) >= 0:
		op := in[:1]
		if len(in) > 1 && strings.IndexByte("=>", in[1]) >= 0 {
			op = in[:2]
		}
		if v, err := strconv.ParseFloat(strings.TrimSpace(in[len(op):]), 64); err == nil {
			s.compare, s.bound = op, v
		}
	case strings.Trim(strings.ToLower(in), in[:1]) == "" && strings.IndexByte("hms", in[0]|0x20) >= 0:
		s.date = true
		s.tokens = append(s.tokens, numberToken{'[', len(in), strings.ToLower(in[:1])})
	}
	return end + 1
}

// minutes tells the m of minutes, which stands next to hours or seconds, from
// the one of months.
func (s *numberSection) minutes() {
	isTime := func(i, step int) bool {
		for i += step; i >= 0 && i < len(s.tokens); i += step {
			switch t := s.tokens[i]; t.kind {
			case '\'', '.', '0':
				continue
			case 'h':
				return step < 0
			case 's':
				return step > 0
			case '[':
				return true
			}
			return false
		}
		return false
	}
	for i := range s.tokens {
		if t := &s.tokens[i]; t.kind == 'm' && t.n <= 2 && (isTime(i, -1) || isTime(i, 1)) {
			t.kind = 'n'
		}
	}
}

// matches reports whether a section's condition holds for a value.
func (s *numberSection) matches(v float64) bool {
	switch s.compare {
	case "<":
		return v < s.bound
	case "<=":
		return v <= s.bound
	case ">":
		return v > s.bound
	case ">=":
		return v >= s.bound
	case "<>":
		return v != s.bound
	}
	return v == s.bound
}

// pick is the section for a value, and whether the format itself shows that a
// value is below zero.
func (f *numberFormat) pick(v float64) (*numberSection, bool) {
	n := len(f.sections)
	if n > 3 {
		n = 3 // the fourth is for text
	}
	if f.sections[0].compare != "" {
		for i := range n {
			if s := &f.sections[i]; s.compare == "" || s.matches(v) {
				return s, s.compare != "" && strings.HasPrefix(s.compare, "<") && s.bound <= 0
			}
		}
		return &f.sections[n-1], false
	}
	switch {
	case v < 0 && n > 1 && !f.sections[1].textual:
		return &f.sections[1], true
	case v == 0 && n > 2 && !f.sections[2].textual:
		return &f.sections[2], true
	}
	return &f.sections[0], false
}

// show is a number, given as the file has it, as the format shows it.
func (f *numberFormat) show(raw string, date1904 bool) string {
	v, err := strconv.ParseFloat(strings.TrimSpace(raw), 64)
	if err != nil || v > 1e300 || v < -1e300 || v != v {
		return raw
	}
	s, signed := f.pick(v)
	if s.date {
		if text, ok := s.showDate(v, date1904); ok {
			return strings.TrimSpace(text)
		}
		return generalNumber(v)
	}
	if s.fraction || len(f.sections) == 1 && len(s.tokens) == 0 || s.general && len(s.tokens) == 1 && (s.tokens[0].kind == 'G' || s.tokens[0].kind == '@') {
		return generalNumber(v)
	}
	text := s.showNumber(v)
	if v < 0 && !signed && strings.ContainsAny(text, "123456789") {
		text = "-" + text
	}
	return strings.TrimSuffix(strings.TrimSpace(text), ".")
}

// generalNumber is how a number without a format is shown: at most eleven
// signs, and no more decimals than there are.
func generalNumber(v float64) string {
	abs := v
	if abs < 0 {
		abs = -abs
	}
	if abs != 0 && (abs >= 1e15 || abs < 1e-9) {
		return strings.Replace(strconv.FormatFloat(v, 'E', -1, 64), "E+0", "E+", 1)
	}
	whole := len(strconv.FormatFloat(abs, 'f', 0, 64))
	digits, point := decimalDigits(abs)
	text := roundDigits(digits, point, max(10-whole, 0))
	if strings.Contains(text, ".") {
		text = strings.TrimRight(strings.TrimRight(text, "0"), ".")
	}
	if v < 0 && text != "0" {
		text = "-" + text
	}
	return text
}

// decimalDigits are the 15 digits that spreadsheets count with; the decimal
// point stands behind the first point of them.
func decimalDigits(abs float64) (digits string, point int) {
	if abs == 0 {
		return "", 0
	}
	text := strconv.FormatFloat(abs, 'e', 14, 64)
	mantissa, exponent, _ := strings.Cut(text, "e")
	e, err := strconv.Atoi(exponent)
	if err != nil {
		return "", 0
	}
	return strings.TrimRight(strings.Replace(mantissa, ".", "", 1), "0"), e + 1
}

// roundDigits writes digits with a number of decimals, the half rounded up.
func roundDigits(digits string, point, decimals int) string {
	if point > 320 || point < -320 {
		return "0"
	}
	if point <= 0 {
		digits, point = strings.Repeat("0", 1-point)+digits, 1
	}
	if n := point + decimals + 1 - len(digits); n > 0 {
		digits += strings.Repeat("0", n)
	}
	out := []byte(digits[:point+decimals])
	if digits[point+decimals] >= '5' {
		i := len(out) - 1
		for ; i >= 0 && out[i] == '9'; i-- {
			out[i] = '0'
		}
		if i >= 0 {
			out[i]++
		} else {
			out = append([]byte{'1'}, out...)
			point++
		}
	}
	if decimals == 0 {
		return string(out)
	}
	return string(out[:point]) + "." + string(out[point:])
}
