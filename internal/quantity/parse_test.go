package quantity

import "testing"

// The table of claimed quantities, row by row.
func TestClaimed(t *testing.T) {
	run(t, []reading{
		{"seven calls, 7 talks", "seven [7,7]; 7 [7,7]"},
		{"a dozen boats and two dozen oars", "a dozen [12,12]; two dozen [24,24]"},
		{"half a dozen boats, a half-dozen oars", "half a dozen [6,6]; a half-dozen [6,6]"},
		{"a score of boats and three score oars", "a score of [20,20]; three score [60,60]"},
		{"1.2 million voters", "1.2 million [1200000,1200000] rounded"},
		{"met twice, met thrice", "twice [2,2] times; thrice [3,3] times"},
		{"both boats", "both [2,2] definite"},
		{"a pair of boats", "a pair of [2,2]"},
		{"a single boat", "a single [1,1]"},
		{"one-third voted, two-thirds stayed, three quarters of it", "one-third [0.333333,0.333334] fraction; two-thirds [0.666666,0.666667] fraction; three quarters [0.75,0.75] fraction part-of"},
		{"no boats sailed; none came; it never sailed; zero boats", "no [0,0] none; none [0,0] none; never [0,0] times none; zero [0,0]"},

		{"more than 12 boats, over 24 boats, above 30 boats", "more than 12 (12,∞); over 24 (24,∞); above 30 (30,∞)"},
		{"in excess of 300 boats", "in excess of 300 (300,∞)"},
		{"more than two dozen boats", "more than two dozen (24,∞)"},
		{"more than one boat", "more than one (1,∞)"},
		{"at least five boats, no fewer than six, not less than 7", "at least five [5,∞); no fewer than six [6,∞); not less than 7 [7,∞)"},
		{"five or more boats, five-plus boats, 20+ boats, upwards of 40 boats", "five or more [5,∞); five-plus [5,∞); 20+ [20,∞); upwards of 40 [40,∞)"},
		{"five boats or more sailed", "five [5,∞)"},
		{"fewer than 15 boats, less than ten, under 30", "fewer than 15 [0,15); less than ten [0,10); under 30 [0,30)"},
		{"up to 6 boats, at most four, no more than two, as many as 300", "up to 6 [0,6]; at most four [0,4]; no more than two [0,2]; as many as 300 [0,300]"},
		{"between 3 and 5 boats, 3 to 5 boats, 3–5 boats, 3-5 boats", "between 3 and 5 [3,5] range; 3 to 5 [3,5] range; 3–5 [3,5] range; 3-5 [3,5] range"},
		{"three or four boats; three to five oars", "three or four [3,4] choice; three to five [3,5] range"},
		{"nearly 20 boats, almost 300, close to fifty", "nearly 20 [18,20); almost 300 [270,300); close to fifty [45,50)"},
		{"just over 50 boats, slightly more than 50", "just over 50 (50,55]; slightly more than 50 (50,55]"},
		{"about 40 boats, around forty, some forty, roughly 100", "about 40 [36,44]; around forty [36,44]; some forty [36,44]; roughly 100 [90,110]"},
		{"an estimated 200 boats, a dozen or so, ~20, 30-odd", "an estimated 200 [180,220]; a dozen or so [10.8,13.2]; ~20 [18,22]; 30-odd [27,33]"},
		{"about three boats", "about three [2,4]"},
		{"at least some 300 boats", "at least some 300 [270,∞)"},
		{"a couple of boats; a few boats; several boats", "a couple of [2,3]; a few [3,∞) weak; several [3,∞) weak"},
		{"a handful of boats; a number of boats; a large number of oars", "a handful of [3,7] weak; a number of unknown; a large number of unknown"},
		{"dozens of boats; scores of boats; hundreds of boats", "dozens of [24,∞) weak; scores of [40,∞) weak; hundreds of [200,∞) weak"},
		{"thousands of boats; tens of thousands of oars", "thousands of [2000,∞) weak; tens of thousands of [20000,∞) weak"},
		{"several hundred boats, a couple dozen oars, more than a few", "several hundred [300,∞) weak; a couple dozen [24,36]; more than a few [3,∞) weak"},
	})
}

func TestNumbers(t *testing.T) {
	run(t, []reading{
		{"12,000 votes, 12\u202f000 votes, 12\u00a0500 votes, 12 000 votes, 12,34,567 votes", "12,000 [12000,12000]; 12\u202f000 [12000,12000]; 12\u00a0500 [12500,12500]; 12 000 [12000,12000]; 12,34,567 [1234567,1234567]"},
		{"twenty-three boats, one hundred and five boats, a hundred boats", "twenty-three [23,23]; one hundred and five [105,105]; a hundred [100,100]"},
		{"two thousand and twelve boats; one million two hundred thousand boats", "two thousand and twelve [2012,2012]; one million two hundred thousand [1200000,1200000]"},
		{"five hundred and two dozen boats", "five hundred [500,500]; two dozen [24,24]"},
		{"half a million votes, two and a half million votes, 2½ years", "half a million [500000,500000] rounded; two and a half million [2500000,2500000] rounded; 2½ [2.5,2.5] measure"},
		{"$46.5 million, €1.2bn, US$5, EUR 40 million, £12m", "$46.5 million [46500000,46500000] money rounded; €1.2bn [1200000000,1200000000] money rounded; $5 [5,5] money; 40 million [40000000,40000000] money rounded; £12m [12000000,12000000] money rounded"},
		{"45%, 45 per cent, 45 percent, two percentage points", "45% [45,45] percent rounded; 45 per cent [45,45] percent rounded; 45 percent [45,45] percent rounded; two percentage points [2,2] points rounded"},
		{"3 to 5 million votes; two or three hundred boats; $3–5 million; 5–10%", "3 to 5 million [3000000,5000000] range rounded; two or three hundred [200,300] choice; $3–5 million [3000000,5000000] money range rounded; 5–10% [5,10] percent range rounded"},
		{"20 lakh votes and 2 crore rupees", "20 lakh [2000000,2000000] rounded; 2 crore [20000000,20000000] money measure rounded"},
		{"1.234 votes", "1.234 [1.234,1.234] ambiguous rounded"},
		{"three, four or five boats", "three, four or five [3,5] choice"},
	})
}

func TestTimes(t *testing.T) {
	run(t, []reading{
		{"They met seven times.", "seven times [7,7] times"},
		{"They met on three occasions.", "three occasions [3,3] times"},
		{"They met on two separate occasions.", "two separate occasions [2,2] times"},
		{"They met 12 times and twice more.", "12 times [12,12] times; twice [2,2] times more"},
		{"They met once or twice, even two or three times.", "once or twice [1,2] times choice; two or three times [2,3] times choice"},
		{"They met more than once.", "more than once (1,∞) times"},
		{"They met once in May.", "once [1,1] times"},
		{"Once they met, it rained. Once more. At once.", ""},
		{"It was once a port.", ""},
		{"The sum is twice as large, three times more than before.", "twice [2,2] factor; three times [3,3] factor"},
		{"a 100-fold rise, 2x the speed", "100 [100,100] factor compound; 2x [2,2] factor"},
		{"He met her 3 times a week.", "3 times [3,3] times rate"},
		{"He read three Times articles.", "three [3,3]"},
	})
}

func TestAround(t *testing.T) {
	run(t, []reading{
		{"the two sides, these three boats, all five oars", "two [2,2] definite; three [3,3] definite; five [5,5] definite"},
		{"his four boats, Norway's six boats", "four [4,4] possessed; six [6,6] possessed"},
		{"the first three boats, the last two, the remaining six", "three [3,3] definite partial; two [2,2] definite partial; six [6,6] definite partial"},
		{"another three boats, three other boats, three more, a further two", "three [3,3] more; three [3,3] more; three [3,3] more; two [2,2] more"},
		{"three of the four boats", "three [3,3] part-of; four [4,4] whole definite"},
		{"Of the nine boats, four sank.", "nine [9,9] whole definite; four [4,4] part-of"},
		{"all but two boats", "two [2,2] part-of"},
		{"eight of his northern neighbours", "eight [8,8]"},
		{"three of his four boats", "three [3,3] part-of; four [4,4] whole possessed"},
		{"one of the reasons", "one [1,1] one-of part-of"},
		{"in one of four ways", "one [1,1] one-of; four [4,4] whole"},
		{"the leaders of 16 countries", "16 [16,16]"},
		{"the following four steps", "four [4,4]"},
		{"every two weeks, five calls a week, two per boat", "two [2,2] measure rate; five [5,5] rate; two [2,2] rate"},
		{"one in five boats, 3 in 10 voters, nine calls in ten.", "one [1,1] ratio; five [5,5] ratio; 3 [3,3] ratio; 10 [10,10] ratio; nine [9,9] ratio; ten [10,10] ratio"},
		{"a total of 12 boats; 14 boats in all", "12 [12,12] total; 14 [14,14] total"},
		{"not three boats", "three [3,3] negated"},
		{"two weeks, 5 km, 30km, ninety (90) days", "two [2,2] measure; 5 [5,5] measure; 30km [30,30] measure; ninety [90,90] measure; 90 [90,90] measure"},
		{"a two-way road, a three-year plan, two- and three-year terms", "two [2,2] compound; three [3,3] compound; two [2,2] compound; three [3,3] compound"},
		{"from 40 to 50, from four to two, three to two", "40 [40,40] change; 50 [50,50] change; four [4,4] change; two [2,2] change; three [3,3] change; two [2,2] change"},
		{"talks over three days under two flags", "over three [3,∞) measure ambiguous; under two [0,2) ambiguous"},
		{"five (6) members; *four* boats; reasons (4):", "five [5,5]; 6 [6,6]; four [4,4]; 4 [4,4]"},
	})
}

// What must not be read as a count.
func TestNotCounts(t *testing.T) {
	run(t, []reading{
		{"In 2021, since 1848, on 17 August 1894, (1881)", "2021 [2021,2021] year-like; 1848 [1848,1848] year-like; 17 [17,17] not-a-count; 1894 [1894,1894] year-like; 1881 [1881,1881] year-like"},
		{"in 2016–2018, between 2019 and 2021, 1998–02, 2021/22, the 1990s", "2016–2018 [2016,2018] year-like range; between 2019 and 2021 [2019,2021] year-like range"},
		{"version 3.9.1, v2, 2/3, at 10:30, 2024-05-03, #871, 10/11/2024, 10.0.0.1", ""},
		{"won 3–2, lost 31–24, a 3–2 win", ""},
		{"Section 4.2, Article 5, Articles 1, 2 and 6, No. 12, pp. 12–20, [12]", "4.2 [4.2,4.2] not-a-count rounded; 5 [5,5] not-a-count; 1 [1,1] not-a-count; 2 [2,2] not-a-count; 6 [6,6] not-a-count; 12 [12,12] not-a-count; 12–20 [12,20] not-a-count range; 12 [12,12] not-a-count"},
		{"Route 66 was closed. The Group of 20 met.", "66 [66,66] not-a-count; 20 [20,20] not-a-count"},
		{"1. Oars", "1 [1,1] not-a-count"},
		{"4.2 Scope of the plan", "4.2 [4.2,4.2] not-a-count rounded"},
		{"no one, one another, one day, this one, one can see, on the one hand, no longer, No. I said no.", ""},
		{"the song that One Direction sang for the Big Four and the Group of Seven", ""},
		{"G7, B9, F-16s, COVID-19", "19 [19,19] not-a-count compound"},
		{"December 16, 16 December, Dec. 16, 4 May 2022", "16 [16,16] not-a-count; 16 [16,16] not-a-count; 16 [16,16] not-a-count; 4 [4,4] not-a-count; 2022 [2022,2022] year-like"},
		{"at 9 a.m. and 3 pm, aged 42", "42 [42,42] not-a-count"},
		{"the third call, the 3rd call, the twenty-first call", ""},
		{"+49 30 1234567", "49 [49,49] not-a-count; 30 [30,30] not-a-count; 1234567 [1234567,1234567] not-a-count"},
		{"007, 1,2, 3 x 5, fifty-fifty, 24/7", ""},
		{"born in nineteen eighty-four", "nineteen [19,19] not-a-count; eighty-four [84,84] not-a-count"},
		{"he scores, the scores, a couple from Leeds, few boats, half an hour", ""},
		{"a score of 31 was enough", "31 [31,31]"},
	})
}

func TestCountable(t *testing.T) {
	for _, c := range []struct {
		text        string
		count, list bool
	}{
		{"seven boats", true, true},
		{"16 boats", true, true},
		{"the following four boats", true, true},
		{"one of four ways", false, false},
		{"more than a dozen boats", true, false},
		{"several boats", true, false},
		{"seven times", true, false},
		{"these three boats", false, true},
		{"three other boats", false, true},
		{"three of them", false, false},
		{"the first three boats", false, false},
		{"three-year plan", false, false},
		{"in 1999", false, false},
		{"Article 5", false, false},
		{"two weeks", false, false},
		{"45%", false, false},
		{"$5", false, false},
		{"both boats", false, false},
		{"one boat", true, false},
		{"12,000 boats", true, false},
		{"two or three boats", true, false},
		{"three times as many", false, false},
	} {
		found, _ := scan(c.text)
		if len(found) == 0 {
			t.Errorf("%s: nothing found", c.text)
			continue
		}
		if q := found[0]; q.Countable() != c.count || q.ListCountable() != c.list {
			t.Errorf("%s: countable %v, of a list %v, want %v, %v (%v)", c.text, q.Countable(), q.ListCountable(), c.count, c.list, q.Flags)
		}
	}
}

func TestRounding(t *testing.T) {
	for _, c := range []struct{ text, round, loose string }{
		{"1.2 million boats", "[1150000,1250000]", "[1150000,1250000]"},
		{"45%", "[44.5,45.5]", "[44.5,45.5]"},
		{"3.50 metres", "[3.495,3.505]", "[3.495,3.505]"},
		{"two million boats", "[1500000,2500000]", "[1500000,2500000]"},
		{"1.2–1.5 million", "[1150000,1550000]", "[1150000,1550000]"},
		{"5,000 boats", "[5000,5000]", "[4500,5500]"},
		{"4,963 boats", "[4963,4963]", "[4963,4963]"},
		{"90 boats", "[90,90]", "[90,90]"},
		{"seven boats", "[7,7]", "[7,7]"},
		{"more than 1.2 million boats", "(1200000,∞)", "(1200000,∞)"},
		{"half a million boats", "[450000,550000]", "[450000,550000]"},
	} {
		found, _ := scan(c.text)
		if len(found) != 1 {
			t.Fatalf("%s: found %d", c.text, len(found))
		}
		if r, l := found[0].Rounding().String(), found[0].Loose().String(); r != c.round || l != c.loose {
			t.Errorf("%s: rounding %s, loose %s, want %s, %s", c.text, r, l, c.round, c.loose)
		}
	}
}

func TestRestate(t *testing.T) {
	for _, c := range []struct {
		text string
		n    int
		want string
	}{
		{"met seven times", 6, "six times"},
		{"met seven times", 1, "once"},
		{"met seven times", 2, "twice"},
		{"met twice", 3, "three times"},
		{"met 7 times", 6, "6 times"},
		{"met 7 times", 1, "1 time"},
		{"on seven occasions", 6, "six occasions"},
		{"Four boats", 3, "Three"},
		{"reasons (4)", 3, "3"},
		{"1,200 boats", 1150, "1,150"},
		{"two dozen boats", 25, "twenty-five"},
		{"more than four boats", 3, ""},
		{"both boats", 3, ""},
		{"no boats", 3, ""},
		{"several boats", 3, ""},
		{"45%", 44, ""},
	} {
		found, _ := scan(c.text)
		if len(found) != 1 {
			t.Fatalf("%s: found %d", c.text, len(found))
		}
		if got, ok := found[0].Restate(c.n); got != c.want || ok != (c.want != "") {
			t.Errorf("%s with %d: got %q %v, want %q", c.text, c.n, got, ok, c.want)
		}
	}
}

func TestOrdinal(t *testing.T) {
	for _, c := range []struct {
		text string
		n    int
	}{{"third", 3}, {"3rd", 3}, {"21st", 21}, {"Fiftieth", 50}, {"thirdly", 0}, {"5th's", 0}, {"five", 0}, {"3", 0}, {"rd", 0}} {
		_, toks := scan(c.text)
		if n, ok := Ordinal(toks[0]); n != c.n || ok != (c.n > 0) {
			t.Errorf("%s: got %d %v, want %d", c.text, n, ok, c.n)
		}
	}
	_, toks := scan("the twenty-first call")
	if n, used, ok := OrdinalAt(toks, 1); n != 21 || used != 3 || !ok {
		t.Errorf("twenty-first: got %d in %d tokens, %v", n, used, ok)
	}
}
