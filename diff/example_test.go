package diff_test

import (
	"fmt"

	"plenary/diff"
)

func ExampleWords() {
	script := diff.Words("Urges all States to act.", "Invites all Member States to act.")
	for _, span := range script {
		fmt.Printf("%-6v %q\n", span.Op, span.Text)
	}
	// Output:
	// delete "Urges"
	// insert "Invites"
	// equal  " all"
	// insert " Member"
	// equal  " States to act."
}

func ExampleMarked() {
	script := diff.Words("the rights of workers, as agreed", "the rights of all workers")
	fmt.Println(diff.Marked(script))
	// Output: the rights of **all** workers~~, as agreed~~
}

func ExampleReadMarks() {
	r := diff.ReadMarks("the rights ~~of workers~~, **as** agreed with ***")
	fmt.Println(r.Before())
	fmt.Println(r.After())
	// Output:
	// the rights of workers, agreed with ***
	// the rights, as agreed with ***
}
