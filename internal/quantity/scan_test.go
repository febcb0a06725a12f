package quantity

import (
	"fmt"
	"strings"
	"testing"

	"github.com/concordlint/concord/internal/token"
)

// scan finds the quantities of a text as a caller does.
func scan(text string) (found []Quantity, toks []token.Token) {
	toks = token.Append(nil, text, 0, len(text))
	for i := 0; i < len(toks); {
		q, n, ok := Parse(toks, i)
		if !ok {
			i++
			continue
		}
		found = append(found, q)
		i += n
	}
	return found, toks
}

// describe writes the quantities of a text as "surface [lo,hi] flags", one
// after the other.
func describe(text string) string {
	found, toks := scan(text)
	var all []string
	for _, q := range found {
		s := text[toks[q.Start].Start:toks[q.End-1].End] + " "
		iv, _ := q.Interval.MarshalText()
		s += string(iv)
		if q.Flags != 0 {
			s += " " + q.Flags.String()
		}
		all = append(all, s)
	}
	return strings.Join(all, "; ")
}

func TestEyes(t *testing.T) {
	for _, s := range strings.Split(eyes, "\n") {
		if s = strings.TrimSpace(s); s != "" {
			fmt.Printf("%-60s => %s\n", s, describe(s))
		}
	}
}
const eyes = `

The envoys met five times in 2023 and twice more this spring.
Of the nine calls listed below, four concerned grain.
At least six meetings took place; the five we could date are listed.
They spoke again on 4 May
Three of the four authors; all but two; a dozen or so; half a dozen; a couple.
Rivera has spoken seven times with Okafor
Two weeks later the two sides signed two-way agreements.
Section 4 lists 12 sites; 3 closed in May, so 9 remain.
the Big Four, Seven Network, G7 (with eight leaders present)
Sunday 7 March; 02:00 UTC Wednesday 28 February / 18:00 PST Tuesday 27 February
sat 2023-02-01; 10/11/2024; the 1918–19 season; FY2024/25; 1998–02; Dec 30 – Jan 2; 3–4 June
25 October 1917 (7 November, New Style); born in 1982, 41 or 42; aged 41 in May
33%, 33% and 33%; 12.5 + 12.5 + 75.1; rose 50% from 2% to 3%; rose one percentage point; fell by 20% to 80
€1.2 billion (about $1.3 billion), $1.29bn, nearly 5,000, 4,963, more than 300, 1,2 Mio., 1.234, 12,34,567
revenue 4,120 (2022: 3,980), (1,204), <5, 12³, 1,024*
Member 100 was there; ticket 8814, Route 66, Article 5, version 2.10 vs 2.9, ISBN 978-3-16-148410-0
52 patients were enrolled; 12 patients withdrew and 40 patients completed.
100 km/h (62 mph), 5 miles (8 km), 8 oz (227 g), 6 ft (1.8 m)
If seven members agree; Python 3.9 and 2/3; Ubuntu 22.04; HTTP 404; port 8080; 64-bit; 32 bits; 0x1F; 1e6; the first 5
Austin has met with eight of his European counterparts and 16 European leaders, more than two dozen calls
Prime Minister met on 30 November 2021 with NATO's 30 members; on December 7, 2021 he; B9 leaders
There are five kinds of; in one of four ways. for two reasons: one of two ways (4): *four* Four other alternatives
one or more of, among other things, from four to two, two arrays, at least N of
about three topics; for over a decade; over the two days; a year; a three-day visit; under two conditions; some of the nine
a five-day, two-nation tour; three hundred and twenty-five; the 25th anniversary; two and three; 3 and 5
up to and including 5; as much as possible; up to you; no later than 5 May; no more; not more
more than one; more than once; more than half; less than a third of voters; more than two-thirds of members; nearly half of the members
one third of the votes; one-fourth; two thirds; two-thirds majority
a single, not a single call; not one; no fewer calls; half-hour; half an hour; a hundred-odd; hundreds-strong
three per cent; 3 percentage points; 5 p.p.; 50-50; 24/7; 9/11; 7-Eleven; 3D; 4x4; 5G; MP3; H1N1
In 12 of the 20 cities; Twelve Angry Men; Ocean’s Eleven; Chapter Two; Part One; step two; Formula One; page one
The score was 3 to 2; 21 to 19; they won 3 to 2; the vote was 52 to 48; a 52–48 vote
$5 to $10; 5 to 10 dollars; £3m–£4m; 5%–10%; 5-10%; 1.2–1.5 million; 900 to 1,200; between $3 and $5 million
a million and a half; 1½ million; one and a half times as many; two and a half times
Once a week; once again; once more; at once; met Putin once in 2021, once a year
12 million; 12m people; 12m tall; 5K run; 10k users; 3 m; 100 m dash; £12m; 7.8bn people; 1 billion; 20 lakh; 2 crore
+49 30 1234567; 30-40; (555) 123-4567; 10.0.0.1; 1.5.2; 12:30:45; 2021-22; 2021/2022; page 3 of 12; 3/4; ¾ cup
three-to-five; two to three dozen; five-plus; two-plus; 10+; 10 + 5; 5 plus; the 1980s; '90s; 1900; 2050; 2100; 1 2 3 4
`
