package fact

import "github.com/concordlint/concord/internal/source"

// Party is who takes part in something: a person, the holder of an office, a
// group, a body or a place, as one stretch of text names it.
type Party struct {
	// Span is where the party is named, in the document's canonical text.
	Span source.Span
	// Surface is the text there.
	Surface string
	// Given and Surname as written, without possessive ending; empty for
	// parties that are no named person. A garbled letter stands as '?'.
	Given, Surname string
	// Courtesy is "mr", "ms" … where one stands before the name.
	Courtesy string
	// Offices that the text gives the party, in order.
	Offices []Office
	// Qualifiers are the words that move an office in time or rank: then,
	// former, acting, elect … in their lexicon form.
	Qualifiers []string
	// Group is the name of a group ("B9 leaders"), with the number of its
	// members, 0 if unknown, and their country codes as far as known.
	Group   string
	Size    int
	Members []string
	// Place is the code of a country or body that is itself the party
	// ("NATO"), or a lower-case stem of an unknown name.
	Place string
	// Pronoun is set for a party that stands for another one and could not
	// be resolved.
	Pronoun string
	// Definite tells that the party is named by "the" and an office only
	// ("the Minister").
	Definite bool
}

// Office is an office as a text names it, under its canonical title.
type Office struct {
	// Title is the canonical title, Surface the words.
	Title, Surface string
	// Org is the country code, body code, or name stem of what the office
	// belongs to; empty where the text does not say. OrgSurface as written.
	Org, OrgSurface string
	// Single tells that only one person holds the office at one time.
	Single bool
	// Deputy tells that it is the office of a deputy or assistant.
	Deputy bool
	// Classes are the nouns that the holder answers to: leader, minister …
	Classes []string
}

// Named reports whether the party is a person known by surname.
func (p *Party) Named() bool { return p.Surname != "" }

// Qualified reports whether any of the qualifiers is there.
func (p *Party) Qualified() bool { return len(p.Qualifiers) > 0 }
