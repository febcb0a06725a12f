package formats

import (
	"errors"
	"strings"
	"testing"
)

// odsOf makes a spreadsheet of the given body.
func odsOf(t testing.TB, body string) []byte {
	return pack(t, "mimetype", "application/vnd.oasis.opendocument.spreadsheet", "content.xml",
		`<office:document-content><office:automatic-styles><style:style style:name="h"><style:table-properties table:display="false"/></style:style></office:automatic-styles>`+body+`</office:document-content>`)
}

func TestODSCells(t *testing.T) {
	got, _ := openedOutline(t, ODS{}, "a.ods", odsOf(t, `<table:table table:name="Plan"><table:table-row table:number-rows-repeated="1000000"><table:table-cell table:number-columns-repeated="16384"/></table:table-row>
<table:table-row><table:table-cell><text:p>Line</text:p></table:table-cell><table:table-cell><text:p>Bo<text:span>ats</text:span></text:p><office:annotation><text:p>ask</text:p></office:annotation></table:table-cell></table:table-row>
<table:table-row table:number-rows-repeated="2"><table:table-cell><text:p>North</text:p></table:table-cell><table:table-cell table:number-columns-repeated="1"><text:p>3</text:p></table:table-cell></table:table-row>
</table:table><table:table table:name="Old" table:style-name="h"><table:table-row><table:table-cell><text:p>gone</text:p></table:table-cell></table:table-row></table:table>`))
	want := `note hidden: the hidden sheet Old is left out
note unparsed: comments on cells are not read
sheet Plan A1000001 0[-2,0] "Line"
sheet Plan B1000001 0[-2,1] "Boats"
sheet Plan A1000002 0[0,0] "North"
sheet Plan B1000002 0[0,1] "3"
sheet Plan A1000003 0[1,0] "North"
sheet Plan B1000003 0[1,1] "3"
`
	if got != want {
		t.Errorf("got\n%s\nwant\n%s", got, want)
	}
}

func TestODSHostile(t *testing.T) {
	many := strings.Repeat(`<table:table-row table:number-rows-repeated="1048576"><table:table-cell table:number-columns-repeated="16384"><text:p>x</text:p></table:table-cell></table:table-row>`, 5)
	_, d := openedOutline(t, ODS{}, "a.ods", odsOf(t, `<table:table table:name="a">`+many+`</table:table>`))
	if len(d.Blocks) > maxCells || len(d.Notes) == 0 {
		t.Errorf("%d cells, %d notes", len(d.Blocks), len(d.Notes))
	}
	if _, err := (ODS{}).Open("a.ods", pack(t, "mimetype", "application/vnd.oasis.opendocument.spreadsheet",
		"META-INF/manifest.xml", `<manifest:encryption-data/>`, "content.xml", "\x01\x02")); !errors.Is(err, errEncrypted) {
		t.Errorf("encrypted: %v", err)
	}
	openedOutline(t, ODS{}, "a.ods", odsOf(t, strings.Repeat("<a>", 5000)))
}

func FuzzODS(f *testing.F) {
	f.Add(`<table:table table:name="a"><table:table-column table:visibility="collapse"/><table:table-row table:number-rows-repeated="3"><table:table-cell/><table:table-cell table:number-columns-spanned="2"><text:p>x</text:p></table:table-cell></table:table-row></table:table>`)
	f.Fuzz(func(t *testing.T, body string) {
		if d, err := (ODS{}).Open("a.ods", odsOf(t, body)); err == nil {
			if err := d.Validate(); err != nil {
				t.Fatal(err)
			}
		}
	})
}
