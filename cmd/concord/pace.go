package main

import (
	"os"
	"runtime/debug"
	"sync/atomic"
)

// A set from largeSet bytes on is read with a collector that lets the heap
// grow by largeGrowth percent instead of the usual 100: of a large set the
// memory is what counts, of a small one the time.
const (
	largeSet    = 32 << 20
	largeGrowth = 40
)

// pace sees how much is read. The collector stays as it is where the user has
// set it by GOGC.
type pace struct {
	read  atomic.Int64
	tuned atomic.Bool
}

// took notes that so many bytes were read.
func (p *pace) took(bytes int) {
	if p.read.Add(int64(bytes)) >= largeSet && !p.tuned.Swap(true) && os.Getenv("GOGC") == "" {
		debug.SetGCPercent(largeGrowth)
	}
}
