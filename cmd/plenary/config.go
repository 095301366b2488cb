package main

import (
	"fmt"
	"strings"
	"text/tabwriter"

	"github.com/alecthomas/kong"
)

type configCmd struct{}

// Run prints the flags of every command, from the same table that reads them.
func (configCmd) Run(std streams, model *kong.Application) error {
	w := tabwriter.NewWriter(std.out, 0, 0, 2, ' ', 0)
	fmt.Fprintln(w, "COMMAND\tFLAG\tENVIRONMENT\tDEFAULT\tWHAT IT DOES")
	for _, cmd := range model.Leaves(true) {
		for _, flag := range cmd.Flags {
			help := strings.ReplaceAll(flag.Help, "${enum}", flag.Enum)
			fmt.Fprintf(w, "%s\t--%s\t%s\t%s\t%s\n", cmd.Name, flag.Name, strings.Join(flag.Envs, " "), flag.Default, help)
		}
	}
	return w.Flush()
}
