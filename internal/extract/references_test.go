package extract

import (
	"fmt"
	"strings"
	"testing"

	"pgregory.net/rapid"

	"github.com/concordlint/concord/internal/source"
)

func TestNumberedIn(t *testing.T) {
	for text, want := range map[string]string{
		"Chapter 3: Boats":             "chapter 3",
		"Ch. 7.01":                     "chapter 7.1",
		"Sitrep No. 5":                 "sitrep 5",
		"Flood: situation report #5":   "sitrep 5",
		"NORM-0012, norm 13 and RFC9":  "norm 12, norm 13, rfc 9",
		"Part II, Appendix B":          "part 2, appendix 2",
		"Chapter Seven":                "chapter 7",
		"#2021 and boats/log#12":       "# 2021, log 12",
		"PR 12; pull request #13":      "pull 12, pull 13",
		"Section 4a":                   "section 4a",
		"Chapters 3–5":                 "chapter 3+,  5",
		"§ 230":                        "section 230",
		"the 3rd, 50% of 1,200, 9f8ab": "",
		"SHA256 2x 5km ERC20Token":     "sha 256",
		"12. Use paper":                " 12",
		"Appendix by hand, Part of it": "",
	} {
		var got []string
		for _, n := range numberedIn(text) {
			s := n.Kind + " " + n.Number
			if n.several {
				s += "+"
			}
			got = append(got, s)
		}
		if s := strings.Join(got, ", "); s != want {
			t.Errorf("%q: got %q, want %q", text, s, want)
		}
	}
}

func TestTargetReferences(t *testing.T) {
	for target, want := range map[string]string{
		"https://example.org/a/b/pull/12#issuecomment-9": "pull 12, issuecomment 9",
		"https://github.com/lamps/NORM3000-demo":         "",
		"pep-0008/index.html":                            "pep 8",
		"ch19-00-knots.html":                             "chapter 19.0",
		"04-onions.md":                                   " 4",
		"keps/sig-a/1234-pause/README.md":                " 1234",
		"/rfc/rfc2119.txt#section-4.2":                   "rfc 2119, section 4.2",
		"/issue/2024-06-10-lamps":                        "",
		"/TR/REC-CSS2-20110607/":                         "css 2",
		"chapters-1-3.md":                                "",
		"0000-draft.md":                                  "",
		"show_bug.cgi?id=300":                            "bug 300",
		"appendix-b.md":                                  "appendix 2",
		"norms/0012.md":                                  "norm 12",
	} {
		refs, _ := targetReferences(target)
		var got []string
		for _, r := range refs {
			got = append(got, r.Kind+" "+r.Number)
		}
		if s := strings.Join(got, ", "); s != want {
			t.Errorf("%q: got %q, want %q", target, s, want)
		}
	}
}

// TestReferencesEnd makes sure that no name or label keeps the scan from
// ending, and that each reference lies where it says.
func TestReferencesEnd(t *testing.T) {
	piece := rapid.SampledFrom([]string{"appendix", "Ch.", "-", "#", "0", "12", "3.4", "é", "§", " ", "No.", "a", "/", "2024", "–", "?id=", "%"})
	rapid.Check(t, func(t *rapid.T) {
		text := strings.Join(rapid.SliceOfN(piece, 0, 12).Draw(t, "text"), "")
		for _, n := range numberedIn(text) {
			if !(source.Span{End: len(text)}).Contains(n.at) || !n.at.Contains(n.number) || n.number.Len() == 0 {
				t.Fatal(fmt.Sprintf("%q: %v", text, n))
			}
		}
		targetReferences(text)
		leads(text, source.Span{Start: len(text), End: len(text)})
	})
}
