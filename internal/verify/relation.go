package verify

import (
	"fmt"
	"math/big"
	"regexp"
	"strconv"
	"strings"
	"time"
)

// relation tells why the relation of a finding does not fail after all, or that
// it could not be re-checked.
func (f *Finding) relation() (refuted, open string) {
	c := f.Calculation
	if c == nil || len(c.Operands) == 0 {
		return "", "it gives no calculation"
	}
	for _, o := range c.Operands {
		if i, ok := parse(o.Interval); ok && o.Location != nil && !i.fits(o.Location.Text) {
			return fmt.Sprintf("%q is read as %s", o.Location.Text, o.Interval), ""
		}
	}
	switch ok, known := satisfied(c.Relation, c.Operands); {
	case !known:
		return "", fmt.Sprintf("the relation %q was not re-checked", c.Relation)
	case ok:
		return fmt.Sprintf("%q does hold", c.Relation), ""
	}
	return "", ""
}

// satisfied reports whether a relation holds for its operands. known is false
// for a relation, or operands, that are not understood.
func satisfied(relation string, ops []Operand) (ok, known bool) {
	first, last := ops[0].Interval, ops[len(ops)-1].Interval
	switch relation {
	case "weekday of date":
		day, err := time.Parse(time.DateOnly, last)
		return err == nil && strings.EqualFold(day.Weekday().String(), first), err == nil
	case "date exists in the calendar":
		return possible(ops[0])
	case "the range ends no earlier than it begins":
		return ordered(first)
	case "date does not begin before the one above":
		return ordered(begin(last) + "/" + begin(first))
	case "date does not begin after the one above":
		return ordered(begin(first) + "/" + begin(last))
	case "letters of a word":
		return !strings.ContainsFunc(first, func(r rune) bool { return r == '?' || r > 0x7e }), true
	}
	if formula, found := strings.CutPrefix(relation, "result = "); found {
		return result(formula, ops)
	}
	if len(ops) < 2 {
		return false, false
	}
	a, ok1 := parse(first)
	if b, ok2 := parse(ops[1].Interval); ok1 && ok2 {
		return a.meets(b), true
	}
	return first == ops[1].Interval, true // names, words or dates that should be one
}

// begin is the first day of a range "2021-12-15/2021-12-16".
func begin(date string) string { return strings.SplitN(date, "/", 2)[0] }

var numbers = regexp.MustCompile(`\d+`)

// ordered reports whether the first of two dates, times, years or numbers is
// not the larger one.
func ordered(s string) (ok, known bool) {
	if a, b, found := strings.Cut(s, "/"); found && len(a) == len(b) {
		return a <= b, true
	}
	n := numbers.FindAllString(s, 3)
	if len(n) != 2 {
		return false, false
	}
	a, _ := strconv.Atoi(n[0])
	b, _ := strconv.Atoi(n[1])
	return a <= b, true
}

// possible looks at days of the form 2023-02-29, two of them with a slash, and
// at times of day in the text itself.
func possible(o Operand) (ok, known bool) {
	if strings.HasPrefix(o.Interval, "T") {
		n := numbers.FindAllString(o.Location.Text, 2)
		return len(n) == 2 && n[0] <= "24" && n[1] <= "59", len(n) == 2
	}
	for _, d := range strings.Split(o.Interval, "/") {
		if _, err := time.Parse(time.DateOnly, d); err != nil {
			return false, len(d) == len(time.DateOnly)
		}
	}
	return true, true
}

// result re-reckons what the operands behind the first come to.
func result(formula string, ops []Operand) (ok, known bool) {
	all := make([]interval, len(ops))
	for i, o := range ops {
		if all[i], ok = parse(o.Interval); !ok {
			return false, false
		}
	}
	if len(all) < 3 {
		return false, false
	}
	found, second := all[1], all[2]
	quotient, divides := found.over(second)
	switch formula {
	case "sum of operands", "mean of operands":
		for _, p := range all[2:] {
			found = found.plus(p)
		}
		if strings.HasPrefix(formula, "mean") {
			found = found.times(1, int64(len(all)-1))
		}
		return found.meets(all[0]), true
	case "first - second":
		return found.plus(second.times(-1, 1)).meets(all[0]), true
	case "first / second":
		return quotient.meets(all[0]), divides
	case "100 * first / second":
		return quotient.times(100, 1).meets(all[0]), divides
	case "100 * (first - second) / second":
		less := big.NewRat(-1, 1)
		return quotient.plus(interval{lo: less, hi: less}).times(100, 1).meets(all[0]), divides
	}
	return false, false
}
