package extract

import (
	"strings"

	"github.com/concordlint/concord/internal/fact"
	"github.com/concordlint/concord/internal/lexicon"
)

// whoIs resolves a pronoun that stands as a subject: to the only one who
// acted in the paragraph and can be called so, else to the subject of what
// was told before. It is nil where two could be meant.
func (n *narrative) whoIs(pronoun string) *fact.Party {
	var found *fact.Party
	for _, p := range n.subjects {
		if !calledSo(p, pronoun) || sameAs(found, p) || found != nil && sameOffice(found, p) {
			continue
		}
		if found != nil {
			return nil
		}
		found = p
	}
	if found == nil && len(n.subjects) == 0 && n.subject != nil && calledSo(n.subject, pronoun) {
		found = n.subject
	}
	return found
}

// sameOffice reports whether two namings without names are of one office.
func sameOffice(a, b *fact.Party) bool {
	return !a.Named() && !b.Named() && len(a.Offices) > 0 && len(b.Offices) > 0 && a.Offices[0].Title == b.Offices[0].Title
}

// calledSo reports whether a person can be meant by "he" or "she", as far as
// a courtesy title or the given name tells.
func calledSo(p *fact.Party, pronoun string) bool {
	switch p.Courtesy {
	case "mr", "sir", "lord":
		return pronoun != "she"
	case "mrs", "ms", "miss", "dame", "lady", "madam":
		return pronoun != "he"
	}
	first, _, _ := strings.Cut(strings.ToLower(p.Given), " ")
	female, male := lexicon.GivenName(first)
	switch {
	case pronoun == "he":
		return male || !female
	case pronoun == "she":
		return female || !male
	}
	return true
}
