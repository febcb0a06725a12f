package source

import "sort"

// Origin leads from canonical text back to the bytes of the file. It is a
// sorted list of pieces; inside a copied piece the offsets run in step.
type Origin struct{ pieces []piece }

type piece struct {
	canon, file int
	// copied is false for a piece whose text was made from other bytes (a
	// decoded character reference, a replaced invalid byte).
	canonLen, fileLen int
	copied            bool
}

// Copied adds n bytes of canonical text that stand unchanged in the file.
// Pieces have to be added in the order of canonical text.
func (o *Origin) Copied(canon, file, n int) {
	if n == 0 {
		return
	}
	if k := len(o.pieces) - 1; k >= 0 {
		last := &o.pieces[k]
		if last.copied && last.canon+last.canonLen == canon && last.file+last.fileLen == file {
			last.canonLen += n
			last.fileLen += n
			return
		}
	}
	o.pieces = append(o.pieces, piece{canon, file, n, n, true})
}

// Replaced adds canonLen bytes of canonical text that were made from fileLen
// bytes of the file.
func (o *Origin) Replaced(canon, canonLen, file, fileLen int) {
	o.pieces = append(o.pieces, piece{canon, file, canonLen, fileLen, false})
}

// Each calls fn for each piece in the order of canonical text: where it
// stands there, where in the file, and how many bytes it has in the file.
func (o *Origin) Each(fn func(canon, file, fileLen int)) {
	for _, p := range o.pieces {
		fn(p.canon, p.file, p.fileLen)
	}
}

// FileOffset is the byte offset in the file of the canonical text's byte at
// off. An offset in a gap between pieces leads to the next piece's start.
func (o *Origin) FileOffset(off int) int {
	i := sort.Search(len(o.pieces), func(i int) bool {
		return o.pieces[i].canon+o.pieces[i].canonLen > off
	})
	if i == len(o.pieces) {
		if i == 0 {
			return off
		}
		last := o.pieces[i-1]
		return last.file + last.fileLen
	}
	p := o.pieces[i]
	switch {
	case off <= p.canon || !p.copied:
		return p.file
	default:
		return p.file + off - p.canon
	}
}

// fileEnd is the offset in the file just behind the canonical byte before
// end, so that a span's end does not run over markup that follows it.
func (o *Origin) fileEnd(end int) int {
	if end == 0 {
		return o.FileOffset(0)
	}
	i := sort.Search(len(o.pieces), func(i int) bool {
		return o.pieces[i].canon+o.pieces[i].canonLen >= end
	})
	if i == len(o.pieces) {
		return o.FileOffset(end)
	}
	p := o.pieces[i]
	if !p.copied {
		return p.file + p.fileLen
	}
	if end <= p.canon {
		return p.file
	}
	return p.file + end - p.canon
}

// SetOrigin gives the document its way back to the file. Readers call it
// once, when the text is complete.
func (d *Document) SetOrigin(o Origin) { d.origin = o }

// FileSpan is the range of bytes in the file that a span of canonical text
// came from. Markup between its ends is included, around them is not.
func (d *Document) FileSpan(s Span) Span {
	f := Span{d.origin.FileOffset(s.Start), d.origin.fileEnd(s.End)}
	if f.End < f.Start {
		f.End = f.Start
	}
	return f
}
