package formats

import (
	"strings"
	"testing"

	"github.com/concordlint/concord/internal/source"
)

const odtStyleParts = `<office:document-styles><office:styles>
<style:style style:name="Heading_20_1" style:display-name="Heading 1" style:family="paragraph"/>
<style:style style:name="Quotations" style:family="paragraph"/>
<style:style style:name="Pre" style:display-name="Preformatted Text" style:family="paragraph"/>
<style:style style:name="Contents_20_1" style:display-name="Contents 1" style:family="paragraph"/>
<text:outline-style><text:outline-level-style text:level="1" style:num-format="I" style:num-prefix="Part "/><text:outline-level-style text:level="2" style:num-format=""/></text:outline-style>
<text:list-style style:name="N"><text:list-level-style-number text:level="1" style:num-format="1" style:num-suffix="." text:start-value="4"/>
<text:list-level-style-number text:level="2" style:num-format="i" style:num-prefix="(" style:num-suffix=")" text:display-levels="2"/>
<text:list-level-style-number text:level="3" style:num-format="a" style:num-suffix=")"/></text:list-style>
<text:list-style style:name="B"><text:list-level-style-bullet text:level="1" text:bullet-char="&#xE00C;"/></text:list-style>
<text:list-style style:name="None"><text:list-level-style-bullet text:level="1" text:bullet-char=" "/></text:list-style>
</office:styles><office:master-styles><style:master-page><style:header><text:p>Draft</text:p></style:header></style:master-page></office:master-styles></office:document-styles>`

const odtAutomatic = `<office:automatic-styles>
<style:style style:name="P1" style:family="paragraph" style:parent-style-name="Quotations"/>
<style:style style:name="P2" style:family="paragraph" style:list-style-name="N"/>
<style:style style:name="T1" style:family="text"><style:text-properties text:display="none"/></style:style>
<style:style style:name="T2" style:family="text"><style:text-properties style:text-position="super 58%"/></style:style>
<style:style style:name="T3" style:family="text"><style:text-properties style:text-line-through-style="solid"/></style:style>
</office:automatic-styles>`

// odtOf makes an OpenDocument text with a body.
func odtOf(t testing.TB, body string) []byte {
	return pack(t,
		"mimetype", "application/vnd.oasis.opendocument.text",
		"meta.xml", `<office:meta><dc:title>Rules</dc:title><meta:creation-date>2024-05-06T07:08:09</meta:creation-date></office:meta>`,
		"styles.xml", odtStyleParts,
		"content.xml", `<office:document-content>`+odtAutomatic+`<office:body><office:text>`+body+`</office:text></office:body></office:document-content>`)
}

func listODT(style, items string) string {
	return `<text:list text:style-name="` + style + `">` + items + `</text:list>`
}

func odtItem(inner string) string { return "<text:list-item>" + inner + "</text:list-item>" }

func odtP(text string) string { return "<text:p>" + text + "</text:p>" }

func TestODT(t *testing.T) {
	for _, c := range []struct{ name, body, want string }{
		{"letters at any depth", `<text:p>a<text:span text:style-name="T9">b<text:a xlink:href="https://a.example/">c<text:span>d</text:span></text:a></text:span><text:s text:c="2"/>e<text:tab/>f<text:line-break/>g
			h<office:annotation><text:p>no</text:p></office:annotation><text:bookmark text:name="x"/><text:ruby><text:ruby-base>i</text:ruby-base><text:ruby-text>no</text:ruby-text></text:ruby><text:date>5 May</text:date></text:p>`,
			"abcd  e\tf/g \t\t\thi5 May\n"},
		{"hidden", `<text:p>a<text:span text:style-name="T1">no</text:span><text:span text:style-name="T3">no</text:span><text:hidden-text>no</text:hidden-text>b</text:p><text:section text:display="none">` + odtP("no") + `</text:section><text:section>` + odtP("c") + `</text:section>`, "ab\nc\n"},
		{"changes", `<text:tracked-changes><text:changed-region><text:deletion><text:p>no</text:p></text:deletion></text:changed-region></text:tracked-changes><text:p>a<text:change text:change-id="1"/>b<text:change-start/>c<text:change-end/></text:p>`, "abc\n"},
		{"headings", `<text:h text:outline-level="1">One</text:h><text:h text:outline-level="2">Two</text:h><text:h text:outline-level="1">Three</text:h><text:h text:outline-level="1" text:is-list-header="true">No number</text:h><text:p text:style-name="Heading_20_1">Styled</text:p><text:p text:style-name="Contents_20_1">no</text:p><text:table-of-content>` + odtP("no") + `</text:table-of-content>`,
			"# Part I One\n## Two\n# Part II Three\n# No number\n# Styled\n"},
		{"numbers", listODT("N", odtItem(odtP("a")+odtP("goes on")+`<text:list>`+odtItem(odtP("b"))+odtItem(odtP("c")+`<text:list>`+odtItem(odtP("deep"))+`</text:list>`)+`</text:list>`)+odtItem(odtP("d"))+`<text:list-item text:start-value="9">`+odtP("nine")+`</text:list-item>`+`<text:list-header>`+odtP("no number")+`</text:list-header>`) +
			odtP("plain") + `<text:list text:style-name="N" text:continue-numbering="true">` + odtItem(odtP("ten")) + `</text:list>` + listODT("N", odtItem(odtP("anew"))) + listODT("B", odtItem(odtP("dot"))) + listODT("None", odtItem(odtP("none"))),
			"4. a\n+ goes on\n (4.i) b\n (4.ii) c\n  a) deep\n5. d\n9. nine\n+ no number\nplain\n10. ten\n4. anew\n• dot\n+ none\n"},
		{"a list that another goes on with", `<text:list xml:id="x" text:style-name="N">` + odtItem(odtP("a")) + `</text:list>` + odtP("between") + `<text:list text:continue-list="x" text:style-name="N">` + odtItem(odtP("b")) + `</text:list>`,
			"4. a\nbetween\n5. b\n"},
		{"a list styled by its paragraphs", `<text:list>` + odtItem(`<text:p text:style-name="P2">a</text:p>`) + `</text:list>`, "4. a\n"},
		{"quotes and code", `<text:p text:style-name="P1">said</text:p><text:p text:style-name="Pre">one</text:p><text:p text:style-name="Pre">two</text:p>`, "> said\ncode one/two\n"},
		{"a box", `<text:p>before<draw:frame><draw:text-box>` + odtP("boxed") + `</draw:text-box><svg:desc>no</svg:desc></draw:frame> and after</text:p>`, "before and after\nboxed\n"},
		{"powers", `<text:p>10<text:span text:style-name="T2">6</text:span> m<text:span text:style-name="T2">2</text:span>, the 5<text:span text:style-name="T2">th</text:span></text:p>`, "10⁶ m², the 5th\n"},
		{"a number alone in a cell", `<table:table><table:table-row><table:table-cell>` + listODT("N", odtItem(odtP(""))) + `</table:table-cell><table:table-cell>` + odtP("x") + `</table:table-cell></table:table-row></table:table>`, "[0,0] 4.\n[0,1] x\n"},
	} {
		d, err := ODT{}.Open("a.odt", odtOf(t, c.body))
		if err != nil {
			t.Errorf("%s: %v", c.name, err)
			continue
		}
		if got := shownIn(t, d); got != c.want {
			t.Errorf("%s: got\n%s\nwant\n%s", c.name, got, c.want)
		}
	}
}

func TestODTTable(t *testing.T) {
	cell := func(attrs, text string) string {
		return "<table:table-cell" + attrs + ">" + odtP(text) + "</table:table-cell>"
	}
	const covered = "<table:covered-table-cell/>"
	row := func(cells ...string) string {
		return "<table:table-row>" + strings.Join(cells, "") + "</table:table-row>"
	}
	table := "<table:table><table:table-column/>" +
		row(cell(` table:number-columns-spanned="3"`, "All piers"), covered, covered) +
		row(cell("", "Pier"), cell("", "2022"), cell("", "2023")) +
		row(cell(` table:number-rows-spanned="2"`, "North"), cell(` table:number-columns-repeated="2"`, "1")) +
		row(covered, cell(` table:number-columns-spanned="2"`, "3"), covered) +
		row(cell("", "South"), cell("", "7"), "<table:table-cell>"+odtP("8")+odtP("about")+"</table:table-cell>") + "</table:table>"
	d, err := ODT{}.Open("a.odt", odtOf(t, `<text:h text:outline-level="1">Piers</text:h>`+odtP("These:")+table+odtP("End")))
	if err != nil {
		t.Fatal(err)
	}
	want := "# Part I Piers\nThese:\nAll piers\n[-2,0] Pier\n[-2,1] 2022\n[-2,2] 2023\n[0,0] North\n[0,1] 1\n[0,2] 1\n[1,1] 3\n[2,0] South\n[2,1] 7\n[2,2] 8/about\nEnd\n"
	if got := shownIn(t, d); got != want {
		t.Errorf("got\n%s\nwant\n%s", got, want)
	}
	spot := d.SpotAt(strings.Index(d.Text, "8\nabout"))
	if spot.Part != "section “Part I Piers”, table 1" || spot.Cell != "C5" {
		t.Errorf("the last cell is at %+v", spot)
	}
}

func TestODTNotes(t *testing.T) {
	note := func(class, label, text string) string {
		return `<text:note text:note-class="` + class + `"><text:note-citation>` + label + `</text:note-citation><text:note-body>` + odtP(text) + `</text:note-body></text:note>`
	}
	d, err := ODT{}.Open("a.odt", odtOf(t, `<text:p>It sails`+note("footnote", "1", "See the register.")+` daily`+note("endnote", "i", "Since May.")+`.</text:p>`+odtP("More.")))
	if err != nil {
		t.Fatal(err)
	}
	if got, want := shownIn(t, d), "It sails daily.\nMore.\nSee the register.\nSince May.\n"; got != want {
		t.Errorf("got\n%s\nwant\n%s", got, want)
	}
	if len(d.Footmarks) != 2 || d.Footmarks[0].Label != "1" || d.Text[d.Footmarks[0].Span.Start:d.Footmarks[0].Span.End] != "sails" ||
		len(d.Footnotes) != 2 || d.Footnotes[0] != (source.Footnote{Label: "1", Block: 2}) {
		t.Errorf("marks %+v, notes %+v", d.Footmarks, d.Footnotes)
	}
	if spot := d.SpotAt(d.Blocks[2].Span.Start); spot.Part != "footnote 1" || spot.Paragraph != 1 {
		t.Errorf("the note is at %+v", spot)
	}
	if d.Meta["title"] != "Rules" || d.Meta["file-created"] != "2024-05-06T07:08:09" {
		t.Errorf("properties %v", d.Meta)
	}
	if len(d.Notes) != 1 || d.Notes[0].Message != "headers and footers are not read" {
		t.Errorf("notes %v", d.Notes)
	}
}

func TestODTHostile(t *testing.T) {
	for name, body := range map[string]string{
		"blanks":          strings.Repeat(`<text:p><text:s text:c="999999999"/></text:p>`, 10_000),
		"nested tables":   strings.Repeat("<table:table><table:table-row><table:table-cell>", 100_000),
		"nested lists":    strings.Repeat("<text:list><text:list-item>", 100_000),
		"wrong ends":      strings.Repeat("<table:table></x><draw:text-box></x><text:note-body></x></text:list>", 10_000),
		"repeated":        "<table:table>" + strings.Repeat(`<table:table-row table:number-rows-repeated="99999"><table:table-cell table:number-columns-repeated="99999"><text:p>1</text:p></table:table-cell></table:table-row>`, 50) + "</table:table>",
		"links":           "<text:p>" + strings.Repeat(`<text:a xlink:href="x">a<text:span>`, 400) + "</text:p>",
		"parts alone":     "<table:table-cell/><table:table-row/></text:p></table:table></text:note-body><text:note-body><text:list-item/><text:p><text:note-citation>",
		"a style's chain": `<text:p text:style-name="P1"><text:span text:style-name="P1">x</text:span></text:p>`,
	} {
		d, err := ODT{}.Open("a.odt", odtOf(t, body))
		if err != nil {
			t.Errorf("%s: %v", name, err)
			continue
		}
		if err := d.Validate(); err != nil {
			t.Errorf("%s: %v", name, err)
		}
	}
	for want, data := range map[string]string{
		"is no zip package": "just text",
		"encrypted":         string(pack(t, "META-INF/manifest.xml", "<encryption-data/>", "content.xml", "x")),
		"no such part":      string(pack(t, "a", "b")),
	} {
		if _, err := (ODT{}).Open("a.odt", []byte(data)); err == nil || !strings.Contains(err.Error(), want) {
			t.Errorf("%s: %v", want, err)
		}
	}
}

func FuzzODT(f *testing.F) {
	f.Add(listODT("N", odtItem(odtP("a")+listODT("B", odtItem(odtP("b"))))))
	f.Add(`<table:table><table:table-header-rows><table:table-row><table:table-cell><text:p>a</text:p></table:table-cell></table:table-row></table:table-header-rows><table:table-row><table:covered-table-cell/></table:table-row></table:table>`)
	f.Add(`<text:p>a<text:note><text:note-citation>1</text:note-citation><text:note-body><text:p>b</text:p></text:note-body></text:note><draw:text-box><text:p>c</text:p></draw:text-box></text:p>`)
	f.Fuzz(func(t *testing.T, body string) {
		if d, err := (ODT{}).Open("a.odt", odtOf(t, body)); err == nil {
			if err := d.Validate(); err != nil {
				t.Fatal(err)
			}
		}
	})
}
