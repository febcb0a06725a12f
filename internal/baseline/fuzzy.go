package baseline

import (
	"cmp"
	"slices"
	"unicode/utf8"

	"github.com/sergi/go-diff/diffmatchpatch"
)

// Likeness is in hundredths: 100 for the same text. The bounds are high: what
// falls below is reported, and whoever accepted it once can do so again, while
// a new conflict that is taken for an old one is never seen.
const (
	// leastClaim is for the claim's words, leastWindow for the claim with the
	// text around it, leastEvidence for the evidence.
	leastClaim    = 50
	leastWindow   = 75
	leastEvidence = 80
	// leastEvidenceSame is for the evidence of a claim that has not been
	// touched, in text that has hardly been.
	leastEvidenceSame   = 50
	leastWindowOfSame   = 60
	lead                = 20   // by which the best of several has to lead
	mostPairs           = 2000 // that are compared
	longestCompared     = 8000 // bytes of two texts
	longestPattern      = 32   // bytes that the library's match takes
	usualMatchThreshold = 0.35
	usualMatchDistance  = 200
)

// pair is a finding that may be an entry.
type pair struct{ finding, entry, score int }

// fuzzy matches what is left: findings whose words are nearly those of an entry
// of the same rule. What was claimed and what was found instead must be the
// same, or it is another conflict, even if it stands in the same place. The
// document must be the same, or the entry's must be gone and the words the
// same: then it was renamed. Where an entry fits several findings, or a finding
// several entries, and none clearly best, all of them are reported.
func (m *matcher) fuzzy() {
	pairs := m.pairs()
	slices.SortStableFunc(pairs, func(a, b pair) int {
		return cmp.Or(cmp.Compare(b.score, a.score), cmp.Compare(a.finding, b.finding), cmp.Compare(a.entry, b.entry))
	})
	for i, p := range pairs {
		if m.Entry[p.finding] < 0 && !m.used[p.entry] && !m.doubtful(pairs, i) {
			m.take(p.finding, p.entry)
		}
	}
}

// doubtful reports whether a pair has a rival that is nearly as good, or that
// was better and doubtful itself.
func (m *matcher) doubtful(pairs []pair, i int) bool {
	p := pairs[i]
	for k, q := range pairs {
		if k == i || q.score <= p.score-lead || m.Entry[q.finding] >= 0 || m.used[q.entry] {
			continue
		}
		if q.entry == p.entry || q.finding == p.finding && m.differ(p.entry, q.entry) {
			return true
		}
	}
	return false
}

// differ reports whether two entries are not for findings alike: between those
// there is no choice to make.
func (m *matcher) differ(a, b int) bool { return m.Entries[a].key() != m.Entries[b].key() }

// pairs lists what may belong together.
func (m *matcher) pairs() []pair {
	type what struct{ rule, claimed, found string }
	entries := map[what][]int{}
	for k := range m.Entries {
		if e := &m.Entries[k]; !m.used[k] {
			w := what{e.Rule, e.Claimed, e.Found}
			entries[w] = append(entries[w], k)
		}
	}
	var out []pair
	there := map[string]bool{}
	compared := 0
	for i := range m.found {
		if m.Entry[i] >= 0 {
			continue
		}
		f := &m.found[i]
		for _, k := range entries[what{f.Rule, f.Claimed, f.Found}] {
			e := &m.Entries[k]
			renamed := e.File != f.File
			if renamed && (e.Text != f.Text || m.read[e.File] || m.lies(there, e.File)) {
				continue
			}
			if compared++; compared > mostPairs {
				return out
			}
			if score, ok := likeness(e, f, renamed); ok {
				out = append(out, pair{i, k, score})
			}
		}
	}
	return out
}

// likeness tells how much a finding is like an entry, and whether that is
// enough.
func likeness(e, f *Entry, renamed bool) (score int, ok bool) {
	claim := alike(e.Text, f.Text)
	if claim < leastClaim && anchored(e, f) {
		claim = leastClaim
	}
	if claim < leastClaim {
		return 0, false
	}
	enoughWindow, enoughEvidence := leastWindow, leastEvidence
	if !renamed && e.Text == f.Text {
		enoughWindow, enoughEvidence = leastWindowOfSame, leastEvidenceSame
	}
	window := alike(e.Before+" "+e.Text+" "+e.Behind, f.Before+" "+f.Text+" "+f.Behind)
	if window < enoughWindow {
		return 0, false
	}
	evidence := evidenceAlike(e.Evidence, f.Evidence)
	return claim + window + evidence, evidence >= enoughEvidence
}

// anchored reports whether an entry's words are still found, or nearly, about
// where the finding has its claim.
func anchored(e, f *Entry) bool {
	pattern := head(e.Text, longestPattern)
	if pattern == "" {
		return false
	}
	d := differ()
	d.MatchThreshold, d.MatchDistance = usualMatchThreshold, usualMatchDistance
	window := f.Before + " " + f.Text + " " + f.Behind
	at := d.MatchMain(window, pattern, len(f.Before)+1)
	return at >= 0 && at < len(f.Before)+1+len(f.Text) && at+len(pattern) > len(f.Before)+1
}

func head(s string, n int) string {
	if len(s) <= n {
		return s
	}
	for n > 0 && !utf8.RuneStart(s[n]) {
		n--
	}
	return s[:n]
}

func differ() *diffmatchpatch.DiffMatchPatch {
	d := diffmatchpatch.New()
	d.DiffTimeout = 0 // or the outcome would depend on the machine's speed
	return d
}

// alike is the share of two texts that they have in common.
func alike(a, b string) int {
	if a == b {
		return 100
	}
	if len(a)+len(b) > longestCompared {
		return 0 // no entry that was written here is so long
	}
	d := differ()
	longer := max(utf8.RuneCountInString(a), utf8.RuneCountInString(b))
	return 100 - 100*d.DiffLevenshtein(d.DiffMain(a, b, false))/longer
}

// evidenceAlike is the share of the evidence on both sides that the other has,
// be it in other words.
func evidenceAlike(a, b []string) int {
	longer := max(len(a), len(b))
	if longer == 0 {
		return 100
	}
	if longer > mostEvidence+1 {
		return 0 // as above
	}
	left := slices.Clone(b)
	sum := 0
	for _, exact := range [...]bool{true, false} {
		var rest []string
		for _, s := range a {
			i, best := 0, -1
			for k, t := range left {
				switch {
				case s == t:
					i, best = k, 100
				case !exact && best < 100:
					if n := alike(s, t); n > best {
						i, best = k, n
					}
				}
			}
			if best == 100 || !exact && best >= leastClaim {
				sum += best
				left = slices.Delete(left, i, i+1)
				continue
			}
			rest = append(rest, s)
		}
		a = rest
	}
	return sum / longer
}
