package formats

import (
	"strings"
	"unicode"
	"unicode/utf8"

	"github.com/concordlint/concord/internal/source"
)

// The ranks of headings that are known by their look. One of a lower rank
// stands above those of higher ranks, whatever comes first in the file.
// Underlined titles rank by the order in which their styles appear, below
// rankKeyword.
const (
	rankTitle   = 0
	rankKeyword = 20
	rankCapital = 30
	rankCentred = 35
	rankNumber  = 40
	rankShort   = 50
	rankDate    = 60
)

// headNumber is the number of a numbered heading.
type headNumber struct {
	ok    bool
	id    listID
	value int
	text  string // without its last full stop
}

// headingAt reads a heading at line k, if there is one.
func (p *textParser) headingAt(k int) bool {
	if p.top().kind != rootBox {
		return false
	}
	l := &p.lines[k]
	s := p.line(k)
	if c := runOf(s); c != 0 {
		if !p.overlined(k) {
			return false
		}
		t := &p.lines[k+1]
		p.head(p.styleRank(c|0x80), 0, source.Span{Start: t.start, End: t.end})
		p.i = k + 3
		return true
	}
	if p.underlined(k) {
		p.head(p.styleRank(runOf(p.line(k+1))), 0, source.Span{Start: l.start, End: l.end})
		p.i = k + 2
		return true
	}
	if n := explicitLevel(p.shape.dialect, s); n > 0 {
		t := strings.Trim(s, s[:1]+" \t")
		if t == "" {
			return false
		}
		at := l.start + strings.Index(s, t)
		p.head(0, n, source.Span{Start: at, End: at + len(t)})
		p.i = k + 1
		return true
	}
	if p.shape.dialect != plain || p.shape.underlined {
		return false
	}
	rank, n := p.look(k)
	if n == 0 {
		return false
	}
	p.head(rank, 0, source.Span{Start: l.start, End: p.lines[k+n-1].end})
	p.i = k + n
	return true
}

// head adds a heading, of the given level or of the one that its rank gives
// it below the headings that are open.
func (p *textParser) head(rank, level int, span source.Span) {
	n := len(p.heads)
	for n > 0 && (level == 0 && p.heads[n-1].rank >= rank || level > 0 && p.heads[n-1].level >= level) {
		n--
	}
	p.heads = p.heads[:n]
	p.heading = source.None
	if n > 0 {
		p.heading = p.heads[n-1].block
	}
	if level == 0 {
		level = 1
		if n > 0 {
			level = p.heads[n-1].level + 1
		}
	}
	front := p.front
	i := p.add(source.Heading, span)
	p.front = front
	p.doc.Blocks[i].Level = level
	p.heading = i
	p.heads = append(p.heads, openHeading{rank, level, i})
	t := p.top()
	t.base, t.closed = -1, closedList{}
}

// styleRank is the rank of an underline: its place in the order of first
// appearance, as in reStructuredText.
func (p *textParser) styleRank(c byte) int {
	for i, s := range p.styles {
		if s == c {
			return i + 1
		}
	}
	if len(p.styles) < rankKeyword-1 {
		p.styles = append(p.styles, c)
	}
	return len(p.styles)
}

// overlined reports whether line k is the line above a title that is
// underlined in the same way.
func (p *textParser) overlined(k int) bool {
	if !p.directly(k+1) || !p.directly(k+2) {
		return false
	}
	c := runOf(p.line(k))
	return c == runOf(p.line(k+2)) && runOf(p.line(k+1)) == 0 &&
		len(p.line(k)) >= 3 && len(p.line(k+2)) >= 3 && 2*len(p.line(k)) >= int(p.lines[k+1].width)
}

// underlined reports whether line k is a title with a line of punctuation
// below it.
func (p *textParser) underlined(k int) bool {
	if !p.directly(k + 1) {
		return false
	}
	l, mark := &p.lines[k], p.line(k+1)
	d := l.indent - p.lines[k+1].indent
	if d > 1 || d < -1 || !isUnderline(p.line(k), mark, l) {
		return false
	}
	if p.shape.dialect == asciidoc {
		n := len(mark) - int(l.width-l.indent)
		return n >= -2 && n <= 2 && strings.IndexByte("=-~^+", mark[0]) >= 0
	}
	return !p.columned(k)
}

// explicitLevel is the level of a heading that markup makes: "== Title",
// "== Title ==", "** Title", "# Title"; 0 for any other line.
func explicitLevel(d dialect, s string) int {
	c, closed := byte('#'), false
	switch d {
	case asciidoc:
		c = '='
	case wiki:
		c, closed = '=', true
	case org:
		c = '*'
	case rest:
		return 0
	default:
		if s[0] == '=' {
			c, closed = '=', true
		}
	}
	n := 0
	for n < len(s) && s[n] == c {
		n++
	}
	if n == 0 || n > 6 || n == len(s) || s[n] != ' ' && !(closed && d == wiki) {
		return 0
	}
	if closed && (len(s) < 2*n+1 || !strings.HasSuffix(s, s[:n])) {
		return 0
	}
	return n
}

// look tells whether line k looks like a heading, its rank, and of how many
// lines it is.
func (p *textParser) look(k int) (rank, lines int) {
	l := &p.lines[k]
	s := p.line(k)
	if l.width-l.indent > 100 || k+1 == len(p.lines) {
		return 0, 0
	}
	if m, ok := p.markerAt(k); ok && m.id.form == number && p.titled(k, m) {
		text := strings.TrimRight(p.text[m.start:m.end], ".)")
		p.number = headNumber{ok: true, id: m.id, value: m.value, text: text}
		return rankNumber + strings.Count(text, "."), 1
	} else if ok {
		return 0, 0
	}
	apart := l.gap > 0 || k == 0 || p.afterHeading() || p.hardBreak(k-1)
	if r := keywordRank(s); r > 0 && apart && (!p.directly(k+1) || p.hardBreak(k) || int(l.width)*2 < p.shape.wrap) {
		return r, 1
	}
	if n := p.capitals(k); n > 0 && apart {
		if k == 0 {
			return rankTitle, n
		}
		return rankCapital, n
	}
	return p.short(k)
}

// short tells whether line k is a heading for no better reason than that it
// is short, stands apart, and ends like no sentence.
func (p *textParser) short(k int) (rank, lines int) {
	l := &p.lines[k]
	s := p.line(k)
	if strings.IndexByte(".,;:?!", s[len(s)-1]) >= 0 || !startsHigh(s) || strings.Contains(s, "....") ||
		s[0] == '(' || l.gap == 0 && k > 0 && !p.hardBreak(k-1) {
		if k > 0 || strings.IndexByte("?!", s[len(s)-1]) < 0 {
			return 0, 0
		}
	}
	label := p.labelled(k)
	below := p.directly(k + 1)
	if label && isHeaderName(s[:strings.IndexByte(s, ':')]) {
		return 0, 0
	}
	if k == 0 && (!label || !below) && (!below || p.hardBreak(k) && l.width < 60 && !p.breaks(k+1)) && !p.beforeList(k) {
		return rankTitle, 1
	}
	words := strings.Count(s, " ") + 1
	if l.width-l.indent > 80 || words > 12 {
		return 0, 0
	}
	if l.gap == 0 && p.afterHeading() && strings.ContainsAny(s, "0123456789") {
		return 0, 0 // the date or number below a title
	}
	if p.beforeList(k) {
		if d, ok := leadOf(s); mayLead(s[0]) && ok && d.only {
			return rankDate, 1
		}
		if k == 0 {
			return rankTitle, 1
		}
		return rankShort, 1
	}
	if below || label || words > 9 || l.gap == 0 || strings.Count(s, ",") > 1 || strings.HasPrefix(s, "By ") {
		return 0, 0
	}
	if next := &p.lines[k+1]; next.width-next.indent > 45 || p.directly(k+2) || p.tableStart(k+1) {
		if l.indent >= 15 {
			return rankCentred, 1
		}
		if l.indent <= next.indent+3 {
			return rankShort, 1
		}
	}
	if next := p.line(k + 1); l.indent >= 15 && (keywordRank(next) > 0 || p.lines[k+1].indent < l.indent) {
		return rankCentred, 1
	}
	return 0, 0
}

// beforeList reports whether the line below line k begins a list or a table
// of leaders.
func (p *textParser) beforeList(k int) bool {
	j := k + 1
	if j >= len(p.lines) || p.lines[j].indent < p.lines[k].indent {
		return false
	}
	if p.leaderRow(j) {
		return true
	}
	m, ok := p.entryAt(j)
	if ok && m.id.form != dated && p.directly(j) && !p.hasNext(j, m) {
		return false // more likely a line of prose that begins with a dash
	}
	return ok && !m.only && !p.underlined(j) && (m.id.form != number || !p.titled(j, m)) && (m.id.form == dated || p.admits(j, m))
}

// headsList reports whether line k, right below a paragraph's end, is the
// heading of the list that follows after a blank line.
func (p *textParser) headsList(k int) bool {
	l := &p.lines[k]
	if k+1 >= len(p.lines) || p.lines[k+1].gap == 0 || l.width > 80 {
		return false
	}
	s := p.line(k)
	return strings.IndexByte(".,;:?!", s[len(s)-1]) < 0 && startsHigh(s) && strings.Count(s, " ") < 12 && p.beforeList(k)
}

// capitals counts the lines in capitals from line k, at most three; 0 where
// there are more, which is shouting.
func (p *textParser) capitals(k int) int {
	if p.directly(k) && isCapitals(p.line(k-1)) && !p.afterHeading() {
		return 0
	}
	n := 0
	for j := k; j < len(p.lines) && (j == k || p.directly(j)); j++ {
		s := p.line(j)
		if !isCapitals(s) {
			break
		}
		if n++; n > 3 {
			return 0
		}
	}
	return n
}

// isCapitals reports whether a line is written in capitals, small words
// and letters for numbers aside.
func isCapitals(s string) bool {
	up, low, other := 0, 0, 0
	for _, r := range s {
		switch {
		case r >= 'A' && r <= 'Z' || r >= utf8.RuneSelf && unicode.IsUpper(r):
			up++
		case r >= 'a' && r <= 'z' || r >= utf8.RuneSelf && unicode.IsLower(r):
			low++
			if low > 12 {
				return false
			}
		case r != ' ':
			other++
		}
	}
	return up >= 3 && low*8 <= up && up+low > other && strings.IndexByte(".,;", s[len(s)-1]) < 0 && !strings.Contains(s, "....")
}

// keywordRank is the rank of a line like "Chapter 3", "SCHEDULE 1" or
// "Article 5. Notices"; 0 for any other.
func keywordRank(s string) int {
	i := strings.IndexByte(s, ' ')
	if i < 4 || i > 8 || s[0] < 'A' || s[0] > 'Z' || i+1 == len(s) {
		return 0
	}
	rank := 0
	switch strings.ToLower(s[:i]) {
	case "part", "book", "title", "volume":
		rank = rankKeyword
	case "chapter":
		rank = rankKeyword + 1
	case "schedule", "appendix", "annex", "exhibit":
		rank = rankKeyword + 2
	case "article":
		rank = rankKeyword + 3
	case "section":
		rank = rankKeyword + 4
	default:
		return 0
	}
	rest := s[i+1:]
	n := strings.IndexAny(rest, " .:)")
	if n < 0 {
		n = len(rest)
	}
	if v, w := intAt(rest, 0); (w != n || v == 0) && romanValue(rest[:n]) == 0 && !(n == 1 && rest[0] >= 'A' && rest[0] <= 'Z') {
		return 0
	}
	rest = strings.TrimLeft(rest[n:], " .:)-")
	if rest != "" && !startsHigh(rest) || len(rest) > 70 || strings.HasSuffix(rest, ".") {
		return 0
	}
	return rank
}

// titled reports whether the number m on line k numbers a heading: its text
// is a short title, and what follows is neither its next line nor the next
// number.
func (p *textParser) titled(k int, m mark) bool {
	l := &p.lines[k]
	if p.shape.dialect != plain || p.shape.underlined || l.indent > 3 || m.id.char == '(' || k+1 >= len(p.lines) ||
		l.gap == 0 && k > 0 && !p.afterHeading() {
		return false
	}
	t := p.text[m.body:l.end]
	next := &p.lines[k+1]
	if n, ok := p.markerAt(k + 1); ok && n.continues(m.id, m.value) && next.indent == l.indent {
		return false
	}
	if isCapitals(t) && len(t) <= 80 {
		return true
	}
	if m.id.class != digits && m.id.class != decimals || next.gap == 0 || len(t) > 60 || strings.Count(t, " ") > 7 ||
		strings.IndexByte(".,;:?!", t[len(t)-1]) >= 0 || !startsHigh(t) {
		return false
	}
	if p.number.ok && p.number.id == m.id && m.value == p.number.value+1 {
		return true
	}
	column := l.indent + int32(m.body-l.start)
	return next.indent != column && !p.expected(k, &m)
}
