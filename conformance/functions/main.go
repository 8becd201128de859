// Command functions prepares a build of the oracle in which Kubernetes' validation functions tell package reached that they run and
// whether they fail:
//
//	go run ./functions FOLDER
//	go build -trimpath -modfile FOLDER/oracle.mod -o FOLDER/oracle .
//	FOLDER/oracle functions --listing FOLDER/functions.json ../tests/corpus/validate*.jsonl
//
// Nothing of Kubernetes is copied into the project: the changed sources are in FOLDER.
package main

import (
	"encoding/json"
	"fmt"
	"go/ast"
	"go/parser"
	"go/token"
	"os"
	"os/exec"
	"path/filepath"
	"sort"
	"strconv"
	"strings"
)

const (
	fieldPackage   = "k8s.io/apimachinery/pkg/util/validation/field"
	reachedPackage = "oracle/reached"
)

// packages hold the functions that are told apart.
var packages = []string{
	"k8s.io/kubernetes/pkg/apis/apps/validation",
	"k8s.io/kubernetes/pkg/apis/core/validation",
	"k8s.io/apimachinery/pkg/api/validation",
	"k8s.io/apimachinery/pkg/api/validation/path",
	"k8s.io/apimachinery/pkg/api/validate/content",
	"k8s.io/apimachinery/pkg/apis/meta/v1/validation",
	"k8s.io/apimachinery/pkg/util/validation",
}

// roots are what the server calls for a DaemonSet: its strategy, then what is common to all objects.
var roots = []string{
	"k8s.io/kubernetes/pkg/apis/apps/validation.ValidateDaemonSet",
	"k8s.io/kubernetes/pkg/apis/apps/validation.ValidateDaemonSetUpdate",
	"k8s.io/apimachinery/pkg/api/validation.ValidateObjectMetaAccessor",
	"k8s.io/apimachinery/pkg/api/validation.ValidateObjectMetaAccessorUpdate",
}

// Function is one of them, as the listing has it.
type Function struct {
	Name string `json:"name"`
	// Sites are the lines in which it makes a field.Error.
	Sites []string `json:"sites"`
	// Judges: it answers with errors. The others are only on the way.
	Judges bool `json:"-"`
	uses   map[string]bool
}

func main() {
	folder, err := filepath.Abs(os.Args[1])
	fatalIf(err)
	fatalIf(os.RemoveAll(folder))
	fatalIf(os.MkdirAll(folder, 0o755))
	moved := map[string]string{}
	functions := map[string]*Function{}
	for _, name := range append([]string{fieldPackage}, packages...) {
		p := listed(name)
		if moved[p.Module.Path] == "" {
			moved[p.Module.Path] = filepath.Join(folder, filepath.Base(p.Module.Path))
			run("cp", "-rs", p.Module.Dir, moved[p.Module.Path])
			run("chmod", "-R", "u+w", moved[p.Module.Path])
		}
		for _, file := range p.GoFiles {
			source := filepath.Join(p.Dir, file)
			at := strings.Replace(source, p.Module.Dir, moved[p.Module.Path], 1)
			fatalIf(os.Remove(at))
			fatalIf(os.WriteFile(at, change(name, source, functions), 0o644))
		}
	}
	modFile := filepath.Join(folder, "oracle.mod")
	run("cp", "go.mod", modFile)
	for path, at := range moved {
		run("go", "mod", "edit", "-replace", path+"="+at, modFile)
	}
	run("cp", "go.sum", filepath.Join(folder, "oracle.sum"))
	listing, err := json.MarshalIndent(closure(functions), "", "\t")
	fatalIf(err)
	fatalIf(os.WriteFile(filepath.Join(folder, "functions.json"), listing, 0o644))
}

// closure are the functions that the roots come to, by name. A function that is only mentioned counts: it is called elsewhere.
func closure(functions map[string]*Function) []*Function {
	seen := map[string]bool{}
	next := roots
	for len(next) > 0 {
		name := next[0]
		next = next[1:]
		if f := functions[name]; f != nil && !seen[name] {
			seen[name] = true
			for used := range f.uses {
				next = append(next, used)
			}
		}
	}
	out := []*Function{}
	for name := range seen {
		if f := functions[name]; f.Judges {
			out = append(out, f)
		}
	}
	sort.Slice(out, func(i, j int) bool { return out[i].Name < out[j].Name })
	return out
}

// Package is what `go list` says of one.
type Package struct {
	Dir     string
	GoFiles []string
	Module  struct{ Path, Dir string }
}

func listed(name string) Package {
	out, err := exec.Command("go", "list", "-json=Dir,GoFiles,Module", name).Output()
	fatalIf(err)
	var p Package
	fatalIf(json.Unmarshal(out, &p))
	if p.Module.Dir == "" {
		fatalIf(fmt.Errorf("no module has %s", name))
	}
	return p
}

func run(name string, args ...string) {
	out, err := exec.Command(name, args...).CombinedOutput()
	if err != nil {
		fatalIf(fmt.Errorf("%s: %w: %s", name, err, out))
	}
}

// change answers a source in which every function that gives errors says so at its end. Lines keep their numbers.
func change(pkg, source string, functions map[string]*Function) []byte {
	text, err := os.ReadFile(source)
	fatalIf(err)
	set := token.NewFileSet()
	file, err := parser.ParseFile(set, source, text, parser.ParseComments)
	fatalIf(err)
	imports := importsOf(file)
	inserted := map[int]string{}
	for _, d := range file.Decls {
		if vars, ok := d.(*ast.GenDecl); ok {
			aliases(pkg, vars, imports, functions)
		}
		f, ok := d.(*ast.FuncDecl)
		if !ok || f.Recv != nil || f.Body == nil {
			continue
		}
		body := set.Position(f.Body.Lbrace).Offset + 1
		if pkg == fieldPackage {
			if makesError(f) {
				inserted[body] = " reached.Made(); "
			}
			continue
		}
		known := &Function{Name: pkg + "." + f.Name.Name, Sites: []string{}, uses: map[string]bool{}}
		functions[known.Name] = known
		known.look(set, pkg, f.Body, imports)
		test := failed(f.Type.Results)
		if test == "" {
			continue
		}
		known.Judges = true
		nameResults(set, f.Type.Results, inserted)
		inserted[body] = fmt.Sprintf(" defer func() { reached.Left(%q, %s) }(); ", known.Name, test)
	}
	if len(inserted) == 0 {
		return text
	}
	inserted[set.Position(file.Name.End()).Offset] = fmt.Sprintf("; import reached %q", reachedPackage)
	return insert(text, inserted)
}

func importsOf(file *ast.File) map[string]string {
	imports := map[string]string{}
	for _, i := range file.Imports {
		path, err := strconv.Unquote(i.Path.Value)
		fatalIf(err)
		name := path[strings.LastIndexByte(path, '/')+1:]
		if i.Name != nil {
			name = i.Name.Name
		}
		imports[name] = path
	}
	return imports
}

// makesError: a function of package field that answers with one *Error.
func makesError(f *ast.FuncDecl) bool {
	r := f.Type.Results
	if r == nil || len(r.List) != 1 {
		return false
	}
	star, ok := r.List[0].Type.(*ast.StarExpr)
	if !ok {
		return false
	}
	name, ok := star.X.(*ast.Ident)
	return ok && name.Name == "Error"
}

// aliases notes what variables of a package stand for: other names of functions, and tables of them.
func aliases(pkg string, vars *ast.GenDecl, imports map[string]string, functions map[string]*Function) {
	for _, s := range vars.Specs {
		if v, ok := s.(*ast.ValueSpec); ok {
			known := &Function{uses: map[string]bool{}}
			for _, value := range v.Values {
				known.look(token.NewFileSet(), pkg, value, imports)
			}
			for _, name := range v.Names {
				functions[pkg+"."+name.Name] = known
			}
		}
	}
}

// look notes which functions one mentions, and where it makes errors.
func (known *Function) look(set *token.FileSet, pkg string, body ast.Node, imports map[string]string) {
	ast.Inspect(body, func(n ast.Node) bool {
		switch t := n.(type) {
		case *ast.Ident:
			known.uses[pkg+"."+t.Name] = true
		case *ast.SelectorExpr:
			if x, ok := t.X.(*ast.Ident); ok {
				known.uses[imports[x.Name]+"."+t.Sel.Name] = true
			}
		case *ast.CallExpr:
			if maker(t.Fun, imports) {
				at := set.Position(t.Lparen)
				known.Sites = append(known.Sites, filepath.Base(at.Filename)+":"+strconv.Itoa(at.Line))
			}
		}
		return true
	})
	sort.Strings(known.Sites)
}

var makers = map[string]bool{"TypeInvalid": true, "NotFound": true, "Required": true, "Duplicate": true, "Invalid": true, "NotSupported": true, "Forbidden": true,
	"TooLong": true, "TooLongCharacters": true, "TooLongMaxLength": true, "TooMany": true, "InternalError": true, "TooShort": true, "TooFew": true}

func maker(called ast.Expr, imports map[string]string) bool {
	if index, ok := called.(*ast.IndexExpr); ok {
		called = index.X
	}
	s, ok := called.(*ast.SelectorExpr)
	if !ok || !makers[s.Sel.Name] {
		return false
	}
	x, ok := s.X.(*ast.Ident)
	return ok && imports[x.Name] == fieldPackage
}

// failed is the test of the last result, empty where it is no error.
func failed(results *ast.FieldList) string {
	if results == nil {
		return ""
	}
	last := results.List[len(results.List)-1]
	name := resultName(len(results.List)-1, 0)
	if n := len(last.Names); n > 0 && last.Names[n-1].Name != "_" {
		name = last.Names[n-1].Name
	} else if n > 0 {
		name = resultName(len(results.List)-1, n-1)
	}
	switch t := last.Type.(type) {
	case *ast.SelectorExpr:
		if t.Sel.Name == "ErrorList" {
			return "len(" + name + ") > 0"
		}
	case *ast.ArrayType:
		if id, ok := t.Elt.(*ast.Ident); ok && (id.Name == "string" || id.Name == "error") {
			return "len(" + name + ") > 0"
		}
	case *ast.StarExpr:
		if s, ok := t.X.(*ast.SelectorExpr); ok && s.Sel.Name == "Error" {
			return name + " != nil"
		}
	case *ast.Ident:
		if t.Name == "error" {
			return name + " != nil"
		}
	}
	return ""
}

func resultName(field, name int) string { return fmt.Sprintf("reached%d_%d", field, name) }

// nameResults gives names to results that have none.
func nameResults(set *token.FileSet, results *ast.FieldList, inserted map[int]string) {
	bare := !results.Opening.IsValid()
	for i, r := range results.List {
		at := set.Position(r.Type.Pos()).Offset
		if len(r.Names) == 0 {
			inserted[at] += resultName(i, 0) + " "
		}
		for j, name := range r.Names {
			if name.Name == "_" {
				fatalIf(fmt.Errorf("result %d of %v has the name _", j, set.Position(r.Pos())))
			}
		}
	}
	if bare {
		inserted[set.Position(results.Pos()).Offset] = "(" + inserted[set.Position(results.Pos()).Offset]
		inserted[set.Position(results.End()).Offset] += ")"
	}
}

func insert(text []byte, inserted map[int]string) []byte {
	var at []int
	for offset := range inserted {
		at = append(at, offset)
	}
	sort.Ints(at)
	var out []byte
	last := 0
	for _, offset := range at {
		out = append(append(out, text[last:offset]...), inserted[offset]...)
		last = offset
	}
	return append(out, text[last:]...)
}

func fatalIf(err error) {
	if err != nil {
		fmt.Fprintln(os.Stderr, "functions:", err)
		os.Exit(1)
	}
}
