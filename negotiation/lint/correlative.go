package lint

import (
	"slices"
	"strings"
)

// correlation is "not only ... but also ..." in one language.
type correlation struct {
	opens, closes []string
	// governs gives the preposition that a verb or noun takes, by how it begins.
	governs map[string]string
}

// correlations are those of the four languages. Only words that take one
// preposition are known: "not only children, but also on" is a slip behind
// "focus", but "not only now, but also in future" is none.
var correlations = []correlation{
	{[]string{"not only"}, []string{"but also", "but even", "but rather"}, map[string]string{
		"focus": "on", "depend": "on", "based": "on", "rely": "on", "relies": "on", "concentrat": "on", "impact": "on",
		"contribut": "to", "respond": "to", "apply": "to", "applies": "to", "belong": "to", "relat": "to", "aimed": "at", "directed": "at",
		"comply": "with", "complies": "with", "deal": "with", "invest": "in", "participat": "in", "result": "in", "benefit": "from", "account": "for", "consist": "of"}},
	{[]string{"no sólo", "no solo", "no solamente", "no únicamente"}, []string{"sino también", "sino además", "sino"}, map[string]string{
		"centr": "en", "enfo": "en", "bas": "en", "concentr": "en", "particip": "en", "invert": "en", "contribu": "a", "respond": "a", "depend": "de", "cumpl": "con"}},
	{[]string{"non seulement", "pas seulement", "pas uniquement"}, []string{"mais aussi", "mais également", "mais encore"}, map[string]string{
		"fond": "sur", "repos": "sur", "port": "sur", "centr": "sur", "concentr": "sur", "contribu": "à", "répond": "à", "particip": "à", "dépend": "de"}},
	{[]string{"não só", "não apenas", "não somente"}, []string{"mas também", "como também", "mas ainda"}, map[string]string{
		"concentr": "em", "foc": "em", "enfo": "em", "bas": "em", "particip": "em", "invest": "em", "contribu": "para", "respond": "a", "depend": "de"}},
}

// forms are those that a preposition takes with an article.
var forms = map[string]map[string]bool{
	"a": set("a al ao à aos às"), "de": set("de del du des d da do das dos"), "à": set("à au aux"),
	"em": set("em no na nos nas num numa"), "en": set("en"), "con": set("con"), "sur": set("sur"), "para": set("para"),
	"on": set("on upon"), "to": set("to"), "at": set("at"), "with": set("with"), "in": set("in"), "from": set("from"), "for": set("for"), "of": set("of"),
}

// reach is how many words may stand between the two halves.
const reach = 25

// correlatives notes a preposition that stands after "but also" and is missing
// after "not only": "focus not only children, but also on families".
func correlatives(_ *Draft, _ string, t *text) []Note {
	var notes []Note
	for i := 1; i < len(t.words); i++ {
		for _, c := range correlations {
			preposition := c.missing(t, i)
			if preposition == "" {
				continue
			}
			opens := t.s[t.words[i-1].from:t.words[i+1].to]
			notes = append(notes, t.note(NotOnly, i-1, i+2, opens+" "+preposition+t.s[t.words[i+1].to:t.words[i+2].to]))
		}
	}
	return notes
}

// missing is the preposition that is missing behind "not only" at word i, or "".
func (c correlation) missing(t *text, i int) string {
	if !slices.Contains(c.opens, t.joined(i, i+2)) || !t.spaced(i) || !t.spaced(i+2) {
		return ""
	}
	preposition := c.governed(t.fold(i - 1))
	if preposition == "" || anyForm(t.fold(i+2)) {
		return ""
	}
	for j := i + 2; j < min(len(t.words), i+reach) && t.words[j].begin == t.words[i].begin; j++ {
		for n := 2; n >= 1; n-- {
			if slices.Contains(c.closes, t.joined(j, j+n)) {
				if forms[preposition][t.fold(j+n)] {
					return preposition
				}
				return ""
			}
		}
	}
	return ""
}

// governed is the preposition that a word takes, or "".
func (c correlation) governed(w string) string {
	for stem, preposition := range c.governs {
		if strings.HasPrefix(w, stem) {
			return preposition
		}
	}
	return ""
}

func anyForm(w string) bool {
	for _, f := range forms {
		if f[w] {
			return true
		}
	}
	return w == "by" || w == "through" || w == "por" || w == "par" || w == "dans" || w == "when" || w == "where"
}

// bareVerbs are verbs with which a sentence of a plan of action begins.
var bareVerbs = set(`adopt analyze analyse assess build carry combine continue convene coordinate create design
	develop encourage enhance ensure establish evaluate examine exchange expand explore facilitate foster
	identify implement improve include increase integrate invite launch maintain monitor organize organise
	prepare promote protect provide publish reaffirm recognize recommend reinforce renew report request
	review revise share strengthen support undertake update urge`)

// series notes "review the guidelines, and to explore actions": the second of two
// verbs has a "to", and no verb before has one.
func series(_ *Draft, _ string, t *text) []Note {
	var notes []Note
	bare, to := false, false
	for i := range t.words {
		if t.words[i].start {
			bare, to = false, false
		}
		w := t.fold(i)
		behind := t.fold(i + 1)
		switch {
		case bareVerbs[w] && (t.words[i].start || t.gap(i) == ", " && i-t.words[i].begin <= 4 && t.marker(t.words[i].begin) > 0):
			bare = true
		case w != "to" || !t.spaced(i+1):
		case bare && !to && i > 0 && t.fold(i-1) == "and" && t.gap(i-1) == ", " && bareVerbs[behind]:
			notes = append(notes, t.note(Series, i-1, i+1, t.word(i-1)+" "+t.word(i+1)))
		default:
			// "to the", "to COSATE" are no verbs; anything else may be one.
			to = to || !determiners[behind] && !t.named(i+1)
		}
	}
	return notes
}

var determiners = set("the a an all this that these those its their our each every any such")
