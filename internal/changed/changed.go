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
	"path"
	"path/filepath"
	"slices"
	"strings"
)

// Lines are the lines of a file, counted from 1, that a change has touched:
// First to Last. Gap tells that nothing is left of what was changed, which lay
// between the two; Instead that the lines stand where others stood.
type Lines struct {
	First, Last  int
	Gap, Instead bool
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
// lies in, or, if it lies in none, the first of the files that does. Files are
// those that will be asked for. Rev is anything that git takes for a commit, and
// then all is compared with the files as they are, edits not yet committed among
// them. "REV...HEAD" compares with where the two branches parted. Other ranges
// of two are handed to git as they are.
func Since(ctx context.Context, rev, folder string, files []string) (*Set, error) {
	if rev == "" || strings.HasPrefix(rev, "-") {
		return nil, fmt.Errorf("%q is no revision", rev)
	}
	if _, err := exec.LookPath("git"); err != nil {
		return nil, errors.New("there is no git program in the search path, which tells what has changed")
	}
	folders := []string{folder}
	asked := map[string]bool{}
	for _, f := range files {
		asked[filepath.Base(resolved(f))] = true
		if dir := filepath.Dir(f); len(folders) < mostFolders && !slices.Contains(folders, dir) {
			folders = append(folders, dir)
		}
	}
	root, err := rootOf(ctx, folders)
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
		if asked[path.Base(name)] { // of a large repository few are
			s.tracked[strings.Clone(name)] = true
		}
	}
	return s, s.diff(ctx, rev)
}

// mostFolders is how many folders are tried for a working copy.
const mostFolders = 10

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

// Spans are the changed ranges of a file's bytes, in order; file is its path
// and data are its bytes. Of a file that has changed as a whole, or that git
// does not know, it is all. Known is false for a file outside the working copy,
// of which nobody can tell.
func (s *Set) Spans(file string, data []byte) (spans []Span, known bool) {
	rel, err := filepath.Rel(s.root, resolved(file))
	if err != nil || rel == ".." || strings.HasPrefix(rel, ".."+string(filepath.Separator)) {
		return []Span{{Start: 0, End: len(data)}}, false
	}
	name := filepath.ToSlash(rel)
	lines, ok := s.changed[name]
	switch {
	case !s.tracked[name] || ok && lines == nil:
		return []Span{{Start: 0, End: len(data)}}, true
	case !ok:
		return nil, true
	}
	return spansOf(lines, data), true
}

// Span is a half-open range of bytes of a file.
type Span struct {
	Start, End int
	// Beside tells that the bytes have not changed but stand next to lines that
	// took the place of others.
	Beside bool
}

// spansOf finds the bytes of lines. Line ends are those of git, which counts
// LF only. Where something was taken out, the nearest lines on either side that
// have any text count: they are what closed the gap. Where lines took the place
// of others, what stands with them in one paragraph, tight list or table stands
// beside the change, and in a loose list the items next to them.
func spansOf(lines []Lines, data []byte) []Span {
	t := linesOf(data)
	var out []Span
	for _, l := range lines {
		if !l.Gap {
			out = append(out, Span{Start: t.line(l.First).Start, End: t.line(l.Last).End})
		}
		switch {
		case l.Gap:
			out = append(out, t.line(t.text(l.First, -1)), t.line(t.text(l.Last, 1)))
		case t.text(l.First, 1) > l.Last: // all blank
			out = append(out, t.line(t.text(l.First-1, -1)), t.line(t.text(l.Last+1, 1)))
		case l.Instead:
			above, below := t.with(l.First, -1), t.with(l.Last, 1)
			out = append(out, Span{Start: t.line(above).Start, End: t.line(l.First).Start, Beside: true},
				Span{Start: t.line(l.Last).End, End: t.line(below).End, Beside: true})
		}
	}
	slices.SortFunc(out, func(a, b Span) int { return a.Start - b.Start })
	return slices.DeleteFunc(out, func(s Span) bool { return s.Start >= s.End })
}

// table is where the lines of a file begin.
type table struct {
	data   []byte
	starts []int
}

func linesOf(data []byte) table {
	t := table{data, []int{0}}
	for i, c := range data {
		if c == '\n' {
			t.starts = append(t.starts, i+1)
		}
	}
	return t
}

// line is a line with its end, counted from 1; empty for one that is not there.
func (t *table) line(n int) Span {
	switch {
	case n < 1:
		return Span{}
	case n > len(t.starts):
		return Span{Start: len(t.data), End: len(t.data)}
	case n == len(t.starts):
		return Span{Start: t.starts[n-1], End: len(t.data)}
	}
	return Span{Start: t.starts[n-1], End: t.starts[n]}
}

func (t *table) blank(n int) bool {
	s := t.line(n)
	return len(bytes.TrimSpace(t.data[s.Start:s.End])) == 0
}

// text is the first line from n on that is not blank, up (-1) or down (1).
func (t *table) text(n, step int) int {
	for n > 0 && n <= len(t.starts) && t.blank(n) {
		n += step
	}
	return n
}

// mostBeside bounds the lines that stand beside a change on one side of it.
const mostBeside = 500

// with is the last line, up or down from line n, that stands with it.
func (t *table) with(n, step int) int {
	last := n
	for k := n + step; k > 0 && k <= len(t.starts) && !t.blank(k); k += step {
		if last = k; (last-n)*step >= mostBeside {
			break
		}
	}
	if last != n {
		return last
	}
	if k := t.text(n+step, step); k > 0 && k <= len(t.starts) && t.marker(k) != 0 && t.marker(k) == t.marker(n) {
		return k
	}
	return n
}

// marker is the sign that a line begins with, 0 for none: a letter is none, and
// one figure is like another.
func (t *table) marker(n int) byte {
	s := t.line(n)
	text := bytes.TrimSpace(t.data[s.Start:s.End])
	if len(text) == 0 {
		return 0
	}
	switch c := text[0]; {
	case c >= '0' && c <= '9':
		return '0'
	case c > ' ' && c < 'A':
		return c
	}
	return 0
}
