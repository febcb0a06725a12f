package mutate

import (
	"regexp"
	"slices"

	"github.com/concordlint/concord/internal/source"
)

const month = `(?:January|February|March|April|May|June|July|August|September|October|November|December)`

var (
	days         = []string{"Monday", "Tuesday", "Wednesday", "Thursday", "Friday", "Saturday", "Sunday"}
	weekdayDate  = regexp.MustCompile(`\b(Monday|Tuesday|Wednesday|Thursday|Friday|Saturday|Sunday),? (?:\d{1,2} ` + month + `|` + month + ` \d{1,2}),? \d{4}\b`)
	shortMonth   = regexp.MustCompile(`\b(\d{1,2}) (?:April|June|September|November) \d{4}\b`)
	shortMonthUS = regexp.MustCompile(`\b(?:April|June|September|November) (\d{1,2}), \d{4}\b`)
	dayRange     = regexp.MustCompile(`\b(\d{1,2}[–-]\d{1,2}) ` + month + `\b`)
	dayRangeUS   = regexp.MustCompile(`\b` + month + ` (\d{1,2}[–-]\d{1,2})\b`)
	daysLong     = regexp.MustCompile(`\b(two|three|four|five|six|seven|eight|nine|ten)-(?:day|week|month|year)\b`)
	leadingDate  = regexp.MustCompile(`^(?:` + month + ` \d{1,2}(?:, \d{4})?|\d{1,2} ` + month + `(?: \d{4})?|\d{4}-\d\d-\d\d)`)
)

// weekdays finds weekdays before a full date and names the next one.
func weekdays(d *source.Document, add func(int, source.Span, string)) {
	submatches(d, weekdayDate, func(w string) string {
		return days[(slices.Index(days, w)+1)%len(days)]
	}, add)
}

// impossibleDates finds days of months with thirty of them.
func impossibleDates(d *source.Document, add func(int, source.Span, string)) {
	for _, re := range []*regexp.Regexp{shortMonth, shortMonthUS} {
		submatches(d, re, func(string) string { return "31" }, add)
	}
}

// ranges turns ranges of days round.
func ranges(d *source.Document, add func(int, source.Span, string)) {
	for _, re := range []*regexp.Regexp{dayRange, dayRangeUS} {
		submatches(d, re, func(r string) string {
			for i := range r {
				if r[i] == '-' {
					return r[i+1:] + "-" + r[:i]
				}
				if n := len("–"); r[i:min(i+n, len(r))] == "–" {
					return r[i+n:] + "–" + r[:i]
				}
			}
			return r
		}, add)
	}
}

// dateOrders gives an entry of a dated list the date of the one after the next.
func dateOrders(d *source.Document, add func(int, source.Span, string)) {
	for _, l := range d.Lists {
		for i := 0; i+3 < len(l.Items); i++ {
			from, to := l.Items[i].First, l.Items[i+2].First
			if from == source.None || to == source.None {
				continue
			}
			a, b := d.Blocks[from], d.Blocks[to]
			m, n := leadingDate.FindStringIndex(d.TextOf(a)), leadingDate.FindString(d.TextOf(b))
			if m != nil && n != "" {
				add(from, source.Span{Start: a.Span.Start, End: a.Span.Start + m[1]}, n)
			}
		}
	}
}

// durations finds "five-day" in sentences that hold a range of dates too.
func durations(d *source.Document, add func(int, source.Span, string)) {
	prose(d, func(i int, text string, at int) {
		if !dayRange.MatchString(text) && !dayRangeUS.MatchString(text) {
			return
		}
		for _, m := range daysLong.FindAllStringSubmatchIndex(text, -1) {
			replaceNumber(i, at, text, m, 3, add)
		}
	})
}
