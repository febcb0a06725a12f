package formats

import (
	"fmt"
	"os"
	"strings"
	"testing"

	"github.com/concordlint/concord/internal/source"
)

// dump prints a document's structure, one block a line.
func dump(d *source.Document) string {
	var b strings.Builder
	kinds := []string{"", "para", "HEAD", "item", "cell", "code", "term"}
	lists := 0
	for i, bl := range d.Blocks {
		for lists < len(d.Lists) && d.Lists[lists].Items[0].Span.Start <= bl.Span.Start {
			l := d.Lists[lists]
			intro := "-"
			if l.Intro != source.None {
				intro = fmt.Sprint(l.Intro)
			}
			fmt.Fprintf(&b, "%s<list %d kind %d items %d intro %s>\n", strings.Repeat("  ", l.Depth), lists, l.Kind, len(l.Items), intro)
			lists++
		}
		depth := 0
		where := ""
		if bl.List != source.None {
			depth = d.Lists[bl.List].Depth + 1
			where = fmt.Sprintf("[%d.%d %q] ", bl.List, bl.ItemNo, d.Lists[bl.List].Items[bl.ItemNo].Marker)
		}
		if bl.Kind == source.Heading {
			where = fmt.Sprintf("<%d> ", bl.Level)
		}
		if bl.Table != source.None {
			where += fmt.Sprintf("(%d:%d,%d) ", bl.Table, bl.Row, bl.Column)
		}
		if bl.Quoted {
			where += "QUOTED "
		}
		text := strings.Join(strings.Fields(d.TextOf(bl)), " ")
		if r := []rune(text); len(r) > 100 {
			text = string(r[:60]) + " … " + string(r[len(r)-35:])
		}
		fmt.Fprintf(&b, "%s%3d %s %s%s\n", strings.Repeat("  ", depth), i, kinds[bl.Kind], where, text)
	}
	return b.String()
}

func TestDump(t *testing.T) {
	for _, f := range strings.Fields(os.Getenv("DUMP")) {
		data, err := os.ReadFile(f)
		if err != nil {
			t.Fatal(err)
		}
		d := Text{}.Read(f, data)
		fmt.Printf("######## %s %v %v\n%s", f, d.Meta, d.Notes, dump(d))
		if err := d.Validate(); err != nil {
			t.Error(f, err)
		}
	}
}
