package checks_test

import (
	"slices"
	"strings"
	"testing"

	"github.com/concordlint/concord/checks"
)

// TestNew holds that unknown kinds and parameters are refused with the names
// of those that there are.
func TestNew(t *testing.T) {
	kinds := checks.Kinds()
	if !slices.IsSorted(kinds) || !slices.Contains(kinds, "count") || !slices.Contains(kinds, "spelling") {
		t.Errorf("kinds %v", kinds)
	}
	tests := []struct{ kind, params, want string }{
		{"counting", `{}`, "count"},
		{"count", `{"of": "apples"}`, "parties"},
		{"count", `{"of": "times", "off": 1}`, "off"},
		{"count", `{}`, "times"},
		{"agree", `{"of": "x"}`, "office-holder"},
		{"order", `{"of": "x"}`, "dates"},
		{"spelling", `{"of": "x"}`, "variants"},
		{"spelling", `{"of": 3}`, "check spelling"},
	}
	for _, tt := range tests {
		c, err := checks.New(tt.kind, params(tt.params))
		if err == nil || c != nil || !strings.Contains(err.Error(), tt.want) {
			t.Errorf("%s %s: %v, want an error with %q", tt.kind, tt.params, err, tt.want)
		}
	}
	for kind, ofs := range map[string][]string{
		"count": {"times", "parties", "items"}, "agree": {"office-holder"}, "order": {"dates"}, "spelling": {"variants", "garbled"},
	} {
		for _, of := range ofs {
			if c := newCheck(t, kind, of); len(c.Needs()) == 0 {
				t.Errorf("%s %s needs nothing", kind, of)
			}
		}
	}
}
