package extract

import (
	"slices"
	"strings"

	"github.com/concordlint/concord/internal/fact"
)

// nameReferences finds the references in one part of a path: "pep-0008",
// "rfc2119", "ch03-01-types", and a number at its beginning, "04-onions".
// folders are the parts before it. all are the numbers in it whatever stands
// beside them.
func nameReferences(name string, folders []string) (refs []fact.NameNumber, all []string) {
	name = strings.ToLower(name)
	for i := 0; i < len(name); {
		switch c := name[i]; {
		case asciiLetter(c):
			end := wordEnd(name, i)
			at := end
			if at < len(name) && strings.IndexByte("-_.+ #:=~", name[at]) >= 0 {
				at++
			}
			number, stop, ok := readNumber(name, at, ".-_")
			word := name[i:end]
			if !ok && (word == "appendix" || word == "annex") {
				number, stop, ok = appendixLetter(name, at)
			}
			i = end
			if !ok {
				continue
			}
			i = stop
			all = append(all, parts(number)...)
			number = undated(number)
			kind := kindOf(word)
			if at == end && kind == "section" && folders != nil {
				kind = word // the file of something called "SEC1"
			}
			several := strings.Contains(number, ".") && strings.HasSuffix(word, "s") && kind+"s" == word
			if number != "0" && !several && !dated(number) {
				refs = append(refs, fact.NameNumber{Reference: fact.Reference{Kind: kind, Number: number}, Digits: pastDigits(name, at) - at})
			}
		case isDigit(c):
			number, stop, ok := readNumber(name, i, ".-_")
			if !ok {
				all = append(all, strings.TrimLeft(name[i:pastDigits(name, i)], "0"))
				i = pastDigits(name, i)
				continue
			}
			if i == 0 && number != "0" && !dated(number) {
				refs = append(refs, leadingNumber(number, pastDigits(name, 0), stop == len(name), folders))
			}
			all = append(all, parts(number)...)
			i = stop
		default:
			i++
		}
	}
	return refs, all
}

// leadingNumber is a number with which a name begins. One that makes the
// whole name is of the kind that the folder is named for.
func leadingNumber(number string, digits int, whole bool, folders []string) fact.NameNumber {
	n := fact.NameNumber{Reference: fact.Reference{Number: number}, Digits: digits}
	for i := len(folders) - 1; i >= 0 && len(n.Folders) < 6; i-- {
		if kind := kindOf(strings.ToLower(folders[i])); kind != "" {
			n.Folders = append(n.Folders, kind)
		}
	}
	if whole && len(folders) > 0 {
		n.Kind = kindOf(strings.ToLower(folders[len(folders)-1]))
	}
	return n
}

// appendixLetter reads the letter of an appendix in a name.
func appendixLetter(name string, at int) (number string, end int, ok bool) {
	if at >= len(name) || !asciiLetter(name[at]) || wordEnd(name, at) != at+1 {
		return "", at, false
	}
	number, _, ok = otherNumber(strings.ToUpper(name[at:at+1]), 0, "appendix")
	return number, at + 1, ok
}

// parts are a number and, if it has several parts, each of them.
func parts(number string) []string {
	if !strings.Contains(number, ".") {
		return []string{number}
	}
	return append(strings.Split(number, "."), number)
}

// dated reports whether a number of a name is a date or begins with a year
// and a month.
func dated(number string) bool {
	p := strings.Split(number, ".")
	if len(p) == 1 {
		return len(number) == 8 && yearLike(number[:4])
	}
	return yearLike(p[0]) && len(p[1]) <= 2 || len(p) == 3 && yearLike(p[2])
}

// undated takes a date off the end of a number: "1.1-20110816".
func undated(number string) string {
	p := strings.Split(number, ".")
	for k := 1; k < len(p); k++ {
		if yearLike(p[k]) || len(p[k]) == 8 && yearLike(p[k][:4]) {
			return strings.Join(p[:k], ".")
		}
	}
	return number
}

// yearLike reports whether a number looks like a year.
func yearLike(number string) bool {
	return len(number) == 4 && (number[:2] == "19" || number[:2] == "20")
}

// bareName takes the extensions off a file's name: the last one, and before
// it one that names a format of text.
func bareName(name string) string {
	for k := range 2 {
		i := strings.LastIndexByte(name, '.')
		if i <= 0 || i+1 == len(name) || isDigit(name[i+1]) || len(name)-i > 10 {
			return name
		}
		if k > 0 {
			switch strings.ToLower(name[i+1:]) {
			case "html", "md", "rst", "txt", "adoc", "en":
			default:
				return name
			}
		}
		name = name[:i]
	}
	return name
}

// sayingNothing reports whether a file's name tells less than its folder's.
func sayingNothing(name string) bool {
	switch strings.ToLower(name) {
	case "", "readme", "index", "main", "_index", "default", "proposal", "content", "text", "document", "page":
		return true
	}
	return false
}

// repository is how many parts of a path name an owner and a repository on a
// host; the names of those are made up once and say nothing of documents.
func repository(host string) int {
	switch strings.TrimPrefix(host, "www.") {
	case "github.com", "gitlab.com", "bitbucket.org", "codeberg.org", "raw.githubusercontent.com":
		return 2
	}
	return 0
}

// targetReferences finds the references in the target of a link, and all
// numbers in it.
func targetReferences(target string) (refs []fact.TargetNumber, all []string) {
	rest, fragment, _ := strings.Cut(target, "#")
	rest, query, _ := strings.Cut(rest, "?")
	var path []string
	if _, behind, ok := strings.Cut(rest, "://"); ok {
		path = strings.Split(strings.Trim(behind, "/"), "/")
		path = path[min(len(path), 1+repository(path[0])):]
	} else {
		path = strings.Split(strings.Trim(rest, "/"), "/")
	}
	last := len(path) - 1
	for last > 0 && sayingNothing(bareName(path[last])) {
		last--
	}
	for i, name := range path {
		if i == len(path)-1 {
			name = bareName(name)
		}
		found, numbers := nameReferences(name, path[:i])
		all = append(all, numbers...)
		for _, n := range found {
			if n.Kind != "" || i == last {
				refs = append(refs, fact.TargetNumber{NameNumber: n, Where: "path", Last: i == last})
			}
		}
	}
	if id, ok := strings.CutPrefix(query, "id="); ok && last >= 0 && strings.Contains(path[last], "bug") {
		if number, end, ok := readNumber(id, 0, ""); ok && (end == len(id) || id[end] == '&') {
			refs = append(refs, fact.TargetNumber{NameNumber: fact.NameNumber{Reference: fact.Reference{Kind: "bug", Number: number}}, Where: "path", Last: true})
		}
	}
	_, numbers := nameReferences(query, nil)
	all = append(all, numbers...)
	found, numbers := nameReferences(fragment, nil)
	all = append(all, numbers...)
	for _, n := range found {
		if n.Kind != "" {
			refs = append(refs, fact.TargetNumber{NameNumber: n, Where: "fragment"})
		}
	}
	slices.Sort(all)
	return refs, slices.Compact(all)
}
