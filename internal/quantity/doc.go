// Package quantity reads stated quantities ("more than two dozen", "1.2
// million", "three of the four") from tokens as intervals of decimals, and
// compares intervals. It knows number words and the words around them; it
// must not know what is counted, who says so, or what a document is.
//
// The words of a language are in one file, english.go; the grammar is in
// parse.go and the files that it names.
package quantity
