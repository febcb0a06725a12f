package checks

import "testing"

func TestSameNumber(t *testing.T) {
	for _, c := range []struct {
		a, b string
		want bool
	}{
		{"4", "4", true}, {"4", "4.2", true}, {"4.2", "4", true}, {"4", "4a", true}, {"4.2", "42", true},
		{"0.5.0", "50", true}, {"4", "42", false}, {"4.2", "4.3", false}, {"12", "21", false},
	} {
		if got := sameNumber(c.a, c.b); got != c.want {
			t.Errorf("%s and %s: %v", c.a, c.b, got)
		}
	}
}

func TestSlipOf(t *testing.T) {
	for _, c := range []struct {
		a, b string
		want bool
	}{
		{"2021", "1021", true}, {"1365", "1356", true}, {"223", "233", true},
		{"165", "881", false}, {"12", "120", false}, {"3", "4", false}, {"77", "77", false},
	} {
		if got := slipOf(c.a, c.b); got != c.want {
			t.Errorf("%s and %s: %v", c.a, c.b, got)
		}
	}
}
