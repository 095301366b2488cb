package main

import (
	"context"
	"errors"
	"fmt"
	"io"
	"io/fs"
	"os"

	"plenary/store"
)

type backupCmd struct {
	dataFlag
	To string `arg:"" help:"File to write; it must not exist."`
}

// Help is the example under the usage.
func (backupCmd) Help() string {
	return "Example: plenary backup --data plenary.db plenary-2017-09-27.db\n\nWorks while a server is running: the server makes the copy."
}

// Run copies the data file in one consistent state, and reads the copy back.
func (c backupCmd) Run(ctx context.Context, std streams) error {
	err := c.read(func(b *store.Bolt) error { return b.Backup(ctx, c.To) })
	if errors.Is(err, store.ErrInUse) {
		err = c.fromServer(ctx, std)
	}
	if err != nil {
		return err
	}
	if err := (dataFlag{Data: c.To}).read(func(b *store.Bolt) error { return b.Verify(ctx) }); err != nil {
		return fmt.Errorf("the copy does not read back: %w", err)
	}
	_, err = fmt.Fprintln(std.out, c.To)
	return err
}

func (c backupCmd) fromServer(ctx context.Context, std streams) error {
	if _, err := os.Lstat(c.To); !errors.Is(err, fs.ErrNotExist) {
		return fmt.Errorf("back up to %s: %w", c.To, errors.Join(fs.ErrExist, err))
	}
	return std.writeFile(c.To, 0o600, func(w io.Writer) error { return backupFromServer(ctx, c.Data, w) })
}
