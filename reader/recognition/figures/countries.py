"""The words that tell of which country a text speaks, so that its money is known."""

from functools import cache

COUNTRIES = """
US us,u.s.,u.s,american,america,united states,washington
AU australian,australia,aussie,sydney,canberra,melbourne,brisbane,perth,adelaide
CA canadian,canada,ottawa,toronto,montreal,vancouver,calgary
HK hong kong,hk
NZ new zealand,wellington,auckland
SG singapore,singaporean
TW taiwan,taiwanese,new taiwan,taipei
JM jamaican,jamaica,kingston
ZW zimbabwean,zimbabwe,harare
NA namibian,namibia,windhoek
FJ fijian,fiji,suva
BB barbadian,barbados,bridgetown
BS bahamian,bahamas,nassau
BZ belizean,belize
GY guyanese,guyana
LR liberian,liberia,monrovia
SR surinamese,suriname
TT trinidad,trinidadian
XC east caribbean,eastern caribbean
BM bermudian,bermuda
BN brunei,bruneian
KY cayman
SB solomon islands
GB british,uk,sterling,britain,london
EG egyptian,egypt,cairo
LB lebanese,lebanon,beirut
SY syrian,syria,damascus
SD sudanese,sudan,khartoum
SS south sudanese,south sudan,juba
IE irish
CY cypriot
BY belarusian,belarus,minsk
RU russian,russia,moscow
IN indian,india,delhi,new delhi,mumbai,bengaluru,bangalore,kolkata,chennai,hyderabad,modi,lok sabha,bjp,\
lucknow,bhopal,patna,jaipur,\
ahmedabad,surat,pune,nagpur,kochi,guwahati,chandigarh,amritsar,ranchi,raipur,bhubaneswar,kerala,gujarat,bihar,\
uttar pradesh,madhya pradesh,andhra pradesh,maharashtra,karnataka,tamil nadu,telangana,rajasthan,odisha,assam,haryana,\
goa,noida,gurugram,gurgaon,indore,kanpur,varanasi,visakhapatnam,sensex,nifty,rbi,sebi,west bengal
PK pakistani,pakistan,islamabad,karachi,lahore,peshawar,rawalpindi,quetta,\
multan,faisalabad,sindh,balochistan,khyber
LK sri lankan,sri lanka,colombo
NP nepali,nepalese,nepal,kathmandu
MU mauritian,mauritius
SC seychelles,seychellois
CH swiss,switzerland,zurich,zürich,geneva,bern,basel
XO west african cfa
CD congolese,congo,kinshasa
RW rwandan,rwanda,kigali
BI burundian,burundi,bujumbura
GN guinean,conakry
DJ djibouti,djiboutian
KM comorian,comoros
FR french
BE belgian
SN senegal,senegalese,dakar
CI ivory coast,ivorian,abidjan
ML mali,malian,bamako
BF burkina faso,burkinabe,ouagadougou
NE niger,nigerien,niamey
TG togo,togolese,lome
BJ benin,beninese,cotonou
CM cameroon,cameroonian,yaounde,douala
TD chad,chadian
GA gabon,gabonese,libreville
GQ equatorial guinea
CG brazzaville
CF central african
KR korean,south korean,south korea,seoul
KP north korean,north korea,pyongyang
JP japanese,japan,tokyo
CN chinese,china,beijing,shanghai,shenzhen
MX mexican,mexico
PH philippine,philippines,filipino,manila
AR argentine,argentinian,argentina,buenos aires
CL chilean,chile,santiago
CO colombian,colombia,bogota,bogotá
CU cuban,cuba,havana
UY uruguayan,uruguay,montevideo
DO dominican,dominican republic,santo domingo
TR turkish,turkey,türkiye,ankara,istanbul
IT italian
AE uae,emirati,united arab emirates,dubai,abu dhabi,sharjah
MA moroccan,morocco,rabat,casablanca
SA saudi,saudi arabia,riyadh,jeddah
QA qatari,qatar,doha
YE yemeni,yemen,sanaa,aden
OM omani,oman,muscat
IR iranian,iran,tehran
SE swedish,sweden,stockholm,gothenburg
IS icelandic,iceland,reykjavik
NO norwegian,norway,oslo
DK danish,denmark,copenhagen
KE kenyan,kenya,nairobi,mombasa,kisumu,nakuru,eldoret
TZ tanzanian,tanzania,salaam,dodoma
UG ugandan,uganda,kampala
SO somali,somalia,mogadishu
CZ czech,czech republic,prague
RO romanian,romania,bucharest
MD moldovan,moldova,chisinau
ZM zambian,zambia,lusaka
MW malawian,malawi,lilongwe
AZ azerbaijani,azeri,azerbaijan,baku
TM turkmen,turkmenistan
KG kyrgyz,kyrgyzstan,bishkek
UZ uzbek,uzbekistan,tashkent
KW kuwaiti,kuwait
JO jordanian,jordan,amman
IQ iraqi,iraq,baghdad
RS serbian,serbia,belgrade
DZ algerian,algeria,algiers
BH bahraini,bahrain,manama
TN tunisian,tunisia,tunis
LY libyan,libya,tripoli
NL dutch
AN antillean
DE german,deutsche
BA bosnian,bosnia
ZA south african,south africa,johannesburg,pretoria,cape town,durban,eskom,soweto,gauteng,ramaphosa
NG nigerian,nigeria,lagos,abuja,kano,ibadan,kaduna,enugu,port harcourt,naira
BW botswana,gaborone
PG papua new guinea,port moresby
GM gambian,gambia,banjul
GT guatemalan,guatemala
HN honduran,honduras,tegucigalpa
ET ethiopian,ethiopia,addis ababa
EU european,europe,eurozone,brussels,ireland,dublin,germany,berlin,france,paris,spain,madrid,netherlands,amsterdam,ecb
BO bolivian,bolivia,la paz
VE venezuelan,venezuela,caracas
"""
"""Per line: a country and the words of a text that speak of it, in lower case."""


@cache
def countries() -> dict[str, str]:
    """The country that a word or two of a text speak of, by these words in lower case."""
    return {word: line[:2] for line in COUNTRIES.strip().split("\n") for word in line[3:].split(",")}
