package source

import (
	"strings"
	"testing"
)

// sample is a heading, a list of two items and a table of one cell.
func sample() *Document {
	text := "Head\nin\n- one\n- two\ncell"
	d := &Document{Text: text, Bytes: len(text)}
	var o Origin
	o.Copied(0, 0, len(text))
	d.SetOrigin(o)
	block := func(kind Kind, word string, b Block) Block {
		i := strings.Index(text, word)
		b.Kind, b.Span = kind, Span{i, i + len(word)}
		return b
	}
	none := Block{List: None, ItemNo: None, Table: None, Row: None, Column: None}
	item := Block{List: 0, Table: None, Row: None, Column: None}
	head := none
	head.Level, head.Heading = 1, None
	second := item
	second.ItemNo = 1
	cell := none
	cell.Table, cell.Row, cell.Column = 0, 0, 0
	d.Blocks = []Block{
		block(Heading, "Head", head), block(Paragraph, "in", none), block(Item, "one", item), block(Item, "two", second), block(Cell, "cell", cell),
	}
	d.Lists = []List{{Kind: Bulleted, Parent: None, ParentItem: None, Intro: 1, Items: []ListItem{
		{Span: Span{8, 13}, Marker: "-", First: 2, Last: 2}, {Span: Span{14, 19}, Marker: "-", First: 3, Last: 3},
	}}}
	d.Tables = []Table{{Rows: [][]int{{4}}, Intro: None, Caption: None, Span: d.Blocks[4].Span}}
	return d
}

func TestValidate(t *testing.T) {
	if err := sample().Validate(); err != nil {
		t.Fatal(err)
	}
	for want, spoil := range map[string]func(d *Document){
		"not valid utf-8":            func(d *Document) { d.Text = "\xff" + d.Text[1:] },
		"carriage return":            func(d *Document) { d.Text = strings.Replace(d.Text, "\n", "\r", 1) },
		"outside the text":           func(d *Document) { d.Blocks[4].Span.End = 99 },
		"empty or outside":           func(d *Document) { d.Blocks[1].Span.End = d.Blocks[1].Span.Start },
		"within the block before":    func(d *Document) { d.Blocks[1].Span.Start = 2 },
		"is none":                    func(d *Document) { d.Blocks[1].Kind = 0 },
		"level 0":                    func(d *Document) { d.Blocks[0].Level = 0 },
		"no heading above":           func(d *Document) { d.Blocks[2].Heading = 1 },
		"list 3 of 1":                func(d *Document) { d.Blocks[2].List = 3 },
		"is not in item 0":           func(d *Document) { d.Blocks[3].ItemNo = 0 },
		"item 2 of 2":                func(d *Document) { d.Blocks[3].ItemNo = 2 },
		"of no list":                 func(d *Document) { d.Blocks[1].ItemNo = 0 },
		"does not hold it":           func(d *Document) { d.Tables[0].Rows[0][0] = None },
		"at table 0":                 func(d *Document) { d.Blocks[1].Table = 0 },
		"has no items":               func(d *Document) { d.Lists = append(d.Lists, List{Kind: Bulleted, Parent: None, ParentItem: None}) },
		"begins within the one":      func(d *Document) { d.Lists[0].Items[1].Span.Start = 12 },
		"does not stand before":      func(d *Document) { d.Lists[0].Intro = 2 },
		"stands in item 0 of list 0": func(d *Document) { d.Lists[0].Parent, d.Lists[0].ParentItem = 0, 0 },
		"depth 1 of no list":         func(d *Document) { d.Lists[0].Depth = 1 },
		"in a file of 3 bytes":       func(d *Document) { d.Bytes = 3 },
		"row 1 holds block 9":        func(d *Document) { d.Tables[0].Rows = append(d.Tables[0].Rows, []int{9}) },
		"caption 5":                  func(d *Document) { d.Tables[0].Caption = 5 },
		"item 0 has blocks 2 to 9":   func(d *Document) { d.Lists[0].Items[0].Last = 9 },
		"does not hold its blocks":   func(d *Document) { d.Lists[0].Items[1].Last = 4 },
		"under a heading of level 1": func(d *Document) { d.Blocks[1].Kind, d.Blocks[1].Level = Heading, 1 },
		"cuts a character":           func(d *Document) { d.Text = strings.Replace(d.Text, "He", "é", 1); d.Blocks[0].Span.Start = 1 },
		"kind 7 is none":             func(d *Document) { d.Blocks[1].Kind = 7 },
		"kind 9 is none":             func(d *Document) { d.Lists[0].Kind = 9 },
		"is not in table":            func(d *Document) { d.Tables[0].Span = Span{0, 4} },
		"begins before the list": func(d *Document) {
			d.Lists = append(d.Lists, d.Lists[0])
			d.Lists[1].Items = []ListItem{{Span: Span{0, 4}, First: None, Last: None}}
		},
		"row -1 of 1":             func(d *Document) { d.Blocks[4].Row = None },
		"begins before the table": func(d *Document) { d.Tables = append(d.Tables, d.Tables[0]); d.Tables[1].Span = Span{0, 4} },
	} {
		d := sample()
		spoil(d)
		if err := d.Validate(); err == nil || !strings.Contains(err.Error(), want) {
			t.Errorf("%v, want %q", err, want)
		}
	}
}
