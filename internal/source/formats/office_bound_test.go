package formats

import (
	"strings"
	"testing"
)

// Notes and boxes cost memory each, however short they are: a file of nothing
// else is read to a bound, and says so.
func TestOfficeBounds(t *testing.T) {
	const many = maxNotes + 10
	for name, open := range map[string]func() ([]byte, Opener){
		"boxes.docx": func() ([]byte, Opener) {
			return wordOf(t, "<w:p>"+strings.Repeat("<w:r><w:txbxContent><w:p><w:r><w:t>a</w:t></w:r></w:p></w:txbxContent></w:r>", many)+"</w:p>"), DOCX{}
		},
		"notes.odt": func() ([]byte, Opener) {
			return odtOf(t, "<text:p>x"+strings.Repeat("<text:note><text:note-body><text:p>a</text:p></text:note-body></text:note>", many)+"</text:p>"), ODT{}
		},
		"notes.rtf": func() ([]byte, Opener) {
			return []byte(rtfHead + `x\par` + strings.Repeat(`{\footnote a}`, many) + "}"), RTF{}
		},
	} {
		data, by := open()
		d, err := by.Open(name, data)
		if err != nil {
			t.Errorf("%s: %v", name, err)
			continue
		}
		if err := d.Validate(); err != nil {
			t.Errorf("%s: %v", name, err)
		}
		said := ""
		for _, n := range d.Notes {
			said += n.Message
		}
		if !strings.Contains(said, "50,000 notes") {
			t.Errorf("%s: notes %q", name, said)
		}
	}
}
