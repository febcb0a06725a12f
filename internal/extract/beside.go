package extract

import (
	"sort"

	"github.com/concordlint/concord/internal/fact"
	"github.com/concordlint/concord/internal/source"
	"github.com/concordlint/concord/internal/token"
)

// beside lists the surnames that stand in the same sentence as a party, in
// the order of the text.
func (x *extractor) beside(block int, p fact.Party) []string {
	if x.named == nil {
		x.named = map[int][]use{}
		for _, k := range x.people {
			for _, u := range k.uses {
				x.named[u.block] = append(x.named[u.block], u)
			}
		}
		for _, us := range x.named {
			sort.SliceStable(us, func(i, j int) bool { return us[i].party.Span.Start < us[j].party.Span.Start })
		}
	}
	s := x.sentenceAt(block, p.Span)
	us := x.named[block]
	from := sort.Search(len(us), func(i int) bool { return us[i].party.Span.Start >= s.Start })
	var out []string
	seen := map[string]bool{p.Surname: true}
	for _, u := range us[from:] {
		if u.party.Span.Start >= s.End {
			break
		}
		if name := u.party.Surname; !seen[name] {
			seen[name] = true
			out = append(out, name)
		}
	}
	return out
}

// sentenceAt is the sentence of a block in which a span stands; the block
// itself where it runs over several.
func (x *extractor) sentenceAt(block int, at source.Span) source.Span {
	all, ok := x.sents[block]
	if !ok {
		b := x.doc.Blocks[block].Span
		token.Sentences(x.doc.Text, b.Start, b.End, func(s, e int) { all = append(all, source.Span{Start: s, End: e}) })
		x.sents[block] = all
	}
	s := x.doc.Blocks[block].Span
	i := sort.Search(len(all), func(i int) bool { return all[i].End >= at.End })
	if i < len(all) && all[i].Contains(at) {
		s = all[i]
	}
	return near(s, at)
}

// longestSentence bounds what is taken for one sentence, in bytes; without
// it, a text without full stops would be read anew for each name in it.
const longestSentence = 2000

// near cuts a span to what stands around another one in it.
func near(s, at source.Span) source.Span {
	if s.Len() > longestSentence {
		s.Start = max(s.Start, at.Start-longestSentence/2)
		s.End = min(s.End, at.End+longestSentence/2)
	}
	return s
}
