package extract

import "testing"

func TestCellFigure(t *testing.T) {
	tests := []struct {
		text, value string
		ulp         int8
		percent     bool
	}{
		{"12", "12", 0, false}, {"1,234", "1234", 0, false}, {"1,234,567.89", "1234567.89", -2, false},
		{"1.234.567", "1234567", 0, false}, {"1.234,5", "1234.5", -1, false}, {"1 234", "1234", 0, false}, {"1\u00a0234,50", "1234.5", -2, false},
		{"(123)", "-123", 0, false}, {"−3.5", "-3.5", -1, false}, {"-7", "-7", 0, false}, {"+5.7%", "5.7", -1, true}, {"45 %", "45", 0, true},
		{"**32,920**", "32920", 0, false}, {"€1,715", "1715", 0, false}, {"12*", "12", 0, false}, {"12 [3]", "12", 0, false}, {"EUR 14.0", "14", -1, false}, {"3,5", "3.5", -1, false},
	}
	for _, tt := range tests {
		n, ok := cellFigure(tt.text)
		if !ok || n.value.String() != tt.value || n.ulp != tt.ulp || n.percent != tt.percent {
			t.Errorf("%q: %v %d %v %v, want %s %d %v", tt.text, n.value, n.ulp, n.percent, ok, tt.value, tt.ulp, tt.percent)
		}
	}
	for _, text := range []string{"", "n/a", "1.2.3", "2021-05-03", "12 May", "3 of 4", "v2", "12:30", "5–9", "ABC 12", "12 m", "–", "1,23,456,7"} {
		if n, ok := cellFigure(text); ok {
			t.Errorf("%q is read as %v", text, n.value)
		}
	}
}
