package lint

import "strings"

// markers are phrases that lean on what stands before them. It is only ever read.
var markers = newMarkers(`
	in that sense | in this sense | to this end | to that end | to these ends | for this purpose
	for that purpose | for these purposes | in that context | in this context | in this regard
	in that regard | in this respect | in that respect | in so doing | in doing so | as such
	with this aim | with that aim | with this in mind | on this basis | on that basis | the above
	the foregoing | the latter | the former | the aforementioned
	en ese sentido | en este sentido | en tal sentido | a tal fin | a tales fines | a este fin | a ese fin
	con este fin | con ese fin | con tal fin | con dicho fin | a tal efecto | a estos efectos | a esos efectos
	para tal efecto | para ello | por ello | en este contexto | en ese contexto | en dicho contexto
	en este marco | en ese marco | al respecto | a este respecto | a ese respecto | como tal | como tales
	lo anterior | este último | esta última | estos últimos | estas últimas
	en ce sens | dans ce sens | à cette fin | à ces fins | à cet effet | à cet égard | dans ce contexte
	dans ce cadre | dans cette optique | en tant que tel | en tant que telle | en tant que tels
	en tant que telles | pour ce faire | sur cette base | ce qui précède | ce dernier | cette dernière
	ces derniers | ces dernières
	nesse sentido | neste sentido | para esse fim | para este fim | para esses fins | com esse fim
	com este fim | a esse respeito | a este respeito | nesse contexto | neste contexto | nesse quadro
	neste quadro | como tais | para isso | para tanto | o acima exposto | estes últimos | esse último`)

// longestMarker is how many words a marker has at most.
const longestMarker = 4

func newMarkers(list string) map[string]bool {
	all := map[string]bool{}
	for _, line := range strings.Split(list, "\n") {
		for _, m := range strings.Split(line, "|") {
			if m = strings.TrimSpace(m); m != "" {
				all[m] = true
			}
		}
	}
	return all
}

// marker is how many words the marker has that begins a sentence or a clause at
// word i, or 0.
func (t *text) marker(i int) int {
	if !t.words[i].start && strings.TrimRight(t.gap(i), " \u00a0") == strings.TrimRight(t.gap(i), " \u00a0,;:–—(") {
		return 0
	}
	for n := longestMarker; n >= 2; n-- {
		if j := t.joined(i, i+n); j != "" && markers[j] {
			return n
		}
	}
	return 0
}

// pointers are words that point to something named before.
var pointers = set(`those these such said aforementioned abovementioned above-mentioned
	dicho dicha dichos dichas esos esas estos estas tales mencionado mencionada mencionados mencionadas
	ces cette lesdits lesdites ledit ladite
	esses essas estes tais desses dessas destes destas referido referida referidos referidas`)
