package main

import (
	"os"
	"runtime"
	"runtime/debug"
	"runtime/metrics"
)

// roomy is the memory that the program takes without looking at it twice. It
// has to stay well under the 150 MiB that checking 100 MB of text may take.
const roomy = 110 << 20

// paceCollector lets the garbage collector rest while little is in memory.
// Reading leaves much garbage and few facts, so that by Go's default, which
// lets the heap grow to twice what is in use, a sixth of a small run's time
// went into collecting a few megabytes again and again. Beyond roomy the
// default's proportion holds: the limit is raised after each collection, for
// under a fixed one the collector would run without end once it is reached.
// Whoever sets GOGC or GOMEMLIMIT has his own ideas.
func paceCollector() {
	if os.Getenv("GOGC") != "" || os.Getenv("GOMEMLIMIT") != "" {
		return
	}
	debug.SetGCPercent(400)
	debug.SetMemoryLimit(roomy)
	limit := int64(roomy)
	afterCollections(func() {
		live := []metrics.Sample{{Name: "/gc/heap/live:bytes"}}
		metrics.Read(live)
		if want := max(roomy, 2*int64(live[0].Value.Uint64())); want != limit {
			limit = want
			debug.SetMemoryLimit(limit) // stops the world, so not for nothing
		}
	})
}

// afterCollections calls fn after each garbage collection, one call at a
// time.
func afterCollections(fn func()) {
	// A pointer keeps the object out of the blocks that small objects share.
	type garbage struct{ _ *byte }
	runtime.AddCleanup(&garbage{}, func(fn func()) {
		fn()
		afterCollections(fn)
	}, fn)
}
