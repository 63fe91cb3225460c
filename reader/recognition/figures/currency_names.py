"""Signs, abbreviations and names of the world's currencies, and the places that tell which one is meant.

Codes are those of ISO 4217; names, signs and abbreviations are the ones English-language newspapers print.
"""

from functools import cache

from reader.text.wordlist import wordlist

ISO = wordlist(
    "AED AFN ALL AMD ANG AOA ARS AUD AWG AZN BAM BBD BDT BGN BHD BIF BMD BND BOB BRL BSD BTN BWP BYN BZD CAD CDF "
    "CHF CLP CNH CNY COP CRC CUP CVE CZK DJF DKK DOP DZD EGP ERN ETB EUR FJD FKP GBP GEL GHS GIP GMD GNF GTQ GYD "
    "HKD HNL HRK HTG HUF IDR ILS INR IQD IRR ISK JMD JOD JPY KES KGS KHR KMF KPW KRW KWD KYD KZT LAK LBP LKR LRD "
    "LSL LYD MAD MDL MGA MKD MMK MNT MOP MRU MUR MVR MWK MXN MYR MZN NAD NGN NIO NOK NPR NZD OMR PAB PEN PGK PHP "
    "PKR PLN PYG QAR RON RSD RUB RWF SAR SBD SCR SDG SEK SGD SHP SLE SLL SOS SRD SSP STN SVC SYP SZL THB TJS TMT "
    "TND TOP TRY TTD TWD TZS UAH UGX USD UYU UZS VES VND VUV WST XAF XCD XOF XPF YER ZAR ZMW ZWL ZWG"
)

SIGNS = {
    "$": "dollar",
    "£": "pound",
    "€": "euro",
    "¥": "yen or yuan",
    "₹": "INR",
    "₨": "rupee",
    "₽": "RUB",
    "₩": "won",
    "₺": "TRY",
    "₪": "ILS",
    "₴": "UAH",
    "₦": "NGN",
    "₱": "PHP",
    "₫": "VND",
    "฿": "THB",
    "₡": "CRC",
    "₲": "PYG",
    "₵": "GHS",
    "₸": "KZT",
    "₮": "MNT",
    "₭": "LAK",
    "₼": "AZN",
    "₾": "GEL",
    "֏": "AMD",
    "؋": "AFN",
    "৳": "BDT",
    "﷼": "rial",
    "￥": "yen or yuan",
    "＄": "dollar",
    "￡": "pound",
}
"""What a sign stands for: a code, or a name that its surroundings make plain."""

BEFORE_SIGN = {
    "$": (
        "US U.S U.S. USA=USD A AU AUD Aus=AUD C CA CAD CDN Cdn Can=CAD HK HKD=HKD NZ NZD=NZD S SG SGD=SGD "
        "R BRL=BRL NT TW NTD=TWD Mex MX MXN=MXN J JA=JMD TT=TTD Bds BBD=BBD BZ=BZD EC=XCD N=NAD Z ZW ZWL=ZWL "
        "F FJ=FJD G GY=GYD B=BND RD=DOP COP COL=COP CLP CL=CLP AR ARS=ARS UY UYU=UYU L=LRD SI=SBD Bs=BOB T=TOP "
        "WS=WST CI=KYD MOP=MOP"
    ),
    "£": "E EG LE=EGP L LL=LBP S=SYP I IR=IEP GB UK=GBP FK=FKP GI=GIP SD=SDG",
    "¥": "CN RMB Rmb CNY=CNY JP JPY=JPY",
    "€": "EUR=EUR",
    "₵": "GH=GHS",
    "₺": "TL=TRY",
}
"""Letters that a sign follows, with the code they make of it together."""

BEFORE = (
    "Rs Rs. Re Re.=rupee PKRs PKRs. PRs=PKR LKRs SLRs SLR=LKR NRs NRs.=NPR MRs=MUR Rmb RMB Rmb.=CNY "
    "SFr SFr. SwFr Sfr sfr=CHF Fr Fr. Frs=franc SKr Skr=SEK NKr Nkr=NOK DKr Dkr=DKK IKr=ISK kr Kr kr.=krona "
    "Kc Kč Kčs=CZK zl zł Zl=PLN Ft=HUF Dh Dhs Dhs. Dh.=dirham SR SRls=SAR QR=QAR RO=OMR BD=BHD KD=KWD JD=JOD NIS=ILS "
    "LE L.E.=EGP LL=LBP Sh Shs Sh. Shs.=shilling KSh Ksh KSh. Ksh. KShs Kshs=KES TSh Tsh TShs=TZS USh Ush UShs=UGX "
    "Tk Tk.=BDT RM=MYR Rp Rp.=IDR Php PhP=PHP P=P N=N GHc GHC=GHS Br=Br ZK=ZMW K=K MK=MWK Le=SLE FCFA CFA=CFA "
    "TL YTL=TRY Bt=THB Shk=ILS Rbs=RUB Won=won Kz=AOA Nu Nu.=BTN FBu=BIF FRw Frw Rwf RWF=RWF CFAF=CFA "
    "dlrs Dlrs=dollar R=R D=D L=L Q=Q Bs Bs.=boliviar S/ S/.=PEN Gs Gs.=PYG DM=DEM FFr=FRF Lei=leu Afs=AFN Ptas=ESP"
)
"""Abbreviations that stand before an amount, with a code or with a name that its surroundings make plain."""

NAMES = """
dollar dollars | USD | USD AUD CAD HKD NZD SGD TWD JMD ZWL NAD FJD BBD BSD BZD GYD LRD SRD TTD XCD BMD BND KYD SBD
buck bucks greenback greenbacks dlr dlrs | USD
euro euros | EUR
pound pounds quid | GBP | GBP EGP LBP SYP SDG SSP IEP CYP GIP FKP
yen | JPY
yuan renminbi | CNY
rouble roubles ruble rubles | RUB | BYN RUB
rupee rupees | - | INR PKR LKR NPR MUR SCR
franc francs | - | CHF XOF CDF RWF BIF GNF DJF KMF FRF BEF XPF
won | KRW | KRW KPW
peso pesos | - | MXN PHP ARS CLP COP CUP UYU DOP
real reais | BRL
lira lire liras | TRY | TRY LBP SYP ITL
rand rands | ZAR
dirham dirhams | AED | AED MAD
riyal riyals | SAR | SAR QAR YER OMR IRR
rial rials | - | IRR OMR YER QAR SAR
shekel shekels | ILS
krona kronor | - | SEK ISK
kronur | ISK
krone kroner | - | NOK DKK SEK
naira | NGN
shilling shillings | - | KES TZS UGX SOS
taka takas | BDT
baht bahts | THB
ringgit ringgits | MYR
rupiah rupiahs | IDR
dong | VND
zloty zlotys zlotych | PLN
forint forints | HUF
koruna korunas koruny crown crowns | - | CZK SEK NOK DKK
leu lei | - | RON MDL
lev leva | BGN
hryvnia hryvnias hryvnya hryvnyas | UAH
tenge | KZT
birr | ETB
cedi cedis | GHS
kwacha | - | ZMW MWK
leone leones | SLE
dalasi dalasis | GMD
pula | BWP
metical meticais | MZN
kwanza kwanzas | AOA
ariary | MGA
ouguiya | MRU
lek leke | ALL
denar denars | MKD
lari | GEL
dram drams | AMD
manat manats | - | AZN TMT
soum soums | UZS
som soms | - | KGS UZS
somoni | TJS
tugrik tugriks togrog | MNT
kyat kyats | MMK
riel riels | KHR
kip | LAK
rufiyaa | MVR
ngultrum | BTN
afghanis | AFN
soles | PEN
guarani guaranis guaraníes guaranies guaraní | PYG
boliviano bolivianos | BOB
bolivars bolívares bolivares | VES
quetzal quetzals quetzales | GTQ
lempira lempiras | HNL
cordoba cordobas córdobas | NIO
colon colones | CRC
gourde gourdes | HTG
pataca patacas | MOP
dinar dinars | - | KWD JOD IQD RSD DZD BHD TND LYD
mark marks | - | DEM BAM
loti maloti | LSL
lilangeni emalangeni | SZL
dobra dobras | STN
escudo escudos | CVE
nakfa | ERN
kina | PGK
paanga | TOP
tala | WST
vatu | VUV
balboa balboas | PAB
guilder guilders | - | ANG NLG
florin florins | AWG
deutschmark deutschmarks deutschemark deutschemarks | DEM
peseta pesetas | ESP
drachma drachmas | GRD
litas | LTL
lats | LVL
kroon kroons krooni | EEK
schilling schillings | ATS
markka | FIM
"""
"""Per line: the forms of a name, the code when nothing is said ("-" for none), and the other codes.

A code begins with its country; where it does not, the country stands before it.
"""

MINOR = {
    "cent": ("cent", 100),
    "cents": ("cent", 100),
    "pence": ("pound", 100),
    "penny": ("pound", 100),
    "pennies": ("pound", 100),
    "paise": ("rupee", 100),
    "paisa": ("rupee", 100),
    "kopecks": ("rouble", 100),
    "kopeks": ("rouble", 100),
    "centavos": ("peso", 100),
    "sen": ("ringgit", 100),
    "fils": ("dirham", 100),
    "öre": ("krona", 100),
    "ore": ("krona", 100),
    "øre": ("krone", 100),
    "piastres": ("pound", 100),
    "kobo": ("naira", 100),
    "pesewas": ("cedi", 100),
    "agorot": ("shekel", 100),
    "satang": ("baht", 100),
    "jiao": ("yuan", 10),
    "fen": ("yuan", 100),
}
"""Small coins: the name they are part of, and how many make one. A cent may be of a dollar, a euro or a rand."""

LETTERED = {
    "R": {"ZA": "ZAR"},
    "N": {"NG": "NGN"},
    "P": {"PH": "PHP", "BW": "BWP"},
    "K": {"ZM": "ZMW", "PG": "PGK", "MW": "MWK"},
    "D": {"GM": "GMD"},
    "L": {"HN": "HNL"},
    "Q": {"GT": "GTQ"},
    "CFA": {"XO": "XOF", "CM": "XAF", "TD": "XAF", "GA": "XAF", "GQ": "XAF", "CG": "XAF", "CF": "XAF"}
    | dict.fromkeys(("SN", "CI", "ML", "BF", "NE", "TG", "BJ"), "XOF"),
    "boliviar": {"BO": "BOB", "VE": "VES"},
    "yen or yuan": {"CN": "CNY", "JP": "JPY"},
    "Br": {"ET": "ETB", "BY": "BYN"},
    "cent": {"EU": "EUR", "ZA": "ZAR", "AU": "AUD", "CA": "CAD", "NZ": "NZD"},
}
"""Abbreviations that mean nothing without a country. One letter alone is money only in such surroundings."""

LEAD_NEEDED = wordlist("mark marks real crown crowns som soms colon sen ore fen dram drams tala lek dong won buck")
"""Names that are common words as well: money only after a country, or with a magnitude or a large number."""

BEHIND = wordlist("Rs Rs. Tk Tk. kr kr. Dh Dhs zł Kč Ft RMB Rmb dlrs KSh Ksh Shs NIS")
"""Abbreviations that may also follow an amount."""

WORDS_TOO = wordlist("ALL TRY TOP GEL PEN SOS MAD COP CUP LAK MOP BAM ANG ERN SHP RON VES CAD LEI AMD SDG")
"""Codes that are words, or other abbreviations, where a line is all in capitals."""


def _pairs(table: str) -> dict[str, str]:
    """{"US": "USD", ...} from "US U.S.=USD A AU=AUD"."""
    found: dict[str, str] = {}
    waiting: list[str] = []
    for item in table.split():
        name, _, code = item.partition("=")
        waiting.append(name)
        if code:
            found |= dict.fromkeys(waiting, code)
            waiting = []
    return found


@cache
def letters_before_sign(sign: str) -> dict[str, str]:
    """The codes of a sign by the letters before it."""
    return _pairs(BEFORE_SIGN.get(sign, ""))


@cache
def abbreviations() -> dict[str, str]:
    """What an abbreviation before an amount stands for, ISO codes among them."""
    return {code: code for code in ISO} | _pairs(BEFORE)


def _by_country(codes: str) -> dict[str, str]:
    """{"IN": "INR", "SN": "XOF"} from "INR SN=XOF"."""
    return {code[:2]: code.rpartition("=")[2] for code in codes.split()}


@cache
def names() -> dict[str, tuple[str, dict[str, str]]]:
    """For each form of a name: the code when nothing is said ("" when it cannot be known), and the code by country."""
    found: dict[str, tuple[str, dict[str, str]]] = {}
    for line in NAMES.strip().split("\n"):
        forms, default, *codes = line.split(" | ")
        others = _by_country(codes[0] if codes else "") | (LETTERED["CFA"] if forms.startswith("franc") else {})
        entry = ("" if default == "-" else default, others)
        found |= dict.fromkeys(forms.split(), entry)
    return found
