package lexicon

// Attribute brings together the words by which one attribute of a thing is
// stated ("1,240 metres high", "at an altitude of", "a height of"): the stem
// under which they meet, or the given stem itself.
func Attribute(stem string) string {
	switch stem {
	case "high", "tall", "altitud", "elev", "summit":
		return "height"
	case "long":
		return "length"
	case "wide", "broad":
		return "width"
	case "deep":
		return "depth"
	case "weigh", "heavi":
		return "weight"
	case "marriag":
		return "marri"
	case "inhabit", "popul", "resid":
		return "popul"
	case "died", "dead", "death":
		return "die"
	case "kill":
		return "die"
	case "cost", "price":
		return "cost"
	case "spectat", "attend", "crowd", "audienc", "attende":
		return "attend"
	case "establish", "foundat":
		return "found"
	case "inaugur":
		return "open"
	case "receipt", "incom", "earn":
		return "incom"
	case "employe", "employ", "worker", "workforc", "headcount":
		return "staff"
	case "seater", "capac":
		return "seat"
	case "rais":
		return "rais"
	}
	return stem
}

// Limit is the canonical word of a lower-case word that singles out a part, a
// time or a state of what is measured, empty for other words: values with
// different limits are values of different things.
func Limit(word string) string {
	switch word {
	case "more", "further", "another", "additional", "extra", "other", "others", "additionally":
		return "more"
	case "less", "fewer", "remaining", "rest", "left", "short":
		return "less"
	case "average", "averaged", "averages", "mean", "median", "typical", "typically", "usual", "usually", "averaging", "normally", "often":
		return "average"
	case "maximum", "max", "most", "peak", "highest", "largest", "record", "top", "longest", "best", "biggest", "limit", "maximal", "upper", "ceiling", "cap":
		return "maximum"
	case "minimum", "min", "least", "lowest", "smallest", "shortest", "minimal", "lower", "worst", "threshold", "floor":
		return "minimum"
	case "expected", "planned", "forecast", "projected", "target", "targeted", "budgeted", "proposed", "goal", "hoped", "hopes", "estimate", "estimated",
		"scheduled", "intended", "plans", "plan", "aims", "aim", "budget", "estimates", "recommended", "requested", "sought", "draft":
		return "planned"
	case "original", "originally", "previous", "previously", "former", "formerly", "old", "earlier", "initial", "initially", "preliminary", "provisional",
		"past", "ago", "historically", "before":
		return "before"
	case "latest", "new", "newly", "revised", "updated", "final", "finally", "later", "current", "currently", "now", "today", "meanwhile", "after", "post":
		return "after"
	case "first", "1st":
		return "first"
	case "second", "2nd":
		return "second"
	case "third", "3rd":
		return "third"
	case "last", "next":
		return word
	case "half", "third-quarter", "quarter", "quarterly", "h1", "h2", "q1", "q2", "q3", "q4", "nine-month", "six-month":
		return "part"
	case "per", "every", "each", "apiece", "daily", "weekly", "monthly", "yearly", "annual", "annually", "hourly", "nightly":
		return "rate"
	case "men", "women", "boys", "girls", "male", "female", "adults", "children", "child", "adult", "juvenile", "seniors", "foreign", "domestic", "northern",
		"southern", "eastern", "western", "north", "south", "east", "west", "inner", "outer", "left-hand", "right-hand", "part-time", "full-time", "full":
		return word
	case "gross", "net", "without", "excluding", "except", "including", "plus", "minus", "alone", "only", "combined", "total", "overall", "altogether":
		return word
	case "yesterday", "tomorrow", "tonight", "overnight", "morning", "afternoon", "evening", "night", "midnight", "noon", "spring", "summer", "autumn",
		"winter", "monday", "tuesday", "wednesday", "thursday", "friday", "saturday", "sunday", "january", "february", "march", "april", "may", "june", "july",
		"august", "september", "october", "november", "december", "jan", "feb", "mar", "apr", "jun", "jul", "aug", "sep", "sept", "oct", "nov", "dec":
		return word
	case "not", "never", "no", "nor", "neither", "n't":
		return "not"
	}
	return ""
}

// Plain reports whether a lower-case word says nothing of what a sentence is
// about: words of grammar, and verbs and nouns that stand with everything.
func Plain(word string) bool {
	switch word {
	case "a", "an", "the", "this", "that", "these", "those", "it", "its", "he", "she", "his", "her", "him", "they", "them", "their", "we", "us", "our", "i", "my",
		"you", "your", "who", "whom", "whose", "which", "what", "where", "when", "how", "why", "there", "here", "one", "ones", "some", "any", "all", "both",
		"and", "or", "but", "so", "if", "because", "than", "as", "while", "whereas", "though", "although", "yet", "also", "too", "just", "even", "still", "again",
		"of", "in", "on", "at", "to", "from", "by", "for", "with", "into", "onto", "out", "up", "down", "over", "about", "around", "across", "through", "between",
		"among", "within", "against", "off", "via", "upon", "near", "nearly", "almost", "some-", "roughly", "approximately", "circa", "ca", "exactly", "precisely",
		"is", "was", "are", "were", "be", "been", "being", "am", "has", "have", "had", "having", "do", "does", "did", "done", "can", "could", "would", "might", "must", "shall",
		"get", "gets", "got", "make", "makes", "made", "take", "takes", "took", "taken", "came", "come", "comes", "go", "goes", "went", "gone", "give", "given", "gave",
		"say", "says", "said", "see", "seen", "saw", "use", "uses", "using", "put", "set", "let", "keep", "kept", "became", "become", "stood", "stand", "stands",
		"time", "times", "number", "amount", "value", "thing", "things", "way", "part", "kind", "million", "billion", "thousand", "hundred", "dozen", "percent",
		"cent", "pct", "such", "same", "very", "much", "many", "well", "like", "own", "since", "until", "till", "during", "s", "t", "e.g", "i.e", "etc", "two", "three",
		"four", "five", "six", "seven", "eight", "nine", "ten", "hence", "thus", "however", "therefore", "end", "year", "years", "day", "days", "month", "months",
		"week", "weeks", "hour", "hours", "minute", "minutes", "seconds", "includes", "include", "included", "whole", "mr", "mrs", "ms", "dr", "sir", "old-", "need", "needs", "instead", "rather":
		return true
	}
	return false
}
