package formats

import (
	"archive/zip"
	"bytes"
	"encoding/xml"
	"errors"
	"io"
	"strings"
	"testing"
)

// tokensAlone unpacks a part and reads its tokens: what reading costs at least.
func tokensAlone(b *testing.B, data []byte, part string) {
	b.Helper()
	z, err := zip.NewReader(bytes.NewReader(data), int64(len(data)))
	if err != nil {
		b.Fatal(err)
	}
	r, err := z.Open(part)
	if err != nil {
		b.Fatal(err)
	}
	x := xml.NewDecoder(r)
	for {
		if _, err := x.RawToken(); errors.Is(err, io.EOF) {
			return
		} else if err != nil {
			b.Fatal(err)
		}
	}
}

// BenchmarkOffice tells what reading documents of about a thousand pages costs,
// and what their tokens alone do.
func BenchmarkOffice(b *testing.B) {
	const words = "The council of Brackwater runs four ferries across the Alder. "
	inWord := wordOf(b, strings.Repeat(word(`<w:pStyle w:val="berschrift1"/>`, "Duties")+word("", strings.Repeat(words, 6))+
		item("1", "0", words)+item("1", "1", words)+`<w:tbl><w:tr><w:tc>`+word("", "North")+`</w:tc><w:tc>`+word("", "12")+`</w:tc></w:tr><w:tr><w:tc>`+word("", "South")+`</w:tc><w:tc>`+word("", "8")+`</w:tc></w:tr></w:tbl>`, 4000))
	inWriter := writerOf(b, strings.Repeat(`<text:h text:outline-level="1">Duties</text:h><text:p>`+strings.Repeat(words, 3)+`<text:span text:style-name="T9">`+strings.Repeat(words, 3)+`</text:span></text:p>`+
		listed(`text:style-name="L1"`, "<text:p>"+words+"</text:p>"+listed("", words))+`<table:table><table:table-row><table:table-cell><text:p>North</text:p></table:table-cell><table:table-cell><text:p>12</text:p></table:table-cell></table:table-row><table:table-row><table:table-cell><text:p>South</text:p></table:table-cell><table:table-cell><text:p>8</text:p></table:table-cell></table:table-row></table:table>`, 4000))
	for _, c := range []struct {
		name, part string
		data       []byte
		by         Opener
	}{{"docx", "word/document.xml", inWord, DOCX{}}, {"odt", "content.xml", inWriter, ODT{}}} {
		b.Run(c.name+"/read", func(b *testing.B) {
			b.ReportAllocs()
			for b.Loop() {
				if _, err := c.by.Open("a."+c.name, c.data); err != nil {
					b.Fatal(err)
				}
			}
		})
		b.Run(c.name+"/tokens", func(b *testing.B) {
			b.ReportAllocs()
			for b.Loop() {
				tokensAlone(b, c.data, c.part)
			}
		})
	}
}
