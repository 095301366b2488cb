package diff

import "strings"

// The words that any two sentences of a language share, whatever they are
// about. To keep one of them between two changes tells a reader little. What
// limits or binds (all, not, without, shall, may) is never among them, however
// common it is: that is what is negotiated.
const (
	englishStops = `a also an are as at be been being but by did do does during for from had has have he her here
		him his if in into is it its of on onto our over she so such than that the their them then there
		these they this those through to under upon us was we were which who whom whose with within
		you your`

	spanishStops = `a al ante como con cual cuales cuyo cuya de del desde durante el ella ellas ellos en entre
		es esa esas ese eso esos esta estas este esto estos fue ha han hasta la las le les lo los mediante nos
		para pero por que qué se según ser si sobre son su sus también tan un una unas uno unos ya`

	frenchStops = `à a afin ainsi après au aussi aux avec c'est ce ceci cela celle celles celui ces cet cette
		ceux comme d'un d'une dans de depuis des dont du elle elles en entre est eux il ils je l'on la le les
		leur leurs lors lorsque lui mais nos notre nous on ont où par pendant pour qu'elle qu'elles qu'il
		qu'ils qu'un qu'une que quel quelle quels quelles qui sa se ses si son sont sous sur un une vers vos
		votre vous`

	portugueseStops = `a à ao aos as às até com como cujo cuja da das de desde do dos durante é ela elas ele eles
		em entre essa essas esse esses esta estas este estes eu foi há isso isto já lhe lhes mas me mediante na
		nas no nos nós num numa os para pela pelas pelo pelos per por qual quais que quer se seja ser seu
		seus sob sobre sua suas são também um uma uns umas`
)

// The words of all four languages that join phrases.
const conjunctions = `and or nor y e o u et ou`

// stopWords gives the class of the words of all four languages. They are in one
// list because nobody says in which language a draft is, and because it costs
// little: the few that are words of substance next door (sur is a point of the
// compass in Spanish) are only kept a little less eagerly there.
var stopWords = classesOfStops()

func classesOfStops() map[string]class {
	classes := make(map[string]class)
	for _, list := range []string{englishStops, spanishStops, frenchStops, portugueseStops} {
		for _, stop := range strings.Fields(list) {
			classes[stop] = stopWord
		}
	}
	for _, joint := range strings.Fields(conjunctions) {
		classes[joint] = conjunction
	}
	return classes
}
