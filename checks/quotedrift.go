package checks

import (
	"fmt"
	"slices"
	"strings"

	"github.com/concordlint/concord/internal/calendar"
	"github.com/concordlint/concord/internal/fact"
	"github.com/concordlint/concord/internal/verdict"
)

// judgeSayings compares the words of quotations of one utterance.
func judgeSayings(s *sayings) []verdict.Verdict {
	var out []verdict.Verdict
	for _, p := range s.pairs {
		like := compareSpeakers(&p.a.Speaker, &p.b.Speaker)
		switch {
		case like == twoSpeakers && p.changed > 0, !utterance(&p, like):
		case p.changed == 0:
			out = append(out, agreeingWords(p))
		default:
			out = append(out, s.drift(p, like))
		}
	}
	return out
}

// Bounds of what is one utterance: a word may differ for so many that match.
const (
	perChange     = 4
	openMatched   = 8 // words that match where the speakers are not known
	openContent   = 4
	openChanges   = 2
	aroundHunk    = 4 // words shown around a difference
	longestChange = 4 // words in a row that differ; more is another sentence
)

// utterance reports whether two quotations are likely of the same words.
func utterance(p *pair, like speakersAre) bool {
	if p.changed*perChange > p.matched {
		return false
	}
	for _, h := range p.hunks {
		if h.a1-h.a0 > longestChange || h.b1-h.b0 > longestChange {
			return false
		}
	}
	if p.a.Doc == p.b.Doc && p.b.Form == "speech" || strings.Contains(p.a.Surface, "://") {
		return false // addresses are no speech, and who takes down speech marks what is read or proposed
	}
	if p.a.Doc == p.b.Doc && p.matched >= surelyMatched && p.content >= surelyContent && p.changed <= 1 && (p.a.Speaker.Named() || p.b.Speaker.Named()) {
		return true // as in a headline and in the text under it
	}
	return like == oneSpeaker && !unsureOf(p) && p.a.Speaker.Named() || p.matched >= openMatched && p.content >= openContent && p.changed <= openChanges
}

// unsureOf reports whether neither text shows that the speaker is a person.
func unsureOf(p *pair) bool { return p.a.Speaker.Unsure && p.b.Speaker.Unsure }

// drift judges two wordings of one utterance.
func (s *sayings) drift(p pair, like speakersAre) verdict.Verdict {
	v := wordsVerdict(p)
	v.Status, v.Grade = verdict.Conflicts, verdict.Gap
	why := ""
	switch {
	case s.saidSo(p):
		why = "the speaker is recorded with these words elsewhere"
	case onlyFigures(p) && (len(p.hunks) > 1 || p.a.Doc == p.b.Doc):
		why = "they give other figures, and may be two statements"
	}
	if why != "" {
		v.Status, v.Grade, v.Why = verdict.Undecided, "", why
		return v
	}
	if onlyLittle(p) || unsureOf(&p) || p.b.Form != "speech" && (like != oneSpeaker && (!p.a.Speaker.Known() || !p.b.Speaker.Known()) || !p.a.Speaker.Named() && !p.b.Speaker.Named()) {
		v.Grade = verdict.Doubt
	}
	if len(p.hunks) == 1 {
		v.Suggestions = wordings(p)
	}
	return v
}

// saidSo reports whether a record has the words of the quotation as they
// are: the speaker then said the other ones, too.
func (s *sayings) saidSo(p pair) bool {
	return slices.ContainsFunc(s.pairs, func(o pair) bool {
		if o.changed > 0 || o.a != p.a && o.b != p.a {
			return false
		}
		other := o.b
		if other == p.a {
			other = o.a
		}
		return other.Form == "speech" || other.Doc == p.b.Doc
	})
}

// onlyFigures reports whether all differences are of numbers.
func onlyFigures(p pair) bool {
	for _, h := range p.hunks {
		for _, w := range slices.Concat(p.a.words[h.a0:h.a1], p.b.words[h.b0:h.b1]) {
			if !strings.ContainsAny(w.norm, "0123456789") && !dayWord(w.norm) {
				return false
			}
		}
	}
	return true
}

// dayWord reports whether a word names a day of the week or a month.
func dayWord(w string) bool {
	for d := 1; d <= 7; d++ {
		if strings.EqualFold(w, calendar.WeekdayName(d)) {
			return true
		}
	}
	for m := 1; m <= 12; m++ {
		if strings.EqualFold(w, calendar.MonthName(m)) {
			return true
		}
	}
	return false
}

// onlyLittle reports whether all differences are of words that change little,
// as those who write down speech leave them out.
func onlyLittle(p pair) bool {
	for _, h := range p.hunks {
		for _, w := range slices.Concat(p.a.words[h.a0:h.a1], p.b.words[h.b0:h.b1]) {
			switch w.norm {
			case "not", "no", "will", "would", "can", "could", "should", "shall", "may", "all", "1", "who", "what", "but", "if", "i", "you", "he", "she", "we", "they", "his", "her", "their", "your", "my", "our":
				return false
			case "well", "now", "actually", "really", "quite", "also", "however":
				continue
			}
			if content(w.norm) {
				return false
			}
		}
	}
	return true
}

func wordsVerdict(p pair) verdict.Verdict {
	v := verdict.Verdict{
		Place: p.a.Place, Surface: p.a.Surface,
		Evidence: []verdict.Evidence{{Role: verdict.Contradicts, Note: "the same words, otherwise", Place: p.b.Place}},
	}
	if len(p.hunks) == 0 {
		return v
	}
	first, last := p.hunks[0], p.hunks[len(p.hunks)-1]
	v.Claimed, v.Found, v.Differ = p.a.around(first.a0, last.a1), p.b.around(first.b0, last.b1), true
	v.Message = fmt.Sprintf("quoted as %q here and as %q elsewhere", v.Claimed, v.Found)
	if p.b.Form == "speech" {
		v.Message = fmt.Sprintf("quoted as %q; the record has %q", v.Claimed, v.Found)
	}
	v.Evidence[0].Place = p.b.at(max(0, first.b0-aroundHunk), min(len(p.b.words), last.b1+aroundHunk))
	v.Calculation = &verdict.Calculation{Relation: "the same words", Operands: []verdict.Operand{
		{Interval: v.Claimed, Place: &v.Place}, {Interval: v.Found, Place: &v.Evidence[0].Place},
	}}
	return v
}

func agreeingWords(p pair) verdict.Verdict {
	v := wordsVerdict(p)
	v.Status, v.Claimed, v.Found = verdict.Agrees, clip(p.a.Surface), clip(p.a.Surface)
	v.Message = "quoted with the same words elsewhere"
	v.Evidence[0].Role, v.Evidence[0].Note = verdict.Counted, "the same words"
	return v
}

// around is the text of words i..j with a few to either side.
func (s *saying) around(i, j int) string {
	return s.text(max(0, i-aroundHunk), min(len(s.words), j+aroundHunk))
}

// at is where words i..j stand.
func (s *saying) at(i, j int) fact.Place {
	p := s.Place
	if j > i {
		p.Span.Start, p.Span.End = int(s.Words[s.words[i].word].Start), int(s.Words[s.words[j-1].word].End)
	}
	return p
}

// wordings offer each wording for the other. A record weighs more than who
// quotes from it.
func wordings(p pair) []verdict.Suggestion {
	h := p.hunks[0]
	if h.a0 == h.a1 || h.b0 == h.b1 {
		return nil
	}
	a, b := p.a.at(h.a0, h.a1), p.b.at(h.b0, h.b1)
	out := []verdict.Suggestion{{Text: p.b.text(h.b0, h.b1), Place: a, Confidence: "low"}, {Text: p.a.text(h.a0, h.a1), Place: b, Confidence: "low"}}
	if p.b.Form == "speech" {
		out[0].Confidence = "medium"
	}
	return out
}

// text is that of words i..j as they are written.
func (s *saying) text(i, j int) string {
	if i >= j {
		return ""
	}
	last := len(s.Words)
	if j < len(s.words) {
		last = max(s.words[j].word, s.words[j-1].word+1)
	}
	var parts []string
	for _, w := range s.Words[s.words[i].word:last] {
		parts = append(parts, w.Text)
	}
	return strings.Join(parts, " ")
}
