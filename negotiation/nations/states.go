package nations

// states are the states, in the order of their names: both codes of ISO 3166-1,
// the short name in English, then names that the CLDR does not have, in English,
// Spanish, French and Portuguese. Styles ("Republic of") and their brackets are
// read by rule. A name of initials stands behind "=".
const states = `
AF AFG Afghanistan
AL ALB Albania
DZ DZA Algeria
AD AND Andorra
AO AGO Angola
AG ATG Antigua and Barbuda
AR ARG Argentina|Argentine Republic|República Argentina|République argentine
AM ARM Armenia
AU AUS Australia
AT AUT Austria
AZ AZE Azerbaijan|Azerbaidjan|Azerbaiyan
BS BHS Bahamas|The Bahamas|Bahamas (Commonwealth of the)
BH BHR Bahrain|Bahrein|Bahréin
BD BGD Bangladesh|Bangla Desh
BB BRB Barbados|La Barbade
BY BLR Belarus|Belarús|Bélarus|Byelorussia|Belarússia
BE BEL Belgium
BZ BLZ Belize
BJ BEN Benin
BT BTN Bhutan|Bhután
BO BOL Bolivia
BA BIH Bosnia and Herzegovina|Bosnia-Herzegovina|Bosnie-et-Herzégovine|Bósnia-Herzegovina
BW BWA Botswana
BR BRA Brazil
BN BRN Brunei Darussalam
BG BGR Bulgaria
BF BFA Burkina Faso
BI BDI Burundi
CV CPV Cabo Verde
KH KHM Cambodia
CM CMR Cameroon|Camerún
CA CAN Canada
CF CAF Central African Republic|=CAR|=RCA
TD TCD Chad
CL CHL Chile
CN CHN China|República Popular China
CO COL Colombia
KM COM Comoros
CG COG Congo|Congo (Brazzaville)|Republic of the Congo|República do Congo
CR CRI Costa Rica
CI CIV Côte d'Ivoire|Ivory Coast|Costa de Marfil|Costa do Marfim
HR HRV Croatia
CU CUB Cuba
CY CYP Cyprus
CZ CZE Czechia|Czech Republic|República Checa|République tchèque|República Tcheca|Checa (República)
KP PRK Democratic People's Republic of Korea|Korea (Democratic People's Republic of)|Korea, Democratic People's Republic of|DPR Korea|República Popular Democrática de Corea|Corea (República Popular Democrática de)|République populaire démocratique de Corée|Corée (République populaire démocratique de)|República Popular Democrática da Coreia|República Democrática Popular da Coreia|=DPRK|=RPDC
CD COD Democratic Republic of the Congo|Congo (Democratic Republic of the)|Congo, Democratic Republic of the|Congo (the Democratic Republic of the)|DR Congo|RD Congo|Congo (Kinshasa)|República Democrática del Congo|Congo (República Democrática del)|République démocratique du Congo|Congo (République démocratique du)|República Democrática do Congo|Congo (República Democrática do)|=DRC|=RDC
DK DNK Denmark
DJ DJI Djibouti
DM DMA Dominica|La Dominique
DO DOM Dominican Republic|Dominicaine (République)|Dominicana (República)
EC ECU Ecuador
EG EGY Egypt
SV SLV El Salvador|Salvador
GQ GNQ Equatorial Guinea
ER ERI Eritrea
EE EST Estonia
SZ SWZ Eswatini|Swaziland|Swazilandia|Suazilandia|Esuatini|Essuatíni|eSwatini
ET ETH Ethiopia
FJ FJI Fiji
FI FIN Finland
FR FRA France|French Republic|République française|República Francesa
GA GAB Gabon
GM GMB Gambia|Gâmbia
GE GEO Georgia
DE DEU Germany
GH GHA Ghana
GR GRC Greece|Hellenic Republic
GD GRD Grenada
GT GTM Guatemala
GN GIN Guinea|Guinea (Conakry)|Guinée (Conakry)
GW GNB Guinea-Bissau|Guinea Bissáu
GY GUY Guyana
HT HTI Haiti
VA VAT Holy See|Santa Sede|Saint-Siège|Santa Sé|Vatican|Vatican City State|Vaticano|Le Vatican|Holy See (Vatican City State)
HN HND Honduras
HU HUN Hungary
IS ISL Iceland
IN IND India
ID IDN Indonesia
IR IRN Iran
IQ IRQ Iraq
IE IRL Ireland
IL ISR Israel
IT ITA Italy|Italian Republic
JM JAM Jamaica
JP JPN Japan
JO JOR Jordan
KZ KAZ Kazakhstan|Kazajstán
KE KEN Kenya
KI KIR Kiribati
KW KWT Kuwait
KG KGZ Kyrgyzstan|Kyrgyz Republic|República Kirguisa|République kirghize|Quirguízia
LA LAO Lao People's Democratic Republic|Lao PDR|República Democrática Popular Lao|República Democrática Popular de Lao|République démocratique populaire lao|República Democrática Popular do Laos|República Democrática Popular Lau
LV LVA Latvia
LB LBN Lebanon|Lebanese Republic
LS LSO Lesotho
LR LBR Liberia
LY LBY Libya|Libyan Arab Jamahiriya|Jamahiriya Árabe Libia
LI LIE Liechtenstein
LT LTU Lithuania
LU LUX Luxembourg
MG MDG Madagascar
MW MWI Malawi
MY MYS Malaysia
MV MDV Maldives
ML MLI Mali|Malí
MT MLT Malta
MH MHL Marshall Islands|Islas Marshall|Îles Marshall|Ilhas Marshall
MR MRT Mauritania
MU MUS Mauritius|Île Maurice|Ilhas Maurício
MX MEX Mexico|United Mexican States|Estados Unidos Mexicanos|Méjico
FM FSM Micronesia|Micronésie|Micronésia|Estados Federados de Micronesia|États fédérés de Micronésie|Estados Federados da Micronésia
MC MCO Monaco
MN MNG Mongolia
ME MNE Montenegro
MA MAR Morocco
MZ MOZ Mozambique
MM MMR Myanmar|Burma|Birmania|Birmanie|Birmânia|Mianmar|Mianmá
NA NAM Namibia
NR NRU Nauru
NP NPL Nepal
NL NLD Netherlands|Holland|Holanda|Kingdom of the Netherlands|Netherlands (Kingdom of the)|Países Bajos|Pays-Bas|Países Baixos
NZ NZL New Zealand|Nueva Zelandia|Aotearoa New Zealand
NI NIC Nicaragua
NE NER Niger
NG NGA Nigeria
MK MKD North Macedonia|Macedonia del Norte|Macédoine du Nord|Macedônia do Norte|Macedónia do Norte|The former Yugoslav Republic of Macedonia|ex República Yugoslava de Macedonia|ex-République yougoslave de Macédoine|ex-República Iugoslava da Macedônia
NO NOR Norway
OM OMN Oman
PK PAK Pakistan
PW PLW Palau|Palaos
PA PAN Panama
PG PNG Papua New Guinea|Papua Nueva Guinea|Papouasie Nouvelle-Guinée|Papua Nova Guiné
PY PRY Paraguay
PE PER Peru
PH PHL Philippines
PL POL Poland
PT PRT Portugal|Portuguese Republic|República Portuguesa
QA QAT Qatar
KR KOR Republic of Korea|Korea (Republic of)|Korea, Republic of|Korea (the Republic of)|República de Corea|Corea (República de)|République de Corée|Corée (République de)|República da Coreia|República da Coréia|Coreia (República da)|Coréia do Sul|=ROK
MD MDA Republic of Moldova|Moldova|Moldavia|Moldova (Republic of)
RO ROU Romania|Rumania|Romênia
RU RUS Russian Federation|Federación de Rusia|Federación Rusa|Rusia (Federación de)|Fédération de Russie|Russie (Fédération de)|Federação da Rússia|Federação Russa|Federação de Rússia
RW RWA Rwanda
KN KNA Saint Kitts and Nevis|Saint Christopher and Nevis|Saint Kitts y Nevis|San Kitts y Nevis|San Cristóbal y Nevis|Saint-Kitts-et-Nevis|Saint-Christophe-et-Nevis|São Cristóvão e Nevis|São Cristóvão e Neves
LC LCA Saint Lucia
VC VCT Saint Vincent and the Grenadines|Saint Vincent et les Grenadines|San Vicente y Granadinas|São Vicente e as Granadinas
WS WSM Samoa
SM SMR San Marino|São Marinho
ST STP Sao Tome and Principe|Santo Tomé & Príncipe|Sao Tomé et Principe
SA SAU Saudi Arabia|Arabia Saudita
SN SEN Senegal
RS SRB Serbia
SC SYC Seychelles
SL SLE Sierra Leone
SG SGP Singapore
SK SVK Slovakia|Slovak Republic|República Eslovaca|République slovaque
SI SVN Slovenia
SB SLB Solomon Islands
SO SOM Somalia|Somalí
ZA ZAF South Africa|Sudáfrica|Suráfrica|República Sudafricana|=RSA
SS SSD South Sudan
ES ESP Spain
LK LKA Sri Lanka
PS PSE State of Palestine|Palestine|Palestina|Estado de Palestina|État de Palestine|Estado da Palestina
SD SDN Sudan|The Sudan|Le Soudan
SR SUR Suriname|Surinam
SE SWE Sweden
CH CHE Switzerland|Swiss Confederation|Confederación Suiza|Confédération suisse|Confederação Suíça
SY SYR Syrian Arab Republic|República Árabe Siria|République arabe syrienne|República Árabe Síria
TJ TJK Tajikistan|Tadzhikistan|Tayikistan
TH THA Thailand
TL TLS Timor-Leste|East Timor|Timor Oriental
TG TGO Togo
TO TON Tonga
TT TTO Trinidad and Tobago|Trinité et Tobago|Trinidade e Tobago
TN TUN Tunisia
TR TUR Türkiye|Turkey|Türkiye (Republic of)
TM TKM Turkmenistan
TV TUV Tuvalu
UG UGA Uganda
UA UKR Ukraine
AE ARE United Arab Emirates|=UAE|=EAU
GB GBR United Kingdom|United Kingdom of Great Britain and Northern Ireland|Great Britain|Reino Unido de Gran Bretaña e Irlanda del Norte|Gran Bretaña|Royaume-Uni de Grande-Bretagne et d'Irlande du Nord|Grande-Bretagne|Reino Unido da Grã-Bretanha e Irlanda do Norte|Grã-Bretanha|=UK
TZ TZA United Republic of Tanzania|Tanzania|Tanzania (United Republic of)|República Unida de Tanzanía|République-Unie de Tanzanie
US USA United States|United States of America|Estados Unidos de América|Estados Unidos de Norteamérica|États-Unis d'Amérique|Estados Unidos da América|Estados Unidos de Norte América|=US|=USA|=EEUU|=EUA
UY URY Uruguay
UZ UZB Uzbekistan
VU VUT Vanuatu
VE VEN Venezuela
VN VNM Viet Nam|Vietnam
YE YEM Yemen
ZM ZMB Zambia
ZW ZWE Zimbabwe|Zimbabwé
CK COK Cook Islands
NU NIU Niue
`

// associates are the associate members of the Economic Commission for Latin
// America and the Caribbean, as states are written.
const associates = `
AI AIA Anguilla
AW ABW Aruba
BM BMU Bermuda
VG VGB British Virgin Islands|Virgin Islands (British)
KY CYM Cayman Islands
CW CUW Curaçao|Curazao
GF GUF French Guiana
GP GLP Guadeloupe
MQ MTQ Martinique
MS MSR Montserrat
PR PRI Puerto Rico
SX SXM Sint Maarten|Saint Maarten|San Martín (parte neerlandesa)
TC TCA Turks and Caicos Islands|Turks and Caicos
VI VIR United States Virgin Islands|US Virgin Islands|Virgin Islands (U.S.)|Islas Vírgenes de los Estados Unidos
`
