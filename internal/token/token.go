// Package token cuts canonical text into sentences and tokens. It knows
// scripts and punctuation; it does not know what words mean, save for the
// abbreviations that a sentence must not be cut after.
package token

// Kind tells what a token is.
type Kind uint8

// The kinds of token.
const (
	Word   Kind = iota + 1 // letters, with inner apostrophes and dots ("Sullivan's", "U.S")
	Number                 // begins with a digit ("16", "1,200.5", "3rd", "B9" is a Word)
	Punct                  // anything else that is not blank
)

// Token is one token of a text.
type Token struct {
	Kind Kind
	// Start and End are byte offsets into the document's canonical text.
	Start, End int
	// Text is the token as written; Lower is its lower-case form, with
	// typographic apostrophes made plain ('). A possessive "'s" is kept.
	Text, Lower string
	// Space tells that white space stands before the token.
	Space bool
}

// Cap reports whether the token begins with an upper-case letter.
func (t Token) Cap() bool { return t.Kind == Word && t.Text != t.Lower && isUpperStart(t.Text) }
