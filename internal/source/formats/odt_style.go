package formats

import (
	"encoding/xml"
	"errors"
	"io"
	"math"
	"strconv"
	"strings"
)

// odtStyles are the styles of an OpenDocument text.
type odtStyles struct {
	// styles are those of paragraphs and letters by "family/name", lists those
	// of lists. The outline is the list style of headings.
	styles  map[string]*officeStyle
	lists   map[string]*[maxLevels]listLevel
	outline [maxLevels]listLevel
	// sections tells the styles of sections that are not shown.
	sections map[string]bool
	headers  bool

	style  *officeStyle
	levels *[maxLevels]listLevel
	level  int
	header int
	family string
	// skip is how deep the walk is in styles of headers and footers: automatic
	// styles of all pages, which share their names with the text's.
	skip int
}

// read reads the styles of a part.
func (o *odtStyles) read(x *xmlParts) error {
	for {
		t, err := x.next()
		if errors.Is(err, io.EOF) {
			return nil
		}
		if err != nil {
			return err
		}
		switch t := t.(type) {
		case xml.StartElement:
			if name := odtName(t.Name); o.skip > 0 || name == "office:automatic-styles" {
				o.skip++
			} else {
				o.startStyle(t, name)
			}
		case xml.CharData:
			// A page number is no text.
			o.headers = o.headers || o.header > 0 && strings.Trim(string(t), " \t\n0123456789.-–") != ""
		case xml.EndElement:
			if o.skip > 0 {
				o.skip--
			} else {
				o.endStyle(odtName(t.Name))
			}
		}
	}
}

// startStyle handles a start tag among styles.
func (o *odtStyles) startStyle(e xml.StartElement, name string) {
	switch name {
	case "style:style", "style:default-style":
		o.beginStyle(e)
	case "style:header", "style:footer", "style:header-left", "style:footer-left", "style:header-first", "style:footer-first":
		o.header++
	case "style:text-properties", "style:paragraph-properties":
		if o.style != nil {
			o.properties(e)
		}
	case "text:list-style":
		o.levels = newLevels()
		for i := range o.levels { // as LibreOffice numbers what a style does not tell of
			o.levels[i].format, o.levels[i].text = "decimal", "%"+strconv.Itoa(i+1)+"."
		}
		if len(o.lists) < maxParts {
			o.lists[attribute(e, "name")] = o.levels
		}
	case "text:outline-style":
		o.levels = &o.outline
		*o.levels = *newLevels()
	case "text:list-level-style-number", "text:list-level-style-bullet", "text:list-level-style-image", "text:outline-level-style":
		o.beginLevel(e, name)
	case "style:list-level-properties", "style:list-level-label-alignment":
		if o.levels != nil && o.level >= 0 {
			l := &o.levels[o.level]
			l.indent = max(l.indent, twips(attribute(e, "margin-left")), twips(attribute(e, "space-before"))+twips(attribute(e, "min-label-width")))
		}
	}
}

func (o *odtStyles) endStyle(name string) {
	switch name {
	case "style:style", "style:default-style":
		o.style = nil
	case "style:header", "style:footer", "style:header-left", "style:footer-left", "style:header-first", "style:footer-first":
		o.header = max(o.header-1, 0)
	case "text:list-style", "text:outline-style":
		o.levels = nil
	}
}

// beginStyle opens a style. Styles that a program made up for one paragraph
// have the name of the one that they are based on.
func (o *odtStyles) beginStyle(e xml.StartElement) {
	o.family = attribute(e, "family")
	name := attribute(e, "name")
	s := newOfficeStyle()
	s.name, s.based = name, attribute(e, "parent-style-name")
	if shown := attribute(e, "display-name"); shown != "" {
		name = shown
	}
	s.kind, s.level = kindOf(name)
	for _, a := range e.Attr {
		if a.Name.Local == "list-style-name" {
			if s.num = a.Value; s.num == "" {
				s.num = noList
			}
		}
	}
	if o.style = s; len(o.styles) < maxParts {
		o.styles[o.family+"/"+s.name] = s
	}
}

// noList stands for a style that says that its paragraphs have no numbers.
const noList = "0"

// properties takes over the properties of paragraphs or letters.
func (o *odtStyles) properties(e xml.StartElement) {
	s := o.style
	for _, a := range e.Attr {
		switch odtName(a.Name) {
		case "fo:margin-left":
			if !strings.HasSuffix(a.Value, "%") {
				s.indent = twips(a.Value)
			}
		case "text:display":
			s.hidden = oneIf(a.Value == "none")
		case "style:text-position":
			place, _, _ := strings.Cut(strings.TrimSpace(a.Value), " ")
			s.raised = oneIf(place == "super" || place != "" && place[0] >= '1' && place[0] <= '9')
		case "style:text-line-through-style", "style:text-line-through-type":
			s.struck = oneIf(a.Value != "none")
		}
	}
}

func oneIf(is bool) int {
	if is {
		return 1
	}
	return 0
}

// newLevels are the levels of a list that tells nothing.
func newLevels() *[maxLevels]listLevel {
	levels := new([maxLevels]listLevel)
	for i := range levels {
		levels[i] = listLevel{start: 1, restart: -1, format: "none"}
	}
	return levels
}

// beginLevel reads how a level of a list is marked.
func (o *odtStyles) beginLevel(e xml.StartElement, name string) {
	n := natural(attribute(e, "level"))
	if o.level = n - 1; o.levels == nil || n < 1 || n > maxLevels {
		o.level = -1
		return
	}
	l := &o.levels[o.level]
	*l = listLevel{start: 1, restart: -1}
	switch {
	case strings.HasSuffix(name, "bullet"):
		l.format, l.text = "bullet", attribute(e, "bullet-char")
		return
	case strings.HasSuffix(name, "image"):
		l.format, l.text = "bullet", "•"
		return
	}
	if start := attribute(e, "start-value"); start != "" {
		l.start = natural(start)
	}
	l.format = odtFormat(attribute(e, "num-format"), attribute(e, "num-letter-sync") == "true")
	if whole := attribute(e, "num-list-format"); whole != "" { // LibreOffice's, for marks that the others cannot tell
		l.text = levelSigns.Replace(whole)
		return
	}
	if l.format == "none" {
		l.text = attribute(e, "num-prefix") + attribute(e, "num-suffix")
		return
	}
	shown := min(max(natural(attribute(e, "display-levels")), 1), n)
	var numbers []string
	for i := n - shown + 1; i <= n && i < maxLevels; i++ {
		numbers = append(numbers, "%"+strconv.Itoa(i))
	}
	l.text = attribute(e, "num-prefix") + strings.Join(numbers, ".") + attribute(e, "num-suffix")
}

// levelSigns turn LibreOffice's sign for a level's number into Word's.
var levelSigns = strings.NewReplacer("%1%", "%1", "%2%", "%2", "%3%", "%3", "%4%", "%4", "%5%", "%5", "%6%", "%6", "%7%", "%7", "%8%", "%8", "%9%", "%9", "%10%", "")

// odtFormat is Word's name of a format of numbers.
func odtFormat(format string, together bool) string {
	switch format {
	case "":
		return "none"
	case "i":
		return "lowerRoman"
	case "I":
		return "upperRoman"
	case "a":
		if together {
			return "lowerLetter"
		}
		return "lowerSequence"
	case "A":
		if together {
			return "upperLetter"
		}
		return "upperSequence"
	}
	if strings.HasPrefix(format, "1st") {
		return "ordinal"
	}
	return "decimal"
}

// resolved is a style with all that it has from those that it is based on.
func (o *odtStyles) resolved(family, name string) *officeStyle {
	s := o.styles[family+"/"+name]
	for at, depth := s, 0; at != nil && !s.resolved && depth < maxBased; depth++ {
		if at = o.styles[family+"/"+at.based]; at != nil {
			s.inherit(at)
		}
	}
	if s != nil {
		s.resolved = true
	}
	return s
}

// unitTwips are the units of lengths in twentieths of a point, as Word counts.
var unitTwips = map[string]float64{"in": 1440, "cm": 1440 / 2.54, "mm": 144 / 2.54, "pt": 20, "pc": 240, "px": 15}

// twips is a length in twentieths of a point, 0 for what is none.
func twips(length string) int {
	length = strings.TrimSpace(length)
	if len(length) < 3 {
		return 0
	}
	n, err := strconv.ParseFloat(length[:len(length)-2], 64)
	if err != nil || math.IsNaN(n) || n < 0 || n > 1000 {
		return 0
	}
	return int(math.Round(n * unitTwips[length[len(length)-2:]]))
}
