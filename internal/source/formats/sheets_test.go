package formats

import (
	"archive/zip"
	"bytes"
	"fmt"
	"os"
	"path/filepath"
	"strings"
	"testing"

	"github.com/concordlint/concord/internal/source"
)

func TestNumberFormat(t *testing.T) {
	for _, c := range []struct{ raw, code, want string }{
		{"1234.567", "General", "1234.567"},
		{"0.30000000000000004", "General", "0.3"},
		{"1234.567", "#,##0", "1,235"},
		{"-1234.567", "#,##0.0;(#,##0.0)", "(1,234.6)"},
		{"1.005", "0.00", "1.01"},
		{"999.995", "0.00E+00", "1.00E+03"},
		{"1234567.891", "#,##0.0,", "1,234.6"},
		{"1234567.891", `0.0,," M"`, "1.2 M"},
		{"0.126", "0%", "13%"},
		{"5", "[$€-407] #,##0.00", "€ 5.00"},
		{"5", `0" kg"`, "5 kg"},
		{"0", `0;-0;"none"`, "none"},
		{"0", `_-* #,##0.00_-;-* #,##0.00_-;_-* "-"??_-;_-@_-`, "-"},
		{"5551234", "000-0000", "555-1234"},
		{"0.5", "[<1]0.00;0", "0.50"},
		{"2", "[<1]0.00;0", "2"},
		{"-3", "[Red]0", "-3"},
		{"-0.2", "0", "0"},
		{"0.75", "# ?/?", "0.75"},
		{"45000", "yyyy-mm-dd", "2023-03-15"},
		{"45000.75", "d mmmm yyyy h:mm AM/PM", "15 March 2023 6:00 PM"},
		{"1.5", "[h]:mm", "36:00"},
		{"45000", "dddd, d. mmm yy", "Wednesday, 15. Mar 23"},
		{"0.000694444", "mm:ss", "01:00"},
		{"1e400", "0", "1e400"},
		{"-1", "yyyy", "-1"},
		{"7", "", "7"},
		{"7", `"open`, "open"},
	} {
		if got := parseNumberFormat(c.code).show(c.raw, false); got != c.want {
			t.Errorf("%s as %s: %q, want %q", c.raw, c.code, got, c.want)
		}
	}
	if got := parseNumberFormat("yyyy-mm-dd").show("43538", true); got != "2023-03-15" {
		t.Errorf("counted from 1904: %q", got)
	}
}

func FuzzNumberFormat(f *testing.F) {
	f.Add("1234.5", `#,##0.00;[Red]-0"x";\y;@`)
	f.Add("-1e12", "##0.0E+0%,,")
	f.Add("45000.1", "[h]:mm:ss.000 AM/PM yyyyy mmmmm b")
	f.Fuzz(func(_ *testing.T, raw, code string) { parseNumberFormat(code).show(raw, false) })
}

// pack makes a zip package of names and contents.
func pack(t testing.TB, parts ...string) []byte {
	t.Helper()
	var b bytes.Buffer
	z := zip.NewWriter(&b)
	for i := 0; i < len(parts); i += 2 {
		method := zip.Deflate
		if parts[i] == "mimetype" {
			method = zip.Store
		}
		w, err := z.CreateHeader(&zip.FileHeader{Name: parts[i], Method: method})
		if err != nil {
			t.Fatal(err)
		}
		if _, err := w.Write([]byte(parts[i+1])); err != nil {
			t.Fatal(err)
		}
	}
	if err := z.Close(); err != nil {
		t.Fatal(err)
	}
	return b.Bytes()
}

// workbookOf makes a workbook of one visible and one hidden sheet.
func workbookOf(t testing.TB, sheet string) []byte {
	return pack(t,
		"xl/workbook.xml", `<workbook xmlns:r="r"><sheets><sheet name="Q3" sheetId="1" r:id="a"/><sheet name="Old" state="hidden" r:id="b"/></sheets></workbook>`,
		"xl/_rels/workbook.xml.rels", `<Relationships><Relationship Id="a" Target="worksheets/sheet1.xml"/></Relationships>`,
		"xl/sharedStrings.xml", `<sst><si><t>District</t></si><si><r><t>Visi</t></r><r><t>tors</t></r><rPh><t>x</t></rPh></si></sst>`,
		"xl/styles.xml", `<styleSheet><numFmts><numFmt numFmtId="170" formatCode="#,##0"/></numFmts><cellStyleXfs><xf numFmtId="9"/></cellStyleXfs><cellXfs><xf numFmtId="0"/><xf numFmtId="170"/></cellXfs></styleSheet>`,
		"xl/worksheets/sheet1.xml", sheet)
}

// opened opens a file, checks the document and outlines its cells.
func openedOutline(t testing.TB, o Opener, file string, data []byte) (string, *source.Document) {
	t.Helper()
	d, err := o.Open(file, data)
	if err != nil {
		t.Fatal(err)
	}
	if err := d.Validate(); err != nil {
		t.Fatal(err)
	}
	var s strings.Builder
	for _, n := range d.Notes {
		fmt.Fprintf(&s, "note %s: %s\n", n.Kind, n.Message)
	}
	for _, b := range d.Blocks {
		spot := d.SpotAt(b.Span.Start)
		where := fmt.Sprintf("%d[%d,%d]", b.Table, b.Row, b.Column)
		if b.Kind != source.Cell {
			where = fmt.Sprintf("kind %d", b.Kind)
		}
		fmt.Fprintf(&s, "%s %s %s %q\n", spot.Part, spot.Cell, where, d.TextOf(b))
	}
	return s.String(), d
}

func TestXLSXCells(t *testing.T) {
	got, _ := openedOutline(t, XLSX{}, "a.xlsx", workbookOf(t, `<worksheet><cols><col min="4" max="9" hidden="1"/></cols><sheetData>
<row r="1"><c r="B1" t="inlineStr"><is><t>Visits in 2023</t></is></c></row>
<row r="3"><c r="B3" t="s"><v>0</v></c><c r="C3" t="s"><v>1</v></c><c r="D3" t="str"><v>secret</v></c></row>
<row r="4" hidden="1"><c r="B4"><v>1</v></c></row>
<row><c r="B5" t="str"><v>Quay</v></c><c s="1"><f>1+1</f><v>1234.567</v></c></row>
<row><c r="B6" t="str"><v>Mill</v></c><c s="1"><f>1+1</f></c></row>
<row r="9"><c r="L9"><v>7</v></c><c r="M9" t="b"><v>1</v></c></row>
<row r="1048576"><c r="XFD1048576" t="e"><v>#N/A</v></c></row></sheetData></worksheet>`))
	want := `note hidden: the hidden sheet Old is left out
note hidden: sheet Q3: 1 hidden rows are left out
note hidden: sheet Q3: 1 hidden columns are left out
note unparsed: sheet Q3: 1 formulas have no stored value and are left out
sheet Q3 B1 kind 1 "Visits in 2023"
sheet Q3 B3 kind 1 "District"
sheet Q3 C3 kind 1 "Visitors"
sheet Q3 B5 kind 1 "Quay"
sheet Q3 C5 kind 1 "1,235"
sheet Q3 B6 kind 1 "Mill"
sheet Q3 L9 0[0,0] "7"
sheet Q3 M9 0[0,1] "TRUE"
sheet Q3 XFD1048576 kind 1 "#N/A"
`
	if got != want {
		t.Errorf("got\n%s\nwant\n%s", got, want)
	}
}

// Sheets made by real programs show what the programs show.
func TestSheetFiles(t *testing.T) {
	files, err := filepath.Glob("testdata/*/*.want")
	if err != nil || len(files) == 0 {
		t.Fatalf("no test data (%v)", err)
	}
	for _, want := range files {
		file := strings.TrimSuffix(want, ".want")
		data, err := os.ReadFile(file)
		if err != nil {
			t.Fatal(err)
		}
		for _, o := range (Limits{}).binaries() {
			if !o.Is(file, data) {
				continue
			}
			got, d := openedOutline(t, o, file, data)
			got = fmt.Sprintf("title %s\n%s", d.Meta["title"], got)
			if os.Getenv("UPDATE_GOLDEN") != "" {
				os.WriteFile(want, []byte(got), 0o600)
			} else if text, err := os.ReadFile(want); err != nil || got != string(text) {
				t.Errorf("%s: got\n%s\nwant\n%s", file, got, text)
			}
		}
	}
}

func TestSheetErrors(t *testing.T) {
	bomb := "<worksheet><sheetData>" + strings.Repeat(" ", 20<<20) + "</sheetData></worksheet>"
	d, err := XLSX{}.Open("a.xlsx", workbookOf(t, bomb))
	if err != nil || len(d.Notes) < 2 || !strings.Contains(d.Notes[0].Message, "256 MB") {
		t.Errorf("a bomb: %v, %v", err, d)
	}
	for name, data := range map[string]string{
		"is no zip package": "just text",
		"encrypted":         "\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1....E\x00n\x00c\x00r\x00y\x00p\x00t\x00e\x00d\x00P\x00a\x00c\x00k\x00a\x00g\x00e\x00",
		"old binary Office": "\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1....",
		"damaged":           "PK\x03\x04",
		"no such part":      string(pack(t, "a", "b")),
	} {
		_, err := XLSX{}.Open("a.xlsx", []byte(data))
		if err == nil || !strings.Contains(err.Error(), name) {
			t.Errorf("%s: %v", name, err)
		}
	}
}

// A cell far out in each of a million rows, and rows without cells, cost no
// more than what is written in the file.
func TestSparseSheet(t *testing.T) {
	var s strings.Builder
	s.WriteString("<sheetData>")
	for i := 1; i <= 100_000; i++ {
		fmt.Fprintf(&s, `<row r="%d"><c r="XFD%d"><v>%d</v></c></row>`, i*10, i*10, i)
	}
	s.WriteString("</sheetData>")
	_, d := openedOutline(t, XLSX{}, "a.xlsx", workbookOf(t, s.String()))
	if len(d.Blocks) != 100_000 {
		t.Errorf("%d cells", len(d.Blocks))
	}
}

func FuzzXLSX(f *testing.F) {
	f.Add(`<cols><col min="2" max="3" hidden="1"/></cols><sheetData><row r="2"><c r="A2" t="s"><v>0</v></c><c s="1"><v>5.5</v></c></row></sheetData><mergeCells><mergeCell ref="A2:B3"/></mergeCells>`)
	f.Add(`<row><c r="A1"><v>1</v></c><c r="A1"><v>2</v></c><row r="1"><c t="inlineStr"><is><t>x</t></is></c>`)
	f.Fuzz(func(t *testing.T, sheet string) {
		if d, err := (XLSX{}).Open("a.xlsx", workbookOf(t, sheet)); err == nil {
			if err := d.Validate(); err != nil {
				t.Fatal(err)
			}
		}
	})
}
