package source

import (
	"bytes"
	"fmt"
	"sort"
	"unicode/utf16"
	"unicode/utf8"
)

// Decoded is a file's bytes as text: valid UTF-8 with LF line ends and
// without a byte order mark.
type Decoded struct {
	// Text may share memory with the bytes given to Decode: neither may be
	// changed afterwards.
	Text []byte
	// Origin leads from Text back to the file's bytes.
	Origin Origin
	// Invalid counts the bytes (in UTF-16: the code units) that stand as
	// U+FFFD because they are not valid in the file's encoding.
	Invalid int
}

// Notes are the remarks that a document made from d has to carry.
func (d Decoded) Notes(file string) []Note {
	if d.Invalid == 0 {
		return nil
	}
	what := "bytes are"
	if d.Invalid == 1 {
		what = "byte is"
	}
	return []Note{{
		Kind:    "invalid-utf8",
		File:    file,
		Message: fmt.Sprintf("%d %s not valid UTF-8 and read as U+FFFD", d.Invalid, what),
	}}
}

// encoding of a file's bytes, told by its byte order mark.
type encoding uint8

const (
	utf8Bytes encoding = iota
	utf16Little
	utf16Big
)

// sniff tells the encoding and the length of the byte order mark.
func sniff(data []byte) (enc encoding, mark int) {
	switch {
	case bytes.HasPrefix(data, []byte("\xef\xbb\xbf")):
		return utf8Bytes, 3
	case bytes.HasPrefix(data, []byte("\xff\xfe")):
		return utf16Little, 2
	case bytes.HasPrefix(data, []byte("\xfe\xff")):
		return utf16Big, 2
	}
	return utf8Bytes, 0
}

// Decode reads data as UTF-8, or as UTF-16 where a byte order mark says so.
// The mark is left out, CR LF and lone CR become LF, and each invalid byte
// becomes one U+FFFD. Nothing is copied where nothing has to change.
func Decode(data []byte) Decoded {
	enc, mark := sniff(data)
	if enc != utf8Bytes {
		return decode16(data, enc, mark)
	}
	body := data[mark:]
	if bytes.IndexByte(body, '\r') < 0 && utf8.Valid(body) {
		d := Decoded{Text: body}
		d.Origin.Copied(0, mark, len(body))
		return d
	}
	return decode8(data, mark)
}

// decode8 is the road for text with something to mend. It goes from one
// such place to the next and copies what lies between in one piece.
func decode8(data []byte, mark int) Decoded {
	d := Decoded{Text: make([]byte, 0, len(data)+16)}
	from := mark // start of what is not copied yet
	flush := func(to int) {
		d.Origin.Copied(len(d.Text), from, to-from)
		d.Text = append(d.Text, data[from:to]...)
	}
	for i := mark; i < len(data); {
		c := data[i]
		if c < utf8.RuneSelf && c != '\r' {
			i++
			continue
		}
		if c == '\r' {
			flush(i)
			if i++; i < len(data) && data[i] == '\n' {
				from = i // the LF is copied with what follows it
				continue
			}
			d.Origin.Copied(len(d.Text), i-1, 1)
			d.Text = append(d.Text, '\n')
			from = i
			continue
		}
		r, n := utf8.DecodeRune(data[i:])
		if r == utf8.RuneError && n == 1 {
			flush(i)
			d.Origin.Replaced(len(d.Text), 3, i, 1)
			d.Text = append(d.Text, "\uFFFD"...)
			d.Invalid++
			from = i + 1
		}
		i += n
	}
	flush(len(data))
	return d
}

// decode16 reads UTF-16. Every character has a piece of its own in the
// origin, since its length differs between the file and the text.
func decode16(data []byte, enc encoding, mark int) Decoded {
	d := Decoded{Text: make([]byte, 0, len(data)/2+16)}
	for i := mark; i < len(data); {
		r, n, ok := rune16(data[i:], enc)
		if !ok {
			d.Invalid++
		}
		if r == '\r' {
			r = '\n'
			if next, m, _ := rune16(data[i+n:], enc); next == '\n' {
				n += m
			}
		}
		start := len(d.Text)
		d.Text = utf8.AppendRune(d.Text, r)
		d.Origin.Replaced(start, len(d.Text)-start, i, n)
		i += n
	}
	return d
}

// rune16 reads the first character of UTF-16 data and its length in bytes.
// It is not ok for half a surrogate pair and for an odd byte at the end.
func rune16(data []byte, enc encoding) (r rune, n int, ok bool) {
	u, n := unit16(data, enc)
	if n < 2 {
		return utf8.RuneError, n, false
	}
	if !utf16.IsSurrogate(rune(u)) {
		return rune(u), 2, true
	}
	low, m := unit16(data[2:], enc)
	if r = utf16.DecodeRune(rune(u), rune(low)); m == 2 && r != utf8.RuneError {
		return r, 4, true
	}
	return utf8.RuneError, 2, false
}

func unit16(data []byte, enc encoding) (unit uint16, n int) {
	switch {
	case len(data) < 2:
		return 0, len(data)
	case enc == utf16Big:
		return uint16(data[0])<<8 | uint16(data[1]), 2
	}
	return uint16(data[1])<<8 | uint16(data[0]), 2
}

// sniffed is how many bytes at the start of a file Binary looks at.
const sniffed = 8 << 10

// Binary reports whether data is no text: a NUL byte in its first 8 KiB, or
// more than one control character in twenty bytes there (random bytes have
// two, text has next to none). UTF-16 with a byte order mark is text.
func Binary(data []byte) bool {
	if enc, _ := sniff(data); enc != utf8Bytes {
		return false
	}
	head := data[:min(len(data), sniffed)]
	control := 0
	for _, c := range head {
		switch {
		case c == 0:
			return true
		case c >= ' ' && c != 0x7f:
		case c >= '\b' && c <= '\r' || c == 0x1b:
			// backspace, tab, line and page ends, terminal escapes
		default:
			control++
		}
	}
	return control*20 > len(head)
}

// Through joins two ways back. o leads from canonical text to decoded text,
// base from decoded text to the file; the result leads from canonical text
// to the file. A reader that leaves out markup describes its own part only
// and passes it through Decoded.Origin.
func (o Origin) Through(base Origin) Origin {
	var out Origin
	if len(base.pieces) == 1 && base.pieces[0].copied && base.pieces[0].file == base.pieces[0].canon {
		return o
	}
	for _, p := range o.pieces {
		if !p.copied {
			start := base.FileOffset(p.file)
			end := max(start, base.fileEnd(p.file+p.fileLen))
			if p.fileLen == 0 {
				end = start
			}
			out.Replaced(p.canon, p.canonLen, start, end-start)
			continue
		}
		out.through(p, base.pieces)
	}
	return out
}

// through cuts the copied piece p where base's pieces begin and end.
func (o *Origin) through(p piece, base []piece) {
	end := p.file + p.canonLen
	k := sort.Search(len(base), func(i int) bool { return base[i].canon+base[i].canonLen > p.file })
	for at := p.file; at < end && k < len(base); k++ {
		b := base[k]
		at = max(at, b.canon)
		n := min(end, b.canon+b.canonLen) - at
		if n <= 0 {
			break
		}
		canon := p.canon + at - p.file
		if b.copied {
			o.Copied(canon, b.file+at-b.canon, n)
		} else {
			o.Replaced(canon, n, b.file, b.fileLen)
		}
		at += n
	}
}
