package extract

import (
	"fmt"
	"regexp"
	"sort"
	"strconv"
	"strings"

	"github.com/concordlint/concord/internal/fact"
	"github.com/concordlint/concord/internal/source"
)

// longestPattern bounds a pattern, in bytes.
const longestPattern = 1000

// parsePin reads a pin's source: what to count, and where.
func parsePin(p *fact.Pin) {
	what, arg, _ := strings.Cut(p.Source, " ")
	p.Of = fact.PinOf(what)
	if p.Of != fact.PinMatches {
		arg, _, _ = strings.Cut(arg+" ", " -- ") // a reason may follow
		if what, _, ok := strings.Cut(p.Source, " -- "); ok {
			p.Source = what
		}
	}
	if arg = strings.TrimSpace(arg); strings.HasPrefix(arg, "-- ") {
		arg = ""
	}
	need := func(ok bool, form string) {
		if !ok {
			p.Problem = "the source is not understood; write " + form
		}
	}
	switch p.Of {
	case fact.PinList:
		p.What = "item"
		need(arg == "", `"list"`)
	case fact.PinTable:
		p.What = "row"
		need(arg == "", `"table"`)
	case fact.PinColumn:
		p.What, p.Part = "different value", strings.Trim(arg, `"`)
		need(p.Part != "", `"column NAME"`)
	case fact.PinHeadings:
		p.What, p.Part = "heading", arg
		level, err := strconv.Atoi(arg)
		need(arg == "" || arg == "below" || err == nil && level >= 1 && level <= 6, `"headings", "headings below" or "headings 2"`)
	case fact.PinFiles:
		p.What, p.File = "file", arg
		need(arg != "", `"files GLOB"`)
	case fact.PinRows:
		p.What, p.File = "row", arg
		need(arg != "", `"rows FILE.csv"`)
	case fact.PinJSON:
		p.What = "entry"
		p.File, p.Part, _ = strings.Cut(arg, "#")
		need(p.File != "" && strings.Contains(arg, "#") && (p.Part == "" || p.Part[0] == '/'), `"json FILE#/pointer"`)
	case fact.PinMatches:
		p.What = "match"
		from := strings.Index(" "+arg, " /")
		end := strings.LastIndexByte(arg, '/')
		if from >= 0 && end > from+1 {
			p.File, p.Part = strings.TrimSpace(arg[:from]), arg[from+1:end]
		}
		need(p.Part != "" && len(p.Part) <= longestPattern, `"matches FILE /pattern/" or "matches /pattern/"`)
		if _, err := regexp.Compile(p.Part); err != nil && p.Problem == "" {
			p.Problem = "the pattern cannot be read: " + err.Error()
		}
	default:
		p.Problem = "the source is not understood (there are: list, table, column, headings, files, rows, json, matches)"
	}
}

// countPinned counts a source that lies in the document itself; at is where
// the text behind the marker begins.
func (x *extractor) countPinned(p *fact.Pin, at int) {
	switch p.Of {
	case fact.PinList:
		x.pinnedList(p, at)
	case fact.PinTable, fact.PinColumn:
		x.pinnedTable(p, at)
	case fact.PinHeadings:
		x.pinnedHeadings(p, at)
	case fact.PinMatches:
		if p.File == "" {
			x.pinnedMatches(p)
		}
	}
}

// counted adds one to what a pin has counted, and shows it.
func (x *extractor) counted(p *fact.Pin, b int, s source.Span) {
	p.Counted++
	if b != source.None && len(p.Shown) < shownOfPin {
		p.Shown = append(p.Shown, x.place(b, s))
	}
}

func (x *extractor) pinnedList(p *fact.Pin, at int) {
	lists := x.doc.Lists
	i := sort.Search(len(lists), func(i int) bool { return len(lists[i].Items) > 0 && lists[i].Items[0].Span.Start >= at })
	if i == len(lists) {
		p.Problem = "there is no list behind it"
		return
	}
	p.Known = true
	for _, item := range lists[i].Items {
		if item.First == source.None {
			p.Counted++
			continue
		}
		x.counted(p, item.First, x.doc.Blocks[item.First].Span)
	}
}

func (x *extractor) pinnedTable(p *fact.Pin, at int) {
	tables := x.doc.Tables
	i := sort.Search(len(tables), func(i int) bool { return tables[i].Span.Start >= at })
	if i == len(tables) {
		p.Problem = "there is no table behind it"
		return
	}
	t := &tables[i]
	column := source.None
	for k, b := range t.Header {
		if b != source.None && p.Of == fact.PinColumn && strings.EqualFold(surface(x.doc.TextOf(x.doc.Blocks[b])), p.Part) && column == source.None {
			column = k
		}
	}
	if p.Of == fact.PinColumn && column == source.None {
		p.Problem = fmt.Sprintf("the next table has no column %q", p.Part)
		return
	}
	p.Known = true
	seen := map[string]bool{}
	for _, row := range t.Rows {
		for k, b := range row {
			if b == source.None || column != source.None && k != column {
				continue
			}
			if s := surface(x.doc.TextOf(x.doc.Blocks[b])); column == source.None || !seen[s] {
				seen[s] = column != source.None
				x.counted(p, b, x.doc.Blocks[b].Span)
			}
			break
		}
	}
}

func (x *extractor) pinnedHeadings(p *fact.Pin, at int) {
	above, level := source.None, 0
	if p.Part == "below" {
		for b := x.blockBehind(at) - 1; b >= 0 && above == source.None; b-- {
			if above = x.doc.Blocks[b].Heading; x.doc.Blocks[b].Kind == source.Heading {
				above = b
			}
		}
		if above == source.None {
			p.Problem = "it stands under no heading"
			return
		}
	} else if p.Part != "" {
		level = int(p.Part[0] - '0') // parsePin has let 1 to 6 pass only
	}
	p.Known = true
	for b, block := range x.doc.Blocks {
		if block.Kind == source.Heading && (level == 0 || block.Level == level) && (above == source.None || block.Heading == above) {
			x.counted(p, b, block.Span)
		}
	}
}

// pinnedMatches searches the blocks of the document one by one: comments are
// no part of any.
func (x *extractor) pinnedMatches(p *fact.Pin) {
	pattern, err := regexp.Compile(p.Part)
	if err != nil {
		return // parsePin has said so
	}
	p.Known = true
	for b, block := range x.doc.Blocks {
		for _, m := range pattern.FindAllStringIndex(x.doc.TextOf(block), -1) {
			if m[0] < m[1] {
				x.counted(p, b, source.Span{Start: block.Span.Start + m[0], End: block.Span.Start + m[1]})
			}
		}
	}
}
