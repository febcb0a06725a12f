package formats

import (
	"bytes"
	"sort"

	"github.com/concordlint/concord/internal/source"
)

// braces are the pairs of braces of a file, in the order of those that open.
type braces []source.Span

// pairBraces finds the braces that belong together, so that no argument's end
// is looked for twice.
func pairBraces(src []byte) braces {
	var pairs braces
	var open []int
	dead := map[string]bool{}
	for at := 0; at < len(src); at++ {
		switch src[at] {
		case '\\':
			if to := behindVerbatim(src, at, dead); to > at {
				if open := at + len(`\begin`); src[open] == '{' {
					pairs = append(pairs, source.Span{Start: open, End: open + bytes.IndexByte(src[open:to], '}')})
				}
				at = to - 1
			} else {
				at++
			}
		case '%':
			at = behindLine(src, at) - 1
		case '{':
			open = append(open, len(pairs))
			pairs = append(pairs, source.Span{Start: at, End: -1})
		case '}':
			if n := len(open); n > 0 {
				pairs[open[n-1]].End = at
				open = open[:n-1]
			}
		}
	}
	return pairs
}

// behindVerbatim is the end of the text behind "\verb" at a place, in which
// signs stand for themselves, and of the beginning of an environment of that
// kind up to its end; 0 elsewhere. dead are the environments that end nowhere
// from here on.
func behindVerbatim(src []byte, at int, dead map[string]bool) int {
	s := src[at:min(len(src), at+40)]
	if rest, ok := bytes.CutPrefix(s, []byte(`\verb`)); ok && len(rest) > 1 && !isLetter(rest[0]) && rest[0] < 0x80 {
		from := at + len(`\verb`)
		if src[from] == '*' {
			from++
		}
		if from < len(src) && src[from] < 0x80 {
			line := src[from+1 : max(from+1, behindLine(src, from))]
			if n := bytes.IndexByte(line, src[from]); n >= 0 {
				return from + n + 2
			}
		}
		return 0
	}
	rest, ok := bytes.CutPrefix(s, []byte(`\begin{`))
	if !ok {
		return 0
	}
	n := bytes.IndexByte(rest, '}')
	if n < 0 || latexKind(string(rest[:n])) != verbatimEnv || dead[string(rest[:n])] {
		return 0
	}
	from := at + len(`\begin{`) + n + 1
	if k := bytes.Index(src[from:], []byte(`\end{`+string(rest[:n])+`}`)); k >= 0 {
		return from + k
	}
	dead[string(rest[:n])] = true
	return 0
}

// closes is where the brace at a place is closed, -1 where it is not.
func (p braces) closes(at int) int {
	i := sort.Search(len(p), func(i int) bool { return p[i].Start >= at })
	if i < len(p) && p[i].Start == at {
		return p[i].End
	}
	return -1
}

// argument finds the argument in braces that begins at a place, behind
// blanks, within end.
func (w *latexWalker) argument(at, end int) (from, to, next int, ok bool) {
	k := w.blanks(at, end)
	if k < end && w.src[k] == '{' {
		if c := w.group.closes(k); c >= 0 && c < end {
			return k + 1, c, c + 1, true
		}
	}
	return 0, 0, at, false
}

// blanks is the place behind blanks, one line end and comments.
func (w *latexWalker) blanks(at, end int) int {
	for k, lines := at, 0; k < end; k++ {
		switch w.src[k] {
		case ' ', '\t':
		case '\n':
			if lines++; lines > 1 {
				return at
			}
		case '%':
			k = min(end, behindLine(w.src, k)) - 1
		default:
			return k
		}
	}
	return end
}

// maxOption is how many bytes an argument in brackets may have.
const maxOption = 600

// option finds the argument in brackets at a place.
func (w *latexWalker) option(at, end int) (from, to, next int, ok bool) {
	if at >= end || w.src[at] != '[' {
		return 0, 0, at, false
	}
	deep := 0
	for k := at + 1; k < min(end, at+maxOption); k++ {
		switch w.src[k] {
		case '\\':
			k++
		case '{':
			deep++
		case '}':
			deep--
		case ']':
			if deep <= 0 {
				return at + 1, k, k + 1, true
			}
		case '\n':
			if k+1 < end && w.src[k+1] == '\n' {
				return 0, 0, at, false
			}
		}
	}
	return 0, 0, at, false
}

// name is the name of the command whose backslash stands at a place, and
// where it ends: letters and a star, or one other sign.
func (w *latexWalker) name(at, end int) (string, int) {
	k := at + 1
	for k < end && (isLetter(w.src[k]) || w.src[k] == '@') {
		k++
	}
	if k == at+1 {
		if k < end {
			k += w.size(k)
		}
		return string(w.src[at+1 : min(k, end)]), min(k, end)
	}
	return string(w.src[at+1 : k]), k
}
