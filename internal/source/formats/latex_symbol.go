package formats

import (
	"strings"
	"unicode/utf8"

	"golang.org/x/text/unicode/norm"
)

// sign reads a command that is one sign: a sign that stands for itself, a
// line end, a space, an accent, mathematics.
func (w *latexWalker) sign(name string, from, end int) {
	switch name {
	case "%", "$", "&", "#", "_", "{", "}":
		w.copy(from+1, from+2)
	case "\\":
		if w.at < end && w.src[w.at] == '*' {
			w.at++
		}
		if _, _, next, ok := w.option(w.at, end); ok {
			w.at = next
		}
		w.put("\n", from, w.at)
	case " ", "\n", ":", ";", ">":
		w.put(" ", from, w.at)
	case ",":
		w.put("\u202f", from, w.at)
	case "(", "[":
		w.formula(name, from)
	case "-", "/", "!", "@", ")", "]":
	default:
		w.accent(name[0], from, end)
	}
}

// accent reads an accent and the letter below it, and reports whether that is
// what stands there.
func (w *latexWalker) accent(mark byte, from, end int) bool {
	i := strings.IndexByte("'`^\"~=.uvHckrdbt", mark)
	if i < 0 {
		return false
	}
	combining := [...]string{"\u0301", "\u0300", "\u0302", "\u0308", "\u0303", "\u0304", "\u0307", "\u0306", "\u030c", "\u030b", "\u0327", "\u0328", "\u030a", "\u0323", "\u0331", "\u0361"}[i]
	var letter string
	var next int
	if a, b, n, ok := w.argument(w.at, end); ok {
		letter, next = string(w.src[a:b]), n
	} else {
		k := w.at
		for isLetter(mark) && k < end && w.src[k] == ' ' {
			k++
		}
		switch {
		case k >= end || isLetter(mark) && k == w.at:
			return false
		case w.src[k] == '\\':
			name, n := w.name(k, end)
			letter, next = `\`+name, n
			if n < end && w.src[n] == ' ' {
				next++
			}
		default:
			next = k + w.size(k)
			letter = string(w.src[k:next])
		}
	}
	switch letter = strings.TrimSpace(letter); letter {
	case `\i`:
		letter = "i"
	case `\j`:
		letter = "j"
	}
	first, n := utf8.DecodeRuneInString(letter)
	if first == utf8.RuneError || first == '\\' || len(letter) > 40 {
		return !isLetter(mark)
	}
	w.at = next
	w.put(norm.NFC.String(letter[:n]+combining)+letter[n:], from, next)
	return true
}

// latexSymbol is the text that a command stands for.
func latexSymbol(name string) (string, bool) {
	for _, table := range [...]string{latexLetters, latexSigns} {
		at := strings.Index(table, " "+name+" ")
		if at < 0 {
			continue
		}
		rest := table[at+len(name)+2:]
		return rest[:strings.IndexByte(rest, ' ')], true
	}
	return "", false
}

// Names and what they stand for, by turns. A name never stands right behind
// another name, and what a name stands for is never a name.
const (
	latexLetters = " ss ß SS ẞ ae æ AE Æ oe œ OE Œ o ø O Ø aa å AA Å l ł L Ł i ı j ȷ th þ TH Þ dh ð DH Ð dj đ DJ Đ ng ŋ NG Ŋ "
	latexSigns   = " S § P ¶ copyright © textcopyright © textregistered ® texttrademark ™ pounds £ textsterling £ euro € texteuro € EUR € euros € texteuros €" +
		" dots … ldots … textellipsis … cdots ⋯ textendash – textemdash — textquotesingle ' textquoteright ’ textquoteleft ‘" +
		" textquotedblleft “ textquotedblright ” textquotedbl \" quotedblbase „ glqq „ grqq “ guillemotleft « guillemotright » flqq « frqq »" +
		" textbackslash \\ textasciitilde ~ textasciicircum ^ textbar | textless < textgreater > textbraceleft { textbraceright } textunderscore _" +
		" textdegree ° degree ° textpm ± textmu µ texttimes × textdiv ÷ textonehalf ½ textonequarter ¼ textthreequarters ¾ textbullet • textperiodcentered ·" +
		" dag † ddag ‡ dagger † ddagger ‡ textdagger † textnumero № slash / textdollar $ textcent ¢ textyen ¥ textpercent % percent % and& &" +
		" LaTeX LaTeX TeX TeX BibTeX BibTeX LaTeXe LaTeX2ε XeTeX XeTeX rightarrow → textrightarrow → checkmark ✓ lbrack [ rbrack ] "
)
