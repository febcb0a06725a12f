package calendar

import (
	"cmp"
	"strconv"
	"strings"

	"github.com/concordlint/concord/internal/token"
)

// Stage is how far a version is on its way to release.
type Stage int8

// The stages, in the order in which they follow each other.
const (
	Dev Stage = iota - 4
	Alpha
	Beta
	Candidate
	Final
	Post
)

// Version is the version of a release, as a key that can be compared. The
// zero value means that there is none.
type Version struct {
	// Text is the version as written, without a leading "v" or brackets:
	// "2.7.6rc1", "3.4.5 candidate 1".
	Text string `cbor:"1,keyasint,omitempty"`
	// Numbers are the version's figures, 0 where not written; Parts is how
	// many of them are.
	Numbers [4]int32 `cbor:"2,keyasint"`
	Parts   int8     `cbor:"3,keyasint,omitempty"`
	// Stage and StageNo are Final and 0 for a version without such a part.
	Stage   Stage `cbor:"4,keyasint,omitempty"`
	StageNo int32 `cbor:"5,keyasint,omitempty"`
}

// IsZero reports whether there is no version.
func (v Version) IsZero() bool { return v.Parts == 0 }

// Compare orders versions: negative where v comes before w.
func (v Version) Compare(w Version) int {
	for i := range v.Numbers {
		if c := cmp.Compare(v.Numbers[i], w.Numbers[i]); c != 0 {
			return c
		}
	}
	if c := cmp.Compare(v.Stage, w.Stage); c != 0 {
		return c
	}
	return cmp.Compare(v.StageNo, w.StageNo)
}

// Series is the line of development that the version belongs to: its first
// two figures, "2.7" for 2.7.6rc1.
func (v Version) Series() string {
	if v.Parts == 0 {
		return ""
	}
	return strconv.Itoa(int(v.Numbers[0])) + "." + strconv.Itoa(int(v.Numbers[1]))
}

// Initial reports whether the version opens its series: x.y or x.y.0, final.
func (v Version) Initial() bool {
	return v.Parts > 0 && v.Numbers[2] == 0 && v.Numbers[3] == 0 && v.Stage == Final
}

// ParseVersion reads a version at token i: "3.2.0", "v1.2.3-beta.2",
// "2.7.6rc1", "2.7 alpha 1", "3.4.5 candidate 1", "Version 2". A number
// without a full stop is one only after "v" or "version". It allocates
// Version.Text.
func ParseVersion(toks []token.Token, i int) (v Version, next int, ok bool) {
	if i < 0 || i >= len(toks) {
		return Version{}, i, false
	}
	j := i
	named := word(toks, j, "version", "release", "v", "ver")
	if named {
		j = skipStop(toks, j+1, len(toks[j].Text) <= 3)
	}
	if j >= len(toks) || toks[j].Kind == token.Punct {
		return Version{}, i, false
	}
	s := toks[j].Lower
	if s[0] == 'v' && len(s) > 1 {
		s, named = s[1:], true
	}
	rest, ok := v.figures(s)
	if !ok || v.Parts < 2 && !named || !v.suffix(rest) {
		return Version{}, i, false
	}
	next = j + 1
	if rest == "" {
		next = v.stageAfter(toks, next)
	}
	v.Text = joinText(toks, j, next)
	if toks[j].Lower[0] == 'v' {
		v.Text = v.Text[1:]
	}
	return v, next, true
}

// figures reads "2.7.6" and returns what follows it.
func (v *Version) figures(s string) (rest string, ok bool) {
	for v.Parts < 4 {
		n, k := digits(s)
		if k == 0 {
			return s, v.Parts > 0
		}
		v.Numbers[v.Parts] = int32(n)
		v.Parts++
		s = s[k:]
		if len(s) < 2 || s[0] != '.' || s[1] < '0' || s[1] > '9' {
			return s, true
		}
		s = s[1:]
	}
	return s, s == ""
}

// suffix reads "rc1", "a3", ".dev2" behind the figures.
func (v *Version) suffix(s string) bool {
	s = strings.TrimLeft(s, "._-")
	if s == "" {
		return true
	}
	k := 0
	for k < len(s) && s[k] >= 'a' && s[k] <= 'z' {
		k++
	}
	stage, ok := stageOf(s[:k])
	if !ok || s[k:] != "" && !isDigits(s[k:]) {
		return false
	}
	n, _ := digits(s[k:])
	v.Stage, v.StageNo = stage, int32(n)
	return true
}

// stageAfter reads the stage in tokens of its own: "-beta.2", "candidate 1",
// "release candidate 1", "final".
func (v *Version) stageAfter(toks []token.Token, i int) int {
	j := i
	if glued(toks, j) && (punct(toks, j, "-") || punct(toks, j, "+")) {
		j++
	}
	if word(toks, j, "release") && word(toks, j+1, "candidate") {
		j++
	}
	if j >= len(toks) || toks[j].Kind != token.Word {
		return i
	}
	name := strings.TrimRight(toks[j].Lower, "0123456789")
	stage, ok := stageOf(name)
	if !ok {
		return i
	}
	v.Stage = stage
	if d := toks[j].Lower[len(name):]; d != "" {
		n, _ := digits(d)
		v.StageNo = int32(n)
		return j + 1
	}
	j++
	k := j
	if glued(toks, k) && (punct(toks, k, ".") || punct(toks, k, "-")) {
		k++
	}
	if n, ok := small(toks, k); ok && stage != Final && (k > j || toks[k].Space) {
		v.StageNo = int32(n)
		return k + 1
	}
	return j
}

func stageOf(s string) (Stage, bool) {
	switch s {
	case "dev", "snapshot", "nightly":
		return Dev, true
	case "a", "alpha":
		return Alpha, true
	case "b", "beta", "pre", "preview":
		return Beta, true
	case "c", "rc", "candidate":
		return Candidate, true
	case "final", "ga", "stable":
		return Final, true
	case "post", "hotfix":
		return Post, true
	}
	return Final, false
}

// joinText writes tokens i to j-1 as they stand, with one blank for any
// white space.
func joinText(toks []token.Token, i, j int) string {
	if j == i+1 {
		return strings.Clone(toks[i].Text) // the caller keeps it, and not the text around it
	}
	var b strings.Builder
	for k := i; k < j; k++ {
		if k > i && toks[k].Space {
			b.WriteByte(' ')
		}
		b.WriteString(toks[k].Text)
	}
	return b.String()
}
