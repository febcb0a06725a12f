package formats

import (
	"math"
	"strings"
	"unicode/utf8"

	"github.com/klippa-app/go-pdfium/responses"
)

// pdfLine is a line of a page. Distances are in points from the lower left.
type pdfLine struct {
	text                     string
	left, right, top, bottom float64
	size                     float64
	bold                     bool
	// cells are the pieces of the line that blanks part which are wider than
	// those between words.
	cells []pdfCell
}

type pdfCell struct {
	text        string
	left, right float64
}

// lineMaker makes lines of characters.
type lineMaker struct {
	lines []pdfLine
	line  pdfLine
	text  strings.Builder // of the line
	cell  strings.Builder
	from  float64 // where the cell begins
	bold  int
	count int
}

var ligatures = strings.NewReplacer("ﬀ", "ff", "ﬁ", "fi", "ﬂ", "fl", "ﬃ", "ffi", "ﬄ", "ffl", "ﬅ", "ft", "ﬆ", "st", "\u00ad", "-", "\x02", "-")

// pdfLines makes lines of a page's characters, in the library's order, which is
// the one in which the text was written: column by column.
func pdfLines(chars []*responses.GetPageTextStructuredChar) []pdfLine {
	m := &lineMaker{}
	for _, c := range chars {
		m.add(c)
	}
	m.endLine()
	return m.lines
}

// add adds a character.
func (m *lineMaker) add(c *responses.GetPageTextStructuredChar) {
	switch {
	case strings.ContainsAny(c.Text, "\r\n"):
		m.endLine()
		return
	case c.Text == "" || c.Text == "\x00" || !utf8.ValidString(c.Text):
		return
	case math.Abs(c.Angle) > 0.1 && math.Abs(c.Angle-2*math.Pi) > 0.1:
		return // text that runs up the margin
	}
	at := c.PointPosition
	if strings.TrimSpace(c.Text) == "" {
		m.cell.WriteByte(' ')
		return
	}
	size := 0.0
	if f := c.FontInformation; f != nil {
		size = f.RenderedSize
		if size < 1 {
			size = f.Size
		}
		if f.Weight >= 600 || strings.Contains(strings.ToLower(f.Name), "bold") {
			m.bold++
		}
	}
	if m.count > 0 {
		em := max(m.line.size, size, 4)
		if at.Top < m.line.bottom-em/3 || at.Bottom > m.line.top+em/3 {
			m.endLine()
		} else if at.Left-m.line.right > 0.55*em || at.Right < m.line.left {
			m.endCell()
			m.from = at.Left
		}
	}
	if m.count == 0 {
		m.line = pdfLine{left: at.Left, right: at.Right, top: at.Top, bottom: at.Bottom, size: size}
		m.from = at.Left
	}
	m.count++
	l := &m.line
	l.left, l.right = min(l.left, at.Left), max(l.right, at.Right)
	l.top, l.bottom, l.size = max(l.top, at.Top), min(l.bottom, at.Bottom), max(l.size, size)
	m.cell.WriteString(ligatures.Replace(c.Text))
}

// endCell ends the piece of the line that is being read.
func (m *lineMaker) endCell() {
	text := strings.Join(strings.Fields(m.cell.String()), " ")
	m.cell.Reset()
	if text == "" {
		return
	}
	m.line.cells = append(m.line.cells, pdfCell{text, m.from, m.line.right})
	if m.text.Len() > 0 {
		m.text.WriteByte(' ')
	}
	m.text.WriteString(text)
}

// endLine ends the line.
func (m *lineMaker) endLine() {
	m.endCell()
	if m.text.Len() > 0 {
		m.line.text = m.text.String()
		if c := m.line.cells; len(c) > 1 && isItemMark(c[0].text) {
			c[1].text, c[1].left = c[0].text+" "+c[1].text, c[0].left
			m.line.cells = c[1:]
		}
		m.line.bold = 10*m.bold >= 9*m.count
		m.lines = append(m.lines, m.line)
	}
	m.text.Reset()
	m.count, m.bold = 0, 0
}

// isItemMark reports whether a piece of a line is the mark of a list item.
func isItemMark(s string) bool {
	core := strings.Trim(s, "().")
	digits := core != "" && strings.Trim(core, "0123456789") == ""
	return utf8.RuneCountInString(core) == 1 && !digits || digits && len(core) < 4 && len(core) < len(s)
}

// below tells how far the next line stands below.
func (l *pdfLine) below(next *pdfLine) float64 { return l.bottom - next.bottom }
