package rehearsal

import (
	"bufio"
	"errors"
	"fmt"
	"io"
	"os"
	"os/exec"
	"strings"
	"sync"
	"time"
)

// stopTime is how long a server may take to stop when it is asked to.
const stopTime = 30 * time.Second

// process is a server in a process of its own, so that what it takes can be told
// from what the viewers take.
type process struct {
	in   io.WriteCloser
	cmd  *exec.Cmd
	out  *bufio.Scanner
	err  *ending
	over chan struct{} // closed when it has ended
	why  error         // set before over is closed
}

// startProcess starts a program with its arguments. Somebody must call stop or kill.
func startProcess(program []string) (*process, error) {
	if len(program) == 0 {
		return nil, errors.New("no program to start")
	}
	cmd := exec.Command(program[0], program[1:]...)
	cmd.Args[0] = "plenary" // by which the program knows itself
	p := &process{cmd: cmd, err: &ending{}, over: make(chan struct{})}
	cmd.Stderr = p.err
	in, errIn := cmd.StdinPipe()
	out, errOut := cmd.StdoutPipe()
	if err := errors.Join(errIn, errOut); err != nil {
		return nil, err
	}
	p.in, p.out = in, bufio.NewScanner(out)
	if err := cmd.Start(); err != nil {
		return nil, fmt.Errorf("start %s: %w", program[0], err)
	}
	return p, nil
}

// line gives the first line that the process prints and that is wanted, and reads
// on behind it, so that the process is never held up.
func (p *process) line(wanted func(string) bool) (string, error) {
	for p.out.Scan() {
		if line := p.out.Text(); wanted(line) {
			go p.drain() // ends with the process
			return line, nil
		}
	}
	p.drain()
	return "", fmt.Errorf("the server ended before it served: %s", p.err)
}

// drain reads until the process ends, and sees it off.
func (p *process) drain() {
	for p.out.Scan() {
	}
	p.why = p.cmd.Wait()
	close(p.over)
}

// stop asks the process to end, and waits until it has.
func (p *process) stop() error {
	if err := p.cmd.Process.Signal(os.Interrupt); err != nil {
		p.kill()
		return nil // where there is no such signal, or nobody to hear it
	}
	select {
	case <-p.over:
		if p.why != nil {
			return fmt.Errorf("the server stopped with %w: %s", p.why, p.err)
		}
		return nil
	case <-time.After(stopTime):
		p.kill()
		return fmt.Errorf("the server had not stopped after %v", stopTime)
	}
}

// kill ends the process at once.
func (p *process) kill() {
	_ = p.cmd.Process.Kill() // it may have ended
	<-p.over
}

func (p *process) pid() int { return p.cmd.Process.Pid }

// ending keeps the last of what is written to it.
type ending struct {
	mu   sync.Mutex // guards kept
	kept []byte
}

const mostOfEnding = 2 << 10

func (e *ending) Write(b []byte) (int, error) {
	e.mu.Lock()
	defer e.mu.Unlock()
	e.kept = append(e.kept, b...)
	e.kept = e.kept[max(0, len(e.kept)-mostOfEnding):]
	return len(b), nil
}

func (e *ending) String() string {
	e.mu.Lock()
	defer e.mu.Unlock()
	return strings.TrimSpace(string(e.kept))
}
