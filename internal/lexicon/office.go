package lexicon

import (
	_ "embed" // the data files
	"strings"
	"sync"
)

//go:embed data/offices.txt
var officesFile string

//go:embed data/remits.txt
var remitsFile string

// officeTable is what is known of titles.
type officeTable struct {
	fixed      phrases[office]
	remits     map[string]string // several words, joined by a blank, to the key
	words      map[string]remitWord
	heads      map[string]headForm
	classes    map[string]uint64
	classNames []string
	// senior are the classes that a deputy does not share.
	senior uint64
}

// office is a fixed name of an office.
type office struct {
	Title
	// weak: in lower case only before "of"; capital: only with a capital
	// and before a name; acronym: in capitals only; remit: takes a remit.
	weak, capital, acronym, remit bool
}

// remitWord tells whether a word may stand in a remit or ends the name of an
// office.
type remitWord uint8

const (
	inRemit   remitWord = iota + 1
	endsRemit           // vouches for unknown words before it: affairs, policy
	endsOrg             // ends the name of an office or department
)

// offices returns the table of titles, built at the first use.
var offices = sync.OnceValue(func() *officeTable {
	t := &officeTable{
		fixed:   make(phrases[office], 900),
		remits:  make(map[string]string, 100),
		words:   make(map[string]remitWord, 500),
		classes: make(map[string]uint64, 64),
		heads:   make(map[string]headForm, 100),
	}
	lines(officesFile, t.addOffice)
	for _, h := range heads() {
		t.addHead(h)
	}
	lines(remitsFile, t.addRemit)
	for _, c := range []string{"leader", "head of state", "head of government", "monarch", "president", "chancellor", "foreign minister", "finance minister", "interior minister", "chief of defence", "ambassador", "chair", "head", "chief"} {
		t.senior |= t.classes[c]
	}
	return t
})

// headForm is the singular or plural of a head noun.
type headForm struct {
	head
	bits   uint64
	plural bool
}

func (t *officeTable) addHead(h head) {
	form := headForm{head: h}
	for _, c := range h.classes {
		form.bits |= t.class(c)
	}
	t.heads[h.word] = form
	form.plural = true
	t.heads[pluralWord(h.word)] = form
}

// class returns the bit of a class word, giving it one if it is new.
func (t *officeTable) class(name string) uint64 {
	bit, ok := t.classes[name]
	if !ok {
		bit = 1 << len(t.classNames)
		t.classes[name] = bit
		t.classNames = append(t.classNames, name)
	}
	return bit
}

// addOffice reads a line "key | flags | classes | names".
func (t *officeTable) addOffice(line string) {
	f := fields(line, "|")
	o := office{Title: Title{Canon: f[0], Head: f[0]}}
	for _, flag := range f[1] {
		switch flag {
		case 's':
			o.Single = true
		case 'd':
			o.Deputy = true
		case 'r':
			o.Rank = true
		case 'c':
			o.Courtesy = true
		case 'w':
			o.weak = true
		case 'C':
			o.capital = true
		case 'n':
			o.NameLike = true
		case 't':
			o.remit = true
		}
	}
	for _, c := range list(f[2]) {
		o.classes |= t.class(c)
	}
	if remit, ok := strings.CutSuffix(o.Canon, "-minister"); ok {
		switch remit {
		case "foreign", "finance", "interior":
			o.Portfolio = remit
		}
	}
	t.addNames(o, list(f[3]))
}

// addNames enters the names of an office, and the plurals of those that have
// one.
func (t *officeTable) addNames(o office, names []string) {
	for _, name := range names {
		entry := o
		if lower := strings.ToLower(name); lower != name && isUpper(name) {
			entry.acronym = true
			name = lower
		}
		t.fixed.add(name, entry)
		if entry.Courtesy || len(name) <= 3 && !entry.acronym {
			continue
		}
		entry.Plural = true
		t.fixed.add(plural(name), entry)
	}
}

// plural is the plural of the name of an office: its head noun is the last
// word, or the word before "of", "in", "for", "at", "to" or "general".
func plural(name string) string {
	words := strings.Fields(name)
	at := len(words) - 1
	for i, w := range words {
		if i == 0 {
			continue
		}
		switch w {
		case "of", "in", "for", "at", "to", "without", "d'affaires":
			at = min(at, i-1)
		case "general":
			switch words[i-1] {
			case "lieutenant", "major", "brigadier", "colonel", "army", "lt", "maj", "brig", "col":
			default:
				at = min(at, i-1)
			}
		}
	}
	words[at] = pluralWord(words[at])
	return strings.Join(words, " ")
}

func pluralWord(w string) string {
	switch {
	case strings.HasSuffix(w, "man"):
		return w[:len(w)-3] + "men"
	case strings.HasSuffix(w, "y") && !strings.HasSuffix(w, "ey"):
		return w[:len(w)-1] + "ies"
	case strings.HasSuffix(w, "s"), strings.HasSuffix(w, "ch"), strings.HasSuffix(w, "x"):
		return w + "es"
	case strings.HasSuffix(w, "person"):
		return w + "s"
	}
	return w + "s"
}

// addRemit reads a line of the file of remits.
func (t *officeTable) addRemit(line string) {
	f := fields(line, "|")
	switch f[0] {
	case "same":
		names := list(f[1])
		for _, n := range names {
			t.remits[n] = names[0]
		}
	case "word", "end", "org":
		kind := inRemit
		switch f[0] {
		case "end":
			kind = endsRemit
		case "org":
			kind = endsOrg
		}
		for w := range strings.FieldsSeq(f[1]) {
			t.words[w] = kind
		}
	}
}

// remit is the key of a remit's words: the key of words that mean the same,
// else the words without small ones.
func (t *officeTable) remit(words []string) string {
	joined := strings.Join(words, " ")
	if key, ok := t.remits[joined]; ok {
		return key
	}
	if rest, ok := strings.CutSuffix(joined, " affairs"); ok && !strings.Contains(rest, " ") {
		if key, ok := t.remits[rest]; ok {
			return key
		}
		return rest
	}
	var b strings.Builder
	for _, w := range words {
		switch w {
		case "and", "the", "of", "for", "on", "affairs":
			continue
		}
		if key, ok := t.remits[w]; ok && !strings.Contains(key, " ") {
			w = key
		}
		if b.Len() > 0 {
			b.WriteByte('-')
		}
		b.WriteString(w)
	}
	if key, ok := t.remits[strings.ReplaceAll(b.String(), "-", " ")]; ok {
		return key
	}
	return b.String()
}

// head is a noun that heads titles made by the grammar.
type head struct {
	word, canon string
	classes     []string
	// remit: takes "of X" or "for X"; before: takes "X minister"; single:
	// one holder once the remit is named; alone: a title without remit too;
	// weak: in lower case only with a remit.
	remit, before, single, alone, weak bool
}

// heads are the nouns that the grammar of titles builds on, in the singular.
func heads() []head {
	official := []string{"official"}
	return []head{
		{"minister", "minister", []string{"minister", "official"}, true, true, true, true, false},
		{"secretary", "secretary", []string{"secretary", "official"}, true, true, true, true, false},
		{"undersecretary", "under-secretary", []string{"secretary", "official"}, true, true, false, true, false},
		{"commissioner", "commissioner", []string{"commissioner", "official"}, true, true, true, true, false},
		{"director", "director", []string{"director"}, true, true, false, true, true},
		{"chief", "head", []string{"head", "chief"}, true, true, true, false, true},
		{"head", "head", []string{"head", "chief"}, true, false, true, false, true},
		{"chair", "chair", []string{"chair"}, false, true, true, true, true},
		{"chairman", "chair", []string{"chair"}, false, true, true, true, false},
		{"chairwoman", "chair", []string{"chair"}, false, true, true, true, false},
		{"chairperson", "chair", []string{"chair"}, false, true, true, true, false},
		{"adviser", "adviser", []string{"adviser", "official"}, true, true, false, true, false},
		{"advisor", "adviser", []string{"adviser", "official"}, true, true, false, true, false},
		{"aide", "aide", official, false, true, false, true, true},
		{"counselor", "counsellor", official, true, true, false, true, true},
		{"counsellor", "counsellor", official, true, true, false, true, true},
		{"envoy", "envoy", []string{"envoy", "diplomat", "official"}, true, true, false, true, false},
		{"negotiator", "negotiator", official, false, true, false, true, true},
		{"spokesperson", "spokesperson", []string{"spokesperson", "official"}, true, true, false, true, false},
		{"spokesman", "spokesperson", []string{"spokesperson", "official"}, true, true, false, true, false},
		{"spokeswoman", "spokesperson", []string{"spokesperson", "official"}, true, true, false, true, false},
		{"leader", "leader", []string{"leader"}, false, true, true, true, true},
		{"officer", "officer", nil, true, true, false, false, true},
		{"manager", "manager", []string{"manager"}, true, true, false, true, true},
		{"coordinator", "coordinator", official, true, true, false, true, true},
		{"editor", "editor", []string{"editor"}, false, true, false, true, true},
		{"economist", "economist", nil, false, true, false, false, true},
		{"scientist", "scientist", nil, false, true, false, false, true},
		{"coach", "coach", []string{"coach"}, false, true, false, true, true},
		{"president", "president", []string{"president"}, false, true, true, true, false},
		{"commander", "commander", []string{"commander", "military"}, true, true, true, true, true},
		{"inspector", "inspector", official, true, true, false, false, true},
		{"administrator", "administrator", official, true, true, true, true, true},
		{"ombudsman", "ombudsman", official, true, true, true, true, false},
		{"prosecutor", "prosecutor", []string{"prosecutor", "official"}, false, true, false, true, true},
		{"superintendent", "superintendent", official, true, true, false, true, false},
		{"registrar", "registrar", official, false, true, false, true, true},
		{"warden", "warden", official, false, true, false, true, true},
		{"convenor", "chair", []string{"chair"}, false, true, false, true, true},
		{"architect", "architect", nil, false, true, false, false, true},
		{"engineer", "engineer", nil, false, true, false, false, true},
		{"ranger", "ranger", nil, false, true, false, false, true},
	}
}
