package checks

import "testing"

func TestInPlaceOf(t *testing.T) {
	for _, tt := range []struct{ surface, number, want string }{
		{"30%", "33", "33%"}, {"£4,200", "4,300", "£4,300"}, {"9.7 per cent", "7.7", "7.7 per cent"}, {"28", "27", "27"}, {"seven", "6", ""},
	} {
		got, ok := inPlaceOf(tt.surface, tt.number)
		if got != tt.want || ok != (tt.want != "") {
			t.Errorf("%q with %s: %q, %v", tt.surface, tt.number, got, ok)
		}
	}
}
