package lexicon

import (
	_ "embed" // the data file
	"slices"
	"strconv"
	"strings"
	"sync"

	"github.com/concordlint/concord/internal/token"
)

//go:embed data/members.txt
var membersFile string

// Group is a set of countries known under one name.
type Group struct {
	// Code is the same under all names of the group: "B9", "V4", "NORDIC".
	Code string
	// Name is the usual name.
	Name string
	// Size is the number of members; 0 if it is not known or has changed,
	// see SizeOn.
	Size int
	// Members are the codes of all that ever were members, sorted; nil if
	// not known. The slice is shared: do not change it.
	Members []string
	terms   []term
	acronym bool
}

// term is the time for which a country was a member, from a day until the
// day before another; empty is unbounded.
type term struct{ code, from, until string }

// groups holds the groups by their names and by code.
type groups struct {
	names phrases[Group]
	codes map[string]Group
}

var allGroups = sync.OnceValue(func() *groups {
	g := &groups{names: make(phrases[Group], 100), codes: make(map[string]Group, 50)}
	lines(membersFile, func(line string) {
		f := fields(line, "|")
		group := newGroup(f[0], f[1], f[3])
		g.codes[group.Code] = group
		for _, s := range list(f[2]) {
			group.acronym = len(s) > 1 && s == strings.ToUpper(s)
			g.names.add(strings.ToLower(s), group)
		}
	})
	return g
})

func newGroup(code, name, members string) Group {
	g := Group{Code: code, Name: name}
	if n, ok := strings.CutPrefix(members, "size="); ok {
		g.Size, _ = strconv.Atoi(n) // the data is tested; 0 is "unknown"
		return g
	}
	changed := false
	for s := range strings.FieldsSeq(members) {
		code, dates, _ := strings.Cut(s, ":")
		from, until, _ := strings.Cut(dates, "..")
		g.terms = append(g.terms, term{code, from, until})
		g.Members = append(g.Members, code)
		changed = changed || dates != ""
	}
	if !changed {
		g.Size = len(g.terms)
	}
	slices.Sort(g.Members)
	return g
}

// on reports whether the term holds on a day YYYY-MM-DD, or ever if day is
// empty.
func (t term) on(day string) bool {
	return day == "" || t.from <= day && (t.until == "" || day < t.until)
}

// SizeOn is the number of members on a day YYYY-MM-DD, 0 if unknown. An empty
// day gives Size.
func (g Group) SizeOn(day string) int {
	if len(g.terms) == 0 || day == "" {
		return g.Size
	}
	return len(g.MembersOn(day))
}

// MembersOn are the codes of the members on a day YYYY-MM-DD, sorted; nil if
// they are not known.
func (g Group) MembersOn(day string) []string {
	if g.Size > 0 || day == "" {
		return g.Members
	}
	var codes []string
	for _, t := range g.terms {
		if t.on(day) {
			codes = append(codes, t.code)
		}
	}
	slices.Sort(codes)
	return codes
}

// GroupOf returns a group by its code or by one of its names in any case:
// "B9", "Bucharest Nine".
func GroupOf(name string) (g Group, ok bool) {
	if g, ok = allGroups().codes[name]; ok {
		return g, true
	}
	return allGroups().names.find(name)
}

// Member reports whether a country was a member of a group on a day
// YYYY-MM-DD; an empty day asks whether it ever was. The group is named by
// code or name. known is false where its members are not listed.
func Member(code, group, day string) (member, known bool) {
	g, ok := GroupOf(group)
	if !ok || len(g.terms) == 0 {
		return false, false
	}
	for _, t := range g.terms {
		if t.code == code && t.on(day) {
			return true, true
		}
	}
	return false, true
}

// MatchGroup finds the longest name of a group that begins at token i: "B9",
// "Bucharest Nine (B9)", "G7", "Visegrad Four". EU, NATO and regions with a
// fixed membership ("Nordic") are groups too; whether the words around speak
// of the members ("Nordic leaders") or of the body is the caller's to decide.
func MatchGroup(toks []token.Token, i int) (g Group, n int, ok bool) {
	if i < 0 || i >= len(toks) || toks[i].Kind == token.Punct || allGroups().names[toks[i].Stem()] == nil || disjoined(toks, i) {
		return Group{}, 0, false
	}
	var v window
	v.read(toks, i)
	g, words := allGroups().names.match(&v, 0, func(g Group, n int) bool { return v.written(0, n, g.acronym) })
	if words == 0 || v.foreign(words, Place{Kind: Region}) {
		return Group{}, 0, false
	}
	n = v.w[words-1].end - i
	return g, n + g.repeated(toks, i+n), true
}

// repeated is the number of tokens of a second name of the group that follows
// in parentheses: "(B9)".
func (g Group) repeated(toks []token.Token, i int) int {
	if i+2 >= len(toks) || toks[i].Text != "(" {
		return 0
	}
	again, n, ok := MatchGroup(toks, i+1)
	if !ok || again.Code != g.Code || i+1+n >= len(toks) || toks[i+1+n].Text != ")" {
		return 0
	}
	return n + 2
}
