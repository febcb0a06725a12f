package calendar

import (
	"math"
	"path"
	"strings"

	"github.com/concordlint/concord/internal/token"
)

// Ways in which a document tells its own date, as DocumentDate reports them,
// most trusted first.
const (
	ByMeta      = "meta"      // front matter or a header field
	ByLabel     = "label"     // "Date: …", "Posted by … on …", "As of …"
	ByDateline  = "dateline"  // "BRUSSELS, Jan. 10, 2022 — …"
	ByLine      = "line"      // a short line that is a date or ends in one
	BySignature = "signature" // the name and date behind a quotation
	ByUpdate    = "update"    // "Last updated …"
	ByIssue     = "issue"     // a short line that ends in a month and year
	ByFile      = "file"      // the file's name
	ByPeriod    = "period"    // a title's range of days; its last day
	ByAgreement = "agreement" // "made on the 3rd day of April, 2023"
	ByMaking    = "making"    // when the file was made, as an office file tells it
)

// trust ranks the ways; lower is better.
func trust(how string) int {
	for i, h := range [...]string{ByMeta, ByLabel, ByDateline, ByLine, BySignature, ByUpdate, ByIssue, ByFile, ByPeriod, ByAgreement, ByMaking} {
		if h == how {
			return i
		}
	}
	return -1
}

// maxHeads is how many of a document's first blocks may tell its date.
const maxHeads = 12

// DocumentDate finds the date of a document itself: meta holds its front
// matter and header fields under lower-case names, heads the texts of its
// first blocks, file its path. how is the way in which the document tells it;
// the constants above list them in the order of trust, and of equally good
// ones the first is taken. The day, or the month too, is 0 where only the
// month or year is told. Dates in running prose are not the document's.
func DocumentDate(meta map[string]string, heads []string, file string) (d Day, how string, ok bool) {
	if d, ok = metaDate(meta); ok {
		return d, ByMeta, true
	}
	best := math.MaxInt
	consider := func(x Day, way string) {
		if way != "" && trust(way) < best {
			d, how, best, ok = x, way, trust(way), true
		}
	}
	var toks []token.Token
	for i, h := range heads {
		if i == maxHeads {
			break
		}
		lines := strings.Split(strings.TrimSpace(h), "\n")
		for k, line := range lines {
			toks = token.Append(toks[:0], line, 0, len(line))
			x, way := lineDate(toks, wrapped(lines, k))
			consider(x, way)
		}
		toks = token.Append(toks[:0], h, 0, len(h))
		x, way := madeOn(toks)
		consider(x, way)
	}
	if x, found := fileDate(file); found {
		consider(x, ByFile)
	}
	if x, found := fieldDate(meta["file-created"]); found {
		consider(x, ByMaking)
	}
	return d, how, ok
}

// metaDate reads the first of the fields that hold a date.
func metaDate(meta map[string]string) (Day, bool) {
	for _, key := range [...]string{"date", "published", "publishdate", "pubdate", "date_published", "datepublished", "article:published_time", "dc.date", "dc.date.issued", "issued", "posted", "created", "datecreated", "release_date", "updated", "last_updated", "lastmod", "modified", "datemodified", "article:modified_time", "last-modified", "revised"} {
		if d, ok := fieldDate(meta[key]); ok {
			return d, true
		}
	}
	return Day{}, false
}

// fieldDate is the date in a field.
func fieldDate(v string) (Day, bool) {
	if v == "" {
		return Day{}, false
	}
	toks := token.Append(nil, v, 0, len(v))
	for i := range toks {
		if d, _, ok := Parse(toks, i); ok && d.From.Year != 0 && d.Invalid == "" && !d.Ambiguous {
			return d.From, true
		}
	}
	if d, next, ok := ParseYear(toks, 0); ok && next == len(toks) && !d.IsRange() {
		return d.From, true
	}
	return Day{}, false
}

// wrapped reports whether line k is part of a paragraph that was broken into
// lines: it goes on in lower case, or came from a long run of lines.
func wrapped(lines []string, k int) bool {
	if k+1 < len(lines) {
		next := strings.TrimSpace(lines[k+1])
		if next != "" && next[0] >= 'a' && next[0] <= 'z' {
			return true
		}
	}
	return len(lines) > 4 && len(lines[k]) > 50
}

// maxLine is how many tokens a date line may have before its date, and
// maxTail how many behind it.
const (
	maxLine = 14
	maxTail = 4
)

// lineDate judges one line: whether it tells the document's date, and how.
func lineDate(toks []token.Token, wrapped bool) (Day, string) {
	if d, how := dateline(toks); how != "" {
		return d, how
	}
	if q := lastQuote(toks); q >= 0 {
		tail := toks[q+1:]
		if d, from, end, n := onlyDate(tail); n == 1 && end == len(tail) && from <= maxLine && !d.IsRange() {
			return d.From, BySignature
		}
		return Day{}, ""
	}
	for len(toks) > 0 {
		part := toks
		if k := separator(toks); k >= 0 {
			part, toks = toks[:k], toks[k+1:]
		} else {
			toks = nil
		}
		if d, how := partDate(part, wrapped); how != "" {
			return d, how
		}
	}
	return Day{}, ""
}

// separator finds the sign that sets the parts of a header line apart.
func separator(toks []token.Token) int {
	for i, t := range toks {
		if t.Text == "·" || t.Text == "|" || t.Text == "•" {
			return i
		}
	}
	return -1
}

// lastQuote finds the last closing quotation mark; -1 where there is none or
// nothing behind it.
func lastQuote(toks []token.Token) int {
	for i := len(toks) - 2; i > 3; i-- {
		if toks[i].Text == "”" || toks[i].Text == "\"" && !toks[i].Space {
			return i
		}
	}
	return -1
}

// onlyDate finds the dates with a year in a line: the first one, where it
// stands, and how many there are.
func onlyDate(toks []token.Token) (d Date, from, end, n int) {
	for i := 0; i < len(toks); {
		x, next, ok := Date{}, i, false
		if Starts(toks[i]) {
			x, next, ok = Parse(toks, i)
		}
		if !ok {
			i++
			continue
		}
		if x.From.Year != 0 && x.Invalid == "" && !x.Ambiguous && !x.Backwards && x.Precision <= ByMonth {
			if n++; n == 1 {
				d, from, end = x, i, next
			}
		}
		i = next
	}
	return d, from, end, n
}

// partDate judges a line, or a part of it between separators.
func partDate(toks []token.Token, wrapped bool) (Day, string) {
	d, from, end, n := onlyDate(toks)
	if n != 1 || from > maxLine {
		return Day{}, ""
	}
	if _, v, _, ok := EntryDate(toks); ok && !v.IsZero() {
		return Day{}, "" // a release's, not the document's
	}
	before, behind := toks[:from], toks[end:]
	label := labelOf(before)
	sentence := len(behind) > 0 && behind[0].Text == "."
	short := len(behind) == 0 || sentence && len(behind) == 1 || len(behind) <= maxTail && behind[0].Kind == token.Punct && !sentence && behind[0].Text != ":" && !isDash(behind[0])
	bare := nothingSaid(before)
	switch {
	case notOwn(before):
		return Day{}, ""
	case d.IsRange():
		if DayNumber(d.To)-DayNumber(d.From) < 366 && !sentence && !wrapped && (short || behind[0].Text == "(") {
			return d.To, ByPeriod
		}
		return Day{}, ""
	case label != "" && (short || sentence):
	case wrapped && !bare:
		return Day{}, ""
	case bare && d.Clock >= 0, titled(before) && (short || sentence), short && !sentence:
		label = ByLine
	default:
		return Day{}, ""
	}
	if d.Precision != ByDay {
		label = ByIssue
	}
	return d.From, label
}

// nothingSaid reports whether there is no word among the tokens.
func nothingSaid(toks []token.Token) bool {
	for _, t := range toks {
		if t.Kind != token.Punct {
			return false
		}
	}
	return true
}

// titled reports whether the tokens are written like a title or a name.
func titled(toks []token.Token) bool {
	for _, t := range toks {
		if t.Kind == token.Word && !t.Cap() && !isTitleWord(t.Lower) {
			return false
		}
	}
	return len(toks) <= 10
}

func isTitleWord(w string) bool {
	switch w {
	case "of", "the", "and", "in", "by", "for", "on", "at", "to", "a", "an", "from", "with", "de", "van", "von", "no":
		return true
	}
	return false
}

// labelOf is the way in which words before a date present it as the
// document's own, "" where they do not.
func labelOf(before []token.Token) string {
	how := ""
	for i, t := range before {
		switch t.Lower {
		case "date", "dated", "published", "posted", "issued", "released", "written", "filed", "submitted", "embargoed":
			if i <= 2 {
				return ByLabel
			}
		case "updated", "revised", "modified":
			how = ByUpdate
		case "as":
			if i == 0 && word(before, 1, "of", "at") {
				return ByLabel
			}
		case "for":
			if i == 0 && word(before, 1, "use", "release", "publication") {
				return ByLabel
			}
		}
	}
	return how
}

// notOwn reports whether words before a date give it to something else: a
// life, a deadline, a reference.
func notOwn(before []token.Token) bool {
	for _, t := range before {
		switch t.Lower {
		case "born", "died", "b", "d", "due", "deadline", "expires", "expiry", "since", "before", "after", "founded", "established", "see", "copyright", "accessed", "retrieved", "birth", "death", "next", "save":
			return true
		}
	}
	n := len(before) - 1
	return word(before, n, "by", "until", "till") && !word(before, n-1, "embargoed") || n >= 0 && before[n].Text == "©"
}

// dateline reads the place and date before the first sentence of a report,
// which a dash ends: "BRUSSELS, Jan. 10, 2022 — …", "WASHINGTON (May 3,
// 2023) – …"; or a line of place and date alone.
func dateline(toks []token.Token) (Day, string) {
	i := 0
	upper := false
	for i < len(toks) && i < 7 && (toks[i].Cap() && !Starts(toks[i]) || i > 0 && (toks[i].Text == "." || toks[i].Text == ",")) {
		upper = upper || i == 0 && len(toks[i].Text) > 2 && toks[i].Text == strings.ToUpper(toks[i].Text)
		i++
	}
	if i == 0 || i >= len(toks) {
		return Day{}, ""
	}
	for i < len(toks) && (toks[i].Text == "," || toks[i].Text == "(" || isDash(toks[i])) {
		i++
	}
	d, next, ok := Parse(toks, i)
	if !ok || d.Precision != ByDay || d.From.Year == 0 || d.IsRange() || d.Invalid != "" || d.Ambiguous {
		return Day{}, ""
	}
	if punct(toks, next, ")") {
		next++
	}
	if next < len(toks) && isDash(toks[next]) && toks[next].Space || next == len(toks) && upper && next <= 8 && !notOwn(toks[:i]) {
		return d.From, ByDateline
	}
	return Day{}, ""
}

// madeOn reads the date of an agreement from its opening words.
func madeOn(toks []token.Token) (Day, string) {
	deed := false
	for i, t := range toks {
		if i > 24 {
			break
		}
		switch t.Lower {
		case "agreement", "contract", "deed", "lease", "treaty", "indenture", "memorandum", "undertaking":
			deed = true
		}
		if !deed || t.Lower != "made" && t.Lower != "entered" && t.Lower != "executed" {
			continue
		}
		j := i + 1
		for word(toks, j, "and", "entered", "into", "on", "as", "of", "this", "the") {
			j++
		}
		if d, _, ok := Parse(toks, j); ok && d.Precision == ByDay && d.From.Year != 0 && d.Invalid == "" && !d.IsRange() && !d.Ambiguous {
			return d.From, ByAgreement
		}
	}
	return Day{}, ""
}

// fileDate reads a date in the name of a file: 2024-05-03-minutes.md,
// minutes_20240503.txt, 2022-12.md. A year alone is not the document's date.
func fileDate(file string) (Day, bool) {
	name := path.Base(file)
	for i := 0; i+6 <= len(name); i++ {
		if i > 0 && isDigits(name[i-1:i]) || !isDigits(name[i:i+4]) {
			continue
		}
		year, _ := digits(name[i : i+4])
		if year < 1900 || year > 2099 {
			continue
		}
		month, day, ok := fileMonth(name[i+4:])
		d := Day{int16(year), int8(month), int8(day)}
		if ok && month > 0 && Valid(d) {
			return d, true
		}
	}
	return fileNamedMonth(name)
}

// fileNamedMonth reads the month and year in a file's name that names the
// month: newsletter_Nov2019.md, 2021-june.txt. A number before it may count
// the issues, so it is no day.
func fileNamedMonth(name string) (Day, bool) {
	class := func(c byte) int {
		switch {
		case c >= '0' && c <= '9':
			return 1
		case c >= 'a' && c <= 'z' || c >= 'A' && c <= 'Z':
			return 2
		}
		return 0
	}
	var parts []string // runs of letters or of figures
	for i := 0; i < len(name); {
		from := i
		for i++; i < len(name) && class(name[i]) == class(name[from]); i++ {
		}
		if class(name[from]) != 0 {
			parts = append(parts, name[from:i])
		}
	}
	for i, p := range parts {
		month, _ := monthOf(strings.ToLower(p))
		if month == 0 {
			continue
		}
		for _, k := range [...]int{i + 1, i - 1} {
			if k < 0 || k >= len(parts) || len(parts[k]) != 4 || !isDigits(parts[k]) {
				continue
			}
			if year, _ := digits(parts[k]); year >= 1900 && year <= 2099 {
				return Day{Year: int16(year), Month: month}, true
			}
		}
	}
	return Day{}, false
}

// fileMonth reads month and day behind a year in a file's name; the day is 0
// where there is none.
func fileMonth(s string) (month, day int, ok bool) {
	if len(s) >= 4 && isDigits(s[:4]) && (len(s) == 4 || !isDigits(s[4:5])) {
		month, _ = digits(s[:2])
		day, _ = digits(s[2:4])
		return month, day, day > 0
	}
	if len(s) < 3 || s[0] != '-' && s[0] != '_' && s[0] != '.' || !isDigits(s[1:3]) || len(s) > 3 && isDigits(s[3:4]) {
		return 0, 0, false
	}
	month, _ = digits(s[1:3])
	if len(s) >= 6 && s[3] == s[0] && isDigits(s[4:6]) && (len(s) == 6 || !isDigits(s[6:7])) {
		day, _ = digits(s[4:6])
		return month, day, day > 0
	}
	return month, 0, true
}
