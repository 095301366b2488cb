package store

import (
	"context"
	"errors"
	"fmt"
	"io"
	"io/fs"
	"os"
	"path/filepath"
	"runtime"
)

// Backup copies the store to the file at to, as it is at this moment and while
// others go on writing. The copy appears under its name when it is whole and on
// disk. An existing file is never overwritten: the error wraps fs.ErrExist. What
// was forgotten is not in the copy.
//
// A process that cannot open the store, because a server has it open, asks the
// server for it (see WriteTo).
func (b *Bolt) Backup(ctx context.Context, to string) error {
	if err := b.backup(ctx, to); err != nil {
		return fmt.Errorf("back up %s to %s: %w", b.path, to, err)
	}
	return nil
}

func (b *Bolt) backup(ctx context.Context, to string) error {
	if err := absent(to); err != nil {
		return err
	}
	copied, err := b.copyBeside(ctx, to)
	if err != nil {
		return err
	}
	defer os.Remove(copied.Name())
	if err := errors.Join(copied.Sync(), copied.Close()); err != nil {
		return err
	}
	if err := place(copied.Name(), to); err != nil {
		return err
	}
	return syncFolder(filepath.Dir(to))
}

// place puts a finished copy under its name. A link, unlike a rename, never takes
// the place of a file made meanwhile; where the disk has no links, a rename has to do.
func place(copied, to string) error {
	err := os.Link(copied, to)
	if err == nil || errors.Is(err, fs.ErrExist) {
		return err
	}
	if err := absent(to); err != nil {
		return err
	}
	return os.Rename(copied, to)
}

// WriteTo writes a backup to w, which may be as slow as it likes: the copy is
// made in a temporary file beside the store first, so that nobody has to wait.
func (b *Bolt) WriteTo(ctx context.Context, w io.Writer) error {
	if err := b.writeTo(ctx, w); err != nil {
		return fmt.Errorf("back up %s: %w", b.path, err)
	}
	return nil
}

func (b *Bolt) writeTo(ctx context.Context, w io.Writer) error {
	copied, err := b.copyBeside(ctx, b.path)
	if err != nil {
		return err
	}
	defer os.Remove(copied.Name())
	defer copied.Close() // it was only read since
	if _, err := copied.Seek(0, io.SeekStart); err != nil {
		return err
	}
	_, err = io.Copy(obedient{ctx, w}, copied)
	return err
}

// copyBeside copies the store into a new temporary file in the folder of path.
func (b *Bolt) copyBeside(ctx context.Context, path string) (*os.File, error) {
	f, err := os.CreateTemp(filepath.Dir(path), ".plenary-backup-*")
	if err != nil {
		return nil, err
	}
	if err := guard(func() error { return b.copyTo(ctx, f) }); err != nil {
		return nil, errors.Join(err, f.Close(), os.Remove(f.Name()))
	}
	return f, nil
}

func (b *Bolt) copyTo(ctx context.Context, f *os.File) error {
	tx, err := b.db.Begin(false)
	if err != nil {
		return err
	}
	defer tx.Rollback()
	if _, err := tx.WriteTo(obedient{ctx, f}); err != nil {
		if ctx.Err() != nil {
			return ctx.Err() // bbolt does not wrap it
		}
		return err
	}
	return wipeFree(f, b.db.Info().PageSize)
}

// wipeFree zeroes the pages of a copy that are not in use: what was forgotten
// still stands there.
func wipeFree(f *os.File, pageSize int) error {
	m, err := readMeta(f, 0, pageSize)
	if err != nil {
		return err
	}
	s := structure{ctx: context.Background(), file: f, pageSize: pageSize, meta: m}
	if err := s.freelist(); err != nil {
		return err
	}
	zero := make([]byte, pageSize)
	for id, use := range s.use {
		if use == free {
			if _, err := f.WriteAt(zero, int64(id)*int64(pageSize)); err != nil {
				return err
			}
		}
	}
	return nil
}

// obedient is a writer that stops when its ctx ends.
type obedient struct {
	ctx context.Context
	w   io.Writer
}

func (o obedient) Write(p []byte) (int, error) {
	if err := o.ctx.Err(); err != nil {
		return 0, err
	}
	return o.w.Write(p)
}

func absent(path string) error {
	_, err := os.Lstat(path)
	if err == nil {
		return fs.ErrExist
	}
	if errors.Is(err, fs.ErrNotExist) {
		return nil
	}
	return err
}

// syncFolder makes the name of a new file durable. Windows has no way to do so.
func syncFolder(path string) error {
	if runtime.GOOS == "windows" {
		return nil
	}
	d, err := os.Open(path)
	if err != nil {
		return err
	}
	return errors.Join(d.Sync(), d.Close())
}
