// Package changed tells which bytes of files have changed since a revision, as
// git sees it. It knows git's output and files. It must not know documents or
// findings.
//
// The user's own git does the work, as in golangci-lint and other tools that
// report on changed lines: it knows the repository's configuration, attributes,
// worktrees, filters for line ends and partial clones, which a second
// implementation would have to get right as well. go-git, of which the project
// links the ignore patterns, would add megabytes and start-up time to every run
// for what few ask for. What git writes is parsed by bluekeyes/go-gitdiff, which
// is made for git's form of diffs, quoted names, renames and binary files among
// it, and needs nothing beside the standard library.
package changed

import (
	"bytes"
	"context"
	"errors"
	"fmt"
	"os"
	"os/exec"
	"path/filepath"
	"slices"
	"strings"
)

// Lines are the lines of a file, counted from 1, that a change has touched:
// First to Last. Gap tells that nothing is left of what was changed, which lay
// between the two.
type Lines struct {
	First, Last int
	Gap         bool
}

// Set is what has changed in one working copy.
type Set struct {
	root    string
	tracked map[string]bool
	// changed by name below the root; nil Lines for a file that has changed
	// as a whole.
	changed map[string][]Lines
}

// gitError is git's own complaint.
type gitError struct{ words string }

func (e gitError) Error() string { return e.words }

// Since asks git what has changed since rev in the working copy that folder
// lies in, or, if it lies in none, the first of others that does. Rev is
// anything that git takes for a commit, and then all is compared with the files
// as they are, edits not yet committed among them. "REV...HEAD" compares with
// where the two branches parted. Other ranges of two are handed to git as they
// are.
func Since(ctx context.Context, rev, folder string, others []string) (*Set, error) {
	if rev == "" || strings.HasPrefix(rev, "-") {
		return nil, fmt.Errorf("%q is no revision", rev)
	}
	if _, err := exec.LookPath("git"); err != nil {
		return nil, errors.New("there is no git program in the search path, which tells what has changed")
	}
	root, err := rootOf(ctx, append([]string{folder}, others...))
	if err != nil {
		return nil, err
	}
	s := &Set{root: root, tracked: map[string]bool{}, changed: map[string][]Lines{}}
	if rev, err = base(ctx, root, rev); err != nil {
		return nil, err
	}
	out, err := git(ctx, root, "ls-files", "-z")
	if err != nil {
		return nil, err
	}
	for name := range strings.SplitSeq(string(out), "\x00") {
		s.tracked[name] = true
	}
	return s, s.diff(ctx, rev)
}

// rootOf is the top of the first working copy that one of the folders lies in.
func rootOf(ctx context.Context, folders []string) (string, error) {
	var first error
	for _, f := range folders {
		out, err := git(ctx, f, "rev-parse", "--show-toplevel")
		if root := strings.TrimRight(string(out), "\r\n"); err == nil && root != "" {
			return resolved(filepath.FromSlash(root)), nil
		}
		if first == nil {
			first = err
		}
	}
	if first == nil {
		first = errors.New("neither the working folder nor any document lies in a working copy")
	}
	return "", first
}

// base is what the working copy is compared with. Where two branches parted is
// looked up here, since git itself compares two commits then, and the files may
// be edited.
func base(ctx context.Context, root, rev string) (string, error) {
	from, to, ok := strings.Cut(rev, "...")
	if !ok || to != "" && to != "HEAD" || from == "" {
		return rev, nil
	}
	out, err := git(ctx, root, "merge-base", "--", from, "HEAD")
	if err != nil {
		if err.Error() == "" {
			return "", fmt.Errorf("%s and HEAD have no commit in common", from)
		}
		return "", err
	}
	return strings.TrimSpace(string(out)), nil
}

// git runs git in a folder.
func git(ctx context.Context, folder string, args ...string) ([]byte, error) {
	c, complaint := command(ctx, folder, args...)
	out, err := c.Output()
	if err != nil {
		return nil, failed(err, complaint)
	}
	return out, nil
}

func command(ctx context.Context, folder string, args ...string) (*exec.Cmd, *bytes.Buffer) {
	c := exec.CommandContext(ctx, "git", args...)
	c.Dir = folder
	// No lock is taken, and nobody is asked for a password.
	c.Env = append(os.Environ(), "GIT_OPTIONAL_LOCKS=0", "GIT_TERMINAL_PROMPT=0", "GIT_DIFF_OPTS=")
	complaint := &bytes.Buffer{}
	c.Stderr = complaint
	return c, complaint
}

// failed makes an error of git's own words, if it had any.
func failed(err error, complaint *bytes.Buffer) error {
	var exit *exec.ExitError
	if !errors.As(err, &exit) {
		return fmt.Errorf("git: %w", err)
	}
	return gitError{strings.TrimSpace(complaint.String())}
}

// resolved is a path without links.
func resolved(p string) string {
	if abs, err := filepath.Abs(p); err == nil {
		p = abs
	}
	if real, err := filepath.EvalSymlinks(p); err == nil {
		return real
	}
	return p
}

// Spans are the changed ranges of a file's bytes, in order; path leads to it,
// and data are its bytes. Of a file that has changed as a whole, or that git
// does not know, it is all. Known is false for a file outside the working copy,
// of which nobody can tell.
func (s *Set) Spans(path string, data []byte) (spans []Span, known bool) {
	rel, err := filepath.Rel(s.root, resolved(path))
	if err != nil || rel == ".." || strings.HasPrefix(rel, ".."+string(filepath.Separator)) {
		return []Span{{0, len(data)}}, false
	}
	name := filepath.ToSlash(rel)
	lines, ok := s.changed[name]
	switch {
	case !s.tracked[name] || ok && lines == nil:
		return []Span{{0, len(data)}}, true
	case !ok:
		return nil, true
	}
	return spansOf(lines, data), true
}

// Span is a half-open range of bytes of a file.
type Span struct{ Start, End int }

// spansOf finds the bytes of lines. Line ends are those of git, which counts
// LF only. Where something was taken out, the nearest lines on either side that
// have any text count: they are what closed the gap.
func spansOf(lines []Lines, data []byte) []Span {
	starts := []int{0}
	for i, c := range data {
		if c == '\n' {
			starts = append(starts, i+1)
		}
	}
	line := func(n int) Span { // 1-based; empty for one that is not there
		if n < 1 || n > len(starts) {
			return Span{len(data), len(data)}
		}
		if n == len(starts) {
			return Span{starts[n-1], len(data)}
		}
		return Span{starts[n-1], starts[n]}
	}
	blank := func(n int) bool { s := line(n); return len(bytes.TrimSpace(data[s.Start:s.End])) == 0 }
	var out []Span
	for _, l := range lines {
		gap := l.Gap
		if !gap {
			out = append(out, Span{line(l.First).Start, line(l.Last).End})
			gap = true
			for n := l.First; n <= l.Last && gap; n++ {
				gap = blank(n)
			}
		}
		if !gap {
			continue
		}
		above, below := l.First, l.Last
		for above > 0 && blank(above) {
			above--
		}
		for below <= len(starts) && blank(below) {
			below++
		}
		out = append(out, line(above), line(below))
	}
	slices.SortFunc(out, func(a, b Span) int { return a.Start - b.Start })
	return slices.DeleteFunc(out, func(s Span) bool { return s.Start >= s.End })
}
