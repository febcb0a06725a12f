package fact

import "github.com/concordlint/concord/internal/quantity"

// KindExchange is the kind of Exchange facts.
const KindExchange Kind = "exchange"

// Exchange is an amount of money that a text gives in two currencies: "€1.2
// billion (about $1.3 billion)".
type Exchange struct {
	Base // both, with what stands between
	// From and To are the currencies, by code or sign.
	From, To string
	// Left and Right are the two amounts with what they may be rounded from.
	Left, Right quantity.Interval
	// LeftAt and RightAt are where the two stand.
	LeftAt, RightAt           Place
	LeftSurface, RightSurface string
}

// FactKind is KindExchange.
func (*Exchange) FactKind() Kind { return KindExchange }
