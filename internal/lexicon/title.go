package lexicon

import (
	"slices"
	"strings"
)

// Title is an office, a rank or a courtesy title as a text names it.
type Title struct {
	// Canon is the key of the office under all its names: "prime-minister",
	// "foreign-minister", "deputy-secretary-of-state". See CanonIn.
	Canon string
	// Head is the office without deputy and remit: minister, secretary,
	// president, general, mr.
	Head string
	// Portfolio is the remit in canonical form: "defence", "agriculture-fisheries".
	Portfolio string
	// In is the code of a place inside the title's own words: UA for
	// "Commander-in-Chief of the Ukrainian Armed Forces".
	In string
	// Deputy tells that it is the office of a deputy, assistant, vice or under.
	Deputy bool
	// Single tells that one person holds the office in an organisation at one time.
	Single bool
	// Plural tells that several holders are named: "Foreign Ministers".
	Plural bool
	// Rank is a military or police rank, Courtesy Mr, Dr, Sir and the like:
	// both are no office. "Captain" is a rank and an office.
	Rank, Courtesy bool
	// Lower tells that the title is written in lower case.
	Lower bool
	// NameLike tells that the word is a surname or given name as well: King.
	NameLike bool
	// Possessive tells that the title stands with 's, so that it is
	// somebody's title before something else: "the Prime Minister's office".
	Possessive bool
	// classes has a bit for each class of the table that the holder answers to.
	classes uint64
}

// CanonIn is the key of the office in a country, whose code may be empty: in
// the US the secretary of state is the foreign minister, in Spain the
// president is the prime minister, in Britain the chancellor is the finance
// minister and elsewhere a secretary of state for something is no minister.
func (t Title) CanonIn(country string) string {
	switch t.Canon {
	case "secretary-of-state":
		if country == "US" {
			return "foreign-minister"
		}
	case "president":
		if country == "ES" {
			return "prime-minister"
		}
	case "state-president":
		return "president"
	case "chancellor":
		if country == "GB" {
			return "finance-minister"
		}
	case "chief-executive":
		if country == "HK" {
			return "chief-executive-of-hong-kong"
		}
	}
	if t.Head == "secretary-of-state" && t.Portfolio != "" && !t.Deputy {
		switch country {
		case "", "GB", "US", "MX", "PH":
		default:
			return "state-secretary:" + t.Portfolio
		}
	}
	return t.Canon
}

// SingleIn is Single for an office of a country: a state has one vice
// president where a company has many.
func (t Title) SingleIn(country string) bool {
	if t.Canon == "vice-president" {
		switch country {
		case "US", "BR", "AR", "IN", "PH", "TW", "NG", "KE", "GH", "CO", "ID":
			return true
		}
	}
	return t.Single
}

// Is reports whether the holder answers to a class word in the singular and
// in lower case: minister, "foreign minister", leader, official, ambassador,
// president … "health minister" asks for a minister with that remit.
func (t Title) Is(class string) bool {
	class = strings.ReplaceAll(strings.ReplaceAll(class, "defense", "defence"), "advisor", "adviser")
	key := strings.ReplaceAll(class, " ", "-")
	if t.Canon == key || t.Head == key && !t.Deputy {
		return true
	}
	o := offices()
	if bit, ok := o.classes[class]; ok {
		return t.classes&bit != 0
	}
	if remit, ok := strings.CutSuffix(class, " minister"); ok {
		return !t.Deputy && t.Portfolio != "" && t.Is("minister") && t.Portfolio == o.remit(strings.Fields(remit))
	}
	return false
}

// IsIn is Is for an office of a country: in the US the secretary of state
// answers to "foreign minister", and only the president of a state is a
// leader. A body's president is one too.
func (t Title) IsIn(class, country string) bool {
	if t.Is(class) {
		return true
	}
	switch t.Canon {
	case "secretary-of-state":
		return country == "US" && class == "foreign minister"
	case "chancellor":
		return country == "GB" && class == "finance minister"
	case "president":
		return country != "" && (class == "leader" || class == "head of state" || class == "official")
	case "secretary-general":
		return class == "leader" && country != ""
	}
	return false
}

// Classes are all the class words that the holder answers to, sorted.
func (t Title) Classes() []string {
	o := offices()
	var out []string
	for i, name := range o.classNames {
		if t.classes&(1<<i) != 0 {
			out = append(out, name)
		}
	}
	slices.Sort(out)
	return out
}

// ShortFor reports whether t may be a shorter name of the office o:
// "Secretary" for "Secretary of State", "Minister" for "Foreign Minister",
// "Chancellor" for "Federal Chancellor". An office is not short for itself.
func (t Title) ShortFor(o Title) bool {
	if t.Canon == o.Canon || t.Rank || t.Courtesy || o.Rank || o.Courtesy || t.Deputy != o.Deputy {
		return false
	}
	switch t.Canon {
	case "minister":
		return o.Is("minister")
	case "secretary":
		return o.Is("secretary") || o.Head == "secretary" || o.Canon == "foreign-minister" || o.Canon == "interior-minister"
	case "president":
		return o.Canon == "state-president"
	case "chair":
		return o.Head == "chair" || strings.HasPrefix(o.Canon, "chair-of-")
	case "representative":
		return strings.HasSuffix(o.Canon, "-representative")
	}
	return t.Portfolio == "" && o.Portfolio != "" && t.Head == o.Head && strings.HasPrefix(o.Canon, t.Canon)
}
