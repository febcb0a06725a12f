package calendar

import (
	"strings"
	"testing"

	"github.com/concordlint/concord/internal/token"
)

func cut(s string) []token.Token { return token.Append(nil, s, 0, len(s)) }

// surface is the text of tokens i to j-1.
func surface(s string, toks []token.Token, i, j int) string {
	if i >= j {
		return ""
	}
	return s[toks[i].Start:toks[j-1].End]
}

// scan reads all dates of a text as an extractor does, and writes each as its
// surface and its value.
func scan(s string) (out []string, dates []Date) {
	toks := cut(s)
	for i := 0; i < len(toks); {
		if Starts(toks[i]) {
			if d, next, ok := Parse(toks, i); ok {
				out = append(out, surface(s, toks, i, next)+" = "+describe(d))
				dates = append(dates, d)
				i = next
				continue
			}
		}
		i++
	}
	return out, dates
}

func describe(d Date) string {
	s := d.String()
	if d.Weekday != 0 {
		s += " " + WeekdayName(int(d.Weekday))[:3]
	}
	if d.ToWeekday != 0 {
		s += "-" + WeekdayName(int(d.ToWeekday))[:3]
	}
	if d.Zone != "" {
		s += " " + d.Zone
	}
	for _, f := range []struct {
		on   bool
		name string
	}{{d.Circa, "circa"}, {d.Both, "both"}, {d.Ambiguous, "or " + d.Alt.String()}, {d.Backwards, "backwards"}, {d.Invalid != "", "invalid"}, {d.Placeholder, "placeholder"}} {
		if f.on {
			s += " " + f.name
		}
	}
	return s
}

func TestParse(t *testing.T) {
	for _, c := range []struct{ in, want string }{
		// One day.
		{"on December 6, 2021 the envoy", "December 6, 2021 = 2021-12-06"},
		{"Dec. 6: call", "Dec. 6 = --12-06"},
		{"Dec 16. Left the hut at 10:20.", "Dec 16 = --12-16"},
		{"6 December 2021", "6 December 2021 = 2021-12-06"},
		{"the 6th of December", "6th of December = --12-06"},
		{"On the sixteenth of December last, four people", "sixteenth of December = --12-16"},
		{"the twenty-first of June 1990", "twenty-first of June 1990 = 1990-06-21"},
		{"on the 3rd day of April, 2023 between", "3rd day of April, 2023 = 2023-04-03"},
		{"Monday, December 6", "Monday, December 6 = --12-06 Mon"},
		{"Mon., Jan. 15", "Mon., Jan. 15 = --01-15 Mon"},
		{"Wed 9 Nov", "Wed 9 Nov = --11-09 Wed"},
		{"Sat 5 Nov", "Sat 5 Nov = --11-05 Sat"},
		{"Tuesday, 2019-06-04", "Tuesday, 2019-06-04 = 2019-06-04 Tue"},
		{"Monday 22nd and Friday the 29th.", "Monday 22nd = ---22 Mon|Friday the 29th = ---29 Fri"},
		{"2021-12-06", "2021-12-06 = 2021-12-06"},
		{"2021-12-06T10:00:00Z", "2021-12-06T10:00:00Z = 2021-12-06T10:00 Z"},
		{"2021/12/06", "2021/12/06 = 2021-12-06"},
		{"7-Sep-2001: 2.2a3", "7-Sep-2001 = 2001-09-07"},
		{"06.12.2021", "06.12.2021 = 2021-12-06"},
		{"25/12/2021 and 12/25/2021", "25/12/2021 = 2021-12-25|12/25/2021 = 2021-12-25"},
		{"10/11/2024 … on 11 October 2024", "10/11/2024 = 2024-10-11 or 2024-11-10|11 October 2024 = 2024-10-11"},
		{"December 6,2021", "December 6,2021 = 2021-12-06"},
		{"SEPT. 30, 2020", "SEPT. 30, 2020 = 2020-09-30"},
		{"december 6, 2021", "december 6, 2021 = 2021-12-06"},
		{"June 3 (Friday)", "June 3 (Friday) = --06-03 Fri"},
		{"around 5 May", "5 May = --05-05 circa"},
		{"Wesnesday, 2022-06-01", "2022-06-01 = 2022-06-01"},
		// Clocks.
		{"Monday, 3 June 2024 at 10:20, in town", "Monday, 3 June 2024 at 10:20 = 2024-06-03T10:20 Mon"},
		{"Tuesday 14 November 2023, 6.30 pm, Guildhall", "Tuesday 14 November 2023, 6.30 pm = 2023-11-14T18:30 Tue"},
		{"Wednesday, October 25, 2023 · 11:00 a.m.", "Wednesday, October 25, 2023 · 11:00 a.m. = 2023-10-25T11:00 Wed"},
		{"As of 18:00, Saturday 26 August 2023", "18:00, Saturday 26 August 2023 = 2023-08-26T18:00 Sat"},
		{"02:00 UTC Wednesday 28 February / 18:00 PST Tuesday 27 February", "02:00 UTC Wednesday 28 February = --02-28T02:00 Wed UTC|18:00 PST Tuesday 27 February = --02-27T18:00 Tue PST"},
		{"Thu 9 Feb 21:40", "Thu 9 Feb 21:40 = --02-09T21:40 Thu"},
		{"Wed Jul 22 16:49:28 EDT 1998", "Wed Jul 22 16:49:28 EDT 1998 = 1998-07-22T16:49 Wed EDT"},
		{"by 1 June next year, weather", "1 June next year = --06-01"},
		// Ranges.
		{"December 15-16: talks", "December 15-16 = --12-15/--12-16"},
		{"9–13 November", "9–13 November = --11-09/--11-13"},
		{"November 30 - December 1: summit", "November 30 - December 1 = --11-30/--12-01"},
		{"Dec 30 – Jan 2", "Dec 30 – Jan 2 = --12-30/--01-02"},
		{"Dec 30 – Jan 2, 2022", "Dec 30 – Jan 2, 2022 = 2021-12-30/2022-01-02"},
		{"June 20 to 24", "June 20 to 24 = --06-20/--06-24"},
		{"9 to 22 February 2023", "9 to 22 February 2023 = 2023-02-09/2023-02-22"},
		{"Sat 11 to Thu 16 February", "Sat 11 to Thu 16 February = --02-11/--02-16 Sat-Thu"},
		{"from Monday 20 to Friday 24 June", "Monday 20 to Friday 24 June = --06-20/--06-24 Mon-Fri"},
		{"Monday, October 2 to Wednesday, October 4, 2023", "Monday, October 2 to Wednesday, October 4, 2023 = 2023-10-02/2023-10-04 Mon-Wed"},
		{"Friday 6 May to Sunday 3 July 2022", "Friday 6 May to Sunday 3 July 2022 = 2022-05-06/2022-07-03 Fri-Sun"},
		{"December 2, 1931 – October 19, 2023", "December 2, 1931 – October 19, 2023 = 1931-12-02/2023-10-19"},
		{"June–September 2023", "June–September 2023 = 2023-06/2023-09"},
		{"between 5 May and 9 June", "between 5 May and 9 June = --05-05/--06-09"},
		{"between 2 and 5 May", "between 2 and 5 May = --05-02/--05-05"},
		{"19 and 20 April", "19 and 20 April = --04-19/--04-20 both"},
		{"December 6 and 7, 2021", "December 6 and 7, 2021 = 2021-12-06/2021-12-07 both"},
		{"2024-05-03/2024-05-05", "2024-05-03/2024-05-05 = 2024-05-03/2024-05-05"},
		{"2024-05-03 to 2024-05-05", "2024-05-03 to 2024-05-05 = 2024-05-03/2024-05-05"},
		{"5/6 June 1944", "5/6 June 1944 = 1944-06-05/1944-06-06"},
		{"on the night of 3–4 June", "3–4 June = --06-03/--06-04"},
		{"March 13-9", "March 13-9 = --03-13/--03-09 backwards"},
		{"Thursday, February 8 to Tuesday, February 6 in", "Thursday, February 8 to Tuesday, February 6 = --02-08/--02-06 Thu-Tue backwards"},
		{"November 7, 2024 through November 21, 2023", "November 7, 2024 through November 21, 2023 = 2024-11-07/2023-11-21 backwards"},
		{"Dec. 5 – 9 May", "Dec. 5 – 9 May = --12-05/--05-09"},
		// Less precise ones.
		{"in December 2021 the", "December 2021 = 2021-12"},
		{"Early 2007 (pre-PyCon)", "Early 2007 = 2007~early"},
		{"mid-March 2020", "mid-March 2020 = 2020-03~mid"},
		{"in late June", "late June = --06~late"},
		{"Spring 2021", "Spring 2021 = 2021~spring"},
		{"winter 2021-22", "winter 2021-22 = 2021~winter/2022~winter"},
		{"Q3 2021 and 2020 Q4", "Q3 2021 = 2021~Q3|2020 Q4 = 2020~Q4"},
		{"the third quarter of 2021", "third quarter of 2021 = 2021~Q3"},
		{"early 2007 to mid-2008", "early 2007 to mid-2008 = 2007~early/2008~mid"},
		// No such day.
		{"February 30, 2024", "February 30, 2024 = 2024-02-30 invalid"},
		{"[3.1.1] - 2024-02-30", "2024-02-30 = 2024-02-30 invalid"},
		{"created: 2018-31-03", "2018-31-03 = 2018-31-03 invalid"},
		{"2010-00-00", "2010-00-00 = 2010 invalid placeholder"},
		{"3.4.0 beta 2: January 45 2014", "January 45 2014 = 2014-01-45 invalid"},
		{"2019-09-38 (expected)", "2019-09-38 = 2019-09-38 invalid"},
		{"on June 31.", "June 31 = --06-31 invalid"},
		{"31/02/2024", "31/02/2024 = 2024-02-31 invalid"},
		{"29 February 2023", "29 February 2023 = 2023-02-29 invalid"},
	} {
		got, _ := scan(c.in)
		if g := strings.Join(got, "|"); g != c.want {
			t.Errorf("%q:\n got %s\nwant %s", c.in, g, c.want)
		}
	}
}

// What looks like a date and is none, or not all of it.
func TestParseRefuses(t *testing.T) {
	for _, c := range []struct{ in, want string }{
		{"it may 5 people decide", ""},
		{"2022-04-2x", ""},
		{"May met March in June.", ""},
		{"They march 10 miles", ""},
		{"March 10 miles and rest", ""},
		{"In June 15 people died", ""},
		{"by June 31 members had signed", ""},
		{"sat 2023-02-01 down", "2023-02-01 = 2023-02-01"},
		{"Wed is a village, Sun a newspaper", ""},
		{"On Tuesday they met", ""},
		{"version 2.10 and 2.9, 3.9.1", ""},
		{"1/2 of 3/4, 24/7, 9/11", ""},
		{"10-15 people, 5 to 9 members", ""},
		{"won 3–2 and 11–4", ""},
		{"1998–02 and the 1918–19 season, FY2024/25, 2021/22", ""},
		{"in 2021 and 2022", ""},
		{"pages 120-112, ISBN 978-3-16-148410-0", ""},
		{"call 555-12-2021-5", ""},
		{"see /2021/12/06/story and https://example.org/2021/12/06", ""},
		{"23/0417, 10/11", ""},
		{"the May 2 people", ""},
		{"Dec 18 - 9 km, uphill", "Dec 18 = --12-18"},
		{"Dec 6 — 16:45 the call", "Dec 6 = --12-06"},
		{"December 6 and 15 people came", "December 6 = --12-06"},
		{"December 6, 2000 people came", "December 6 = --12-06"},
		{"$5 May raise", ""},
		{"rose from June 20 to 24 percent", "June 20 = --06-20"},
		{"16 March 12:30 and 5 March", "16 March 12:30 = --03-16T12:30|5 March = --03-05"},
		{"October 7:30", ""},
		{"the second of these, the third time", ""},
		{"mid-size, late arrivals, early 20 of them, late 2000 people", ""},
		{"spring in Paris, fall 3 points", ""},
		{"Q3 results", ""},
		{"2:1 with 5:30 left", ""},
		{"192.168.10.2021", ""},
		{"5.10.20211", ""},
		{"May 2.5 percent", ""},
		{"December 6%", ""},
		{"Monday met the second", ""},
		{"1,500 March protesters", ""},
		{"Dec 25 Oct 31", "Dec 25 = --12-25|Oct 31 = --10-31"},
		{"RFC 2021-12", ""},
		{"steps 3 and 4 MAY be done; the 5 MAY be", ""},
	} {
		got, _ := scan(c.in)
		if g := strings.Join(got, "|"); g != c.want {
			t.Errorf("%q:\n got %s\nwant %s", c.in, g, c.want)
		}
	}
}
