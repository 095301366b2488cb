package lint

import "strings"

// variant is one spelling of a word that has two.
type variant struct {
	// family is the word in its first spelling, the same for both.
	family string
	// side is 0 for the first spelling and 1 for the second.
	side int
	// other is the word in the other spelling.
	other string
	// class groups the words that a writer spells alike: all in -our, all in -ise.
	class string
}

// The endings of words that have two spellings.
const (
	noun  = " s"
	verb  = " s ed ing er ers"
	our   = " s ed ing able ably er ers ful hood hoods less ite ites al ally"
	ise   = "e es ed er ers ing ation ations ational"
	twinL = "led ling ler lers"
)

// spellings lists words with two spellings: a class, the first stem, the second,
// and the endings that both take. A "-" in a stem's place repeats the last class.
// Pairs in which one spelling is also another word (practice, licence, meter,
// analyses) are left out, and so are those that writers mix freely.
var spellings = []struct{ class, pairs, endings string }{
	{"our", `labour/labor favour/favor behaviour/behavior honour/honor colour/color endeavour/endeavor
		neighbour/neighbor harbour/harbor humour/humor rumour/rumor vigour/vigor rigour/rigor
		armour/armor candour/candor demeanour/demeanor tumour/tumor vapour/vapor splendour/splendor`, our},
	{"re", "centre/center theatre/theater fibre/fiber litre/liter", noun},
	{"re", "centred/centered", ""},
	{"ce", "defence/defense offence/offense pretence/pretense", " s less"},
	{"programme", "programme/program", noun},
	{"dge", "judgement/judgment acknowledgement/acknowledgment abridgement/abridgment", " s al"},
	{"l", "enrol/enroll", " s"},
	{"l", "enrolment/enrollment instalment/installment fulfilment/fulfillment", noun},
	{"l", "fulfil/fulfill", " s"},
	{"l", "skilful/skillful wilful/willful", " ly"},
	{"ll", "travel/trave cancel/cance label/labe model/mode channel/channe signal/signa counsel/counse level/leve fuel/fue", ""},
	{"yse", "analys/analyz catalys/catalyz paralys/paralyz", "e ed er ers ing"},
	{"ise", `organis/organiz recognis/recogniz utilis/utiliz emphasis/emphasiz prioritis/prioritiz
		modernis/moderniz formalis/formaliz mobilis/mobiliz institutionalis/institutionaliz realis/realiz
		summaris/summariz harmonis/harmoniz stabilis/stabiliz minimis/minimiz maximis/maximiz
		optimis/optimiz standardis/standardiz finalis/finaliz capitalis/capitaliz urbanis/urbaniz
		digitalis/digitaliz digitis/digitiz decentralis/decentraliz centralis/centraliz generalis/generaliz
		globalis/globaliz industrialis/industrializ liberalis/liberaliz specialis/specializ
		neutralis/neutraliz penalis/penaliz criminalis/criminaliz decriminalis/decriminaliz legalis/legaliz
		regularis/regulariz rationalis/rationaliz revitalis/revitaliz sensitis/sensitiz systematis/systematiz
		victimis/victimiz revictimis/revictimiz authoris/authoriz categoris/categoriz characteris/characteriz
		criticis/criticiz materialis/materializ operationalis/operationaliz privatis/privatiz
		publicis/publiciz scrutinis/scrutiniz subsidis/subsidiz synchronis/synchroniz
		conceptualis/conceptualiz contextualis/contextualiz immunis/immuniz incentivis/incentiviz
		internalis/internaliz internationalis/internationaliz nationalis/nationaliz normalis/normaliz
		marginalis/marginaliz stigmatis/stigmatiz mechanis/mechaniz monopolis/monopoliz popularis/populariz
		polaris/polariz radicalis/radicaliz reorganis/reorganiz socialis/socializ visualis/visualiz
		weaponis/weaponiz demilitaris/demilitariz commercialis/commercializ crystallis/crystalliz`, ise},
	{"ise", "organiser/organizer moderniser/modernizer", noun},
	{"ageing", "ageing/aging", ""},
	{"grey", "grey/gray plough/plow sceptic/skeptic manoeuvre/maneuver", noun},
	{"ae", "paediatric/pediatric anaemia/anemia gynaecolog/gynecolog orthopaedic/orthopedic", " s ical ist ists"},
	{"logue", "catalogue/catalog", noun},
	// Spanish.
	{"período", "período/periodo", noun},
	{"septiembre", "septiembre/setiembre", ""},
	{"vídeo", "vídeo/video", noun},
	{"psicología", "psicología/sicología psicológico/sicológico psicológica/sicológica psicosocial/sicosocial", " s es"},
	// Portuguese: of Brazil, of Portugal.
	{"pt-c", `ação/acção ações/acções atividade/actividade objetivo/objectivo projeto/projecto setor/sector
		direto/directo direta/directa efetivo/efectivo efetiva/efectiva adoção/adopção coletivo/colectivo
		coletiva/colectiva proteção/protecção respetivo/respectivo afetado/afectado atual/actual`, noun},
	{"pt-ô", "econômico/económico econômica/económica gênero/género acadêmico/académico acadêmica/académica", noun},
	// French: of old, of 1990.
	{"fr-1990", `événement/évènement reconnaître/reconnaitre connaître/connaitre accroître/accroitre
		entraîner/entrainer maîtrise/maitrise coût/cout clé/clef réglementaire/règlementaire`, noun},
}

// variants gives each word that has two spellings. It is only ever read.
var variants = newVariants()

func newVariants() map[string]variant {
	all := map[string]variant{}
	for _, row := range spellings {
		endings := strings.Split(row.endings, " ")
		if row.class == "ll" {
			endings = strings.Fields(twinL)
		}
		for pair := range strings.FieldsSeq(row.pairs) {
			a, b, _ := strings.Cut(pair, "/")
			for _, e := range endings {
				one, two := a+e, b+e
				all[one] = variant{a, 0, two, row.class}
				all[two] = variant{a, 1, one, row.class}
			}
		}
	}
	return all
}
