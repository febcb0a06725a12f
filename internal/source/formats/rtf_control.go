package formats

import (
	"fmt"
	"strconv"
	"strings"
	"unicode/utf16"

	"golang.org/x/text/encoding/charmap"
)

// control reads a control word or sign.
func (r *rtf) control() {
	r.at++
	if r.at >= len(r.data) {
		return
	}
	c := r.data[r.at]
	if c|0x20 < 'a' || c|0x20 > 'z' {
		r.at++
		r.sign(c)
		return
	}
	from := r.at
	for r.at < len(r.data) && r.data[r.at]|0x20 >= 'a' && r.data[r.at]|0x20 <= 'z' && r.at-from < 40 {
		r.at++
	}
	word, n, given := string(r.data[from:r.at]), 0, false
	from = r.at
	if r.at < len(r.data) && r.data[r.at] == '-' {
		r.at++
	}
	for r.at < len(r.data) && r.data[r.at] >= '0' && r.data[r.at] <= '9' && r.at-from < 11 {
		r.at++
	}
	if v, err := strconv.Atoi(string(r.data[from:r.at])); err == nil {
		n, given = v, true
	}
	if r.at < len(r.data) && r.data[r.at] == ' ' {
		r.at++
	}
	if word == "bin" {
		r.at = min(r.at+max(n, 0), len(r.data))
		return
	}
	on := !given || n != 0
	if r.destination(word) || r.fontOrPage(word, n) || r.letter(word, n) || r.character(word, n, on) || r.table(word) {
		return
	}
	r.paragraph(word, n)
}

// sign reads a control sign.
func (r *rtf) sign(c byte) {
	switch c {
	case '*':
		r.starred = true
	case '\'':
		if r.at+2 <= len(r.data) {
			v, err := strconv.ParseUint(string(r.data[r.at:r.at+2]), 16, 8)
			r.at += 2
			if err == nil {
				r.bytes([]byte{byte(v)})
			}
		}
	case '~':
		r.put("\u00a0")
	case '_':
		r.put("\u2011")
	case '\\', '{', '}':
		r.put(string(c))
	case '\r', '\n':
		r.paragraph("par", 0)
	}
}

// rtfSkipped are the groups that hold no text of the document.
var rtfSkipped = map[string]bool{
	"colortbl": true, "pict": true, "object": true, "listtable": true, "listoverridetable": true, "revtbl": true, "rsidtbl": true,
	"generator": true, "themedata": true, "datastore": true, "nonshppict": true, "bkmkstart": true, "bkmkend": true, "xe": true, "tc": true,
	"ftnsep": true, "ftnsepc": true, "aftnsep": true, "filetbl": true, "template": true, "pgdsctbl": true, "listname": true, "sp": true,
}

// destination begins what a group is for.
func (r *rtf) destination(word string) bool {
	gather := func(d rtfDest) bool {
		if r.dest != rtfSkip {
			r.dest, r.text = d, &strings.Builder{}
		}
		return true
	}
	starred := r.starred
	r.starred = false
	switch word {
	case "fonttbl":
		r.dest = rtfFonts
	case "stylesheet":
		return gather(rtfStyles)
	case "info":
		r.dest = rtfInfo
	case "title":
		return r.dest != rtfInfo || gather(rtfTitle)
	case "author":
		return r.dest != rtfInfo || gather(rtfAuthor)
	case "creatim":
		r.created = nil
		return r.dest != rtfInfo || gather(rtfMade)
	case "listtext", "pntext":
		return gather(rtfMarker)
	case "field":
		if r.dest == rtfText {
			r.target = new(string)
		}
	case "fldinst":
		return gather(rtfInstruction)
	case "fldrslt", "shpinst", "shp", "shprslt", "shptxt", "footnote":
		r.content(word)
	case "header", "footer", "headerl", "headerr", "headerf", "footerl", "footerr", "footerf":
		r.headers, r.dest = true, rtfSkip
	case "annotation", "atnid", "atnauthor":
		r.comments, r.dest = true, rtfSkip
	case "bkmkcolf", "shppict":
		r.dest = rtfSkip
	default:
		if starred || rtfSkipped[word] {
			r.dest = rtfSkip
			return true
		}
		return false
	}
	return true
}

// content begins a group whose text is the document's.
func (r *rtf) content(word string) {
	switch {
	case r.dest == rtfSkip && word != "shptxt":
	case word == "fldrslt":
		if r.dest == rtfText && r.target != nil {
			p := &r.top().para
			p.officeLetters.raised()
			r.link = len(p.text) + 1
		}
	case word == "shprslt": // the box once more, for old programs
		r.dest = rtfSkip
	case word == "shptxt" && len(r.frames) < maxNesting:
		r.push(&rtfFrame{kind: "box"})
	case word == "footnote" && len(r.frames) < maxNesting:
		r.noted++
		r.push(&rtfFrame{kind: "note", key: fmt.Sprintf("footnote:%d", r.noted), label: strconv.Itoa(r.noted)})
	case word == "shpinst":
		r.dest = rtfInfo // its properties are no text
	}
}

// codePages are the sets of letters by the numbers that Windows gives them.
var codePages = map[int]*charmap.Charmap{
	437: charmap.CodePage437, 850: charmap.CodePage850, 852: charmap.CodePage852, 866: charmap.CodePage866, 874: charmap.Windows874,
	1250: charmap.Windows1250, 1251: charmap.Windows1251, 1252: charmap.Windows1252, 1253: charmap.Windows1253, 1254: charmap.Windows1254,
	1255: charmap.Windows1255, 1256: charmap.Windows1256, 1257: charmap.Windows1257, 1258: charmap.Windows1258, 10000: charmap.Macintosh,
}

// fontPages are the code pages of the charsets that fonts name.
var fontPages = map[int]int{0: 1252, 77: 10000, 161: 1253, 162: 1254, 163: 1258, 177: 1255, 178: 1256, 186: 1257, 204: 1251, 222: 874, 238: 1250, 255: 437}

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
	case "f":
		if r.dest == rtfFonts {
			r.font = n
		} else {
			r.rtfState.page = r.fonts[n]
		}
	case "fcharset":
		if r.dest == rtfFonts && len(r.fonts) < maxParts && n != 0 {
			r.fonts[r.font] = fontPages[n]
		}
	default:
		return false
	}
	return true
}

// bytes adds letters in the code page that is in force.
func (r *rtf) bytes(text []byte) {
	if n := min(r.skip, len(text)); n > 0 {
		r.skip -= n
		text = text[n:]
	}
	if len(text) == 0 || r.dest == rtfSkip {
		return
	}
	page := codePages[r.rtfState.page]
	if page == nil {
		page = codePages[r.page]
	}
	if page == nil {
		page = charmap.Windows1252
	}
	var s strings.Builder
	for _, c := range text {
		s.WriteRune(page.DecodeByte(c))
	}
	r.put(s.String())
}

// rtfLetters are the letters that have words.
var rtfLetters = map[string]string{
	"tab": "\t", "line": "\n", "lbr": "\n", "emdash": "—", "endash": "–", "lquote": "‘", "rquote": "’", "ldblquote": "“", "rdblquote": "”",
	"bullet": "•", "emspace": "\u2003", "enspace": "\u2002", "qmspace": "\u2005",
}

// letter adds a letter that a word stands for.
func (r *rtf) letter(word string, n int) bool {
	switch word {
	case "u":
		u := rune(uint16(n))
		r.skip = r.after
		switch {
		case utf16.IsSurrogate(u) && u < 0xdc00:
			r.high = u
			return true
		case utf16.IsSurrogate(u):
			u = utf16.DecodeRune(r.high, u)
		}
		r.put(string(u))
	case "uc":
		r.after = min(max(n, 0), 100)
	default:
		s, ok := rtfLetters[word]
		if ok {
			r.put(s)
		}
		return ok
	}
	return true
}

// put adds text to what the group gathers or to the paragraph.
func (r *rtf) put(text string) {
	switch r.dest {
	case rtfText:
		f := r.top()
		as := letterFormat{hidden: r.hidden || r.deleted, raised: r.raised, struck: r.struck}
		if r.deleted {
			if !f.para.hiding {
				r.left.deleted++
				r.left.hidden--
			}
		}
		f.para.put([]byte(text), as, &r.left)
	case rtfMarker:
		if m := &r.top().para.marker; m.Len() < maxMarker {
			m.WriteString(text)
		}
	default:
		if r.text != nil && r.text.Len() < 1<<12 {
			r.text.WriteString(text)
		}
	}
}
