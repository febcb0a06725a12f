package formats

import (
	"strings"
	"testing"

	"github.com/concordlint/concord/internal/source"
)

const paper = `<?xml version="1.0"?><!DOCTYPE article PUBLIC "-//NLM//DTD JATS (Z39.96) Journal Publishing DTD v1.2//EN" "x.dtd" [<!ENTITY a "no">]>
<article article-type="research-article"><front><journal-meta><journal-title>No</journal-title></journal-meta><article-meta>
<title-group><article-title>On <italic>boats</italic></article-title></title-group><contrib-group><contrib>No</contrib></contrib-group>
<pub-date pub-type="epub"><day>5</day><month>3</month><year>2024</year></pub-date><pub-date><year>2025</year></pub-date>
<abstract><p>It was small.</p></abstract></article-meta></front><body>`

func TestJATS(t *testing.T) {
	for _, c := range []struct{ name, body, want string }{
		{"sections", `<sec><label>1</label><title>Intro</title><p>A&amp;b.</p><sec><title>Deep</title><p>C</p></sec></sec>`, "## Intro\nA&b.\n### Deep\nC\n"},
		{"marks and notes", `<p>Four<xref ref-type="bibr" rid="b1">12</xref> boats<fn><p>Now sunk.</p></fn> sailed<xref ref-type="fn"><sup>3</sup></xref> 10<sup>6</sup> m, see <xref ref-type="fig">Figure 2</xref>.</p><p>Next.</p>`,
			"Four boats sailed 10⁶ m, see Figure 2.\nNow sunk.\nNext.\n"},
		{"lists", `<list list-type="alpha-lower"><list-item><label>no</label><p>one</p></list-item><list-item><p>two</p></list-item></list><list list-type="bullet"><list-item><p>dot</p></list-item></list>`, "a. one\nb. two\n- dot\n"},
		{"a table", `<table-wrap><label>Table 1</label><caption><title>Boats</title></caption><table><thead><tr><th>Pier</th><th>2023</th></tr></thead><tbody><tr><td colspan="2">North</td></tr><tr><td>South</td><td>4</td></tr></tbody></table></table-wrap>`,
			"Table 1\nBoats\n[-2,0] Pier\n[-2,1] 2023\n[0,0] North\n[1,0] South\n[1,1] 4\n"},
		{"formulas", `<p>With <inline-formula><tex-math>x=12</tex-math></inline-formula> boats.</p><disp-formula>y=3</disp-formula>`, "With boats.\n"},
		{"quotation and code", `<disp-quote><p>Theirs.</p></disp-quote><preformat>a
  b</preformat><p><![CDATA[x < y]]></p>`, "> Theirs.\ncode a/  b\nx < y\n"},
		{"references", `</body><back><ref-list><ref>No 1999</ref></ref-list><fn-group><fn><p>A note.</p></fn></fn-group></back>`, "A note.\n"},
	} {
		d := JATS{}.Read("a.xml", []byte(paper+c.body+"</article>"))
		if got, want := shownIn(t, d), "# On boats\nIt was small.\n"+c.want; got != want {
			t.Errorf("%s: got\n%s\nwant\n%s", c.name, got, want)
		}
		if d.Meta["title"] != "On boats" || d.Meta["date"] != "2024-3-5" {
			t.Errorf("%s: metadata %v", c.name, d.Meta)
		}
	}
}

func TestDocBook(t *testing.T) {
	for _, c := range []struct{ name, body, want string }{
		{"parts", `<chapter><title>One</title><para>A.</para><section><title>Deep <emphasis>down</emphasis></title><para>B.</para></section></chapter>`, "## One\nA.\n### Deep down\nB.\n"},
		{"notes", `<para>Four boats<footnote><para>Now sunk.</para></footnote> sailed<indexterm><primary>no</primary></indexterm>, see <xref linkend="x"/>there.</para><para>Next.</para>`, "Four boats sailed, see there.\nNow sunk.\nNext.\n"},
		{"a note before a list", `<para>Two boats<footnote><para>Now sunk.</para></footnote>:</para><itemizedlist><listitem><para>dot</para></listitem></itemizedlist>`, "Two boats:\nNow sunk.\n- dot\n"},
		{"lists", `<orderedlist numeration="lowerroman" startingnumber="3"><listitem><para>one</para><para>more</para></listitem><listitem><para>two</para></listitem></orderedlist><itemizedlist><listitem><para>dot</para></listitem></itemizedlist>`, "iii. one\n+ more\niv. two\n- dot\n"},
		{"terms", `<variablelist><varlistentry><term>Quay</term><listitem><para>A wall.</para></listitem></varlistentry></variablelist>`, " Quay\n+ A wall.\n"},
		{"a table", `<table><title>Boats</title><tgroup cols="3"><colspec colname="a"/><colspec colname="b"/><colspec colname="c"/><thead><row><entry>Pier</entry><entry namest="b" nameend="c">2023</entry></row></thead><tbody><row><entry morerows="1">North</entry><entry>1</entry><entry>2</entry></row><row><entry>3</entry><entry>4</entry></row></tbody></tgroup></table>`,
			"Boats\n[-2,0] Pier\n[-2,1] 2023\n[0,0] North\n[0,1] 1\n[0,2] 2\n[1,1] 3\n[1,2] 4\n"},
		{"code and quotation", `<programlisting>a
  b</programlisting><blockquote><para>Theirs.</para></blockquote><note><title>Mind</title><para>It.</para></note>`, "code a/  b\n> Theirs.\nMind\nIt.\n"},
	} {
		d := DocBook{}.Read("a.xml", []byte(`<book xmlns="http://docbook.org/ns/docbook"><info><title>Boats</title><author>No</author><pubdate>2024-03-05</pubdate></info>`+c.body+"</book>"))
		if got, want := shownIn(t, d), "# Boats\n"+c.want; got != want {
			t.Errorf("%s: got\n%s\nwant\n%s", c.name, got, want)
		}
		if d.Meta["title"] != "Boats" || d.Meta["date"] != "2024-03-05" {
			t.Errorf("%s: metadata %v", c.name, d.Meta)
		}
	}
}

func TestXMLByContent(t *testing.T) {
	for data, want := range map[string]string{
		paper: "jats",
		`<?xml version="1.0"?><!-- x --><book><title>A</title></book>`:                                        "docbook",
		`<article xmlns="http://docbook.org/ns/docbook"><para>A</para></article>`:                             "docbook",
		`<!DOCTYPE article PUBLIC "-//OASIS//DTD DocBook XML V4.5//EN" "x"><article><para>A</para></article>`: "docbook",
		`<article><p>A</p></article>`: "text",
		`<config><a>1</a></config>`:   "text",
		`just text about a <book>`:    "text",
		"":                            "text",
	} {
		if got := For("a.xml", []byte(data)).Name(); got != want {
			t.Errorf("%.40q is read as %s, want %s", data, got, want)
		}
	}
}

func TestXMLHostile(t *testing.T) {
	bomb := `<!DOCTYPE book [<!ENTITY a "aaaaaaaaaa"><!ENTITY b "&a;&a;&a;&a;&a;&a;&a;&a;&a;&a;">]><book><title>A</title><para>&b;&b;</para></book>`
	if d := (DocBook{}).Read("a.xml", []byte(bomb)); !strings.Contains(d.Text, "&b;&b;") {
		t.Errorf("the bomb is read as %.100q", d.Text)
	}
	for name, data := range map[string]string{
		"nested":     "<book>" + strings.Repeat("<section><title>x</title>", 20_000),
		"lists":      "<book>" + strings.Repeat("<itemizedlist><listitem><para>x", 20_000),
		"notes":      "<book><para>" + strings.Repeat("a<footnote><para>x", 20_000),
		"wrong ends": "<book>" + strings.Repeat("<para>x</section></title></book></footnote>", 20_000),
		"tables":     "<book>" + strings.Repeat("<table><tgroup><tbody><row><entry morerows='99' namest='a'>", 5_000),
		"columns":    "<book><tgroup>" + strings.Repeat("<colspec colname='a'/>", 50_000),
		"CDATA":      "<book><para><![CDATA[" + strings.Repeat("x", 100),
		"cut":        "<book><para>x</pa",
		"blanks":     "<book>" + strings.Repeat("< /><a", 10_000),
	} {
		d := DocBook{}.Read("a.xml", []byte(data))
		if err := d.Validate(); err != nil {
			t.Errorf("%s: %v", name, err)
		}
	}
}

func FuzzXML(f *testing.F) {
	f.Add(paper + `<sec><title>A</title><p>b<fn><p>c</p></fn></p></sec><table-wrap><table><tr><td>1</td></tr></table></table-wrap></body></article>`)
	f.Add(`<book><info><title>A</title></info><para>b<footnote><para>c</para></footnote></para><orderedlist><listitem><para>x</para></listitem></orderedlist></book>`)
	f.Fuzz(func(t *testing.T, data string) {
		for _, r := range []source.Reader{JATS{}, DocBook{}} {
			d := r.Read("a.xml", []byte(data))
			if err := d.Validate(); err != nil {
				t.Fatalf("%s: %v", r.Name(), err)
			}
		}
	})
}
