package report

import (
	"fmt"
	"strings"
	"testing"

	"github.com/concordlint/concord/internal/verdict"
)

const harbourNotes = `---
title: Harbour notes
date: 2024-03-04
---

# Harbour notes

The authority met the unions *four times* in 🏴 spring, on three days, with ` + "`port-ctl status`" + ` at hand; café Größe.

## Meetings

1. 4 March: Okafor and Lindqvist meet the dockers.
2. 6 March: Okafor and Lindqvist meet the crane drivers.
   - the drivers bring a list
   - a second paragraph is wanted
3. 11 March: Okafor's deputy meets the pilots.

> We met them every week, said Lindqvist.

| quay | ships | share |
|------|------:|------:|
| East | 12 | 40% |
| West | 18 | 60% |
| sum | 31 | 100% |

` + "```\nport-ctl list --quay east\n```\n"

// mixedPage has a claim of every verdict and severity, claims that overlap and
// nest, evidence of every role in two documents, places in front matter, a
// table and a list, a silenced finding and a note.
func mixedPage(t testing.TB) *Report {
	s := &set{t: t}
	b := s.addFile("set/news.txt", "Lindkvist, the deputy mayor, met the unions “four\ntimes” 🏴 this spring, on Tuesday 4 March 2024.\n\n"+strings.Repeat("The harbour lay quiet for most of the week, and nobody expected that to last. ", 60)+"\n\nThe west quay took 18 ships.\n")
	a := s.addFile("set/notes/harbour.md", harbourNotes)
	s.addFile("set/quiet.txt", "Nothing is claimed here.\n")
	vs := []verdict.Verdict{
		{
			Rule: "count-log", Status: verdict.Conflicts, Grade: verdict.Gap, Severity: verdict.Warning,
			Message: `text says "four times", the list has 2 meetings`, Claimed: "4", Found: "2", Place: s.at(a, "four times", 0), Surface: "four times",
			Evidence: []verdict.Evidence{
				{Role: verdict.Counted, Note: "meeting", Place: s.at(a, "4 March: Okafor and Lindqvist meet the dockers.", 0)},
				{Role: verdict.Counted, Note: "meeting", Place: s.at(a, "6 March: Okafor and Lindqvist meet the crane drivers.", 0)},
				{Role: verdict.NearMiss, Note: "the deputy, not Okafor", Place: s.at(a, "11 March: Okafor's deputy meets the pilots.", 0)},
			},
			Calculation: &verdict.Calculation{Relation: "claimed in counted", Operands: []verdict.Operand{{Interval: "[2,2]", Of: "counted"}}},
			Suggestions: []verdict.Suggestion{{Text: "two times", Place: s.at(a, "four times", 0), Confidence: "low"}},
		},
		{
			Rule: "name-variant", Status: verdict.Conflicts, Grade: verdict.Contradiction, Severity: verdict.Error, Differ: true,
			Message: `"Lindkvist" here, "Lindqvist" elsewhere`, Claimed: "Lindkvist", Found: "Lindqvist", Place: s.at(b, "Lindkvist", 0), Surface: "Lindkvist",
			Evidence: []verdict.Evidence{{Role: verdict.Contradicts, Place: s.at(a, "Lindqvist", 0)}, {Role: verdict.Contradicts, Place: s.at(a, "Lindqvist", 1)}},
		},
		{
			Rule: "office-conflict", Status: verdict.Agrees, Message: "one deputy mayor", Claimed: "Lindqvist", Found: "Lindqvist",
			Place: s.at(b, "Lindkvist, the deputy mayor", 0), Surface: "Lindkvist, the deputy mayor",
			Evidence: []verdict.Evidence{{Role: verdict.Defines, Place: s.at(a, "Lindqvist", 0)}},
		},
		{
			Rule: "count-agreement", Status: verdict.Agrees, Message: "both say four", Claimed: "4", Found: "4", Place: s.at(b, "met the unions “four\ntimes”", 0),
			Surface: "met the unions “four\ntimes”", Evidence: []verdict.Evidence{{Role: verdict.Counted, Place: s.at(a, "four times", 0)}},
		},
		{
			Rule: "count-list", Status: verdict.Conflicts, Grade: verdict.Doubt, Severity: verdict.Info, Message: `"four times" has no list`,
			Place: s.at(b, "“four\ntimes” 🏴 this spring", 0), Surface: "“four\ntimes” 🏴 this spring",
		},
		{
			Rule: "weekday", Status: verdict.Conflicts, Grade: verdict.Contradiction, Severity: verdict.Warning, Message: "4 March 2024 is a Monday",
			Claimed: "Tuesday", Found: "Monday", Place: s.at(b, "Tuesday 4 March 2024", 0), Surface: "Tuesday 4 March 2024",
			Evidence:   []verdict.Evidence{{Role: verdict.Contradicts, Place: s.at(a, "2024-03-04", 0)}},
			Suppressed: &verdict.Suppression{Kind: "config", Reason: "the desk knows"},
		},
		{
			Rule: "table-sum", Status: verdict.Conflicts, Grade: verdict.Contradiction, Severity: verdict.Error, Message: "12 and 18 are 30, the sum says 31",
			Claimed: "31", Found: "30", Place: s.at(a, "31", 0), Surface: "31",
			Evidence: []verdict.Evidence{{Role: verdict.Counted, Place: s.at(a, "12", 0)}, {Role: verdict.Counted, Place: s.at(a, "18", 0)}},
		},
		{
			Rule: "same-value", Status: verdict.Agrees, Message: "18 ships in both", Claimed: "18", Found: "18", Place: s.at(b, "18 ships", 0), Surface: "18 ships",
			Evidence: []verdict.Evidence{{Role: verdict.Counted, Place: s.at(a, "18", 0)}},
		},
		{Rule: "date-order", Status: verdict.Undecided, Why: "the list is too short to tell", Place: s.at(a, "on three days", 0), Surface: "on three days", Claimed: "3"},
		{Rule: "weekday", Status: verdict.Agrees, Message: "the date stands twice", Place: s.at(a, "2024-03-04", 0), Surface: "2024-03-04"},
	}
	r := s.page(vs...)
	r.Notes = append(r.Notes, Note{Kind: "unreadable", File: "set/locked.pdf", Message: "could not be read, for it is encrypted"})
	r.Summary.unread++
	return r
}

// changedPage is about a document that somebody wrote to meanwhile.
func changedPage(t testing.TB) *Report {
	s := &set{t: t}
	a := s.add("log.txt", "Two calls were made.\n")
	b := s.add("calls.txt", "One call.\n")
	v := verdict.Verdict{
		Rule: "count-log", Status: verdict.Conflicts, Severity: verdict.Error, Message: "two calls, one listed", Claimed: "2", Found: "1",
		Place: s.at(a, "Two calls", 0), Surface: "Two calls", Evidence: []verdict.Evidence{{Role: verdict.Counted, Place: s.at(b, "One call", 0)}},
	}
	s.bytes[a] = append(s.bytes[a], '\n')
	return s.page(v)
}

const (
	largeDocuments = 200
	largeClaims    = 100 // a document
)

// largePage is as much as a large newsroom's archive of a year.
func largePage(t testing.TB) *Report {
	s := &set{t: t}
	var vs []verdict.Verdict
	for d := range largeDocuments {
		var b strings.Builder
		fmt.Fprintf(&b, "# Report %d\n\n", d)
		for i := range largeClaims {
			fmt.Fprintf(&b, "In week %d.%d the yard built %d hulls, as the foreman had said it would when the order came in from the north. %s\n\n", d, i, i+3, strings.Repeat("The rest of the paragraph tells of the weather. ", 4))
			fmt.Fprintf(&b, "- entry %d.%d: %d hulls\n\n", d, i, i+3+i%10/9)
		}
		doc := s.addFile(fmt.Sprintf("yard/%03d/report-%03d.md", d/10, d), b.String())
		for i := range largeClaims {
			claim, entry := fmt.Sprintf("%d hulls, as", i+3), fmt.Sprintf("entry %d.%d:", d, i)
			v := verdict.Verdict{
				Rule: fmt.Sprintf("count-%d", i%7), Status: verdict.Agrees, Message: "the entry says the same", Claimed: fmt.Sprint(i + 3), Found: fmt.Sprint(i + 3),
				Place: s.at(doc, claim, 0), Surface: claim, Evidence: []verdict.Evidence{{Role: verdict.Counted, Note: "hulls", Place: s.at(doc, entry, 0)}},
			}
			switch i % 10 {
			case 9:
				v.Status, v.Severity, v.Found = verdict.Conflicts, verdict.Warning, fmt.Sprint(i+4)
				v.Message = fmt.Sprintf("text says %d hulls, the entry says %d", i+3, i+4)
			case 5:
				v.Status, v.Why = verdict.Undecided, "the entry may be about another yard"
			}
			vs = append(vs, v)
		}
	}
	return s.page(vs...)
}
