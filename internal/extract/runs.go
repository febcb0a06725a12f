package extract

import (
	"strings"
	"unicode"
	"unicode/utf8"

	"github.com/concordlint/concord/internal/lexicon"
	"github.com/concordlint/concord/internal/source"
)

// run is a row of capitalised words that nothing but a blank, an initial's
// full stop or a particle separates: what a name in full looks like.
type run struct {
	block int
	words []source.Span // without possessive ending
}

// longestRun is the number of words beyond which a run is a title or heading.
const longestRun = 7

// runner finds the runs of a document in one pass over its bytes.
type runner struct {
	text string
	// lower has a bit for the hash of each word that stands in lower case.
	// Two words may share a bit: then a name is taken for a common word.
	lower   []uint64
	found   func(run)
	singles []lone

	cur      run
	particle int // where a particle behind the run begins, -1 for none
	last     int // end of the last word of the run, its possessive counted
}

// lone is a capitalised word that stands by itself.
type lone struct {
	block int
	span  source.Span
}

// lowerBits is the size of the set of words in lower case, in bits.
const lowerBits = 1 << 17

// scan reads one block.
func (r *runner) scan(block int, s source.Span) {
	r.cur = run{block: block, words: r.cur.words[:0]}
	r.particle, r.last = -1, -1
	text := r.text[:s.End]
	for i := s.Start; i < len(text); {
		c := text[i]
		if c >= 'a' && c <= 'z' {
			// Most words by far: read without looking at shapes.
			end := i + 1
			for end < len(text) && (text[end] >= 'a' && text[end] <= 'z' || text[end] >= 0x80 && punctuation(text[end:]) == 0 ||
				text[end] >= 'A' && text[end] <= 'Z' || (text[end] == '\'' || text[end] == '-') && end+1 < len(text) && isLetter(text[end+1]) && punctuation(text[end+1:]) == 0) {
				end++
			}
			h := hashWord(text[i:end])
			r.lower[h%lowerBits/64] |= 1 << (h % 64)
			if len(r.cur.words) > 0 {
				r.lowerCase(i, end)
			}
			i = end
			continue
		}
		if !isLetter(c) {
			if c >= '0' && c <= '9' {
				r.flush()
				for i < s.End && (r.text[i] >= '0' && r.text[i] <= '9' || isLetter(r.text[i])) {
					i++
				}
				continue
			}
			i++
			continue
		}
		if n := punctuation(text[i:]); n > 0 {
			i += n
			continue
		}
		end, shape := r.word(i, s.End)
		if shape == lowerWord {
			r.lowerCase(i, end)
		} else {
			r.capital(i, end, shape)
		}
		i = end
	}
	r.flush()
}

// punctuation is the length of a dash, quotation mark or blank beyond ASCII
// at the start of s; 0 where there is none.
func punctuation(s string) int {
	switch {
	case len(s) >= 3 && s[0] == 0xE2 && s[1] == 0x80:
		return 3
	case len(s) >= 2 && s[0] == 0xC2:
		return 2
	}
	return 0
}

// shape tells how a word is written.
type shape uint8

const (
	lowerWord shape = iota
	nameShape       // one capital at the start, or one more behind an apostrophe, a hyphen, Mc …
	initial         // one capital letter
	otherWord       // all capitals, capitals inside, damaged letters
)

// hashWord is a quick hash of a word's length and of its first and last
// letters.
func hashWord(w string) uint32 {
	const prime = 0x9E3779B1
	h := uint32(len(w))
	for i := 0; i < len(w) && i < 5; i++ {
		h = (h ^ uint32(w[i])) * prime
	}
	for i := max(5, len(w)-4); i < len(w); i++ {
		h = (h ^ uint32(w[i])) * prime
	}
	return h ^ h>>15
}

// word reads the word at i that does not begin with a small plain letter: its
// end and its shape.
func (r *runner) word(i, limit int) (end int, sh shape) {
	start, inner, lower := i, 0, 0
	first := r.text[i] < utf8.RuneSelf || upperAt(r.text[i:])
	for i < limit {
		c := r.text[i]
		switch {
		case c >= 'a' && c <= 'z':
			lower++
		case c >= 'A' && c <= 'Z':
			if i > start && r.text[i-1] >= 'a' && r.text[i-1] <= 'z' {
				inner++
			}
		case c >= utf8.RuneSelf:
			if n := punctuation(r.text[i:limit]); n > 0 {
				if n != 3 || r.text[i+2] != 0x99 || i+3 >= limit || !isLetter(r.text[i+3]) || punctuation(r.text[i+3:limit]) > 0 {
					return i, shapeOf(r.text[start:i], first, inner, lower)
				}
				i += n
				continue
			}
			if c == 0xEF {
				inner = 9 // U+FFFD
			}
			lower++
		case (c == '\'' || c == '-') && i > start && i+1 < limit && isLetter(r.text[i+1]):
		default:
			return i, shapeOf(r.text[start:i], first, inner, lower)
		}
		i++
	}
	return i, shapeOf(r.text[start:i], first, inner, lower)
}

func upperAt(s string) bool {
	c, _ := utf8.DecodeRuneInString(s)
	return unicode.IsUpper(c)
}

func shapeOf(w string, first bool, inner, lower int) shape {
	switch {
	case !first:
		return lowerWord
	case lower == 0 || lower == 1 && w[0] >= utf8.RuneSelf && len(w) == 2:
		if utf8.RuneCountInString(w) == 1 {
			return initial
		}
		return otherWord
	case inner == 0, inner == 1 && capitalInside(w):
		return nameShape
	}
	return otherWord
}

// capitalInside reports whether a word is a name with a capital inside.
func capitalInside(w string) bool {
	for _, p := range []string{"Mc", "Mac", "De", "Di", "Du", "La", "Le", "Van", "Fitz"} {
		if rest, ok := strings.CutPrefix(w, p); ok && rest != "" && rest[0] >= 'A' && rest[0] <= 'Z' {
			return true
		}
	}
	return false
}

// lowerCase takes a word in lower case: a particle may go on with the run.
func (r *runner) lowerCase(i, end int) {
	if len(r.cur.words) == 0 {
		return
	}
	if end-i <= 5 && r.adjoins(i) && lexicon.Particle(r.text[i:end]) {
		if r.particle < 0 {
			r.particle = i
		}
		r.last = end
		return
	}
	r.flush()
}

// capital takes a word with a capital.
func (r *runner) capital(i, end int, sh shape) {
	if len(r.cur.words) > 0 && !r.adjoins(i) {
		r.flush()
	}
	if sh == otherWord {
		r.flush()
		return
	}
	w := source.Span{Start: i, End: end}
	if cut := possessiveLength(r.text[i:end]); cut > 0 {
		w.End -= cut
	}
	if r.particle >= 0 {
		w.Start = r.particle
		r.particle = -1
	}
	r.cur.words = append(r.cur.words, w)
	r.last = end
	if w.End != end {
		r.flush()
	}
}

// adjoins reports whether only blanks of one word space, or an initial's
// full stop, stand between the run's last word and i.
func (r *runner) adjoins(i int) bool {
	gap := r.text[r.last:i]
	if gap == " " {
		return true
	}
	if rest, ok := strings.CutPrefix(gap, "."); ok {
		w := r.cur.words[len(r.cur.words)-1]
		if r.last-w.Start > 2 {
			return false
		}
		gap = rest
		if gap == "" || gap == " " {
			return true
		}
	}
	return strings.Count(gap, "\n") == 1 && strings.Trim(gap, " \n") == "" && gap[0] == '\n' || gap == "\u00a0"
}

// flush ends the run.
func (r *runner) flush() {
	n := len(r.cur.words)
	switch {
	case n == 1:
		r.singles = append(r.singles, lone{r.cur.block, r.cur.words[0]})
	case n > 1 && n <= longestRun:
		r.found(r.cur)
	}
	r.cur.words = r.cur.words[:0]
	r.particle, r.last = -1, -1
}

// inLower reports whether a word stands in lower case somewhere.
func (r *runner) inLower(word string) bool {
	h := hashWord(strings.ToLower(word))
	return r.lower[h%lowerBits/64]&(1<<(h%64)) != 0
}
