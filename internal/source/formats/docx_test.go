package formats

import (
	"fmt"
	"strings"
	"testing"

	"github.com/concordlint/concord/internal/source"
)

const wordStyles = `<w:styles>
<w:style w:type="paragraph" w:default="1" w:styleId="a"><w:name w:val="Normal"/></w:style>
<w:style w:type="paragraph" w:styleId="berschrift1"><w:name w:val="heading 1"/><w:basedOn w:val="a"/><w:pPr><w:numPr><w:numId w:val="3"/></w:numPr><w:outlineLvl w:val="0"/></w:pPr></w:style>
<w:style w:type="paragraph" w:styleId="my"><w:name w:val="My heading"/><w:basedOn w:val="berschrift1"/><w:pPr><w:numPr><w:numId w:val="0"/></w:numPr><w:outlineLvl w:val="1"/></w:pPr></w:style>
<w:style w:type="paragraph" w:styleId="q"><w:name w:val="Intense Quote"/></w:style>
<w:style w:type="paragraph" w:styleId="toc1"><w:name w:val="toc 1"/></w:style>
<w:style w:type="character" w:styleId="c"><w:name w:val="HTML Code"/></w:style>
<w:style w:type="character" w:styleId="h"><w:name w:val="secret"/><w:rPr><w:vanish/></w:rPr></w:style>
</w:styles>`

const wordNumbering = `<w:numbering>
<w:abstractNum w:abstractNumId="1"><w:lvl w:ilvl="0"><w:start w:val="4"/><w:numFmt w:val="decimal"/><w:lvlText w:val="%1."/><w:pPr><w:ind w:left="720"/></w:pPr></w:lvl>
<w:lvl w:ilvl="1"><w:start w:val="1"/><w:numFmt w:val="lowerRoman"/><w:lvlText w:val="(%1.%2)"/></w:lvl>
<w:lvl w:ilvl="2"><w:start w:val="27"/><w:numFmt w:val="upperLetter"/><w:isLgl/><w:lvlText w:val="%1.%2.%3)"/></w:lvl></w:abstractNum>
<w:abstractNum w:abstractNumId="2"><w:lvl w:ilvl="0"><w:numFmt w:val="bullet"/><w:lvlText w:val="&#xF0B7;"/></w:lvl></w:abstractNum>
<w:abstractNum w:abstractNumId="3"><w:lvl w:ilvl="0"><w:start w:val="1"/><w:numFmt w:val="upperRoman"/><w:pStyle w:val="berschrift1"/><w:lvlText w:val="Part %1"/></w:lvl></w:abstractNum>
<w:num w:numId="1"><w:abstractNumId w:val="1"/></w:num><w:num w:numId="2"><w:abstractNumId w:val="2"/></w:num><w:num w:numId="3"><w:abstractNumId w:val="3"/></w:num>
<w:num w:numId="4"><w:abstractNumId w:val="1"/><w:lvlOverride w:ilvl="0"><w:startOverride w:val="1"/></w:lvlOverride></w:num>
</w:numbering>`

const wordNotes = `<w:footnotes><w:footnote w:type="separator" w:id="-1"><w:p><w:r><w:t>line</w:t></w:r></w:p></w:footnote>
<w:footnote w:id="7"><w:p><w:r><w:footnoteRef/></w:r><w:r><w:t xml:space="preserve"> See the register.</w:t></w:r></w:p></w:footnote>
<w:footnote w:id="8"><w:p><w:r><w:t>Never marked.</w:t></w:r></w:p></w:footnote></w:footnotes>`

// wordOf makes a Word document with a body.
func wordOf(t testing.TB, body string) []byte {
	return pack(t,
		"[Content_Types].xml", "<Types/>",
		"_rels/.rels", `<Relationships><Relationship Id="a" Type="http://x/officeDocument" Target="word/document.xml"/></Relationships>`,
		"word/_rels/document.xml.rels", `<Relationships><Relationship Id="l" Type="x/hyperlink" Target="https://a.example/" TargetMode="External"/><Relationship Id="f" Type="x/footnotes" Target="footnotes.xml"/><Relationship Id="h" Type="x/header" Target="header1.xml"/></Relationships>`,
		"word/styles.xml", wordStyles, "word/numbering.xml", wordNumbering, "word/footnotes.xml", wordNotes,
		"word/header1.xml", `<w:hdr><w:p><w:r><w:t>Draft</w:t></w:r></w:p></w:hdr>`,
		"docProps/core.xml", `<p><title>Rules</title><created>2024-05-06T07:08:09Z</created></p>`,
		"word/document.xml", `<w:document xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main"><w:body>`+body+`</w:body></w:document>`)
}

// shownIn tells the marks, kinds and texts of a document's blocks.
func shownIn(t testing.TB, d *source.Document) string {
	t.Helper()
	if err := d.Validate(); err != nil {
		t.Fatal(err)
	}
	var s strings.Builder
	for i, b := range d.Blocks {
		mark := ""
		if b.List != source.None {
			mark = strings.Repeat(" ", d.Lists[b.List].Depth)
			if it := d.Lists[b.List].Items[b.ItemNo]; it.First == i {
				mark += it.Marker + " "
			} else {
				mark += "+ "
			}
		}
		switch {
		case b.Kind == source.Heading:
			mark = strings.Repeat("#", b.Level) + " "
		case b.Kind == source.Cell:
			mark = fmt.Sprintf("[%d,%d] ", b.Row, b.Column)
		case b.Kind == source.Code:
			mark += "code "
		}
		if b.Quoted {
			mark += "> "
		}
		fmt.Fprintf(&s, "%s%s\n", mark, strings.ReplaceAll(d.TextOf(b), "\n", "/"))
	}
	return s.String()
}

func word(p, text string) string {
	return "<w:p><w:pPr>" + p + "</w:pPr><w:r><w:t xml:space=\"preserve\">" + text + "</w:t></w:r></w:p>"
}

func item(num, level, text string) string {
	return word(`<w:numPr><w:ilvl w:val="`+level+`"/><w:numId w:val="`+num+`"/></w:numPr>`, text)
}

func TestDOCX(t *testing.T) {
	for _, c := range []struct{ name, body, want string }{
		{"runs at any depth", `<w:p><w:r><w:t>a</w:t></w:r><w:hyperlink r:id="l"><w:r><w:t>b</w:t></w:r></w:hyperlink><w:smartTag><w:r><w:t>c</w:t></w:r></w:smartTag>
			<w:ins><w:r><w:t>d</w:t></w:r></w:ins><w:del><w:r><w:delText>no</w:delText><w:t>no</w:t></w:r></w:del><w:sdt><w:sdtPr><w:alias w:val="no"/></w:sdtPr><w:sdtContent><w:r><w:t>e</w:t></w:r></w:sdtContent></w:sdt>
			<w:r><w:tab/><w:t>f</w:t><w:br/><w:t>2020</w:t><w:noBreakHyphen/><w:t>21 soft</w:t><w:softHyphen/><w:t>ly so&#xAD;</w:t></w:r><w:fldSimple w:instr="PAGE"><w:r><w:t>9</w:t></w:r></w:fldSimple></w:p>`,
			"abcde\tf/2020‑21 softly so9\n"},
		{"hidden", `<w:p><w:r><w:rPr><w:vanish/></w:rPr><w:t>no</w:t></w:r><w:r><w:rPr><w:vanish w:val="0"/></w:rPr><w:t>a</w:t></w:r><w:r><w:rPr><w:rStyle w:val="h"/></w:rPr><w:t>no</w:t></w:r><w:r><w:rPr><w:strike/></w:rPr><w:t>no</w:t></w:r><w:r><w:t>b</w:t></w:r></w:p>`, "ab\n"},
		{"fields", `<w:p><w:r><w:fldChar w:fldCharType="begin"/></w:r><w:r><w:instrText>IF </w:instrText></w:r><w:r><w:fldChar w:fldCharType="begin"/></w:r><w:r><w:instrText>X</w:instrText><w:fldChar w:fldCharType="separate"/><w:t>no</w:t><w:fldChar w:fldCharType="end"/></w:r><w:r><w:fldChar w:fldCharType="separate"/><w:t>yes</w:t><w:fldChar w:fldCharType="end"/><w:t>!</w:t></w:r></w:p>`, "yes!\n"},
		{"a field without an end", `<w:p><w:r><w:fldChar w:fldCharType="begin"/><w:instrText>X</w:instrText></w:r></w:p>` + word("", "read"), "read\n"},
		{"headings", word(`<w:pStyle w:val="berschrift1"/>`, "One") + word(`<w:pStyle w:val="my"/>`, "Two") + word(`<w:pStyle w:val="berschrift1"/>`, "Three") + word(`<w:outlineLvl w:val="2"/>`, "Deep") + word(`<w:pStyle w:val="toc1"/>`, "no"),
			"# Part I One\n## Two\n# Part II Three\n### Deep\n"},
		{"numbers", item("1", "0", "a") + item("1", "1", "b") + item("1", "2", "c") + item("1", "1", "d") + item("1", "0", "e") + word(`<w:ind w:left="720"/>`, "goes on") + item("1", "1", "f") + word("", "plain") + item("1", "0", "g") + item("4", "0", "anew") + item("2", "0", "dot") + item("0", "0", "none"),
			"4. a\n (4.i) b\n  4.1.27) c\n (4.ii) d\n5. e\n+ goes on\n (5.i) f\nplain\n6. g\n1. anew\n• dot\nnone\n"},
		{"an accepted deletion of an end", `<w:p><w:pPr><w:rPr><w:del/></w:rPr></w:pPr><w:r><w:t>one </w:t></w:r></w:p>` + item("2", "0", "two") + `<w:p><w:pPr><w:numPr><w:ilvl w:val="0"/><w:numId w:val="1"/></w:numPr><w:rPr><w:del/></w:rPr></w:pPr><w:del><w:r><w:delText>x</w:delText></w:r></w:del></w:p>` + item("1", "0", "four"),
			"• one two\n4. four\n"},
		{"quotes and code", word(`<w:pStyle w:val="q"/>`, "said") + `<w:p><w:r><w:t>run </w:t></w:r><w:r><w:rPr><w:rStyle w:val="c"/></w:rPr><w:t>make</w:t></w:r></w:p>`, "> said\nrun make\n"},
		{"a box, once", `<w:p><w:r><w:t>before</w:t></w:r><w:r><mc:AlternateContent><mc:Choice Requires="wps"><w:drawing><wps:txbx><w:txbxContent>` + word("", "boxed") + `</w:txbxContent></wps:txbx></w:drawing></mc:Choice><mc:Fallback><w:pict><v:textbox><w:txbxContent>` + word("", "boxed") + `</w:txbxContent></v:textbox></w:pict></mc:Fallback></mc:AlternateContent></w:r><w:r><w:t> and after</w:t></w:r></w:p>`,
			"before and after\nboxed\n"},
		{"an old box", `<w:p><w:r><w:pict><v:shape><v:textbox><w:txbxContent>` + word("", "old") + `</w:txbxContent></v:textbox></v:shape></w:pict></w:r></w:p>`, "old\n"},
		{"powers", `<w:p><w:r><w:t>10</w:t></w:r><w:r><w:rPr><w:vertAlign w:val="superscript"/></w:rPr><w:t>6</w:t></w:r><w:r><w:t> m</w:t></w:r><w:r><w:rPr><w:vertAlign w:val="superscript"/></w:rPr><w:t>2</w:t></w:r><w:r><w:t>, the 5</w:t></w:r><w:r><w:rPr><w:vertAlign w:val="superscript"/></w:rPr><w:t>th</w:t></w:r></w:p>`, "10⁶ m², the 5th\n"},
		{"symbols", `<w:p><w:r><w:sym w:font="Symbol" w:char="F0B3"/><w:t> 5 </w:t><w:sym w:font="Wingdings" w:char="F0FC"/></w:r></w:p>`, "≥ 5 ✓\n"},
		{"a foreign prefix", `<x:p xmlns:x="http://purl.oclc.org/ooxml/wordprocessingml/main"><x:r><x:t>strict</x:t></x:r></x:p>`, "strict\n"},
	} {
		d, err := DOCX{}.Open("a.docx", wordOf(t, c.body))
		if err != nil {
			t.Errorf("%s: %v", c.name, err)
			continue
		}
		if got := shownIn(t, d); got != c.want {
			t.Errorf("%s: got\n%s\nwant\n%s", c.name, got, c.want)
		}
	}
}

func TestDOCXTable(t *testing.T) {
	cell := func(props, text string) string {
		return "<w:tc><w:tcPr>" + props + "</w:tcPr>" + word("", text) + "</w:tc>"
	}
	row := func(props string, cells ...string) string {
		return "<w:tr><w:trPr>" + props + "</w:trPr>" + strings.Join(cells, "") + "</w:tr>"
	}
	table := "<w:tbl><w:tblPr/>" +
		row("", cell(`<w:gridSpan w:val="3"/>`, "All piers")) +
		row("", cell("", "Pier"), cell("", "2022"), cell("", "2023")) +
		row("", cell(`<w:vMerge w:val="restart"/>`, "North"), cell("", "1"), cell("", "2")) +
		row("", cell(`<w:vMerge/>`, ""), cell(`<w:gridSpan w:val="2"/>`, "3")) +
		row("<w:del/>", cell("", "gone"), cell("", "5"), cell("", "6")) +
		row("", cell("", "South"), cell("", "7"), "<w:tc>"+word("", "8")+word("", "about")+"</w:tc>") + "</w:tbl>"
	d, err := DOCX{}.Open("a.docx", wordOf(t, word(`<w:pStyle w:val="berschrift1"/>`, "Piers")+word("", "These:")+table+word("", "End")))
	if err != nil {
		t.Fatal(err)
	}
	want := "# Part I Piers\nThese:\nAll piers\n[-2,0] Pier\n[-2,1] 2022\n[-2,2] 2023\n[0,0] North\n[0,1] 1\n[0,2] 2\n[1,1] 3\n[2,0] South\n[2,1] 7\n[2,2] 8/about\nEnd\n"
	if got := shownIn(t, d); got != want {
		t.Errorf("got\n%s\nwant\n%s", got, want)
	}
	spot := d.SpotAt(strings.Index(d.Text, "8\nabout"))
	if spot.Part != "section “Part I Piers”, table 1" || spot.Cell != "C5" {
		t.Errorf("the last cell is at %+v", spot)
	}
}

func TestDOCXNotes(t *testing.T) {
	d, err := DOCX{}.Open("a.docx", wordOf(t, `<w:p><w:r><w:t>It sails</w:t></w:r><w:r><w:footnoteReference w:id="7"/></w:r><w:r><w:t> daily.</w:t></w:r></w:p>`+word("", "More.")))
	if err != nil {
		t.Fatal(err)
	}
	if got, want := shownIn(t, d), "It sails daily.\nMore.\nSee the register.\n"; got != want {
		t.Errorf("got\n%s\nwant\n%s", got, want)
	}
	if len(d.Footmarks) != 1 || d.Footmarks[0].Label != "1" || d.Text[d.Footmarks[0].Span.Start:d.Footmarks[0].Span.End] != "sails" ||
		len(d.Footnotes) != 1 || d.Footnotes[0] != (source.Footnote{Label: "1", Block: 2}) {
		t.Errorf("marks %+v, notes %+v", d.Footmarks, d.Footnotes)
	}
	if spot := d.SpotAt(d.Blocks[2].Span.Start); spot.Part != "footnote 1" || spot.Paragraph != 1 {
		t.Errorf("the note is at %+v", spot)
	}
	if d.Meta["title"] != "Rules" || d.Meta["file-created"] != "2024-05-06T07:08:09Z" {
		t.Errorf("properties %v", d.Meta)
	}
	if len(d.Notes) != 1 || d.Notes[0].Message != "headers and footers are not read" {
		t.Errorf("notes %v", d.Notes)
	}
}

func TestDOCXHostile(t *testing.T) {
	for name, body := range map[string]string{
		"blanks":            strings.Repeat(" ", 20<<20),
		"nested tables":     strings.Repeat("<w:tbl><w:tr><w:tc>", 100_000),
		"wrong ends":        strings.Repeat("<w:tbl></x><w:txbxContent></x><w:tr></x>", 100_000),
		"empty cells":       "<w:tbl>" + strings.Repeat(`<w:tr><w:gridBefore w:val="9999"/><w:tc><w:tcPr><w:gridSpan w:val="99999"/></w:tcPr><w:p/></w:tc></w:tr>`, 20_000) + "</w:tbl>",
		"fields and links":  "<w:p>" + strings.Repeat(`<w:fldChar w:fldCharType="begin"/><w:hyperlink r:id="l"><w:r><w:t>a</w:t>`, 300) + "</w:p>",
		"properties alone":  "<w:p><w:rPr><w:strike/></w:rPr><m:ctrlPr><w:rPr><w:b/></w:rPr></m:ctrlPr><w:tc/><w:tr/><w:gridSpan/></w:p></w:p></w:tc></w:tbl>",
		"ends deleted":      strings.Repeat(`<w:p><w:pPr><w:rPr><w:del/></w:rPr></w:pPr><w:r><w:t>x</w:t></w:r></w:p>`, 10_000),
		"marks of the same": strings.Repeat(`<w:p><w:r><w:t>a</w:t><w:footnoteReference w:id="7"/></w:r></w:p>`, 1000),
	} {
		d, err := DOCX{}.Open("a.docx", wordOf(t, body))
		if err != nil {
			t.Errorf("%s: %v", name, err)
			continue
		}
		if err := d.Validate(); err != nil {
			t.Errorf("%s: %v", name, err)
		}
	}
	for name, data := range map[string]string{
		"is no zip package": "just text",
		"encrypted":         "\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1....E\x00n\x00c\x00r\x00y\x00p\x00t\x00e\x00d\x00P\x00a\x00c\x00k\x00a\x00g\x00e\x00",
		"old binary Office": "\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1....",
		"no such part":      string(pack(t, "a", "b")),
	} {
		if _, err := (DOCX{}).Open("a.docx", []byte(data)); err == nil || !strings.Contains(err.Error(), name) {
			t.Errorf("%s: %v", name, err)
		}
	}
}

func FuzzDOCX(f *testing.F) {
	f.Add(item("1", "0", "a") + item("1", "1", "b") + word(`<w:ind w:left="720"/>`, "c") + item("2", "0", "d"))
	f.Add(`<w:tbl><w:tr><w:tc><w:tcPr><w:gridSpan w:val="2"/></w:tcPr><w:p><w:r><w:t>a</w:t></w:r></w:p></w:tc></w:tr><w:tr><w:tc/><w:tc><w:tbl/></w:tc></w:tr></w:tbl>`)
	f.Add(`<w:p><w:r><w:t>a</w:t><w:footnoteReference w:id="7"/><w:txbxContent><w:p><w:hyperlink r:id="l"><w:r><w:t>b</w:t></w:r></w:p></w:txbxContent></w:r></w:p>`)
	f.Add(word(`<w:pStyle w:val="q"/>`, "said") + item("4", "0", "x") + word(`<w:pStyle w:val="berschrift1"/>`, "Two"))
	f.Fuzz(func(t *testing.T, body string) {
		if d, err := (DOCX{}).Open("a.docx", wordOf(t, body)); err == nil {
			if err := d.Validate(); err != nil {
				t.Fatal(err)
			}
		}
	})
}
