package checks

import (
	"slices"
	"strings"

	"github.com/concordlint/concord/internal/fact"
)

// twoPosts is the reason that holds only where the text speaks of one body:
// of several, each has a treasurer.
const twoPosts = "two posts"

// excludes tells why one person does not hold both of two offices at one
// time; empty where that may well be.
func excludes(a, b *fact.Office) string {
	oneOrg := a.Org == b.Org || a.Org == "" || b.Org == "" || genericOrg(a.Org) || genericOrg(b.Org)
	switch {
	case a.Title == b.Title:
		if townsApart(a, b) {
			return "one holder, two places"
		}
		return ""
	case oneOrg && departments(a, b):
		return "two departments"
	case oneOrg && ranked(a, b):
		return "an office and its deputy's"
	case a.Org == b.Org && a.Org != "" && posts(a, b):
		return "two posts of one body"
	case a.Org == "" && b.Org == "" && unlikePosts(a, b) && posts(a, b):
		return twoPosts
	}
	return ""
}

// townsApart reports whether the office of a place is given with two places,
// of which neither is part of the other by name.
func townsApart(a, b *fact.Office) bool {
	switch a.Title {
	case "mayor", "governor", "prime-minister", "foreign-minister", "defence-minister", "finance-minister", "interior-minister", "king", "queen", "headteacher", "police-chief", "fire-chief", "head-coach":
	default:
		return false
	}
	if a.Org == "" || b.Org == "" || a.Org == b.Org || genericOrg(a.Org) || genericOrg(b.Org) {
		return false
	}
	xs, ys := strings.Fields(strings.ToLower(a.OrgSurface)), strings.Fields(strings.ToLower(b.OrgSurface))
	if len(xs) == 0 || len(ys) == 0 {
		return false
	}
	named := strings.HasPrefix(a.Org, "~")
	if named != strings.HasPrefix(b.Org, "~") || townTitle(a.Title) && !named {
		return false
	}
	return !slices.ContainsFunc(xs, func(x string) bool {
		return slices.ContainsFunc(ys, func(y string) bool { return x == y || strings.HasPrefix(x, y) || strings.HasPrefix(y, x) })
	})
}

// departments reports whether two offices head two departments, or two
// portfolios, of one government, that are not known to be joined.
func departments(a, b *fact.Office) bool {
	x, ok1 := department(a.Title)
	y, ok2 := department(b.Title)
	if !ok1 || !ok2 || a.Deputy || b.Deputy {
		return false
	}
	assigned := strings.HasPrefix(a.Title, "portfolio:") || strings.HasPrefix(b.Title, "portfolio:") // as the text says it
	xs, ys := strings.Split(x, "-"), strings.Split(y, "-")
	for _, s := range xs {
		for _, t := range ys {
			if s == t || strings.HasPrefix(s, t) || strings.HasPrefix(t, s) || !assigned && oneField(s, t) {
				return false
			}
		}
	}
	return true
}

// department is the field of a minister or of the holder of a portfolio.
func department(title string) (string, bool) {
	switch title {
	case "prime-minister", "first-minister", "cabinet-minister", "chief-minister":
		return "", false
	case "secretary-of-state":
		return "foreign", true
	}
	if s, ok := strings.CutPrefix(title, "portfolio:"); ok {
		return s, true
	}
	s, ok := strings.CutSuffix(title, "-minister")
	return s, ok && s != ""
}

// fields are departments that one minister often has together, or that go by
// several names.
var fields = [...]string{
	" foreign external europe european eu international trade cooperation development diaspora commonwealth ",
	" finance treasury economy economic economics budget trade industry commerce business enterprise planning investment revenue climate energy tourism innovation digital technology development ",
	" interior home internal security police public immigration migration justice administration local communities municipal emergency regions regional civil emergencies protection ",
	" justice law legal constitutional prisons home interior internal equality parliamentary church ",
	" health social care family families welfare labour employment work pensions insurance women children youth sport sports seniors equality disability ageing wellbeing ",
	" education schools science research universities higher training skills culture innovation technology children youth family families sport sports arts ",
	" culture media sport sports tourism heritage arts youth communication communications church digital leisure libraries parks ",
	" agriculture food rural fisheries forestry forests environment environmental nature climate water lands land natural resources consumer animal ",
	" environment environmental climate energy nature conservation water housing planning waste parks ecological green sustainability resources mines mining ",
	" transport infrastructure public works roads highways railways housing building construction ports harbours shipping maritime aviation communications communication digital energy planning water mobility traffic urban regional ",
	" housing building planning urban local communities homelessness property regeneration development ",
	" defence defense armed forces veterans war navy army air security ",
}

// oneField reports whether two departments belong to one field.
func oneField(s, t string) bool {
	for _, f := range fields {
		if strings.Contains(f, " "+s+" ") && strings.Contains(f, " "+t+" ") {
			return true
		}
	}
	return false
}

// ranked reports whether one office is that of the other's deputy.
func ranked(a, b *fact.Office) bool {
	if b.Deputy {
		a, b = b, a
	}
	if !a.Deputy || b.Deputy {
		return false
	}
	rest, ok := strings.CutPrefix(a.Title, "deputy-")
	if !ok {
		rest, ok = strings.CutPrefix(a.Title, "vice-")
	}
	return ok && rest == b.Title && b.Title != "minister" && b.Title != "secretary" && b.Title != "chair"
}

// unlikePosts are told apart even where no body is named: no club makes one
// person keep both its books and its minutes without saying so, but several
// bodies are often spoken of.
func unlikePosts(a, b *fact.Office) bool {
	return a.Title == "treasurer" || b.Title == "treasurer" || officer(a.Title) && officer(b.Title)
}

func officer(t string) bool {
	return strings.HasPrefix(t, "chief-") && strings.HasSuffix(t, "-officer")
}

// posts reports whether two offices are two of the posts that one body gives
// to different people.
func posts(a, b *fact.Office) bool {
	for _, group := range [...][]string{
		{"chief-executive", "chief-financial-officer", "chief-operating-officer", "chief-technology-officer", "chief-information-officer", "chief-marketing-officer"},
		{"chair", "president", "chair-of-the-board", "treasurer", "secretary", "vice-president", "vice-chair", "deputy-chair"},
		{"headteacher", "deputy-headteacher"},
		{"speaker", "prime-minister", "president", "chief-justice"},
		{"head-coach", "team-captain"},
		{"rector", "vice-rector"},
		{"mayor", "town-clerk"},
		{"conductor", "concertmaster"},
		{"president", "prime-minister"},
		{"president", "foreign-minister"}, {"president", "defence-minister"}, {"president", "finance-minister"}, {"president", "interior-minister"},
	} {
		if slices.Contains(group, a.Title) && slices.Contains(group, b.Title) {
			return !(chairing(a.Title) && chairing(b.Title))
		}
	}
	return false
}

// chairing lists the names under which one person leads a body.
func chairing(t string) bool { return t == "chair" || t == "president" || t == "chair-of-the-board" }
