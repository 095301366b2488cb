package instruct_test

import "testing"

// TestSpanish reads what delegations write in Spanish.
func TestSpanish(t *testing.T) {
	parses(t, []reading{
		{"Numeral 9, literal c: eliminar «X»", "delete words at=9.c old=X"},
		{"En el artículo 4, numeral 2, literal a), suprimir «X»", "delete words at=4.2.a old=X"},
		{"Suprimir la frase «X» y reemplazarla por «Y»", "replace words old=X new=Y"},
		{"Agregar la palabra «Z» entre las palabras «X» y «Y»", "insert words place=after until=Y new=Z anchor=X"},
		{"Nuevo párrafo 5 bis: Promover.", "insert paragraph at=5 place=after new=Promover. label=5 bis"},
		{`Sustituir "X" por "Y"`, "replace words old=X new=Y"},
		{"Para sustituir la expresión 'X' por 'Y'", "replace words old=X new=Y"},
		{`Se propone reemplazar la palabra "X" por "Y" en el párrafo 7, inciso b)`, "replace words at=7.b old=X new=Y"},
		{`La delegación de México propone que se sustituya "X" por "Y" en el literal c) del numeral 9.`, "replace words at=9.c old=X new=Y"},
		{`Sustituir en el párrafo 7 "X" por "Y" y en el párrafo 9 "Z" por "W"`, "replace words at=7 old=X new=Y | replace words at=9 old=Z new=W"},
		{`Sustitúyase "X" por "Y" en los párrafos 7 y 9.`, "replace words at=7 old=X new=Y | replace words at=9 old=X new=Y"},
		{`Reemplazar en todo el documento "X" por "Y".`, "replace words old=X new=Y nth=-2 everywhere"},
		{`En el párrafo 7, inciso b), sustituir la frase "X, y Z" por la siguiente: "Y".`, "replace words at=7.b old=X, y Z new=Y"},
		{`En el párrafo 7, donde dice: "X", debe decir: "Y".`, "replace words at=7 old=X new=Y"},
		{"Suprimir el párrafo 3", "delete paragraph at=3"},
		{"Suprímase el inciso b) del párrafo 7.", "delete paragraph at=7.b"},
		{"Se propone la supresión del párrafo 3.", "delete paragraph at=3"},
		{"El párrafo 3 queda suprimido.", "delete paragraph at=3"},
		{`Suprimir "X" y "Y" del párrafo 7`, "delete words at=7 old=X | delete words at=7 old=Y"},
		{"Eliminar la última oración del párrafo 7.", "delete words at=7 sentence=-1"},
		{`Eliminar desde "X" hasta "Y".`, "delete words old=X until=Y"},
		{"Se sugiere eliminar la palabra «gradual» en el párrafo 12 por considerarla redundante.", "delete words at=12 old=gradual comment=por considerarla redundante"},
		{"México solicita eliminar el párrafo 3, ya que duplica el párrafo 5.", "delete paragraph at=3 comment=ya que duplica el párrafo 5"},
		{"Agregar después de «X»: «Y»", "insert words place=after new=Y anchor=X"},
		{"Añadir después de «X» «Y»", "insert words place=after new=Y anchor=X"},
		{`Agréguese al final del párrafo 4 la siguiente oración: "Se informará."`, "insert words at=4 place=end new=Se informará. as-sentence"},
		{`En el numeral 4, agregar "y empleadores" después de "trabajadores".`, "insert words at=4 place=after new=y empleadores anchor=trabajadores"},
		{`Intercalar "X" entre "Y" y "Z"`, "insert words place=after until=Z new=X anchor=Y"},
		{`Insertar al inicio del párrafo 7: "X"`, "insert words at=7 place=start new=X"},
		{`Se propone la inclusión de "X" después de "Y" en el párrafo 7.`, "insert words at=7 place=after new=X anchor=Y"},
		{`Añadir un nuevo párrafo 5 bis con el siguiente texto: "Promover."`, "insert paragraph at=5 place=after new=Promover. label=5 bis"},
		{`Insertar un nuevo párrafo después del párrafo 7 que diga: "Promover."`, "insert paragraph at=7 place=after new=Promover."},
		{`Agregar un nuevo inciso d) al párrafo 7 con el siguiente texto: "promover"`, "insert paragraph at=7.c place=after new=promover label=d"},
		{`El párrafo 4 debería decir: "Todo."`, "replace paragraph at=4 new=Todo."},
		{"El párrafo 4 quedaría redactado de la siguiente manera: Todo está bien.", "replace paragraph at=4 new=Todo está bien."},
		{"Reemplazar el párrafo 4 por el siguiente texto: Todo está bien.", "replace paragraph at=4 new=Todo está bien."},
		{`Modificar el párrafo 4 para que diga: "Todo."`, "replace paragraph at=4 new=Todo."},
		{"Mover el párrafo 4 después del párrafo 6", "move paragraph at=4 to=6 place=after"},
		{"Trasladar el párrafo 4 a continuación del párrafo 6.", "move paragraph at=4 to=6 place=after"},
		{"Párrafo 2 del preámbulo: suprimir «profundamente»", "delete words at=PP2 old=profundamente"},
		{"Sustituir «trabajo» por «empleo» en el párrafo 6, tercera viñeta.", "replace words at=6.bullet3 old=trabajo new=empleo"},
	})
}

// TestFrench reads what delegations write in French.
func TestFrench(t *testing.T) {
	parses(t, []reading{
		{"Remplacer « X » par « Y »", "replace words old=X new=Y"},
		{"Remplacer, au paragraphe 7, « l'emploi » par « le travail ».", "replace words at=7 old=l'emploi new=le travail"},
		{"Au troisième alinéa du préambule, remplacer les mots « X » par les mots « Y ».", "replace words at=PP3 old=X new=Y"},
		{"Paragraphe 3 du dispositif : remplacer « X » par « Y »", "replace words at=OP3 old=X new=Y"},
		{"Il est proposé de remplacer « X » par « Y » dans tout le texte.", "replace words old=X new=Y nth=-2 everywhere"},
		{"Les mots « X » sont remplacés par « Y ».", "replace words old=X new=Y"},
		{"Remplacer le paragraphe 4 par le texte suivant : « Tout. »", "replace paragraph at=4 new=Tout."},
		{"Remplacer la première phrase du paragraphe 4 par : « Tout. »", "replace words at=4 new=Tout. sentence=1"},
		{"Substituer « X » à « Y » au paragraphe 4.", "replace words at=4 old=Y new=X"},
		{"Au lieu de « X », lire « Y »", "replace words old=X new=Y"},
		{"Supprimer le paragraphe 3.", "delete paragraph at=3"},
		{"Supprimer l’article 3.", "delete paragraph at=3"},
		{"Supprimer.", "delete paragraph"},
		{"Ajouter à la fin : « Son retrait ne vaut que pour l’avenir. »", "insert words place=end new=Son retrait ne vaut que pour l’avenir."},
		{"À l'alinéa b, supprimer « X »", "delete words at=.b old=X"},
		{"L'alinéa b) du paragraphe 7 est supprimé.", "delete paragraph at=7.b"},
		{"Supprimer la dernière phrase du paragraphe 7 a).", "delete words at=7.a sentence=-1"},
		{"La délégation du Canada propose de supprimer « l’emploi des jeunes » au paragraphe 12.", "delete words at=12 old=l’emploi des jeunes"},
		{"Insérer après le paragraphe 7 b) le nouveau paragraphe suivant : promouvoir l'emploi.", "insert paragraph at=7.b place=after new=promouvoir l'emploi."},
		{"Insérer « X » entre « Y » et « Z »", "insert words place=after until=Z new=X anchor=Y"},
		{"Au paragraphe 7 b), après « X », insérer « Y ».", "insert words at=7.b place=after new=Y anchor=X"},
		{"À la fin du paragraphe 4, ajouter : « X ».", "insert words at=4 place=end new=X"},
		{"Ajouter un nouveau paragraphe 5 bis ainsi libellé : « Promouvoir. »", "insert paragraph at=5 place=after new=Promouvoir. label=5 bis"},
		{"Ajouter un alinéa d) au paragraphe 7, ainsi libellé : « promouvoir ».", "insert paragraph at=7.c place=after new=promouvoir label=d"},
		{"Le paragraphe 4 devrait se lire comme suit : « Tout va bien. »", "replace paragraph at=4 new=Tout va bien."},
		{"Déplacer le paragraphe 4 après le paragraphe 6.", "move paragraph at=4 to=6 place=after"},
	})
}

// TestPortuguese reads what delegations write in Portuguese.
func TestPortuguese(t *testing.T) {
	parses(t, []reading{
		{"No inciso b do parágrafo 7, onde se lê “X”, leia-se “Y”.", "replace words at=7.b old=X new=Y"},
		{"Eliminar “X” e inserir “Y”", "replace words old=X new=Y"},
		{`Substituir "X" por "Y" no parágrafo 7`, "replace words at=7 old=X new=Y"},
		{`Substitua-se "X" por "Y" em todo o documento.`, "replace words old=X new=Y nth=-2 everywhere"},
		{`Substituir o parágrafo 4 pelo seguinte: "Tudo."`, "replace paragraph at=4 new=Tudo."},
		{`Onde se lê "X", leia-se "Y".`, "replace words old=X new=Y"},
		{"Suprimir o parágrafo 3.", "delete paragraph at=3"},
		{"Acrescentar no final: “A rede abrangerá as ilhas.”", "insert words place=end new=A rede abrangerá as ilhas."},
		{"Suprimir a última frase do parágrafo 7.a.", "delete words at=7.a sentence=-1"},
		{"Suprima-se a alínea b do parágrafo 7.", "delete paragraph at=7.b"},
		{"A alínea b do parágrafo 7 fica suprimida.", "delete paragraph at=7.b"},
		{"Sugere-se a supressão do parágrafo 3", "delete paragraph at=3"},
		{"O Brasil propõe suprimir o parágrafo 3.", "delete paragraph at=3"},
		{`Excluir "X" no parágrafo 7.`, "delete words at=7 old=X"},
		{`Inserir "X" após "Y".`, "insert words place=after new=X anchor=Y"},
		{`Inserir "X" antes de "Y" na primeira frase do parágrafo 7`, "insert words at=7 place=before new=X anchor=Y sentence=1"},
		{`Inserir na alínea b do parágrafo 7, depois de "X", "Y".`, "insert words at=7.b place=after new=Y anchor=X"},
		{`Acrescentar ao final do parágrafo 4: "X".`, "insert words at=4 place=end new=X"},
		{`Acrescentar, após a palavra "X", a expressão "Y".`, "insert words place=after new=Y anchor=X"},
		{`Incluir um novo parágrafo após o parágrafo 5: "Promover."`, "insert paragraph at=5 place=after new=Promover."},
		{`O parágrafo 4 passa a ter a seguinte redação: "Tudo."`, "replace paragraph at=4 new=Tudo."},
		{`Dar ao parágrafo 4 a seguinte redação: "Tudo bem."`, "replace paragraph at=4 new=Tudo bem."},
		{"Mover o parágrafo 4 para depois do parágrafo 6.", "move paragraph at=4 to=6 place=after"},
	})
}

// TestLawsOfBrazil reads the places that they name: article, §, inciso, alínea.
func TestLawsOfBrazil(t *testing.T) {
	parses(t, []reading{
		{"Suprimir o inciso II do artigo 5º", "delete paragraph at=5.ii"},
		{"Suprima-se o inciso II do art. 5°.", "delete paragraph at=5.ii"},
		{"Art. 5º, inciso II: suprimir", "delete paragraph at=5.ii"},
		{`No § 1º do art. 5, suprimir "X"`, "delete words at=5.1 old=X"},
		{"Art. 5, § 2: suprimir", "delete paragraph at=5.2"},
		{`No art. 5º, § 2º, inciso III, substituir "X" por "Y"`, "replace words at=5.2.iii old=X new=Y"},
		{"Art. 5, § 2, inciso III, alínea a: suprimir", "delete paragraph at=5.2.iii.a"},
		{"Suprimir a alínea b do inciso II do artigo 5", "delete paragraph at=5.ii.b"},
		{"Suprimir os §§ 2 e 3", "delete paragraph at=2 | delete paragraph at=3"},
	})
}
