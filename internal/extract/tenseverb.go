package extract

import (
	"strings"

	"github.com/concordlint/concord/internal/calendar"
	"github.com/concordlint/concord/internal/token"
)

// tenseVerb reads at token i a verb that places what it tells in the time to
// come ("will take place", "is scheduled for") or in the past ("was held",
// "took place"). end is the index behind it.
func tenseVerb(toks []token.Token, i int) (end int, coming, ok bool) {
	w := func(k int) string {
		if k < len(toks) {
			return toks[k].Lower
		}
		return ""
	}
	switch w(i) {
	case "will":
		end = i + 1
		if w(end) == "next" || w(end) == "then" || w(end) == "again" {
			end++
		}
		if w(end) == "be" && (eventPast(w(end+1)) || w(end+1) == "on") {
			if w(end+1) == "on" {
				return end + 1, true, true
			}
			return end + 2, true, true
		}
		if w(end) == "take" && w(end+1) == "place" || w(end) == "go" && w(end+1) == "live" {
			return end + 2, true, true
		}
		return end + 1, true, eventVerb(w(end))
	case "is", "are":
		switch w(i + 1) {
		case "scheduled", "due", "planned", "slated":
			return i + 2, true, true
		case "to":
			if w(i+2) == "be" && eventPast(w(i+3)) {
				return i + 4, true, true
			}
		}
	case "was", "were":
		if eventPast(w(i + 1)) {
			return i + 2, false, w(i+2) != "to"
		}
	case "took":
		return i + 2, false, w(i+1) == "place"
	}
	return 0, false, false
}

// eventVerb lists verbs of what happens on a day.
func eventVerb(w string) bool {
	switch w {
	case "begin", "start", "open", "close", "end", "meet", "launch", "happen", "arrive", "depart", "leave", "host", "visit", "return", "resume", "retire", "celebrate", "reopen", "convene", "sail", "perform", "commence":
		return true
	}
	return false
}

// eventPast lists participles of what was done on a day.
func eventPast(w string) bool {
	switch w {
	case "held", "opened", "closed", "launched", "released", "published", "signed", "celebrated", "unveiled", "inaugurated", "elected", "hosted", "buried", "presented", "handed", "sworn", "completed", "demolished", "delivered", "installed":
		return true
	}
	return false
}

// dayBehind reads the day that follows a verb within a few words, led by
// "on", "from" or "for".
func dayBehind(toks []token.Token, from int) (d calendar.Date, at, to int, ok bool) {
	const reach = 10 // tokens
	for i := from; i < len(toks) && i-from < reach; i++ {
		t := toks[i]
		switch t.Lower {
		case ";", "who", "which", "that", "when", "and", "but", "after", "before", "since", "until", "by", "with", "following", "as", "because", "where", "(":
			return d, 0, 0, false
		}
		if i > from && strings.HasSuffix(t.Lower, "ed") {
			return d, 0, 0, false
		}
		if t.Lower != "on" && t.Lower != "from" && t.Lower != "for" {
			continue
		}
		k := i + 1
		if k < len(toks) && toks[k].Lower == "the" {
			k++
		}
		if k >= len(toks) {
			return d, 0, 0, false
		}
		at = k
		d, to, ok = calendar.Parse(toks, k)
		if !ok && t.Lower == "from" {
			d, to, ok = calendar.Parse(toks, i)
		}
		if !ok {
			if _, next, day := calendar.ParseWeekday(toks, k); day && next < len(toks) {
				if toks[next].Text == "," {
					next++
				}
				d, to, ok = calendar.Parse(toks, next)
			}
		}
		if ok {
			return d, at, to, d.Precision == calendar.ByDay
		}
	}
	return d, 0, 0, false
}
