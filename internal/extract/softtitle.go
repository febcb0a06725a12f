package extract

// theOne reports whether the text gives a soft title to the only one there
// is: with an article or none behind a comma, and with what it is the title
// of.
func (r *holdingReader) theOne() bool {
	if r.org.code == "" {
		return false
	}
	switch r.lead {
	case ",", "(", "is", "was", "as", "became", ":":
		return r.title.Canon != "director"
	}
	return r.definite || r.compound || r.to == r.at+1 && r.from < r.at
}

// softTitle lists titles that some bodies give to one and some to several.
func softTitle(w string) bool {
	switch w {
	case "chair", "director", "editor", "captain", "coach", "manager", "principal", "dean", "conductor", "librarian", "registrar", "warden", "curator", "leader", "head", "secretary", "clerk", "bishop":
		return true
	}
	return false
}

// narrower lists words that make another office of a title that they stand
// before.
func narrower(w string) bool {
	switch w {
	case "youth", "junior", "student", "students", "regional", "local", "night", "mock", "child", "children's", "young", "life", "senior", "honorary", "girls", "boys", "women's", "men's", "ladies", "branch", "class", "school",
		"managing", "associate", "assistant", "executive", "sports", "news", "art", "music", "technical", "medical", "financial", "section", "team", "group", "area", "district":
		return true
	}
	return false
}
