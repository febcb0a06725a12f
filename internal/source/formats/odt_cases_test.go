package formats

import (
	"strings"
	"testing"

	"github.com/concordlint/concord/internal/source"
)

const writerStyles = `<office:document-styles><office:styles>
<style:style style:name="Heading_20_1" style:display-name="Heading 1" style:family="paragraph" style:default-outline-level="1"/>
<style:style style:name="Plain" style:family="paragraph" style:parent-style-name="Heading_20_1" style:list-style-name=""/>
<style:style style:name="Quotations" style:family="paragraph"/>
<style:style style:name="Source_20_Text" style:display-name="Source Text" style:family="text"/>
<text:outline-style style:name="Outline"><text:outline-level-style text:level="1" style:num-format="I" style:num-prefix="Part "/><text:outline-level-style text:level="2" style:num-format="1" text:display-levels="2" style:num-suffix="."/></text:outline-style>
</office:styles><office:automatic-styles><style:style style:name="T1" style:family="text"><style:text-properties text:display="none"/></style:style></office:automatic-styles>
<office:master-styles><style:master-page><style:header><text:p>Draft</text:p></style:header></style:master-page></office:master-styles></office:document-styles>`

const writerAutomatic = `<office:automatic-styles>
<style:style style:name="Q1" style:family="paragraph" style:parent-style-name="Quotations"/>
<style:style style:name="T2" style:family="text"><style:text-properties style:text-position="super 58%"/></style:style>
<style:style style:name="T3" style:family="text"><style:text-properties style:text-line-through-style="solid"/></style:style>
<style:style style:name="T4" style:family="text"><style:text-properties text:display="none"/></style:style>
<text:list-style style:name="L1"><text:list-level-style-number text:level="1" style:num-format="1" style:num-suffix="." text:start-value="4"/>
<text:list-level-style-number text:level="2" style:num-format="i" style:num-prefix="(" style:num-suffix=")" text:display-levels="2"/>
<text:list-level-style-number text:level="3" style:num-format="A" loext:num-list-format="%1%/%3%)"/></text:list-style>
<text:list-style style:name="L2"><text:list-level-style-bullet text:level="1" text:bullet-char="&#xF0B7;"/></text:list-style>
<text:list-style style:name="L3"><text:list-level-style-number text:level="1" style:num-format="" style:num-prefix=""/></text:list-style>
</office:automatic-styles>`

// writerOf makes an OpenDocument text with a body.
func writerOf(t testing.TB, body string) []byte {
	return pack(t, "mimetype", "application/vnd.oasis.opendocument.text", "styles.xml", writerStyles,
		"meta.xml", `<m><dc:title>Rules</dc:title><meta:creation-date>2024-05-06T07:08:09</meta:creation-date><dc:date>2025-01-02T03:04:05</dc:date></m>`,
		"content.xml", `<office:document-content>`+writerAutomatic+`<office:body><office:text>`+body+`</office:text></office:body></office:document-content>`)
}

// listed is a list of items, each of which is XML or a text alone.
func listed(of string, items ...string) string {
	var s strings.Builder
	s.WriteString("<text:list " + of + ">")
	for _, it := range items {
		if !strings.HasPrefix(it, "<") {
			it = "<text:p>" + it + "</text:p>"
		}
		if !strings.HasPrefix(it, "<text:list-item") && !strings.HasPrefix(it, "<text:list-header") {
			it = "<text:list-item>" + it + "</text:list-item>"
		}
		s.WriteString(it)
	}
	return s.String() + "</text:list>"
}

func TestODTCases(t *testing.T) {
	const l1 = `text:style-name="L1"`
	for _, c := range []struct{ name, body, want string }{
		{"letters", `<text:p>
			a  <text:span>b<text:s text:c="2"/>c</text:span><text:tab/>d<text:line-break/>
			<text:a xlink:href="https://a.example/">link</text:a> so&#xAD;ft<text:bookmark text:name="x"/><text:ruby><text:ruby-base>e</text:ruby-base><text:ruby-text>no</text:ruby-text></text:ruby><text:page-number>7</text:page-number>
		</text:p>`, "a  b  c\td/ \t\t\tlink softe7\n"},
		{"hidden", `<text:p><text:span text:style-name="T4">no<text:span>no</text:span></text:span>a<text:span text:style-name="T3">no</text:span><text:hidden-text text:is-hidden="true">no</text:hidden-text>b<text:span text:style-name="T1">c</text:span></text:p><text:section text:display="none"><text:p>no</text:p></text:section><text:p><text:hidden-paragraph text:is-hidden="true"/>no</text:p>`, "abc\n"},
		{"powers", `<text:p>10<text:span text:style-name="T2">6</text:span> m<text:span text:style-name="T2">2</text:span>, the 5<text:span text:style-name="T2">th</text:span></text:p>`, "10⁶ m², the 5th\n"},
		{"changes and comments", `<text:tracked-changes><text:changed-region><text:deletion><text:p>no</text:p></text:deletion></text:changed-region></text:tracked-changes><text:p>a<text:change text:change-id="x"/><text:change-start/>b<text:change-end/><office:annotation><dc:creator>no</dc:creator><text:p>no</text:p><text:list><text:list-item><text:p>no</text:p></text:list-item></text:list></office:annotation>c</text:p>`, "abc\n"},
		{"headings", `<text:h text:style-name="Heading_20_1" text:outline-level="1">One</text:h><text:h text:outline-level="2">Two</text:h><text:h text:style-name="Plain" text:outline-level="1">Bare</text:h><text:h text:outline-level="2" text:is-list-header="true">Bare, too</text:h><text:h text:outline-level="1">Three</text:h><text:h text:outline-level="2">Four</text:h><text:table-of-content><text:index-body><text:p>no</text:p></text:index-body></text:table-of-content>` + listed(l1, `<text:h text:outline-level="3">In a list</text:h>`),
			"# Part I One\n## I.1. Two\n# Bare\n## Bare, too\n# Part II Three\n## II.1. Four\n### 4. In a list\n"},
		{"numbers", listed(l1+` xml:id="x"`, "a", "<text:p>b</text:p>"+listed("", "c", "<text:p>d</text:p>"+listed("", "e"))+"<text:p>goes on</text:p>", "f") + "<text:p>plain</text:p>" + listed(l1+` text:continue-numbering="true"`, "g") + listed(l1, "anew", `<text:list-item text:start-value="9"><text:p>nine</text:p></text:list-item>`) + listed(l1+` text:continue-list="x"`, "still"),
			"4. a\n5. b\n (5.i) c\n (5.ii) d\n  5/A) e\n+ goes on\n6. f\nplain\n7. g\n4. anew\n9. nine\n8. still\n"},
		{"bullets and no marks", listed(`text:style-name="L2"`, "dot", "<text:list-header><text:p>no item</text:p></text:list-header>") + listed(`text:style-name="L3"`, "none") + listed("", "unknown"), "• dot\n+ no item\n+ none\n• unknown\n"},
		{"an item that only holds a list", listed(l1, listed("", "deep"), "flat"), "(4.i) deep\n4. flat\n"},
		{"quotes and code", `<text:p text:style-name="Q1">said</text:p><text:p>run <text:span text:style-name="Source_20_Text">make</text:span></text:p><text:p text:style-name="Preformatted_20_Text">x<text:s text:c="3"/>= 1</text:p><text:p text:style-name="Preformatted_20_Text">y = 2</text:p>`, "> said\nrun make\ncode x   = 1/y = 2\n"},
		{"a box", `<text:p>before<draw:frame><draw:text-box><text:p>boxed</text:p></draw:text-box><svg:title>no</svg:title></draw:frame> and after<draw:custom-shape><text:p>shape</text:p></draw:custom-shape></text:p>`, "before and after\nboxed\nshape\n"},
	} {
		d, err := ODT{}.Open("a.odt", writerOf(t, c.body))
		if err != nil {
			t.Errorf("%s: %v", c.name, err)
			continue
		}
		if got := shownIn(t, d); got != c.want {
			t.Errorf("%s: got\n%s\nwant\n%s", c.name, got, c.want)
		}
	}
}

func TestODTCells(t *testing.T) {
	row := func(cells ...string) string {
		return "<table:table-row>" + strings.Join(cells, "") + "</table:table-row>"
	}
	cell := func(of, text string) string {
		return "<table:table-cell " + of + "><text:p>" + text + "</text:p></table:table-cell>"
	}
	const covered = `<table:covered-table-cell/>`
	d, err := ODT{}.Open("a.odt", writerOf(t, "<text:h>Piers</text:h><text:p>These:</text:p><table:table><table:table-header-rows>"+
		row(cell("", "Pier"), cell("", "2022"), cell("", "2023"))+"</table:table-header-rows>"+
		row(cell(`table:number-rows-spanned="2"`, "North"), cell("", "1"), cell("", "2"))+
		row(covered, cell(`table:number-columns-spanned="2"`, "3"), covered)+
		row(cell("", "South"), `<table:table-cell table:number-columns-repeated="1"/>`, "<table:table-cell><text:p>8</text:p><text:p>about</text:p></table:table-cell>")+
		"</table:table><text:p>End</text:p>"))
	if err != nil {
		t.Fatal(err)
	}
	want := "# Part I Piers\nThese:\n[-2,0] Pier\n[-2,1] 2022\n[-2,2] 2023\n[0,0] North\n[0,1] 1\n[0,2] 2\n[1,1] 3\n[2,0] South\n[2,2] 8/about\nEnd\n"
	if got := shownIn(t, d); got != want {
		t.Errorf("got\n%s\nwant\n%s", got, want)
	}
	if spot := d.SpotAt(strings.Index(d.Text, "8\nabout")); spot.Part != "section “Part I Piers”, table 1" || spot.Cell != "C4" {
		t.Errorf("the last cell is at %+v", spot)
	}
}

func TestODTNotesOfBothKinds(t *testing.T) {
	d, err := ODT{}.Open("a.odt", writerOf(t, `<text:p>It sails<text:note text:note-class="footnote"><text:note-citation>*</text:note-citation><text:note-body><text:p> See the register.</text:p></text:note-body></text:note> daily<text:note text:note-class="endnote"><text:note-citation>i</text:note-citation><text:note-body><text:p>Or not.</text:p></text:note-body></text:note>.</text:p><text:p>More.</text:p>`))
	if err != nil {
		t.Fatal(err)
	}
	if got, want := shownIn(t, d), "It sails daily.\nMore.\nSee the register.\nOr not.\n"; got != want {
		t.Errorf("got\n%s\nwant\n%s", got, want)
	}
	if len(d.Footmarks) != 2 || d.Footmarks[0].Label != "*" || d.Text[d.Footmarks[0].Span.Start:d.Footmarks[0].Span.End] != "sails" ||
		len(d.Footnotes) != 2 || d.Footnotes[1] != (source.Footnote{Label: "end i", Block: 3}) {
		t.Errorf("marks %+v, notes %+v", d.Footmarks, d.Footnotes)
	}
	if spot := d.SpotAt(d.Blocks[3].Span.Start); spot.Part != "endnote i" || spot.Paragraph != 1 {
		t.Errorf("the note is at %+v", spot)
	}
	if d.Meta["title"] != "Rules" || d.Meta["file-created"] != "2024-05-06T07:08:09" {
		t.Errorf("properties %v", d.Meta)
	}
	if len(d.Notes) != 1 || d.Notes[0].Message != "headers and footers are not read" {
		t.Errorf("notes %v", d.Notes)
	}
}

func TestODTBounds(t *testing.T) {
	for name, body := range map[string]string{
		"blanks":           strings.Repeat(" ", 20<<20),
		"nested tables":    strings.Repeat("<table:table><table:table-row><table:table-cell>", 100_000),
		"nested lists":     strings.Repeat("<text:list><text:list-item><text:p>a</text:p>", 100_000),
		"nested spans":     "<text:p>" + strings.Repeat("<text:span>a", 900) + strings.Repeat("</text:span>", 900),
		"wrong ends":       strings.Repeat("<table:table></x><draw:text-box></x><text:list-item></x><text:p></text:list></text:note>", 50_000),
		"wide cells":       "<table:table>" + strings.Repeat(`<table:table-row><table:table-cell table:number-columns-spanned="99999" table:number-rows-spanned="99999"/></table:table-row>`, 20_000) + "</table:table>",
		"notes in notes":   "<text:p>" + strings.Repeat(`<text:note><text:note-citation>1</text:note-citation><text:note-body><text:p>a`, 200),
		"numbers too high": strings.Repeat(`<text:list text:style-name="L1"><text:list-item text:start-value="99999999999999999999"><text:p>a</text:p></text:list-item></text:list>`, 100),
		"an entity":        `<!DOCTYPE x [<!ENTITY a "aaaaaaaaaa"><!ENTITY b "&a;&a;&a;">]><text:p>&b;</text:p>`,
	} {
		d, err := ODT{}.Open("a.odt", writerOf(t, body))
		if err != nil {
			t.Errorf("%s: %v", name, err)
			continue
		}
		if err := d.Validate(); err != nil {
			t.Errorf("%s: %v", name, err)
		}
		if strings.Contains(d.Text, "aaaaaaaaaa") && name == "an entity" {
			t.Error("an entity was expanded")
		}
	}
	whole := writerOf(t, "<text:p>a</text:p>")
	for name, data := range map[string]string{
		"is no zip package": "just text",
		"encrypted":         string(pack(t, "mimetype", "application/vnd.oasis.opendocument.text", "META-INF/manifest.xml", "<manifest:encryption-data/>", "content.xml", "x")),
		"no such part":      string(pack(t, "a", "b")),
		"it has no text":    string(pack(t, "content.xml", "<office:document-content/>")),
		"damaged":           string(whole[:len(whole)-30]),
	} {
		if _, err := (ODT{}).Open("a.odt", []byte(data)); err == nil || !strings.Contains(err.Error(), name) {
			t.Errorf("%s: %v", name, err)
		}
	}
	bomb := pack(t, "mimetype", "application/vnd.oasis.opendocument.text", "content.xml", "<office:document-content><office:body><office:text><text:p>"+strings.Repeat("a", 20<<20))
	d, err := ODT{}.Open("a.odt", bomb)
	if err != nil || len(d.Notes) != 1 || d.Notes[0].Kind != "unparsed" {
		t.Errorf("a part that unpacks to more than it should: %v", err)
	}
}
