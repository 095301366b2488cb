package diff

import (
	"strings"
	"unicode"
	"unicode/utf8"
)

// The words that any two sentences of a language share, whatever they are
// about. To keep one of them between two changes tells a reader little. What
// limits or binds (all, not, without, shall, may) is never among them, however
// common it is: that is what is negotiated.
const (
	englishStops = `a an and are as at be been being but by did do does during for from had has have he her here
		him his if in into is it its of on onto or our over she so such than that the their them then there
		these they this those through to under upon us was we were which who whom whose will with within would
		you your`

	spanishStops = `a al ante como con cual cuales cuyo cuya de del desde durante e el ella ellas ellos en entre
		es esa esas ese eso esos esta estas este esto estos fue ha han hasta la las le les lo los mediante nos o
		para pero por que qué se según ser si sobre son su sus también tan u un una unas uno unos y ya`

	frenchStops = `à a afin ainsi après au aussi aux avec c'est ce ceci cela celle celles celui ces cet cette
		ceux comme d'un d'une dans de depuis des dont du elle elles en entre est et eux il ils je l'on la le les
		leur leurs lors lorsque lui mais nos notre nous on ont ou où par pendant pour qu'elle qu'elles qu'il
		qu'ils qu'un qu'une que quel quelle quels quelles qui sa se ses si son sont sous sur un une vers vos
		votre vous y`

	portugueseStops = `a à ao aos as às até com como cujo cuja da das de desde do dos durante e é ela elas ele eles
		em entre essa essas esse esses esta estas este estes eu foi há isso isto já lhe lhes mas me mediante na
		nas no nos nós num numa o os ou para pela pelas pelo pelos per por qual quais que quer se seja ser seu
		seus sob sobre sua suas são também um uma uns umas`
)

// stopWords holds the words of all four languages. They are in one list because
// nobody says in which language a draft is, and because it costs little: the
// few that are words of substance next door (sur is a point of the compass in
// Spanish) are only kept a little less eagerly there.
var stopWords = stopSet(englishStops, spanishStops, frenchStops, portugueseStops)

func stopSet(lists ...string) map[string]bool {
	set := make(map[string]bool)
	for _, list := range lists {
		for _, word := range strings.Fields(list) {
			set[word] = true
		}
	}
	return set
}

// isStopWord looks a key up as it stands and, at the beginning of a sentence,
// with a small letter. In capitals it is none: WHO and US are names.
func isStopWord(key string) bool {
	const longest = 10
	if len(key) > longest {
		return false
	}
	if stopWords[key] {
		return true
	}
	first, n := utf8.DecodeRuneInString(key)
	return unicode.IsUpper(first) && stopWords[string(unicode.ToLower(first))+key[n:]]
}
