package formats

import (
	"os"
	"path/filepath"
	"strings"
	"testing"

	"github.com/concordlint/concord/internal/source"
	"github.com/google/go-cmp/cmp"
)

// TestTextGolden compares the outline of testdata/text-* with the .want file
// beside each. UPDATE_GOLDEN=1 writes them anew.
func TestTextGolden(t *testing.T) {
	files, err := filepath.Glob("testdata/text-*")
	if err != nil || len(files) == 0 {
		t.Fatalf("no test data (%v)", err)
	}
	for _, file := range files {
		if strings.HasSuffix(file, ".want") {
			continue
		}
		data, err := os.ReadFile(file)
		if err != nil {
			t.Fatal(err)
		}
		r := named{Text{}, file}
		got := outline(readValid(t, r, data), data)
		if os.Getenv("UPDATE_GOLDEN") != "" {
			if err := os.WriteFile(file+".want", []byte(got), 0o644); err != nil {
				t.Fatal(err)
			}
		}
		want, err := os.ReadFile(file + ".want")
		if err != nil {
			t.Fatal(err)
		}
		if diff := cmp.Diff(string(want), got); diff != "" {
			t.Errorf("%s (-want +got)\n%s", file, diff)
		}
		sameText(t, r, string(data), "\ufeff"+strings.ReplaceAll(string(data), "\n", "\r\n"))
	}
}

// shapeOf writes a document as one letter a block, with lists in brackets:
// P paragraph, H heading, I item, C code, T term, t cell, q for what is
// quoted.
func shapeOf(d *source.Document) string {
	var s strings.Builder
	list := source.None
	for _, b := range d.Blocks {
		for list != source.None && !inside(d, b.List, list) {
			s.WriteByte(']')
			list = d.Lists[list].Parent
		}
		var open []int
		for l := b.List; l != list && l != source.None; l = d.Lists[l].Parent {
			open = append(open, l)
		}
		s.WriteString(strings.Repeat("[", len(open)))
		list = b.List
		c := " PHItCT"[b.Kind]
		if b.Quoted {
			c = 'q'
		}
		s.WriteByte(c)
	}
	for list != source.None {
		s.WriteByte(']')
		list = d.Lists[list].Parent
	}
	return s.String()
}

// inside reports whether list l is outer or lies within it.
func inside(d *source.Document, l, outer int) bool {
	for l != source.None && l != outer {
		l = d.Lists[l].Parent
	}
	return l == outer
}

func TestTextShape(t *testing.T) {
	wrapped := "The harbour board met on the first of the month and heard what had been\n" +
		"mended, what had been left, and what was to be paid for by the town and\n" +
		"by the owners. It was told that the money of the year was spent, that Mr\n" +
		"Holm had lent his own, and that the bank would hear no more of it before\nMay.\n"
	text := " the boat, the nets, the oars" + strings.Repeat(", and the lamp that had gone out", 4)
	items := "- first" + text + "\n- second" + text + "\n- third" + text + "\n- fourth" + text + "\n- fifth" + text + "\n"
	entries := "2 May: first" + text + "\n3 May: second" + text + "\n4 May: third" + text + "\n7 May: fourth" + text + "\n8 May: fifth" + text + "\n"
	long := "A line" + strings.Repeat(" of many words, all in one paragraph", 6)
	for _, c := range []struct{ name, text, want string }{
		{"empty", "", ""},
		{"blanks", " \n\t\n\u00a0\n", ""},
		{"one word", "word", "P"},
		{"wrapped, with items on one line each", wrapped + "\n" + items, "P[IIIII]"},
		{"wrapped, with entries on one line each", wrapped + "\n" + entries, "P[IIIII]"},
		{"items on one line each, then a note", items + "A note on all of this\nAnother note\n", "[IIIII]PP"},
		{"wrapped", "The tide was high that day and nobody minded, since\nthe boats were in and the\nnets were dry.\n\nSo they slept.", "PP"},
		{"a line each", long + "\n" + long + "\nShort one\nAnother one\n", "PPPP"},
		{"names below each other", "Yours,\nLena Ode\nChair of the Board\n12 Quay Street\n", "PPP"},
		{"title and text", "The Lamp\n\nIt went out at nine, and nobody knew the reason for it.\n", "HP"},
		{"sentence and text", "The lamp went out.\n\nIt went out at nine, and nobody knew the reason for it.\n", "PP"},
		{"capitals", "Rain fell.\n\nTHE LAMP\nIt went out.\n", "PHP"},
		{"shouting", "Rain fell.\n\nTHE LAMP\nWENT OUT\nAT NINE\nAGAIN\n\nYes.\n", "PPPPPP"},
		{"underlined", "Lamp\n====\nIt went out.\n\nOil\n---\nIt ran out.\n", "HPHP"},
		{"rule", "It went out.\n\n-----\n\nIt ran out.\n\n* * *\n\nYes.", "PPP"},
		{"short line before a list", "Rain fell all day.\n\nThings wet\n\n- coats\n- hats\n", "PH[II]"},
		{"sentence before a list", "Rain fell all day.\n\nThese were wet:\n- coats\n- hats\n", "PP[II]"},
		{"dash in a paragraph", "They spoke of the boats and the nets all night\n- nobody slept - and in the\nmorning they sailed.", "P"},
		{"number in a paragraph", "The bridge was built in the spring of the year\n1887. It fell down in the\nautumn.", "P"},
		{"initial", "A. Lund wrote this.\n\nB\n", "PP"},
		{"copyright", "(c) 2031 The Board\n\nAll of it.", "PP"},
		{"one to three", "1. a\n2. b\n3. c\n", "[III]"},
		{"all ones", "1. a\n1. b\n1. c\n", "[III]"},
		{"two lists", "1. a\n2. b\n1. c\n2. d\n", "[II][II]"},
		{"loose, with paragraphs between", "Steps:\n\n1. Go to the quay and wait.\n\nIt may take long.\n\n2. Board the boat.\n\nMind the step.\n\n3. Sit.\n", "P[IPIPI]"},
		{"code between bullets", "Both:\n\n- one::\n\n    a = 1\n\n- two\n", "P[ICI]"},
		{"flush right", " 9. nine\n10. ten\n11. eleven\n", "[III]"},
		{"letters and romans", "(a) one\n(i) sub\n(ii) sub\n(b) two\n", "[I[II]I]"},
		{"h, i, j", "(g) one\n(h) two\n(i) three\n(j) four\n", "[IIII]"},
		{"nested by indent", "- a\n  - b\n    - c\n- d\n", "[I[I[I]]I]"},
		{"bullets below a number", "1. a\n- x\n- y\n2. b\n", "[I[II]I]"},
		{"lazy item", "- a long item that goes on\nhere\n- b\n", "[II]"},
		{"marks on one line", "(a) (i) x\n    (ii) y\n(b) z\n", "[[II]I]"},
		{"log", "3 May: out\n4 May: back\n\n7 May: out again\n", "[III]"},
		{"one entry", "Talks with Kiri\n\n3 May: a call\n\nNo more.\n", "H[I]P"},
		{"entries with text between", "3 May: out\n\nIt rained.\n\n4 May: back\n", "[IPI]"},
		{"two logs", "3 May: out\n\nThe other boat:\n4 May: back\n5 May: out\n", "[I]P[II]"},
		{"log of days", "7-Sep-2031: a\n21-Sep-2031: b\n", "[II]"},
		{"flush right days", " 7 May: a\n21 May: b\n", "[II]"},
		{"ISO log", "2031-05-03 Sailed\n2031-05-04 Landed\n", "[II]"},
		{"ISO log with times", "2031-05-03 09:12 sailed\n2031-05-04 10:00 landed\n", "[II]"},
		{"date in prose", "They sailed on\nMay 3 and came home on\nMay 4 with nothing.\n", "P"},
		{"date begins a sentence", "May 3 was a cold day.\n\nMay 4 was colder still.\n", "PP"},
		{"day headings", "Monday 3 May\n  09:00  Sail\n  10:00  Land\n\nTuesday 4 May\n  09:00  Sleep\n  10:00  Sleep\n", "H[II]H[II]"},
		{"diary", "3 May\nWe sailed.\n\n4 May\nWe landed.\n", "[II]"},
		{"years", "1998: founded\n1999 - moved\n2004-06: rebuilt\n", "[III]"},
		{"version is no date", "10.2 is out.\n\n10.3 is not.\n", "PP"},
		{"literal", "Type::\n\n  run()\n\n  stop()\n\nDone.", "PCP"},
		{"fence", "Type\n```\nrun()\n\nstop()\n```\nDone.", "PCP"},
		{"doctest", ">>> 1\n1\n\nDone.", "CP"},
		{"quoted", "> not mine\n> at all\n\nmine", "qP"},
		{"labels", "Name: Lena\nAge: 41\n\nThat is all.", "[TITI]P"},
		{"one label", "Date: 2 May\n\nThat is all.", "[TI]P"},
		{"footnotes", "[1] One thing.\n[2] Another.\n", "PP"},
		{"pipes", "| a | b |\n|---|---|\n| 1 | 2 |\n", "tttt"},
		{"result set", " name | n\n------+---\n a    | 1\n b    | 2\n(2 rows)\n", "ttttttP"},
		{"columns", "Team   Won  Lost\nNorth   12     3\nSouth    3    12\n", "ttttttttt"},
		{"wide blanks in prose", "It rained.  Nobody cared.\nThey sang.  Then they slept.\nAt dawn.  They woke.\n", "P"},
		{"signature", "Done and signed.\n\n                      Lena Ode\n                      Chair\n", "PPP"},
		{"pragma", "One.\nconcord: ignore count-list -- why\nTwo.\n", "PP"},
	} {
		d := readValid(t, Text{}, []byte(c.text))
		if got := shapeOf(d); got != c.want {
			t.Errorf("%s: %s, want %s\n%s", c.name, got, c.want, outline(d, []byte(c.text)))
		}
	}
}

func TestTextMeta(t *testing.T) {
	text := "Title: Lamps\nDate: 2 May 2031\nAuthor: A. Writer,\n  B. Writer\n\nBody: none\nMore: none\n"
	d := readValid(t, Text{}, []byte(text))
	want := map[string]string{"title": "Lamps", "date": "2 May 2031", "author": "A. Writer, B. Writer"}
	for k, v := range want {
		if d.Meta[k] != v {
			t.Errorf("%s is %q, want %q", k, d.Meta[k], v)
		}
	}
}

func TestTextTooDeep(t *testing.T) {
	var s strings.Builder
	for i := range 2000 {
		s.WriteString(strings.Repeat(" ", i) + strings.Repeat(" ", i) + "- x\n")
	}
	d := readValid(t, Text{}, []byte(s.String()))
	if len(d.Notes) != 1 || d.Notes[0].Kind != "too-deep" {
		t.Errorf("notes: %v", d.Notes)
	}
	if len(d.Blocks) != 2000 {
		t.Errorf("%d blocks", len(d.Blocks))
	}
}

func TestReadTellsTextFromTheRest(t *testing.T) {
	if _, err := Read("a.txt", []byte("a\x00b")); err == nil {
		t.Error("no error for a binary file")
	}
	d, err := Read("a.txt", []byte(" \n"))
	if err != nil || len(d.Notes) != 1 || d.Notes[0].Kind != "empty" {
		t.Errorf("%v, %v", d, err)
	}
	d, err = Read("a.txt", []byte("caf\xe9"))
	if err != nil || len(d.Notes) != 1 || d.Notes[0].Kind != "invalid-utf8" || d.Text != "caf\ufffd" {
		t.Errorf("%v, %v", d, err)
	}
	for name, want := range map[string]string{
		"a.md": "markdown", "b.HTML": "html", "c.csv": "csv", "d.rst": "text", "README": "text", "e": "html",
	} {
		data := "x"
		if want == "html" {
			data = "\ufeff <!DOCTYPE html><p>x"
		}
		if got := For(name, []byte(data)).Name(); got != want {
			t.Errorf("%s is read as %s", name, got)
		}
	}
}
