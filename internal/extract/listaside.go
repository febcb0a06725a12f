package extract

import (
	"strings"

	"github.com/concordlint/concord/internal/quantity"
	"github.com/concordlint/concord/internal/source"
	"github.com/concordlint/concord/internal/token"
)

// labelNumber reports whether figures belong to the name before them: "Helm 3
// attempts", "the following Scala 3 syntaxes".
func labelNumber(toks []token.Token, at int) bool {
	if at == 0 || toks[at].Kind != token.Number || !toks[at-1].Cap() {
		return false
	}
	w := toks[at-1].Lower
	return at > 1 || !frameWord(w) && !opener(w)
}

// wholeOfPart reports whether a number is the whole of which a part is what
// the sentence speaks of: "2 of 3 proposals". One of them is all the same.
func wholeOfPart(toks []token.Token, q quantity.Quantity, at int) bool {
	if !q.Is(quantity.Whole) {
		return false
	}
	for i := at - 1; i >= 0 && i >= at-3; i-- {
		switch toks[i].Lower {
		case "one", "any", "each", "either", "all":
			return false
		}
	}
	return at > 1 && toks[at-1].Lower == "of" && (toks[at-2].Kind == token.Number || quantity.Starts(toks[at-2])) ||
		at > 2 && toks[at-2].Lower == "of" && (toks[at-3].Kind == token.Number || quantity.Starts(toks[at-3]))
}

// collective lists plurals that are mostly the first half of a longer noun.
func collective(w string) bool {
	return w == "data" || w == "media" || w == "series" || w == "species"
}

// asListed reports whether "as follows" behind a word says that the things
// are named below, and not how something is done.
func asListed(t token.Token) bool {
	switch t.Lower {
	case "are", "is", "were", "was", "be", "listed", "named", "defined", "summarised", "summarized", ",", "these":
		return true
	}
	return false
}

// elsewhere reports whether what a sentence introduces is something else than
// the things that the number before token end counts.
func (x *extractor) elsewhere(toks []token.Token, from, end int) bool {
	tail := toks[end:]
	for len(tail) > 0 && tail[len(tail)-1].Kind == token.Punct {
		tail = tail[:len(tail)-1]
	}
	if headed(toks, from) {
		return true
	}
	if len(tail) == 0 {
		return false
	}
	switch tail[0].Lower {
	case "after", "before", "later", "ago", "earlier", "apart":
		return true
	case "and":
		if len(tail) > 1 && (tail[1].Kind == token.Number || quantity.Starts(tail[1]) || rowArticle(tail[1].Lower)) {
			return true // "three branches and one special case"
		}
	}
	code := 0
	for i, t := range tail {
		switch t.Lower {
		case "because", "we", "i", "you", "he", "she", "differ", "differs":
			return true
		case "following":
			if i+1 < len(tail) {
				return true // "… of the following goals"
			}
		case "such":
			if i+1 < len(tail) && tail[i+1].Lower == "that" {
				return true
			}
		case "follows", "following:":
			if i > 1 && !asListed(tail[i-2]) {
				return true
			}
		}
		if x.literal(source.Span{Start: t.Start, End: t.End}) && (i == 0 || !x.literal(source.Span{Start: tail[i-1].Start, End: t.End})) {
			code++
		}
	}
	if code > 1 {
		return true // the things are named in the sentence
	}
	definite := from > 0 && rowSetting(toks[from-1].Lower)
	last := tail[len(tail)-1].Lower
	switch {
	case from <= 1 && definite && !closesFrame(last) && verbal(tail):
		return true // "These three cases have different requirements:"
	case from > 0 && governed(toks, from) && !phrasal(tail[0]):
		return true // "in two different ways causes some issues:"
	}
	return false
}

// closesFrame lists words that a sentence ends with before the list of its
// subject.
func closesFrame(w string) bool {
	switch w {
	case "are", "were", "is", "be", "follow", "follows", "below", "following", "here", "include", "includes", "as", "apply", "remain", "stand", "win", "won", "won:":
		return true
	}
	return false
}

// verbal reports whether a tail has a verb that says something of its
// subject.
func verbal(tail []token.Token) bool {
	for _, t := range tail {
		switch t.Lower {
		case "are", "is", "have", "has", "had", "was", "were", "will", "can", "must", "should", "need", "may":
			return true
		}
	}
	return false
}

// governed reports whether a number stands behind a preposition.
func governed(toks []token.Token, from int) bool {
	for i := from - 1; i >= 0 && i >= from-2; i-- {
		switch toks[i].Lower {
		case "of", "for", "between", "in", "with", "from", "to", "by", "about", "on", "than", "into", "through", "mitigate", "checking", "having", "achieve":
			return true
		case "the", "these", "those", "[", "its", "their", "our":
		default:
			return false
		}
	}
	return false
}

// phrasal reports whether a word behind a counted noun begins a phrase about
// it and no verb of which something else is the subject.
func phrasal(t token.Token) bool {
	switch w := t.Lower; w {
	case "of", "for", "in", "to", "that", "which", "with", "on", "by", "at", "from", "who", "where", "when", "during", "this", "here", "below", "(", ",", "–", "—", "within", "under", "as", "over", "between", "around", "across", "through", "about", "each", "there":
		return true
	default:
		return strings.HasSuffix(w, "ing") || strings.HasSuffix(w, "ed") || t.Kind == token.Punct
	}
}

// boundObject reports whether a number of known things is what something is
// done to or for, so that the list may be of anything: "will write to the two
// objectors:".
func boundObject(toks []token.Token, from int) bool {
	if from < 2 || !rowSetting(toks[from-1].Lower) {
		return false
	}
	switch toks[from-2].Lower {
	case "to", "for", "with", "from", "against", "about", "on", "at", "towards":
		return true
	}
	return false
}

// upwards reports whether "above" belongs to the number or its noun: "the
// above four", "the four steps listed above".
func upwards(toks []token.Token, from, end int) bool {
	for i := max(from-2, 0); i < from; i++ {
		switch toks[i].Lower {
		case "above", "preceding", "foregoing":
			return true
		}
	}
	for i := end; i < len(toks) && i < end+3; i++ {
		switch toks[i].Lower {
		case "above":
			return i+1 == len(toks) || toks[i+1].Kind == token.Punct || auxiliary(toks, i+1) || stopsAfterAbove(toks[i+1].Lower)
		case "listed", "described", "given", "mentioned", "outlined", "named", "set", "discussed", "shown", "out", "cited":
		default:
			return false
		}
	}
	return false
}

// stopsAfterAbove lists words that follow "the steps above": behind others,
// such as "it", "above" is a preposition.
func stopsAfterAbove(w string) bool {
	switch w {
	case "is", "was", "will", "can", "may", "must", "should", "has", "do", "and", "or", "to", "in", "for", "that", "which", "as", "by", "with":
		return true
	}
	return false
}

// headed reports whether a number belongs to what the sentence's own subject
// is about: "The reasons for having these 2 kinds are:".
func headed(toks []token.Token, from int) bool {
	if from < 4 || toks[0].Lower != "the" && toks[0].Lower != "our" && toks[0].Lower != "some" {
		return false
	}
	for i := 1; i < 3; i++ {
		if !pluralNoun(toks[i]) {
			continue
		}
		switch toks[i+1].Lower {
		case "for", "of", "behind", "between", "in", "to", "against", "that", "on", "from":
			last := len(toks) - 1
			return last > 1 && toks[last].Text == ":" && closesFrame(toks[last-1].Lower)
		}
	}
	return false
}
