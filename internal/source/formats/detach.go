package formats

import "github.com/concordlint/concord/internal/source"

// Detach takes from a document the way back to the bytes that it was read from,
// where these are not the file's: what a converter wrote, what stood encoded in
// a mail. Its places are paragraphs of a part, as people call it, from then on.
func Detach(d *source.Document, part string) {
	if d.Spots != nil {
		return
	}
	d.Spots = make([]source.Spot, len(d.Blocks))
	for i, b := range d.Blocks {
		d.Spots[i] = source.Spot{At: b.Span.Start, Part: part, Paragraph: i + 1}
	}
	d.SetOrigin(source.Origin{})
	d.Marks = nil
	d.Anchors.Made = part // what can be linked to is not known
}
