package store

import (
	"context"
	"errors"
	"fmt"
	"io/fs"
	"os"
	"path/filepath"
	"runtime"
	"time"

	"go.etcd.io/bbolt"
	berrors "go.etcd.io/bbolt/errors"
)

// Bolt keeps everything in one file. It implements negotiation.Journal, and the
// methods of Secrets. All methods may be called from many goroutines.
type Bolt struct {
	Secrets

	db *bbolt.DB
	// file is the one that db reads and writes; the structure is checked
	// through it and never through the map, where damage could fault.
	file *os.File
	path string

	queue   chan *request
	closing chan struct{}
	stopped chan struct{}

	// update is db.Update; tests put faults in its place.
	update func(func(*bbolt.Tx) error) error
	// broken and stuck belong to the goroutine that commits, until stopped is
	// closed: the fault after which nothing more is written, and whether it
	// left the lock of db held.
	broken error
	stuck  bool
}

// Option changes how OpenBolt opens a file.
type Option func(*options)

type options struct{ bbolt.Options }

// MapSize sets how much of the file is mapped into memory from the start,
// 1 GiB if not set. A file that outgrows it makes writers wait for all readers
// while it is mapped anew; the file itself does not become larger by it.
func MapSize(bytes int) Option { return func(o *options) { o.InitialMmapSize = bytes } }

// MaxSize limits the file: what would make it larger fails as on a full disk.
func MaxSize(bytes int) Option { return func(o *options) { o.MaxSize = bytes } }

// lockWait is long enough for one more try at the lock, and not to be noticed.
const lockWait = 100 * time.Millisecond

// OpenBolt opens the file at path for reading and writing and makes it where it
// is missing. It checks the structure of the whole file and returns a
// *CorruptError where that is damaged; it does not read the entries, Verify
// does. It returns errors that wrap ErrInUse or ErrNotStore.
func OpenBolt(path string, opts ...Option) (*Bolt, error) {
	o := options{bbolt.Options{FreelistType: bbolt.FreelistMapType, InitialMmapSize: 1 << 30}}
	if runtime.GOOS == "windows" {
		o.InitialMmapSize = 0 // there the file becomes as large as the map
	}
	for _, opt := range opts {
		opt(&o)
	}
	b, err := open(path, o.Options)
	if err != nil {
		return nil, fmt.Errorf("open %s: %w", path, err)
	}
	go b.run()
	return b, nil
}

// OpenReadOnly opens the file at path to verify, export or back it up. Many
// processes may do so at once, but none while one has it open for writing, which
// gives ErrInUse. A file whose structure is damaged is refused with a
// *CorruptError, but for damage to one of the two pages that are written last in
// a commit: such a file can be read and backed up, and the backup be served; the
// last commit may be missing from it, which Verify says.
func OpenReadOnly(path string) (*Bolt, error) {
	b, err := open(path, bbolt.Options{ReadOnly: true})
	if err != nil {
		return nil, fmt.Errorf("open %s: %w", path, err)
	}
	close(b.stopped)
	return b, nil
}

func open(path string, o bbolt.Options) (*Bolt, error) {
	b := &Bolt{
		path:    path,
		queue:   make(chan *request, maxQueue),
		closing: make(chan struct{}),
		stopped: make(chan struct{}),
	}
	b.cabinet = boltCabinet{b}
	o.Timeout = lockWait
	o.OpenFile = func(name string, flag int, perm os.FileMode) (f *os.File, err error) {
		f, err = os.OpenFile(name, flag, perm)
		b.file = f
		return f, err
	}
	err := guard(func() (err error) {
		b.db, err = bbolt.Open(path, 0o600, &o)
		return err
	})
	if err != nil {
		return nil, b.abandon(err)
	}
	b.update = b.db.Update
	if err := guard(b.prepare); err != nil {
		return nil, errors.Join(err, b.db.Close())
	}
	return b, nil
}

// abandon lets go of a file that bbolt could not open, and says why.
func (b *Bolt) abandon(err error) error {
	var corrupt *CorruptError
	if errors.As(err, &corrupt) {
		// bbolt has panicked and holds the file, and with it the lock.
		return errors.Join(err, b.file.Close())
	}
	var sys *fs.PathError
	switch {
	case errors.Is(err, berrors.ErrTimeout):
		return ErrInUse
	case errors.As(err, &sys):
		return err
	}
	return fmt.Errorf("%w: %w", ErrNotStore, err)
}

// prepare checks the file that was opened and lays it out if it is new.
func (b *Bolt) prepare() error {
	metaPage, err := b.checkStructure(context.Background())
	if err != nil {
		return err
	}
	if b.db.IsReadOnly() {
		return b.db.View(checkFormat)
	}
	if metaPage != nil {
		return metaPage
	}
	var fresh bool
	err = b.db.View(func(tx *bbolt.Tx) error {
		if k, _ := tx.Cursor().First(); k == nil {
			fresh = true
			return nil
		}
		return checkFormat(tx)
	})
	if err != nil || !fresh {
		return err
	}
	if err := b.db.Update(layOut); err != nil {
		return err
	}
	return syncFolder(filepath.Dir(b.path))
}

// Close waits until all that is queued is committed, and closes the file. What
// comes later gets ErrClosed. Close is called once.
func (b *Bolt) Close() error {
	close(b.closing)
	<-b.stopped
	if b.stuck {
		// db.Close would wait for ever. The map stays until the process ends.
		return b.file.Close()
	}
	return b.db.Close()
}
