package diff_test

import (
	"fmt"

	"plenary/diff"
)

func ExampleMerge() {
	m, err := diff.Merge("the rights of all workers;", []diff.Party{
		{Name: "MEXICO", Text: "the rights of all workers, including migrant workers;"},
		{Name: "CEATAL", Text: "the rights of all workers and employers;"},
	})
	if err != nil {
		panic(err)
	}
	fmt.Println(m.Bracketed(nil))
	for _, r := range m.Relations() {
		fmt.Println(r.Kind, r.Words)
	}
	fmt.Println(m.Apply([]int{0, 1}, []int{1, 0}).Text)
	// Output:
	// the rights of all workers[, including migrant workers – MEXICO] [and employers – CEATAL];
	// same-place , including migrant workers / and employers
	// the rights of all workers and employers, including migrant workers;
}

func ExampleRebase() {
	script := diff.Words("Urges all States to act.", "Invites all States to act now.")
	r := diff.Rebase(script, "Calls upon all States to act.")
	fmt.Println(r.Outcome, r.Text)
	for _, c := range r.Clashes {
		fmt.Printf("%s: %q or %q\n", c.Kind, c.Mine, c.Theirs)
	}
	// Output:
	// conflict Calls upon all States to act now.
	// rival-wordings: "Invites" or "Calls upon"
}

func ExampleBlame_After() {
	b := diff.NewBlame("all workers;", 1)
	b = b.After(diff.Words("all workers;", "all migrant workers;"), diff.NewBlame("all migrant workers;", 2))
	for _, origin := range b {
		fmt.Printf("%d %q\n", origin.By, origin.Text)
	}
	// Output:
	// 1 "all"
	// 2 " migrant"
	// 1 " workers;"
}
