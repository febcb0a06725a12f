package mutate

import (
	"regexp"
	"strings"

	"github.com/concordlint/concord/internal/source"
)

var (
	figure      = regexp.MustCompile(`\d[\d,]*(?:\.\d+)?`)
	shareOf     = regexp.MustCompile(`\d of (?:the |its |their )?\d[^.;%]{0,60}?(\d+(?:\.\d+)?)(?:%| per ?cent)`)
	converted   = regexp.MustCompile(`\b\d[\d,.]* ?(?:miles?|km|kilometres?|feet|metres?|meters|acres?|hectares?|pounds?|kg|inches|gallons?|litres?|°F|°C)\b? \((\d[\d,]*(?:\.\d+)?) ?(?:miles?|km|kilometres?|feet|metres?|meters|acres?|hectares?|pounds?|kg|inches|cm|gallons?|litres?|°F|°C)`)
	largeFigure = regexp.MustCompile(`\b\d{1,3}(?:,\d{3})+\b|\b[1-9]\d{3,}\b`)
	yearLike    = regexp.MustCompile(`^(?:1[5-9]|20)\d\d$`)
)

// nudge changes the first digit behind the leading one, or the only one, as a
// slip of the fingers does.
func nudge(n string) string {
	b := []byte(n)
	at := -1
	for i, c := range b {
		if c >= '0' && c <= '9' {
			if at >= 0 {
				at = i
				break
			}
			at = i
		}
	}
	if at < 0 {
		return n
	}
	b[at] = '0' + (b[at]-'0'+3)%10
	return string(b)
}

// totals finds figures in the rows of tables that begin with "Total".
func totals(d *source.Document, add func(int, source.Span, string)) {
	for _, t := range d.Tables {
		for _, row := range t.Rows {
			if len(row) < 2 || row[0] == source.None || !strings.HasPrefix(strings.ToLower(d.TextOf(d.Blocks[row[0]])), "total") {
				continue
			}
			for _, c := range row[1:] {
				if c == source.None {
					continue
				}
				b := d.Blocks[c]
				if m := figure.FindStringIndex(d.TextOf(b)); m != nil {
					at := source.Span{Start: b.Span.Start + m[0], End: b.Span.Start + m[1]}
					add(c, at, nudge(d.Text[at.Start:at.End]))
				}
			}
		}
	}
}

// submatches calls add for the first submatch of each match in prose, changed.
func submatches(d *source.Document, re *regexp.Regexp, change func(string) string, add func(int, source.Span, string)) {
	prose(d, func(i int, text string, at int) {
		for _, m := range re.FindAllStringSubmatchIndex(text, -1) {
			s := source.Span{Start: at + m[2], End: at + m[3]}
			add(i, s, change(d.Text[s.Start:s.End]))
		}
	})
}

// percents finds "18 of 24 (75%)".
func percents(d *source.Document, add func(int, source.Span, string)) {
	submatches(d, shareOf, nudge, add)
}

// conversions finds "5 miles (8 km)".
func conversions(d *source.Document, add func(int, source.Span, string)) {
	submatches(d, converted, nudge, add)
}

// values finds figures of four and more digits that a document states exactly
// twice, and changes the second.
func values(d *source.Document, add func(int, source.Span, string)) {
	type use struct {
		block int
		at    source.Span
	}
	uses := map[string][]use{}
	var order []string
	prose(d, func(i int, text string, at int) {
		for _, m := range largeFigure.FindAllStringIndex(text, -1) {
			n := text[m[0]:m[1]]
			if yearLike.MatchString(n) {
				continue
			}
			if uses[n] == nil {
				order = append(order, n)
			}
			uses[n] = append(uses[n], use{i, source.Span{Start: at + m[0], End: at + m[1]}})
		}
	})
	for _, n := range order {
		if u := uses[n]; len(u) == 2 && u[0].block != u[1].block {
			add(u[1].block, u[1].at, nudge(n))
		}
	}
}
