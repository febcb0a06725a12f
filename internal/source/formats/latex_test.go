package formats

import (
	"fmt"
	"strings"
	"testing"
	"time"

	"github.com/concordlint/concord/internal/source"
)

func TestLaTeXGolden(t *testing.T) { golden(t, LaTeX{}, "latex-*.tex") }

// texts are the blocks' texts and lists' marks of a document, for tests that
// care for nothing else.
func texts(d *source.Document) string {
	var all []string
	for _, b := range d.Blocks {
		all = append(all, d.TextOf(b))
	}
	for _, l := range d.Lists {
		for _, it := range l.Items {
			all = append(all, it.Marker)
		}
	}
	return strings.Join(all, "|")
}

func TestLaTeXText(t *testing.T) {
	for in, want := range map[string]string{
		`5\% of \$3 \& \#2 \_ \{x\}`: "5% of $3 & #2 _ {x}",
		"a % b\n  c":                 "a c",
		"a %b\n\nc":                  "a|c",
		`$5\%$ and $1,200$ and \(12\) and $\approx 5$`:          "5% and 1,200 and 12 and ≈ 5",
		`$n=5$ and $k$ and $3^{rd}$ and $10^6$ and $10^{-3}$`:   "n=₅ and k and 3rd and 10⁶ and 10⁻³",
		`\num{1200} and \SI{5}{\kilo\gram} and \qty{3.5}{\%}`:   "1200 and 5\u00a0kg and 3.5%",
		`\SIrange{5}{7}{\metre} \numrange{1}{2} \ang{45}`:       "5 to 7\u00a0m 1 to 2 45°",
		`\'e \'{e} \"o \ss{} \^{\i} \c c \AA ngstr\"om \u{g}`:   "é é ö ß î ç Ångström ğ",
		"``a'' -- `b' --- it's":                                 "“a” – ‘b' — it's",
		`\foo{a}{b} \bar[x]{c} \baz d`:                          "a b c d",
		`a\footnote{b {c}} d`:                                   "a d|b c",
		`\verb|$x%| \lstinline!a b!`:                            "$x% a b",
		`\newcommand{\n}{120}\n{} boats, \n\ boats`:             "120 boats, 120 boats",
		`\def\n{7}\renewcommand\n{8} \n`:                        "8",
		`costs $5 only`:                                         "costs $5 only",
		`a~\cite{x}, b~\ref{y}. \textcolor{red}{c}`:             "a, b. c",
		"\\begin{comment}\na\n\\end{comment}\nb":                "b",
		`\begin{document}a\end{document}b`:                      "a",
		"\\begin{minted}[x]{go}\nif {\n\\end{minted} \\emph{a}": "if {|a",
		`\begin{enumerate}[start=3]\item a\item b\end{enumerate} x \begin{enumerate}[resume]\item c\end{enumerate}`: "a|b|x|c|3.|4.|5.",
		`\begin{enumerate}[i)]\item a\begin{enumerate}\item b\end{enumerate}\item c\end{enumerate}`:                 "a|b|c|i)|ii)|(a)",
		`m\textsuperscript{2} 1\textsuperscript{st} word\textsuperscript{3}`:                                        "m² 1st word",
		`a\indexdef{b} \mycite{c}d`:                                       "a d",
		`two $(a, b_1)$ and $(c,d)$ and $,$`:                              "two a_b_₁ and c_d and _",
		`\begin{itemize}\item a \cite{b1}\item a \cite{c,d}\end{itemize}`: "a b₁|a c_d|-|-",
		`$(1, 2)$ $1, 2$`:                                                 "₁_₂ ₁_₂",
		`\iffalse a \fi b`:                                                "b",
		`\begin{tabular}{|l|r|}\hline a & b \\ \hline c & {d & e} \\ \hline \end{tabular}`: "a|b|c|d   e",
		`\begin{equation}x = 5\end{equation}`:                                              "x = 5",
		`\url{https://a.example/b\_c}`:                                                     "https://a.example/b_c",
		`\section[short]{Long \emph{title}}\label{x} a`:                                    "Long title|a",
	} {
		if got := texts(readValid(t, LaTeX{}, []byte(in))); got != want {
			t.Errorf("%s\n got %q\nwant %q", in, got, want)
		}
	}
}

func TestLaTeXMarks(t *testing.T) {
	d := readValid(t, LaTeX{}, []byte("% Concord: pin list\na\n\n  %% concord: ignore counts\nb 5\\% concord: no\n"))
	if got := fmt.Sprint(len(d.Marks)); got != "2" || d.Marks[0].Words != "pin list" || d.Marks[1].Words != "ignore counts" {
		t.Errorf("marks %v", d.Marks)
	}
}

// hostileLaTeX are documents made to make the reader slow or fall over.
func hostileLaTeX(n int) map[string]string {
	repeat := func(s string) string { return strings.Repeat(s, n) }
	return map[string]string{
		"braces": repeat("{"), "closing": repeat("}"), "pairs": repeat("{") + repeat("}"), "begin": repeat(`\begin{itemize}\item `),
		"tables": repeat(`\begin{tabular}{l}`), "closed tables": repeat(`\begin{tabular}{l}a`) + repeat(`\end{tabular}`),
		"verbatim": repeat(`\begin{verbatim}`), "display": repeat(`\[`), "dollars": repeat("$ "), "dollar": repeat("$$"),
		"footnotes": repeat(`\footnote{`) + "x" + repeat("}"), "headings": repeat(`\section{`) + "x" + repeat("}"),
		"options": repeat(`\foo[`), "options of items": `\begin{itemize}` + repeat(`\item[`), "backslashes": repeat(`\`),
		"macros": `\def\a{` + strings.Repeat("x", 150) + `}` + repeat(`\a `), "loops": `\def\a{\b\b}\def\b{\a\a}` + repeat(`\a `),
		"math": repeat(`\begin{equation}`), "comments": repeat("%\n"), "captions": repeat(`\caption{`) + repeat("}"),
		"cells": `\begin{tabular}{l}` + repeat("&"), "rows": `\begin{tabular}{l}` + repeat(`a\\`), "spans": `\begin{tabular}{l}` + repeat(`\multicolumn{99}{l}{a}&`),
		"accents": repeat(`\'`), "letters": repeat(`\"{`), "units": repeat(`\SI{1}{\kilo}`), "verb": repeat(`\verb|`), "quotes": repeat(`\begin{quote}`),
		"titles": repeat(`\title{a}\author{b}`), "href": repeat(`\href{a}{`) + repeat("}"), "iffalse": repeat(`\iffalse `), "ends": repeat(`\end{itemize}`),
		"list of terms": repeat(`\begin{description}\item[a] b\begin{enumerate}\item c `), "exponents": "$" + repeat("^2") + "$",
	}
}

func TestLaTeXHostile(t *testing.T) { hostileReader(t, LaTeX{}, hostileLaTeX) }

// hostileReader checks that a reader keeps its promises on documents that
// were made to hurt, and that ten times as much takes no hundred times as long.
func hostileReader(t *testing.T, r source.Reader, make func(n int) map[string]string) {
	t.Helper()
	for what, text := range make(3_000) {
		if err := r.Read("x", []byte(text)).Validate(); err != nil {
			t.Errorf("%s: %v", what, err)
		}
	}
	for what, text := range make(100_000) {
		began := time.Now()
		r.Read("x", []byte(text))
		if took := time.Since(began); took > 10*time.Second {
			t.Errorf("%s: %v for %d bytes", what, took, len(text))
		}
	}
}

func FuzzLaTeX(f *testing.F) {
	for _, text := range hostileLaTeX(3) {
		f.Add([]byte(text))
	}
	f.Add([]byte(`\begin{longtable}0\caption{0}`))
	f.Add([]byte(`\footnote{\footnote{0}0}`))
	f.Add([]byte("\\title{a}\\date{b}\\begin{document}\\section{c}\\begin{tabular}{l}a&\\multirow{2}{*}{b}\\\\\\hline c\\end{tabular}\\caption{d}"))
	f.Add([]byte("\\begin{table}\\caption{d}\\begin{longtable}[]{l}\\caption{x}\\endhead a\\footnote{y}&b\\\\\\end{longtable}\\end{table}\r\n% concord: off\r\n"))
	f.Fuzz(func(t *testing.T, data []byte) { checkReader(t, LaTeX{}, data) })
}
