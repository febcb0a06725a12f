package baseline

import "strings"

// Looked tells what a run has looked at: of the rest nobody knows whether its
// entries are mended.
type Looked struct {
	// Files are the documents that were read, as the run named them.
	Files []string
	// Rule and Severity tell whether findings of a rule, and of a severity,
	// would have been found.
	Rule, Severity func(string) bool
}

// Matching tells which findings of a run are in a baseline.
type Matching struct {
	// Entry has for each finding the index of its entry, -1 for a new one.
	Entry []int
	// Gone are the entries, as indices, that this run would have found and did
	// not.
	Gone []int

	found []Entry // as entries of the file
}

// Match holds the findings of a run against the baseline. Every entry stands
// for one finding at the most, so that of three alike, where two were accepted,
// one is new. In turn
//
//  1. the same words in the same document, with the same text around them;
//  2. the same words in the same document;
//  3. nearly the same: see fuzzy.
//
// The values come second to the words: some are made of what other places say,
// as the weekdays that a date may have had in one of several years.
func (f *File) Match(found []Entry, looked Looked) Matching {
	m := matcher{File: f, used: make([]bool, len(f.Entries)), read: map[string]bool{}}
	m.Entry = make([]int, len(found))
	for i, e := range found {
		m.found = append(m.found, f.own(e))
		m.Entry[i] = -1
	}
	for _, file := range looked.Files {
		m.read[f.name(file)] = true
	}
	values := func(e *Entry) string { return "\x00" + e.Claimed + "\x00" + e.Found }
	around := func(e *Entry) string { return "\x00" + e.Before + "\x00" + e.Behind }
	m.same(func(e *Entry) string { return e.key() + values(e) + around(e) })
	m.same(func(e *Entry) string { return e.key() + around(e) })
	m.same(func(e *Entry) string { return e.key() + values(e) })
	m.same((*Entry).key)
	m.fuzzy()
	there := map[string]bool{}
	for i := range f.Entries {
		e := &f.Entries[i]
		if m.used[i] || !looked.Rule(e.Rule) || e.Severity != "" && !looked.Severity(e.Severity) {
			continue
		}
		if !m.read[e.File] && m.lies(there, e.File) {
			continue
		}
		m.Gone = append(m.Gone, i)
	}
	return m.Matching
}

// lies is exists, asked once for each name.
func (m *matcher) lies(known map[string]bool, file string) bool {
	yes, ok := known[file]
	if !ok {
		yes = m.exists(file)
		known[file] = yes
	}
	return yes
}

// matcher is a match in the making.
type matcher struct {
	*File
	Matching
	used []bool
	read map[string]bool // by name from the baseline's folder
}

// key is what the same words in the same document have in common.
func (e *Entry) key() string {
	return strings.Join(append([]string{e.Rule, e.File, e.Text}, e.Evidence...), "\x00")
}

// same matches findings and entries that are equal in what key returns, in
// their order.
func (m *matcher) same(key func(*Entry) string) {
	entries := map[string][]int{}
	for i := range m.Entries {
		if !m.used[i] {
			k := key(&m.Entries[i])
			entries[k] = append(entries[k], i)
		}
	}
	for i := range m.found {
		if m.Entry[i] >= 0 {
			continue
		}
		k := key(&m.found[i])
		if of := entries[k]; len(of) > 0 {
			m.take(i, of[0])
			entries[k] = of[1:]
		}
	}
}

func (m *matcher) take(finding, entry int) {
	m.Entry[finding] = entry
	m.used[entry] = true
}

// Accept is the baseline after a run of which all findings are accepted: it
// has those, and of the other entries the ones that the run could not have
// found. News is the number of those that were not in it.
func (f *File) Accept(m Matching) (after *File, news int) {
	after = f.kept(m)
	for i, e := range m.found {
		if m.Entry[i] < 0 {
			after.Entries = append(after.Entries, e)
			news++
		}
	}
	return after, news
}

// Shrink is the baseline without the entries that are mended. What is still
// found is written as it reads now; nothing is added.
func (f *File) Shrink(m Matching) *File { return f.kept(m) }

func (f *File) kept(m Matching) *File {
	now := make([]int, len(f.Entries)) // 1-based findings
	for i, k := range m.Entry {
		if k >= 0 {
			now[k] = i + 1
		}
	}
	gone := make([]bool, len(f.Entries))
	for _, k := range m.Gone {
		gone[k] = true
	}
	out := &File{folder: f.folder}
	for k, e := range f.Entries {
		switch {
		case now[k] > 0:
			reason := e.Reason
			e = m.found[now[k]-1]
			e.Reason = reason
		case gone[k]:
			continue
		}
		out.Entries = append(out.Entries, e)
	}
	return out
}
