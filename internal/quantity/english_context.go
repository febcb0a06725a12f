package quantity

import (
	"sort"
	"strings"
)

// This file holds the English words that stand around numbers.

// phrases lists the modifiers that begin with the word (or sign) w.
func phrases(w string) []phrase {
	i := sort.Search(len(modifiers), func(i int) bool { return modifiers[i].words >= w })
	j := i
	for j < len(modifiers) && begins(modifiers[j].words, w) {
		j++
	}
	return modifiers[i:j]
}

func begins(words, first string) bool {
	return strings.HasPrefix(words, first) && (len(words) == len(first) || words[len(first)] == ' ') && first != ""
}

// modifiers holds the phrases before a number in the order of their bytes.
// Starts knows their first words too.
var modifiers = [...]phrase{
	{"<", below}, {">", above}, {"a bit less than", nearly}, {"a bit more than", justOver}, {"a bit over", justOver}, {"a bit under", nearly},
	{"a good", atLeast}, {"a little fewer than", nearly}, {"a little less than", nearly}, {"a little more than", justOver}, {"a little over", justOver},
	{"a little under", nearly}, {"a maximum of", atMost}, {"a minimum of", atLeast}, {"a shade over", justOver}, {"a shade under", nearly},
	{"about", approx}, {"above", above}, {"almost", nearly}, {"an approximate", approx}, {"an estimated", approx},
	{"approaching", nearly}, {"approx", approx}, {"approx .", approx}, {"approximately", approx}, {"around", approx}, {"as few as", atLeast},
	{"as high as", atMost}, {"as little as", atLeast}, {"as low as", atLeast}, {"as many as", atMost}, {"as much as", atMost}, {"at a maximum", atMost},
	{"at a minimum", atLeast}, {"at least", atLeast}, {"at maximum", atMost}, {"at minimum", atLeast}, {"at most", atMost}, {"at the least", atLeast},
	{"at the most", atMost}, {"at the very least", atLeast}, {"below", below}, {"better than", above}, {"beyond", above}, {"c .", approx},
	{"ca .", approx}, {"circa", approx}, {"close to", nearly}, {"estimated", approx}, {"exceeding", above}, {"far fewer than", below},
	{"far less than", below}, {"far more than", above}, {"far over", above}, {"fewer than", below}, {"greater than", above}, {"higher than", above},
	{"in excess of", above}, {"in the neighborhood of", approx}, {"in the order of", approx}, {"in the region of", approx}, {"just about", approx},
	{"just above", justOver}, {"just below", nearly}, {"just fewer than", nearly}, {"just less than", nearly}, {"just more than", justOver},
	{"just over", justOver}, {"just short of", nearly}, {"just shy of", nearly}, {"just under", nearly}, {"larger than", above}, {"less than", below},
	{"little more than", justOver}, {"lower than", below}, {"maximum of", atMost}, {"maybe", approx}, {"minimum of", atLeast}, {"more than", above},
	{"much less than", below}, {"much more than", above}, {"nearly", nearly}, {"nigh on", nearly}, {"no fewer than", atLeast},
	{"no greater than", atMost}, {"no less than", atLeast}, {"no more than", atMost}, {"not exceeding", atMost},
	{"not fewer than", atLeast}, {"not less than", atLeast}, {"not more than", atMost}, {"not quite", nearly}, {"on the order of", approx},
	{"over", above}, {"perhaps", approx}, {"roughly", approx}, {"shy of", nearly}, {"slightly above", justOver}, {"slightly below", nearly},
	{"slightly fewer than", nearly}, {"slightly less than", nearly}, {"slightly more than", justOver}, {"slightly over", justOver},
	{"slightly under", nearly}, {"smaller than", below}, {"some", approx}, {"something like", approx}, {"under", below}, {"up to", atMost}, {"up to and including", atMost},
	{"upward of", atLeast}, {"upwards of", atLeast}, {"well above", above}, {"well below", below}, {"well more than", above}, {"well over", above},
	{"well under", below}, {"~", approx}, {"≈", approx}, {"≤", atMost}, {"≥", atLeast},
}

// starter reports whether a quantity may begin with the lower-case word w.
func starter(w string) bool {
	switch w {
	case "zero", "one", "two", "three", "four", "five", "six", "seven", "eight", "nine", "ten", "eleven", "twelve", "thirteen",
		"fourteen", "fifteen", "sixteen", "seventeen", "eighteen", "nineteen", "twenty", "thirty", "forty", "fourty", "fifty",
		"sixty", "seventy", "eighty", "ninety",
		"a", "an", "half", "both", "couple", "pair", "several", "few", "once", "twice", "thrice", "no", "none", "never",
		"tens", "dozens", "scores", "hundreds", "thousands", "millions", "billions", "trillions",
		"between",
		"more", "greater", "larger", "higher", "better", "well", "far", "much", "over", "above", "beyond", "exceeding", "in",
		"upwards", "upward", "at", "not", "minimum", "maximum", "fewer", "less", "lower", "smaller", "under", "below", "up", "as",
		"nearly", "almost", "close", "approaching", "shy", "nigh", "just", "slightly", "little",
		"about", "around", "some", "roughly", "approximately", "estimated", "circa", "approx", "ca", "c", "on", "something",
		"perhaps", "maybe":
		return true
	}
	return false
}

// determiner lists the words that point at something known.
func determiner(w string) bool {
	switch w {
	case "the", "these", "those", "this", "that":
		return true
	}
	return false
}

// possessive lists the possessive pronouns, and takes any possessive form.
func possessive(w string) bool {
	switch w {
	case "his", "her", "their", "its", "my", "our", "your", "whose":
		return true
	}
	return strings.HasSuffix(w, "'s") && w != "it's" && w != "that's" && w != "there's" && w != "here's" && w != "let's" || strings.HasSuffix(w, "s'")
}

// partitive lists what stands behind "of" when a whole is named.
func partitive(w string) bool {
	switch w {
	case "the", "these", "those", "them", "us", "you", "which", "whom", "this", "that", "all", "both", "it", "whose":
		return true
	}
	return false
}

// quantifier lists the words before "of" that take a part; definite tells
// that "the" or the like stands behind the "of".
func quantifier(w string, definite bool) bool {
	switch w {
	case "one", "some", "any", "none", "either", "neither", "out", "first", "second", "third", "fourth", "last", "%":
		return true
	case "all", "most", "many", "each", "half", "few", "several", "both", "part", "majority", "rest", "quarter", "only", "much":
		return definite
	}
	return false
}

// portion lists the words before a number that take a part of a row.
func portion(w string) bool {
	switch w {
	case "first", "last", "next", "past", "top", "bottom", "previous", "final", "remaining", "initial", "latest", "coming", "opening", "closing":
		return true
	}
	return false
}

// addition lists the words that tell that a number comes on top of another.
func addition(w string) bool {
	switch w {
	case "more", "other", "others", "additional", "further", "extra", "another":
		return true
	}
	return false
}

// growing lists what stands between "a" and "number of".
func growing(w string) bool {
	switch w {
	case "large", "small", "growing", "great", "good", "fair", "limited", "certain", "considerable", "significant", "substantial",
		"huge", "vast", "record", "greater", "larger", "smaller", "finite", "fixed":
		return true
	}
	return false
}

// fewCounts tells by the word before whether a bare "few" means some and
// not hardly any.
func fewCounts(before string) bool {
	switch before {
	case "last", "past", "next", "first", "these", "those", "previous", "another":
		return true
	}
	return false
}

// month reports whether a capitalised word is a month's name.
func month(w string) bool {
	switch w {
	case "january", "february", "march", "april", "may", "june", "july", "august", "september", "october", "november", "december",
		"jan", "feb", "mar", "apr", "jun", "jul", "aug", "sep", "sept", "oct", "nov", "dec":
		return true
	}
	return false
}

// timeUnit lists units of time.
func timeUnit(w string) bool {
	switch w {
	case "second", "seconds", "minute", "minutes", "hour", "hours", "day", "days", "week", "weeks", "weekend", "weekends", "fortnight",
		"month", "months", "quarter", "quarters", "year", "years", "decade", "decades", "century", "centuries", "nights", "night",
		"milliseconds", "ms", "sec", "secs", "min", "mins", "hrs", "hr", "yrs", "yr":
		return true
	}
	return false
}

// measureUnit lists units of time, length, weight, money and the like.
func measureUnit(w string) bool {
	if timeUnit(w) {
		return true
	}
	switch w {
	case "km", "m", "cm", "mm", "mi", "ft", "in", "yd", "kg", "g", "mg", "lb", "lbs", "oz", "l", "ml", "kw", "mw", "gw", "kwh", "mwh", "hz", "khz", "mhz", "ghz",
		"kilometers", "kilometres", "kilometer", "kilometre", "meters", "metres", "meter", "metre", "centimeters", "centimetres", "millimeters", "millimetres",
		"miles", "mile", "feet", "foot", "inches", "inch", "yards", "acres", "acre", "hectares", "hectare", "square", "cubic",
		"kilograms", "kilos", "kilogram", "grams", "gram", "pounds", "pound", "ounces", "tons", "tonnes", "ton", "tonne", "litres", "liters", "litre", "liter", "gallons", "barrels",
		"bytes", "byte", "bits", "bit", "kb", "mb", "gb", "tb", "kib", "mib", "gib", "octets", "pixels", "px", "degrees", "degree", "mph", "kph", "knots", "watts", "megawatts", "volts",
		"dollars", "dollar", "euros", "euro", "cents", "cent", "yen", "francs", "rupees", "pence", "rubles", "roubles", "yuan":
		return true
	}
	return false
}

// moneyUnit lists the names of currencies behind a number.
func moneyUnit(w string) bool {
	switch w {
	case "dollars", "dollar", "euros", "euro", "cents", "yen", "francs", "rupees", "pence", "rubles", "roubles", "yuan", "usd", "eur", "gbp", "chf", "jpy":
		return true
	}
	return false
}

// currencyCode lists the codes and short names before an amount, as written.
func currencyCode(w string) bool {
	switch w {
	case "USD", "EUR", "GBP", "CHF", "JPY", "CAD", "AUD", "CNY", "INR", "SEK", "NOK", "DKK", "PLN", "UAH", "RUB", "Rs", "RM":
		return true
	}
	return false
}

// label lists the nouns that a number behind them names.
func label(w string) bool {
	switch w {
	case "article", "articles", "section", "sections", "subsection", "subsections", "chapter", "chapters", "table", "tables", "figure", "figures", "fig", "figs",
		"page", "pages", "paragraph", "paragraphs", "para", "clause", "clauses", "item", "line", "lines", "step", "part", "parts", "appendix", "annex", "annexes",
		"footnote", "footnotes", "note", "notes", "verse", "equation", "equations", "eq", "exhibit", "schedule", "rule", "rules", "resolution", "directive",
		"regulation", "protocol", "act", "law", "order", "bill", "issue", "version", "versions", "v", "release", "build", "rfc", "iso", "port", "room", "gate",
		"flight", "route", "highway", "interstate", "bus", "channel", "lot", "ticket", "case", "file", "form", "exit", "platform", "phase", "level", "grade",
		"class", "tier", "category", "type", "stage", "round", "week", "day", "game", "match", "lane", "apartment", "apt", "suite", "box", "volume", "vol",
		"number", "nr", "id", "code", "isbn", "question", "answer", "option", "problem", "exercise", "example", "lesson", "unit", "sample", "episode", "season",
		"error", "status", "block", "slot", "rank", "ranked", "member", "age", "aged", "ages", "p", "pp", "art", "arts", "sec", "ch", "no", "nos", "principle",
		"amendment", "book", "act.", "canto", "district", "ward", "zone", "group", "team", "player", "serial", "model", "track", "scene", "slide", "sheet",
		"patch", "commit", "pr", "pull", "milestone", "sprint", "python", "java", "windows", "covid", "year", "grades", "bolt", "eip", "pep", "bip":
		return true
	}
	return false
}

// lowLabel lists the labels that go with a number in words too ("step two").
func lowLabel(w string) bool {
	switch w {
	case "part", "step", "phase", "chapter", "stage", "volume", "level", "tier", "number", "option", "question", "type", "category", "act", "round", "plan":
		return true
	}
	return false
}

// function lists words that are no name and no thing: where one stands
// beside a number, nothing is named by the number.
func function(w string) bool {
	switch w {
	case "a", "an", "the", "of", "in", "on", "at", "to", "for", "by", "with", "from", "and", "or", "but", "nor", "as", "if", "than", "that", "this", "these", "those",
		"is", "are", "was", "were", "be", "been", "has", "have", "had", "will", "would", "can", "could", "may", "might", "must", "shall", "should", "does", "did", "do",
		"who", "which", "whose", "when", "where", "while", "since", "until", "before", "after", "during", "between", "into", "over", "under", "about", "against",
		"through", "per", "via", "not", "it", "they", "he", "she", "we", "i", "you", "there", "then", "so", "also", "only", "just", "all", "both", "because",
		"although", "though", "within", "without", "among", "amid", "like", "across", "near", "out", "up", "down", "off", "around":
		return true
	}
	return false
}

// comparative lists what follows "N times" or "twice" when it is a multiple.
func comparative(w string) bool {
	switch w {
	case "as", "larger", "bigger", "higher", "greater", "smaller", "lower", "faster", "slower", "longer", "shorter", "stronger", "cheaper",
		"better", "worse", "older", "younger", "heavier", "likelier", "likely", "less", "fewer", "over", "its", "that", "what", "the", "those", "normal", "quicker", "deeper":
		return true
	}
	return false
}

// scoring lists the verbs and nouns before a result ("won 3–2"), changing
// those before a value that changed ("up 12 to 42").
func scoring(w string) bool {
	switch w {
	case "won", "win", "wins", "winning", "lost", "lose", "loss", "beat", "beating", "beaten", "drew", "draw", "victory", "defeat", "defeated", "score", "scored",
		"lead", "led", "leading", "trailed", "finished", "voted", "vote":
		return true
	}
	return false
}

func changing(w string) bool {
	switch w {
	case "rose", "fell", "up", "down", "by", "increased", "decreased", "grew", "dropped", "gained", "climbed", "jumped", "declined", "slipped", "surged", "plunged", "raised", "cut", "reduced", "from":
		return true
	}
	return false
}

// onceCounts tells whether "once" at token i says how often, and is neither
// "as soon as" nor "formerly".
func (p parser) onceCounts(i int) bool {
	switch p.lower(i - 1) {
	case "and":
		// "twice with X and once with Y"; "and once he had left" is no count.
		return p.lower(i+1) == "with" || p.lower(i+1) == "to"
	case "at", "for", "is", "was", "were", "are", "be", "been", "who", "that", "which", "had", "has", "have", "all", "but":
		return false
	}
	if i == 0 || p.lower(i-1) == "," || p.hyphen(i+1) {
		return false
	}
	switch p.lower(i + 1) {
	case "in", "with", "on", "to", "during", "since", "for", "by", "per", "every", "each", "this", "last", "or", "before", "after", "daily", "weekly",
		"and", ".", ",", ";", ")", ":", "", "between", "from", "at", "already":
		return p.lower(i+2) != "for" || p.lower(i+1) != "and"
	case "a":
		return timeUnit(p.lower(i + 2))
	}
	return false
}

// noCounts tells whether "no" at token i denies things that could be
// counted: "no meetings", not "no longer", "No, he said" or "No. 5".
func (p parser) noCounts(i int) bool {
	if i+1 >= len(p) || !p[i+1].Space || p.cap(i+1) || p[i].Possessive() {
		return false
	}
	w := p.lower(i + 1)
	switch w {
	case "longer", "doubt", "matter", "one", "more", "fewer", "less", "way", "such", "other", "need", "problem", "reason", "idea", "wonder", "sooner", "better",
		"later", "different", "further", "means", "point", "use", "sense", "question", "greater", "easy", "good", "single", "small", "secret", "surprise", "time",
		"choice", "stranger", "exception", "right", "intention", "chance", "help", "sign", "word", "news":
		return false
	}
	return w != "" && w[0] >= 'a' && w[0] <= 'z' && !function(w)
}

// oneCounts tells whether the word "one" at token i counts something, rather
// than standing for a thing named before ("this one", "one another", "one
// can see") or making an idiom ("one day", "on the one hand"). Behind a modifier it counts.
func (p parser) oneCounts(i int, bounded bool) bool {
	if bounded && p.lower(i-1) != "some" {
		return true
	}
	switch p.lower(i - 1) {
	case "no", "any", "some", "every", "the", "that", "this", "which", "each", "another", "last", "next", "a", "an", "my", "new", "old", "other", "such":
		return false
	}
	next := p.lower(i + 1)
	switch next {
	case "another", "day", "hand", "side", "way", "thing", "by", "at", "after", "such":
		return false
	case "of", "more", "additional", "further", "other", "out":
		return true
	case "or":
		return p.numberAt(i+2) || p.lower(i+2) == "more"
	case "and":
		return p.lower(i+2) == "a" // "one and a half"
	case "in", "to", "through":
		return p.numberAt(i + 2)
	}
	return p.kind(i+1) != 0 && !function(next) && (next[0] >= 'a' && next[0] <= 'z' || next[0] >= 0x80 || p.hyphen(i+1) || isDash(next))
}

// coupleCounts tells whether "couple", before token i, means two or three
// and not a pair of people.
func (p parser) coupleCounts(i int) bool {
	w := p.lower(i)
	switch w {
	case "of", "more", "dozen", "hundred", "thousand", "million":
		return true
	case "is", "was", "has", "as", "always", "does", "s":
		return false
	}
	return len(w) > 3 && strings.HasSuffix(w, "s") && !strings.HasSuffix(w, "'s") && !strings.HasSuffix(w, "ss")
}
