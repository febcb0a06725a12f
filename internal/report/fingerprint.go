package report

import (
	"crypto/sha256"
	"encoding/hex"
	"fmt"
	"io"
	"path"
)

// fingerprintBytes is how much of the hash is kept: 16 hexadecimal digits.
const fingerprintBytes = 8

// fingerprint names a finding in a way that outlasts edits elsewhere in its
// documents: by rule, file name and the words at all of its places, without
// directories and line numbers. n tells apart findings alike in all that.
func fingerprint(f *Finding, n int) string {
	h := sha256.New()
	part := func(s string) {
		// The length keeps two parts from running into one another.
		_, _ = fmt.Fprintf(h, "%d:", len(s)) // a hash never fails
		_, _ = io.WriteString(h, s)
	}
	part(f.Rule)
	part(path.Base(f.Location.File))
	part(f.Location.Text)
	for _, e := range f.Evidence {
		part(e.Location.Text)
	}
	if n > 0 {
		part(fmt.Sprint(n))
	}
	return hex.EncodeToString(h.Sum(nil)[:fingerprintBytes])
}

// distinguish gives every finding its fingerprint. Of several that are alike
// the first keeps the plain one, so that a baseline still knows it when a
// second one comes.
func distinguish(findings []Finding) {
	seen := make(map[string]int, len(findings))
	for i := range findings {
		f := &findings[i]
		plain := fingerprint(f, 0)
		f.Fingerprint = plain
		if n := seen[plain]; n > 0 {
			f.Fingerprint = fingerprint(f, n)
		}
		seen[plain]++
	}
}
