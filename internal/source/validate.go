package source

import (
	"errors"
	"fmt"
	"strings"
	"unicode/utf8"
)

// Validate checks everything that the documentation of Document promises of
// its own shape: valid text, blocks in order and in bounds, indices that
// lead where they say, spans that lie inside each other, a way back that
// stays within the file. Readers' tests and fuzz targets call it; a program
// need not.
func (d *Document) Validate() error {
	if !utf8.ValidString(d.Text) {
		return errors.New("text is not valid utf-8")
	}
	if strings.IndexByte(d.Text, '\r') >= 0 {
		return errors.New("text holds a carriage return")
	}
	for i := range d.Blocks {
		if err := d.validBlock(i); err != nil {
			return fmt.Errorf("block %d: %w", i, err)
		}
	}
	for i := range d.Lists {
		if err := d.validList(i); err != nil {
			return fmt.Errorf("list %d: %w", i, err)
		}
	}
	for i := range d.Tables {
		if err := d.validTable(i); err != nil {
			return fmt.Errorf("table %d: %w", i, err)
		}
	}
	return d.validPointers()
}

// validPointers checks the links and fields.
func (d *Document) validPointers() error {
	for i, l := range d.Links {
		switch err := d.validSpan(l.Span); {
		case err != nil:
			return fmt.Errorf("link %d: %w", i, err)
		case l.Target == "":
			return fmt.Errorf("link %d leads nowhere", i)
		case i > 0 && l.Span.Start < d.Links[i-1].Span.Start:
			return fmt.Errorf("link %d begins before the link before it", i)
		case l.Block == None:
		case l.Block < 0 || l.Block >= len(d.Blocks) || !d.Blocks[l.Block].Span.Contains(l.Span):
			return fmt.Errorf("link %d at %v is not in block %d", i, l.Span, l.Block)
		}
	}
	for i, m := range d.Footmarks {
		switch err := d.validSpan(m.Span); {
		case m.Span.Len() > 0 && err != nil:
			return fmt.Errorf("mark of a note %d: %w", i, err)
		case m.Block == None || m.Span.Len() == 0:
		case m.Block < 0 || m.Block >= len(d.Blocks) || !d.Blocks[m.Block].Span.Contains(m.Span):
			return fmt.Errorf("mark of a note %d at %v is not in block %d", i, m.Span, m.Block)
		}
	}
	for i, m := range d.Marks {
		if err := d.validSpan(m.Span); err != nil {
			return fmt.Errorf("mark %d: %w", i, err)
		}
		if m.At < 0 || m.At > len(d.Text) {
			return fmt.Errorf("mark %d: what is behind it begins at %d", i, m.At)
		}
	}
	for i, f := range d.Fields {
		if err := d.validSpan(f.Span); err != nil {
			return fmt.Errorf("field %d: %w", i, err)
		}
	}
	return nil
}

// validSpan checks bounds, character boundaries and the way back.
func (d *Document) validSpan(s Span) error {
	if s.Start < 0 || s.Start >= s.End || s.End > len(d.Text) {
		return fmt.Errorf("span %v is empty or outside the text of %d bytes", s, len(d.Text))
	}
	if !utf8.RuneStart(d.Text[s.Start]) || s.End < len(d.Text) && !utf8.RuneStart(d.Text[s.End]) {
		return fmt.Errorf("span %v cuts a character", s)
	}
	if d.Spots != nil {
		return nil // there is no way back to the file's bytes
	}
	if f := d.FileSpan(s); f.Start < 0 || f.End < f.Start || f.End > d.Bytes {
		return fmt.Errorf("span %v leads to %v in a file of %d bytes", s, f, d.Bytes)
	}
	return nil
}

func (d *Document) validBlock(i int) error {
	b := d.Blocks[i]
	if err := d.validSpan(b.Span); err != nil {
		return err
	}
	if i > 0 {
		before := d.Blocks[i-1].Span
		if b.Span.Start < before.End {
			return fmt.Errorf("span %v begins within the block before it, %v", b.Span, before)
		}
		if d.FileSpan(b.Span).Start < d.FileSpan(before).Start {
			return errors.New("stands before the block before it in the file")
		}
	}
	switch {
	case b.Kind < Paragraph || b.Kind > Term:
		return fmt.Errorf("kind %d is none", b.Kind)
	case (b.Kind == Heading) != (b.Level > 0):
		return fmt.Errorf("level %d with kind %d", b.Level, b.Kind)
	}
	if err := d.validHeading(b.Heading, i); err != nil {
		return err
	}
	if b.Kind == Heading && b.Heading != None && d.Blocks[b.Heading].Level >= b.Level {
		return fmt.Errorf("level %d stands under a heading of level %d", b.Level, d.Blocks[b.Heading].Level)
	}
	if err := d.validMembership(i); err != nil {
		return err
	}
	return d.validPlace(i)
}

// validHeading checks an index of a heading that governs what comes at
// block index before.
func (d *Document) validHeading(h, before int) error {
	if h == None {
		return nil
	}
	if h < 0 || h >= before || d.Blocks[h].Kind != Heading {
		return fmt.Errorf("heading %d is no heading above", h)
	}
	return nil
}

// validMembership checks a block's list and item.
func (d *Document) validMembership(i int) error {
	b := d.Blocks[i]
	if b.List == None {
		if b.ItemNo != None {
			return fmt.Errorf("item %d of no list", b.ItemNo)
		}
		return nil
	}
	if b.List < 0 || b.List >= len(d.Lists) {
		return fmt.Errorf("list %d of %d", b.List, len(d.Lists))
	}
	items := d.Lists[b.List].Items
	if b.ItemNo < 0 || b.ItemNo >= len(items) {
		return fmt.Errorf("item %d of %d in list %d", b.ItemNo, len(items), b.List)
	}
	it := items[b.ItemNo]
	if !it.Span.Contains(b.Span) || it.First == None || i < it.First || i > it.Last {
		return fmt.Errorf("span %v is not in item %d of list %d (%v, blocks %d to %d)",
			b.Span, b.ItemNo, b.List, it.Span, it.First, it.Last)
	}
	return nil
}

// validPlace checks a block's place in a table.
func (d *Document) validPlace(i int) error {
	b := d.Blocks[i]
	if b.Table == None || b.Kind != Cell {
		if b.Table != None || b.Row != None || b.Column != None || b.Kind == Cell {
			return fmt.Errorf("kind %d at table %d, row %d, column %d", b.Kind, b.Table, b.Row, b.Column)
		}
		return nil
	}
	if b.Table < 0 || b.Table >= len(d.Tables) {
		return fmt.Errorf("table %d of %d", b.Table, len(d.Tables))
	}
	t := d.Tables[b.Table]
	row := t.Header
	if b.Row != HeaderRow {
		if b.Row < 0 || b.Row >= len(t.Rows) {
			return fmt.Errorf("row %d of %d", b.Row, len(t.Rows))
		}
		row = t.Rows[b.Row]
	}
	if b.Column < 0 || b.Column >= len(row) || row[b.Column] != i {
		return fmt.Errorf("row %d of table %d does not hold it at column %d", b.Row, b.Table, b.Column)
	}
	if !t.Span.Contains(b.Span) {
		return fmt.Errorf("span %v is not in table %v", b.Span, t.Span)
	}
	return nil
}

func (d *Document) validList(i int) error {
	l := d.Lists[i]
	if l.Kind < Bulleted || l.Kind > Definition {
		return fmt.Errorf("kind %d is none", l.Kind)
	}
	if len(l.Items) == 0 {
		return errors.New("has no items")
	}
	if i > 0 && l.Items[0].Span.Start < d.Lists[i-1].Items[0].Span.Start {
		return errors.New("begins before the list before it")
	}
	if err := d.validHeading(l.Heading, len(d.Blocks)); err != nil {
		return err
	}
	if err := d.validIntro(l.Intro, l.Items[0].Span); err != nil {
		return err
	}
	if err := d.validParent(i); err != nil {
		return err
	}
	end := 0
	for k, it := range l.Items {
		if err := d.validSpan(it.Span); err != nil {
			return fmt.Errorf("item %d: %w", k, err)
		}
		if it.Span.Start < end {
			return fmt.Errorf("item %d begins within the one before", k)
		}
		end = it.Span.End
		if (it.First == None) != (it.Last == None) || it.First > it.Last || it.First < None || it.Last >= len(d.Blocks) {
			return fmt.Errorf("item %d has blocks %d to %d", k, it.First, it.Last)
		}
		if it.First != None && (!it.Span.Contains(d.Blocks[it.First].Span) || !it.Span.Contains(d.Blocks[it.Last].Span)) {
			return fmt.Errorf("item %d at %v does not hold its blocks %d to %d", k, it.Span, it.First, it.Last)
		}
	}
	return nil
}

// validIntro checks that a list's or table's introduction ends before it.
func (d *Document) validIntro(intro int, s Span) error {
	if intro == None {
		return nil
	}
	if intro < 0 || intro >= len(d.Blocks) || d.Blocks[intro].Span.End > s.Start {
		return fmt.Errorf("introduction %d does not stand before %v", intro, s)
	}
	return nil
}

// validParent checks how a list hangs on the item that holds it.
func (d *Document) validParent(i int) error {
	l := d.Lists[i]
	if l.Parent == None {
		if l.ParentItem != None || l.Depth != 0 {
			return fmt.Errorf("item %d at depth %d of no list", l.ParentItem, l.Depth)
		}
		return nil
	}
	if l.Parent < 0 || l.Parent >= i || l.ParentItem < 0 || l.ParentItem >= len(d.Lists[l.Parent].Items) {
		return fmt.Errorf("stands in item %d of list %d", l.ParentItem, l.Parent)
	}
	if l.Depth != d.Lists[l.Parent].Depth+1 {
		return fmt.Errorf("depth %d under depth %d", l.Depth, d.Lists[l.Parent].Depth)
	}
	own := Span{l.Items[0].Span.Start, l.Items[len(l.Items)-1].Span.End}
	if in := d.Lists[l.Parent].Items[l.ParentItem].Span; !in.Contains(own) {
		return fmt.Errorf("%v reaches out of the item %v that holds it", own, in)
	}
	return nil
}

func (d *Document) validTable(i int) error {
	t := d.Tables[i]
	if err := d.validSpan(t.Span); err != nil {
		return err
	}
	if i > 0 && t.Span.Start < d.Tables[i-1].Span.Start {
		return errors.New("begins before the table before it")
	}
	if err := d.validHeading(t.Heading, len(d.Blocks)); err != nil {
		return err
	}
	if err := d.validIntro(t.Intro, t.Span); err != nil {
		return err
	}
	if t.Caption < None || t.Caption >= len(d.Blocks) {
		return fmt.Errorf("caption %d", t.Caption)
	}
	if err := d.validRow(t.Header, i, HeaderRow); err != nil {
		return err
	}
	for r, row := range t.Rows {
		if err := d.validRow(row, i, r); err != nil {
			return err
		}
	}
	return nil
}

func (d *Document) validRow(row []int, table, r int) error {
	for c, i := range row {
		if i == None {
			continue
		}
		if i < 0 || i >= len(d.Blocks) {
			return fmt.Errorf("row %d holds block %d at column %d", r, i, c)
		}
		if b := d.Blocks[i]; b.Kind != Cell || b.Table != table || b.Row != r || b.Column != c {
			return fmt.Errorf("block %d of row %d, column %d says table %d, row %d, column %d", i, r, c, b.Table, b.Row, b.Column)
		}
	}
	return nil
}
