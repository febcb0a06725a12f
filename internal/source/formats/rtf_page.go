package formats

import (
	"fmt"

	"golang.org/x/text/encoding"
	"golang.org/x/text/encoding/charmap"
	"golang.org/x/text/encoding/japanese"
	"golang.org/x/text/encoding/korean"
	"golang.org/x/text/encoding/simplifiedchinese"
	"golang.org/x/text/encoding/traditionalchinese"
	"golang.org/x/text/encoding/unicode"
)

// codePages are the sets of letters by the numbers that Windows gives them.
var codePages = map[int]encoding.Encoding{
	437: charmap.CodePage437, 850: charmap.CodePage850, 852: charmap.CodePage852, 866: charmap.CodePage866, 874: charmap.Windows874,
	932: japanese.ShiftJIS, 936: simplifiedchinese.GBK, 949: korean.EUCKR, 950: traditionalchinese.Big5,
	1250: charmap.Windows1250, 1251: charmap.Windows1251, 1252: charmap.Windows1252, 1253: charmap.Windows1253, 1254: charmap.Windows1254,
	1255: charmap.Windows1255, 1256: charmap.Windows1256, 1257: charmap.Windows1257, 1258: charmap.Windows1258, 10000: charmap.Macintosh,
	65001: unicode.UTF8,
}

// fontPages are the code pages of the charsets that fonts name.
var fontPages = map[int]int{
	77: 10000, 128: 932, 129: 949, 134: 936, 136: 950, 161: 1253, 162: 1254, 163: 1258, 177: 1255, 178: 1256, 186: 1257, 204: 1251, 222: 874,
	238: 1250, 255: 437,
}

// fontOrPage reads which set of letters is meant.
func (r *rtf) fontOrPage(word string, n int) bool {
	switch word {
	case "ansicpg":
		r.page = n
	case "mac":
		r.page = 10000
	case "pc":
		r.page = 437
	case "pca":
		r.page = 850
	case "deff":
		r.usual = n
	case "f":
		if r.dest == rtfFonts {
			r.font = n
		} else {
			r.rtfState.page = r.fonts[n]
		}
	case "fcharset":
		if r.dest == rtfFonts && r.fonts[r.font] == 0 {
			r.fontPage(fontPages[n])
		}
	case "cpg":
		if r.dest == rtfFonts {
			r.fontPage(n)
		}
	default:
		return false
	}
	return true
}

// fontPage keeps the code page of the font that is told of.
func (r *rtf) fontPage(page int) {
	if page != 0 && len(r.fonts) < maxParts {
		r.fonts[r.font] = page
	}
}

// bytes takes letters in the code page that is in force. They are decoded
// together, for a letter may be several of them.
func (r *rtf) bytes(text []byte) {
	if n := min(r.skip, len(text)); n > 0 {
		r.skip -= n
		text = text[n:]
	}
	if len(text) > 0 && r.dest != rtfSkip {
		r.pending = append(r.pending, text...)
	}
}

// flush decodes the letters that were taken. It has to be called before the code
// page or what becomes of the text can change.
func (r *rtf) flush() {
	if len(r.pending) == 0 {
		return
	}
	page := r.rtfState.page
	if page == 0 {
		page = r.fonts[r.usual]
	}
	if page == 0 {
		page = r.page
	}
	letters := codePages[page]
	if letters == nil {
		letters = charmap.Windows1252
		if !r.odd && !ascii(r.pending) {
			r.odd = true
			r.note("unparsed", fmt.Sprintf("letters are in code page %d, which is not known; they are read as those of Western Europe", page))
		}
	}
	text, err := letters.NewDecoder().Bytes(r.pending)
	r.pending = r.pending[:0]
	if err == nil {
		r.put(string(text))
	}
}

// ascii reports whether a text has no letters that code pages differ in.
func ascii(text []byte) bool {
	for _, c := range text {
		if c >= 0x80 {
			return false
		}
	}
	return true
}
