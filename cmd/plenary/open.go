package main

import (
	"errors"
	"fmt"
	"io"
	"io/fs"
	"os"
	"path/filepath"

	"plenary/negotiation"
	"plenary/store"
)

// dataFlag names the data file. Every command that opens it has this flag.
type dataFlag struct {
	Data string `default:"plenary.db" help:"The data file." placeholder:"FILE"`
}

// edit is use for a file that must be there.
func (d dataFlag) edit(fn func(*store.Bolt) error) error {
	if err := d.there(); err != nil {
		return err
	}
	return d.use(fn)
}

// use opens the data file for writing, makes it if it is not there, and closes
// it after fn. The error of closing counts: until then nothing is sure.
func (d dataFlag) use(fn func(*store.Bolt) error) error {
	return d.with(store.OpenBolt(d.Data))(fn)
}

// read opens the data file for reading; it must be there.
func (d dataFlag) read(fn func(*store.Bolt) error) error {
	if err := d.there(); err != nil {
		return err
	}
	return d.with(store.OpenReadOnly(d.Data))(fn)
}

func (d dataFlag) there() error {
	if _, err := os.Stat(d.Data); errors.Is(err, fs.ErrNotExist) {
		return fmt.Errorf("there is no data file %s; name one with --data, or make one with \"plenary import\"", d.Data)
	}
	return nil
}

func (d dataFlag) with(b *store.Bolt, err error) func(func(*store.Bolt) error) error {
	return func(fn func(*store.Bolt) error) error {
		if errors.Is(err, store.ErrInUse) {
			return fmt.Errorf("%w; stop that server first, or use its desk (\"plenary backup\" works beside it)", err)
		}
		if err != nil {
			return err // it names the file
		}
		return errors.Join(fn(b), b.Close())
	}
}

// readFile reads a file from outside, "-" for stdin, up to the limit of an
// import, and gives the name it goes by.
func (std streams) readFile(name string) (string, []byte, error) {
	in, as := std.in, "stdin.md"
	if name != "-" {
		f, err := os.Open(name)
		if err != nil {
			return "", nil, err
		}
		defer f.Close() // read only: nothing to lose
		in, as = f, name
	}
	data, err := io.ReadAll(io.LimitReader(in, negotiation.MaxImport+1))
	if err != nil {
		return "", nil, fmt.Errorf("read %s: %w", as, err)
	}
	if len(data) > negotiation.MaxImport {
		return "", nil, fmt.Errorf("%s: %w", as, negotiation.Refuse(negotiation.TooLong, "field", "file", "limit", negotiation.MaxImport, "length", "more"))
	}
	return as, data, nil
}

// writeFile writes what fn gives to a file, "-" or "" for stdout. A file appears
// whole or not at all: it is written beside its name and then renamed. What is
// there and no plain file, such as a device, is written to and never replaced.
func (std streams) writeFile(name string, mode os.FileMode, fn func(io.Writer) error) error {
	if name == "" || name == "-" {
		return fn(std.out)
	}
	if info, err := os.Stat(name); err == nil && !info.Mode().IsRegular() {
		f, err := os.OpenFile(name, os.O_WRONLY, 0)
		if err != nil {
			return err
		}
		return errors.Join(fn(f), f.Close())
	}
	f, err := os.CreateTemp(filepath.Dir(name), ".plenary-*")
	if err != nil {
		return err
	}
	err = errors.Join(fn(f), f.Chmod(mode), f.Sync(), f.Close())
	if err == nil {
		err = os.Rename(f.Name(), name)
	}
	if err != nil {
		return errors.Join(fmt.Errorf("write %s: %w", name, err), os.Remove(f.Name()))
	}
	return nil
}

// terminal reports whether words about progress go to a person who watches.
func (std streams) terminal() bool {
	f, ok := std.err.(*os.File)
	if !ok {
		return false
	}
	info, err := f.Stat()
	return err == nil && info.Mode()&os.ModeCharDevice != 0
}
