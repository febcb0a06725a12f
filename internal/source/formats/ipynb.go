package formats

import (
	"bytes"
	"encoding/json"
	"errors"
	"fmt"
	"path"
	"strings"

	"github.com/concordlint/concord/internal/source"
)

// Notebook reads Jupyter notebooks: the Markdown cells as one Markdown text,
// with the code between them. What code printed is not read: it is made anew
// with each run.
type Notebook struct{}

// Name implements Opener.
func (Notebook) Name() string { return "ipynb" }

// Is implements Opener.
func (Notebook) Is(file string, _ []byte) bool { return strings.EqualFold(path.Ext(file), ".ipynb") }

// notebook is what is read of a notebook's file, in the form that it has since
// 2015 and in the one before, which had its cells in worksheets.
type notebook struct {
	Format     int            `json:"nbformat"`
	Cells      []notebookCell `json:"cells"`
	Worksheets []struct {
		Cells []notebookCell `json:"cells"`
	} `json:"worksheets"`
	Metadata struct {
		Title string `json:"title"`
		Date  string `json:"date"`
	} `json:"metadata"`
}

type notebookCell struct {
	Type   string       `json:"cell_type"`
	Level  int          `json:"level"` // of the cells that were headings
	Source notebookText `json:"source"`
	Input  notebookText `json:"input"` // what code was called
}

// notebookText is text as one string or line by line.
type notebookText string

// UnmarshalJSON implements json.Unmarshaler.
func (t *notebookText) UnmarshalJSON(data []byte) error {
	var lines []string
	if err := json.Unmarshal(data, &lines); err == nil {
		*t = notebookText(strings.Join(lines, ""))
		return nil
	}
	var s string
	if err := json.Unmarshal(data, &s); err != nil {
		return errors.New("the text of a cell is none")
	}
	*t = notebookText(s)
	return nil
}

// Open implements Opener.
func (Notebook) Open(file string, data []byte) (*source.Document, error) {
	var n notebook
	if err := json.Unmarshal(bytes.TrimPrefix(data, []byte("\xef\xbb\xbf")), &n); err != nil {
		return nil, fmt.Errorf("is no notebook or is damaged: %w", err)
	}
	cells := n.Cells
	for _, w := range n.Worksheets {
		cells = append(cells, w.Cells...)
	}
	if n.Format == 0 && len(cells) == 0 {
		return nil, errors.New("is no notebook: it has no cells")
	}
	text, starts := joinedCells(cells)
	d := Markdown{}.Read(file, text)
	d.Format, d.Bytes = "ipynb", len(data)
	d.Spots = []source.Spot{}
	counts := map[int]int{}
	for _, b := range d.Blocks {
		at := d.FileSpan(b.Span).Start
		cell := 0
		for cell+1 < len(starts) && starts[cell+1] <= at {
			cell++
		}
		counts[cell]++
		d.Spots = append(d.Spots, source.Spot{At: b.Span.Start, Part: fmt.Sprintf("cell %d", cell+1), Paragraph: counts[cell]})
	}
	d.SetOrigin(source.Origin{})
	d.Marks = nil               // there is no line to stand on
	d.Anchors.Made = "notebook" // programs make the anchors, each its own
	n.meta(d)
	return d, nil
}

// joinedCells is the text of all cells as Markdown, and where each begins.
func joinedCells(cells []notebookCell) (text []byte, starts []int) {
	for _, c := range cells {
		starts = append(starts, len(text))
		s := string(c.Source)
		switch c.Type {
		case "markdown":
			text = append(text, s...)
		case "heading":
			text = append(text, strings.Repeat("#", min(max(c.Level, 1), 6))+" "+strings.ReplaceAll(s, "\n", " ")...)
		case "code":
			fence := codeFence(s + string(c.Input))
			text = append(text, fence+"\n"+s+string(c.Input)+"\n"+fence...)
		}
		text = append(text, "\n\n"...)
	}
	return text, starts
}

// codeFence is a fence that does not stand in the code.
func codeFence(code string) string {
	fence := "~~~"
	for strings.Contains(code, fence) && len(fence) < 1000 {
		fence += "~~~"
	}
	return fence
}

// meta takes over what the notebook tells of itself.
func (n *notebook) meta(d *source.Document) {
	for key, value := range map[string]string{"title": n.Metadata.Title, "date": n.Metadata.Date} {
		if value = cleanName(value); value != "" {
			if d.Meta == nil {
				d.Meta = map[string]string{}
			}
			d.Meta[key] = value
		}
	}
}
