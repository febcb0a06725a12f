package amount

import "github.com/concordlint/concord/internal/token"

// context looks at the tokens around a number at from..to for what makes it
// something else than a plain count.
func context(toks []token.Token, from, to int) Flag {
	return ahead(toks, from) | following(toks, from, to)
}

func ahead(toks []token.Token, from int) Flag {
	if from == 0 {
		return 0
	}
	t := toks[from-1]
	if !toks[from].Space {
		switch t.Text {
		case "$", "€", "£", "¥":
			return Measured
		case "#", "v", "§", ".", ":", "/", "_", "=", "@", "<", "^", "`", "'":
			return Label
		case "-", "–", "‑":
			return Compound
		}
	}
	switch t.Lower {
	case "the", "these", "those", "all", "its", "his", "her", "their", "our", "my", "your", "both", "which":
		return Definite
	case "first", "last", "next", "top", "final", "past", "previous", "latest":
		return Selected
	case "another", "further", "additional", "other":
		return More
	case "section", "chapter", "article", "step", "no", "figure", "table", "version", "part", "page", "pp", "p", "line", "item", "rule", "level", "phase", "appendix",
		"paragraph", "clause", "schedule", "grade", "group", "type", "option", "case", "python", "eip", "pep", "bip", "rfc", "issue", "number", "room", "route", "highway", "age", "aged":
		return Label
	case "$", "€", "£", "us$":
		return Measured
	case "every", "each", "per":
		return Selected
	case "big", "gang", "group-of":
		return Label
	}
	return 0
}

func following(toks []token.Token, from, to int) Flag {
	if to >= len(toks) {
		return 0
	}
	t := toks[to]
	var f Flag
	if !t.Space {
		switch t.Text {
		case "-", "‑", "–", "_":
			return Compound
		case "%", "/", ":", "°", "′", "=", "^":
			return Measured
		case "'", "’":
			return Label
		}
	}
	switch t.Lower {
	case "of":
		if to+1 < len(toks) {
			switch toks[to+1].Lower {
			case "the", "these", "those", "them", "which", "whom", "us", "its", "our":
				f |= PartOf
			}
		}
		if toks[from].Lower == "one" {
			f |= OneOf
		}
	case "or":
		if to+1 < len(toks) && toks[from].Lower == "one" {
			f |= OneOf
		}
	case "more", "other", "others", "further", "additional", "another":
		f |= More
		if toks[from].Lower == "one" {
			f |= OneOf
		}
	case "percent", "per", "percentage", "%", "million", "billion", "bit", "bits", "byte", "bytes", "kb", "mb", "gb", "km", "kg", "cm", "mm", "am", "pm", "a.m", "p.m", "o'clock", "euros", "dollars", "pounds":
		f |= Measured
	case "out":
		f |= PartOf
	}
	if toks[from].Kind == token.Word && toks[from].Cap() && from > 0 && t.Cap() && toks[from-1].Kind == token.Word {
		f |= Label // "the Big Four Banks", "One Direction" inside a sentence
	}
	return f
}
