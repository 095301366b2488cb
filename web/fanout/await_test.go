//go:build unix

package fanout_test

import (
	"net"
	"syscall"
	"testing"

	"plenary/web/fanout"
)

func TestAClientWaitsUntilThereIsSomethingToRead(t *testing.T) {
	h := fanout.New(stay)
	here, there := loopback(t)
	c := h.Client(here, lines(), nil)
	for range 200 {
		waits, found := make(chan struct{}), make(chan bool, 1)
		go func() {
			close(waits)
			c.Await()
			found <- somethingIn(t, here)
		}()
		<-waits
		if _, err := there.Write([]byte("x")); err != nil {
			t.Fatal(err)
		}
		if !<-found {
			t.Fatal("it did not wait")
		}
		c.Await() // what is there already is not waited for
		if _, err := here.Read(make([]byte, 1)); err != nil {
			t.Fatal(err)
		}
	}
	over := make(chan struct{})
	go func() {
		c.Await()
		close(over)
	}()
	if err := there.Close(); err != nil {
		t.Fatal(err)
	}
	<-over
	c.Leave(true)
	c.Await() // nor is anything in what is closed
	h.Stop(4001)
}

// somethingIn looks whether there is something to read now.
func somethingIn(t *testing.T, c net.Conn) (something bool) {
	raw, err := c.(syscall.Conn).SyscallConn()
	if err != nil {
		t.Error(err)
		return false
	}
	err = raw.Control(func(fd uintptr) {
		_, _, err := syscall.Recvfrom(int(fd), make([]byte, 1), syscall.MSG_PEEK)
		something = err == nil
	})
	if err != nil {
		t.Error(err)
	}
	return something
}
