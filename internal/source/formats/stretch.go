package formats

import "github.com/concordlint/concord/internal/source"

// stretch is a block's source in a markup of lines: the text of its lines
// without what tells of lists and quotations, and the way back to src.
type stretch struct {
	text  []byte
	place place
}

// stretchOf joins pieces of src by line ends.
func stretchOf(src []byte, pieces []source.Span) stretch {
	var s stretch
	for i, p := range pieces {
		if i > 0 {
			s.text = append(s.text, '\n')
		}
		s.place.lines = append(s.place.lines, linePlace{data: len(s.text), src: p.Start})
		s.text = append(s.text, src[p.Start:p.End]...)
	}
	s.place.data = s.text
	return s
}

// emit copies text[from:to] to the open block. The line ends are those of the
// stretch, whatever stands between the lines in the file.
func (s *stretch) emit(b *builder, from, to int) {
	for from < to {
		at, run := s.place.find(from)
		n := min(run, to-from)
		if end := from + n; end < len(s.text) && n == run && s.text[end-1] == '\n' || s.text[from+n-1] == '\n' {
			b.copy(at, at+n-1)
			b.replace("\n", at+n-1, min(len(b.src), at+n))
		} else {
			b.copy(at, at+n)
		}
		from += n
	}
}

// at is the place in src of the byte at off.
func (s *stretch) at(off int) int {
	at, _ := s.place.find(min(off, len(s.text)-1))
	return at
}
