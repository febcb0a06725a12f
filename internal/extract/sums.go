package extract

import "github.com/shopspring/decimal"

// hundred is the whole of a percentage.
var hundred = decimal.New(100, 0)

// findSums finds figures that are given as the result of others: in tables,
// then in sentences.
func (x *extractor) findSums() {
	for i := range x.doc.Tables {
		x.tableSums(i)
	}
	x.listSums()
	x.proseSums()
}
