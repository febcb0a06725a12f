package mutate

import (
	"regexp"
	"strconv"
	"strings"

	"github.com/concordlint/concord/internal/source"
)

var (
	reference = regexp.MustCompile(`\b(?:[Ss]ection|[Cc]lause|[Tt]able|[Ff]igure|[Aa]ppendix|[Cc]hapter|[Aa]rticle) (\d+)\b`)
	quotation = regexp.MustCompile(`["“]([^"“”]{30,200})["”]`)
	number    = regexp.MustCompile(`\d+`)
)

// references makes written references lead forty further on.
func references(d *source.Document, add func(int, source.Span, string)) {
	submatches(d, reference, func(n string) string {
		v, err := strconv.Atoi(n)
		if err != nil {
			return n
		}
		return strconv.Itoa(v + 40)
	}, add)
}

// labels finds links whose label has a number that their target has too.
func labels(d *source.Document, add func(int, source.Span, string)) {
	for _, l := range d.Links {
		if l.Block == source.None {
			continue
		}
		label := d.Text[l.Span.Start:l.Span.End]
		m := number.FindStringIndex(label)
		if m == nil || m[1]-m[0] < 2 || !strings.Contains(l.Target, label[m[0]:m[1]]) {
			continue
		}
		at := source.Span{Start: l.Span.Start + m[0], End: l.Span.Start + m[1]}
		add(l.Block, at, nudge(d.Text[at.Start:at.End]))
	}
}

// ownNumbers finds header fields that hold a number of the file's name.
func ownNumbers(d *source.Document, add func(int, source.Span, string)) {
	name := d.File[strings.LastIndexByte(d.File, '/')+1:]
	for _, f := range d.Fields {
		value := d.Text[f.Span.Start:f.Span.End]
		if _, err := strconv.Atoi(value); err != nil || len(value) < 2 || !strings.Contains(name, value) || len(d.Blocks) == 0 {
			continue
		}
		add(0, f.Span, nudge(value))
	}
}

// quotations changes a word of a quotation that stands in the document twice.
func quotations(d *source.Document, add func(int, source.Span, string)) {
	seen := map[string]bool{}
	for i, b := range d.Blocks {
		text := d.TextOf(b)
		for _, m := range quotation.FindAllStringSubmatchIndex(text, -1) {
			words := strings.Join(strings.Fields(text[m[2]:m[3]]), " ")
			if !seen[words] {
				seen[words] = true
				continue
			}
			mid := (m[2] + m[3]) / 2
			from := m[2] + strings.LastIndexByte(text[m[2]:mid], ' ') + 1
			to := from + strings.IndexAny(text[from:m[3]]+" ", " \n,.")
			add(i, source.Span{Start: b.Span.Start + from, End: b.Span.Start + to}, "otherwise")
		}
	}
}

// duplicates puts the text of a longer list item in the place of the next one.
func duplicates(d *source.Document, add func(int, source.Span, string)) {
	const longest, shortest = 300, 40 // bytes
	for _, l := range d.Lists {
		for i := 0; i+1 < len(l.Items); i++ {
			a, b := l.Items[i], l.Items[i+1]
			if a.First == source.None || b.First == source.None || a.First != a.Last || b.First != b.Last {
				continue
			}
			text := d.TextOf(d.Blocks[a.First])
			if len(text) < shortest || len(text) > longest || strings.ContainsAny(text, "\n<`[") || d.Blocks[b.First].Kind == source.Code {
				continue
			}
			add(b.First, d.Blocks[b.First].Span, text)
		}
	}
}
