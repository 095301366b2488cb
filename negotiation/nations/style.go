package nations

import (
	"strings"
	"sync"
)

// cutStyle cuts "republic of " off a key.
func cutStyle(key string) (style, rest string, ok bool) {
	for i := range key {
		if key[i] != ' ' || i == 0 {
			continue
		}
		for _, of := range []string{" of ", " de ", " del ", " du ", " des ", " da ", " do ", " dos ", " das ", " d'"} {
			if rest, ok := strings.CutPrefix(key[i:], of); ok {
				return key[:i], rest, styles()[key[:i]]
			}
		}
	}
	return "", "", false
}

// isStyle reports whether a key is a style alone: "plurinational state of".
func isStyle(key string) bool {
	_, rest, ok := cutStyle(key + " ")
	return ok && strings.Trim(rest, " ") == ""
}

// styles are what states call themselves, as folded, in English, Spanish and
// Portuguese, and French.
var styles = sync.OnceValue(func() map[string]bool {
	known := map[string]bool{}
	for _, style := range strings.Split(styleList, "|") {
		known[strings.TrimSpace(style)] = true
	}
	return known
})

const styleList = `
	republic|kingdom|commonwealth|state|principality|grand duchy|sultanate|union|islamic republic|
	bolivarian republic|plurinational state|federated states|federal republic|federative republic|
	united republic|oriental republic|co operative republic|cooperative republic|democratic republic|
	people's republic|democratic socialist republic|socialist republic|arab republic|
	people's democratic republic|federal democratic republic|hashemite kingdom|independent state|
	republica|reino|mancomunidad|estado|principado|gran ducado|sultanato|republica islamica|
	republica bolivariana|estado plurinacional|estados federados|republica federal|
	republica federativa|republica unida|republica oriental|republica cooperativa|
	republica democratica|republica popular|republica arabe|republica socialista|
	grao ducado|comunidade|republique|royaume|etat|principaute|sultanat|republique islamique|
	republique bolivarienne|etat plurinational|etats federes|republique federale|republique federative|
	republique unie|republique democratique|republique populaire|republique arabe|
	republique socialiste`
