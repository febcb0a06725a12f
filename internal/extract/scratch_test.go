package extract

import (
	"fmt"
	"os"
	"regexp"
	"strings"
	"testing"

	"github.com/concordlint/concord/internal/fact"
	"github.com/concordlint/concord/internal/source"
)

func TestScratch(t *testing.T) {
	files := []string{"/work/shared/seeds/000_bdd37d2fd5ee07db.txt", "/work/shared/seeds/003_288c59c3fbd3361e.txt"}
	re := regexp.MustCompile(`^(January|December|November) \d`)
	for n, f := range files {
		data, _ := os.ReadFile(f)
		d := &source.Document{File: f, Format: "text", Text: string(data), Meta: map[string]string{}}
		off := 0
		h, l := source.None, source.None
		for _, line := range strings.Split(string(data), "\n") {
			s := source.Span{Start: off, End: off + len(line)}
			off += len(line) + 1
			if strings.TrimSpace(line) == "" {
				continue
			}
			b := source.Block{Kind: source.Paragraph, Span: s, Heading: h, List: source.None, Table: source.None}
			switch {
			case re.MatchString(line):
				b.Kind = source.Item
				if l == source.None {
					l = len(d.Lists)
					d.Lists = append(d.Lists, source.List{Kind: source.Dated, Parent: source.None, Intro: source.None, Heading: h})
				}
				b.List = l
				d.Lists[l].Items = append(d.Lists[l].Items, source.ListItem{Span: s, First: len(d.Blocks), Last: len(d.Blocks)})
			case len(line) < 75 && !strings.HasSuffix(line, "."):
				b.Kind, b.Level, b.Heading = source.Heading, 1, source.None
				h, l = len(d.Blocks), source.None
			default:
				l = source.None
			}
			d.Blocks = append(d.Blocks, b)
		}
		for _, f := range Document(d, n, Options{}) {
			switch f := f.(type) {
			case *fact.Entry:
				fmt.Printf("ENTRY %s %q", f.Date, f.Surface[:min(60, len(f.Surface))])
				for _, c := range f.Contacts {
					fmt.Printf(" | %s b=%v m=%v:", c.Noun, c.Broad, c.Mentioned)
					for _, p := range c.Actors {
						fmt.Printf(" A<%s>", p.Surface)
					}
					for _, p := range c.With {
						fmt.Printf(" W<%s g=%s %d pl=%s>", p.Surname, p.Group, p.Size, p.Place)
					}
				}
				fmt.Println()
			case *fact.Count:
				fmt.Printf("COUNT %s %q actor=%v with=%v means=%v noun=%s filter=%v\n", f.Of, f.Surface, sn(f.Actor), sn(f.With), f.Means, f.Noun, f.Filter)
			case *fact.Mention:
				fmt.Printf("MENTION %q %s %s %v when=%s past=%v q=%v\n", f.Surface, f.Party.Given, f.Party.Surname, f.Party.Offices, f.When, f.PastTime, f.Party.Qualifiers)
			case *fact.Name:
				fmt.Printf("NAME %s %v %v %d\n", f.Form, f.Givens, f.Offices, len(f.Uses))
			case *fact.Garbled, *fact.Scope, *fact.Document:
				fmt.Printf("%T %+v\n", f, f)
			}
		}
	}
}

func sn(p *fact.Party) string {
	if p == nil {
		return "-"
	}
	return p.Surface
}
