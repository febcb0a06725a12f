package suppress

import (
	"cmp"
	"slices"
	"strconv"
	"strings"

	"github.com/concordlint/concord/internal/verdict"
)

// Accept is an entry of a configuration that accepts several spellings of one
// name or word: none of them is to be held against another.
type Accept struct {
	Spellings []string
	// Reason is shown with what is silenced.
	Reason string
}

// Accepts silences the conflicts of two spellings that differ by accepted
// spellings alone: with "Jon" and "John" accepted, "Jon Smith" and "John Smith"
// are one name.
func Accepts(verdicts []verdict.Verdict, entries []Accept) {
	if len(entries) == 0 {
		return
	}
	forms := formsOf(entries)
	for i := range verdicts {
		v := &verdicts[i]
		if v.Status != verdict.Conflicts || !v.Differ || v.Suppressed != nil || v.Claimed == "" || v.Found == "" {
			continue
		}
		a, first := forms.plain(v.Claimed)
		b, second := forms.plain(v.Found)
		if a == b && first+second > 0 {
			v.Suppressed = &verdict.Suppression{Kind: kindConfig, Reason: entries[max(first, second)-1].Reason}
		}
	}
}

// form is an accepted spelling as words, with what stands for all of its entry.
type form struct {
	words []string
	entry int // 1-based
}

type forms []form

// formsOf lists the spellings, those of more words first.
func formsOf(entries []Accept) forms {
	var out forms
	for i, e := range entries {
		for _, s := range e.Spellings {
			if w := strings.Fields(s); len(w) > 0 {
				out = append(out, form{w, i + 1})
			}
		}
	}
	slices.SortStableFunc(out, func(a, b form) int { return cmp.Compare(len(b.words), len(a.words)) })
	return out
}

// plain is a text in which one form stands for each spelling that is accepted,
// and the first entry that it has one of, 1-based; 0 for none.
func (fs forms) plain(text string) (string, int) {
	words := strings.Fields(text)
	var out []string
	first := 0
	for i := 0; i < len(words); {
		k := slices.IndexFunc(fs, func(f form) bool { return f.at(words[i:]) })
		if k < 0 {
			out = append(out, words[i])
			i++
			continue
		}
		f := fs[k]
		_, tail := bare(words[i+len(f.words)-1])
		// No word has a blank in it, so the form is like nothing else.
		out = append(out, "spelling "+strconv.Itoa(f.entry)+tail)
		i += len(f.words)
		if first == 0 {
			first = f.entry
		}
	}
	return strings.Join(out, " "), first
}

// at reports whether words begin with the spelling.
func (f form) at(words []string) bool {
	if len(words) < len(f.words) {
		return false
	}
	for i, w := range f.words {
		has := words[i]
		if i == len(f.words)-1 {
			if stem, _ := bare(has); stem == w {
				return true
			}
		}
		if has != w {
			return false
		}
	}
	return true
}

// bare parts a word from the punctuation or possessive behind it.
func bare(word string) (stem, tail string) {
	stem = strings.TrimRight(word, ".,;:!?\"”’')")
	for _, s := range [...]string{"'s", "’s"} {
		stem = strings.TrimSuffix(stem, s)
	}
	return stem, word[len(stem):]
}
