package lexicon

// Act is the happening that a lower-case word tells of, if it is one that a
// thing or person sees once: the same word for verb and noun ("signed",
// "signature"); empty for other words. What recurs (meetings, calls, releases)
// is not among them.
func Act(word string) string {
	switch word {
	case "founded", "established", "founding", "foundation", "est", "incorporated", "chartered":
		return "founded"
	case "opened", "opens", "opening", "inaugurated", "inauguration", "unveiled", "consecrated":
		return "opened"
	case "signed", "signing", "signature":
		return "signed"
	case "born", "birth":
		return "born"
	case "died", "death", "dies", "killed":
		return "died"
	case "married", "wedding", "wed", "marriage":
		return "married"
	case "began", "begin", "begins", "started", "starts", "start", "since", "commenced", "commences", "commence", "launched", "launches", "launch", "beginning":
		return "began"
	case "ended", "ends", "end", "until", "closes", "closed", "closing", "expires", "expired", "expiry", "completed", "completion", "finished", "through":
		return "ended"
	case "built", "constructed", "erected", "construction":
		return "built"
	case "ascent", "climbed", "summited":
		return "climbed"
	case "due", "deadline", "submitted", "submission", "submissions":
		return "due"
	case "force", "effect", "effective":
		return "in force"
	case "adopted", "adoption", "ratified", "ratification", "enacted", "promulgated", "passed", "repealed":
		return "adopted"
	case "discovered", "discovery", "invented", "patented":
		return "discovered"
	case "sank", "sunk", "sinking", "wrecked", "crashed", "crash", "collapsed", "collapse", "exploded", "explosion", "erupted", "eruption", "burned", "fire", "earthquake":
		return "disaster"
	case "appointed", "appointment", "crowned", "coronation", "ordained", "sworn":
		return "appointed"
	case "elected", "election", "referendum":
		return "elected"
	case "sailed", "departed", "departure":
		return "departed"
	case "landed", "arrived", "arrival", "landing":
		return "arrived"
	case "merged", "merger", "acquired", "acquisition", "takeover", "bought", "purchased":
		return "acquired"
	case "premiere", "premiered":
		return "premiered"
	case "surrendered", "surrender", "battle", "siege", "armistice":
		return "war"
	case "retired", "retirement", "resigned", "resignation":
		return "retired"
	case "arrested", "sentenced", "convicted", "acquitted", "verdict":
		return "judged"
	}
	return ""
}
