package main

import (
	"runtime"
	"testing"
)

func TestAfterCollections(t *testing.T) {
	called := make(chan struct{})
	stop := make(chan struct{})
	defer close(stop)
	afterCollections(func() {
		select {
		case called <- struct{}{}:
		case <-stop:
		}
	})
	for range 3 {
		runtime.GC()
		<-called
	}
}
