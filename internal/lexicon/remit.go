package lexicon

import "strings"

// remitText is a remit after its head: the words from start to end, and the
// place before them.
type remitText struct {
	start, end int
	in         string
	place      string
}

func (r remitText) words(v *window) []string {
	if r.place != "" {
		return []string{r.place}
	}
	var words []string
	for i := r.start; i < r.end; i++ {
		words = append(words, v.w[i].s)
	}
	return words
}

// after parses "of the X", "for X", "to place" at word k. Where place is
// allowed, "for Europe" is a remit too; "of Ukraine" never is.
func (g grammar) after(k int, place bool) (remitText, int) {
	v := g.v
	if k+1 >= v.n || v.w[k-1].poss || v.w[k].comma || v.w[k].hyphen {
		return remitText{}, 0
	}
	link := v.w[k].s
	if link != "of" && link != "for" && link != "to" && link != "on" {
		return remitText{}, 0
	}
	j := k + 1
	if v.w[j].s == "the" && j+1 < v.n {
		j++
	}
	p, n := v.place(j)
	inWords := g.o.words[v.w[j].s] != 0
	switch {
	case link == "to":
		if n == 0 || !place || p.Kind == City {
			return remitText{}, 0
		}
		return remitText{place: "to-" + placeKey(p)}, j + n
	case n > 0 && j+n < v.n && !v.w[j+n].comma && g.o.words[v.w[j+n].s] != 0 && !inWords:
		r, end := g.remit(j + n)
		r.in = p.Code
		return r, end
	case n > 0 && (!inWords || n > 1) && link != "of" && place && p.Kind != City:
		if r, end := g.remit(j); end > j+n {
			return r, end
		}
		return remitText{place: placeKey(p)}, j + n
	case n > 0 && !inWords:
		return remitText{}, 0
	}
	r, end := g.remit(j)
	if n > 0 && end <= j+n && link == "of" {
		return remitText{}, 0
	}
	return r, end
}

func placeKey(p Place) string {
	if p.Code != "" {
		return p.Code
	}
	return strings.ReplaceAll(strings.ToLower(p.Name), " ", "-")
}

// remit parses the words of a remit from word j on.
func (g grammar) remit(j int) (remitText, int) {
	v := g.v
	start, end := j, 0
	for j < v.n {
		w := &v.w[j]
		if j > start && (v.w[j-1].poss && !ownedRemit(v.w[j-1].s) || w.comma && !w.cap) {
			break
		}
		if (w.comma || w.s == "and") && end > 0 && g.newTitle(j) {
			break
		}
		switch {
		case g.o.words[w.s] != 0:
			j++
			end = j
			continue
		case w.s == "and" || w.s == "the" || w.s == "of" || w.s == "for" || w.s == "on":
			if j == start {
				return remitText{}, 0
			}
			j++
			continue
		case w.cap:
			if m := g.vouched(j); m > 0 {
				j, end = m, m
				continue
			}
		}
		break
	}
	if end == 0 {
		return remitText{}, 0
	}
	return remitText{start: start, end: end}, end
}

// newTitle reports whether another office begins after "and" or a comma.
func (g grammar) newTitle(j int) bool {
	if g.v.w[j].s == "and" {
		j++
	}
	if j >= g.v.n {
		return false
	}
	_, end := g.fixed(j)
	if end == 0 {
		_, end = g.before(j)
	}
	return end > 0
}

// vouched reads unknown capitalised words up to a noun that ends the name of
// a department or a remit.
func (g grammar) vouched(j int) int {
	v := g.v
	for m := j + 1; m < v.n && m < j+5; m++ {
		w := &v.w[m]
		if !w.cap || w.comma || v.w[m-1].poss {
			return 0
		}
		if g.o.words[w.s] >= endsRemit {
			return m + 1
		}
	}
	return 0
}
