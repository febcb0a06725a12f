package checks

import (
	"fmt"
	"slices"
	"strconv"
	"strings"

	"github.com/concordlint/concord/internal/fact"
	"github.com/concordlint/concord/internal/verdict"
)

// linkLabel compares the number in a link's label with those in its target.
type linkLabel struct{}

func (linkLabel) keysByDocument() {}

// Needs labels with numbers.
func (linkLabel) Needs() []fact.Kind { return []fact.Kind{fact.KindLinkLabel} }

// Keys by document and kind of thing: how the other labels of a document
// relate to their targets tells what a label of its kind promises.
func (linkLabel) Keys(f fact.Fact) []string {
	l := f.(*fact.LinkLabel)
	if l.Quoted {
		return nil
	}
	return []string{docKey(l.Doc, 0) + l.Label.Kind}
}

// Judge compares labels with targets of the same kind of thing; then, with
// what the labels that agree with a target of another kind have taught,
// those that differ by a slip.
func (linkLabel) Judge(_ string, facts []fact.Fact) []verdict.Verdict {
	var out []verdict.Verdict
	var other, differ []*fact.LinkLabel
	agree := 0
	for _, f := range facts {
		l := f.(*fact.LinkLabel)
		same := sameKindTargets(l)
		i := slices.IndexFunc(same, func(t fact.TargetNumber) bool { return sameNumber(t.Number, l.Label.Number) })
		switch {
		case len(same) == 0:
			other = append(other, l)
		case i >= 0:
			agree++
			out = append(out, agreeingLabel(l, same[i]))
		default:
			differ = append(differ, l)
		}
	}
	for _, l := range differ {
		out = append(out, judgeLabel(l, sameKindTargets(l), agree > 0))
	}
	return mergeRepeats(append(out, judgeLearnt(other)...))
}

// bond is how nearly two kinds of thing are the same.
type bond int

const (
	noBond bond = iota
	// looseBond: the two share one run of numbers, but one may be named
	// and the other meant: an issue and the pull request that closes it.
	looseBond
	closeBond
)

// kindsBond compares the kind in a label with the one in a target.
func kindsBond(label, target string) bond {
	switch label {
	case "": // a number alone, of which its neighbours have to tell what it is
		return noBond
	case target:
		return closeBond
	}
	switch label {
	case "#":
		switch target {
		case "issue", "pull", "discussion", "ticket", "bug", "work_item":
			return closeBond
		}
	case "!":
		if target == "pull" {
			return closeBond
		}
	case "gh":
		switch target {
		case "issue", "discussion":
			return closeBond
		case "pull":
			return looseBond
		}
	case "issue", "pull", "discussion":
		switch target {
		case "issue", "pull", "discussion":
			return looseBond
		}
	case "bug", "bpo", "ticket":
		switch target {
		case "bug", "issue", "ticket":
			return closeBond
		}
	}
	return noBond
}

// bondOf compares the kind in a label with one in its target. Whatever word
// stands before "#12", the sign also makes it a number of a tracker.
func bondOf(l *fact.LinkLabel, t fact.TargetNumber) bond {
	b := kindsBond(l.Label.Kind, t.Kind)
	if b == noBond && l.Hash {
		return kindsBond("#", t.Kind)
	}
	return b
}

// tracked reports whether things of a kind are kept by a tracker. Their
// titles often speak of one another.
func tracked(kind string) bool {
	return kindsBond(kind, "issue") != noBond || kindsBond(kind, "pull") != noBond
}

// sameKindTargets lists the things in a label's target that are of its own kind.
func sameKindTargets(l *fact.LinkLabel) []fact.TargetNumber {
	var out []fact.TargetNumber
	for _, t := range l.Targets {
		if bondOf(l, t) != noBond || t.Kind == "" && t.Digits >= 3 && slices.Contains(t.Folders, l.Label.Kind) {
			out = append(out, t)
		}
	}
	return out
}

// judgeLabel judges a label whose target has other numbers of the label's
// kind. shown tells that another label of the kind has its target's number.
func judgeLabel(l *fact.LinkLabel, same []fact.TargetNumber, shown bool) verdict.Verdict {
	t := same[0]
	if slices.ContainsFunc(same, func(o fact.TargetNumber) bool { return o.Number != t.Number }) {
		return undecidedLabel(l, t, "the target has several numbers of the kind")
	}
	if slices.Contains(l.Numbers, l.Label.Number) {
		return undecidedLabel(l, t, "the target has the number at another place")
	}
	if why := saysOther(l, t, shown); why != "" {
		return undecidedLabel(l, t, why)
	}
	return conflictingLabel(l, t, verdict.Contradiction, "")
}

// saysOther tells why a label and a target of one kind may differ on purpose;
// empty if they may not.
func saysOther(l *fact.LinkLabel, t fact.TargetNumber, shown bool) string {
	a, b := l.Label.Number, t.Number
	slip := slipOf(a, b)
	switch {
	case (yearNumber(a) || yearNumber(b)) && !l.Tight && !slip, yearNumber(a) && yearNumber(b) && !l.Tight:
		return "one may be a year"
	case strings.Contains(a, ".") != strings.Contains(b, ".") && !partOf(l.Label.Kind), l.Label.Kind == "version" && !(t.Last && strings.Contains(a, ".")):
		return "one is a version or has lost its dots"
	case lettered(a) != lettered(b):
		return "one has a letter, and may be of another sort"
	case strings.Contains(l.Target, a) && strings.ContainsAny(a, ".-"):
		return "the target names both"
	case !l.Alone && !l.Lead:
		return "the label is about something else than the number in its midst"
	case (l.Hash || tracked(l.Label.Kind)) && !l.Alone:
		return "the label says more than the number"
	case partOf(l.Label.Kind) && len(b) >= 5 && len(b) > len(a)+1 && !strings.Contains(b, "."):
		return "the target's number is likely a key of a database, which no part of a document has"
	case tracked(l.Label.Kind) && len(a) <= 2 && len(b) > len(a):
		return "a small number may count the links themselves"
	case l.Label.Kind != t.Kind && bondOf(l, t) == looseBond && !slip:
		return "an issue and the request that closes it have numbers of their own"
	case t.Where == "fragment" && !t.Sure && oneLess(b, a):
		return "anchors of repeated headings are numbered from the second on"
	case !(shown && len(a) >= 2) && !slip && !register(l, t):
		return "nothing shows that things of the kind are linked to by their number"
	}
	return ""
}

// partOf reports whether things of a kind are numbered parts of a document or
// of a series.
func partOf(kind string) bool {
	switch kind {
	case "chapter", "section", "part", "appendix", "annex", "volume", "lesson", "lecture", "episode", "figure", "table":
		return true
	}
	return false
}

// lettered reports whether a number ends in a letter.
func lettered(n string) bool { return n != "" && n[len(n)-1] >= 'a' }

// register reports whether a label and its target are plainly numbers of one
// register: of a document's parts, of a tracker, or written with as many
// figures as registers have.
func register(l *fact.LinkLabel, t fact.TargetNumber) bool {
	return partOf(l.Label.Kind) || l.Hash || tracked(l.Label.Kind) || t.Digits >= 3 && (t.Digits > len(t.Number) || len(l.Label.Number) >= 3)
}

// oneLess reports whether a is the whole number before b.
func oneLess(a, b string) bool {
	x, errX := strconv.Atoi(a)
	y, errY := strconv.Atoi(b)
	return errX == nil && errY == nil && x+1 == y
}

// learnt is what the labels of one kind in a document have to do with targets
// of one shape.
type learnt struct {
	shape   string
	agree   []*fact.LinkLabel
	differ  []*fact.LinkLabel
	numbers []string // different ones among those that agree
}

// judgeLearnt judges labels whose targets have numbers of another kind.
func judgeLearnt(labels []*fact.LinkLabel) []verdict.Verdict {
	var shapes []*learnt
	for _, l := range labels {
		if len(l.Targets) != 1 {
			continue
		}
		t := l.Targets[0]
		name := t.Where + "\x00" + t.Kind + "\x00" + strings.Join(t.Folders, "\x00")
		i := slices.IndexFunc(shapes, func(s *learnt) bool { return s.shape == name })
		if i < 0 {
			i = len(shapes)
			shapes = append(shapes, &learnt{shape: name})
		}
		s := shapes[i]
		switch {
		case sameNumber(t.Number, l.Label.Number):
			s.agree = append(s.agree, l)
			if !slices.Contains(s.numbers, l.Label.Number) {
				s.numbers = append(s.numbers, l.Label.Number)
			}
		case !slices.Contains(l.Numbers, l.Label.Number):
			s.differ = append(s.differ, l)
		}
	}
	var out []verdict.Verdict
	for _, s := range shapes {
		for _, l := range s.agree {
			out = append(out, agreeingLabel(l, l.Targets[0]))
		}
		for _, l := range s.differ {
			if s.proves(l) {
				out = append(out, conflictingLabel(l, l.Targets[0], verdict.Gap,
					fmt.Sprintf("; %d other labels of the kind have the number of their target", len(s.agree))))
			}
		}
	}
	return out
}

// proves reports whether the labels that agree show that l has a slip. They
// need not always agree: what began as an issue keeps another number.
func (s *learnt) proves(l *fact.LinkLabel) bool {
	t := l.Targets[0]
	if yearNumber(l.Label.Number) && yearNumber(t.Number) {
		return false
	}
	if slipOf(l.Label.Number, t.Number) {
		return len(s.numbers) >= 2 && len(s.agree) >= 2*len(s.differ)
	}
	return t.Kind == "" && len(s.numbers) >= 3 && len(s.agree) >= 4*len(s.differ)
}

// mergeRepeats makes one verdict of the conflicts of one label with one
// target, as a link that is defined once makes many.
func mergeRepeats(all []verdict.Verdict) []verdict.Verdict {
	first := map[string]int{}
	out := all[:0]
	for _, v := range all {
		if v.Status != verdict.Conflicts {
			out = append(out, v)
			continue
		}
		key := v.Claimed + "\x00" + v.Calculation.Operands[1].Of
		if i, ok := first[key]; ok {
			out[i].Evidence = append(out[i].Evidence, verdict.Evidence{Role: verdict.Contradicts, Note: "the same link again", Place: v.Place})
			continue
		}
		first[key] = len(out)
		out = append(out, v)
	}
	return out
}

// labelVerdict is what all verdicts on labels have.
func labelVerdict(l *fact.LinkLabel, t fact.TargetNumber) verdict.Verdict {
	place := l.Place
	return verdict.Verdict{
		Place: place, Surface: l.Surface, Claimed: l.Label.Number, Found: t.Number,
		Calculation: &verdict.Calculation{Relation: "number in the label is the number in the target", Operands: []verdict.Operand{
			{Interval: l.Label.Number, Place: &place}, {Interval: t.Number, Of: l.Target},
		}},
	}
}

func agreeingLabel(l *fact.LinkLabel, t fact.TargetNumber) verdict.Verdict {
	v := labelVerdict(l, t)
	v.Status, v.Message = verdict.Agrees, fmt.Sprintf("%q leads to %s", l.Surface, l.Target)
	return v
}

func undecidedLabel(l *fact.LinkLabel, t fact.TargetNumber, why string) verdict.Verdict {
	v := labelVerdict(l, t)
	v.Status, v.Why, v.Message = verdict.Undecided, why, fmt.Sprintf("%q leads to %s", l.Surface, l.Target)
	return v
}

func conflictingLabel(l *fact.LinkLabel, t fact.TargetNumber, g verdict.Grade, more string) verdict.Verdict {
	v := labelVerdict(l, t)
	v.Status, v.Grade = verdict.Conflicts, g
	v.Message = fmt.Sprintf("the label says %q, the link leads to %s%s", l.Surface, l.Target, more)
	if stem := strings.TrimRight(l.Surface, "0123456789."); stem != l.Surface && !strings.ContainsAny(t.Number, "abcdefghijklmnopqrstuvwxyz") {
		v.Suggestions = []verdict.Suggestion{{Text: stem + padded(t.Number, l.Surface[len(stem):]), Place: l.Place, Confidence: "low"}}
	}
	return v
}
