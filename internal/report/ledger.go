package report

// claimKey names a claim within a report.
type claimKey struct {
	rule, file, message string
	offset, length      int
}

// byClaim finds the finding that became of a conflicting claim: its
// fingerprint, its suggestions, and whether it was silenced. There is none for
// claims below the least severity.
func (r *Report) byClaim() func(c *Claim) *Finding {
	all := make(map[claimKey]*Finding, len(r.Findings)+len(r.Suppressed))
	for _, list := range [...][]Finding{r.Findings, r.Suppressed} {
		for i := range list {
			f := &list[i]
			all[claimKey{f.Rule, f.Location.File, f.Message, f.Location.Offset, f.Location.Length}] = f
		}
	}
	return func(c *Claim) *Finding {
		return all[claimKey{c.Rule, c.Location.File, c.Message, c.Location.Offset, c.Location.Length}]
	}
}

// paths gives each document's path from the root of its repository.
func (r *Report) paths() func(file string) string {
	all := make(map[string]string, len(r.Documents))
	for _, d := range r.Documents {
		if d.Path != "" {
			all[d.File] = d.Path
		}
	}
	return func(file string) string {
		if p := all[file]; p != "" {
			return p
		}
		return file
	}
}
