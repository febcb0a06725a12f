package lexicon

import (
	_ "embed" // the data files
	"strings"
	"sync"

	"github.com/biter777/countries"
)

//go:embed data/places.txt
var placesFile string

//go:embed data/bodies.txt
var bodiesFile string

//go:embed data/cities.txt
var citiesFile string

//go:embed data/regions.txt
var regionsFile string

// atlas is what is known of places.
type atlas struct {
	names phrases[Place]
	codes map[string]Place
}

// region is a part of the world: countries that all count to it and, in
// broad, countries that some do.
type region struct{ strict, broad map[string]bool }

// places returns the atlas. It is built at the first use, in about half a
// millisecond. Names, continents and capitals are the country library's (its
// tables are switches and cost nothing at the start of the program); adjectives
// and the many other names are in the data files, since no library has them.
var places = sync.OnceValue(func() *atlas {
	a := &atlas{
		names: make(phrases[Place], 1200),
		codes: make(map[string]Place, 320),
	}
	lines(placesFile, a.addPlace)
	lines(bodiesFile, a.addBody)
	lines(citiesFile, func(line string) {
		f := fields(line, "|")
		for _, name := range list(f[1]) {
			a.addName(name, Place{Code: f[0], Kind: City, Form: Name})
		}
	})
	a.addLibrary()
	lines(regionsFile, a.addRegion)
	return a
})

// regions holds the parts of the world by all their names, lower case. It is
// built apart from the atlas since many runs never ask for it.
var regions = sync.OnceValue(func() map[string]*region {
	continents := make(map[string][]string, 8)
	for _, c := range countries.All() {
		continent := strings.ReplaceAll(c.Region().String(), " ", "_")
		continents[continent] = append(continents[continent], c.Alpha2())
	}
	table := make(map[string]*region, 120)
	lines(regionsFile, func(line string) {
		f := append(fields(line, "|"), "", "")
		r := &region{strict: codeSet(f[2], continents), broad: codeSet(f[3], continents)}
		for _, s := range append(list(f[1]), f[0]) {
			table[strings.ToLower(strings.TrimPrefix(s, "?"))] = r
		}
	})
	return table
})

// addPlace reads a line "code | names | adjectives | people".
func (a *atlas) addPlace(line string) {
	f := append(fields(line, "|"), "", "")
	names := list(f[1])
	p := Place{Code: f[0], Kind: Country, Name: strings.TrimPrefix(names[0], "?")}
	if strings.Contains(f[0], "-") {
		p.Kind = State
	}
	p.Form = Name
	a.codes[p.Code] = p
	for _, s := range names {
		a.addName(s, p)
	}
	for _, s := range list(f[2]) {
		p.Form = Adjective
		a.addName(s, p)
		if plural, ok := demonymPlural(s); ok {
			p.Form = People
			a.addName(plural, p)
		}
	}
	for _, s := range list(f[3]) {
		p.Form = People
		a.addName(s, p)
	}
}

// demonymPlural is the plural of an adjective that is a noun as well: of
// German, Iraqi, Czech, but not of French, Swiss, Chinese.
func demonymPlural(s string) (string, bool) {
	s = strings.TrimPrefix(s, "?")
	switch s {
	case "Welsh", "English", "Scotch", "Dutch", "French":
		return "", false
	}
	for _, end := range []string{"an", "i", "k", "ech", "Serb", "Croat", "Tajik", "er", "Kazakh", "Filipino", "en", "Slav", "slav"} {
		if strings.HasSuffix(s, end) {
			return s + "s", true
		}
	}
	return "", false
}

// addBody reads a line "code | names".
func (a *atlas) addBody(line string) {
	f := fields(line, "|")
	names := list(f[1])
	p := Place{Code: f[0], Kind: Body, Form: Name, Name: names[0]}
	a.codes[p.Code] = p
	for _, s := range names {
		a.addName(strings.TrimPrefix(s, "the "), p)
	}
}

// addName enters one name of a place. A "?" before it marks it as ambiguous;
// so does being a common given name.
func (a *atlas) addName(name string, p Place) {
	name, p.Ambiguous = strings.CutPrefix(name, "?")
	if p.Name == "" {
		p.Name = name
	}
	lower := strings.ReplaceAll(strings.ToLower(name), "&", "and")
	if !p.Ambiguous && !strings.Contains(lower, " ") {
		female, male := GivenName(lower)
		p.Ambiguous = female || male
	}
	p.acronym = len(name) > 1 && name == strings.ToUpper(name) && name[1] < 0x80
	a.names.add(lower, p)
}

// addLibrary enters the countries and capitals that the data files lack.
func (a *atlas) addLibrary() {
	for _, c := range countries.All() {
		code, name := c.Alpha2(), c.String()
		if _, known := a.codes[code]; !known {
			name, _, _ = strings.Cut(name, " (")
			p := Place{Code: code, Kind: Country, Form: Name, Name: name}
			a.codes[code] = p
			a.addName(name, p)
		}
		if capital := c.Capital().String(); usable(capital) {
			a.addName(capital, Place{Code: code, Kind: City, Form: Name})
		}
	}
}

// usable leaves out capitals that the library marks as missing, and those
// that are common words or surnames first of all.
func usable(capital string) bool {
	switch capital {
	case "None", "Male", "Victoria", "Washington", "Hamilton", "Kingston", "Stanley", "Douglas", "Gustavia", "Plymouth", "Jamestown", "George Town", "The Valley", "Flying Fish Cove", "Philipsburg", "Marigot", "East Jerusalem":
		return false
	}
	return !strings.Contains(capital, "Island")
}

// addRegion reads the names of a line "name | words | strict codes | broad codes".
func (a *atlas) addRegion(line string) {
	name, rest, _ := strings.Cut(line, "|")
	words, _, _ := strings.Cut(rest, "|")
	name = strings.TrimSpace(name)
	p := Place{Kind: Region, Form: Name, Name: strings.TrimPrefix(name, "?")}
	a.addName(name, p)
	for _, s := range list(words) {
		p.Form = Adjective
		if strings.HasSuffix(s, "ns") || strings.HasSuffix(s, "es") || s == "Arabs" {
			p.Form = People
		}
		a.addName(s, p)
	}
}

// codeSet reads codes; "@Africa" stands for a continent, "-DZ" takes a code
// out again.
func codeSet(s string, continents map[string][]string) map[string]bool {
	set := make(map[string]bool)
	for code := range strings.FieldsSeq(s) {
		switch {
		case code[0] == '@':
			for _, c := range continents[code[1:]] {
				set[c] = true
			}
		case code[0] == '-':
			delete(set, code[1:])
		default:
			set[code] = true
		}
	}
	return set
}

// InRegion reports whether a country lies in a region that is named by a noun
// or an adjective in any case ("Europe", "european", "Nordic", "Western").
// Where usage differs (is Turkey European?) strict is false and broad true.
// A part of a country or a body ("GB-SCT", "EU-COM") lies where the whole
// does. A region that is not known gives false, true: nothing can be excluded.
func InRegion(code, region string) (strict, broad bool) {
	r := regions()[strings.ToLower(region)]
	if r == nil {
		if m, known := Member(code, region, ""); known {
			now, _ := Member(code, region, "9999-12-31")
			return m && now, m
		}
		return false, true
	}
	whole, _, _ := strings.Cut(code, "-")
	if r.strict[code] || r.strict[whole] {
		return true, true
	}
	return false, r.broad[code] || r.broad[whole]
}

// IsRegion reports whether the lower-case word or phrase names a region that
// InRegion knows.
func IsRegion(lower string) bool { return regions()[lower] != nil }
