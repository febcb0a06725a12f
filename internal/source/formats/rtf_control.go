package formats

import (
	"fmt"
	"strconv"
	"strings"
	"unicode/utf16"
)

// control reads a control word or sign.
func (r *rtf) control() {
	r.at++
	if r.at >= len(r.data) {
		return
	}
	c := r.data[r.at]
	if c != '\'' {
		r.flush()
	}
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
	if r.at+1 < len(r.data) && r.data[r.at] == '-' && r.data[r.at+1] >= '0' && r.data[r.at+1] <= '9' {
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
	if r.skip > 0 {
		// A letter that has a word can stand for one that \u writes; another word
		// tells that nothing more does.
		if r.skip--; rtfLetters[word] != "" {
			return
		}
		r.skip = 0
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
			if v, err := strconv.ParseUint(string(r.data[r.at:r.at+2]), 16, 8); err == nil {
				r.at += 2
				r.bytes([]byte{byte(v)})
			}
		}
	case '~', '_', '\\', '{', '}':
		if r.skip > 0 {
			r.skip--
			return
		}
		r.put(map[byte]string{'~': "\u00a0", '_': "\u2011"}[c])
		if c == '\\' || c == '{' || c == '}' {
			r.put(string(c))
		}
	case '\r', '\n':
		r.paragraph("par", 0)
	}
}

// rtfSkipped are the groups that hold no text of the document.
var rtfSkipped = map[string]bool{
	"colortbl": true, "pict": true, "listtable": true, "listoverridetable": true, "revtbl": true, "rsidtbl": true,
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
	case "object", "do":
		r.objects, r.dest = true, rtfSkip
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
	case r.dest == rtfSkip: // as in a header or a comment
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
