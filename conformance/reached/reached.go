// Package reached notes which of Kubernetes' validation functions run and fail while a case is evaluated. The functions call it in
// the build that functions/ prepares; in any other nothing does.
package reached

import (
	"runtime"
	"strconv"
	"strings"
	"sync"
)

// Calls is what happened since the last Take.
type Calls struct {
	// Entered and Failed are the functions that ran, and of them those that answered with an error.
	Entered, Failed map[string]bool
	// Made are the calls that made a field.Error themselves: function, then line.
	Made map[string]map[string]bool
}

var (
	mu    sync.Mutex
	calls = fresh()
)

func fresh() Calls {
	return Calls{map[string]bool{}, map[string]bool{}, map[string]map[string]bool{}}
}

// Left is called by each function at its end.
func Left(name string, failed bool) {
	mu.Lock()
	defer mu.Unlock()
	calls.Entered[name] = true
	if failed {
		calls.Failed[name] = true
	}
}

// Made is called by each function that makes a field.Error, on behalf of the first caller outside of their package.
func Made() {
	var counters [8]uintptr
	frames := runtime.CallersFrames(counters[:runtime.Callers(2, counters[:])])
	for {
		frame, more := frames.Next()
		if !strings.Contains(frame.Function, "/util/validation/field.") {
			note(frame)
			return
		}
		if !more {
			return
		}
	}
}

func note(frame runtime.Frame) {
	name := Name(frame.Function)
	mu.Lock()
	defer mu.Unlock()
	if calls.Made[name] == nil {
		calls.Made[name] = map[string]bool{}
	}
	file := frame.File[strings.LastIndexByte(frame.File, '/')+1:]
	calls.Made[name][file+":"+strconv.Itoa(frame.Line)] = true
}

// Name is a function's name without type parameters and without the closures in it.
func Name(function string) string {
	slash := strings.LastIndexByte(function, '/') + 1
	parts := strings.Split(function[slash:], ".")
	name, _, _ := strings.Cut(parts[1], "[")
	return function[:slash] + parts[0] + "." + name
}

// Take answers what happened, and forgets it.
func Take() Calls {
	mu.Lock()
	defer mu.Unlock()
	taken := calls
	calls = fresh()
	return taken
}
