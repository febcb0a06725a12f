package formats

import (
	"strings"
	"testing"
)

const rtfHead = `{\rtf1\ansi\ansicpg1250\deff0{\fonttbl{\f0 Times;}{\f1\fcharset204 Times;}{\f2\fcharset128 M;}{\f3\fcharset0\cpg1251 T;}{\f4\cpg65001 U;}}{\colortbl;\red0;}` +
	`{\stylesheet{\s0 Normal;}{\s1\b heading 1;}{\s2 Quotations;}{\*\cs3 Bold;}}` +
	`{\info{\title Rules}{\author Ana}{\creatim\yr2024\mo5\dy6\hr7}}{\header no}{\*\generator no;}`

func TestRTF(t *testing.T) {
	item := func(mark, level, text string) string {
		return `\pard{\listtext\pard ` + mark + `\tab}\ilvl` + level + `\ls1\li720\fi-360 ` + text + `\par `
	}
	for _, c := range []struct{ name, body, want string }{
		{"letters", `a\'e8{\f1\'e0}b\u8212?c\uc2\u-3844 ??\uc1 d{\b e}\~f\_g\endash h\line i\tab j{\*\unknown no}\bin3 }}}k\par`, "ač\u0430b—c\uf0fcd\u200b"},
		{"two halves", `\u-10179?\u-8704?x\par`, "\U0001f600x\n"},
		{"a letter without another for it", `sheds\u8212\b 40 of\u8211\endash 50\u233\'e9\par next\par`, "sheds—40 of–50é\nnext\n"},
		{"code pages", `{\f2 \'93\'fa\'96\'7b} {\f3 \'d6}{\f4 caf\'c3\'a9}\par`, "日本 Ц" + "café\n"},
		{"signs", `{a\'}b\tab- c\par`, "ab\t- c\n"},
		{"a deleted end", `keep{\deleted gone\par} on\par`, "keep on\n"},
		{"a box in a header", `{\header{\shp{\*\shpinst{\shptxt no\par}}}}{\object{\result no}}yes\par`, "yes\n"},
		{"hidden", `a{\v no}{\deleted no}{\strike no}b\par`, "ab\n"},
		{"headings", `\pard\s1 One\par\pard\outlinelevel1 Two\par\pard plain\par\pard\s2 said\par`, "# One\n## Two\nplain\n> said\n"},
		{"lists", item("1.", "0", "a") + item("(a)", "1", "b") + `\pard\li720 goes on\par ` + item("2.", "0", "c") + item(`\'b7`, "0", "dot"), "1. a\n (a) b\n + goes on\n2. c\n· dot\n"},
		{"marks as text", `\pard\li360\fi-360 \bullet \tab dot\par\pard\li360\fi-360 1.\tab one\par\pard\li360\fi-360 2.\tab two\par\pard\li0\fi-360 In 1999\tab no mark\par`, "• dot\n1. one\n2. two\nIn 1999\tno mark\n"},
		{"a table", `\trowd\trhdr\cellx1\cellx2 \intbl Pier\cell 2023\cell\row\trowd\clmgf\cellx1\clmrg\cellx2 \intbl North\cell\cell\row\trowd\cellx1\cellx2\intbl South\cell 4\par about\cell\row\pard End\par`,
			"[-2,0] Pier\n[-2,1] 2023\n[0,0] North\n[1,0] South\n[1,1] 4/about\nEnd\n"},
		{"notes and links", `It{\super\chftn{\footnote\pard See there.}} sails {\field{\*\fldinst HYPERLINK "https://a.example/"}{\fldrslt daily}}, 10{\super 6} m.\par More.\par`, "It sails daily, 10⁶ m.\nMore.\nSee there.\n"},
		{"a box", `before{\shp{\*\shpinst{\sp{\sn no}}{\shptxt boxed\par}}{\shprslt boxed}} after\par`, "before after\nboxed\n"},
	} {
		d, err := RTF{}.Open("a.rtf", []byte(rtfHead+c.body+"}"))
		if err != nil {
			t.Errorf("%s: %v", c.name, err)
			continue
		}
		got := shownIn(t, d)
		if c.name == "letters" {
			c.want = "ačаb—c\uf0fcde\u00a0f\u2011g–h/i\tjk\n"
		}
		if got != c.want {
			t.Errorf("%s: got\n%s\nwant\n%s", c.name, got, c.want)
		}
		if d.Meta["title"] != "Rules" || d.Meta["author"] != "Ana" || d.Meta["file-created"] != "2024-05-06" {
			t.Errorf("%s: properties %v", c.name, d.Meta)
		}
		if c.name == "notes and links" && (len(d.Links) != 1 || d.Links[0].Target != "https://a.example/" || len(d.Footnotes) != 1) {
			t.Errorf("links %v, notes %v", d.Links, d.Footnotes)
		}
	}
}

// What is not read is told of, and where links lead is told alone.
func TestRTFNotes(t *testing.T) {
	for body, want := range map[string]string{
		`Fine.\par}Behind.\par`:                 "what stands behind its last brace is not read",
		`{\object{\result no}}x\par`:            "embedded objects",
		`{\*\do{\dptxbxtext no}}x\par`:          "embedded objects",
		`{\fonttbl{\f9\cpg1361 K;}}\f9\'e1\par`: "code page 1361",
	} {
		d, err := RTF{}.Open("a.rtf", []byte(rtfHead+body+"}"))
		if err != nil {
			t.Fatal(err)
		}
		said := ""
		for _, n := range d.Notes {
			said += n.Message + "\n"
		}
		if !strings.Contains(said, want) {
			t.Errorf("%s: notes %q", body, said)
		}
	}
	for instruction, want := range map[string]string{
		`"https://a.example/" \o "tip"`: "https://a.example/", `\l "_Toc1"`: "", `https://a.example/ \n`: "https://a.example/", ``: "",
	} {
		if got := linkOf("HYPERLINK " + instruction); got != want {
			t.Errorf("%s leads to %q", instruction, got)
		}
	}
	// The padding that some programs write is no text.
	if d, err := (RTF{}).Open("a.rtf", []byte("{\\rtf1 x\\par}\r\n\x00\x00")); err != nil || len(d.Notes) > 0 {
		t.Errorf("padding: %v, %v", err, d.Notes)
	}
}

func TestRTFHostile(t *testing.T) {
	for name, body := range map[string]string{
		"nested":      strings.Repeat("{", 100_000),
		"closed":      "}}}}}}",
		"notes":       strings.Repeat(`{\footnote a`, 900),
		"boxes":       strings.Repeat(`{\shptxt a\par`, 900) + strings.Repeat("}", 900),
		"cells":       strings.Repeat(`\cell`, 100_000) + `\row\row`,
		"rows":        strings.Repeat(`\trowd\cellx1\cell\row`, 50_000),
		"bin":         `\bin99999999 x`,
		"bin below":   `\bin-5 x`,
		"words":       `\u99999999999999999 \uc999999999 \'zz\'4`,
		"links":       strings.Repeat(`{\field{\*\fldinst HYPERLINK "x"}{\fldrslt `, 300),
		"cut":         `{\info{\title x`,
		"table alone": `\cell\row\trowd\intbl x`,
	} {
		d, err := RTF{}.Open("a.rtf", []byte(rtfHead+body))
		if err != nil {
			t.Errorf("%s: %v", name, err)
			continue
		}
		if err := d.Validate(); err != nil {
			t.Errorf("%s: %v", name, err)
		}
	}
	if _, err := (RTF{}).Open("a.rtf", []byte("just text")); err == nil || !strings.Contains(err.Error(), "is no RTF") {
		t.Errorf("text: %v", err)
	}
}

func FuzzRTF(f *testing.F) {
	f.Add(`\pard{\listtext 1.\tab}\ls1 a\par\trowd\cellx1\intbl b\cell\row{\footnote c}\par`)
	f.Add(`{\field{\*\fldinst HYPERLINK "x"}{\fldrslt y}}{\shptxt z\par}\u8212?\'e9{\super 2}`)
	f.Fuzz(func(t *testing.T, body string) {
		if d, err := (RTF{}).Open("a.rtf", []byte(rtfHead+body)); err == nil {
			if err := d.Validate(); err != nil {
				t.Fatal(err)
			}
		}
	})
}
