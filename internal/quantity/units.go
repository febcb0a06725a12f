package quantity

import (
	"strings"
	"sync"

	"github.com/shopspring/decimal"
)

// dimension is what a unit measures. Units of one dimension convert.
type dimension uint8

const (
	ofLength dimension = iota + 1
	ofArea
	ofVolume
	ofMass
	ofSpeed
	ofTemperature
	ofPressure
	ofEnergy
	ofPower
	ofClock  // seconds, minutes, hours
	ofDays   // days and what people make of weeks and months
	ofMonths // months and years
)

// scale is a unit's size in its dimension's base unit, as an interval: a
// gallon is American or imperial. Celsius is 1 and 0.
type scale struct {
	dim    dimension
	lo, hi decimal.Decimal
	// metric tells units of one system apart from the others.
	metric bool
}

// unitTable lists the units: names separated by blanks, with "_" for a blank
// in a name, then the dimension's sizes. Definitions are those of the
// international yard and pound agreement (1959) and of the SI; ranges span
// American, imperial and everyday readings of one name.
var unitTable = [...]struct {
	names  string
	dim    dimension
	lo, hi string
	metric bool
}{
	{"mm millimetre millimetres millimeter millimeters", ofLength, "0.001", "", true},
	{"cm centimetre centimetres centimeter centimeters", ofLength, "0.01", "", true},
	{"m metre metres meter meters", ofLength, "1", "", true},
	{"km kilometre kilometres kilometer kilometers kms", ofLength, "1000", "", true},
	{"in inch inches ins", ofLength, "0.0254", "", false},
	{"ft foot feet", ofLength, "0.3048", "", false},
	{"yd yds yard yards", ofLength, "0.9144", "", false},
	{"mi mile miles statute_miles", ofLength, "1609.344", "", false},
	{"nmi nautical_mile nautical_miles", ofLength, "1852", "", false},
	{"fathom fathoms", ofLength, "1.8288", "", false},
	{"furlong furlongs", ofLength, "201.168", "", false},
	{"mm² mm2 square_millimetres square_millimeters sq_mm", ofArea, "0.000001", "", true},
	{"cm² cm2 square_centimetres square_centimeters sq_cm", ofArea, "0.0001", "", true},
	{"m² m2 square_metre square_metres square_meter square_meters sq_m sqm", ofArea, "1", "", true},
	{"ha hectare hectares", ofArea, "10000", "", true},
	{"km² km2 square_kilometre square_kilometres square_kilometer square_kilometers sq_km", ofArea, "1000000", "", true},
	{"square_inch square_inches sq_in", ofArea, "0.00064516", "", false},
	{"ft² ft2 square_foot square_feet sq_ft sqft", ofArea, "0.09290304", "", false},
	{"square_yard square_yards sq_yd", ofArea, "0.83612736", "", false},
	{"acre acres", ofArea, "4046.8564224", "", false},
	{"square_mile square_miles sq_mi", ofArea, "2589988.110336", "", false},
	{"ml millilitre millilitres milliliter milliliters cc cm³ cm3", ofVolume, "0.001", "", true},
	{"cl centilitre centilitres", ofVolume, "0.01", "", true},
	{"dl decilitre decilitres deciliter deciliters", ofVolume, "0.1", "", true},
	{"l litre litres liter liters", ofVolume, "1", "", true},
	{"m³ m3 cubic_metre cubic_metres cubic_meter cubic_meters", ofVolume, "1000", "", true},
	{"tsp teaspoon teaspoons", ofVolume, "0.0049", "0.006", false},
	{"tbsp tablespoon tablespoons", ofVolume, "0.0147", "0.02", false},
	{"cup cups", ofVolume, "0.235", "0.285", false},
	{"fl_oz fluid_ounce fluid_ounces oz ounce ounces", ofVolume, "0.0284", "0.0296", false},
	{"pt pint pints", ofVolume, "0.473176473", "0.56826125", false},
	{"qt quart quarts", ofVolume, "0.946352946", "1.1365225", false},
	{"gal gallon gallons", ofVolume, "3.785411784", "4.54609", false},
	{"us_gallon us_gallons us_gal", ofVolume, "3.785411784", "", false},
	{"imperial_gallon imperial_gallons", ofVolume, "4.54609", "", false},
	{"bbl barrel barrels", ofVolume, "119", "164", false},
	{"bushel bushels", ofVolume, "35.239", "36.369", false},
	{"cubic_inch cubic_inches cu_in", ofVolume, "0.016387064", "", false},
	{"ft³ cubic_foot cubic_feet cu_ft", ofVolume, "28.316846592", "", false},
	{"cubic_yard cubic_yards cu_yd", ofVolume, "764.554857984", "", false},
	{"acre_feet acre_foot", ofVolume, "1233481.83754752", "", false},
	{"mg milligram milligrams", ofMass, "0.000001", "", true},
	{"g gram grams gm", ofMass, "0.001", "", true},
	{"kg kilo kilos kilogram kilograms kgs kilogramme kilogrammes", ofMass, "1", "", true},
	{"t tonne tonnes metric_ton metric_tons", ofMass, "1000", "", true},
	{"oz ounce ounces", ofMass, "0.028349523125", "0.0311034768", false},
	{"lb lbs pound pounds", ofMass, "0.45359237", "", false},
	{"st stone stones", ofMass, "6.35029318", "", false},
	{"cwt hundredweight", ofMass, "45.359237", "50.80234544", false},
	{"ton tons", ofMass, "907.18474", "1016.0469088", false},
	{"short_ton short_tons", ofMass, "907.18474", "", false},
	{"long_ton long_tons", ofMass, "1016.0469088", "", false},
	{"m/s metres_per_second meters_per_second", ofSpeed, "3.6", "", true},
	{"km/h kmh kph km/hr kilometres_per_hour kilometers_per_hour km_per_hour", ofSpeed, "1", "", true},
	{"mph miles_per_hour", ofSpeed, "1.609344", "", false},
	{"kn kt kts knot knots", ofSpeed, "1.852", "", false},
	{"ft/s feet_per_second", ofSpeed, "1.09728", "", false},
	{"°c ℃ degrees_celsius degrees_c degrees_centigrade celsius", ofTemperature, "1", "", true},
	{"°f ℉ degrees_fahrenheit degrees_f fahrenheit", ofTemperature, "0", "", false},
	{"pa", ofPressure, "1", "", true},
	{"hpa mbar millibars millibar", ofPressure, "100", "", true},
	{"kpa", ofPressure, "1000", "", true},
	{"bar", ofPressure, "100000", "", true},
	{"mpa", ofPressure, "1000000", "", true},
	{"psi", ofPressure, "6894.757293168", "", false},
	{"atm atmospheres", ofPressure, "101325", "", false},
	{"inhg", ofPressure, "3386.389", "", false},
	{"mmhg", ofPressure, "133.322387415", "", false},
	{"j joule joules", ofEnergy, "1", "", true},
	{"kj kilojoules kilojoule", ofEnergy, "1000", "", true},
	{"mj megajoules", ofEnergy, "1000000", "", true},
	{"kcal kcals kilocalories calories cal", ofEnergy, "4184", "4187", false},
	{"kwh", ofEnergy, "3600000", "", true},
	{"btu btus", ofEnergy, "1054.3", "1060", false},
	{"kw kilowatt kilowatts", ofPower, "1000", "", true},
	{"mw megawatt megawatts", ofPower, "1000000", "", true},
	{"hp bhp ps horsepower shp ihp", ofPower, "735.49875", "745.7", false},
	{"s sec secs second seconds", ofClock, "1", "", true},
	{"min mins minute minutes", ofClock, "60", "", true},
	{"h hr hrs hour hours", ofClock, "3600", "", true},
	{"hour hours h", ofDays, "0.0416", "0.125", true},
	{"day days d", ofDays, "1", "", true},
	{"week weeks", ofDays, "5", "7", true},
	{"fortnight fortnights", ofDays, "10", "14", true},
	{"month months", ofDays, "20", "31", true},
	{"month months", ofMonths, "1", "", true},
	{"year years yr yrs", ofMonths, "12", "", true},
	{"quarter quarters", ofMonths, "3", "", true},
	{"decade decades", ofMonths, "120", "", true},
}

// units maps a unit's name to its scales.
var units = sync.OnceValue(func() map[string][]scale {
	all := make(map[string][]scale, 300)
	for _, u := range unitTable {
		s := scale{dim: u.dim, lo: decimal.RequireFromString(u.lo), metric: u.metric}
		s.hi = s.lo
		if u.hi != "" {
			s.hi = decimal.RequireFromString(u.hi)
		}
		for name := range strings.FieldsSeq(u.names) {
			name = strings.ReplaceAll(name, "_", " ")
			all[name] = append(all[name], s)
		}
	}
	return all
})
