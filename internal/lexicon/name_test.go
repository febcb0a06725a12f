package lexicon

import (
	"strings"
	"testing"

	"pgregory.net/rapid"
)

func TestNickname(t *testing.T) {
	for _, c := range []struct {
		a, b string
		want bool
	}{
		{"Tony", "Antony", true}, {"Anthony", "Antony", true}, {"Bill", "William", true}, {"Joe", "Joseph", true},
		{"Peg", "Margaret", true}, {"Kate", "Katherine", true}, {"Steve", "Stephen", true}, {"Steven", "Stephen", true},
		{"Volodymyr", "Vladimir", true}, {"Dmitry", "Dmitri", true}, {"J.", "John", true}, {"Jean", "Jean-Marc", true},
		{"José", "Jose", true}, {"JOHN", "John", true},
		{"John", "James", false}, {"David", "Boris", false}, {"Anna", "Ida", false}, {"", "John", false}, {"Jean-Marc", "Jean-Paul", true},
	} {
		if got := Nickname(c.a, c.b); got != c.want || Nickname(c.b, c.a) != got {
			t.Errorf("%s, %s: %v", c.a, c.b, got)
		}
	}
}

func TestGivenName(t *testing.T) {
	for s, want := range map[string][2]bool{
		"Volodymyr": {false, true}, "Angela": {true, false}, "Antony": {false, true}, "Ursula": {true, false},
		"Robin": {false, true}, "Leslie": {true, true}, "JOSE": {false, true}, "Blinken": {}, "Ministry": {}, "German": {}, "France": {},
	} {
		if f, m := GivenName(s); f != want[0] || m != want[1] {
			t.Errorf("%s: %v %v", s, f, m)
		}
	}
}

func TestFoldName(t *testing.T) {
	for in, want := range map[string]string{
		"Anušauskas": "anusauskas", "O’Neil": "oneil", "O'Neil": "oneil", "Żółw": "zolw", "Çavuşoğlu": "cavusoglu",
		"Ødegård": "odegard", "Saint-Just": "saintjust", "plain": "plain", "Кулеба": "kuleba",
	} {
		if got := FoldName(in); got != want {
			t.Errorf("%s: %s, want %s", in, got, want)
		}
	}
}

func TestSkeleton(t *testing.T) {
	for _, c := range []struct {
		names string
		same  bool
	}{
		{"Zelensky Zelenskyy Zelenskiy Zelenskyi Zelenskij", true},
		{"Anusauskas Anušauskas", true},
		{"Lacomb Lacombe", true},
		{"Zaluzhny Zaluzhnyi Zaluzhnyy", true},
		{"Yermak Ermak", true},
		{"Shoygu Shoigu", true},
		{"Mackiewicz Mickiewicz", false},
		{"Cameron Johnson", false},
		{"Austin Austen", false},
		{"Pabriks Pabrikas", false},
		{"Merz Merkel", false},
	} {
		names := strings.Fields(c.names)
		for _, n := range names[1:] {
			if got := Skeleton(n) == Skeleton(names[0]); got != c.same {
				t.Errorf("%s %s, %s %s", names[0], Skeleton(names[0]), n, Skeleton(n))
			}
		}
	}
}

func TestNear(t *testing.T) {
	for _, c := range []struct {
		a, b     string
		near     bool
		distance int
	}{
		{"Zelensky", "Zelenskyy", true, 1},
		{"Anusauskas", "Anušauskas", true, 0},
		{"Lacomb", "Lacombe", true, 1},
		{"Mitsotakis", "Mitsotaksi", true, 1},
		{"Huitfeldt", "Huitfeld", true, 1},
		{"Stoltenberg", "Stoltenburg", true, 1},
		{"Stoltenberg", "Stolenburg", true, 2},
		{"Zelensky", "ZELENSKY", false, 0},
		{"O'Neil", "O’Neil", false, 0},
		{"Ukraine", "Ukrainian", false, 3},
		{"Russia", "Russian", false, 1},
		{"Poland", "Polish", false, 3},
		{"Kim", "Kims", false, 1},
		{"Smith", "Smiths", false, 1},
		{"Ivanov", "Ivanova", false, 1},
		{"Kowalski", "Kowalska", false, 1},
		{"Navalny", "Navalnaya", false, 2},
		{"Lee", "Li", false, 2},
		{"Rau", "Rao", false, 1},
		{"Baker", "Faker", false, 1},
		{"Cameron", "Johnson", false, 5},
		{"Marsh", "Marshal", false, 2},
	} {
		near, d := Near(c.a, c.b)
		if near != c.near || d != c.distance {
			t.Errorf("%s, %s: %v %d, want %v %d", c.a, c.b, near, d, c.near, c.distance)
		}
	}
}

func TestNearIsSymmetric(t *testing.T) {
	name := rapid.StringMatching(`[A-ZÁŠŁ][a-zéšłkyi'-]{0,9}`)
	rapid.Check(t, func(t *rapid.T) {
		a, b := name.Draw(t, "a"), name.Draw(t, "b")
		n1, d1 := Near(a, b)
		n2, d2 := Near(b, a)
		if n1 != n2 || d1 != d2 {
			t.Fatalf("%q %q: %v %d, %v %d", a, b, n1, d1, n2, d2)
		}
		if near, _ := Near(a, a); near {
			t.Fatalf("%q is near itself", a)
		}
		if a != "" && !Nickname(a, a) {
			t.Fatalf("%q is no form of itself", a)
		}
	})
}
