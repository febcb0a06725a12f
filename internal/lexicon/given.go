package lexicon

import (
	_ "embed" // the data files
	"strings"
	"sync"
)

//go:embed data/given.txt
var givenFile string

//go:embed data/nicknames.txt
var nicknamesFile string

// sexes says whether a given name is one of women, of men, or of both.
type sexes uint8

const (
	female sexes = 1 << iota
	male
)

var givenNames = sync.OnceValue(func() map[string]sexes {
	names := make(map[string]sexes, 3300)
	lines(givenFile, func(line string) {
		kind, rest, _ := strings.Cut(line, "|")
		sex := male
		if strings.TrimSpace(kind) == "female" {
			sex = female
		}
		for name := range strings.FieldsSeq(rest) {
			names[name] |= sex
		}
	})
	return names
})

// nicknames maps a folded given name to the numbers of the groups it is in.
var nicknames = sync.OnceValue(func() map[string][]uint16 {
	groups := make(map[string][]uint16, 2000)
	var number uint16
	lines(nicknamesFile, func(line string) {
		for name := range strings.FieldsSeq(line) {
			name = FoldName(name)
			groups[name] = append(groups[name], number)
		}
		number++
	})
	return groups
})

// GivenName reports whether s is a common given name, of women, of men, in any
// case, with or without its diacritics.
func GivenName(s string) (isFemale, isMale bool) {
	names := givenNames()
	lower := strings.ToLower(s)
	sex, ok := names[lower]
	if !ok {
		sex = names[FoldName(lower)]
	}
	return sex&female != 0, sex&male != 0
}

// Nickname reports whether two given names may be forms of one: Tony and
// Antony, Peg and Margaret, a name and its initial ("J." and "John"), and any
// name and itself, ignoring case and diacritics. Of double names the first
// part is enough: "Jean" and "Jean-Marc".
func Nickname(a, b string) bool {
	fa, fb := FoldName(a), FoldName(b)
	if fa == fb || fa == "" || fb == "" {
		return fa == fb
	}
	if len(fa) == 1 || len(fb) == 1 {
		return fa[0] == fb[0]
	}
	if sameGroup(fa, fb) {
		return true
	}
	pa, pb := firstPart(a), firstPart(b)
	if pa != fa || pb != fb {
		return pa == pb || sameGroup(pa, pb)
	}
	return Skeleton(fa) == Skeleton(fb)
}

// firstPart is the folded first part of a double name.
func firstPart(s string) string {
	if i := strings.IndexAny(s, "- "); i > 0 {
		s = s[:i]
	}
	return FoldName(s)
}

func sameGroup(a, b string) bool {
	groups := nicknames()
	for _, x := range groups[a] {
		for _, y := range groups[b] {
			if x == y {
				return true
			}
		}
	}
	return false
}
