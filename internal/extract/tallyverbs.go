package extract

import (
	"github.com/concordlint/concord/internal/quantity"
	"github.com/concordlint/concord/internal/token"
)

// This file holds the words by which claims about numbers of things are told
// from other sentences with a number.

// takesPlace lists the verbs that say of a thing only that it was there.
func takesPlace(w string) bool {
	switch w {
	case "took", "taken", "occurred", "happened", "held", "reported", "recorded", "logged", "entered", "made", "played", "given", "shown", "filed", "received", "noted", "came", "registered":
		return true
	}
	return false
}

// onlyBe reports whether "there" reaches its number over forms of "be" only.
func onlyBe(toks []token.Token) bool {
	for _, t := range toks {
		switch t.Lower {
		case "were", "was", "are", "is", "have", "has", "had", "been", "also", "now":
		default:
			return false
		}
	}
	return true
}

func journey(w string) bool {
	switch w {
	case "tour", "trip", "journey", "voyage", "circuit", "expedition":
		return true
	}
	return false
}

func recordVerb(w string) bool {
	switch w {
	case "saw", "seen", "dealt", "made", "held", "had", "has", "recorded", "reported", "logged", "counted", "suffered", "filed", "received", "gave", "given", "played", "performed", "showed", "shown", "conducted", "completed", "undertook", "registered", "noted", "lists", "listed":
		return true
	}
	return false
}

// movingVerb reports whether a verb at i takes in the places or parties that
// a log of journeys and encounters has.
func movingVerb(toks []token.Token, i int) bool {
	if plainMoving(toks[i].Lower) {
		return true
	}
	switch toks[i].Lower {
	case "called", "calls", "stopped":
		return i+1 < len(toks) && (toks[i+1].Lower == "at" || toks[i+1].Lower == "in")
	case "travelled", "traveled":
		return i+1 < len(toks) && toks[i+1].Lower == "to"
	}
	return false
}

func plainMoving(w string) bool {
	switch w {
	case "visited", "met", "played", "faced", "toured", "crossed":
		return true
	}
	return false
}

func coveringVerb(w string) bool {
	switch w {
	case "covers", "covered", "lists", "listed", "includes", "spans", "spanned", "comprises":
		return true
	}
	return false
}

// limits lists words that confine a clause to some other time or part.
func limits(w string) bool {
	switch w {
	case "first", "second", "third", "last", "next", "previous", "previously", "earlier", "later", "before", "after", "until", "till", "by", "ago", "since",
		"career", "ever", "season", "year", "years", "month", "months", "week", "weeks", "day", "days", "night", "century", "decade", "decades",
		"cup", "tournament", "playoff", "playoffs", "row", "straight", "consecutive", "each", "every", "per", "other", "than", "besides", "except", "outside", "beyond",
		"only", "would", "already", "usually", "often", "always", "elsewhere", "abroad",
		"county", "canton", "region", "district", "state", "country", "nation", "area", "neighbouring", "neighboring", "national", "nationally", "statewide", "nationwide", "worldwide", "rest", "rival", "rivals",
		"can", "must", "need", "needs", "want", "wants", "ask", "asks", "wanted", "asked", "planned":
		return true
	}
	return false
}

// persons lists the pronouns of somebody who did only some of what a record
// holds.
func persons(w string) bool {
	switch w {
	case "i", "he", "she", "we", "his", "her", "my", "your", "you", "me":
		return true
	}
	return false
}

// commonOpening lists words whose capital says only that a sentence begins.
func commonOpening(w string) bool {
	switch w {
	case "there", "they", "it", "she", "he", "we", "i", "you", "the", "its", "their", "this", "in", "during", "since", "a", "an", "and", "so", "altogether", "these", "all", "our", "on", "at", "from", "no", "only":
		return true
	}
	return quantity.Starts(token.Token{Kind: token.Word, Lower: w, Text: w})
}

// comes reports whether a verb of being somewhere stands at i, said of
// whoever came or of where they came to.
func comes(toks []token.Token, i int) bool {
	switch toks[i].Lower {
	case "visited", "came", "come", "appeared", "returned", "docked", "berthed", "landed", "played":
		return true
	case "called", "calls", "stopped":
		return i+1 < len(toks) && (toks[i+1].Lower == "at" || toks[i+1].Lower == "in")
	case "was", "were":
		return i+2 < len(toks) && toks[i+1].Lower == "with" && toks[i+2].Lower == "us"
	}
	return false
}

// vagueWord lists the number words that no claim about a tally is made with.
func vagueWord(w []byte) bool {
	switch string(w) {
	case "one", "no", "none", "never", "few", "several", "both", "half", "single", "once", "couple", "scores", "dozens":
		return true
	}
	return false
}

// tallyWord reports whether a sentence with the word may hold a claim.
func tallyWord(w []byte) bool {
	switch s := string(w); s {
	case "there", "won", "lost", "drew", "drawn", "tied", "came", "come", "from", "travelled", "traveled", "called", "calls", "stopped", "appeared", "returned", "docked", "berthed", "landed", "with":
		return true
	default:
		return recordVerb(s) || coveringVerb(s) || journey(s) || takesPlace(s) || plainMoving(s)
	}
}

// scenePreposition lists the words that open a phrase about where or when.
func scenePreposition(w string) bool {
	switch w {
	case "in", "at", "on", "during", "of", "before", "after", "until", "by", "last", "under", "within", "among", "across", "around", "outside", "beyond":
		return true
	}
	return false
}
