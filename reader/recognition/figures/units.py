"""Units of measure and of share: what follows a number and makes it a quantity or a percentage."""

from dataclasses import dataclass
from decimal import Decimal
from functools import cache

from reader.recognition.figures.context import Following, following
from reader.text.wordlist import listed, wordlist

_SYMBOLS = listed(
    "km m cm mm in µm nm km2 km² m2 m² m3 m³ ft ft2 yd yds mi ha kg g mg t kt Mt Gt lb lbs oz l L ml cl hl MW GW "
    "TW kW W kWh KWh MWh GWh TWh Wh GWp MWp kV V Hz kHz MHz GHz GB TB PB MB Gb Mb Tb Gbps Mbps Tbps dB dBA hp "
    "bhp psi bar mbar hPa kPa MPa GPa Pa kcal kJ MJ GJ TJ PJ J N Nm km/h kph kmh kmph km/hr mph m/s m3/s m³/s "
    "m3/d b/d bpd bbl bbl/d boe boe/d kn ppm ppb mcg °C °F °K mpg g/km kg/m3 t/ha mSv MBq Bq TEU TEUs teu dwt "
    "DWT sqm sqft acft Ah mAh mmHg lx lm rpm Mtpa mtpa bcm bcf tcf mcm mcf mb/d kb/d kbd mbd mbpd KB"
)
_CANONICAL = {
    "km²": "km2",
    "m²": "m2",
    "m³": "m3",
    "yds": "yd",
    "lbs": "lb",
    "L": "l",
    "KWh": "kWh",
    "kph": "km/h",
    "kmh": "km/h",
    "kmph": "km/h",
    "km/hr": "km/h",
    "m³/s": "m3/s",
    "b/d": "bbl/d",
    "bpd": "bbl/d",
    "sqm": "m2",
    "sqft": "ft2",
    "TEUs": "TEU",
    "teu": "TEU",
    "DWT": "dwt",
}
_MULTIPLES = {
    "bcm": ("m3", 10**9),
    "mcm": ("m3", 10**6),
    "bcf": ("ft3", 10**9),
    "tcf": ("ft3", 10**12),
    "mcf": ("ft3", 10**3),
    "mb/d": ("bbl/d", 10**6),
    "mbd": ("bbl/d", 10**6),
    "mbpd": ("bbl/d", 10**6),
    "kb/d": ("bbl/d", 10**3),
    "kbd": ("bbl/d", 10**3),
    "Mtpa": ("t/y", 10**6),
    "mtpa": ("t/y", 10**6),
}
"""Symbols of trade that hold a magnitude, with the unit and the factor."""

_NAMES = """
km kilometre kilometres kilometer kilometers km kms
m metre metres meter meters
cm centimetre centimetres centimeter centimeters
mm millimetre millimetres millimeter millimeters
µm micron microns micrometre micrometres micrometers
nm nanometre nanometres nanometer nanometers
mi mile miles
nmi nautical_mile nautical_miles
yd yard yards
ft foot feet
in inch inches
ly light-year light-years light_years light_year
km2 square_kilometre square_kilometres square_kilometer square_kilometers square_km sq_km sq_kilometres square_kms
m2 square_metre square_metres square_meter square_meters sq_m sq_metres sq_meters
mi2 square_mile square_miles sq_miles sq_mi
ft2 square_foot square_feet sq_ft sq_feet
yd2 square_yard square_yards
in2 square_inch square_inches
ha hectare hectares
acre acre acres
m3 cubic_metre cubic_metres cubic_meter cubic_meters cu_m
km3 cubic_kilometre cubic_kilometres cubic_kilometer cubic_kilometers
ft3 cubic_foot cubic_feet cu_ft
yd3 cubic_yard cubic_yards
l litre litres liter liters
ml millilitre millilitres milliliter milliliters
hl hectolitre hectolitres
gal gallon gallons
pint pint pints
bu bushel bushels
bbl barrel barrels bbl bbls
boe barrel_of_oil_equivalent barrels_of_oil_equivalent boe
t tonne tonnes metric_ton metric_tons metric_tonne metric_tonnes
ton ton tons short_ton short_tons long_ton long_tons
kt kilotonne kilotonnes kiloton kilotons
Mt megatonne megatonnes megaton megatons
Gt gigatonne gigatonnes gigaton gigatons
kg kilogram kilograms kilogramme kilogrammes kilo kilos
g gram grams gramme grammes
mg milligram milligrams
µg microgram micrograms
lb lb lbs
oz ounce ounces troy_ounce troy_ounces
st stone
ct carat carats karat karats
W watt watts
kW kilowatt kilowatts
MW megawatt megawatts
GW gigawatt gigawatts
TW terawatt terawatts
Wh watt-hour watt-hours watt_hours
kWh kilowatt-hour kilowatt-hours kilowatt_hour kilowatt_hours
MWh megawatt-hour megawatt-hours megawatt_hour megawatt_hours
GWh gigawatt-hour gigawatt-hours gigawatt_hour gigawatt_hours
TWh terawatt-hour terawatt-hours terawatt_hour terawatt_hours
MMBtu mmbtu million_british_thermal_units
BTU btu btus british_thermal_units
J joule joules
V volt volts
kV kilovolt kilovolts
A amp amps ampere amperes
Hz hertz
MHz megahertz
GHz gigahertz
hp horsepower
cal calorie calories
kcal kilocalorie kilocalories
°C degree_celsius degrees_celsius degree_centigrade degrees_centigrade degrees_c °_celsius
°F degree_fahrenheit degrees_fahrenheit degrees_f
K kelvin
° degree degrees
dB decibel decibels
kn knot knots
mph mph
byte byte bytes
KB kilobyte kilobytes
MB megabyte megabytes
GB gigabyte gigabytes
TB terabyte terabytes
PB petabyte petabytes
Mbps megabits_per_second megabit_per_second
Gbps gigabits_per_second gigabit_per_second
TEU twenty-foot_equivalent_units twenty-foot_containers
points point points index_points pts
ppm parts_per_million
ppb parts_per_billion
cusec cusec cusecs
cumec cumec cumecs
quintal quintal quintals
acre-ft acre-foot acre-feet
quart quart quarts
fathom fathom fathoms
furlong furlong furlongs
mbar millibar millibars
hPa hectopascal hectopascals
mSv millisievert millisieverts
µSv microsievert microsieverts
Bq becquerel becquerels
lm lumen lumens
megapixel megapixel megapixels
bigha bigha bighas
kanal kanal kanals
maund maund maunds
"""
_PERCENT = {
    "%": "%",
    "per cent": "%",
    "percent": "%",
    "pct": "%",
    "pc": "%",
    "p.c.": "%",
    "p.c": "%",
    "percentage point": "pp",
    "percentage points": "pp",
    "percentage pts": "pp",
    "per cent points": "pp",
    "percent points": "pp",
    "%-point": "pp",
    "%-points": "pp",
    "% points": "pp",
    "of a percentage point": "pp",
    "of a per cent": "%",
    "of a percent": "%",
    "of one per cent": "%",
    "pp": "pp",
    "pps": "pp",
    "ppt": "pp",
    "ppts": "pp",
    "basis point": "bp",
    "basis points": "bp",
    "bp": "bp",
    "bps": "bp",
}
_OVER = {
    "second": "s",
    "minute": "min",
    "hour": "h",
    "day": "d",
    "week": "wk",
    "month": "mo",
    "year": "y",
    "annum": "y",
    "kilometre": "km",
    "kilometer": "km",
    "km": "km",
    "hectare": "ha",
    "litre": "l",
    "liter": "l",
    "tonne": "t",
    "kg": "kg",
    "kilogram": "kg",
    "kilo": "kg",
    "acre": "acre",
    "gallon": "gal",
}
_CUBED = frozenset({"m2", "m3", "km2", "mi2", "ft2", "ft3"})
_NO_RATES = frozenset({"°C", "°F", "°", "points"})
_LINKS = wordlist("a an per each every")
_AGO = wordlist("ago earlier later before after")
_SPEEDS = {"mi/h": "mph", "km/h": "km/h", "nmi/h": "kn", "mi/gal": "mpg"}
TIMES = wordlist(
    "year years month months week weeks day days hour hours minute minutes second seconds decade decades century "
    "centuries night nights weekend weekends fortnight fortnights mins min hrs hr yrs yr secs season seasons "
    "quarters semester semesters winter winters summer summers autumn autumns afternoons mornings evenings "
    "millennia millennium o'clock am pm a.m p.m generations yearlong yearold daylong weeklong"
)
"""Names of stretches of time: a number of them is a duration, which is not a figure."""


@dataclass(frozen=True, slots=True)
class Unit:
    """A unit behind a number: its symbol, where it ends, and what one such unit comes to (1 but for "bcm")."""

    symbol: str
    end: int
    factor: Decimal = Decimal(1)


@cache
def names() -> dict[str, str]:
    """The symbol of each unit by its name in lower case, with spaces for hyphens."""
    lines = [line.split() for line in _NAMES.replace("-", "_").strip().split("\n")]
    return {name.replace("_", " "): symbol.replace("_", "-") for symbol, *written in lines for name in written}


@cache
def symbols() -> dict[str, str]:
    """The symbols that may touch a number, each with the form in which we tell it."""
    return {symbol: _CANONICAL.get(symbol, symbol) for symbol in _SYMBOLS}


@cache
def _firsts() -> frozenset[str]:
    """The words with which a unit may begin."""
    return frozenset(name.split()[0] for name in [*names(), *_PERCENT]) | frozenset(symbols()) | {"C", "F"}


def share(text: str, place: int) -> Unit | None:
    """The unit of percentage that follows: %, per cent, percentage points, basis points, bp."""
    words = following(text, place, 4)
    for count in range(len(words), 0, -1):
        phrase = _phrase(words[:count])
        phrase = phrase if count == 1 or phrase.startswith("%") else phrase.replace("-", " ")
        if phrase in _PERCENT and (phrase != "%" or words[0].gap != "-"):
            return Unit(_PERCENT[phrase], words[count - 1].end)
    return None


def measure(text: str, place: int) -> Unit | None:
    """The unit of measure that follows, with its rate: km, barrels a day, degrees Celsius, m3/s."""
    words = following(text, place, 5)
    if not words or (words[0].low.rstrip(".") not in _firsts() and words[0].text not in _firsts()):
        return None
    unit = _named(words) or _symbol(words[0])
    if unit is None:
        return None
    return _with_rate(text, unit)


def _named(words: list[Following]) -> Unit | None:
    for count in range(min(4, len(words)), 0, -1):
        phrase = _phrase(words[:count]).replace("-", " ")
        if (symbol := names().get(phrase)) and words[0].gap:
            return Unit(symbol, words[count - 1].end)
    return None


def _symbol(word: Following) -> Unit | None:
    """A symbol; letters that might be a word or a magnitude count only where they touch the number."""
    text = word.text.replace(" ", "")
    if text in {"C", "F"} and not word.gap:
        return Unit("°" + text, word.end)
    symbol = symbols().get(text)
    if symbol is None or (word.gap and (text == "in" or (len(text) == 1 and text not in {"m", "g", "t", "W"}))):
        return None
    if text in _MULTIPLES:
        base, factor = _MULTIPLES[text]
        return Unit(base, word.end, Decimal(factor))
    return Unit(symbol, word.end)


def _phrase(words: list[Following]) -> str:
    """The words as one key, with the gaps between them but not the one before."""
    first = words[0].low.rstrip(".") if words[0].low in {"sq.", "cu."} else words[0].low
    return first + "".join(word.gap + word.low for word in words[1:])


def _with_rate(text: str, unit: Unit) -> Unit:
    """The unit with what it is taken over: barrels a day, metres per second, tonnes-a-year."""
    words = [word.low for word in following(text, unit.end, 3)]
    if unit.symbol in _NO_RATES or "/" in unit.symbol or len(words) < 2 or words[0] not in _LINKS:
        return unit
    found = following(text, unit.end, 3)
    last, over = 2, names().get(" ".join(words[1:3]))
    if over not in _CUBED:
        last, over = 1, _OVER.get(words[1])
    if over is None or (words[2:3] and words[2] in _AGO):
        return unit
    whole = f"{unit.symbol}/{over}"
    return Unit(_SPEEDS.get(whole, whole), found[last].end, unit.factor)
