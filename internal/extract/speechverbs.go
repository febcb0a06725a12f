package extract

import "github.com/concordlint/concord/internal/token"

// speechVerb lists the verbs by which somebody is said to say something, in
// the forms in which they stand with a quotation.
func speechVerb(w string) bool {
	switch w {
	case "said", "says", "spoke", "spoken", "say", "saying", "told", "tells", "telling", "added", "adds", "adding", "asked", "asks", "replied", "replies", "wrote", "writes", "argued", "argues",
		"stated", "states", "declared", "declares", "announced", "insisted", "insists", "noted", "notes", "explained", "explains", "recalled", "recalls", "warned", "warns",
		"joked", "jokes", "remarked", "observed", "commented", "comments", "concluded", "concludes", "continued", "continues", "answered", "answers", "cried", "shouted",
		"claimed", "claims", "admitted", "admits", "confirmed", "stressed", "urged", "promised", "complained", "boasted", "testified", "tweeted", "posted", "quipped",
		"responded", "suggested", "pledged", "vowed", "predicted", "reported", "exclaimed", "whispered", "muttered", "sighed", "laughed", "summed", "put", "summarised", "summarized",
		"reads", "described", "called", "reminded", "repeated", "echoed", "quoted", "quoting", "citing", "read", "began", "ended", "closed", "opened", "reflected", "mused", "wondered", "conceded", "maintained", "emphasised", "emphasized", "assured", "advised", "thundered", "snapped", "retorted", "remembered", "remembers", "recite", "recites", "recited", "chant", "chanted", "sang", "sing", "prayed", "swore":
		return true
	}
	return false
}

// proxyVerb lists those by which somebody says another's words again.
func proxyVerb(w string) bool {
	switch w {
	case "recalled", "recalls", "reminded", "repeated", "echoed", "quoted", "quoting", "citing", "read", "reads", "reported", "remembered", "remembers", "recite", "recites", "recited", "chant", "chanted", "sang", "sing", "prayed", "swore":
		return true
	}
	return false
}

// proxyIn reports whether words around a speaker tell that another's words
// are said.
func proxyIn(toks []token.Token) bool {
	for _, t := range toks {
		switch t.Stem() {
		case "spokesman", "spokeswoman", "spokesperson", "spokespeople", "spokesmen", "behalf", "lawyer", "attorney", "solicitor", "counsel", "aide", "quoting", "quoted", "citing", "cited",
			"echoing", "echoed", "repeated", "repeating", "words", "paraphrasing", "borrowing", "interpreter", "translator", "secretariat", "representative", "joint", "jointly", "and", "both", "agreed", "reading", "recalled", "reminded", "statement", "office", "ministry":
			return true
		}
	}
	return false
}

// adverb lists what may stand between a speaker and the verb.
func adverb(w string) bool {
	switch w {
	case "later", "then", "also", "has", "had", "have", "once", "simply", "only", "dryly", "drily", "jokingly", "quietly", "again", "was", "is", "recently", "already", "himself", "herself", "today", "yesterday", "first", "famously", "proudly", "repeatedly", "briefly", "would", "will":
		return true
	}
	return len(w) > 4 && w[len(w)-2:] == "ly"
}

// functionWord lists words that begin a sentence with a capital and are no
// part of a name.
func functionWord(w string) bool {
	switch w {
	case "he", "she", "it", "they", "we", "i", "you", "this", "that", "these", "those", "there", "here", "when", "while", "where", "who", "what", "why", "how", "but", "and", "or", "if", "as", "so", "yet",
		"his", "her", "their", "our", "my", "its", "your", "not", "no", "yes", "asked", "speaking", "according", "does", "did", "do", "is", "was", "were", "are", "has", "had", "have", "later", "earlier", "then", "now", "also", "one", "two", "three", "some", "many", "most", "all", "both", "another", "each", "every", "any", "other", "said", "says", "mr", "mrs", "ms", "asking", "answering", "summing", "responding", "pressed", "witness", "opening", "closing", "officials", "critics", "sources", "residents", "experts", "police", "supporters", "opponents", "more", "after", "before":
		return true
	}
	return speechVerb(w)
}
