package calendar

import "testing"

func TestDocumentDate(t *testing.T) {
	for _, c := range []struct {
		name, want, how string
		meta            map[string]string
		heads           []string
		file            string
	}{
		{name: "front matter", want: "2024-05-22", how: ByMeta, meta: map[string]string{"date": "2024-05-22", "updated": "2024-06-01"}, heads: []string{"3 May 2020"}},
		{name: "front matter with a clock", want: "2024-05-22", how: ByMeta, meta: map[string]string{"published": "2024-05-22T10:00:00Z"}},
		{name: "when an office file was made", want: "2021-02-03", how: ByMaking, meta: map[string]string{"file-created": "2021-02-03T08:00:00Z"}},
		{name: "a dateline over when the file was made", want: "2022-01-10", how: ByDateline, meta: map[string]string{"file-created": "2021-02-03"}, heads: []string{"BRUSSELS, Jan. 10, 2022 — It began."}},
		{name: "a field of a header", want: "2001-09-07", how: ByMeta, meta: map[string]string{"created": "07-Sep-2001"}},
		{name: "a label", want: "2023-04-05", how: ByLabel, heads: []string{"To: All members\nDate: Wednesday 5 April 2023\nRe: the hall"}},
		{name: "posted by", want: "2024-05-22", how: ByLabel, heads: []string{"Bindery 3.2 is out", "Posted by Ilse Maurer on 22 May 2024", "On 3 May 2023 we began."}},
		{name: "as of", want: "2023-08-26", how: ByLabel, heads: []string{"RELIEF OFFICE\nREPORT No. 3\nAs of 18:00, Saturday 26 August 2023"}},
		{name: "for use from", want: "2023-04-03", how: ByLabel, heads: []string{"Line to take", "For use from Monday 3 April 2023. The list may be shared with those who ask for it by telephone."}},
		{name: "a dateline", want: "2022-01-10", how: ByDateline, heads: []string{"BRUSSELS, Jan. 10, 2022 — The ministers met again on Monday and will meet on 4 March 2022."}},
		{name: "a place and a date", want: "2023-02-16", how: ByDateline, heads: []string{"RAROTONGA, 16 February 2023", "Dear Hugh,"}},
		{name: "a line of its own", want: "2022-11-21", how: ByLine, heads: []string{"Largest mission yet", "21 November 2022", "With 23 firms the mission of 5–16 November was the largest."}},
		{name: "a byline", want: "2023-05-06", how: ByLine, heads: []string{"A WHISKER", "By Toby Arkwright, Ness Advertiser, Saturday 6 May 2023"}},
		{name: "parts of a line", want: "2023-11-23", how: ByLine, heads: []string{"By Saskia Mertens · The Haven Courant · Thursday 23 November 2023"}},
		{name: "the end of a bulletin's head", want: "2023-03-31", how: ByLine, heads: []string{"MINISTRY BULLETIN No. 14                   31 March 2023"}},
		{name: "a date with its hour", want: "2023-11-14", how: ByLine, heads: []string{"Tuesday 14 November 2023, 6.30 pm, Guildhall. Papers are with the clerk."}},
		{name: "a paper's name and date before a sentence", want: "2023-10-12", how: ByLine, heads: []string{"The Larn Weekly, Thursday 12 October 2023. The commissioner talks about floods."}},
		{name: "adopted on", want: "2022-06-24", how: ByLine, heads: []string{"PORT ELLERY DECLARATION\nadopted by the third forum on 24 June 2022"}},
		{name: "a signature behind a quotation", want: "2022-01-07", how: BySignature, heads: []string{"\"We are committed to it, just as we were fully committed to it before, and shall be.\"Secretary of State Ann Other, January 7, 2022"}},
		{name: "a month", want: "2022-12", how: ByIssue, heads: []string{"CHAMBER NOTES                 December 2022", "HOME AGAIN"}},
		{name: "a day beats a month", want: "2024-01-12", how: ByLine, heads: []string{"News from the school, January 2024", "News · Friday, January 12, 2024 · Grades K–5"}},
		{name: "the file's name", want: "2024-05-03", how: ByFile, heads: []string{"Minutes"}, file: "minutes/2024-05-03-minutes.md"},
		{name: "the file's name without dashes", want: "2024-05-03", how: ByFile, file: "a/min_20240503.txt"},
		{name: "a month in the file's name", want: "2022-12", how: ByFile, file: "2022-12-notes.md"},
		{name: "a period", want: "2022-06-24", how: ByPeriod, heads: []string{"DIARY OF THE CHAIR\n20-24 June 2022 (bilaterals and other engagements)"}},
		{name: "an agreement", want: "2023-04-03", how: ByAgreement, heads: []string{"SERVICES AGREEMENT", "This Agreement is made on the 3rd day of April, 2023 between Ortolan\nLimited and others, and was signed by both."}},
		{name: "an update", want: "2024-06-01", how: ByUpdate, heads: []string{"Last updated: 1 June 2024"}},
		// Not the document's own.
		{name: "running prose", heads: []string{"The court ruled against him on 4 May 2023.", "On 5 June 2023, the ministers met and agreed on a plan for the harbour."}},
		{name: "a life", heads: []string{"Born December 2, 1931", "December 2, 1931 – October 19, 2023"}},
		{name: "wrapped prose", heads: []string{"She died at the house that her husband had built for them on October 19, 2023\nand was buried beside him."}},
		{name: "a deadline", heads: []string{"Answers by 5 May 2024"}},
		{name: "entries", heads: []string{"6 December 2021: call with the minister of finance of the republic"}},
		{name: "a release", heads: []string{"Changelog", "[3.2.0] - 2024-05-21"}},
		{name: "a convent", heads: []string{"She was born in Spoon and entered on 7 September 1927 the convent of the Grey Sisters, where she stayed."}},
		{name: "two dates", heads: []string{"Election held on Thursday, September 21, 2023. Recount held on Monday, October 2, 2023."}},
		{name: "a year in the file's name", file: "annual-report-2022.md"},
		{name: "a number in the file's name", file: "eip-1559-20301299.md"},
		{name: "no date at all"},
	} {
		d, how, ok := DocumentDate(c.meta, c.heads, c.file)
		if d.String() != c.want || how != c.how || ok != (c.want != "") {
			t.Errorf("%s: got %s by %q, want %s by %q", c.name, d, how, c.want, c.how)
		}
	}
}

func TestParseWindow(t *testing.T) {
	doc := Day{2023, 10, 6}
	for _, c := range []struct {
		in, want string
		exact    bool
		rest     string
	}{
		{"in March she", "2023-03-01/2023-03-31", true, "she"},
		{"in December they", "2022-12-01/2022-12-31", true, "they"},
		{"in 2022.", "2022-01-01/2022-12-31", true, "."},
		{"in May 2021,", "2021-05-01/2021-05-31", true, ","},
		{"since June, or", "2023-06-01/2023-10-06", true, ", or"},
		{"since 2019", "2019-01-01/2023-10-06", true, ""},
		{"since 9 June", "2023-06-09/2023-10-06", true, ""},
		{"between 2015 and 2019", "2015-01-01/2019-12-31", true, ""},
		{"from June to September", "2023-06-01/2023-09-30", true, ""},
		{"from 2 May to 9 June", "2023-05-02/2023-06-09", true, ""},
		{"between November and January", "2022-11-01/2023-01-31", true, ""},
		{"this year", "2023-01-01/2023-12-31", true, ""},
		{"last year", "2022-01-01/2022-12-31", true, ""},
		{"last month", "2023-09-01/2023-09-30", true, ""},
		{"so far this year", "2023-01-01/2023-10-06", true, ""},
		{"last week", "2023-09-22/2023-10-06", false, ""},
		{"in the last two weeks", "2023-09-15/2023-10-06", false, ""},
		{"over the past five years", "2017-10-01/2023-10-06", false, ""},
		{"in recent weeks", "2023-08-18/2023-10-06", false, ""},
		{"in the last few weeks", "2023-08-18/2023-10-06", false, ""},
		{"so far this season", "/", false, ""},
		{"this season", "/", false, ""},
		{"in the first quarter of 2023", "2023-01-01/2023-03-31", true, ""},
		{"during the summer", "none", false, ""},
		{"in Paris", "none", false, ""},
		{"in 20 minutes", "none", false, ""},
		{"from Rome to Paris", "none", false, ""},
		{"between 15 and 20", "none", false, ""},
		{"may", "none", false, ""},
		{"last the course", "none", false, ""},
	} {
		toks := cut(c.in)
		from, to, exact, next, ok := ParseWindow(toks, 0, doc)
		got := from.String() + "/" + to.String()
		if !ok {
			got = "none"
		}
		if got != c.want || exact != c.exact || ok && surface(c.in, toks, next, len(toks)) != c.rest {
			t.Errorf("%q: got %s exact %v rest %q", c.in, got, exact, surface(c.in, toks, next, len(toks)))
		}
	}
	if from, to, exact, _, ok := ParseWindow(cut("in March"), 0, Day{}); !ok || exact || from.String() != "--03-01" || to.String() != "--03-31" {
		t.Errorf("in March of no year: %s/%s %v %v", from, to, exact, ok)
	}
	past, coming, ok := NearWeekday(1, Day{2021, 12, 7})
	if !ok || past != (Day{2021, 12, 6}) || coming != (Day{2021, 12, 13}) {
		t.Errorf("Monday about 2021-12-07: %s %s %v", past, coming, ok)
	}
	if same, _, _ := NearWeekday(2, Day{2021, 12, 7}); same != (Day{2021, 12, 7}) {
		t.Errorf("Tuesday on 2021-12-07: %s", same)
	}
}
