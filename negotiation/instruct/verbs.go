package instruct

import "strings"

// The verbs of instructions, folded: what is imperative, infinitive, gerund,
// subjunctive or passive in one language is so for the same purpose in the others.
var (
	replaceVerbs = phrasesOf(
		"replace|replacing|replacement of|the replacement of|the substitution of",
		passive("replaced"),
		"reemplazar|reemplazando|reemplace|reemplacese|reemplazarlo|reemplazarla|reemplazarlos|reemplazarlas|se reemplaza|se reemplazan|se reemplace|se reemplacen",
		"remplazar|remplacese|remplazarlo|remplazarla|sustituir|sustituyendo|sustituya|sustituyase|sustituyanse|sustituirlo|sustituirla|sustituirlos|sustituirlas|se sustituye|se sustituyen|se sustituya|se sustituyan",
		"la sustitucion de|la sustitucion del|el reemplazo de|el reemplazo del|sustitucion de|sustitucion del",
		estar("sustituid|reemplazad"),
		"remplacer|remplacez|remplacant|le remplacer|la remplacer|les remplacer|remplacement de|remplacement du|le remplacement de|le remplacement du",
		etre("remplace"),
		"substituir|substituindo|substitua|substitua se|substituam se|substituir se|substitui lo|substitui la|substitui los|substitui las|se substitua|a substituicao de|a substituicao do|a substituicao da",
		ser("substituid"))
	substituteVerbs = phrasesOf("substitute|substituting", passive("substituted"), "substituer|substituez|substituant")
	changeVerbs     = phrasesOf("change|changing", passive("changed"), "cambiar|cambiando|cambiese|se cambie|se cambia", "changer|changez", "trocar|troque se|mudar|alterar|altere se")
	deleteVerbs     = phrasesOf(
		"delete|deleting|deletion of|the deletion of|remove|removing|removal of|the removal of|strike|strike out|striking|striking out|omit|omitting|suppress|take out|leave out|leaving out",
		passive("deleted|removed|omitted|struck|struck out|suppressed"),
		"suprimir|suprimiendo|suprima|suprimase|suprimanse|suprimirse|se suprime|se suprimen|se suprima|se supriman|la supresion de|la supresion del|supresion de|supresion del",
		"eliminar|eliminando|elimine|eliminese|eliminense|eliminarse|se elimina|se eliminan|se elimine|se eliminen|la eliminacion de|la eliminacion del|eliminacion de|eliminacion del",
		"borrar|borrese|se borre|tachar|tachese|se tache|quitar|se quite|omitir|omitase|se omita",
		estar("suprimid|eliminad"),
		"supprimer|supprimez|supprimant|biffer|biffez|retirer|retirez|enlever|la suppression de|la suppression du|suppression de|suppression du",
		etre("supprime|retire|biffe"),
		"suprima se|suprimam se|suprimindo|se suprima|elimine se|eliminando|excluir|exclua se|excluindo|retirar|retire se|remover|remova se|apagar|riscar",
		"a supressao de|a supressao do|a supressao da|supressao de|supressao do|supressao da|a eliminacao de|a eliminacao do|a eliminacao da|a exclusao de|a exclusao do|a exclusao da",
		ser("suprimid|eliminad|excluid"))
	insertVerbs = phrasesOf(
		"insert|inserting|insertion of|the insertion of|add|adding|addition of|the addition of|include|including|inclusion of|the inclusion of|incorporate|incorporating|append",
		passive("inserted|added|included|incorporated"),
		"insertar|insertando|insertese|se inserte|se inserta|intercalar|intercalando|intercalese|se intercale|se intercala",
		"agregar|agregando|agregue|agreguese|agreguense|se agregue|se agreguen|se agrega|se agregan|anadir|anadiendo|anada|anadase|se anada|se anadan|se anade|adicionar|adicionese|se adicione|se adiciona",
		"inclusion de|inclusion del|insercion de|incorporacion de|adicion de|la adicion de|incluir|incluyendo|incluyase|se incluya|se incluye|incorporar|incorporese|se incorpore|la inclusion de|la inclusion del|la insercion de|la incorporacion de",
		estar("insertad|agregad|anadid|incluid"),
		"inserer|inserez|inserant|ajouter|ajoutez|ajoutant|intercaler|intercalez|inclure|incluez|incluant|introduire|ajout de|insertion de|l inclusion de|l ajout de|l ajout du|l insertion de|l insertion du",
		etre("insere|ajoute|inclus|intercale"),
		"inserir|inserindo|insira|insira se|acrescentar|acrescentando|acrescente se|adicione se|aditar|inclua se|se inclua|incluindo|incorpore se|intercale se|acrescente|inclusao de|inclusao do|inclusao da|a inclusao de|a inclusao do|a inclusao da|a insercao de",
		ser("inserid|acrescentad|adicionad|incluid"))
	moveVerbs = phrasesOf(
		"move|moving|relocate|relocating|transfer|transferring|place|placing", passive("moved|placed|relocated|transferred"),
		"mover|moviendo|muevase|se mueva|trasladar|trasladando|trasladese|se traslade|desplazar|reubicar|se reubique|ubicar|colocar",
		"deplacer|deplacez|transferer|placer", etre("deplace|place|transfere"),
		"mova se|movendo|deslocar|desloque se|transferir|transfira se", ser("movid|deslocad|transferid"))
	// readVerbs say what a text is to be.
	readVerbs = phrasesOf(
		"read|should read|shall read|must read|would read|will read|should now read|would now read|now reads|to read|reads|read instead|should instead read|use|use instead",
		"debe decir|debera decir|deberia decir|debe leerse|debera leerse|deberia leerse|lease|quedaria|quedaria asi|queda asi|quedara asi|quede asi|dira|diria|que diga|se lea|leer|usar|utilizar|emplear",
		"queda redactado|quedaria redactado|quede redactado|quedara redactado|tendra|tendria",
		"lire|lisez|devrait se lire|se lit|se lirait|doit se lire|se lira|deviendrait|devient|est ainsi redige|est ainsi libelle|est redige|serait redige|est modifie|utiliser",
		"deve ler se|deveria ler se|devera ler se|leia se|ler se a|passa a ter|passaria a ter|passa a ler se|passaria a ler se|ficaria|fica|tera|ler")
	// amendVerbs name a paragraph whose new text is given behind.
	amendVerbs = phrasesOf(
		"amend|amending|revise|reword|rewrite|redraft|reformulate|rephrase|modify|edit", passive("amended|revised|reworded|redrafted|reformulated|rephrased|modified"),
		"modificar|modifiquese|se modifique|reformular|redactar|se redacte|enmendar|reescribir",
		"modifier|modifiez|reformuler|reformulez|rediger|amender", etre("modifie|reformule"),
		"modifique se|redigir|emendar|reescrever|dar", ser("modificad|reformulad"))
)

// passive gives the English forms with each participle: "should be deleted".
func passive(participles string) string {
	return forms("be|is|are|should be|shall be|to be|must be|is to be|are to be|would be|could be|can be|will be|needs to be|should|being", participles, "")
}

// estar gives the Spanish passive with each participle without its ending.
func estar(stems string) string {
	return forms("sea|sean|queda|quedan|quede|queden|debe ser|deben ser|debera ser|deberia ser|deberian ser|sera|seran|seria", stems, "o|a|os|as")
}

// etre gives the French passive with each participle.
func etre(participles string) string {
	return forms("soit|soient|est|sont|serait|seraient|devrait etre|devraient etre|doit etre|doivent etre|sera|seront|a etre", participles, "|e|s|es")
}

// ser gives the Portuguese passive with each participle without its ending.
func ser(stems string) string {
	return forms("seja|sejam|fica|ficam|deve ser|devem ser|deveria ser|devera ser|sera|serao|seria", stems, "o|a|os|as")
}

func forms(auxiliaries, stems, endings string) string {
	var list []string
	for auxiliary := range strings.SplitSeq(auxiliaries, "|") {
		for stem := range strings.SplitSeq(stems, "|") {
			for ending := range strings.SplitSeq(endings, "|") {
				list = append(list, auxiliary+" "+stem+ending)
			}
		}
	}
	return strings.Join(list, "|")
}

// verbKind is what a verb takes to be complete.
type verbKind int

const (
	noVerb verbKind = iota
	replaceVerb
	substituteVerb
	changeVerb
	deleteVerb
	insertVerb
	moveVerb
	readVerb
	amendVerb
)

// verb reads a verb.
func (p *parser) verb() verbKind {
	for _, v := range []struct {
		verbKind
		phrases
	}{
		{replaceVerb, replaceVerbs}, {substituteVerb, substituteVerbs}, {changeVerb, changeVerbs}, {deleteVerb, deleteVerbs},
		{insertVerb, insertVerbs}, {moveVerb, moveVerbs}, {readVerb, readVerbs}, {amendVerb, amendVerbs},
	} {
		if p.take(v.phrases) {
			return v.verbKind
		}
	}
	return noVerb
}
