package fact

// KindDocument is the kind of Document facts.
const KindDocument Kind = "document"

// Document is what a document says of itself. There is one a document.
type Document struct {
	Base
	// Date is the document's own date, YYYY-MM-DD or a shorter prefix of
	// it; empty where the document does not tell.
	Date string
	// Title is the document's title as far as known.
	Title string
}

// FactKind is KindDocument.
func (*Document) FactKind() Kind { return KindDocument }
